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

import yaml

from amanah.course.yaml_lines import KEY, Diagnosis, Lines

_VALUE_END = re.compile(rf"[}}\]]|, *{KEY} *:")
_BEFORE_COMMENT = re.compile(r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(?! #)[^"'\n])+ (?=#)""")
_TEXT_START = re.compile(r": +|[{\[] *|, +|^ *(?:- +)*")
_NEXT_KEY = re.compile(rf", *{KEY} *: *$")


def diagnose(error: yaml.MarkedYAMLError, text: str) -> Diagnosis | None:
    """What the author of `text` did, judging by where the parser gave up; None where it does not say where."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None
    message = f"{error.context or ''} / {error.problem or ''}"
    context = error.context_mark or mark
    lines = Lines(text)
    for words, variant in _BY_MESSAGE:
        if words in message:
            return variant(lines, lines.index(context), lines.index(mark))
    return _misplaced(lines, lines.index(context), lines.index(mark))


def _starts(lines: Lines, context: int, mark: int) -> Diagnosis:
    character = lines.character(context)
    if character == "\t":
        return lines.at(context, "tab", count=str(lines.text.count("\t")))
    if character == "%" and not lines.text[lines.text.rfind("\n", 0, context) + 1 : context]:
        return lines.at(context, "directive")
    return lines.at(context, "starts-with", character=character)


def _starts_at_mark(lines: Lines, context: int, mark: int) -> Diagnosis:
    return _starts(lines, mark, mark)


def _no_value(lines: Lines, context: int, mark: int) -> Diagnosis:
    """There is no value: the text that should be one begins with `,` or a bracket, or the file ends inside some."""
    if lines.character(mark):
        return _starts(lines, mark, mark)
    depth = 0
    for index in range(mark - 1, -1, -1):
        depth += {"]": 1, "}": 1, "[": -1, "{": -1}.get(lines.text[index], 0)
        if depth < 0:
            return lines.at(index, "unclosed-bracket", character=lines.text[index])
    return lines.at(mark, "misplaced")


def _tag(lines: Lines, context: int, mark: int) -> Diagnosis:
    return lines.at(context, "tag")


def _documents(lines: Lines, context: int, mark: int) -> Diagnosis:
    return lines.at(mark, "several-documents")


def _escape(lines: Lines, context: int, mark: int) -> Diagnosis:
    start, _ = lines.row(mark)
    backslash = lines.text.rfind("\\", start, mark + 1)
    at = backslash if backslash >= 0 else mark
    return lines.at(at, "bad-escape", character=lines.text[at : at + 2].strip())


def _open_quote(lines: Lines, context: int, mark: int) -> Diagnosis:
    return lines.at(context, "unclosed-quote", character=lines.character(context))


def _colon(lines: Lines, context: int, mark: int) -> Diagnosis:
    """`key: text: more`, or a line that is indented as if it went on with the text above."""
    start = lines.value_start(mark)
    if lines.text_start(mark) < start <= mark:
        if lines.character(start) in ('"', "'"):
            return _misplaced(lines, start, mark)
        return lines.at(mark, "contains", character=": ")
    return lines.at(lines.text_start(mark), "misplaced")


def _misplaced(lines: Lines, context: int, mark: int) -> Diagnosis:
    """Something stands where a key, a comma or a bracket should: most often the rest of a text that needed quotes."""
    character = lines.character(mark)
    if mark == lines.text_start(mark) or not character:
        return _unclosed(lines, context, mark) or _cut_above(lines, mark) or lines.at(mark, "misplaced")
    before = lines.text[:mark].rstrip(" ")
    if before[-1:] in ('"', "'"):
        return _after_quote(lines, len(before) - 1)
    start = lines.value_start(mark)
    if before[-1:] in ("]", "}") and start < mark and lines.character(start) in ("[", "{"):
        return lines.at(start, "starts-with", character=lines.character(start))
    if character == ":":
        if start > mark:  # a key of its own: the parser still thinks that it is inside brackets
            return _unclosed(lines, context, mark) or lines.at(lines.text_start(mark), "misplaced")
        return lines.at(mark, "contains", character=": ")
    if character in "[]{}&*!|>@%`\"'":
        return lines.at(mark, "contains", character=character)
    return lines.at(mark, "syntax", line=lines.row(mark)[1].strip()[:80])


def _after_quote(lines: Lines, close: int) -> Diagnosis:
    """Text goes on behind the quote at `close`: which quote was meant to open, and which to close?"""
    quote = lines.text[close]
    line_start, row = lines.row(close)
    opening = _opening(lines.text, line_start, close, quote)
    if opening is None:  # the quote at `close` was typed as an opening one: an earlier line lacks its closing one
        return _open_above(lines, close, quote) or lines.at(close, "quote-inside", character=quote)
    if _NEXT_KEY.search(lines.text[opening + 1 : close]):
        return lines.at(opening, "unclosed-quote", character=quote)
    rest = _VALUE_END.split(row[close - line_start + 1 :], maxsplit=1)[0]
    if row[: opening - line_start].rstrip()[-1:] in ("", ":", "-", "{", "[", ",") and quote not in rest:
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


def _open_above(lines: Lines, close: int, quote: str) -> Diagnosis | None:
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


def _unclosed(lines: Lines, context: int, mark: int) -> Diagnosis | None:
    """The bracket at `context` that nothing closes, or the ` #` that has swallowed what was to close it."""
    character = lines.character(context)
    if character not in ("[", "{") or context >= mark:
        return None
    row_start, _ = lines.row(context)
    while 0 <= row_start <= mark:
        if (cut := _cut(lines, row_start)) is not None:
            return cut
        row_start = lines.text.find("\n", row_start) + 1 or -1
    return lines.at(context, "unclosed-bracket", character=character)


def _cut_above(lines: Lines, mark: int) -> Diagnosis | None:
    """S03 for an unquoted text of several lines that a ` #` has cut: then the next line fits nowhere."""
    line_start, _ = lines.row(mark)
    return _cut(lines, line_start - 1) if line_start else None


def _cut(lines: Lines, index: int) -> Diagnosis | None:
    """S03 for the line around `index`, if a ` #` cuts an unquoted text on it."""
    start, row = lines.row(index)
    found = _BEFORE_COMMENT.match(row)
    if found is None:
        return None
    kept = _TEXT_START.split(row[: found.end()])[-1].strip()
    if not kept or kept[-1] in "\"'{}[],:":
        return None
    values = {"text": kept, "lost": row[found.end() :].rstrip()}
    at = lines.at(start + found.end(), "cut")
    return Diagnosis("cut", at.line, at.column, values, "S03")


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
    ("expected node content", _no_value),
    ("expected the node content", _no_value),
    ("escape", _escape),
    ("end of stream", _open_quote),
    ("document separator", _open_quote),
    ("document indicator", _open_quote),
    ("mapping values are not allowed", _colon),
)
