"""M09, M10: the words of the key do not point at it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from amanah.check.context import Context
from amanah.check.item_view import view, words_in
from amanah.check.registry import found, rule
from amanah.check.stems import shared_words
from amanah.check.words import word_set, words
from amanah.course.course import Course
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item

LONG, FEW_OPTIONS = 5, 4
FEWEST_SHARED, TIMES_NEXT = 3, 1.5
_TOPIC: WeakKeyDictionary[Course, dict[str, frozenset[str]]] = WeakKeyDictionary()


@rule(
    "M09",
    severity="warning",
    scope="item",
    id='{code}: hanya kunci {key} ({lang}) yang mengulang kata pertanyaan ("{words}"); ganti kata itu, atau pakai juga '
    "dalam pengecoh",
    en='{code}: only the key {key} ({lang}) repeats words of the stem ("{words}"); use other words, or use them in a '
    "distractor too",
)
def clang(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """The key of a single choice is not the only option that takes up a word of the stem.

    Who knows nothing picks the option that sounds like the question. Words are compared in any form (pelayanan –
    melayani); short words, stopwords and the words of glossary terms in any form, which are the topic, do not count. It
    speaks only if no distractor repeats a word of the stem.

    Bad: "Siapa yang **menetapkan** standar?" – "Pejabat yang berwenang **menetapkannya**"
    Good: "Siapa yang menetapkan standar?" – "Kepala dinas"
    """
    seen = view(item)
    if seen.key is None:
        return
    for lang in context.languages:
        if not words(lang):
            continue
        stem = _content(seen.words("stem", lang), lang, context.course)
        if not stem:
            continue
        mine = shared_words(_content(seen.words(seen.key.key, lang), lang, context.course), stem, lang)
        mine = {word for word in mine if not any(word in seen.words(option.key, lang) for option in seen.wrong)}
        topic = _topic(context.course, lang)
        repeated = {word for word in mine if not shared_words((word,), topic, lang)}
        if not repeated:
            continue
        others = _content((word for o in seen.wrong for word in seen.words(o.key, lang)), lang, context.course)
        if not shared_words(others, stem, lang):
            values = {"key": seen.key.key, "lang": lang, "words": ", ".join(sorted(repeated))}
            yield found(item.place(*seen.key.path, lang), **values)


def _content(all_words: Iterable[str], lang: str, course: Course) -> set[str]:
    """The words with content of their own."""
    stop, topic = word_set(lang, "stopwords"), _topic(course, lang)
    long = {word for word in all_words if len(word) >= LONG and word.isalpha()}
    return long - stop - topic


def _topic(course: Course, lang: str) -> frozenset[str]:
    """The words of all terms of the glossary."""
    known = _TOPIC.setdefault(course, {})
    if lang not in known:
        terms = (entry.term.get(lang, "") for entry in course.glossary.values())
        known[lang] = frozenset(word for term in terms for word in words_in(term.lower()))
    return known[lang]


@rule(
    "M10",
    severity="warning",
    scope="item",
    id="{code}: kunci {key} ({lang}) memuat bagian dari hampir semua pilihan lain ({words}); ubah pengecoh",
    en="{code}: the key {key} ({lang}) holds a piece of nearly every other option ({words}); change the distractors",
)
def convergence(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """The key does not share more words with the other options than they share with each other.

    Distractors are often made by changing one part of the key at a time. Then the option that has most in common with
    the rest is the key. Counted are words of five letters or more and numbers that two options share and not all have;
    it speaks if the key shares some with two other options, leads with three or more, and has half as much again as the
    next.

    Bad: "kepala, 14 hari, tertulis" (key), "kepala, 30 hari", "camat, 14 hari", "camat, lisan, tertulis"
    Good: "kepala, tertulis" (key), "kepala, lisan", "camat, tertulis", "camat, lisan"
    """
    seen = view(item)
    if seen.key is None or len(seen.options) < FEW_OPTIONS:
        return
    for lang in context.languages:
        stop = word_set(lang, "stopwords")
        if not stop:
            continue
        options = {
            option.key: {w for w in seen.words(option.key, lang) if (len(w) >= LONG or w.isdigit()) and w not in stop}
            for option in seen.options
        }
        if sum(map(len, options.values())) - len(frozenset().union(*options.values())) < 2:
            continue  # quickly: no two words are shared
        counts = Counter(word for said in options.values() for word in said)
        shared = {word: count for word, count in counts.items() if 1 < count < len(options)}
        if len(shared) < 2:
            continue
        sums = {key: sum(shared[word] - 1 for word in said if word in shared) for key, said in options.items()}
        mine = sums.pop(seen.key.key)
        partners = sum(not options[key].isdisjoint(shared.keys() & options[seen.key.key]) for key in sums)
        if partners > 1 and mine >= FEWEST_SHARED and mine >= TIMES_NEXT * max(sums.values()):
            common = sorted(shared.keys() & options[seen.key.key])
            yield found(item.place(*seen.key.path, lang), key=seen.key.key, lang=lang, words=", ".join(common))
