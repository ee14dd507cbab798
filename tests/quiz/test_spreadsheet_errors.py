"""Mistakes on a sheet: by row and column, in two languages, and nothing is written."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from click.testing import CliRunner, Result
from conftest import TEN_TYPES
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from spreadsheets import LANGUAGES, changed, exported, find

from amanah.commands.quiz import quiz
from amanah.quiz.spreadsheet_files import NotASheet, read_sheet_file
from amanah.quiz.spreadsheet_layout import Row, columns
from amanah.quiz.spreadsheet_merge import merge
from amanah.quiz.spreadsheet_words import WORDS, say

TEN = TEN_TYPES.read_text(encoding="utf-8")
HEADINGS = columns(LANGUAGES)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(quiz, ["sheet", *map(str, arguments)])


@pytest.mark.parametrize(
    ("code", "key", "column", "value", "variant"),
    [
        ("m1-q01", "b", "why en", "", "translation"),
        ("m1-q01", "b", "text id", "", "translation"),
        ("m1-q01", "b", "key", "", "empty"),
        ("m1-q01", "b", "key", "a", "twice"),
        ("m1-q01", "b", "part", "optoin", "unlike-nearest"),
        ("m1-q01", "c", "answer", "x", "several"),
        ("m1-q01", "b", "answer", "", "no-mark"),
        ("m1-q01", "c", "answer", "perhaps", "mark"),
        ("m1-q01", "a", "type", "single choice", "unlike-nearest"),
        ("m1-q01", "a", "type", "", "empty"),
        ("m1-q01", "a", "level", "understood", "unlike-nearest"),
        ("m1-q01", "a", "use", "lesson, exam", "unlike"),
        ("m1-q01", "a", "outcome", "", "empty"),
        ("m1-q01", "a", "quote en", "", "translation"),
        ("m1-q01", "c", "stem en", "Another", "conflict"),
        ("m1-q01", "c", "tolerance", "1", "misplaced"),
        ("m1-q01", "c", "text en", "no\xa0break", "invisible"),
        ("m1-q01", "a", "waive", "K11", "waiver"),
        ("m1-q02", "a", "scoring", "half", "unlike"),
        ("m1-q03", "true", "key", "perhaps", "unlike"),
        ("m1-q03", "true", "answer", "x", "several"),
        ("m1-q04", "a", "answer", "nothing", "no-such"),
        ("m1-q04", "a", "answer", "", "pair"),
        ("m1-q04", "a", "part", "", "which-part"),
        ("m1-q05", "a", "answer", "9", "position"),
        ("m1-q05", "a", "answer", "1", "twice"),
        ("m1-q07", "", "answer", "85 persen", "number"),
        ("m1-q07", "", "answer", "1.500", "ambiguous"),
        ("m1-q07", "", "answer", "", "empty"),
        ("m1-q07", "", "unit en", "", "translation"),
        ("m1-q08", "", "why id", "", "translation"),
        ("m1-q09", "a", "answer", "4", "grade"),
        ("m1-q09", "", "basis", "", "empty"),
    ],
)
def test_a_mistake_is_named_by_row_and_column(code: str, key: str, column: str, value: str, variant: str) -> None:
    rows = exported(TEN)
    row = find(rows, code, key)
    row.cells = {name: cell for name, cell in {**row.cells, column: value}.items() if cell}
    merged = merge(TEN, rows, LANGUAGES)
    assert merged.text == TEN
    named = {(one.row, one.column, one.variant) for one in merged.problems}
    at = find(rows, code).number if variant == "no-mark" and code == "m1-q01" else row.number
    at = find(rows, code, "false").number if (code, variant) == ("m1-q03", "several") else at
    at = find(rows, code, "c").number if (code, variant) == ("m1-q05", "twice") else at
    assert (at, column, variant) in named


def test_rows_that_miss_something() -> None:
    def problems(drop: str, part: str) -> set[str]:
        def change(rows: list[Row]) -> None:
            rows[:] = [row for row in rows if (row.get("code"), row.get("part")) != (drop, part) or row.get("type")]

        return {one.variant for one in changed(TEN, change).problems}

    assert "no-such" in problems("m1-q04", "right")
    assert problems("m1-q10", "guide") == {"no-part"}
    assert problems("m1-q03", "reason") == {"no-reason", "no-mark"}
    assert changed(TEN, lambda rows: rows.clear()).problems[0].variant == "no-rows"
    assert changed(TEN, lambda rows: rows[0].cells.pop("code")).problems[0].variant == "no-code"


def test_an_author_who_mends_one_text_need_not_mend_all() -> None:
    text = TEN.replace(', en: "The superior who signs it"}', "}")
    assert changed(text, lambda rows: None).text == text
    merged = changed(text, lambda rows: find(rows, "m1-q01", "b").cells.update({"text en": "Citizens"}))
    assert merged.problems == []
    merged = changed(text, lambda rows: find(rows, "m1-q01", "a").cells.update({"text en": "The superior"}))
    assert merged.text == TEN.replace(', en: "The superior who signs it"}', ', en: "The superior"}')


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_command(course: Path, suffix: str, lang: str) -> None:
    bank, sheet = course / "quizzes/1-demo.yml", course / f"1-demo.{suffix}"
    before = bank.read_bytes()
    assert run("export", "1-demo", "--root", course, "--out", sheet, "--lang", lang).exit_code == 0
    assert run("export", "1-demo", "--root", course, "--out", sheet, "--lang", lang).exit_code == 2
    done = run("import", sheet, "--root", course, "--lang", lang)
    assert (done.exit_code, bank.read_bytes()) == (0, before)
    assert {"id": "tidak ada yang berubah", "en": "nothing has changed"}[lang] in done.output

    _edit(sheet, "Warga menerima janji itu dan boleh menagihnya.", "")
    wrong = run("import", sheet, "--root", course, "--lang", lang)
    assert (wrong.exit_code, bank.read_bytes()) == (1, before)
    cell = " (J3)" if suffix == "xlsx" else ""
    assert (
        wrong.stderr.splitlines()[0]
        == {
            "id": f'1-demo.{suffix}: baris 3, kolom "why id"{cell}: teks ini belum ada dalam bahasa id; '
            "tulis terjemahannya",
            "en": f'1-demo.{suffix}: row 3, column "why id"{cell}: this text is missing in id; write the translation',
        }[lang]
    )


def _edit(sheet: Path, old: str, new: str) -> None:
    if sheet.suffix == ".csv":
        text = sheet.read_text(encoding="utf-8-sig")
        sheet.write_text(text.replace(old, new), encoding="utf-8-sig", newline="")
        return
    book = load_workbook(sheet)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == old:
                cell.value = new or None
    book.save(sheet)


def test_what_the_command_says_of_changes(course: Path) -> None:
    bank, sheet = course / "quizzes/1-demo.yml", course / "sheet.csv"
    run("export", "1-demo", "--root", course, "--out", sheet)
    text = sheet.read_text(encoding="utf-8-sig")
    text = re.sub(r"(?m)^m1-q10;.*\r?\n", "", text).replace("Urutkan", "Susunlah", 1)
    sheet.write_text(text, encoding="utf-8-sig", newline="")
    assert run("import", sheet, "--root", course).exit_code == 2  # which bank?
    done = run("import", sheet, "--into", "1-demo", "--root", course, "--lang", "en")
    assert done.exit_code == 0
    assert done.output.splitlines() == [
        "quizzes/1-demo.yml: changed: m1-q05",
        "quizzes/1-demo.yml: removed: m1-q10. Put the codes into quizzes/retired.txt, one a line; "
        "never use them again.",
        "Run `amanah check`. Items whose text has changed need a second key again.",
    ]
    assert bank.read_text(encoding="utf-8") == TEN[: TEN.index("\n  - code: m1-q10")].replace("Urutkan", "Susunlah")


@pytest.mark.parametrize(("code", "variant"), [("m2-q01", "other-module"), ("m1-q77", "retired"), ("q1", "code")])
def test_codes_of_new_items(course: Path, code: str, variant: str) -> None:
    (course / "quizzes/retired.txt").write_text("# gone\nm1-q77\n", encoding="utf-8")
    sheet = course / "1-demo.csv"
    run("export", "1-demo", "--root", course, "--out", sheet)
    text = sheet.read_text(encoding="utf-8-sig")
    copies = [line.replace("m1-q03", code) for line in text.split("\n") if line.startswith("m1-q03")]
    sheet.write_text(text + "\n".join(copies), encoding="utf-8-sig", newline="")
    result = run("import", sheet, "--root", course, "--lang", "en")
    assert result.exit_code == 1
    assert say(variant, "en", value=code, number="1") in result.stderr


def test_columns(course: Path) -> None:
    sheet = course / "1-demo.csv"
    run("export", "1-demo", "--root", course, "--out", sheet)
    text = sheet.read_text(encoding="utf-8-sig")
    sheet.write_text(text.replace("hint id;", "hnt id;", 1), encoding="utf-8-sig", newline="")
    said = run("import", sheet, "--root", course, "--lang", "en").stderr.splitlines()
    assert said[0] == '1-demo.csv: row 1, column "hnt id": there is no such column; did you mean "hint id"?'
    assert said[1].startswith('1-demo.csv: row 1, column "hint id": this column is gone')


def test_what_an_xlsx_can_hold(course: Path) -> None:
    sheet = course / "1-demo.xlsx"
    run("export", "1-demo", "--root", course, "--out", sheet)
    book = load_workbook(sheet)
    page = book.worksheets[0]
    assert page.freeze_panes == "E2"
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert all(cell.alignment.wrap_text for row in page.iter_rows() for cell in row)
    page["J3"], page["J4"] = "=1+1", date(2026, 1, 1)
    book.save(sheet)
    said = run("import", sheet, "--root", course, "--lang", "en").stderr.splitlines()
    assert said[0] == '1-demo.xlsx: row 3, column "why id" (J3): this cell holds a formula; write the text'
    assert said[1].startswith('1-demo.xlsx: row 4, column "why id" (J4): this cell holds a date')
    number = find(exported(TEN), "m1-q07").number
    page["J3"], page["J4"], page[f"I{number}"] = "x", "y", 1.234
    page["K3"], page["K4"] = "x", "y"
    book.save(sheet)
    assert run("import", sheet, "--root", course).exit_code == 0
    assert 'value: "1.234"' in (course / "quizzes/1-demo.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("data", "variant"),
    [
        (b"", "no-header"),
        (b"a;b\n1;2\n", "no-header"),
        (b"code;type\nm1-q01;\xe9\n", "not-utf8"),
        (b'code;type\nm1-q01;"a"b\n', "not-csv"),
        (b"PK\x03\x04 and no more", "not-xlsx"),
    ],
)
def test_files_that_are_no_sheets(data: bytes, variant: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises(NotASheet) as caught:
        read_sheet_file(path, HEADINGS)
    assert caught.value.variant == variant


@settings(max_examples=60)
@given(st.lists(st.dictionaries(st.sampled_from(HEADINGS), st.text(max_size=8), max_size=8), max_size=6))
def test_no_rows_raise(cells: list[dict[str, str]]) -> None:
    rows = exported(TEN)
    for number, change in enumerate(cells):
        rows[number * 7 % len(rows)].cells |= {name: cell for name, cell in change.items() if cell}
        rows.append(Row(100 + number, {name: cell for name, cell in change.items() if cell}))
    for one in merge(TEN, rows, LANGUAGES).problems:
        assert say(one.variant, "id", **one.values)


def test_a_bank_that_cannot_be_read_is_left_alone(course: Path) -> None:
    bank = course / "quizzes/1-demo.yml"
    bank.write_text(TEN.replace("m1-q02", "m1-q01", 1), encoding="utf-8")
    assert run("export", "1-demo", "--root", course, "--out", course / "a.csv").exit_code == 2
    bank.write_text(TEN.replace("    level: remember", "    levle: remember", 1), encoding="utf-8")
    result = run("export", "1-demo", "--root", course, "--out", course / "a.csv", "--lang", "en")
    assert (result.exit_code, (course / "a.csv").exists()) == (2, False)
    assert result.stderr.startswith("quizzes/1-demo.yml:")


def test_every_sentence_has_both_languages_and_the_same_values() -> None:
    for words in WORDS.values():
        names = [{name for _, name, _, _ in Formatter().parse(words[lang]) if name} for lang in ("id", "en")]
        assert names[0] == names[1]
