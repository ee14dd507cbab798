"""M01, M02, M06, M16: options that say what they say by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.item_view import view
from amanah.check.item_words import patterns, phrases
from amanah.check.registry import found, rule
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item


@rule(
    "M01",
    severity="warning",
    scope="item",
    id='{code}: pilihan {key} ({lang}) berarti "semua benar"; ganti dengan pilihan yang berdiri sendiri',
    en='{code}: option {key} ({lang}) means "all of the above"; replace it with one that stands by itself',
)
def all_of_the_above(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """No option stands for all the others.

    Who knows that two options are right knows the answer without the third, and who sees one wrong option knows too.
    It also falls apart when the options are shuffled. Only an option that says nothing else is meant.

    Bad: `text: {id: "Semua benar", en: "All of these"}`
    Good: `type: multiple-choice` with one option for each thing
    """
    yield from _whole(item, context, "all_of_them")


@rule(
    "M02",
    severity="warning",
    scope="item",
    id='{code}: pilihan {key} ({lang}) berarti "tidak ada yang benar"; ganti dengan pilihan yang berdiri sendiri',
    en='{code}: option {key} ({lang}) means "none of the above"; replace it with one that stands by itself',
)
def none_of_the_above(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """No option says that all the others are wrong.

    It shows that a learner knows what is wrong, not what is right. "None" or "Tidak ada" alone may be an amount and is
    let through.

    Bad: `text: {id: "Tidak ada yang benar", en: "None of these"}`
    Good: `text: {id: "Tidak ada biaya", en: "No fee"}`
    """
    yield from _whole(item, context, "none_of_them")


@rule(
    "M06",
    severity="warning",
    scope="item",
    id='{code}: pilihan {key} ({lang}) berkata "{word}"; sebut berapa kali atau kapan, atau hapus kata itu',
    en='{code}: option {key} ({lang}) says "{word}"; say how often or when, or delete the word',
)
def vague_frequency(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """No option says "often" or "usually".

    "Sometimes" means once a day to one reader and once a year to another, so the option can be defended either way.
    Comparisons ("more often") and "as soon as possible" are let through.

    Bad: "Petugas biasanya memeriksa berkas"
    Good: "Petugas memeriksa berkas pada hari berkas diterima"
    """
    seen = view(item)
    for lang in context.languages if seen.options else ():
        vague = phrases(lang, "vague")
        if vague is None or vague.first.isdisjoint(seen.vocabulary("options", lang)):
            continue
        for option in seen.options:
            for word in list(vague.in_text(option.text.get(lang, "")))[:1]:
                yield found(item.place(*option.path, lang), key=option.key, lang=lang, word=word)


@rule(
    "M16",
    severity="warning",
    scope="item",
    id='{code}: pilihan {key} ({lang}) hanya menggabungkan pilihan lain ("{text}"); pakai multiple-choice',
    en='{code}: option {key} ({lang}) just combines other options ("{text}"); make it multiple-choice',
)
def combined_options(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """No option is a list of other options.

    "1 and 3 are right" tests how well a learner combines, and one known statement rules out half of the options.

    Bad: `text: {id: "A dan B benar", en: "Both A and B"}`
    Good: `type: multiple-choice` with `answer: [a, b]`
    """
    yield from _whole(item, context, "combined")


def _whole(item: Item, context: Context, name: str) -> Iterator[Problem]:
    """Every option that says nothing but one of the patterns of this name."""
    seen = view(item)
    for lang in context.languages if seen.options else ():
        wanted = patterns(lang, name)
        if wanted is None or wanted.hints.isdisjoint(seen.vocabulary("options", lang)):
            continue
        for option in seen.options:
            text = option.text.get(lang, "")
            if wanted.is_whole(text):
                values = {"key": option.key, "lang": lang, "text": text} if name == "combined" else {}
                yield found(item.place(*option.path, lang), **(values or {"key": option.key, "lang": lang}))
