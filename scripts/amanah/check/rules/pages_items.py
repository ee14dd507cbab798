"""P11: what the fences of a page name."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.references import citation
from amanah.check.registry import found, rule
from amanah.check.rules.pages_citations import written
from amanah.check.rules.pages_languages import item_lines
from amanah.course.course import Course
from amanah.course.field_errors import nearest
from amanah.course.page import Fence, Page
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.course.registers import LAWS


@rule(
    "P11",
    severity="error",
    scope="page",
    id={
        "unknown": 'tidak ada bank soal yang memuat "{code}"',
        "unknown-near": 'tidak ada bank soal yang memuat "{code}"; mungkin {near}?',
        "twice": "{code} sudah ada di halaman ini, di baris {first_line}",
        "empty": "pagar {fence} kosong",
        "law": 'laws.yml tidak memuat "{reference}"; tulis seperti uu-25-2009:44(3)',
        "law-near": 'laws.yml tidak memuat "{reference}"; mungkin {near}?',
    },
    en={
        "unknown": 'no bank has the item "{code}"',
        "unknown-near": 'no bank has the item "{code}"; did you mean {near}?',
        "twice": "{code} is on this page already, in line {first_line}",
        "empty": "the fence {fence} is empty",
        "law": 'laws.yml has no "{reference}"; write it like uu-25-2009:44(3)',
        "law-near": 'laws.yml has no "{reference}"; did you mean {near}?',
    },
)
def known_items(page: Page, context: Context) -> Iterator[Problem]:
    """A quiz or recall fence names items that a bank has, each once a page; a law fence names what laws.yml has.

    The same item twice on a page would share one answer; an unknown one cannot be shown.

    Bad: a fence ``quiz`` with ``m6-q99``; a fence ``law`` with ``uu-25-2009:99``
    Good: ``m6-q07``; ``uu-25-2009:44(3)``
    """
    codes = context.codes
    first: dict[str, int] = {}
    for fence in page.fences:
        if fence.name in ("quiz", "recall", "law") and not fence.lines():
            yield found(fence.place, "empty", fence=fence.name)
        if fence.name in ("quiz", "recall"):
            yield from _codes(fence, codes, first)
        elif fence.name == "law":
            for word, place in item_lines(fence):
                yield from _law(word, place, context.course)


def _codes(fence: Fence, codes: frozenset[str], first: dict[str, int]) -> Iterator[Problem]:
    for code, place in fence.lines():
        if code in first:
            yield found(place, "twice", code=code, first_line=first[code])
        elif code not in codes:
            near = nearest(code, sorted(codes))
            yield found(place, "unknown-near" if near else "unknown", code=code, near=near)
        first.setdefault(code, place.line)


def _law(word: str, place: Place, course: Course) -> Iterator[Problem]:
    reference = citation(word.strip("[]"))
    law = course.laws.get(reference.key)
    if law is None and reference.key in written(course, LAWS):
        return  # the entry is wrong, and reported where it stands
    if law is None or (reference.article and reference.article not in law.articles):
        known = [f"{law.key}:{article}" for article in law.articles] if law else list(course.laws)
        near = nearest(str(reference) if law else reference.key, known)
        yield found(place, "law-near" if near else "law", reference=word, near=near)
