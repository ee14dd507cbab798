"""What a result shows of its document: the sentence that holds most of what the document is about."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from .documents import Document
from .index import Index
from .roots import Roots

LOOKED_AT = 12  # sentences: what a section is about, it says early
LATER = 0.9  # a sentence counts so much of the one before it
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\s[A-Z]\.)[”\"’)]*\s+(?=[“‘\"(]?[A-Z0-9])")


def excerpts(documents: Sequence[Document], index: Index, roots: Roots, length: int) -> list[str]:
    """One excerpt of so many characters for each document; empty where it has no sentence."""
    weights = [dict[str, float]() for _ in documents]
    for root, postings in index.postings.items():
        rare = math.log(1 + len(documents) / len(postings))
        for number, weight in postings:
            weights[number][root] = rare * weight
    return [excerpt(document.prose, own, roots, length) for document, own in zip(documents, weights, strict=True)]


def excerpt(prose: Sequence[str], weights: Mapping[str, float], roots: Roots, length: int) -> str:
    """The best sentence, cut at a word; the first of equals."""
    sentences = [sentence for text in prose for sentence in _SENTENCE.split(text)][:LOOKED_AT]
    cut = [shorten(sentence, length) for sentence in sentences]
    worth = [_sum(weights, roots(text)) * LATER**place for place, text in enumerate(cut)]
    return cut[worth.index(max(worth))] if cut else ""


def _sum(weights: Mapping[str, float], roots: Iterable[str]) -> float:
    return sum(weights.get(root, 0.0) for root in sorted(set(roots)))  # sorted: the order changes the last digit


def shorten(text: str, length: int) -> str:
    """The text itself, or its beginning up to so many characters, with three dots."""
    if len(text) <= length:
        return text
    return text[: length + 1].rsplit(" ", 1)[0].rstrip(",;:–—( ") + " …"
