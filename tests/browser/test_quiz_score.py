"""The score of a quiz page: right answers, points, the list of questions, the retry."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from questions import ALL, CHECK, CODE, JUDGEMENT, QUIZ_EN, TEST, Question, practise, stored


def test_score_retry_and_done(quiz: Page) -> None:
    score = quiz.locator("#am-score")
    expect(score.locator(".am-score__n")).to_have_text("0 dari 8 tepat")
    expect(score.locator(".am-score__done")).to_have_text("Tuntas bila 7 dari 8 tepat.")
    retry = score.locator("button")
    expect(retry).to_be_hidden()
    for kind in CHECK:
        question = Question(quiz, CODE[kind])
        wrong = kind in ("single-choice", "matching")
        if wrong:
            question.answer(right=False)
            question.check.click()
        question.answer(right=not wrong, variant=int(wrong))
        question.check.click()
    expect(score.locator(".am-score__n")).to_have_text("6 dari 8 tepat")
    expect(score.locator(".am-score__more")).to_have_text("6 tepat pada percobaan pertama, 0 setelah mencoba lagi.")
    expect(score.locator(".am-tally a").nth(0)).to_have_attribute("aria-label", "Soal 1: belum tepat")
    expect(score.locator(".am-tally a").nth(1)).to_have_attribute("aria-label", "Soal 2: tepat")
    expect(retry).to_have_text("Ulangi yang belum tepat (2)")
    retry.click()
    single, matching, other = (Question(quiz, CODE[kind]) for kind in ("single-choice", "matching", "numeric"))
    expect(single.form.locator("input").first).to_be_focused()
    expect(matching.ask).to_be_visible()
    other.expect_end(right=True)
    for question in (single, matching):
        question.answer(right=True)
        question.check.click()
    expect(score.locator(".am-score__n")).to_have_text("8 dari 8 tepat")
    expect(score.locator(".am-score__more")).to_have_text("6 tepat pada percobaan pertama, 2 setelah mencoba lagi.")
    expect(score.locator(".am-score__done")).to_have_text("Tuntas.")
    expect(retry).to_be_hidden()


def points(page: Page) -> str:
    return page.locator(".am-score__points").inner_text()


PARTS = {
    "single-choice": ("0,0", 0),
    "multiple-choice": ("0,5", 0.5),  # one key ticked, one other ticked: two of four judged rightly
    "true-false": ("0,0", 0),
    "matching": ("0,6", 2 / 3),
    "ordering": ("0,5", 0.5),
    "categorise": ("0,6", 2 / 3),
    "numeric": ("0,0", 0),
    "short-answer": ("0,0", 0),
}


@pytest.mark.parametrize("kind", CHECK)
def test_what_is_partly_right_earns_its_part(quiz: Page, kind: str) -> None:
    """Handed in at once, so that a wrong answer ends the item."""
    practise(quiz)
    Question(quiz, CODE[kind]).answer(right=False)
    for _ in range(2):
        quiz.locator("#am-practice button").click()
    assert points(quiz).startswith(f"Poin: {PARTS[kind][0]} dari 8.")
    assert quiz.evaluate("code => Amanah.items.find(item => item.code === code).points()", CODE[kind]) == PARTS[kind][1]
    expect(quiz.locator(".am-score__n")).to_have_text("0 dari 8 tepat")


def test_ticking_everything_earns_no_full_point(quiz: Page, quiz_site: str) -> None:
    quiz.goto(quiz_site + QUIZ_EN)
    question = Question(quiz, CODE["multiple-choice"])
    question.choose("a", "b", "c", "d")
    question.check.click()
    question.choose("a", "b", "c")
    question.check.click()
    assert points(quiz).startswith("Points: 0.7 of 8."), "three of four, rounded down"
    question.again.click()
    question.checked()
    assert points(quiz).startswith("Points: 1.0 of 8."), "trying again costs nothing"


def test_all_or_nothing_earns_no_part(quiz: Page) -> None:
    quiz.locator("#m6-q02").evaluate("form => { form.dataset.whole = '' }")
    for variant in (0, 1):
        Question(quiz, CODE["multiple-choice"]).checked(right=False, variant=variant)
    assert points(quiz).startswith("Poin: 0,0 dari 8.")


@pytest.mark.parametrize(("best", "worst", "earned"), [("a", "b", "1,0"), ("c", "b", "0,8"), ("b", "a", "0,0")])
def test_situational_judgement_earns_by_grade_and_apart(quiz: Page, best: str, worst: str, earned: str) -> None:
    question = Question(quiz, JUDGEMENT)
    question.form.locator(f"[name=best][value={best}]").check()
    question.form.locator(f"[name=worst][value={worst}]").check()
    question.check.click()
    assert points(quiz) == f"Poin: 0,0 dari 8. Pertimbangan situasi, terpisah: {earned} dari 1."
    expect(quiz.locator(".am-score__done")).to_have_text("Tuntas bila 7 dari 8 tepat.")


def test_the_page_explains_its_points(quiz: Page) -> None:
    box = quiz.locator("#am-score details")
    box.locator("summary").click()
    expect(box).to_contain_text("Mencentang semuanya tidak memberi poin penuh.")


# --- how sure


@pytest.mark.parametrize(
    ("sure", "right", "sentence"),
    [
        (3, False, "Tadi Anda yakin."),
        (1, True, "Tadi Anda menebak."),
        (3, True, ""),
        (2, True, ""),
        (1, False, ""),
        (None, True, ""),
    ],
)
def test_how_sure_is_told_where_it_surprises(quiz: Page, sure: int | None, right: bool, sentence: str) -> None:
    question = Question(quiz, CODE["single-choice"])
    if sure:
        question.form.locator(f"[name=sure][value='{sure}']").check()
    question.checked(right)
    for _ in range(2):
        if sentence:
            expect(question.say).to_contain_text(sentence)
        else:
            expect(question.say).not_to_contain_text("Tadi Anda")
        assert question.stored().get("c") == sure
        quiz.reload()


def test_how_sure_begins_again_with_the_item(quiz: Page) -> None:
    question = Question(quiz, CODE["single-choice"])
    question.form.locator("[name=sure][value='1']").check()
    question.checked()
    expect(question.form.locator(".am-sure")).to_be_hidden()
    question.again.click()
    expect(question.form.locator(".am-sure")).to_be_visible()
    expect(question.form.locator("[name=sure]:checked")).to_have_count(0)


# --- what other scripts are told


def listen(page: Page, name: str) -> None:
    page.evaluate("name => { window.heard = []; document.addEventListener(name, e => heard.push(e.detail)) }", name)


def test_an_item_tells_when_it_ends(quiz: Page) -> None:
    listen(quiz, "am-answer")
    matching, numeric = Question(quiz, CODE["matching"]), Question(quiz, CODE["numeric"])
    matching.checked(right=False)
    assert quiz.evaluate("heard") == [], "not after a first try"
    matching.form.locator("[name=sure][value='3']").check()
    matching.checked(right=False, variant=1)
    numeric.checked()
    common = {"page": "m6-quiz", "ended": True, "test": False}
    assert quiz.evaluate("heard") == [
        common | {"code": "m6-q04", "state": "m6-q04", "type": "matching", "right": False, "first": False, "sure": 3}
        | {"points": 2 / 3},
        common | {"code": "m6-q07", "state": "m6-q07", "type": "numeric", "right": True, "first": True, "sure": None}
        | {"points": 1},
    ]  # fmt: skip
    quiz.evaluate("Amanah.items.forEach(item => item.load())")
    assert quiz.evaluate("heard.length") == 2, "remembering is no answer"


def test_the_page_tells_its_score(quiz: Page) -> None:
    listen(quiz, "am-score")
    for code in ALL:
        Question(quiz, code).checked()
    quiz.locator("#m6-q01 .am-flag").click()
    heard = quiz.evaluate("heard")
    assert [each["n"] for each in heard] == [1, 2, 3, 4, 5, 6, 7, 8, 8]
    assert [each["passed"] for each in heard] == [False] * 6 + [True] * 3
    assert heard[-1] == {"page": "m6-quiz", "n": 8, "of": 8, "need": 7, "passed": True, "ended": True}


def test_a_test_says_that_it_is_one(quiz: Page, quiz_site: str) -> None:
    quiz.goto(quiz_site + TEST)
    listen(quiz, "am-answer")
    Question(quiz, CODE["numeric"]).checked(right=False)
    told = quiz.evaluate("heard[0]")
    assert (told["test"], told["page"], told["right"]) == (True, "pre-test", False)


def test_questions_that_come_later_are_wired(quiz: Page) -> None:
    """As the review page does: a form from elsewhere, with a state of its own."""
    found = quiz.evaluate(
        """() => {
          const holder = document.createElement("div"), form = document.getElementById("m6-q01").cloneNode(true);
          Object.assign(form, { id: "later" }).dataset.state = "m6-q01@review";
          holder.append(form);
          document.querySelector("main").append(holder);
          return [Amanah.quiz(holder).length, Amanah.quiz(holder).length, Amanah.items.length];
        }"""
    )
    assert found == [1, 0, len(ALL) + 1], "once"
    later = Question(quiz, "later")
    later.checked()
    later.expect_end(right=True)
    assert later.stored()["ok"] == 1 and stored(quiz, "q:m6-q01") is None
    expect(quiz.locator(".am-score__n")).to_have_text("0 dari 8 tepat"), "not of this page's quiz"
