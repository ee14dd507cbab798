"""A report as JSON."""

from __future__ import annotations

import json

from amanah.check.findings import Report

VERSION = 1


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
