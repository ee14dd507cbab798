"""What a page says of its own translation, and a third language that has only begun."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from sample_site import ROOT, copy_sample, render
from selectolax.lexbor import LexborHTMLParser, LexborNode

from amanah.course.course import read_course
from amanah.course.new_language import new_language
from amanah.course.translations import Record, accept, read_record, write_record
from amanah.site.build import build
from amanah.site.finish.sitemap import sitemap

LESSON = "course/6-sample/1-one"
SITE = "https://example.org/"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The sample course, every English page accepted."""
    course = copy_sample(tmp_path)
    accept_all(course, Record("en"))
    return course


def accept_all(root: Path, record: Record, paths: list[str] | None = None) -> None:
    course = read_course(root, drafts=True)
    for page in course.pages_of(record.lang):
        if paths is None or page.path in paths:
            accept(course, record, page.path)
    write_record(root, record)


def banner(html: str) -> LexborNode | None:
    return LexborHTMLParser(html).css_first("aside.translation")


def words(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().split())


def test_a_whole_translation_says_nothing(course: Path) -> None:
    for lang in ("id", "en"):
        html = render(course, f"{lang}/{LESSON}.md")
        assert banner(html) is None and "data-untranslated" not in html


def test_the_banner_names_the_stale_section_and_leads_to_it_and_to_the_source(course: Path) -> None:
    source = course / f"docs/id/{LESSON}.md"
    source.write_text(source.read_text("utf-8").replace("satu pihak", "pihak yang satu"), "utf-8")
    found = banner(render(course, f"en/{LESSON}.md"))
    assert "has changed since these sections were translated: The yardstick" in words(found)
    assert found is not None
    links = [link.attributes["href"] for link in found.css("a")]
    assert links == ["#yardstick", "../../../course/6-sample/1-one.html"]
    assert banner(render(course, f"id/{LESSON}.md")) is None


def test_a_course_that_keeps_no_record_has_no_banner(tmp_path: Path) -> None:
    assert banner(render(copy_sample(tmp_path), f"en/{LESSON}.md")) is None


@pytest.fixture(scope="module")
def malay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real course with a third language that has just begun; one lesson is translated, another one in part."""
    root = tmp_path_factory.mktemp("malay")
    for name in ("docs", "quizzes", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    new_language(root, "ms", "Bahasa Melayu")
    record = read_record(root, "ms")
    accept_all(root, record, ["course/6-citizen-charter/1-to-whom", "course/6-citizen-charter/2-standard-and-maklumat"])
    del record.pages["course/6-citizen-charter/2-standard-and-maklumat"]["fourteen-components"]
    write_record(root, record)
    build(root, root / "site")
    return root / "site"


def page_of(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path).read_text("utf-8"))


def test_a_page_that_is_not_translated_is_not_presented_as_if_it_were(malay: Path) -> None:
    page = page_of(malay, "ms/course/1-integrity/2-five-reasons.html")
    body = page.css_first(".am-page")
    assert body is not None and body.attributes["lang"] == "id"
    assert page.css_first("html").attributes["lang"] == "ms"
    assert "Yang Anda baca adalah naskah Bahasa Indonesia." in words(page.css_first("aside.translation"))


def test_a_translated_page_and_one_in_part(malay: Path) -> None:
    whole = page_of(malay, "ms/course/6-citizen-charter/1-to-whom.html")
    assert whole.css_first("aside.translation") is None and "lang" not in whole.css_first(".am-page").attributes
    part = page_of(malay, "ms/course/6-citizen-charter/2-standard-and-maklumat.html")
    assert "lang" not in part.css_first(".am-page").attributes
    assert part.css_first("aside.translation a").attributes["href"] == "#fourteen-components"


def test_the_other_languages_are_as_before(malay: Path) -> None:
    assert not [path for path in [*malay.glob("course/**/*.html"), *malay.glob("en/**/*.html")] if stale(path)]


def stale(path: Path) -> bool:
    return 'class="admonition translation"' in path.read_text("utf-8")


def test_the_map_of_the_site_leaves_untranslated_pages_out(malay: Path) -> None:
    pages = {path.relative_to(malay).as_posix(): path.read_text("utf-8") for path in malay.rglob("*.html")}
    written = sitemap(pages, SITE, "id")
    assert written is not None
    assert f"{SITE}ms/course/6-citizen-charter/1-to-whom.html" in written
    assert f"{SITE}ms/course/1-integrity" not in written


def test_the_search_of_a_draft_knows_its_translated_pages_only(malay: Path) -> None:
    (index,) = malay.glob("assets/js/search-ms.*.js")
    data = json.loads(index.read_text("utf-8").removeprefix("window.amSearchData=").removesuffix(";"))
    found = {page for page, *_ in data["pages"]}
    assert "ms/course/6-citizen-charter/1-to-whom.html" in found
    assert not {page for page in found if not page.startswith("ms/") or "1-integrity" in page}
    assert data["words"]["none"] == "Tidak ada yang ditemukan."  # the interface still speaks the source language
