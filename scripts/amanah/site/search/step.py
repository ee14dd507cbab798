"""The step of the finishing pass that writes the script of the search and one index a language."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import rjsmin

from amanah.site.finish.names import hashed
from amanah.site.finish.paths import Pages
from amanah.site.finish.sitemap import UNTRANSLATED

from .documents import Document, documents
from .encode import front_coded, length, postings
from .excerpts import excerpts
from .index import make_index
from .roots import Roots, roots_for

PARTS = ("porter", "roots", "index", "query", "dialog")  # in the order in which they build on each other
SOURCES = ("assets/vendor/minisearch.min.js", *(f"assets/search/{name}.js" for name in PARTS))
FITS = 68_000  # bytes of an index with gzip; with the script it stays under the 80 kB that opening the search may cost
EXCERPTS = (120, 100, 80, 70, 60, 40)  # characters
WAYS = ("glossary", "topics")  # where somebody may look who has found nothing
_LANG = re.compile(r'<html lang="([^"]*)"')
_FILES = '"files":[]'  # in the words that frame.html gives to frame.js

Words = Mapping[str, Mapping[str, str]]
Synonyms = Mapping[str, Sequence[Sequence[str]]]


def search(folder: Path, pages: Pages, words: Words, synonyms: Synonyms) -> list[str]:
    """Writes the files and tells the pages of each language their names. Returns their paths.

    ``words``: those of the interface by key and language. ``synonyms``: groups of words by language.
    """
    if not all((folder / source).is_file() for source in SOURCES):
        return []  # a course with looks of its own, without search
    script = _write(folder, "search", _script(folder))
    written = [script]
    for lang, own in _by_language(pages).items():
        text = index_script(own, lang, words, synonyms.get(lang, ()))
        name = _write(folder, f"search-{lang}", text)
        written.append(name)
        files = json.dumps([Path(each).name for each in (script, name)], separators=(",", ":"))
        for page in own:
            pages[page] = pages[page].replace(_FILES, f'"files":{files}', 1)
    return written


def index_script(pages: Pages, lang: str, words: Words, synonyms: Sequence[Sequence[str]]) -> str:
    """The index of the pages of one language as a classic script: it loads from a disk, too.

    Pages that show another language's text are left out. The more there is to find, the shorter are the excerpts.
    """
    roots = roots_for(lang)
    found = [each for page, html in pages.items() if UNTRANSLATED not in html for each in documents(page, html)]
    index = make_index(found, roots)
    data: dict[str, Any] = {
        "lang": lang,
        "ways": {f"help.{name}": page for name in WAYS for page in pages if page.endswith(f"knowledge/{name}.html")},
        "words": {
            key.removeprefix("search."): texts[lang]
            for key, texts in sorted(words.items())
            if key.startswith("search.") and lang in texts
        },
        "stop": " ".join(sorted(roots.stop)),
        "roots": roots.exceptions,
        "synonyms": _as_roots(synonyms, roots),
        "lengths": "".join(map(length, index.lengths)),
        "terms": front_coded(index.postings),
        "postings": " ".join(map(postings, index.postings.values())),
    }
    text = ""
    for characters in EXCERPTS:
        data["pages"] = _places(found, excerpts(found, index, roots, characters))
        text = f"window.amSearchData={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};"
        if len(gzip.compress(text.encode(), 6)) <= FITS:
            break
    return text


def _script(folder: Path) -> str:
    text = "\n".join((folder / source).read_text("utf-8") for source in SOURCES)
    return str(rjsmin.jsmin(text, keep_bang_comments=True))


def _places(found: list[Document], shown: list[str]) -> list[Any]:
    """Page by page: path, title, kind, and of each document anchor, heading, excerpt, and kind where it differs."""
    pages: dict[str, list[Any]] = {}
    for document, text in zip(found, shown, strict=True):
        page = pages.setdefault(document.page, [document.page, document.title, document.kind, []])
        own = [document.kind] if document.kind != page[2] else []
        page[3].append([document.anchor, document.heading, text, *own])
    return list(pages.values())


def _as_roots(groups: Sequence[Sequence[str]], roots: Roots) -> list[list[str]]:
    return [[" ".join(roots(words)) for words in group] for group in groups]


def _by_language(pages: Pages) -> dict[str, Pages]:
    own: dict[str, Pages] = defaultdict(dict)
    for page, html in pages.items():
        if match := _LANG.search(html):
            own[match[1]][page] = html
    return own


def _write(folder: Path, name: str, text: str) -> str:
    path = hashed(f"assets/js/{name}.js", text)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, "utf-8", newline="\n")
    return path
