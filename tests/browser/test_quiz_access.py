"""Questions for everybody: by keyboard alone, large enough, one live region an item, axe in every state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from questions import ALL, CHECK, CODE, JUDGEMENT, QUIZ, REFLECTION, Question, practise, tab_to
from sample_site import ROOT

AXE = ROOT / "tests/vendor/axe.min.js"


@pytest.mark.parametrize("kind", CHECK)
def test_right_by_keyboard_only(quiz: Page, kind: str) -> None:
    question = Question(quiz, CODE[kind])
    keys = quiz.keyboard
    if kind in ("single-choice", "true-false"):
        tab_to(quiz, question.form.locator(".am-ask input").first)
        keys.press("ArrowDown")
    elif kind == "multiple-choice":
        for box in ("a", "b"):
            tab_to(quiz, question.form.locator(f"input[value={box}]"))
            keys.press("Space")
    elif kind in ("matching", "categorise"):
        for select in question.form.locator("select").all():
            tab_to(quiz, select)
            name = str(select.get_attribute("name"))
            right = {"l1": "r1", "l2": "r2", "l3": "r3", "e1": "std", "e2": "mak", "e3": "std"}[name]
            options = [str(option.get_attribute("value")) for option in select.locator("option").all()]
            for _ in range(options.index(right)):
                keys.press("ArrowDown")
    elif kind == "ordering":
        for index, key in enumerate(("s1", "s2", "s3", "s4")):
            up = question.form.locator(f"li[data-k={key}] [data-move='-1']")
            if question.keys().index(key) > index:
                up.focus()  # the buttons of an entry are ordinary stops of the Tab key, see below
            while question.keys().index(key) > index:
                keys.press("Enter")
                assert question.form.evaluate("form => form.contains(document.activeElement)"), "the focus stays"
    else:
        tab_to(quiz, question.form.locator(".am-ask input"))
        keys.type("78,47" if kind == "numeric" else "maklumat")
    tab_to(quiz, question.check)
    keys.press("Enter")
    question.expect_end(right=True)
    focused = question.key.locator(".am-shown")
    expect(focused).to_be_focused()
    tab_to(quiz, question.again)
    keys.press("Enter")
    expect(question.ask).to_be_visible()


def test_order_buttons_are_reached_and_announce(quiz: Page) -> None:
    question = Question(quiz, CODE["ordering"])
    first = question.keys()[0]
    down = question.form.locator(f"li[data-k={first}] [data-move='1']")
    tab_to(quiz, down)
    quiz.keyboard.press("Space")
    assert question.keys()[1] == first
    expect(down).to_be_focused()
    expect(question.say).to_contain_text("nomor 2 dari 4")
    quiz.keyboard.press("Space")
    quiz.keyboard.press("Space")
    assert question.keys()[3] == first
    expect(question.form.locator(f"li[data-k={first}] [data-move='-1']")).to_be_focused(), "the other button at the end"


def test_situational_judgement_by_keyboard(quiz: Page) -> None:
    question = Question(quiz, JUDGEMENT)
    tab_to(quiz, question.form.locator("[name=best]").first)
    quiz.keyboard.press("Space")
    tab_to(quiz, question.form.locator("[name=worst]").first)
    quiz.keyboard.press("ArrowDown")
    tab_to(quiz, question.check)
    quiz.keyboard.press("Enter")
    assert question.stored()["a"] == {"best": "a", "worst": "b"}


def test_one_live_region_a_form(quiz: Page) -> None:
    for code in [*ALL, REFLECTION]:
        regions = quiz.locator(f"#{code} [role=status], #{code} [aria-live], #{code} [role=alert]")
        expect(regions).to_have_count(1)


@pytest.mark.skipif(not AXE.is_file(), reason="axe is not in tests/vendor")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_in_every_state(browser: Browser, quiz_site: str, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(quiz_site + QUIZ)
    states: list[Callable[[], None]] = [
        lambda: None,
        lambda: [Question(page, code).check.click() for code in CODE.values()] and None,
        lambda: _try_all(page, right=False, variant=0),
        lambda: _try_all(page, right=False, variant=1),
        lambda: practise(page),
        lambda: page.locator("#m6-q01 .am-flag").click(),
        lambda: page.locator("#am-score button").click(),
        lambda: page.locator("#am-practice button").click(),
    ]
    for state in states:
        state()
        page.evaluate(AXE.read_text("utf-8"))
        result = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
        found = [(each["id"], [node["html"][:120] for node in each["nodes"]][:3]) for each in result["violations"]]
        assert found == []
    context.close()


def _try_all(page: Page, right: bool, variant: int) -> None:
    for kind in CHECK:
        question = Question(page, CODE[kind])
        if question.check.is_visible():
            question.answer(right, variant)
            question.check.click()


def test_the_whole_sheet_by_keyboard(quiz: Page) -> None:
    keys = quiz.keyboard
    tab_to(quiz, quiz.locator("#am-mode input").first)
    keys.press("ArrowDown")
    expect(quiz.locator("#am-practice")).to_be_visible()
    tab_to(quiz, quiz.locator("#m6-q01 .am-ask input").first)
    keys.press("Space")
    tab_to(quiz, quiz.locator("#m6-q01 .am-sure input").first)
    keys.press("Space")
    tab_to(quiz, quiz.locator("#m6-q01 .am-flag"))
    keys.press("Enter")
    for _ in range(2):
        tab_to(quiz, quiz.locator("#am-practice button"))
        keys.press("Enter")
    expect(quiz.locator("#am-score-title")).to_be_focused()
    tab_to(quiz, quiz.locator("#am-score button"))
    keys.press("Enter")
    expect(quiz.locator("#m6-q01 .am-ask input").first).to_be_focused()
