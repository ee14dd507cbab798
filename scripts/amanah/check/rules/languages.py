"""L01, L02, L04: the languages of an item say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.fold import fold, may_fold_alike
from amanah.check.names import without_names
from amanah.check.numbers import disagreement, habits
from amanah.check.registry import found, rule
from amanah.check.words import words
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item

_WORD = re.compile(r"[^\W\d_]+")


@rule(
    "L01",
    severity="error",
    scope="item",
    id={
        "missing": "{code}: teks ini belum ada dalam bahasa {lang}; tambahkan terjemahannya",
        "unknown": '{code}: situs ini tidak terbit dalam bahasa "{lang}" (yang ada: {languages})',
    },
    en={
        "missing": "{code}: this text is missing in {lang}; add the translation",
        "unknown": '{code}: the site is not published in "{lang}" (it is in: {languages})',
    },
)
def every_language(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """Every text exists in every language that the site publishes, and in no other.

    A learner who switches the language must meet the same question, whole.

    Bad: `stem: {id: "Siapa yang menetapkan standar?"}`
    Good: `stem: {id: "Siapa yang menetapkan standar?", en: "Who sets the standard?"}`
    """
    wanted = set(context.languages)
    for path, text in context.texts(item).texts:
        if text.keys() == wanted:
            continue
        for lang in context.languages:
            if lang not in text:
                yield found(item.place(*path), "missing", lang=lang)
        for lang in text.keys() - wanted:
            yield found(item.key_place(*path, lang), "unknown", lang=lang, languages=", ".join(context.languages))


@rule(
    "L02",
    severity="error",
    scope="item",
    id="{code}: teks {lang} sama dengan teks {other}; terjemahkan",
    en="{code}: the text in {lang} is the same as in {other}; translate it",
)
def translated(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """No text of more than three words is the same in two languages.

    It was copied to be translated later. Glossary terms and short titles of laws that are the same in both languages
    do not count as words, nor do numbers; a text in which every other word has a capital is taken for names.

    Bad: `text: {id: "dalam empat belas hari", en: "dalam empat belas hari"}`
    Good: `text: {id: "dalam empat belas hari", en: "within fourteen days"}`
    """
    first = context.default_language
    for path, text in context.texts(item).texts:
        for lang in context.other_languages:
            mine, other = text.get(lang, ""), text.get(first, "")
            if not mine or not may_fold_alike(mine, other) or fold(mine, "") != fold(other, ""):
                continue
            left = _WORD.findall(without_names(mine, context.course))
            if len(left) > 3 and any(word[0].islower() for word in left):
                yield found(item.place(*path, lang), lang=lang, other=first)


@rule(
    "L04",
    severity="error",
    scope="item",
    id={
        "differ": "{code}: angka tidak cocok: {first_lang} {first}, {second_lang} {second}; samakan",
        "habit": (
            '{code}: "{first}" bukan angka yang sama dalam {first_lang} dan {second_lang}; '
            "tulis menurut kebiasaan tiap bahasa (1.000,5 dan 1,000.5)"
        ),
        "missing": "{code}: angka {first} dalam teks {first_lang} tidak ada dalam teks {second_lang}; samakan",
    },
    en={
        "differ": "{code}: the numbers disagree: {first_lang} {first}, {second_lang} {second}; make them agree",
        "habit": (
            '{code}: "{first}" is not the same number in {first_lang} and in {second_lang}; '
            "write it by the habit of each language (1.000,5 and 1,000.5)"
        ),
        "missing": "{code}: {first} stands in the {first_lang} text and not in the {second_lang} text; make them agree",
    },
)
def numbers_agree(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """Every number of a text stands in its translation too, written by the habits of that language.

    A wrong number is the most common slip of a translator and the worst: the key is then wrong in one language only.
    1.000,5 and 1,000.5, "25 ribu" and "25,000", ke-2 and 2nd, Pasal 44 ayat (3) and Art. 44(3), 14.12 and 2:12 pm,
    Bab IV and Chapter 4 agree. A number in words may be missing from the other side ("kedua pihak", "both sides",
    "satu", "a"), but may not face another number. Languages without data in check/data/ are not compared.

    Bad: `text: {id: "14 hari", en: "40 days"}`
    Good: `text: {id: "Rp1.500.000", en: "IDR 1.5 million"}`
    """
    first = context.default_language
    for lang in context.other_languages:
        if not (words(first) and words(lang)):
            continue
        texts = context.texts(item)
        ours, theirs = habits(first), habits(lang)
        for index, (path, text) in enumerate(texts.texts):
            mine, other = text.get(first), text.get(lang)
            if not mine or not other:
                continue
            if not (ours.in_sight(mine, texts.words[first][index]) or theirs.in_sight(other, texts.words[lang][index])):
                continue
            here, there = disagreement(mine, first, other, lang)
            values = {"first_lang": first, "second_lang": lang, "first": ", ".join(here), "second": ", ".join(there)}
            if here and there:
                yield found(item.place(*path, lang), "habit" if here == there else "differ", **values)
            elif here:
                yield found(item.place(*path, lang), "missing", **values)
            elif there:
                values = {"first_lang": lang, "second_lang": first, "first": ", ".join(there)}
                yield found(item.place(*path, lang), "missing", **values)
