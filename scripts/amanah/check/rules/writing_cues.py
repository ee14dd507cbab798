"""M05, M11, M21: nothing about an option but its meaning says whether it is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from amanah.check.context import Context
from amanah.check.item_view import ItemView, Option, view
from amanah.check.item_words import Phrases, item_word_set, item_words, phrases
from amanah.check.law_names import law_names
from amanah.check.registry import found, rule
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item, SituationalJudgement

_DIGIT = re.compile(r"\d")
MOST_DIFFERENT = 8  # words of two phrases that are opposites


@rule(
    "M05",
    severity="warning",
    scope="item",
    id='{code}: hanya pengecoh ({lang}) yang memuat kata mutlak "{word}"; hapus, atau pakai juga dalam kunci',
    en='{code}: only distractors ({lang}) say "{word}"; delete such a word, or use one in the key too',
)
def absolutes_in_distractors(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """Absolute words ("always", "only") do not stand in distractors alone.

    Learners know that what holds always and everywhere is mostly wrong, and cross those options out. Duties (harus,
    wajib, must) do not count, nor "setiap warga", "every citizen", "every day", "not only". In a situational judgement
    an absolute action may be the very point: not looked at.

    Bad: key "14 hari", distractor "Selalu pada hari yang sama"
    Good: key "14 hari", distractor "Pada hari yang sama"
    """
    if isinstance(item, SituationalJudgement):
        return
    seen = view(item)
    for lang in context.languages if seen.options else ():
        absolute = phrases(lang, "absolutes")
        if absolute is None or absolute.first.isdisjoint(seen.vocabulary("options", lang)):
            continue
        if not any(_said(absolute, option, lang) for option in seen.options if option.right):
            for option in seen.wrong:
                if word := _said(absolute, option, lang):
                    yield found(item.place(*option.path, lang), lang=lang, word=word)


def _said(absolute: Phrases, option: Option, lang: str) -> str:
    return next(absolute.in_text(option.text.get(lang, "")), "")


@rule(
    "M11",
    severity="info",
    scope="item",
    id='{code}: kunci {key} dan pilihan {other} ({lang}) adalah lawan kata ("{pair}"), jadi yang lain mudah dicoret',
    en='{code}: the key {key} and option {other} ({lang}) are opposites ("{pair}"), so the rest is easily crossed out',
)
def opposite_pair(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """The key is not one of two options that differ only in a word and its opposite.

    Of two opposites one is mostly right; with four options half of the work is done. Only pairs that are otherwise the
    same word for word are seen, so this is a remark: two pairs of opposites make a fair item.

    Bad: "Biaya naik", "Biaya turun", "Loket tutup", "Petugas pindah"
    Good: "Biaya naik", "Biaya turun", "Antrean naik", "Antrean turun"
    """
    seen = view(item)
    if seen.key is None or len(seen.options) < 3:
        return
    for lang in context.languages:
        if not _opposites(lang) or seen.vocabulary("options", lang).isdisjoint(_opposite_words(lang)):
            continue
        pairs = [(one, other, _pair(seen, one, other, lang)) for one, other in combinations(seen.options, 2)]
        opposed = [(one, other, pair) for one, other, pair in pairs if pair]
        if len(opposed) == 1 and seen.key in opposed[0][:2]:
            other = next(option for option in opposed[0][:2] if option is not seen.key)
            yield found(item.place(*other.path, lang), key=seen.key.key, other=other.key, lang=lang, pair=opposed[0][2])


def _pair(seen: ItemView, one: Option, other: Option, lang: str) -> str:
    """ "naik – turun" if these are all that two options differ in, "tidak" if one denies the other, or ""."""
    first, second = seen.words(one.key, lang), seen.words(other.key, lang)
    if abs(len(first) - len(second)) > 1 or len({*first} ^ {*second}) > MOST_DIFFERENT:
        return ""
    mine, yours = [w for w in first if w not in second], [w for w in second if w not in first]
    if frozenset((" ".join(mine), " ".join(yours))) in _opposites(lang) and len(first) == len(second):
        return f"{' '.join(mine)} – {' '.join(yours)}"
    denials = item_word_set(lang, "not")
    alone = mine or yours
    return alone[0] if len(mine) + len(yours) == 1 and alone[0] in denials else ""


@cache
def _opposites(lang: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in item_words(lang).get("opposites", ()))


@cache
def _opposite_words(lang: str) -> frozenset[str]:
    words = {word for pair in _opposites(lang) for phrase in pair for word in phrase.split()}
    return frozenset(words) | item_word_set(lang, "not")


@rule(
    "M21",
    severity="warning",
    scope="item",
    id={
        "law": "{code}: hanya kunci {key} ({lang}) yang menyebut peraturan; samakan dengan pengecoh",
        "number": "{code}: hanya kunci {key} ({lang}) yang memuat angka; samakan dengan pengecoh",
        "parenthesis": "{code}: hanya kunci {key} ({lang}) yang memuat kurung; samakan dengan pengecoh",
        "example": "{code}: hanya kunci {key} ({lang}) yang memberi contoh; samakan dengan pengecoh",
    },
    en={
        "law": "{code}: only the key {key} ({lang}) names a law; do the same in a distractor, or drop it",
        "number": "{code}: only the key {key} ({lang}) has a number; give a distractor one, or drop it",
        "parenthesis": "{code}: only the key {key} ({lang}) has a parenthesis; give a distractor one, or drop it",
        "example": "{code}: only the key {key} ({lang}) gives an example; give a distractor one, or drop it",
    },
)
def feature_of_key(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """The key of a single choice is not the only option with a law, a number, a parenthesis or an example.

    Detail looks like knowledge: writers work out the key and sketch the rest. One finding an item and language, for
    the first of these features that only the key has.

    Bad: key "Kepala dinas (Pasal 36)", distractors "Bupati", "Warga"
    Good: key "Kepala dinas", distractors "Bupati", "Warga"
    """
    seen = view(item)
    if seen.key is None:
        return
    for lang in context.languages:
        mine = _features(seen.key.text.get(lang, ""), lang)
        theirs = [name for option in seen.wrong if mine for name in _features(option.text.get(lang, ""), lang)]
        if only := [name for name in mine if name not in theirs]:
            yield found(item.place(*seen.key.path, lang), only[0], key=seen.key.key, lang=lang)


def _features(text: str, lang: str) -> list[str]:
    names = []
    if _DIGIT.search(text):
        names = [*(["law"] if next(law_names(text), None) else []), "number"]
    if "(" in text:
        names.append("parenthesis")
    examples = phrases(lang, "examples")
    if examples and next(examples.in_text(text), None):
        names.append("example")
    return names
