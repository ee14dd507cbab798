"""What a kind of damage is, and the list of all kinds.

A kind is one small generator function, registered by `item_kind`, `bank_kind`, `page_kind` or `course_kind`. It yields
pairs of a name for the place and what is done there; the proof draws some of them with a fixed seed.

`by` names the rules that are expected to notice. `error` kinds must be noticed every time by a rule that says error;
`warning` kinds at least in the share `least` by a rule that says warning or error. `UNSEEN` kinds nothing is expected
to notice: they are tried all the same, and stand in the table with what came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from amanah.course.page import Page
from amanah.quiz.model import Item

Class = Literal["error", "warning", "unseen"]
GONE: Any = object()
"""As the new value of a field: the field is taken out."""

Changes = dict[tuple[str | int, ...], Any]
"""Path below the item → new value."""


@dataclass(frozen=True)
class Damage:
    """One damage: the files that it changes (path below the root → new content, None to delete it).

    `codes` are the items that it concerns.
    """

    where: str
    files: Callable[[], dict[str, str | bytes | None]]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """One kind of damage; `candidates` makes every damage of this kind that a course allows."""

    name: str
    candidates: Callable[[Any], Iterable[Damage]]
    by: tuple[str, ...]
    severity: Class
    least: float
    most: int

    @property
    def rules(self) -> str:
        return " ".join(self.by) or "nobody"


KINDS: dict[str, Kind] = {}


def _register(
    name: str, candidates: Callable[[Any], Iterable[Damage]], by: str, severity: Class, least: float, most: int
) -> None:
    if name in KINDS:
        raise ValueError(f"two kinds are called {name}")
    least = {"error": 1.0, "warning": least, "unseen": 0.0}[severity]
    KINDS[name] = Kind(name, candidates, tuple(by.split()), severity, least, most)


def item_kind(
    name: str, by: str, severity: Class = "error", *, types: Any = None, least: float = 1.0, most: int = 6
) -> Callable[[Callable[[Item], Iterator[tuple[str, Changes]]]], Any]:
    """A damage to the values of one item."""

    def register(function: Callable[[Item], Iterator[tuple[str, Changes]]]) -> Any:
        def candidates(lab: Any) -> Iterator[Damage]:
            for bank, item in lab.context.items():
                if types is None or isinstance(item, types):
                    for where, changes in function(item):
                        yield Damage(
                            f"{item.code} {where}".strip(),
                            lambda bank=bank, item=item, changes=changes: lab.with_values(bank, item, changes),
                            (item.code,),
                        )

        _register(name, candidates, by, severity, least, most)
        return function

    return register


def bank_kind(
    name: str, by: str, severity: Class = "error", *, least: float = 1.0, most: int = 6
) -> Callable[[Callable[[Item, str], Iterator[tuple[str, str, str]]]], Any]:
    """A damage to the text of one item: the function is given the item and its lines, and yields (where, old, new)."""

    def register(function: Callable[[Item, str], Iterator[tuple[str, str, str]]]) -> Any:
        def candidates(lab: Any) -> Iterator[Damage]:
            for bank, item in lab.context.items():
                for where, old, new in function(item, lab.source(bank, item)):
                    yield Damage(
                        f"{item.code} {where}".strip(),
                        lambda bank=bank, item=item, old=old, new=new: lab.with_words(bank, item, old, new),
                        (item.code,),
                    )

        _register(name, candidates, by, severity, least, most)
        return function

    return register


def page_kind(
    name: str, by: str, severity: Class = "error", *, least: float = 1.0, most: int = 6
) -> Callable[[Callable[[Page, str], Iterator[tuple[str, str | None]]]], Any]:
    """A damage to one page: the function is given the page and its text, and yields (where, new text)."""

    def register(function: Callable[[Page, str], Iterator[tuple[str, str | None]]]) -> Any:
        def candidates(lab: Any) -> Iterator[Damage]:
            for page in lab.context.course.pages.values():
                for where, text in function(page, lab.texts[page.file]):
                    yield Damage(f"{page.file} {where}".strip(), lambda page=page, text=text: {page.file: text})

        _register(name, candidates, by, severity, least, most)
        return function

    return register


def course_kind(
    name: str, by: str, severity: Class = "error", *, least: float = 1.0, most: int = 4
) -> Callable[[Callable[[Any], Iterator[Damage]]], Any]:
    """A damage to anything else: the function is given the lab."""

    def register(function: Callable[[Any], Iterator[Damage]]) -> Any:
        _register(name, function, by, severity, least, most)
        return function

    return register
