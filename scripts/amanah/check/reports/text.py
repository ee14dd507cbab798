"""A report for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from amanah.check.findings import Finding, Report
from amanah.check.registry import RULES
from amanah.check.reports.excerpt import WIDTH, Sources, excerpt, printable
from amanah.check.reports.words import BY_RULE, CLEAN, CONFIRMED, MORE, count
from amanah.check.rule_doc import SEVERITIES, doc_of, gist

Paint = Callable[[str, str], str]
"""Words and a style (a severity, "caret" or "quiet") to words in colour."""

LONGEST = 1000  # characters of a message: some quote what was written, however long it is
MOST = 1000  # findings that are printed; all of them are counted, and JSON and SARIF have them all


def unpainted(words: str, style: str) -> str:
    """For a file or a pipe: no colour."""
    return words


def line(finding: Finding, lang: str, paint: Paint = unpainted) -> str:
    """``quizzes/6-citizen-charter.yml:41:13: error K02 m6-q03: key "d" is not an option (a, b, c)``."""
    message = printable(finding.message(lang)[:LONGEST])
    colon = "" if finding.values.get("code") and message.startswith(finding.values["code"]) else ":"
    severity = paint(f"{finding.severity} {finding.rule}", finding.severity)
    return f"{finding.place}: {severity}{colon} {message}"


def text(
    report: Report, lang: str, paint: Paint = unpainted, sources: Sources | None = None, width: int = WIDTH
) -> str:
    """One line a finding (waived ones left out) with its source line, the findings by rule, then the summary.

    Findings at one place share the source line below the last of them.
    """
    findings = [finding for finding in report.findings if not finding.waived]
    lines: list[str] = []
    for index, finding in enumerate(findings[:MOST]):
        lines.append(line(finding, lang, paint))
        shared = index + 1 < len(findings) and findings[index + 1].place == finding.place
        if sources and not shared:
            for shown, style in zip(excerpt(finding, sources, width), ("quiet", "caret"), strict=False):
                lines.append(paint(shown, style))
    if len(findings) > MOST:
        lines.append(MORE[lang].format(len(findings) - MOST))
    if lines:
        lines += ["", *by_rule(findings, lang, width), ""]
    return "\n".join([*lines, *summary(report, lang)])


def by_rule(findings: list[Finding], lang: str, width: int = WIDTH) -> list[str]:
    """Which rules spoke how often, the worst and most frequent first, each with what it asks for."""
    counts = Counter((finding.rule, finding.severity) for finding in findings)
    variants = Counter((finding.rule, finding.severity, finding.variant) for finding in findings)
    most = {(rule, severity): variant for (rule, severity, variant), _ in reversed(variants.most_common())}
    order = list(SEVERITIES)
    pairs = sorted(counts, key=lambda pair: (order.index(pair[1]), -counts[pair], pair[0]))
    lines = [BY_RULE[lang].format(rule=pairs[0][0])]
    column = max(len(str(number)) for number in counts.values())
    names = max(len(SEVERITIES[severity][lang]) for _, severity in pairs)
    for rule, severity in pairs:
        title = _title(rule, most[rule, severity], lang)
        row = f"  {counts[rule, severity]:>{column}}  {SEVERITIES[severity][lang]:<{names}}  {rule}  {title}"
        lines.append(row if len(row) <= width else row[: width - 1].rstrip() + "…")
    return lines


def _title(rule: str, variant: str, lang: str) -> str:
    known = RULES.get(rule)
    if known is None:
        return ""
    return doc_of(known).what if lang == "en" else gist(known, variant, lang)


def summary(report: Report, lang: str) -> list[str]:
    """What was looked at, how many findings of each severity, and how many keys are confirmed."""
    looked = count(lang, pages=report.pages, banks=report.banks, items=report.items)
    found = {"error": report.count("error"), "warning": report.count("warning"), "info": report.count("info")}
    counts = count(lang, **{name: number for name, number in {**found, "waived": report.waived}.items() if number})
    confirmed = CONFIRMED[lang].format(confirmed=report.confirmed, graded=report.graded)
    return [f"{', '.join(looked)}: {', '.join(counts) or CLEAN[lang]}", confirmed]
