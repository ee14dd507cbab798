"""Whatever is done to a course, the check reports it and does not fall over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from overlays import lay

from amanah.check.check import check
from amanah.check.findings import Report
from amanah.check.registry import RULES
from amanah.check.report import LANGUAGES, as_json, text

CHARACTERS = "\t\n \"'#:-[]{}&*!|>%@`,?~\\<é\u0301\u00a0\u200b\ufeff\x00\x85🙂aA1.½"
FILES = (
    "quizzes/1-queue.yml",
    "quizzes/reviews/sari.yml",
    "docs/id/course/1-queue/1-a-fair-queue.md",
    "docs/registers/laws.yml",
    "docs/registers/glossary.yml",
    "mkdocs.yml",
)


@st.composite
def mutation(draw: st.DrawFn) -> tuple[str, int, int, str]:
    """(what to do, a place in the text in thousandths, another, some characters)."""
    what = draw(st.sampled_from(["delete", "duplicate", "swap", "insert", "replace", "cut", "indent"]))
    places = draw(st.integers(0, 1000)), draw(st.integers(0, 1000))
    return what, *places, draw(st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=4))


def mutated(source: str, change: tuple[str, int, int, str]) -> str:
    what, first, second, characters = change
    lines = source.split("\n")
    line, other = first * (len(lines) - 1) // 1000, second * (len(lines) - 1) // 1000
    at = first * len(source) // 1000
    if what == "delete":
        del lines[line]
    elif what == "duplicate":
        lines.insert(other, lines[line])
    elif what == "swap":
        lines[line], lines[other] = lines[other], lines[line]
    elif what == "indent":
        lines[line] = "  " + lines[line]
    elif what == "insert":
        return source[:at] + characters + source[at:]
    elif what == "replace":
        return source[:at] + characters + source[at + len(characters) :]
    else:
        return source[:at]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(tmp_path_factory.mktemp("mutations") / "course")


def written(report: Report) -> None:
    for lang in LANGUAGES:
        assert text(report, lang)
        assert as_json(report, lang)
    for finding in report.findings:
        assert finding.place.line >= 1 and finding.place.column >= 1
        assert finding.variant in RULES[finding.rule].templates["en"], "a reader's problem that no rule has words for"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(FILES), changes=st.lists(mutation(), min_size=1, max_size=4))
def test_no_mutation_makes_a_traceback(course: Path, file: str, changes: list[tuple[str, int, int, str]]) -> None:
    path, before = course / file, (course / file).read_bytes()
    source = before.decode("utf-8")
    for change in changes:
        source = mutated(source, change)
    path.write_bytes(source.encode("utf-8"))
    try:
        written(check(course))
    finally:
        path.write_bytes(before)


def test_a_course_without_languages(tmp_path: Path) -> None:
    course = lay(tmp_path / "course")
    (course / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    written(check(course))


def test_a_course_without_pages(tmp_path: Path) -> None:
    course = lay(tmp_path / "course")
    shutil.rmtree(course / "docs/id")
    shutil.rmtree(course / "docs/en")
    report = check(course)
    written(report)
    assert any(finding.rule == "K10" for finding in report.findings)
