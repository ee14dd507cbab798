"""B07, B10: what is worth knowing about a bank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import LISTS, Item, MultipleChoice, SingleChoice

WORDS_A_MINUTE, SECONDS_AN_ITEM = 180, 30


def _start(bank: Bank) -> Place:
    return bank.tree.key_place(("items",))


@rule(
    "B07",
    severity="info",
    scope="bank",
    id={
        "tags": "{tagged} dari {total} pengecoh menyebut salah paham ({kinds} macam)",
        "once": "{tagged} dari {total} pengecoh menyebut salah paham ({kinds} macam); hanya sekali: {once}",
    },
    en={
        "tags": "{tagged} of {total} distractors name a misconception ({kinds} different ones)",
        "once": "{tagged} of {total} distractors name a misconception ({kinds} different ones); only once: {once}",
    },
)
def misconceptions(bank: Bank, context: Context) -> Iterator[Problem]:
    """A remark: how many distractors say which misconception they show, and which misconceptions turn up only once.

    A distractor that somebody really believes teaches; its tag tells a trainer what a group believes, but one item is
    not enough to say so. Silent where every distractor has a tag and every tag at least two distractors.

    Bad: 12 distractors, none with ``misconception``
    Good: ``misconception: maklumat-is-contract`` on two distractors or more
    """
    tags: list[str | None] = []
    for item in bank.items:
        if isinstance(item, SingleChoice | MultipleChoice):
            right = [item.answer] if isinstance(item.answer, str) else item.answer or []
            tags += [option.misconception for option in item.options if option.key not in right]
    named = Counter(tag for tag in tags if tag)
    once = sorted(tag for tag, times in named.items() if times == 1)
    if tags and (once or None in tags):
        values = {"tagged": sum(named.values()), "total": len(tags), "kinds": len(named), "once": ", ".join(once)}
        yield found(_start(bank), "once" if once else "tags", **values)


@rule(
    "B10",
    severity="info",
    scope="bank",
    id="kuis modul: {count} soal, kira-kira {minutes} menit ({each}); seluruh bank: {all_count} soal, {whole} menit",
    en="module quiz: {count} items, about {minutes} minutes ({each}); the bank: {all_count} items, {whole} minutes",
)
def estimated_time(bank: Bank, context: Context) -> Iterator[Problem]:
    """A remark: how long the quiz of a module takes.

    Reckoned are 180 words a minute for stems and options and half a minute of thought an item; the slowest language
    counts. A bank without items for the module quiz has none.

    Bad: a quiz page that promises 5 minutes for 15 items with cases
    Good: ``minutes: 20``
    """
    words = {lang: [_words(item, lang) for item in bank.items] for lang in context.languages}
    quiz = [number for number, item in enumerate(bank.items) if "module" in item.use]
    if not quiz or not words:
        return
    each = {lang: _minutes([counts[number] for number in quiz]) for lang, counts in words.items()}
    yield found(
        _start(bank),
        count=len(quiz),
        minutes=max(each.values()),
        each=", ".join(f"{lang} {minutes}" for lang, minutes in each.items()),
        all_count=len(bank.items),
        whole=max(_minutes(counts) for counts in words.values()),
    )


def _words(item: Item, lang: str) -> int:
    """How many words of an item a learner reads before answering."""
    texts = [item.stem, *(entry.text for name in LISTS[type(item)] for entry in getattr(item, name))]
    return sum(len(text.get(lang, "").split()) for text in texts)


def _minutes(words: list[int]) -> int:
    return max(1, round(sum(words) / WORDS_A_MINUTE + len(words) * SECONDS_AN_ITEM / 60))
