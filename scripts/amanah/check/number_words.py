"""Numbers written in words: "dua puluh lima", "two hundred and fifty", "kedua", "half past four".

Each language lists its words by kind in ``data/<language>.yml``: ``unit`` 1–9, ``teen`` 10–19, ``ten`` 20–90,
``whole`` a hundred or thousand in one word, ``times`` what multiplies the unit before it (0 stands for "plus ten"),
``scale`` thousand and up, ``loose`` ordinals and the like that never join others.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from amanah.check.words import words

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
    hints: tuple[str, ...]

    def in_sight(self, lowered: str) -> bool:
        """Whether a text in lower case may hold a number word: a quick look."""
        return any(map(lowered.__contains__, self.hints))

    def in_text(self, text: str) -> Iterator[tuple[str, frozenset[str]]]:
        """(as written, values) of every number in words, except one: "satu", "a" and "one" say too little."""
        lowered = text.lower()
        if not self.in_sight(lowered):
            return
        # a word that follows digits ("25 ribu") has been read with them
        tokens = [(match[0], match.start(), match.end()) for match in WORD.finditer(lowered)]
        position = 0
        while position < len(tokens):
            length, values = self._at(tokens, position, lowered)
            if values:
                yield text[tokens[position][1] : tokens[position + length - 1][2]], values
            position += max(length, 1)

    def _at(self, tokens: list[tuple[str, int, int]], position: int, text: str) -> tuple[int, frozenset[str]]:
        """How many words the number at this position takes, and its values; (0 or more, nothing) if it is none."""
        word = tokens[position][0]
        if word in self._half_words:
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

    @cached_property
    def _half_words(self) -> frozenset[str]:
        """The first words of "half past" and its like."""
        return frozenset(phrase.split()[0] for phrase in (*self.half_to, *self.half_past))

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


def _hints(all_words: Iterable[str], ones: Collection[str]) -> tuple[str, ...]:
    """Few short strings of which every text with a number word holds one: the words that contain no shorter one."""
    wanted = [word for word in all_words if word not in ones]
    return tuple(word for word in wanted if not any(other != word and other in word for other in wanted))


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
        hints=_hints([*kinds, *data.get("loose", ())], data.get("one", ())),
        **lists,
    )


def _adjacent(text: str, before: tuple[str, int, int], after: tuple[str, int, int]) -> bool:
    return text[before[2] : after[1]] in (" ", "-", "\n")
