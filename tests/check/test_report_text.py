"""The report for people: source lines with a caret, cut to the width, and the findings by rule."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from overlays import RULES, lay

from amanah.check.check import check
from amanah.check.findings import Finding, Report
from amanah.check.registry import load_rules
from amanah.check.report import line, text, written
from amanah.check.reports.excerpt import Sources, cut, excerpt
from amanah.course.place import Place

load_rules()
FILE = "quizzes/x.yml"


def at(line_: int, column: int, **values: str) -> Finding:
    return Finding("K02", "error", Place(FILE, line_, column), "option", {"code": "m1-q01", "key": "d", **values})


def shown(root: Path, content: str | bytes, column: int, line_: int = 1, width: int = 100) -> list[str]:
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return excerpt(at(line_, column), Sources(root), width)


def cells(text_: str) -> int:
    """How wide a terminal prints it."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text_)
    return len(text_) + wide - sum(unicodedata.category(character) == "Mn" for character in text_)


def test_the_caret_stands_under_the_place(tmp_path: Path) -> None:
    assert shown(tmp_path, "items:\n    answer: d\n", 13, 2) == ["   2 |     answer: d", "     |             ^"]


def test_the_caret_may_stand_behind_the_end(tmp_path: Path) -> None:
    assert shown(tmp_path, "ab", 3) == ["   1 | ab", "     |   ^"]


@pytest.mark.parametrize(
    ("content", "column", "before"),
    [
        ("\tab", 2, "    "),
        ("a\tb", 3, "a   "),
        ("漢字kunci", 3, "漢字"),
        ("🙂kunci", 2, "🙂"),
        ("cafe\u0301 kunci", 7, "cafe\u0301 "),
        ("a\x1b[31mb", 7, "a\ufffd[31m"),
        ("a\u202eb", 3, "a\ufffd"),
    ],
)
def test_what_takes_more_or_less_than_one_cell(tmp_path: Path, content: str, column: int, before: str) -> None:
    source, caret = shown(tmp_path, content, column)
    assert source.removeprefix("   1 | ").startswith(before)
    assert caret.index("^") == len("   1 | ") + cells(before)


@pytest.mark.parametrize("column", [1, 2, 40, 150, 299, 300, 301])
@pytest.mark.parametrize("letter", ["x", "字", "é"])
@pytest.mark.parametrize("width", [30, 80])
def test_a_long_line_is_cut_around_the_place(column: int, letter: str, width: int) -> None:
    source = letter * (column - 1) + "!" + letter * (300 - column) if column <= 300 else letter * 300
    printed, cell = cut(source, column, width)
    assert cells(printed) <= width
    assert cell < width
    if column <= 300:
        position = printed.index("!")
        assert cells(printed[:position]) == cell
    assert printed.startswith("…") or column <= width
    assert printed.endswith("…") or column > 300 - width


def test_a_line_of_a_megabyte_takes_no_time(tmp_path: Path) -> None:
    source, caret = shown(tmp_path, "x" * 1_000_000, 500_000)
    assert len(source) <= 100 and len(caret) <= 100


def test_no_source_no_excerpt(tmp_path: Path) -> None:
    assert shown(tmp_path, "one line", 1, 7) == []
    assert excerpt(Finding("K02", "error", Place("nowhere.yml", 1, 1)), Sources(tmp_path)) == []
    assert excerpt(Finding("K02", "error", Place("quizzes", 1, 1)), Sources(tmp_path)) == []
    assert shown(tmp_path, b"a \xff b", 3) == ["   1 | a \ufffd b", "     |   ^"]


def test_lines_are_counted_as_the_readers_count_them(tmp_path: Path) -> None:
    assert shown(tmp_path, "a\r\nb\rc", 1, 3)[0] == "   3 | c"


def test_the_line_comes_first_and_the_summary_last(tmp_path: Path) -> None:
    course = lay(tmp_path / "course", RULES / "K02" / "bad")
    report = check(course, ["K02"])
    lines = written(report, "text", "en", course).splitlines()
    assert lines[:3] == [
        'quizzes/2-more.yml:26:13: error K02 m2-q01: key "d" is not an option (a, b, c)',
        "  26 |     answer: d",
        "     |             ^",
    ]
    assert "By rule (to have one explained: amanah check --explain K02):" in lines
    assert next(each for each in lines if each.startswith("  7  error  K02  "))
    assert lines[-3] == ""
    indonesian = written(report, "text", "id", course).splitlines()
    assert '  7  galat  K02  kunci "…" bukan pilihan (…)' in indonesian


def test_findings_at_one_place_share_the_source_line(tmp_path: Path) -> None:
    shown(tmp_path, "answer: d", 9)
    report = Report([at(1, 9), at(1, 9, key="e"), at(1, 1)])
    assert text(report, "en", sources=Sources(tmp_path)).count("   1 | answer: d") == 2


def test_colour_is_asked_of_the_painter_only(tmp_path: Path) -> None:
    shown(tmp_path, "answer: d", 9)
    painted = text(Report([at(1, 9)]), "en", lambda words, style: f"<{style}>{words}</>", Sources(tmp_path))
    assert "<error>error K02</>" in painted and "<caret>" in painted and "<quiet>" in painted


def test_a_message_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in line(at(1, 1, key="\x1b[2J"), "en")
    assert "\n" not in line(at(1, 1, key="a\nb"), "en")
    assert len(line(at(1, 1, key="x" * 100_000), "en")) < 2000


def test_a_flood_is_counted_and_not_printed() -> None:
    report = Report([at(number, 1) for number in range(1, 3000)])
    lines = text(report, "en").splitlines()
    assert len(lines) < 1010
    assert "… and 1999 more findings" in lines
    assert "2999 errors" in lines[-2]
