"""P02, P03, P14: a page says the same in every language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.course.course import DOCS, Course
from amanah.course.page import Fence, Heading, Page
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.course.yaml_subset import read_yaml

WITH_ITEMS = ("quiz", "recall", "law")


@rule(
    "P02",
    severity="error",
    scope="course",
    id="halaman ini tidak ada dalam bahasa {lang}: {file} belum ditulis",
    en="this page does not exist in the language {lang}: {file} is missing",
)
def every_language(course: Course, context: Context) -> Iterator[Problem]:
    """Every page exists in every language, under the same path.

    The language switch leads from each page to its counterpart; without one it leads nowhere.

    Bad: docs/id/about/index.md without docs/en/about/index.md
    Good: the same paths below docs/id and docs/en
    """
    present = [code for code in course.codes if course.pages_of(code)]
    paths = dict.fromkeys(path for _, path in course.pages)
    for path in paths:
        versions = course.versions(path)
        place = next(iter(versions.values())).place
        for code in present:
            if code not in versions:
                yield found(place, lang=code, file=f"{DOCS}/{code}/{path}.md")


def pairs(course: Course) -> Iterator[tuple[Page, Page]]:
    """Each page of the default language with each of its translations."""
    for page in course.pages_of(course.default_language):
        for code, other in course.versions(page.path).items():
            if code != page.lang:
                yield page, other


@rule(
    "P03",
    severity="error",
    scope="course",
    id={
        "more": "tajuk {shown} tidak ada padanannya di {other}",
        "less": "halaman ini berakhir tanpa tajuk {shown} dari {other}",
        "differs": "di sini tajuk {shown}, di {other} tajuk {expected}; id, urutan, dan tingkatnya harus sama",
    },
    en={
        "more": "the heading {shown} has no counterpart in {other}",
        "less": "this page ends without the heading {shown} of {other}",
        "differs": "here the heading is {shown}, in {other} it is {expected}; ids, order and levels must be the same",
    },
)
def same_headings(course: Course, context: Context) -> Iterator[Problem]:
    """The headings of a page have the same ids, in the same order and at the same levels, in every language.

    A link to a section, a question's evidence and the place where the reader was must survive a change of language.
    The first difference is reported, with the line in the other file.

    Bad: docs/id ``## Komponen {#components}``, docs/en ``## Components {#parts}``
    Good: ``{#components}`` in both
    """
    for page, other in pairs(course):
        theirs, ours = _structure(page), _structure(other)
        for expected, heading in zip_longest(theirs, ours):
            if expected and heading and (expected.level, expected.id) == (heading.level, heading.id):
                continue
            if heading is None:
                yield found(_end(other), "less", shown=_shown(expected), other=_line(expected.place))
            elif expected is None:
                yield found(heading.place, "more", shown=_shown(heading), other=page.file)
            else:
                values = {"shown": _shown(heading), "expected": _shown(expected), "other": _line(expected.place)}
                yield found(heading.place, "differs", **values)
            break


def _structure(page: Page) -> list[Heading]:
    return [heading for heading in page.headings if heading.level > 1]


def _shown(heading: Heading) -> str:
    return "#" * heading.level + (f" {{#{heading.id}}}" if heading.id else f' "{heading.text}"')


def _line(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _end(page: Page) -> Place:
    return Place(page.file, page.body_line + page.body.rstrip("\n").count("\n"))


@rule(
    "P14",
    severity="error",
    scope="course",
    id={
        "more": "pagar {shown} tidak ada padanannya di {other}",
        "less": "halaman ini berakhir tanpa pagar {shown} dari {other}",
        "differs": "di sini pagar {shown}, di {other} pagar {expected}; isinya harus sama dalam setiap bahasa",
    },
    en={
        "more": "the fence {shown} has no counterpart in {other}",
        "less": "this page ends without the fence {shown} of {other}",
        "differs": "here the fence is {shown}, in {other} it is {expected}; their contents must be the same",
    },
)
def same_fences(course: Course, context: Context) -> Iterator[Problem]:
    """A page has the same fences in every language: the same questions, laws and figures in the same order.

    Otherwise a learner who changes the language finds other questions, and a law card says less in one language.

    Bad: docs/id has a fence ``quiz`` with m6-q07 that docs/en lacks
    Good: the same codes in both
    """
    for page, other in pairs(course):
        for expected, fence in zip_longest(page.fences, other.fences):
            if expected and fence and _content(expected) == _content(fence):
                continue
            if fence is None:
                yield found(_end(other), "less", shown=_named(expected), other=_line(expected.place))
            elif expected is None:
                yield found(fence.place, "more", shown=_named(fence), other=page.file)
            else:
                values = {"shown": _named(fence), "expected": _named(expected), "other": _line(expected.place)}
                yield found(fence.place, "differs", **values)
            break


def _content(fence: Fence) -> tuple[str, ...]:
    """What must be the same in every language: name and items; of a figure its file and the names of its labels."""
    if fence.name == "figure":
        data = read_yaml(fence.body, fence.place.file).data
        labels = data.get("labels") if isinstance(data, dict) else None
        names = tuple(sorted(labels)) if isinstance(labels, dict) else ()
        return (fence.name, str(data.get("file", "")) if isinstance(data, dict) else "", *names)
    return (fence.name, *items(fence))


def items(fence: Fence) -> list[str]:
    """The codes of a quiz or recall fence, the references of a law fence."""
    if fence.name not in WITH_ITEMS:
        return []
    return [word for word, _ in item_lines(fence)]


def item_lines(fence: Fence) -> list[tuple[str, Place]]:
    """The same with their places; in a law fence they end at the first empty line."""
    lines = fence.lines()
    if fence.name != "law" or not lines:
        return lines
    first = lines[0][1].line
    body = fence.body.split("\n")[first - fence.body_place.line :]
    height = next((number for number, line in enumerate(body) if not line.strip()), len(body))
    return [(word, place) for word, place in lines if place.line < first + height]


def _named(fence: Fence) -> str:
    if fence.name == "figure":
        return " ".join(["figure", *_content(fence)[1:2]])
    return " ".join([fence.name or "```", *items(fence)])
