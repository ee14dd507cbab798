"""What a sheet changes in a bank: rows against the text of the bank, and the new text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from amanah.course.yaml_subset import read_yaml
from amanah.quiz.model import TYPES
from amanah.quiz.spreadsheet_export import rows_of_items, version
from amanah.quiz.spreadsheet_import import CODE, item_of_rows
from amanah.quiz.spreadsheet_layout import VERSION, Row, SheetProblem
from amanah.quiz.spreadsheet_patch import patch

Items = list[dict[str, Any]]


@dataclass
class Merged:
    """The new text of a bank and what is new in it; or, with `problems`, the old text."""

    text: str
    changed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    problems: list[SheetProblem] = field(default_factory=list)


def languages_of(items: Iterable[Any], published: Sequence[str]) -> list[str]:
    """The languages of a sheet: those of the site, then others that the bank has."""
    found = dict.fromkeys(published)
    for item in items:
        found |= dict.fromkeys(lang for _, text in item.texts() for lang in text)
    return list(found)


def merge(text: str, rows: list[Row], languages: Sequence[str]) -> Merged:
    """Bring the rows of a sheet (without its header) into the text of a bank, which can be read without problems."""
    items: Items = read_yaml(text, "").data["items"]
    merged = Merged(text)
    before = _by_code(rows_of_items(items, languages), [])
    after = _by_code(rows, merged.problems)
    if not after:
        merged.problems.append(SheetProblem(0, "", "no-rows"))
    old = {code: item_of_rows(found, languages)[0] for code, found in before.items()}
    new: dict[str, dict[str, Any]] = {}
    for code, found in after.items():
        if code in before and _cells(found) == _cells(before[code]):
            new[code] = old[code]
            continue
        if code in before and (mark := _version(found)) and mark != version(_cells(before[code])):
            merged.problems.append(SheetProblem(found[0].number, VERSION, "stale", {"code": code}))
        item, problems = item_of_rows(found, languages)
        new[code] = item
        known = item_of_rows(before[code], languages)[1] if code in before else []
        merged.problems += _news(problems, known, found, before.get(code, []))
        if code not in before and not CODE.fullmatch(code):
            merged.problems.append(SheetProblem(found[0].number, "code", "code", {"value": code}))
        if code not in before or item != old[code]:
            (merged.changed if code in before else merged.added).append(code)
    merged.removed = [code for code in before if code not in after]
    if not merged.problems:
        order = [*(code for code in before if code in new), *merged.added]
        merged.text = _written(text, list(old.values()), [new[code] for code in order], languages, merged)
    return merged


def _written(text: str, old: Items, new: Items, languages: Sequence[str], merged: Merged) -> str:
    """The new text, if it says what the sheet says."""
    if old == new:
        return text
    written = patch(text, {"items": old}, {"items": new})
    tree = read_yaml(written, "")
    good = not tree.problems and _is_shaped(tree.data.get("items"))
    if good:
        said = _by_code(rows_of_items(tree.data["items"], languages), [])
        good = [item_of_rows(rows, languages)[0] for rows in said.values()] == new
    if not good:
        merged.problems.append(SheetProblem(0, "", "cannot-patch"))
        return text
    return written


def _is_shaped(items: Any) -> bool:
    try:
        return bool([TYPES[item["type"]].model_validate(item) for item in items])
    except (ValueError, KeyError, TypeError):
        return False


def _by_code(rows: Iterable[Row], problems: list[SheetProblem]) -> dict[str, list[Row]]:
    """The rows of each item; a row without a code belongs to the item above it."""
    items: dict[str, list[Row]] = {}
    code = ""
    for row in rows:
        if not row.cells:
            continue
        code = row.get("code") or code
        if code:
            items.setdefault(code, []).append(row)
        else:
            problems.append(SheetProblem(row.number, "code", "no-code"))
    return items


def _cells(rows: list[Row]) -> list[dict[str, str]]:
    code = rows[0].get("code")
    return [{"code": code, **{name: cell for name, cell in row.cells.items() if name != VERSION}} for row in rows]


def _version(rows: list[Row]) -> str:
    return next((mark for row in rows if (mark := row.get(VERSION))), "")


def _news(
    problems: list[SheetProblem], known: list[SheetProblem], rows: list[Row], before: list[Row]
) -> list[SheetProblem]:
    """The problems that the bank did not have before: an author who mends one text need not mend all."""
    then = {row.number: _place(row) for row in before}
    now = {row.number: _place(row) for row in rows}
    old = {(then[one.row], one.column, one.variant) for one in known}
    return [one for one in problems if (now[one.row], one.column, one.variant) not in old]


def _place(row: Row) -> tuple[str, str]:
    return row.get("part"), row.get("key")


def header_problems(items: Items, present: Sequence[str], languages: Sequence[str]) -> list[SheetProblem]:
    """Columns that the sheet lacks and the bank fills: to leave one out is not to empty it."""
    used = {heading: None for row in rows_of_items(items, languages) for heading in row.cells}
    return [SheetProblem(1, name, "column-missing") for name in used if name not in present and name != VERSION]


def new_code_problems(merged: Merged, rows: Iterable[Row], path: Path) -> list[SheetProblem]:
    """New items whose code belongs to another module, or was retired."""
    try:
        retired = (path.parent / "retired.txt").read_text(encoding="utf-8", errors="replace").split()
    except OSError:
        retired = []
    number = path.stem.partition("-")[0]
    first = {row.get("code"): row.number for row in reversed(list(rows))}
    problems = []
    for code in merged.added:
        if code in retired:
            problems.append(SheetProblem(first[code], "code", "retired", {"value": code}))
        elif code.partition("-")[0] != f"m{number}":
            problems.append(SheetProblem(first[code], "code", "other-module", {"value": code, "number": number}))
    return problems
