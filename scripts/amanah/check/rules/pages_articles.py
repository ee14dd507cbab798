"""P27: what ties the articles of the knowledge base to topics and lessons."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.check.rules.pages_citations import written
from amanah.course.course import Course
from amanah.course.field_errors import nearest
from amanah.course.front_matter import ArticlePage, Lesson, ModuleIndex
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.course.registers import TOPICS


@rule(
    "P27",
    severity="error",
    scope="course",
    id={
        "topic": 'topik "{name}" tidak ada dalam topics.yml',
        "topic-near": 'topik "{name}" tidak ada dalam topics.yml; mungkin "{near}"?',
        "lesson": 'tidak ada pelajaran dengan id "{name}"',
        "lesson-near": 'tidak ada pelajaran dengan id "{name}"; mungkin "{near}"?',
        "twice": '"{name}" disebut dua kali',
    },
    en={
        "topic": 'the topic "{name}" is not in topics.yml',
        "topic-near": 'the topic "{name}" is not in topics.yml; did you mean "{near}"?',
        "lesson": 'there is no lesson with the id "{name}"',
        "lesson-near": 'there is no lesson with the id "{name}"; did you mean "{near}"?',
        "twice": '"{name}" is named twice',
    },
)
def topics_and_lessons(course: Course, context: Context) -> Iterator[Problem]:
    """The topics and lessons that an article names are there, and so are the lessons that topics.yml names.

    The lists at the foot of articles and lessons and the page of topics are made from them. In topics.yml the id of a
    module's first page may stand for all lessons of the module.

    Bad: ``topics: [complaint]`` where topics.yml has complaints; ``lessons: [m6]`` in an article
    Good: ``topics: [complaints]`` and ``lessons: [m5-l4, m6-l4]``
    """
    topics = list(written(course, TOPICS))
    for page in course.pages.values():
        if isinstance(page.front, ArticlePage):
            for field, known in (("topics", topics), ("lessons", _ids(course, page.lang, Lesson))):
                names = [(name, page.front_place(field, n)) for n, name in enumerate(getattr(page.front, field))]
                yield from _unknown(field.removesuffix("s"), names, known)
    taught = _ids(course, course.default_language, Lesson, ModuleIndex)
    for key, topic in course.topics.items():
        tree = course.trees[TOPICS]
        names = [(name, tree.place((key, "lessons", n))) for n, name in enumerate(topic.lessons)]
        yield from _unknown("lesson", names, taught)


def _ids(course: Course, lang: str, *kinds: type) -> list[str]:
    """The ids of the pages of these kinds; of a lesson whose front matter is wrong too, for that is reported there."""
    return [
        page.id for page in course.pages_of(lang) if page.id and (page.front is None or isinstance(page.front, kinds))
    ]


def _unknown(variant: str, names: list[tuple[str, Place]], known: list[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for name, place in names:
        if name in seen:
            yield found(place, "twice", name=name)
        elif name not in known:
            near = nearest(name, known)
            yield found(place, f"{variant}-near" if near else variant, name=name, near=near)
        seen.add(name)
