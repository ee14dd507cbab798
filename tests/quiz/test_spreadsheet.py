"""Sheets: a bank goes out and comes back byte for byte, and a change changes that and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import TEN_TYPES
from hypothesis import given, settings
from hypothesis import strategies as st
from spreadsheets import LANGUAGES, changed, exported, find, through_file

from amanah.course.yaml_subset import read_yaml
from amanah.quiz.spreadsheet_layout import Row, clean, escape, unescape
from amanah.quiz.spreadsheet_merge import merge

REAL = sorted((TEN_TYPES.parents[3] / "quizzes").glob("*.yml"))
STYLES = TEN_TYPES.parent / "styles.yml"
BANKS = [TEN_TYPES, STYLES, *REAL]
TEN = TEN_TYPES.read_text(encoding="utf-8")
SOFT = ("stem ", "text ", "why ", "hint ", "quote ", "misconception", "outcome", "anchor")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("bank", BANKS, ids=lambda path: path.stem)
def test_round_trip(bank: Path, suffix: str, tmp_path: Path) -> None:
    text = bank.read_bytes().decode("utf-8")
    rows = exported(text)
    back = through_file(rows, tmp_path / f"sheet{suffix}")
    assert back == rows
    merged = merge(text, back, LANGUAGES)
    assert merged.problems == []
    assert merged.text == text
    assert (merged.changed, merged.added, merged.removed) == ([], [], [])


@pytest.mark.parametrize("bank", BANKS, ids=lambda path: path.stem)
def test_one_changed_text_changes_only_that_text(bank: Path) -> None:
    text = bank.read_text(encoding="utf-8")
    rows = exported(text)
    cells = [(row, name) for row in rows for name in row.cells if name.startswith(SOFT)]
    for row, name in cells[:: max(len(cells) // 40, 1)]:
        before = row.cells[name]
        row.cells[name] = f"{before}qz"
        merged = merge(text, rows, LANGUAGES)
        row.cells[name] = before
        assert (merged.problems, merged.changed) == ([], [row.get("code")])
        start = next(at for at in range(len(text)) if text[at] != merged.text[at])
        end = next(at for at in range(len(text)) if text[-1 - at] != merged.text[-1 - at])
        assert text[: len(text) - end][start:].count("\n") <= before.count("\n") + 1, (name, before)
        if "\n" not in before and bank != STYLES:
            assert merged.text.replace("qz", "", 1) == text, (name, before)


@pytest.mark.parametrize(
    ("code", "key", "column", "value", "line", "new"),
    [
        ("m1-q07", "", "answer", "78,5", '      value: "85"', '      value: "78.5"'),
        ("m1-q07", "", "tolerance", "0,25", '      tolerance: "0.5"', '      tolerance: "0.25"'),
        ("m1-q07", "", "unit en", "percent", 'en: "per cent"}', 'en: "percent"}'),
        ("m1-q02", "c", "answer", "X", "    answer: [a, b, d]", '    answer: [a, b, "c", d]'),
        ("m1-q02", "a", "answer", "", "    answer: [a, b, d]", "    answer: [b, d]"),
        ("m1-q04", "c", "answer", "roster", "c: complaints}", "c: roster}"),
        ("m1-q06", "a", "answer", "fees", "{a: time, b", "{a: fees, b"),
        ("m1-q09", "b", "answer", "1", "        grade: 2", "        grade: 1"),
        ("m1-q09", "", "basis", "uu-25-2009:34; uu-25-2009:4", '"uu-25-2009:34"]', '"uu-25-2009:34", "uu-25-2009:4"]'),
        ("m1-q08", "", "text id", "janji pelayanan", '["maklumat pelayanan", ', '["janji pelayanan", '),
        ("m1-q08", "", "text en", "", '["service charter", "charter"]', '["charter"]'),
        ("m1-q01", "", "use", "lesson, review", "use: [lesson, module]", "use: [lesson, review]"),
        ("m1-q01", "", "use", "lesson;module;review", "[lesson, module]", '[lesson, module, "review"]'),
        ("m1-q01", "a", "misconception", "seal", "charter-is-for-superiors", "seal"),
    ],
)
def test_answers(code: str, key: str, column: str, value: str, line: str, new: str) -> None:
    def change(rows: list[Row]) -> None:
        row = find(rows, code, key)
        row.cells[column] = value
        if not value:
            del row.cells[column]

    merged = changed(TEN, change)
    assert merged.problems == []
    start = TEN.index(f"code: {code}")
    assert line in TEN[start:]
    assert merged.text == TEN[:start] + TEN[start:].replace(line, new, 1)


def test_the_other_truth_and_another_order() -> None:
    def change(rows: list[Row]) -> None:
        find(rows, "m1-q01", "c").cells["answer"] = "ya"
        find(rows, "m1-q01", "b").cells["answer"] = "-"
        find(rows, "m1-q03", "true").cells["answer"] = "x"
        del find(rows, "m1-q03", "false").cells["answer"]
        for place, key in enumerate("badc", start=1):
            find(rows, "m1-q05", key).cells["answer"] = str(place)

    merged = changed(TEN, change)
    wanted = TEN.replace('answer: "false"', 'answer: "true"').replace("answer: b\n", "answer: c\n")
    assert merged.text == wanted.replace("[c, d, a, b]", "[b, a, d, c]")
    assert merged.changed == ["m1-q01", "m1-q03", "m1-q05"]


def test_a_misconception_added() -> None:
    merged = changed(TEN, lambda rows: find(rows, "m1-q01", "b").cells.update(misconception="queue"))
    at = TEN.index('      - key: c\n        text: {id: "Lembaga')
    assert merged.text == TEN[:at] + '        misconception: "queue"\n' + TEN[at:]


def test_a_text_taken_away_and_a_hint_added() -> None:
    def change(rows: list[Row]) -> None:
        row = find(rows, "m1-q01")
        del row.cells["hint id"], row.cells["hint en"]
        find(rows, "m1-q03").cells |= {"hint id": "Kapan?", "hint en": "When?"}

    merged = changed(TEN, change)
    hint = TEN[TEN.index("    hint:\n") : TEN.index("    options:\n")]
    at = TEN.index("    stem:\n", TEN.index("code: m1-q03"))
    wanted = TEN[:at] + '    hint:\n      id: "Kapan?"\n      en: "When?"\n' + TEN[at:]
    assert merged.text == wanted.replace(hint, "", 1)


def test_an_option_added_moved_and_taken_away() -> None:
    def change(rows: list[Row]) -> None:
        first = rows.index(find(rows, "m1-q01", "a"))
        head = {name: cell for name, cell in rows[first].cells.items() if name not in _OWN}
        a, b, _, d = rows[first : first + 4]
        new = {"part": "option", "key": "e", "text id": "Semua", "text en": "All", "why id": "Satu", "why en": "One"}
        rows[first : first + 4] = [d, b, a, Row(0, {"code": "m1-q01", **new})]
        a.cells = {name: cell for name, cell in a.cells.items() if name in _OWN}
        d.cells = {**d.cells, **head}

    merged = changed(TEN, change)
    assert merged.problems == []
    start, end = TEN.index("      - key: a\n"), TEN.index("    answer: b\n")
    a, b, _, d = ("      - key:" + part for part in TEN[start:end].split("      - key:")[1:])
    e = '      - key: "e"\n        text: {id: "Semua", en: "All"}\n'
    e += '        why:\n          id: "Satu"\n          en: "One"\n'
    assert merged.text == TEN[:start] + d + b + a + e + TEN[end:]


_OWN = {"code", "part", "key", "text id", "text en", "why id", "why en", "misconception"}


@pytest.mark.parametrize("bank", [TEN_TYPES, *REAL], ids=lambda path: path.stem)
def test_an_item_taken_away(bank: Path) -> None:
    text = bank.read_text(encoding="utf-8")
    starts = [found.start() for found in re.finditer("  - code: ", text)]
    codes = [item["code"] for item in read_yaml(text, "").data["items"]]
    for start, end, code in list(zip(starts, starts[1:], codes, strict=False))[::3]:
        merged = changed(text, lambda rows, code=code: _remove(rows, code))
        assert (merged.removed, merged.problems) == ([code], [])
        assert merged.text == text[:start] + text[end:]
    merged = changed(text, lambda rows: _remove(rows, codes[-1]))
    assert merged.text == text[: starts[-1]].rstrip("\n") + "\n"


def test_comments_go_with_their_item() -> None:
    text = STYLES.read_text(encoding="utf-8")
    first, second = text.index("  # The first one"), text.index("  # The second one")
    merged = changed(text, lambda rows: _remove(rows, "m1-q01"))
    assert merged.text == text[:first].rstrip("\n") + "\n" + text[second:]


def _remove(rows: list[Row], code: str) -> None:
    rows[:] = [row for row in rows if row.get("code") != code]


def test_every_type_of_item_as_a_new_one() -> None:
    """A bank's whole sheet under new codes: appended in house style, it says the same as what it was copied from."""

    def change(rows: list[Row]) -> None:
        copies = [Row(0, {**row.cells, "code": f"{row.get('code')}0"}) for row in rows]
        rows += copies

    merged = changed(TEN, change)
    assert merged.problems == []
    assert merged.text.startswith(TEN.rstrip("\n") + '\n\n  - code: "m1-q010"\n    type: "single-choice"\n')
    items = read_yaml(merged.text, "").data["items"]
    assert [{**item, "code": item["code"][:-1]} for item in items[10:]] == items[:10]
    assert merged.added == [item["code"] for item in items[10:]]


