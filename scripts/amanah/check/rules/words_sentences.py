"""P19: sentences that can be said in one breath."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.page_words import page_words
from amanah.check.passages import GENERATED, count_words, passages, sentences
from amanah.check.registry import found, rule
from amanah.course.page import Page
from amanah.course.problem import Problem

LONGEST = 35
MEAN = 20
ENOUGH = 5
"""From this many sentences on a mean says something."""


@rule(
    "P19",
    severity="warning",
    scope="page",
    id={
        "long": 'kalimat ini {words} kata (paling banyak {most}): "{start}…"; bagi dua',
        "mean": "kalimat di halaman ini rata-rata {mean} kata (paling banyak {most}); bagi yang terpanjang",
    },
    en={
        "long": 'this sentence has {words} words (at most {most}): "{start}…"; make two of it',
        "mean": "the sentences of this page have {mean} words on average (at most {most}); divide the longest",
    },
)
def short_sentences(page: Page, context: Context) -> Iterator[Problem]:
    """No sentence has more than 35 words, and those of a page have at most 20 on average.

    Who reads on a phone, in a second language perhaps, loses the beginning of a long sentence before its end. Tables
    and headings have no sentences. A list entry is a text of its own; the full stop of an abbreviation that the
    language's data knows, or after a capital initial, ends no sentence.

    Bad: one sentence of 40 words
    Good: two of 20
    """
    if not page_words(page.lang).known or page.path in GENERATED:
        return
    lengths: list[int] = []
    for passage in passages(page):
        if passage.kind not in ("text", "list"):
            continue
        for sentence in sentences(passage.plain, page.lang):
            words = count_words(sentence)
            if words:
                lengths.append(words)
            if words > LONGEST:
                start = " ".join(sentence.split()[:5])
                yield found(passage.place, "long", words=words, most=LONGEST, start=start)
    if len(lengths) >= ENOUGH and sum(lengths) / len(lengths) > MEAN:
        yield found(page.place, "mean", mean=round(sum(lengths) / len(lengths)), most=MEAN)
