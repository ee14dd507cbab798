"""Deleting the records: the page asks once more, offers the file first, and can take it back until it is left."""

from __future__ import annotations

from typing import Any

from kept import FULL, PROGRESS, answer, done, export, kept, put
from playwright.sync_api import BrowserContext, Page, expect

RECORDS: dict[str, Any] = {
    **done("m1-l1", "m1-quiz"),
    "q:m1-q01": answer(),
    "q:m1-q02": answer(ok=0, tries=2),
    "w:m1-q05": {"v": 1, "a": ["rahasia saya"], "d": "2026-11-10"},
    "f:m1-q03": {"v": 1, "d": "2026-11-10"},
    "last": {"v": 1, "p": "m1-l1", "d": "2026-11-10"},
}


def begin(page: Page, site: str) -> None:
    page.goto(site + PROGRESS)
    page.evaluate("localStorage.setItem('am:theme', 'dark'); localStorage.setItem('other', 'x')")
    put(page, RECORDS)


def test_it_asks_first_and_can_be_cancelled_by_keyboard(page: Page, site: str) -> None:
    begin(page, site)
    page.locator("#am-reset [data-am-ask]").focus()
    page.keyboard.press("Enter")
    ask = page.locator("#am-reset-ask")
    expect(ask).to_be_focused()
    expect(ask).to_contain_text(
        "2 jawaban, 2 halaman selesai, 1 tanda untuk nanti, 1 tulisan renungan, 1 catatan lain."
    )
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(ask).to_be_hidden()
    expect(page.locator("#am-reset [data-am-ask]")).to_be_focused()
    expect(page.locator("#am-reset [role=status]")).to_have_text("Dibatalkan. Tidak ada yang berubah.")
    assert kept(page) == RECORDS


def test_it_offers_the_file_first(page: Page, site: str) -> None:
    begin(page, site)
    page.click("#am-reset [data-am-ask]")
    _, content = export(page, "#am-reset-ask [data-am-export]")
    assert content["records"] == {key: record for key, record in RECORDS.items() if not key.startswith("w:")}
    expect(page.locator("#am-reset [role=status]")).to_contain_text("sudah dibuat")
    expect(page.locator("#am-file [role=status]")).to_have_text("")
    assert kept(page) == RECORDS


def test_everything_goes_but_the_appearance_damaged_records_too(page: Page, site: str) -> None:
    begin(page, site)
    page.evaluate("localStorage.setItem('am:q:m1-q09', '{'); localStorage.setItem('am:m:m1-quiz', '{\"v\":1}')")
    page.click("#am-reset [data-am-ask]")
    page.click("#am-reset-ask [data-am-yes]")
    assert page.evaluate("Object.keys(localStorage).sort()") == ["am:theme", "other"]
    expect(page.locator("[data-module=m1] td").first).to_have_text("0 dari 4, latihan belum")
    expect(page.locator("#am-reset [role=status]")).to_contain_text("Semua catatan sudah dihapus.")


def test_it_can_be_taken_back_until_the_page_is_left(page: Page, site: str) -> None:
    begin(page, site)
    undo = page.locator("[data-am-undo]")
    expect(undo).to_be_hidden()
    page.click("#am-reset [data-am-ask]")
    page.click("#am-reset-ask [data-am-yes]")
    newer = {"v": 1, "d": "2026-12-01"}
    page.evaluate("record => localStorage.setItem('am:p:m1-l1', JSON.stringify(record))", newer)
    undo.click()
    assert kept(page) == RECORDS | {"p:m1-l1": newer}, "what was done since stays"
    expect(undo).to_be_hidden()
    expect(page.locator("[data-module=m1] td").first).to_have_text("1 dari 4, latihan belum")
    page.click("#am-reset [data-am-ask]")
    page.click("#am-reset-ask [data-am-yes]")
    page.reload()
    expect(undo).to_be_hidden()
    assert kept(page) == {}


def test_taking_back_says_when_there_is_no_room(page: Page, site: str) -> None:
    begin(page, site)
    page.click("#am-reset [data-am-ask]")
    page.click("#am-reset-ask [data-am-yes]")
    page.evaluate(FULL)
    page.click("[data-am-undo]")
    expect(page.locator("#am-reset [role=status]")).to_contain_text("hanya untuk halaman ini")
    assert export(page)[1]["records"]["q:m1-q01"] == RECORDS["q:m1-q01"]


def test_another_tab_sees_it(context: BrowserContext, site: str) -> None:
    mine, other = context.new_page(), context.new_page()
    begin(mine, site)
    other.goto(f"{site}en/{PROGRESS}")
    cell = other.locator("[data-module=m1] td").first
    expect(cell).to_have_text("1 of 4, practice not yet")
    mine.click("#am-reset [data-am-ask]")
    mine.click("#am-reset-ask [data-am-yes]")
    expect(cell).to_have_text("0 of 4, practice not yet")
    mine.click("[data-am-undo]")
    expect(cell).to_have_text("1 of 4, practice not yet")
