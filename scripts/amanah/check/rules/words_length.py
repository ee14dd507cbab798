"""P18, P25: how long a lesson is, and how long it says it takes."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.page_words import page_words
from amanah.check.registry import found, rule
from amanah.course.front_matter import Lesson, Quiz
from amanah.course.page import Page
from amanah.course.problem import Problem

WORDS_A_MINUTE = 180
MINUTES_AN_ITEM = 1.5
OFF_BY = 2.0
"""Silent reading at 180 words a minute leaves out the figures, the law cards and a tired reader: half of a lesson."""


@rule(
    "P18",
    severity="warning",
    scope="page",
    id={
        "short": "pelajaran ini {words} kata; dalam bahasa {lang} paling sedikit {bound}: tambah isi atau gabungkan",
        "long": "pelajaran ini {words} kata; dalam bahasa {lang} paling banyak {bound}: pangkas atau bagi dua",
    },
    en={
        "short": "this lesson has {words} words; in the language {lang} at least {bound}: add to it or join two",
        "long": "this lesson has {words} words; in the language {lang} at most {bound}: cut it or make two of it",
    },
)
def lesson_length(page: Page, context: Context) -> Iterator[Problem]:
    """A lesson has 900 to 1,300 words of prose; what says the same in another language may be longer.

    Less does not carry a case, an idea and its other side; more is not read to the end by somebody with ten minutes
    on a phone. Questions, figures, law cards, the worked dilemma and the sources are not counted. English needs 1.27
    times as many words, so its bounds are 1,150 and 1,650; each language has its own in its data.

    Bad: a lesson of 400 words
    Good: a lesson of 1,000 words
    """
    if not isinstance(page.front, Lesson):
        return
    fewest, most = page_words(page.lang).lesson_words
    words = page.words()
    if most and not fewest <= words <= most:
        variant, bound = ("short", fewest) if words < fewest else ("long", most)
        yield found(page.place, variant, words=words, lang=page.lang, bound=bound)


@rule(
    "P25",
    severity="warning",
    scope="page",
    id={
        "few": "minutes: {minutes} terlalu sedikit; {words} kata dan {items} soal perlu kira-kira {estimate} menit",
        "many": "minutes: {minutes} terlalu banyak; {words} kata dan {items} soal perlu kira-kira {estimate} menit",
    },
    en={
        "few": "minutes: {minutes} is too few; {words} words and {items} items take about {estimate} minutes",
        "many": "minutes: {minutes} is too many; {words} words and {items} items take about {estimate} minutes",
    },
)
def honest_minutes(page: Page, context: Context) -> Iterator[Problem]:
    """The minutes of a lesson or a quiz are at most twice and at least half of what its words and items take.

    Reckoned are 180 words a minute and a minute and a half an item. Figures, law cards and thinking come on top and
    differ, so only what is off by more than a factor of two is reported. A practice takes as long as its work takes
    and a module is a sum: they are not reckoned.

    Bad: ``minutes: 5`` on a lesson of 1,300 words with three items
    Good: ``minutes: 15``
    """
    if not isinstance(page.front, Lesson | Quiz) or not page_words(page.lang).known:
        return
    minutes, words = page.front.minutes, page.words()
    items = sum(len(fence.lines()) for fence in page.fences if fence.name in ("quiz", "recall"))
    estimate = words / WORDS_A_MINUTE + items * MINUTES_AN_ITEM
    if estimate / OFF_BY <= minutes <= max(estimate * OFF_BY, 1):
        return
    values = {"minutes": minutes, "words": words, "items": items, "estimate": max(round(estimate), 1)}
    yield found(page.front_place("minutes"), "few" if minutes < estimate else "many", **values)
