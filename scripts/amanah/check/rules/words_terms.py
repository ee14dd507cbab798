"""P22, P23: words as the glossary and the spelling list have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from amanah.check.context import Context
from amanah.check.page_words import page_words
from amanah.check.passages import passages
from amanah.check.registry import found, rule
from amanah.check.spelling import spelling
from amanah.check.words import words_and_hyphens
from amanah.course.page import Page
from amanah.course.problem import Problem

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"|«[^«»]*»|^[ \t]*>[^\n]*", re.MULTILINE)


@rule(
    "P22",
    severity="warning",
    scope="page",
    id='glosarium tidak memakai "{said}"; tulis "{term}"',
    en='the glossary does not use "{said}"; write "{term}"',
)
def terms_as_in_the_glossary(page: Page, context: Context) -> Iterator[Problem]:
    """No page uses a word that the glossary forbids for one of its terms.

    Two words for one thing look like two things to a reader who learns. What stands in quotation marks, in a block
    quote, in code or in a fence other than a law card is somebody else's word and is left alone.

    Bad: "within 5 business days" where the glossary has working day, and forbids business day
    Good: "within 5 working days"
    """
    forbidden: dict[str, str] = {}
    for entry in context.course.glossary.values():
        for variant in (entry.forbidden or {}).get(page.lang, ()):
            forbidden[" ".join(variant.lower().split())] = entry.term.get(page.lang, entry.key)
    if not forbidden:
        return
    pattern = _any_of(tuple(sorted(forbidden, key=len, reverse=True)), page_words(page.lang).endings)
    for match in pattern.finditer(_without_quotes(page.prose)):
        said = " ".join(match[0].split())
        term = forbidden[" ".join(match["word"].lower().split())]
        yield found(page.offset_place(match.start()), said=said, term=term)
    for term_used in page.terms:
        if term_used.text and (shown := pattern.search(term_used.text)):
            term = forbidden[" ".join(shown["word"].lower().split())]
            yield found(term_used.place, said=shown[0], term=term)


@lru_cache(maxsize=32)
def _any_of(variants: tuple[str, ...], endings: str) -> re.Pattern[str]:
    alternatives = "|".join(r"\s+".join(map(re.escape, variant.split())) for variant in variants)
    return re.compile(rf"(?<![\w-])(?P<word>{alternatives})(?:{endings})?(?![\w-])", re.IGNORECASE)


def _without_quotes(prose: str) -> str:
    """The prose with everything quoted blanked, at the same places."""
    return _QUOTED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), prose)


@rule(
    "P23",
    severity="warning",
    scope="page",
    id={
        "": '"{wrong}" ditulis "{right}"',
        "twice": 'kata "{right}" tertulis dua kali berturut-turut; hapus satu',
    },
    en={
        "": '"{wrong}" is spelled "{right}"',
        "twice": 'the word "{right}" stands there twice in a row; delete one',
    },
)
def spelling_of_pages(page: Page, context: Context) -> Iterator[Problem]:
    """The prose of a page has none of the wrong spellings that the language's list names, and no word twice in a row.

    "Praktek", "resiko" and "di tulis" make a text about standards look careless. The list is data
    (``spelling.id.yml``) and the same that items are held to (L12); a language without a list is left alone. Words that
    are joined to another by a hyphen, links and code are not looked at; doubled words not in tables.

    Bad: "resiko", "antrian", "di tetapkan", "dimana", "yang yang"
    Good: "risiko", "antrean", "ditetapkan", "di mana", "orang-orang"
    """
    known = spelling(page.lang)
    if not known.in_sight(words_and_hyphens(page.prose.lower())):
        return
    for slip in known.slips(page.prose):
        yield found(page.offset_place(slip.offset), wrong=slip.wrong, right=slip.right)
    for passage in passages(page):
        if passage.kind in ("text", "list"):
            for slip in known.doubled(passage.plain):
                yield found(passage.place, "twice", right=slip.right)
