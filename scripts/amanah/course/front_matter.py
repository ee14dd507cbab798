"""What stands between the ``---`` lines at the top of a page, typed by its ``kind``."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
PageId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
OutcomeId = Annotated[str, StringConstraints(pattern=r"^m[0-9]+-o[0-9]+$")]
Minutes = Annotated[int, Field(ge=1, le=600)]
Level = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
Adapt = Literal["keep", "swap-law", "rewrite"]


T = TypeVar("T")


def _some(values: tuple[T, ...]) -> tuple[T, ...]:
    """At least one. (A length in the field itself would also complain whenever an entry is wrong.)"""
    if not values:
        raise PydanticCustomError("too_short", "at least one", {"min_length": 1})
    return values


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Common(_Model):
    """``id`` is for ever: learners' progress hangs on it. ``description`` is one sentence, at most 160 characters."""

    id: PageId
    title: Word
    description: Word


class Home(_Common):
    """The first page of a language."""

    kind: Literal["home"]


class PlainPage(_Common):
    """A page outside the course: about, a register, not found."""

    kind: Literal["page"]


class ArticlePage(_Common):
    """A text of the knowledge base. ``topics``: keys of topics.yml; ``lessons``: ids of the lessons that use it."""

    kind: Literal["article"]
    minutes: Minutes
    topics: Annotated[tuple[Word, ...], AfterValidator(_some)]
    lessons: tuple[PageId, ...]


class ModuleCard(_Model):
    """One module as the course page shows it; one without pages yet is shown as to come, never linked."""

    number: Annotated[int, Field(ge=1)]
    slug: Annotated[str, StringConstraints(pattern=r"^[0-9]+-[a-z0-9-]+$")]
    title: Word
    summary: Word
    lessons: Annotated[int, Field(ge=0)] | tuple[Word, ...]


class CourseIndex(_Common):
    """The page that lists the modules."""

    kind: Literal["course"]
    modules: tuple[ModuleCard, ...]


class Outcome(_Model):
    """A learning outcome; ``page`` is the id of the lesson that teaches it."""

    id: OutcomeId
    level: Level
    page: PageId
    core: bool
    text: Word


class ModuleIndex(_Common):
    """The first page of a module: its promise."""

    kind: Literal["module"]
    minutes: Minutes
    outcomes: Annotated[tuple[Outcome, ...], AfterValidator(_some)]


class Lesson(_Common):
    """``core`` marks the core path; ``adapt`` says what another country must change."""

    kind: Literal["lesson"]
    minutes: Minutes
    outcomes: Annotated[tuple[OutcomeId, ...], AfterValidator(_some)]
    core: bool
    adapt: Adapt
    promise: Word


class Practice(_Common):
    """The activity that leaves something usable at work."""

    kind: Literal["practice"]
    minutes: Minutes
    outcomes: Annotated[tuple[OutcomeId, ...], AfterValidator(_some)]
    adapt: Adapt
    promise: Word


class Quiz(_Common):
    """The module's quiz page."""

    kind: Literal["quiz"]
    minutes: Minutes
    outcomes: Annotated[tuple[OutcomeId, ...], AfterValidator(_some)]


FrontMatter = Home | PlainPage | ArticlePage | CourseIndex | ModuleIndex | Lesson | Practice | Quiz

KINDS: dict[str, type[FrontMatter]] = {
    "home": Home,
    "page": PlainPage,
    "article": ArticlePage,
    "course": CourseIndex,
    "module": ModuleIndex,
    "lesson": Lesson,
    "practice": Practice,
    "quiz": Quiz,
}
