"""B04, B05, B09: how many items a quiz has, and of what kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.modules import modules_of
from amanah.check.registry import found, rule
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item, SingleChoice, TrueFalse

FEWEST, MOST = 8, 20
"""Who knows six things in ten reaches 80 % of five items in one try of three, of eight items in one of ten: below
eight, luck decides. At a minute and a half an item, twenty take half an hour, as long as one sitting should be."""
ENOUGH = 8
KINDS_OF_LENGTH = 2
MOST_TRUE_FALSE = 1 / 3


def _start(bank: Bank) -> Place:
    return bank.tree.key_place(("items",))


@rule(
    "B04",
    severity="error",
    scope="bank",
    id={
        "few": "kuis modul berisi {count} soal; sekurang-kurangnya {bound}, supaya hasilnya bukan kebetulan",
        "many": "kuis modul berisi {count} soal; paling banyak {bound}, supaya selesai sekali duduk",
    },
    en={
        "few": "the module quiz has {count} items; at least {bound}, so that luck does not decide",
        "many": "the module quiz has {count} items; at most {bound}, so that it can be done in one sitting",
    },
)
def quiz_size(bank: Bank, context: Context) -> Iterator[Problem]:
    """The quiz of a module has 8 to 20 items.

    "Done" is 80 percent. Who knows six things in ten reaches that by luck with five items in one try of three, with
    eight in one of ten. Twenty items take half an hour. Judged where the module has a quiz page, or where there are no
    pages at all and the bank has items for the module quiz.

    Bad: a module quiz of 4 items
    Good: a module quiz of 12 to 15 items
    """
    count = sum("module" in item.use for item in bank.items)
    if context.course.pages:
        module = modules_of(context.course).get(bank.module)
        if module is None or module.quiz is None:
            return
    elif not count:
        return
    if not FEWEST <= count <= MOST:
        variant, bound = ("few", FEWEST) if count < FEWEST else ("many", MOST)
        yield found(_start(bank), variant, count=count, bound=bound)


@rule(
    "B05",
    severity="error",
    scope="bank",
    id={
        "cell": "jumlah soal {outcome} pada tingkat {level} berbeda: pre-test {pre}, post-test {post}; samakan",
        "shared": "{code}: soal ini dipakai dalam pre-test dan post-test; tulis soal lain untuk salah satunya",
    },
    en={
        "cell": "{outcome} at the level {level}: pre-test {pre} items, post-test {post}; write as many for each",
        "shared": "{code}: this item is in the pre-test and in the post-test; write another one for one of them",
    },
)
def parallel_forms(bank: Bank, context: Context) -> Iterator[Problem]:
    """Pre-test and post-test have as many items for each outcome at each level, and share none.

    Only then is the difference between the two a gain of the learner, and not of an easier form or of a good memory.

    Bad: pre-test: one item for m6-o2 at apply; post-test: one for m6-o2 at remember
    Good: one item for m6-o2 at apply in each, with different codes
    """
    pre: Counter[tuple[str, str]] = Counter()
    post: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Item] = {}
    for item in bank.items:
        before, after = "pre-test" in item.use, "post-test" in item.use
        if before and after:
            yield found(item.place("use"), "shared", code=item.code)
        cell: tuple[str, str] = (item.outcome, item.level)
        pre[cell] += before
        post[cell] += after
        if before or after:
            first.setdefault(cell, item)
    for cell, item in first.items():
        if pre[cell] != post[cell]:
            outcome, level = cell
            yield found(item.place("use"), "cell", outcome=outcome, level=level, pre=pre[cell], post=post[cell])


@rule(
    "B09",
    severity="warning",
    scope="bank",
    id={
        "lengths": "soal pilihan tunggal di bank ini mempunyai {counts} pilihan; pakai paling banyak dua macam jumlah",
        "true-false": "{count} dari {total} soal adalah benar–salah, yang separuhnya kena tebak; ganti beberapa",
    },
    en={
        "lengths": "the single-choice items of this bank have {counts} options; use at most two different numbers",
        "true-false": "{count} of {total} items are true–false, and half of those are hit by guessing; replace some",
    },
)
def option_counts(bank: Bank, context: Context) -> Iterator[Problem]:
    """From eight items on, single-choice items have at most two different numbers of options, and few are true–false.

    Options by habit (3 here, 5 there) change what guessing earns from item to item, and an odd number stands out. Half
    of the true–false items are right by luck, so they are at most a third of the graded items.

    Bad: single-choice items with 3, 4 and 5 options in one bank
    Good: four options throughout, three where a fourth would be silly
    """
    graded = [item for item in bank.items if item.graded]
    counts = Counter(len(item.options) for item in graded if isinstance(item, SingleChoice))
    if sum(counts.values()) >= ENOUGH and len(counts) > KINDS_OF_LENGTH:
        yield found(_start(bank), "lengths", counts=", ".join(map(str, sorted(counts))))
    true_false = sum(isinstance(item, TrueFalse) for item in graded)
    if len(graded) >= ENOUGH and true_false > MOST_TRUE_FALSE * len(graded):
        yield found(_start(bank), "true-false", count=true_false, total=len(graded))
