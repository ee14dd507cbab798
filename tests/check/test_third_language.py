"""The rules look at every language that the site publishes, also one that nobody has given word lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlays import lay

from amanah.check.check import check
from amanah.check.findings import Finding


@pytest.fixture
def course(tmp_path: Path) -> Path:
    course = lay(tmp_path / "course")
    config = course / "mkdocs.yml"
    english = "        - {locale: en, name: English}\n"
    source = config.read_text(encoding="utf-8")
    assert english in source
    config.write_text(source.replace(english, english + "        - {locale: ms, name: Melayu}\n"), encoding="utf-8")
    (course / "docs/ms").mkdir()
    return course


def findings(course: Path, rule: str) -> list[Finding]:
    return [finding for finding in check(course, [rule]).findings if finding.values["code"] == "m1-q01"]


def test_its_texts_are_missed(course: Path) -> None:
    missing = findings(course, "L01")
    assert {(finding.variant, finding.values["lang"]) for finding in missing} == {("missing", "ms")}
    assert len(missing) == 8  # the stem, three options with three reasons, the quote


def test_its_evidence_is_missed(course: Path) -> None:
    assert [(finding.variant, finding.values["lang"]) for finding in findings(course, "K10")] == [("page", "ms")]


def test_its_texts_are_compared(course: Path) -> None:
    bank = course / "quizzes/1-queue.yml"
    source = bank.read_text(encoding="utf-8")
    same = source.replace(
        '{id: "Pemohon yang dikenal petugas", en:',
        '{id: "Pemohon yang dikenal petugas", ms: "Pemohon yang dikenal petugas", en:',
    )
    assert same != source
    bank.write_text(same, encoding="utf-8")
    assert [finding.values["lang"] for finding in findings(course, "L02")] == ["ms"]
    assert findings(course, "L04") == []
