"""What can be found: each section of a page, each term of the glossary and each article of a law is a document.

Left out: questions, their options, reasons and answers (search must not give them away), recall blocks, navigation,
lists of sources, drawings (their captions stay) and the law cards of lessons (the register has the articles).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

_OUT = ", ".join(
    (
        "form, script, style, svg, .am-recall, .am-score, .am-where, .am-eyebrow, .am-tip, .am-tips, .am-works",
        ".am-reading, .am-lessons, .am-map, .am-loom, .am-actions, .am-hero a, .am-law__binds, aside.translation",
        "aside.law > .admonition-title, aside.law .am-law > div:not(.am-law__counter)",
    )
)
# Of these long lists for few readers only the opening can be found.
_OPENING_ONLY = re.compile(r"(?:^|/)(?:knowledge/references|about/rules)\.html$")
_NO_PAGE = re.compile(r"(?:^|/)(?:404|not-found)\.html$")
_BLOCKS = "h2, h3, h4, p, li, td, th, dt, dd, figcaption, summary, .am-glossary > div, .am-law > div[id]"
_CITATION = 'a.am-tip-link[href*="laws.html#"], a.am-tip-link[href*="references.html#"]'
# A citation that stands in parentheses of its own: it says where a sentence comes from, not what it is about.
_OPEN, _CLOSE = "\x02", "\x03"
_CITED = re.compile(rf"\s*\((?:{_OPEN}[^{_CLOSE}]*{_CLOSE}[;,]?\s*)+\)")
_MARKS = str.maketrans("", "", _OPEN + _CLOSE)


@dataclass(slots=True)
class Document:
    """One place of the site. ``anchor`` and ``heading`` are empty for the opening of a page.

    ``text``: all its words. ``prose``: its sentences, from which the excerpt is chosen. ``alone``: an entry of a
    register, which has nothing to do with its neighbours.
    """

    page: str
    kind: str
    title: str
    anchor: str = ""
    heading: str = ""
    text: list[str] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    alone: bool = False


def documents(page: str, html: str) -> list[Document]:
    """The documents of a built page, in their order on the page; the opening comes first."""
    tree = LexborHTMLParser(html)
    body = tree.css_first("article .am-page") or tree.css_first("article")
    if body is None or _NO_PAGE.search(page):
        return []
    root = tree.css_first("html")
    kind = (root.attributes.get("data-kind") if root else "") or "page"
    for node in body.css(_OUT):
        node.decompose()
    for link in body.css(_CITATION):
        link.replace_with(f"{_OPEN}{link.text()}{_CLOSE}")
    title = body.css_first("h1")
    opening = Document(page, kind, _text(title) if title else page)
    found = list(_sections(opening, body))
    return found[:1] if _OPENING_ONLY.search(page) else found


def _sections(opening: Document, body: LexborNode) -> Iterator[Document]:
    current = opening
    law = ""
    for node in body.css(_BLOCKS):
        anchor = node.attributes.get("id") or ""
        name = node.tag
        if name in ("h2", "h3") and anchor:
            yield from _worth(current)
            heading = "" if _leads_away(node) else _text(node)
            if node.parent is not None and "am-register" in (node.parent.attributes.get("class") or ""):
                law = heading
                current = Document(opening.page, "law", opening.title, anchor, heading, alone=True)
            else:
                current = Document(opening.page, opening.kind, opening.title, anchor, heading)
        elif name == "div":
            yield from _worth(current)
            current = _entry(opening, node, anchor, law)
        elif not (name == "dt" and current.alone):
            _add(current, node)
    yield from _worth(current)


def _entry(opening: Document, node: LexborNode, anchor: str, law: str) -> Document:
    term = node.css_first("dt")
    heading = _text(term) if term else anchor
    kind = "law" if law else "glossary"
    return Document(opening.page, kind, opening.title, anchor, f"{law} {heading}".strip(), alone=True)


def _add(document: Document, node: LexborNode) -> None:
    """Takes the text of a block that holds no other block."""
    if len(node.css("p, li, dd")) > 1:  # the node itself is one of them
        return
    text = _text(node)
    if not text or _leads_away(node):
        return
    document.text.append(text)
    if node.tag in ("p", "li", "dd") and "admonition-title" not in (node.attributes.get("class") or ""):
        document.prose.append(text)


def _leads_away(node: LexborNode) -> bool:
    """Whether a block is made of links only."""
    links, text = node.css("a"), node.text()
    for link in links:
        text = text.replace(link.text(), "", 1)
    return bool(links) and not re.search(r"\w", text)


def _worth(document: Document) -> Iterator[Document]:
    """The opening is one in any case; not so a heading over nothing, one that is a link, and the list of sources."""
    if not document.anchor or (document.heading and document.text and document.anchor != "sources"):
        yield document


def _text(node: LexborNode) -> str:
    return " ".join(_CITED.sub("", " ".join(node.text().split())).translate(_MARKS).split())
