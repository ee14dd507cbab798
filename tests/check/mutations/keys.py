"""Damage to keys and to what can be chosen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from amanah.quiz.model import (
    Categorise,
    Item,
    Matching,
    MultipleChoice,
    Numeric,
    Ordering,
    Reflection,
    ShortAnswer,
    SingleChoice,
    SituationalJudgement,
    TrueFalse,
)
from mutations.kinds import GONE, Changes, item_kind

Found = Iterator[tuple[str, Changes]]
CHOICES = (SingleChoice, MultipleChoice)
KEYED = (*CHOICES, TrueFalse, Matching, Ordering, Categorise, Numeric, ShortAnswer)


@item_kind("another option is the key", "K12", types=SingleChoice, most=20)
def another_key(item: SingleChoice) -> Found:
    for option in item.options:
        if option.key != item.answer:
            yield option.key, {("answer",): option.key}


@item_kind("true and false are exchanged", "K12", types=TrueFalse)
def other_truth(item: TrueFalse) -> Found:
    yield "", {("answer",): "false" if item.answer == "true" else "true"}


@item_kind("one right option too few", "K12", types=MultipleChoice)
def one_too_few(item: MultipleChoice) -> Found:
    for key in item.answer or ():
        yield f"without {key}", {("answer",): [one for one in item.answer or () if one != key]}


@item_kind("two steps of the right order exchanged", "K12", types=Ordering)
def other_order(item: Ordering) -> Found:
    answer = item.answer or []
    for index, (first, second) in enumerate(pairwise(answer)):
        yield f"{first}, {second}", {("answer",): [*answer[:index], second, first, *answer[index + 2 :]]}


@item_kind("two pairs exchanged", "K12", types=Matching)
def other_pairs(item: Matching) -> Found:
    for (one, first), (other, second) in pairwise((item.answer or {}).items()):
        yield f"{one}, {other}", {("answer", one): second, ("answer", other): first}


@item_kind("an entry sorted into another group", "K12 K05", types=Categorise)
def other_group(item: Categorise) -> Found:
    for entry, group in (item.answer or {}).items():
        other = next(one.key for one in item.bins if one.key != group)
        yield entry, {("answer", entry): other}


@item_kind("the number is another one", "K12", types=Numeric)
def other_number(item: Numeric) -> Found:
    for value in ("1", "17", "31", "0.5"):
        yield value, {("answer", "value"): value}


@item_kind("the best and the forbidden action exchanged", "K12", types=SituationalJudgement)
def other_grades(item: SituationalJudgement) -> Found:
    grades = [option.grade for option in item.options]
    best, worst = grades.index(3), grades.index(0)
    yield "", {("options", best, "grade"): "0", ("options", worst, "grade"): "3"}


@item_kind("another option is the key before anybody has answered", "K11", "unseen", types=SingleChoice)
def another_key_of_a_new_item(item: SingleChoice) -> Found:
    for option in item.options:
        if option.key != item.answer:
            yield option.key, {("answer",): option.key, ("code",): f"{item.code}9"}


@item_kind("the key has the text of a distractor", "K04", types=CHOICES)
def text_of_distractor(item: SingleChoice | MultipleChoice) -> Found:
    keys = item.answer if isinstance(item.answer, list) else [item.answer]
    for index, option in enumerate(item.options):
        wrong = next(one for one in item.options if one.key not in keys)
        if option.key in keys:
            yield option.key, {("options", index, "text"): dict(wrong.text)}


@item_kind("the key has the text of a distractor in one language", "K04", types=CHOICES)
def text_of_distractor_in_one(item: SingleChoice | MultipleChoice) -> Found:
    keys = item.answer if isinstance(item.answer, list) else [item.answer]
    right = next(index for index, one in enumerate(item.options) if one.key in keys)
    for option in item.options:
        if option.key not in keys:
            for lang, text in option.text.items():
                yield f"{option.key} {lang}", {("options", right, "text", lang): text}


@item_kind("an option twice, with other marks and capitals", "K04", types=(*CHOICES, SituationalJudgement))
def option_twice(item: SingleChoice) -> Found:
    for first in range(len(item.options) - 1):
        text = item.options[first].text
        yield (
            item.options[first].key,
            {("options", first + 1, "text"): {lang: f" {words.upper()}." for lang, words in text.items()}},
        )


@item_kind("the key is no option", "K02", types=(*CHOICES, Ordering))
def no_such_option(item: SingleChoice | MultipleChoice | Ordering) -> Found:
    answer = item.answer
    yield "", {("answer",): "z" if isinstance(answer, str) else [*(answer or [])[:-1], "z"]}


@item_kind("a pair with something that is not there", "K02", types=(Matching, Categorise))
def no_such_pair(item: Matching | Categorise) -> Found:
    for name in item.answer or {}:
        yield name, {("answer", name): "nothing"}


@item_kind("the answer is gone", "K01", types=KEYED)
def no_answer(item: Item) -> Found:
    yield "", {("answer",): GONE}


@item_kind("the answer is empty", "K01", types=SingleChoice)
def empty_answer(item: SingleChoice) -> Found:
    yield "", {("answer",): ""}


@item_kind("a reflection with an answer", "K01", types=Reflection)
def answered_reflection(item: Reflection) -> Found:
    yield "", {("answer",): "a"}


@item_kind("every option is a key", "K03", types=MultipleChoice)
def all_right(item: MultipleChoice) -> Found:
    yield "", {("answer",): [option.key for option in item.options]}


@item_kind("no option is a key", "K03", types=MultipleChoice)
def none_right(item: MultipleChoice) -> Found:
    yield "", {("answer",): []}


@item_kind("a key named twice", "K03 K05", types=(MultipleChoice, Ordering))
def named_twice(item: MultipleChoice | Ordering) -> Found:
    for key in item.answer or ():
        yield key, {("answer",): [*(item.answer or ()), key]}


@item_kind("two options with one name", "K03", types=(*CHOICES, SituationalJudgement))
def one_name(item: SingleChoice) -> Found:
    for index in range(1, len(item.options)):
        yield item.options[index].key, {("options", index, "key"): item.options[index - 1].key}


@item_kind("an order that leaves out an entry", "K05", types=Ordering)
def entry_left_out(item: Ordering) -> Found:
    for key in item.answer or ():
        yield key, {("answer",): [one for one in item.answer or () if one != key]}


@item_kind("a pair is missing", "K05", types=(Matching, Categorise))
def pair_left_out(item: Matching | Categorise) -> Found:
    for name in item.answer or {}:
        yield name, {("answer", name): GONE}


@item_kind("two on the left with one on the right", "K05", types=Matching)
def shared_pair(item: Matching) -> Found:
    for (_, first), (other, _) in pairwise((item.answer or {}).items()):
        yield other, {("answer", other): first}


@item_kind("a group that stays empty", "K05", types=Categorise)
def empty_group(item: Categorise) -> Found:
    for group in item.bins:
        other = next(one.key for one in item.bins if one.key != group.key)
        answer = {name: other if value == group.key else value for name, value in (item.answer or {}).items()}
        yield group.key, {("answer",): answer}
