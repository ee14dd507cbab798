"""The test before the course and the one after it, beside each other: when, with which words, and what to read next."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kept import POST_TEST, PROGRESS, answer, codes, put
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from test_axe import violations
from views import PHONE

COUNTED = 16


def counted(page: Page) -> tuple[list[str], list[str]]:
    """The codes that count, before and after."""
    return codes(page, "tfoot [data-before]", "data-before"), codes(page, "tfoot [data-after]", "data-after")


def answers(asked: list[str], right: int) -> dict[str, Any]:
    return {f"q:{code}": answer(ok=int(at < right)) for at, code in enumerate(asked)}


def both(page: Page, before: int, after: int) -> None:
    first, second = counted(page)
    put(page, answers(first, before) | answers(second, after))


def table(page: Page) -> Locator:
    return page.locator("#am-compare table")


@pytest.mark.parametrize("path", [POST_TEST, PROGRESS])
def test_first_it_says_what_is_missing(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    first, second = counted(page)
    assert len(first) == len(second) == COUNTED and not set(first) & set(second)
    lines = page.locator("#am-compare-open li")
    expect(lines).to_have_text(
        [
            "Sebelum kursus: belum dijawab 16 dari 16 soal yang dihitung",
            "Sesudah kursus: belum dijawab 16 dari 16 soal yang dihitung",
        ]
    )
    expect(lines.first.locator("a")).to_have_attribute("href", "pre-test.html")
    expect(table(page)).to_be_hidden()
    put(page, answers(first, 4) | answers(second[:9], 9))
    expect(lines).to_have_text(
        [
            "Sebelum kursus: semua soal yang dihitung sudah dijawab",
            "Sesudah kursus: belum dijawab 7 dari 16 soal yang dihitung",
        ]
    )
    expect(table(page)).to_be_hidden()


@pytest.mark.parametrize("path", [POST_TEST, PROGRESS])
def test_both_answered(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    both(page, 5, 13)
    expect(page.locator("#am-compare-open")).to_be_hidden()
    expect(table(page).locator("tfoot td")).to_have_text(["5 dari 16", "13 dari 16"])
    expect(table(page).locator("tbody tr").first.locator("td")).to_have_text(["2 dari 2", "2 dari 2"])
    expect(table(page).locator("tbody tr").last.locator("td")).to_have_text(["0 dari 3", "0 dari 3"])
    expect(page.locator("#am-compare-next li:visible a")).to_have_text(
        [
            "6.2 Standar dan maklumat: temukan lubangnya",
            "6.3 Menyusun bersama pengguna",
            "6.4 Agar janji punya gigi",
        ]
    )


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (8, 8, "Jumlahnya sama."),
        (8, 9, "Selisihnya 1. Dengan 16 soal, selisih satu sampai tiga mudah terjadi karena kebetulan."),
        (9, 6, "Selisihnya 3."),
        (8, 12, "Sesudah kursus 4 lebih banyak. Selisih sebesar ini jarang kebetulan saja, tetapi"),
        (12, 8, "Sesudah kursus 4 lebih sedikit."),
    ],
)
def test_honest_words(page: Page, site: str, before: int, after: int, words: str) -> None:
    page.goto(site + POST_TEST)
    both(page, before, after)
    expect(page.locator("#am-compare-say")).to_contain_text(words)


def test_nothing_missed_nothing_to_read(page: Page, site: str) -> None:
    page.goto(site + POST_TEST)
    both(page, 3, COUNTED)
    expect(page.locator("#am-compare-next")).to_be_hidden()
    expect(table(page)).to_be_visible()


def test_only_the_first_answer_counts(page: Page, site: str) -> None:
    page.goto(site + POST_TEST)
    first, second = counted(page)
    records = answers(first, 16) | answers(second, 16)
    records[f"q:{second[0]}"] = answer(tries=3)
    records[f"q:{second[1]}"] = answer(ok=0, a=None) | {"n": 1}
    put(page, records)
    expect(table(page).locator("tfoot td")).to_have_text(["16 dari 16", "14 dari 16"])
    records[f"q:{second[1]}"] = answer(ok=0, a=None)
    put(page, records)
    expect(page.locator("#am-compare-open li").last).to_contain_text("belum dijawab 1 dari 16")


def test_answered_in_the_other_language(page: Page, site: str) -> None:
    page.goto(f"{site}en/{POST_TEST}")
    first, second = counted(page)
    put(page, answers(first, 7) | answers(second[1:], 9) | {f"q:{second[0]}@en": answer()})
    expect(table(page).locator("tfoot td")).to_have_text(["7 of 16", "10 of 16"])
    page.goto(site + POST_TEST)
    expect(table(page).locator("tfoot td")).to_have_text(["7 dari 16", "10 dari 16"])
    page.evaluate("([code, other]) => localStorage.setItem('am:q:' + code + '@id', other)", [
        second[0], '{"v":1,"a":"x","t":1,"ok":0,"d":"2026-11-12"}',
    ])  # fmt: skip
    page.reload()
    expect(table(page).locator("tfoot td").last).to_have_text("10 dari 16")


def test_the_last_answer_brings_it_up_at_once(page: Page, site: str) -> None:
    """By a learner: everything is answered but one question, which is then answered on the page."""
    page.goto(site + POST_TEST)
    first, second = counted(page)
    put(page, answers(first, 7) | answers(second[1:], 9))
    expect(page.locator("#am-compare-open li").last).to_contain_text("belum dijawab 1 dari 16")
    form = page.locator(f"#{second[0]}")
    form.locator("input").first.check()
    form.locator("[type=submit]").click()
    page.evaluate("code => document.dispatchEvent(new CustomEvent('am-answer', {detail: {code}}))", second[0])
    expect(table(page)).to_be_visible()


def test_another_tab(context: BrowserContext, site: str) -> None:
    mine, other = context.new_page(), context.new_page()
    for tab in (mine, other):
        tab.goto(site + POST_TEST)
    both(other, 4, 8)
    expect(table(mine).locator("tfoot td")).to_have_text(["4 dari 16", "8 dari 16"])


def test_from_a_folder_and_without_scripts(browser: Browser, page: Page, built: Path) -> None:
    page.goto((built / POST_TEST).as_uri())
    both(page, 4, 8)
    expect(table(page).locator("tfoot td")).to_have_text(["4 dari 16", "8 dari 16"])
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto((built / POST_TEST).as_uri())
    expect(table(plain).locator("tfoot td")).to_have_text(["… dari 16", "… dari 16"])
    expect(plain.locator("#am-compare .am-nojs")).to_be_visible()
    expect(plain.locator("#am-compare-next")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_and_a_narrow_screen(page: Page, site: str, scheme: Any) -> None:
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(site + POST_TEST)
    assert violations(page) == []
    both(page, 4, 8)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
