"""M12, M13, M20: the form of the options fits the stem and is the same for all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from amanah.check.context import Context, TextPath
from amanah.check.item_view import view
from amanah.check.item_words import item_word_set, item_words
from amanah.check.registry import found, rule
from amanah.check.words import word_set
from amanah.course.problem import Problem, Text
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item

WORDS_REPEATED = 3
_LAST_WORD = re.compile(r"(\w+)[\s_.…:]*\Z")
_FIRST_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_CLOSING = " \t\n”\"'*_)]"


@rule(
    "M12",
    severity={"": "warning", "form": "info"},
    scope="item",
    id={
        "": '{code}: pertanyaan ({lang}) berakhir dengan "{word}", yang tidak cocok bagi semua pilihan; ubah',
        "form": "{code}: hanya kunci {key} ({lang}) yang mulai dengan bentuk kata lain; samakan bentuk pilihan",
    },
    en={
        "": '{code}: the stem ({lang}) ends with "{word}", which fits only some options; change the ending',
        "form": "{code}: only the key {key} ({lang}) begins with another form of word; give the options one form",
    },
)
def grammatical_cue(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """Grammar does not tell which option is right.

    A stem that ends with "an" rules out every option that begins with a consonant. Where all distractors begin with
    one form of verb (me- or ber-, di-, -ing, to) and the key does not, it sticks out; what a word is cannot be seen
    from its beginning alone, so that is only a remark.

    Bad: "The written promise is an" with the options "announcement", "letter", "receipt"
    Good: "What is the written promise called?"
    """
    seen = view(item)
    for lang in context.languages if seen.options else ():
        if (articles := item_word_set(lang, "articles")) and not articles.isdisjoint(seen.words("stem", lang)[-1:]):
            last = _LAST_WORD.search(seen.stem(lang))
            starts = {option.text.get(lang, "")[:1].lower() in "aeiou" for option in seen.options}
            if last and len(starts) > 1:
                yield found(item.place("stem", lang), lang=lang, word=last[1])
        if seen.key is not None and len(seen.options) > 2:
            forms = {option.key: _form(seen.words(option.key, lang), lang) for option in seen.options}
            mine = forms.pop(seen.key.key)
            if len(set(forms.values())) == 1 and mine not in forms.values() and "" not in forms.values():
                yield found(item.place(*seen.key.path, lang), "form", key=seen.key.key, lang=lang)


def _form(words: Sequence[str], lang: str) -> str:
    """What the first word looks like: the name of a verb form, or ""."""
    return next((name for name, pattern in _forms(lang) if words and pattern.fullmatch(words[0])), "")


@cache
def _forms(lang: str) -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(pattern)) for name, pattern in item_words(lang).get("verb_forms", {}).items()]


@rule(
    "M13",
    severity="warning",
    scope="item",
    id={
        "stop": "{code}: sebagian {field} ({lang}) berakhir dengan titik dan sebagian tidak; samakan",
        "lower": '{code}: hanya "{word}" ({lang}) yang mulai dengan huruf kecil; samakan',
        "upper": '{code}: hanya "{word}" ({lang}) yang mulai dengan huruf besar; samakan',
    },
    en={
        "stop": "{code}: some {field} ({lang}) end with a full stop and some do not; make them alike",
        "lower": '{code}: only "{word}" ({lang}) begins with a small letter; make them alike',
        "upper": '{code}: only "{word}" ({lang}) begins with a capital; make them alike',
    },
)
def parallel_options(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """Everything in a list is written alike: all with a full stop or none, all with a capital or none.

    The one that was written on another day is often the key. A capital that stands alone counts only on a word that
    has none of its own ("Yang …"): among small letters it may be a name.

    Bad: "Di pintu.", "di meja", "di loket"
    Good: "di pintu", "di meja", "di loket"
    """
    for field, entries in view(item).lists:
        for lang in context.languages:
            yield from _unlike(item, field, entries, lang)


def _unlike(item: Item, field: str, entries: Sequence[tuple[TextPath, Text]], lang: str) -> Iterator[Problem]:
    texts = [text.get(lang, "").rstrip(_CLOSING) for _, text in entries]
    stops = {text.endswith(".") for text in texts if text and text[-1] not in "?!…"}
    if len(stops) > 1:
        yield found(item.key_place(field), "stop", field=field, lang=lang)
    first = [(path, _first_word(text)) for (path, _), text in zip(entries, texts, strict=True)]
    small = [(path, word) for path, word in first if word and word[0].islower()]
    capital = [(path, word) for path, word in first if word and word[0].isupper()]
    if len(small) == 1 and len(capital) > 1 and small[0][1].islower() and not small[0][1].startswith("e-"):
        yield found(item.place(*small[0][0], lang), "lower", word=small[0][1], lang=lang)
    elif len(capital) == 1 and len(small) > 1 and capital[0][1].lower() in word_set(lang, "stopwords"):
        yield found(item.place(*capital[0][0], lang), "upper", word=capital[0][1], lang=lang)


def _first_word(text: str) -> str:
    """The word with which a text begins; "" where it begins with a number."""
    match = _FIRST_WORD.match(text.lstrip("“”\"'*_([ "))
    return match[0] if match else ""


@rule(
    "M20",
    severity="warning",
    scope="item",
    id={
        "start": '{code}: semua pilihan ({lang}) mulai dengan "{words}"; pindahkan ke pertanyaan',
        "end": '{code}: semua pilihan ({lang}) berakhir dengan "{words}"; pindahkan ke pertanyaan',
    },
    en={
        "start": '{code}: all options ({lang}) begin with "{words}"; move it to the stem',
        "end": '{code}: all options ({lang}) end with "{words}"; move it to the stem',
    },
)
def repeated_words(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """Three words or more that every option has at its beginning or end stand in the stem, once.

    Whoever compares options reads the same words four times.

    Bad: "Penyelenggara wajib menjawab hari ini", "Penyelenggara wajib menjawab besok", …
    Good: "Kapan penyelenggara wajib menjawab?" with "hari ini", "besok", …
    """
    seen = view(item)
    for lang in context.languages if len(seen.options) > 1 else ():
        options = [seen.words(option.key, lang) for option in seen.options]
        for variant, lists in (("start", options), ("end", [words[::-1] for words in options])):
            if len({words[0] if words else str(n) for n, words in enumerate(lists)}) > 1:
                continue
            same = _common(lists)
            if len(same) >= WORDS_REPEATED:
                words = " ".join(same if variant == "start" else same[::-1])
                yield found(item.key_place("options"), variant, lang=lang, words=words)


def _common(lists: Sequence[Sequence[str]]) -> list[str]:
    """The words with which all lists begin."""
    same = []
    for row in zip(*lists, strict=False):
        if len(set(row)) > 1:
            break
        same.append(row[0])
    return same
