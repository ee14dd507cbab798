"""The little Markdown that item texts may carry: **bold**, *emphasis*, `code`. Everything else is text."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_CODE = re.compile(r"`([^`]+)`")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])")
# The questions stand in fences, which smarty does not reach.
_TYPOGRAPHY = (
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"---"), "—"),
    (re.compile(r"--"), "–"),
    (re.compile(r'((?:^|[\s(\[{–—/‘“])\**)"'), r"\1“"),
    (re.compile(r'"'), "”"),
    (re.compile(r"((?:^|[\s(\[{–—/“])\**)'"), r"\1‘"),
    (re.compile(r"'"), "’"),
)
_SENTENCE_END = re.compile(r'(?<=[.!?])["”’]?\s+(?=["“‘A-ZÀ-Þ])')
LONG_STEM = 30  # words; a longer stem is a scene with a question at its end
SHORT_REMARK = 6  # words; a last sentence as short as this, and no question, is no task by itself


def typographic(text: str) -> str:
    """Curly quotes, dashes and the ellipsis, as smarty makes them in the rest of a page."""
    for pattern, replacement in _TYPOGRAPHY:
        text = pattern.sub(replacement, text)
    return text


def inline(text: str) -> Markup:
    """Escaped HTML of one line of item text."""
    parts = _CODE.split(text)  # odd parts are code
    html = []
    for index, part in enumerate(parts):
        if index % 2:
            html.append(f"<code>{escape(part)}</code>")
            continue
        marked = str(escape(typographic(part)))
        marked = _BOLD.sub(r"<strong>\1</strong>", marked)
        html.append(_EMPHASIS.sub(r"<em>\1</em>", marked))
    return Markup("".join(html))


def plain(text: str) -> str:
    """The same text without marks, for labels that only assistive technology reads."""
    return Markup(inline(text)).striptags()


def scene_and_question(stem: str) -> tuple[list[str], str]:
    """Splits a stem into the paragraphs of its scene and the question that is asked.

    A stem of several paragraphs asks in the last one; a single long paragraph asks in its last sentence, or in the one
    before it when a short remark ("One name is left over.") ends it. Only the looks depend on it (scene in the weight
    of text, question in that of a heading), never the words.
    """
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", stem.strip())]
    if len(paragraphs) == 1 and len(stem.split()) > LONG_STEM:
        ends = [match.end() for match in _SENTENCE_END.finditer(paragraphs[0])]
        last = paragraphs[0][ends[-1] :] if ends else ""
        if len(ends) > 1 and not last.endswith("?") and len(last.split()) <= SHORT_REMARK:
            ends.pop()
        if ends:
            paragraphs = [paragraphs[0][: ends[-1]].strip(), paragraphs[0][ends[-1] :].strip()]
    return paragraphs[:-1], paragraphs[-1]
