"""How a citation reads in a language: "Banerjee dkk. (2018)", "UU 25/2009 Pasal 44 ayat (3)"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from amanah.course.problem import Text
from amanah.course.references import Reference, shown_name

_PART = re.compile(
    r"(?P<number>\d+[A-Z]*)?(?P<paragraph>\(\d+[a-z]?\))?(?P<letter>\([a-z]{1,2}\)|[a-z]{1,2})?(?P<point>\d+)?"
)


def author_year(reference: Reference, words: Mapping[str, str]) -> str:
    """ "Banerjee dkk. (2018)"; ``words`` holds one language's ``cite.et-al``, ``cite.and`` and ``cite.no-date``."""
    return f"{authors(reference, words)} ({year(reference, words)})"


def authors(reference: Reference, words: Mapping[str, str]) -> str:
    """One or two family names, or the first and "dkk."; without authors the institution or the title."""
    families = [family for family, _ in reference.authors]
    if not families:
        return shown_name(reference)
    if families[-1] == "others":
        families = families[:-1] + [""] * 3
    if len(families) > 2:
        return f"{families[0]} {words.get('cite.et-al', 'et al.')}"
    return f" {words.get('cite.and', 'and')} ".join(families)


def year(reference: Reference, words: Mapping[str, str]) -> str:
    """The year with its suffix: "2018a", "t.t.", "t.t.-a"."""
    if reference.year:
        return reference.year + reference.suffix
    no_date = words.get("cite.no-date", "n.d.")
    return f"{no_date}-{reference.suffix}" if reference.suffix else no_date


def words_of(words: Mapping[str, Text], lang: str) -> dict[str, str]:
    """The interface words of one language; where it lacks one, the English word."""
    return {key: text.get(lang) or text.get("en", "") for key, text in words.items()}


# --- laws -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Style:
    """How a language writes the parts of an article; ``again`` stands before a further article in a list."""

    article: str
    articles: str
    again: str
    paragraph: str
    letter: str
    point: str
    both: str


_INDONESIAN = _Style("Pasal ", "Pasal ", "Pasal ", " ayat ({})", " huruf {}", " angka {}", " dan ")
_ENGLISH = _Style("Art. ", "Arts. ", "", "({})", "({})", "({})", " and ")


def law_label(short: Text, article: str | None, lang: str) -> str:
    """ "UU 25/2009 Pasal 44 ayat (3)" or "Law 25/2009 Art. 44(3)"; ``short`` is the law's short title.

    Every language but Indonesian takes the English form.
    """
    name = short.get(lang) or short.get("en") or next(iter(short.values()), "")
    return f"{name} {article_label(article, lang)}" if article else name


def article_label(article: str, lang: str) -> str:
    """ "Pasal 44 ayat (3)"; an article that is not written as ``is_article`` asks is printed as it stands."""
    if not is_article(article):
        return article
    style = _INDONESIAN if lang == "id" else _ENGLISH
    number = ""
    numbers = 0
    pieces: list[str] = []
    for group in article.split(","):
        shown = ""
        for part in group.split("-"):
            found = _PART.fullmatch(part)
            assert found is not None
            new = found["number"] if found["number"] != number else None
            number = found["number"] or number
            numbers += new is not None
            text = _part(found, number, style)
            if new:
                simple = shown.isalnum() and not text
                text = (style.again if numbers > 1 and not simple else "") + new + text
            # After a dash the word is not said again: "ayat (2)–(4)".
            shown = f"{shown}–{text if new else text.split()[-1]}" if shown else text.strip()
        pieces.append(shown)
    listed = ", ".join(pieces[:-1]) + style.both + pieces[-1] if len(pieces) > 1 else pieces[0]
    return (style.articles if numbers > 1 else style.article) + listed


def _part(found: re.Match[str], number: str, style: _Style) -> str:
    """What follows the article's number."""
    text = ""
    if found["paragraph"]:
        # The definitions of article 1 are numbered points, not paragraphs.
        text += (style.point if number == "1" else style.paragraph).format(found["paragraph"].strip("()"))
    if found["letter"]:
        text += style.letter.format(found["letter"].strip("()"))
    return text + (style.point.format(found["point"]) if found["point"] else "")


def is_article(article: str) -> bool:
    """Whether it is written as the register writes articles: 21, 15a, 12B, 44(3), 20(1)a, 54-58, 20(2),(4)."""
    parts = [part for group in article.split(",") for part in group.split("-")]
    return parts[0][:1].isdigit() and all(part and _PART.fullmatch(part) for part in parts)


def article_order(article: str) -> tuple[int, str, int, str]:
    """Sorts 4, 12, 12B, 44(3), 44(10) the way a law does."""
    found = re.match(r"(\d+)([A-Z]*)(?:\((\d+)\))?(.*)", article)
    if not found:
        return (10**6, article, 0, "")
    return int(found[1]), found[2], int(found[3] or 0), found[4]
