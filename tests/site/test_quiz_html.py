"""Items of a bank as forms: each type in both languages, every control with a name, keys marked by code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import html5lib
import pytest
from forms import QUIZ, TYPES, form, tree_of, words
from sample_site import ROOT, copy_sample, render

from amanah.quiz.bank import read_bank
from amanah.site.quiz_html import shuffled


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_sample(tmp_path_factory.mktemp("quiz"))


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(("number", "kind"), list(enumerate(TYPES, 1)))
def test_every_type_is_a_form_that_can_be_read(course: Path, lang: str, number: int, kind: str) -> None:
    item = form(course, lang, f"m6-q{number:02d}")
    assert item.tag == "form"
    assert item.attributes["data-type"] == kind and item.attributes["data-state"] == (
        f"m6-q{number:02d}@{lang}" if kind == "short-answer" else f"m6-q{number:02d}"
    )
    legend = item.css_first("fieldset > legend")
    assert (
        legend.css_first("small")
        .text()
        .startswith({"id": f"Soal {number} dari 10 · ", "en": f"Question {number} of 10 · "}[lang])
    )
    bank = read_bank(course / "quizzes/6-sample.yml", course)
    stem = bank.items[number - 1].stem[lang].replace("**", "")
    assert words(legend).endswith(stem)
    seen = words(item)
    for path, text in bank.items[number - 1].texts():
        if path[0] not in ("evidence", "hint"):
            assert text[lang].replace("**", "") in seen, f"{path} is not on the page"
    details = item.css_first("details.am-answer > summary")
    assert details is not None and details.text()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_control_has_a_name(course: Path, lang: str) -> None:
    tree = tree_of(render(course, QUIZ[lang]))
    ids = {node.attributes["id"]: node for node in tree.css("[id]")}
    for control in tree.css("input, select, textarea"):
        named_by = (control.attributes.get("aria-labelledby") or "").split()
        label = control.parent
        while label is not None and label.tag != "label":
            label = label.parent
        name = control.attributes.get("aria-label") or " ".join(words(ids[each]) for each in named_by)
        assert name or (label is not None and words(label)), control.html
    for button in tree.css("button"):
        assert button.attributes.get("aria-label") or button.text() or "hidden" in button.attributes


def test_html_is_valid_to_a_strict_parser(course: Path) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(f"<!doctype html><html><head><title>x</title></head><body>{render(course, QUIZ['id'])}</body></html>")
    # svg children written as <path/> are fine; anything else is not
    assert [error for error in parser.errors if "self-closing" not in str(error)] == []


def test_no_inline_style_or_handler(course: Path) -> None:
    html = render(course, QUIZ["id"])
    assert not re.search(r"\sstyle=|\son[a-z]+=|javascript:", html)


def test_keys_are_marked_by_code(course: Path) -> None:
    assert [li.attributes["data-k"] for li in form(course, "id", "m6-q01").css("li.am-right")] == ["b"]
    assert [li.attributes["data-k"] for li in form(course, "id", "m6-q02").css("li.am-right")] == ["a", "b"]
    assert [li.attributes["data-k"] for li in form(course, "id", "m6-q03").css("li.am-right")] == ["false"]
    pairs = form(course, "en", "m6-q04").css("li[data-v]")
    assert {li.attributes["data-k"]: li.attributes["data-v"] for li in pairs} == {"l1": "r1", "l2": "r2", "l3": "r3"}
    assert [li.attributes["data-k"] for li in form(course, "id", "m6-q05").css("ol.am-shown li")] == [
        "s1",
        "s2",
        "s3",
        "s4",
    ]
    number = form(course, "id", "m6-q07").css_first("[data-tolerance]")
    assert (number.attributes["data-v"], number.attributes["data-tolerance"]) == ("78.47", "0.01")
    grades = form(course, "id", "m6-q08").css("li[data-v]")
    assert [li.attributes["data-v"] for li in grades] == ["3", "0", "2", "1"]


def test_numbers_follow_the_language(course: Path) -> None:
    assert "78,47 poin, selisih sampai 0,01 diterima" in words(form(course, "id", "m6-q07"))
    assert "78.47 points, a difference of up to 0.01" in words(form(course, "en", "m6-q07"))
    field = form(course, "id", "m6-q07").css_first("input")
    assert (field.attributes["type"], field.attributes["inputmode"]) == ("text", "decimal")


def test_the_shown_order_is_the_same_in_every_language_and_never_the_right_one(course: Path) -> None:
    orders = [[li.attributes["data-k"] for li in form(course, lang, "m6-q05").css(".am-order > li")] for lang in QUIZ]
    assert orders[0] == orders[1]
    assert orders[0] != ["s1", "s2", "s3", "s4"] and sorted(orders[0]) == ["s1", "s2", "s3", "s4"]
    targets = [
        [o.attributes["value"] for o in form(course, lang, "m6-q04").css_first("select").css("option")] for lang in QUIZ
    ]
    assert targets[0] == targets[1] and sorted(targets[0]) == ["", "r1", "r2", "r3", "r4"]


def test_shuffling_never_gives_the_answer() -> None:
    class Entry:
        def __init__(self, key: str) -> None:
            self.key = key

    for n in range(200):
        entries = [Entry(key) for key in "ab"]
        mixed = shuffled(f"m1-q{n}", entries, ["a", "b"])
        assert [entry.key for entry in mixed] == ["b", "a"]


def test_without_the_script_an_order_can_still_be_noted(course: Path) -> None:
    item = form(course, "id", "m6-q05")
    selects = item.css("select.am-nojs")
    assert len(selects) == 4 and [option.text() for option in selects[0].css("option")] == ["–", "1", "2", "3", "4"]
    assert selects[0].attributes["aria-label"].startswith("Urutan untuk: ")


def test_situational_judgement_is_honest_and_names_its_norm(course: Path) -> None:
    item = form(course, "id", "m6-q08")
    assert "data-scored" not in item.attributes
    assert "belum diuji dengan panel" in words(item)
    assert [words(link) for link in item.css(".am-key p a")][:2] == ["UU 25/2009 Pasal 22 ayat (1)", "Olken (2007)"]
    assert [th.text() for th in item.css("thead th")] == ["Tindakan", "Terbaik", "Tidak boleh"]
    assert {radio.attributes["name"] for radio in item.css("input[type=radio]")} == {"best", "worst"}
    assert "garis merah" in words(item.css_first("li.am-red"))


def test_evidence_links_to_the_section(course: Path) -> None:
    link = form(course, "en", "m6-q02").css_first(".am-read a")
    assert link.attributes["href"] == "1-one.html#yardstick" and link.text() == "Read again: The yardstick"
    same_page = tree_of(render(course, "en/course/6-sample/1-one.md")).css_first("#m6-q02 .am-read a")
    assert same_page.attributes["href"] == "#yardstick"


def test_the_quiz_page_has_a_score_after_its_last_item(course: Path) -> None:
    html = render(course, QUIZ["id"])
    assert html.count("am-quiz-end") == 0 and html.count('id="am-score"') == 1
    assert html.index('id="m6-q10"') < html.index('id="am-score"')
    tally = tree_of(html).css(".am-tally a")
    assert [link.attributes["href"] for link in tally] == [f"#m6-q{n:02d}" for n in range(1, 11)]
    assert 'id="am-score"' not in render(course, "id/course/6-sample/1-one.md"), "a lesson has no score"


def test_recall_keeps_its_state_apart(course: Path) -> None:
    tree = tree_of(render(course, "id/course/6-sample/2-two.md"))
    item = tree.css_first(".am-recall form")
    assert item.attributes["data-state"] == "m6-q01@m6-l2" and item.attributes["data-code"] == "m6-q01"
    assert tree.css_first(".am-recall h2").text() == "Ingat dulu"
    assert words(item.css_first("small")) == "Ingatan · pilih satu"


TEN_TYPES = ROOT / "tests/quiz/fixtures/ten-types.yml"


@pytest.mark.skipif(not TEN_TYPES.is_file(), reason="the fixture of the quiz readers is not there")
@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_readers_own_fixture_can_be_shown(tmp_path: Path, lang: str) -> None:
    root = copy_sample(tmp_path)
    for old in (root / "quizzes").glob("*.yml"):
        old.unlink()
    (root / "quizzes/ten.yml").write_bytes(TEN_TYPES.read_bytes())
    items: list[Any] = read_bank(root / "quizzes/ten.yml", root).items
    assert {item.type for item in items} == set(TYPES)
    codes = "\n".join(item.code for item in items if item.type != "situational-judgement")
    html = render(root, QUIZ[lang], f"# x\n\n```quiz\n{codes}\n```\n")
    assert len(tree_of(html).css("form.am-item")) == len(codes.splitlines())
