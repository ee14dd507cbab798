"""P10: laws that the prose names."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.law_names import law_names, unregistered
from amanah.check.registry import found, rule
from amanah.course.page import Page
from amanah.course.problem import Problem


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
        other = unregistered(name, context.course)
        if other is None:
            continue
        values = {"name": name.text, "other": other}
        yield found(page.offset_place(name.offset), "kind" if other else "", **values)
