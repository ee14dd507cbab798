"""The index as text: small, the same every time, and quick to read in a browser (overrides/assets/search/index.js).

Terms are front-coded: how many letters are shared with the term before, then the rest. A posting is the distance to the
one before, in one or more characters, after a mark for its weight.
"""

from __future__ import annotations

import math
import string
from collections.abc import Iterable, Sequence

from .index import IN_HEADING, IN_TEXT, OFTEN

LOW = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"  # the last character of a number
HIGH = "$%&'()*+,./:;<=>?@[]^`{|"  # those before it
MARKS = {IN_TEXT: "", OFTEN: "!", IN_HEADING: "#"}
_SHARED = string.digits + string.ascii_lowercase


def front_coded(terms: Iterable[str]) -> str:
    """``adil``, ``adu`` → ``0adil 2u``. The terms are sorted and hold no space."""
    coded, before = [], ""
    for term in terms:
        shared = 0
        while shared < min(len(term), len(before), len(_SHARED) - 1) and term[shared] == before[shared]:
            shared += 1
        coded.append(_SHARED[shared] + term[shared:])
        before = term
    return " ".join(coded)


def number(value: int) -> str:
    """A number from 0 on: its last digit to the base 64, the digits before it to the base 24."""
    value, last = divmod(value, len(LOW))
    text = LOW[last]
    while value:
        value, digit = divmod(value - 1, len(HIGH))
        text = HIGH[digit] + text
    return text


def postings(entries: Sequence[tuple[int, int]]) -> str:
    """(number of a document, weight), ascending → marks and distances."""
    coded, before = [], -1
    for document, weight in entries:
        coded.append(MARKS[weight] + number(document - before - 1))
        before = document
    return "".join(coded)


def length(words: int) -> str:
    """A length to the nearest fourth root of two: ranking needs no more."""
    return LOW[min(len(LOW) - 1, round(4 * math.log2(words + 1)))]
