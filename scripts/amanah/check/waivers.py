"""Waivers: ``waive: {K11: "reason"}`` on an item lets one warning pass, as long as it is needed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from amanah.check.context import Context
from amanah.check.findings import Finding
from amanah.check.registry import Rule
from amanah.quiz.model import Item

WAIVER_RULE = "B11"


class Waivers:
    """All waivers of the banks, and which of them a finding has used."""

    def __init__(self, context: Context) -> None:
        self._items: dict[str, list[Item]] = {}
        for _, item in context.items():
            if item.waive:
                self._items.setdefault(item.code, []).append(item)
        self._used: set[tuple[str, str]] = set()

    def applied(self, finding: Finding) -> Finding:
        """The finding, marked as waived if its item carries a waiver with a reason."""
        code = finding.values.get("code", "")
        for item in self._items.get(code, ()):
            if finding.rule in item.waive and finding.severity == "warning":
                self._used.add((code, finding.rule))
                if reason := item.waive[finding.rule].strip():
                    return replace(finding, waived=True, reason=reason)
        return finding

    def findings(self, rules: Mapping[str, Rule], silent: Collection[str] = ()) -> Iterator[Finding]:
        """Every waiver that may not stand (rule B11, which knows the words). Of ``silent`` rules none is unneeded."""
        for items in self._items.values():
            for item in items:
                for name, reason in item.waive.items():
                    if (flaw := self._flaw(item, name, reason, rules)) and not (flaw == "unused" and name in silent):
                        values = {"code": item.code, "rule": name, "near": nearest_rule(name, rules)}
                        yield Finding(WAIVER_RULE, "error", item.key_place("waive", name), flaw, values)

    def _flaw(self, item: Item, name: str, reason: str, rules: Mapping[str, Rule]) -> str:
        if name not in rules:
            return "unknown"
        if not rules[name].waivable:
            return "not-waivable"
        if not reason.strip():
            return "no-reason"
        return "" if (item.code, name) in self._used else "unused"


def nearest_rule(name: str, rules: Iterable[str]) -> str:
    """The rule that was probably meant: K2 and k02 are K02."""
    name = re.sub(r"\d+", lambda number: number[0].zfill(2), name.upper())
    return get_close_matches(name, rules, 1, 0)[0]
