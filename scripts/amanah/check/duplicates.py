"""Items that say nearly the same, found without comparing each with each.

Two texts are compared by the runs of five letters they share (Jaccard) and, so that the same few words in another order
are no duplicate, by their runs of three words. To stay linear, a text is only compared with those that share some of
its rarest runs of words, and of the texts that have a run only with the latest few. Limit: where every third word is
another one, no run of words is left, and the two are not found.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice

SIZE = 5
RAREST = 24
LATEST = 8
SHARED = 2
SHORTEST = 25
ORDER = 0.25
_MARKS = re.compile(r"[\W_]+")


def bare(text: str) -> str:
    """The text in lower case and without punctuation."""
    return _MARKS.sub(" ", text.lower()).strip()


@lru_cache(maxsize=4096)
def shingles(text: str) -> frozenset[str]:
    """The runs of five letters of a bare text."""
    return frozenset([text[start : start + SIZE] for start in range(max(1, len(text) - SIZE + 1))])


def numbered_runs(texts: Iterable[str]) -> Iterator[array[int]]:
    """The different runs of three words of each bare text, every run as one number: eight bytes, not a tuple."""
    known: dict[str, int] = {}
    for text in texts:
        words = [known.setdefault(word, len(known)) for word in text.split()]
        yield array("Q", {a << 42 | b << 21 | c for a, b, c in zip(words, words[1:], words[2:], strict=False)})


def jaccard(first: frozenset[object], second: frozenset[object]) -> float:
    """Shared part of two sets, 0 to 1."""
    return _part(len(first & second), len(first), len(second))


def _part(common: int, first: int, second: int) -> float:
    return common / max(first + second - common, 1)


def near_duplicates(texts: Sequence[str], least: float) -> Iterator[tuple[int, int, float]]:
    """(later, earlier, how alike 0–1) for each text that is at least so alike to one before it: the most alike one."""
    plain = [bare(text) for text in texts]
    all_runs = list(numbered_runs(plain))
    ordered = sorted(chain.from_iterable(all_runs))
    times = Counter(run for run, following in zip(ordered, islice(ordered, 1, None), strict=False) if run == following)
    del ordered
    runs = [frozenset(run for run in each if run in times) for each in all_runs]  # those that others have too
    latest: defaultdict[int, list[int]] = defaultdict(list)
    same: dict[str, int] = {}
    for number, text in enumerate(plain):
        if text in same:
            yield number, same[text], 1.0
            continue
        same[text] = number
        rare = sorted([(times[run], run) for run in runs[number]])[:RAREST]
        candidates = Counter(chain.from_iterable(latest[run][-LATEST:] for _, run in rare))
        alike = [
            (_alike(text, plain[candidate]), -candidate)
            for candidate, shared in candidates.items()
            if shared >= SHARED
            and _part(len(runs[number] & runs[candidate]), len(all_runs[number]), len(all_runs[candidate])) >= ORDER
        ]
        if alike and max(alike)[0] >= least:
            yield number, -max(alike)[1], max(alike)[0]
        for _, run in rare:
            latest[run].append(number)


def _alike(first: str, second: str) -> float:
    """How alike two texts are; those with hardly a word are not."""
    if min(len(first), len(second)) < SHORTEST:
        return 0.0
    return jaccard(shingles(first), shingles(second))
