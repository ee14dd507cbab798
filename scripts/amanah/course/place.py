"""A place in a source file: what every reader's objects and every finding carry."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A character in a file; sorts by file, then line, then column.

    `file` is a POSIX path relative to the root of the course; `line` and `column` count from 1, columns in characters.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def place_of_index(text: str, index: int, file: str, first_line: int = 1) -> Place:
    """The place of the character `text[index]`, when the first line of `text` is line `first_line` of `file`."""
    line_start = text.rfind("\n", 0, index) + 1
    return Place(file, first_line + text.count("\n", 0, index), index - line_start + 1)
