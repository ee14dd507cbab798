"""Roots of words: PySastrawi for Indonesian, Porter's stemmer for English; a language without either keeps its words.

What the libraries get wrong, and the words that say nothing, stand in ``data/<language>.yml``. The index carries both
lists, so that a query is read the same way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .words import words

_ENDING = re.compile(r"(?:lah|kah|pun|nya)$")  # of Indonesian: an exception is one with them, too
_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Roots:
    """Call it with a text: the roots of its words in their order. No word is stemmed twice.

    ``exceptions``: word → its roots. ``stop``: words that are left out.
    """

    lang: str
    exceptions: dict[str, list[str]]
    stop: frozenset[str]
    _stem: Callable[[str], str]
    _known: dict[str, list[str]] = field(default_factory=dict)

    def __call__(self, text: str) -> list[str]:
        return [root for word in words(text) for root in self.of(word)]

    def of(self, word: str) -> list[str]:
        """The roots of one folded word: one as a rule, none of a stop word, two of some exceptions."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = [] if word in self.stop else self._exception(word) or [self._stem(word)]
        return known

    def _exception(self, word: str) -> list[str] | None:
        return self.exceptions.get(word) or self.exceptions.get(_ENDING.sub("", word))


def roots_for(lang: str) -> Roots:
    """The roots of a language."""
    file = _DATA / f"{lang}.yml"
    data = yaml.safe_load(file.read_text("utf-8")) if file.is_file() else {}
    exceptions = {word: str(roots).split() for word, roots in (data.get("roots") or {}).items()}
    return Roots(lang, exceptions, frozenset(_listed(data.get("stop"))), _stemmer(lang))


def _listed(text: str | None) -> Iterable[str]:
    return (text or "").split()


def _stemmer(lang: str) -> Callable[[str], str]:
    if lang == "id":
        from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

        indonesian = StemmerFactory().create_stemmer()
        # The library takes any other letter for a space.
        return lambda word: str(indonesian.stem(word)) if word.isascii() and word.isalpha() else word
    if lang == "en":
        import snowballstemmer

        english = snowballstemmer.stemmer("porter")
        return lambda word: str(english.stemWord(word))
    return lambda word: word
