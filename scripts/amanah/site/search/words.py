"""Words of a text as the index and the dialog see them. overrides/assets/search/roots.js takes queries apart alike."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case, without accents."""
    if text.isascii():
        return text.lower()
    return "".join(char for char in unicodedata.normalize("NFKD", text).lower() if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """The words in their order, folded; single letters are none, single digits are."""
    return [word for word in _WORD.findall(fold(text)) if len(word) > 1 or word.isdigit()]
