"""A folder with nothing but quizzes/, as another course has it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from overlays import RULES, lay

from amanah.check.alone import languages_of
from amanah.check.check import check as checker
from amanah.check.check import read
from amanah.commands.check import check


def run(*arguments: object) -> Result:
    return CliRunner().invoke(check, [str(argument) for argument in arguments])


def alone(folder: Path, *overlays: Path) -> Path:
    course = lay(folder / "course", *overlays)
    shutil.rmtree(course / "docs")
    (course / "mkdocs.yml").unlink()
    return course


def test_it_says_once_what_it_could_not_check(tmp_path: Path) -> None:
    course = alone(tmp_path)
    report = checker(course)
    assert [(each.rule, each.severity, each.variant) for each in report.findings if each.rule == "P00"] == [
        ("P00", "info", "alone")
    ]
    assert [str(each.place) for each in report.findings if each.counts] == []
    assert report.items == 10 and report.confirmed == 9
    for lang, said in (("en", "were not read"), ("id", "tidak dibaca")):
        result = run("--lang", lang, course)
        assert result.exit_code == 0
        line = next(each for each in result.stdout.splitlines() if each.startswith("quizzes:1:1: info P00: "))
        assert said in line and "K10" in line and "P01–P" in line and "S08 (link, citation, term)" in line


def test_questions_are_checked_all_the_same(tmp_path: Path) -> None:
    result = run("--only", "K02,L01", alone(tmp_path, RULES / "K02" / "bad"))
    assert result.exit_code == 1
    assert 'quizzes/2-more.yml:26:13: error K02 m2-q01: key "d" is not an option (a, b, c)' in result.stdout
    assert "P00" not in result.stdout  # both rules said all they have to say


def test_a_rule_that_cannot_be_run_is_not_passed_over(tmp_path: Path) -> None:
    result = run("--only", "K10", alone(tmp_path))
    assert result.exit_code == 0
    assert "were not checked: K10" in result.stdout


def test_links_and_citations_are_left_alone_and_other_marks_are_not(tmp_path: Path) -> None:
    stem = '{id: "Lihat [@tidak-ada], [[tidak-ada]], [ini](tidak/ada.md) dan **itu?", en: "What?"}'
    for name, lost in (("whole", set()), ("alone", {"link", "citation", "term"})):
        course = lay(tmp_path / "whole") if name == "whole" else alone(tmp_path)
        bank = course / "quizzes/1-queue.yml"
        source = bank.read_text(encoding="utf-8")
        first = source.index("    stem: ")
        bank.write_text(source[:first] + f"    stem: {stem}" + source[source.index("\n", first) :], encoding="utf-8")
        found = {each.variant for each in checker(course, ["S08"]).findings if each.rule == "S08"}
        assert found == {"balance", "link", "citation", "term"} - lost


def test_a_waiver_of_a_rule_that_was_not_run_is_not_unneeded(tmp_path: Path) -> None:
    course = alone(tmp_path)
    bank = course / "quizzes/1-queue.yml"
    source = bank.read_text(encoding="utf-8")
    waived = source.replace("  - code: m1-q01\n", '  - code: m1-q01\n    waive: {P15: "x", K09: "x"}\n')
    bank.write_text(waived, encoding="utf-8")
    found = [(each.variant, each.values["rule"]) for each in checker(course).findings if each.rule == "B11"]
    assert found == [("unused", "K09")]


def test_its_languages_are_those_of_its_texts(tmp_path: Path) -> None:
    course = alone(tmp_path)
    assert read(course).languages == ("id", "en")
    bank = course / "quizzes/1-queue.yml"
    source = bank.read_text(encoding="utf-8")
    bank.write_text(source.replace("{id: ", "{ms: ", 1).replace(" en: ", " eb: ", 1), encoding="utf-8")
    assert set(languages_of(read(course).banks)) == {"id", "en"}
    assert {each.values.get("lang") for each in checker(course, ["L01"]).findings} >= {"ms", "eb"}


def test_one_language_is_enough(tmp_path: Path) -> None:
    bank = tmp_path / "quizzes/1-x.yml"
    bank.parent.mkdir()
    bank.write_text(
        "module: 1-x\nitems:\n  - code: m1-q01\n    type: reflection\n    outcome: m1-o1\n"
        '    level: apply\n    use: [lesson]\n    stem: {en: "What would you do?"}\n'
        '    prompts: [{en: "Why?"}]\n    guide: {en: "There is no answer."}\n',
        encoding="utf-8",
    )
    report = checker(tmp_path)
    assert read(tmp_path).languages == ("en",)
    assert [each for each in report.findings if each.rule.startswith("L") and each.counts] == []


def test_no_bank_at_all(tmp_path: Path) -> None:
    (tmp_path / "quizzes").mkdir()
    assert run(tmp_path).exit_code == 0


@pytest.mark.parametrize("part", ["docs", "mkdocs.yml"])
def test_half_a_course_needs_to_be_told(part: str, tmp_path: Path) -> None:
    course = lay(tmp_path / "course")
    (course / part).rename(tmp_path / "elsewhere")
    result = run(course)
    assert result.exit_code == 2 and "--questions-only" in result.stderr
    assert run("--questions-only", course).exit_code == 0
    summary = json.loads(run("--questions-only", "--format", "json", course).stdout)["summary"]
    assert (summary["pages"], summary["items"]) == (0, 10)
