"""The search dialog: by keyboard, mouse and finger, over http and from a disk, with a bad connection."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from test_axe import violations
from views import DESK, KINDS, LESSON, PHONE, Watch

INDEX = "**/search-*.js"
HOSTILE = '<img src=x onerror="window.hit=1">'


def open_search(page: Page, address: str) -> None:
    page.goto(address)
    page.click("#am-search")
    expect(page.locator(".am-find__say")).to_contain_text(re.compile("Pelajaran|Lessons"))


def ask(page: Page, text: str) -> None:
    """Types a text and waits for its results."""
    page.evaluate(
        """() => {
          delete document.documentElement.dataset.shown;
          const say = document.querySelector(".am-find__say");
          const shown = () => { document.documentElement.dataset.shown = "1"; };
          new MutationObserver(shown).observe(say, { childList: true });
        }"""
    )
    page.fill("#am-find", text)
    expect(page.locator("html[data-shown]")).to_have_count(1)


def first(page: Page) -> Any:
    return page.locator(".am-find ol a").first


def said(page: Page) -> str:
    return page.locator(".am-find__say").inner_text()


# --- opening


def test_nothing_of_it_is_fetched_before_it_is_opened(page: Page, site: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + LESSON)
    page.mouse.move(200, 20)
    page.locator("#am-search").focus()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "search" in url]
    before = len(asked)
    page.keyboard.press("Enter")
    expect(page.locator(".am-find__say")).to_contain_text("Pelajaran")
    assert sorted(re.sub(r"\.\w{8}\.", ".", url.rpartition("/")[2]) for url in asked[before:]) == [
        "search-id.js",
        "search.js",
    ]
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(page.locator("#am-find")).to_be_visible()
    assert len(asked) == before + 2


@pytest.mark.parametrize("kind", ["home", "quiz", "references", "404", "en"])
def test_pages_of_all_kinds_have_it_and_it_is_quiet(page: Page, site: str, kind: str):
    address = site + (KINDS.get(kind) or "en/index.html")
    watch = Watch(page, site)
    open_search(page, address)
    ask(page, "ombudsman")
    expect(first(page)).to_be_visible()
    assert watch.found == []


def test_a_wrong_address_has_it_too(page: Page, site: str):
    open_search(page, site + "en/nowhere/at/all.html")
    ask(page, "complaints")
    first(page).click()
    page.wait_for_url(site + "en/knowledge/**")


def test_slash_opens_it_but_not_in_a_field(page: Page, site: str):
    page.goto(site + KINDS["practice"])
    page.keyboard.press("Control+/")
    expect(page.locator(".am-find")).to_have_count(0)
    page.evaluate("document.body.append(document.createElement('input'))")
    page.locator("body > input").focus()
    page.keyboard.press("/")
    expect(page.locator(".am-find")).to_have_count(0)
    page.locator("#am-theme").focus()
    page.keyboard.press("/")
    expect(page.locator("#am-find")).to_be_focused()
    assert page.locator("#am-find").input_value() == ""
    page.keyboard.type("a/b")
    assert page.locator("#am-find").input_value() == "a/b"


def test_escape_and_the_button_close_it_and_give_the_focus_back(page: Page, site: str):
    open_search(page, site + LESSON)
    expect(page.locator("#am-find")).to_be_focused()
    ask(page, "maklumat")
    page.keyboard.press("Escape")
    expect(page.locator(".am-find")).to_be_hidden()
    expect(page.locator("#am-search")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#am-find")).to_have_value("maklumat")  # what was typed is still there
    expect(first(page)).to_be_visible()
    page.click(".am-find .am-ib")
    expect(page.locator("#am-search")).to_be_focused()


def test_a_click_beside_it_closes_it(page: Page, site: str):
    page.set_viewport_size(DESK)
    open_search(page, site + LESSON)
    page.mouse.click(20, 500)
    expect(page.locator(".am-find")).to_be_hidden()


def test_without_scripts_there_is_no_button(browser: Browser, site: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + LESSON)
    expect(page.locator("#am-search")).to_be_hidden()
    context.close()


# --- results


def test_arrows_walk_and_enter_opens(page: Page, site: str):
    open_search(page, site)
    ask(page, "pengaduan")
    links = page.locator(".am-find ol a")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#am-find")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#am-find")).to_be_focused()
    page.keyboard.press("ArrowDown")
    target = str(links.first.get_attribute("href"))
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_enter_goes_to_the_first_result_of_what_stands_there_now(page: Page, site: str):
    open_search(page, site + LESSON)
    page.keyboard.type("uu 25/2009 pasal 44 ayat 3")
    page.keyboard.press("Enter")
    page.wait_for_url(site + "knowledge/laws.html#uu-25-2009-44-3")


def test_enter_without_a_result_stays(page: Page, site: str):
    open_search(page, site + LESSON)
    ask(page, "zzqqxx")
    page.keyboard.press("Enter")
    assert page.url == site + LESSON and page.locator("#am-find").is_visible()


def test_a_result_on_this_page_closes_the_dialog_and_leads_there(page: Page, site: str):
    open_search(page, site + LESSON)
    ask(page, "tiga dokumen")
    page.click('.am-find a[href$="1-to-whom.html#three-documents"]')
    expect(page.locator(".am-find")).to_be_hidden()
    assert page.url == site + LESSON + "#three-documents"
    expect(page.locator("#three-documents")).to_be_in_viewport()


def test_the_whole_result_can_be_tapped(page: Page, site: str):
    page.set_viewport_size(PHONE)
    open_search(page, site)
    ask(page, "pengaduan")
    box = page.locator(".am-find ol li").first.bounding_box()
    assert box and box["height"] >= 44
    page.mouse.click(box["x"] + 5, box["y"] + box["height"] - 4)
    page.wait_for_url("**/*.html*")


def test_a_result_says_what_it_is_and_marks_the_words(page: Page, site: str):
    open_search(page, site)
    ask(page, "melayani")
    item = page.locator(".am-find li", has=page.locator('a[href$="glossary.html#term-standar-pelayanan"]'))
    expect(item.locator("span")).to_have_text("Glosarium")
    expect(item.locator("mark.am-hit").first).to_have_text("pelayanan")
    ask(page, "tiga dokumen")
    lesson = page.locator('.am-find a[href$="1-to-whom.html#three-documents"]')
    expect(lesson).to_have_text("Janji ini kepada siapa? › Tiga dokumen, tiga pekerjaan")


def test_the_number_is_announced(page: Page, site: str):
    open_search(page, site)
    ask(page, "tanda terima pengaduan")
    assert page.locator(".am-find__say").get_attribute("role") == "status"
    assert said(page) == f"{page.locator('.am-find ol li').count()} hasil"
    ask(page, " ")
    assert "Tulis satu" in said(page) and page.locator(".am-find ol").count() == 0


def test_words_are_found_while_they_are_typed(page: Page, site: str):
    open_search(page, site)
    for beginning in ("pelay", "gratif", "mengad"):
        ask(page, beginning)
        assert page.locator(".am-find ol li").count() > 2 and "mirip" not in said(page), beginning


def test_similar_words_are_named(page: Page, site: str):
    open_search(page, site)
    ask(page, "integritsa ")
    assert "kata yang mirip: integritas." in said(page)
    ask(page, "integritas ")
    assert "mirip" not in said(page)
    open_search(page, site + "en/index.html")
    ask(page, "complants ")
    assert "similar words: complaints." in said(page)


def test_two_slips_are_still_forgiven(page: Page, site: str):
    open_search(page, site)
    ask(page, "maladmnistrsi ")
    assert "mirip" in said(page) and page.locator(".am-find ol li").count() > 0


def test_no_result_says_what_to_try(page: Page, site: str):
    for prefix, nothing in (("", "Tidak ada yang ditemukan."), ("en/", "Nothing was found.")):
        open_search(page, site + prefix + "index.html")
        ask(page, "zzqqxx")
        assert said(page) == nothing
        links = page.locator(".am-find__found ul a")
        assert [site_path(str(links.nth(i).get_attribute("href")), site) for i in range(links.count())] == [
            prefix + "knowledge/glossary.html",
            prefix + "knowledge/topics.html",
        ]


def site_path(address: str, site: str) -> str:
    return address.removeprefix(site)


@pytest.mark.parametrize(
    "text",
    [HOSTILE, "<script>window.hit=1</script>", "__proto__ constructor", "\"\\'); window.hit=1", "🙂" * 40, "a" * 4000],
    ids=["image", "script", "names", "quotes", "signs", "long"],
)
def test_whatever_is_typed_is_only_text(page: Page, site: str, text: str):
    watch = Watch(page, site)
    open_search(page, site)
    ask(page, text)
    ask(page, text + " pelayanan ")
    page.keyboard.press("Home")
    assert page.evaluate("window.hit") is None
    assert page.locator(".am-find img, .am-find script").count() == 0
    assert watch.found == []


def test_markup_in_the_index_shows_as_text(page: Page, site: str):
    page.route(INDEX, lambda route: poisoned(route))
    open_search(page, site)
    ask(page, "melayani ")
    assert page.evaluate("window.hit") is None and page.locator(".am-find img").count() == 0
    expect(page.locator(".am-find__found")).to_contain_text("<img")


def poisoned(route: Route) -> None:
    """An index whose headings and excerpts are markup."""
    answer = route.fetch()
    text = answer.text().replace("standar pelayanan", HOSTILE.replace('"', "'") + " pelayanan")
    route.fulfill(response=answer, body=text)


# --- a bad connection


def test_an_index_that_does_not_load_is_one_sentence_and_can_be_tried_again(page: Page, site: str):
    page.route(INDEX, lambda route: route.abort())
    page.goto(site + LESSON)
    page.keyboard.press("/")
    expect(page.locator(".am-find__say")).to_contain_text("tidak dapat dimuat")
    page.keyboard.type("maklumat")
    again = page.get_by_role("button", name="Coba lagi")
    again.click()
    expect(again).to_be_visible()
    page.unroute(INDEX)
    again.click()
    expect(page.locator(".am-find__say")).to_contain_text("hasil")
    expect(again).to_be_hidden()
    expect(page.locator("#am-find")).to_have_value("maklumat")  # nothing is lost
    expect(page.locator("#am-find")).to_be_focused()


@pytest.mark.parametrize("body", ["", "window.amSearchData={};", "window.amSearchData={", "oops("])
def test_an_index_that_cannot_be_read_is_the_same_sentence(page: Page, site: str, body: str):
    page.route(INDEX, lambda route: route.fulfill(content_type="text/javascript", body=body))
    page.goto(site + "en/index.html")
    page.click("#am-search")
    expect(page.locator(".am-find__say")).to_contain_text("could not be loaded")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


def test_it_says_that_it_waits(page: Page, site: str):
    held: list[Route] = []
    page.route(INDEX, lambda route: held.append(route))
    page.goto(site)
    page.click("#am-search")
    expect(page.locator(".am-find__say")).to_contain_text("Menyiapkan")
    page.keyboard.type("ganti rugi")
    page.wait_for_timeout(100)
    held[0].continue_()
    expect(page.locator(".am-find__say")).to_contain_text("hasil")


def test_it_works_when_the_connection_is_gone_after_opening(page: Page, site: str):
    open_search(page, site)
    page.context.set_offline(True)
    ask(page, "gratifikasi")
    expect(first(page)).to_be_visible()
    page.context.set_offline(False)


# --- looks


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_axe(page: Page, site: str, size: Any, scheme: Any):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    open_search(page, site + LESSON)
    behind = ("landmark-one-main", "page-has-heading-one", "region")  # best practices; the page behind is inert
    for text in ("", "tanda terima pengaduan", "integritsa ", "zzqqxx"):
        if text:
            ask(page, text)
        assert [found for found in violations(page) if not found.startswith(behind)] == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_fits_and_its_controls_are_large(page: Page, site: str, width: int):
    page.set_viewport_size({"width": width, "height": 640})
    open_search(page, site + LESSON)
    ask(page, "standar pelayanan")
    assert page.evaluate("document.querySelector('.am-find').scrollWidth") <= width
    for control in ("#am-search", "#am-find", ".am-find .am-ib"):
        box = page.evaluate(
            "s => { const b = document.querySelector(s).getBoundingClientRect(); return [b.width, b.height] }", control
        )
        assert min(box) >= 43.9, control


def test_forced_colours_keep_focus_and_marks(page: Page, site: str):
    page.emulate_media(forced_colors="active")
    open_search(page, site + LESSON)
    ask(page, "standar pelayanan")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("getComputedStyle(document.activeElement, '::after').outlineStyle") == "solid"
    assert "underline" in page.evaluate("getComputedStyle(document.querySelector('.am-hit')).textDecorationLine")


# --- from a disk


def test_from_a_disk(page: Page, built: Path):
    watch = Watch(page, "file:///")
    open_search(page, (built / LESSON).as_uri())
    for text, target in (
        ("mengadukan", "complaints.html"),
        ("pasal 21", "laws.html#uu-25-2009-21"),
        ("ombusdman ", "#ombudsman"),
    ):
        ask(page, text)
        assert target in " ".join(page.locator(".am-find ol a").evaluate_all("links => links.map(a => a.href)")), text
    open_search(page, (built / "en/course/index.html").as_uri())
    ask(page, "wedding gifts")
    target = str(first(page).get_attribute("href"))
    first(page).click()
    page.wait_for_url(target)
    assert target.startswith((built / "en").as_uri()) and watch.found == []
