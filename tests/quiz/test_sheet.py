"""Sheets: what is printed, what comes back, and what is wrong with it by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanah.quiz.agreement import agrees
from amanah.quiz.asking import Asked, ask
from amanah.quiz.bank import Bank
from amanah.quiz.model import BaseItem, Categorise, Matching, Ordering, SituationalJudgement
from amanah.quiz.review_words import WORDS, say
from amanah.quiz.sheet import read_sheet, sheet


@pytest.fixture(scope="module")
def asked(ten_types: Bank) -> list[Asked]:
    return [ask(item, "Siti", "en") for item in ten_types.items if item.graded]


def typed(asked: Asked) -> str:
    """How somebody who knows the answer would write it on this sheet."""
    item: BaseItem = asked.item
    left = {choice.key: choice.label for choice in asked.left}
    right = {choice.key: choice.label for choice in asked.right}
    match item:
        case Ordering():
            return " ".join(left[key] for key in item.answer or ())
        case Matching() | Categorise():
            return " ".join(f"{left[key]}={right[value]}" for key, value in (item.answer or {}).items())
        case SituationalJudgement():
            return "best=a never=d"
    return {"m1-q01": "b", "m1-q02": "d a b", "m1-q03": "false", "m1-q07": "85,0", "m1-q08": "charter"}[item.code]


def fill(text: str, answers: dict[str, str]) -> str:
    parts = text.split("=== ")
    filled = [part.replace("\nanswer:", f"\nanswer: {answers.get(part.split(' ')[0], '')}") for part in parts]
    return "=== ".join(filled)


def test_a_sheet_that_is_filled_in_right_agrees(asked: list[Asked]) -> None:
    text = fill(sheet(asked, "Siti", "1-demo", "en"), {one.code: typed(one) for one in asked})
    filled = read_sheet(text, asked)
    assert (filled.reviewer, filled.bank, filled.bad) == ("Siti", "1-demo", [])
    assert len(filled.answers) == 9
    assert all(agrees(one.item, filled.answers[one.code]) for one in asked)


def test_blank_answers_are_left_out(asked: list[Asked]) -> None:
    filled = read_sheet(fill(sheet(asked, "Siti", "1-demo", "en"), {"m1-q03": "true"}), asked)
    assert filled.answers == {"m1-q03": "true"}
    assert filled.bad == []


def test_an_indonesian_sheet_reads_the_same(asked: list[Asked]) -> None:
    text = sheet(asked[:1], "Siti", "1-demo", "id").replace("jawaban:", "Jawaban : b")
    assert read_sheet(text.replace("\n", "\r\n"), asked).answers == {"m1-q01": "b"}


def bad(text: str, asked: list[Asked]) -> list[tuple[int, str]]:
    return [(line, name) for line, name, _ in read_sheet(text, asked).bad]


def test_bad_lines_are_named_by_number(asked: list[Asked]) -> None:
    mark = asked[0].fingerprint
    head = f"=== m1-q01 [{mark}]"
    assert bad(f"{head}\nanswer: z", asked) == [(2, "no-choice")]
    assert bad(f"{head}\nanswer: a\nanswer: b", asked) == [(3, "answered-twice")]
    assert bad(f"{head}\nanswer: a\n{head}\nanswer: b", asked) == [(4, "answered-twice")]
    assert bad(f"=== m9-q01 [{mark}]\nanswer: a", asked) == [(1, "unknown-code")]
    assert bad("=== m1-q01 [0000000000000000]\nanswer: a", asked) == [(1, "changed")]
    assert bad("=== m1-q01\nanswer: a", asked) == [(1, "broken-head")]
    assert bad("answer: a", asked) == [(1, "no-item")]


@given(st.text(max_size=60), st.integers(0, 2000))
def test_no_sheet_raises(ten_types: Bank, text: str, at: int) -> None:
    asked = [ask(item, "Siti", "en") for item in ten_types.items if item.graded]
    whole = sheet(asked, "Siti", "1-demo", "en")
    for damaged in (text, whole[:at] + text + whole[at:], whole[:at] + text):
        for _, name, values in read_sheet(damaged, asked).bad:
            assert say(name, "id", **values)


def test_every_sentence_has_both_languages_and_the_same_values() -> None:
    for words in WORDS.values():
        assert set(words) == {"id", "en"}
        assert words["id"].count("{") == words["en"].count("{")
