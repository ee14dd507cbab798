"""M19, M22, M25: a stem that can be read at one go, and that asks for knowledge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from amanah.check.context import Context
from amanah.check.item_view import sentences, view
from amanah.check.item_words import item_words, patterns
from amanah.check.registry import found, rule
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item, Numeric, Reflection, SituationalJudgement

MOST_WORDS, MOST_IN_CASE = 60, 120
SENTENCE, GRADE = 25, 12
ENOUGH_ITEMS, ENOUGH_WORDS, LONGER, HEAVIER = 20, 20, 1.5, 1.15
_VOWELS = re.compile(r"[aeiouyAEIOUY]+")
_SILENT = re.compile(r"(?<=[^\W\d_aeiouyl])e\b")


@rule(
    "M19",
    severity="warning",
    scope="item",
    id="{code}: pertanyaan ({lang}) {count} kata, paling banyak {most}; buang yang tidak diperlukan untuk menjawab",
    en="{code}: the stem ({lang}) has {count} words, at most {most}; cut what nobody needs for the answer",
)
def short_stem(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A stem has at most 60 words, a case to judge or a sum to work out at most 120.

    A story that the answer does not need tests patience, and takes time from those who read slowly.

    Bad: 80 words about an office, then "Berapa hari batasnya?"
    Good: 25 words with what is needed, then "Berapa hari batasnya?"
    """
    most = MOST_IN_CASE if isinstance(item, (SituationalJudgement, Numeric)) else MOST_WORDS
    for lang, text in item.stem.items():
        if len(text) > most and (count := len(text.split())) > most:
            yield found(item.place("stem", lang), lang=lang, count=count, most=most)


@rule(
    "M22",
    severity="warning",
    scope="item",
    id='{code}: pertanyaan ({lang}) menanyakan pendapat atau menjebak ("{words}"), padahal berkunci; tanyakan faktanya',
    en='{code}: the stem ({lang}) asks for an opinion or sets a trap ("{words}"), yet it has a key; ask for the fact',
)
def no_opinion(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """An item with a key asks what is so, not what the reader thinks.

    "In your opinion" makes every answer right. Opinions belong into a reflection. "Menurut Anda" counts only where the
    question follows at once.

    Bad: "Menurut Anda, siapa yang menetapkan standar?"
    Good: "Siapa yang menetapkan standar menurut PP 96/2012?"
    """
    if isinstance(item, Reflection):
        return
    seen = view(item)
    for lang in context.languages:
        opinion = patterns(lang, "opinion")
        if opinion is None or opinion.hints.isdisjoint(seen.vocabulary("stem", lang)):
            continue
        if match := opinion.search(seen.stem(lang)):
            yield found(item.place("stem", lang), lang=lang, words=match[0])


@rule(
    "M25",
    severity="info",
    scope="all",
    id={
        "long": "{code}: kalimat pertanyaan ({lang}) rata-rata {words} kata; pecah menjadi kalimat pendek",
        "grade": "{code}: pertanyaan ({lang}) setara kelas {grade} (Flesch–Kincaid); pakai kata dan kalimat pendek",
        "heavy": "{code}: pertanyaan ({lang}) jauh lebih berat daripada soal lain (kalimat {words} kata, kata panjang)",
    },
    en={
        "long": "{code}: the sentences of the stem ({lang}) have {words} words on average; break them up",
        "grade": "{code}: the stem ({lang}) reads like grade {grade} (Flesch–Kincaid); use shorter words and sentences",
        "heavy": "{code}: the stem ({lang}) is much heavier than other items (sentences of {words} words, long words)",
    },
)
def readable(context: Context) -> Iterator[Problem]:
    """A stem is easy to read: short sentences, short words.

    Sentences of more than 25 words on average are too long in any language. English: Flesch–Kincaid grade above 12, for
    stems of 20 words or more. Indonesian has long words by nature and no such formula: a stem of 20 words or more is
    heavy if its sentences are half as long again as the median of all items and its words have 15 % more vowels (with
    20 items or more). Formulas see length, not sense, so this is a remark.

    Bad: one sentence of 40 words
    Good: "Berkas sudah lengkap pada 3 Maret. Kapan batas jawabannya?"
    """
    for lang in context.languages:
        kind = item_words(lang).get("readability")
        if kind is None:
            continue
        stems = [(item, text, *_measures(text)) for _, item in context.items() if (text := item.stem.get(lang, ""))]
        usual = median(length for *_, length, _ in stems) if stems else 0.0
        syllables = median(each for *_, each in stems) if stems else 0.0
        for item, text, count, length, heavy in stems:
            values = {"code": item.code, "lang": lang}
            if length > SENTENCE:
                yield found(item.place("stem", lang), "long", words=f"{length:.0f}", **values)
            elif count < ENOUGH_WORDS:
                continue
            elif kind == "flesch-kincaid":
                # every syllable has a vowel, so the quick count is never too low
                if _grade(length, heavy) > GRADE and (grade := _grade(length, _syllables(text) / count)) > GRADE:
                    yield found(item.place("stem", lang), "grade", grade=f"{grade:.0f}", **values)
            elif len(stems) >= ENOUGH_ITEMS and length > LONGER * usual and heavy > HEAVIER * syllables:
                yield found(item.place("stem", lang), "heavy", words=f"{length:.0f}", **values)


def _measures(text: str) -> tuple[int, float, float]:
    """(words, words in a sentence, vowels in a word)."""
    words = len(text.split()) or 1
    return words, words / (len(sentences(text)) or 1), sum(map(text.lower().count, "aeiouy")) / words


def _grade(length: float, syllables: float) -> float:
    """The grade of Flesch and Kincaid."""
    return 0.39 * length + 11.8 * syllables - 15.59


def _syllables(text: str) -> int:
    """Groups of vowels, without an e that is not spoken."""
    return len(_VOWELS.findall(text)) - len(_SILENT.findall(text))
