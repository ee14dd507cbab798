"""Moves the texts of tooltips out of the running text to the end of the article, each once.

A copied paragraph or a reader's mode then holds no hidden words; a tooltip in a folded box serves the whole page.
The tooltip of a work says what the page's own list of sources says: it becomes that entry, which the script shows.
"""

from __future__ import annotations

import re

_TIP = re.compile(r'<span class="am-tip" role="tooltip" id="([\w-]+)" hidden>((?:(?!</?span).)*)</span>', re.S)
_USE = re.compile(r'aria-describedby="([\w-]+)"')
_SOURCES = re.compile(r'<ul class="am-works">.*?</ul>', re.S)
_ENTRY = re.compile(r"<li>(.*?)</li>", re.S)
_LINK = re.compile(r"<a\b.*?</a>", re.S)
_TAG = re.compile(r"<[^>]*>")


def gather_tips(html: str) -> str:
    """The page with its tooltips in one place; links to equal texts share one."""
    first: dict[str, str] = {}  # text -> the id that stays
    same: dict[str, str] = {}  # id -> the id that stays

    def take_out(match: re.Match[str]) -> str:
        same[match[1]] = first.setdefault(match[2], match[1])
        return ""

    html = _TIP.sub(take_out, html)
    if not first or "</article>" not in html:
        return html
    html = _USE.sub(lambda match: f'aria-describedby="{same.get(match[1], match[1])}"', html)
    ids = {_words(text): id_ for text, id_ in first.items()}
    html = _SOURCES.sub(lambda sources: _ENTRY.sub(lambda entry: _named(entry, ids), sources[0]), html)
    rest = [(text, id_) for text, id_ in first.items() if ids.get(_words(text)) == id_]
    at = html.rindex("</article>")
    return html[:at] + _container(rest) + html[at:]


def _named(entry: re.Match[str], ids: dict[str, str]) -> str:
    """An entry of the sources that says what a tooltip says takes over its id."""
    id_ = ids.pop(_words(_LINK.sub("", entry[1])), None)
    return f'<li id="{id_}">{entry[1]}</li>' if id_ else entry[0]


def _words(html: str) -> str:
    return " ".join(_TAG.sub("", html).split())


def _container(tips: list[tuple[str, str]]) -> str:
    spans = "\n".join(f'<span class="am-tip" role="tooltip" id="{id_}" hidden>{text}</span>' for text, id_ in tips)
    return f'<div class="am-tips">\n{spans}\n</div>\n'
