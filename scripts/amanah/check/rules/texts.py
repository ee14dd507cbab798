"""S07, S08, S10: what a text may not contain, whatever its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from amanah.check import marks
from amanah.check.context import Context
from amanah.check.item_view import Option, view
from amanah.check.references import unresolved
from amanah.check.registry import found, rule
from amanah.check.words import words
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item

_MARKERS = r"\b(?:TODO|TBD|FIXME|[Xx]{3,}|(?i:lorem ipsum))\b"
_MARKER_HINTS = ("todo", "tbd", "fixme", "xxx", "lorem ipsum")
_SOMETHING = re.compile(r"[^\s.…?!_–—-]")
_SUSPECT = tuple('()[]{}“”«»"`*<~')


@cache
def _unfinished(lang: str) -> re.Pattern[str]:
    phrases = words(lang).get("unfinished", ())
    return re.compile("|".join([_MARKERS, *(rf"(?i:\b{phrase}\b)" for phrase in phrases)]))


@cache
def _unfinished_hints(lang: str) -> tuple[str, ...]:
    return (*_MARKER_HINTS, *words(lang).get("unfinished", ()))


def _has_one_of(text: str, hints: Iterable[str]) -> bool:
    """A quick look before a regular expression takes a long one."""
    return any(map(text.__contains__, hints))


@rule(
    "S07",
    severity="error",
    scope="item",
    id={
        "empty": "{code}: teks ini ({lang}) kosong; tulis isinya",
        "unfinished": '{code}: teks ini ({lang}) belum selesai: "{mark}"; tulis sampai selesai',
    },
    en={
        "empty": "{code}: this text ({lang}) is empty; write it",
        "unfinished": '{code}: this text ({lang}) is not finished: "{mark}"; complete it',
    },
)
def unfinished_text(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """No text is empty or only half written.

    An empty option or a forgotten "TODO" reaches learners as it stands. A text of dots or dashes alone counts as
    empty.

    Bad: `text: {id: "...", en: "TODO"}`
    Good: `text: {id: "14 hari", en: "14 days"}`
    """
    texts = context.texts(item)
    for lang, lowered in texts.lowered.items():
        pattern = _unfinished(lang)
        marked = _has_one_of(lowered, _unfinished_hints(lang))
        for path, text in texts.texts:
            words_ = text.get(lang)
            if words_ is None:
                continue
            if not _SOMETHING.search(words_):
                yield found(item.place(*path, lang), "empty", lang=lang)
            elif marked and (mark := pattern.search(words_)):
                yield found(item.place(*path, lang), "unfinished", lang=lang, mark=mark[0])


@rule(
    "S08",
    severity="error",
    scope="item",
    needs_course=("link", "citation", "term"),
    id={
        "invisible": "{code}: teks ini ({lang}) memuat huruf yang tidak terlihat ({character}); hapus atau ketik ulang",
        "composed": "{code}: teks ini ({lang}) memuat huruf dengan aksen terpisah (bukan NFC); ketik ulang huruf itu",
        "balance": "{code}: tanda {mark} di teks ini ({lang}) tidak punya pasangan; tambahkan atau hapus",
        "html": "{code}: teks ini ({lang}) memuat HTML ({tag}); pakai Markdown atau tulis dalam `kode`",
        "link": "{code}: tautan di teks ini ({lang}) tidak menuju ke mana pun: {target}",
        "citation": "{code}: rujukan [@{target}] di teks ini ({lang}) tidak ada dalam daftar hukum maupun pustaka",
        "term": "{code}: istilah [[{target}]] di teks ini ({lang}) tidak ada dalam glosarium",
    },
    en={
        "invisible": "{code}: this text ({lang}) holds an invisible character ({character}); delete or retype it",
        "composed": "{code}: this text ({lang}) holds a letter with a separate accent (not NFC); retype that letter",
        "balance": "{code}: the mark {mark} in this text ({lang}) lacks its partner; add it or delete this one",
        "html": "{code}: this text ({lang}) holds HTML ({tag}); use Markdown, or write it as `code`",
        "link": "{code}: a link in this text ({lang}) leads nowhere: {target}",
        "citation": "{code}: the citation [@{target}] in this text ({lang}) is in no register of laws or references",
        "term": "{code}: the term [[{target}]] in this text ({lang}) is not in the glossary",
    },
)
def clean_text(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A text holds only characters that can be seen, marks in pairs, no HTML, and links that lead somewhere.

    An invisible character breaks the search and the comparison of answers; a lonely ** or bracket shows on the page;
    HTML does not survive the way into other formats. A link is an address with https, or a page of the course as its
    path under docs/<language>/ (course/index.md#anchor).

    Bad: `stem: {id: "Apa arti **amanah?", …}`
    Good: `stem: {id: "Apa arti **amanah**?", …}`
    """
    texts = context.texts(item)
    for lang, joined in texts.joined.items():
        hidden = marks.has_foreign(joined) or not marks.is_composed(joined)
        if not hidden and not _has_one_of(joined, _SUSPECT):
            continue
        for path, text in texts.texts:
            words_ = text.get(lang, "")
            if hidden or _has_one_of(words_, _SUSPECT):
                for variant, values in _flaws(words_, lang, context):
                    yield found(item.place(*path, lang), variant, lang=lang, **values)


