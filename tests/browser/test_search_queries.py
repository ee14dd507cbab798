"""What people type, and where it must lead; the browser's reading of the index against the one that Python has made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from amanah.site.finish.paths import read_pages
from amanah.site.search.documents import Document, documents
from amanah.site.search.index import IN_HEADING, OFTEN, make_index
from amanah.site.search.roots import roots_for
from amanah.site.search.words import words

LANGUAGES = ("id", "en")
FOLDER = {"id": "", "en": "en/"}
# The engine alone answers without the pauses of typing; the dialog is tested in test_search.py.
ANSWER = "q => window.engine(q).places.slice(0, 3).map(place => place.path)"
# A surname, a plural of letters: so few forms may stay apart.
MISREAD = 0.001


def queries(lang: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / f"queries.{lang}.tsv").read_text("utf-8").splitlines()
    return [(query, page) for query, _, page in (line.partition("\t") for line in lines) if not query.startswith("#")]


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def engine(browser: Browser, site: str, lang: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{site}{FOLDER[lang]}index.html")
    page.click("#am-search")
    expect(page.locator(".am-find__say")).not_to_contain_text("…")
    page.evaluate("() => { window.engine = window.amSearchParts.engine(window.amSearchData); }")
    yield page
    page.close()


@pytest.fixture(scope="module")
def own(built: Path, lang: str) -> list[Document]:
    pages = read_pages(built)
    return [
        each
        for name, html in pages.items()
        if name.startswith("en/") == (lang == "en")
        for each in documents(name, html)
    ]


def test_there_are_enough(lang: str):
    asked = [query for query, _ in queries(lang)]
    assert len(asked) >= 30 and len(set(asked)) == len(asked)


def test_each_query_finds_its_page_among_the_first_three(engine: Page, lang: str):
    missed = {
        query: found for query, target in queries(lang) if target not in (found := engine.evaluate(ANSWER, f"{query} "))
    }
    assert missed == {}


def test_also_while_the_last_word_is_not_finished_with_a_space(engine: Page, lang: str):
    missed = [query for query, target in queries(lang) if target not in engine.evaluate(ANSWER, query)]
    assert len(missed) <= len(queries(lang)) // 10, missed


def test_the_browser_reads_the_index_that_was_written(engine: Page, own: list[Document], lang: str):
    written = make_index(own, roots_for(lang)).postings
    read = engine.evaluate(
        """() => {
          const index = window.amSearchParts.unfold(window.amSearchData).index.toJSON();
          return JSON.stringify(index.index.map(([term, fields]) => [term, fields]));
        }"""
    )
    found = {}
    for term, fields in json.loads(read):
        text, heading = fields["1"], fields["0"]
        found[term] = {
            (int(place), IN_HEADING if place in heading else OFTEN if count > 1 else 1) for place, count in text.items()
        }
    assert found == {term: set(entries) for term, entries in written.items()}


def test_the_browser_reads_the_words_of_the_course_as_the_index_does(engine: Page, own: list[Document], lang: str):
    roots = roots_for(lang)
    distinct = sorted(
        {word for each in own for text in [each.heading or each.title, *each.text] for word in words(text)}
    )
    expected = {word: found for word in distinct if (found := roots.of(word))}
    read = engine.evaluate(
        """list => {
          const parts = window.amSearchParts, base = parts.unfold(window.amSearchData);
          const reader = parts.reader(window.amSearchData, word => base.spread.has(word));
          return list.map(word => reader(word));
        }""",
        list(expected),
    )
    wrong = [word for word, found in zip(expected, read, strict=True) if not set(expected[word]) <= set(found)]
    assert len(wrong) <= MISREAD * len(expected), wrong


def test_forms_of_one_word_find_the_same(engine: Page, lang: str):
    families = {
        "id": [
            "melayani pelayanan dilayani",
            "mempercayai kepercayaan dipercaya",
            "mengawasi pengawasan",
            "gotong-royong gotong",
            "musyawarah permusyawaratan",
            "percaya ketidakpercayaan",
        ],
        "en": ["complaint complaints", "promise promised promises", "sanction sanctions sanctioned"],
    }
    for family in families[lang]:
        answers = {json.dumps(engine.evaluate(ANSWER, f"{word} ")) for word in family.split()}
        assert len(answers) == 1, family


def test_a_synonym_finds_what_the_course_calls_otherwise(engine: Page, lang: str):
    for asked, word in {"id": [("sogokan", "suap"), ("pungli", "pungutan")], "en": [("kickback", "bribe")]}[lang]:
        found = engine.evaluate("q => window.engine(q).places.slice(0, 3).map(p => p.heading + p.excerpt)", f"{asked} ")
        assert word in " ".join(found).lower()
