"""SARIF 2.1.0, held against its schema (tests/vendor), and annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from overlays import RULES, lay

from amanah.check.check import check
from amanah.check.findings import Finding, Report
from amanah.check.registry import load_rules
from amanah.check.report import github, sarif, written
from amanah.course.place import Place

VENDOR = Path(__file__).resolve().parent.parent / "vendor"
ALL = load_rules()
AWKWARD = [
    Finding("K02", "error", Place("quizzes/a b%:,é.yml", 3, 7), "option", {"code": "m1-q01", "key": "a, b: 100%\nc"}),
    Finding("P00", "info", Place("quizzes"), "alone", {"rules": "K10"}),
    Finding("X99", "warning", Place("docs/x.md", 1, 1), "unknown", {"a": "b"}),
]


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    loaded = json.loads((VENDOR / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    return Draft4Validator(loaded, format_checker=Draft4Validator.FORMAT_CHECKER)


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(tmp_path_factory.mktemp("sarif") / "course", RULES / "K02" / "bad", RULES / "P12" / "bad")


@pytest.fixture(params=["id", "en"])
def lang(request: pytest.FixtureRequest) -> Iterator[str]:
    yield request.param


def only_run(text: str) -> dict[str, Any]:
    log = json.loads(text)
    assert len(log["runs"]) == 1
    run: dict[str, Any] = log["runs"][0]
    return run


@pytest.mark.parametrize("report", [Report([]), Report(AWKWARD)], ids=["clean", "awkward"])
def test_schema(report: Report, lang: str, schema: Draft4Validator) -> None:
    assert [error.message for error in schema.iter_errors(json.loads(sarif(report, lang)))] == []


def test_a_real_report(bad: Path, lang: str, schema: Draft4Validator) -> None:
    report = check(bad)
    text = written(report, "sarif", lang, bad)
    assert [error.message for error in schema.iter_errors(json.loads(text))] == []
    run = only_run(text)
    assert len(run["results"]) == len(report.findings) > 5
    for result, finding in zip(run["results"], report.findings, strict=True):
        assert result["message"]["text"] == finding.message(lang)
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (finding.place.line, finding.place.column)
    prints = [result["partialFingerprints"]["amanah/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)


def test_the_schema_is_not_blind(schema: Draft4Validator) -> None:
    log = json.loads(sarif(Report(AWKWARD), "en"))
    log["runs"][0]["results"][0]["level"] = "info"
    assert list(schema.iter_errors(log))


def test_rules_are_described(lang: str) -> None:
    rules = {rule["id"]: rule for rule in only_run(sarif(Report([]), lang))["tool"]["driver"]["rules"]}
    assert rules.keys() == ALL.keys()
    for rule in rules.values():
        assert rule["shortDescription"]["text"] and rule["help"]["text"] and rule["help"]["markdown"]
        assert "\n" not in rule["shortDescription"]["text"]
    assert (
        rules["K02"]["shortDescription"]["text"]
        == {
            "id": 'kunci "…" bukan pilihan (…)',
            "en": "Every name in the answer is the key of an option, an entry or a group of the item.",
        }[lang]
    )
    assert {"id": "**Salah**", "en": "**Bad**"}[lang] in rules["K02"]["help"]["markdown"]
    assert rules["P00"]["defaultConfiguration"]["level"] == "error"


def test_addresses_and_lines_that_move() -> None:
    first = only_run(sarif(Report(AWKWARD), "en", "courses/a/"))["results"][0]
    uri = first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "courses/a/quizzes/a%20b%25%3A%2C%C3%A9.yml"
    moved = Finding("K02", "error", Place("quizzes/a b%:,é.yml", 9, 7), "option", AWKWARD[0].values)
    again = only_run(sarif(Report([moved]), "id", "courses/a/"))["results"][0]
    assert again["partialFingerprints"] == first["partialFingerprints"]


def test_a_waived_finding_is_suppressed_with_its_reason(tmp_path: Path) -> None:
    course = lay(tmp_path / "course", RULES / "K09-waived" / "good")
    results = only_run(written(check(course, ["K09"]), "sarif", "en", course))["results"]
    assert results and all(result["suppressions"][0]["justification"] for result in results)


def test_github_escapes() -> None:
    lines = github(Report(AWKWARD), "en", "a/").splitlines()
    assert lines[0] == (
        "::error file=a/quizzes/a b%25%3A%2Cé.yml,line=3,col=7,title=K02::"
        'm1-q01: key "a, b: 100%25%0Ac" is not an option ()'
    )
    assert lines[1].startswith("::notice file=a/quizzes,line=1,col=1,title=P00::docs/")
    assert lines[2].startswith("::warning file=a/docs/x.md,")
    assert not any(each.startswith("::") for each in lines[3:])


def test_paths_begin_at_the_current_folder(bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = check(bad, ["K02"])
    monkeypatch.chdir(bad.parent)
    assert "file=course/quizzes/2-more.yml," in written(report, "github", "en", bad)
    monkeypatch.chdir(bad)
    assert "file=quizzes/2-more.yml," in written(report, "github", "en", Path())
    monkeypatch.chdir(tmp_path)
    assert "file=quizzes/2-more.yml," in written(report, "github", "en", bad)
