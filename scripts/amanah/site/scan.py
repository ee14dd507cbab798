"""Where the fences of a Markdown text stand. superfences does not tell its formatters; errors need the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_OPENING = re.compile(r"^(?P<indent>[ \t>]*)(?P<marks>`{3,}|~{3,})[ \t]*\.?(?P<name>[\w-]+)[ \t]*$")


@dataclass(slots=True)
class FoundFence:
    """A fence: its name, its stripped non-empty lines and the line (1 = first line of the text) of its opening."""

    name: str
    lines: tuple[str, ...]
    line: int
    used: bool = False


def body_lines(source: str) -> tuple[str, ...]:
    """The lines of a fence that are not empty, stripped."""
    return tuple(line.strip() for line in source.splitlines() if line.strip())


def find_fences(lines: Sequence[str]) -> list[FoundFence]:
    """Every named fence, in order; a fence inside another fence is text and is not found."""
    found: list[FoundFence] = []
    index = 0
    while index < len(lines):
        opening = _OPENING.match(lines[index])
        if not opening:
            index += 1
            continue
        closing = re.compile(rf"^[ \t>]*{re.escape(opening['marks'])}[ \t]*$")
        end = next((i for i in range(index + 1, len(lines)) if closing.match(lines[i])), None)
        if end is None:
            index += 1
            continue
        body = "\n".join(line.lstrip(" \t>") for line in lines[index + 1 : end])
        found.append(FoundFence(opening["name"], body_lines(body), index + 1))
        index = end + 1
    return found
