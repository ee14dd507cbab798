"""P13: ids of pages, outcomes, and what front matter must say alike in every language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.check.rules.pages_languages import pairs
from amanah.course.course import Course
from amanah.course.field_errors import nearest
from amanah.course.front_matter import ArticlePage, CourseIndex, FrontMatter, ModuleIndex
from amanah.course.page import Page
from amanah.course.problem import Problem

SAME = ("kind", "minutes", "core", "adapt")


@rule(
    "P13",
    severity="error",
    scope="course",
    id={
        "id": 'id halaman "{id}" berbeda dari {other}: "{expected}"',
        "id-twice": 'id halaman "{id}" sudah dipakai oleh {other}',
        "value": "{field}: {value} berbeda dari {other}: {expected}",
        "outcome": "hasil belajar {outcome} tidak ada dalam {index}",
        "outcome-near": "hasil belajar {outcome} tidak ada dalam {index}; mungkin {near}?",
        "outcome-twice": "hasil belajar {outcome} disebut dua kali",
        "outcome-module": "hasil belajar {outcome} bukan milik modul {module}; id-nya harus dimulai dengan m{module}-o",
        "outcome-page": 'hasil belajar {outcome} menunjuk halaman "{page}", yang tidak ada',
        "outcome-page-near": 'hasil belajar {outcome} menunjuk halaman "{page}", yang tidak ada; mungkin "{near}"?',
    },
    en={
        "id": 'the page id "{id}" differs from {other}: "{expected}"',
        "id-twice": 'the page id "{id}" is used by {other} already',
        "value": "{field}: {value} differs from {other}: {expected}",
        "outcome": "the outcome {outcome} is not in {index}",
        "outcome-near": "the outcome {outcome} is not in {index}; did you mean {near}?",
        "outcome-twice": "the outcome {outcome} is named twice",
        "outcome-module": "the outcome {outcome} is not one of module {module}; its id must begin with m{module}-o",
        "outcome-page": 'the outcome {outcome} points at the page "{page}", which does not exist',
        "outcome-page-near": 'the outcome {outcome} points at "{page}", which does not exist; did you mean "{near}"?',
    },
)
def ids_and_outcomes(course: Course, context: Context) -> Iterator[Problem]:
    """Ids of pages and outcomes lead somewhere, and what is a fact about a page is the same in every language.

    Page ids are unique; a lesson's outcomes are declared by its module's first page, and a page teaches each of them;
    minutes, outcomes, core and adapt, and an article's topics and lessons, do not depend on the language. The
    learner's progress, the module's list and the blueprint of the questions hang on these.

    Bad: ``outcomes: [m6-o9]`` where the module's index ends at m6-o5; 12 minutes in Indonesian and 15 in English
    Good: ``outcomes: [m6-o2]`` and the same minutes in every language
    """
    yield from _ids(course)
    for page, other in pairs(course):
        if page.front and other.front:
            yield from _differences(page, page.front, other, other.front)
    for page in course.pages.values():
        yield from _outcomes(page, course)


def _ids(course: Course) -> Iterator[Problem]:
    first: dict[tuple[str, str], Page] = {}
    for page in course.pages.values():
        if page.id is None:
            continue
        earlier = first.setdefault((page.lang, page.id), page)
        if earlier is not page:
            yield found(page.front_place("id"), "id-twice", id=page.id, other=earlier.file)
    for page, other in pairs(course):
        if page.id and other.id and page.id != other.id:
            yield found(other.front_place("id"), "id", id=other.id, other=page.file, expected=page.id)


def _differences(page: Page, front: FrontMatter, other: Page, translated: FrontMatter) -> Iterator[Problem]:
    ours, theirs = _facts(translated), _facts(front)
    for field, value in ours.items():
        if field in theirs and theirs[field] != value:
            values = {"field": field, "value": _shown(value), "expected": _shown(theirs[field]), "other": page.file}
            yield found(other.front_place(field), "value", **values)


def _facts(front: FrontMatter) -> dict[str, Any]:
    """The front matter's values that no translation may change."""
    facts = {field: getattr(front, field) for field in SAME if hasattr(front, field)}
    if isinstance(front, ModuleIndex):
        facts["outcomes"] = [f"{each.id} {each.level} {each.page} {str(each.core).lower()}" for each in front.outcomes]
    elif isinstance(front, ArticlePage):
        facts["topics"], facts["lessons"] = list(front.topics), list(front.lessons)
    elif isinstance(front, CourseIndex):
        facts["modules"] = [f"{each.number} {each.slug} {_count(each.lessons)}" for each in front.modules]
    elif hasattr(front, "outcomes"):
        facts["outcomes"] = list(front.outcomes)
    return facts


def _count(lessons: int | tuple[str, ...]) -> int:
    return lessons if isinstance(lessons, int) else len(lessons)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _outcomes(page: Page, course: Course) -> Iterator[Problem]:
    front = page.front
    if isinstance(front, ModuleIndex):
        yield from _declared(page, front, course)
    elif front is not None and page.module is not None and hasattr(front, "outcomes"):
        index = course.module_index(page.lang, page.module)
        if index is None:
            return  # a missing or wrong module index is reported as such
        declared = index.front.outcomes if isinstance(index.front, ModuleIndex) else ()
        known = [each.id for each in declared]
        for number, outcome in enumerate(front.outcomes):
            place = page.front_place("outcomes", number)
            if outcome in front.outcomes[:number]:
                yield found(place, "outcome-twice", outcome=outcome)
            elif outcome not in known:
                near = nearest(outcome, known)
                values = {"outcome": outcome, "index": index.file, "near": near}
                yield found(place, "outcome-near" if near else "outcome", **values)


def _declared(page: Page, front: ModuleIndex, course: Course) -> Iterator[Problem]:
    seen: set[str] = set()
    ids = [each.id for each in course.pages_of(page.lang) if each.id and each.module == page.module]
    for number, outcome in enumerate(front.outcomes):
        if outcome.id in seen:
            yield found(page.front_place("outcomes", number, "id"), "outcome-twice", outcome=outcome.id)
        seen.add(outcome.id)
        if page.module is not None and not outcome.id.startswith(f"m{page.module}-o"):
            place = page.front_place("outcomes", number, "id")
            yield found(place, "outcome-module", outcome=outcome.id, module=page.module)
        if outcome.page not in ids:
            near = nearest(outcome.page, ids)
            values = {"outcome": outcome.id, "page": outcome.page, "near": near}
            place = page.front_place("outcomes", number, "page")
            yield found(place, "outcome-page-near" if near else "outcome-page", **values)