def _flaws(text: str, lang: str, context: Context) -> Iterator[tuple[str, dict[str, str]]]:
    for character in marks.foreign_characters(text):
        yield "invisible", {"character": character}
    if not marks.is_composed(text):
        yield "composed", {}
    if mark := marks.unbalanced(text):
        yield "balance", {"mark": mark}
    if tag := marks.raw_html(text):
        yield "html", {"tag": tag}
    if "[" in text:
        for variant, target in unresolved(text, lang, context.course):
            yield variant, {"target": target}


@cache
def _letters(lang: str) -> list[tuple[re.Pattern[str], list[str]]]:
    """(pattern, strings of which every text that matches holds one)."""
    return [
        (re.compile("|".join(kind["patterns"]), re.IGNORECASE), kind["hints"])
        for kind in words(lang).get("letters", {}).values()
    ]


_LETTERS = "abcdefgh"
_TYPED_LETTER = re.compile(r"\s*(?:\(([A-Ha-h])\)|([A-Ha-h])[.)])\s+\S")


@rule(
    "S10",
    severity="warning",
    scope="item",
    id={
        "typed": (
            '{code}: pilihan ini ({lang}) diawali huruf "{letter}"; hapus huruf itu, halaman yang menomori pilihan'
        ),
        "named": '{code}: teks ini ({lang}) menyebut "{words}", padahal urutan pilihan dapat diacak; sebut isinya',
    },
    en={
        "typed": (
            '{code}: this option ({lang}) begins with the letter "{letter}"; delete it, the page letters the options'
        ),
        "named": '{code}: this text ({lang}) says "{words}", but options may be shuffled; name what it says instead',
    },
)
def letters_in_text(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """No text relies on the letter or the place of an option.

    Options are shuffled on the page and in printed forms; "option B" or "all of the above" then points to the wrong
    one. A typed letter counts if it is the option's own (its key or its place), so that "A. Rahman" may stand.

    Bad: `why: {en: "Option B is wrong because …", …}`
    Good: `why: {en: "Working days are wrong because …", …}`
    """
    texts = context.texts(item)
    for lang in texts.joined:
        for option in view(item).options:
            yield from _typed(item, option, lang)
        for pattern, hints in _letters(lang):
            if _has_one_of(texts.lowered[lang], hints):
                yield from _named(item, texts.texts, lang, pattern, hints)


def _typed(item: Item, option: Option, lang: str) -> Iterable[Problem]:
    if typed := _TYPED_LETTER.match(option.text.get(lang, "")):
        letter = typed[1] or typed[2]
        if letter.lower() in (_LETTERS[int(option.path[1])], option.key.lower()):
            yield found(item.place(*option.path, lang), "typed", lang=lang, letter=typed[0].split()[0])


def _named(
    item: Item,
    texts: Iterable[tuple[tuple[str | int, ...], dict[str, str]]],
    lang: str,
    pattern: re.Pattern[str],
    hints: Iterable[str],
) -> Iterator[Problem]:
    for path, text in texts:
        said = text.get(lang, "")
        if _has_one_of(said.lower(), hints) and (match := pattern.search(said)):
            yield found(item.place(*path, lang), "named", lang=lang, words=match[0])
