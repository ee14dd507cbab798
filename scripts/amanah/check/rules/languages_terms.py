"""L03, L09: every text is in its own language, with the words of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from amanah.check.context import Context, TextPath
from amanah.check.item_view import view, words_in
from amanah.check.item_words import item_word_set
from amanah.check.registry import found, rule
from amanah.course.course import Course
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item, SituationalJudgement

ENOUGH_WORDS, TWICE = 5, 2
_WORD = re.compile(r"[a-z]+")
_IN_PARENTHESES = re.compile(r"\s*\([^)]*\)")
Terms = dict[str, list[tuple[re.Pattern[str], str, str]]]
_FORBIDDEN: WeakKeyDictionary[Course, Terms] = WeakKeyDictionary()
_PAIRS: WeakKeyDictionary[Course, Terms] = WeakKeyDictionary()


@rule(
    "L03",
    severity="warning",
    scope="item",
    id="{code}: teks ini tertulis di bawah {lang}, tetapi bahasanya tampak {other}; tukar atau terjemahkan",
    en="{code}: this text stands under {lang}, but its language looks like {other}; swap it or translate it",
)
def own_language(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A text is written in the language under which it stands.

    Two lines that were swapped are easily overlooked by somebody who reads both languages. Counted are the small words
    of each language (yang, dan, di; the, of, and) in texts of five words or more; it speaks if another language has two
    or more and at least twice as many as its own.

    Bad: `text: {id: "The promise is on the wall", en: "Janji itu ada di dinding"}`
    Good: `text: {id: "Janji itu ada di dinding", en: "The promise is on the wall"}`
    """
    languages = [lang for lang in context.languages if item_word_set(lang, "function_words")]
    small = {lang: item_word_set(lang, "function_words") for lang in languages}
    for path, text in context.texts(item).texts if len(languages) > 1 else ():
        for lang in languages:
            said = text.get(lang, "").lower()
            rough = said.split()  # marks still on them: quick, and good enough to see that there is nothing
            if len(rough) < ENOUGH_WORDS:
                continue
            for other in languages:
                if other == lang or small[other].isdisjoint(rough):
                    continue
                words = words_in(said)
                foreign = sum(word in small[other] for word in words)
                if foreign >= TWICE and foreign >= TWICE * sum(word in small[lang] for word in words):
                    yield found(item.place(*path, lang), lang=lang, other=other)


@rule(
    "L09",
    severity={"": "error", "pair": "warning"},
    scope="item",
    id={
        "": '{code}: kursus ini tidak memakai "{word}" ({lang}) untuk "{term}"; pakai istilah glosarium',
        "pair": '{code}: teks {first_lang} memakai istilah "{term}", teks {lang} tidak memuat "{word}"; pakai itu',
    },
    en={
        "": '{code}: this course does not use "{word}" ({lang}) for "{term}"; use the term of the glossary',
        "pair": '{code}: the text in {first_lang} has the term "{term}", the one in {lang} lacks "{word}"; use it',
    },
)
def glossary_terms(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """Items use the terms of the glossary, the same pair in every language, and none of the words it forbids.

    One thing with two names looks like two things. Forbidden words (`forbidden` in glossary.yml) are not looked for in
    distractors, which may use them to show a misconception, nor in quotes. Pairs: a term of two words or more that
    stands in the default language, in stem or options, must have at least one word of its partner in the others.

    Bad: en "the edict" for maklumat pelayanan
    Good: en "the service declaration (maklumat)"
    """
    texts = context.texts(item)
    forbidden = _forbidden(context.course)
    wrong = {option.path for option in view(item).wrong if not isinstance(item, SituationalJudgement)}
    for lang, lowered in texts.lowered.items():
        for pattern, hint, term in forbidden.get(lang, ()):
            if hint not in lowered:
                continue
            for path, text in texts.texts:
                if path not in wrong and path[0] != "evidence" and (match := pattern.search(text.get(lang, ""))):
                    yield found(item.place(*path, lang), lang=lang, word=match[0], term=term)
    first = context.default_language
    for pattern, hint, key in _pairs(context.course).get(first, ()):
        if hint in texts.lowered.get(first, ""):
            for path, text in texts.texts:
                if _asked(path) and pattern.search(text.get(first, "")):
                    yield from _unpaired(item, path, text, key, context)


def _asked(path: TextPath) -> bool:
    return path == ("stem",) or path[-1] == "text"


def _unpaired(item: Item, path: TextPath, text: dict[str, str], key: str, context: Context) -> Iterator[Problem]:
    entry, first = context.course.glossary[key], context.default_language
    for lang in context.other_languages:
        partner, said = entry.term.get(lang, ""), text.get(lang, "").lower()
        stems = [word[:5] for word in _WORD.findall(partner.lower()) if len(word) > 2]
        if said and stems and not any(stem in said for stem in stems):
            values = {"term": entry.term[first], "word": partner, "lang": lang, "first_lang": first}
            yield found(item.place(*path, lang), "pair", **values)


def _forbidden(course: Course) -> Terms:
    """language → (pattern, what every text that matches holds, the term to use)."""
    if course not in _FORBIDDEN:
        terms: Terms = {}
        for entry in course.glossary.values():
            for lang, words in (entry.forbidden or {}).items():
                for word in words:
                    pattern = re.compile(rf"\b{re.escape(word)}(?:s|es|nya)?\b", re.IGNORECASE)
                    terms.setdefault(lang, []).append((pattern, word.lower(), entry.term.get(lang, entry.key)))
        _FORBIDDEN[course] = terms
    return _FORBIDDEN[course]


def _pairs(course: Course) -> Terms:
    """Default language → (pattern of a term of several words, its beginning, its key)."""
    if course not in _PAIRS:
        lang = course.default_language
        terms: Terms = {lang: []}
        for entry in course.glossary.values():
            term = _IN_PARENTHESES.sub("", entry.term.get(lang, ""))
            if " " in term:
                pattern = re.compile(rf"\b{re.escape(term)}(?:nya)?\b", re.IGNORECASE)
                terms[lang].append((pattern, term.lower(), entry.key))
        _PAIRS[course] = terms
    return _PAIRS[course]
