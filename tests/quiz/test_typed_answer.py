"""What a reviewer types."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanah.quiz.asking import Asked, Choice
from amanah.quiz.model import TYPES, BaseItem
from amanah.quiz.typed_answer import AnswerError, parse_answer

LETTERS = tuple(Choice(label, f"key-{label}", label) for label in "abc")
NUMBERS = tuple(Choice(label, f"bin-{label}", label) for label in "12")


def asked(items: dict[str, BaseItem], kind: str) -> Asked:
    return Asked(items["numeric"], kind, "0" * 16, "", "", LETTERS, NUMBERS)


GOOD: list[tuple[str, str, Any]] = [
    ("single-choice", "b", "key-b"),
    ("single-choice", " B) ", "key-b"),
    ("multiple-choice", "c a", ["key-a", "key-c"]),
    ("multiple-choice", "a,c", ["key-a", "key-c"]),
    ("true-false", "Benar", "true"),
    ("true-false", "false.", "false"),
    ("ordering", "c a b", ["key-c", "key-a", "key-b"]),
    ("ordering", "c > a > b", ["key-c", "key-a", "key-b"]),
    ("matching", "a=2 b=1 c=2", {"key-a": "bin-2", "key-b": "bin-1", "key-c": "bin-2"}),
    ("categorise", "a = 2, b -> 1; C: 2", {"key-a": "bin-2", "key-b": "bin-1", "key-c": "bin-2"}),
    ("numeric", "78,47", "78,47"),
    ("short-answer", " maklumat ", "maklumat"),
    ("situational-judgement", "best=a never=c", {"best": "key-a", "never": "key-c"}),
    ("situational-judgement", "jangan = c, terbaik = a", {"best": "key-a", "never": "key-c"}),
]
BAD: list[tuple[str, str, str]] = [
    *[(kind, "", "nothing") for kind in TYPES],
    ("single-choice", "d", "no-choice"),
    ("single-choice", "a b", "no-choice"),
    ("multiple-choice", "a d", "no-choice"),
    ("multiple-choice", "a a", "twice"),
    ("true-false", "b", "no-truth"),
    ("true-false", "mungkin", "no-truth"),
    ("ordering", "a b", "missing"),
    ("ordering", "a b a", "twice"),
    ("matching", "a=2 b=1", "missing"),
    ("matching", "a=2 a=1 b=1 c=1", "twice"),
    ("matching", "a=3 b=1 c=1", "no-choice"),
    ("matching", "a2 b1 c2", "no-pair"),
    ("categorise", "=1 b=1", "no-pair"),
    ("numeric", "banyak", "no-number"),
    ("short-answer", "...", "nothing"),
    ("situational-judgement", "a", "no-judgement"),
    ("situational-judgement", "best=a", "no-judgement"),
    ("situational-judgement", "best=a never=a", "no-judgement"),
    ("situational-judgement", "best=a best=b", "no-judgement"),
    ("situational-judgement", "best=a never=z", "no-choice"),
    ("reflection", "x", "not-asked"),
]


@pytest.mark.parametrize(("kind", "typed", "answer"), GOOD)
def test_answers(items: dict[str, BaseItem], kind: str, typed: str, answer: Any) -> None:
    assert parse_answer(asked(items, kind), typed) == answer


@pytest.mark.parametrize(("kind", "typed", "variant"), BAD)
def test_what_is_no_answer(items: dict[str, BaseItem], kind: str, typed: str, variant: str) -> None:
    with pytest.raises(AnswerError) as caught:
        parse_answer(asked(items, kind), typed)
    assert caught.value.variant == variant


@pytest.mark.parametrize("kind", TYPES)
@given(typed=st.one_of(st.text(max_size=20), st.text("abc12 =,;>:-bestnever", max_size=30)))
def test_nothing_else_is_raised(items: dict[str, BaseItem], kind: str, typed: str) -> None:
    with suppress(AnswerError):
        parse_answer(asked(items, kind), typed)
