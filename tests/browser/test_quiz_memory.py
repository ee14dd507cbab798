"""Answers are remembered on the device, apart for each item; nothing there can break a page."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from questions import CHECK, CODE, JUDGEMENT, QUIZ, QUIZ_EN, Question


@pytest.mark.parametrize("kind", [kind for kind in CHECK if kind != "short-answer"])
def test_reload_and_the_other_language(quiz: Page, quiz_site: str, kind: str) -> None:
    question = Question(quiz, CODE[kind])
    question.answer(right=False)
    question.check.click()
    quiz.reload()
    expect(question.say.locator(".am-fb.hint")).to_be_visible()
    quiz.goto(quiz_site + QUIZ_EN)
    expect(question.say).to_contain_text("Not yet right.")
    question.answer(right=True)
    question.check.click()
    expect(question.say).to_have_text("Right after another try.")
    quiz.goto(quiz_site + QUIZ)
    question.expect_end(right=True)
    expect(question.say).to_have_text("Tepat setelah mencoba lagi.")
    written = json.dumps(question.stored(), ensure_ascii=False)
    assert not re.search(r"hari|Tujuh|menagih|Standar", written), "codes only"


def test_try_again_resets_one_item_only(quiz: Page) -> None:
    one, other = Question(quiz, CODE["single-choice"]), Question(quiz, CODE["true-false"])
    for question in (one, other):
        question.answer(right=True)
        question.check.click()
    one.again.click()
    expect(one.ask).to_be_visible()
    expect(one.form.locator("input:checked")).to_have_count(0)
    expect(one.form.locator("input").first).to_be_focused()
    expect(one.say).to_have_text("Soal ini dimulai lagi.")
    other.expect_end(right=True)
    quiz.reload()
    expect(one.ask).to_be_visible()
    one.answer(right=True)
    one.check.click()
    expect(one.say).to_have_text("Tepat setelah mencoba lagi.")


def test_recall_is_remembered_apart(quiz: Page, quiz_site: str) -> None:
    question = Question(quiz, "m6-q01")
    question.answer(right=True)
    question.check.click()
    quiz.goto(quiz_site + "course/6-sample/2-two.html")
    recall = Question(quiz, "m6-q01")
    expect(recall.ask).to_be_visible()
    recall.answer(right=False)
    recall.check.click()
    assert recall.stored("m6-q01@m6-l2")["ok"] == 0
    assert recall.stored("m6-q01")["ok"] == 1


def test_two_tabs(context: BrowserContext, quiz_site: str) -> None:
    first, second = context.new_page(), context.new_page()
    for tab in (first, second):
        tab.goto(quiz_site + QUIZ)
    left, right = Question(first, CODE["single-choice"]), Question(second, CODE["true-false"])
    left.answer(right=True)
    left.check.click()
    right.answer(right=True)
    right.check.click()
    assert left.stored()["ok"] == 1 and right.stored()["ok"] == 1
    Question(second, CODE["single-choice"]).expect_end(right=True)
    expect(first.locator(".am-score__n")).to_have_text("2 dari 8 tepat")


BROKEN = [
    "",
    "{",
    "null",
    "[]",
    "7",
    '"b"',
    '{"v":2,"a":["b"],"t":1,"ok":1}',
    '{"v":1,"a":["zzz"],"t":1,"ok":1}',
    '{"v":1,"a":{"l1":"r1"},"t":1,"ok":1}',
    '{"v":1,"a":["s1"],"t":1,"ok":1}',
    '{"v":1,"a":null,"t":-3,"ok":1}',
    '{"v":1,"a":["b"],"t":"x","ok":1}',
    '{"v":1,"a":[["b"]],"t":1e99,"ok":1}',
    '{"v":1,"a":{"best":"a","worst":"a"},"t":1}',
    '{"v":1,"a":"78.47.1","t":1}',
]


def test_broken_memory_is_as_if_never_answered(quiz: Page) -> None:
    codes = [*CODE.values(), JUDGEMENT]
    for broken in BROKEN:
        quiz.evaluate(
            "([codes, text]) => codes.forEach(code => localStorage.setItem('am:q:' + code, text))", [codes, broken]
        )
        quiz.reload()
        hidden = [code for code in codes if not Question(quiz, code).check.is_visible()]
        assert hidden == [], broken
    question = Question(quiz, CODE["matching"])
    question.answer(right=True)
    question.check.click()
    question.expect_end(right=True)


def test_a_kept_answer_is_graded_by_todays_key(quiz: Page) -> None:
    quiz.evaluate("""localStorage.setItem('am:q:m6-q01', '{"v":1,"a":["a"],"t":2,"ok":1}')""")
    quiz.reload()
    Question(quiz, "m6-q01").expect_end(right=False)


@pytest.mark.parametrize(
    "block",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
        "Object.defineProperty(window, 'localStorage', { value: null })",
    ],
)
def test_without_storage_everything_works_for_this_page(page: Page, quiz_site: str, block: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(block)
    page.goto(quiz_site + QUIZ)
    for kind in ("single-choice", "ordering"):
        question = Question(page, CODE[kind])
        question.answer(right=False)
        question.check.click()
        question.answer(right=True)
        question.check.click()
        question.expect_end(right=True)
    expect(page.locator(".am-score__n")).to_have_text("2 dari 8 tepat")
    assert errors == []
