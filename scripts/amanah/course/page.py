"""One Markdown page of one language: front matter and everything that stands in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from amanah.course.elements import Block, Citation, Fence, Heading, Image, Link, Paragraph, Term
from amanah.course.field_errors import nearest
from amanah.course.front_matter import KINDS, FrontMatter
from amanah.course.inline_scan import scan_inline
from amanah.course.markdown_scan import Lines, scan_structure, sections
from amanah.course.place import Place
from amanah.course.plain_text import TermLookup, normalise
from amanah.course.problem import Problem
from amanah.course.source_file import MOST_PAGE, read_bytes
from amanah.course.yaml_characters import decode
from amanah.course.yaml_subset import Tree, places_of_errors, read_yaml

__all__ = ["Block", "Citation", "Fence", "Heading", "Image", "Link", "Page", "Paragraph", "Term", "read_page"]

_FRONT = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PATH = re.compile(r"course/(\d+)-[^/]+/(?:(\d+)-)?")
_WORD = re.compile(r"\w+(?:['’‑-]\w+)*")
NOT_COUNTED = ("dilemma",)
SOURCES = "sources"


@dataclass(frozen=True)
class Page:
    """A page; ``path`` is its path under docs/<lang>/ without ``.md``, ``file`` its path under the root.

    ``front`` is None where the front matter is missing or wrong (``problems`` says how). ``body`` is the Markdown after
    the front matter and begins in line ``body_line``. ``prose`` is the body with nothing but bare text in it, at the
    same lines and columns. ``anchors`` are ids written anywhere but in headings.
    """

    lang: str
    path: str
    file: str
    front: FrontMatter | None
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    citations: tuple[Citation, ...]
    terms: tuple[Term, ...]
    fences: tuple[Fence, ...]
    images: tuple[Image, ...]
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]
    body: str
    body_line: int
    anchors: frozenset[str] = frozenset()
    prose: str = field(default="", repr=False)
    paragraphs: tuple[Paragraph, ...] = field(default=(), repr=False)
    tree: Tree | None = field(default=None, repr=False, compare=False)
    term: TermLookup | None = field(default=None, repr=False, compare=False)
    _sections: dict[str, str | None] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _numbers(self) -> tuple[int | None, int | None]:
        match = _PATH.match(self.path)
        return (int(match[1]), int(match[2]) if match[2] else None) if match else (None, None)

    @property
    def module(self) -> int | None:
        """The number of its module, from the path (course/6-…/)."""
        return self._numbers[0]

    @property
    def lesson(self) -> int | None:
        """The number of the lesson, from the path (course/6-…/2-…)."""
        return self._numbers[1]

    @property
    def id(self) -> str | None:
        """The id in its front matter, also where the rest of it is wrong."""
        if self.front:
            return self.front.id
        written = self.tree.data.get("id") if self.tree and isinstance(self.tree.data, dict) else None
        return written if isinstance(written, str) and written else None

    @property
    def place(self) -> Place:
        """The beginning of the file."""
        return Place(self.file)

    def front_place(self, *path: str | int) -> Place:
        """The place of a value in the front matter, or of the nearest thing around it that is there."""
        return self.tree.place(path) if self.tree else self.place

    def offset_place(self, offset: int) -> Place:
        """The place of a character of ``body`` or ``prose``."""
        return self._lines.place(offset)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.body, self.file, self.body_line)

    def section_text(self, anchor: str) -> str | None:
        """The plain text from the heading with this id to the next of the same or a higher level; None without one.

        Normalised like ``amanah.course.course.normalise`` does it, so that a normalised quote can be searched in it.
        Paragraphs are joined by a space; a fence leaves a line break, which no quote has: none reaches across it.
        """
        if anchor not in self._sections:
            part = list(sections(self.paragraphs, anchor))
            self._sections[anchor] = self._joined(part[1:]) if part else None
        return self._sections[anchor]

    def text(self) -> str:
        """The plain normalised text of the whole page, headings included."""
        return self._joined(self.paragraphs)

    def words(self) -> int:
        """How many words of prose it has: no front matter, fences, dilemma blocks or section of sources."""
        left_out = {id(paragraph) for paragraph in sections(self.paragraphs, SOURCES)}
        return sum(
            len(_WORD.findall(normalise(paragraph.text, self.term)))
            for paragraph in self.paragraphs
            if id(paragraph) not in left_out and not any(name in NOT_COUNTED for name in paragraph.inside)
        )

    def _joined(self, paragraphs: Iterable[Paragraph]) -> str:
        pieces = ["\n" if each.kind == "fence" else normalise(each.text, self.term) for each in paragraphs]
        return " ".join(piece for piece in pieces if piece).replace(" \n", "\n").replace("\n ", "\n").strip()


def read_page(path: Path, root: Path, lang: str, docs: Path, term: TermLookup | None = None) -> Page:
    """Read one file below ``docs`` (the folder of one language). Raises OSError where it cannot be read."""
    file = path.relative_to(root).as_posix()
    data = read_bytes(path, MOST_PAGE)
    text, not_utf8 = decode(data, file)
    problems = [not_utf8] if not_utf8 else []
    if not_utf8:
        text = data.decode("utf-8", "replace")
    page = parse_page(text, file, lang, path.relative_to(docs).with_suffix("").as_posix(), term)
    return replace(page, problems=(*problems, *page.problems)) if problems else page


def parse_page(text: str, file: str, lang: str, path: str, term: TermLookup | None = None) -> Page:
    """The page that this text is; never raises. ``term`` gives a glossary key's term in the page's language."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    problems: list[Problem] = []
    front, tree, body_start = _front_matter(text, file, problems)
    body = text[body_start:]
    body_line = 1 + text.count("\n", 0, body_start)
    lines = Lines(body, file, body_line)
    structure = scan_structure(body, lines, term)
    inline = scan_inline(structure.visible, lines)
    return Page(
        lang=lang,
        path=path,
        file=file,
        front=front,
        headings=tuple(structure.headings),
        links=tuple(sorted(inline.links, key=_by_place)),
        citations=tuple(sorted(inline.citations, key=_by_place)),
        terms=tuple(inline.terms),
        fences=tuple(structure.fences),
        images=tuple(sorted(inline.images, key=_by_place)),
        blocks=tuple(structure.blocks),
        problems=tuple(problems + structure.problems + inline.problems),
        body=body,
        body_line=body_line,
        anchors=frozenset(inline.anchors),
        prose=inline.prose,
        paragraphs=tuple(structure.paragraphs),
        tree=tree,
        term=term,
    )


