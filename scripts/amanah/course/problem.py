"""What a reader found wrong, before anybody puts it into words."""

from __future__ import annotations

from dataclasses import dataclass, field

from amanah.course.place import Place

Text = dict[str, str]
"""A localized text: language code → text."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong at one place.

    `rule` is the id of the rule that it breaks, `variant` the way in which it does; `values` fill the rule's message.
    The readers know no human language: the wording, one for each language, belongs to `amanah.check`.
    """

    rule: str
    place: Place
    variant: str = ""
    values: dict[str, str] = field(default_factory=dict)
