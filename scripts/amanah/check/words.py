"""The words of each language that rules look for, read from ``data/<language>.yml``.

A language without a file has no words: rules that need them leave it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"


def read_data(path: Path) -> dict[str, Any]:
    """A file of words, every scalar a string; empty where nobody has written it yet."""
    if not path.is_file():
        return {}
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return data


@cache
def words(lang: str) -> dict[str, Any]:
    """The data of one language, every scalar a string; empty where nobody has written it yet."""
    return read_data(DATA / f"{lang}.yml")


@cache
def word_set(lang: str, name: str) -> frozenset[str]:
    """One list of words, such as ``stopwords``."""
    return frozenset(words(lang).get(name, ()))


@cache
def starts_with(lang: str, name: str) -> re.Pattern[str] | None:
    """Matches a text that begins with one of the words or phrases of a list."""
    return _any_of(words(lang).get(name, ()), r"\W*(?:", r")\b")


@cache
def contains(lang: str, name: str) -> re.Pattern[str] | None:
    """Matches a text that holds one of the words or phrases of a list."""
    return _any_of(words(lang).get(name, ()), r"\b(?:", r")\b")


def _any_of(phrases: Iterable[str], before: str, after: str) -> re.Pattern[str] | None:
    longest_first = sorted(phrases, key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(before + "|".join(map(re.escape, longest_first)) + after, re.IGNORECASE)


_WORD_OR_HYPHEN = re.compile(r"[^\W\d_]+|-")
_TO_SPACE = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalpha() and sign != "-"})


def words_and_hyphens(text: str) -> list[str]:
    """The words of a text, with the hyphens between them; every other sign parts two words."""
    if text.isascii():  # the same, twice as fast
        return text.replace("-", " - ").translate(_TO_SPACE).split()
    return _WORD_OR_HYPHEN.findall(text)
