"""P21: what states a fact says where it is from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.law_names import law_names
from amanah.check.page_words import PageWords, page_words
from amanah.check.passages import Passage, passages, sentences
from amanah.check.registry import found, rule
from amanah.course.front_matter import Lesson
from amanah.course.page import SOURCES, Page
from amanah.course.problem import Problem

STORY = ("ask", "case", "next", "work", "country")
DILEMMA = "dilemma"
_CITED = re.compile(r"\[\s*@")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")


@rule(
    "P21",
    severity="warning",
    scope="page",
    id='"{claim}" menyatakan fakta tanpa sumber; tambahkan [@kunci] atau sebut sebagai data latihan: "{start}…"',
    en='"{claim}" states a fact without a source; add [@key], or say that it is practice data: "{start}…"',
)
def facts_have_sources(page: Page, context: Context) -> Iterator[Problem]:
    """Every paragraph of a lesson that states a fact has a citation or names a law by number and year.

    A figure, a year, a study or what a law demands is worth what its source is worth. A list entry or a table row is
    covered by the text that introduces it or by the heading row. Free are the blocks that tell or ask (``ask``,
    ``case``, ``next``, ``work``, ``country``), questions, words in quotation marks, numbers that only point
    ("langkah 3"), and a paragraph that says it is invented, reckoned or the authors' reading ("data latihan", "our
    reading"); in a worked ``dilemma`` only years, studies and law words count. Limits: numbers in words and facts
    without a number are not seen, and one citation covers its whole paragraph.

    Bad: "Penerima kartu mendapat subsidi 26 persen lebih banyak."
    Good: the same with ``[@banerjee2018]``
    """
    words = page_words(page.lang)
    if not isinstance(page.front, Lesson) or not words.known:
        return
    for passage in passages(page):
        if claim := _unsupported(passage, page.lang, words):
            start = " ".join(passage.plain.split()[:5])
            yield found(passage.place, claim=claim, start=start)


def _unsupported(passage: Passage, lang: str, words: PageWords) -> str:
    if passage.kind not in ("text", "list", "table") or passage.section == SOURCES:
        return ""
    if passage.kind == "table" and passage.heading_row:
        return ""
    if any(block in STORY for block in passage.inside):
        return ""
    claims = words.strong_claims if DILEMMA in passage.inside else words.claims
    if not claims.search(passage.plain) or _supported(passage, words):
        return ""
    for sentence in sentences(_QUOTED.sub(" ", passage.plain), lang):
        if sentence.rstrip().endswith("?"):
            continue
        if claim := claims.search(words.pointers.sub(" ", sentence)):
            return _whole_word(claim)
    return ""


def _supported(passage: Passage, words: PageWords) -> bool:
    both = f"{passage.lead}\n{passage.raw}"
    if _CITED.search(both) or words.own.search(both):
        return True
    return any(True for _ in law_names(both))


def _whole_word(match: re.Match[str]) -> str:
    """The claim with the rest of its number or word: "26", not "2"."""
    rest = re.compile(r"[\w.,]*\w").match(match.string, match.end())
    return match[0] + (rest[0] if rest else "")
