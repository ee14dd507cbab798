"""The order of the finishing steps."""

from __future__ import annotations

from pathlib import Path

from amanah.site.search.step import Synonyms, Words, search

from .leftovers import remove_leftovers
from .not_found import not_found
from .paths import read_pages, write_pages
from .review import review
from .scripts import script
from .security import secure
from .sitemap import sitemap
from .styles import style
from .tidy import tidy
from .tips import gather_tips


def finish(folder: Path, site_url: str, default_language: str, words: Words, synonyms: Synonyms) -> None:
    """Rewrites a freshly built site in place. The same input gives the same bytes.

    `site_url` is where the site will stand, `default_language` the code of the language at its root, `words` those of
    the interface, `synonyms` those of the search.
    """
    pages = {path: gather_tips(tidy(html)) for path, html in read_pages(folder).items()}
    review(folder, pages)
    style(folder, pages, _scripts(folder))
    found_later = search(folder, pages, words, synonyms)
    script(folder, pages)
    not_found(pages, site_url)
    secure(pages)
    for path in list(folder.rglob("*.html")):
        path.unlink()
    write_pages(folder, pages)
    _write_sitemap(folder, sitemap(pages, site_url, default_language))
    remove_leftovers(folder, pages, found_later)


def _scripts(folder: Path) -> str:
    """Those that put classes on a page."""
    files = [*folder.glob("assets/js/*.js"), *folder.glob("assets/search/*.js")]
    return "\n".join(path.read_text("utf-8") for path in sorted(files))


def _write_sitemap(folder: Path, text: str | None) -> None:
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)  # would hold the time of the build
    (folder / "sitemap.xml").unlink(missing_ok=True)
    if text is not None:
        (folder / "sitemap.xml").write_text(text, "utf-8", newline="\n")
