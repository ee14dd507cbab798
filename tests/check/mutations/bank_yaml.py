"""Damage to the YAML of a bank: what an editor lets slip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from amanah.quiz.model import Item
from mutations.kinds import GONE, Changes, Damage, bank_kind, course_kind, item_kind

Words = Iterator[tuple[str, str, str]]
_QUOTED = re.compile(r'(?m)^ +(?:id|en): "[^"\n]{20,}"$')


def _texts(source: str) -> Iterator[str]:
    """Lines with one quoted text."""
    return (found[0] for found in _QUOTED.finditer(source))


@bank_kind("a text cut off by ` #`", "S03")
def cut_text(item: Item, source: str) -> Words:
    for line in _texts(source):
        field, text = line.split(": ", 1)
        plain = re.sub(r"[:#\"]", "", text)
        yield "", line, f"{field}: {plain.replace(' ', ' #', 2)}"


@bank_kind("a field twice", "S02")
def field_twice(item: Item, source: str) -> Words:
    for field in ("outcome", "level", "stem"):
        found = re.search(rf"(?m)^ +{field}:.*\n(?:      .*\n)*", source)
        if found:
            yield field, found[0], found[0] * 2


@bank_kind("a language twice", "S02")
def language_twice(item: Item, source: str) -> Words:
    for line in _texts(source):
        yield "", line, f"{line}\n{line}"


@bank_kind("a tab", "S01")
def tab(item: Item, source: str) -> Words:
    yield "before a field", "    outcome:", "\toutcome:"
    yield "in a line", "    level: ", "    level:\t"


@bank_kind("an anchor", "S01")
def anchor(item: Item, source: str) -> Words:
    yield "", "    stem:", "    stem: &same"


@bank_kind("a tag", "S01")
def tag(item: Item, source: str) -> Words:
    yield "", "    outcome: ", "    outcome: !!str "


@bank_kind("a second document", "S01")
def document(item: Item, source: str) -> Words:
    yield "", "    outcome:", "---\n    outcome:"


@bank_kind("a quote that nothing closes", "S01")
def open_quote(item: Item, source: str) -> Words:
    for line in _texts(source):
        yield "", line, line[:-1]


@bank_kind("a quote inside the same quotes", "S01")
def quote_inside(item: Item, source: str) -> Words:
    for line in _texts(source):
        yield "", line, line[:-1] + ' "ya" lagi"'


@bank_kind("a colon in a text without quotes", "S01")
def bare_colon(item: Item, source: str) -> Words:
    for line in _texts(source):
        field, text = line.split(": ", 1)
        yield "", line, f"{field}: {re.sub(r'[:#]', '', text[1:-1]).replace(' ', ': ', 1)}"


@bank_kind("a line too far out", "S01 S04")
def outdented(item: Item, source: str) -> Words:
    yield "", "    level:", "   level:"


@bank_kind("a misspelt field", "S04")
def misspelt_field(item: Item, source: str) -> Words:
    for old, new in (("outcome", "outcom"), ("level", "levle"), ("stem", "stemm"), ("evidence", "evidense")):
        if f"    {old}:" in source:
            yield old, f"    {old}:", f"    {new}:"
    for old, new in (("answer", "anwser"), ("options", "option"), ("why", "wy"), ("text", "txt")):
        if f" {old}:" in source:
            yield old, f" {old}:", f" {new}:"


@item_kind("a field is missing", "S04")
def missing_field(item: Item) -> Iterator[tuple[str, Changes]]:
    for field in ("outcome", "level", "use", "stem", "type"):
        yield field, {(field,): GONE}


@item_kind("a reason is missing", "S04")
def missing_reason(item: Item) -> Iterator[tuple[str, Changes]]:
    for field in ("options", "left"):
        for index in range(len(getattr(item, field, ()))):
            yield f"{field} {index}", {(field, index, "why"): GONE}


@item_kind("a word that a field does not know", "S04")
def wrong_enum(item: Item) -> Iterator[tuple[str, Changes]]:
    yield "level", {("level",): "understanding"}
    yield "type", {("type",): f"{item.type}s"}
    yield "use", {("use",): ["lessons"]}


@item_kind("a list where a text belongs", "S04")
def wrong_shape(item: Item) -> Iterator[tuple[str, Changes]]:
    yield "outcome", {("outcome",): [item.outcome]}
    yield "stem", {("stem",): next(iter(item.stem.values()))}


@item_kind("a code used again", "S05")
def code_again(item: Item) -> Iterator[tuple[str, Changes]]:
    first = f"{item.code.partition('-')[0]}-q01"
    if item.code != first:
        yield "", {("code",): first}


@item_kind("a code of another module", "S05")
def code_elsewhere(item: Item) -> Iterator[tuple[str, Changes]]:
    yield "", {("code",): f"m99-{item.code.partition('-')[2]}"}


@item_kind("a code that is none", "S05")
def no_code(item: Item) -> Iterator[tuple[str, Changes]]:
    yield "", {("code",): item.code.replace("-", "_")}


@item_kind("an outcome that no module declares", "P13 B02")
def unknown_outcome(item: Item) -> Iterator[tuple[str, Changes]]:
    yield "", {("outcome",): f"{item.outcome}9"}


@item_kind("the outcome of a neighbour", "", "unseen")
def other_outcome(item: Item) -> Iterator[tuple[str, Changes]]:
    number = int(item.outcome[-1])
    yield "", {("outcome",): f"{item.outcome[:-1]}{number - 1 or number + 1}"}


@course_kind("a retired code", "S06")
def retired_code(lab: Any) -> Iterator[Damage]:
    for _, item in lab.context.items():
        yield Damage(item.code, lambda code=item.code: {"quizzes/retired.txt": f"{code}\n"}, (item.code,))


@course_kind("Windows line endings", "S01")
def windows(lab: Any) -> Iterator[Damage]:
    for bank in lab.context.banks:
        yield Damage(bank.file, lambda file=bank.file: {file: lab.texts[file].replace("\n", "\r\n")})


@course_kind("a byte order mark", "S01")
def byte_order_mark(lab: Any) -> Iterator[Damage]:
    for bank in lab.context.banks:
        yield Damage(bank.file, lambda file=bank.file: {file: "\ufeff" + lab.texts[file]})


@course_kind("a bank that is not UTF-8", "S01")
def latin_1(lab: Any) -> Iterator[Damage]:
    for bank in lab.context.banks:
        for at in (1, 3):
            data = lab.texts[bank.file].encode()
            cut = len(data) * at // 5
            yield Damage(f"{bank.file} {at}", lambda file=bank.file, d=data, c=cut: {file: d[:c] + b"\xe9" + d[c:]})


@course_kind("a bank cut off in the middle", "S01 S04", most=8)
def cut_bank(lab: Any) -> Iterator[Damage]:
    for bank in lab.context.banks:
        text = lab.texts[bank.file]
        for tenth in range(1, 10):
            end = text.index('"', text.index("\n", len(text) * tenth // 10)) + 4  # inside a text
            yield Damage(f"{bank.file} {tenth}", lambda file=bank.file, cut=text[:end]: {file: cut})
