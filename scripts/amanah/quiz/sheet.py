"""A sheet of items to be answered on paper or in an editor, and the answers that come back on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from amanah.quiz.agreement import AnswerValue
from amanah.quiz.asking import Asked, Choice
from amanah.quiz.review_words import WORDS, say
from amanah.quiz.typed_answer import AnswerError, parse_answer

_HEAD = re.compile(r"=== *(\S+) +\[([0-9a-f]{16})\] *")
_FIELD = re.compile(r"(reviewer|bank) *: *(.*)", re.IGNORECASE)
_ANSWER = re.compile(rf"(?:{'|'.join(WORDS['answer'].values())}) *:(.*)", re.IGNORECASE)


def question(asked: Asked, lang: str) -> str:
    """The item as text: stem, what to choose from, and how to write the answer."""
    lines = [asked.stem, ""]
    lines += _listed(asked.left)
    if asked.right:
        lines += ["", *_listed(asked.right)]
    if asked.left or asked.right:
        lines.append("")
    if asked.unit:
        lines.append(say("unit", lang, unit=asked.unit))
    lines.append(say(asked.type, lang))
    return "\n".join(lines)


def _listed(choices: Iterable[Choice]) -> list[str]:
    return [f"  {choice.label}) {choice.text}" for choice in choices]


def sheet(items: Iterable[Asked], reviewer: str, bank: str, lang: str) -> str:
    """A plain-text sheet for one reviewer. The fingerprint behind each code keeps answers off items that changed."""
    parts = [f"{say('sheet-head', lang)}\n\nreviewer: {reviewer}\nbank: {bank}\n"]
    for asked in items:
        head = f"=== {asked.code} [{asked.fingerprint}]"
        parts.append(f"{head}\n{question(asked, lang)}\n{say('answer', lang)}:\n")
    return "\n".join(parts)


@dataclass
class FilledSheet:
    """What a sheet holds. `bad` pairs a line number with a name and values for `say`."""

    reviewer: str = ""
    bank: str = ""
    answers: dict[str, AnswerValue] = field(default_factory=dict)
    bad: list[tuple[int, str, dict[str, str]]] = field(default_factory=list)


def read_sheet(text: str, items: Iterable[Asked]) -> FilledSheet:
    """The answers on a sheet to the items that this reviewer may answer. Never raises: what is wrong is in `bad`."""
    by_code = {asked.code: asked for asked in items}
    filled = FilledSheet()
    current: Asked | None = None
    in_items = False
    answered_at: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.strip()
        if line.startswith("==="):
            in_items = True
            current = _head(line, number, by_code, filled)
        elif not in_items and (found := _FIELD.fullmatch(line)):
            setattr(filled, found[1].lower(), found[2].strip())
        elif (found := _ANSWER.fullmatch(line)) and found[1].strip():
            if current is None:
                if not in_items:
                    filled.bad.append((number, "no-item", {}))
                continue  # under a head that was reported already
            if current.code in answered_at:
                values = {"code": current.code, "first": str(answered_at[current.code])}
                filled.bad.append((number, "answered-twice", values))
                continue
            answered_at[current.code] = number
            try:
                filled.answers[current.code] = parse_answer(current, found[1])
            except AnswerError as error:
                filled.bad.append((number, error.variant, error.values))
    return filled


def _head(line: str, number: int, by_code: dict[str, Asked], filled: FilledSheet) -> Asked | None:
    found = _HEAD.fullmatch(line)
    if not found:
        filled.bad.append((number, "broken-head", {}))
        return None
    asked = by_code.get(found[1])
    if asked is None:
        filled.bad.append((number, "unknown-code", {"code": found[1]}))
        return None
    if asked.fingerprint != found[2]:
        filled.bad.append((number, "changed", {"code": found[1]}))
        return None
    return asked
