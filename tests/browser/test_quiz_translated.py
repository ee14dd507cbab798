"""The browser's translator wraps every word of a page and puts another in its place, again and again; grading, marks,
drafts and score must not notice, and a live region must not speak twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from questions import ALL, CHECK, CODE, Question, practise

TRANSLATE = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), nodes = [];
  while (walk.nextNode()) nodes.push(walk.currentNode);
  nodes.filter(node => node.data.trim() && !node.parentNode.closest("script, font, textarea")).forEach(node => {
    const inner = document.createElement("font"), outer = document.createElement("font");
    inner.textContent = "译文" + Math.random();
    outer.append(inner);
    node.replaceWith(outer);
  });
  document.querySelectorAll("[aria-label], [title]").forEach(each => each.setAttribute("aria-label", "译文"));
}"""


def translate(page: Page) -> None:
    page.evaluate(TRANSLATE)


@pytest.mark.parametrize("right", [True, False])
def test_one_by_one(quiz: Page, right: bool) -> None:
    translate(quiz)
    for code in ALL:
        question = Question(quiz, code)
        for variant in (0, 1):
            if question.check.is_visible():
                # of two values the second try can only be the right one
                question.checked(right or (variant == 1 and question.kind == "true-false"), variant)
                translate(quiz)
        expect(question.key).to_be_visible()
        if code in CODE.values():
            question.expect_end(right or question.kind == "true-false")
    assert quiz.locator("#am-score .am-tally a.ok").count() == (8 if right else 1)
    if right:
        question = Question(quiz, CODE["ordering"])
        question.again.click()
        translate(quiz)
        question.checked()
        question.expect_end(True)


@pytest.mark.parametrize("right", [True, False])
def test_all_at_once(quiz: Page, right: bool) -> None:
    translate(quiz)
    practise(quiz)
    for code in ALL:
        Question(quiz, code).answer(right)
        translate(quiz)
    quiz.reload()
    translate(quiz)
    quiz.locator("#am-practice button").click()
    translate(quiz)
    for kind in CHECK:
        Question(quiz, CODE[kind]).expect_end(right)
    assert quiz.locator("#am-score .am-tally a.ok").count() == (8 if right else 0)


def test_the_score_speaks_only_when_it_changes(quiz: Page) -> None:
    Question(quiz, CODE["single-choice"]).checked()
    translate(quiz)
    before = quiz.locator(".am-score__done").inner_text()
    Question(quiz, CODE["true-false"]).checked()
    assert quiz.locator(".am-score__done").inner_text() == before, "still so many to go: nothing was said anew"
