"""Why a text is not YAML, in terms of what its author typed.

The parser says "did not find expected key" where the author forgot a quote three lines above. Nearly all such mistakes
in a bank are texts that needed quotes; the variants of S01 name them:

- `starts-with` (`character`): unquoted text begins with a character that means something to YAML:
  `* & ! [ { - @ | > % ,` or a backtick.
- `starts-with-quote` (`character`): the text begins with a quoted word and goes on after it.
- `contains` (`character`): unquoted text holds `: ` (or, inside braces, a bracket).
- `quote-inside` (`character`): a quote of the same kind stands inside a quoted text.
- `unclosed-quote` (`character`), `unclosed-bracket` (`character`): at the one that is never closed.
- `bad-escape` (`character`): a backslash in a double-quoted text that escapes nothing.
- `misplaced`: a line that does not fit under the one above it: indentation, or a missing colon.
- `several-documents`, `tab`, `alias`, `tag`, `directive` and, for whatever is left, `syntax` (`line`: that line).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

_KEY = r"""(?:"[^"\n]*"|'[^'\n]*'|[^\s"'\[\]{},#&*!|>%@`-][^\s:#,{}\[\]]*)"""
_VALUE = re.compile(rf"[ ]*(?:- +)*(?:{_KEY} *:(?: +|$))?")
_NEXT_KEY = re.compile(rf", *{_KEY} *: *$")
_STARTERS = "*&!@`%|>,]}[{-?"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A variant of S01 (or S03), with the line and column (both from 0) that it concerns."""

    variant: str
    line: int
    column: int
    values: dict[str, str] = field(default_factory=dict)
    rule: str = "S01"


def diagnose(error: yaml.MarkedYAMLError, text: str) -> Diagnosis | None:
    """What the author of `text` did, judging by where the parser gave up; None where it does not say where."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None
    message = f"{error.context or ''} / {error.problem or ''}"
    context = error.context_mark or mark
    lines = _Lines(text)
    for words, variant in _BY_MESSAGE:
        if words in message:
            return variant(lines, lines.index(context), lines.index(mark))
    return _misplaced(lines, lines.index(context), lines.index(mark))


