"""L05: laws named in items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.law_names import LawName, law_names, unregistered
from amanah.check.registry import found, rule
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item

_YEAR = re.compile(r"(?:19|20)\d\d")


@rule(
    "L05",
    severity="error",
    scope="item",
    id={
        "differ": "{code}: teks {lang} menyebut {name}, teks {other} tidak; samakan",
        "unknown": "{code}: {name} ({lang}) tidak ada dalam laws.yml; periksa nomor dan tahunnya, atau daftarkan",
    },
    en={
        "differ": "{code}: the text in {lang} names {name}, the one in {other} does not; make them agree",
        "unknown": "{code}: {name} ({lang}) is not in laws.yml; check its number and year, or enter it there",
    },
)
def laws_agree(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """A law that an item names is named in every language, and stands in laws.yml.

    "UU 25/2009", "Undang-Undang Nomor 25 Tahun 2009" and "Law No. 25 of 2009" are the same law; a number or year that
    differs sends one half of the readers to another law. The register says whether it is in force.

    Bad: `{id: "menurut PP 96/2012", en: "under Government Regulation 96/2021"}`
    Good: `{id: "menurut PP 96/2012", en: "under Government Regulation 96/2012"}`
    """
    texts = context.texts(item)
    if not any("20" in joined or "19" in joined for joined in texts.joined.values()):
        return
    first = context.default_language
    for path, text in texts.texts:
        named = {lang: list(law_names(said)) for lang, said in text.items() if _YEAR.search(said)}
        if not any(named.values()):
            continue
        for lang, names in named.items():
            for name in names:
                if path != ("evidence", "quote") and unregistered(name, context.course) is not None:
                    yield found(item.place(*path, lang), "unknown", lang=lang, name=name.text)
        for lang in context.other_languages:
            if first in text and lang in text:
                yield from _missing(item, path, lang, (named.get(lang, []), lang), (named.get(first, []), first))
                yield from _missing(item, path, lang, (named.get(first, []), first), (named.get(lang, []), lang))


def _missing(
    item: Item,
    path: tuple[str | int, ...],
    at: str,
    mine: tuple[list[LawName], str],
    other: tuple[list[LawName], str],
) -> Iterator[Problem]:
    """Every law that one language names and the other does not, once."""
    told = set()
    for name in mine[0]:
        law = (name.number, name.year)
        if law not in told and not any(_same(name, each) for each in other[0]):
            told.add(law)
            yield found(item.place(*path, at), "differ", lang=mine[1], name=name.text, other=other[1])


def _same(one: LawName, other: LawName) -> bool:
    """Kinds without a name of their own in the list fit every kind."""
    kinds_fit = not one.kind or not other.kind or one.kind == other.kind
    return kinds_fit and (one.number.casefold(), one.year) == (other.number.casefold(), other.year)
