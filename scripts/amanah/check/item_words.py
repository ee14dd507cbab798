"""The words that rules about writing items look for, read from ``data/<language>/items.yml``.

A language without that file has no words: the rules leave it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from amanah.check.words import DATA, read_data

EDGE = r"(?<![\w’'-])"
END = r"(?![\w’'-])"


@cache
def item_words(lang: str) -> dict[str, Any]:
    """The data of one language, every scalar a string; empty where nobody has written it yet."""
    return read_data(DATA / lang / "items.yml")


@cache
def item_word_set(lang: str, name: str) -> frozenset[str]:
    """One plain list, such as ``asks``."""
    return frozenset(item_words(lang).get(name, ()))


@dataclass(frozen=True)
class Phrases:
    """Words and phrases to look for. ``first`` holds the first word of each: no text without one of them matches."""

    first: frozenset[str]
    pattern: re.Pattern[str]

    def in_text(self, text: str) -> Iterator[str]:
        """Every one that stands in the text, outside the exceptions, as it is written there."""
        return (match["hit"] for match in self.pattern.finditer(text) if match["hit"])


@cache
def phrases(lang: str, name: str) -> Phrases | None:
    """The list ``name`` without what ``name_except`` lists; None where the language has none."""
    wanted = item_words(lang).get(name, ())
    if not wanted:
        return None
    kept = item_words(lang).get(f"{name}_except", ())
    exceptions = f"{_any_of(kept)}{END}|" if kept else ""
    pattern = re.compile(rf"{EDGE}(?:{exceptions}(?P<hit>{_any_of(wanted)}){END})", re.IGNORECASE)
    return Phrases(frozenset(phrase.split()[0] for phrase in wanted), pattern)


@dataclass(frozen=True)
class Patterns:
    """Regular expressions to look for; no text without a word of ``hints`` matches one."""

    hints: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]

    def search(self, text: str) -> re.Match[str] | None:
        """The first match anywhere in the text."""
        return next((match for pattern in self.patterns if (match := pattern.search(text))), None)

    def is_whole(self, text: str) -> bool:
        """Whether one of them is all that the text says, marks and spaces apart."""
        bare = " ".join(text.strip(" \t\n.,;:!?*_“”\"'").split())
        return any(pattern.fullmatch(bare) for pattern in self.patterns)


@cache
def patterns(lang: str, name: str) -> Patterns | None:
    """The entry ``name`` with its ``hints`` and ``patterns``; ``{neg}`` in them is its ``word``, as a group."""
    data = item_words(lang).get(name)
    if not data:
        return None
    word = f"(?P<neg>{data['word']})" if "word" in data else ""
    compiled = (re.compile(each.replace("{neg}", word), re.IGNORECASE) for each in data["patterns"])
    return Patterns(frozenset(data["hints"]), tuple(compiled))


def _any_of(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(phrase) for phrase in longest_first) + ")"
