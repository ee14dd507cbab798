"""Minified scripts with content in their names; a page loads only those that it has work for.

A block of data that stands on many pages (the words of a script, one block a language) moves into the script: fetched
once instead of with every page.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import rjsmin

from .names import hashed
from .paths import Pages, resolve, to_root

_SCRIPT = re.compile(r'<script defer src="([^"]*)"></script>\n?')
_DATA = re.compile(r'<script type="application/json" id="(am-[\w-]+)">(.*?)</script>\n?', re.S)
# Scripts with work on some pages only: name of the script -> what such a page contains.
_ITEM, _SCORE = re.compile(r'class="am-item"|data-am-review'), re.compile(r'id="am-score"')
_FILE = re.compile(r'id="am-file"')
ONLY_WITH = {
    "weave": re.compile(r"data-am-(?:mat|strip)\b"),
    "progress": re.compile('id="am-progress"'),
    "schedule": _ITEM,
    "quiz-types": _ITEM,
    "quiz": _ITEM,
    "score": _SCORE,
    "sheet": _SCORE,
    "reflect": re.compile(r'data-type="reflection"'),
    "review": re.compile("data-am-review"),
    "tally": re.compile(r'id="am-(?:records|compare|statement)"'),
    "records-shape": _FILE,
    "records-file": _FILE,
    "records": re.compile(r'id="am-records"'),
    "compare": re.compile(r'id="am-compare"'),
    "completion": re.compile(r'id="am-statement"'),
}
# Scripts that take in the data of the page -> which block.
TAKES_IN = {"quiz-types": "am-words", "score": "am-sheet-words", "frame": "am-search-words", "progress": "am-progress"}
# Puts the block back where the script looks for it; a data block is no code to a content security policy.
_PUT_BACK = (
    '(function(d){{var s=d.createElement("script");s.type="application/json";s.id={id};s.textContent={text};'
    "d.head.appendChild(s)}})(document);"
)


def script(folder: Path, pages: Pages) -> str:
    """Replaces the script links of all pages; writes the scripts into the folder. Returns the text of all of them."""
    written: dict[tuple[str, str], str] = {}
    texts: list[str] = []

    def build(path: str, before: str) -> str:
        if (path, before) not in written:
            text = before + rjsmin.jsmin((folder / path).read_text("utf-8"))
            written[path, before] = hashed(path, text)
            (folder / written[path, before]).write_text(text, "utf-8", newline="\n")
            texts.append(text)
        return written[path, before]

    for page, html in pages.items():
        for match in reversed(list(_SCRIPT.finditer(html))):
            path, link, before = resolve(page, match[1]), "", ""
            if path is not None and (folder / path).is_file() and _is_needed(path, html):
                before, html = _take_in(path, html)
                link = f'<script defer src="{to_root(page)}{build(path, before)}"></script>\n'
            html = html[: match.start()] + link + html[match.end() :]
        pages[page] = html
    return "\n".join(texts)


def _is_needed(path: str, html: str) -> bool:
    mark = ONLY_WITH.get(Path(path).stem)
    return mark is None or bool(mark.search(html))


def _take_in(path: str, html: str) -> tuple[str, str]:
    """What the script must begin with, and the page without the block. The blocks stand after the script links."""
    for match in _DATA.finditer(html):
        if match[1] == TAKES_IN.get(Path(path).stem):
            before = _PUT_BACK.format(id=json.dumps(match[1]), text=json.dumps(match[2], ensure_ascii=False))
            return before, html[: match.start()] + html[match.end() :]
    return "", html
