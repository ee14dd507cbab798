"""Proof by mutation: the real course is damaged in every way that we could think of, and the rules notice.

Every kind of damage of the class `error` is noticed every time by a rule that says error. Kinds of the class `warning`
are noticed by a warning in the share that the kind names. Kinds that no rule can notice are tried as well, and stand
in the table as they are: those are for the reviewer (`amanah check --checklist`). That the second key lapses when an
item's text changes (K12) is told apart, in brackets: it says that something changed, not that it is wrong.

Damaged are the banks and pages of this course and, for types of which it has few, the practice course of these tests.
`pytest tests/check/test_proof.py -s` prints the table.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import mutations
import pytest
from mutations.kinds import KINDS, Kind
from mutations.lab import Lab
from overlays import BASE

from amanah.check.check import check
from amanah.check.registry import load_rules

for _module in pkgutil.iter_modules(mutations.__path__):
    importlib.import_module(f"mutations.{_module.name}")

SEED = 20261124
FEWEST_KINDS = 45
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Row:
    """What came of one kind: how often each rule noticed, and where nothing did."""

    kind: Kind
    tried: int = 0
    caught: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    lapses: int = 0
    missed: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        by = ", ".join(f"{rule} {count}" for rule, count in self.rules.most_common(6)) or "–"
        lapse = f" (second key lapses {self.lapses})" if self.lapses else ""
        return f"{self.kind.name:<62} {self.kind.severity:<8} {self.tried:>5} {self.caught:>6}  {by}{lapse}"


class Proof:
    """Tries kinds on the courses, and remembers what came of them."""

    def __init__(self, labs: list[Lab]) -> None:
        self.labs = labs
        self.rows: dict[str, Row] = {}

    def row(self, kind: Kind) -> Row:
        if kind.name not in self.rows:
            self.rows[kind.name] = self._tried(kind)
        return self.rows[kind.name]

    def _tried(self, kind: Kind) -> Row:
        row, lot = Row(kind), random.Random(f"{SEED} {kind.name}")
        for lab in self.labs:
            candidates = list(kind.candidates(lab))
            for damage in lot.sample(candidates, min(kind.most - row.tried, len(candidates))):
                findings = lab.found(damage, kind.by)
                lapsed = [one for one in findings if (one.rule, one.variant) in _LAPSES and one.rule not in kind.by]
                told = [one for one in findings if one not in lapsed]
                enough = [one for one in told if kind.severity != "error" or one.severity == "error"]
                row.tried += 1
                row.caught += bool(enough)
                row.lapses += bool(lapsed)
                row.rules.update({one.rule for one in told})
                if not enough:
                    row.missed.append(damage.where)
        return row

    def table(self) -> str:
        head = f"{'kind of damage':<62} {'class':<8} {'tried':>5} {'caught':>6}  by"
        classes = ("error", "warning", "unseen")
        rows = sorted(self.rows.values(), key=lambda row: (classes.index(row.kind.severity), row.kind.name))
        tried = {name: sum(row.tried for row in rows if row.kind.severity == name) for name in classes}
        caught = {name: sum(row.caught for row in rows if row.kind.severity == name) for name in classes}
        sums = ", ".join(f"{name} {caught[name]} of {tried[name]}" for name in classes)
        return "\n".join([head, "-" * len(head), *map(str, rows), f"{len(rows)} kinds; caught: {sums}"])


_LAPSES = {("K12", "changed"), ("K12", "none"), ("K12", "own")}


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Proof:
    folder = tmp_path_factory.mktemp("proof")
    (folder / "real").mkdir()
    (folder / "practice").mkdir()
    return Proof([Lab(ROOT, folder / "real"), Lab(BASE, folder / "practice")])


@pytest.mark.parametrize("course", [ROOT, BASE], ids=["real", "practice"])
def test_the_undamaged_course_is_clean(course: Path) -> None:
    assert [one.message("en") for one in check(course).findings if one.counts] == []


@pytest.mark.parametrize("name", KINDS)
def test_kind(name: str, proof: Proof) -> None:
    kind = KINDS[name]
    missing = [rule for rule in kind.by if rule not in load_rules()]
    if missing and len(missing) == len(kind.by):
        pytest.skip(f"{', '.join(missing)} is not written yet")
    row = proof.row(kind)
    assert row.tried > 0, "no course has anything that could be damaged so"
    assert row.caught >= kind.least * row.tried, f"{row}\nnot noticed: {', '.join(row.missed)}"
    if kind.severity != "unseen":
        assert row.rules.keys() & set(kind.by), f"{row}\nnot by {kind.rules}"


def test_table(proof: Proof) -> None:
    rules = load_rules()
    for kind in KINDS.values():
        if not kind.by or any(rule in rules for rule in kind.by):
            proof.row(kind)
    print(f"\n{proof.table()}")
    assert len(proof.rows) >= FEWEST_KINDS, proof.table()
    errors = [row for row in proof.rows.values() if row.kind.severity == "error"]
    assert all(row.caught == row.tried for row in errors), proof.table()
    assert any(row.kind.severity == "unseen" and row.caught == 0 for row in proof.rows.values()), proof.table()
