"""The index: what it keeps, its excerpts, its text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amanah.site.search.documents import Document
from amanah.site.search.encode import HIGH, LOW, MARKS, front_coded, length, number, postings
from amanah.site.search.excerpts import excerpt, excerpts, shorten
from amanah.site.search.index import IN_HEADING, IN_TEXT, OFTEN, make_index
from amanah.site.search.roots import roots_for

PLAIN = roots_for("ms")  # words are their own roots


def document(page: str, heading: str, text: str, alone: bool = False) -> Document:
    return Document(page, "lesson", "Judul", heading.lower(), heading, [text], [text], alone)


def test_weights():
    index = make_index([document("a", "Loket", "warga antre warga janji warga")], PLAIN)
    assert index.postings == {
        "antre": [(0, IN_TEXT)],
        "janji": [(0, IN_TEXT)],
        "loket": [(0, IN_HEADING)],
        "warga": [(0, OFTEN)],
    }
    assert index.lengths == [5]


def test_the_opening_is_found_by_the_title_of_its_page():
    assert make_index([document("a", "", "x1")], PLAIN).postings["judul"] == [(0, IN_HEADING)]


def test_of_a_page_the_section_that_says_most_stays_and_every_heading():
    sections = [
        document("a", "S1", "loket dan banyak kata lain di sini"),
        document("a", "S2", "loket loket"),
        document("a", "Loket", "kosong"),
        document("b", "S3", "loket"),
    ]
    assert [place for place, _ in make_index(sections, PLAIN).postings["loket"]] == [1, 2, 3]


def test_entries_of_a_register_are_all_found():
    entries = [document("a", f"E{number}", "loket", alone=True) for number in range(3)]
    assert [place for place, _ in make_index(entries, PLAIN).postings["loket"]] == [0, 1, 2]


# --- excerpts


def test_the_sentence_that_says_most_is_shown_and_the_first_of_equals():
    prose = ["Ia datang. Warga menulis janji. Lalu pulang.", "Selesai."]
    assert excerpt(prose, {"janji": 2.0, "pulang": 1.0}, PLAIN, 80) == "Warga menulis janji."
    assert excerpt(prose, {}, PLAIN, 80) == "Ia datang." and excerpt([], {}, PLAIN, 80) == ""


def test_an_initial_ends_no_sentence():
    assert excerpt(["Karya Wawan E. Kuswandoro. Habis."], {}, PLAIN, 80) == "Karya Wawan E. Kuswandoro."


@given(st.text(alphabet="ab ,;(", max_size=60), st.integers(5, 40))
def test_a_shortened_text_is_a_beginning_and_short(text, length):
    short = shorten(text, length)
    assert short == text if len(text) <= length else len(short) <= length + 3 and text.startswith(short[:-2])


def test_one_excerpt_a_document():
    documents = [document("a", "S", "Satu dua."), Document("b", "page", "T")]
    assert excerpts(documents, make_index(documents, PLAIN), PLAIN, 80) == ["Satu dua.", ""]


# --- text. The browser's own reading of it is compared in tests/browser/test_search.py.


def test_the_text_is_what_the_browser_expects():
    assert front_coded(["adil", "adu", "b"]) == "0adil 2u 0b"
    assert postings([(0, IN_TEXT), (1, IN_HEADING), (66, OFTEN)]) == "A#A!$A"
    assert [length(0), length(1), length(15), length(10**9)] == ["A", "E", "Q", "_"]


terms = st.lists(st.text(alphabet="abcé09", min_size=1, max_size=50), unique=True).map(sorted)


@given(terms)
def test_terms_can_be_read_back(listed):
    read, before = [], ""
    for coded in front_coded(listed).split():
        before = before[: int(coded[0], 36)] + coded[1:]
        read.append(before)
    assert read == listed


@given(st.dictionaries(st.integers(0, 200_000), st.sampled_from([IN_TEXT, OFTEN, IN_HEADING])))
def test_postings_can_be_read_back(entries):
    read, place, value, weight = {}, -1, 0, IN_TEXT
    marks = {mark: each for each, mark in MARKS.items() if mark}
    for char in postings(sorted(entries.items())):
        if char in marks:
            weight = marks[char]
        elif char in HIGH:
            value = value * len(HIGH) + HIGH.index(char) + 1
        else:
            place += value * len(LOW) + LOW.index(char) + 1
            read[place] = weight
            value, weight = 0, IN_TEXT
    assert read == entries


def test_nothing_in_the_text_needs_an_escape():
    alphabet = LOW + HIGH + "".join(MARKS.values())
    assert len(set(alphabet)) == len(alphabet) == 64 + 24 + 2 and not set(alphabet) & set('"\\ ~')
    assert number(0) == "A" and number(64) == "$A"
