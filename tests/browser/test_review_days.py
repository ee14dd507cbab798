"""A learner answers a question in a lesson and comes back to it after 1, 8 and 38 days."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from review_steps import (
    CHOICES,
    ITEM,
    LESSON,
    REVIEW,
    REVIEW_EN,
    answer,
    count,
    due,
    faults,
    on,
    put,
    question,
    record,
    shown,
)
from views import Watch


@pytest.fixture
def learner(page: Page, site: str) -> Page:
    """A page of the site on which nothing may go wrong."""
    watch = Watch(page, site)
    on(page, "2027-01-31")
    yield page
    assert faults(watch) == []


def come_back(page: Page, site: str, day: str, path: str = REVIEW) -> list[str]:
    on(page, day)
    page.goto(site + path)
    return shown(page)


def test_from_the_lesson_through_all_three_reviews(learner: Page, site: str):
    learner.goto(site + LESSON)
    answer(learner, right=False)  # how the first answer went does not matter: it comes back tomorrow
    in_quiz = record(learner, f"q:{ITEM}")
    assert come_back(learner, site, "2027-01-31") == []
    assert count(learner) == "Hari ini tidak ada soal yang menunggu. Berikutnya: Senin, 1 Februari 2027, 1 soal."
    for day, note, left in (
        ("2027-02-01", "Kembali 7 hari lagi.", {"s": 1, "d": "2027-02-08"}),
        ("2027-02-08", "Kembali 30 hari lagi.", {"s": 2, "d": "2027-03-10"}),
        ("2027-03-10", "Soal ini beristirahat.", {"s": 3, "d": ""}),
    ):
        assert come_back(learner, site, day) == [ITEM] and count(learner) == "1 soal menunggu hari ini."
        form = question(learner)
        expect(form.locator(":checked")).to_have_count(0)
        expect(form.locator("legend small")).to_have_text("Soal 1 dari 1 · pilih satu")
        answer(learner, right=True)
        expect(form.locator(".am-comes")).to_have_text(note)
        expect(form.locator(".am-shown")).to_be_visible()
        assert record(learner, f"r:{ITEM}") == {"v": 1, **left}
        assert come_back(learner, site, day) == []  # done for today, also after loading the page again
    assert come_back(learner, site, "2028-01-01") == [] and "beristirahat" in count(learner)
    assert record(learner, f"q:{ITEM}") == in_quiz


def test_a_wrong_answer_brings_it_back_tomorrow_and_then_it_begins_anew(learner: Page, site: str):
    learner.goto(site + LESSON)
    put(learner, due("2027-02-20", ITEM, stage=2))
    come_back(learner, site, "2027-02-28")
    answer(learner, right=False)
    expect(question(learner).locator(".am-comes")).to_have_text("Kembali besok.")
    assert come_back(learner, site, "2027-03-01") == [ITEM]
    expect(question(learner).locator(".am-ask")).to_be_visible()
    answer(learner, right=True)
    expect(question(learner).locator(".am-say")).to_contain_text("percobaan pertama")
    expect(question(learner).locator(".am-comes")).to_have_text("Kembali 7 hari lagi.")


def test_a_second_try_goes_on_today_but_not_tomorrow(learner: Page, site: str):
    learner.goto(site + LESSON)
    put(learner, due("2027-02-01", ITEM))
    come_back(learner, site, "2027-02-01")
    key = question(learner).locator(".am-key .am-right").get_attribute("data-k")
    question(learner).locator(f"label:not(:has(input[value='{key}']))").first.click()
    question(learner).locator("[type=submit]").click()
    come_back(learner, site, "2027-02-01")
    expect(question(learner).locator(".am-fb.hint")).to_be_visible()
    come_back(learner, site, "2027-02-02")
    expect(question(learner).locator(".am-fb")).to_have_count(0)
    assert record(learner, f"q:{ITEM}@review") is None


def test_records_from_a_file_that_are_due_again_today_begin_anew(learner: Page, site: str):
    learner.goto(site + LESSON)
    ended = {"v": 1, "a": ["a"], "t": 2, "ok": 0, "d": "2027-02-01"}
    put(learner, due("2027-02-01", ITEM) | {f"q:{ITEM}@review": ended})
    come_back(learner, site, "2027-02-01")
    expect(question(learner).locator(".am-ask")).to_be_visible()
    expect(question(learner).locator(".am-fb")).to_have_count(0)


@pytest.mark.parametrize(("sure", "note"), [(1, "Kembali besok."), (3, "Kembali 7 hari lagi.")])
def test_a_guess_comes_back_tomorrow(learner: Page, site: str, sure: int, note: str):
    learner.goto(site + LESSON)
    put(learner, due("2027-02-01", ITEM))
    come_back(learner, site, "2027-02-01")
    ended = {"code": ITEM, "state": f"{ITEM}@review", "right": True, "first": True, "ended": True, "sure": sure}
    learner.evaluate("detail => document.dispatchEvent(new CustomEvent('am-answer', { detail }))", ended)
    expect(question(learner).locator(".am-comes")).to_have_text(note)


def test_questions_of_the_tests_never_come_back(learner: Page, site: str):
    learner.goto(site + "course/pre-test.html")
    form = learner.locator("form[data-type=single-choice]").first
    form.locator("label").first.click()
    form.locator("[type=submit]").click()
    expect(form.locator(".am-shown")).to_be_visible()
    assert learner.evaluate("Amanah.store.keys('r:')") == [] and learner.evaluate("Amanah.store.keys('q:').length") == 1


def test_a_recall_counts_as_a_review(learner: Page, site: str):
    learner.goto(site + "course/1-integrity/2-five-reasons.html")
    form = learner.locator(".am-recall form[data-type=single-choice]").first
    code = form.get_attribute("data-code") or ""
    put(learner, due("2027-01-31", code))
    form.locator(f"label:has(input[value='{form.locator('.am-right').get_attribute('data-k')}'])").click()
    form.locator("[type=submit]").click()
    assert record(learner, f"r:{code}") == {"v": 1, "s": 1, "d": "2027-02-07"}


def test_an_early_right_answer_in_the_quiz_does_not_move_the_day(learner: Page, site: str):
    learner.goto(site + LESSON)
    put(learner, due("2027-02-05", ITEM, stage=1))
    answer(learner, right=True)
    assert record(learner, f"r:{ITEM}") == {"v": 1, "s": 1, "d": "2027-02-05"}


def test_two_tabs_do_not_overwrite_each_other(learner: Page, context: BrowserContext, site: str):
    learner.goto(site + LESSON)
    put(learner, due("2027-02-01", *CHOICES[:2]))
    come_back(learner, site, "2027-02-01")
    other = context.new_page()
    other.goto(site + REVIEW)
    assert shown(other) == CHOICES[:2]
    answer(learner, True, CHOICES[0])
    expect(question(other, CHOICES[0]).locator(".am-comes")).to_have_text("Kembali 7 hari lagi.")
    expect(question(other, CHOICES[0]).locator(".am-shown")).to_be_visible()
    expect(other.locator("[data-am-count]")).to_have_text("1 soal menunggu hari ini.")
    answer(other, False, CHOICES[1])
    expect(learner.locator("[data-am-count]")).to_contain_text("Berikutnya: Selasa, 2 Februari 2027, 1 soal")
    assert [record(learner, f"r:{code}")["s"] for code in CHOICES[:2]] == [1, 0]


def test_records_that_another_tab_brings_can_be_shown(learner: Page, context: BrowserContext, site: str):
    learner.goto(site + REVIEW)
    other = context.new_page()
    other.goto(site + "index.html")
    put(other, due("2027-01-30", *CHOICES[:3]))
    more = learner.locator("[data-am-more]")
    expect(more).to_have_text("Tampilkan 3 lagi")
    more.click()
    assert shown(learner) == CHOICES[:3]
    other.evaluate("localStorage.clear()")
    expect(learner.locator("[data-am-first]")).to_be_visible()
    assert shown(learner) == []


def test_the_other_language_has_the_same_questions_and_answers_count_there(learner: Page, site: str):
    learner.goto(site + LESSON)
    put(learner, due("2027-02-01", *CHOICES))
    in_indonesian = come_back(learner, site, "2027-02-01")
    assert in_indonesian == come_back(learner, site, "2027-02-01", REVIEW_EN) == CHOICES
    assert count(learner) == "6 questions are waiting today."
    answer(learner, True, CHOICES[2])
    expect(question(learner, CHOICES[2]).locator(".am-comes")).to_have_text("It comes back in 7 days.")
    expect(learner.locator(".am-review__days")).to_contain_text(re.compile(r"Monday,? 8 February 2027\s*1 question"))
    assert come_back(learner, site, "2027-02-01") == [code for code in CHOICES if code != CHOICES[2]]


def test_from_a_folder_without_a_server(page: Page, built: Path):
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    on(page, "2027-01-31")
    page.goto((built / LESSON).as_uri())
    answer(page, right=True)
    on(page, "2027-02-01")
    page.goto((built / REVIEW).as_uri())
    assert shown(page) == [ITEM]
    answer(page, right=True)
    expect(question(page).locator(".am-comes")).to_have_text("Kembali 7 hari lagi.")
    with page.expect_download() as download:
        page.locator("[data-am-calendar]").click()
    assert "DTSTART;VALUE=DATE:20270208" in Path(download.value.path()).read_text("utf-8")
    assert errors == []
