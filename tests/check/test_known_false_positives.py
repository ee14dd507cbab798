"""What rules say wrongly today, kept so that nobody has to find it out again.

Each folder ``known_false_positives/<RULE>-<name>/`` is laid over the base course; ``expected.txt`` begins with a line
that says why the rule is wrong there. If a rule learns better, its folder moves to the good courses of the rule.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from overlays import EXPECTED, HERE, expected_lines, lay, rule_of

from amanah.check.check import check
from amanah.check.report import LANGUAGES, line

FOLDERS = sorted((HERE / "known_false_positives").iterdir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_rule_is_wrong_in_the_way_we_know(folder: Path, tmp_path: Path) -> None:
    course, rule = lay(tmp_path / "course", folder), rule_of(folder)
    assert (folder / EXPECTED).read_text(encoding="utf-8").startswith("# "), "say in the first line why it is wrong"
    for lang in LANGUAGES:
        found = [line(finding, lang) for finding in check(course, [rule]).findings if not finding.waived]
        assert found == expected_lines(folder, lang)
        assert found, f"{rule} is right now: move {folder.name} to rules/{rule}/good"
