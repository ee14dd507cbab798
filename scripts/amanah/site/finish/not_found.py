"""404 pages: one per language, with absolute paths, because a server shows them at any address.

The root page is what a reader sees whose language is unknown: it says the same in every language, one after the other.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urlsplit

from .paths import REFERENCE, Pages, resolve

SOURCE, TARGET = "not-found.html", "404.html"
_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*?)(</article>)", re.S)
_LANG = re.compile(r'<html lang="([^"]*)"')


def not_found(pages: Pages, site_url: str) -> None:
    """Turns every ``…/not-found.html`` into ``…/404.html``; the one at the root takes in the others' articles."""
    base = urlsplit(site_url).path.rpartition("/")[0] + "/"
    sources = [path for path in pages if posixpath.basename(path) == SOURCE]
    made = {path: _absolute(pages.pop(path), path, base) for path in sources}
    others = [html for path, html in made.items() if path != SOURCE]
    for path, html in made.items():
        whole = _in_every_language(html, others) if path == SOURCE and others else html
        pages[posixpath.join(posixpath.dirname(path), TARGET)] = whole
    for path, html in pages.items():  # the language switch of the 404 pages, and any link to them
        pages[path] = html.replace(SOURCE, TARGET)


def _in_every_language(html: str, others: list[str]) -> str:
    articles = [f'<section lang="{_lang(html)}">{_body(html)}</section>']
    for other in others:
        # One main heading a page; ids stay unique because they come with the first language only.
        body = re.sub(r"<(/?)h1\b", r"<\1h2", re.sub(r'\sid="[^"]*"', "", _body(other)))
        articles.append(f'<section lang="{_lang(other)}">{body}</section>')
    return _ARTICLE.sub(lambda match: match[1] + "\n".join(articles) + match[3], html, count=1)


def _lang(html: str) -> str:
    match = _LANG.search(html)
    return match[1] if match else ""


def _body(html: str) -> str:
    match = _ARTICLE.search(html)
    return match[2] if match else ""


def _absolute(html: str, page: str, base: str) -> str:
    def replace(match: re.Match[str]) -> str:
        path = resolve(page, match["target"])
        if path is None:
            return match[0]
        parts = urlsplit(match["target"])
        return f"{match['before']}{base}{path}{'#' + parts.fragment if parts.fragment else ''}{match['after']}"

    return (
        REFERENCE.sub(replace, html)
        .replace("url(assets/", f"url({base}assets/")
        .replace("url(../assets/", f"url({base}assets/")
    )
