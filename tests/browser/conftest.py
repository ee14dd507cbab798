"""A browser and the built site, both once per run. The site is served as readers get it; nothing else is reachable."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from questions import QUIZ
from sample_site import copy_sample, write_site

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium where there is one, else the one that Playwright brings."""
    path = os.environ.get("AMANAH_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    return {**browser_type_launch_args, **({"executable_path": path} if path else {})}


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Any]:
    """Call it with a folder: the address at which the folder is served until the run ends."""
    from amanah.site.serve import address, open_server

    servers = []

    def start(folder: Path) -> str:
        server = open_server(folder, 0)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return address(server)

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site(built: Path, serve_folder: Any) -> str:
    """The address of the finished site, with a slash at its end."""
    return str(serve_folder(built))


@pytest.fixture(scope="session")
def quiz_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course of tests/site/sample, with a test before the course, where each item has one try."""
    folder = tmp_path_factory.mktemp("quiz")
    root = copy_sample(folder)
    for lang in ("id", "en"):
        page = (root / f"docs/{lang}/course/6-sample/quiz.md").read_text("utf-8")
        page = page.replace("id: m6-quiz", "id: pre-test").replace("m6-q10\n", "")
        (root / f"docs/{lang}/course/pre-test.md").write_text(page, "utf-8")
    return write_site(root, folder / "site")


@pytest.fixture(scope="session")
def quiz_site(quiz_folder: Path, serve_folder: Callable[[Path], str]) -> str:
    return serve_folder(quiz_folder)


@pytest.fixture
def quiz(page: Page, quiz_site: str) -> Iterator[Page]:
    """The quiz page, nothing answered yet; an error of the script fails the test."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(quiz_site + QUIZ)
    yield page
    assert errors == []
