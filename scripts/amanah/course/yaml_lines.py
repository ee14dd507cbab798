"""A text by its lines, and what was found wrong on one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

KEY = r"""(?:"[^"\n]*"|'[^'\n]*'|[^\s"'\[\]{},#&*!|>%@`-][^\s:#,{}\[\]]*)"""
_VALUE = re.compile(rf"[ ]*(?:- +)*(?:{KEY} *:(?: +|$))?")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A variant of S01 (or S03), with the line and column (both from 0) that it concerns."""

    variant: str
    line: int
    column: int
    values: dict[str, str] = field(default_factory=dict)
    rule: str = "S01"


class Lines:
    """A text with its lines: index ↔ line and column."""

    def __init__(self, text: str) -> None:
        self.text = text

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

    def text_start(self, index: int) -> int:
        """Where the line around `index` begins behind its indentation."""
        start, row = self.row(index)
        return start + len(row) - len(row.lstrip(" "))
