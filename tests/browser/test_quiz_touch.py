"""By finger on a phone: every type by tapping alone, every target large enough, nothing has to be dragged."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from questions import ALL, CODE, JUDGEMENT, QUIZ, REFLECTION, Question
from views import PHONE

LARGE = """form button, form select, .am-ask label:has(input), .am-sjt label, .am-sure label, .am-mode label,
input[type=text], textarea, summary, .am-tally a, #am-practice button, #am-score button"""


class Touched(Question):
    def press(self, control: Locator) -> None:
        label = control.locator("xpath=ancestor::label")
        (label if label.count() else control).tap()


@pytest.fixture
def phone(browser: Browser, quiz_site: str) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(quiz_site + QUIZ)
    yield page
    context.close()


@pytest.mark.parametrize("code", ALL)
def test_every_type_by_tapping(phone: Page, code: str) -> None:
    question = Touched(phone, code)
    question.checked()
    assert question.stored()["ok"] == 1
    expect(question.key).to_be_visible()
    if code != JUDGEMENT:
        question.press(question.again)
        question.press(question.form.locator("[name=sure][value='1']"))
        question.checked(right=False)
        assert question.stored()["c"] == 1 and question.stored()["t"] == 3


def test_the_whole_sheet_by_tapping(phone: Page) -> None:
    phone.locator("#am-mode label").nth(1).tap()
    for code in ALL:
        Touched(phone, code).answer(right=True)
    phone.locator("#m6-q04 .am-flag").tap()
    phone.locator("#am-practice .am-flags a").tap()
    expect(phone.locator("#m6-q04")).to_be_in_viewport()
    phone.locator("#am-practice button").tap()
    expect(phone.locator(".am-score__n")).to_have_text("8 dari 8 tepat")


def test_a_reflection_by_tapping(phone: Page) -> None:
    area = phone.locator(f"#{REFLECTION} textarea").first
    area.tap()
    phone.keyboard.type("catatan")
    phone.locator(f"#{REFLECTION} .am-erase").tap()
    expect(area).to_have_value("")


def small(page: Page) -> list[str]:
    return list(
        page.evaluate(
            """large => [...document.querySelectorAll(large)].filter(each => each.offsetParent)
              .map(each => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
              .filter(([html, box]) => box.height < 43.9 || box.width < 43.9)
              .map(([html, box]) => html + box.width + "x" + box.height)""",
            LARGE,
        )
    )


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_targets_are_large_and_nothing_overflows(quiz: Page, width: int) -> None:
    quiz.set_viewport_size({"width": width, "height": 800})
    states = [
        lambda: quiz.locator("#am-mode input[value=all]").check(),
        lambda: quiz.locator("#am-practice button").click(),
        lambda: quiz.locator("#am-mode input[value=each]").check(),
        lambda: [Question(quiz, CODE[kind]).checked(right=False) for kind in CODE],
    ]
    for state in states:
        state()
        assert small(quiz) == []
        assert quiz.evaluate("document.documentElement.scrollWidth") <= width
