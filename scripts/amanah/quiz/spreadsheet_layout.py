"""What a sheet of items looks like: its columns, and which rows each type of item has.

One row is one option (or entry, group, accepted answer …). What belongs to the item as a whole (stem, hint, evidence …)
stands on the item's first row. A localized text has one column for each language: `stem id`, `stem en`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

VERSION = "version"
_ORDER = (
    *("code", "type", "part", "key", "stem*", "text*", "answer", "why*", "misconception", "hint*", "outcome", "level"),
    *("use", "page", "anchor", "quote*", "tolerance", "unit*", "scoring", "reuse", "basis", "author", "waive", VERSION),
)
LOCALIZED = frozenset(name[:-1] for name in _ORDER if name.endswith("*"))


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of row: `part` names it on the sheet, `field` in the bank; `columns` are those it fills.

    `answer` says what its answer column holds: a mark at the right ones (`choice`, `choices`, `truth`), the key of the
    entry it belongs to (`pair`), its place in the order (`position`), a `grade`, or the number itself (`value`).
    """

    part: str
    field: str
    columns: tuple[str, ...]
    answer: str = ""
    target: str = ""  # the part whose keys a `pair` names

    @property
    def keyed(self) -> bool:
        return "key" in self.columns


_OPTION = ("key", "text", "why")
KINDS: dict[str, tuple[Kind, ...]] = {
    "single-choice": (Kind("option", "options", (*_OPTION, "misconception"), "choice"),),
    "multiple-choice": (Kind("option", "options", (*_OPTION, "misconception"), "choices"),),
    "true-false": (Kind("reason", "why", ("key", "why"), "truth"),),
    "matching": (Kind("left", "left", _OPTION, "pair", "right"), Kind("right", "right", ("key", "text"))),
    "ordering": (Kind("entry", "entries", ("key", "text"), "position"),),
    "categorise": (Kind("bin", "bins", ("key", "text")), Kind("entry", "entries", _OPTION, "pair", "bin")),
    "numeric": (Kind("number", "answer", ("tolerance", "unit"), "value"),),
    "short-answer": (Kind("accepted", "answer", ("text",)),),
    "situational-judgement": (Kind("option", "options", _OPTION, "grade"),),
    "reflection": (Kind("prompt", "prompts", ("text",)), Kind("guide", "guide", ("text",))),
}
WHOLE_WHY = frozenset({"ordering", "numeric", "short-answer"})  # types with one reason for the whole item
OF_ITEM = ("type", "outcome", "level", "use", "page", "anchor", "quote", "hint", "stem", "author", "waive", VERSION)
OF_TYPE = {"multiple-choice": ("scoring",), "matching": ("reuse",), "situational-judgement": ("basis",)}
OF_ROW = ("part", "key", "text", "answer", "misconception", "tolerance", "unit")


def item_columns(type_: str) -> tuple[str, ...]:
    """The columns (without language) that belong to an item of this type as a whole."""
    return (*OF_ITEM, *OF_TYPE.get(type_, ()), *(("why",) if type_ in WHOLE_WHY else ()))


def columns(languages: Iterable[str]) -> list[str]:
    """The header row."""
    languages = list(languages)
    return [
        heading
        for name in _ORDER
        for heading in ([f"{name[:-1]} {lang}" for lang in languages] if name.endswith("*") else [name])
    ]


def expanded(name: str, languages: Iterable[str]) -> list[str]:
    """The headings of one column name: `text` → `text id`, `text en`."""
    return [f"{name} {lang}" for lang in languages] if name in LOCALIZED else [name]


@dataclass(slots=True)
class Row:
    """One row: its number as the spreadsheet program shows it (the header is 1), and its cells by heading."""

    number: int
    cells: dict[str, str] = field(default_factory=dict)

    def get(self, heading: str) -> str:
        return self.cells.get(heading, "")

    def local(self, name: str, languages: Iterable[str]) -> dict[str, str]:
        """The text in every language that has one."""
        return {lang: text for lang in languages if (text := self.get(f"{name} {lang}"))}


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """One mistake on a sheet. Row 0: the sheet as a whole; `variant` names a sentence of `spreadsheet_words`."""

    row: int
    column: str
    variant: str
    values: dict[str, str] = field(default_factory=dict)


def clean(text: str) -> str:
    """A cell as it is compared and kept: composed letters, line feeds, nothing around it."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def escape(text: str) -> str:
    """A cell that no spreadsheet program takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unescape(text: str) -> str:
    """What `escape` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
