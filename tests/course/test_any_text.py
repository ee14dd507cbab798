"""Nothing raises, whatever is written; and every place lies within the text."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from amanah.course.course import normalise
from amanah.course.page import parse_page
from amanah.course.references import read_references
from amanah.course.registers import FOLDER, read_registers

# What a page is made of, in pieces that are glued together at random.
PIECES = [
    *("---\n", "id: x\n", "kind: lesson\n", "outcomes: [m1-o1]\n", "\n", "\n\n", "\r\n", "    ", "  ", "\t"),
    *("# ", "## ", "{#a}", "{: #b }", "===", "---", "> ", "- ", "1. ", "|", "|---|", "[r]: x", "<!--", "-->"),
    *("```", "````", "~~~", "quiz", "law", "figure", '!!! case "x"', '??? pause "y"', "!!!"),
    *("[@", "@a", ":44(3)", "; ", "]", "[", "[[", "]]", "key", "(b.md)", "![", "`", "``", "*", "**", "_", "\\"),
    *("<a href='x'>", "<img ", ">", "\u2028", "\x00", "“", "é", "😀"),
]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60).map("".join)


@settings(max_examples=300)
@given(texts)
def test_pages(text: str) -> None:
    page = parse_page(text, "x.md", "id", "course/1-a/1-b", {"key": "kata"}.get)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    elements = [*page.headings, *page.links, *page.citations, *page.terms, *page.fences, *page.images, *page.blocks]
    for place in [element.place for element in elements] + [problem.place for problem in page.problems]:
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
    for citation in page.citations:
        assert lines[citation.place.line - 1][citation.place.column - 1] == "@"
    for heading in page.headings:
        page.section_text(heading.id or "a")
    assert [len(line) for line in page.prose.split("\n")] == [len(line) for line in page.body.split("\n")]
    assert page.words() >= 0
    page.text()


@settings(max_examples=200)
@given(texts)
def test_normalise(text: str) -> None:
    assert "  " not in normalise(text)
    assert "\n" not in normalise(text)


BIBTEX = ["@article{", "@misc", "{", "}", "key", ",", " = ", '"', "title"]
BIBTEX += ["author", " and ", '\\"o', "\\", "$", "%", "#", "\n", "year"]


@settings(max_examples=200)
@given(st.lists(st.one_of(st.sampled_from(BIBTEX), st.text(max_size=5)), max_size=30).map("".join))
def test_bibliography(text: str) -> None:
    references, problems = read_references(text, "r.bib")
    for key, reference in references.items():
        assert key == reference.key
    for problem in problems:
        assert 1 <= problem.place.line <= text.count("\n") + 1


YAML = ["uu-1-2000:", "a:", "title:", "short: ", "articles:", "says: ", "term:", "definition:", "cite: ", "forbidden:"]
YAML += ["\n", "\n  ", "\n    "]
YAML += ["{", "}", "[", "]", ", ", ": ", '"', "id", "en", "x", "- ", "# ", "&a ", "*a", "!b ", "<<: ", "\t"]


@settings(max_examples=200)
@given(st.lists(st.one_of(st.sampled_from(YAML), st.text(max_size=5)), max_size=40).map("".join))
def test_registers(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / FOLDER).mkdir(parents=True)
        for name in ("laws", "glossary", "interface"):
            (Path(folder) / FOLDER / f"{name}.yml").write_text(text, encoding="utf-8", errors="replace", newline="")
        for problem in read_registers(Path(folder)).problems:
            assert problem.place.file.startswith(FOLDER)
            assert 1 <= problem.place.line <= text.count("\n") + text.count("\r") + 2  # the end of the file
