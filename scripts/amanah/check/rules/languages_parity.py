"""L06, L07, L08, L11: a text and its translation have the same shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.item_view import ItemView, view
from amanah.check.item_words import item_word_set, phrases
from amanah.check.registry import found, rule
from amanah.check.words import words
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item

ENOUGH_WORDS, SHORTER, LONGER = 6, 0.55, 1.8
_MARKS = {"bold": re.compile(r"\*\*[^*]+\*\*|__[^_]+__"), "link": re.compile(r"\]\("), "code": re.compile(r"`[^`]+`")}


@rule(
    "L06",
    severity="warning",
    scope="item",
    id='{code}: pertanyaan dalam {lang} lebih banyak menyangkal ("{word}") daripada dalam {other}; samakan artinya',
    en='{code}: the stem in {lang} denies more ("{word}") than the one in {other}; make them mean the same',
)
def denials_agree(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A stem that denies something does so in every language.

    A lost "not" turns the key into its opposite, in one language only. Denials are counted; each word that says no
    without one (belum lengkap – incomplete, tidak ditemukan – missing) makes up for one, and "tidak hanya", "at least"
    are none. Only stems are compared: reasons deny in too many ways.

    Bad: `stem: {id: "Mana yang tidak wajib?", en: "Which is required?"}`
    Good: `stem: {id: "Mana yang tidak wajib?", en: "Which is not required?"}`
    """
    first = context.default_language
    seen = view(item)
    for lang in context.other_languages:
        if not (
            item.stem.get(first) and item.stem.get(lang) and phrases(first, "denials") and phrases(lang, "denials")
        ):
            continue
        said = {code: _denials(seen, code) for code in (first, lang)}
        for denying, silent in ((first, lang), (lang, first)):
            words = said[denying]
            spare = len(words) - len(said[silent])
            if spare > 0 and spare > _no_in_other_words(seen, silent):
                yield found(item.place("stem", lang), lang=denying, word=", ".join(words), other=silent)


def _denials(seen: ItemView, lang: str) -> list[str]:
    denials = phrases(lang, "denials")
    if denials is None or denials.first.isdisjoint(seen.vocabulary("stem", lang)):
        return []
    return list(denials.in_text(seen.stem(lang)))


def _no_in_other_words(seen: ItemView, lang: str) -> int:
    return sum(word in item_word_set(lang, "no_in_other_words") for word in seen.words("stem", lang))


@rule(
    "L07",
    severity="warning",
    scope="item",
    id="{code}: teks {asking} bertanya, teks {telling} tidak; samakan bentuknya",
    en="{code}: the text in {asking} is a question, the one in {telling} is not; give both one form",
)
def questions_agree(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A stem or prompt that ends with a question mark does so in every language.

    A question on one side and a statement on the other ask for different things. Where the mark stands further in, as
    in "…? (Pilih dua.)", both sides must have as many of them.

    Bad: `stem: {id: "Siapa yang menetapkan standar?", en: "The one who sets the standard"}`
    Good: `stem: {id: "Siapa yang menetapkan standar?", en: "Who sets the standard?"}`
    """
    first = context.default_language
    for path, text in context.texts(item).texts:
        if path[0] not in ("stem", "prompts"):
            continue
        mine = text.get(first, "")
        for lang in context.other_languages:
            other = text.get(lang, "")
            if mine and other and _asks(mine) != _asks(other) and mine.count("?") != other.count("?"):
                asking, telling = (first, lang) if _asks(mine) else (lang, first)
                yield found(item.place(*path, lang), asking=asking, telling=telling)


def _asks(text: str) -> bool:
    return text.rstrip(" \t\n”\"'*_)").endswith("?")


@rule(
    "L08",
    severity="warning",
    scope="item",
    id="{code}: teks {lang} {count} kata, teks {other} {base} kata; adakah yang hilang atau bertambah?",
    en="{code}: the text in {lang} has {count} words, the one in {other} {base}; is something lost or added?",
)
def lengths_agree(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A translation has between 0.55 and 1.8 times the words of the original.

    Outside of that, a sentence was forgotten or explained. Texts of fewer than six words say nothing; quoted
    evidence is the lesson's; languages without data in check/data/, which may write without spaces, are not compared.

    Bad: 20 words in id, 8 in en
    Good: 20 words in id, 24 in en
    """
    first = context.default_language
    languages = [lang for lang in context.other_languages if words(lang)] if words(first) else []
    for path, text in context.texts(item).texts if languages else ():
        base = len(text.get(first, "").split())
        for lang in languages if base >= ENOUGH_WORDS and path[0] != "evidence" else ():
            count = len(text.get(lang, "").split())
            if count and not SHORTER * base <= count <= LONGER * base:
                yield found(item.place(*path, lang), lang=lang, count=count, other=first, base=base)


@rule(
    "L11",
    severity="warning",
    scope="item",
    id={
        "bold": "{code}: huruf tebal: {first} di {first_lang}, {second} di {second_lang}; samakan",
        "link": "{code}: tautan: {first} di {first_lang}, {second} di {second_lang}; samakan",
        "code": "{code}: `kode`: {first} di {first_lang}, {second} di {second_lang}; samakan",
    },
    en={
        "bold": "{code}: bold: {first} in {first_lang}, {second} in {second_lang}; make them agree",
        "link": "{code}: links: {first} in {first_lang}, {second} in {second_lang}; make them agree",
        "code": "{code}: `code`: {first} in {first_lang}, {second} in {second_lang}; make them agree",
    },
)
def marks_agree(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A translation has as much bold, as many links and as much `code` as the original.

    A **NOT** that is bold in one language only is overlooked in the other. Italics are left alone: they mark foreign
    words, which are foreign in one language only.

    Bad: `stem: {id: "Mana yang **BUKAN** janji?", en: "Which is NOT a promise?"}`
    Good: `stem: {id: "Mana yang **BUKAN** janji?", en: "Which is **NOT** a promise?"}`
    """
    texts = context.texts(item)
    if not any("**" in joined or "__" in joined or "](" in joined or "`" in joined for joined in texts.joined.values()):
        return
    first = context.default_language
    for path, text in texts.texts:
        for lang in context.other_languages:
            if first not in text or lang not in text or path == ("evidence", "quote"):
                continue
            for name, mark in _MARKS.items():
                counts = len(mark.findall(text[first])), len(mark.findall(text[lang]))
                if counts[0] != counts[1]:
                    values = {"first": counts[0], "second": counts[1], "first_lang": first, "second_lang": lang}
                    yield found(item.place(*path, lang), name, **values)
