"""The parts that items are made of. Authors read the descriptions in their editor, through quizzes/schema.json."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

Level = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
Use = Literal["lesson", "module", "pre-test", "post-test", "review"]
Scoring = Literal["all-or-nothing", "partial"]
Path = tuple[str | int, ...]

# A mapping from language code to text. Which languages must be there is no matter of shape: rule L01 judges it.
LocalText = Annotated[dict[str, str], WithJsonSchema({"localized": True})]  # `schema` turns it into a reference


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("bool_parsing", "expected true or false")


def _grade(value: Any) -> Any:
    """A grade is typed as one digit; `3.0` and ` 3` are slips, not grades."""
    if isinstance(value, str) and not (value.isascii() and value.removeprefix("-").isdigit()):
        raise PydanticCustomError("int_parsing", "expected a whole number")
    return value


# To the reader every value is a text, so authors may quote these or not; an editor sees the difference.
YesNo = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema({"enum": [True, False, "true", "false"]})]
Truth = Annotated[Literal["true", "false"], WithJsonSchema({"enum": ["true", "false", True, False]})]
Grade = Annotated[
    int,
    BeforeValidator(_grade),
    Field(ge=0, le=3),
    WithJsonSchema({"enum": [3, 2, 1, 0, "3", "2", "1", "0"]}),
]
# Numbers stay as they are typed, so that rule K06 can say what is wrong with `78,47`.
Number = Annotated[str, WithJsonSchema({"type": ["string", "number"]})]


class Part(BaseModel):
    """Base of everything in a bank: unknown fields are errors, and nothing changes after it was read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(Part):
    """The passage of a lesson that makes the key right."""

    page: str = Field(description="Path of the lesson under docs/<language>/, without .md")
    anchor: str = Field(description="Id of the heading under which the passage stands")
    quote: LocalText = Field(description="Words that stand there in each language, word for word")


class Option(Part):
    """One answer to choose."""

    key: str = Field(description="Short name of this option, usually a letter; the answer and the reviews name it")
    text: LocalText = Field(description="What the learner reads")
    why: LocalText = Field(description="Why this option is right, or why it is tempting and what it overlooks")
    misconception: str | None = Field(None, description="Short name of the wrong belief that this option shows")


class GradedOption(Part):
    """One action in a situation, with its grade."""

    key: str = Field(description="Short name of this action, usually a letter")
    text: LocalText = Field(description="What the person in the scene would do")
    grade: Grade = Field(description="3 best, 2 acceptable, 1 weak, 0 must not happen")
    why: LocalText = Field(description="Why the action has this grade")


class Entry(Part):
    """One thing to be matched to, sorted into or put in order."""

    key: str = Field(description="Short name of this entry; the answer names it")
    text: LocalText = Field(description="What the learner reads")


class ReasonedEntry(Entry):
    """One thing to be matched or sorted, with the reason for where it belongs."""

    why: LocalText = Field(description="Why it belongs where the answer puts it")


class NumericAnswer(Part):
    """A number with how far an answer may be off."""

    value: Number = Field(description="The right number, with a decimal point; the page accepts 78,47 and 78.47")
    tolerance: Number = Field("0", description="How far an answer may be off, upwards and downwards")
    unit: LocalText | str = Field("", description="What the number counts, shown beside the field; empty for none")


class AcceptedAnswers(Part):
    """The answers that count as right."""

    accept: dict[str, list[str]] = Field(
        description="Language code → answers that count as right; capitals, spaces and full stops do not matter",
        json_schema_extra={
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
    )
