"""Amounts, dates and ranges that make up a whole option: "14 hari", "9 September 2026", "5–10%", "less than 5 km"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from amanah.check.item_words import item_words
from amanah.check.numbers import NEVER, habits

MOST_WORDS = 5
_WORD = re.compile(r"[^\W\d_]+|[%$€£°]")
_DIGIT = re.compile(r"\d")
INFINITE = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value and what stands around it: two are of one kind if ``unit`` is the same."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``; an end that is open does not belong to it. ``closed``: both ends were named."""

    low: Decimal
    high: Decimal
    low_open: bool
    high_open: bool
    closed: bool
    unit: str

    def overlaps(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        ends = ((each.low, each.low_open, each.high, each.high_open) for each in (self, other))
        return not any((at == low and open_) or (to == low and to_open) for at, open_, to, to_open in ends)


def quantity(text: str, lang: str) -> Quantity | None:
    """The one amount or date that a short text consists of, or None."""
    if not _DIGIT.search(text) or len(text.split()) > MOST_WORDS:
        return None
    if dated := _date(lang).search(text):
        day, month, year = int(dated["day"]), _months(lang).index(dated["month"].lower()) + 1, int(dated["year"] or 0)
        rest = text[: dated.start()] + text[dated.end() :]
        value = Decimal((year * 100 + month) * 100 + day)
        return None if _DIGIT.search(rest) else Quantity(value, f"date {_unit(rest)}")
    matches = list(habits(lang).number.finditer(text))
    if len(matches) != 1:
        return None
    match = matches[0]
    rest = text[: match.start()] + " " + text[match.end() :]
    if _DIGIT.search(rest):
        return None
    kind = " %" if match["percent"] else " clock" if match["hour"] else ""
    return Quantity(_value(match, lang), _unit(rest + kind))


def interval(text: str, lang: str) -> Interval | None:
    """The one range that a short text consists of, or None."""
    if not _DIGIT.search(text) or len(text.split()) > MOST_WORDS + 2:
        return None
    if match := _between(lang).search(text):
        rest = text[: match.start()] + " " + text[match.end() :]
        low, high = (quantity(match[name], lang) for name in ("low", "high"))
        if low is None or high is None or low.value > high.value or _DIGIT.search(rest):
            return None
        return Interval(low.value, high.value, False, False, True, _unit(rest))
    for name in ("below", "at_most", "above", "at_least"):
        match = _bound(lang, name).search(text)
        amount = quantity(text[: match.start()] + text[match.end() :], lang) if match else None
        if amount is None:
            continue
        open_ = name in ("below", "above")
        if name in ("below", "at_most"):
            return Interval(-INFINITE, amount.value, True, open_, False, amount.unit)
        return Interval(amount.value, INFINITE, open_, True, False, amount.unit)
    return None


def _value(match: re.Match[str], lang: str) -> Decimal:
    words = habits(lang).words
    if match["hour"]:
        return Decimal(int(match["hour"]) * 60 + int(match["minute"]))
    digits = match["digits"]
    if words.group:
        digits = digits.replace(words.group, "").replace(words.decimal, ".")
    return Decimal(digits) * (words.scale[match["scale"].lower()] if match["scale"] else 1)


def _unit(rest: str) -> str:
    """What is left beside the number, without marks and without the plural of English."""
    return " ".join(word.removesuffix("s") for word in _WORD.findall(rest.lower()))


@cache
def _months(lang: str) -> list[str]:
    return list(item_words(lang).get("months", ()))


@cache
def _date(lang: str) -> re.Pattern[str]:
    months = "|".join(map(re.escape, _months(lang))) or NEVER
    return re.compile(rf"\b(?P<day>[0-3]?\d) (?P<month>{months})\b(?: (?P<year>\d{{4}})\b)?", re.IGNORECASE)


@cache
def _between(lang: str) -> re.Pattern[str]:
    number = r"\d[\d.,]*(?:\s?%)?"
    to = _any_of(item_words(lang).get("between", ()))
    return re.compile(rf"(?P<low>{number})\s*{to}\s*(?P<high>{number})", re.IGNORECASE)


@cache
def _bound(lang: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any_of(item_words(lang).get(name, ()))}(?!\w)", re.IGNORECASE)


def _any_of(phrases: Iterable[str]) -> str:
    return "(?:" + ("|".join(re.escape(each) for each in sorted(phrases, key=len, reverse=True)) or NEVER) + ")"
