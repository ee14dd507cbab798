"""What tests of several parts share: the course itself, built once per run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("no clock", deadline=None)  # a test never measures time, on a slow machine least of all
settings.load_profile("no clock")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the course."""
    return ROOT


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site of this course; do not change it."""
    from amanah.site.build import build

    out = tmp_path_factory.mktemp("built") / "site"
    build(ROOT, out)
    return out
