"""Citations in running text: ``[@olken2007]``, ``[@uu-25-2009:44(3); @uu-25-2009:50(1)]``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup

from amanah.course.labels import article_label, authors, law_label, year
from amanah.site.context import REFERENCES, PageContext
from amanah.site.law_text import law_href, law_tip
from amanah.site.tips import tip_link
from amanah.site.works import entry_text

if TYPE_CHECKING:
    from markdown import Markdown

PATTERN = r"\[\s*@([^\[\]]+)\]"
_MARKS = re.compile(r"\x02[^\x03]*\x03|[*_]+")  # what earlier patterns have already put away
_KEY = re.compile(r"^@?(?P<key>[\w-]+)(?::(?P<article>[^\s:;]+))?$")


class UnknownCitation(ValueError):
    """A citation that no register resolves; the message names it."""


def split(reference: str) -> tuple[str, str | None]:
    """Key and article of ``uu-25-2009:44(3)``."""
    match = _KEY.match(reference.strip())
    if not match:
        raise UnknownCitation(f'"{reference.strip()}" is not a citation')
    return match["key"], match["article"]


def cite_one(
    context: PageContext, reference: str, after: str | None = None, narrative: bool = False
) -> tuple[Markup, str]:
    """The link for one reference and its key. After another article of the law `after` only the article is printed."""
    key, article = split(reference)
    words = context.words
    law = context.course.laws.get(key)
    if law:
        entry = law.articles.get(article) if article else None
        if article and entry is None:
            raise UnknownCitation(f'docs/registers/laws.yml has no article "{article}" under {key}')
        label = law_label(law.short, article, context.lang)
        shown = unbroken(article_label(article, context.lang) if article and after == key else label)
        context.cite(key, article)
        return tip_link(context, law_href(context, law, article), shown, law_tip(words, law, article, entry)), key
    work = context.course.references.get(key)
    if not work or article:
        name = reference.strip(" @")
        raise UnknownCitation(f'neither laws.yml nor references.bib in docs/registers has the key "{name}"')
    context.cite(key)
    # A long name of an institution may have a short form for the text.
    names = work.fields.get("shortauthor") or authors(work, words.all)
    when = year(work, words.all).replace("-", "\N{NON-BREAKING HYPHEN}")  # t.t.-b
    shown = f"{names} ({when})" if narrative else f"{names}, {when}"
    return tip_link(context, context.href_of(REFERENCES, f"ref-{key}"), shown, entry_text(words, work)), key


def unbroken(label: str) -> str:
    """Keeps a number with the word before it: UU 25/2009, Pasal 44, ayat (3)."""
    return re.sub(r" (?=[\d(])", "\N{NO-BREAK SPACE}", label)


def cite(context: PageContext, references: str, before: str | None = None) -> Markup:
    """All references of one bracket; `before` is the text in front of it, None stands for no sentence at all.

    In parentheses at the end of a statement, without them after a preposition ("menurut", "under"), at the beginning
    of a paragraph, and where parentheses are already open.
    """
    inside = before is not None and before.count("(") > before.count(")")
    narrative = not inside and _is_narrative(context, before)
    links: list[Markup] = []
    previous: str | None = None
    for reference in references.split(";"):
        link, previous = cite_one(context, reference, previous, narrative)
        links.append(link)
    if narrative:
        return Markup(context.words.series(links))
    joined = Markup("; ").join(links)
    return joined if inside else Markup("({})").format(joined)


def _is_narrative(context: PageContext, before: str | None) -> bool:
    if before is None:
        return True
    words = re.findall(r"\w+", before)
    if not before.strip():
        return True
    ends_in_word = bool(re.search(r"\w\s+$", before))
    return ends_in_word and bool(words) and words[-1].lower() in context.words("cite.bare-after").split()


class CitationProcessor(InlineProcessor):
    """Replaces a bracket of citations; an unknown key ends the build with its line."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(PATTERN, md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | str | None, int | None, int | None]:
        context: PageContext = self.md.amanah
        try:
            html = cite(context, m[1], _MARKS.sub("", data[: m.start(0)]))
        except UnknownCitation as error:
            context.fail(str(error), context.line_of(m[0]))
        return self.md.htmlStash.store(html), m.start(0), m.end(0)
