"""The progress page: what it counts, in both languages, live, for everybody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kept import PROGRESS, QUIZZES, answer, choose, codes, done, file_of, kept, put
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_axe import violations
from views import DESK, PHONE, Watch

BLOCKED = [
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
    "Object.defineProperty(window, 'localStorage', { value: null })",
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
]


def row(page: Page, module: int) -> list[str]:
    return page.locator(f"[data-module=m{module}] td").all_inner_texts()


def some(page: Page) -> dict[str, Any]:
    """Three lessons and the practice of module 1, half a quiz, two due reviews and one for later."""
    asked = codes(page, "[data-module=m1]", "data-codes")
    records = done("m1-l1", "m1-l2", "m1-l4", "m1-practice", "m2-quiz")
    records |= {f"q:{code}": answer(ok=int(at < 5)) for at, code in enumerate(asked[:7])}
    records |= {f"r:{code}": {"v": 1, "s": 0, "d": "2026-01-01"} for code in asked[:2]}
    records[f"r:{asked[2]}"] = {"v": 1, "s": 2, "d": "2090-01-01"}
    records[f"r:{asked[3]}"] = {"v": 1, "s": 3, "d": ""}
    return records


def test_at_first_nothing_is_done(page: Page, site: str) -> None:
    page.goto(site + PROGRESS)
    assert row(page, 1) == ["0 dari 4, latihan belum", "belum dijawab", "tidak ada"]
    assert row(page, 6)[0] == "0 dari 5, latihan belum"


def test_counts_in_both_languages(page: Page, site: str) -> None:
    page.goto(site + PROGRESS)
    of = len(codes(page, "[data-module=m1]", "data-codes"))
    put(page, some(page))
    assert row(page, 1) == ["3 dari 4, latihan selesai", f"5 dari {of} tepat", "2 soal"]
    assert row(page, 2)[1].startswith("tuntas, 0 dari ")
    page.goto(f"{site}en/{PROGRESS}")
    assert row(page, 1) == ["3 of 4, practice done", f"5 of {of} right", "2 questions"]


def test_a_recall_is_no_answer_of_the_quiz_and_a_short_answer_counts_in_any_language(page: Page, site: str) -> None:
    page.goto(site + PROGRESS)
    first, second = codes(page, "[data-module=m1]", "data-codes")[:2]
    put(page, {f"q:{first}@m1-l2": answer(), f"q:{first}@review": answer(), f"q:{second}@en": answer(a="x")})
    assert row(page, 1)[1].startswith("1 dari ")


def test_damaged_records_are_as_if_not_there(page: Page, site: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site + PROGRESS)
    for text in ("", "{", "7", "[]", "null", '{"v":1}', '{"v":1,"a":7,"t":"x","d":{}}', '{"v":2,"d":"2026-01-01"}'):
        page.evaluate("""text => ['p:m2-l1', 'q:m2-q01', 'r:m1-q01', 'last', 'q:m1-q41', 'f:m1-q01']
          .forEach(key => localStorage.setItem('am:' + key, text))""", text)  # fmt: skip
        page.reload()
        assert row(page, 1) == ["0 dari 4, latihan belum", "belum dijawab", "tidak ada"], text
    assert errors == []


def test_another_tab_is_seen_at_once(context: BrowserContext, site: str) -> None:
    mine, other = context.new_page(), context.new_page()
    for tab in (mine, other):
        tab.goto(site + PROGRESS)
    other.evaluate("Amanah.store.set('p:m1-l1', { d: Amanah.day() })")
    expect(mine.locator("[data-module=m1] td").first).to_have_text("1 dari 4, latihan belum")
    other.evaluate("localStorage.clear()")
    expect(mine.locator("[data-module=m1] td").first).to_have_text("0 dari 4, latihan belum")


def test_a_mark_on_the_same_page_is_seen_at_once(page: Page, site: str) -> None:
    page.goto(site + PROGRESS)
    page.evaluate(
        "Amanah.store.set('p:m1-l1', { d: Amanah.day() }); document.dispatchEvent(new CustomEvent('am-progress'))"
    )
    assert row(page, 1)[0] == "1 dari 4, latihan belum"


@pytest.mark.parametrize("block", BLOCKED)
def test_without_storage_the_page_still_works(page: Page, site: str, block: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(block)
    page.goto(site + PROGRESS)
    assert row(page, 1)[0] == "0 dari 4, latihan belum"
    page.click("#am-file [data-am-export]")
    expect(page.locator("#am-file [role=status]")).to_have_text("Belum ada catatan di gawai ini.")
    choose(page, file_of(done("m1-l1")))
    page.click("#am-import-ask [data-am-yes]")
    expect(page.locator("#am-file [role=status]")).to_contain_text("tidak ada yang diubah")
    assert row(page, 1)[0] == "0 dari 4, latihan belum"
    page.click("#am-reset [data-am-ask]")
    expect(page.locator("#am-reset [role=status]")).to_have_text("Belum ada catatan di gawai ini.")
    assert errors == []


def test_from_a_folder(page: Page, built: Path) -> None:
    watch = Watch(page, "file:///")
    page.goto((built / PROGRESS).as_uri())
    put(page, some(page))
    assert row(page, 1)[0] == "3 dari 4, latihan selesai"
    page.goto((built / "en" / PROGRESS).as_uri())
    assert row(page, 1)[0] == "3 of 4, practice done"
    assert watch.found == []


def test_without_scripts_it_is_a_form_for_a_pen(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + PROGRESS)
    assert row(page, 1) == ["… dari 4", "", ""]
    expect(page.get_by_text("JavaScript").first).to_be_visible()
    assert page.locator("button:visible:not(.am-ib), input:visible").count() == 0
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_table_can_be_read_and_the_controls_touched(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site + PROGRESS)
    put(page, some(page) | done(*QUIZZES))
    page.click("#am-reset [data-am-ask]")
    choose(page, file_of(done("m3-l1")))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width >= 390:
        table = page.locator("#am-records .am-table")
        assert table.evaluate("box => box.scrollWidth <= box.clientWidth")
    boxes = [each.bounding_box() for each in page.locator("main button:visible, main input:visible").all()]
    assert len(boxes) == 8 and [box for box in boxes if box and min(box["width"], box["height"]) < 44] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_axe_with_everything_open(page: Page, site: str, size: Any, scheme: Any) -> None:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(site + PROGRESS)
    put(page, some(page) | done(*QUIZZES))
    assert violations(page) == []
    page.click("#am-reset [data-am-ask]")
    choose(page, file_of(done("m3-l1")))
    expect(page.locator("#am-import-ask")).to_be_focused()
    assert violations(page) == []
    assert "p:m3-l1" not in kept(page)
