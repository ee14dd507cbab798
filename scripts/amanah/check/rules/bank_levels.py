"""B02, B03: what the items of a bank ask of a learner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.modules import modules_of
from amanah.check.registry import found, rule
from amanah.check.words import words
from amanah.course.field_errors import nearest
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item

ENOUGH = 8
MOST_REMEMBER, LEAST_APPLY = 0.5, 0.3
APPLY = ("apply", "analyse", "evaluate", "create")
_LAST_SENTENCE = re.compile(r"(?:^|[.!?:]\s|\n)[\s\"“”'*_(]*([^\W\d_]+)[^.!?:\n]*[.!?:]?[\s\"”'*_)]*\Z")


@rule(
    "B02",
    severity={"verb": "warning", "": "error"},
    scope="bank",
    needs_course=("outcome", "outcome-near"),
    id={
        "outcome": "{code}: modul ini tidak mempunyai hasil belajar {outcome} (yang ada: {known})",
        "outcome-near": "{code}: modul ini tidak mempunyai hasil belajar {outcome}; mungkin {near}?",
        "verb": '{code}: "{verb}" meminta {expected}, bukan {level}; ubah pertanyaannya atau level',
    },
    en={
        "outcome": "{code}: this module has no outcome {outcome} (it has: {known})",
        "outcome-near": "{code}: this module has no outcome {outcome}; did you mean {near}?",
        "verb": '{code}: "{verb}" asks to {expected}, not to {level}; change the question or the level',
    },
)
def outcome_and_level(bank: Bank, context: Context) -> Iterator[Problem]:
    """The outcome of an item is one that its module declares, and its verb asks for the level that it claims.

    Progress, reports and the tests go by outcome and level. Verbs are judged narrowly: only where the last sentence of
    the stem begins with one of the few verbs that belong to a level beyond doubt ("sebutkan", "list": remember;
    "rancang", "design": create). Verbs of answering (choose, match, put in order, sort) say nothing. That a level
    exists, S04 checks.

    Bad: "Sebutkan tiga komponen standar pelayanan." with ``level: analyse``
    Good: the same with ``level: remember``
    """
    module = modules_of(context.course).get(bank.module)
    known = [outcome.id for outcome in module.outcomes] if module else []
    for item in bank.items:
        if known and item.outcome not in known:
            near = nearest(item.outcome, known)
            values = {"code": item.code, "outcome": item.outcome, "near": near, "known": ", ".join(known)}
            yield found(item.place("outcome"), "outcome-near" if near else "outcome", **values)
        yield from _verb(item)


def _verb(item: Item) -> Iterator[Problem]:
    for lang, stem in item.stem.items():
        verbs = words(lang).get("level_verbs", {})
        if not verbs or not (match := _LAST_SENTENCE.search(stem[-400:])):
            continue
        if match[0].rstrip("\"”'*_) \n").endswith("?"):
            continue  # "Nilai siapa yang tertinggi?" asks for a score
        verb = match[1].lower()
        levels = verbs.get(verb) or verbs.get(verb.removesuffix("lah"))
        if levels and item.level not in levels:
            values = {"code": item.code, "verb": match[1], "expected": "/".join(levels), "level": item.level}
            yield found(item.place("stem", lang), "verb", **values)


@rule(
    "B03",
    severity="warning",
    scope="bank",
    id={
        "remember": "{count} dari {total} soal hanya meminta mengingat (paling banyak {percent}%); beri kasus",
        "apply": "{count} dari {total} soal meminta menerapkan atau lebih (paling sedikit {percent}%); beri kasus",
    },
    en={
        "remember": "{count} of {total} items only ask to remember (at most {percent}%); give some of them a case",
        "apply": "{count} of {total} items ask to apply or more (at least {percent}%); give some of them a case",
    },
)
def level_floor(bank: Bank, context: Context) -> Iterator[Problem]:
    """At most half of the graded items of a bank are of the level remember, and at least three in ten apply or more.

    Facts are easy to ask and are forgotten by next week; a counter needs people who can use them. Judged from eight
    items on.

    Bad: 10 items, 6 of them ``level: remember``
    Good: 10 items: 2 remember, 3 understand, 5 apply
    """
    levels = [item.level for item in bank.items if item.graded]
    total, remember = len(levels), levels.count("remember")
    apply = sum(level in APPLY for level in levels)
    if total < ENOUGH:
        return
    place = bank.tree.key_place(("items",))
    if remember > MOST_REMEMBER * total:
        yield found(place, "remember", count=remember, total=total, percent=round(MOST_REMEMBER * 100))
    if apply < LEAST_APPLY * total:
        yield found(place, "apply", count=apply, total=total, percent=round(LEAST_APPLY * 100))
