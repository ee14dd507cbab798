"""The review page in good and bad circumstances: order, ten at a time, lost files, closed storage, no script."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from review_steps import CHOICES, ITEM, REVIEW, REVIEW_EN, answer, count, due, faults, on, put, question, shown
from test_axe import violations
from views import DESK, PHONE, Watch

TODAY = "2027-02-01"
MANY = [f"m{module}-q{number:02d}" for module in (1, 2) for number in range(1, 7)] + ["m6-q02"]


@pytest.fixture
def review(page: Page, site: str) -> Page:
    """The empty review page."""
    on(page, TODAY)
    page.goto(site + REVIEW)
    return page


def with_due(page: Page, records: dict[str, Any]) -> list[str]:
    put(page, records)
    page.reload()
    return shown(page)


def test_before_there_is_anything_the_page_says_what_to_do(review: Page):
    first = review.locator("[data-am-first]")
    expect(first).to_contain_text("Jawab satu soal")
    first.get_by_role("link").click()
    expect(review).to_have_url(re.compile("course/index.html$"))


def test_by_day_then_mixed_across_modules_ten_at_a_time(review: Page):
    files: list[str] = []
    review.on("request", lambda request: files.append(request.url) if "/review/" in request.url else None)
    records = due(TODAY, *MANY[:12]) | due("2027-01-20", MANY[12])
    first = with_due(review, records)
    mixed = [code for pair in zip(MANY[:6], MANY[6:12], strict=True) for code in pair]
    assert first == ["m6-q02", *mixed[:9]] and count(review) == "13 soal menunggu hari ini."
    assert sorted(re.findall(r"review/id-(\d)", " ".join(files))) == ["1", "2", "6"]
    more = review.locator("[data-am-more]")
    expect(more).to_have_text("Tampilkan 3 lagi")
    more.press("Enter")
    expect(more).to_be_hidden()
    assert shown(review) == ["m6-q02", *mixed] and len(files) == 3
    expect(question(review, mixed[9]).locator("legend small")).to_contain_text("Soal 11 dari 13")
    focus = review.evaluate("document.activeElement.closest('form').id")
    assert focus == mixed[9]


def test_the_days_ahead_stand_in_a_table_and_in_a_calendar_file(review: Page):
    ahead = due("2027-01-01", "m1-q01") | due(TODAY, "m2-q01") | due("2027-02-02", "m1-q02")
    with_due(review, ahead | due("2027-02-28", "m1-q03", "m1-q04", stage=2) | due(TODAY, "m9-q99", stage=1))
    rows = review.locator(".am-review__days tbody tr").all_inner_texts()
    assert [row.split("\t") for row in rows] == [
        ["Hari ini", "2 soal"],
        ["Selasa, 2 Februari 2027", "1 soal"],
        ["Minggu, 28 Februari 2027", "2 soal"],
    ]
    with review.expect_download() as download:
        review.locator("[data-am-calendar]").click()
    text = Path(download.value.path()).read_bytes().decode()
    assert download.value.suggested_filename == "amanah.ics" and "\n" not in text.replace("\r\n", "")
    assert re.findall(r"DATE:(\d+)", text) == ["20270202", "20270228"] and text.count("BEGIN:VALARM") == 2
    assert "SUMMARY:Tinjau ulang: 2 soal" in text and max(map(len, text.split("\r\n"))) <= 75


def test_a_file_that_does_not_arrive_costs_nothing(review: Page):
    lost = re.compile(r"/review/id-2\.")
    review.route(lost, lambda route: route.abort())
    codes = CHOICES[:3]
    assert with_due(review, due(TODAY, *codes)) == [codes[0], codes[2]]
    status, again = review.locator("[data-am-say]"), review.locator("[data-am-more]")
    expect(status).to_contain_text("Tidak ada yang hilang")
    expect(again).to_have_text("Coba lagi")
    answer(review, True, codes[0])
    again.click()
    expect(status).to_contain_text("belum sampai")
    review.unroute(lost)
    again.click()
    expect(question(review, codes[1])).to_be_visible()
    expect(status).to_be_empty()
    expect(again).to_be_hidden()
    expect(question(review, codes[0]).locator(".am-comes")).to_have_text("Kembali 7 hari lagi.")


def test_a_lost_script_is_said_and_can_be_tried_again(review: Page):
    lost = re.compile(r"/js/quiz\.")
    review.route(lost, lambda route: route.abort())
    put(review, due(TODAY, ITEM))
    review.reload()
    expect(review.locator("[data-am-say]")).to_contain_text("belum sampai")
    review.unroute(lost)
    review.locator("[data-am-more]").click()
    expect(question(review)).to_be_visible()


def test_closed_storage_is_said_in_a_sentence(browser: Browser, site: str):
    page = browser.new_page()
    watch = Watch(page, site)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })"
    )
    page.goto(site + REVIEW)
    assert "tidak mengizinkan" in count(page) and shown(page) == []
    expect(page.locator(".am-paper")).to_be_visible()
    page.goto(site + "course/1-integrity/1-at-the-counter.html")
    answer(page, right=True)
    expect(question(page).locator(".am-shown")).to_be_visible()
    assert faults(watch) == []
    page.close()


def test_full_storage_keeps_the_page_working(review: Page):
    with_due(review, due(TODAY, ITEM))
    full = "() => { throw new DOMException('', 'QuotaExceededError'); }"
    review.evaluate(f"() => {{ Storage.prototype.setItem = {full} }}")
    answer(review, right=True)
    expect(question(review).locator(".am-comes")).to_have_text("Kembali 7 hari lagi.")


def test_damaged_and_withdrawn_records_are_passed_over(review: Page):
    bad = {"r:m1-q02": "{", "r:m1-q03": {"v": 1, "s": 7, "d": TODAY}, "r:m1-q04": "null", f"q:{ITEM}@review": "[1"}
    assert with_due(review, {**bad, **due(TODAY, ITEM, "m1-q00", "<img>")}) == [ITEM]
    assert count(review) == "1 soal menunggu hari ini."
    answer(review, right=True)
    expect(question(review).locator(".am-comes")).to_have_text("Kembali 7 hari lagi.")


def test_a_page_that_stayed_open_over_night_begins_anew(review: Page):
    with_due(review, due(TODAY, *CHOICES[:2]))
    answer(review, False, CHOICES[0])
    on(review, "2027-02-02")
    review.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(question(review, CHOICES[0]).locator(".am-ask")).to_be_visible()
    assert shown(review) == [CHOICES[1], CHOICES[0]]  # the one that has waited longer comes first


def test_the_end_of_the_day_is_said_where_the_reader_is(review: Page):
    with_due(review, due(TODAY, *CHOICES[:2]))
    answer(review, True, CHOICES[0])
    expect(review.locator("[data-am-say]")).to_be_empty()
    answer(review, True, CHOICES[1])
    expect(review.locator("[data-am-say]")).to_contain_text("Berikutnya: Senin, 8 Februari 2027, 2 soal.")


def test_by_keyboard_alone(review: Page):
    with_due(review, due(TODAY, ITEM))
    key = question(review).locator(".am-right").get_attribute("data-k")
    radios = question(review).locator(".am-ask input")
    radios.first.focus()
    for radio in radios.all():
        if radio.get_attribute("value") == key:
            break
        review.keyboard.press("ArrowDown")
    review.keyboard.press("Space")
    review.keyboard.press("Tab")
    review.keyboard.press("Enter")
    expect(question(review).locator(".am-comes")).to_have_text("Kembali 7 hari lagi.")
    expect(question(review).locator(".am-shown")).to_be_focused()
    for place in ("[data-am-calendar]", ".am-paper a"):
        for _ in range(20):
            review.keyboard.press("Tab")
            if review.evaluate("place => document.activeElement.matches(place)", place):
                break
        expect(review.locator(place).first).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_access_and_nothing_that_a_reader_must_not_meet(page: Page, site: str, size: Any, scheme: Any):
    watch = Watch(page, site)
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    on(page, TODAY)
    for path in (REVIEW, REVIEW_EN):
        page.goto(site + path)
        page.evaluate("localStorage.clear()")
        with_due(page, {})
        assert violations(page) == []
        with_due(page, due(TODAY, *CHOICES) | due("2027-02-02", "m1-q02"))
        answer(page, True, CHOICES[0])
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.locator(".am-review :is(button, [download]):visible").all()
    assert len(small) > 6 and all((box := each.bounding_box()) and box["height"] >= 44 for each in small)
    assert faults(watch) == []


def test_without_scripts_the_paper_calendar_serves(browser: Browser, site: str):
    page = browser.new_page(java_script_enabled=False, viewport=PHONE)
    page.goto(site + REVIEW)
    expect(page.get_by_text("Daftar soal memerlukan skrip")).to_be_visible()
    expect(page.locator("main button:visible, main form:visible, [data-am-review]:visible")).to_have_count(0)
    expect(page.locator(".am-paper a:visible")).to_have_count(6)
    page.locator(".am-paper a").first.click()
    expect(page).to_have_url(re.compile("1-integrity/quiz.html$"))
    page.close()


def test_on_paper_the_calendar_begins_a_sheet_and_fits_on_it(review: Page):
    with_due(review, due(TODAY, ITEM))
    review.emulate_media(media="print")
    review.set_viewport_size({"width": 680, "height": 1000})  # A4 without its margins
    expect(review.locator("[data-am-review]")).to_be_hidden()
    heading, table = review.locator("#paper"), review.locator(".am-paper")
    assert heading.evaluate("element => getComputedStyle(element).breakBefore") == "page"
    box, top = table.bounding_box(), heading.bounding_box()
    assert box and top and box["y"] + box["height"] - top["y"] < 1000
