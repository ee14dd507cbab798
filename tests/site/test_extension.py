"""Words, citations, terms, tables and fences as HTML."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from sample_site import copy_sample, markdown_for, render
from selectolax.lexbor import LexborHTMLParser

from amanah.site.errors import PageError

LESSON = "id/course/6-sample/1-one.md"
LESSON_EN = "en/course/6-sample/1-one.md"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_sample(tmp_path_factory.mktemp("extension"))


def text(html: str) -> str:
    """What a reader sees: tooltips and scripts taken out."""
    tree = LexborHTMLParser(html)
    for node in tree.css("[role=tooltip], script"):
        node.decompose()
    return " ".join(tree.text().split())


# --- the page around the text


def test_a_lesson_says_where_it_stands(course: Path) -> None:
    html = render(course, LESSON)
    tree = LexborHTMLParser(html)
    assert html.startswith('<div class="am-page t-6" data-page="m6-l1">')
    where = tree.css_first(".am-where")
    assert where.css_first("a").attributes["href"] == "index.html"
    assert where.css_first("p").text(separator="|") == "Piagam warga|Pelajaran 1 dari 2 · 15 menit"
    assert html.index("am-where") < html.index("<h1")
    assert tree.css_first("h1").attributes["id"] == "janji-kepada-siapa", "toc must not see the wrapper"


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("en/course/6-sample/1-one.md", "Lesson 1 of 2 · 15 minutes"),
        ("en/course/6-sample/2-two.md", "Lesson 2 of 2 · 1 minute · core path"),
        ("en/course/6-sample/quiz.md", "Quiz · 10 questions · 14 minutes"),
        ("en/course/6-sample/practice.md", "Practice · 30 minutes"),
        ("en/course/6-sample/index.md", "2 lessons · 60 minutes"),
    ],
)
def test_where_of_each_kind(course: Path, path: str, line: str) -> None:
    assert LexborHTMLParser(render(course, path)).css_first(".am-where span").text() == line


def test_a_page_outside_a_module_has_only_the_wrapper(course: Path) -> None:
    html = render(course, "id/knowledge/laws.md")
    assert html.startswith('<div class="am-page" data-page="laws">')
    assert "am-where" not in html


# --- citations


def test_citations_in_indonesian(course: Path) -> None:
    seen = text(render(course, LESSON))
    assert "dari penyelenggara (UU 25/2009 Pasal 22 ayat (1))." in seen
    assert "(UU 25/2009 Pasal 22 ayat (1); Pasal 44 ayat (3))" in seen, "the law is named once"
    assert "Menurut Olken (2007), pengawasan" in seen
    assert "(lihat juga Tremblay dkk., 2020; Public Affairs Centre, t.t.)" in seen, "no parentheses inside others"


def test_citations_in_english(course: Path) -> None:
    seen = text(render(course, LESSON_EN))
    assert "(Law 25/2009 Art. 22(1); Art. 44(3))" in seen
    assert "According to Olken (2007), audits" in seen
    assert "(see also Tremblay et al., 2020; Public Affairs Centre, n.d.)" in seen


def test_a_law_has_a_tooltip_and_a_link(course: Path) -> None:
    tree = LexborHTMLParser(render(course, LESSON))
    link = tree.css_first('a.am-tip-link[href$="#uu-25-2009-44-3"]')
    assert link.attributes["href"] == "../../knowledge/laws.html#uu-25-2009-44-3"
    tip = link.next
    assert tip.attributes["id"] == link.attributes["aria-describedby"]
    assert tip.attributes["role"] == "tooltip" and "hidden" in tip.attributes
    assert tip.text() == (
        "Pasal 44 ayat (3): Tanggapan diberikan paling lambat 14 hari. Mengikat: penyelenggara."
        " Berlaku. Diperiksa 24 November 2026."
    )


def test_ids_are_unique(course: Path) -> None:
    for page in (LESSON, "id/course/6-sample/quiz.md", "id/course/6-sample/2-two.md", "en/knowledge/laws.md"):
        ids = re.findall(r'\bid="([^"]+)"', render(course, page))
        assert len(ids) == len(set(ids))


def test_links_fit_the_depth_of_the_page(course: Path) -> None:
    html = render(course, "id/knowledge/glossary.md", "[@uu-25-2009]")
    assert 'href="laws.html#uu-25-2009"' in html
    english = render(course, "en/course/index.md", "[[penyelenggara]] x")
    assert 'href="../knowledge/glossary.html#term-penyelenggara"' in english, "languages do not mix"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("[@nobody2000]", '1-one.md:3: neither laws.yml nor references.bib in docs/registers has the key "nobody2000"'),
        ("[@uu-25-2009:99]", '1-one.md:3: docs/registers/laws.yml has no article "99" under uu-25-2009'),
        ("[@olken2007:3]", "has the key"),
        ("[[no-term]]", '1-one.md:3: docs/registers/glossary.yml has no term "no-term"'),
    ],
)
def test_an_unknown_key_stops_with_its_line(course: Path, wrong: str, sentence: str) -> None:
    with pytest.raises(PageError, match=re.escape(sentence)):
        render(course, LESSON, f"# x\n\na {wrong} b")


def test_code_is_left_alone(course: Path) -> None:
    assert "<code>[@nobody]</code>" in render(course, LESSON, "`[@nobody]`")


# --- terms and tables


def test_terms(course: Path) -> None:
    tree = LexborHTMLParser(render(course, LESSON_EN))
    first = tree.css_first('a[href$="#term-maklumat-pelayanan"]')
    assert first.text() == "one party"
    assert first.next.text() == "A statement of the “provider” that it is able."
    assert tree.css_first('a[href$="#term-penyelenggara"]').text() == "provider", "without a text the term is printed"


def test_a_term_with_a_text_stands_in_a_table(course: Path) -> None:
    tree = LexborHTMLParser(render(course, LESSON))
    cells = tree.css("td")
    assert [len(row.css("td")) for row in tree.css("tbody tr")] == [2]
    assert cells[0].css_first("a").text() == "maklumat"


def test_a_table_scrolls_by_keyboard_and_has_a_name(course: Path) -> None:
    region = LexborHTMLParser(render(course, LESSON)).css_first("table").parent
    assert region.attributes["role"] == "region" and region.attributes["tabindex"] == "0"
    assert region.attributes["aria-label"] == "Tabel: Alat ukur"


def test_two_tables_under_one_heading_have_two_names(course: Path) -> None:
    table = "| a |\n|---|\n| b |\n\n"
    html = render(course, LESSON, f"## T {{#t}}\n\n{table}text\n\n{table}")
    assert re.findall('aria-label="([^"]+)"', html.split("<h2")[1]) == ["Tabel: T", "Tabel: T (2)"]


# --- fences


def test_the_law_card(course: Path) -> None:
    card = LexborHTMLParser(render(course, LESSON)).css_first("aside.law")
    assert [dt.text() for dt in card.css("dt")] == [
        "Pasal 44 ayat (3)",
        "Pasal 22 ayat (1)",
        "Status",
        "Artinya di loket",
    ]
    assert "Mengikat: penyelenggara" in card.text()
    assert "Berlaku. Diperiksa 24 November 2026." in card.text()
    assert card.css_first(".am-law__counter a.am-tip-link").text() == "kantor", "terms work inside a card"
    english = LexborHTMLParser(render(course, LESSON_EN)).css_first("aside.law").text()
    assert "At the counter" in english and "In force. Checked on 24 November 2026." in english


def test_the_figure(course: Path) -> None:
    figure = LexborHTMLParser(render(course, LESSON)).css_first("figure.am-fig")
    svg = figure.css_first("svg")
    assert svg.attributes["role"] == "img"
    title, desc = svg.attributes["aria-labelledby"].split()
    assert figure.css_first(f"#{title}").text() == "Dua lajur"
    assert figure.css_first(f"#{desc}").text() == "Kantor dan warga."
    assert [span.text() for span in figure.css("tspan")] == ["Kantor", "kita"], "| breaks the line"
    assert figure.css_first("figcaption").text().startswith("Gambar sendiri, menurut Olken (2007)")
    assert "ns0" not in svg.html and "{" not in svg.html


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("two.svg", "three.svg"), ':3: there is no diagram "three.svg"'),
        (("two.svg", "../../../mkdocs.yml"), 'there is no diagram "mkdocs.yml"'),
        (('  citizens: "c"\n', ""), 'lacks the label "citizens"'),
        (('  citizens: "c"', '  citizens: "c"\n  spare: "d"'), "has no place for the label spare"),
        (('title: "t"\n', ""), 'the figure lacks "title"'),
        (('desc: "d"', "description: no"), ':6: a figure has no field "description"'),
        (('desc: "d"', "desc: a: b"), ":6: the figure is not written in the YAML subset"),
    ],
)
def test_a_wrong_figure_stops_with_its_line(course: Path, change: tuple[str, str], sentence: str) -> None:
    body = 'file: "two.svg"\ntitle: "t"\ndesc: "d"\nlabels:\n  office: "o"\n  citizens: "c"\n'
    assert change[0] in body
    with pytest.raises(PageError, match=re.escape(sentence)):
        render(course, LESSON, f"# x\n\n```figure\n{body.replace(*change)}```\n")


def test_lessons_and_outcomes(course: Path) -> None:
    tree = LexborHTMLParser(render(course, "id/course/6-sample/index.md"))
    rows = [(row.css_first("a").attributes["href"], row.css_first("span").text()) for row in tree.css(".am-lessons li")]
    assert rows == [
        ("1-one.html", "15 menit"),
        ("2-two.html", "1 menit · jalur inti"),
        ("practice.html", "Latihan · 30 menit"),
        ("quiz.html", "Kuis · 10 soal · 14 menit"),
    ]
    assert tree.css_first(".am-lessons a").text() == "6.1 Janji kepada siapa?"
    assert tree.css_first("#m6-o2 small").text() == "menerapkan · Pelajaran 6.2 · hasil inti"
    assert tree.css_first("#m6-o2 a").attributes["href"] == "2-two.html"
    assert tree.css_first("#m6-o3 small").text() == "mencipta · Latihan"


def test_the_map_links_only_what_is_there(course: Path) -> None:
    tree = LexborHTMLParser(render(course, "id/course/index.md"))
    first, second = tree.css(".am-map > li")
    assert first.css_first("a") is None and "Menyusul" in first.text()
    assert second.css_first("a").attributes["href"] == "6-sample/index.html"
    assert "2 pelajaran · 60 menit" in second.text()
    assert tree.css_first(".am-loom svg").attributes["role"] == "img"


def test_sources_are_what_was_cited(course: Path) -> None:
    seen = text(render(course, LESSON).split('id="sources"')[1])
    assert "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik, Pasal 22 ayat (1), 44 ayat (3)." in seen
    assert "Olken, B. A. (2007). Monitoring Corruption: Evidence from a Field Experiment in Indonesia." in seen
    assert "Journal of Political Economy, 115(2), 200–249." in seen
    assert "Public Affairs Centre (t.t.). India’s Charters. unverified." in seen
    assert "doi:" not in seen and "example.org" not in seen  # these stand on the page of references, to which it links
    assert "Alamat setiap pustaka" in seen
    assert seen.index("Olken") < seen.index("Public") < seen.index("Tremblay")
    assert "tidak mengutip" in render(course, LESSON, "```sources\n```")


def test_addresses_are_left_as_they_are(course: Path) -> None:
    assert 'href="https://www.example.org/a--b/c"' in render(course, "id/knowledge/references.md")


def test_registers_as_pages(course: Path) -> None:
    laws = LexborHTMLParser(render(course, "en/knowledge/laws.md"))
    assert laws.css_first("h2#uu-25-2009").text() == "Law 25/2009"
    assert "A response is given within 14 days." in laws.css_first("#uu-25-2009-44-3").text()
    glossary = LexborHTMLParser(render(course, "en/knowledge/glossary.md"))
    assert [dt.text() for dt in glossary.css("dt")] == ["provider", "service declaration"]
    assert LexborHTMLParser(render(course, "id/knowledge/references.md")).css_first("#ref-tremblay2020")


@pytest.mark.parametrize("fence", ["lessons", "outcomes", "loom", "glossary"])
def test_an_empty_fence_stays_empty(course: Path, fence: str) -> None:
    with pytest.raises(PageError, match=f"1-one.md:3: the fence {fence} stays empty"):
        render(course, LESSON, f"# x\n\n```{fence}\nx\n```\n")


def test_lines_count_the_front_matter(course: Path) -> None:
    page = course / "docs" / LESSON
    written = page.read_text("utf-8")
    line = written[: written.index("```quiz")].count("\n") + 1
    try:
        page.write_text(written.replace("m6-q02", "m6-q99"), "utf-8")
        with pytest.raises(PageError, match=f'^docs/{LESSON}:{line}: no bank in quizzes/ has the item "m6-q99"'):
            render(course, LESSON)
    finally:
        page.write_text(written, "utf-8")


def test_changed_files_are_read_again(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    assert "Tujuh hari" in render(root, LESSON)
    bank = root / "quizzes/6-sample.yml"
    time.sleep(0.01)
    bank.write_text(bank.read_text("utf-8").replace("Tujuh hari", "Delapan hari"), "utf-8")
    assert "Delapan hari" in render(root, LESSON)


def test_one_instance_renders_page_after_page(course: Path) -> None:
    md = markdown_for(course, LESSON)
    first = md.convert("[[penyelenggara]] x")
    md.reset()
    assert md.convert("[[penyelenggara]] x") == first


def test_an_unknown_language_is_said(course: Path) -> None:
    with pytest.raises(PageError, match="lists no language xx"):
        render(course, "xx/a.md", "x")


def test_blocks_and_smart_quotes_still_work(course: Path) -> None:
    html = render(course, LESSON, '??? pause "Jeda"\n    Kata "[[penyelenggara]]" itu.\n')
    assert '<details class="pause">' in html
    assert "Kata “penyelenggara” itu." in text(html)
