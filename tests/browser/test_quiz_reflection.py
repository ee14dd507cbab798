"""What is written to a reflection: kept on the device while it is written, erased at will, safe in two tabs."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from questions import QUIZ, QUIZ_EN, REFLECTION, stored

KEPT, LOST = "disimpan di gawai ini saja", "tidak disimpan dan tidak dikirim"


def area(page: Page, n: int = 0):
    return page.locator(f"#{REFLECTION} textarea").nth(n)


def kept(page: Page) -> list[str] | None:
    record = stored(page, f"w:{REFLECTION}")
    return record and record["a"]


def wait_for(page: Page, *texts: str) -> None:
    page.wait_for_function(
        "([key, texts]) => JSON.stringify((JSON.parse(localStorage.getItem(key)) || {}).a) === texts",
        arg=[f"am:w:{REFLECTION}", page.evaluate("texts => JSON.stringify(texts)", list(texts))],
    )


def test_it_is_kept_while_writing(quiz: Page, quiz_site: str) -> None:
    form = quiz.locator(f"#{REFLECTION}")
    expect(form).to_contain_text(KEPT)
    expect(form.locator(".am-lost")).to_be_hidden()
    area(quiz).press_sequentially("Bu Ratna <b>menagih</b>", delay=5)
    wait_for(quiz, "Bu Ratna <b>menagih</b>", "")
    quiz.goto(quiz_site + QUIZ_EN)
    expect(area(quiz)).to_have_value("Bu Ratna <b>menagih</b>")
    expect(area(quiz, 1)).to_have_value("")


def test_leaving_saves_the_last_words(quiz: Page, quiz_site: str) -> None:
    area(quiz, 1).focus()
    quiz.keyboard.insert_text("kata terakhir")
    quiz.goto(quiz_site + QUIZ)
    expect(area(quiz, 1)).to_have_value("kata terakhir")


def test_erasing_and_bringing_back(quiz: Page) -> None:
    form = quiz.locator(f"#{REFLECTION}")
    erase, back = form.locator(".am-erase"), form.locator(".am-back")
    expect(erase).to_be_hidden()
    area(quiz).fill("satu")
    area(quiz, 1).fill("dua")
    erase.click()
    expect(area(quiz, 1)).to_have_value("")
    assert kept(quiz) is None
    expect(form.locator("[role=status]")).to_have_text("Sudah dihapus dari gawai ini.")
    expect(area(quiz)).to_be_focused()
    back.click()
    expect(area(quiz, 1)).to_have_value("dua")
    assert kept(quiz) == ["satu", "dua"]
    erase.click()
    quiz.reload()
    expect(area(quiz)).to_have_value("")
    expect(back).to_be_hidden()


def test_an_emptied_reflection_leaves_no_record(quiz: Page) -> None:
    area(quiz).fill("x")
    wait_for(quiz, "x", "")
    area(quiz).fill("")
    quiz.wait_for_function(f"localStorage.getItem('am:w:{REFLECTION}') === null")


def test_two_tabs_write_to_their_own_prompts(context: BrowserContext, quiz_site: str) -> None:
    first, second = context.new_page(), context.new_page()
    for tab in (first, second):
        tab.goto(quiz_site + QUIZ)
    area(first).focus()
    first.keyboard.insert_text("dari tab satu")
    area(second, 1).focus()
    second.keyboard.insert_text("dari tab dua")
    wait_for(first, "dari tab satu", "dari tab dua")
    expect(area(first, 1)).to_have_value("dari tab dua")
    expect(area(second)).to_have_value("dari tab satu")


def test_a_prompt_that_was_not_touched_is_not_written(quiz: Page) -> None:
    """As if another tab had written a moment ago, and word of it had not come yet."""
    quiz.evaluate(f"""localStorage.setItem('am:w:{REFLECTION}', '{{"v":1,"a":["dari tab lain",""]}}')""")
    area(quiz, 1).fill("milik tab ini")
    area(quiz, 1).blur()
    assert kept(quiz) == ["dari tab lain", "milik tab ini"]


@pytest.mark.parametrize("text", ["{", '{"v":1}', '{"v":1,"a":[7,{}]}', '{"v":2,"a":["lama"]}'])
def test_a_damaged_record_is_as_if_nothing_was_written(quiz: Page, text: str) -> None:
    quiz.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"am:w:{REFLECTION}", text])
    quiz.reload()
    expect(area(quiz)).to_have_value("")
    area(quiz).fill("baru")
    area(quiz).blur()
    assert kept(quiz) == ["baru", ""]


def test_a_full_device_is_told(page: Page, quiz_site: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto(quiz_site + QUIZ)
    area(page).fill("tidak muat")
    area(page).blur()
    expect(page.locator(f"#{REFLECTION}")).to_contain_text(LOST)
    expect(page.locator(f"#{REFLECTION} .am-kept")).to_be_hidden()


def test_without_the_script_it_promises_nothing(browser, quiz_site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(quiz_site + QUIZ)
    expect(page.locator(f"#{REFLECTION} .am-lost")).to_be_visible()
    expect(page.locator(f"#{REFLECTION} .am-kept")).to_be_hidden()
    expect(page.locator(f"#{REFLECTION} button:visible")).to_have_count(0)
    context.close()
