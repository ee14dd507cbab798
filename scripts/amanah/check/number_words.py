"""Numbers written in words: "dua puluh lima", "two hundred and fifty", "kedua", "half past four".

Each language lists its words by kind in ``data/<language>.yml``: ``unit`` 1–9, ``teen`` 10–19, ``ten`` 20–90,
``whole`` a hundred or thousand in one word, ``times`` what multiplies the unit before it (0 stands for "plus ten"),
``scale`` thousand and up, ``loose`` ordinals and the like that never join others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from typing import Any

from amanah.check.words import words

LONGEST = 24  # words of a number
WORD = re.compile(r"(?<!\d )[^\W\d_]+")


class Sum:
    """Adds up a run of number words, and says when one of them begins a new number."""

    def __init__(self) -> None:
        self.total = 0
        self.group = 0
        self.unit: int | None = None  # the last unit, while a multiplier may still follow it
        self.room = 10**9  # the next word must be smaller than this to belong to the same number
        self.limit = 10**15  # and the next scale smaller than this

    def add(self, kind: str, value: int) -> bool:
        """Take one word in; False when it does not fit."""
        if kind == "times":
            return self._multiply(value)
        if kind == "scale":
            if not self.group or value >= self.limit:
                return False
            self.total += (self.group or 1) * value
            self.group, self.unit, self.room, self.limit = 0, None, value, value
            return True
        if value >= self.room:
            return False
        self.group += value
        self.unit = value if kind == "unit" else None
        self.room = {"unit": 1, "teen": 1, "ten": 10}.get(kind, value)
        return True

    def _multiply(self, factor: int) -> bool:
        if self.unit is None:
            if factor < 100 or self.group:  # "hundred" alone is a hundred, "puluh" alone is nothing
                return False
            self.group, self.room = factor, factor
            return True
        self.group += 10 if factor == 0 else self.unit * (factor - 1)
        self.unit, self.room = None, factor or 1
        return True

    @property
    def value(self) -> int:
        return self.total + self.group


@dataclass(frozen=True)
class NumberWords:
    """The number words and marks of one language."""

    group: str
    decimal: str
    kinds: Mapping[str, tuple[str, int]]
    loose: Mapping[str, str]
    one: frozenset[str]
    joiners: frozenset[str]
    scale: Mapping[str, int]
    percent: tuple[str, ...]
    clock_before: tuple[str, ...]
    clock_after: tuple[str, ...]
    half_to: tuple[str, ...]
    half_past: tuple[str, ...]
    roman_before: tuple[str, ...]

    @cached_property
    def first(self) -> frozenset[str]:
        """The words that a number can begin with, but for those that say one."""
        halves = (phrase.split()[0] for phrase in (*self.half_to, *self.half_past))
        return frozenset({*self.kinds, *self.loose, *halves} - self.one)

    @cached_property
    def _first(self) -> re.Pattern[str]:
        """Where a number begins: at one of ``first`` or a "one" before it. A word after digits is read with them."""
        words = sorted(self.first) or ["(?!)"]
        one = "|".join(sorted(self.one & self.kinds.keys())) or "(?!)"
        letters = "".join(sorted({re.escape(word[0]) for word in {*words, *one.split("|")}}))  # a quick look
        word = rf"(?:{'|'.join(words)})(?![^\W\d_])"
        return re.compile(rf"\b(?=[{letters}])(?<!\d )(?:(?:{one})[ \n-]{word}|{word})")

    def in_text(self, text: str) -> Iterator[tuple[str, frozenset[str]]]:
        """(as written, values) of every number in words, except one: "satu", "a" and "one" say too little."""
        lowered = text.lower()
        position = 0
        while match := self._first.search(lowered, position):
            found = islice(WORD.finditer(lowered, match.start()), LONGEST)
            tokens = [(each[0], each.start(), each.end()) for each in found]
            length, values = self._at(tokens, 0, lowered)
            position = tokens[max(length, 1) - 1][2]
            if values:
                yield text[match.start() : position], values

    def _at(self, tokens: list[tuple[str, int, int]], position: int, text: str) -> tuple[int, frozenset[str]]:
        """How many words the number at this position takes, and its values; (0 or more, nothing) if it is none."""
        word = tokens[position][0]
        if word not in self.first and word not in self.one:
            return 0, frozenset()
        length, values = self._half_hour(tokens, position)
        if values:
            return length, values
        if word in self.loose:
            return self._loose(tokens, position)
        if word not in self.kinds:
            return 0, frozenset()
        total, end = Sum(), position
        while end < len(tokens) and (end == position or _adjacent(text, tokens[end - 1], tokens[end])):
            here = tokens[end][0]
            following = tokens[end + 1][0] if end + 1 < len(tokens) else ""
            if here in self.joiners and following in self.kinds and total.room >= 100:
                end += 1
                continue
            if here not in self.kinds or not total.add(*self.kinds[here]):
                break
            end += 1
        if total.value <= 1:
            return end - position, frozenset()
        if end < len(tokens) and tokens[end][0] in self.percent:
            return end + 1 - position, frozenset({f"{total.value}%"})
        return end - position, frozenset({str(total.value)})

    def _loose(self, tokens: list[tuple[str, int, int]], position: int) -> tuple[int, frozenset[str]]:
        """An ordinal; "kedua belas" is 12 and "kedua puluh" 20."""
        value = self.loose[tokens[position][0]]
        following = tokens[position + 1][0] if position + 1 < len(tokens) else ""
        kind, factor = self.kinds.get(following, ("", 0))
        if kind == "times" and value.isdigit() and factor < 100:
            return 2, frozenset({str(int(value) * factor or int(value) + 10)})
        return 1, frozenset({value}) if value != "1" else frozenset()

    def _half_hour(self, tokens: list[tuple[str, int, int]], position: int) -> tuple[int, frozenset[str]]:
        """Half hours: "setengah lima" and "half past four" are both 4:30."""
        for phrases, shift in ((self.half_to, -1), (self.half_past, 0)):
            for phrase in phrases:
                length = len(phrase.split())
                said = " ".join(token[0] for token in tokens[position : position + length])
                following = tokens[position + length][0] if position + length < len(tokens) else ""
                kind, value = self.kinds.get(following, ("", 0))
                if said == phrase and kind in ("unit", "teen"):
                    hour = (value + shift) % 12
                    return length + 1, frozenset({f"{hour}:30", f"{hour + 12}:30"})
        return 0, frozenset()


@cache
def number_words(lang: str) -> NumberWords:
    """The number words of a language; only digits where nobody has listed them."""
    data: Mapping[str, Any] = words(lang).get("numbers", {})
    kinds = {
        word: (kind, int(value))
        for kind in ("unit", "teen", "ten", "whole", "times", "scale")
        for word, value in data.get(kind, {}).items()
    }
    scale = {word: int(value) for word, value in data.get("scale", {}).items()}
    lists = {
        name: tuple(data.get(name, ()))
        for name in ("percent", "clock_before", "clock_after", "half_to", "half_past", "roman_before")
    }
    return NumberWords(
        group=data.get("group", ""),
        decimal=data.get("decimal", "."),
        kinds=kinds,
        loose=data.get("loose", {}),
        one=frozenset(data.get("one", ())),
        joiners=frozenset(data.get("and", ())),
        scale=scale,
        **lists,
    )


def _adjacent(text: str, before: tuple[str, int, int], after: tuple[str, int, int]) -> bool:
    return text[before[2] : after[1]] in (" ", "-", "\n")
