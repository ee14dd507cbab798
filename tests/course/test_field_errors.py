"""pydantic's errors as problems: what is wrong, where, and what was probably meant."""

from __future__ import annotations

from typing import Annotated, Literal

import pydantic
import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from amanah.course.field_errors import nearest
from amanah.course.yaml_subset import places_of_errors, read_yaml


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Shelf(_Strict):
    width: int
    labels: list[str] = []


class Cupboard(_Strict):
    kind: Literal["cupboard"]
    title: Annotated[str, Field(min_length=1)]
    colour: Literal["red", "green"] = "red"
    shelves: list[Shelf] = []
    names: dict[str, str] = {}
    note: dict[str, str] | str = ""
    depth: Annotated[int, Field(ge=1)] = 1
    open: bool = False


class Drawer(_Strict):
    kind: Literal["drawer"]
    handle: str


Furniture = Annotated[Cupboard | Drawer, Field(discriminator="kind")]


def problems(text: str, model: type[BaseModel] = Cupboard, named: bool = True) -> list[tuple[str, str, dict[str, str]]]:
    tree = read_yaml(text, "x.yml")
    with pytest.raises(pydantic.ValidationError) as caught:
        model.model_validate(tree.data)
    found = list(places_of_errors(caught.value, tree, model=model if named else None))
    assert {problem.rule for problem in found} == {"S04"}
    return [(str(problem.place)[6:], problem.variant, problem.values) for problem in found]


HEAD = 'kind: cupboard\ntitle: "x"\n'
FIELDS = "kind, title, colour, shelves, names, note, depth, open"


@pytest.mark.parametrize("named", [True, False], ids=["model given", "model found by its title"])
def test_unknown_field_at_its_key_with_the_nearest_name(named: bool) -> None:
    text = HEAD + "colours: red\nshelves:\n  - {widht: 3, width: 3}\nzzz: 1\n"
    assert problems(text, named=named) == [
        ("5:6", "unknown-field-nearest", {"field": "widht", "fields": "width, labels", "nearest": "width"}),
        ("3:1", "unknown-field-nearest", {"field": "colours", "fields": FIELDS, "nearest": "colour"}),
        ("6:1", "unknown-field", {"field": "zzz", "fields": FIELDS}),
    ]


def test_missing_field_at_the_mapping() -> None:
    assert problems("kind: cupboard\nshelves:\n  - labels: []\n") == [
        ("1:1", "missing-field", {"field": "title"}),
        ("3:5", "missing-field", {"field": "width"}),
    ]


def test_empty_text_where_one_is_needed_counts_as_missing() -> None:
    assert problems('kind: cupboard\ntitle: ""\n') == [("2:8", "missing-field", {"field": "title"})]


def test_wrong_value_with_the_nearest() -> None:
    allowed = {"allowed": "red, green"}
    assert problems(HEAD + "colour: gren\n") == [
        ("3:9", "wrong-value-nearest", {"field": "colour", "value": "gren", **allowed, "nearest": "green"})
    ]
    assert problems(HEAD + "colour: mauve\n") == [
        ("3:9", "wrong-value", {"field": "colour", "value": "mauve", **allowed})
    ]


@pytest.mark.parametrize(
    ("line", "variant", "value"),
    [
        ("title: [x]", "not-text", "[…]"),
        ("title: {a: b}", "not-text", "{…}"),
        ("shelves: x", "not-list", "x"),
        ("names: x", "not-mapping", "x"),
        ("names: []", "not-mapping", "[…]"),
        ("depth: many", "not-number", "many"),
        ("open: perhaps", "not-yes-or-no", "perhaps"),
    ],
)
def test_wrong_type_at_the_value(line: str, variant: str, value: str) -> None:
    field = line.split(":")[0]
    head = "kind: cupboard\n" + ("" if field == "title" else 'title: "x"\n')
    (found,) = problems(head + line + "\n")
    place = f"{head.count(chr(10)) + 1}:{len(field) + 3}"
    assert found == (place, variant, {"field": field, "value": value})


def test_wrong_type_deep_inside() -> None:
    assert problems(HEAD + "shelves:\n  - x\n  - width: 3\n    labels: [a, [b]]\n") == [
        ("4:5", "not-mapping", {"field": "shelves", "value": "x"}),
        ("6:17", "not-text", {"field": "labels", "value": "[…]"}),
    ]


def test_out_of_range() -> None:
    assert problems(HEAD + "depth: 0\n") == [("3:8", "out-of-range", {"field": "depth", "value": "0", "limit": "1"})]


def test_a_plain_union_makes_one_problem_for_one_place() -> None:
    assert problems(HEAD + "note: [x]\n") == [("3:7", "not-mapping", {"field": "note", "value": "[…]"})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("handle: x\n", ("1:1", "missing-type", {"field": "kind", "allowed": "cupboard, drawer"})),
        (
            "kind: draw\nhandle: x\n",
            (
                "1:7",
                "wrong-value-nearest",
                {"field": "kind", "value": "draw", "allowed": "cupboard, drawer", "nearest": "drawer"},
            ),
        ),
        (
            "kind: drawer\nhandle: x\nhandel: y\n",
            ("3:1", "unknown-field-nearest", {"field": "handel", "fields": "kind, handle", "nearest": "handle"}),
        ),
        ("kind: drawer\n", ("1:1", "missing-field", {"field": "handle"})),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_union_that_a_field_tells_apart(text: str, expected: tuple[str, str, dict[str, str]], named: bool) -> None:
    tree = read_yaml(text, "x.yml")
    adapter: TypeAdapter[object] = TypeAdapter(Furniture)
    with pytest.raises(pydantic.ValidationError) as caught:
        adapter.validate_python(tree.data)
    (problem,) = places_of_errors(caught.value, tree, model=Furniture if named else None)
    assert (str(problem.place)[6:], problem.variant, problem.values) == expected


def test_prefix_is_where_the_data_stands() -> None:
    tree = read_yaml("a:\n  - kind: drawer\n    hndle: x\n", "x.yml")
    with pytest.raises(pydantic.ValidationError) as caught:
        Drawer.model_validate(tree.data["a"][0])
    places = [str(problem.place) for problem in places_of_errors(caught.value, tree, ("a", 0))]
    assert places == ["x.yml:2:5", "x.yml:3:5"]


def test_nearest() -> None:
    assert nearest("anser", ["answer", "author"]) == "answer"
    assert nearest("single_choice", ["single-choice", "multiple-choice"]) == "single-choice"
    assert nearest("Ordering", ["ordering"]) == "ordering"
    assert nearest("xyz", ["answer"]) == ""
    assert nearest("x", []) == ""
