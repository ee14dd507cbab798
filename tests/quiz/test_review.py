"""Second keys: fingerprints, and the files that hold what people answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amanah.quiz.bank import Bank
from amanah.quiz.model import BaseItem
from amanah.quiz.review import (
    Answer,
    Review,
    as_yaml,
    fingerprint,
    read_review,
    read_reviews,
    review_path,
    same_person,
    write_review,
)


def changed(item: BaseItem, **fields: Any) -> str:
    return fingerprint(item.model_copy(update=fields))


def test_fingerprints_are_short_and_differ(ten_types: Bank) -> None:
    marks = [fingerprint(item) for item in ten_types.items]
    assert all(len(mark) == 16 and set(mark) <= set("0123456789abcdef") for mark in marks)
    assert len(set(marks)) == 10


def test_a_fingerprint_stays_the_same_for_ever(items: dict[str, BaseItem]) -> None:
    """Recorded answers hang on it: whoever changes this value takes away every confirmation."""
    assert fingerprint(items["single-choice"]) == "9094f8dd9cc32908"


def test_what_a_learner_reads_changes_the_fingerprint(items: dict[str, BaseItem]) -> None:
    item: Any = items["single-choice"]
    mark = fingerprint(item)
    assert changed(item, stem={**item.stem, "en": "Whom?"}) != mark
    assert changed(item, code="m1-q99") != mark
    assert changed(item, options=item.options[:3]) != mark
    renamed = item.options[0].model_copy(update={"key": "z"})
    assert changed(item, options=[renamed, *item.options[1:]]) != mark
    numeric: Any = items["numeric"]
    answer = numeric.answer.model_copy(update={"unit": "permil"})
    assert changed(numeric, answer=answer) != fingerprint(numeric)


def test_mending_a_key_or_a_reason_does_not(items: dict[str, BaseItem]) -> None:
    item: Any = items["single-choice"]
    mark = fingerprint(item)
    assert changed(item, answer="a") == mark
    assert changed(item, hint=None, evidence=None) == mark
    assert changed(item, options=list(reversed(item.options))) == mark
    reasoned = item.options[0].model_copy(update={"why": {"id": "x"}})
    assert changed(item, options=[reasoned, *item.options[1:]]) == mark
    numeric: Any = items["numeric"]
    assert changed(numeric, answer=numeric.answer.model_copy(update={"value": "3"})) == fingerprint(numeric)


ANSWERS = {
    "m1-q02": Answer(answer=["b", "a"], fingerprint="1" * 16, date="2026-11-24"),
    "m1-q01": Answer(answer="b", fingerprint="0" * 16, date="2026-11-24"),
    "m1-q04": Answer(answer={"b": "x", "a": "y"}, fingerprint="2" * 16, date="2026-11-24"),
}


def test_the_file_is_sorted_and_stable(tmp_path: Path) -> None:
    path = write_review(tmp_path, Review("Siti Rahma", dict(ANSWERS)))
    assert path == tmp_path / "quizzes/reviews/siti-rahma.yml"
    text = path.read_text(encoding="utf-8")
    assert text.startswith('reviewer: "Siti Rahma"\nanswers:\n  "m1-q01":\n    answer: "b"\n')
    assert '    answer: {"a": "y", "b": "x"}\n' in text
    write_review(tmp_path, read_review(path, tmp_path))
    assert path.read_text(encoding="utf-8") == text
    assert [one.name for one in path.parent.iterdir()] == ["siti-rahma.yml"]


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_review(tmp_path, Review("Siti", dict(ANSWERS)))
    write_review(tmp_path, Review("Budi"))
    budi, siti = read_reviews(tmp_path)
    assert (budi.reviewer, budi.answers, budi.problems) == ("Budi", {}, [])
    assert siti.answers == ANSWERS
    assert str(siti.place("m1-q02")) == "quizzes/reviews/siti.yml:8:13"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    reviewer=st.text(max_size=10).map(lambda name: f"a{name}"),
    answer=st.one_of(
        st.text(max_size=10),
        st.lists(st.text(max_size=6), max_size=3),
        st.dictionaries(st.text(max_size=6), st.text(max_size=6), max_size=3),
    ),
)
def test_any_answer_survives_the_file(tmp_path: Path, reviewer: str, answer: Any) -> None:
    review = Review(reviewer, {"m1-q01": Answer(answer=answer, fingerprint="0" * 16, date="2026-11-24")})
    path = tmp_path / "review.yml"
    path.write_text(as_yaml(review), encoding="utf-8")
    read = read_review(path, tmp_path)
    assert read.problems == []
    assert (read.reviewer, read.answers) == (review.reviewer, review.answers)


def test_a_broken_answer_does_not_hide_the_others(tmp_path: Path) -> None:
    path = tmp_path / "quizzes/reviews/siti.yml"
    path.parent.mkdir(parents=True)
    good = '{answer: "b", fingerprint: "0000000000000000", date: "2026-11-24"}'
    path.write_text(f'reviewer: "Siti"\nanswers:\n  m1-q01: {{answr: "b"}}\n  m1-q02: {good}\n', encoding="utf-8")
    (review,) = read_reviews(tmp_path)
    assert list(review.answers) == ["m1-q02"]
    assert {(one.rule, one.place.line) for one in review.problems} == {("S04", 3)}


@pytest.mark.parametrize(
    "text", ["", "reviewer: x\n", "- a\n", "reviewer: x\nanswers: [\n", "reviewer: x\nanswers: []\n"]
)
def test_a_broken_file_is_a_problem(tmp_path: Path, text: str) -> None:
    path = tmp_path / "quizzes/reviews/siti.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    (review,) = read_reviews(tmp_path)
    assert review.answers == {}
    assert review.problems
    assert {one.place.file for one in review.problems} == {"quizzes/reviews/siti.yml"}


def test_no_reviews(tmp_path: Path) -> None:
    assert read_reviews(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "file"),
    [("Siti Rahma", "siti-rahma.yml"), ("Éva Ü.", "eva-u.yml"), ("../../x", "x.yml"), ("a/b", "a-b.yml")],
)
def test_file_names_stay_in_their_folder(tmp_path: Path, name: str, file: str) -> None:
    assert review_path(tmp_path, name) == tmp_path / "quizzes/reviews" / file


@pytest.mark.parametrize("name", ["", "...", "山"])
def test_a_name_needs_a_letter_for_its_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="letter"):
        review_path(tmp_path, name)


def test_same_person() -> None:
    assert same_person("Siti  Rahma", "siti rahma ")
    assert not same_person("Siti", "Siti Rahma")
