"""``amanah check``: exit statuses, both formats, and what it says when it cannot run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from overlays import BASE, RULES, lay

from amanah.commands.check import check

K02 = RULES / "K02" / "bad"
SUMMARY = {"errors", "warnings", "infos", "waived", "pages", "banks", "items", "graded", "confirmed"}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(check, [str(argument) for argument in arguments])


def test_clean_course() -> None:
    result = run(BASE)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-2:] == [
        "10 pages, 1 bank, 10 items: 3 remarks",
        "9 of 9 graded items confirmed by a second key",
    ]


def test_findings_in_both_languages(tmp_path: Path) -> None:
    course = lay(tmp_path / "course", K02)
    for lang, said in (("en", 'key "d" is not an option (a, b, c)'), ("id", 'kunci "d" bukan pilihan (a, b, c)')):
        result = run("--only", "k02", "--lang", lang, course)
        assert result.exit_code == 1
        assert result.stdout.splitlines()[0] == f"quizzes/2-more.yml:26:13: error K02 m2-q01: {said}"
        assert "\x1b" not in result.stdout
    assert result.stdout.splitlines()[-2].startswith("10 halaman, 2 bank, 15 soal: 7 galat")


def test_json(tmp_path: Path) -> None:
    result = run("--format", "json", "--only", "K02,K09", lay(tmp_path / "course", K02, RULES / "K09-waived" / "good"))
    report = json.loads(result.stdout)
    assert report["version"] == 1
    assert set(report["summary"]) == SUMMARY
    assert report["summary"]["waived"] == 2
    assert {finding["rule"] for finding in report["findings"]} == {"K09"}
    assert all(finding["waived"] for finding in report["findings"])
    assert set(report["findings"][0]) == {"file", "line", "column", "rule", "severity", "message", "waived"}
    assert result.exit_code == 0


def test_findings_are_sorted_by_place(tmp_path: Path) -> None:
    result = run("--format", "json", lay(tmp_path / "course", RULES / "S10" / "bad"))
    places = [(each["file"], each["line"], each["column"]) for each in json.loads(result.stdout)["findings"]]
    assert places == sorted(places)
    assert len(places) >= 10


def test_remarks_do_not_fail_the_check(tmp_path: Path) -> None:
    course = lay(tmp_path / "course", RULES / "K11" / "bad")
    bank = course / "quizzes/2-more.yml"
    items = bank.read_text(encoding="utf-8").split("  - code: ")
    bank.write_text(items[0] + "  - code: " + items[2], encoding="utf-8")  # only the situational judgement
    result = run("--only", "K11", course)
    assert "info K11 m2-q02" in result.stdout
    assert result.exit_code == 0


@pytest.mark.parametrize("part", ["mkdocs.yml", "docs", "quizzes"])
@pytest.mark.parametrize("lang", ["en", "id"])
def test_not_a_course(part: str, lang: str, tmp_path: Path) -> None:
    course = lay(tmp_path / "course")
    (course / part).rename(tmp_path / "elsewhere")
    result = run("--lang", lang, course)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert part in result.stderr and len(result.stderr.splitlines()) == 1


def test_no_such_folder(tmp_path: Path) -> None:
    result = run(tmp_path / "nowhere")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("only", ["K2", "k99", "K02,nonsense", ","])
def test_unknown_rule(only: str) -> None:
    result = run("--only", only, BASE)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    if only == "K2":
        assert "did you mean K02?" in result.stderr


def test_a_bank_that_is_a_folder(tmp_path: Path) -> None:
    course = lay(tmp_path / "course")
    (course / "quizzes/2-more.yml").mkdir()
    result = run(course)
    assert result.exit_code == 1
    assert "quizzes/2-more.yml:1:1: error S01: this file cannot be opened" in result.stdout


def test_banks_of_every_size(tmp_path: Path) -> None:
    course = lay(tmp_path / "course")
    texts = ["", "[]", "items", "items: []", "module: 7-x\nitems:\n", "\x00", "items: {a: b}"]
    for number, text in enumerate(texts, 2):
        (course / f"quizzes/{number}-x.yml").write_text(text, encoding="utf-8")
    result = run(course)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
