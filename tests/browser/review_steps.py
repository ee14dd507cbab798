"""What a learner does on the review page, for the tests of it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from playwright.sync_api import Locator, Page, expect
from views import Watch

REVIEW, REVIEW_EN = "course/review.html", "en/course/review.html"
LESSON = "course/1-integrity/1-at-the-counter.html"
ITEM = "m1-q01"  # a single choice of that lesson
# One question of one choice in each module, so that every one can be answered in the same way.
CHOICES = ["m1-q01", "m2-q01", "m3-q02", "m4-q01", "m5-q02", "m6-q02"]


def on(page: Page, day: str) -> None:
    """The device's clock shows noon of this day."""
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00"))


def put(page: Page, records: dict[str, Any]) -> None:
    """Writes records to the device; a text stays as it is."""
    texts = {f"am:{key}": each if isinstance(each, str) else json.dumps(each) for key, each in records.items()}
    page.evaluate("records => Object.entries(records).forEach(([key, text]) => localStorage.setItem(key, text))", texts)


def due(day: str, *codes: str, stage: int = 0) -> dict[str, Any]:
    return {f"r:{code}": {"v": 1, "s": stage, "d": day} for code in codes}


def record(page: Page, key: str) -> Any:
    return json.loads(page.evaluate("key => localStorage.getItem('am:' + key)", key) or "null")


def faults(watch: Watch) -> list[str]:
    """What a reader must never meet. (Who leaves a page early cuts off its icon; that is no fault.)"""
    return [each for each in watch.found if not each.endswith("/icon.svg")]


def question(page: Page, code: str = ITEM) -> Locator:
    return page.locator(f"form#{code}")


def shown(page: Page) -> list[str]:
    """The codes of the questions on the page, when all have come."""
    expect(page.locator("[data-am-say]")).not_to_contain_text("…")
    return [form.get_attribute("id") or "" for form in page.locator("[data-am-list] form").all()]


def count(page: Page) -> str:
    return page.locator("[data-am-count]").inner_text()


def answer(page: Page, right: bool, code: str = ITEM) -> None:
    """A single choice: right at once, or wrong until it ends."""
    form = question(page, code)
    key = form.locator(".am-key .am-right").get_attribute("data-k")
    if right:
        form.locator(f"label:has(input[value='{key}'])").click()
        form.locator("[type=submit]").click()
        return
    for option in form.locator(f"label:not(:has(input[value='{key}']))").all()[:2]:
        option.click()
        form.locator("[type=submit]").click()
