"""What no program can decide about an item: a list for the person who reviews it (``amanah check --checklist``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from amanah.check.words import read_data
from amanah.course.plain_text import normalise
from amanah.quiz.bank import Bank, indexed
from amanah.quiz.model import Item

FILE = Path(__file__).parent / "checklist.yml"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to look at, in every language of the messages. ``types`` of items that it concerns; none: all."""

    name: str
    text: dict[str, str]
    types: tuple[str, ...] = ()

    def concerns(self, item: Item) -> bool:
        return not self.types or item.type in self.types


@dataclass(frozen=True, slots=True)
class Flaw:
    """A flaw of items that the literature lists, and the rules that look for it; a person must where there is none."""

    text: dict[str, str]
    rules: tuple[str, ...]


@cache
def _data() -> dict[str, Any]:
    return read_data(FILE)


def questions() -> list[Question]:
    """All of them, in the order in which a reviewer asks them."""
    return [Question(each["name"], _text(each), tuple(each.get("types", ()))) for each in _data()["questions"]]


def flaws() -> list[Flaw]:
    """Nineteen flaws of multiple-choice items, in our own list, each with the rules that look for it."""
    return [Flaw(_text(each), tuple(each["rules"])) for each in _data()["flaws"]]


def said(name: str, lang: str) -> str:
    """One of the sentences around the list."""
    sentence: str = _data()["said"][name][lang]
    return sentence


def checklist(banks: Iterable[Bank], lang: str) -> Iterator[str]:
    """The lines of the list: each item by code, place and stem, and below it what to look at, with a box to tick."""
    asked = questions()
    yield said("head", lang)
    for bank, item in indexed(banks):
        yield ""
        yield f"{item.code}  {bank.file}:{item.place('code').line}  {_stem(item, lang)}"
        for question in asked:
            if question.concerns(item):
                yield f"  [ ] {question.text[lang]}"


def _stem(item: Item, lang: str) -> str:
    """The stem in the language asked for, or in any that there is, on one line."""
    return normalise(item.stem.get(lang) or next(iter(item.stem.values()), ""))


def _text(entry: dict[str, Any]) -> dict[str, str]:
    return {"id": entry["id"], "en": entry["en"]}