def _by_place(element: Link | Citation | Image) -> tuple[int, int]:
    return element.place.line, element.place.column


def _front_matter(text: str, file: str, problems: list[Problem]) -> tuple[FrontMatter | None, Tree | None, int]:
    """The typed front matter, its tree, and the offset at which the body begins."""
    match = _FRONT.match(text)
    if match is None:
        problems.append(Problem("P01", Place(file), "open" if text.startswith("---") else "none"))
        return None, None, 0
    tree = read_yaml(match[1], file, first_line=2)
    problems += tree.problems
    if not isinstance(tree.data, dict):
        problems.append(Problem("P01", Place(file, 2), "no-mapping"))
        return None, tree, match.end()
    if any(problem.rule == "S01" for problem in tree.problems) and not tree.data:
        return None, tree, match.end()
    kind = tree.data.get("kind")
    model = KINDS.get(kind) if isinstance(kind, str) else None
    if model is None:
        problems.append(_unknown_kind(kind, tree))
        return None, tree, match.end()
    try:
        return model.model_validate(tree.data), tree, match.end()
    except ValidationError as error:
        problems += [replace(problem, rule="P01") for problem in places_of_errors(error, tree, (), model)]
        return None, tree, match.end()


def _unknown_kind(kind: object, tree: Tree) -> Problem:
    known = ", ".join(KINDS)
    if not isinstance(kind, str) or not kind:
        return Problem("P01", tree.place(("kind",)), "no-kind", {"known": known})
    near = nearest(kind, list(KINDS))
    values = {"kind": kind, "known": known, "near": near}
    return Problem("P01", tree.place(("kind",)), "kind-near" if near else "kind", values)
