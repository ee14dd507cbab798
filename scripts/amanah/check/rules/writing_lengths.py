"""M03, L10, M04: the length of an option says nothing about whether it is right."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.balance import as_likely
from amanah.check.context import Context
from amanah.check.item_view import ItemView, view
from amanah.check.registry import found, rule
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item

TIMES_MEAN, WORDS_MORE = 1.4, 3
CHANCE = 0.01
OUTLIER, SHORTEST = 2.5, 3


def lengths(seen: ItemView, lang: str) -> dict[str, int]:
    """Words of each option."""
    return {option.key: len(option.text.get(lang, "").split()) for option in seen.options}


def stands_out(seen: ItemView, lang: str) -> tuple[int, int] | None:
    """(words of the key, words of the longest distractor) where the key is longer by far."""
    if seen.key is None or not seen.wrong:
        return None
    words = lengths(seen, lang)
    key = words.pop(seen.key.key)
    mean, longest = sum(words.values()) / len(words), max(words.values())
    return (key, longest) if key >= TIMES_MEAN * mean and key >= longest + WORDS_MORE else None


@rule(
    "M03",
    severity={"": "warning", "bank": "error"},
    scope="bank",
    id={
        "": (
            "{code}: kunci {key} jauh lebih panjang daripada pengecoh ({words} kata, pengecoh terpanjang {longest}); "
            "pendekkan kunci atau lengkapi pengecoh"
        ),
        "bank": (
            "kunci adalah pilihan terpanjang ({lang}) pada {count} dari {total} soal bank ini; secara kebetulan "
            "kira-kira {expected} (peluang {chance}); samakan panjang pilihan"
        ),
    },
    en={
        "": (
            "{code}: the key {key} is much longer than the distractors ({words} words, the longest distractor "
            "{longest}); shorten the key or fill out the distractors"
        ),
        "bank": (
            "the key is the longest option ({lang}) in {count} of {total} items of this bank; luck makes it about "
            "{expected} (chance {chance}); make the options equally long"
        ),
    },
)
def longest_is_key(bank: Bank, context: Context) -> Iterator[Problem]:
    """The key of a single choice is not the longest option, neither by far in one item nor too often in the bank.

    A writer who wants the key to be exactly right makes it longer, and learners who know nothing pick the longest. One
    item: 1.4 times the mean of the distractors and three words more than the longest of them, in the default language
    (L10 looks at the others). The bank, in every language: the key is the only longest option more often than luck
    does in 1 of 100 banks (exact, with each item's number of options).

    Bad: key of 14 words, distractors of 5, 6 and 6
    Good: key of 8 words, distractors of 7, 8 and 9
    """
    first = context.default_language
    chances: dict[str, list[float]] = {lang: [] for lang in context.languages}
    hits = dict.fromkeys(context.languages, 0)
    for item in bank.items:
        seen = view(item)
        if seen.key is None:
            continue
        if out := stands_out(seen, first):
            values = {"code": item.code, "key": seen.key.key, "words": out[0], "longest": out[1]}
            yield found(item.place(*seen.key.path, first), **values)
        for lang in context.languages:
            words = lengths(seen, lang)
            longest = [key for key, count in words.items() if count == max(words.values())]
            if len(longest) == 1:  # where two are equally long, neither sticks out
                chances[lang].append(1 / len(words))
                hits[lang] += longest[0] == seen.key.key
    for lang in context.languages:
        chance = as_likely(hits[lang], chances[lang])
        if chance < CHANCE:
            values = {"lang": lang, "count": hits[lang], "total": len(chances[lang])}
            expected, said = f"{sum(chances[lang]):.0f}", f"{max(chance, 0.0001):.4f}"
            yield found(bank.tree.key_place(("items",)), "bank", **values, expected=expected, chance=said)


@rule(
    "L10",
    severity="warning",
    scope="item",
    id=(
        "{code}: dalam terjemahan ({lang}) kunci {key} menjadi jauh lebih panjang daripada pengecoh ({words} kata, "
        "pengecoh terpanjang {longest}); pendekkan terjemahan kunci"
    ),
    en=(
        "{code}: in the translation ({lang}) the key {key} is much longer than the distractors ({words} words, the "
        "longest distractor {longest}); shorten the translation of the key"
    ),
)
def longest_in_translation(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """The key of a single choice does not become the longest option in a translation.

    Translators explain, and they explain the key most. The measure is that of M03; an item whose key is too long in
    the default language as well is found there.

    Bad: en key of 15 words and distractors of 7, where all have 8 words in id
    Good: en key of 9 words and distractors of 8 to 10
    """
    seen = view(item)
    if seen.key is None or stands_out(seen, context.default_language):
        return
    for lang in context.other_languages:
        if out := stands_out(seen, lang):
            values = {"lang": lang, "key": seen.key.key, "words": out[0], "longest": out[1]}
            yield found(item.place(*seen.key.path, lang), **values)


@rule(
    "M04",
    severity="warning",
    scope="item",
    id="{code}: panjang pilihan ({lang}) terlalu berbeda: {key} {words} kata, {other} {fewest} kata; dekatkan",
    en="{code}: the options ({lang}) differ too much in length: {key} {words} words, {other} {fewest} words; even out",
)
def length_outlier(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """No option is more than two and a half times as long as another.

    The odd one out draws the eye, right or wrong. Options of one or two words are names or numbers and do not count.

    Bad: 4 words against 12
    Good: 4 words against 8
    """
    seen = view(item)
    for lang in context.languages if seen.options else ():
        words = lengths(seen, lang)
        longest, shortest = max(words, key=lambda key: words[key]), min(words, key=lambda key: words[key])
        if words[shortest] >= SHORTEST and words[longest] > OUTLIER * words[shortest]:
            path = next(option.path for option in seen.options if option.key == longest)
            values = {"lang": lang, "key": longest, "words": words[longest]}
            yield found(item.place(*path, lang), **values, other=shortest, fewest=words[shortest])
