"""B01, B08: the banks and the modules of the course belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.modules import Module, modules_of
from amanah.check.registry import found, rule
from amanah.course.course import Course
from amanah.course.front_matter import Outcome
from amanah.course.problem import Problem
from amanah.quiz.bank import FOLDER, Bank

FEWEST = 2
"""One item is one chance to misread a stem; two that agree say something about the learner."""
TESTS = ("pre-test", "post-test")


@rule(
    "B01",
    severity={"no-tests": "info", "": "error"},
    scope="course",
    id={
        "few": "soal bernilai untuk hasil belajar {outcome} terlalu sedikit ({count}); tulis paling sedikit {fewest}",
        "test": "hasil belajar inti {outcome} tidak mempunyai soal {test}; tulis satu",
        "no-tests": "belum ada soal pre-test dan post-test untuk hasil belajar inti ({count})",
    },
    en={
        "few": "the outcome {outcome} has too few graded items ({count}); write at least {fewest}",
        "test": "the core outcome {outcome} has no {test} item; write one",
        "no-tests": "there are no pre-test and post-test items for the core outcomes yet ({count})",
    },
)
def outcomes_have_items(course: Course, context: Context) -> Iterator[Problem]:
    """Every outcome that a module declares has two graded items, every core outcome one in each test.

    What a course promises it must ask. A module without a bank is reported by B08. The tests are written last: as long
    as no bank has an item for one of them, a remark says so and nothing else.

    Bad: m6-o1 is declared, and one item has ``outcome: m6-o1``
    Good: two items or more; for ``core: true`` one of them with ``use: [pre-test]``, another with ``use: [post-test]``
    """
    banks = {bank.module for bank in context.banks}
    graded: Counter[str] = Counter()
    tests: Counter[tuple[str, str]] = Counter()
    for _, item in context.items():
        if item.graded:
            graded[item.outcome] += 1
            tests.update((item.outcome, use) for use in item.use if use in TESTS)
    core = 0
    for module in modules_of(course).values():
        if module.slug not in banks:
            continue
        for number, outcome in enumerate(module.outcomes):
            core += outcome.core
            yield from _of_outcome(module, number, outcome, graded, tests)
    if core and not tests:
        yield found(context.banks[0].tree.place(()), "no-tests", count=core)


def _of_outcome(
    module: Module, number: int, outcome: Outcome, graded: Counter[str], tests: Counter[tuple[str, str]]
) -> Iterator[Problem]:
    assert module.index is not None  # where an outcome is declared there is an index
    place = module.index.front_place("outcomes", number, "id")
    if graded[outcome.id] < FEWEST:
        yield found(place, "few", outcome=outcome.id, count=graded[outcome.id], fewest=FEWEST)
    for test in TESTS if outcome.core and tests else ():
        if not tests[outcome.id, test]:
            yield found(place, "test", outcome=outcome.id, test=test)


@rule(
    "B08",
    severity="error",
    scope="course",
    id={
        "no-bank": "modul {module} mempunyai halaman, tetapi bank soal {file} tidak ada; buatlah",
        "no-quiz": "bank ini mempunyai {count} soal kuis modul, tetapi modul {module} tidak mempunyai halaman kuis",
        "not-asked": "{code}: soal kuis modul ini tidak ada di {page}; tambahkan di sana, atau hapus module dari use",
        "not-module": "{code} ada di kuis modul, tetapi use-nya {use}; tambahkan module",
    },
    en={
        "no-bank": "the module {module} has pages, but there is no bank {file}; write it",
        "no-quiz": "this bank has {count} items for the module quiz, but the module {module} has no quiz page",
        "not-asked": "{code}: this item of the module quiz is not on {page}; add it there, or take module out of use",
        "not-module": "{code} is in the module quiz, but its use is {use}; add module",
    },
)
def modules_have_banks(course: Course, context: Context) -> Iterator[Problem]:
    """Every module that has pages has a bank, and its quiz page asks what the bank means for it, no more and no less.

    An item with ``use: [module]`` that no page asks was written for nothing; one that the page asks without it is
    missing from every count of the quiz. The way back from an item to its lesson is its evidence, which K10 checks.

    Bad: docs/…/course/5-social-capital/ without quizzes/5-social-capital.yml; m6-q07 with ``use: [lesson]`` on quiz.md
    Good: a bank for each module; m6-q07 with ``use: [module]``
    """
    banks = {bank.module: bank for bank in context.banks}
    for module in modules_of(course).values():
        bank = banks.get(module.slug)
        if bank is None:
            yield found(module.first.place, "no-bank", module=module.slug, file=f"{FOLDER}/{module.slug}.yml")
        else:
            yield from _quiz_page(module, bank)


def _quiz_page(module: Module, bank: Bank) -> Iterator[Problem]:
    meant = [item for item in bank.items if "module" in item.use]
    if module.quiz is None:
        if meant:
            yield found(bank.tree.key_place(("items",)), "no-quiz", count=len(meant), module=module.slug)
        return
    asked = set(module.asked())
    for item in meant:
        if item.code not in asked:
            yield found(item.place("use"), "not-asked", code=item.code, page=module.quiz.file)
    for item in bank.items:
        if item.code in asked and "module" not in item.use:
            yield found(item.place("use"), "not-module", code=item.code, use=", ".join(item.use))
