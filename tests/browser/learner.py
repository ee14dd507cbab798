"""A learner on pages of Module 6: where the marks of progress can be seen, and the records behind them."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, expect

FOLDER = "course/6-citizen-charter/"
ONE, TWO = FOLDER + "1-to-whom.html", FOLDER + "2-standard-and-maklumat.html"
PRACTICE, QUIZ, MODULE = FOLDER + "practice.html", FOLDER + "quiz.html", FOLDER + "index.html"
MARK = {"": "Tandai selesai", "en/": "Mark as done"}
DONE = {"": "Selesai", "en/": "Done"}


def button(page: Page) -> Any:
    return page.locator(".am-done button")


def mark(page: Page, address: str) -> None:
    """Opens a lesson and marks it as done."""
    page.goto(address)
    button(page).click()
    expect(button(page)).to_have_attribute("aria-pressed", "true")


def records(page: Page) -> dict[str, Any]:
    """What the device keeps of the course, keys without their prefix."""
    kept = page.evaluate("Object.fromEntries(Object.entries(localStorage))")
    return {key[3:]: json.loads(text) for key, text in kept.items() if key.startswith("am:") and key != "am:theme"}


def keep(page: Page, **kept: Any) -> None:
    """Puts records there as an earlier visit would have; __ in a name stands for a colon, _ for a hyphen."""
    for name, record in kept.items():
        key = "am:" + name.replace("__", ":").replace("_", "-")
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps({"v": 1, **record})])


def done(*pages: str) -> dict[str, Any]:
    return {f"p__{page.replace('-', '_')}": {"d": "2026-11-24"} for page in pages}


def last(page: str) -> dict[str, Any]:
    return {"last": {"p": page, "d": "2026-11-24"}}


def woven(page: Page, place: str) -> set[str]:
    """The kinds of strands in a drawing: t6 woven, "g t6" still to come, w straw, f bare thread."""
    return set(page.locator(f"{place} svg path").evaluate_all("all => all.map(path => path.getAttribute('class'))"))


def errors(page: Page) -> list[str]:
    """Fills up with what scripts complain of. A request cut off by the next click is no complaint."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    return found
