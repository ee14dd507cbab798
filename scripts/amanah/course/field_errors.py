"""pydantic's errors as problems at their places (rule S04), with the nearest name for a misspelt one.

Variants, and the values that each carries:

- `unknown-field` (`field`, and `fields`: the names that are possible, may be empty), `unknown-field-nearest` (and
  `nearest`): at the key
- `missing-field` (`field`): at the mapping that lacks it, or at the value that is an empty text
- `wrong-value` (`field`, `value`, `allowed`), `wrong-value-nearest` (and `nearest`): at the value
- `not-text` `not-list` `not-mapping` `not-number` `not-yes-or-no` (`field`, `value`, where a list or mapping is shown
  as `[…]` or `{…}`): at the value
- `missing-type` (`field`: the one that says what the mapping is, `allowed`): at the mapping
- `out-of-range` (`field`, `value`, `limit`); `wrong-pattern` (`field`, `value`, `pattern`);
  `wrong` (`field`, `value`, `reason`: pydantic's word for it): at the value
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from amanah.course.model_fields import field_names
from amanah.course.problem import Problem

if TYPE_CHECKING:
    import pydantic

    from amanah.course.yaml_tree import Tree

Location = tuple[str | int, ...]

_TYPES = {
    "string_type": "not-text",
    "list_type": "not-list",
    "tuple_type": "not-list",
    "set_type": "not-list",
    "dict_type": "not-mapping",
    "model_type": "not-mapping",
    "model_attributes_type": "not-mapping",
    "mapping_type": "not-mapping",
    "bool_type": "not-yes-or-no",
    "bool_parsing": "not-yes-or-no",
}
_NUMBERS = ("int_", "float_", "decimal_", "finite_", "date_", "time_")
_LIMITS = (
    "greater_than",
    "greater_than_equal",
    "less_than",
    "less_than_equal",
    "too_short",
    "too_long",
    "string_too_short",
    "string_too_long",
)
_BOUNDS = ("ge", "gt", "le", "lt", "min_length", "max_length")


def places_of_errors(
    error: pydantic.ValidationError, tree: Tree, prefix: Location = (), model: Any = None
) -> Iterator[Problem]:
    """The problems that `error` tells of, for data that stands at `prefix` in `tree`; one for each place.

    `model` is what was validated against (a model, or a union of models); without it, it is found by the error's title.
    """
    seen: set[Location] = set()
    for found in error.errors(include_url=False, include_context=True):
        path, rest = _split(tree.data, prefix, found["loc"])
        kind = found["type"]
        spot = (*path, *rest[-1:]) if kind == "missing" else path
        if spot in seen:  # the branches of a union each complain about the same value
            continue
        seen.add(spot)
        yield _problem(found, tree, path, _Names(model or error.title, found["loc"]))


class _Names:
    """The field names possible at the place of an error, looked up only for a misspelt one."""

    def __init__(self, model: Any, loc: Location) -> None:
        self.model, self.loc = model, loc

    def get(self) -> list[str]:
        return field_names(self.model, self.loc[:-1])

    def tags(self) -> list[str]:
        return field_names(self.model, self.loc, tags=True)


def _problem(found: Any, tree: Tree, path: Location, names: _Names) -> Problem:
    kind, context, loc = found["type"], found.get("ctx", {}), found["loc"]
    name = next((part for part in reversed(path) if isinstance(part, str)), "")  # of a list's entry, the list
    value = _shown(found["input"])
    if kind in ("extra_forbidden", "invalid_key"):
        fields = names.get()
        values = {"field": name, "fields": ", ".join(fields)}
        return Problem("S04", tree.key_place(path), *_nearest("unknown-field", values, name, fields))
    if kind == "missing":
        return Problem("S04", tree.place(path), "missing-field", {"field": str(loc[-1])})
    if kind == "union_tag_not_found":
        values = {"field": context["discriminator"].strip("'"), "allowed": ", ".join(names.tags())}
        return Problem("S04", tree.place(path), "missing-type", values)
    if kind == "union_tag_invalid":
        path = (*path, context["discriminator"].strip("'"))
        name, value = str(path[-1]), str(context["tag"])
        context = {"expected": context["expected_tags"]}
        kind = "literal_error"
    if kind in ("literal_error", "enum"):
        expected = str(context.get("expected", ""))
        options = re.findall(r"'((?:[^'\\]|\\.)*)'", expected) or [expected]
        values = {"field": name, "value": value, "allowed": ", ".join(options)}
        return Problem("S04", tree.place(path), *_nearest("wrong-value", values, value, options))
    values = {"field": name, "value": value}
    if kind in _TYPES:
        return Problem("S04", tree.place(path), _TYPES[kind], values)
    if kind.startswith(_NUMBERS):
        return Problem("S04", tree.place(path), "not-number", values)
    if kind == "string_too_short" and not found["input"].strip():
        return Problem("S04", tree.place(path), "missing-field", {"field": name})
    if kind in _LIMITS:
        limit = next((str(context[key]) for key in _BOUNDS if key in context), "")
        return Problem("S04", tree.place(path), "out-of-range", {**values, "limit": limit})
    if kind == "string_pattern_mismatch":
        return Problem("S04", tree.place(path), "wrong-pattern", {**values, "pattern": str(context["pattern"])})
    return Problem("S04", tree.place(path), "wrong", {**values, "reason": str(found["msg"])})


def nearest(word: str, words: list[str]) -> str:
    """The one of `words` that `word` is most likely a misspelling of, or an empty text."""
    folded = {candidate.casefold().replace("_", "-"): candidate for candidate in words}
    close = get_close_matches(word.casefold().replace("_", "-"), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else ""


def _nearest(variant: str, values: dict[str, str], word: str, words: list[str]) -> tuple[str, dict[str, str]]:
    found = nearest(word, words)
    return (f"{variant}-nearest", {**values, "nearest": found}) if found else (variant, values)


def _split(data: Any, prefix: Location, loc: Location) -> tuple[Location, Location]:
    """An error's location as the path that exists in the data, and what follows it.

    Locations also name members of unions (`single-choice`, `dict[str,str]`), which are no places in the data: left out.
    """
    path = list(prefix)
    for part in prefix:
        data = _child(data, part)
    rest: list[str | int] = []
    for part in loc:
        if _has(data, part):
            path.append(part)
            data = _child(data, part)
            rest.clear()
        else:
            rest.append(part)
    return tuple(path), tuple(rest)


def _has(data: Any, part: str | int) -> bool:
    return (isinstance(data, dict) and part in data) or (
        isinstance(data, list) and isinstance(part, int) and part < len(data)
    )


def _child(data: Any, part: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(str(part))
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        return data[part]
    return None


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value if len(value) <= 60 else value[:59] + "…"
    return "[…]" if isinstance(value, list) else "{…}" if isinstance(value, dict) else str(value)
