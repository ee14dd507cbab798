from pathlib import Path

import pytest

from amanah.course.course import Course, normalise, read_course
from amanah.course.page import parse_page

SAMPLE = Path(__file__).parent / "sample"
LESSON = "course/1-contoh/1-standar"


@pytest.fixture(scope="module")
def course() -> Course:
    return read_course(SAMPLE)


@pytest.mark.parametrize(
    ("path", "module", "lesson"),
    [
        ("index", None, None),
        ("course/index", None, None),
        ("course/6-citizen-charter/index", 6, None),
        ("course/6-citizen-charter/practice", 6, None),
        ("course/6-citizen-charter/4-no-paper-tiger", 6, 4),
        ("course/12-x/10-y", 12, 10),
        ("knowledge/6-x/1-y", None, None),
    ],
)
def test_numbers_come_from_the_path(path: str, module: int | None, lesson: int | None) -> None:
    page = parse_page("", "x.md", "id", path)
    assert (page.module, page.lesson) == (module, lesson)


def test_body_begins_after_the_front_matter(course: Course) -> None:
    page = course.pages["id", LESSON]
    assert (page.body_line, page.body.split("\n")[0]) == (12, "# Standar")
    assert page.file == "docs/id/course/1-contoh/1-standar.md"


def test_everything_has_its_place(course: Course) -> None:
    page = course.pages["id", LESSON]
    assert [(h.id, h.place.line) for h in page.headings] == [
        (None, 12),
        ("components", 17),
        ("time", 34),
        ("sources", 58),
    ]
    assert [(str(c), c.place.line, c.place.column) for c in page.citations] == [
        ("uu-25-2009:21", 20, 2),
        ("banerjee2018", 21, 2),
        ("uu-25-2009:44(3)", 21, 17),
        ("olken2007", 31, 10),
        ("uu-25-2009", 42, 22),
        ("olken2007", 52, 36),
    ]
    assert [(f.name, f.place.line, f.place.column) for f in page.fences] == [
        ("quiz", 23, 1),
        ("law", 39, 5),
        ("figure", 48, 5),
        ("sources", 62, 1),
    ]


def test_section_text_shows_what_a_reader_sees(course: Course) -> None:
    assert course.pages["id", LESSON].section_text("time") == "Butir satu dengan Butir dua\nDua janji Tiga kata dilema."
    text = course.pages["en", LESSON].section_text("components")
    assert text is not None
    assert text.startswith("A service standard has 14 components. See another page and.\nAfter the item")
    assert "Part Content Cost Rp 0 Time limit 3 working days Time Point one" in text
    assert course.pages["id", LESSON].section_text("nowhere") is None


@pytest.mark.parametrize(
    ("lang", "quote", "there"),
    [
        ("id", "Sebuah standar pelayanan memuat 14 komponen. Lihat halaman lain", True),
        ("id", "Sebuah **[[standar-pelayanan|standar pelayanan]]** memuat\n14 komponen [@uu-25-2009:21].", True),
        ("id", 'Sesudah soal, teks – yang "utuh" – berlanjut.', True),
        ("id", "halaman lain dan. Sesudah soal", False),  # a fence stands between
        ("id", "sebuah standar", False),
        ("en", "A service standard has 14 components.", True),
        ("en", "These six words", False),  # in the next section
    ],
)
def test_quotes_are_found_in_their_section(course: Course, lang: str, quote: str, there: bool) -> None:
    text = course.pages[lang, LESSON].section_text("components")
    assert text is not None
    assert (normalise(quote) in text) is there


def test_words_are_those_of_the_prose(course: Course) -> None:
    # Not the dilemma, the law card, the figure, the front matter, the sources.
    body = (
        '# Satu dua\n\n!!! ask "Tiga"\n    empat orang-orang\n\n'
        + "```quiz\nm1-q01\n```\n\n| enam | tujuh |\n|---|---|\n"
    )
    body += '\n!!! dilemma "a b"\n    c d\n\n    !!! case "e"\n        f\n\n'
    body += "## g {#sources}\n\nh [@i]\n\n### j {#k}\n\n## delapan {#l}\n"
    assert parse_page(f"---\nid: x\n---\n{body}", "x.md", "id", "x").words() == 8
    assert course.pages["id", LESSON].words() == 44


def test_windows_line_endings_and_byte_order_mark_do_not_move_places() -> None:
    text = "---\nid: x\n---\n# A\n\n## B {#b}\n\nC [@d]\n"
    plain = parse_page(text, "x.md", "id", "x")
    other = parse_page("\ufeff" + text.replace("\n", "\r\n"), "x.md", "id", "x")
    assert (plain.headings, plain.citations, plain.body_line) == (other.headings, other.citations, other.body_line)


def test_pages_cannot_be_changed(course: Course) -> None:
    with pytest.raises(AttributeError):
        course.pages["id", LESSON].lang = "en"  # type: ignore[misc]
