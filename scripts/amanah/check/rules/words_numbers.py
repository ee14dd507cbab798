"""P24: a section has the same numbers in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from amanah.check.context import Context
from amanah.check.law_names import law_names
from amanah.check.number_words import number_words
from amanah.check.numbers import habits
from amanah.check.page_words import page_words
from amanah.check.passages import GENERATED, passages
from amanah.check.registry import found, rule
from amanah.check.rules.pages_languages import pairs
from amanah.course.course import Course
from amanah.course.page import SOURCES, Page
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.course.yaml_subset import read_yaml

_VERSION = re.compile(
    r"\b(?:CC BY(?:-[A-Z]{2})*|WCAG|GPL|SCORM|QTI|EPUB|v|versi|version)\s*\d+(?:\.\d+)+", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]+")


@rule(
    "P24",
    severity="error",
    scope="course",
    id={
        "": "angka {numbers} tidak ada dalam bagian ini di {other}; samakan",
        "figure": "angka {numbers} dalam gambar ini tidak ada dalam gambar yang sama di {other}; samakan",
    },
    en={
        "": "{numbers} does not stand in this section of {other}; make the numbers agree",
        "figure": "{numbers} in this figure does not stand in the same figure of {other}; make the numbers agree",
    },
)
def same_numbers(course: Course, context: Context) -> Iterator[Problem]:
    """Every number written in digits in a section stands in the same section of the other languages.

    A changed digit is the slip that a reader cannot see. Sections are compared heading by heading, as sets: a number
    may be repeated in one language only, in words in the other ("3 tahun", "three years"), and 1 may be "a", "every" or
    "satu". A figure is compared with the same figure, all its words together. Laws named by number and year, versions
    ("CC BY 4.0"), other fences and sources are left out.

    Bad: "26 persen" in docs/id and "62 percent" in the same section of docs/en
    Good: "Rp1.500.000" and "IDR 1.5 million"
    """
    for page, other in pairs(course):
        if page.path in GENERATED or not (page_words(page.lang).known and page_words(other.lang).known):
            continue
        ours, theirs = _sections(page), _sections(other)
        for section in ours.keys() & theirs.keys():
            yield from _differences((page.lang, *ours[section]), (other.lang, *theirs[section]), "")
        for mine, yours in zip(_figures(page), _figures(other), strict=False):
            yield from _differences((page.lang, *mine), (other.lang, *yours), "figure")


def _differences(first: tuple[str, Place, str], second: tuple[str, Place, str], variant: str) -> Iterator[Problem]:
    """What each of two passages (language, place, text) has in digits and the other lacks."""
    for (lang, place, text), (other_lang, other_place, other_text) in ((first, second), (second, first)):
        if missing := _missing(text, lang, other_text, other_lang):
            other = f"{other_place.file}:{other_place.line}"
            yield found(place, variant, numbers=", ".join(missing), other=other)


def _sections(page: Page) -> dict[str, tuple[Place, str]]:
    """The text of each section by the id of its heading; the beginning of the page is ""."""
    sections: dict[str, tuple[Place, str]] = {}
    for section, group in groupby(passages(page), key=lambda passage: passage.section):
        part = list(group)
        if section != SOURCES and section not in sections:
            sections[section] = part[0].place, "\n".join(passage.plain for passage in part)
    return sections


def _figures(page: Page) -> Iterator[tuple[Place, str]]:
    """The place of each figure fence and all its words."""
    for fence in page.fences:
        if fence.name == "figure":
            data = read_yaml(fence.body, fence.place.file).data
            labels = data.get("labels", {}) if isinstance(data, dict) else {}
            said = [data.get(name, "") for name in ("title", "desc", "caption")] if isinstance(data, dict) else []
            said += labels.values() if isinstance(labels, dict) else []
            yield fence.place, "\n".join(text.replace("|", " ") for text in said if isinstance(text, str))


def _missing(text: str, lang: str, other: str, other_lang: str) -> list[str]:
    """The numbers in digits that the other text does not have in any form, as written, each once."""
    values = {value for number in habits(other_lang).in_text(other) for value in number.values}
    text = _VERSION.sub(" ", text)
    for law in law_names(text):
        text = text.replace(law.text, " ")
    missing = [each for each in habits(lang).in_text(text) if each.strict and not each.values & values]
    if any("1" in number.values for number in missing):
        says_one = not number_words(other_lang).one.isdisjoint(_LETTERS.findall(other.lower()))
        missing = [number for number in missing if not (says_one and "1" in number.values)]
    return list(dict.fromkeys(number.shown for number in missing))
