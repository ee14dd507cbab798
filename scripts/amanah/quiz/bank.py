"""Question banks: quizzes/*.yml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from amanah.course.field_errors import nearest, places_of_errors
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.course.source_file import files_in, unreadable
from amanah.course.yaml_compose import no_collection
from amanah.course.yaml_subset import Tree, read_yaml_file
from amanah.course.yaml_tree import MOST_PROBLEMS
from amanah.quiz.fields import Part, YesNo
from amanah.quiz.model import TYPES, Item

FOLDER = "quizzes"


class BankFields(Part):
    """The questions of one module, in every language."""

    module: str = Field(description="Folder of the module under docs/<language>/course/, and name of this file")
    author: str | None = Field(
        None, description="Who wrote the items; somebody else has to answer them for a second key"
    )
    hide_key: YesNo = Field(False, description="Whether the pages keep keys and reasons to themselves, as for an exam")
    items: list[Any] = Field(description="The questions")


@dataclass
class Bank:
    """One file of questions: `items` with the shape of one; `problems` says what is wrong with the rest."""

    file: str
    module: str
    author: str | None
    hide_key: bool
    items: list[Item]
    tree: Tree
    problems: list[Problem] = field(default_factory=list)

    def place(self, item_index: int, *path: str | int) -> Place:
        """The place of the value at `path` in `items[item_index]`."""
        return self.items[item_index].place(*path)


def read_bank(path: Path, root: Path) -> Bank:
    """The bank in the file at `path`, somewhere below `root`. Raises OSError where the file cannot be read."""
    with no_collection():
        return _read_bank(path, root)


def _read_bank(path: Path, root: Path) -> Bank:
    tree = read_yaml_file(path, root)
    bank = Bank(tree.file, path.stem, None, False, [], tree, list(tree.problems))
    if not tree.data and any(problem.rule == "S01" for problem in tree.problems):
        return bank  # nothing could be read: that fields are missing as well is no news
    try:
        head = BankFields.model_validate(tree.data)
        bank.module, bank.author, bank.hide_key = head.module, head.author, head.hide_key
    except ValidationError as error:
        bank.problems += places_of_errors(error, tree, model=BankFields)
        if isinstance(tree.data, dict) and isinstance(tree.data.get("module"), str):
            bank.module = tree.data["module"]
        if isinstance(tree.data, dict) and isinstance(tree.data.get("author"), str):
            bank.author = tree.data["author"]
        bank.hide_key = isinstance(tree.data, dict) and tree.data.get("hide_key", "false") != "false"
    items = tree.data.get("items") if isinstance(tree.data, dict) else None
    for index, data in enumerate(items if isinstance(items, list) else ()):
        if len(bank.problems) > MOST_PROBLEMS:
            break
        item = _item(data, tree, ("items", index), bank.problems)
        if item is not None:
            bank.items.append(item)
    return bank


def _item(data: Any, tree: Tree, prefix: tuple[str | int, ...], problems: list[Problem]) -> Item | None:
    """The item at `prefix`, read on its own so that a broken one hides no other; or None, adding its problems."""
    if not isinstance(data, dict):
        problems.append(Problem("S04", tree.place(prefix), "not-mapping", {"field": "items", "value": str(data)[:60]}))
        return None
    kind = data.get("type")
    model = TYPES.get(kind) if isinstance(kind, str) else None
    if model is None:
        problems.append(_unknown_type(kind, tree, prefix))
        return None
    try:
        item = model.model_validate(data)
    except ValidationError as error:
        problems += places_of_errors(error, tree, prefix, model)
        return None
    item._tree = tree
    item._prefix = prefix
    return item  # type: ignore[return-value]


def _unknown_type(kind: Any, tree: Tree, prefix: tuple[str | int, ...]) -> Problem:
    allowed = ", ".join(TYPES)
    if kind is None:
        return Problem("S04", tree.place(prefix), "missing-type", {"field": "type", "allowed": allowed})
    place = tree.place((*prefix, "type"))
    if not isinstance(kind, str):
        return Problem("S04", place, "not-text", {"field": "type", "value": "…"})
    values = {"field": "type", "value": kind, "allowed": allowed}
    if close := nearest(kind, list(TYPES)):
        return Problem("S04", place, "wrong-value-nearest", {**values, "nearest": close})
    return Problem("S04", place, "wrong-value", values)


def read_banks(root: Path) -> list[Bank]:
    """Every bank below `root`, by file name. One that cannot be read at all is an empty bank with the problem.

    Raises OSError where the folder of the banks cannot be listed.
    """
    banks = []
    for path in files_in(root / FOLDER, ".yml"):
        try:
            banks.append(read_bank(path, root))
        except OSError as error:
            file = path.relative_to(root).as_posix()
            banks.append(Bank(file, path.stem, None, False, [], Tree(file), [unreadable(error, file)]))
    return banks


def indexed(banks: Iterable[Bank]) -> Iterator[tuple[Bank, Item]]:
    """Every item together with its bank, in order."""
    return ((bank, item) for bank in banks for item in bank.items)


def find_item(banks: Iterable[Bank], code: str) -> Item | None:
    """The first item with this code, or None."""
    return next((item for _, item in indexed(banks) if item.code == code), None)
