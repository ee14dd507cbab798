"""The field names that a pydantic model allows at a location: what a misspelt name is compared with."""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pydantic
from typing_extensions import get_type_hints, is_typeddict

Location = tuple[Any, ...]


def field_names(model: Any, loc: Location, tags: bool = False) -> list[str]:
    """The names of the fields at `loc` of `model` (a type, or the title that pydantic gives it), in the order of the
    model.

    With `tags`, instead, the values that tell the members of a union of models apart. Empty where nothing is known.
    """
    types_here = list(_members(_by_title(model) if isinstance(model, str) else model))
    for part in loc:
        types_here = list(_step(types_here, part))
    names: dict[str, None] = {}
    for found in types_here:
        fields = _fields(found)
        if tags:
            fields = {value: None for annotation in fields.values() for value in _tag_of(annotation)}
        names.update(dict.fromkeys(fields))
    return list(names)


def _by_title(title: str) -> Any:
    """The model or union that pydantic's error calls `title`: `Lesson`, or `tagged-union[Lesson,Practice]`."""
    names = set(re.findall(r"\w+", title))
    found = tuple(model for model in _subclasses(pydantic.BaseModel) if model.__name__ in names)
    return Union[found] if found else None  # noqa: UP007 - a union of models known only at run time


def _subclasses(model: type[Any]) -> Iterator[type[Any]]:
    for found in model.__subclasses__():
        yield found
        yield from _subclasses(found)


def _members(annotation: Any) -> Iterator[Any]:
    """A type without `Annotated`, `Optional` and unions: all that a value may be."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _members(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    elif annotation not in (None, type(None)):
        yield annotation


def _step(found: Iterable[Any], part: Any) -> Iterator[Any]:
    """One part of a location further: into a field, an entry, or (`single-choice`) only the member of a union."""
    candidates = list(found)
    chosen = [one for one in candidates if part in _discriminators(one)]
    if chosen and not any(part in _fields(one) for one in candidates):
        yield from chosen
        return
    for one in candidates:
        fields = _fields(one)
        arguments = get_args(one)
        if part in fields:
            yield from _members(fields[part])
        elif get_origin(one) in (list, tuple) and isinstance(part, int):
            yield from _members(arguments[0])
        elif get_origin(one) is dict and isinstance(part, str):
            yield from _members(arguments[1])


def _fields(found: Any) -> dict[str, Any]:
    if isinstance(found, type) and issubclass(found, pydantic.BaseModel):
        return {field.alias or name: field.annotation for name, field in found.model_fields.items()}
    if is_typeddict(found):
        return get_type_hints(found, include_extras=True)
    return {}


def _discriminators(found: Any) -> set[str]:
    return {value for annotation in _fields(found).values() for value in _tag_of(annotation)}


def _tag_of(annotation: Any) -> list[str]:
    """The value of a `Literal` that leaves no choice, as `type: Literal["ordering"]` does; otherwise nothing."""
    values = [str(value) for value in get_args(annotation)] if get_origin(annotation) is Literal else []
    return values if len(values) == 1 else []
