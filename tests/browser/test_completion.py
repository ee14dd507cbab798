"""The completion sheet: true counts, honest words, a name that stays in the page, and one sheet of paper."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kept import COMPLETION, LESSONS, PROGRESS, QUIZZES, answer, codes, done, put
from playwright.sync_api import Browser, Page, expect
from test_axe import violations
from views import DESK, PHONE, Watch

PRACTICES = [f"m{n}-practice" for n in range(1, 7)]
LONGEST = "Raden Ajeng Siti Nurhaliza Kusumawardhani Prawirodirdjo Sastroamidjojo, S.Sos., M"[:80]
UNBROKEN = "W" * 80


@pytest.fixture
def sheet(page: Page, site: str) -> Iterator[Page]:
    """The page with nothing done yet; whatever a reader must never meet fails the test."""
    watch = Watch(page, site)
    page.goto(site + COMPLETION)
    yield page
    # A request that a reload cut off is no failure.
    assert [found for found in watch.found if not found.startswith("failed")] == []


def facts(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(".am-statement__facts dd").all_inner_texts()]


def pages_of(pdf: bytes) -> tuple[int, set[tuple[float, ...]]]:
    """How many pages a PDF has, and their sizes."""
    streams = [
        zlib.decompress(data)
        for data in re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream", pdf, re.S)
        if data[:1] == b"x"
    ]
    text = pdf + b"".join(streams)
    sizes = re.findall(rb"/MediaBox ?\[([\d. ]+)\]", text)
    return len(re.findall(rb"/Type ?/Page\b", text)), {tuple(map(float, size.split())) for size in sizes}


def finish(page: Page) -> None:
    put(page, done(*LESSONS, *PRACTICES, "pre-test", "post-test") | done(*QUIZZES, day="2026-11-20"))


# --- what it says


def test_nothing_done_is_in_progress(sheet: Page) -> None:
    expect(sheet.locator("#am-statement-title")).to_have_text("Pernyataan belajar, belum selesai")
    expect(sheet.locator("[data-when=complete]")).to_be_hidden()
    expect(sheet.locator("[data-when=open]")).to_contain_text("masih mengikuti")
    assert facts(sheet) == ["0 dari 25", "0 dari 6", "0 dari 6", "kira-kira 0 jam 0 menit, atau 0 JP"]
    expect(sheet.locator(".am-statement__modules p").first).to_have_text("0 dari 4 pelajaran · kuis belum dijawab")


def test_part_of_it_is_counted_truly(sheet: Page) -> None:
    asked = codes(sheet, ".am-statement__modules section", "data-codes")
    records = done("m1-l1", "m1-l2", "m6-l5", "m1-practice", "m1-quiz", "m9-l9")
    put(sheet, records | {f"q:{code}": answer(ok=int(at < 3)) for at, code in enumerate(asked)})
    minutes = dict(re.findall(r"(\S+):(\d+)", sheet.locator("#am-statement").get_attribute("data-minutes") or ""))
    total = sum(int(minutes[page]) for page in ("m1-l1", "m1-l2", "m6-l5", "m1-practice", "m1-quiz"))
    time = f"kira-kira {total // 60} jam {total % 60} menit, atau {total // 45} JP"
    assert facts(sheet) == ["3 dari 25", "1 dari 6", "1 dari 6", time]
    first = sheet.locator(".am-statement__modules p").first
    expect(first).to_have_text(f"2 dari 4 pelajaran · kuis tuntas, 3 dari {len(asked)} tepat")
    expect(sheet.locator("#am-statement-title")).to_have_text("Pernyataan belajar, belum selesai")


@pytest.mark.parametrize("missing", ["m3-l4", "m6-quiz"])
def test_all_but_one_is_not_complete(sheet: Page, missing: str) -> None:
    put(sheet, done(*(page for page in [*LESSONS, *QUIZZES] if page != missing)))
    expect(sheet.locator("[data-when=complete]")).to_be_hidden()


def test_complete_with_the_day_of_the_last_page_in_both_languages(sheet: Page, site: str) -> None:
    finish(sheet)
    expect(sheet.locator("#am-statement-title")).to_have_text("Pernyataan selesai belajar")
    expect(sheet.locator("[data-when=open]")).to_be_hidden()
    expect(sheet.locator("[data-when=complete]")).to_contain_text("pada 20 November 2026.")
    assert facts(sheet) == ["25 dari 25", "6 dari 6", "6 dari 6", "kira-kira 13 jam 59 menit, atau 18 JP"]
    sheet.goto(f"{site}en/{COMPLETION}")
    expect(sheet.locator("#am-statement-title")).to_have_text("Statement of completion")
    expect(sheet.locator("[data-when=complete]")).to_contain_text("on 20 November 2026.")
    assert facts(sheet)[3] == "about 13 h 59 min, or 18 JP"


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("", ["bukan sertifikat", "Tidak ada lembaga"]), ("en/", ["not a certificate", "No institution"])],
)
def test_honest_words(page: Page, site: str, prefix: str, words: list[str]) -> None:
    page.goto(site + prefix + COMPLETION)
    finish(page)
    for word in words:
        expect(page.locator("#am-statement .am-statement__honest")).to_contain_text(word)
    assert page.locator("#am-statement li").count() == 30


# --- the name


@pytest.mark.parametrize("name", ["Ni Luh Sekar Wangi", "<img src=x onerror=alert(1)>", "Ðặng “Tư” & co", LONGEST])
def test_the_name_is_text_and_stays_in_the_page(sheet: Page, site: str, name: str) -> None:
    finish(sheet)
    stored = sheet.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])")
    sheet.fill("#am-name", f" {name} ")
    expect(sheet.locator(".am-statement__name")).to_have_text(name)
    assert sheet.locator("#am-statement img").count() == 0
    assert sheet.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])") == stored
    sheet.reload()
    expect(sheet.locator(".am-statement__name")).to_have_text("")
    expect(sheet.locator(".am-statement__name")).to_be_visible()
    sheet.goto(site + PROGRESS)
    assert name not in sheet.content()


def test_the_button_prints(sheet: Page) -> None:
    sheet.evaluate("() => { window.print = () => { document.title = 'printed'; }; }")
    sheet.get_by_role("button", name="Cetak satu halaman A4").click()
    expect(sheet).to_have_title("printed")


# --- paper


@pytest.mark.parametrize("name", ["", "Ni Luh Sekar Wangi", LONGEST, UNBROKEN])
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_one_page_of_a4(page: Page, site: str, prefix: str, name: str) -> None:
    page.goto(site + prefix + COMPLETION)
    finish(page)
    page.fill("#am-name", name)
    count, sizes = pages_of(page.pdf(prefer_css_page_size=True))
    assert count == 1 and [[round(side) for side in size] for size in sizes] == [[0, 0, 595, 842]]


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_paper_has_the_sheet_alone_in_colour(page: Page, site: str, prefix: str) -> None:
    page.goto(site + prefix + COMPLETION)
    finish(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 1000})  # 180 mm
    shown = page.locator("h1, .am-page > *, .am-header, .am-footer, .am-nav, .am-toc, button, input")
    assert [each.get_attribute("id") for each in shown.all() if each.is_visible()] == ["am-statement"]
    box = page.locator("#am-statement").bounding_box()
    assert box and box["width"] > 670 and box["height"] < 265 / 25.4 * 96
    assert (
        page.locator("#am-statement").evaluate("e => getComputedStyle(e).getPropertyValue('--am-t3').trim()")
        == "#a32a2e"
    )
    smallest = page.locator("#am-statement :is(p, li, dt, dd, h3)").evaluate_all(
        "all => Math.min(...all.map(each => parseFloat(getComputedStyle(each).fontSize)))"
    )
    assert smallest >= 9.5, "7 points"


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_without_scripts_it_is_a_paper_form(browser: Browser, built: Path, prefix: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built / prefix / COMPLETION).as_uri())
    for gap in page.locator("#am-statement .am-gap").all():
        assert gap.inner_text() == "" and (gap.bounding_box() or {})["width"] >= 40
    expect(page.locator("[data-when]")).to_have_count(2)
    assert page.locator("[data-when]").all_inner_texts()[0].startswith("☐")
    assert page.locator("input:visible, main button:visible").count() == 0
    assert pages_of(page.pdf(prefer_css_page_size=True))[0] == 1
    context.close()


# --- for everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_axe(page: Page, site: str, size: Any, scheme: Any) -> None:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(site + COMPLETION)
    finish(page)
    page.fill("#am-name", "Ni Luh Sekar Wangi")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    page.fill("#am-name", UNBROKEN)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = [each.bounding_box() for each in page.locator("main button:visible, main input:visible").all()]
    assert len(small) == 2 and all(box and min(box["width"], box["height"]) >= 44 for box in small)


def test_from_a_folder_with_closed_storage(page: Page, built: Path) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })")
    page.goto((built / COMPLETION).as_uri())
    page.fill("#am-name", "Siti")
    expect(page.locator(".am-statement__name")).to_have_text("Siti")
    assert facts(page)[0] == "0 dari 25" and errors == []
