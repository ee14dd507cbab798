"""The running text of a page, cut into passages and sentences, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from amanah.check.page_words import page_words
from amanah.course.page import Page
from amanah.course.place import Place
from amanah.course.plain_text import normalise

GENERATED = frozenset({"about/rules"})
"""Pages that `amanah check --document` writes from the rules: their words are mended there, and the messages of one
language face the explanations of another."""

WORD = re.compile(r"[^\W_]+(?:['’‑./,-][^\W_]+)*")
_TABLE = re.compile(r"^[\s>]*\|")
_LIST = re.compile(r"^[\s>]*(?:[*+-]|\d+[.)])\s")
_END = re.compile(r"(?<=[.!?…])[\"')\]]*\s+(?=[\"'(\[]*[^\W_a-z])")
_LAST_WORD = re.compile(r"[\w.]+(?=\.[\"')\]]*\Z)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, an entry of a list or the row of a table.

    ``raw`` as written, ``plain`` without marks; ``inside`` the blocks around it; ``section`` the id of the heading
    above it; ``lead`` the raw text before the list or the table that it belongs to, with the heading row, or "".
    """

    raw: str
    plain: str
    place: Place
    kind: Literal["text", "list", "table", "title", "heading"]
    inside: tuple[str, ...]
    section: str
    lead: str = ""
    heading_row: bool = False


def passages(page: Page) -> Iterator[Passage]:
    """Everything that a page says outside fences, headings included, in order; nothing of a generated page."""
    if page.path in GENERATED:
        return
    lines = page.body.split("\n")
    section, before, lead = "", "", ""
    for paragraph in page.paragraphs:
        if paragraph.kind == "fence":
            continue
        number = paragraph.line - page.body_line
        line = lines[number] if 0 <= number < len(lines) else ""
        if paragraph.kind == "heading":
            section = (paragraph.heading.id if paragraph.heading else None) or ""
        if paragraph.kind == "text" and _TABLE.match(line):
            rows = paragraph.text.split("\n")
            for offset, row in enumerate(rows):
                # the separator is no line of the paragraph, but one of the file
                place = _place(page, lines, number + offset + (offset > 0))
                lead = f"{before}\n{rows[0]}" if offset else before
                plain = normalise(row, page.term)
                yield Passage(row, plain, place, "table", paragraph.inside, section, lead, not offset)
            before = lead = ""
            continue
        kind: str = paragraph.kind
        if kind == "text" and _LIST.match(line):
            kind = "list"
        else:
            lead = ""
        if kind == "list":
            lead = lead or before
        plain = normalise(paragraph.text, page.term)
        place = _place(page, lines, number)
        yield Passage(paragraph.text, plain, place, kind, paragraph.inside, section, lead)  # type: ignore[arg-type]
        if kind != "list":
            before = paragraph.text if kind == "text" else ""


def _place(page: Page, lines: list[str], number: int) -> Place:
    line = lines[number] if 0 <= number < len(lines) else ""
    return Place(page.file, page.body_line + number, len(line) - len(line.lstrip(" >")) + 1)


def sentences(plain: str, lang: str) -> list[str]:
    """The sentences of a normalised text; the full stop of an abbreviation or an initial ends none."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(plain):
        piece = plain[start : match.start()]
        last = _LAST_WORD.search(piece)
        if last and (last[0].lower() in page_words(lang).abbreviations or _is_initial(last[0])):
            continue
        found.append(piece)
        start = match.end()
    found.append(plain[start:])
    return [each for each in found if each.strip()]


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def count_words(plain: str) -> int:
    """How many words a reader counts: "ke-2", "25/2009" and "14.30" are one each."""
    return sum(1 for _ in WORD.finditer(plain))
