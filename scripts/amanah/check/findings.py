"""What the validator found, and the report of a whole run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter

from amanah.check.registry import RULES, Severity
from amanah.course.place import Place

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule at one place. A waived finding is kept for the report, with the reason, and does not count."""

    rule: str
    severity: Severity
    place: Place
    variant: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    waived: bool = False
    reason: str = ""

    def message(self, lang: str) -> str:
        """What is wrong and what to do, in the language asked for (English where there are no such words)."""
        known = RULES.get(self.rule)
        templates = (known.templates.get(lang) or known.templates.get(FALLBACK) or {}) if known else {}
        template = templates.get(self.variant)
        if template is None:  # a reader knows a problem that no rule has words for
            return " ".join([self.variant or "?", *(f"{name}={value}" for name, value in self.values.items())])
        return Formatter().vformat(template, (), _Lenient(self.values))

    @property
    def counts(self) -> bool:
        """Whether it keeps the course from being published."""
        return self.severity != "info" and not self.waived


@dataclass(frozen=True, slots=True)
class Report:
    """All findings in the order of files and lines, and what was looked at.

    ``confirmed`` of ``graded`` items have a second key that agrees.
    """

    findings: list[Finding]
    confirmed: int = 0
    graded: int = 0
    pages: int = 0
    banks: int = 0
    items: int = 0

    @property
    def clean(self) -> bool:
        return not any(finding.counts for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings of a severity are not waived."""
        return self._counts()[severity]

    @property
    def waived(self) -> int:
        return sum(finding.waived for finding in self.findings)

    def _counts(self) -> Counter[str]:
        return Counter(finding.severity for finding in self.findings if not finding.waived)


class _Lenient(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""
