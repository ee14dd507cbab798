"""M28, M29: an item gives nothing away to another, and a lesson nothing to an item."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from amanah.check.context import Context
from amanah.check.item_view import view, words_in
from amanah.check.registry import found, rule
from amanah.course.course import Course
from amanah.course.page import Page
from amanah.course.plain_text import normalise
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item

KEY_RUN = 5
LESSON_RUN = 12
HALF = LESSON_RUN // 2
Run = tuple[str, ...]
_TEXTS: WeakKeyDictionary[Course, dict[str, str]] = WeakKeyDictionary()


@rule(
    "M28",
    severity="info",
    scope="bank",
    id='{code}: pertanyaan ini ({lang}) memuat kunci soal {other} ("{words}"); pisahkan kuisnya',
    en='{code}: this stem ({lang}) holds the key of {other} ("{words}"); put them in different quizzes',
)
def keys_in_stems(bank: Bank, context: Context) -> Iterator[Problem]:
    """The key of an item does not stand in the stem of another item of the same quiz.

    Learners go back and forth in a quiz; one item then answers the other. Five words in a row count; keys of fewer
    words, most of them terms, are not looked at. A remark, since a quiz may show the two apart.

    Bad: key of m6-q03 "rancangan diumumkan paling lama lima hari"; the stem of m6-q09 says the same
    Good: m6-q09 stem "… rancangannya diumumkan …"
    """
    for lang in context.languages:
        keys: dict[Run, list[Item]] = {}
        for item in bank.items:
            key = view(item).key
            for run in _runs(words_in(key.text.get(lang, "").lower()), KEY_RUN) if key else ():
                keys.setdefault(run, []).append(item)
        for item in bank.items if keys else ():
            given: dict[str, str] = {}
            for run in _runs(words_in(item.stem.get(lang, "").lower()), KEY_RUN):
                for other in keys.get(run, ()):
                    if other is not item and not set(item.use).isdisjoint(other.use):
                        given.setdefault(other.code, " ".join(run))
            for code, words in given.items():
                yield found(item.place("stem", lang), code=item.code, lang=lang, other=code, words=words)


def _runs(words: list[str], length: int) -> Iterator[Run]:
    return zip(*(words[start:] for start in range(length)), strict=False)


@rule(
    "M29",
    severity="warning",
    scope="item",
    id='{code}: pertanyaan ({lang}) menyalin {count} kata dari pelajaran ("{words} …"); tulis dengan kata lain',
    en='{code}: the stem ({lang}) copies {count} words of the lesson ("{words} …"); say it in other words',
)
def copied_from_lesson(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A stem that asks for more than memory does not copy twelve words or more in a row from the lesson.

    Who recognises the sentence answers without having understood it. Looked at is the page of the evidence; items of
    the level "remember" may quote.

    Bad: stem "Janji berpindah alamat ketika warga tahu ke mana mengadu dan kapan dijawab. …"
    Good: the same thought in a case that the lesson does not tell
    """
    evidence = item.evidence
    if evidence is None or item.level == "remember":
        return
    for lang in context.languages:
        page = context.course.pages.get((lang, evidence.page))
        words = view(item).words("stem", lang)
        if page is None or len(words) < LESSON_RUN:
            continue
        start, end = _longest_copy(words, _text(page, context.course))
        if end - start >= LESSON_RUN:
            values = {"count": end - start, "words": " ".join(words[start : start + 6])}
            yield found(item.place("stem", lang), lang=lang, **values)


def _longest_copy(words: list[str], text: str) -> tuple[int, int]:
    """(start, end) of the longest run of words in the text, if it is LESSON_RUN words or longer.

    A run that long holds one of the halves that begin at a multiple of half its length, so only those are looked for.
    """
    best = (0, 0)
    for middle in range(0, len(words) - HALF + 1, HALF):
        if f" {' '.join(words[middle : middle + HALF])} " not in text:
            continue
        start, end = middle, middle + HALF
        while start > 0 and f" {' '.join(words[start - 1 : end])} " in text:
            start -= 1
        while end < len(words) and f" {' '.join(words[start : end + 1])} " in text:
            end += 1
        best = max(best, (start, end), key=lambda run: run[1] - run[0])
    return best


def _text(page: Page, course: Course) -> str:
    """The words of a page, lower-case, with single spaces between them and around."""
    known = _TEXTS.setdefault(course, {})
    if page.file not in known:
        known[page.file] = f" {' '.join(words_in(normalise(page.prose, page.term).lower()))} "
    return known[page.file]
