"""axe-core on each kind of page: WCAG 2.0 to 2.2, A and AA, and axe's best practices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from views import DESK, KINDS, LESSON, PHONE

AXE = (Path(__file__).parents[1] / "vendor/axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    result = page.evaluate("tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", TAGS)
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in result["violations"]
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page(page: Page, site: str, kind: str, size: Any, scheme: Any):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(site + KINDS[kind])
    assert violations(page) == []


@pytest.mark.parametrize("kind", ["home", "lesson", "quiz"])
def test_the_other_language(page: Page, site: str, kind: str):
    page.goto(site + "en/" + KINDS[kind])
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_drawer(page: Page, site: str, scheme: Any):
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(site + LESSON)
    page.click("#am-menu")
    behind = ("landmark-one-main", "page-has-heading-one")  # best practices; the page behind the drawer is inert
    assert [found for found in violations(page) if not found.startswith(behind)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_an_open_tooltip_and_open_boxes(page: Page, site: str, size: Any, scheme: Any):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(site + LESSON)
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true; })")
    page.locator(".am-tip-link").first.focus()
    assert violations(page) == []
