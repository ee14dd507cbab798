"""Damage to numbers, accepted answers, grades and reasons."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.quiz.model import (
    Numeric,
    ShortAnswer,
    SingleChoice,
    SituationalJudgement,
)
from mutations.kinds import Changes, item_kind

Found = Iterator[tuple[str, Changes]]


def _place(item: SingleChoice) -> int:
    return next(index for index, option in enumerate(item.options) if option.key == item.answer)


@item_kind("a decimal comma in the source", "K06", types=Numeric)
def decimal_comma(item: Numeric) -> Found:
    yield "value", {("answer", "value"): "2,5"}
    yield "tolerance", {("answer", "tolerance"): "0,5"}


@item_kind("a wrong tolerance", "K06", types=Numeric)
def wrong_tolerance(item: Numeric) -> Found:
    for tolerance in ("-1", "1000", "some"):
        yield tolerance, {("answer", "tolerance"): tolerance}


@item_kind("the unit stands in the number", "K06", types=Numeric)
def unit_in_number(item: Numeric) -> Found:
    for value in ("2 Oktober", "14 hari", "80%"):
        yield value, {("answer", "value"): value}


@item_kind("an accepted answer twice", "K07", types=ShortAnswer)
def accepted_twice(item: ShortAnswer) -> Found:
    for lang, texts in (item.answer.accept if item.answer else {}).items():
        yield lang, {("answer", "accept", lang): [*texts, texts[0].upper()]}


@item_kind("the question holds the accepted answer", "K07", types=ShortAnswer)
def accepted_in_stem(item: ShortAnswer) -> Found:
    for lang, texts in (item.answer.accept if item.answer else {}).items():
        yield lang, {("stem", lang): f"{item.stem[lang].rstrip('?')} {texts[0]}?"}


@item_kind("no answer is accepted in one language", "K01", types=ShortAnswer)
def none_accepted(item: ShortAnswer) -> Found:
    for lang in item.answer.accept if item.answer else ():
        yield lang, {("answer", "accept", lang): []}


@item_kind("nearly all actions are best", "K08", types=SituationalJudgement)
def all_best(item: SituationalJudgement) -> Found:
    yield "", {("options", n, "grade"): "3" for n, option in enumerate(item.options) if option.grade}


@item_kind("no action is forbidden", "K08", types=SituationalJudgement)
def no_red_line(item: SituationalJudgement) -> Found:
    yield "", {("options", n, "grade"): "1" for n, option in enumerate(item.options) if not option.grade}


@item_kind("a grade off the scale", "S04", types=SituationalJudgement)
def off_the_scale(item: SituationalJudgement) -> Found:
    for index, grade in enumerate(("4", "-1", "2.5", "best")):
        yield grade, {("options", index % len(item.options), "grade"): grade}


@item_kind("a norm that no register has", "K08", types=SituationalJudgement)
def unknown_norm(item: SituationalJudgement) -> Found:
    for norm in ("uu-99-2031", f"{item.basis[0].partition(':')[0]}:999", "nobody-1999"):
        yield norm, {("basis",): [norm]}
    yield "none", {("basis",): []}


@item_kind("a distractor has the reason of the key", "K09", types=SingleChoice)
def reason_of_key(item: SingleChoice) -> Found:
    for index, option in enumerate(item.options):
        if option.key != item.answer:
            yield option.key, {("options", index, "why"): dict(item.options[_place(item)].why)}


@item_kind("the reason of a distractor says that it is right", "K09", "warning", types=SingleChoice)
def contradictory_reason(item: SingleChoice) -> Found:
    said = {"id": "Benar, ", "en": "Correct, "}
    for index, option in enumerate(item.options):
        if option.key != item.answer:
            for lang, words in option.why.items():
                text = said[lang] + words[:1].lower() + words[1:]
                yield f"{option.key} {lang}", {("options", index, "why", lang): text}


@item_kind("the reason of the key says that it is wrong", "K09", "warning", types=SingleChoice)
def contradictory_key(item: SingleChoice) -> Found:
    for lang, start in (("id", "Salah, "), ("en", "Wrong, ")):
        words = item.options[_place(item)].why[lang]
        yield lang, {("options", _place(item), "why", lang): start + words[:1].lower() + words[1:]}


@item_kind("the reasons of two distractors exchanged", "", "unseen", types=SingleChoice)
def exchanged_reasons(item: SingleChoice) -> Found:
    first, second = [index for index, option in enumerate(item.options) if option.key != item.answer][:2]
    yield (
        "",
        {
            ("options", first, "why"): dict(item.options[second].why),
            ("options", second, "why"): dict(item.options[first].why),
        },
    )
