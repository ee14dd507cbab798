"""What a reader's phone has to fetch. kB = 1000 bytes, gzip level 6, everything counted."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

FIRST_VISIT = 45_000
REGISTER = 65_000  # the whole bibliography on one page: looked up by few, linked from every citation
NEXT_LESSON = 16_500  # two recall questions at its head, each with every reason, are 1.6 kB of it and worth it
FIRST_ROUND_TRIP = 14_600  # of a connection
ENTRY_PAGE = FIRST_ROUND_TRIP
QUIZ_SCRIPT = 6_000


def weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


def loaded(built: Path, page: Path) -> set[Path]:
    """Every file that a browser fetches for a page: linked in it, or in a style sheet of it."""
    address = "http://site.test/" + page.relative_to(built).as_posix()
    text = page.read_text("utf-8")
    found = re.findall(r'<(?:link|script|img)\b[^>]*\s(?:href|src)="([^"]+)"', text) + re.findall(
        r"url\(([^)\"']+)\)", text
    )
    files = {built / urlsplit(urljoin(address, each)).path.lstrip("/") for each in found}
    for sheet in [file for file in files if file.suffix == ".css"]:
        base = "http://site.test/" + sheet.relative_to(built).as_posix()
        files |= {
            built / urlsplit(urljoin(base, each)).path.lstrip("/")
            for each in re.findall(r"url\(([^)\"']+)\)", sheet.read_text("utf-8"))
        }
    return files


@pytest.fixture(scope="module")
def pages(built: Path) -> list[Path]:
    return sorted(built.rglob("*.html"))


def test_first_visit(built, pages):
    heavy = {
        str(page): total
        for page in pages
        if (total := weight(page) + sum(map(weight, loaded(built, page))))
        > (REGISTER if page.name == "references.html" else FIRST_VISIT)
    }
    assert not heavy


def test_next_lesson(built, pages):
    """Everything but the page itself is in the browser's memory by then."""
    lessons = [page for page in pages if 'data-kind="lesson"' in page.read_text("utf-8")]
    assert lessons and not {str(page): weight(page) for page in lessons if weight(page) > NEXT_LESSON}


def test_html_with_its_critical_styles(pages):
    own = [page for page in pages if re.search(r'data-kind="(?:module|home|course)"', page.read_text("utf-8"))]
    heavy = {str(page): weight(page) for page in own if weight(page) > ENTRY_PAGE}
    assert not heavy


def test_the_first_screen_comes_with_the_first_round_trip(pages):
    """What a phone needs to paint: the page up to the end of its critical styles, and some article."""
    for page in pages:
        text = page.read_text("utf-8")
        first = text[: text.index("<article") + 6000]
        assert len(gzip.compress(first.encode(), 6)) <= FIRST_ROUND_TRIP / 2, page


def test_quiz_script(built):
    scripts = list(built.glob("assets/js/quiz.*.js"))  # one a language: it carries its words
    assert scripts and all(weight(script) <= QUIZ_SCRIPT for script in scripts)


def test_nothing_is_published_that_nothing_loads(built, pages):
    wanted = set(pages) | {file for page in pages for file in loaded(built, page)}
    wanted |= {built / "sitemap.xml", built / "assets/fonts/OFL.txt"}
    assert {path for path in built.rglob("*") if path.is_file()} - wanted == set()
