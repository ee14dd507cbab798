"""Stems of words: PySastrawi for Indonesian, Snowball for English; a language without either keeps its words.

The libraries are loaded when a rule first asks for a stem, and no word is stemmed twice. PySastrawi takes about 70 µs a
word, so ``shared_words`` compares letters first and stems only words that might agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

SHORTEST_RUN = 4
# Four letters in a row that come from affixes and say nothing of the stem: "mengantar" is no form of "mengirim".
# fmt: off
_OF_AFFIXES = frozenset({
    "meng", "peng", "meny", "peny", "memb", "pemb", "memp", "anny", "nnya", "kann", "ngan", "inya", "asan", "atan",
    "tion", "atio", "ions", "ment", "ting", "ness", "ally", "able", "ring", "ling", "ning", "ated", "ence", "ance",
})
# fmt: on


@cache
def stem(word: str, lang: str) -> str:
    """The stem of a lower-case word: pelayanan → layan, promised → promis."""
    return _stemmer(lang)(word)


def shared_words(words: Iterable[str], others: Iterable[str], lang: str) -> set[str]:
    """Those of ``words`` that stand in ``others`` in any form."""
    others = set(others)
    words = set(words)
    found = words & others
    all_runs = frozenset().union(*map(_runs, others))
    for word in words - found:
        runs = _runs(word)
        if all_runs.isdisjoint(runs):
            continue
        near = [other for other in others if not runs.isdisjoint(_runs(other))]
        if near and stem(word, lang) in {stem(other, lang) for other in near}:
            found.add(word)
    return found


@cache
def _runs(word: str) -> frozenset[str]:
    """Four letters in a row: forms of one word share some ("memakai", "pemakaian")."""
    runs = frozenset(word[start : start + SHORTEST_RUN] for start in range(len(word) - SHORTEST_RUN + 1))
    return runs - _OF_AFFIXES


@cache
def _stemmer(lang: str) -> Callable[[str], str]:
    if lang == "id":
        from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

        indonesian = StemmerFactory().create_stemmer()
        return lambda word: str(indonesian.stem(word))
    if lang == "en":
        import snowballstemmer

        english = snowballstemmer.stemmer("english")
        return lambda word: str(english.stemWord(word))
    return lambda word: word
