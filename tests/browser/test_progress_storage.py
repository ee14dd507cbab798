"""Progress where it is hard: storage closed, full or damaged, no scripts, a folder on a disk; and where to go on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from learner import MODULE, ONE, QUIZ, TWO, button, done, errors, keep, last, mark, records, woven
from playwright.sync_api import Browser, Page, expect

BLOCKED = """for (const name of ["getItem", "setItem", "removeItem", "key"])
  Storage.prototype[name] = () => { throw new DOMException("closed", "SecurityError"); };"""
NO_STORAGE = (
    """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("none", "SecurityError"); } })"""
)
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""


@pytest.mark.parametrize("trouble", [BLOCKED, NO_STORAGE, FULL], ids=["blocked", "none", "full"])
def test_without_storage_a_mark_lasts_for_the_page_and_says_so(page: Page, site: str, trouble: str):
    complaints = errors(page)
    page.add_init_script(trouble)
    page.goto(site + ONE)
    button(page).click()
    expect(button(page)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".am-done p")).to_contain_text("hanya berlaku selama halaman ini terbuka")
    expect(page.locator(".am-where [data-am-said]")).to_have_text("1 dari 5 selesai")
    button(page).click()
    expect(button(page)).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".am-done p")).to_contain_text("Menambah dua helai")
    button(page).click()
    page.reload()
    expect(button(page)).to_have_attribute("aria-pressed", "false")
    for path in ("index.html", MODULE, QUIZ, "course/index.html"):
        page.goto(site + path)
        page.wait_for_load_state("networkidle")
    expect(page.locator(".am-resume")).to_have_text("Mulai pelajaran pertama")
    assert complaints == []


def test_a_full_device_keeps_showing_what_it_has(page: Page, site: str):
    mark(page, site + TWO)
    page.add_init_script(FULL)
    page.goto(site + ONE)
    button(page).click()
    expect(page.locator(".am-where [data-am-said]")).to_have_text("2 dari 5 selesai")
    page.reload()
    expect(page.locator(".am-where [data-am-said]")).to_have_text("1 dari 5 selesai")
    assert "p:m6-l2" in records(page)


DAMAGED = ["", "null", "{", "[]", "1", '"x"', "true", '{"v":2}', '{"d":"2026-11-24"}', "{}", "\\u0000", "x" * 100_000]


def test_damaged_records_count_as_none_and_hurt_no_other(page: Page, site: str):
    complaints = errors(page)
    page.goto(site)
    keep(page, **done("m6-l2"))
    for text in DAMAGED:
        for key in ("am:p:m6-l1", "am:last", "am:r:m1-q01"):
            page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
        page.goto(site + MODULE)
        expect(page.locator(".am-where [data-am-said]")).to_have_text("1 dari 5 selesai")
        page.goto(site)
        expect(page.locator(".am-resume")).to_contain_text("Lanjutkan: 6.3 ")
    mark(page, site + ONE)  # and a new mark takes the place of a damaged one
    page.reload()
    expect(button(page)).to_have_attribute("aria-pressed", "true")
    assert complaints == []


@pytest.mark.parametrize("record", [{"p": 5}, {"p": None}, {"p": ["m6-l1"]}, {}, {"p": "m9-l9"}, {"p": "__proto__"}])
def test_a_strange_last_page_leads_nowhere_strange(page: Page, site: str, record: dict[str, Any]):
    page.goto(site)
    keep(page, last=record)
    page.reload()
    expect(page.locator(".am-resume")).to_have_text("Mulai pelajaran pertama")
    assert str(page.locator(".am-resume").get_attribute("href")).endswith("1-integrity/1-at-the-counter.html")


def test_nothing_of_what_was_stored_is_shown(page: Page, site: str):
    page.goto(site)
    evil = "<img src=x onerror=alert(1)>"
    keep(page, last={"p": "m6-l1", "title": evil, "href": "javascript:alert(1)"}, r__m1_q01={"d": evil}, **done(evil))
    page.reload()
    assert "onerror" not in page.content() and "javascript:" not in page.content()
    expect(page.locator(".am-resume")).to_contain_text("Lanjutkan: 6.1 ")


def test_without_scripts_the_loom_is_strung_and_no_button_is_dead(browser: Browser, site: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    assert {"f", "g t1", "g t6"} <= woven(page, ".am-loom") and "t1" not in woven(page, ".am-loom")
    expect(page.locator(".am-loom [data-am-said]")).to_have_text("Enam modul, enam pita.")
    expect(page.locator(".am-resume")).to_have_text("Mulai pelajaran pertama")
    page.goto(site + ONE)
    expect(button(page)).to_have_count(0)
    expect(page.locator(".am-where__strip svg")).to_be_visible()
    context.close()


def test_from_a_disk(page: Page, built: Path):
    complaints = errors(page)
    mark(page, (built / ONE).as_uri())
    page.click(".am-done a")
    expect(page.locator(".am-where [data-am-said]")).to_have_text("1 dari 5 selesai")
    page.goto((built / "index.html").as_uri())
    expect(page.locator(".am-loom [data-am-said]")).to_have_text("1 dari 25 pelajaran, 0 dari 6 kuis.")
    page.locator(".am-resume").click()
    page.wait_for_url("**/" + TWO)
    assert complaints == []


# --- where to go on

TEXT = {"": "Lanjutkan: ", "en/": "Continue: "}


@pytest.mark.parametrize("path", ["index.html", "course/index.html"])
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_home_and_course_lead_on(page: Page, site: str, prefix: str, path: str):
    page.goto(site + prefix + path)
    go = page.locator(".am-resume")
    start, words = go.get_attribute("href"), go.inner_text()
    page.goto(site + ONE)
    page.goto(site + prefix + path)
    assert go.inner_text().startswith(TEXT[prefix] + "6.1 ")
    go.click()
    assert page.url == site + prefix + ONE
    button(page).click()
    page.goto(site + prefix + path)
    assert go.inner_text().startswith(TEXT[prefix] + "6.2 ")
    page.evaluate("localStorage.clear()")
    page.evaluate("document.dispatchEvent(new CustomEvent('am-progress'))")
    assert (go.get_attribute("href"), go.inner_text()) == (start, words)


MODULE_SIX = ["m6-l1", "m6-l2", "m6-l3", "m6-l4", "m6-l5", "m6-practice", "m6-quiz"]


@pytest.mark.parametrize(
    ("kept", "goes_to"),
    [
        (last("m6-quiz"), "6-citizen-charter/quiz.html"),  # not passed yet
        (last("pre-test"), "course/pre-test.html"),
        ({**last("pre-test"), **done("pre-test")}, "1-integrity/1-at-the-counter.html"),
        ({**last("m1-l2"), **done("m1-l2", "m1-l3")}, "1-integrity/4-when-values-collide.html"),
        ({**last("m6-l1"), **done(*MODULE_SIX)}, "course/post-test.html"),
        # all after it done: what was skipped, but no test of where one started from
        ({**last("post-test"), **done("post-test", "m1-l1")}, "1-integrity/2-five-reasons.html"),
        (done("m1-l1", "m1-l2"), "1-integrity/3-who-watches-what.html"),  # marks without a last page
    ],
)
def test_the_first_open_step_from_the_last_page_on(page: Page, site: str, kept: dict[str, Any], goes_to: str):
    page.goto(site)
    keep(page, **kept)
    page.reload()
    assert page.locator(".am-resume").evaluate("e => e.href").endswith(goes_to)


def test_every_page_of_learning_is_remembered_and_no_other(page: Page, site: str):
    for path, id_ in ((ONE, "m6-l1"), (QUIZ, "m6-quiz"), ("course/post-test.html", "post-test")):
        page.goto(site + path)
        assert records(page)["last"]["p"] == id_
    for path in (MODULE, "index.html", "course/index.html", "knowledge/complaints.html"):
        page.goto(site + path)
        assert records(page)["last"]["p"] == "post-test"


def test_questions_that_are_due_are_counted(page: Page, site: str):
    page.goto(site)
    # The link stands there when the course has a page of due questions.
    link = '<a class="am-due" href="#" hidden></a>'
    page.evaluate(
        "link => document.querySelector('.am-due')"
        " || document.querySelector('.am-loom figcaption').insertAdjacentHTML('beforeend', link)",
        link,
    )
    draw = "document.dispatchEvent(new CustomEvent('am-progress'))"
    due = page.locator(".am-due")
    keep(page, r__m1_q01={"s": 1, "d": "2999-01-01"}, r__m1_q02={"s": 3, "d": ""}, r__m1_q03={"s": 1, "d": 5})
    page.evaluate(draw)
    expect(due).to_be_hidden()
    keep(page, r__m1_q04={"s": 1, "d": "2020-01-01"})
    page.evaluate("localStorage.setItem('am:r:m1-q05', JSON.stringify({ v: 1, s: 2, d: Amanah.day() }))")
    page.evaluate(draw)
    expect(due).to_have_text("Tinjau ulang 2 soal yang jatuh tempo")
