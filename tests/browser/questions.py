"""The questions of the small course (tests/site/sample), and how each type is answered on the page.

The answers are known there, and the course itself may change.
"""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

QUIZ, QUIZ_EN = "course/6-sample/quiz.html", "en/course/6-sample/quiz.html"
CHECK = ["single-choice", "multiple-choice", "true-false", "matching", "ordering", "categorise", "numeric"]
CODE = {kind: f"m6-q{number:02d}" for number, kind in enumerate(CHECK, 1)} | {"short-answer": "m6-q09"}
CHECK.append("short-answer")
JUDGEMENT, REFLECTION = "m6-q08", "m6-q10"
ALL = [*CODE.values(), JUDGEMENT]  # what the script looks after
TEST = "course/pre-test.html"


class Question:
    """One form on a page, and how each type is answered."""

    def __init__(self, page: Page, code: str) -> None:
        self.page, self.code = page, code
        self.form = page.locator(f"#{code}")
        self.kind = str(self.form.get_attribute("data-type"))
        self.check, self.again = self.form.locator("[type=submit]"), self.form.locator(".am-again")
        self.say, self.ask, self.key = (
            self.form.locator(".am-say"),
            self.form.locator(".am-ask"),
            self.form.locator(".am-key"),
        )

    def press(self, control: Locator) -> None:
        """As the reader does: with the mouse; see test_quiz_touch.py for a finger."""
        control.click()

    def choose(self, *keys: str) -> None:
        for box in self.form.locator(".am-ask input").all():
            wanted = box.get_attribute("value") in keys
            if box.is_checked() != wanted and (wanted or box.get_attribute("type") == "checkbox"):
                self.press(box)

    def pair(self, **targets: str) -> None:
        for name, target in targets.items():
            self.form.locator(f"select[name={name}]").select_option(target)

    def order(self, *keys: str) -> None:
        """Moves entries up with the buttons until they stand as wished."""
        for index, key in enumerate(keys):
            entry = self.form.locator(f".am-order > li[data-k={key}]")
            while self.keys().index(key) > index:
                self.press(entry.locator("[data-move='-1']"))

    def keys(self) -> list[str]:
        return [str(li.get_attribute("data-k")) for li in self.form.locator(".am-order > li").all()]

    def answer(self, right: bool, variant: int = 0) -> None:
        """A right answer, or one of two different wrong ones."""
        if self.kind in ("single-choice",):
            self.choose("b" if right else "ac"[variant])
        elif self.kind == "true-false":
            self.choose("false" if right else "true")
        elif self.kind == "multiple-choice":
            self.choose(*(("a", "b") if right else [("a", "c"), ("a",)][variant]))
        elif self.kind == "matching":
            self.pair(l1="r1", l2="r2", l3="r3" if right else ["r1", "r4"][variant])
        elif self.kind == "categorise":
            self.pair(e1="std", e2="mak" if right else "std", e3="std" if right or not variant else "mak")
        elif self.kind == "ordering":
            self.order(
                *("s1", "s2", "s3", "s4") if right else [("s2", "s1", "s3", "s4"), ("s4", "s3", "s2", "s1")][variant]
            )
        elif self.kind == "numeric":
            self.form.locator(".am-ask input").fill("78,47" if right else ["12", "13"][variant])
        elif self.kind == "short-answer":
            self.form.locator(".am-ask input").fill("“Maklumat.”" if right else ["standar", "piagam"][variant])
        elif self.kind == "situational-judgement":
            for column, key in (("best", "a" if right else "bc"[variant]), ("worst", "b" if right else "ad"[variant])):
                self.press(self.form.locator(f"[name={column}][value={key}]"))

    def checked(self, right: bool = True, variant: int = 0) -> None:
        """Answers and checks."""
        self.answer(right, variant)
        self.press(self.check)

    def expect_end(self, right: bool) -> None:
        expect(self.ask).to_be_hidden()
        expect(self.check).to_be_hidden()
        expect(self.again).to_be_visible()
        expect(self.key).to_be_visible()
        expect(self.say.locator(f".am-fb.{'ok' if right else 'no'}")).to_be_visible()

    def state(self) -> str:
        return str(self.form.get_attribute("data-state"))

    def stored(self, state: str = "") -> dict[str, Any]:
        return dict(stored(self.page, f"q:{state or self.state()}"))


def start_again(page: Page) -> None:
    """As if nothing had been answered."""
    page.evaluate("localStorage.clear()")
    page.reload()


def tab_to(page: Page, target: Locator, limit: int = 120) -> None:
    for _ in range(limit):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("not reached with the Tab key")


def practise(page: Page) -> None:
    """Chooses to answer everything first and to check once."""
    page.locator("#am-mode input[value=all]").check()


def stored(page: Page, key: str) -> Any:
    """A record of the page's storage, such as f:m6-q01; None if there is none."""
    text = page.evaluate("key => localStorage.getItem('am:' + key)", key)
    return None if text is None else json.loads(text)
