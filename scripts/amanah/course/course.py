"""The whole course as one object: every page of every language and the registers, read once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from amanah.course.config import CONFIG, pages_in_nav, read_config
from amanah.course.elements import Citation
from amanah.course.front_matter import ArticlePage, CourseIndex, Lesson, ModuleIndex
from amanah.course.labels import author_year, law_label, words_of
from amanah.course.languages import Language, languages_in
from amanah.course.page import Page, read_page
from amanah.course.place import Place
from amanah.course.plain_text import TermLookup, normalise
from amanah.course.problem import Problem, Text
from amanah.course.references import Reference
from amanah.course.registers import Article, GlossaryEntry, Law, Topic, read_registers
from amanah.course.source_file import files_below, unreadable
from amanah.course.yaml_subset import Tree

__all__ = ["Course", "normalise", "read_course"]

DOCS = "docs"
_ORDER = {"index": 0, "practice": 2, "quiz": 3}


@dataclass(eq=False)
class Course:
    """``default_language``: the code of the language at the site's root. ``pages`` by (language, path).

    Laws, glossary, references, topics and ``words`` (the interface's) go by key. ``nav``: the paths of the pages in the
    order of the navigation. ``problems``: what the readers found wrong. ``trees``: the YAML registers by file.
    """

    root: Path
    languages: tuple[Language, ...] = ()
    default_language: str = ""
    pages: dict[tuple[str, str], Page] = field(default_factory=dict)
    laws: dict[str, Law] = field(default_factory=dict)
    glossary: dict[str, GlossaryEntry] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    words: dict[str, Text] = field(default_factory=dict)
    nav: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    trees: dict[str, Tree] = field(default_factory=dict, repr=False)

    @property
    def codes(self) -> tuple[str, ...]:
        """The language codes, the default one first."""
        return tuple(each.code for each in self.languages)

    @cached_property
    def _by_id(self) -> dict[tuple[str, str], Page]:
        return {(page.lang, page.id): page for page in reversed(self.pages.values()) if page.id}

    def pages_of(self, lang: str) -> list[Page]:
        """The pages of one language by path."""
        return [page for (code, _), page in self.pages.items() if code == lang]

    def page_by_id(self, lang: str, id_: str) -> Page | None:
        """The page with this front matter id."""
        return self._by_id.get((lang, id_))

    def versions(self, path: str) -> dict[str, Page]:
        """One page in every language that has it, the default one first."""
        found = ((code, self.pages.get((code, path))) for code in self.codes)
        return {code: page for code, page in found if page is not None}

    def module_pages(self, lang: str, number: int) -> list[Page]:
        """The pages of a module in reading order: index, lessons, practice, quiz."""

        def order(page: Page) -> tuple[int, int, str]:
            return _ORDER.get(page.path.rpartition("/")[2], 1), page.lesson or 0, page.path

        return sorted((page for page in self.pages_of(lang) if page.module == number), key=order)

    def module_index(self, lang: str, number: int) -> Page | None:
        """The first page of a module, the one that declares its outcomes (its front matter is a ModuleIndex)."""
        pages = (page for page in self.pages_of(lang) if page.module == number)
        return next((page for page in pages if isinstance(page.front, ModuleIndex)), None)

    def course_index(self, lang: str) -> CourseIndex | None:
        """The front matter of the page that lists the modules."""
        fronts = (page.front for page in self.pages_of(lang))
        return next((front for front in fronts if isinstance(front, CourseIndex)), None)

    def lessons(self, lang: str, ids: Iterable[str]) -> list[Page]:
        """The lessons with these ids, in order; the id of a module's first page stands for all of its lessons."""
        found: dict[str, Page] = {}
        for page in filter(None, (self.page_by_id(lang, id_) for id_ in ids)):
            of_module = isinstance(page.front, ModuleIndex) and page.module is not None
            pages = self.module_pages(lang, page.module or 0) if of_module else [page]
            found.update((each.path, each) for each in pages if isinstance(each.front, Lesson))
        return list(found.values())

    def articles(self, lang: str) -> list[tuple[Page, ArticlePage]]:
        """The articles in the order of the navigation; one that is not in it comes last."""
        order = {path: number for number, path in enumerate(self.nav)}
        pages = sorted(self.pages_of(lang), key=lambda page: order.get(page.path, len(order)))
        return [(page, page.front) for page in pages if isinstance(page.front, ArticlePage)]

    def resolve(self, citation: Citation) -> Law | tuple[Law, Article] | Reference | None:
        """What a citation points at; None if a register lacks the key or the law lacks the article."""
        law = self.laws.get(citation.key)
        if law is None:
            return None if citation.article else self.references.get(citation.key)
        if citation.article is None:
            return law
        article = law.articles.get(citation.article)
        return (law, article) if article else None

    def label(self, citation: Citation, lang: str) -> str:
        """How a citation reads in a language; its key if no register has it."""
        if law := self.laws.get(citation.key):
            return law_label(law.short, citation.article, lang)
        if reference := self.references.get(citation.key):
            return author_year(reference, words_of(self.words, lang))
        return str(citation)

    def term(self, key: str, lang: str) -> str | None:
        """The glossary's term in a language."""
        return _term_lookup(self.glossary, lang)(key)


def read_course(root: Path, drafts: bool = False) -> Course:
    """Read everything below ROOT/docs. Never raises for a user's mistake: everything wrong is in ``problems``.

    ``drafts``: also the languages that are still being translated. Raises OSError where a folder cannot be listed.
    """
    root = Path(root)
    config, broken = read_config(root)
    languages, problems = ((), broken) if broken else languages_in(config, root)
    languages = tuple(each for each in languages if drafts or not each.draft)
    registers = read_registers(root)
    course = Course(
        root,
        languages,
        next((each.code for each in languages if each.default), ""),
        laws=registers.laws,
        glossary=registers.glossary,
        references=registers.references,
        topics=registers.topics,
        words=registers.words,
        nav=pages_in_nav(config),
        problems=[*problems, *registers.problems],
        trees=registers.trees,
    )
    if not (root / DOCS).is_dir():
        course.problems.append(Problem("P00", Place(DOCS), "no-docs"))
        return course
    for language in languages:
        docs = root / DOCS / language.code
        if not docs.is_dir():
            place = Place(CONFIG)
            course.problems.append(Problem("P00", place, "no-folder", {"folder": f"{DOCS}/{language.code}"}))
        for path in files_below(docs, ".md"):
            try:
                page = read_page(path, root, language.code, docs, _term_lookup(registers.glossary, language.code))
            except OSError as error:
                course.problems.append(unreadable(error, path.relative_to(root).as_posix()))
                continue
            course.pages[language.code, page.path] = page
            course.problems.extend(page.problems)
    return course


def _term_lookup(glossary: dict[str, GlossaryEntry], lang: str) -> TermLookup:
    def term(key: str) -> str | None:
        entry = glossary.get(key)
        return entry.term.get(lang) if entry else None

    return term
