"""The source text where a language that is still being translated has none yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from amanah.course.course import Course
from amanah.quiz.bank import Bank, indexed
from amanah.quiz.model import Numeric, ShortAnswer


def fall_back(course: Course, banks: Iterable[Bank]) -> None:
    """Lets every register and every question speak the source language where a draft language has no words yet."""
    drafts = [each.code for each in course.languages if each.draft]
    for text in _texts(course, banks) if drafts else ():
        for lang in drafts:
            if course.default_language in text:
                text.setdefault(lang, text[course.default_language])


def _texts(course: Course, banks: Iterable[Bank]) -> Iterator[dict[str, Any]]:
    yield from course.words.values()
    for law in course.laws.values():
        yield from (text for text in (law.title, law.short, law.note) if text)
        for article in law.articles.values():
            yield from (article.says, article.binds)
    for topic in course.topics.values():
        yield from (topic.title, topic.about)
    for entry in course.glossary.values():
        yield from (entry.term, entry.definition)
    for _, item in indexed(banks):
        yield from (text for _, text in item.texts())
        if isinstance(item, ShortAnswer) and item.answer:
            yield item.answer.accept
        if isinstance(item, Numeric) and item.answer and not isinstance(item.answer.unit, str):
            yield item.answer.unit
