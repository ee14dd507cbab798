"""The questions of lessons and module quizzes as data of the review page: one file a module and language.

A file is a script that calls Amanah.review, because a page opened from a folder may read nothing else. The review page
lists the files with their item codes and fetches those in which something is due.
"""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path
from urllib.parse import urlsplit

from .names import hashed
from .paths import REFERENCE, Pages, resolve, to_root

_LIST = re.compile(r"(<ul data-am-files hidden>)(</ul>)")
_LANG = re.compile(r'<html lang="([^"]*)"')
_MODULE = re.compile(r"(?:^|/)course/(\d+)-[^/]+/")  # the tests before and after the course stand outside of modules
_FORM = re.compile(
    r'<form class="am-item" id="([^"]*)" data-code="\1" data-type="[^"]*" data-state="([^"]*)".*?</form>', re.S
)
_TIP = re.compile(r'\s(?:class="am-tip-link"|aria-describedby="[^"]*")')
_COUNT = re.compile(r"(<legend><small>)[^<·]*· ")
_FLAG = re.compile(r'<button class="md-button am-flag".*?</button>', re.S)  # flags belong to the sheet of a quiz page
_GRADED = 'class="am-say"'

Forms = dict[str, str]  # item code -> the form as HTML


def review(folder: Path, pages: Pages) -> None:
    """Writes the data files and puts their list into the review page of each language."""
    for page, html in pages.items():
        if _LIST.search(html):
            modules = sorted(_modules(pages, page).items())
            entries = "".join(_entry(folder, page, _lang_of(html), number, forms) for number, forms in modules)
            pages[page] = _LIST.sub(rf"\g<1>{entries}\g<2>", html)


def _lang_of(html: str) -> str:
    match = _LANG.search(html)
    return match[1] if match else ""


def _entry(folder: Path, page: str, lang: str, module: int, forms: Forms) -> str:
    data = json.dumps(forms, ensure_ascii=False, separators=(",", ":"))
    text = f"Amanah.review({module},{data});\n"
    name = hashed(f"assets/review/{lang}-{module}.js", text)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8", newline="\n")
    return f'<li data-module="{module}" data-src="{to_root(page)}{name}" data-codes="{" ".join(forms)}"></li>'


def _modules(pages: Pages, page: str) -> dict[int, Forms]:
    """The graded questions of the page's language by module, each once."""
    lang, modules = _lang_of(pages[page]), dict[int, Forms]()
    for path, html in pages.items():
        place = _MODULE.search(path)
        if place is None or _lang_of(html) != lang:
            continue
        for form in _FORM.finditer(html):
            code, state = form[1], form[2]
            if _GRADED in form[0] and state in (code, f"{code}@{lang}"):  # any other state is a recall of that question
                modules.setdefault(int(place[1]), {}).setdefault(code, _moved(form, path, page))
    return {module: dict(sorted(forms.items())) for module, forms in modules.items()}


def _moved(form: re.Match[str], path: str, page: str) -> str:
    """The form as it stands on the review page: a state of its own, links from there, no number, flag or tooltip."""

    def link(match: re.Match[str]) -> str:
        parts = urlsplit(match["target"])
        target = path if not parts.path and parts.fragment else resolve(path, match["target"])
        if target is None:
            return match[0]
        there = posixpath.relpath(target, posixpath.dirname(page) or ".")
        return f"{match['before']}{there}{'#' + parts.fragment if parts.fragment else ''}{match['after']}"

    state = form[2].replace(form[1], f"{form[1]}@review", 1)
    html = form[0].replace(f'data-state="{form[2]}"', f'data-state="{state}"', 1)
    return REFERENCE.sub(link, _COUNT.sub(r"\1", _FLAG.sub("", _TIP.sub("", html))))
