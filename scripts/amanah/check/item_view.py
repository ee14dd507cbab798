"""One item as the rules about writing see it: its options and its words, worked out once for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from amanah.check.context import TextPath
from amanah.course.problem import Text
from amanah.quiz.fields import GradedOption
from amanah.quiz.fields import Option as Option_
from amanah.quiz.model import LISTS, Item, MultipleChoice, SingleChoice, SituationalJudgement

WORD = re.compile(r"\w+(?:[-’'.,/]\w+)*")
_SENTENCE = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][”\"')\]*_]))\s+")


def words_in(text: str) -> list[str]:
    """The words of a text as written: "kadang-kadang", "isn’t" and "25/2009" are one each."""
    return WORD.findall(text)


@dataclass(frozen=True)
class Option:
    """One thing to choose; ``right`` if choosing it is (among) the best."""

    key: str
    text: Text
    path: TextPath
    right: bool


class ItemView:
    """The parts of one item, by language where they are texts; everything is worked out when it is first asked for."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self._words: dict[tuple[str, str], list[str]] = {}
        self._vocabularies: dict[tuple[str, str], frozenset[str]] = {}

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The options of a choice (single, multiple, situational judgement), in their order."""
        item = self.item
        if not isinstance(item, (SingleChoice, MultipleChoice, SituationalJudgement)):
            return ()
        right = _right(item)
        given: Sequence[Option_ | GradedOption] = item.options
        return tuple(Option(one.key, one.text, ("options", n, "text"), one.key in right) for n, one in enumerate(given))

    @cached_property
    def key(self) -> Option | None:
        """The one right option of a single choice."""
        right = [option for option in self.options if option.right] if isinstance(self.item, SingleChoice) else []
        return right[0] if len(right) == 1 else None

    @cached_property
    def wrong(self) -> tuple[Option, ...]:
        """The options that are not right."""
        return tuple(option for option in self.options if not option.right)

    @cached_property
    def lists(self) -> tuple[tuple[str, tuple[tuple[TextPath, Text], ...]], ...]:
        """(field, the paths and texts of its entries) for everything that is listed in the item."""
        return tuple((field, tuple(_texts(field, self.item))) for field in LISTS[type(self.item)])

    def stem(self, lang: str) -> str:
        return self.item.stem.get(lang, "")

    def words(self, part: str, lang: str) -> list[str]:
        """The lower-case words of "stem", or of the option with this key."""
        if (part, lang) not in self._words:
            text = self.stem(lang) if part == "stem" else self._option_text(part, lang)
            self._words[part, lang] = words_in(text.lower())
        return self._words[part, lang]

    def vocabulary(self, part: str, lang: str) -> frozenset[str]:
        """The different words of "stem", or of all "options" together."""
        if (part, lang) not in self._vocabularies:
            if part == "stem":
                words = frozenset(self.words("stem", lang))
            else:
                words = frozenset().union(*(self.words(option.key, lang) for option in self.options))
            self._vocabularies[part, lang] = words
        return self._vocabularies[part, lang]

    def _option_text(self, key: str, lang: str) -> str:
        return next((option.text.get(lang, "") for option in self.options if option.key == key), "")


def _texts(field: str, item: Item) -> Iterator[tuple[TextPath, Text]]:
    for index, entry in enumerate(getattr(item, field)):
        yield (field, index, "text"), entry.text


def _right(item: SingleChoice | MultipleChoice | SituationalJudgement) -> frozenset[str]:
    if isinstance(item, SituationalJudgement):
        best = max((option.grade for option in item.options), default=0)
        return frozenset(option.key for option in item.options if option.grade == best)
    return frozenset((item.answer,) if isinstance(item.answer, str) else item.answer or ())


def view(item: Item) -> ItemView:
    """The view of an item; kept while the rules look at this item, forgotten at the next."""
    if not _latest or _latest[0].item is not item:
        _latest[:] = [ItemView(item)]
    return _latest[0]


_latest: list[ItemView] = []


def sentences(text: str) -> list[str]:
    """The sentences of a text; abbreviations before a capital are not known here."""
    return [sentence for sentence in _SENTENCE.split(text.strip()) if sentence]
