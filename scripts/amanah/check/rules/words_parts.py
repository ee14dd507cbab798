"""P20: what a lesson must have."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from amanah.check.context import Context
from amanah.check.passages import passages
from amanah.check.registry import found, rule
from amanah.course.front_matter import Lesson
from amanah.course.page import Page
from amanah.course.problem import Problem


def _fence(*names: str) -> Callable[[Page], bool]:
    return lambda page: any(fence.name in names for fence in page.fences)


def _block(*names: str) -> Callable[[Page], bool]:
    return lambda page: any(block.name in names for block in page.blocks)


def _recalls(page: Page) -> bool:
    """The first lesson of a module has nothing to recall from its own module."""
    return (page.lesson or 1) < 2 or _fence("recall")(page)


def _shows(page: Page) -> bool:
    return _fence("figure")(page) or any(passage.kind == "table" for passage in passages(page))


PARTS: dict[str, Callable[[Page], bool]] = {
    "recall": _recalls,
    "ask": _block("ask"),
    "case": _block("case"),
    "picture": _shows,
    "quiz": _fence("quiz"),
    "law": lambda page: _fence("law")(page) or _block("country")(page),
    "other-side": lambda page: any(heading.id == "other-side" for heading in page.headings),
    "next": _block("next", "dilemma"),
    "work": _block("work"),
    "sources": _fence("sources"),
}
"""In the order in which a lesson has them. The promise stands in the front matter, which P01 looks after."""


@rule(
    "P20",
    severity="warning",
    scope="page",
    id={
        "recall": "pelajaran ini tidak mulai dengan mengingat; tambahkan pagar recall dengan satu atau dua soal",
        "ask": 'pelajaran ini tidak bertanya apa-apa; tambahkan !!! ask "Pertanyaan pelajaran ini"',
        "case": 'pelajaran ini tanpa kasus; tambahkan !!! case "Di loket: …"',
        "picture": "pelajaran ini tanpa gambar dan tanpa tabel; tambahkan pagar figure atau sebuah tabel",
        "quiz": "pelajaran ini tanpa soal; tambahkan pagar quiz sesudah bagian yang diuji",
        "law": "pelajaran ini tanpa kartu hukum dan tanpa kotak negara; tambahkan pagar law atau !!! country",
        "other-side": "pelajaran ini hanya memuji; tambahkan bagian dengan id {{#other-side}}",
        "next": "pelajaran ini tidak menceritakan kelanjutan kasusnya; tambahkan !!! next atau !!! dilemma",
        "work": 'pelajaran ini tidak dibawa ke tempat kerja; tambahkan !!! work "Bawa ke tempat kerja"',
        "sources": "pelajaran ini tanpa daftar sumber; tambahkan pagar sources di akhir",
    },
    en={
        "recall": "this lesson does not begin with recalling; add a recall fence with one or two items",
        "ask": 'this lesson asks nothing; add !!! ask "The question of this lesson"',
        "case": 'this lesson has no case; add !!! case "At the counter: …"',
        "picture": "this lesson has neither a figure nor a table; add a figure fence or a table",
        "quiz": "this lesson has no question; add a quiz fence after the section that it tests",
        "law": "this lesson has neither a law card nor a country box; add a law fence or !!! country",
        "other-side": "this lesson only praises; add a section with the id {{#other-side}}",
        "next": "this lesson does not tell how the case goes on; add !!! next or !!! dilemma",
        "work": 'nothing of this lesson is taken to work; add !!! work "Take it to work"',
        "sources": "this lesson has no list of sources; add a sources fence at its end",
    },
)
def parts_of_a_lesson(page: Page, context: Context) -> Iterator[Problem]:
    """A lesson has all its parts: question, case, picture, inline items, law, other side, what happened, work, sources.

    From the second lesson of a module on it begins with recalling the one before. A table counts as a picture, a
    country box as law, a worked dilemma as what happened next. The order is not looked at.

    Bad: a lesson without ``## … {#other-side}``
    Good: recall, ask, case, figure, quiz, law, other side, next, work, sources
    """
    if isinstance(page.front, Lesson):
        for part, has in PARTS.items():
            if not has(page):
                yield found(page.place, part)
