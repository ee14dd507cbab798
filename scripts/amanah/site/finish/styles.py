"""One external style sheet for the whole site, and on every page the few rules that the first screen of a phone needs.

A phone paints from the page alone, before the sheet has come: on a weak line that is a second and a half. A wide
screen waits for the sheet (the link in the head holds only for it): nothing jumps there, and phones do not carry its
rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import rcssmin

from .names import hashed
from .paths import Pages, resolve, to_root
from .purge import purge
from .selectors import Matcher

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)
_LINKS = re.compile(r'(?:<link rel="stylesheet" href="[^"]*">\s*)+')
_LINK = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
# Every page declares its fonts itself: declared again, they would be asked for again when the sheet arrives.
_FONT = re.compile(r"@font-face\{[^}]*\}")
_FOLDER = "assets/css/"
# The first screen of a large phone shows about so many characters of an article.
FIRST_SCREEN = 1100
WIDE = "(min-width:40em)"
# Wide screens wait for the sheet, the drawer is shut at first, nothing moves yet, paper comes later still;
# the colours of the device replace ours at once, only the drawings wait for their own.
_NOT_FIRST = re.compile(
    r"print|\(max-width:76.24em\)|\(min-width:\d+(?:\.\d+)?em\)|\(prefers-reduced-motion:reduce\)|\(forced-colors:active\)"
)
# Nothing in the first paint depends on these; they come with the external sheet a moment later.
_LATER = re.compile(
    r":hover|:focus|:active|:target|::marker|\.am-tip(?![\w-])|\.am-drawer|\.am-footer|\.am-turn|\.am-copyright|::details-content"
)


def style(folder: Path, pages: Pages, scripts: str) -> None:
    """Replaces the style links of all pages and writes the sheet into the folder.

    `scripts` is the text of all scripts: rules for the classes that they set stay.
    """
    sheets = "\n".join(_sheets(folder, pages))
    words = " ".join([scripts, *(text for html in pages.values() for text in _INLINE_SCRIPT.findall(html))])
    full = rcssmin.cssmin(purge(sheets, Matcher(pages.values(), words)))
    rest = _FONT.sub("", full)
    name = hashed(f"{_FOLDER}amanah.css", rest)
    (folder / name).write_text(rest, "utf-8", newline="\n")
    for path, html in pages.items():
        critical = _in_page(rcssmin.cssmin(first_screen(full, html)), path)
        links = _LINKS.search(html)
        if links is None:
            continue
        address = f'href="{to_root(path)}{name}"'
        head = f'<style>{critical}</style>\n<link rel="stylesheet" media="{WIDE}" {address}>\n'
        html = html[: links.start()] + head + html[links.end() :]
        # For phones the link stands after the article: there it delays nothing that the first screen shows.
        link = f'<link rel="stylesheet" {address}>\n'
        at = html.find('<footer class="am-footer"')
        pages[path] = html[:at] + link + html[at:]


def _sheets(folder: Path, pages: Pages) -> Iterable[str]:
    """The texts of the linked sheets, each once, in the order of the links."""
    paths: dict[str, None] = {}
    for page, html in pages.items():
        for href in _LINK.findall(html):
            path = resolve(page, href)
            if path and (folder / path).is_file():
                paths.setdefault(path)
    return [(folder / path).read_text("utf-8") for path in paths]


def first_screen(css: str, html: str) -> str:
    """The rules that the frame and the beginning of the article need, nothing for print."""
    matches = Matcher([_beginning(html)], "".join(_INLINE_SCRIPT.findall(html)))
    return purge(css, lambda selector: not _LATER.search(selector) and matches(selector), without=_NOT_FIRST)


def _beginning(html: str) -> str:
    """The page up to the end of its first screen; what is in the drawer or beside the article a phone does not show."""
    start, end = html.find("<article"), html.find("</article>")
    if start < 0:
        return html
    frame = _DRAWER.sub(r"\1\2", html[:start])
    return f'{frame}{_cut(html[start:end])}</article></main><nav class="am-toc"></nav></body></html>'


_DRAWER = re.compile(r'(<nav class="am-nav"[^>]*>).*?(</nav>)', re.S)
_PIECE = re.compile(r"<span class=\"am-tip\".*?</span>|<details\b[^>]*>|</details>|<[^>]*>|[^<]+", re.S)


def _cut(article: str) -> str:
    """The article up to FIRST_SCREEN visible characters, without what folded boxes hold."""
    kept: list[str] = []
    seen = folded = unseen = 0
    for match in _PIECE.finditer(article):
        piece = match[0]
        if piece.startswith("<details"):
            folded += 1
            unseen += "am-nojs" in piece or unseen > 0  # a box that is not shown at all where scripts run
        if not unseen and (folded == 0 or piece.startswith(("<details", "<summary", "</summary", "</details"))):
            kept.append(piece)
        if not unseen and folded == 0 and not piece.startswith("<"):
            seen += len(piece.strip())
        if piece == "</details>":
            folded -= 1
            unseen -= unseen > 0
        if seen > FIRST_SCREEN:
            break
    return "".join(kept)


def _in_page(css: str, page: str) -> str:
    """Addresses in a sheet are relative to the sheet, in a page to the page."""
    return css.replace("url(../", f"url({to_root(page)}assets/")
