"""Whether a person's answer agrees with the key."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanah.quiz.agreement import agrees, fold, parse_number
from amanah.quiz.model import TYPES, BaseItem

RIGHT: dict[str, list[Any]] = {
    "single-choice": ["b"],
    "multiple-choice": [["a", "b", "d"], ["d", "b", "a"]],
    "true-false": ["false"],
    "matching": [{"c": "complaints", "b": "charter", "a": "standard"}],
    "ordering": [["c", "d", "a", "b"]],
    "categorise": [{"a": "time", "b": "needs", "c": "fees", "d": "needs"}],
    "numeric": ["85", "85,0", "85.5", "84,5", "85 %", "+85"],
    "short-answer": ["maklumat pelayanan", "  Maklumat   PELAYANAN. ", "Charter", "“service charter”"],
    "situational-judgement": [{"best": "a", "never": "d"}],
}
WRONG: dict[str, list[Any]] = {
    "single-choice": ["a", "B", "", ["b"], {"b": "b"}],
    "multiple-choice": [["a", "b"], ["a", "b", "c", "d"], [], "abd", {"a": "b"}],
    "true-false": ["true", "", "no", ["false"]],
    "matching": [{"a": "standard", "b": "charter"}, {"a": "charter", "b": "standard", "c": "complaints"}, [], "a"],
    "ordering": [["a", "b", "c", "d"], ["c", "d", "a"], [], "cdab"],
    "categorise": [{"a": "time", "b": "needs", "c": "fees"}, {}, "x"],
    "numeric": ["85.51", "84,49", "0.85", "8 5", "", "x", ["85"], "nan", "1e2"],
    "short-answer": ["janji", "", ".", ["maklumat"], {"id": "maklumat"}],
    "situational-judgement": [
        {"best": "b", "never": "d"},
        {"best": "a", "never": "c"},
        {"best": "a"},
        {"best": "a", "never": "d", "x": "y"},
        {},
        "a",
        ["a", "d"],
    ],
}


@pytest.mark.parametrize(("kind", "answer"), [(kind, one) for kind, answers in RIGHT.items() for one in answers])
def test_agrees(items: dict[str, BaseItem], kind: str, answer: Any) -> None:
    assert agrees(items[kind], answer)


@pytest.mark.parametrize(("kind", "answer"), [(kind, one) for kind, answers in WRONG.items() for one in answers])
def test_differs(items: dict[str, BaseItem], kind: str, answer: Any) -> None:
    assert not agrees(items[kind], answer)


@pytest.mark.parametrize("kind", TYPES)
def test_nothing_agrees_with_an_item_without_a_key(items: dict[str, BaseItem], kind: str) -> None:
    update: dict[str, Any] = {"options": []} if kind == "situational-judgement" else {"answer": None}
    item = items[kind].model_copy(update=update)
    assert not any(agrees(item, answer) for answer in [*RIGHT.get(kind, []), "", [], {}])


def test_two_actions_may_be_best(items: dict[str, BaseItem]) -> None:
    item: Any = items["situational-judgement"]
    options = [option.model_copy(update={"grade": 3}) if option.key == "b" else option for option in item.options]
    item = item.model_copy(update={"options": options})
    assert agrees(item, {"best": "a", "never": "d"})
    assert agrees(item, {"best": "b", "never": "d"})


@pytest.mark.parametrize("kind", TYPES)
@given(
    answer=st.one_of(
        st.text(max_size=8),
        st.lists(st.sampled_from("abcd"), max_size=4),
        st.dictionaries(st.text("abcd", max_size=2), st.text("abcd", max_size=2), max_size=4),
    )
)
def test_no_answer_raises(items: dict[str, BaseItem], kind: str, answer: Any) -> None:
    assert agrees(items[kind], answer) in (True, False)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("78,47", "78.47"),
        ("78.47", "78.47"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1 500", "1500"),
        ("1\u00a0500,25", "1500.25"),
        ("1.500", "1.5"),
        ("\u22123", "-3"),
        (",5", "0.5"),
        ("85 %", "85"),
        (" 007 ", "7"),
    ],
)
def test_numbers(typed: str, number: str) -> None:
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed", ["", "x", "5.", "1,2,3", "1.23.456", "1e3", "--1", "١٢", "1 2", "85 persen", "%", "NaN"]
)
def test_what_is_no_number(typed: str) -> None:
    assert parse_number(typed) is None


@given(st.text(max_size=20))
def test_no_text_raises(text: str) -> None:
    parse_number(text)
    assert fold(fold(text)) == fold(text)


@given(st.decimals(-10000, 10000, places=3))
def test_a_number_reads_the_same_with_comma_and_point(number: Decimal) -> None:
    assert parse_number(f"{number}") == parse_number(f"{number}".replace(".", ",")) == number
