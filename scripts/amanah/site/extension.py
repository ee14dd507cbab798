"""The Python-Markdown extension of Amanah: what MkDocs (or anything else that reads Markdown) needs for a page.

No plugin and no hook: the page is learned from MkDocs' own "relpath" processor, or from the option ``page``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from amanah.site import quiz_html
from amanah.site.citations import CitationProcessor
from amanah.site.context import PageContext, offset_in_file
from amanah.site.errors import PageError
from amanah.site.fences import SOURCES_MARK
from amanah.site.library import library
from amanah.site.progress import progress
from amanah.site.reading import foot
from amanah.site.registers_html import sources
from amanah.site.scan import find_fences
from amanah.site.tables import TableScroller
from amanah.site.terms import TermProcessor, hide_bars
from amanah.site.translation import banner, source_language
from amanah.site.where import where

END_OF_PAGE = "<!--am-end-->"


class AmanahExtension(Extension):
    """Citations, glossary terms, scrollable tables, the page's wrapper, and the context that the fences use."""

    def __init__(self, fragment_of: PageContext | None = None, **options: Any) -> None:
        """``fragment_of``: the page around a piece of Markdown inside a fence; a fragment is not wrapped."""
        self.fragment_of = fragment_of
        self.config = {
            "root": ["", "Folder with docs/, quizzes/ and mkdocs.yml; under MkDocs it is known."],
            "page": ["", "The page under docs/, such as id/course/index.md; under MkDocs it is known."],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        if self.fragment_of:
            md.amanah = self.fragment_of
        else:
            # Before NormalizeWhitespace (30): the lines must still be the file's lines.
            md.preprocessors.register(_Beginning(md, self.getConfig("root"), self.getConfig("page")), "amanah", 100)
            # After everything else, raw HTML included.
            md.treeprocessors.register(_EndOfPage(md), "amanah-end", -10)
            md.postprocessors.register(_Ending(md), "amanah", -10)
            # Before MkDocs and toc (5) look at the tree.
            md.treeprocessors.register(TableScroller(md), "amanah-tables", 6)
        # Between backticks (190) and links (170).
        md.inlinePatterns.register(CitationProcessor(md), "amanah-citation", 176)
        md.inlinePatterns.register(TermProcessor(md), "amanah-term", 175)


class _Beginning(Preprocessor):
    """Learns which page this is and where its fences stand."""

    def __init__(self, md: Markdown, root: str, page: str) -> None:
        super().__init__(md)
        self.root, self.page = root, page

    def run(self, lines: list[str]) -> list[str]:
        root, source, build = Path(self.root or "."), self.page, None
        if "relpath" in self.md.treeprocessors:
            relpath: Any = self.md.treeprocessors["relpath"]
            root, source, build = Path(relpath.config.docs_dir).parent, relpath.file.src_uri, relpath.files
        if not source:
            raise PageError("amanah.site.extension: no page to render; give the option page")
        lang, _, path = source.partition("/")
        context = PageContext(library(root.resolve(), build), lang, path.removesuffix(".md"))
        if lang not in {language.code for language in context.course.languages}:
            raise PageError(f"docs/{source}: mkdocs.yml lists no language {lang}")
        context.markdown = _fragment_renderer(context)
        context.line_offset = offset_in_file(root / "docs" / source, lines)
        lines = [hide_bars(line) for line in lines]
        context.lines = lines
        context.fences = find_fences(lines)
        self.md.amanah = context
        return lines


class _EndOfPage(Treeprocessor):
    """Marks the end of the page, for toc sends every heading through the postprocessors as if it were one."""

    def run(self, root: Element) -> None:
        SubElement(root, "p").text = self.md.htmlStash.store(END_OF_PAGE)


class _Ending(Postprocessor):
    """Fills in what needs the whole page, and wraps it."""

    def run(self, text: str) -> str:
        text, whole_page, _ = text.partition(END_OF_PAGE)
        if not whole_page:
            return text
        context: PageContext = self.md.amanah
        if SOURCES_MARK in text:
            text = text.replace(SOURCES_MARK, sources(context))
        if context.has_items:
            text = quiz_html.finish(context, text)
        css = f"am-page t-{context.module}" if context.module else "am-page"
        source = source_language(context)
        written_in = Markup(' lang="{}" data-untranslated').format(source) if source else ""
        parts = (banner(context) + where(context) + Markup(text.strip()), foot(context), progress(context, text))
        page = Markup('<div class="{}" data-page="{}"{}>\n{}\n</div>')
        return str(page.format(css, context.page_id, written_in, Markup("\n").join(filter(None, parts))))


def _fragment_renderer(context: PageContext) -> Any:
    """Renders Markdown inside a fence with the page's own citations, terms and ids."""
    md: Markdown | None = None

    def convert(text: str) -> str:
        nonlocal md
        if md is None:
            md = Markdown(extensions=["smarty", "attr_list", AmanahExtension(fragment_of=context)])
        md.reset()
        return str(md.convert(text))

    return convert


def makeExtension(**options: Any) -> AmanahExtension:
    return AmanahExtension(**options)
