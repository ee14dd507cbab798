"""``amanah check``: is everything right with the questions and the pages of a course?"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click


@click.command()
@click.option(
    "--lang", type=click.Choice(["id", "en"]), default="en", show_default=True, help="Language of the messages."
)
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "sarif", "github"]), default="text", show_default=True
)
@click.option("--only", metavar="RULES", help="Only these rules, with commas between them: K02,K10.")
@click.option("--questions-only", is_flag=True, help="Read quizzes/ only, as if there were no docs/ and no mkdocs.yml.")
@click.option("--explain", metavar="RULES", help="Say what these rules ask for and why, with examples.")
@click.option("--checklist", is_flag=True, help="Print for each item what no program can decide about it.")
@click.option("--document", is_flag=True, help="Write docs/*/about/rules.md, the page that explains every rule.")
@click.argument("root", type=click.Path(path_type=Path), default=Path())
def check(
    lang: str,
    format_: str,
    only: str | None,
    questions_only: bool,
    explain: str | None,
    checklist: bool,
    document: bool,
    root: Path,
) -> None:
    """Check the course in ROOT (the current folder). A folder with nothing but quizzes/ will do.

    Exit status: 0 nothing to mend, 1 something is, 2 the check could not be made.
    """
    from amanah.check import check as checker
    from amanah.course.yaml_subset import C_LOADER

    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal that cannot show a letter gets a mark for it
        sys.stdout.reconfigure(errors="backslashreplace")
    if not C_LOADER and sys.stderr.isatty():
        click.echo("amanah check: PyYAML has no libyaml here; the check is right but slower.", err=True)
    try:
        if explain is not None:
            _explain(checker.known_rules(_names(explain)), lang)
        elif document:
            _document(root, lang)
        elif checklist:
            _checklist(root, lang)
        else:
            report = checker.check(root, None if only is None else _names(only), questions_only=questions_only)
            _print(report, format_, lang, root)
    except checker.CannotRun as error:
        _stop(error.words[lang])


def _names(listed: str) -> list[str]:
    return [name for name in listed.replace(" ", ",").split(",") if name]


def _print(report: object, format_: str, lang: str, root: Path) -> NoReturn:
    from amanah.check.findings import Report
    from amanah.check.report import unpainted, written

    assert isinstance(report, Report)
    terminal = sys.stdout.isatty()
    width = max(shutil.get_terminal_size().columns, 40) if terminal else 100
    click.echo(written(report, format_, lang, root, _paint if terminal else unpainted, width))
    sys.exit(0 if report.clean else 1)


def _explain(names: Sequence[str], lang: str) -> None:
    from amanah.check.explain import explained
    from amanah.check.registry import load_rules

    rules = load_rules()
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    click.echo("\n\n\n".join(explained(rules[name], lang, max(width, 40)) for name in names))


def _checklist(root: Path, lang: str) -> None:
    from amanah.check.check import read
    from amanah.check.checklist import checklist

    click.echo("\n".join(checklist(read(root, questions_only=True).banks, lang)))


def _document(root: Path, lang: str) -> None:
    from amanah.check.document import write
    from amanah.check.registry import load_rules

    try:
        written = write(load_rules().values(), root)
    except OSError as error:
        _stop(f"{error.filename}: {error.strerror}")
    if not written:
        _stop(
            {
                "id": f"{root} tidak mempunyai docs/id maupun docs/en",
                "en": f"{root} has neither docs/id nor docs/en",
            }[lang]
        )
    click.echo("\n".join(map(str, written)))


def _stop(sentence: str) -> NoReturn:
    click.echo(f"amanah check: {sentence}", err=True)
    sys.exit(2)


def _paint(words: str, style: str) -> str:
    if style == "quiet":
        return click.style(words, dim=True)
    color = {"error": "red", "warning": "yellow", "caret": "green"}.get(style, "cyan")
    return click.style(words, fg=color, bold=True)
