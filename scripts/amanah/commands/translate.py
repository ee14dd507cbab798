"""`amanah translate`: what of a translation is out of date, and a new language."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from amanah.course.course import Course, read_course
from amanah.course.new_language import LanguageExists, NoLanguageList, new_language
from amanah.course.translations import Gap, Record, accept, gaps, page_gaps, read_record, write_record

_ROOT = click.option("--root", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
_LANG = click.option("--lang", help="One language only (en, ms, …).")


@click.group()
def translate() -> None:
    """Translations: what is older than its source or missing, and a new language."""


@translate.command()
@_LANG
@_ROOT
def status(lang: str | None, root: Path) -> None:
    """List every section that is stale (older than its source), missing, or there but not recorded.

    Exit status: 0 nothing is, 1 something is, 2 the question cannot be answered.
    """
    course = read_course(root, drafts=True)
    found: list[Gap] = []
    for record in _records(course, lang):
        mine = list(gaps(course, record))
        found += mine
        for gap in mine:
            click.echo(f"{gap.place}: {gap.state} #{gap.section}{f'  {gap.title}' if gap.title else ''}")
        pages, every = len({gap.path for gap in mine}), len(course.pages_of(course.default_language))
        states = [gap.state for gap in mine]
        counts = ", ".join(f"{states.count(state)} {state}" for state in ("stale", "missing", "unrecorded"))
        draft = " (draft)" if record.draft else ""
        click.echo(f"{record.lang}{draft}: {counts}, on {pages} of {every} pages")
    sys.exit(1 if found else 0)


@translate.command("accept")
@click.argument("pages", nargs=-1, metavar="[PAGE]...")
@click.option("--all", "every", is_flag=True, help="Every page that the language has.")
@_LANG
@_ROOT
def accept_command(pages: tuple[str, ...], every: bool, lang: str | None, root: Path) -> None:
    """Record that the translation of PAGE follows the source as it stands now.

    PAGE is a path such as course/index, or the file docs/en/course/index.md. Read both texts first: the banner on the
    page goes away, and nobody will look again until the source changes.
    """
    course = read_course(root, drafts=True)
    if not pages and not every:
        _stop("name a page, or say --all")
    for record in _records(course, lang):
        own = {page.path for page in course.pages_of(record.lang)}
        wanted = sorted(own) if every else [_path(page, course) for page in pages]
        for path in wanted:
            if path not in own or (course.default_language, path) not in course.pages:
                _stop(f"{path}: there is no such page in {record.lang} and {course.default_language}")
            before = sum(1 for _ in page_gaps(course, record, path))
            accept(course, record, path)
            after = sum(1 for _ in page_gaps(course, record, path))
            left = f", {after} still missing" if after else ""
            if before or not every:
                click.echo(f"{record.lang} {path}: {before - after} recorded{left}")
        write_record(root, record)


@translate.command()
@click.argument("lang")
@click.option("--name", help="The language's own name, such as “Bahasa Melayu”.")
@_ROOT
def new(lang: str, name: str | None, root: Path) -> None:
    """Begin a translation into LANG (ms, tet, vi, …): a tree under docs/ with everything marked as not translated.

    The site builds with it at once. Each page says to its reader which parts are not translated yet, until the pages
    are accepted one by one.
    """
    try:
        pages = new_language(root, lang, name or lang)
    except (LanguageExists, NoLanguageList, ValueError) as error:
        _stop(str(error))
    click.echo(f"docs/{lang}: {pages} pages, none translated yet.")
    click.echo(f"Translate one, then: amanah translate accept PAGE --lang {lang}")


def _records(course: Course, lang: str | None) -> list[Record]:
    others = [code for code in course.codes if code != course.default_language]
    if not course.default_language:
        _stop("mkdocs.yml names no languages")
    if lang is not None and lang not in others:
        _stop(f"{lang} is no translation of this course ({', '.join(others) or 'there is none'})")
    return [read_record(course.root, code) for code in others if lang in (None, code)]


def _path(page: str, course: Course) -> str:
    """course/index for docs/en/course/index.md, and for itself."""
    parts = page.replace("\\", "/").removesuffix(".md").split("/")
    if len(parts) > 2 and parts[0] == "docs" and parts[1] in course.codes:
        parts = parts[2:]
    return "/".join(parts)


def _stop(sentence: str) -> None:
    click.echo(f"amanah translate: {sentence}", err=True)
    sys.exit(2)
