"""The frame in a browser: drawer, appearance, languages, tooltips, keyboard, narrow screens, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from views import DESK, KINDS, LESSON, PHONE, Watch


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size(PHONE)
    return page


@pytest.fixture
def desk(page: Page) -> Page:
    page.set_viewport_size(DESK)
    return page


@pytest.fixture
def no_script(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    yield context
    context.close()


# --- every kind of page


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_visit_is_quiet(page: Page, site: str, kind: str, prefix: str):
    watch = Watch(page, site)
    page.goto(site + prefix + KINDS[kind])
    page.wait_for_load_state("networkidle")
    assert watch.found == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_a_small_phone(page: Page, site: str, kind: str):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site + KINDS[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_wrong_address_shows_the_page_of_its_language_with_styles(desk: Page, site: str):
    for address, lang in (("nowhere/at/all.html", "id"), ("en/nowhere/at/all.html", "en")):
        answer = desk.goto(site + address)
        assert answer and answer.status == 404
        assert desk.evaluate("document.documentElement.lang") == lang
        assert desk.evaluate("getComputedStyle(document.querySelector('.am-header')).position") == "sticky"


def test_the_folder_opens_from_a_disk(desk: Page, built: Path):
    watch = Watch(desk, "file:///")
    desk.goto((built / LESSON).as_uri())
    desk.wait_for_load_state("networkidle")
    assert desk.evaluate("getComputedStyle(document.querySelector('.am-header')).position") == "sticky"
    desk.locator(".am-tip-link").first.focus()
    expect(desk.locator(".am-tip:not([hidden])")).to_have_count(1)
    desk.click(".am-lang a[hreflang=en]")
    assert desk.url == (built / "en" / LESSON).as_uri()
    assert watch.found == []


# --- drawer


def test_the_drawer_by_keyboard(phone: Page, site: str):
    phone.goto(site + LESSON)
    menu, nav = phone.locator("#am-menu"), phone.locator("#am-nav")
    expect(nav).to_be_hidden()
    menu.focus()
    phone.keyboard.press("Enter")
    expect(nav).to_be_visible()
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(phone.locator("#am-close")).to_be_focused()
    assert phone.evaluate("document.getElementById('am-main').inert")
    for _ in range(40):  # the keyboard cannot leave the drawer for the page behind it
        phone.keyboard.press("Tab")
        assert phone.evaluate("document.activeElement === document.body || !!document.activeElement.closest('#am-nav')")
    phone.keyboard.press("Escape")
    expect(nav).to_be_hidden()
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    assert not phone.evaluate("document.getElementById('am-main').inert")


def test_the_drawer_closes_beside_it_with_its_button_and_on_a_wide_screen(phone: Page, site: str):
    phone.goto(site + LESSON)
    nav = phone.locator("#am-nav")
    phone.click("#am-menu")
    phone.click("#am-close")
    expect(nav).to_be_hidden()
    phone.click("#am-menu")
    phone.mouse.click(380, 500)
    expect(nav).to_be_hidden()
    phone.click("#am-menu")
    phone.set_viewport_size(DESK)
    assert not phone.evaluate("document.getElementById('am-main').inert")


def test_the_drawer_holds_the_site_and_the_contents_of_the_page(phone: Page, site: str):
    phone.goto(site + LESSON)
    phone.click("#am-menu")
    nav = phone.locator("#am-nav")
    expect(nav.locator("> ul > li")).to_have_count(4)
    expect(nav.locator("a[aria-current=page]")).to_have_count(1)
    entry = nav.locator(".am-nav__toc a").nth(1)
    expect(entry).to_be_visible()
    entry.click()
    expect(nav).to_be_hidden()
    assert "#" in phone.url


def test_the_drawer_without_scripts(no_script: BrowserContext, site: str):
    page = no_script.new_page()
    page.goto(site + LESSON)
    nav = page.locator("#am-nav")
    expect(nav).to_be_hidden()
    page.click("a.am-menu")
    expect(nav).to_be_visible()
    page.click(".am-nav__head a")
    expect(nav).to_be_hidden()
    expect(page.locator("#am-theme")).to_be_hidden()
    page.set_viewport_size(DESK)
    expect(nav).to_be_visible()


# --- appearance


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


LIGHT, DARK = "rgb(255, 255, 255)", "rgb(19, 24, 35)"


def test_three_appearances_that_stay(desk: Page, site: str):
    desk.emulate_media(color_scheme="dark")
    desk.goto(site + LESSON)
    button = desk.locator("#am-theme")
    assert background(desk) == DARK  # as the device
    names = [button.get_attribute("aria-label")]
    button.click()
    assert background(desk) == LIGHT
    names.append(button.get_attribute("aria-label"))
    desk.reload()
    assert background(desk) == LIGHT
    desk.goto(site + "en/index.html")
    assert background(desk) == LIGHT
    button.click()
    assert background(desk) == DARK
    names.append(button.get_attribute("aria-label"))
    desk.emulate_media(color_scheme="light")
    assert background(desk) == DARK
    button.click()
    assert background(desk) == LIGHT  # as the device again
    assert len(set(names)) == 3


def test_another_tab_follows(context: BrowserContext, site: str):
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.emulate_media(color_scheme="light")
        page.goto(site)
    one.click("#am-theme")
    one.click("#am-theme")
    expect(two.locator("html")).to_have_attribute("data-theme", "dark")


def test_the_choice_is_made_before_anything_is_painted(desk: Page, site: str):
    desk.goto(site)
    desk.evaluate("localStorage.setItem('am:theme', 'dark')")
    desk.add_init_script(
        "new MutationObserver((_, o) => { if (document.body) { window.early = document.documentElement.dataset.theme;"
        " o.disconnect(); } }).observe(document, { childList: true, subtree: true })"
    )
    desk.goto(site + LESSON)
    assert desk.evaluate("window.early") == "dark"


def test_without_scripts_the_device_decides(browser: Browser, site: str):
    for scheme, colour in (("light", LIGHT), ("dark", DARK)):
        context = browser.new_context(java_script_enabled=False, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(site + LESSON)
        shot = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
        assert shot == colour
        context.close()


# --- languages


@pytest.mark.parametrize("path", [KINDS["home"], KINDS["module"], LESSON, KINDS["laws"]])
def test_the_language_switch_stays_on_the_page(desk: Page, site: str, path: str):
    desk.goto(site + path)
    desk.click(".am-lang a[hreflang=en]")
    assert desk.url == site + "en/" + path
    assert desk.evaluate("document.documentElement.lang") == "en"
    desk.click(".am-lang a[hreflang=id]")
    assert desk.url == site + path


def test_the_language_switch_of_the_404_page(desk: Page, site: str):
    desk.goto(site + "nowhere.html")
    desk.click(".am-lang a[hreflang=en]")
    assert desk.url == site + "en/404.html"


# --- tooltips


def test_a_tooltip_for_pointer_and_escape(desk: Page, site: str):
    desk.goto(site + LESSON)
    link = desk.locator(".am-tip-link").first
    tip = desk.locator(f"#{link.get_attribute('aria-describedby')}")
    expect(tip).to_be_hidden()
    link.hover()
    expect(tip).to_be_visible()
    box = tip.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= DESK["width"]
    desk.mouse.move(box["x"] + 10, box["y"] + box["height"] / 2, steps=4)
    desk.wait_for_timeout(500)
    expect(tip).to_be_visible()  # it may be pointed at
    desk.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    link.hover()
    expect(tip).to_be_visible()
    desk.mouse.move(5, 700, steps=4)
    expect(tip).to_be_hidden()


def test_a_tooltip_for_the_keyboard(desk: Page, site: str):
    desk.goto(site + LESSON)
    link = desk.locator(".am-tip-link").first
    tip = desk.locator(f"#{link.get_attribute('aria-describedby')}")
    link.focus()
    expect(tip).to_be_visible()
    desk.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(link).to_be_focused()
    desk.keyboard.press("Tab")
    desk.keyboard.press("Shift+Tab")
    expect(tip).to_be_visible()


def test_the_first_tap_shows_and_the_second_follows(browser: Browser, site: str):
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(site + LESSON)
    link = page.locator(".am-tip-link").first
    tip = page.locator(f"#{link.get_attribute('aria-describedby')}")
    link.tap()
    expect(tip).to_be_visible()
    assert page.url == site + LESSON
    box = tip.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
    page.locator("h1").tap()
    expect(tip).to_be_hidden()
    link.tap()
    expect(tip).to_be_visible()
    link.tap()
    page.wait_for_url("**/knowledge/**")
    context.close()


# --- keyboard


def test_a_walk_with_the_keyboard(desk: Page, site: str):
    """The skip link comes first and works; every stop is on the screen and marked."""
    desk.goto(site + LESSON)
    desk.keyboard.press("Tab")
    skip = desk.locator(".am-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    desk.keyboard.press("Enter")
    assert desk.evaluate("document.activeElement.id") == "am-main"
    stops = 0
    for _ in range(60):
        desk.keyboard.press("Tab")
        state = desk.evaluate(
            """() => { const e = document.activeElement; if (!e || e === document.body) return null;
            const rows = [e, e.closest('label'), e.nextElementSibling].filter(Boolean), b = e.getBoundingClientRect();
            const seen = b.bottom > 90 && b.top < innerHeight && b.width > 0;
            const marked = rows.some(r => { const s = getComputedStyle(r);
              return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none'; });
            return { seen, marked, what: e.outerHTML.slice(0, 120) }; }"""
        )
        if state is None:
            break
        stops += 1
        assert state["seen"] and state["marked"], state["what"]
    assert stops > 20


def test_a_link_in_the_text_turns_yellow_under_the_keyboard(desk: Page, site: str):
    desk.goto(site + LESSON)
    desk.keyboard.press("Tab")
    link = desk.locator("article a").first
    link.focus()
    assert link.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(246, 198, 68)"


# --- reading


def test_the_contents_list_marks_the_section_being_read(desk: Page, site: str):
    desk.goto(site + LESSON)
    second = desk.locator("#am-toc a").nth(1)
    second.click()
    expect(second).to_have_attribute("aria-current", "location")
    expect(desk.locator("#am-toc [aria-current]")).to_have_count(1)
    heading = desk.evaluate("document.getElementById(location.hash.slice(1)).getBoundingClientRect().top")
    assert 90 <= heading <= 200  # below the header, not behind it


def test_a_link_into_a_folded_box_opens_it(desk: Page, site: str):
    desk.goto(site + LESSON)
    box = "<details><summary>s</summary><p id=deep>x</p></details>"
    desk.evaluate("box => document.querySelector('article').insertAdjacentHTML('beforeend', box)", box)
    desk.evaluate("location.hash = 'deep'")
    expect(desk.locator("#deep")).to_be_visible()


# --- paper


@pytest.mark.parametrize("kind", ["lesson", "quiz", "home", "laws"])
def test_a_page_prints_on_a4(desk: Page, site: str, kind: str, tmp_path: Path):
    desk.goto(site + KINDS[kind])
    pdf = desk.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF") and len(pdf) > 10_000
    assert b"/MediaBox [0 0 594" in pdf or b"/MediaBox [0 0 595" in pdf


def test_paper_shows_the_article_and_no_controls(desk: Page, site: str):
    desk.goto(site + LESSON)
    desk.emulate_media(media="print")
    for gone in (".am-header", "#am-nav", "#am-toc", ".am-turn"):
        expect(desk.locator(gone).first).to_be_hidden()
    assert background(desk) == LIGHT
    desk.evaluate("dispatchEvent(new Event('beforeprint'))")
    boxes = desk.locator("details.pause")
    assert all(boxes.nth(i).evaluate("e => e.open") for i in range(boxes.count()))
    desk.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not any(boxes.nth(i).evaluate("e => e.open") for i in range(boxes.count()))


# --- styles


@pytest.fixture(scope="module")
def plain(root: Path, tmp_path_factory: pytest.TempPathFactory, serve_folder: Any) -> str:
    """The same site before the finishing pass: whole style sheets, whole scripts."""
    from amanah.site.build import build

    out = tmp_path_factory.mktemp("plain") / "site"
    build(root, out, finishing=False)
    return str(serve_folder(out))


def shot(page: Page, address: str, full: bool = True) -> bytes:
    page.route("**/*.woff2", lambda route: route.abort())  # used only where it comes in time, which a test cannot know
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page.screenshot(full_page=full, animations="disabled")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
@pytest.mark.parametrize("kind", ["home", "module", "lesson", "quiz", "laws"])
def test_the_finished_styles_paint_the_same(page: Page, site: str, plain: str, kind: str, size: Any, scheme: Any):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    assert shot(page, site + KINDS[kind]) == shot(page, plain + KINDS[kind])


@pytest.mark.parametrize("size", [PHONE, {"width": 430, "height": 932}], ids=["390", "430"])
@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"404", "references"}))
def test_a_phone_paints_its_first_screen_from_the_page_alone(page: Page, site: str, kind: str, size: Any):
    page.set_viewport_size(size)
    whole = shot(page, site + KINDS[kind], full=False)
    page.route("**/*.css", lambda route: route.fulfill(status=200, content_type="text/css", body=""))
    assert shot(page, site + KINDS[kind], full=False) == whole
