"""P26: what a picture says in words is in the language of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.page_words import page_words
from amanah.check.registry import found, rule
from amanah.course.page import Fence, Page
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.course.yaml_subset import read_yaml

FEWEST_WORDS = 5
_WORD = re.compile(r"[^\W\d_]+")
_FIELDS = ("title", "desc", "caption")


@rule(
    "P26",
    severity="warning",
    scope="page",
    id='teks gambar ini tampaknya berbahasa {other}, bukan {lang}: "{start}…"; terjemahkan',
    en='the words for this picture seem to be in {other}, not in {lang}: "{start}…"; translate them',
)
def pictures_in_the_language(page: Page, context: Context) -> Iterator[Problem]:
    """The alternative text of a picture, and a figure's title, description and caption, are in the page's language.

    They are heard, not seen, so nobody who can see notices that they were never translated. Judged by function words
    ("yang, dan, di", "the, of, and") from five words on: reported is a text that has at least two of another language
    and fewer of its own.

    Bad: ``![The queue is on the left of the counter](denah.png)`` on a page in Indonesian
    Good: ``![Antrean berada di sebelah kiri loket](denah.png)``
    """
    if not page_words(page.lang).known:
        return
    for place, text in _texts(page):
        if other := _language_of(text, page.lang, context.languages):
            yield found(place, lang=page.lang, other=other, start=" ".join(text.split()[:5]))


def _texts(page: Page) -> Iterator[tuple[Place, str]]:
    for image in page.images:
        yield image.place, image.alt
    for fence in page.fences:
        if fence.name == "figure":
            yield from _of_figure(fence)


def _of_figure(fence: Fence) -> Iterator[tuple[Place, str]]:
    tree = read_yaml(fence.body, fence.place.file, fence.body_place.line)
    if tree.problems or not isinstance(tree.data, dict):
        return  # P08 says what is wrong with it
    for field in _FIELDS:
        text = tree.data.get(field)
        if isinstance(text, str):
            place = tree.place((field,))
            yield Place(place.file, place.line, place.column + fence.body_place.column - 1), text


def _language_of(text: str, lang: str, languages: tuple[str, ...]) -> str:
    """The other language that the text is in, or "" if it is in its own, or too short to tell."""
    words = _WORD.findall(text.lower())
    if len(words) < FEWEST_WORDS:
        return ""
    own = sum(word in page_words(lang).function_words for word in words)
    scores = {
        code: sum(word in page_words(code).function_words for word in words) for code in languages if code != lang
    }
    best = max(scores, key=lambda code: scores[code], default="")
    return best if best and scores[best] >= 2 and scores[best] > own else ""
