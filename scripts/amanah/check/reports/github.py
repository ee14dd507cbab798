"""A report as workflow commands, which GitHub turns into annotations of a commit."""

from __future__ import annotations

from amanah.check.findings import Report
from amanah.check.reports.text import summary

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def github(report: Report, lang: str, prefix: str = "") -> str:
    """``::error file=quizzes/6-x.yml,line=41,col=13,title=K02::m6-q03: …`` for each finding, then the summary.

    ``prefix`` is the path of the course in the repository, with a slash at its end.
    """
    lines = []
    for finding in report.findings:
        if not finding.waived:
            place = finding.place
            where = f"file={_property(prefix + place.file)},line={place.line},col={place.column}"
            command = f"::{COMMANDS[finding.severity]} {where},title={_property(finding.rule)}"
            lines.append(f"{command}::{_data(finding.message(lang))}")
    # a line of the summary that began with :: would be obeyed; it begins with a number
    return "\n".join([*lines, *summary(report, lang)])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
