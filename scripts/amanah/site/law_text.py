"""How a law, an article and its status are written in the language of the page."""

from __future__ import annotations

import re

from amanah.course.labels import article_label
from amanah.course.registers import Article, Law
from amanah.site.context import LAWS, PageContext
from amanah.site.words import Words


def law_anchor(key: str, article: str | None = None) -> str:
    """The element id on the page of laws: uu-25-2009, uu-25-2009-44-3."""
    return f"{key}-{re.sub('[^0-9a-z]+', '-', article.lower()).strip('-')}" if article else key


def law_href(context: PageContext, law: Law, article: str | None = None) -> str:
    return context.href_of(LAWS, law_anchor(law.key, article))


def status_line(words: Words, law: Law) -> str:
    """Berlaku. Diperiksa 24 November 2026."""
    return words("law.checked", status=words(f"status.{law.status}"), date=words.date(law.checked))


def law_tip(words: Words, law: Law, article: str | None, entry: Article | None) -> str:
    """What the tooltip of a law reference says: content, whom it binds, status, date checked."""
    if article is None or entry is None:
        return f"{law.title[words.lang]}. {status_line(words, law)}"
    says, binds = entry.says[words.lang], entry.binds[words.lang]
    bound = f"{words('law.binds')}: {binds.rstrip('.')}."
    return f"{article_label(article, words.lang)}: {says} {bound} {status_line(words, law)}"
