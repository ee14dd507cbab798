"""M24: a statement to judge as true or false."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from amanah.check.context import Context
from amanah.check.item_view import sentences, words_in
from amanah.check.item_words import item_words, phrases
from amanah.check.registry import found, rule
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item, TrueFalse


@rule(
    "M24",
    severity="warning",
    scope="item",
    id={
        "two": '{code}: pernyataan ({lang}) memuat dua hal ("{word}"); jadikan dua soal atau hapus satu',
        "absolute": '{code}: pernyataan yang salah ini ({lang}) memuat kata mutlak "{word}"; hapus kata itu',
    },
    en={
        "two": '{code}: the statement ({lang}) says two things ("{word}"); make two items or delete one',
        "absolute": '{code}: this false statement ({lang}) says "{word}"; delete that word',
    },
)
def one_statement(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A statement to judge says one thing, and a false one does not say "always".

    Of two things one may be true and the other false; what is then the answer? Absolute words mark a statement as
    false. Two things are two clauses, each with a subject and a verb, joined by "dan", "tetapi", "and", "but". Only the
    last sentence is judged: those before it tell the case. (Opinions are M22.)

    Bad: "Maklumat memuat janji dan penyelenggara wajib memasangnya di loket."
    Good: "Maklumat memuat janji penyelenggara."
    """
    if not isinstance(item, TrueFalse):
        return
    for lang in context.languages:
        statement = next(reversed(sentences(item.stem.get(lang, ""))), "")
        if "clauses" in item_words(lang) and (word := _joining(words_in(statement.lower()), lang)):
            yield found(item.place("stem", lang), "two", lang=lang, word=word)
        absolute = phrases(lang, "absolutes")
        if absolute and item.answer == "false" and (word := next(absolute.in_text(statement), "")):
            yield found(item.place("stem", lang), "absolute", lang=lang, word=word)


def _joining(words: list[str], lang: str) -> str:
    """The word that joins two clauses with a verb each, or ""."""
    data = _clauses(lang)
    verbs = [bool(data.verb.fullmatch(word)) and word not in data.no_verbs for word in words]
    for place, word in enumerate(words):
        if word in data.joins and any(verbs[:place]) and any(verbs[place + 1 :]):
            # a subject stands between: "dan petugas wajib", not "dan menjawab" or "dan janji yang wajib"
            subject = words[place + 1 : place + 1 + verbs[place + 1 :].index(True)]
            if subject and data.relatives.isdisjoint(subject):
                return word
    return ""


@dataclass(frozen=True)
class _Clauses:
    joins: frozenset[str]
    relatives: frozenset[str]
    verb: re.Pattern[str]
    no_verbs: frozenset[str]


@cache
def _clauses(lang: str) -> _Clauses:
    data = item_words(lang)["clauses"]
    words = (frozenset(data[name]) for name in ("join", "relative", "verb_except"))
    joins, relatives, no_verbs = words
    return _Clauses(joins, relatives, re.compile(data["verb"]), no_verbs)
