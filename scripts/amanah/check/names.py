"""Words that are rightly the same in two languages: terms of the glossary and short titles of laws."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from amanah.course.course import Course

_PATTERNS: WeakKeyDictionary[Course, re.Pattern[str]] = WeakKeyDictionary()


def without_names(text: str, course: Course) -> str:
    """The text without the names that the registers know in any language."""
    return _pattern(course).sub(" ", text)


def _pattern(course: Course) -> re.Pattern[str]:
    if course not in _PATTERNS:
        names = {term for entry in course.glossary.values() for term in entry.term.values()}
        names |= {short for law in course.laws.values() for short in law.short.values()}
        longest_first = sorted(filter(None, names), key=len, reverse=True)
        alternatives = "|".join(map(re.escape, longest_first))
        _PATTERNS[course] = re.compile(rf"\b(?:{alternatives})\b" if names else r"(?!)", re.IGNORECASE)
    return _PATTERNS[course]
