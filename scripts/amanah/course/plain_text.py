"""Text as a reader sees it: Markdown's marks taken away, and the form in which two texts are compared."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable

TermLookup = Callable[[str], str | None]

# Possessive quantifiers (++, *+) keep every pattern linear on text that only looks like a link.
# One level of brackets may stand within a link's text, one of parentheses within its target.
TEXT = r"(?:[^\[\]\\]++|\\.|\[[^\[\]]*+\])*+"
TARGET = r"(?:<[^<>\n]*+>|(?:[^\s()<>]|\([^\s()]*+\))*+)"
TITLE = r"""(?:\s++(?:"[^"]*+"|'[^']*+'))?"""
AFTER = rf"\(\s*+{TARGET}{TITLE}\s*+\)"
CITATION = r"\[\s*+@[^\[\]]*+\]"
ATTRIBUTES = r"\{:?[ ]*+[#.][^{}\n]*+\}|\{:[^{}\n]*+\}"

_MARKUP = re.compile(
    rf"""\\(?P<escaped>[\\`*_{{}}\[\]()>\#+.!|~^=@-])
    |(?<!`)(?P<ticks>`{{1,8}}+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)
    |\[\[(?P<term>[^\[\]|\\]++)(?:\\?\|(?P<shown>[^\[\]]*+))?\]\]
    |(?P<gone>{CITATION}|\[\^[^\[\]]++\]|!\[{TEXT}\]{AFTER}|{ATTRIBUTES})
    |\[(?P<link>{TEXT})\](?:{AFTER}|\[[^\[\]^@]++\])
    |<(?P<address>(?:https?|mailto):[^<>\s]++)>
    |(?P<space><br\s*+/?>)
    |</?[A-Za-z][^<>]*+>
    |(?<=[^\s*])\*++|\*++(?=[^\s*])
    |(?<!\w)_++(?=[^\s_])|(?<=[^\s_])_++(?!\w)
    |(?:~~|==|\^\^)(?=\S)|(?<=\S)(?:~~|==|\^\^)
    """,
    re.VERBOSE | re.DOTALL,
)

_MARK = re.compile(r"[\\`*_~=^<!\[{]")

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", None),
        "…": "...",
    }
)
_EMPTY_PARENTHESES = re.compile(r"\(\s*[;,]?\s*\)")
_SPACE_BEFORE_MARK = re.compile(r"(?<!\s)\s++(?=[.,;:!?)])")
_DASHES = re.compile(r"-{2,3}")


def plain(text: str, term: TermLookup | None = None) -> str:
    """The text without marks: links and terms show their words, citations and images are gone.

    ``term`` turns a glossary key into the term that the page prints; without it, or if it knows none, the key stands.
    """

    def shown(match: re.Match[str]) -> str:
        kind = match.lastgroup
        if kind == "escaped":
            return match["escaped"]
        if kind == "code":
            return match["code"].strip()
        if kind == "shown":
            return plain(match["shown"], term)
        if kind == "term":
            key = match["term"].strip()
            return (term(key) if term else None) or key
        if kind == "link":
            return plain(match["link"], term)
        if kind == "address":
            return match["address"]
        return " " if kind == "space" else ""

    parts: list[str] = []
    end = 0
    for mark in _MARK.finditer(text):  # to try the long pattern only where it can begin is five times as fast
        if mark.start() >= end and (match := _MARKUP.match(text, mark.start())):
            parts += text[end : match.start()], shown(match)
            end = match.end()
    return html.unescape("".join(parts) + text[end:])


def normalise(text: str, term: TermLookup | None = None) -> str:
    """The form in which an evidence quote and a page are compared.

    Marks taken away, quotes and dashes of one shape, white space collapsed, and no trace of a citation that was cut
    out. Letters keep their case.
    """
    text = unicodedata.normalize("NFC", plain(text, term)).translate(_SAME)
    text = _EMPTY_PARENTHESES.sub("", _DASHES.sub("-", text))
    return " ".join(_SPACE_BEFORE_MARK.sub("", text).split())
