"""A report in SARIF 2.1.0, the format that code scanning services and editors read."""

from __future__ import annotations

import hashlib
import json
from typing import Any
from urllib.parse import quote

from amanah.check.findings import Finding, Report
from amanah.check.registry import RULES, Rule
from amanah.check.rule_doc import GROUPS, SEVERITIES, RuleDoc, doc_of

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
BASE = "%SRCROOT%"


def sarif(report: Report, lang: str, prefix: str = "", version: str = "") -> str:
    """One run with all rules that were known and all findings; a waived one carries its suppression.

    ``prefix`` is the path of the course in the repository, with a slash at its end. Columns are counted in characters.
    """
    rules = sorted(RULES)
    driver: dict[str, Any] = {"name": "amanah", "fullName": "amanah check"}
    if version:
        driver["semanticVersion"] = version
    driver["language"] = lang
    driver["rules"] = [_rule(doc_of(RULES[id_]), lang) for id_ in rules]
    seen: dict[str, int] = {}
    run = {
        "tool": {"driver": driver},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "exitCode": 0 if report.clean else 1}],
        "results": [_result(finding, lang, prefix, rules, seen) for finding in report.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(doc: RuleDoc, lang: str) -> dict[str, Any]:
    severities = doc.severities or ("error",)
    return {
        "id": doc.id,
        "name": _name(doc.rule),
        "shortDescription": {"text": doc.title(lang)},
        "fullDescription": {"text": " ".join([doc.what, *doc.why])},
        "help": {"text": _help(doc, lang), "markdown": _help(doc, lang, markdown=True)},
        "defaultConfiguration": {"level": LEVELS[severities[0]]},
        "properties": {
            "tags": [GROUPS.get(doc.id[0], {}).get(lang, doc.id[0])],
            "problem.severity": {"info": "recommendation"}.get(severities[0], severities[0]),
        },
    }


def _name(rule: Rule) -> str:
    """``right_fields`` is RightFields: the form that SARIF asks for."""
    return "".join(word.capitalize() for word in rule.function.__name__.split("_"))


def _help(doc: RuleDoc, lang: str, markdown: bool = False) -> str:
    words = {"id": ("Salah", "Benar"), "en": ("Bad", "Good")}[lang]
    parts = [doc.what, *doc.why]
    if lang != "en":
        parts.insert(0, "\n".join(f"- {message}" for message in doc.messages.get(lang, ())))
    for word, examples in zip(words, (doc.bad, doc.good), strict=True):
        for example in examples:
            parts.append(f"**{word}**\n\n````text\n{example}\n````" if markdown else f"{word}: {example}")
    return "\n\n".join(parts)


def _result(finding: Finding, lang: str, prefix: str, rules: list[str], seen: dict[str, int]) -> dict[str, Any]:
    place = finding.place
    result: dict[str, Any] = {"ruleId": finding.rule}
    if finding.rule in RULES:
        result["ruleIndex"] = rules.index(finding.rule)
    location = {
        "artifactLocation": {"uri": quote(prefix + place.file), "uriBaseId": BASE},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    result |= {
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message(lang)},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"amanah/v1": _fingerprint(finding, prefix, seen)},
        "properties": {"severity": SEVERITIES[finding.severity][lang]},
    }
    if finding.variant:
        result["properties"]["variant"] = finding.variant
    if finding.waived:
        result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": finding.reason}]
    return result


def _fingerprint(finding: Finding, prefix: str, seen: dict[str, int]) -> str:
    """The same for the same finding after lines were added above it: no line is in it, only what is said where."""
    said = [finding.rule, finding.variant, prefix + finding.place.file, sorted(finding.values.items())]
    text = json.dumps(said, ensure_ascii=True)
    seen[text] = seen.get(text, 0) + 1
    return hashlib.sha256(f"{text}{seen[text]}".encode("ascii")).hexdigest()[:32]
