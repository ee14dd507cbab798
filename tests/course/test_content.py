"""The course as a whole: what its plan promises about lessons, dilemmas, questions and scenes."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from amanah.course.course import read_course
from amanah.course.front_matter import Lesson, ModuleIndex, Practice, Quiz
from amanah.course.page import Page
from amanah.quiz.bank import indexed, read_banks
from amanah.quiz.model import TYPES, SituationalJudgement

ROOT = Path(__file__).resolve().parents[2]
COURSE = read_course(ROOT)
ITEMS = {item.code: item for _, item in indexed(read_banks(ROOT))}
MODULES = range(1, 7)
LESSONS = {(page.module, page.lesson): page for page in COURSE.pages.values() if page.lang == "id" and page.lesson}
SCENES = list(csv.DictReader((ROOT / "tests/course/scenes.tsv").open(encoding="utf-8"), delimiter="\t"))
TESTS = ("pre-test", "post-test")


def pages(module: int, lang: str = "id") -> list[Page]:
    return COURSE.module_pages(lang, module)


def codes(page: Page, fence: str) -> list[str]:
    return [code for each in page.fences if each.name == fence for code, _ in each.lines()]


def lesson_of(code: str) -> tuple[int | None, int | None]:
    """Module and lesson of the page that the item's outcome points at."""
    item = ITEMS[code]
    index = COURSE.page_by_id("id", item.outcome.partition("-")[0])
    assert index is not None and isinstance(index.front, ModuleIndex)
    outcome = next(each for each in index.front.outcomes if each.id == item.outcome)
    page = COURSE.page_by_id("id", outcome.page)
    assert page is not None
    return page.module, page.lesson


def test_twenty_five_lessons_and_a_core_path_of_twelve() -> None:
    assert Counter(module for module, _ in LESSONS) == {1: 4, 2: 4, 3: 4, 4: 4, 5: 4, 6: 5}
    core = [key for key, page in LESSONS.items() if isinstance(page.front, Lesson) and page.front.core]
    assert Counter(module for module, _ in core) == dict.fromkeys(MODULES, 2)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_adds_up(module: int) -> None:
    """The minutes on the first page of a module are those of its lessons, its practice and its quiz."""
    fronts = [page.front for page in pages(module)]
    index = next(front for front in fronts if isinstance(front, ModuleIndex))
    steps = [front for front in fronts if isinstance(front, Lesson | Practice | Quiz)]
    assert int(index.minutes) == sum(int(front.minutes) for front in steps)
    assert sum(isinstance(front, Practice) for front in steps) == sum(isinstance(front, Quiz) for front in steps) == 1


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("module", MODULES)
def test_two_worked_dilemmas_and_two_for_the_learner(module: int, lang: str) -> None:
    dilemmas = [
        block
        for page in pages(module, lang)
        for block in re.findall(r"^!!! dilemma .*\n(?:(?: {4}.*)?\n)*", page.body + "\n", re.MULTILINE)
    ]
    assert len(dilemmas) == 2
    for block in dilemmas:
        assert re.findall(r"^    (\d)\. \*\*", block, re.MULTILINE) == list("123456"), "six steps, numbered"
        assert re.search(r"\*\*(?:Tergelincir|Slip):\*\*", block), "a slip, shown"
    own = [code for page in pages(module) for code in codes(page, "quiz") if code.startswith(f"m{module}-")]
    assert sum(isinstance(ITEMS[code], SituationalJudgement) for code in own) >= 2


@pytest.mark.parametrize("key", sorted(LESSONS), ids=str)
def test_a_lesson_recalls_shows_and_asks(key: tuple[int, int]) -> None:
    page = LESSONS[key]
    assert codes(page, "quiz"), "questions after the part that they test"
    assert any(fence.name == "figure" for fence in page.fences) or re.search(r"^\|(?:[ :-]+\|){2,}$", page.body, re.M)
    recalled = [lesson_of(code) for code in codes(page, "recall")]
    if key == (1, 1):
        assert recalled == []
        return
    assert len(recalled) == 2
    order = sorted(LESSONS)
    assert recalled[0] == order[order.index(key) - 1], "the first is of the lesson before"
    earlier = [each for each in order if each < key and (each[0] < key[0] or key[0] == 1)]
    assert recalled[1] in earlier, "the second is of an earlier module, in module 1 of an earlier lesson"


def test_all_types_are_in_use() -> None:
    assert {item.type for item in ITEMS.values()} == set(TYPES)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_two_tests_are_parallel_and_appear_nowhere_else(lang: str) -> None:
    shown = {use: codes(COURSE.pages[lang, f"course/{use}"], "quiz") for use in TESTS}
    assert [len(found) for found in shown.values()] == [18, 18]
    for use in TESTS:
        assert sorted(shown[use]) == sorted(code for code, item in ITEMS.items() if item.use == [use])
        others = [page for page in COURSE.pages.values() if page.lang == lang and page.path != f"course/{use}"]
        assert not {code for page in others for name in ("quiz", "recall") for code in codes(page, name)} & {
            *shown[use]
        }
    before, after = ([ITEMS[code] for code in shown[use]] for use in TESTS)
    assert [(item.outcome, item.level, item.type) for item in before] == [
        (item.outcome, item.level, item.type) for item in after
    ]
    for one, other in zip(before, after, strict=True):
        assert abs(len(one.stem[lang].split()) - len(other.stem[lang].split())) <= 15, (one.code, other.code)


# --- scenes.tsv: every case, worked dilemma and item scene with its place and its service


@pytest.mark.parametrize("column", ["place", "service"])
def test_no_place_and_no_service_is_used_twice(column: str) -> None:
    used = Counter(scene[column].casefold() for scene in SCENES if scene[column] not in ("", "-"))
    assert [name for name, times in used.items() if times > 1] == []


def test_the_places_of_the_inventory_stand_where_it_says() -> None:
    for scene in SCENES:
        where = scene["where"].split()[0]
        page = COURSE.page_by_id("en", where)
        text = page.body if page else " ".join(value.get("en", "") for _, value in ITEMS[where].texts())
        assert scene["place"] in ("", "-") or scene["place"] in text, scene


def test_every_case_and_every_worked_dilemma_is_in_the_inventory() -> None:
    listed = Counter((scene["where"].split()[0], scene["kind"]) for scene in SCENES)
    for page in (page for page in COURSE.pages.values() if page.lang == "en" and page.front):
        kinds = {"case": "case", "worked dilemma": "dilemma"} if page.module else {}
        for kind, block in kinds.items():
            assert listed[page.front.id, kind] == page.body.count(f"\n!!! {block} "), page.file
