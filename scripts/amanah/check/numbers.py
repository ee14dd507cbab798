"""The numbers that stand in a text, read by the habits of its language.

``1.000,5`` and ``1,000.5``, ``25 ribu`` and ``twenty-five thousand``, ``ke-2`` and ``2nd``, ``14.12`` and ``2:12 pm``,
``Bab IV`` and ``Chapter 4`` are the same numbers. Written in digits (or Roman numerals) a number is strict: the other
language must have it too. Written in words it is loose: "dua-duanya" need not be a number in English, but a word
that says three must not face one that says five.

Limits: letters glued to digits (``SP4N``, ``S1``) are names, not numbers; months are words, never numbers; a time of
day is compared within twelve hours, so morning and afternoon are not told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from amanah.check.number_words import NumberWords, number_words

ROMAN = {"I": 1, "V": 5, "X": 10}
ROMAN_SHAPE = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
CURRENCY = re.compile(r"\b(?:Rp|IDR|USD|RM)\Z")
NEVER = r"(?!)"
DIGIT = re.compile(r"\d")
ROMAN_LETTERS = re.compile(r"[IVX]\b")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the text writes it, and every value it may be compared by."""

    shown: str
    values: frozenset[str]
    strict: bool


class Habits:
    """How one language writes numbers; compiled once."""

    def __init__(self, lang: str) -> None:
        self.words: NumberWords = number_words(lang)
        group, decimal = map(re.escape, (self.words.group, self.words.decimal))
        grouped = rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d)" if group else NEVER
        after, scale, percent = map(_one_of, (self.words.clock_after, self.words.scale, self.words.percent))
        # where a point groups thousands, 14.12 is a time; elsewhere only before "am" and "pm"
        point = r"\." if self.words.group == "." else r"\.(?=\d\d\s*[ap]\.?m\b)"
        self.number = re.compile(
            rf"(?:(?P<hour>[01]?\d|2[0-4])(?::|{point})(?P<minute>[0-5]\d)(?![\d.,:]\d|\d|\s*%)"
            rf"|(?P<digits>{grouped}(?:{decimal}\d+)?|\d+(?:{decimal}\d+)?))"
            rf"(?:(?P<percent>\s?%|\s+(?:{percent})\b)|\s*(?P<scale>{scale})\b|(?P<after>\s*(?:{after})(?!\w)))?",
            re.IGNORECASE,
        )
        self.clock_before = re.compile(rf"\b(?:{_one_of(self.words.clock_before)})\s+\Z", re.IGNORECASE)
        roman_before = _one_of(self.words.roman_before)
        self.roman = re.compile(rf"\b(?:(?i:{roman_before})\s+({ROMAN_SHAPE})|(?=[IVX]{{2}})({ROMAN_SHAPE}))(?![\w'’])")

    def in_text(self, text: str) -> Iterator[Number]:
        """Every number of the text, strict ones first."""
        for match in self._in_digits(text):
            start = match.start()
            if start == 0 or not (text[start - 1].isalpha() and not CURRENCY.search(text, max(0, start - 4), start)):
                yield self._written(match)
        for match in self.roman.finditer(text) if ROMAN_LETTERS.search(text) else ():
            roman = match[1] or match[2]
            yield Number(roman, frozenset({str(_roman(roman))}), True)
        for shown, values in self.words.in_text(text):
            yield Number(shown, values, False)

    def _in_digits(self, text: str) -> Iterator[re.Match[str]]:
        """Every number written in digits. (To look for a digit first is faster than to try the pattern everywhere.)"""
        digit = DIGIT.search(text)
        while digit:
            match = self.number.match(text, digit.start())
            if match:
                yield match
            digit = DIGIT.search(text, (match or digit).end())

    def in_sight(self, text: str, words: Iterable[str]) -> bool:
        """Whether a text of these lower-case words may hold a number: a quick look, wrong only on the safe side."""
        return not self.words.first.isdisjoint(words) or bool(DIGIT.search(text) or ROMAN_LETTERS.search(text))

    def _written(self, match: re.Match[str]) -> Number:
        if match["hour"]:
            return Number(match[0], clock(int(match["hour"]), int(match["minute"])), True)
        digits = match["digits"]
        if self.words.group:
            digits = digits.replace(self.words.group, "").replace(self.words.decimal, ".")
        value = int(digits) if digits.isdecimal() else Decimal(digits)
        if value <= 24 and value == int(value):
            start = match.start()
            if match["after"] or self.clock_before.search(match.string, max(0, start - 10), start):
                return Number(match[0], clock(int(value), 0), True)
        if match["scale"]:
            value *= self.words.scale[match["scale"].lower()]
        return Number(match[0], frozenset({plain(value) + ("%" if match["percent"] else "")}), True)


@cache
def habits(lang: str) -> Habits:
    """The habits of a language."""
    return Habits(lang)


def plain(value: Decimal | int) -> str:
    """A value without trailing zeros or exponent: 1.50 → "1.5", 1E+3 → "1000"."""
    return str(value) if isinstance(value, int) else f"{value.normalize():f}"


def clock(hour: int, minute: int) -> frozenset[str]:
    """Every way a time may be compared: on the clock of 24 and of 12 hours, and as a bare hour."""
    hours = {hour, hour % 12, hour % 12 + 12}
    values = {f"{each}:{minute:02}" for each in hours}
    return frozenset(values | {str(each) for each in hours} if minute == 0 else values)


def disagreement(first: str, first_lang: str, second: str, second_lang: str) -> tuple[list[str], list[str]]:
    """What each of two texts has that the other lacks, as written; two empty lists where they agree."""
    rest, other = list(habits(first_lang).in_text(first)), list(habits(second_lang).in_text(second))
    if [number.values for number in rest] == [number.values for number in other]:
        return [], []
    for strict_here, strict_there in ((True, True), (True, False), (False, True), (False, False)):
        for number in [each for each in rest if each.strict is strict_here]:
            match = next((n for n in other if n.strict is strict_there and n.values & number.values), None)
            if match:
                rest.remove(number)
                other.remove(match)
    rest = _without_one(rest, second, second_lang)
    other = _without_one(other, first, first_lang)
    if any(number.strict for number in rest + other) or (rest and other):
        return [number.shown for number in rest], [number.shown for number in other]
    return [], []


def _without_one(numbers: list[Number], facing: str, lang: str) -> list[Number]:
    """A lone 1 ("1 hari", "a day") is no disagreement where the other text says "a", "one", "satu" or the like."""
    if not any("1" in number.values for number in numbers):
        return numbers
    says_one = not number_words(lang).one.isdisjoint(re.findall(r"[^\W\d_]+", facing.lower()))
    return [number for number in numbers if not (says_one and "1" in number.values)]


def _one_of(phrases: Iterable[str]) -> str:
    """An alternation; one that never matches where there is nothing."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)) or NEVER


def _roman(text: str) -> int:
    values = [ROMAN[letter] for letter in text]
    return sum(-here if here < after else here for here, after in zip(values, [*values[1:], 0], strict=True))
