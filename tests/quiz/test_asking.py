"""What a reviewer is shown: nothing that gives the answer away."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanah.quiz.asking import ask, letter, open_items, shuffled_items
from amanah.quiz.bank import Bank
from amanah.quiz.model import BaseItem
from amanah.quiz.review import Answer, Review, fingerprint
from amanah.quiz.sheet import question

NAMES = st.text(min_size=1, max_size=12)


@pytest.mark.parametrize("kind", ["single-choice", "multiple-choice", "situational-judgement"])
def test_options_keep_their_keys(items: dict[str, BaseItem], kind: str) -> None:
    asked = ask(items[kind], "Siti", "id")
    assert [(choice.label, choice.key) for choice in asked.left] == [(key, key) for key in "abcd"]
    assert asked.right == ()


@given(NAMES)
def test_an_ordering_is_never_shown_in_its_order(items: dict[str, BaseItem], reviewer: str) -> None:
    item: Any = items["ordering"]
    for answer in (item.answer, ["a", "b", "c", "d"], ["d", "c", "b", "a"]):
        asked = ask(item.model_copy(update={"answer": answer}), reviewer, "id")
        assert [choice.label for choice in asked.left] == ["a", "b", "c", "d"]
        assert sorted(choice.key for choice in asked.left) == sorted(answer)
        assert [choice.key for choice in asked.left] != answer


@given(NAMES)
def test_a_matching_is_never_shown_side_by_side(items: dict[str, BaseItem], reviewer: str) -> None:
    item: Any = items["matching"]
    asked = ask(item, reviewer, "id")
    assert [choice.label for choice in asked.right] == ["1", "2", "3", "4"]
    shown = [item.answer[choice.key] for choice in asked.left]
    assert shown != [choice.key for choice in asked.right][: len(shown)]


def test_the_order_is_the_reviewers_own_and_stays(items: dict[str, BaseItem], ten_types: Bank) -> None:
    orders = {tuple(choice.key for choice in ask(items["categorise"], f"reviewer {n}", "id").left) for n in range(30)}
    assert len(orders) > 5
    assert ask(items["categorise"], "Siti Rahma", "id") == ask(items["categorise"], "siti  rahma", "id")
    banks = {tuple(item.code for item in shuffled_items(ten_types.items, f"reviewer {n}")) for n in range(30)}
    assert len(banks) > 25


def test_the_order_is_the_same_on_every_machine(ten_types: Bank) -> None:
    codes = [item.code[-2:] for item in shuffled_items(ten_types.items, "Siti Rahma")]
    assert codes == ["05", "04", "03", "02", "10", "06", "01", "08", "07", "09"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_keys_reasons_and_evidence_are_not_shown(items: dict[str, BaseItem], lang: str) -> None:
    for kind, item in items.items():
        if not item.graded:
            continue
        text = question(ask(item, "Siti", lang), lang)
        shown_fields = {"stem", "text", "unit"}
        for path, words in item.texts():
            fields = {part for part in path if isinstance(part, str)}
            if fields & {"why", "quote", "hint"} or not fields & shown_fields:
                assert words[lang] not in text, (kind, path)
            else:
                assert words[lang] in text, (kind, path)
        assert "misconception" not in text
        assert "course/1-demo" not in text
        assert "uu-25-2009" not in text


def test_what_is_not_translated_says_so(items: dict[str, BaseItem]) -> None:
    assert ask(items["numeric"], "Siti", "ms").stem == "[ms?]"


def answered(item: BaseItem, reviewer: str, answer: Any, mark: str = "") -> Review:
    return Review(
        reviewer, {item.code: Answer(answer=answer, fingerprint=mark or fingerprint(item), date="2026-01-01")}
    )


def test_open_items(items: dict[str, BaseItem]) -> None:
    item = items["single-choice"]

    def is_open(*reviews: Review) -> bool:
        return bool(open_items([item], "Siti", reviews, "Tim Amanah"))

    assert is_open()
    assert not is_open(answered(item, "Budi", "b")), "confirmed by somebody else"
    assert is_open(answered(item, "Budi", "a")), "somebody else differs"
    assert is_open(answered(item, "Budi", "b"), answered(item, "Ani", "a")), "they differ from each other"
    assert is_open(answered(item, "tim amanah", "b")), "its author does not count"
    assert is_open(answered(item, "Budi", "b", "0" * 16)), "the item has changed since"
    assert not is_open(answered(item, "siti", "b"))
    assert not is_open(answered(item, "siti", "a")), "to ask again would tell that the answer differs"
    assert is_open(answered(item, "siti", "a", "0" * 16))


def test_reflections_are_not_asked(items: dict[str, BaseItem]) -> None:
    assert open_items([items["reflection"]], "Siti", [], "") == []


def test_letters() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 701, 702)] == ["a", "z", "aa", "ab", "zz", "aaa"]