class _Lines:
    """A text with its lines: index ↔ line and column."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rows = text.split("\n")

    def index(self, mark: Any) -> int:
        return min(int(mark.index), len(self.text))

    def at(self, index: int, variant: str, **values: str) -> Diagnosis:
        start = self.text.rfind("\n", 0, index) + 1
        return Diagnosis(variant, self.text.count("\n", 0, index), index - start, values)

    def character(self, index: int) -> str:
        return self.text[index : index + 1]

    def row(self, index: int) -> tuple[int, str]:
        """The start of the line around `index`, and the line."""
        start = self.text.rfind("\n", 0, index) + 1
        end = self.text.find("\n", index)
        return start, self.text[start : end if end >= 0 else len(self.text)]

    def value_start(self, index: int) -> int:
        """Where the value begins on the line around `index`: behind indentation, dashes and `key: `."""
        start, row = self.row(index)
        found = _VALUE.match(row)
        return start + (found.end() if found else 0)


def _starts(lines: _Lines, context: int, mark: int) -> Diagnosis:
    character = lines.character(context)
    if character == "\t":
        return lines.at(context, "tab", count=str(lines.text.count("\t")))
    if character == "%" and not lines.text[lines.text.rfind("\n", 0, context) + 1 : context]:
        return lines.at(context, "directive")
    return lines.at(context, "starts-with", character=character)


def _starts_at_mark(lines: _Lines, context: int, mark: int) -> Diagnosis:
    return _starts(lines, mark, mark)


def _tag(lines: _Lines, context: int, mark: int) -> Diagnosis:
    return lines.at(context, "tag")


def _documents(lines: _Lines, context: int, mark: int) -> Diagnosis:
    return lines.at(mark, "several-documents")


def _escape(lines: _Lines, context: int, mark: int) -> Diagnosis:
    start, _ = lines.row(mark)
    backslash = lines.text.rfind("\\", start, mark + 1)
    at = backslash if backslash >= 0 else mark
    return lines.at(at, "bad-escape", character=lines.text[at : at + 2].strip())


def _open_quote(lines: _Lines, context: int, mark: int) -> Diagnosis:
    return lines.at(context, "unclosed-quote", character=lines.character(context))


def _colon(lines: _Lines, context: int, mark: int) -> Diagnosis:
    """`key: text: more`, or a line that is indented as if it went on with the text above."""
    start = lines.value_start(mark)
    line_start, _ = lines.row(mark)
    if line_start + len(_indent(lines, mark)) < start <= mark:
        if lines.character(start) in ('"', "'"):
            return _misplaced(lines, start, mark)
        return lines.at(mark, "contains", character=": ")
    return lines.at(line_start + len(_indent(lines, mark)), "misplaced")


def _indent(lines: _Lines, index: int) -> str:
    _, row = lines.row(index)
    return row[: len(row) - len(row.lstrip(" "))]


def _misplaced(lines: _Lines, context: int, mark: int) -> Diagnosis:
    """Something stands where a key, a comma or a bracket should: most often the rest of a text that needed quotes."""
    before = lines.text[:mark].rstrip(" ")
    if before and before[-1] in "\"'" and "\n" not in lines.text[len(before) : mark]:
        return _after_quote(lines, len(before) - 1)
    start = lines.value_start(mark)
    if before and before[-1] in "]}" and start < mark and lines.character(start) in ("[", "{"):
        return lines.at(start, "starts-with", character=lines.character(start))
    character = lines.character(mark)
    line_start, row = lines.row(mark)
    if mark == line_start + len(_indent(lines, mark)) or not character:
        return _unclosed(lines, context, mark) or _cut_above(lines, mark) or lines.at(mark, "misplaced")
    if character == ":":
        if start > mark:  # a key of its own: the parser still thinks that it is inside brackets
            return _unclosed(lines, context, mark) or lines.at(line_start + len(_indent(lines, mark)), "misplaced")
        return lines.at(mark, "contains", character=": ")
    if character in "[]{}&*!|>@%`\"'":
        return lines.at(mark, "contains", character=character)
    return lines.at(mark, "syntax", line=row.strip()[:80])


def _after_quote(lines: _Lines, close: int) -> Diagnosis:
    """Text goes on behind the quote at `close`: which quote was meant to open, and which to close?"""
    quote = lines.text[close]
    line_start, row = lines.row(close)
    opening = _opening(lines.text, line_start, close, quote)
    if opening is None:  # the quote at `close` was typed as an opening one: an earlier line lacks its closing one
        return _open_above(lines, close, quote) or lines.at(close, "quote-inside", character=quote)
    if _NEXT_KEY.search(lines.text[opening + 1 : close]):
        return lines.at(opening, "unclosed-quote", character=quote)
    rest = row[close - line_start + 1 :]
    if opening == lines.value_start(close) and quote not in rest:
        return lines.at(opening, "starts-with-quote", character=quote)
    return lines.at(close, "quote-inside", character=quote)


def _opening(text: str, line_start: int, close: int, quote: str) -> int | None:
    """The quote on the same line that `close` closes, or None where it opens a text itself."""
    opening: int | None = None
    index = line_start
    while index < close:
        if text[index] == "\\" and opening is not None and quote == '"':
            index += 1
        elif text[index] == quote:
            opening = index if opening is None else None
        index += 1
    return opening


def _open_above(lines: _Lines, close: int, quote: str) -> Diagnosis | None:
    """The nearest line above whose value begins with `quote` and does not close it."""
    end = close
    for _ in range(200):
        end = lines.text.rfind("\n", 0, end)
        if end < 0:
            return None
        start, row = lines.row(end)
        if row.count(quote) - (row.count('\\"') if quote == '"' else 0) & 1:
            return lines.at(start + row.index(quote), "unclosed-quote", character=quote)
    return None


def _unclosed(lines: _Lines, context: int, mark: int) -> Diagnosis | None:
    character = lines.character(context)
    if character in ("[", "{") and context < mark:
        return lines.at(context, "unclosed-bracket", character=character)
    return None


def _cut_above(lines: _Lines, mark: int) -> Diagnosis | None:
    """S03 for an unquoted text of several lines that a ` #` has cut: then the next line fits nowhere."""
    line_start, _ = lines.row(mark)
    _, above = lines.row(line_start - 1) if line_start else (0, "")
    at = above.find(" #")
    kept = above[:at].strip()
    if at < 0 or not kept or kept[-1] in "\"'":
        return None
    found = lines.at(line_start - 1 - len(above) + at + 1, "cut")
    start = lines.value_start(line_start - 1) - (line_start - 1 - len(above))
    values = {"text": above[start:at].strip(), "lost": above[at + 1 :].rstrip()}
    return Diagnosis("cut", found.line, found.column, values, "S03")


# The parsers' own words, of libyaml and of PyYAML, in the order in which they are tried.
_BY_MESSAGE = (
    ("found another document", _documents),
    ("while scanning an alias", _starts),
    ("while scanning an anchor", _starts),
    ("while scanning a block scalar", _starts),
    ("while scanning a directive", _starts),
    ("while scanning a tag", _tag),
    ("while parsing a tag", _tag),
    ("undefined tag handle", _tag),
    ("undefined alias", _starts_at_mark),
    ("cannot start any token", _starts_at_mark),
    ("sequence entries are not allowed", _starts_at_mark),
    ("expected node content", _starts_at_mark),
    ("expected the node content", _starts_at_mark),
    ("escape", _escape),
    ("end of stream", _open_quote),
    ("document separator", _open_quote),
    ("document indicator", _open_quote),
    ("mapping values are not allowed", _colon),
)
