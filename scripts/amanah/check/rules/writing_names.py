"""M26, M27: names and acronyms in items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from weakref import WeakKeyDictionary

from amanah.check.context import Context
from amanah.check.item_words import item_word_set, item_words, phrases
from amanah.check.registry import found, rule
from amanah.check.words import DATA, word_set
from amanah.course.course import Course
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item

NAMES = "quizzes/names.txt"
_CITED = re.compile(r"\[@")
_ACRONYM = re.compile(r"[A-Z](?<![\w*.@/-][A-Z])[A-Z0-9]*[A-Z][A-Za-z0-9]*(?![\w*])")
_ROMAN = re.compile(r"[IVXLC]+")
_OF_NAMES: WeakKeyDictionary[Course, re.Pattern[str] | None] = WeakKeyDictionary()
_KNOWN: WeakKeyDictionary[Course, frozenset[str]] = WeakKeyDictionary()


@rule(
    "M26",
    severity="error",
    scope="item",
    id='{code}: teks ini ({lang}) menyebut {name} bersama "{word}" tanpa rujukan; pakai nama rekaan atau rujuk sumber',
    en='{code}: this text ({lang}) names {name} with "{word}" and no source; use an invented name or cite one',
)
def real_names(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """No real person or institution takes a bribe in an item, unless a source is cited.

    An invented case with a real name is libel. No program knows who is real: the names stand in check/data/names.txt,
    which is empty, and in quizzes/names.txt of the course, one a line (# begins a comment). Until somebody enters a
    name, only the reviewer's checklist guards against this.

    Bad: names.txt says "Bupati Sari Wangi"; stem "Bupati Sari Wangi menerima suap …"
    Good: stem "Seorang bupati menerima suap …"
    """
    names = _names(context)
    if names is None:
        return
    texts = context.texts(item)
    for lang, joined in texts.joined.items():
        bribe = phrases(lang, "bribe")
        if bribe is None or not names.search(joined):
            continue
        for path, text in texts.texts:
            said = text.get(lang, "")
            name, word = names.search(said), next(bribe.in_text(said), "")
            if name and word and not _CITED.search(said):
                yield found(item.place(*path, lang), lang=lang, name=name[0], word=word)


def _names(context: Context) -> re.Pattern[str] | None:
    course = context.course
    if course not in _OF_NAMES:
        names: set[str] = set()
        for path in (DATA / "names.txt", context.root / NAMES):
            if path.is_file():
                lines = path.read_text(encoding="utf-8").splitlines()
                names |= {name for line in lines if (name := line.partition("#")[0].strip())}
        longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        _OF_NAMES[course] = re.compile(rf"\b(?:{longest_first})\b", re.IGNORECASE) if names else None
    return _OF_NAMES[course]


@rule(
    "M27",
    severity="warning",
    scope="item",
    id='{code}: singkatan "{word}" ({lang}) tidak ada dalam glosarium; tulis kepanjangannya atau daftarkan',
    en='{code}: the acronym "{word}" ({lang}) is not in the glossary; write it out, or enter it there',
)
def known_acronyms(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """An acronym is in the glossary, or the item says what it stands for.

    Who stumbles over letters cannot show what they know. Known are the acronyms of glossary terms and of the laws in
    laws.yml, those that everybody knows (`acronyms` in check/data/LANG/items.yml: UU, KTP, QR, …), Roman numerals,
    words in capitals for emphasis, and what stands in parentheses behind its words: "unit layanan terpadu (ULT)".
    Passages quoted as evidence belong to the lesson and are not looked at.

    Bad: "Siapa yang menandatangani BASTP?"
    Good: "Siapa yang menandatangani berita acara serah terima (BAST)?"
    """
    texts = context.texts(item)
    known = _known(context.course)
    for lang, joined in texts.joined.items():
        unknown = {word for word in _ACRONYM.findall(joined) if word not in known and not _ROMAN.fullmatch(word)}
        for word in sorted(each for each in unknown if not _is_word(each, lang) and f"({each})" not in joined):
            for path, text in texts.texts:
                if path != ("evidence", "quote") and re.search(rf"\b{word}\b", text.get(lang, "")):
                    yield found(item.place(*path, lang), lang=lang, word=word)
                    break


def _is_word(word: str, lang: str) -> bool:
    """A word in capitals for emphasis: BUKAN, NOT, TIDAK."""
    lower = word.lower()
    return any(lower in words for words in (word_set(lang, "stopwords"), item_word_set(lang, "denials")))


def _known(course: Course) -> frozenset[str]:
    if course not in _KNOWN:
        texts = [
            text for entry in course.glossary.values() for text in (*entry.term.values(), *entry.definition.values())
        ]
        texts += [text for law in course.laws.values() for text in (*law.short.values(), *law.title.values())]
        _KNOWN[course] = frozenset(_ACRONYM.findall("\n".join(texts))) | _allowed(course.codes)
    return _KNOWN[course]


@cache
def _allowed(langs: tuple[str, ...]) -> frozenset[str]:
    """Of all languages together: Indonesian short names turn up in English texts."""
    return frozenset(word for lang in langs for word in item_words(lang).get("acronyms", ()))
