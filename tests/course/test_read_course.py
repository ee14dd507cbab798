import shutil
from pathlib import Path

import pytest

from amanah.course.course import Course, read_course
from amanah.course.elements import Citation
from amanah.course.place import Place

SAMPLE = Path(__file__).parent / "sample"
NOWHERE = Place("")


@pytest.fixture(scope="module")
def course() -> Course:
    return read_course(SAMPLE)


def test_sample_is_read_without_a_problem(course: Course) -> None:
    assert course.problems == []
    assert (course.codes, course.default_language) == (("id", "en"), "id")
    assert sorted(path for lang, path in course.pages if lang == "id") == [
        "course/1-contoh/1-standar",
        "course/1-contoh/2-maklumat",
        "course/1-contoh/index",
        "course/index",
        "index",
        "knowledge/glossary",
    ]
    assert {path for lang, path in course.pages if lang == "id"} == {
        path for lang, path in course.pages if lang == "en"
    }


def test_pages_by_id_and_module(course: Course) -> None:
    page = course.page_by_id("en", "m1-l2")
    assert page is not None and page.file == "docs/en/course/1-contoh/2-maklumat.md"
    assert course.page_by_id("en", "m9") is None
    assert [page.id for page in course.module_pages("id", 1)] == ["m1", "m1-l1", "m1-l2"]
    assert course.module_pages("id", 2) == []
    index = course.module_index("id", 1)
    assert index is not None and index.id == "m1"
    cards = course.course_index("en")
    assert cards is not None and cards.modules[0].slug == "1-contoh"
    assert list(course.versions("index")) == ["id", "en"]


@pytest.mark.parametrize(
    ("key", "article", "indonesian", "english"),
    [
        ("uu-25-2009", None, "UU 25/2009", "Law 25/2009"),
        ("uu-25-2009", "1(7)", "UU 25/2009 Pasal 1 angka 7", "Law 25/2009 Art. 1(7)"),
        ("banerjee2018", None, "Banerjee dkk. (2018)", "Banerjee et al. (2018)"),
        ("nobody", None, "nobody", "nobody"),
    ],
)
def test_labels(course: Course, key: str, article: str | None, indonesian: str, english: str) -> None:
    citation = Citation(key, article, NOWHERE)
    assert (course.label(citation, "id"), course.label(citation, "en")) == (indonesian, english)


def test_citations_lead_to_registers(course: Course) -> None:
    law = course.laws["uu-25-2009"]
    assert course.resolve(Citation("uu-25-2009", None, NOWHERE)) is law
    assert course.resolve(Citation("uu-25-2009", "21", NOWHERE)) == (law, law.articles["21"])
    assert course.resolve(Citation("uu-25-2009", "22", NOWHERE)) is None
    assert course.resolve(Citation("olken2007", None, NOWHERE)) is course.references["olken2007"]
    assert course.resolve(Citation("olken2007", "1", NOWHERE)) is None
    assert course.resolve(Citation("nobody", None, NOWHERE)) is None


def test_terms(course: Course) -> None:
    assert course.term("standar-pelayanan", "en") == "service standard"
    assert course.term("nothing", "en") is None


def test_lessons_by_their_own_id_or_by_that_of_their_module(course: Course) -> None:
    assert [page.id for page in course.lessons("en", ["m1-l2", "nobody", "course"])] == ["m1-l2"]
    assert [page.id for page in course.lessons("id", ["m1-l2", "m1"])] == ["m1-l2", "m1-l1"]


def test_articles_in_the_order_of_the_navigation(copy: Path) -> None:
    front = "title: A\nkind: article\ndescription: A\nminutes: 3\ntopics: [x]\nlessons: []\n"
    for name in ("a", "b", "c", "d"):
        page = copy / f"docs/id/knowledge/{name}.md"
        page.write_text(f"---\nid: {name}\n{front}---\n# A\n", encoding="utf-8")
    nav = "nav:\n  - index.md\n  - Pustaka:\n      - knowledge/d.md\n      - Dua: knowledge/b.md\n"
    config = copy / "mkdocs.yml"
    config.write_text(nav + config.read_text(encoding="utf-8"), encoding="utf-8")
    course = read_course(copy)
    assert course.nav == ("index", "knowledge/d", "knowledge/b")
    assert [(page.id, front.id) for page, front in course.articles("id")] == [(name, name) for name in "dbac"]
    assert course.articles("en") == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "course"))


def found(root: Path) -> list[tuple[str, str, str]]:
    return [(each.rule, each.variant, str(each.place)) for each in read_course(root).problems]


def test_no_docs(copy: Path) -> None:
    shutil.rmtree(copy / "docs")
    assert found(copy) == [("P00", "no-docs", "docs:1:1")]


def test_nothing_at_all(tmp_path: Path) -> None:
    assert [variant for _, variant, _ in found(tmp_path)] == ["no-config", "no-docs"]
    assert [variant for _, variant, _ in found(tmp_path / "nowhere")] == ["no-config", "no-docs"]


def test_no_folder_for_a_language(copy: Path) -> None:
    shutil.rmtree(copy / "docs" / "en")
    assert found(copy) == [("P00", "no-folder", "mkdocs.yml:1:1")]


def test_a_page_that_is_no_text(copy: Path) -> None:
    page = copy / "docs" / "id" / "index.md"
    page.write_bytes(page.read_bytes().replace(b"Kursus kecil", b"Kursus \xe9 kecil"))
    assert found(copy) == [("S01", "not-utf8", "docs/id/index.md:5:22")]
    page.write_bytes(bytes(range(256)))
    assert ("P01", "none", "docs/id/index.md:1:1") in found(copy)


def test_a_folder_that_is_called_like_a_page(copy: Path) -> None:
    (copy / "docs" / "id" / "odd.md").mkdir()
    assert found(copy) == [("S01", "unreadable", "docs/id/odd.md:1:1")]


def test_hidden_files_are_no_pages(copy: Path) -> None:
    (copy / "docs" / "id" / ".draft.md").write_text("x", encoding="utf-8")
    (copy / "docs" / "id" / ".git").mkdir()
    (copy / "docs" / "id" / ".git" / "a.md").write_text("x", encoding="utf-8")
    assert found(copy) == []


def test_any_number_of_languages(copy: Path) -> None:
    config = copy / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("Melayu, build: false", "Melayu, build: true")
    config.write_text(text, encoding="utf-8")
    shutil.copytree(copy / "docs" / "id", copy / "docs" / "ms")
    course = read_course(copy)
    assert course.codes == ("id", "en", "ms")
    assert len(course.pages) == 18
    assert course.label(Citation("uu-25-2009", "44(3)", NOWHERE), "ms") == "Law 25/2009 Art. 44(3)"
