"""Sheets as files: CSV for any program, XLSX with a header that stays in sight. Every cell is text, never a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from amanah.course.field_errors import nearest
from amanah.quiz.spreadsheet_layout import Row, SheetProblem, clean, escape, unescape

FORMATS = ("csv", "xlsx")
MOST_BYTES = 200_000_000  # an XLSX that unpacks to more is no sheet of questions
_DELIMITERS = ";,\t"
_NARROW = {"code": 10, "type": 16, "part": 10, "key": 10, "answer": 10}


class NotASheet(Exception):
    """The file cannot be read as a sheet; `variant` names a sentence of `spreadsheet_words`."""

    def __init__(self, variant: str, **values: str) -> None:
        super().__init__(variant)
        self.variant, self.values = variant, values


def as_csv(headings: Sequence[str], rows: Iterable[Row]) -> bytes:
    """UTF-8 with a byte order mark and semicolons: what Excel opens as it is where a comma is the decimal mark."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([escape(row.get(heading)) for heading in headings] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def as_xlsx(headings: Sequence[str], rows: Iterable[Row], title: str) -> bytes:
    """A workbook with one sheet."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title[:31]
    wrapped = Alignment(wrap_text=True, vertical="top")
    for number, heading in enumerate(headings, start=1):
        head = sheet.cell(1, number, heading)
        head.font, head.alignment = Font(bold=True), wrapped
        width = _NARROW.get(heading, 40 if " " in heading else 16)
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row in rows:
        for number, heading in enumerate(headings, start=1):
            written = sheet.cell(row.number, number)
            if text := escape(row.get(heading)):
                written.value = text
                written.data_type = "s"  # never a formula, never an error value
            written.number_format, written.alignment = "@", wrapped
    sheet.freeze_panes = "E2"
    sheet.auto_filter.ref = sheet.dimensions
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read_sheet_file(path: Path, headings: Sequence[str]) -> tuple[list[str], list[Row], list[SheetProblem]]:
    """The headings of the file, its rows, and what is wrong with its form. Raises OSError, NotASheet."""
    data = path.read_bytes()
    problems: list[SheetProblem] = []
    table = _xlsx(data, problems) if data.startswith(b"PK") else _csv(data)
    first = next(table, [])
    names = {" ".join(heading.casefold().split()): heading for heading in headings}
    found: list[str] = []
    for index, cell in enumerate(first):
        heading = names.get(" ".join(unescape(cell).casefold().split()), "")
        if cell.strip() and not heading:
            close = nearest(cell.strip(), list(headings))
            problems.append(SheetProblem(1, cell.strip(), "column-near" if close else "column", {"nearest": close}))
        elif heading and heading in found:
            problems.append(SheetProblem(1, heading, "column-twice", {"index": str(index + 1)}))
        found.append(heading)
    if "code" not in found:
        raise NotASheet("no-header")
    rows = [
        Row(number, {name: text for name, cell in zip(found, cells, strict=False) if name and (text := _cell(cell))})
        for number, cells in enumerate(table, start=2)
    ]
    return found, rows, problems


def _cell(text: str) -> str:
    return unescape(clean(text))


def _csv(data: bytes) -> Iterator[list[str]]:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotASheet("not-utf8", line=str(data.count(b"\n", 0, error.start) + 1)) from error
    if text[:4].casefold() == "sep=" and "\n" in text[:8]:  # what some programs write above the header
        text = text.partition("\n")[2]
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise NotASheet("not-csv") from error


def _xlsx(data: bytes, problems: list[SheetProblem]) -> Iterator[list[str]]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_BYTES:
                raise NotASheet("too-large")
        book = load_workbook(io.BytesIO(data), read_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        header: list[str] = []
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            texts = [_text(cell) for cell in cells]
            header = header or [text or "" for text in texts]
            for index, text in enumerate(texts):
                if text is None and header[index : index + 1] not in ([], [""]):
                    problems.append(SheetProblem(number, header[index], _WHY.get(cells[index].data_type, "no-text")))
            yield [text or "" for text in texts]
    except NotASheet:
        raise
    except Exception as error:  # whatever a broken archive or its XML makes of openpyxl
        raise NotASheet("not-xlsx") from error


_WHY = {"f": "formula", "d": "date", "e": "error-value"}


def _text(cell: Any) -> str | None:
    """The text of a cell; None where it holds something that is no text and no number."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0").replace(".", ",")
    return value if isinstance(value, str) and cell.data_type != "e" else None
