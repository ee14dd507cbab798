"""K13, K14, K15: the places of the keys in a bank give nothing away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from amanah.check.balance import binomial_two_sided, longest_run, repeating, uneven
from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item, SingleChoice, TrueFalse

ENOUGH_FOR_TEST, ENOUGH_FOR_SHARE, CHANCE = 24, 20, 0.01
LARGEST_SHARE, TIMES_EXPECTED = 0.4, 1.6
LONGEST_RUN = 4
ENOUGH_TRUE_FALSE, SHARE_OF_TRUE, TRUE_FALSE_CHANCE = 12, (0.35, 0.65), 0.05


def key_positions(items: Sequence[Item]) -> list[tuple[SingleChoice, int]]:
    """The single-choice items with the place (from 0) of their key; items without a usable key are left out."""
    positions = []
    for item in items:
        if isinstance(item, SingleChoice):
            place = next((index for index, option in enumerate(item.options) if option.key == item.answer), None)
            if place is not None:
                positions.append((item, place))
    return positions


def _groups(bank: Bank) -> Iterator[tuple[str, list[Item]]]:
    """The bank as a whole, and its module quiz where that is only a part of it."""
    quiz = [item for item in bank.items if "module" in item.use]
    yield "bank", list(bank.items)
    if len(quiz) != len(bank.items):
        yield "quiz", quiz


def _letter(position: int) -> str:
    return "ABCDEFGHIJ"[position] if position < 10 else str(position + 1)


def _start(bank: Bank) -> Place:
    return bank.tree.key_place(("items",))


@rule(
    "K13",
    severity="warning",
    scope="bank",
    id={
        "bank-share": (
            "kunci berada di pilihan {letter} pada {count} dari {total} soal bank ini ({counts}); "
            "pindahkan beberapa kunci"
        ),
        "quiz-share": (
            "kunci berada di pilihan {letter} pada {count} dari {total} soal kuis modul ({counts}); "
            "pindahkan beberapa kunci"
        ),
        "bank-uneven": (
            "letak kunci di bank ini tidak merata ({counts}; peluang kebetulan {chance}); pindahkan beberapa kunci"
        ),
        "quiz-uneven": (
            "letak kunci di kuis modul tidak merata ({counts}; peluang kebetulan {chance}); pindahkan beberapa kunci"
        ),
    },
    en={
        "bank-share": "the key is option {letter} in {count} of {total} items of this bank ({counts}); move some keys",
        "quiz-share": (
            "the key is option {letter} in {count} of {total} items of the module quiz ({counts}); move some keys"
        ),
        "bank-uneven": "the places of the keys in this bank are uneven ({counts}; by luck {chance}); move some keys",
        "quiz-uneven": (
            "the places of the keys in the module quiz are uneven ({counts}; by luck {chance}); move some keys"
        ),
    },
)
def balanced_positions(bank: Bank, context: Context) -> Iterator[Problem]:
    """The keys of single-choice items are spread over all places, in the bank and in its module quiz.

    Writers favour one place, and learners notice ("when in doubt, C"). Two tests: with 20 items or more, no place has
    over 40 % of the keys (more where the options are few: 1.6 times its fair share); with 24 or more, Pearson's
    chi-square must not say that luck does this in fewer than 1 of 100 banks. Fewer items prove nothing and are left
    alone. Shuffling hides this on the page, not in a printed form.

    Bad: 24 items, the key of 14 of them is option B
    Good: 24 items, A 6, B 7, C 5, D 6
    """
    for name, items in _groups(bank):
        positions = key_positions(items)
        total = len(positions)
        if total < ENOUGH_FOR_SHARE:
            continue
        size = max(len(item.options) for item, _ in positions)
        counter = Counter(place for _, place in positions)
        observed = [counter[place] for place in range(size)]
        expected = [sum(1 / len(i.options) for i, _ in positions if len(i.options) > p) for p in range(size)]
        counts = ", ".join(f"{_letter(place)} {count}" for place, count in enumerate(observed))
        limits = [max(LARGEST_SHARE * total, TIMES_EXPECTED * fair) for fair in expected]
        worst = max(range(size), key=lambda place: observed[place] / limits[place])
        chance = uneven(observed, expected)
        if observed[worst] > limits[worst]:
            values = {"letter": _letter(worst), "count": observed[worst], "total": total, "counts": counts}
            yield found(_start(bank), f"{name}-share", **values)
        elif total >= ENOUGH_FOR_TEST and chance < CHANCE:
            yield found(_start(bank), f"{name}-uneven", counts=counts, chance=f"{max(chance, 0.0001):.4f}")


@rule(
    "K14",
    severity="warning",
    scope="bank",
    id={
        "run": (
            "{code}: kunci di {count} soal berturut-turut mulai dari sini selalu pilihan {letter}; "
            "pindahkan beberapa kunci"
        ),
        "pattern": (
            "{code}: kunci mulai dari sini berulang dengan pola {pattern} sepanjang {count} soal; "
            "pindahkan beberapa kunci"
        ),
    },
    en={
        "run": "{code}: from here on the key of {count} items in a row is option {letter}; move some keys",
        "pattern": "{code}: from here on the keys repeat the pattern {pattern} over {count} items; move some keys",
    },
)
def no_key_patterns(bank: Bank, context: Context) -> Iterator[Problem]:
    """Keys of single-choice items do not stand in a row or in a pattern.

    Five times B in a row, or A B C A B C A B C, is seen and used. A pattern counts from six repetitions on (three
    rounds of A B C), because luck alone makes A B C A B C in every third bank.

    Bad: keys B B B B B
    Good: keys B D A C B A
    """
    for _, items in _groups(bank):
        positions = key_positions(items)
        places = [place for _, place in positions]
        start, length = longest_run(places)
        if length > LONGEST_RUN:
            item = positions[start][0]
            yield found(item.place("answer"), "run", code=item.code, count=length, letter=_letter(places[start]))
            return
        if pattern := repeating(places):
            start, length, period = pattern
            item = positions[start][0]
            letters = " ".join(_letter(place) for place in places[start : start + period])
            yield found(item.place("answer"), "pattern", code=item.code, count=length, pattern=letters)
            return


@rule(
    "K15",
    severity="warning",
    scope="bank",
    id='{true} dari {total} soal benar–salah berkunci "benar"; seimbangkan (35–65 %)',
    en='{true} of {total} true–false items have the key "true"; balance them (35–65 %)',
)
def balanced_true_false(bank: Bank, context: Context) -> Iterator[Problem]:
    """From 12 true–false items on, 35 to 65 of 100 are true.

    Writers find true statements easier; who always says "true" then wins. The exact binomial test must also say that
    luck does this in fewer than 1 of 20 banks.

    Bad: 12 items, 11 of them true
    Good: 12 items, 6 of them true
    """
    answers = [item.answer for item in bank.items if isinstance(item, TrueFalse) and item.answer in ("true", "false")]
    total, true = len(answers), answers.count("true")
    if total < ENOUGH_TRUE_FALSE or SHARE_OF_TRUE[0] <= true / total <= SHARE_OF_TRUE[1]:
        return
    if binomial_two_sided(true, total) < TRUE_FALSE_CHANCE:
        yield found(_start(bank), true=true, total=total)
