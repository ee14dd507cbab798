"""K12: the second key."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.check.second_key import Standing
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item, SituationalJudgement


@rule(
    "K12",
    severity={"differs": "error", "": "warning"},
    scope="item",
    id={
        "differs": "{code}: {reviewer} menjawab {answer}, kuncinya {key}; periksa soalnya, lalu minta dijawab lagi",
        "none": (
            "{code}: belum ada orang kedua yang menjawab soal ini; jalankan `amanah quiz review {bank} --reviewer NAMA`"
        ),
        "changed": "{code}: soal berubah sejak dijawab {reviewer}; minta dijawab lagi",
        "own": "{code}: hanya penulisnya ({reviewer}) yang menjawab soal ini; minta orang lain",
    },
    en={
        "differs": (
            "{code}: {reviewer} answered {answer}, the key says {key}; look at the item, then have it answered again"
        ),
        "none": "{code}: nobody else has answered this item yet; run `amanah quiz review {bank} --reviewer NAME`",
        "changed": "{code}: the item has changed since {reviewer} answered it; have it answered again",
        "own": "{code}: only its author ({reviewer}) has answered this item; ask somebody else",
    },
)
def second_key(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A second person, who did not see the key, gave the same answer.

    A wrong key is worse than a missing question, and its author is the last to see it. A review counts while the item
    stands as it was answered (code, type, stem, options); one that differs from the key is an error until the item is
    mended. The author's own answers do not count.

    Bad: key c, and a reviewer answered b
    Good: key c, and a reviewer answered c
    """
    verdict = context.verdict(item, bank)
    values = {"reviewer": verdict.reviewer, "bank": bank.module, "answer": verdict.answer, "key": verdict.key}
    if verdict.state is Standing.DIFFERS:
        graded = isinstance(item, SituationalJudgement)
        yield found(item.key_place("options") if graded else item.place("answer"), "differs", **values)
    elif verdict.state not in (Standing.CONFIRMED, Standing.NOT_GRADED):
        yield found(item.place("code"), verdict.state.value, **values)
