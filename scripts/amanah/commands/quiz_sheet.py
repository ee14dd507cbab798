"""`amanah quiz sheet`: a bank as a spreadsheet, and back."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

import click

from amanah.commands.review_session import _find_bank
from amanah.course.languages import languages_and_problems
from amanah.quiz.bank import FOLDER, Bank, read_bank
from amanah.quiz.spreadsheet_export import rows_of_items
from amanah.quiz.spreadsheet_files import FORMATS, NotASheet, as_csv, as_xlsx, read_sheet_file
from amanah.quiz.spreadsheet_layout import SheetProblem, columns
from amanah.quiz.spreadsheet_merge import Merged, header_problems, languages_of, merge, new_code_problems
from amanah.quiz.spreadsheet_words import say

_LANG = click.option(
    "--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Of the messages."
)
_ROOT = click.option("--root", type=click.Path(path_type=Path, file_okay=False), help="Folder with quizzes/.")


@click.group()
def sheet() -> None:
    """A bank as a spreadsheet (XLSX or CSV), for authors who do not write YAML, and back."""


@sheet.command()
@click.argument("bank")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: by the name of --out, else xlsx.")
@click.option("--out", metavar="FILE", help="Where to (default: BANK.xlsx here); - prints CSV.")
@_LANG
@_ROOT
def export(bank: str, format_: str | None, out: str | None, lang: str, root: Path | None) -> None:
    """Write the items of BANK (a file, or a name such as 6-citizen-charter) to a sheet.

    One row is one option, entry, group or accepted answer. Columns with a language (stem id, stem en) hold that
    language's text; what belongs to the whole item stands on its first row. In the column `answer`: x at what is right,
    the matching key, the place in the order, the grade, or the number with a decimal comma.
    """
    path, found, languages, _ = _opened(bank, root, lang)
    suffix = Path(out).suffix.removeprefix(".").lower() if out else ""
    format_ = format_ or (suffix if suffix in FORMATS else "csv" if out == "-" else "xlsx")
    out = out or f"{path.stem}.{format_}"
    headings, rows = columns(languages), rows_of_items(found.tree.data["items"], languages)
    data = as_csv(headings, rows) if format_ == "csv" else as_xlsx(headings, rows, path.stem)
    if out == "-":
        click.echo(data, nl=False)
        return
    try:
        with Path(out).open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        _stop("exists", lang, file=out)
    except OSError:
        _stop("cannot-write", lang, file=out)
    click.echo(say("exported", lang, count=str(len(found.items)), file=out))


@sheet.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", metavar="BANK", help="The bank (default: the one that FILE is named after).")
@_LANG
@_ROOT
def import_(file: Path, into: str | None, lang: str, root: Path | None) -> None:
    """Bring the sheet FILE back into its bank.

    Only what differs is written; comments, order and quotes of the rest stay. New items go to the end; items without
    rows are taken out. With any mistake nothing is written. Exit status: 0 done, 1 mistakes, 2 could not run.
    """
    if into is None:
        base = (root or Path()) / FOLDER / f"{file.stem}.yml"
        into = file.stem if base.is_file() else _stop("which-bank", lang, file=str(file))
    path, bank, languages, text = _opened(into, root, lang)
    headings = columns(languages)
    try:
        present, rows, problems = read_sheet_file(file, headings)
    except OSError:
        _stop("cannot-read", lang, file=str(file))
    except NotASheet as error:
        _stop(error.variant, lang, file=str(file), **error.values)
    problems += header_problems(bank.tree.data["items"], present, languages)
    merged = Merged(text) if problems else merge(text, rows, languages)
    problems += merged.problems or new_code_problems(merged, rows, path)
    if problems:
        _tell(problems, file, present, lang)
    _write(path, merged.text, text, lang)
    _report(merged, bank.file, lang)


def _opened(name: str, root: Path | None, lang: str) -> tuple[Path, Bank, list[str], str]:
    """The path of a bank, the bank, the languages of its sheet, and its text."""
    path, root = _find_bank(name, root, lang)
    try:
        bank = read_bank(path, root)
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError:
        _stop("cannot-read", lang, file=str(path))
    if bank.problems:
        _stop("broken-bank", lang, place=str(bank.problems[0].place))
    seen: set[str] = set()
    for item in bank.items:
        if item.code in seen:
            _stop("same-code", lang, place=str(item.place("code")), code=item.code)
        seen.add(item.code)
    published = [language.code for language in languages_and_problems(root)[0]]
    return path, bank, languages_of(bank.items, published), text


def _tell(problems: list[SheetProblem], file: Path, present: list[str], lang: str) -> NoReturn:
    """Say what is wrong, in the order of the rows, and leave with status 1."""
    order = {heading: index for index, heading in enumerate(present)}
    for problem in sorted(problems, key=lambda one: (one.row, order.get(one.column, -1))):
        place = f"{file.name}: "
        if problem.row:
            cell = ""
            if file.suffix.lower() == ".xlsx" and problem.column in order:
                from openpyxl.utils import get_column_letter

                cell = f" ({get_column_letter(order[problem.column] + 1)}{problem.row})"
            place = say("place", lang, file=file.name, row=str(problem.row), column=problem.column, cell=cell)
        click.echo(place + say(problem.variant, lang, **problem.values), err=True)
    click.echo(say("nothing-written", lang, count=str(len(problems))), err=True)
    sys.exit(1)


def _write(path: Path, text: str, old: str, lang: str) -> None:
    """Whole or not at all; and not at all where nothing has changed."""
    if text == old:
        return
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        temporary = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except OSError:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        _stop("cannot-write", lang, file=str(path))


def _report(merged: Merged, bank: str, lang: str) -> None:
    if not (merged.changed or merged.added or merged.removed):
        click.echo(say("unchanged", lang, bank=bank))
        return
    for name in ("changed", "added", "removed"):
        if codes := getattr(merged, name):
            click.echo(say(name, lang, bank=bank, codes=", ".join(codes)))
    click.echo(say("next", lang))


def _stop(name: str, lang: str, /, **values: str) -> NoReturn:
    """Say in one sentence why the command cannot run, and leave with status 2."""
    click.echo(say(name, lang, **values), err=True)
    sys.exit(2)
