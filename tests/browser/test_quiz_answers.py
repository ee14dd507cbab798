"""Answers to each type of question, right and wrong, by mouse: feedback, hint, second try, reasons."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from questions import CHECK, CODE, JUDGEMENT, QUIZ_EN, Question, start_again, stored


@pytest.mark.parametrize("kind", CHECK)
def test_right_at_once_by_mouse(quiz: Page, kind: str) -> None:
    question = Question(quiz, CODE[kind])
    expect(question.key).to_be_hidden()
    question.answer(right=True)
    question.check.click()
    question.expect_end(right=True)
    expect(question.say).to_have_text("Tepat pada percobaan pertama.")
    for reason in question.key.locator("li em").all():
        expect(reason).to_be_visible()
    stored = question.stored()
    assert (stored["v"], stored["t"], stored["ok"]) == (1, 1, 1) and re.fullmatch(r"\d{4}-\d\d-\d\d", stored["d"])


@pytest.mark.parametrize("kind", [kind for kind in CHECK if kind != "true-false"])
def test_hint_then_second_try_then_reasons(quiz: Page, kind: str) -> None:
    question = Question(quiz, CODE[kind])
    question.answer(right=False)
    question.check.click()
    expect(question.say.locator(".am-fb.hint")).to_be_visible()
    expect(question.say).to_contain_text("Belum tepat.")
    expect(question.say.locator("a")).to_have_attribute("href", "1-one.html#yardstick")
    expect(question.check).to_have_text("Periksa sekali lagi")
    expect(question.key).to_be_hidden()
    question.answer(right=False, variant=1)
    question.check.click()
    question.expect_end(right=False)
    assert question.stored()["t"] == 2 and question.stored()["ok"] == 0


def test_an_own_hint_is_shown(quiz: Page) -> None:
    question = Question(quiz, CODE["single-choice"])
    question.choose("a")
    question.check.click()
    expect(question.say).to_contain_text("Petunjuk:")
    expect(question.say.locator("em")).to_have_text("hari kalender")
    row = question.form.locator("label.no")
    expect(row).to_contain_text("Pilihan Anda: belum tepat")
    question.choose("b")
    expect(row).to_have_count(0)


def test_part_of_an_answer_is_told_in_words(quiz: Page) -> None:
    several = Question(quiz, CODE["multiple-choice"])
    several.choose("a", "b", "c")
    several.check.click()
    expect(several.say).to_contain_text("3 dari 4 pilihan Anda nilai dengan tepat.")
    pairs = Question(quiz, CODE["matching"])
    pairs.pair(l1="r1", l2="r2", l3="r4")
    pairs.check.click()
    expect(pairs.say).to_contain_text("2 dari 3 tepat.")
    pairs.pair(l3="r1")
    pairs.check.click()
    expect(pairs.key.locator("li[data-k=l3]")).to_contain_text("Belum tepat; jawaban Anda: menagih.")
    expect(pairs.key.locator("li[data-k=l1]")).to_contain_text("Tepat.")


def test_the_same_wrong_answer_does_not_cost_the_second_try(quiz: Page) -> None:
    question = Question(quiz, CODE["single-choice"])
    question.choose("a")
    question.check.dblclick()
    question.check.click()
    expect(question.say).to_contain_text("sama seperti tadi")
    assert question.stored()["t"] == 1
    expect(question.check).to_be_visible()


def test_an_empty_answer_gets_a_message(quiz: Page) -> None:
    messages = {
        "single-choice": "Pilih dulu sebuah jawaban.",
        "multiple-choice": "Pilih dulu sebuah jawaban.",
        "true-false": "Pilih dulu sebuah jawaban.",
        "matching": "Masih kosong: 3.",
        "ordering": "belum Anda ubah",
        "categorise": "Masih kosong: 3.",
        "numeric": "Tulis sebuah angka",
        "short-answer": "Tulis jawaban Anda",
    }
    for kind, message in messages.items():
        question = Question(quiz, CODE[kind])
        question.check.click()
        expect(question.say).to_contain_text(message)
        assert quiz.evaluate(f"localStorage.getItem('am:q:{question.code}')") is None
        inside = question.ask.evaluate("ask => ask.contains(document.activeElement)")
        assert inside, f"{kind}: the focus goes where something is missing"


NUMBERS = {
    "78,47": True,
    "78.47": True,
    " 78,47 ": True,
    "78,47 poin": True,
    "78,48": True,
    "78,49": False,
    "7847": False,
    "-78,47": False,
}


THOUSANDS = {
    "1.500": "1500",
    "1,500": "1500",
    "1 500": "1500",
    "1.500,5": "1500.5",
    "1,500.5": "1500.5",
    "1.000.000": "1000000",
}


def test_numbers_in_both_habits(quiz: Page) -> None:
    question = Question(quiz, CODE["numeric"])
    field = question.form.locator(".am-ask input")
    for typed in ("abc", "", "12-13", ",", "--3"):
        field.fill(typed)
        question.check.click()
        expect(question.say).to_contain_text("Tulis sebuah angka")
        assert stored(quiz, "q:m6-q07") is None
    for typed, right in NUMBERS.items():
        start_again(quiz)
        field.fill(typed)
        field.press("Enter")
        assert question.stored()["ok"] == int(right), typed
    for typed, value in THOUSANDS.items():
        start_again(quiz)
        question.form.locator("[data-tolerance]").evaluate("(li, value) => { li.dataset.v = value }", value)
        field.fill(typed)
        question.check.click()
        assert question.stored()["ok"] == 1, typed


def test_enter_checks_a_short_answer(quiz: Page) -> None:
    before = quiz.url
    quiz.locator("#m6-q09 .am-ask input").fill("x")
    quiz.locator("#m6-q09 .am-ask input").press("Enter")
    assert quiz.url == before
    expect(quiz.locator("#m6-q09 .am-say")).to_contain_text("Belum tepat")


@pytest.mark.parametrize(("typed", "right"), {" MAKLUMAT ": True, "“maklumat”!": True, "maklumatnya": False}.items())
def test_words_without_what_does_not_matter(quiz: Page, typed: str, right: bool) -> None:
    question = Question(quiz, CODE["short-answer"])
    question.form.locator(".am-ask input").fill(typed)
    question.check.click()
    assert question.stored()["ok"] == int(right)


def test_words_belong_to_one_language(quiz: Page, quiz_site: str) -> None:
    Question(quiz, CODE["short-answer"]).answer(right=True)
    Question(quiz, CODE["short-answer"]).check.click()
    quiz.goto(quiz_site + QUIZ_EN)
    expect(Question(quiz, CODE["short-answer"]).check).to_be_visible()
    assert quiz.locator("#m6-q09 .am-ask input").input_value() == ""


def test_situational_judgement(quiz: Page) -> None:
    question = Question(quiz, JUDGEMENT)
    question.check.click()
    expect(question.say).to_contain_text("Pilih satu tindakan pada setiap kolom.")
    best, worst = question.form.locator("[name=best]"), question.form.locator("[name=worst]")
    best.nth(2).click()
    worst.nth(2).click()
    question.check.click()
    expect(question.say).to_contain_text("tidak dapat sekaligus")
    worst.nth(1).click()
    expect(question.key).to_be_hidden()
    question.check.click()
    expect(question.key).to_be_visible()
    expect(question.key).to_contain_text("belum diuji dengan panel")
    expect(question.key.locator("li[data-k=c]")).to_contain_text("Pilihan Anda: terbaik. Nilai 2 dari 3: cukup baik.")
    expect(question.key.locator("li[data-k=b]")).to_contain_text("Pilihan Anda: tidak boleh.")
    expect(question.key.get_by_role("link", name="UU 25/2009 Pasal 22 ayat (1)")).to_be_visible()
    expect(quiz.locator(".am-score__n")).to_have_text("0 dari 8 tepat"), "never in the score"
    expect(quiz.locator(".am-tally a.seen")).to_have_text("8")
