"""What a renderer knows about the page it writes for: language, words, links, ids, what was cited so far."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn

from amanah.course.course import Course
from amanah.course.page import Page
from amanah.site.errors import PageError
from amanah.site.library import Library
from amanah.site.scan import FoundFence, body_lines
from amanah.site.words import Words

GLOSSARY, LAWS, REFERENCES, TOPICS = "glossary", "laws", "references", "topics"  # page ids of the registers
KNOWLEDGE = "knowledge"  # page id of the list of articles
PRE_TEST, POST_TEST, REVIEW, COMPLETION = "pre-test", "post-test", "review", "completion"  # page ids outside modules


def output_path(lang: str, path: str, default_language: str) -> str:
    """The built file of a page: path without .md, the default language at the site's root."""
    return f"{path}.html" if lang == default_language else f"{lang}/{path}.html"


@dataclass
class PageContext:
    """One rendering of one page. ``path`` is the path under docs/<lang>/ without .md."""

    library: Library
    lang: str
    path: str
    lines: list[str] = field(default_factory=list)  # the text that is rendered
    fences: list[FoundFence] = field(default_factory=list)
    line_offset: int = 0  # added to a line of the rendered text, gives the line of the file
    cited: dict[str, list[str]] = field(default_factory=dict)  # citation key → articles, in order of appearance
    items_seen: Counter[str] = field(default_factory=Counter)  # "quiz" and "recall" → items rendered so far
    tally: list[Any] = field(default_factory=list)  # the items of the page's quiz fences, see quiz_html.Tally
    has_items: bool = False
    markdown: Callable[[str], str] = field(default=lambda text: text)  # block Markdown → HTML, citations included
    _ids: Counter[str] = field(default_factory=Counter)

    @property
    def course(self) -> Course:
        return self.library.course

    @property
    def root(self) -> Path:
        return self.library.root

    @property
    def page(self) -> Page | None:
        return self.course.pages.get((self.lang, self.path))

    @property
    def file(self) -> str:
        """The page's file relative to ROOT."""
        return f"docs/{self.lang}/{self.path}.md"

    @property
    def kind(self) -> str:
        return self.page.front.kind if self.page and self.page.front else ""

    @property
    def page_id(self) -> str:
        return self.page.front.id if self.page and self.page.front else self.path

    @cached_property
    def module(self) -> int | None:
        match = re.match(r"course/(\d+)-", self.path)
        return int(match[1]) if match else None

    @cached_property
    def words(self) -> Words:
        return Words(self.course.words, self.lang)

    @cached_property
    def url(self) -> str:
        return output_path(self.lang, self.path, self.course.default_language)

    def unique(self, wanted: str) -> str:
        """An element id that the page does not have yet."""
        self._ids[wanted] += 1
        return wanted if self._ids[wanted] == 1 else f"{wanted}-{self._ids[wanted]}"

    def href(self, target: Page, anchor: str = "") -> str:
        """Relative link to a page of the same language; works on a server and from file://."""
        hash_ = f"#{anchor}" if anchor else ""
        if hash_ and (target.lang, target.path) == (self.lang, self.path):
            return hash_
        built = output_path(target.lang, target.path, self.course.default_language)
        return posixpath.relpath(built, posixpath.dirname(self.url) or ".") + hash_

    def href_of(self, page_id: str, anchor: str = "") -> str:
        """Relative link to the page with an id, in this language; empty if there is no such page."""
        target = self.course.page_by_id(self.lang, page_id)
        return self.href(target, anchor) if target else ""

    def cite(self, key: str, article: str | None = None) -> None:
        """Remembers a citation for the page's list of sources."""
        articles = self.cited.setdefault(key, [])
        if article and article not in articles:
            articles.append(article)

    def take_fence(self, name: str, source: str) -> int:
        """The line (in the file) of the next fence with this name and body; 0 if it cannot be told."""
        wanted = body_lines(source)
        for fence in self.fences:
            if not fence.used and fence.name == name and fence.lines == wanted:
                fence.used = True
                return fence.line + self.line_offset
        return 0

    def line_of(self, text: str) -> int:
        """The line (in the file) in which this text first stands; 0 if it cannot be told."""
        found = next((number for number, line in enumerate(self.lines, 1) if text in line), 0)
        return found + self.line_offset if found else 0

    def fail(self, sentence: str, line: int = 0) -> NoReturn:
        """Ends the build with file, line and what is wrong."""
        raise PageError(f"{self.file}:{line}: {sentence}" if line else f"{self.file}: {sentence}")


def offset_in_file(file: Path, lines: Sequence[str]) -> int:
    """How many lines of the file come before the rendered text (the front matter); 0 if the text is another one."""
    try:
        written = file.read_text(encoding="utf-8").rstrip().splitlines()
    except (OSError, UnicodeDecodeError):
        return 0
    rendered = "\n".join(lines).rstrip().splitlines()
    return len(written) - len(rendered) if written[-len(rendered) :] == rendered else 0
