"""quizzes/schema.json: what an editor with a YAML language server needs to complete and explain a bank.

Generated from the models, in draft-07 because editors read that best. It is a little stricter than the reader (texts
want quotes) and knows nothing of the rules: `amanah check` has the last word.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from amanah.quiz.bank import FOLDER, BankFields
from amanah.quiz.model import TYPES

FILE = f"{FOLDER}/schema.json"
LANGUAGE = "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"


def json_schema() -> dict[str, Any]:
    """The schema of a bank (draft-07)."""
    models: list[type[BaseModel]] = [BankFields, *TYPES.values()]
    _, generated = models_json_schema([(model, "validation") for model in models], ref_template="#/definitions/{model}")
    definitions = {name: _tidy(schema) for name, schema in generated["$defs"].items()}
    for model in TYPES.values():
        required = definitions[model.__name__]["required"]
        if "answer" in definitions[model.__name__]["properties"] and "answer" not in required:
            required.append("answer")  # the reader lets it be missing so that rule K01 can say so
    bank = definitions.pop(BankFields.__name__)
    bank["properties"]["items"] = {**bank["properties"]["items"], "items": {"$ref": "#/definitions/Item"}}
    definitions["Item"] = _item(definitions)
    definitions["Text"] = _TEXT
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Question bank",
        **bank,
        "definitions": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The schema as its file holds it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def write_schema(root: Path) -> Path:
    """Write quizzes/schema.json below `root` and return its path. Raises OSError."""
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(schema_text(), encoding="utf-8", newline="\n")
    return path


def is_current(root: Path) -> bool:
    """Whether quizzes/schema.json below `root` is what the models make of it."""
    try:
        return (root / FILE).read_text(encoding="utf-8") == schema_text()
    except (OSError, UnicodeDecodeError):
        return False


_TEXT: dict[str, Any] = {
    "description": "The same text in every language of the site: language code → text. Quote every text.",
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"pattern": LANGUAGE},
    "additionalProperties": {"type": "string"},
}


def _item(definitions: dict[str, Any]) -> dict[str, Any]:
    """An item is what its type says. With `if` and `then` an editor complains about that type, not about all ten."""
    return {
        "description": "One question",
        "type": "object",
        "required": ["code", "type", "outcome", "level", "use", "stem"],
        "properties": {"type": {"description": "What kind of question this is", "enum": list(TYPES)}},
        "allOf": [
            {
                "if": {"properties": {"type": {"const": name}}, "required": ["type"]},
                "then": {"$ref": f"#/definitions/{model.__name__}"},
            }
            for name, model in TYPES.items()
        ],
    }


def _tidy(schema: Any, fields: bool = False) -> Any:
    """A generated schema without what draft-07 or an author has no use for: titles, `null`, `const`, `discriminator`.

    With `fields`, `schema` maps field names to schemas.
    """
    if fields:
        return {name: _tidy(one) for name, one in schema.items()}
    if not isinstance(schema, dict):
        return schema
    if "anyOf" in schema:
        choices = [choice for choice in schema["anyOf"] if choice != {"type": "null"}]
        rest = {key: value for key, value in schema.items() if key != "anyOf"}
        schema = {**rest, **choices[0]} if len(choices) == 1 else {**rest, "anyOf": choices}
    tidy: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "localized":
            tidy["$ref"] = "#/definitions/Text"
        elif key == "const":
            tidy["enum"] = [value]
        elif key in ("title", "discriminator") or (key == "default" and value in (None, {})):
            continue
        elif key == "properties":
            tidy[key] = _tidy(value, fields=True)
        elif key == "anyOf":
            tidy[key] = [_tidy(choice) for choice in value]
        elif key in ("items", "additionalProperties"):
            tidy[key] = _tidy(value)
        else:
            tidy[key] = value
    return _beside_reference(tidy)


def _beside_reference(schema: dict[str, Any]) -> dict[str, Any]:
    """In draft-07 whatever stands beside a `$ref` is ignored: a description moves outside of it."""
    if "$ref" not in schema or len(schema) == 1:
        return schema
    return {**{key: value for key, value in schema.items() if key != "$ref"}, "allOf": [{"$ref": schema["$ref"]}]}
