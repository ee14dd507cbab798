"""Marks in a text that must come in pairs, characters that nobody can see, and HTML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

CITATION = re.compile(r"\[\s*@([^\[\]]+)\]")
TERM = re.compile(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?[^()]*\)")
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--")
_INVISIBLE = re.compile(
    "[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]"
)
_NAMES = {"\u00a0": "no-break space", "\u00ad": "soft hyphen", "\u0009": "tab"}
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_ENUMERATION = re.compile(r"(?:(?<=^)|(?<=[\s;,:]))\w{1,3}\)")  # "a) …, b) …": no bracket was opened
_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}
_ASKEW = re.compile(r"[()\[\]{}“”«»\"`*]|~~")


def foreign_characters(text: str) -> Iterator[str]:
    """Every character that a reader cannot see or that is not in its composed form, as ``U+00A0 no-break space``."""
    for character in dict.fromkeys(_INVISIBLE.findall(text)):
        name = _NAMES.get(character) or unicodedata.name(character, "control character").lower()
        yield f"U+{ord(character):04X} {name}"


def has_foreign(text: str) -> bool:
    """Whether ``foreign_characters`` would name any."""
    if text.replace("\n", "").isprintable() and "\ufffd" not in text:
        return False  # quickly
    return bool(_INVISIBLE.search(text))


def is_composed(text: str) -> bool:
    """Whether the text is in NFC: é as one character, not e and an accent."""
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def raw_html(text: str) -> str | None:
    """The first HTML tag or comment outside `code`."""
    if "<" not in text:
        return None
    match = _HTML.search(_CODE.sub("", text))
    return match[0] if match else None


def unbalanced(text: str) -> str | None:
    """The first mark that lacks its partner: quotes, brackets, backticks, ``**`` and ``*``."""
    if not _ASKEW.search(text):
        return None
    bare = _CODE.sub("", text) if "`" in text else text
    if "`" in bare:
        return "`"
    return _bracket(_ENUMERATION.sub("", bare) if ")" in bare else bare) or _counted(bare)


def _bracket(text: str) -> str | None:
    opened: list[str] = []
    for character in text:
        if character in "([{“«":
            opened.append(character)
        elif character in _PAIRS and (not opened or opened.pop() != _PAIRS[character]):
            return character
    return opened[-1] if opened else None


def _counted(text: str) -> str | None:
    """Marks that open and close with the same character come in even numbers."""
    if text.count('"') % 2:
        return '"'
    if text.count("~~") % 2:
        return "~~"
    stars = re.sub(r"\\\*|(?m:^\s*\* )|(?<=[\s\d])\*(?=[\s\d])", "", text)  # escaped, a list, a multiplication
    if stars.count("**") % 2:
        return "**"
    return "*" if stars.replace("**", "").count("*") % 2 else None
