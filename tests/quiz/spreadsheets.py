"""Sheets in tests: a bank as a file of rows, changed, and brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from amanah.course.yaml_subset import read_yaml
from amanah.quiz.spreadsheet_export import rows_of_items
from amanah.quiz.spreadsheet_files import as_csv, as_xlsx, read_sheet_file
from amanah.quiz.spreadsheet_layout import Row, columns
from amanah.quiz.spreadsheet_merge import Merged, merge

LANGUAGES = ("id", "en")


def exported(text: str) -> list[Row]:
    """The rows of a bank."""
    return rows_of_items(read_yaml(text, "bank.yml").data["items"], LANGUAGES)


def through_file(rows: Sequence[Row], path: Path) -> list[Row]:
    """The rows as they come back from a CSV or XLSX file."""
    headings = columns(LANGUAGES)
    path.write_bytes(as_csv(headings, rows) if path.suffix == ".csv" else as_xlsx(headings, rows, "bank"))
    present, back, problems = read_sheet_file(path, headings)
    assert (present, problems) == (headings, [])
    return [row for row in back if row.cells]


def changed(text: str, change: Callable[[list[Row]], object]) -> Merged:
    """What a bank becomes when somebody changes its sheet."""
    rows = exported(text)
    change(rows)
    return merge(text, rows, LANGUAGES)


def find(rows: Sequence[Row], code: str, key: str = "", part: str = "") -> Row:
    """The row of an item, or of one of its parts."""
    return next(
        row for row in rows if row.get("code") == code and key in ("", row.get("key")) and part in ("", row.get("part"))
    )
