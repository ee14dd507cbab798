"""An item as a reviewer sees it: no key, no reason, no hint, no evidence, and no order that gives the answer away."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from amanah.quiz.model import BaseItem, Categorise, Matching, Numeric, Ordering
from amanah.quiz.review import Review, agrees, fingerprint, same_person


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to name in an answer: the reviewer types `label`, the record holds `key`."""

    label: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One item as it is put to one reviewer in one language. `right` is what `left` is matched to or sorted into."""

    item: BaseItem
    type: str
    fingerprint: str
    stem: str
    unit: str
    left: tuple[Choice, ...]
    right: tuple[Choice, ...]

    @property
    def code(self) -> str:
        return self.item.code


def ask(item: BaseItem, reviewer: str, lang: str) -> Asked:
    """The item in the words of `lang`.

    Options keep their keys. What is to be ordered, matched or sorted is shuffled and labelled anew, by reviewer, since
    both the order and the keys of a bank may follow its answer.
    """
    mark = fingerprint(item)
    left: list[Any] = list(getattr(item, "options", ()))
    right: list[Any] = []
    if isinstance(item, Ordering):
        left = _shuffled(item.entries, reviewer, mark, [*(item.answer or ())])
    elif isinstance(item, Matching):
        left = _shuffled(item.left, reviewer, mark)
        right = _shuffled(item.right, reviewer, mark, [(item.answer or {}).get(entry.key) for entry in left])
    elif isinstance(item, Categorise):
        left = _shuffled(item.entries, reviewer, mark)
        right = _shuffled(item.bins, reviewer, mark)
    labelled = isinstance(item, (Ordering, Matching, Categorise))
    unit = item.answer.unit if isinstance(item, Numeric) and item.answer else ""
    return Asked(
        item=item,
        type=getattr(item, "type", ""),
        fingerprint=mark,
        stem=_in(item.stem, lang),
        unit=_in(unit, lang) if isinstance(unit, dict) else unit,
        left=tuple(
            Choice(letter(n) if labelled else one.key, one.key, _in(one.text, lang)) for n, one in enumerate(left)
        ),
        right=tuple(Choice(str(n + 1), one.key, _in(one.text, lang)) for n, one in enumerate(right)),
    )


def shuffled_items(items: Iterable[BaseItem], reviewer: str) -> list[BaseItem]:
    """The items in an order of this reviewer's own, the same every time."""
    return sorted(items, key=lambda item: _lot(reviewer, "", item.code))


def open_items(items: Iterable[BaseItem], reviewer: str, reviews: Iterable[Review], bank_author: str) -> list[BaseItem]:
    """The graded items that still want this reviewer's answer.

    Left out is what somebody else has confirmed as it stands now, and whatever the reviewer has answered as it stands
    now, rightly or not: to ask only the wrong ones again would tell which they are.
    """
    reviews = list(reviews)
    wanted = []
    for item in items:
        mark = fingerprint(item)
        author = item.author or bank_author
        current = [
            (review.reviewer, answer)
            for review in reviews
            if (answer := review.answers.get(item.code)) is not None and answer.fingerprint == mark
        ]
        mine = any(same_person(name, reviewer) for name, _ in current)
        others = [answer for name, answer in current if not same_person(name, author)]
        confirmed = bool(others) and all(agrees(item, answer.answer) for answer in others)
        if item.graded and not mine and not confirmed:
            wanted.append(item)
    return wanted


def letter(number: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    label = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        label = chr(ord("a") + rest) + label
    return label


def _shuffled(entries: list[Any], reviewer: str, mark: str, answer: list[Any] | None = None) -> list[Any]:
    """The entries in the reviewer's own order, which is never the one that answers the question."""
    order = sorted(entries, key=lambda entry: _lot(reviewer, mark, entry.key))
    if answer and [entry.key for entry in order][: len(answer)] == answer and len(order) > 1:
        order = [*order[1:], order[0]]
    return order


def _lot(reviewer: str, mark: str, name: str) -> str:
    """A random-looking number that is the same on every machine and version of Python."""
    person = " ".join(reviewer.casefold().split())
    return hashlib.sha256(f"{person}\n{mark}\n{name}".encode(errors="surrogatepass")).hexdigest()


def _in(text: dict[str, str], lang: str) -> str:
    """The text in `lang`, or marked as missing: a reviewer must not judge what was never translated."""
    return " ".join(text[lang].split()) if lang in text else f"[{lang}?]"
