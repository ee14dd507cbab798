"""What `amanah quiz review` works on: one reviewer before one bank."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click

from amanah.course.field_errors import nearest
from amanah.quiz.agreement import AnswerValue
from amanah.quiz.asking import Asked, ask, open_items, shuffled_items
from amanah.quiz.bank import FOLDER, Bank, read_bank
from amanah.quiz.review import Answer, Review, read_review, read_reviews, review_path, same_person, today, write_review
from amanah.quiz.review_words import say


@dataclass
class Session:
    """One reviewer before one bank. `asked` is what is still to be answered, `allowed` what may be answered at all."""

    root: Path
    bank: Bank
    reviewer: str
    lang: str
    record: Review
    asked: list[Asked]
    allowed: list[Asked]

    def keep(self, answers: dict[str, AnswerValue]) -> str:
        """Add the answers to the reviewer's file and return its name."""
        marks = {asked.code: asked.fingerprint for asked in self.allowed}
        for code, answer in answers.items():
            self.record.answers[code] = Answer(answer=answer, fingerprint=marks[code], date=today())
        try:
            return write_review(self.root, self.record).relative_to(self.root).as_posix()
        except OSError:
            stop("cannot-write", self.lang, file=self.record.file)


def stop(name: str, lang: str, /, **values: str) -> NoReturn:
    """Say in one sentence why the command cannot run, and leave with status 2."""
    click.echo(say(name, lang, **values), err=True)
    sys.exit(2)


def prepare(name: str, reviewer: str, lang: str, root: Path | None, everything: bool) -> Session:
    """Find and read everything, or say why that cannot be and leave with status 2."""
    path, root = _find_bank(name, root, lang)
    try:
        bank = read_bank(path, root)
    except OSError:
        stop("cannot-read", lang, file=str(path))
    record = _record_of(reviewer, root, lang)
    if bank.author and same_person(bank.author, reviewer):
        stop("author", lang, reviewer=reviewer)
    if bank.problems:
        first = str(bank.problems[0].place)
        click.echo(say("unreadable-items", lang, count=str(len(bank.problems)), place=first), err=True)
    graded = [item for item in bank.items if item.graded]
    if not graded:
        stop("no-items", lang, bank=bank.file)
    languages = sorted({code for item in graded for code in item.stem})
    if lang not in languages:
        stop("no-language", lang, lang=lang, languages=", ".join(languages))
    own = [item.code for item in graded if item.author and same_person(item.author, reviewer)]
    if own:
        click.echo(say("own-items", lang, codes=", ".join(own)), err=True)
    items = shuffled_items([item for item in graded if item.code not in own], reviewer)
    wanted = items if everything else open_items(items, reviewer, read_reviews(root), bank.author or "")
    allowed = {item.code: ask(item, reviewer, lang) for item in items}
    asked = [allowed[item.code] for item in wanted]
    return Session(root, bank, reviewer, lang, record, asked, list(allowed.values()))


def _find_bank(name: str, root: Path | None, lang: str) -> tuple[Path, Path]:
    """The bank's file and the root that it belongs to."""
    path = Path(name)
    if path.suffix == ".yml" and path.is_file():
        path = path.resolve()
        own_root = path.parent.parent if path.parent.name == FOLDER else path.parent
        root = root.resolve() if root else own_root
        return path, root if path.is_relative_to(root) else own_root
    root = (root or Path()).resolve()
    path = root / FOLDER / f"{name.removesuffix('.yml')}.yml"
    if path.is_file() and path.parent == root / FOLDER:
        return path, root
    names = [one.stem for one in sorted((root / FOLDER).glob("*.yml"))]
    close = nearest(name, names)
    if close:
        stop("no-bank-nearest", lang, bank=name, folder=str(root / FOLDER), nearest=close)
    stop("no-bank", lang, bank=name, folder=str(root / FOLDER))


def _record_of(reviewer: str, root: Path, lang: str) -> Review:
    """The reviewer's answers so far. Stops rather than overwrite what cannot be read, or what is somebody else's."""
    try:
        path = review_path(root, reviewer)
    except ValueError:
        stop("no-reviewer-name", lang)
    file = path.relative_to(root).as_posix()
    if not path.exists():
        return Review(reviewer, file=file)
    try:
        record = read_review(path, root)
    except OSError:
        stop("cannot-read", lang, file=file)
    if record.problems:
        stop("broken-review", lang, place=str(record.problems[0].place))
    if not same_person(record.reviewer, reviewer):
        stop("name-taken", lang, file=file, owner=record.reviewer)
    return record
