"""The law card: per article what it demands and whom it binds, what it means at the counter, status and date."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markupsafe import Markup

from amanah.course.labels import article_label
from amanah.course.registers import Article, Law
from amanah.site.citations import UnknownCitation, split
from amanah.site.context import PageContext
from amanah.site.law_text import law_href, status_line
from amanah.site.templates import render


@dataclass(slots=True)
class CardLaw:
    """One law on a card with the articles shown, as (name, article, link)."""

    law: Law
    href: str
    status: str
    articles: list[tuple[str, Article, str]] = field(default_factory=list)


def law_card(context: PageContext, source: str) -> Markup:
    """Lines of law references, a blank line, optional Markdown."""
    head, _, text = source.strip().partition("\n\n")
    laws: dict[str, CardLaw] = {}
    for line in head.splitlines():
        reference = line.strip().strip("[]")
        key, article = split(reference)
        law = context.course.laws.get(key)
        if law is None:
            raise UnknownCitation(f'docs/registers/laws.yml has no law "{key}"')
        card = laws.setdefault(key, CardLaw(law, law_href(context, law), status_line(context.words, law)))
        if article:
            if article not in law.articles:
                raise UnknownCitation(f'docs/registers/laws.yml has no article "{article}" under {key}')
            name = article_label(article, context.lang)
            card.articles.append((name, law.articles[article], law_href(context, law, article)))
        context.cite(key, article)
    if not laws:
        raise UnknownCitation("a law card names at least one law")
    label, text = _label(text.strip())
    return render(
        context.root,
        "blocks/law-card.html",
        laws=list(laws.values()),
        label=label or context.words("law.counter"),
        counter=Markup(context.markdown(text)) if text else "",
        id=context.unique("am-law"),
        t=context.words,
        lang=context.lang,
    )


def _label(text: str) -> tuple[str, str]:
    """Text that begins with a bold label of its own ("**At the counter.** …"): the label and the rest."""
    match = re.match(r"\*\*([^*\n]+?)[.:]?\*\*[.:]?\s+", text)
    return (match[1], text[match.end() :]) if match else ("", text)
