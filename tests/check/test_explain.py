"""``--explain``, ``--checklist`` and the page of rules: what the validator says about itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from overlays import BASE, lay

from amanah.check import checklist, document
from amanah.check.registry import Rule, load_rules
from amanah.check.rule_doc import doc_of
from amanah.commands.check import check
from amanah.course.page import parse_page
from amanah.quiz.model import TYPES

ROOT = Path(__file__).resolve().parents[2]
ALL = load_rules()


def run(*arguments: object) -> Result:
    return CliRunner().invoke(check, [str(argument) for argument in arguments])


@pytest.mark.parametrize("rule", ALL.values(), ids=lambda rule: rule.id)
def test_every_rule_explains_itself(rule: Rule) -> None:
    doc = doc_of(rule)
    assert doc.what and doc.bad and doc.good and doc.severities
    assert not any("{" in message and "…" not in message and "{code}" in message for message in doc.messages["id"])
    for lang, words in (("en", ("Bad:", "Good:", "What it says:")), ("id", ("Salah:", "Benar:", "Yang dikatakannya:"))):
        result = run("--explain", rule.id.lower(), "--lang", lang)
        assert result.exit_code == 0
        assert result.stdout.startswith(f"{rule.id} · ")
        assert all(word in result.stdout for word in words)


def test_explain_k09() -> None:
    said = run("--explain", "K09").stdout
    assert said.startswith("K09 · error, warning · looks at each item\n\nEvery option has a reason of its own")
    assert 'waive: {K09: "reason"}' in said


def test_several_and_unknown_rules() -> None:
    said = run("--explain", "K02, s01").stdout
    assert said.index("K02 · ") < said.index("\n\n\nS01 · ")
    for lang, near in (("en", "there is no rule K9; did you mean K09?"), ("id", "tidak ada aturan K9; mungkin K09?")):
        result = run("--explain", "K9", "--lang", lang)
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"amanah check: {near}\n")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_checklist(lang: str) -> None:
    lines = run("--checklist", "--lang", lang, BASE).stdout.splitlines()
    heads = [each for each in lines if re.match(r"m1-q\d\d  ", each)]
    assert len(heads) == 10
    stem = {"id": "Siapa yang dilayani loket lebih dulu?", "en": "Who is served first at the counter?"}[lang]
    assert heads[0] == f"m1-q01  quizzes/1-queue.yml:4  {stem}"
    assert sum(each.startswith("  [ ] ") for each in lines) >= 80


def test_checklist_of_questions_without_pages(tmp_path: Path) -> None:
    course = lay(tmp_path / "course")
    (course / "mkdocs.yml").unlink()
    assert run("--checklist", course).exit_code == 0
    assert run("--checklist", tmp_path).exit_code == 2


def test_checklist_data() -> None:
    questions = checklist.questions()
    assert len({question.name for question in questions}) == len(questions)
    for entry in [*questions, *checklist.flaws()]:
        assert set(entry.text) == {"id", "en"} and all(entry.text.values())
    assert {type_ for question in questions for type_ in question.types} <= set(TYPES)
    assert len(checklist.flaws()) == 19
    for type_ in TYPES:
        assert sum(not question.types or type_ in question.types for question in questions) >= 5


@pytest.mark.parametrize("lang", document.LANGUAGES)
def test_page_of_rules_is_up_to_date(lang: str) -> None:
    path = ROOT / "docs" / lang / f"{document.PAGE}.md"
    assert path.read_text(encoding="utf-8") == document.document(ALL.values(), lang), "run: amanah check --document"


def test_page_of_rules_has_the_same_headings_in_every_language() -> None:
    pages = [
        parse_page(document.document(ALL.values(), lang), f"docs/{lang}/x.md", lang, document.PAGE)
        for lang in document.LANGUAGES
    ]
    headings = [[(each.level, each.id) for each in page.headings if each.level > 1] for page in pages]
    assert headings[0] == headings[1]
    assert {id_ for _, id_ in headings[0]} >= {f"rule-{id_.lower()}" for id_ in ALL}
    for page in pages:
        assert page.problems == () and page.front is not None and len(page.front.description) <= 160
        assert not page.citations and not page.terms
        assert all(link.target.startswith("#rule-") for link in page.links)


def test_document_command(tmp_path: Path) -> None:
    course = lay(tmp_path / "course")
    result = run("--document", course)
    assert result.exit_code == 0
    assert [Path(each).relative_to(course).as_posix() for each in result.stdout.split()] == [
        "docs/id/about/rules.md",
        "docs/en/about/rules.md",
    ]
    assert run(course).exit_code == run(BASE).exit_code
    assert run("--document", tmp_path).exit_code == 2


def test_code_is_escaped() -> None:
    assert document._prose("a <b> `<c>` **d** [[e]] {#f}") == (
        "a &#60;b&#62; `<c>` &#42;&#42;d&#42;&#42; &#91;&#91;e&#93;&#93; &#123;&#35;f&#125;"
    )
