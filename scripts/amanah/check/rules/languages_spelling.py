"""L12: spelling."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.check.spelling import spelling
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item


@rule(
    "L12",
    severity="warning",
    scope="item",
    id={
        "": '{code}: ejaan ({lang}): "{written}"; tulis "{right}"',
        "twice": '{code}: kata berulang ({lang}): "{written}"; hapus satu, atau tulis dengan tanda hubung',
    },
    en={
        "": '{code}: spelling ({lang}): "{written}"; write "{right}"',
        "twice": '{code}: a word twice ({lang}): "{written}"; delete one, or join them with a hyphen',
    },
)
def misspelt(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """Words are spelt as EYD and KBBI have it, and none stands there twice.

    Old and spoken spellings (praktek, resiko, ijin), prefixes written apart (di buat), prepositions written as prefixes
    (dirumah) and "non -" make a course on good service look careless. The list is check/data/spelling.LANG.yml; a word
    that is right in its sense there ("sangsi" for doubt) is waived with that reason. Quoted evidence is the lesson's.

    Bad: "Resikonya di tulis dirumah"
    Good: "Risikonya ditulis di rumah"
    """
    texts = context.texts(item)
    for lang, words in texts.words.items():
        checked = spelling(lang)
        for (path, text), said_words in zip(texts.texts, words, strict=True) if checked.known else ():
            if path[0] == "evidence" or not checked.in_sight(said_words):
                continue
            said = text.get(lang, "")
            for slip in checked.slips(said):
                yield found(item.place(*path, lang), lang=lang, written=slip.wrong, right=slip.right)
            for slip in checked.doubled(said):
                yield found(item.place(*path, lang), "twice", lang=lang, written=slip.wrong)
