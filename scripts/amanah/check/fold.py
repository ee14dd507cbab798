"""Two texts that a reader takes for the same must compare as equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from amanah.check.numbers import habits
from amanah.check.words import word_set, words

# "%", "/" and signs carry meaning between two options; every other mark is only punctuation.
_DROPPED = re.compile(r"[^\w%/+−<>=≤≥×÷]+|_+")
_OPENING = "*_“\"'( "
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")


def fold(text: str, lang: str) -> str:
    """The text without what does not tell two options apart: case, spaces, punctuation, the way a number is written."""
    if _DIGIT.search(text) and words(lang):
        text = _same_numbers(text, lang)
    folded = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return _DROPPED.sub(" ", _keep_minus(folded)).strip() or folded.strip()


def may_fold_alike(first: str, second: str) -> bool:
    """Whether it is worth folding two texts: marks and spaces make up for a few characters, not for another start."""
    if abs(len(first) - len(second)) > 8:
        return False
    return first.lstrip(_OPENING)[:3].lower() == second.lstrip(_OPENING)[:3].lower()


def _keep_minus(text: str) -> str:
    return re.sub(r"(?<![\w)])-(?=\d)", "−", text) if "-" in text else text


def _same_numbers(text: str, lang: str) -> str:
    """1.000,50 → 1000/5 in Indonesian, 1,000.50 → 1000/5 in English; the mark only has to be the same."""
    group, decimal = habits(lang).words.group, habits(lang).words.decimal
    text = re.sub(rf"(?<=\d){re.escape(group)}(?=\d{{3}}(?!\d))", "", text) if group else text
    text = re.sub(rf"(\d){re.escape(decimal)}(\d*?)0*(?!\d)", r"\1/\2", text)
    return re.sub(r"(\d)/(?!\d)", r"\1", text)


def grams(text: str, lang: str) -> frozenset[str]:
    """The runs of five letters of the words that are not stopwords: near to comparing stems, without a stemmer."""
    stop = word_set(lang, "stopwords")
    return frozenset().union(*(_word_grams(word) for word in _WORD.findall(text.lower()) if word not in stop))


@lru_cache(maxsize=20_000)
def _word_grams(word: str, size: int = 5) -> frozenset[str]:
    return frozenset(word[start : start + size] for start in range(max(1, len(word) - size + 1)))


def jaccard(first: frozenset[str], second: frozenset[str]) -> float:
    """Shared part of two sets, 0 to 1."""
    return len(first & second) / len(first | second) if first and second else 0.0
