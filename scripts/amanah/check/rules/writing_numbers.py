"""M14, M15: options that are amounts, dates or ranges."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from amanah.check.context import Context
from amanah.check.item_view import view
from amanah.check.item_words import item_words
from amanah.check.quantities import Quantity, interval, quantity
from amanah.check.registry import found, rule
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item


@rule(
    "M14",
    severity="warning",
    scope="item",
    id="{code}: pilihan berupa angka tidak berurut ({shown}); urutkan dari kecil ke besar atau sebaliknya",
    en="{code}: the options are numbers in no order ({shown}); sort them up or down",
)
def numbers_in_order(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """Options that are all amounts of one kind, or all dates, stand in order.

    A reader looks for a number in a sorted row without effort; a jumble costs time and says nothing about knowledge.
    Options with other words beside the number and its unit are left alone.

    Bad: "30 hari", "7 hari", "14 hari"
    Good: "7 hari", "14 hari", "30 hari"
    """
    seen = view(item)
    lang = context.default_language
    if not seen.options or not item_words(lang):
        return
    amounts: list[Quantity] = []
    for option in seen.options:
        amount = quantity(option.text.get(lang, ""), lang)
        if amount is None or (amounts and amount.unit != amounts[0].unit):
            return
        amounts.append(amount)
    values = [amount.value for amount in amounts]
    rising = all(first <= second for first, second in pairwise(values))
    if not rising and not all(first >= second for first, second in pairwise(values)):
        shown = ", ".join(option.text[lang] for option in seen.options)
        yield found(item.key_place("options"), shown=shown)


@rule(
    "M15",
    severity="warning",
    scope="item",
    id="{code}: rentang pilihan {first} dan {second} ({lang}) bertumpang tindih; pisahkan batasnya",
    en="{code}: the ranges of the options {first} and {second} ({lang}) overlap; set their limits apart",
)
def overlapping_ranges(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """No value lies in two options that are ranges.

    To "1–5 days" and "5–10 days", 5 days is a right answer twice. It speaks only if an option names both ends of a
    range: "at most 7 days" beside "at most 14 days" are two limits, not two ranges.

    Bad: "1–5 hari" and "5–10 hari"
    Good: "1–5 hari" and "6–10 hari"
    """
    seen = view(item)
    for lang in context.languages if seen.options else ():
        if not item_words(lang):
            continue
        ranges = [(option, interval(option.text.get(lang, ""), lang)) for option in seen.options]
        for (first, one), (second, other) in combinations(ranges, 2):
            if one is None or other is None or not (one.closed or other.closed) or one.unit != other.unit:
                continue
            if one.overlaps(other):
                yield found(item.place(*second.path, lang), first=first.key, second=second.key, lang=lang)
