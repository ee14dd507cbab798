"""Every rule passes its good course and finds in its bad one exactly what that declares.

To add a test for a rule, add a folder ``rules/<RULE>[-variant]/`` with ``good/`` and ``bad/``: the files that differ
from the base course, and in ``bad/expected.txt`` the lines expected, with ``en|`` or ``id|`` before each.
"""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest
from overlays import BASE, RULES, expected_lines, fixtures, lay, rule_of

from amanah.check.check import check
from amanah.check.registry import Rule, load_rules
from amanah.check.report import LANGUAGES, line

ALL = load_rules()


def name(folder: Path) -> str:
    return str(folder.relative_to(RULES))


def lines_of(course: Path, rule: str, lang: str) -> list[str]:
    return [line(finding, lang) for finding in check(course, [rule]).findings if not finding.waived]


@pytest.mark.parametrize("folder", fixtures("bad"), ids=name)
def test_bad_course_is_found_out(folder: Path, tmp_path: Path) -> None:
    course = lay(tmp_path / "course", folder)
    rule = rule_of(folder.parent)
    for lang in LANGUAGES:
        assert lines_of(course, rule, lang) == expected_lines(folder, lang)
        assert expected_lines(folder, lang), f"{folder} expects nothing in {lang}"


@pytest.mark.parametrize("folder", fixtures("good"), ids=name)
def test_good_course_passes(folder: Path, tmp_path: Path) -> None:
    assert lines_of(lay(tmp_path / "course", folder), rule_of(folder.parent), "en") == []


def test_base_course_is_clean() -> None:
    report = check(BASE)
    assert [line(finding, "en") for finding in report.findings if finding.counts] == []
    assert (report.confirmed, report.graded) == (9, 9)


@pytest.mark.parametrize("rule", ALL.values(), ids=lambda rule: rule.id)
class TestEveryRule:
    def test_has_fixtures(self, rule: Rule) -> None:
        for kind in ("good", "bad"):
            assert rule.id in {rule_of(folder.parent) for folder in fixtures(kind)}, f"no {kind} course for {rule.id}"

    def test_docstring_has_examples(self, rule: Rule) -> None:
        doc = rule.function.__doc__ or ""
        assert "\n    Bad: " in doc and "\n    Good: " in doc
        assert doc.split("\n")[0].endswith(".")

    def test_templates_say_the_same_in_every_language(self, rule: Rule) -> None:
        first, *others = (rule.templates.get(lang, {}) for lang in LANGUAGES)
        for other in others:
            assert first.keys() == other.keys()
            for variant, template in first.items():
                assert placeholders(template) == placeholders(other[variant]), variant

    def test_severities_belong_to_variants(self, rule: Rule) -> None:
        assert set(rule.severities) <= {"", *rule.templates["en"]}


def placeholders(template: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(template) if field is not None}


def test_fixtures_belong_to_rules() -> None:
    assert {rule_of(folder) for folder in RULES.iterdir()} <= set(ALL)
