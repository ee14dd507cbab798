"""K16: a key that is to be hidden stays hidden."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.built import DATA, PAGES, BuiltFile, built_files, plain_words
from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.course.plain_text import plain
from amanah.course.problem import Problem
from amanah.quiz.model import Item

FEWEST_WORDS = 4


@rule(
    "K16",
    severity="error",
    scope="all",
    id={
        "attribute": (
            "{code}: bank menyembunyikan kunci, tetapi formulirnya memuat {name}; hapus folder site, lalu bangun lagi"
        ),
        "reason": (
            '{code}: bank menyembunyikan kunci, tetapi alasan "{words}" ada di sini; hapus folder '
            "site, lalu bangun lagi"
        ),
    },
    en={
        "attribute": (
            "{code}: the bank hides its keys, but {name} stands here; delete the folder site and build it again"
        ),
        "reason": (
            '{code}: the bank hides its keys, but the reason "{words}" stands here; delete the folder '
            "site and build again"
        ),
    },
)
def hidden_keys(context: Context) -> Iterator[Problem]:
    """The built site does not hold the keys of a bank that says `hide_key: true`.

    Looked at are the pages, scripts, data files and packages below ROOT/site, if it has been built: the attributes by
    which a script grades (data-ok, data-v …) in the form of the item, entries of data files that name its answer, and
    the texts of its reasons. Reasons of fewer than four words are not looked for: other pages may say the same.

    Bad: `hide_key: true`, and the page has `<li data-k="b" data-ok="1">`
    Good: `hide_key: true`, and the form on the page has options only
    """
    graded = [item for bank in context.banks if bank.hide_key for item in bank.items if item.graded]
    hidden = [(item, list(_reasons(item))) for item in graded]
    for file in built_files(context.root) if hidden else ():
        for item, reasons in hidden:
            yield from _told(file, item, reasons)


def _told(file: BuiltFile, item: Item, reasons: list[str]) -> Iterator[Problem]:
    told = file.telling_attribute(item.code) if file.name.endswith(PAGES) else None
    if file.name.endswith(DATA):
        told = file.telling_data(item.code)
    if told:
        yield found(file.place(told[0]), "attribute", code=item.code, name=told[1])
    reason = next((reason for reason in reasons if reason in file.words), None)
    if reason:
        index = max(file.text.find(item.code), 0)
        yield found(file.place(index), "reason", code=item.code, words=reason[:40])


def _reasons(item: Item) -> Iterator[str]:
    for path, text in item.texts():
        if "why" in path:
            for words in map(plain_words, map(plain, text.values())):
                if len(words.split()) >= FEWEST_WORDS:
                    yield words
