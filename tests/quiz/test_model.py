"""The ten types: shape is judged here, everything else by rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from amanah.course.yaml_subset import read_yaml
from amanah.quiz.bank import Bank
from amanah.quiz.model import TYPES, BaseItem, Matching, Reflection, SituationalJudgement, TrueFalse

TEN_TYPES = Path(__file__).parent / "fixtures" / "ten-types.yml"


def raw(ten_types: Bank, kind: str) -> dict[str, Any]:
    """The data of the item of this type, fresh from the file."""
    data = next(one for one in ten_types.tree.data["items"] if one["type"] == kind)
    return dict(data)


def test_all_ten_types_are_read(ten_types: Bank) -> None:
    assert ten_types.problems == []
    assert [type(item) for item in ten_types.items] == list(TYPES.values())
    assert len(TYPES) == 10


@pytest.mark.parametrize("kind", TYPES)
def test_answer_may_be_missing_so_that_a_rule_can_say_it(ten_types: Bank, kind: str) -> None:
    data = raw(ten_types, kind)
    data.pop("answer", None)
    assert getattr(TYPES[kind].model_validate(data), "answer", None) is None


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind != "reflection"])
def test_graded_items_need_evidence(ten_types: Bank, kind: str) -> None:
    data = raw(ten_types, kind)
    del data["evidence"]
    with pytest.raises(ValidationError):
        TYPES[kind].model_validate(data)


def test_reflection_is_not_graded_and_its_answer_is_read_for_a_rule(ten_types: Bank) -> None:
    item = Reflection.model_validate({**raw(ten_types, "reflection"), "answer": ["a"]})
    assert not item.graded
    assert item.answer == ["a"]


@pytest.mark.parametrize("kind", TYPES)
def test_every_field_is_required_or_known(ten_types: Bank, kind: str) -> None:
    with pytest.raises(ValidationError):
        TYPES[kind].model_validate({**raw(ten_types, kind), "nonsense": "x"})


def test_keys_and_counts_are_no_matter_of_shape(ten_types: Bank) -> None:
    data = {**raw(ten_types, "single-choice"), "options": [], "answer": "zzz", "use": [], "stem": {}}
    assert TYPES["single-choice"].model_validate(data).stem == {}


def test_true_false_takes_unquoted_words_and_both_reasons(ten_types: Bank) -> None:
    data = raw(ten_types, "true-false")
    tree = read_yaml("answer: true\nwhy: {true: {id: a}, false: {id: b}}\n", "x.yml")
    item = TrueFalse.model_validate({**data, **tree.data})
    assert item.answer == "true"
    assert item.why["false"] == {"id": "b"}
    for why in ({"true": {"id": "a"}}, {"true": {"id": "a"}, "false": {"id": "b"}, "maybe": {"id": "c"}}):
        with pytest.raises(ValidationError):
            TrueFalse.model_validate({**data, "why": why})


@pytest.mark.parametrize("typed", ["4", "-1", "3.0", " 3", "best", "", ["3"]])
def test_grade_is_a_digit_from_0_to_3(ten_types: Bank, typed: Any) -> None:
    data = raw(ten_types, "situational-judgement")
    options = [{**data["options"][0], "grade": typed}]
    with pytest.raises(ValidationError):
        SituationalJudgement.model_validate({**data, "options": options})


def test_reuse_is_true_or_false(ten_types: Bank) -> None:
    data = raw(ten_types, "matching")
    assert Matching.model_validate({**data, "reuse": "true"}).reuse is True
    assert Matching.model_validate({**data, "reuse": "false"}).reuse is False
    with pytest.raises(ValidationError):
        Matching.model_validate({**data, "reuse": "yes"})


@pytest.mark.parametrize("unit", ["%", "", {"id": "orang", "en": "people"}])
def test_unit_is_a_text_or_a_localized_text(ten_types: Bank, unit: Any) -> None:
    data = raw(ten_types, "numeric")
    item = TYPES["numeric"].model_validate({**data, "answer": {"value": "1,5", "unit": unit}})
    assert item.model_dump()["answer"] == {"value": "1,5", "tolerance": "0", "unit": unit}


def localized(data: Any, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    """The paths of all localized texts in raw data: mappings from `id` and `en` to text."""
    if isinstance(data, dict):
        if set(data) == {"id", "en"} and all(isinstance(text, str) for text in data.values()):
            return {path}
        return set().union(*(localized(value, (*path, key)) for key, value in data.items()))
    if isinstance(data, list):
        return set().union(*(localized(value, (*path, index)) for index, value in enumerate(data)))
    return set()


@pytest.mark.parametrize("kind", TYPES)
def test_texts_are_all_localized_texts(ten_types: Bank, items: dict[str, BaseItem], kind: str) -> None:
    found = list(items[kind].texts())
    assert {path for path, _ in found} == localized(raw(ten_types, kind))
    assert len({path for path, _ in found}) == len(found)


@pytest.mark.parametrize("kind", TYPES)
def test_places_lead_to_the_texts_in_the_file(items: dict[str, BaseItem], ten_types: Bank, kind: str) -> None:
    lines = TEN_TYPES.read_text(encoding="utf-8").split("\n")
    for path, text in items[kind].texts():
        for lang, words in text.items():
            place = items[kind].place(*path, lang)
            assert lines[place.line - 1][place.column - 1 :].startswith(f'"{words}"')
            key = items[kind].key_place(*path, lang)
            assert lines[key.line - 1][key.column - 1 :].startswith(f"{lang}:")


def test_an_item_without_a_bank_has_no_place(ten_types: Bank) -> None:
    item = TYPES["ordering"].model_validate(raw(ten_types, "ordering"))
    assert item.place("answer").file == ""
