"""`amanah quiz`: second keys, sheets, and the schema for editors."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from amanah.commands.quiz_sheet import sheet as sheet_command
from amanah.commands.review_session import Session, prepare, stop
from amanah.quiz.agreement import AnswerValue
from amanah.quiz.asking import Asked
from amanah.quiz.review import same_person
from amanah.quiz.review_words import say
from amanah.quiz.schema import FILE, is_current, write_schema
from amanah.quiz.sheet import question, read_sheet, sheet
from amanah.quiz.typed_answer import AnswerError, parse_answer

_QUIT = {"q", "quit", "keluar"}


@click.group()
def quiz() -> None:
    """Question banks: second keys, sheets, and the schema for editors."""


quiz.add_command(sheet_command, "sheet")


@quiz.command()
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if the file is not what the models make of it.")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
def schema(check: bool, root: Path) -> None:
    """Write quizzes/schema.json, with which an editor completes and explains a bank."""
    if check:
        if not is_current(root):
            click.echo(f"{FILE} is not up to date; run `amanah quiz schema`", err=True)
            sys.exit(1)
        return
    try:
        click.echo(write_schema(root).relative_to(root).as_posix())
    except OSError as error:
        click.echo(f"{FILE} cannot be written: {error.strerror}", err=True)
        sys.exit(2)


@quiz.command()
@click.argument("bank")
@click.option("--reviewer", required=True, help="Your name, as it shall stand in the record.")
@click.option("--lang", default="id", show_default=True, help="Language of the items and of this command (id, en, …).")
@click.option("--sheet", "to_sheet", metavar="FILE", help="Write the items to a text file to fill in; - prints them.")
@click.option("--from", "from_sheet", metavar="FILE", help="Record the answers of a filled-in sheet; - reads them.")
@click.option("--all", "everything", is_flag=True, help="Ask also what you answered before or others confirmed.")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), help="Folder with quizzes/ (default: here).")
def review(
    bank: str,
    reviewer: str,
    lang: str,
    to_sheet: str | None,
    from_sheet: str | None,
    everything: bool,
    root: Path | None,
) -> None:
    """Answer the items of BANK (a file, or a name such as 6-citizen-charter) without seeing their keys.

    \b
    How to write an answer:
      b                 single choice; true-false: true or false, benar or salah
      a c               multiple choice: all that are right
      a=2 b=1           matching, sorting into groups
      c a b d           putting in order
      78,47             a number, with comma or point
      best=a never=d    a situation: the best action, and the one that must not happen (terbaik=a jangan=d)
    """
    session = prepare(bank, " ".join(reviewer.split()), lang, root, everything)
    if to_sheet and from_sheet:
        stop("both", lang)
    if from_sheet:
        _record_sheet(session, from_sheet)
    elif not session.asked:
        click.echo(say("none", lang, bank=session.bank.module), err=bool(to_sheet))
    elif to_sheet:
        _write_sheet(session, to_sheet)
    else:
        _ask_in_terminal(session)


def _write_sheet(session: Session, target: str) -> None:
    text = sheet(session.asked, session.reviewer, session.bank.module, session.lang)
    if target == "-":
        click.echo(text, nl=False)
        return
    try:
        with Path(target).open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        stop("exists", session.lang, file=target)
    except OSError:
        stop("cannot-write", session.lang, file=target)
    click.echo(say("sheet-written", session.lang, count=str(len(session.asked)), file=target))


def _record_sheet(session: Session, source: str) -> None:
    """Record every good answer of a sheet; report the bad lines and leave with status 1 if there are any."""
    lang = session.lang
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        stop("cannot-read", lang, file=source)
    filled = read_sheet(text, session.allowed)
    if not same_person(filled.reviewer, session.reviewer) or filled.bank != session.bank.module:
        found = f"reviewer: {filled.reviewer}, bank: {filled.bank}"
        stop("not-this-sheet", lang, file=source, reviewer=session.reviewer, bank=session.bank.module, found=found)
    for line, name, values in filled.bad:
        click.echo(say("bad-line", lang, file=source, line=str(line), reason=say(name, lang, **values)), err=True)
    file = session.keep(filled.answers) if filled.answers else session.record.file
    left = sum(asked.code not in filled.answers for asked in session.asked)
    click.echo(say("done", lang, count=str(len(filled.answers)), file=file, left=str(left)))
    if filled.bad:
        sys.exit(1)


def _ask_in_terminal(session: Session) -> None:
    """Ask item by item and keep each answer at once, until the end or until the reviewer stops."""
    lang, total = session.lang, len(session.asked)
    click.echo(say("welcome", lang, total=str(total), reviewer=session.reviewer))
    count = 0
    for number, asked in enumerate(session.asked, start=1):
        click.echo("\n" + say("progress", lang, number=str(number), total=str(total), code=asked.code))
        click.echo(question(asked, lang))
        try:
            answer = _typed(asked, lang)
        except (click.Abort, EOFError):
            click.echo()
            break
        if answer == "":
            continue
        if answer is None:
            break
        session.keep({asked.code: answer})
        count += 1
    click.echo(say("done", lang, count=str(count), file=session.record.file, left=str(total - count)))


def _typed(asked: Asked, lang: str) -> AnswerValue | None:
    """The answer that was typed; an empty text to skip the item, None to stop."""
    while True:
        typed = click.prompt(say("answer", lang), default="", show_default=False, prompt_suffix="> ").strip()
        if not typed:
            return ""
        try:
            return parse_answer(asked, typed)
        except AnswerError as error:
            if typed.casefold() in _QUIT:
                return None
            click.echo(say(error.variant, lang, **error.values))
