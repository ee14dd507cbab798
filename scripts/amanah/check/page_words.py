"""The words that rules about pages look for, read from ``data/<language>/pages.yml``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from amanah.check.words import DATA, read_data

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class PageWords:
    """What one language gives the rules; empty (and ``known`` False) where nobody has written it yet."""

    known: bool
    lesson_words: tuple[int, int]
    abbreviations: frozenset[str]
    function_words: frozenset[str]
    claims: re.Pattern[str]
    strong_claims: re.Pattern[str]
    pointers: re.Pattern[str]
    own: re.Pattern[str]
    endings: str


@cache
def page_words(lang: str) -> PageWords:
    """The words of one language for rules about pages."""
    data = _load(lang)
    low, high = data.get("lesson_words", (0, 0))
    return PageWords(
        known=bool(data),
        lesson_words=(int(low), int(high)),
        abbreviations=frozenset(data.get("abbreviations", ())),
        function_words=frozenset(data.get("function_words", ())),
        claims=_pattern([*data.get("strong_claims", ()), *data.get("claims", ())]),
        strong_claims=_pattern(data.get("strong_claims", ())),
        pointers=_pattern([data["pointers"]] if "pointers" in data else ()),
        own=_pattern(data.get("own", ())),
        endings=data.get("endings", ""),
    )


def _load(lang: str) -> dict[str, Any]:
    return read_data(DATA / lang / "pages.yml")


def _pattern(expressions: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(expressions), re.IGNORECASE) if expressions else NEVER
