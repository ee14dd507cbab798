"""What a page tells the progress script: ids, words, and the steps of the course in the page's own language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from sample_site import copy_sample, render
from selectolax.lexbor import LexborHTMLParser

RESUME = "[Mulai](6-sample/1-one.md){ .md-button .am-resume }\n\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_sample(tmp_path_factory.mktemp("progress"))


def data(html: str, name: str) -> dict:
    block = LexborHTMLParser(html).css_first(f"script#{name}")
    return json.loads(block.text()) if block else {}


def test_a_strip_names_the_lessons_that_it_shows(course: Path) -> None:
    tree = LexborHTMLParser(render(course, "id/course/6-sample/1-one.md"))
    assert tree.css_first(".am-page").attributes["data-page"] == "m6-l1"
    strip = tree.css_first(".am-where [data-am-strip]").attributes
    assert (strip["data-am-strip"], strip["data-lessons"]) == ("6", "m6-l1 m6-l2")
    row = LexborHTMLParser(render(course, "id/course/index.md")).css_first(".am-map [data-am-strip]").attributes
    assert (row["data-lessons"], row["data-quiz"]) == ("m6-l1 m6-l2", "m6-quiz")


def test_the_mat_names_a_group_a_module_with_its_quiz_last(course: Path) -> None:
    tree = LexborHTMLParser(render(course, "en/course/index.md"))
    mat = tree.css_first("[data-am-mat]")
    # Module 1 is not written yet: the ids that its pages will have.
    assert mat.attributes["data-lessons"] == "m1-l1 m1-l2 m1-l3 m1-l4 m1-quiz;m6-l1 m6-l2 m6-quiz"
    assert len(mat.css("svg")) == 1 and 'class="g t1"' in mat.html and 'class="t1"' not in mat.html
    assert tree.css_first(".am-loom figcaption [data-am-said]").text() == "Six modules, six bands."


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_page_with_the_button_lists_the_steps_in_its_language(course: Path, lang: str) -> None:
    found = data(render(course, f"{lang}/course/index.md", RESUME), "am-course")
    kinds = [(id_, href) for id_, _, href in found["steps"]]
    assert kinds == [
        ("m6-l1", "6-sample/1-one.html"),
        ("m6-l2", "6-sample/2-two.html"),
        ("m6-practice", "6-sample/practice.html"),
        ("m6-quiz", "6-sample/quiz.html"),
    ]
    assert found["steps"][0][1] == {"id": "6.1 Janji kepada siapa?", "en": "6.1 A promise to whom?"}[lang]
    assert found["end"] is None
    assert data(render(course, f"{lang}/course/index.md"), "am-course") == {}


def test_the_tests_frame_the_course_and_the_completion_sheet_ends_it(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    quiz = (root / "docs/id/course/6-sample/quiz.md").read_text("utf-8")
    for name in ("pre-test", "post-test", "completion", "review"):
        page = re.sub("^title:.*$", f'title: "{name}"', quiz.replace("id: m6-quiz", f"id: {name}"), flags=re.M)
        (root / f"docs/id/course/{name}.md").write_text(page, "utf-8")
    found = data(render(root, "id/course/index.md", RESUME), "am-course")
    assert [step[0] for step in found["steps"]][::5] == ["pre-test", "post-test"] and len(found["steps"]) == 6
    assert found["end"] == ["completion", "completion", "completion.html"]
    due = LexborHTMLParser(render(root, "id/course/index.md")).css_first(".am-loom a.am-due").attributes
    assert due["href"] == "review.html" and "hidden" in due


def test_without_a_review_page_nothing_leads_there(course: Path) -> None:
    assert "am-due" not in render(course, "id/course/index.md")


def test_the_words_stand_on_pages_of_the_course_only(course: Path) -> None:
    words = data(render(course, "id/course/6-sample/1-one.md"), "am-progress")
    assert words["mark"] == "Tandai selesai" and words["resume"] == "Lanjutkan: {title}"
    assert data(render(course, "en/course/6-sample/quiz.md"), "am-progress")["mark"] == "Mark as done"
    assert data(render(course, "id/knowledge/laws.md"), "am-progress") == {}


# --- the built site


def test_scripts_come_only_where_they_have_work(built: Path) -> None:
    def names(page: str) -> list[str]:
        return re.findall(r'<script defer src="[^"]*/(\w+)\.\w+\.js"', "/" + (built / page).read_text("utf-8"))

    assert {"store", "weave", "frame", "progress"} <= set(names("index.html"))
    assert names("course/1-integrity/1-at-the-counter.html")[:4] == ["store", "weave", "frame", "progress"]
    assert "progress" in names("course/pre-test.html") and "weave" not in names("course/pre-test.html")
    assert not {"weave", "progress"} & {*names("knowledge/complaints.html"), *names("about/index.html")}


def test_the_words_of_the_script_are_fetched_once_a_language(built: Path) -> None:
    assert len(list(built.glob("assets/js/progress.*.js"))) == 2
    assert 'id="am-progress"' not in (built / "course/1-integrity/1-at-the-counter.html").read_text("utf-8")


def test_the_navigation_names_lessons_practice_quiz_and_tests(built: Path) -> None:
    tree = LexborHTMLParser((built / "en/course/2-state-and-citizen/index.html").read_text("utf-8"))
    ids = [link.attributes["data-p"] for link in tree.css("#am-nav a[data-p]")]
    own = ["m2-l1", "m2-l2", "m2-l3", "m2-l4", "m2-practice", "m2-quiz"]
    assert ids == ["pre-test", *own, "post-test"]
