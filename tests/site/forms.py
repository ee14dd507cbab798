"""What the tests of questions on a page share: the types, the sample's quiz page, and looking into its forms."""

from __future__ import annotations

from pathlib import Path

from sample_site import render
from selectolax.lexbor import LexborHTMLParser, LexborNode

TYPES = [
    "single-choice",
    "multiple-choice",
    "true-false",
    "matching",
    "ordering",
    "categorise",
    "numeric",
    "situational-judgement",
    "short-answer",
    "reflection",
]
QUIZ = {"id": "id/course/6-sample/quiz.md", "en": "en/course/6-sample/quiz.md"}


def tree_of(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(html)


def form(course: Path, lang: str, code: str) -> LexborNode:
    found = tree_of(render(course, QUIZ[lang])).css_first(f"#{code}")
    assert found is not None
    return found


def words(node: LexborNode) -> str:
    return " ".join(node.text().split())
