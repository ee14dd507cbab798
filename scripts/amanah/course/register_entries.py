"""The entries of the registers as models: what is written (LawEntry), and with key and place what is read (Law)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from amanah.course.place import Place

Words = Annotated[str, StringConstraints(min_length=1)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Article(_Model):
    """``says``: what it demands, paraphrased; ``binds``: whom; ``fact``: the number of the fact in the dossier."""

    says: dict[str, Words]
    binds: dict[str, Words]
    fact: Words | None = None


class LawEntry(_Model):
    title: dict[str, Words]
    short: dict[str, Words]
    kind: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]*$")]
    number: Words
    year: Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
    status: Literal["in-force", "amended", "repealed", "not-verified", "foreign"]
    checked: Annotated[str, StringConstraints(pattern=r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$")]
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    note: dict[str, Words] | None = None
    articles: dict[str, Article] = Field(default_factory=dict)


class Law(LawEntry):
    """A law of the register. ``checked``: the day (YYYY-MM-DD) on which the status was looked up."""

    key: str
    place: Place
    article_places: Mapping[str, Place]


class TermEntry(_Model):
    term: dict[str, Words]
    definition: dict[str, Words]
    cite: Words | None = None
    forbidden: dict[str, tuple[Words, ...]] | None = None


class GlossaryEntry(TermEntry):
    """A term of the glossary. ``forbidden``: words per language that the course does not use for it."""

    key: str
    place: Place


class TopicEntry(_Model):
    title: dict[str, Words]
    about: dict[str, Words]
    lessons: tuple[Words, ...] = ()


class Topic(TopicEntry):
    """A topic of the knowledge base. ``lessons``: ids of lessons on it, or of modules whose lessons are all on it."""

    key: str
    place: Place
