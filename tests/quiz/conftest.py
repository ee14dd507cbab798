"""The bank of ten types, as a course folder and as items."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from amanah.quiz.bank import Bank, read_bank
from amanah.quiz.model import BaseItem

TEN_TYPES = Path(__file__).parent / "fixtures" / "ten-types.yml"

WriteBank = Callable[[str], Bank]


@pytest.fixture(scope="session")
def ten_types() -> Bank:
    """The bank of ten types; do not change it."""
    return read_bank(TEN_TYPES, TEN_TYPES.parent)


@pytest.fixture(scope="session")
def items(ten_types: Bank) -> dict[str, BaseItem]:
    """Item type → the item of that type."""
    return {item.type: item for item in ten_types.items}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A folder with the bank of ten types as quizzes/1-demo.yml."""
    folder = tmp_path / "quizzes"
    folder.mkdir()
    (folder / "1-demo.yml").write_text(TEN_TYPES.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


@pytest.fixture
def write_bank(tmp_path: Path) -> WriteBank:
    """Reads a bank from a text, as quizzes/1-demo.yml."""

    def write(text: str) -> Bank:
        path = tmp_path / "quizzes" / "1-demo.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return read_bank(path, tmp_path)

    return write
