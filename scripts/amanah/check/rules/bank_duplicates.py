"""B06: items that ask the same."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.duplicates import near_duplicates
from amanah.check.registry import found, rule
from amanah.course.problem import Problem
from amanah.quiz.model import LISTS, Item

SAME, NEAR = 0.9, 0.6


@rule(
    "B06",
    severity={"same": "error", "near": "warning"},
    scope="all",
    id={
        "same": "{code}: soal ini sama dengan {other} ({percent}%); hapus atau tulis ulang salah satunya",
        "near": "{code}: soal ini hampir sama dengan {other} ({percent}%); tanyakan hal lain",
    },
    en={
        "same": "{code}: this item is the same as {other} ({percent}%); delete or rewrite one of them",
        "near": "{code}: this item is nearly the same as {other} ({percent}%); ask something else",
    },
)
def near_duplicate_items(context: Context) -> Iterator[Problem]:
    """No two items of all banks have nearly the same stem and options.

    A copied item counts twice in a score and makes two tests less different than they seem. Compared is what a learner
    reads, in the default language (in another where that is missing), by runs of five letters: from 60 percent on it is
    a warning, from 90 an error. Reasons and evidence are not compared.

    Bad: two stems that differ in one name
    Good: two items of one outcome with two cases
    """
    items = [item for _, item in context.items()]
    texts = [_seen(item, context.languages) for item in items]
    for later, earlier, alike in near_duplicates(texts, NEAR):
        item, other = items[later], items[earlier]
        if item.code == other.code:
            continue  # S05 says so
        variant = "same" if alike >= SAME else "near"
        yield found(item.place("stem"), variant, code=item.code, other=other.code, percent=int(alike * 100))


def _seen(item: Item, languages: tuple[str, ...]) -> str:
    """The stem and everything there is to choose from, in the first language that the stem is written in."""
    lang = next((code for code in languages if item.stem.get(code)), "")
    said = [item.stem.get(lang, "")]
    for name in LISTS[type(item)]:
        said += [entry.text.get(lang, "") for entry in getattr(item, name)]
    return " ".join(said)
