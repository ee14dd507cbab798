"""What the pages of the reader's records tell the script to count: ids, codes, minutes; and which pages load what."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from sample_site import copy_sample, render
from selectolax.lexbor import LexborHTMLParser, LexborNode

from amanah.quiz.bank import find_item, read_banks
from amanah.site.errors import PageError

PAGE = "id/course/index.md"
TEST = """---
id: {id}
title: Tes
kind: quiz
description: Tes.
minutes: 25
outcomes: [m6-o1]
---
# Tes

```quiz
{codes}
```
"""
RECORD_SCRIPTS = {"tally", "records-shape", "records-file", "records", "compare", "completion"}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample course with a test before and one after it."""
    root = copy_sample(tmp_path_factory.mktemp("records"))
    for id_, codes in (("pre-test", "m6-q01\nm6-q08"), ("post-test", "m6-q02\nm6-q03\nm6-q10")):
        (root / f"docs/id/course/{id_}.md").write_text(TEST.format(id=id_, codes=codes), "utf-8")
    return root


def html(course: Path, fence: str, body: str = "") -> LexborHTMLParser:
    return LexborHTMLParser(render(course, PAGE, f"```{fence}\n{body}```\n"))


def data(node: LexborNode | None) -> dict[str, list[str]]:
    assert node is not None
    return {name[5:]: (text or "").split() for name, text in node.attributes.items() if name.startswith("data-")}


# --- the fences


def test_the_table_has_a_row_for_each_module_that_has_pages(course: Path) -> None:
    rows = html(course, "progress", "table\n").css("tbody tr")
    assert [row.css_first("th").text() for row in rows] == ["6. Piagam warga"]
    assert data(rows[0]) == {
        "module": ["m6"],
        "lessons": ["m6-l1", "m6-l2"],
        "practice": ["m6-practice"],
        "quiz": ["m6-quiz"],
        # situational judgement (q08) and reflection (q10) do not enter the score
        "codes": ["m6-q01", "m6-q02", "m6-q03", "m6-q04", "m6-q05", "m6-q06", "m6-q07", "m6-q09"],
    }


def test_what_is_due_leads_to_the_review_where_there_is_one(course: Path) -> None:
    review = course / "docs/id/course/review.md"
    assert not html(course, "progress", "table\n").css("thead a")
    review.write_text(
        "---\nid: review\ntitle: Tinjau ulang\nkind: page\ndescription: Tes.\n---\n# Tinjau ulang\n", "utf-8"
    )
    try:
        assert html(course, "progress", "table\n").css_first("thead a").attributes["href"] == "review.html"
    finally:
        review.unlink()


def test_the_mat_knows_its_lessons_and_is_drawn_already(course: Path) -> None:
    for fence, body in (("progress", "table\n"), ("completion", "")):
        mat = html(course, fence, body).css_first("[data-am-mat]")
        assert mat.attributes["data-lessons"] == "m6-l1 m6-l2 m6-quiz"
        assert mat.css_first("svg[role=img][aria-label]") is not None


def test_a_comparison_takes_what_counts_and_leads_to_the_lessons(course: Path) -> None:
    tree = html(course, "comparison")
    before, after = (data(cell) for cell in tree.css("tfoot td"))
    assert (before, after) == ({"before": ["m6-q01"]}, {"after": ["m6-q02", "m6-q03"]})
    links = [(line.css_first("a").attributes["href"], data(line)["codes"]) for line in tree.css("#am-compare-next li")]
    assert [href for href, _ in links] == ["6-sample/1-one.html", "6-sample/2-two.html"][: len(links)]
    assert sorted(code for _, asked in links for code in asked) == ["m6-q02", "m6-q03"]


def test_a_comparison_needs_its_tests(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="a comparison needs a page with the id pre-test"):
        html(copy_sample(tmp_path), "comparison")


@pytest.mark.parametrize("body", ["", "chart\n", "table\nfile\n"])
def test_progress_names_one_part(course: Path, body: str) -> None:
    with pytest.raises(PageError, match="names one part: table, file or reset"):
        html(course, "progress", body)


def test_the_sheet_has_every_outcome_and_the_minutes_of_every_page(course: Path) -> None:
    sheet = html(course, "completion").css_first("#am-statement")
    assert [item.text() for item in sheet.css("li")] == [
        "Membedakan standar dan maklumat",
        "Memeriksa maklumat",
        "Merancang piagam",
    ]
    minutes = "m6-l1:15 m6-l2:1 m6-practice:30 m6-quiz:14 pre-test:25 post-test:25"
    assert sheet.attributes["data-minutes"] == minutes
    assert "seluruh kursus 110 menit, atau 2 JP" in sheet.text()


def test_words_cannot_end_their_block(course: Path) -> None:
    words = course / "docs/registers/interface.yml"
    old = words.read_text("utf-8")
    words.write_text(old.replace("{n} catatan lain", "</script><b>{n}"), "utf-8")
    try:
        tree = html(course, "progress", "table\n")
    finally:
        words.write_text(old, "utf-8")
    block = tree.css_first("#am-records-words").text()
    assert "</script><b>" not in block and json.loads(block)["list-other"] == "</script><b>{n}"


# --- the course as it is built


def page(built: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((built / path).read_text("utf-8"))


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_two_tests_are_compared_by_all_that_counts(root: Path, built: Path, prefix: str) -> None:
    banks = read_banks(root)
    tree = page(built, f"{prefix}course/post-test.html")
    uses = (("pre-test", "before"), ("post-test", "after"))
    for (use, name), cell in zip(uses, tree.css("tfoot td"), strict=True):
        listed = next(iter(data(cell).values()))
        of_use = {item.code for bank in banks for item in bank.items if use in item.use}
        judged = {code for code in of_use if (item := find_item(banks, code)) and item.type == "situational-judgement"}
        assert set(listed) == of_use - judged and len(listed) == 16
        cells = tree.css(f"tbody [data-{name}]")
        rows = [code for each in cells for code in next(iter(data(each).values()))]
        assert sorted(rows) == sorted(listed)
    behind = [code for line in tree.css("#am-compare-next li") for code in data(line)["codes"]]
    assert sorted(behind) == sorted(next(iter(data(tree.css("tfoot td")[1]).values())))


def test_both_languages_count_the_same(built: Path) -> None:
    for path in ("course/progress.html", "course/completion.html", "course/post-test.html"):
        of = re.compile(r' data-(?:lessons|codes|minutes|before|after|quiz|practice)="[^"]*"')
        assert of.findall((built / path).read_text("utf-8")) == of.findall((built / "en" / path).read_text("utf-8"))


@pytest.mark.parametrize(
    ("path", "scripts"),
    {
        "course/progress.html": RECORD_SCRIPTS - {"completion"},
        "course/completion.html": {"tally", "completion"},
        "course/post-test.html": {"tally", "compare"},
        "course/pre-test.html": set(),
        "course/1-integrity/1-at-the-counter.html": set(),
        "index.html": set(),
    }.items(),
)
def test_a_page_loads_only_what_it_has_work_for(built: Path, path: str, scripts: set[str]) -> None:
    loaded = re.findall(r'<script defer src="[^"]*/([\w-]+)\.\w+\.js"', (built / path).read_text("utf-8"))
    assert set(loaded) & RECORD_SCRIPTS == scripts
