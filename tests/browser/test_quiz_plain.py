"""Questions without the script, from a folder, and where the script is lost on the way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from questions import CODE, QUIZ, QUIZ_EN, Question


@pytest.fixture
def no_script(browser: Browser, quiz_site: str) -> Any:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(quiz_site + QUIZ)
    yield page
    context.close()


def test_without_the_script_it_can_be_read_and_answered(no_script: Page) -> None:
    for code in [f"m6-q{number:02d}" for number in range(1, 11)]:
        form = no_script.locator(f"#{code}")
        details = form.locator("details.am-answer")
        expect(details).to_be_visible()
        expect(form.locator(".am-key")).to_be_hidden()
        details.locator("summary").click()
        expect(form.locator(".am-key")).to_be_visible()
        for button in form.locator("button").all():
            expect(button).to_be_hidden()
    no_script.locator("#m6-q01 .am-ask input").nth(1).check()
    expect(no_script.locator("#m6-q01 .am-key li.am-right")).to_contain_text("Alasan b satu")
    expect(no_script.locator("#m6-q05 select").first).to_be_visible()
    expect(no_script.locator("#am-score")).to_be_hidden()


@pytest.mark.parametrize("lost", ["store", "quiz-types", "quiz"])
def test_a_script_that_never_arrives_leaves_the_answers_readable(page: Page, site: str, lost: str) -> None:
    page.route(f"**/{lost}.*.js", lambda route: route.abort())
    page.goto(f"{site}course/6-citizen-charter/quiz.html")
    answer = page.locator(".am-answer").first
    expect(answer.locator("summary")).to_be_visible()
    answer.locator("summary").click()
    expect(answer.locator(".am-key")).to_be_visible()
    expect(page.get_by_role("button", name="Periksa jawaban").first).to_be_hidden()


@pytest.mark.parametrize("code", ["m6-q07", "m6-q09"])
def test_enter_never_sends_a_form(no_script: Page, code: str) -> None:
    before = no_script.url
    no_script.locator(f"#{code} .am-ask input").fill("x")
    no_script.locator(f"#{code} .am-ask input").press("Enter")
    no_script.wait_for_timeout(100)
    assert no_script.url == before


def test_from_a_folder(page: Page, quiz_folder: Path) -> None:
    page.goto((quiz_folder / QUIZ).as_uri())
    question = Question(page, CODE["single-choice"])
    question.answer(right=True)
    question.check.click()
    page.goto((quiz_folder / QUIZ_EN).as_uri())
    Question(page, CODE["single-choice"]).expect_end(right=True)


@pytest.mark.parametrize("lost", ["score", "sheet"])
def test_without_the_sheet_the_questions_work_and_nothing_dead_is_shown(page: Page, site: str, lost: str) -> None:
    page.route(f"**/{lost}.*.js", lambda route: route.abort())
    page.goto(f"{site}course/6-citizen-charter/quiz.html")
    page.get_by_role("button", name="Periksa jawaban").first.click()
    expect(page.locator(".am-say").first).not_to_be_empty()
    expect(page.locator("#am-practice")).to_be_hidden()
    expect(page.locator("#am-mode")).to_be_hidden()
    expect(page.locator(".am-flag").first).to_be_hidden()
