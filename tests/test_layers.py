"""Imports run one way: commands → check, site → quiz → course. Siblings do not know each other."""

import ast
from pathlib import Path

import pytest

ENGINE = Path(__file__).resolve().parent.parent / "scripts" / "amanah"
MAY_IMPORT = {
    "course": {"course"},
    "quiz": {"course", "quiz"},
    "check": {"course", "quiz", "check"},
    "site": {"course", "quiz", "site"},
}


def imported_parts(file: Path) -> set[str]:
    """The parts of the engine that a file imports, at its top or inside a function."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    parts = {name.split(".")[1] for name in names if name.startswith("amanah.") and len(name.split(".")) > 1}
    return parts & (set(MAY_IMPORT) | {"cli", "commands"})


@pytest.mark.parametrize("part", sorted(MAY_IMPORT))
def test_a_part_knows_only_what_lies_below_it(part):
    files = sorted((ENGINE / part).rglob("*.py"))
    assert files
    assert {str(file.relative_to(ENGINE)): imported_parts(file) - MAY_IMPORT[part] for file in files} == {
        str(file.relative_to(ENGINE)): set() for file in files
    }
