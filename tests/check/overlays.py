"""Small courses for the tests: the base course with a few files laid over it."""

from __future__ import annotations

import shutil
from pathlib import Path

HERE = Path(__file__).parent
BASE = HERE / "base"
RULES = HERE / "rules"
EXPECTED = "expected.txt"
GONE = "gone.txt"  # paths of base files, one a line, that this course does not have


def lay(course: Path, *overlays: Path) -> Path:
    """Make a course in the folder ``course``: the base, then each overlay."""
    shutil.copytree(BASE, course)
    for overlay in overlays:
        gone = overlay / GONE
        for name in gone.read_text(encoding="utf-8").split("\n") if gone.is_file() else ():
            if name.strip():
                _remove(course / name.strip())
        shutil.copytree(overlay, course, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED, GONE))
    return course


def _remove(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def rule_of(folder: Path) -> str:
    """K10-anchor → K10: a rule may have a folder for each of its variants."""
    return folder.name.partition("-")[0]


def fixtures(kind: str) -> list[Path]:
    """Every folder ``rules/<RULE>[-variant]/<kind>``."""
    return sorted(RULES.glob(f"*/{kind}"))


def expected_lines(folder: Path, lang: str) -> list[str]:
    """The lines that a failing course declares for one language of the messages."""
    lines = (folder / EXPECTED).read_text(encoding="utf-8").splitlines()
    return [line.removeprefix(f"{lang}|") for line in lines if line.startswith(f"{lang}|")]
