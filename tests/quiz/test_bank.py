"""Reading banks: what is right is kept, what is wrong is reported where it stands, nothing raises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amanah.quiz.bank import Bank, find_item, indexed, read_bank, read_banks
from amanah.quiz.model import TYPES
from amanah.quiz.review import fingerprint

TEXT = (Path(__file__).parent / "fixtures" / "ten-types.yml").read_text(encoding="utf-8")
WriteBank = Callable[[str], Bank]


def found(bank: Bank) -> list[tuple[str, str, int, int]]:
    return [(one.rule, one.variant, one.place.line, one.place.column) for one in bank.problems]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_a_bank_knows_its_head(write_bank: WriteBank) -> None:
    bank = write_bank("module: 1-demo\nauthor: Ani\nhide_key: true\nitems: []\n")
    assert (bank.file, bank.module, bank.author, bank.hide_key) == ("quizzes/1-demo.yml", "1-demo", "Ani", True)
    assert bank.items == []
    assert bank.problems == []


def test_places(ten_types: Bank) -> None:
    assert ten_types.place(0, "answer") == ten_types.items[0].place("answer")
    assert str(ten_types.place(0, "answer")) == f"ten-types.yml:{line_of(TEXT, 'answer: b')}:13"


def test_a_broken_item_does_not_hide_the_others(write_bank: WriteBank) -> None:
    text = TEXT.replace("    answer: b\n", "    ansewr: b\n", 1)
    bank = write_bank(text)
    assert found(bank) == [("S04", "unknown-field-nearest", line_of(text, "ansewr"), 5)]
    assert bank.problems[0].values["nearest"] == "answer"
    assert [item.code for item in bank.items] == [f"m1-q{n:02}" for n in range(2, 11)]
    assert bank.place(0, "code").line == line_of(text, "m1-q02")


@pytest.mark.parametrize(
    ("typed", "variant"),
    [("single_choice", "wrong-value-nearest"), ("essay", "wrong-value"), ("[x]", "not-text"), ("", "wrong-value")],
)
def test_unknown_type(write_bank: WriteBank, typed: str, variant: str) -> None:
    text = TEXT.replace("    type: single-choice\n", f"    type: {typed}\n", 1)
    bank = write_bank(text)
    ((rule, name, line, _),) = found(bank)
    assert (rule, name, line) == ("S04", variant, line_of(text, f"    type: {typed}"))
    assert len(bank.items) == 9


def test_missing_type_is_said_at_the_item(write_bank: WriteBank) -> None:
    text = TEXT.replace("    type: single-choice\n", "", 1)
    bank = write_bank(text)
    assert found(bank) == [("S04", "missing-type", line_of(text, "code: m1-q01"), 5)]
    assert bank.problems[0].values["allowed"] == ", ".join(TYPES)


def test_what_is_no_item(write_bank: WriteBank) -> None:
    assert found(write_bank("module: 1-demo\nitems:\n  - x\n  - [y]\n")) == [
        ("S04", "not-mapping", 3, 5),
        ("S04", "not-mapping", 4, 5),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("S04", "missing-field", 1, 1)] * 2),
        ("items: []\n", [("S04", "missing-field", 1, 1)]),
        ("module: 1-demo\nitems: x\n", [("S04", "not-list", 2, 8)]),
        ("module: 1-demo\nitem: []\n", [("S04", "missing-field", 1, 1), ("S04", "unknown-field-nearest", 2, 1)]),
        ("- x\n", [("S04", "not-mapping", 1, 1)]),
        ("just words\n", [("S04", "not-mapping", 1, 1)]),
        ("module: 1-demo\nitems: [\n", [("S01", "unclosed-bracket", 2, 8)]),
    ],
)
def test_broken_heads(write_bank: WriteBank, text: str, expected: list[tuple[str, str, int, int]]) -> None:
    bank = write_bank(text)
    assert found(bank) == expected
    assert bank.module == "1-demo"  # from the field, or else from the name of the file


def test_a_misspelt_hide_key_hides(write_bank: WriteBank) -> None:
    assert write_bank("module: 1-demo\nhide_key: yes\nitems: []\n").hide_key is True


def test_read_banks_reads_quizzes_and_nothing_else(course: Path) -> None:
    (course / "quizzes/schema.json").write_text("{}")
    (course / "quizzes/reviews").mkdir()
    (course / "quizzes/reviews/ani.yml").write_text("reviewer: Ani\nanswers: {}\n")
    (course / "quizzes/0-first.yml").write_text("module: 0-first\nitems: []\n")
    (course / "quizzes/2-folder.yml").mkdir()
    banks = read_banks(course)
    assert [bank.file for bank in banks] == ["quizzes/0-first.yml", "quizzes/1-demo.yml", "quizzes/2-folder.yml"]
    assert [len(bank.items) for bank in banks] == [0, 10, 0]
    assert found(banks[2]) == [("S01", "unreadable", 1, 1)]
    assert next((bank.module, item.code) for bank, item in indexed(banks)) == ("1-demo", "m1-q01")
    assert (item := find_item(banks, "m1-q05")) is not None and item.type == "ordering"
    assert find_item(banks, "m9-q01") is None


def test_no_quizzes_no_banks(tmp_path: Path) -> None:
    assert read_banks(tmp_path) == []


LINES = TEXT.split("\n")
WORDS = st.sampled_from(
    ["", "x", "- ", "- a", "{", "[", '"', ": ", "{id: a}", "[a, b]", "answer: ", "true", "  ", " #", "key: b"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(edits=st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, 60), WORDS, st.booleans()), max_size=4))
def test_no_damage_raises(tmp_path: Path, edits: list[tuple[int, int, str, bool]]) -> None:
    lines = list(LINES)
    for number, column, words, rest in edits:
        line = lines[number]
        lines[number] = line[:column] + words + (line[column:] if rest else "")
    path = tmp_path / "bank.yml"
    path.write_text("\n".join(lines), encoding="utf-8")
    bank = read_bank(path, tmp_path)
    for problem in bank.problems:
        line = lines[problem.place.line - 1]
        assert 1 <= problem.place.column <= len(line) + 1
        assert problem.variant or problem.rule == "S02"
    for item in bank.items:
        assert len(fingerprint(item)) == 16
        assert all(isinstance(words, str) for _, text in item.texts() for words in text.values())
