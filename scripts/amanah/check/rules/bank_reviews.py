"""B12: who wrote an item, who answered it, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.review import Review


@rule(
    "B12",
    severity="warning",
    scope="bank",
    id={
        "author": "soal bernilai tanpa penulis: {count} (mulai {code}); tulis author di awal bank",
        "reviewer": "jawaban untuk {code} tanpa nama penjawab; tulis reviewer di awal berkas ini",
        "date": '{code}: "{date}" bukan tanggal; tulis seperti 2026-11-24',
    },
    en={
        "author": "graded items without an author: {count} (from {code} on); write author at the top of the bank",
        "reviewer": "the answer to {code} has no name; write reviewer at the top of this file",
        "date": '{code}: "{date}" is no date; write it like 2026-11-24',
    },
)
def review_metadata(bank: Bank, context: Context) -> Iterator[Problem]:
    """Every graded item says who wrote it, and every answer of a second person says whose it is and from which day.

    Without an author nobody can tell whether the second key is a second person's; without a date, which law was in
    force then. That author and reviewer differ, and that there is an answer at all, K12 checks.

    Bad: a bank without ``author``; ``date: "24-11-2026"`` in a review
    Good: ``author: wulan``; ``reviewer: "Sari"`` and ``date: "2026-11-24"``
    """
    graded = [item for item in bank.items if item.graded]
    nobody = [item for item in graded if not (item.author or bank.author or "").strip()]
    if nobody:
        yield found(bank.tree.key_place(("items",)), "author", count=len(nobody), code=nobody[0].code)
    for review in context.reviews:
        nameless = not review.reviewer.strip()
        for item in graded:
            if (answer := review.answers.get(item.code)) is None:
                continue
            if nameless:
                yield found(_place(review, "reviewer"), "reviewer", code=item.code)
                nameless = False
            if not _is_date(answer.date):
                yield found(_place(review, "answers", item.code, "date"), "date", code=item.code, date=answer.date)


def _place(review: Review, *path: str) -> Place:
    return review.tree.place(path) if review.tree else review.place("")


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
