"""The step of the finishing pass: files, their names, languages, synonyms."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from amanah.site.finish.paths import read_pages
from amanah.site.search import step
from amanah.site.search.step import SOURCES, index_script, search
from amanah.site.search.synonyms import FILE, BadSynonyms, read_synonyms

ROOT = Path(__file__).resolve().parents[2]
WORDS = {"search.none": {"id": "Tidak ada.", "en": "Nothing."}, "menu": {"id": "Menu", "en": "Menu"}}


def page(lang: str, text: str, mark: str = "") -> str:
    return (
        f'<html lang="{lang}" data-kind="lesson">'
        '<script type="application/json" id="am-search-words">{"files":[]}</script>'
        f'<article><div class="am-page"{mark}><h1>Judul</h1><p>{text}</p></div></article></html>'
    )


def data_of(text: str) -> dict[str, Any]:
    return json.loads(text.removeprefix("window.amSearchData=").removesuffix(";"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "overrides/assets", tmp_path / "assets")
    return tmp_path


def test_one_script_and_one_index_a_language_and_their_names_on_the_pages(folder: Path):
    pages = {"a.html": page("id", "pelayanan"), "en/a.html": page("en", "service")}
    script, first, second = search(folder, pages, WORDS, {})
    assert all((folder / name).is_file() for name in (script, first, second))
    assert f'"files":["{Path(script).name}","{Path(first).name}"]' in pages["a.html"]
    assert f'"files":["{Path(script).name}","{Path(second).name}"]' in pages["en/a.html"]
    assert "search-en." in second and data_of((folder / second).read_text("utf-8"))["words"] == {"none": "Nothing."}


def test_the_script_keeps_the_notice_of_its_library(folder: Path):
    script = (folder / search(folder, {}, WORDS, {})[0]).read_text("utf-8")
    assert "Luca Ongaro" in script and "window.amSearch" in script and "/* From what" not in script


def test_looks_without_the_sources_have_no_search(tmp_path: Path):
    pages = {"a.html": page("id", "x")}
    assert search(tmp_path, pages, WORDS, {}) == [] and '"files":[]' in pages["a.html"]


def test_a_page_that_is_not_translated_is_not_in_the_index():
    pages = {"ms/a.html": page("ms", "khidmat"), "ms/b.html": page("ms", "layanan", ' lang="id" data-untranslated')}
    data = data_of(index_script(pages, "ms", WORDS, []))
    assert [each[0] for each in data["pages"]] == ["ms/a.html"] and data["terms"] == "0judul 0khidmat"


def test_a_language_without_any_page_of_its_own_has_an_empty_index():
    data = data_of(index_script({"ms/b.html": page("ms", "x", " data-untranslated")}, "ms", WORDS, []))
    assert data["pages"] == [] and data["terms"] == "" and data["lengths"] == ""


def test_synonyms_are_written_as_roots():
    data = data_of(index_script({"a.html": page("id", "x")}, "id", WORDS, [["pengaduan", "surat keluhan"]]))
    assert data["synonyms"] == [["adu", "surat keluh"]]


def test_ways_lead_only_to_pages_that_are_there():
    data = data_of(index_script({"en/knowledge/topics.html": page("en", "x")}, "en", WORDS, []))
    assert data["ways"] == {"help.topics": "en/knowledge/topics.html"}


def test_more_to_find_means_shorter_excerpts(monkeypatch: pytest.MonkeyPatch):
    pages = {"a.html": page("id", "panjang " * 30 + "akhir.")}

    def longest() -> int:
        return max(len(own[2]) for each in data_of(index_script(pages, "id", WORDS, []))["pages"] for own in each[3])

    assert longest() > 100
    monkeypatch.setattr(step, "FITS", 10)
    assert longest() < 45


def test_the_same_pages_give_the_same_bytes_and_fit(built: Path):
    pages = {name: html for name, html in read_pages(built).items() if name.startswith("en/")}
    synonyms = read_synonyms(ROOT)["en"]
    text = index_script(pages, "en", WORDS, synonyms)
    assert text == index_script(pages, "en", WORDS, synonyms)
    assert len(gzip.compress(text.encode(), 6)) <= step.FITS


def test_sources_are_all_there():
    assert all((ROOT / "overrides" / source).is_file() for source in SOURCES)


# --- docs/registers/search.yml


def test_the_synonyms_of_the_course():
    groups = read_synonyms(ROOT)
    assert set(groups) == {"id", "en"}
    for listed in groups.values():
        assert all(len(group) > 1 and len(set(group)) == len(group) for group in listed)


def test_without_the_file_there_are_none(tmp_path: Path):
    assert read_synonyms(tmp_path) == {}


@pytest.mark.parametrize("text", ["id: [a, b]", "- a", "id: [[a, [b]]]", "id: x", "id: [", "\0"])
def test_a_file_that_is_not_as_it_should_be_is_one_sentence(tmp_path: Path, text: str):
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text(text, "utf-8")
    with pytest.raises(BadSynonyms) as failed:
        read_synonyms(tmp_path)
    assert FILE in str(failed.value) and "\n" not in str(failed.value)
