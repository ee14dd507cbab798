"""A browser and the built site, both once per run. The site is served as readers get it; nothing else is reachable."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

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
