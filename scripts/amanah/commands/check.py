"""``amanah check``: is everything right with the questions and the pages of a course?"""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.option(
    "--lang", type=click.Choice(["id", "en"]), default="en", show_default=True, help="Language of the messages."
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--only", metavar="RULES", help="Only these rules, with commas between them: K02,K10.")
@click.argument("root", type=click.Path(path_type=Path), default=Path())
def check(lang: str, format_: str, only: str | None, root: Path) -> None:
    """Check the course in ROOT (the current folder).

    Exit status: 0 nothing to mend, 1 something is, 2 the check could not be made.
    """
    from amanah.check import check as checker
    from amanah.check import report as reports
    from amanah.course.yaml_subset import C_LOADER

    rules = [name for name in only.replace(" ", ",").split(",") if name] if only is not None else None
    if not C_LOADER and sys.stderr.isatty():
        click.echo("amanah check: PyYAML has no libyaml here; the check is right but slower.", err=True)
    try:
        report = checker.check(root, rules)
    except checker.CannotRun as error:
        click.echo(f"amanah check: {error.words[lang]}", err=True)
        sys.exit(2)
    if format_ == "json":
        click.echo(reports.as_json(report, lang))
    else:
        click.echo(reports.text(report, lang, _paint if sys.stdout.isatty() else reports.unpainted))
    sys.exit(0 if report.clean else 1)


def _paint(words: str, severity: str) -> str:
    return click.style(words, fg={"error": "red", "warning": "yellow"}.get(severity, "cyan"), bold=True)
