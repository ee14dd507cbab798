"""quizzes/schema.json: valid draft-07, up to date, and of one mind with the reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from amanah.quiz.bank import Bank
from amanah.quiz.model import TYPES
from amanah.quiz.schema import is_current, json_schema, schema_text, write_schema

SCHEMA = json_schema()
TEN_TYPES = Path(__file__).parent / "fixtures" / "ten-types.yml"


@pytest.fixture
def bank() -> Any:
    """The bank of ten types as an editor's YAML reader sees it: with numbers and truth values."""
    return yaml.safe_load(TEN_TYPES.read_text(encoding="utf-8"))


def errors(bank: Any) -> list[str]:
    return ["/".join(map(str, error.absolute_path)) for error in Draft7Validator(SCHEMA).iter_errors(bank)]


def test_the_file_in_the_tree_is_the_generated_one(root: Path) -> None:
    assert is_current(root), "run `amanah quiz schema`"


def test_it_is_valid_draft_07() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"


def walk(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema in the schema."""
    yield schema
    for name in ("properties", "definitions"):
        for one in schema.get(name, {}).values():
            yield from walk(one)
    for name in ("items", "additionalProperties", "propertyNames", "if", "then"):
        if isinstance(schema.get(name), dict):
            yield from walk(schema[name])
    for name in ("anyOf", "allOf"):
        for one in schema.get(name, []):
            yield from walk(one)


def test_it_uses_only_keywords_of_draft_07() -> None:
    known = {
        "$schema",
        "title",
        "description",
        "type",
        "enum",
        "const",
        "default",
        "properties",
        "required",
        "additionalProperties",
        "propertyNames",
        "minProperties",
        "items",
        "anyOf",
        "allOf",
        "if",
        "then",
        "definitions",
        "$ref",
        "pattern",
    }
    assert {keyword for schema in walk(SCHEMA) for keyword in schema} <= known
    assert '"$defs"' not in schema_text()


def test_every_field_is_explained() -> None:
    for schema in walk(SCHEMA):
        if "if" in schema or set(schema) == {"properties", "required"}:
            continue  # the conditions on the type
        for name, field in schema.get("properties", {}).items():
            assert len(field.get("description", "")) > 8 or "const" in field, name


def test_references_lead_somewhere() -> None:
    names = {schema["$ref"].removeprefix("#/definitions/") for schema in walk(SCHEMA) if "$ref" in schema}
    assert names == set(SCHEMA["definitions"])


def test_it_accepts_all_ten_types(bank: Any, ten_types: Bank) -> None:
    assert errors(bank) == []
    assert errors({**bank, "hide_key": True}) == []
    assert errors(ten_types.tree.data) == []


def test_it_accepts_the_banks_of_the_course(root: Path) -> None:
    for path in sorted((root / "quizzes").glob("*.yml")):
        assert errors(yaml.safe_load(path.read_text(encoding="utf-8"))) == [], path.name


def test_quotes_around_digits_and_truth_do_not_matter(bank: Any) -> None:
    bank["items"][8]["options"][0]["grade"] = "3"
    bank["items"][2]["answer"] = False
    bank["items"][3]["reuse"] = "true"
    bank["items"][6]["answer"]["value"] = 85
    assert errors(bank) == []


def test_it_allows_any_language(bank: Any) -> None:
    bank["items"][0]["stem"]["ms"] = "Kepada siapa?"
    bank["items"][0]["stem"]["pt-TL"] = "A quem?"
    bank["items"][7]["answer"]["accept"]["ms"] = ["piagam"]
    assert errors(bank) == []
    bank["items"][0]["stem"]["Bahasa Indonesia"] = "x"
    assert errors(bank) == ["items/0/stem"]


@pytest.mark.parametrize("kind", TYPES)
def test_it_rejects_an_unknown_field(bank: Any, kind: str) -> None:
    index = list(TYPES).index(kind)
    bank["items"][index]["nonsense"] = "x"
    assert errors(bank) == [f"items/{index}"]


@pytest.mark.parametrize("kind", TYPES)
def test_it_rejects_a_missing_field(bank: Any, kind: str) -> None:
    index = list(TYPES).index(kind)
    for field in list(bank["items"][index]):
        item = {name: value for name, value in bank["items"][index].items() if name != field}
        expected = field not in ("hint", "scoring", "reuse")
        assert bool(errors({**bank, "items": [item]})) == expected, field


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("module",), None),
        (("items", 0, "type"), "essay"),
        (("items", 0, "level"), "know"),
        (("items", 0, "use", 0), "exam"),
        (("items", 0, "code"), "q1"),
        (("items", 0, "stem"), "Kepada siapa?"),
        (("items", 0, "stem"), {}),
        (("items", 0, "answer"), ["b"]),
        (("items", 1, "answer"), "b"),
        (("items", 2, "answer"), "maybe"),
        (("items", 3, "reuse"), "yes"),
        (("items", 6, "answer", "value"), []),
        (("items", 8, "options", 0, "grade"), 4),
    ],
)
def test_it_rejects_a_wrong_value(bank: Any, path: tuple[str | int, ...], value: Any) -> None:
    spot = bank
    for part in path[:-1]:
        spot = spot[part]
    spot[path[-1]] = value
    assert "/".join(map(str, path)) in errors(bank)


def test_writing_and_checking(tmp_path: Path) -> None:
    assert not is_current(tmp_path)
    path = write_schema(tmp_path)
    assert json.loads(path.read_text(encoding="utf-8")) == SCHEMA
    assert is_current(tmp_path)
    path.write_bytes(b"\xff")
    assert not is_current(tmp_path)
