"""Whether an answer agrees with an item's key. Answers come from people: what a reviewer typed, not what a bank holds.

An answer is a text (an option's key, `true`, `78,47`, a word), a list of keys, or a mapping of keys, as its item's
type asks: see `agrees`.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from amanah.quiz.model import (
    BaseItem,
    Categorise,
    Matching,
    MultipleChoice,
    Numeric,
    Ordering,
    ShortAnswer,
    SingleChoice,
    SituationalJudgement,
    TrueFalse,
)

AnswerValue = str | list[str] | dict[str, str]

_PLAIN = re.compile(r"([+-]?)([0-9]*)(?:[.,]([0-9]+))?")
_GROUPED = re.compile(r"([+-]?)([0-9]{1,3}(?:([., ])[0-9]{3})(?:\3[0-9]{3})*)(?:(?!\3)[.,]([0-9]+))?")


def agrees(item: BaseItem, answer: AnswerValue) -> bool:
    """Whether `answer` is what the key of `item` says; False for an answer of the wrong kind, and for an item without
    a key.

    - single-choice, true-false: the key, `true` or `false`
    - multiple-choice: a list with all right keys and no other, in any order
    - ordering: the list of all keys in the right order; matching, categorise: the whole mapping
    - numeric: a number within the tolerance, with a decimal point or comma
    - short-answer: one of the accepted answers of any language, after folding (see `fold`)
    - situational-judgement: `{best: …, never: …}`: one of the best actions, and one that must not happen
    """
    match item:
        case SingleChoice() | TrueFalse():
            return item.answer is not None and answer == item.answer
        case MultipleChoice():
            return bool(item.answer) and isinstance(answer, list) and set(answer) == set(item.answer or ())
        case Ordering() | Matching() | Categorise():
            return bool(item.answer) and answer == item.answer
        case Numeric():
            return isinstance(answer, str) and _is_near(item, answer)
        case ShortAnswer():
            accepted = item.answer.accept.values() if item.answer else ()
            return isinstance(answer, str) and fold(answer) in {fold(one) for texts in accepted for one in texts} - {""}
        case SituationalJudgement():
            return isinstance(answer, dict) and _is_good_judgement(item, answer)
    return False


def _is_near(item: Numeric, answer: str) -> bool:
    given = parse_number(answer)
    value = parse_number(item.answer.value) if item.answer else None
    tolerance = parse_number(item.answer.tolerance) if item.answer else None
    if given is None or value is None or tolerance is None:
        return False
    return abs(given - value) <= tolerance


def _is_good_judgement(item: SituationalJudgement, answer: dict[str, str]) -> bool:
    grades = {option.key: option.grade for option in item.options}
    if set(answer) != {"best", "never"} or not grades:
        return False
    return grades.get(answer["best"]) == max(grades.values()) and grades.get(answer["never"]) == 0


def parse_number(text: str) -> Decimal | None:
    """The number that a person typed, with a decimal point or a decimal comma; None for anything else.

    A single separator is the decimal one (78,47 and 78.47; also 1.500, which is one and a half). Thousands may be
    grouped where that is plain to see: 1.234,5 and 1,234.5, 1.234.567, 1 500. A percent sign behind the number is
    allowed.
    """
    text = unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip().removesuffix("%").strip()
    if not any(character.isdigit() for character in text) or not text.isascii():
        return None
    if found := _PLAIN.fullmatch(text):
        sign, whole, decimals = found.groups()
    elif found := _GROUPED.fullmatch(text):
        sign, whole, _, decimals = found.groups()
        whole = re.sub("[., ]", "", whole)
    else:
        return None
    return Decimal(f"{sign}{whole or 0}.{decimals or 0}")


def fold(text: str) -> str:
    """A typed answer without what does not matter: case, width of letters, spacing, punctuation at its ends."""
    text = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return text.strip(" .,;:!?\"'“”‘’()")
