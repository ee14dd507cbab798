"""Damage to what a text holds, whatever its language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from amanah.quiz.model import Item, SingleChoice
from mutations.kinds import Changes, item_kind
from mutations.texts import each_text as _each

Found = Iterator[tuple[str, Changes]]


@item_kind("an empty text", "S07", most=12)
def empty(item: Item) -> Found:
    for where, path, _, _ in _each(item):
        yield where, {path: ""}


@item_kind("a text that is not finished", "S07", most=12)
def unfinished(item: Item) -> Found:
    marks = ("TODO", "…", "...", "TBD: nanti", "xxx", "lorem ipsum dolor")
    for number, (where, path, _, _) in enumerate(_each(item)):
        yield where, {path: marks[number % len(marks)]}


@item_kind("a character that cannot be seen", "S08", most=12)
def invisible(item: Item) -> Found:
    marks = "\u00a0\u200b\u200e\u00ad\u2060\u202e"
    for number, (where, path, _, words) in enumerate(_each(item)):
        if " " in words:
            yield where, {path: words.replace(" ", marks[number % len(marks)], 1)}


@item_kind("an accent apart from its letter", "S08")
def not_composed(item: Item) -> Found:
    for where, path, _, words in _each(item):
        yield where, {path: f"{words} {unicodedata.normalize('NFD', 'café')}"}


@item_kind("a mark without its partner", "S08", most=12)
def unbalanced(item: Item) -> Found:
    for number, (where, path, _, words) in enumerate(_each(item)):
        yield where, {path: f"{words} {'([“`'[number % 4]}kata"}


@item_kind("HTML in a text", "S08")
def html(item: Item) -> Found:
    for number, (where, path, _, words) in enumerate(_each(item)):
        yield where, {path: words + ("<br>", " <b>x</b>", "<script>x</script>")[number % 3]}


@item_kind("a dead link in a text", "S08")
def dead_link(item: Item) -> Found:
    for number, (where, path, _, words) in enumerate(_each(item)):
        target = ("course/nowhere.md", "course/index.md#nowhere", "htp://example.org")[number % 3]
        yield where, {path: f"{words} [lihat]({target})"}


@item_kind("a citation or a term that no register has", "S08")
def dead_citation(item: Item) -> Found:
    for number, (where, path, _, words) in enumerate(_each(item)):
        yield where, {path: words + (" [@nobody-1999]", " [[nothing]]", " [@uu-99-2031:1]")[number % 3]}


@item_kind("too few options", "S09", types=SingleChoice)
def too_few(item: SingleChoice) -> Found:
    kept = [number for number, option in enumerate(item.options) if option.key == item.answer]
    kept += [number for number in range(len(item.options)) if number not in kept][:1]
    data = [item.options[number].model_dump(exclude_none=True) for number in sorted(kept)]
    yield "", {("options",): data}


@item_kind("a letter typed before an option", "S10", "warning", types=SingleChoice)
def typed_letter(item: SingleChoice) -> Found:
    for index, option in enumerate(item.options):
        for lang, words in option.text.items():
            yield f"{option.key} {lang}", {("options", index, "text", lang): f"{'ABCDE'[index]}. {words}"}


@item_kind("a reason that names an option by its letter", "S10", "warning", types=SingleChoice)
def named_letter(item: SingleChoice) -> Found:
    for index, option in enumerate(item.options):
        for lang, start in (("id", "Opsi B keliru. "), ("en", "Option B is wrong. ")):
            yield f"{option.key} {lang}", {("options", index, "why", lang): start + option.why[lang]}
