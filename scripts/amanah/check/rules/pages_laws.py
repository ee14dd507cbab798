"""P10: laws that the prose names."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.law_names import LawName, law_names
from amanah.check.registry import found, rule
from amanah.course.course import Course
from amanah.course.page import Page
from amanah.course.problem import Problem

FIXED = ("uu", "perppu", "pp", "perpres", "keppres", "inpres", "permenpanrb", "kepmenpan")


@rule(
    "P10",
    severity="error",
    scope="page",
    id={
        "": "{name} tidak ada dalam laws.yml; daftarkan dengan status dan tanggal pemeriksaannya",
        "kind": "{name} tidak ada dalam laws.yml; yang ada dengan nomor dan tahun itu adalah {other}",
    },
    en={
        "": "{name} is not in laws.yml; enter it there with its status and the date on which it was checked",
        "kind": "{name} is not in laws.yml; what has that number and year there is {other}",
    },
)
def registered_laws(page: Page, context: Context) -> Iterator[Problem]:
    """Every law that a page names by number and year stands in laws.yml.

    The register says whether it is in force and when that was checked; a law that it lacks may have been repealed long
    ago.

    Bad: "UU Nomor 14 Tahun 2008" on a page, and nothing of that number and year in laws.yml
    Good: the same with an entry uu-14-2008 in laws.yml
    """
    for name in law_names(page.prose):
        other = _registered(name, context.course)
        if other is None:
            continue
        values = {"name": name.text, "other": other}
        yield found(page.offset_place(name.offset), "kind" if other else "", **values)


def _registered(name: LawName, course: Course) -> str | None:
    """None if the register has it; otherwise the key of a law of another kind with its number and year, or ""."""
    other = ""
    for law in course.laws.values():
        if (law.number.casefold(), law.year) != (name.number.casefold(), name.year):
            continue
        if not name.kind or law.kind == name.kind or law.kind not in FIXED:
            return None
        other = law.key
    return other
