"""The review page as files: the questions as data, the list of the files, the calendar for paper."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from amanah.quiz.bank import read_banks
from amanah.site.finish.review import review
from amanah.site.review import WAITS

PAGES = {"id": "course/review.html", "en": "en/course/review.html"}
CALL = re.compile(r"Amanah\.review\((\d+),(\{.*\})\);\n", re.S)


def data_files(built: Path, page: str) -> dict[int, tuple[Path, list[str]]]:
    """Module → its file and the codes that the page lists for it."""
    entries = LexborHTMLParser((built / page).read_text("utf-8")).css("[data-am-files] > li")
    return {
        int(entry.attributes["data-module"]): (
            ((built / page).parent / entry.attributes["data-src"]).resolve(),
            entry.attributes["data-codes"].split(),
        )
        for entry in entries
    }


def forms(built: Path, page: str) -> dict[str, LexborHTMLParser]:
    """Code → its form in the data files."""
    found = {}
    for module, (file, codes) in data_files(built, page).items():
        call = CALL.fullmatch(file.read_text("utf-8"))
        assert call and int(call[1]) == module
        data = json.loads(call[2])
        assert list(data) == codes == sorted(codes) and not found.keys() & data.keys()
        found |= {code: LexborHTMLParser(html) for code, html in data.items()}
    return found


def attribute(form: LexborHTMLParser, name: str) -> str:
    return form.css_first("form").attributes[name] or ""


@pytest.mark.parametrize("lang", PAGES)
def test_every_graded_question_of_lessons_and_module_quizzes_is_there_and_no_test_question(built, root, lang):
    items = [item for bank in read_banks(root) for item in bank.items if item.graded or item.type.startswith("situ")]
    wanted = {item.code for item in items if {"lesson", "module"} & set(item.use)}
    tests = {item.code for item in items if {"pre-test", "post-test"} & set(item.use)}
    found = set(forms(built, PAGES[lang]))
    assert found == wanted and tests and not found & tests


def test_both_languages_have_the_same_questions_in_the_same_modules(built):
    lists = [{n: codes for n, (_, codes) in data_files(built, page).items()} for page in PAGES.values()]
    assert lists[0] == lists[1] and sorted(lists[0]) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("lang", PAGES)
def test_a_form_stands_alone_with_a_state_of_its_own(built, lang):
    for code, form in forms(built, PAGES[lang]).items():
        suffix = f"@{lang}" if attribute(form, "data-type") == "short-answer" else ""
        assert attribute(form, "id") == attribute(form, "data-code") == code
        assert attribute(form, "data-state") == f"{code}@review{suffix}"
        assert form.css_first(".am-say") and not form.css(".am-tip-link, .am-tip, .am-flag, [aria-describedby]")
        assert not re.search(r"\d", form.css_first("legend small").text())
        ids = {node.attributes["id"] for node in form.css("[id]")}
        named = {id_ for node in form.css("[aria-labelledby]") for id_ in node.attributes["aria-labelledby"].split()}
        assert named <= ids and all(id_ == code or id_.startswith(f"{code}-") for id_ in ids)


@pytest.mark.parametrize("lang", PAGES)
def test_links_lead_from_the_review_page_to_the_section(built, lang):
    here, links = (built / PAGES[lang]).parent, 0
    for form in forms(built, PAGES[lang]).values():
        for link in form.css("a"):
            path, _, anchor = link.attributes["href"].partition("#")
            links += 1
            assert f'id="{anchor}"' in (here / path).read_text("utf-8"), link.html
    assert links > 100


def test_the_same_pages_give_the_same_bytes(tmp_path):
    form = (
        '<form class="am-item" id="m1-q01" data-code="m1-q01" data-type="true-false" data-state="{}">'
        "<legend><small>Soal 2 dari 9 · benar atau salah</small></legend>"
        '<div class="am-say"></div><a class="am-tip-link" href="{}" aria-describedby="tip">x</a></form>'
    )
    html = '<html lang="id">'
    pages = {
        "course/1-x/2-b.html": html + form.format("m1-q01@m1-l2", "a.html"),
        "course/1-x/quiz.html": html + form.format("m1-q01", "#here"),
        "en/course/1-x/quiz.html": '<html lang="en">' + form.format("m1-q01", "#there"),
        "course/pre-test.html": html + form.format("m1-q01", "#no").replace("m1-q01", "m1-q09"),
        "course/review.html": html + "<ul data-am-files hidden></ul>",
    }
    for name in ("one", "two"):
        made = dict(pages)
        review(tmp_path / name, made)
    files = [sorted((tmp_path / name).rglob("*.js")) for name in ("one", "two")]
    assert len(files[0]) == 1 and [f.name for f in files[0]] == [f.name for f in files[1]]
    text = files[0][0].read_text("utf-8")
    assert text == files[1][0].read_text("utf-8") and "m1-q09" not in text
    assert "<small>benar atau salah<" in text and '<a href=\\"1-x/quiz.html#here\\">' in text
    assert f'data-src="../assets/review/{files[0][0].name}" data-codes="m1-q01"' in made["course/review.html"]


def test_scripts_go_where_they_have_work(built):
    def names(page: str) -> set[str]:
        text = (built / page).read_text("utf-8")
        return {name.split(".")[0] for name in re.findall(r'<script defer src="[./]*assets/js/([^"]+)"', text)}

    assert {"store", "schedule", "quiz", "review"} <= names("course/review.html")
    assert "schedule" in names("course/1-integrity/quiz.html") and "review" not in names("course/1-integrity/quiz.html")
    assert not {"schedule", "review"} & names("index.html")
    by_itself = re.compile(r'(?<!data-)\b(?:src|href)="[^"]*assets/review')
    assert not [page for page in built.rglob("*.html") if by_itself.search(page.read_text("utf-8"))]


def test_script_and_table_count_the_same_days(root):
    script = (root / "overrides/assets/js/schedule.js").read_text("utf-8")
    assert f"const WAIT = {list(WAITS)}," in script


@pytest.mark.parametrize("lang", PAGES)
def test_the_paper_calendar_has_every_lesson_and_the_six_quizzes(built, lang):
    table = LexborHTMLParser((built / PAGES[lang]).read_text("utf-8")).css_first(".am-paper")
    rows = table.css("tbody tr:has(td)")
    assert len(rows) == len(list(built.glob("course/[0-9]-*/[0-9]-*.html")))
    assert all(len(row.css("td")) == 4 and not "".join(cell.text() for cell in row.css("td")) for row in rows)
    quizzes = [link.attributes["href"] for link in table.css("a")]
    assert len(quizzes) == 6 and all(href.endswith("/quiz.html") for href in quizzes)
    assert [re.sub(r"\D", "", th.text()) for th in table.css("thead th")[2:]] == ["1", "7", "30"]
