"""Removes the files of the theme and the unbundled sources that no page and no style sheet loads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from .paths import Pages, references, resolve

_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_STYLE = re.compile(r"<style>(.*?)</style>", re.S)
# Never loaded by a page, but owed to the reader.
KEEP = ("assets/fonts/OFL.txt", "assets/vendor/minisearch-LICENSE.txt")


def remove_leftovers(folder: Path, pages: Pages, later: Iterable[str] = ()) -> list[str]:
    """Deletes what is unreachable below ``assets/`` and ``search/``, and empty folders. Returns the deleted paths.

    ``later``: what scripts load, which no page says.
    """
    wanted = {*KEEP, *later}
    for page, html in pages.items():
        if page.endswith("404.html"):
            continue  # same files as the other pages, with absolute addresses
        targets = [*references(html), *_URL.findall("".join(_STYLE.findall(html)))]
        wanted |= {path for target in targets if (path := resolve(page, target))}
    for sheet in [path for path in wanted if path.endswith(".css") and (folder / path).is_file()]:
        text = (folder / sheet).read_text("utf-8")
        wanted |= {path for target in _URL.findall(text) if (path := resolve(sheet, target))}
    removed = []
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and name.partition("/")[0] in ("assets", "search") and name not in wanted:
            file.unlink()
            removed.append(name)
    for place in sorted(folder.rglob("*"), reverse=True):
        if place.is_dir() and not any(place.iterdir()):
            place.rmdir()
    return removed
