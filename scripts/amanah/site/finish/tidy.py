"""Takes out of a page what nobody reads: comments, indentation, blank lines. Spelled-out words stay on one line."""

from __future__ import annotations

import re

# Text inside these elements is kept as it is.
_KEEP = re.compile(r"(<(?:pre|textarea|script|style)\b.*?</(?:pre|textarea|script|style)>)", re.S)
_COMMENT = re.compile(r"<!--(?!csp-->).*?-->", re.S)
_SPACES = re.compile(r"^[ \t]+|[ \t]+$", re.M)
_BLANK = re.compile(r"\n\s*\n")
_SPELLED = re.compile(r"\b(?:[A-Z]-){2,}[A-Z]\b")  # A-M-A-N-A-H


def tidy(html: str) -> str:
    """Returns the page without them. Of its text only the hyphens of a spelled-out word change."""
    parts = _KEEP.split(html)  # text, kept element, text, …
    return "".join(part if index % 2 else _squeeze(part) for index, part in enumerate(parts)).lstrip()


def _squeeze(text: str) -> str:
    text = _BLANK.sub("\n", _SPACES.sub("", _COMMENT.sub("", text)))
    return _SPELLED.sub(lambda word: word[0].replace("-", "\N{NON-BREAKING HYPHEN}"), text)
