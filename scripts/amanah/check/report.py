"""A report as text for people and as JSON for other tools."""

from __future__ import annotations

import json
from collections.abc import Callable

from amanah.check.findings import Finding, Report

VERSION = 1
Paint = Callable[[str, str], str]

_WORDS = {
    "id": {
        "error": ("{} galat", "{} galat"),
        "warning": ("{} peringatan", "{} peringatan"),
        "info": ("{} catatan", "{} catatan"),
        "waived": ("{} dikecualikan", "{} dikecualikan"),
        "pages": ("{} halaman", "{} halaman"),
        "banks": ("{} bank", "{} bank"),
        "items": ("{} soal", "{} soal"),
        "confirmed": "{confirmed} dari {graded} soal bernilai dikukuhkan oleh kunci kedua",
        "clean": "tidak ada yang perlu dibetulkan",
    },
    "en": {
        "error": ("{} error", "{} errors"),
        "warning": ("{} warning", "{} warnings"),
        "info": ("{} remark", "{} remarks"),
        "waived": ("{} waived", "{} waived"),
        "pages": ("{} page", "{} pages"),
        "banks": ("{} bank", "{} banks"),
        "items": ("{} item", "{} items"),
        "confirmed": "{confirmed} of {graded} graded items confirmed by a second key",
        "clean": "nothing to mend",
    },
}
LANGUAGES = tuple(_WORDS)


def unpainted(words: str, severity: str) -> str:
    """For a file or a pipe: no colour."""
    return words


def line(finding: Finding, lang: str, paint: Paint = unpainted) -> str:
    """``quizzes/6-citizen-charter.yml:41:13: error K02 m6-q03: key "d" is not an option (a, b, c)``."""
    message = finding.message(lang)
    colon = "" if finding.values.get("code") and message.startswith(finding.values["code"]) else ":"
    severity = paint(f"{finding.severity} {finding.rule}", finding.severity)
    return f"{finding.place}: {severity}{colon} {message}"


def text(report: Report, lang: str, paint: Paint = unpainted) -> str:
    """One line a finding (waived ones left out), then the summary."""
    lines = [line(finding, lang, paint) for finding in report.findings if not finding.waived]
    return "\n".join([*lines, *([""] if lines else []), *summary(report, lang)])


def summary(report: Report, lang: str) -> list[str]:
    """What was looked at, how many findings of each severity, and how many keys are confirmed."""
    said = _WORDS[lang]

    def count(**numbers: int) -> list[str]:
        return [said[name][number != 1].format(number) for name, number in numbers.items()]

    looked = count(pages=report.pages, banks=report.banks, items=report.items)
    found = {"error": report.count("error"), "warning": report.count("warning"), "info": report.count("info")}
    counts = count(**{name: number for name, number in {**found, "waived": report.waived}.items() if number})
    confirmed = str(said["confirmed"]).format(confirmed=report.confirmed, graded=report.graded)
    return [f"{', '.join(looked)}: {', '.join(counts) or said['clean']}", confirmed]


def as_json(report: Report, lang: str) -> str:
    """``{version, summary, findings: [{file, line, column, rule, severity, message, waived}]}``."""
    return json.dumps(
        {
            "version": VERSION,
            "summary": {
                "errors": report.count("error"),
                "warnings": report.count("warning"),
                "infos": report.count("info"),
                "waived": report.waived,
                "pages": report.pages,
                "banks": report.banks,
                "items": report.items,
                "graded": report.graded,
                "confirmed": report.confirmed,
            },
            "findings": [
                {
                    "file": finding.place.file,
                    "line": finding.place.line,
                    "column": finding.place.column,
                    "rule": finding.rule,
                    "severity": finding.severity,
                    "message": finding.message(lang),
                    "waived": finding.waived,
                }
                for finding in report.findings
            ],
        },
        ensure_ascii=False,
        indent=2,
    )
