"""What of a translation is out of date, `amanah translate`, and a third language in a copy of the course."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amanah.cli import main
from amanah.course.course import read_course
from amanah.course.new_language import LanguageExists, NoLanguageList, new_language
from amanah.course.translations import digests, gaps, read_record

BASE = Path(__file__).parents[1] / "check/base"
LESSON = "course/1-queue/1-a-fair-queue"
SOURCE = f"docs/id/{LESSON}.md"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A small course in Indonesian and English, every English page accepted."""
    shutil.copytree(BASE, tmp_path / "course")
    config = tmp_path / "course/mkdocs.yml"
    block = (
        "        - locale: id\n          default: true\n        - locale: en\n          name: English # the second\n"
    )
    head = config.read_text(encoding="utf-8").partition("        - {locale: id")[0]
    config.write_text(f"{head}{block}\nstrict: true\n", encoding="utf-8")
    assert run(tmp_path / "course", "accept", "--all").exit_code == 0
    return tmp_path / "course"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["translate", *arguments, "--root", str(root)])


def change(root: Path, file: str, before: str, after: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def states(root: Path, lang: str = "en") -> list[tuple[str, str, str]]:
    course = read_course(root, drafts=True)
    return [(gap.state, gap.path, gap.section) for gap in gaps(course, read_record(root, lang))]


def test_nothing_is_out_of_date_at_first(course: Path) -> None:
    result = run(course, "status")
    assert (result.exit_code, result.output) == (0, "en: 0 stale, 0 missing, 0 unrecorded, on 0 of 5 pages\n")


def test_a_change_of_the_source_makes_one_section_stale(course: Path) -> None:
    change(course, SOURCE, "paling lambat 14 hari", "paling lambat 10 hari")
    assert states(course) == [("stale", LESSON, "complaints")]
    result = run(course, "status")
    assert result.exit_code == 1
    assert result.output.startswith(f"docs/en/{LESSON}.md:")
    assert (
        "stale #complaints  Complaints" in result.output
        and "en: 1 stale, 0 missing, 0 unrecorded, on 1 of 5 pages" in result.output
    )


def test_words_of_the_front_matter_belong_to_the_top_and_other_fields_do_not(course: Path) -> None:
    change(course, SOURCE, 'minutes: "12"', 'minutes: "13"')
    assert states(course) == []
    change(course, SOURCE, "menjelaskan urutan", "menerangkan urutan")
    assert states(course) == [("stale", LESSON, "top")]


def test_white_space_is_no_change(course: Path) -> None:
    change(course, SOURCE, "lalu petugas memeriksa berkas", "lalu\npetugas   memeriksa berkas")
    assert states(course) == []


def test_a_new_section_and_a_new_page_are_missing(course: Path) -> None:
    change(course, SOURCE, "## Pengaduan", "## Jam {#hours}\n\nPukul 8.\n\n## Pengaduan")
    shutil.copy(course / SOURCE, course / "docs/id/course/1-queue/2-new.md")
    assert ("missing", LESSON, "hours") in states(course)
    assert {path for state, path, _ in states(course) if state == "missing"} == {LESSON, "course/1-queue/2-new"}


def test_accept_records_what_the_translation_has(course: Path) -> None:
    change(course, SOURCE, "paling lambat 14 hari", "paling lambat 10 hari")
    change(course, SOURCE, "## Pengaduan", "## Jam {#hours}\n\nPukul 8.\n\n## Pengaduan")
    result = run(course, "accept", f"docs/en/{LESSON}.md")
    assert (result.exit_code, result.output) == (0, f"en {LESSON}: 1 recorded, 1 still missing\n")
    assert states(course) == [("missing", LESSON, "hours")], "a section that the translation lacks is never recorded"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("accept",), "name a page, or say --all"),
        (("accept", "course/none"), "course/none: there is no such page in en and id"),
        (("status", "--lang", "ms"), "ms is no translation of this course (en)"),
        (("new", "en"), "en is there already"),
        (("new", "../x"), '"../x" is no language code; write one such as ms, vi or tet'),
    ],
)
def test_a_mistake_is_one_sentence(course: Path, arguments: tuple[str, ...], sentence: str) -> None:
    result = run(course, *arguments)
    assert (result.exit_code, result.output) == (2, f"amanah translate: {sentence}\n")


def test_a_broken_record_is_an_empty_one(course: Path) -> None:
    (course / "docs/registers/translations/en.yml").write_text("pages: [", encoding="utf-8")
    assert run(course, "status").output.endswith("0 stale, 0 missing, 14 unrecorded, on 5 of 5 pages\n")


# --- a third language


def test_a_new_language_is_a_tree_of_untranslated_pages(course: Path) -> None:
    before = (course / "mkdocs.yml").read_text(encoding="utf-8")
    assert run(course, "new", "ms", "--name", "Bahasa Melayu").exit_code == 0
    entry = '        - locale: ms\n          name: "Bahasa Melayu"\n          build: true\n'
    after = (course / "mkdocs.yml").read_text(encoding="utf-8")
    assert after.replace(entry, "") == before, "nothing else of the configuration changes, comments included"
    assert {state for state, _, _ in states(course, "ms")} == {"missing"}
    assert len(states(course, "ms")) == sum(len(digests(page)) for page in read_course(course).pages_of("id"))
    assert "ms" not in read_course(course).codes, "the check waits until it is no draft any more"


def test_a_page_of_the_new_language_can_be_accepted(course: Path) -> None:
    new_language(course, "ms", "Bahasa Melayu")
    assert run(course, "accept", LESSON, "--lang", "ms").exit_code == 0
    assert LESSON not in {path for _, path, _ in states(course, "ms")}
    assert read_record(course, "ms").draft


def test_a_language_is_begun_only_once(course: Path) -> None:
    new_language(course, "ms", "Bahasa Melayu")
    with pytest.raises(LanguageExists):
        new_language(course, "ms", "Bahasa Melayu")


def test_a_configuration_without_a_list_is_left_as_it_is(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "course")
    with pytest.raises(NoLanguageList):
        new_language(tmp_path / "empty", "ms", "Bahasa Melayu")
