"""How an item stands with its second key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from amanah.quiz.bank import Bank
from amanah.quiz.model import Item, Reflection, SituationalJudgement
from amanah.quiz.review import Answer, Review, agrees, fingerprint, same_person


class Standing(Enum):
    """From best to worst, but for NOT_GRADED: a reflection has no key."""

    CONFIRMED = "confirmed"
    CHANGED = "changed"
    OWN = "own"
    NONE = "none"
    DIFFERS = "differs"
    NOT_GRADED = "not-graded"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where the item stands, by whose answer, and what the two keys are (written for a message)."""

    state: Standing
    reviewer: str = ""
    answer: str = ""
    key: str = ""


def standing(item: Item, bank: Bank, reviews: Iterable[Review]) -> Verdict:
    """One differing answer weighs more than any number that agree."""
    if isinstance(item, Reflection):
        return Verdict(Standing.NOT_GRADED)
    answers = [(review.reviewer, review.answers[item.code]) for review in reviews if item.code in review.answers]
    if not answers:
        return Verdict(Standing.NONE)
    author = item.author or bank.author or ""
    now = fingerprint(item)
    others = [(reviewer, answer) for reviewer, answer in answers if not same_person(reviewer, author)]
    current = [(reviewer, answer) for reviewer, answer in others if answer.fingerprint == now]
    for reviewer, answer in current:
        if not agrees(item, answer.answer):
            return Verdict(Standing.DIFFERS, reviewer, shown(answer.answer), shown(_key(item)))
    if current:
        return Verdict(Standing.CONFIRMED, current[0][0])
    if others:
        return Verdict(Standing.CHANGED, _latest(others))
    return Verdict(Standing.OWN, answers[0][0])


def _latest(answers: list[tuple[str, Answer]]) -> str:
    return max(answers, key=lambda pair: str(pair[1].date))[0]


def _key(item: Item) -> Any:
    if isinstance(item, SituationalJudgement):
        top = max((option.grade for option in item.options), default=0)
        best = [option.key for option in item.options if option.grade == top]
        return {"best": "/".join(best), "never": "/".join(option.key for option in item.options if option.grade == 0)}
    return getattr(item, "answer", "")


def shown(answer: Any) -> str:
    """An answer as a message names it: b · a, c · x→1, y→2 · 78.47."""
    if isinstance(answer, dict):
        return ", ".join(f"{key}→{shown(value)}" for key, value in answer.items())
    if isinstance(answer, (list, tuple, set)):
        return ", ".join(map(str, answer))
    if hasattr(answer, "value"):
        return str(answer.value)
    return str(answer)
