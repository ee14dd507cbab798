"""Whole registers as pages, and the list of what one page cites."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from amanah.course.labels import article_label, article_order
from amanah.course.registers import Law
from amanah.site.citations import cite
from amanah.site.context import REFERENCES, PageContext
from amanah.site.law_text import law_anchor, law_href, status_line
from amanah.site.templates import render
from amanah.site.works import entry


def glossary(context: PageContext) -> Markup:
    """Every term, sorted by the page's language."""
    entries = [
        (term, cite(context, term.cite) if term.cite else "")
        for term in sorted(context.course.glossary.values(), key=lambda term: term.term[context.lang].casefold())
    ]
    return render(context.root, "blocks/glossary.html", entries=entries, t=context.words, lang=context.lang)


def laws(context: PageContext) -> Markup:
    """Every law in the order of the register, its articles in the law's own order."""
    words = context.words
    rows = [
        {
            "law": law,
            "anchor": law_anchor(law.key),
            "status": status_line(words, law),
            "articles": [
                (law_anchor(law.key, key), article_label(key, context.lang), law.articles[key])
                for key in sorted(law.articles, key=article_order)
            ],
        }
        for law in context.course.laws.values()
    ]
    return render(context.root, "blocks/laws.html", laws=rows, t=words, lang=context.lang)


def references(context: PageContext) -> Markup:
    """Every work, sorted by author and year."""
    words = context.words
    works = sorted(
        ((entry(words, work), work.key) for work in context.course.references.values()),
        key=lambda pair: pair[0].striptags().casefold().lstrip("“"),
    )
    return render(context.root, "blocks/references.html", works=works)


def _numbers(articles: Iterable[str], lang: str) -> str:
    """Pasal 22 ayat (1), 44 ayat (3): the word for an article stands once."""
    first, *others = [article_label(each, lang) for each in sorted(articles, key=article_order)] or [""]
    word = first.partition(" ")[0] + " "
    return ", ".join([first, *(each.removeprefix(word) for each in others)])


def sources(context: PageContext) -> Markup:
    """What this page has cited so far: laws with their articles, then works.

    Links to each article and the address of each work stand on the pages of the registers: a page with thirty
    citations would spend more bytes on addresses than on a section of its text.
    """
    words = context.words
    cited_laws: list[tuple[Law, str, str, str]] = []
    for key, law in context.course.laws.items():
        if (articles := context.cited.get(key)) is not None:
            numbers = _numbers(articles, words.lang)
            cited_laws.append((law, law_href(context, law), numbers, status_line(words, law)))
    cited = [work for key, work in context.course.references.items() if key in context.cited]
    works = sorted(
        (entry(words, work, address=False) for work in cited),
        key=lambda work: work.striptags().casefold().lstrip("“"),
    )
    return render(
        context.root,
        "blocks/sources.html",
        laws=cited_laws,
        works=works,
        works_page=context.href_of(REFERENCES),
        t=words,
        lang=context.lang,
    )
