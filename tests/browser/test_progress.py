"""Progress as a learner meets it: marks, the mat, the navigation, in both languages, in two tabs, on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from learner import DONE, MARK, MODULE, ONE, PRACTICE, QUIZ, TWO, button, done, errors, keep, mark, records, woven
from playwright.sync_api import BrowserContext, Page, expect
from test_axe import violations
from views import DESK, KINDS, PHONE

WORDS = {
    "": ("2 dari 25 pelajaran, 0 dari 6 kuis.", "2 dari 5 pelajaran", "2 dari 5 selesai", "Selesai · "),
    "en/": ("2 of 25 lessons, 0 of 6 quizzes.", "2 of 5 lessons", "2 of 5 done", "Done · "),
}


NEXT = {"": "Berikutnya · ", "en/": "Next · "}


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_two_lessons_marked_are_seen_everywhere(page: Page, site: str, prefix: str):
    complaints = errors(page)
    caption, row, strip, detail = WORDS[prefix]
    page.set_viewport_size(DESK)
    mark(page, site + prefix + ONE)
    mark(page, site + prefix + TWO)

    assert button(page).inner_text() == MARK[prefix]
    where = page.locator(".am-where")
    expect(where.locator("[data-am-said]")).to_have_text(strip)
    assert woven(page, ".am-where__strip") == {"t6", "g t6", "w", "f"}
    marked = page.locator("#am-nav a.is-done")
    assert marked.evaluate_all("all => all.map(link => link.dataset.p)") == ["m6-l1", "m6-l2"]
    for link in marked.all():
        assert link.inner_text().endswith(DONE[prefix])

    page.goto(site + prefix + MODULE)
    rows = page.locator(".am-lessons > li")
    assert rows.evaluate_all("all => all.map(row => row.className)") == ["is-done", "is-done", "is-now", "", "", "", ""]
    expect(rows.nth(1).locator("span")).to_contain_text(detail)
    expect(rows.nth(2).locator("span")).to_contain_text(NEXT[prefix])

    page.goto(site + prefix + "index.html")
    expect(page.locator(".am-loom [data-am-said]")).to_have_text(caption)
    assert caption.rstrip(".") in str(page.locator(".am-loom svg").get_attribute("aria-label"))
    assert {"t6", "g t6", "w", "g t1"} <= woven(page, ".am-loom") and "t1" not in woven(page, ".am-loom")
    said = page.locator(".am-map [data-am-said]").all_inner_texts()
    assert said[5] == row and said[0].startswith("4 ")
    assert complaints == []


def test_marks_are_the_same_in_the_other_language(page: Page, site: str):
    mark(page, site + ONE)
    page.goto(site + "en/" + ONE)
    expect(button(page)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".am-where [data-am-said]")).to_have_text("1 of 5 done")


def test_a_mark_stays_and_can_be_taken_away(page: Page, site: str):
    mark(page, site + ONE)
    assert set(records(page)["p:m6-l1"]) == {"v", "d"}
    page.reload()
    expect(button(page)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".am-done p")).to_contain_text("Tekan lagi untuk membatalkan")
    button(page).click()
    expect(button(page)).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".am-where [data-am-said]")).to_have_text("")
    expect(page.locator("#am-nav a.is-done")).to_have_count(0)
    assert woven(page, ".am-where__strip") == {"g t6", "f"} and "p:m6-l1" not in records(page)
    assert page.locator("#am-nav .am-vh").count() == 0


def test_the_button_by_keyboard_and_the_way_on(page: Page, site: str):
    page.goto(site + ONE)
    on = page.locator(".am-done a")
    expect(on).to_be_hidden()
    expect(page.locator(".am-done p")).to_have_text(
        "Menambah dua helai pada tikar Anda. Tandanya hanya tersimpan di gawai ini."
    )
    button(page).focus()
    page.keyboard.press("Space")
    expect(button(page)).to_be_focused()
    expect(button(page)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Tab")
    expect(on).to_be_focused()
    assert on.inner_text().startswith("Lanjutkan: 6.2 ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/" + TWO)


def test_the_button_stands_after_the_article_and_speaks_once(page: Page, site: str):
    page.goto(site + ONE)
    assert page.locator(".am-page > :last-child").get_attribute("class") == "am-done"
    page.evaluate(
        "() => { window.spoken = []; const p = document.querySelector('.am-done [role=status]');"
        " new MutationObserver(() => window.spoken.push(p.textContent)).observe(p, { childList: true }) }"
    )
    button(page).click()
    page.evaluate("document.dispatchEvent(new CustomEvent('am-progress'))")  # another script has changed something
    assert len(page.evaluate("window.spoken")) == 1
    box = button(page).bounding_box()
    assert box and box["height"] >= 44


def test_a_practice_has_the_button_and_adds_no_strand(page: Page, site: str):
    page.goto(site + PRACTICE)
    expect(page.locator(".am-done p")).to_have_text("Tandanya hanya tersimpan di gawai ini.")
    button(page).click()
    assert page.locator(".am-done a").inner_text() == "Lanjutkan: Kuis modul 6"
    expect(page.locator(".am-where [data-am-said]")).to_have_text("")
    assert "p:m6-practice" in records(page)
    for path in (QUIZ, MODULE, "index.html", "course/index.html", "course/pre-test.html"):
        page.goto(site + path)
        expect(button(page)).to_have_count(0)


def test_another_tab_follows(context: BrowserContext, site: str):
    home, lesson, same = (context.new_page() for _ in range(3))
    home.goto(site)
    same.goto(site + ONE)
    mark(lesson, site + ONE)
    expect(home.locator(".am-loom [data-am-said]")).to_have_text("1 dari 25 pelajaran, 0 dari 6 kuis.")
    assert "t6" in woven(home, ".am-loom")
    expect(button(same)).to_have_attribute("aria-pressed", "true")
    mark(same, site + TWO)  # two tabs, two records: none is lost
    assert {"p:m6-l1", "p:m6-l2"} <= set(records(lesson))
    lesson.evaluate("localStorage.clear()")
    expect(home.locator(".am-loom [data-am-said]")).to_have_text("Enam modul, enam pita.")
    assert home.locator(".am-loom svg").get_attribute("aria-label").endswith("0 dari 25 pelajaran, 0 dari 6 kuis.")


def test_a_page_that_comes_back_from_the_memory_of_the_browser_is_drawn_anew(page: Page, site: str):
    page.goto(site)
    keep(page, **done("m6-l1"))
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator(".am-loom [data-am-said]")).to_have_text("1 dari 25 pelajaran, 0 dari 6 kuis.")


# --- quizzes: am-score comes from the questions


def score(tab: Page, **detail: Any) -> None:
    tab.evaluate("detail => document.dispatchEvent(new CustomEvent('am-score', { detail }))", detail)


def test_a_passed_quiz_locks_the_band_and_stays_passed(page: Page, site: str):
    page.goto(site)
    keep(page, **done("m6-l1", "m6-l2", "m6-l3", "m6-l4", "m6-l5"))
    page.goto(site + QUIZ)
    score(page, page="m6-quiz", passed=False, ended=True)
    assert "p:m6-quiz" not in records(page)
    score(page, page="m6-quiz", passed=True, ended=False)
    score(page, page="m6-quiz", passed=True, ended=True)
    score(page, page="m6-quiz", passed=False, ended=False)
    assert "p:m6-quiz" in records(page)
    expect(page.locator("#am-nav a[data-p=m6-quiz]")).to_have_class("is-done")
    page.goto(site)
    expect(page.locator(".am-loom [data-am-said]")).to_have_text("5 dari 25 pelajaran, 1 dari 6 kuis.")
    said = page.locator(".am-map [data-am-said]")
    expect(said.nth(5)).to_have_text("Selesai")
    page.evaluate("Amanah.progress.toggle('m6-l5')")
    expect(said.nth(5)).to_have_text("4 dari 5 pelajaran · kuis tuntas")
    page.evaluate("Amanah.progress.toggle('m6-l5')")
    page.evaluate("Amanah.progress.toggle('m6-quiz')")
    expect(said.nth(5)).to_have_text("5 dari 5 pelajaran")


def test_a_test_is_done_when_all_of_it_is_answered(page: Page, site: str):
    page.goto(site + "course/pre-test.html")
    score(page, page="pre-test", passed=True, ended=False)
    assert "p:pre-test" not in records(page)
    score(page, page="pre-test", passed=False, ended=True)
    assert "p:pre-test" in records(page)


# --- looks


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
@pytest.mark.parametrize("kind", ["home", "course", "module", "lesson"])
def test_marked_pages_are_accessible(page: Page, site: str, kind: str, size: Any, scheme: Any):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(site)
    keep(page, **done("m6-l1", "m6-l2", "m1-l1", "m1-quiz"))
    page.goto(site + KINDS[kind])
    assert violations(page) == []


@pytest.mark.parametrize("path", ["index.html", ONE, MODULE])
def test_marks_move_nothing_and_fit_a_small_phone(page: Page, site: str, path: str):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site + path)
    title = page.locator("h1").bounding_box()
    keep(page, **done("m6-l1", "m6-l2", "m1-l1"))
    page.reload()
    assert page.locator("h1").bounding_box() == title
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_paper_shows_the_mat_in_greys_and_no_button(page: Page, site: str, tmp_path: Path):
    page.goto(site)
    keep(page, **done("m6-l1", "m1-l1"))
    page.goto(site + ONE)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".am-done")).to_be_hidden()
    page.goto(site)
    strokes = page.locator(".am-loom path:not(.g)").evaluate_all(
        "all => all.map(path => getComputedStyle(path).stroke)"
    )
    assert all(len(set(stroke[4:-1].split(", "))) == 1 for stroke in strokes) and len(set(strokes)) > 2


def test_two_colours_are_enough(page: Page, site: str):
    page.goto(site)
    keep(page, **done("m6-l1"))
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto(site + MODULE)
    state = "e => [getComputedStyle(e).fill, getComputedStyle(e).stroke]"
    marked, open_ = (page.locator(".am-state").nth(n).evaluate(state) for n in (0, 1))
    assert marked != open_ and marked[0] == marked[1]
    strokes = page.locator(".am-where__strip path").evaluate_all(
        "all => all.map(path => getComputedStyle(path).stroke)"
    )
    assert len(set(strokes)) == 2
