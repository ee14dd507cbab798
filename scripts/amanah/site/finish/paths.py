"""Paths inside a built site: posix strings relative to its folder, such as ``en/course/index.html``."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

Pages = dict[str, str]  # path of a page -> its HTML

# What a browser loads or follows: href and src of any element; data-src is what a script may load.
REFERENCE = re.compile(r"""(?P<before>\s(?:href|(?:data-)?src)=")(?P<target>[^"]*)(?P<after>")""")


def read_pages(folder: Path) -> Pages:
    """All built pages, in a fixed order."""
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return {path: (folder / path).read_text("utf-8") for path in found}


def write_pages(folder: Path, pages: Pages) -> None:
    """Writes the pages back; makes the folders they need."""
    for path, html in pages.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html, "utf-8", newline="\n")


def to_root(page: str) -> str:
    """What leads from a page to the site's root: ``""``, ``"../"``, ``"../../"`` …"""
    return "../" * page.count("/")


def resolve(page: str, target: str) -> str | None:
    """The path of the file that a reference on a page means; None when it leaves the site or stays on the page."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    if parts.path.endswith("/") or path == ".":
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    return None if path.startswith("..") else path


def references(html: str) -> Iterator[str]:
    """The targets of all href, src and data-src attributes."""
    for match in REFERENCE.finditer(html):
        yield match["target"]
