"""A waiver lets one warning of one item pass, and nothing else."""

from __future__ import annotations

from pathlib import Path

from overlays import RULES, lay

from amanah.check.check import check
from amanah.check.findings import Finding


def with_waiver(course: Path, code: str, waiver: str) -> list[Finding]:
    """The K12 findings of the course after one of its items was given a waiver."""
    bank = course / "quizzes/1-queue.yml"
    source = bank.read_text(encoding="utf-8")
    mark = f"  - code: {code}\n"
    assert mark in source
    bank.write_text(source.replace(mark, f"{mark}    waive: {{{waiver}}}\n"), encoding="utf-8")
    return [finding for finding in check(course, ["K12"]).findings if finding.values["code"] == code]


def test_a_warning_is_waived(tmp_path: Path) -> None:
    findings = with_waiver(lay(tmp_path / "course", RULES / "K12" / "bad"), "m1-q02", 'K12: "answered on paper"')
    assert [finding.waived for finding in findings] == [True]


def test_an_error_of_the_same_rule_is_not(tmp_path: Path) -> None:
    findings = with_waiver(lay(tmp_path / "course", RULES / "K12" / "bad"), "m1-q01", 'K12: "answered on paper"')
    assert [(finding.severity, finding.waived) for finding in findings] == [("error", False)]


def test_nothing_without_a_reason(tmp_path: Path) -> None:
    findings = with_waiver(lay(tmp_path / "course", RULES / "K12" / "bad"), "m1-q02", 'K12: " "')
    assert [finding.waived for finding in findings] == [False]


def test_nothing_of_another_rule(tmp_path: Path) -> None:
    findings = with_waiver(lay(tmp_path / "course", RULES / "K12" / "bad"), "m1-q02", 'K11: "answered on paper"')
    assert [finding.waived for finding in findings] == [False]
