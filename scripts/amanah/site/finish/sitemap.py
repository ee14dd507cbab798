"""sitemap.xml: every page with its counterparts in the other languages (hreflang) and the default one (x-default).

A page that is still the source text under another language's address is no counterpart and is left out.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit
from xml.sax.saxutils import quoteattr

from .not_found import TARGET
from .paths import Pages, resolve

UNTRANSLATED = " data-untranslated>"  # see amanah.site.extension
_SWITCH = re.compile(r'<nav class="am-lang".*?</nav>', re.S)
_OTHER = re.compile(r'<a href="([^"]*)"[^>]* hreflang="([^"]*)"')


def counterparts(page: str, html: str) -> dict[str, str]:
    """Language code -> path of the same page in that language, itself included, as the language switch says."""
    switch = _SWITCH.search(html)
    found = {}
    for href, language in _OTHER.findall(switch[0] if switch else ""):
        path = resolve(page, href)
        if path:
            found[language] = path
    return found


def sitemap(pages: Pages, site_url: str, default_language: str) -> str | None:
    """The text of sitemap.xml; None when the site's address is not known."""
    if not urlsplit(site_url).netloc:
        return None
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    untranslated = {page for page, html in pages.items() if UNTRANSLATED in html}
    for page, html in sorted(pages.items()):
        if page.endswith(TARGET) or page in untranslated:
            continue
        lines.append(f"<url><loc>{urljoin(site_url, _address(page))}</loc>")
        others = {code: path for code, path in counterparts(page, html).items() if path not in untranslated}
        if default_language in others:
            others["x-default"] = others[default_language]
        for language, path in others.items():
            address = quoteattr(urljoin(site_url, _address(path)))
            lines.append(f'<xhtml:link rel="alternate" hreflang="{language}" href={address}/>')
        lines.append("</url>")
    return "\n".join([*lines, "</urlset>", ""])


def _address(page: str) -> str:
    """A folder's first page is known by the folder's address."""
    return page.removesuffix("index.html") if page.endswith("/index.html") or page == "index.html" else page
