"""Items of a bank as rows of a sheet."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from amanah.quiz.spreadsheet_layout import KINDS, VERSION, WHOLE_WHY, Kind, Row, clean

Cells = dict[str, str]
MARK = "x"


def rows_of_items(items: Iterable[dict[str, Any]], languages: Sequence[str]) -> list[Row]:
    """All rows of a bank below the header. `items` are the items as plain data, each of the shape of its model."""
    rows = [cells for item in items for cells in item_rows(item, languages)]
    return [Row(number, cells) for number, cells in enumerate(rows, start=2)]


def item_rows(item: dict[str, Any], languages: Sequence[str]) -> list[Cells]:
    """The rows of one item; the first carries what belongs to the item as a whole, and its version."""
    parts = [row for kind in KINDS[item["type"]] for row in _rows(kind, item, languages)] or [{}]
    parts[0] = {**parts[0], **_head(item, languages)}
    rows = [{name: clean(cell) for name, cell in {"code": item["code"], **row}.items() if cell} for row in parts]
    rows[0][VERSION] = version(rows)
    return rows


def version(rows: list[Cells]) -> str:
    """A short name of what an item says, so that an import notices that the bank has changed since the export.

    It begins with a letter that is no number to a spreadsheet program.
    """
    said = json.dumps([{name: cell for name, cell in row.items() if name != VERSION} for row in rows], sort_keys=True)
    return "v" + hashlib.sha256(said.encode()).hexdigest()[:8]


def _head(item: dict[str, Any], languages: Sequence[str]) -> Cells:
    evidence = item.get("evidence") or {}
    cells = {name: item.get(name) or "" for name in ("type", "outcome", "level", "scoring", "reuse", "author")}
    cells["use"] = ", ".join(item["use"])
    cells["page"], cells["anchor"] = evidence.get("page", ""), evidence.get("anchor", "")
    cells["basis"] = "; ".join(item.get("basis") or ())
    cells["waive"] = "\n".join(f"{rule}: {reason}" for rule, reason in (item.get("waive") or {}).items())
    for name, text in (("stem", item["stem"]), ("hint", item.get("hint")), ("quote", evidence.get("quote"))):
        cells |= _local(name, text, languages)
    if item["type"] in WHOLE_WHY:
        cells |= _local("why", item["why"], languages)
    return cells


def _rows(kind: Kind, item: dict[str, Any], languages: Sequence[str]) -> Iterator[Cells]:
    part, answer = {"part": kind.part}, item.get("answer")
    value = item.get(kind.field)
    if kind.answer == "truth":
        for key in ("true", "false"):
            mark = MARK if answer == key else ""
            yield {**part, "key": key, "answer": mark, **_local("why", item["why"][key], languages)}
    elif kind.answer == "value":
        if answer is not None:
            unit = answer.get("unit", "")
            unit = unit if isinstance(unit, dict) else dict.fromkeys(languages, unit)
            numbers = {"answer": comma(answer["value"]), "tolerance": comma(answer.get("tolerance", ""))}
            yield {**part, **numbers, **_local("unit", unit, languages)}
    elif kind.part == "accepted":
        accept = answer["accept"] if answer is not None else {}
        for index in range(max(map(len, accept.values()), default=0)):
            texts = {lang: texts[index] for lang, texts in accept.items() if index < len(texts)}
            yield {**part, **_local("text", texts, languages)}
    elif not kind.keyed:
        for text in value if isinstance(value, list) else [value]:
            yield {**part, **_local("text", text, languages)}
    else:
        for entry in value or ():
            cells = {**part, "key": entry["key"], "misconception": entry.get("misconception") or ""}
            cells |= _local("text", entry["text"], languages) | _local("why", entry.get("why"), languages)
            yield {**cells, "answer": _answer(kind, entry, answer)}


def _answer(kind: Kind, entry: dict[str, Any], answer: Any) -> str:
    """The answer cell of one option or entry."""
    key = entry["key"]
    if kind.answer == "grade":
        return str(entry["grade"])
    if answer is None:
        return ""
    if kind.answer == "choice":
        return MARK if key == answer else ""
    if kind.answer == "choices":
        return MARK if key in answer else ""
    if kind.answer == "position":
        return str(answer.index(key) + 1) if key in answer else ""
    return str(answer.get(key, "")) if kind.answer == "pair" else ""


def _local(name: str, text: dict[str, str] | None, languages: Sequence[str]) -> Cells:
    return {f"{name} {lang}": text.get(lang, "") for lang in languages} if text else {}


def comma(number: str) -> str:
    """78.47 as 78,47: how it is written on the sheet."""
    return number.replace(".", ",")
