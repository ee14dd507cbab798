"""The source line of a finding with a caret under its place, for a terminal of any width."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from amanah.check.findings import Finding
from amanah.course.place import Place

TAB = 4
WIDTH = 100
MOST_BYTES = 32_000_000  # a larger file is refused by the readers; nobody wants to see a line of it


class Sources:
    """The lines of the files below ``root``, each file read once; one that cannot be read has none."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._file = ""
        self._lines: list[str] = []

    def line(self, place: Place) -> str | None:
        """The line of a place, or None where there is no such line."""
        if place.file != self._file:  # findings come by file, so that one is enough to remember
            self._file, self._lines = place.file, self._read(place.file)
        return self._lines[place.line - 1] if 0 < place.line <= len(self._lines) else None

    def _read(self, file: str) -> list[str]:
        path = self._root / file
        try:
            if not path.is_file() or path.stat().st_size > MOST_BYTES:
                return []
            text = path.read_bytes().decode("utf-8", "replace")
        except (OSError, ValueError):
            return []
        return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def excerpt(finding: Finding, sources: Sources, width: int = WIDTH) -> list[str]:
    """Two lines, such as ``  26 |     answer: d`` and ``     |             ^``; none where there is no source line."""
    place = finding.place
    line = sources.line(place)
    if line is None or not line.strip():
        return []
    gutter = f"{place.line:>4} | "
    shown, column = cut(line, place.column, max(width - len(gutter), 20))
    return [(gutter + shown).rstrip(), f"{'|':>6} {' ' * column}^"]


def cut(line: str, column: int, width: int) -> tuple[str, int]:
    """A line as a terminal shows it, at most ``width`` cells wide, and the cell of its character ``column`` (from 1).

    Tabs become spaces, what a terminal would obey or swallow becomes a mark, and of a long line the part around the
    place is left, with … where it was cut.
    """
    index = min(max(column - 1, 0), len(line))
    # far more than fits: the rest of a line with a million characters is never looked at
    first, last = max(index - width, 0), index + width
    cells = _cells(line[first:last])
    before, after = cells[: index - first], cells[index - first :]
    cut_left, cut_right = first > 0, last < len(line)
    if cut_left or cut_right or _width(before) + max(_width(after), 1) > width:
        room = width * 2 // 3
        while before and _width(before) > room - 1:
            before, cut_left = before[1:], True
        left = _width(before) + cut_left
        while len(after) > 1 and left + _width(after) > width - 1:
            after, cut_right = after[:-1], True
    shown = "…" * cut_left + "".join(before)
    return shown + "".join(after) + "…" * cut_right, _width(before) + cut_left


def printable(text: str) -> str:
    """One line of a text that a terminal prints as it stands."""
    if text.isprintable():
        return text
    return "".join(character if _harmless(character) else "\ufffd" for character in " ".join(text.splitlines()))


def _cells(text: str) -> list[str]:
    """What is printed for each character."""
    shown: list[str] = []
    width = 0
    for character in text:
        piece = character if _harmless(character) else "\ufffd"
        if character == "\t":
            piece = " " * (TAB - width % TAB)
        shown.append(piece)
        width += sum(map(_cell_width, piece))
    return shown


def _width(cells: list[str]) -> int:
    return sum(_cell_width(character) for cell in cells for character in cell)


@cache
def _cell_width(character: str) -> int:
    """2 for an East Asian wide character or an emoji, 0 for a mark that stands on the letter before it, else 1."""
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@cache
def _harmless(character: str) -> bool:
    """Whether a terminal prints it and does nothing else: no control, direction, private or broken character."""
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
