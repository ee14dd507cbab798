"""What tests of the reader's records share: putting records into the browser, reading them, choosing a file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import FilePayload, Page

PROGRESS, COMPLETION, POST_TEST = "course/progress.html", "course/completion.html", "course/post-test.html"
LESSONS = [f"m{module}-l{lesson}" for module in range(1, 7) for lesson in range(1, 6 if module == 6 else 5)]
QUIZZES = [f"m{module}-quiz" for module in range(1, 7)]
FULL = "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
Records = dict[str, Any]


def done(*pages: str, day: str = "2026-11-10") -> Records:
    return {f"p:{page}": {"v": 1, "d": day} for page in pages}


def answer(ok: int = 1, tries: int = 1, day: str = "2026-11-10", a: Any = ("a",)) -> Records:
    return {"v": 1, "a": list(a) if isinstance(a, tuple) else a, "t": tries, "ok": ok, "d": day}


def put(page: Page, records: Records) -> None:
    """Writes records as the scripts of the site do, and loads the page anew."""
    page.evaluate(
        "all => Object.keys(all).forEach(key => localStorage.setItem('am:' + key, JSON.stringify(all[key])))", records
    )
    page.reload()


def kept(page: Page) -> Records:
    """Every record of the browser; the appearance is none."""
    stored = page.evaluate("Object.assign({}, localStorage)")
    return {key[3:]: json.loads(text) for key, text in stored.items() if key.startswith("am:") and key != "am:theme"}


def file_of(records: Any, **changed: Any) -> bytes:
    """A progress file as text, or one with something else in it."""
    whole = {"format": "amanah-progress", "version": 1, "made": "2026-11-24", "records": records, **changed}
    return json.dumps(whole, ensure_ascii=False).encode()


def choose(page: Page, content: bytes, name: str = "amanah.json", kind: str = "application/json") -> None:
    page.locator("#am-import").set_input_files(FilePayload(name=name, mimeType=kind, buffer=content))


def export(page: Page, button: str = "#am-file [data-am-export]") -> tuple[str, Records]:
    """Name and content of the file that the button makes."""
    with page.expect_download() as waiting:
        page.click(button)
    return waiting.value.suggested_filename, json.loads(Path(waiting.value.path()).read_text("utf-8"))


def codes(page: Page, selector: str, attribute: str) -> list[str]:
    """The item codes that a place of the page counts."""
    return re.split(r"\s+", page.locator(selector).first.get_attribute(attribute) or "")
