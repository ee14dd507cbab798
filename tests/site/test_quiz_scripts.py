"""The scripts of questions: their words, their size, and the pages that carry them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from forms import QUIZ, tree_of
from sample_site import ROOT, copy_sample, render


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_sample(tmp_path_factory.mktemp("quiz"))


def test_words_of_the_script_stand_once_and_only_where_needed(course: Path) -> None:
    html = render(course, "en/course/6-sample/2-two.md")
    assert html.count('id="am-words"') == 1
    data = json.loads(tree_of(html).css_first("#am-words").text())
    assert data["check"] == "Check the answer" and data["decimal"] == "."
    assert 'id="am-words"' not in render(course, "en/knowledge/laws.md")


@pytest.mark.parametrize(
    ("scripts", "prefix", "also"),
    [
        (("quiz-types", "quiz"), "js", {"part", "part-options", "decimal"}),
        (("score", "sheet"), "sheet", {f"tally-{state}" for state in ("ok", "no", "open", "seen", "none")}),
    ],
)
def test_the_scripts_find_all_their_words(scripts: tuple[str, ...], prefix: str, also: set[str]) -> None:
    text = "".join((ROOT / f"overrides/assets/js/{name}.js").read_text("utf-8") for name in scripts)
    register = (ROOT / "docs/registers/interface.yml").read_text("utf-8")
    used = set(re.findall(r"\bW\.(\w+)", text)) | set(re.findall(r'\bW\["([\w-]+)"\]', text)) | also
    known = set(re.findall(rf"^{prefix}\.([\w-]+):", register, re.M)) | {"decimal"}
    assert used - known == set(), "missing in interface.yml"
    assert known - used - {"again"} == set(), "in interface.yml, but not used"


def test_only_a_quiz_page_is_a_sheet(course: Path) -> None:
    sheet = tree_of(render(course, QUIZ["en"]))
    assert len(sheet.css("#am-mode input[type=radio]")) == 2 and sheet.css("#am-practice button")
    assert json.loads(sheet.css_first("#am-sheet-words").text())["check"] == "Check all answers"
    order = [node.attributes.get("id") for node in sheet.css("#am-mode, #m6-q01, #m6-q10, #am-practice, #am-score")]
    assert order == ["am-mode", "m6-q01", "m6-q10", "am-practice", "am-score"]
    assert len(sheet.css("form .am-flag[aria-pressed=false]")) == 9, "not on a reflection"
    assert len(sheet.css("form .am-sure")) == 8, "nor where nothing is right or wrong"
    lesson = tree_of(render(course, "en/course/6-sample/2-two.md"))
    assert lesson.css("form") and not lesson.css("#am-mode, #am-practice, #am-sheet-words, .am-flag, .am-sure")


def test_how_sure_is_never_taken_for_the_answer(course: Path) -> None:
    form = tree_of(render(course, QUIZ["id"])).css_first("#m6-q01")
    assert [radio.attributes["value"] for radio in form.css("[name=sure]")] == ["3", "2", "1"]
    assert not form.css(".am-ask [name=sure]") and not form.css("[name=sure][checked]")


def test_a_page_of_reflections_says_where_the_words_stay(course: Path) -> None:
    form = tree_of(render(course, QUIZ["en"])).css_first("#m6-q10")
    assert "hidden" in form.css_first(".am-kept").attributes, "only the script can promise it"
    assert "on this device only" in form.css_first(".am-kept").text()
    assert "neither stored nor sent" in form.css_first(".am-lost").text()
    assert len(form.css("[role=status]")) == 1


@pytest.mark.parametrize(("scoring", "whole"), [("partial", False), ("all-or-nothing", True)])
def test_all_or_nothing_is_told(tmp_path: Path, scoring: str, whole: bool) -> None:
    root = copy_sample(tmp_path)
    bank = root / "quizzes/6-sample.yml"
    bank.write_text(bank.read_text("utf-8").replace("scoring: partial", f"scoring: {scoring}"), "utf-8")
    form = tree_of(render(root, QUIZ["en"])).css_first("#m6-q02")
    assert ("data-whole" in form.attributes) == whole
    assert ("points only if all are right" in form.css_first("legend small").text()) == whole
