"""Finds links, images, terms and citations in the text of a page, each at its exact line and column.

Each step blanks what it has found, so that nothing is found twice; what is left in the end is bare prose.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from amanah.course.elements import Citation, Image, Link, Term
from amanah.course.markdown_scan import Lines, blank
from amanah.course.plain_text import TARGET, TEXT, TITLE
from amanah.course.problem import Problem

MOST_TICKS = 8  # each length of run is looked for once in a paragraph: with any length that would take for ever
_TICKS = re.compile(r"`++")
_EMPTY_LINE = re.compile(r"\n[ \t]*+\n")
_ESCAPE = re.compile(r"\\[\\`*_{}\[\]()<>#+.!~^=@-]")
_IMAGE = re.compile(rf"!\[({TEXT})\]\(\s*+({TARGET}){TITLE}\s*+\)")
_LINK = re.compile(rf"\[(?!\[|@)({TEXT})(\]\(\s*+)({TARGET}){TITLE}\s*+\)")
_DEFINITION = re.compile(r"^[ ]{0,3}\[([^\]^@\[\n][^\]\n]*)\]:[ \t]*+(\S++)[^\n]*", re.MULTILINE)
_TERM = re.compile(r"\[\[([^\[\]|\\]*+)(?:(\\?\|)([^\[\]]*+))?\]\]")
_CITATION = re.compile(r"\[\s*+(@[^\[\]]*+)\]")
_KEY = re.compile(r"\s*@(?P<key>[A-Za-z0-9][\w-]*)(?::(?P<article>[0-9A-Za-z][0-9A-Za-z(),.\s–-]*))?\s*\Z")
_ADDRESS = re.compile(r"<((?:https?|mailto):[^<>\s]++)>")
_TAG = re.compile(r"</?([A-Za-z][\w-]*)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_ATTRIBUTE_LIST = re.compile(r"\{:?[ ]*([^{}\n]*)\}")
_LIST_ID = re.compile(r"(?:^|\s)#([^\s}]+)")
_LEFT_OPEN = re.compile(r"\[\s*@[^\s\]]*|\[\[[^\]\n]*")


@dataclass(slots=True)
class Inline:
    """What stands within the lines. ``prose``: the text without any of it, at the same lines and columns."""

    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    prose: str = ""


def scan_inline(visible: str, lines: Lines) -> Inline:
    """``visible``: the body with comments and those fences blanked that hold no text for readers."""
    found = Inline()
    text = _blank_code(visible)
    if "\\" in text:
        text = _ESCAPE.sub("  ", text)
    for step in (_images, _links, _tags, _terms, _citations):
        text = step(text, lines, found)
    for match in _LEFT_OPEN.finditer(text):
        rule = "P05" if "@" in match[0] else "P07"
        found.problems.append(Problem(rule, lines.place(match.start()), "open", {"text": match[0][:60]}))
    for match in _ATTRIBUTE_LIST.finditer(text):
        found.anchors.update(_LIST_ID.findall(match[1]))
    found.prose = _ATTRIBUTE_LIST.sub(lambda match: blank(match[0]), text)
    return found


def _blank_code(text: str) -> str:
    """Blank `inline code`: two equal runs of backticks in one paragraph."""
    if "`" not in text:
        return text
    runs = [match.span() for match in _TICKS.finditer(text)]
    pieces, done, index = [], 0, 0
    while index < len(runs):
        start, end = runs[index]
        index += 1
        if (start and text[start - 1] == "\\") or end - start > MOST_TICKS:
            continue
        for other in range(index, len(runs)):
            first, last = runs[other]
            if _EMPTY_LINE.search(text, runs[other - 1][1], first):
                break
            if last - first == end - start:
                pieces += [text[done:start], blank(text[start:last])]
                done, index = last, other + 1
                break
    pieces.append(text[done:])
    return "".join(pieces)


def _tags(text: str, lines: Lines, found: Inline) -> str:
    """Raw HTML: its links, pictures and ids; then it is blanked."""
    if "<" not in text:
        return text
    for match in _ADDRESS.finditer(text):
        found.links.append(Link(match[1], lines.place(match.start(1))))
    for match in _TAG.finditer(text):
        name = match[1].lower()
        values: dict[str, tuple[str, int]] = {}
        for each in _ATTRIBUTE.finditer(match[2]):
            value = next((group for group in each.groups()[1:] if group is not None), "")
            values[each[1].lower()] = (html.unescape(value), match.start(2) + each.start())
        if "id" in values:
            found.anchors.add(values["id"][0])
        if name == "a" and "href" in values:
            found.links.append(Link(values["href"][0], lines.place(values["href"][1]), html=True))
        if name == "img":
            source = values.get("src", ("", 0))[0]
            alt = values.get("alt", (None, 0))[0]
            found.images.append(Image(alt or "", source, lines.place(match.start()), html=True, decorative=alt == ""))
    text = _ADDRESS.sub(lambda match: blank(match[0]), text)
    return _TAG.sub(lambda match: blank(match[0]), text)


def _images(text: str, lines: Lines, found: Inline) -> str:
    def take(match: re.Match[str]) -> str:
        found.images.append(Image(" ".join(match[1].split()), match[2].strip("<>"), lines.place(match.start())))
        return blank(match[0])

    return _IMAGE.sub(take, text) if "![" in text else text


def _links(text: str, lines: Lines, found: Inline) -> str:
    def take(match: re.Match[str]) -> str:
        found.links.append(Link(match[3].strip("<>"), lines.place(match.start(3))))
        return " " + match[1] + blank(match[0][1 + len(match[1]) :])

    def take_definition(match: re.Match[str]) -> str:
        found.links.append(Link(match[2].strip("<>"), lines.place(match.start(2))))
        return blank(match[0])

    if "](" in text:
        text = _LINK.sub(take, text)
    return _DEFINITION.sub(take_definition, text) if "]:" in text else text


def _terms(text: str, lines: Lines, found: Inline) -> str:
    def take(match: re.Match[str]) -> str:
        place = lines.place(match.start())
        key, shown = match[1].strip(), match[3]
        if not key or (match[2] and not shown.strip()):
            found.problems.append(Problem("P07", place, "empty", {"text": match[0]}))
        else:
            found.terms.append(Term(key, " ".join(shown.split()) if shown else None, place))
        return blank(match[0])

    return _TERM.sub(take, text) if "[[" in text else text


def _citations(text: str, lines: Lines, found: Inline) -> str:
    def take(match: re.Match[str]) -> str:
        offset = match.start(1)
        for piece in match[1].split(";"):
            place = lines.place(offset + len(piece) - len(piece.lstrip()))
            if parts := _KEY.match(piece):
                article = parts["article"]
                article = "".join(article.split()).replace("–", "-") if article else None
                found.citations.append(Citation(parts["key"], article, place))
            else:
                found.problems.append(Problem("P05", place, "form", {"text": piece.strip()}))
            offset += len(piece) + 1
        return blank(match[0])

    return _CITATION.sub(take, text) if "@" in text else text