def test_rows_in_another_order_and_without_their_codes() -> None:
    def sort(rows: list[Row]) -> None:
        rows.sort(key=lambda row: row.get("code"), reverse=True)

    assert changed(TEN, sort).text == TEN
    assert changed(TEN, lambda rows: [row.cells.pop("code") for row in rows if not row.get("type")]).text == TEN


def test_a_bank_that_has_changed_since_the_export() -> None:
    rows = exported(TEN)
    find(rows, "m1-q01").cells["stem id"] = "Siapa?"
    newer = TEN.replace("Kepada siapa sebuah kantor terikat", "Kepada siapa kantor terikat")
    assert [(one.row, one.column, one.variant) for one in merge(newer, rows, LANGUAGES).problems] == [
        (2, "version", "stale")
    ]
    other = TEN.replace("Pilih semua hal", "Pilih setiap hal")
    assert merge(other, rows, LANGUAGES).problems != []


@given(st.text(max_size=12))
def test_no_cell_is_a_formula(text: str) -> None:
    assert unescape(escape(text)) == text
    assert escape(text)[:1] not in ("=", "+", "-", "@", "\t", "\r") or not text
    assert escape(f"={text}") == f"'={text}"


_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1, max_size=30)


@settings(max_examples=40)
@given(_TEXTS.map(lambda text: clean(text.replace("\xa0", "")) or "x"), st.sampled_from(["csv", "xlsx"]))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str, suffix: str) -> None:
    for bank in (TEN, STYLES.read_text(encoding="utf-8")):
        rows = exported(bank)
        for row in rows:
            for name in row.cells:
                if name.startswith(("text ", "why ", "stem ")) and row.get("part") != "accepted":
                    row.cells[name] = text
        back = through_file(rows, tmp_path_factory.mktemp("sheet") / f"any.{suffix}")
        assert back == rows
        merged = merge(bank, back, LANGUAGES)
        assert merged.problems == []
        assert exported(merged.text) != []
        without = [{k: v for k, v in row.cells.items() if k != "version"} for row in exported(merged.text)]
        assert without == [{k: v for k, v in row.cells.items() if k != "version"} for row in rows]


def test_no_sheet_is_lost_in_the_middle(tmp_path: Path) -> None:
    """Commas, tabs, a line `sep=` and UTF-16 are what other programs make of a CSV."""
    rows = exported(TEN)
    path = tmp_path / "sheet.csv"
    assert through_file(rows, path) == rows
    text = path.read_bytes().decode("utf-8-sig")
    conversions: list[Callable[[], bytes]] = [
        lambda: ("sep=;\r\n" + text).encode(),
        lambda: text.encode("utf-16"),
        lambda: _with_delimiter(text, ",").encode("utf-8-sig"),
        lambda: _with_delimiter(text, "\t").encode("utf-8"),
    ]
    from amanah.quiz.spreadsheet_files import read_sheet_file
    from amanah.quiz.spreadsheet_layout import columns

    for convert in conversions:
        path.write_bytes(convert())
        assert [row.cells for row in read_sheet_file(path, columns(LANGUAGES))[1]] == [row.cells for row in rows]


def _with_delimiter(text: str, delimiter: str) -> str:
    import csv
    import io

    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    return stream.getvalue()
