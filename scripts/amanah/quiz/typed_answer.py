"""What a reviewer types, as an answer: `b` · `a c` · `a=2 b=1` · `c a b d` · `78,47` · `best=a never=d`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from amanah.quiz.agreement import AnswerValue, fold, parse_number
from amanah.quiz.asking import Asked, Choice

_PAIR = re.compile(r"\s*(?:=|:|->|→)\s*")
_BREAKS = re.compile(r"[\s,;>]+")
_TRUE = {"true", "benar", "betul"}
_FALSE = {"false", "salah"}  # no single letters: b is "benar" to some, an option to others
_BEST = {"best", "terbaik"}
_NEVER = {"never", "jangan"}


@dataclass(frozen=True, slots=True)
class AnswerError(Exception):
    """The typed text is no answer to this item; `variant` names a sentence of `review_words`."""

    variant: str
    values: dict[str, str] = field(default_factory=dict)


def parse_answer(asked: Asked, typed: str) -> AnswerValue:
    """The answer that `typed` stands for, with the keys of the bank. Raises AnswerError."""
    typed = typed.strip()
    if not typed:
        raise AnswerError("nothing")
    match asked.type:
        case "single-choice":
            return _one(typed, asked.left)
        case "multiple-choice":
            return _several(typed, asked.left)
        case "true-false":
            return _true_or_false(typed)
        case "ordering":
            return _order(typed, asked.left)
        case "matching" | "categorise":
            return _pairs(typed, asked)
        case "numeric":
            if parse_number(typed) is None:
                raise AnswerError("no-number", {"typed": typed})
            return typed
        case "short-answer":
            if not fold(typed):
                raise AnswerError("nothing")
            return typed
        case "situational-judgement":
            return _judgement(typed, asked.left)
    raise AnswerError("not-asked")


def _one(typed: str, choices: tuple[Choice, ...]) -> str:
    name = typed.rstrip(").").casefold()
    for choice in choices:
        if choice.label.casefold() == name:
            return choice.key
    raise AnswerError("no-choice", {"typed": typed, "choices": _labels(choices)})


def _words(typed: str) -> list[str]:
    return [word for word in _BREAKS.split(typed) if word]


def _several(typed: str, choices: tuple[Choice, ...]) -> list[str]:
    keys = [_one(word, choices) for word in _words(typed)]
    _no_doubles(keys, _words(typed))
    return sorted(keys)


def _true_or_false(typed: str) -> str:
    word = typed.rstrip(".").casefold()
    if word in _TRUE:
        return "true"
    if word in _FALSE:
        return "false"
    raise AnswerError("no-truth", {"typed": typed})


def _order(typed: str, choices: tuple[Choice, ...]) -> list[str]:
    keys = [_one(word, choices) for word in _words(typed)]
    _no_doubles(keys, _words(typed))
    _all_there(keys, choices)
    return keys


def _pairs(typed: str, asked: Asked) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for word in _words(_PAIR.sub("=", typed)):
        left, equals, right = word.partition("=")
        if not (left and equals and right):
            raise AnswerError("no-pair", {"typed": word})
        key = _one(left, asked.left)
        if key in pairs:
            raise AnswerError("twice", {"typed": left})
        pairs[key] = _one(right, asked.right)
    _all_there(list(pairs), asked.left)
    return pairs


def _judgement(typed: str, choices: tuple[Choice, ...]) -> dict[str, str]:
    answer: dict[str, str] = {}
    for word in _words(_PAIR.sub("=", typed)):
        name, _, label = word.partition("=")
        part = "best" if name.casefold() in _BEST else "never" if name.casefold() in _NEVER else ""
        if not part or not label or part in answer:
            raise AnswerError("no-judgement", {"typed": typed})
        answer[part] = _one(label, choices)
    if len(answer) != 2 or answer["best"] == answer["never"]:
        raise AnswerError("no-judgement", {"typed": typed})
    return answer


def _no_doubles(keys: list[str], words: list[str]) -> None:
    for index, key in enumerate(keys):
        if key in keys[:index]:
            raise AnswerError("twice", {"typed": words[index]})


def _all_there(keys: list[str], choices: tuple[Choice, ...]) -> None:
    missing = [choice.label for choice in choices if choice.key not in keys]
    if missing:
        raise AnswerError("missing", {"missing": ", ".join(missing)})


def _labels(choices: tuple[Choice, ...]) -> str:
    return ", ".join(choice.label for choice in choices)
