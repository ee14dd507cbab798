"""The index of one language: which root stands in which documents, and how much it says there.

A page is found by each of its words; of the sections of a page that share a word, only those stay that have it in
their heading and the one that says most about it. A phone fetches a third less, and a list of results shows hardly
more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from .documents import Document
from .roots import Roots

# How much a root says of a document: it stands in the text, it comes back there again and again, the heading has it.
IN_TEXT, OFTEN, IN_HEADING = 1, 2, 3
_OFTEN = 3  # times
_USUAL = 60  # words in a section


@dataclass(frozen=True, slots=True)
class Index:
    """``postings``: root → (number of the document, weight), ascending. ``lengths``: in words."""

    postings: dict[str, list[tuple[int, int]]]
    lengths: list[int]


def make_index(documents: Sequence[Document], roots: Roots) -> Index:
    """The index of the documents; their numbers are their places in the sequence."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    headings: list[frozenset[str]] = []
    lengths: list[int] = []
    for number, document in enumerate(documents):
        counted = Counter(roots(" ".join(document.text)))
        headings.append(frozenset(roots(document.heading or document.title)))
        lengths.append(counted.total())
        for root in counted.keys() | headings[-1]:
            found[root][number] = counted[root]
    postings = {}
    for root in sorted(found):
        kept = _kept(root, found[root], documents, headings, lengths)
        postings[root] = [(number, _weight(root, found[root][number], headings[number])) for number in sorted(kept)]
    return Index(postings, lengths)


def _weight(root: str, count: int, heading: frozenset[str]) -> int:
    return IN_HEADING if root in heading else OFTEN if count >= _OFTEN else IN_TEXT


def _kept(
    root: str,
    counts: dict[int, int],
    documents: Sequence[Document],
    headings: list[frozenset[str]],
    lengths: list[int],
) -> set[int]:
    best: dict[str, tuple[float, int]] = {}
    kept = set()
    for number, count in counts.items():
        document = documents[number]
        if document.alone or root in headings[number]:
            kept.add(number)
        # The share of BM25 that the number of words and the length of the text decide; the first of equals stays.
        score = (count / (count + 0.3 + 0.9 * lengths[number] / _USUAL), -number)
        if document.page not in best or score > best[document.page]:
            best[document.page] = score
    return kept | {-number for _, number in best.values()}
