"""A report in each of its forms."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from amanah.check.findings import Report
from amanah.check.reports.as_json import as_json
from amanah.check.reports.excerpt import WIDTH, Sources
from amanah.check.reports.github import github
from amanah.check.reports.sarif import sarif
from amanah.check.reports.text import Paint, line, summary, text, unpainted
from amanah.check.reports.words import LANGUAGES

__all__ = ["FORMATS", "LANGUAGES", "as_json", "github", "line", "sarif", "summary", "text", "unpainted", "written"]

FORMATS = ("text", "json", "sarif", "github")


def written(report: Report, format_: str, lang: str, root: Path, paint: Paint = unpainted, width: int = WIDTH) -> str:
    """The report on the course in ``root`` in one of FORMATS."""
    if format_ == "json":
        return as_json(report, lang)
    if format_ == "sarif":
        return sarif(report, lang, _prefix(root), _version())
    if format_ == "github":
        return github(report, lang, _prefix(root))
    return text(report, lang, paint, Sources(root), width)


def _prefix(root: Path) -> str:
    """The path from the current folder (the repository's, in CI) to the course; empty where the course is not in it."""
    try:
        path = root.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return ""
    return "" if path == "." else f"{path}/"


def _version() -> str:
    try:
        return version("amanah")
    except PackageNotFoundError:  # run from the source tree
        return ""
