"""The ten types of item, as a bank holds them.

The models judge shape only: which fields there are and of what kind. Whether the key exists, texts are empty or a
language is missing is for the rules of `amanah.check`, which is why `answer` may be missing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args

from pydantic import ConfigDict, Field, PrivateAttr
from pydantic.json_schema import SkipJsonSchema
from typing_extensions import TypedDict

from amanah.course.place import Place
from amanah.course.problem import Text
from amanah.course.yaml_tree import Tree
from amanah.quiz.fields import (
    AcceptedAnswers,
    Entry,
    Evidence,
    GradedOption,
    Level,
    LocalText,
    NumericAnswer,
    Option,
    Part,
    Path,
    ReasonedEntry,
    Scoring,
    Truth,
    Use,
    YesNo,
)


class BaseItem(Part):
    """What every item has. An item that was read from a bank knows where each of its values stands."""

    code: str = Field(
        description="mN-qNN; never reused and never renumbered: learners' progress hangs on it",
        json_schema_extra={"pattern": "^m[1-9][0-9]*-q[0-9]{2,}$"},
    )
    outcome: str = Field(description="Id of the learning outcome that the item tests, as the module declares it")
    level: Level = Field(description="What the item asks of the learner: Bloom's taxonomy, revised")
    use: list[Use] = Field(description="Where the item is asked")
    stem: LocalText = Field(description="The question, or the task")
    hint: LocalText | None = Field(None, description="Shown after a first wrong answer")
    waive: dict[str, str] = Field(
        default_factory=dict, description="Rule id → reason why a warning of that rule is accepted for this item"
    )
    author: str | None = Field(None, description="Who wrote the item, where it is not the author of the bank")

    _tree: Tree | None = PrivateAttr(None)
    _prefix: Path = PrivateAttr(())

    def place(self, *path: str | int) -> Place:
        """The place of the value at `path` below the item, or of the nearest thing above it that is there."""
        return self._tree.place((*self._prefix, *path)) if self._tree else Place("")

    def key_place(self, *path: str | int) -> Place:
        """The place of the field name (or mapping key) at the end of `path`."""
        return self._tree.key_place((*self._prefix, *path)) if self._tree else Place("")

    def texts(self) -> Iterator[tuple[Path, Text]]:
        """Every localized text with its path below the item, in the order of the models."""
        yield ("stem",), self.stem
        if self.hint is not None:
            yield ("hint",), self.hint
        yield from self._own_texts()
        evidence: Evidence | None = getattr(self, "evidence", None)
        if evidence is not None:
            yield ("evidence", "quote"), evidence.quote

    def _own_texts(self) -> Iterator[tuple[Path, Text]]:
        return iter(())

    @property
    def graded(self) -> bool:
        """Whether the item has a right answer."""
        return True


class GradedItem(BaseItem):
    """An item with a right answer: some passage of a lesson must make it right."""

    evidence: Evidence = Field(description="The passage of the lesson that makes the key right")


class _Choice(GradedItem):
    options: list[Option] = Field(description="The answers to choose from, each with its reason")

    def _own_texts(self) -> Iterator[tuple[Path, Text]]:
        return _listed("options", self.options)


class SingleChoice(_Choice):
    """One of several options is right."""

    type: Literal["single-choice"] = Field(description="One right option")
    answer: str | None = Field(None, description="Key of the right option")


class MultipleChoice(_Choice):
    """Several of several options are right."""

    type: Literal["multiple-choice"] = Field(description="Several right options")
    answer: list[str] | None = Field(None, description="Keys of all right options")
    scoring: Scoring = Field(
        "all-or-nothing", description="Whether a part of the right options earns a part of the score"
    )


class TrueFalseReasons(TypedDict):
    """A reason for each of the two answers."""

    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]

    true: Annotated[LocalText, Field(description="Why the statement is true, or what makes it look true")]
    false: Annotated[LocalText, Field(description="Why the statement is false, or what makes it look false")]


class TrueFalse(GradedItem):
    """The stem is a statement, right or wrong."""

    type: Literal["true-false"] = Field(description="A statement to judge")
    answer: Truth | None = Field(None, description="Whether the statement is true")
    why: TrueFalseReasons = Field(description="A reason for each of the two answers")

    def _own_texts(self) -> Iterator[tuple[Path, Text]]:
        yield ("why", "true"), self.why["true"]
        yield ("why", "false"), self.why["false"]


class Matching(GradedItem):
    """Each entry on the left belongs to one on the right; spare entries on the right are distractors."""

    type: Literal["matching"] = Field(description="Pairs to put together")
    left: list[ReasonedEntry] = Field(description="The things to be matched, each with the reason for its match")
    right: list[Entry] = Field(description="What they are matched with; more of them than on the left makes it harder")
    answer: dict[str, str] | None = Field(None, description="Left key → right key")
    reuse: YesNo = Field(False, description="Whether one entry on the right may match several on the left")

    def _own_texts(self) -> Iterator[tuple[Path, Text]]:
        yield from _listed("left", self.left)
        yield from _listed("right", self.right)


class Ordering(GradedItem):
    """Entries to put in order."""

    type: Literal["ordering"] = Field(description="Steps to put in order")
    entries: list[Entry] = Field(description="The steps; the page shows them in another order")
    answer: list[str] | None = Field(None, description="All keys in the right order")
    why: LocalText = Field(description="Why this is the order")

    def _own_texts(self) -> Iterator[tuple[Path, Text]]:
        yield from _listed("entries", self.entries)
        yield ("why",), self.why


class Categorise(GradedItem):
    """Entries to sort into bins."""

    type: Literal["categorise"] = Field(description="Things to sort into groups")
    bins: list[Entry] = Field(description="The groups")
    entries: list[ReasonedEntry] = Field(description="The things to sort, each with the reason for its group")
    answer: dict[str, str] | None = Field(None, description="Entry key → bin key")

    def _own_texts(self) -> Iterator[tuple[Path, Text]]:
        yield from _listed("bins", self.bins)
        yield from _listed("entries", self.entries)


class Numeric(GradedItem):
    """A number to work out."""

    type: Literal["numeric"] = Field(description="A number to work out")
    answer: NumericAnswer | None = Field(None, description="The number, how far off is still right, and the unit")
    why: LocalText = Field(description="How one gets there")

    def _own_texts(self) -> Iterator[tuple[Path, Text]]:
        if self.answer is not None and isinstance(self.answer.unit, dict):
            yield ("answer", "unit"), self.answer.unit
        yield ("why",), self.why


class ShortAnswer(GradedItem):
    """A word or two to type."""

    type: Literal["short-answer"] = Field(description="A word or two to type")
    answer: AcceptedAnswers | None = Field(None, description="What counts as right, in each language")
    why: LocalText = Field(description="Why this is the answer")

    def _own_texts(self) -> Iterator[tuple[Path, Text]]:
        yield ("why",), self.why


class SituationalJudgement(GradedItem):
    """A scene and what one could do in it; the grades rest on a norm, and stay out of the summed score."""

    type: Literal["situational-judgement"] = Field(description="A scene with graded actions")
    options: list[GradedOption] = Field(description="What one could do, each action with its grade and reason")
    basis: list[str] = Field(description="The norms that the grades rest on: citation keys, such as uu-25-2009:44(3)")

    def _own_texts(self) -> Iterator[tuple[Path, Text]]:
        return _listed("options", self.options)


class Reflection(BaseItem):
    """Something to think over; it has no answer and is never graded."""

    type: Literal["reflection"] = Field(description="Something to think over, without a right answer")
    evidence: Evidence | None = Field(None, description="A passage of a lesson to go back to")
    prompts: list[LocalText] = Field(description="Questions to think over")
    guide: LocalText = Field(description="What a good reflection looks at")
    # Not a field for authors: it is read so that rule K01 can say that a reflection has no answer.
    answer: SkipJsonSchema[Any] = Field(None, description="A reflection has no answer")

    def _own_texts(self) -> Iterator[tuple[Path, Text]]:
        for index, prompt in enumerate(self.prompts):
            yield ("prompts", index), prompt
        yield ("guide",), self.guide

    @property
    def graded(self) -> bool:
        return False


def _listed(field: str, entries: list[Any]) -> Iterator[tuple[Path, Text]]:
    for index, entry in enumerate(entries):
        yield (field, index, "text"), entry.text
        if (why := getattr(entry, "why", None)) is not None:
            yield (field, index, "why"), why


Item = Annotated[
    SingleChoice
    | MultipleChoice
    | TrueFalse
    | Matching
    | Ordering
    | Categorise
    | Numeric
    | ShortAnswer
    | SituationalJudgement
    | Reflection,
    Field(discriminator="type"),
]

TYPES: dict[str, type[BaseItem]] = {
    get_args(model.model_fields["type"].annotation)[0]: model for model in get_args(get_args(Item)[0])
}
"""Item type as a bank names it → its model."""

LISTS: dict[type[BaseItem], tuple[str, ...]] = {
    model: tuple(name for name in ("options", "left", "right", "entries", "bins") if name in model.model_fields)
    for model in TYPES.values()
}
"""Model → its lists of things to choose from or to put together; all of them have a key and a text."""
