from pathlib import Path

import pytest

from amanah.course.registers import Registers, read_registers

SAMPLE = Path(__file__).parent / "sample"
LAW = """uu-25-2009:
  title: {id: "U", en: "L"}
  short: {id: "UU 25/2009", en: "Law 25/2009"}
  kind: uu
  number: "25"
  year: "2009"
  status: in-force
  checked: "2026-11-24"
  articles:
    "21":
      says: {id: "a", en: "b"}
      binds: {id: "c", en: "d"}
"""


def registers(tmp_path: Path, **files: str | bytes) -> Registers:
    folder = tmp_path / "docs" / "registers"
    folder.mkdir(parents=True)
    for name, text in files.items():
        path = folder / ("references.bib" if name == "references" else f"{name}.yml")
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_registers(tmp_path)


def problems(found: Registers) -> list[tuple[str, str, int, int]]:
    return [(each.rule, each.variant, each.place.line, each.place.column) for each in found.problems]


def test_sample() -> None:
    found = read_registers(SAMPLE)
    assert found.problems == []
    law = found.laws["uu-25-2009"]
    assert (law.key, law.status, law.number, str(law.place)) == (
        "uu-25-2009",
        "in-force",
        "25",
        "docs/registers/laws.yml:2:1",
    )
    assert (law.articles["21"].fact, law.articles["44(3)"].fact) == ("LAW-021", None)
    assert str(law.article_places["44(3)"]) == "docs/registers/laws.yml:17:5"
    entry = found.glossary["standar-pelayanan"]
    assert (entry.term["en"], entry.cite, entry.forbidden) == (
        "service standard",
        "uu-25-2009:1(7)",
        {"id": ("baku mutu",), "en": ("quality norm",)},
    )
    assert list(found.references) == ["banerjee2018", "olken2007"]
    assert found.words["cite.and"] == {"id": "dan", "en": "and"}


def test_registers_that_are_not_there_are_empty(tmp_path: Path) -> None:
    found = read_registers(tmp_path)
    assert (found.laws, found.glossary, found.references, found.words, found.problems) == ({}, {}, {}, {}, [])
    assert found.topics == {}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("status: in-force", "status: inforce", [("P06", "wrong-value-nearest", 7, 11)]),
        ('  checked: "2026-11-24"\n', "", [("P06", "missing-field", 2, 3)]),
        ("2026-11-24", "24 November", [("P06", "wrong-pattern", 8, 12)]),
        ('      binds: {id: "c", en: "d"}\n', "", [("P06", "missing-field", 11, 7)]),
        ("says", "syas", [("P06", "missing-field", 11, 7), ("P06", "unknown-field-nearest", 11, 7)]),
        ("uu-25-2009:", "uu-26-2009:", [("P06", "law-key", 1, 1)]),
        ('"21"', '"Pasal 21"', [("P06", "article-key", 10, 5)]),
        ('number: "25"', 'number: "25"\n  number: "26"', [("S02", "", 6, 3)]),
    ],
)
def test_laws(tmp_path: Path, old: str, new: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert sorted(problems(registers(tmp_path, laws=LAW.replace(old, new)))) == expected


@pytest.mark.parametrize(
    ("glossary", "expected"),
    [
        ('a-b: {term: {id: "x"}}', [("P12", "missing-field", 1, 6)]),
        ('A b: {term: {id: "x"}, definition: {id: "y"}}', [("P12", "key", 1, 1)]),
        ("a: x", [("P12", "not-mapping", 1, 4)]),
        ("- a", [("P12", "no-mapping", 1, 1)]),
        ('a: {term: {id: "x"}, definition: {id: "y"}, forbidden: {id: z}}', [("P12", "not-list", 1, 61)]),
    ],
)
def test_glossary(tmp_path: Path, glossary: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert problems(registers(tmp_path, glossary=glossary)) == expected


def test_topics(tmp_path: Path) -> None:
    about = 'title: {id: "x", en: "y"}, about: {id: "x", en: "y"}'
    found = registers(tmp_path, topics=f"trust: {{{about}, lessons: [m5, m6-l1]}}\nno one: {{{about}}}\n")
    assert (found.topics["trust"].lessons, found.topics["no one"].lessons) == (("m5", "m6-l1"), ())
    assert str(found.topics["trust"].place) == "docs/registers/topics.yml:1:1"
    assert problems(found) == [("P12", "key", 2, 1)]


def test_interface_holds_texts_only(tmp_path: Path) -> None:
    found = registers(tmp_path, interface='a: {id: "x"}\nb: y\nc: {id: [z]}\n')
    assert found.words == {"a": {"id": "x"}}
    assert problems(found) == [("P12", "no-text", 2, 4), ("P12", "no-text", 3, 4)]


def test_a_key_belongs_to_one_register(tmp_path: Path) -> None:
    found = registers(tmp_path, laws=LAW, references="\n@misc{uu-25-2009, title = {T}}\n")
    assert problems(found) == [("P12", "bib-is-law", 2, 1)]


def test_files_that_are_no_text(tmp_path: Path) -> None:
    found = registers(tmp_path, laws=b"a: \xff\n", references=b"@misc{a, title = {\xe9}}")
    assert problems(found) == [("S01", "not-utf8", 1, 4), ("S01", "not-utf8", 1, 19)]


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "docs" / "registers" / "laws.yml").mkdir(parents=True)
    assert problems(read_registers(tmp_path)) == [("S01", "unreadable", 1, 1)]
