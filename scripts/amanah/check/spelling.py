"""Wrong spellings and doubled words, from ``data/spelling.LANG.yml``; a language without that file has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from amanah.check.words import DATA, read_data

# A word that is joined to another by a hyphen, or part of an address, is not looked at.
_WORD = re.compile(r"(?<![\w@/.-])[^\W\d_]+(?![\w@/-]|\.\w)")
_DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]+)\s+\1(?![\w-])", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Slip:
    """Something misspelt as it is written, what to write instead, and the offset of its first letter."""

    wrong: str
    right: str
    offset: int


class Spelling:
    """What is misspelt in one language."""

    def __init__(self, lang: str) -> None:
        data = _load(lang)
        self.known = bool(data)
        endings = ("", *data.get("endings", ()))
        self._words = {wrong + end: right + end for wrong, right in data.get("words", {}).items() for end in endings}
        self._pairs = {
            (pair["before"], word): pair["join"] + word for pair in data.get("pairs", ()) for word in pair["after"]
        }
        self._seconds = frozenset(word for _, word in self._pairs)
        self._twice = frozenset(data.get("twice", ()))

    def slips(self, text: str) -> Iterator[Slip]:
        """Every wrong spelling of the text, in order; a capital at the beginning of a word stays one."""
        before: re.Match[str] | None = None
        for match in _WORD.finditer(text) if self.known else ():
            word = match[0].lower()
            if right := self._words.get(word):
                yield Slip(match[0], _like(match[0], right), match.start())
            elif (
                before
                and (right := self._pairs.get((before[0].lower(), word)))
                and _SPACE.fullmatch(text, before.end(), match.start())
            ):
                wrong = " ".join(text[before.start() : match.end()].split())
                yield Slip(wrong, _like(wrong, right), before.start())
            before = match

    def doubled(self, text: str) -> Iterator[Slip]:
        """Every word that stands there twice in a row, as in "the the"."""
        for match in _DOUBLED.finditer(text) if self.known else ():
            if match[1].lower() not in self._twice:
                yield Slip(" ".join(match[0].split()), match[1], match.start())

    def in_sight(self, words: Sequence[str]) -> bool:
        """Whether a text of these lower-case words (with the hyphens between them) may hold either.

        A quick look, wrong only on the safe side.
        """
        return (
            not self._words.keys().isdisjoint(words)
            or any(map(str.__eq__, words, islice(words, 1, None)))
            or (
                not self._seconds.isdisjoint(words)
                and not self._pairs.keys().isdisjoint(zip(words, islice(words, 1, None), strict=False))
            )
        )


@cache
def spelling(lang: str) -> Spelling:
    """What is misspelt in a language."""
    return Spelling(lang)


def _like(written: str, right: str) -> str:
    return right[:1].upper() + right[1:] if written[:1].isupper() else right


def _load(lang: str) -> dict[str, Any]:
    return read_data(DATA / f"spelling.{lang}.yml")
