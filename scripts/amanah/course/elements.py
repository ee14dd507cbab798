"""What a page is made of, each with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amanah.course.place import Place


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 1–6; ``id`` only if written out; ``text`` without markup; ``place`` of the first ``#``."""

    level: int
    id: str | None
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """``target`` as written; ``place`` of the target, for that is what is to be mended."""

    target: str
    place: Place
    html: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """A Markdown image or an ``<img>``; ``place`` of its first character. ``decorative``: ``alt=""`` is written out."""

    alt: str
    target: str
    place: Place
    html: bool = False
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """``[@key]`` or ``[@key:article]``; one object each in ``[@a; @b]``; ``place`` of the ``@``."""

    key: str
    article: str | None
    place: Place

    def __str__(self) -> str:
        return f"{self.key}:{self.article}" if self.article else self.key


@dataclass(frozen=True, slots=True)
class Term:
    """``[[key]]`` or ``[[key|text]]``; ``text`` is None where the glossary's term is printed; ``place`` of ``[[``."""

    key: str
    text: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: ``name`` is its first word, ``body`` its lines without the common indent and the last newline.

    Line *n* of the body stands in line ``body_place.line + n``, shifted right by ``body_place.column - 1``.
    """

    name: str
    body: str
    place: Place
    body_place: Place

    def lines(self) -> list[tuple[str, Place]]:
        """The lines that are not empty, stripped, each with the place of its first character."""
        lines = []
        for number, line in enumerate(self.body.split("\n")):
            if word := line.strip():
                column = self.body_place.column + len(line) - len(line.lstrip())
                lines.append((word, Place(self.body_place.file, self.body_place.line + number, column)))
        return lines


@dataclass(frozen=True, slots=True)
class Block:
    """An admonition, ``!!! name "title"`` or ``??? name "title"``; ``place`` of its mark."""

    name: str
    title: str
    place: Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Consecutive lines of text as written, without quote marks, list marks and table pipes.

    ``kind`` "fence" (empty) stands where a fence stood. ``inside`` names the blocks around it, outermost first.
    """

    kind: Literal["text", "heading", "title", "fence"]
    text: str
    line: int
    inside: tuple[str, ...] = ()
    heading: Heading | None = None
