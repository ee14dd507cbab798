"""Reads the Markdown of a page line by line, without rendering it.

It knows what this site uses: fences (indented, quoted, of any length), admonitions, headings with ids, tables, lists,
block quotes, comments. Fences are found first, as pymdownx.superfences does, and blanked out; what follows sees the
same text with the same columns. Indented code blocks count as text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from amanah.course.elements import Block, Fence, Heading, Paragraph
from amanah.course.place import Place
from amanah.course.plain_text import TermLookup, plain
from amanah.course.problem import Problem

_OPEN = re.compile(r"^(?P<indent>[ \t>]*+)(?P<mark>`{3,}+|~{3,}+)(?P<info>[^\n]*)$", re.MULTILINE)
_INFO = re.compile(r"[ \t]*\.?(?P<name>[\w#.+-]+)|[ \t]*\{[^}]*?\.(?P<cls>[\w-]+)")
_BLOCK = re.compile(r"(?:!!!|\?\?\?\+?) ?(?P<name>[\w-]+(?: +[\w-]+)*)(?: +\"(?P<title>.*?)\")? *$")
_HEADING_IDS = re.compile(r"(?<! )[ ]++\{:?[ ]*+([^{}\n]++)\}[ ]*$")
_ID = re.compile(r"(?:^|\s)#([^\s}]+)")
_QUOTE = re.compile(r"(?:> ?)+")
_ITEM = re.compile(r"(?:[*+-]|\d+[.)])[ \t]+|:[ \t]+|\[\^[^\]]+\]:[ \t]*")
_RULE = re.compile(r"(?:([-*_])[ ]*)(?:\1[ ]*){2,}$")
_SEPARATOR = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_DEFINITION = re.compile(r"\[[^\]^@\[][^\]]*\]:[ \t]*\S|\*\[[^\]]+\]:")
_PIPE = re.compile(r"(\[\[[^\[\]]*\]\])|(?<!\\)\|")
WITH_TEXT = ("law", "figure")
_NOT_NEWLINE = re.compile(r"[^\n]")


def blank(text: str) -> str:
    """The same lines and columns with nothing in them."""
    return _NOT_NEWLINE.sub(" ", text)


class Lines:
    """Turns offsets within the body of a page into places of its file."""

    def __init__(self, body: str, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self._starts = [0]
        find, position = body.find, body.find("\n")
        while position >= 0:
            self._starts.append(position + 1)
            position = find("\n", position + 1)

    def place(self, offset: int) -> Place:
        """The place of the character at this offset."""
        row = bisect_right(self._starts, offset) - 1
        return Place(self.file, self.first_line + row, offset - self._starts[row] + 1)


@dataclass(slots=True)
class Structure:
    """The blocks of a page.

    ``masked``: the body with its fences and comments blanked; ``visible``: the same, but fences that hold text for
    readers keep it.
    """

    masked: str = ""
    visible: str = ""
    headings: list[Heading] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def scan_structure(body: str, lines: Lines, term: TermLookup | None = None) -> Structure:
    """Find fences, blocks, headings and paragraphs."""
    structure = Structure()
    at_line = _take_fences(body, lines, structure)
    if "<!--" in structure.masked:
        structure.masked = _without_comments(structure.masked)
        structure.visible = _without_comments(structure.visible)
    _Walker(structure, lines, at_line, term).walk()
    return structure


# --- fences -----------------------------------------------------------------------------------------------------------


def _without_comments(text: str) -> str:
    pieces: list[str] = []
    done = 0
    while (start := text.find("<!--", done)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        pieces += [text[done:start], blank(text[start : end + 3])]
        done = end + 3
    return "".join([*pieces, text[done:]])


def _take_fences(body: str, lines: Lines, structure: Structure) -> set[int]:
    """Collect the fences, blank them, and return the file lines at which they open."""
    pieces: list[str] = []
    visible: list[tuple[int, int]] = []
    at_line: set[int] = set()
    open_for_good: set[str] = set()  # characters of which no fence is closed any more: not looked for again
    done = 0
    while match := _OPEN.search(body, done):
        mark, info = match["mark"], match["info"]
        start, end = match.span()
        if mark[0] in info:  # ```inline code``` at the start of a line
            pieces.append(body[done:end])
            done = end
            continue
        place = lines.place(start + len(match["indent"]))
        unclosed = mark[0] in open_for_good
        inner, close, tidy = ([], None, False) if unclosed else _find_end(body, end, match["indent"], mark)
        pieces.append(body[done:start])
        if close is None:
            open_for_good.add(mark[0])
            structure.problems.append(Problem("P17", place, "unclosed", {"fence": mark + info.strip()}))
            pieces.append(blank(body[start:end]))
            done = end
            continue
        if not tidy:
            structure.problems.append(Problem("P17", place, "indent", {"fence": mark + info.strip()}))
        named = _INFO.match(info)
        name = (named["name"] or named["cls"] or "") if named else ""
        first = Place(place.file, place.line + 1, len(match["indent"]) + 1)
        structure.fences.append(Fence(name, "\n".join(inner), place, first))
        at_line.add(place.line)
        pieces.append(blank(body[start:close]))
        if name in WITH_TEXT:
            visible.append((end, max(end, body.rfind("\n", 0, close))))
        done = close
    pieces.append(body[done:])
    structure.masked = structure.visible = "".join(pieces)
    if visible:
        shown, done = [], 0
        for start, end in visible:
            shown += [structure.masked[done:start], body[start:end]]
            done = end
        structure.visible = "".join([*shown, structure.masked[done:]])
    return at_line


def _find_end(body: str, position: int, indent: str, mark: str) -> tuple[list[str], int | None, bool]:
    """The dedented lines of a fence, the offset at which it ends, and whether superfences will see it so.

    superfences wants the closing mark exactly as long and as far in as the opening one, and no line further out;
    otherwise it prints the fence as text without a word.
    """
    width = len(indent)
    inner: list[str] = []
    tidy = True
    loose: tuple[list[str], int] | None = None
    while position < len(body):
        end = body.find("\n", position + 1)
        end = len(body) if end < 0 else end
        line = body[position + 1 : end]
        lead = len(line) - len(line.lstrip(" \t>"))
        text = line[min(lead, width) :]
        if text.rstrip(" \t") == mark and lead >= width:
            return inner, end, tidy
        bare = line.strip(" \t>")
        if loose is None and len(bare) >= 3 and not bare.strip(mark[0]):
            loose = (list(inner), end)
        tidy = tidy and (lead >= width or lead == len(line))
        inner.append(text)
        position = end
    return (*loose, False) if loose else ([], None, False)


# --- lines ------------------------------------------------------------------------------------------------------------


class _Walker:
    """Goes through the lines once and gathers them into paragraphs."""

    def __init__(self, structure: Structure, lines: Lines, at_line: set[int], term: TermLookup | None) -> None:
        self.structure = structure
        self.lines = lines
        self.at_line = at_line
        self.term = term
        self.stack: list[tuple[int, str]] = []  # (indent of the content, name) of the admonitions around this line
        self.gathered: list[str] = []
        self.gathered_line = 0
        self.table = False

    def walk(self) -> None:
        for number, line in enumerate(self.structure.masked.split("\n"), self.lines.first_line):
            if number in self.at_line:
                self.flush()
                self.add("fence", "", number)
            text = line.strip(" \t\r")
            if text:
                self.line(number, line, text)
            else:
                self.flush()
        self.flush()

    def line(self, number: int, line: str, text: str) -> None:
        line = line.expandtabs(4) if "\t" in line else line
        indent = len(line) - len(line.lstrip(" "))
        while self.stack and indent < self.stack[-1][0]:
            self.flush()
            self.stack.pop()
        first = text[0]
        if first == ">":
            quoted = text[_QUOTE.match(text).end() :]  # type: ignore[union-attr]
            text = quoted.strip()
            if not text:
                return self.flush()
            first = text[0]
        if first == "#" and indent == self.base:
            return self.heading(number, line, text)
        if first in "!?" and self.block(number, line, text, indent):
            return None
        if first in "-=|:*_ " and self.mark(text, indent):
            return None
        if item := _ITEM.match(text):
            self.flush()
            text = text[item.end() :]
        elif first in "[*" and _DEFINITION.match(text):
            return None
        if not self.gathered:
            self.gathered_line = number
        self.gathered.append(text)
        return None

    @property
    def base(self) -> int:
        return self.stack[-1][0] if self.stack else 0

    def mark(self, text: str, indent: int) -> bool:
        """A line that is no text: an underline of a heading, a rule, the second line of a table."""
        underline = not text.strip("=") or not text.strip("-")
        if underline and len(self.gathered) == 1 and indent == self.base:
            place = Place(self.lines.file, self.gathered_line, indent + 1)
            self.add_heading(1 if text[0] == "=" else 2, self.gathered.pop(), place)
            return True
        if self.gathered and ("|" in text or "|" in self.gathered[-1]) and _SEPARATOR.match(text):
            self.table = True
            return True
        if _RULE.match(text):
            self.flush()
            return True
        return False

    def block(self, number: int, line: str, text: str, indent: int) -> bool:
        match = _BLOCK.match(text)
        place = Place(self.lines.file, number, line.index(text[0]) + 1)
        if match is None:
            if text.startswith(("!!!", "???")) and text.strip("!?"):
                self.structure.problems.append(Problem("P17", place, "block", {"line": text[:60]}))
            return False
        self.flush()
        name, title = match["name"].split()[0], match["title"] or ""
        self.structure.blocks.append(Block(name, title, place))
        self.stack.append((indent + 4, name))
        if title:
            self.add("title", title, number)
        return True

    def heading(self, number: int, line: str, text: str) -> None:
        self.flush()
        marks = min(len(text) - len(text.lstrip("#")), 6)
        place = Place(self.lines.file, number, line.index("#") + 1)
        self.add_heading(marks, text[marks:].rstrip("#"), place)

    def add_heading(self, level: int, text: str, place: Place) -> None:
        written = None
        if match := _HEADING_IDS.search(text):
            if named := _ID.search(match[1]):
                written = named[1]
            text = text[: match.start()].rstrip(" #")
        heading = Heading(level, written, " ".join(plain(text, self.term).split()), place)
        self.structure.headings.append(heading)
        self.add("heading", text.strip(), place.line, heading)

    def flush(self) -> None:
        if self.gathered:
            text = "\n".join(self.gathered)
            if self.table or self.gathered[0].startswith("|"):
                text = _PIPE.sub(lambda match: match[1] or " ", text)
            self.add("text", text, self.gathered_line)
            self.gathered = []
        self.table = False

    def add(self, kind: str, text: str, line: int, heading: Heading | None = None) -> None:
        inside = tuple(name for _, name in self.stack)
        self.structure.paragraphs.append(Paragraph(kind, text, line, inside, heading))  # type: ignore[arg-type]


def sections(paragraphs: list[Paragraph] | tuple[Paragraph, ...], anchor: str) -> Iterator[Paragraph]:
    """The paragraphs from the heading with this id (itself first) to the next of the same or a higher level."""
    level = 0
    for paragraph in paragraphs:
        heading = paragraph.heading
        if not level:
            if heading is None or heading.id != anchor:
                continue
            level = heading.level
        elif heading is not None and heading.level <= level:
            return
        yield paragraph
