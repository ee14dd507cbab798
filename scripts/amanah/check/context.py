"""What the rules are given: everything that was read, once, and a view of the item at hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from amanah.check.second_key import Verdict, standing
from amanah.check.words import words_and_hyphens
from amanah.course.course import Course
from amanah.course.problem import Problem, Text
from amanah.quiz.bank import Bank, indexed
from amanah.quiz.model import Item
from amanah.quiz.review import Review

TextPath = tuple[str | int, ...]


@dataclass(frozen=True)
class ItemTexts:
    """The texts of one item, gathered once for all rules.

    ``texts`` pairs each path with its text in every language; ``joined`` holds, per language, all of them in one
    string, so that a rule can see in one look that an item has nothing for it.
    """

    item: Item
    texts: tuple[tuple[TextPath, Text], ...]
    joined: dict[str, str]

    @cached_property
    def lowered(self) -> dict[str, str]:
        """``joined`` in lower case."""
        return {lang: text.lower() for lang, text in self.joined.items()}

    @cached_property
    def words(self) -> dict[str, list[list[str]]]:
        """The lower-case words of each of ``texts``, with the hyphens between them."""
        return {lang: [words_and_hyphens(text.get(lang, "").lower()) for _, text in self.texts] for lang in self.joined}


@dataclass
class Context:
    """``root`` and what was read below it; ``problems`` are what the readers found wrong.

    ``questions_only``: there are no docs/ and no mkdocs.yml, or they were not to be read.
    """

    root: Path
    course: Course
    banks: list[Bank]
    reviews: list[Review]
    problems: list[Problem]
    questions_only: bool = False

    _latest: ItemTexts | None = None
    _verdicts: dict[int, Verdict] = field(default_factory=dict)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that the site publishes, the default one first."""
        return self.course.codes

    @property
    def default_language(self) -> str:
        """The language that the others are translated from; empty if there is none."""
        return self.course.default_language

    @property
    def other_languages(self) -> tuple[str, ...]:
        return self.languages[1:]

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of all items."""
        return frozenset(item.code for _, item in self.items())

    def texts(self, item: Item) -> ItemTexts:
        """The texts of an item; kept while the rules look at this item, forgotten at the next."""
        if self._latest is None or self._latest.item is not item:
            texts = tuple(item.texts())
            languages = {lang for _, text in texts for lang in text}
            joined = {lang: "\n".join(text.get(lang, "") for _, text in texts) for lang in languages}
            self._latest = ItemTexts(item, texts, joined)
        return self._latest

    def verdict(self, item: Item, bank: Bank) -> Verdict:
        """How the item stands with its second key."""
        if id(item) not in self._verdicts:
            self._verdicts[id(item)] = standing(item, bank, self.reviews)
        return self._verdicts[id(item)]

    def reported(self, rule: str) -> Iterator[Problem]:
        """What the readers found under this rule id."""
        return (problem for problem in self.problems if problem.rule == rule)

    def items(self) -> Iterator[tuple[Bank, Item]]:
        """Every item of every bank."""
        return indexed(self.banks)
