"""What a reader's phone has to fetch. kB = 1000 bytes, gzip level 6, everything counted."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

FIRST_VISIT = 46_000  # the aim is 45: the scripts of a page are not yet one file
REGISTER = 65_000  # the whole bibliography on one page: looked up by few, linked from every citation
QUIZ_PAGE = 53_500  # a module quiz or test: fifteen questions and more with every reason, and all scripts of the player
QUIZZES = ("quiz.html", "pre-test.html", "post-test.html")
NEXT_LESSON = 16_500  # two recall questions at its head, each with every reason, are 1.6 kB of it and worth it
FIRST_ROUND_TRIP = 14_600  # of a connection
ENTRY_PAGE = FIRST_ROUND_TRIP
QUIZ_SCRIPT = 6_000
SEARCH = 80_000  # once a language, when the dialog is first opened: its script and the index


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
        > {"references.html": REGISTER, **dict.fromkeys(QUIZZES, QUIZ_PAGE)}.get(page.name, FIRST_VISIT)
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
    """Grading, feedback and memory of all types: the types carry the words, one file a language."""
    types, rest = (list(built.glob(f"assets/js/{name}.*.js")) for name in ("quiz-types", "quiz"))
    assert len(types) == 2 and len(rest) == 1
    assert all(weight(script) + weight(rest[0]) <= QUIZ_SCRIPT for script in types)


def loaded_later(built: Path) -> list[set[Path]]:
    """For each language what its frame script fetches when the search is opened."""
    names = [
        re.findall(r"search[\w-]*\.\w{8}\.js", file.read_text("utf-8")) for file in built.glob("assets/js/frame.*.js")
    ]
    return [{built / "assets/js" / name for name in each} for each in names]


def test_opening_the_search(built):
    later = loaded_later(built)
    assert len(later) == 2 and all(len(files) == 2 for files in later)
    assert all(sum(map(weight, files)) <= SEARCH for files in later)


def test_nothing_is_published_that_nothing_loads(built, pages):
    wanted = set(pages) | {file for page in pages for file in loaded(built, page)} | set().union(*loaded_later(built))
    wanted |= {built / "sitemap.xml", built / "assets/fonts/OFL.txt", built / "assets/vendor/minisearch-LICENSE.txt"}
    for page in pages:  # what the script of the review page fetches when something is due
        wanted |= {
            (page.parent / each).resolve() for each in re.findall(r'\sdata-src="([^"]+)"', page.read_text("utf-8"))
        }
    assert {path for path in built.rglob("*") if path.is_file()} - wanted == set()
