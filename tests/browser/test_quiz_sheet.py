"""Practice: everything is answered first and checked once; drafts and flags are kept on the way."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from questions import ALL, CHECK, CODE, JUDGEMENT, QUIZ, QUIZ_EN, TEST, Question, practise, stored


def submit(page: Page) -> Locator:
    return page.locator("#am-practice button")


def links(page: Page, part: str) -> list[str]:
    return page.locator(f"#am-practice .{part} a").all_text_contents()


def fill_all(page: Page, *, wrong: tuple[str, ...] = (), leave: tuple[str, ...] = ()) -> None:
    for code in ALL:
        question = Question(page, code)
        if question.kind not in leave:
            question.answer(right=question.kind not in wrong)


def test_the_choice_of_mode_is_kept_for_the_page(quiz: Page, quiz_site: str) -> None:
    question = Question(quiz, CODE["single-choice"])
    expect(question.check).to_be_visible()
    expect(quiz.locator("#am-practice")).to_be_hidden()
    practise(quiz)
    expect(quiz.locator("form [type=submit]:visible")).to_have_count(0)
    expect(quiz.locator("#am-score")).to_be_hidden()
    for address, chosen in ((QUIZ, "all"), (QUIZ_EN, "all"), (TEST, "each")):
        quiz.goto(quiz_site + address)
        expect(quiz.locator(f"#am-mode input[value={chosen}]")).to_be_checked()
    quiz.goto(quiz_site + QUIZ)
    quiz.locator("#am-mode input[value=each]").check()
    expect(question.check).to_be_visible()
    quiz.reload()
    expect(question.check).to_be_visible()


def test_the_enter_key_checks_nothing(quiz: Page) -> None:
    practise(quiz)
    question = Question(quiz, CODE["short-answer"])
    question.answer(right=False)
    question.ask.locator("input").press("Enter")
    expect(question.say).to_be_empty()
    assert stored(quiz, "q:m6-q09@id") is None


@pytest.mark.parametrize("mode", ["each", "all"])
@pytest.mark.parametrize("code", ALL)
def test_a_draft_survives_a_reload(quiz: Page, mode: str, code: str) -> None:
    quiz.locator(f"#am-mode input[value={mode}]").check()
    question = Question(quiz, code)
    question.answer(right=True)
    sure = question.form.locator("[name=sure][value='2']")
    if code != JUDGEMENT:
        sure.check()
    assert stored(quiz, f"q:{question.state()}") is None, "not checked"
    quiz.reload()
    if code != JUDGEMENT:
        expect(sure).to_be_checked()
    if mode == "all":
        submit(quiz).click()
        submit(quiz).click()
    else:
        question.check.click()
    assert question.stored()["ok"] == 1
    assert stored(quiz, f"d:{question.state()}") is None, "the draft goes with the answer"


def test_an_unfinished_answer_is_a_draft_too(quiz: Page) -> None:
    practise(quiz)
    question = Question(quiz, CODE["matching"])
    question.pair(l1="r1", l3="r4")
    quiz.reload()
    values = question.ask.locator("select").evaluate_all("list => list.map(each => each.value)")
    assert values == ["r1", "", "r4"] and "4" in links(quiz, "am-open")


def test_a_draft_after_a_wrong_try_is_not_marked_wrong(quiz: Page) -> None:
    question = Question(quiz, CODE["single-choice"])
    question.checked(right=False)
    question.choose("b")
    quiz.reload()
    expect(question.ask.locator("input[value=b]")).to_be_checked()
    expect(question.ask.locator("label.no")).to_have_count(0)
    question.check.click()
    question.expect_end(right=True)


DAMAGED = ['{"v":1}', '{"v":1,"a":7,"o":7}', '{"v":1,"a":[7,["a"],["a",{}]],"o":["s1"]}', '{"v":1,"a":[["l1","zzz"]]}']


@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_draft_harms_nothing(quiz: Page, text: str) -> None:
    for code in ALL:
        quiz.evaluate(
            "([key, text]) => localStorage.setItem(key, text)", [f"am:d:{Question(quiz, code).state()}", text]
        )
    quiz.reload()
    assert quiz.locator(".am-match select").evaluate_all("list => list.every(each => each.selectedIndex === 0)")
    for code in ALL:
        Question(quiz, code).checked()
    expect(quiz.locator(".am-score__n")).to_have_text("8 dari 8 tepat")


def test_two_tabs_share_drafts_flags_and_the_mode(context: BrowserContext, quiz_site: str) -> None:
    first, second = context.new_page(), context.new_page()
    for tab in (first, second):
        tab.goto(quiz_site + QUIZ)
    practise(first)
    expect(submit(second)).to_be_visible()
    fill_all(first, leave=("numeric",))
    Question(second, CODE["numeric"]).answer(right=True)
    Question(second, CODE["numeric"]).form.locator(".am-flag").click()
    expect(second.locator("#am-practice .am-open p")).to_have_text("Semua soal sudah terisi.")
    expect(first.locator("#am-practice .am-open p")).to_have_text("Semua soal sudah terisi.")
    expect(first.locator("#am-practice .am-flags a")).to_have_text(["7"])
    submit(first).click()
    expect(second.locator(".am-score__n")).to_have_text("8 dari 8 tepat")
    expect(second.locator("#am-practice")).to_be_hidden()


def test_the_sheet_lists_what_is_open_and_flagged(quiz: Page) -> None:
    practise(quiz)
    fill_all(quiz, leave=("true-false", "ordering", "situational-judgement"))
    quiz.locator("#m6-q01 .am-flag").click()
    assert links(quiz, "am-open") == ["3", "5", "8"] and links(quiz, "am-flags") == ["1"]
    expect(quiz.locator("#am-practice")).to_contain_text("Belum dijawab atau belum lengkap: 3.")
    link = quiz.locator("#am-practice .am-open a").first
    expect(link).to_have_attribute("href", "#m6-q03")
    expect(link).to_have_attribute("aria-label", "Soal 3")


def test_gaps_are_asked_about_once_and_count_as_not_answered(quiz: Page) -> None:
    practise(quiz)
    fill_all(quiz, wrong=("matching",), leave=("true-false", "situational-judgement"))
    submit(quiz).dblclick()
    status = quiz.locator("#am-practice [role=status]")
    expect(status).to_contain_text("Masih ada 2 soal yang kosong atau belum lengkap.")
    expect(status.locator("a")).to_have_attribute("href", "#m6-q03")
    assert stored(quiz, "q:m6-q01") is None, "a double click does not answer the question"
    Question(quiz, JUDGEMENT).answer(right=True)
    expect(status).to_be_empty(), "asked anew once something has changed"
    submit(quiz).click()
    expect(status).to_contain_text("Masih ada 1 soal")
    submit(quiz).click()
    expect(quiz.locator("#am-practice")).to_be_hidden()
    expect(quiz.locator("#am-score-title")).to_be_focused()
    expect(quiz.locator(".am-score__n")).to_have_text("6 dari 8 tepat")
    empty = Question(quiz, CODE["true-false"])
    for _ in range(2):
        empty.expect_end(right=False)
        expect(empty.say).to_have_text("Tidak dijawab. Bacalah jawaban dan alasannya.")
        expect(quiz.locator("#am-score .am-tally a").nth(2)).to_have_attribute("aria-label", "Soal 3: tidak dijawab")
        assert empty.stored()["n"] == 1
        quiz.reload()


def test_a_single_submit_shows_every_reason_and_leaves_no_second_try(quiz: Page) -> None:
    practise(quiz)
    fill_all(quiz, wrong=("single-choice", "ordering"))
    submit(quiz).click()
    for code in ALL:
        expect(Question(quiz, code).key).to_be_visible()
    for kind in CHECK:
        Question(quiz, CODE[kind]).expect_end(right=kind not in ("single-choice", "ordering"))
    right, wrong = Question(quiz, CODE["matching"]), Question(quiz, CODE["single-choice"])
    assert (right.stored()["t"], wrong.stored()["t"]) == (1, 2)
    expect(quiz.locator(".am-score__more")).to_have_text("6 tepat pada percobaan pertama, 0 setelah mencoba lagi.")
    quiz.locator("#am-score button").click()
    expect(wrong.ask).to_be_visible()
    assert links(quiz, "am-open") == ["1", "5"]
    for kind in ("single-choice", "ordering"):
        Question(quiz, CODE[kind]).answer(right=True)
    submit(quiz).click()
    expect(quiz.locator(".am-score__n")).to_have_text("8 dari 8 tepat")
    expect(wrong.say).to_have_text("Tepat setelah mencoba lagi.")


def test_what_was_answered_before_stays_answered(quiz: Page) -> None:
    Question(quiz, CODE["single-choice"]).checked()
    Question(quiz, CODE["multiple-choice"]).checked(right=False)
    practise(quiz)
    Question(quiz, CODE["single-choice"]).expect_end(right=True)
    assert "1" not in links(quiz, "am-open") and "2" not in links(quiz, "am-open"), "a wrong first try is an answer"
    expect(quiz.locator("#am-score")).to_be_visible()
    submit(quiz).click()
    submit(quiz).click()
    second = Question(quiz, CODE["multiple-choice"])
    second.expect_end(right=False)
    assert second.stored()["t"] == 2


@pytest.mark.parametrize("mode", ["each", "all"])
def test_in_a_test_each_item_has_one_try(quiz: Page, quiz_site: str, mode: str) -> None:
    quiz.goto(quiz_site + TEST)
    quiz.locator(f"#am-mode input[value={mode}]").check()
    question = Question(quiz, CODE["single-choice"])
    question.answer(right=False)
    if mode == "all":
        submit(quiz).click()
        submit(quiz).click()
    else:
        question.check.click()
    expect(question.key).to_be_visible()
    expect(question.say).to_contain_text("Belum tepat. Bacalah alasannya.")
    expect(quiz.locator(".am-again:visible, #am-score button")).to_have_count(0)


def test_flags(quiz: Page, quiz_site: str) -> None:
    button = quiz.locator("#m6-q02 .am-flag")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    link = quiz.locator("#am-score .am-tally a").nth(1)
    expect(link).to_have_attribute("aria-label", "Soal 2: belum dijawab, ditandai")
    assert stored(quiz, "f:m6-q02")["v"] == 1
    quiz.goto(quiz_site + QUIZ_EN)
    expect(button).to_have_attribute("aria-pressed", "true")
    Question(quiz, "m6-q02").checked()
    expect(quiz.locator("#am-score .am-tally a").nth(1)).to_have_attribute("aria-label", "Question 2: right, flagged")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(quiz.locator("#am-score .am-tally a").nth(1)).to_have_attribute("aria-label", "Question 2: right")
    assert stored(quiz, "f:m6-q02") is None


def test_nothing_that_was_written_stands_in_words_of_the_page(quiz: Page) -> None:
    practise(quiz)
    fill_all(quiz)
    kept = json.dumps(quiz.evaluate("Object.entries(localStorage)"), ensure_ascii=False)
    assert "hari" not in kept and "menagih" not in kept, "codes, and what the reader typed"
