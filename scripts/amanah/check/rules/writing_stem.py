"""M07, M08, M17, M18: a stem asks one clear thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.item_view import ItemView, view
from amanah.check.item_words import item_word_set, patterns, phrases
from amanah.check.registry import found, rule
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item, Reflection, TrueFalse

FEWEST_WORDS = 5
FIRST_WORDS = 3
_BLANK = re.compile(r"_{3,}|\.{4,}")
_GOES_ON = re.compile(r"\w")
_OPEN_END = re.compile(r"(?:[?:]|_{3,}|\.{3,}|…)[”\"')\]*]*\Z")
_ASKS = re.compile(r"\?")


@rule(
    "M07",
    severity="warning",
    scope="item",
    id='{code}: pertanyaan ({lang}) mencari yang tidak berlaku, tetapi "{word}" tidak ditonjolkan; tanyakan yang '
    "berlaku, atau tulis **{strong}**",
    en='{code}: the question ({lang}) asks for what does not hold, but "{word}" is not emphasised; ask for what holds, '
    "or write **{strong}**",
)
def negative_question(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A question for what does not hold is asked only with the **NOT** in bold or capitals.

    A reader in a hurry overlooks the one small word and is marked wrong for knowing the answer. Better is a question
    for what holds. Only the question itself counts ("Which … is not", "yang tidak", "except" at the end); a scene in
    which somebody does not come is no negative question.

    Bad: "Mana yang tidak termasuk komponen standar?"
    Good: "Mana yang **BUKAN** komponen standar?"
    """
    seen = view(item)
    for lang in context.languages:
        if word := negative_word(seen, lang):
            bare = word.strip("*")
            if not (word.startswith("**") and word.endswith("**")) and not bare.isupper():
                yield found(item.place("stem", lang), lang=lang, word=bare, strong=bare.upper())


def negative_word(seen: ItemView, lang: str) -> str | None:
    """The word that makes the question negative, with its emphasis; None if none does."""
    negative = patterns(lang, "negative_question")
    if negative is None or isinstance(seen.item, Reflection):
        return None
    if negative.hints.isdisjoint(seen.vocabulary("stem", lang)):
        return None
    match = negative.search(seen.stem(lang))
    return match["neg"] if match else None


@rule(
    "M08",
    severity="error",
    scope="item",
    id='{code}: pertanyaan sudah negatif ("{word}") dan pilihan {key} ({lang}) juga ("{other}"); tulis tanpa '
    "penyangkalan ganda",
    en='{code}: the question is negative already ("{word}") and so is option {key} ({lang}, "{other}"); write it '
    "without a double negative",
)
def double_negative(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A negative question has no negative options.

    "Which does not apply? – They need not come" makes readers solve a puzzle in logic. A question is negative as in
    M07, emphasised or not; an option is if a denial is among its first three words.

    Bad: "Mana yang **TIDAK** wajib?" with the option "Tidak memungut biaya"
    Good: "Mana yang **TIDAK** wajib?" with the option "Memungut biaya"
    """
    seen = view(item)
    for lang in context.languages if seen.options else ():
        word = negative_word(seen, lang)
        denials = phrases(lang, "negation")
        if word is None or denials is None:
            continue
        for option in seen.options:
            first = option.text.get(lang, "").split()[: FIRST_WORDS + 1]
            within = len(" ".join(first[:FIRST_WORDS]))
            hit = next(denials.pattern.finditer(" ".join(first)), None)
            if hit and hit["hit"] and hit.start() < within:
                values = {"lang": lang, "word": word.strip("*"), "key": option.key, "other": hit["hit"]}
                yield found(item.place(*option.path, lang), **values)


@rule(
    "M17",
    severity="warning",
    scope="item",
    id="{code}: bagian kosong berada di tengah kalimat ({lang}); pindahkan ke ujung atau jadikan pertanyaan",
    en="{code}: the blank stands in the middle of the sentence ({lang}); move it to the end or ask a question",
)
def blank_at_end(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A blank to fill stands at the end of the stem.

    A hole in the middle makes the reader keep half a sentence in mind, go through the options and start again.

    Bad: "Penyelenggara ____ pengaduan dalam 14 hari."
    Good: "Dalam 14 hari sejak diterima, pengaduan ____"
    """
    for lang in context.languages:
        stem = item.stem.get(lang, "")
        if ("___" in stem or "...." in stem) and (blank := _BLANK.search(stem)) and _GOES_ON.search(stem, blank.end()):
            yield found(item.place("stem", lang), lang=lang)


@rule(
    "M18",
    severity="warning",
    scope="item",
    id={
        "short": "{code}: pertanyaan ({lang}) terlalu pendek untuk dipahami tanpa pilihan; tanyakan secara lengkap",
        "no-task": "{code}: pertanyaan ({lang}) tidak menanyakan atau menyuruh apa pun; tulis apa yang dicari",
    },
    en={
        "short": "{code}: the stem ({lang}) is too short to be understood without the options; ask the whole question",
        "no-task": "{code}: the stem ({lang}) neither asks nor tells to do anything; write what is wanted",
    },
)
def focused_stem(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A stem can be understood without its options: it asks a question or says what to do.

    After "Maklumat:" the options are five statements about anything, and the item tests reading. Too short is a
    choice's stem of fewer than five words without a question word; "Apa itu amanah?" is not. Statements to judge as
    true or false and reflections are no questions and are left alone.

    Bad: "Maklumat pelayanan."
    Good: "Siapa yang terikat oleh maklumat pelayanan?"
    """
    if isinstance(item, (TrueFalse, Reflection)):
        return
    seen = view(item)
    for lang in context.languages:
        asks, tells = item_word_set(lang, "asks"), item_word_set(lang, "tells")
        stem = seen.stem(lang).strip()
        words = seen.vocabulary("stem", lang)
        if not asks or not words or not words.isdisjoint(asks):
            continue
        if words.isdisjoint(tells):
            if seen.options and len(seen.words("stem", lang)) < FEWEST_WORDS:
                yield found(item.place("stem", lang), "short", lang=lang)
            elif not _OPEN_END.search(stem) and not _ASKS.search(stem):
                yield found(item.place("stem", lang), "no-task", lang=lang)
