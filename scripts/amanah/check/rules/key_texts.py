"""K04, K07, K09: options and accepted answers can be told apart, and every reason belongs to its option."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.fold import fold, may_fold_alike
from amanah.check.registry import found, rule
from amanah.check.words import starts_with
from amanah.course.problem import Problem, Text
from amanah.quiz.agreement import fold as as_compared
from amanah.quiz.bank import Bank
from amanah.quiz.model import LISTS, Item, MultipleChoice, ShortAnswer, SingleChoice, TrueFalse


@rule(
    "K04",
    severity="error",
    scope="item",
    id={
        "": "{code}: {field} {first} dan {second} sama dalam bahasa {lang}; tulis salah satunya kembali",
        "key": "{code}: kunci {first} dan pengecoh {second} sama dalam bahasa {lang}; tulis pengecohnya kembali",
    },
    en={
        "": "{code}: {field} {first} and {second} are the same in {lang}; write one of them anew",
        "key": "{code}: the key {first} and the distractor {second} are the same in {lang}; write the distractor anew",
    },
)
def options_differ(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """No two options are the same in any language.

    Capitals, spaces, punctuation and the way a number is written do not make a difference to a reader. In one language
    only it is worse: there the key equals a distractor and nobody who reads the other language notices.

    Bad: b `{id: "1.000 orang", …}` and c `{id: "1000 orang.", …}`
    Good: b `{id: "1.000 orang", …}` and c `{id: "10.000 orang", …}`
    """
    keys = _answer_keys(item)
    for field in LISTS[type(item)]:
        entries = getattr(item, field)
        for lang in context.languages:
            texts = [entry.text.get(lang, "") for entry in entries]
            if len({_letters(text) for text in texts}) == len(texts):
                continue  # quickly: what folds alike has the same letters
            folded = [fold(text, lang) for text in texts]
            if len(set(folded)) == len(folded):
                continue
            for index, text in enumerate(folded):
                earlier = folded.index(text)
                if not text or earlier == index:
                    continue
                pair = (entries[earlier].key, entries[index].key)
                variant = "key" if field == "options" and (pair[0] in keys) != (pair[1] in keys) else ""
                first, second = sorted(pair, key=lambda key: key not in keys) if variant else pair
                place = item.place(field, index, "text", lang)
                yield found(place, variant, field=field, first=first, second=second, lang=lang)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKC", text))).casefold()


def _answer_keys(item: Item) -> set[str]:
    if isinstance(item, SingleChoice):
        return {item.answer} if item.answer else set()
    return set(item.answer or ()) if isinstance(item, MultipleChoice) else set()


@rule(
    "K07",
    severity="error",
    scope="item",
    id={
        "twice": '{code}: jawaban "{answer}" ({lang}) sama dengan "{first}"; hapus salah satu',
        "empty": "{code}: jawaban yang diterima ({lang}) tidak boleh kosong; hapus atau isi",
        "in-stem": '{code}: pertanyaan ({lang}) memuat jawaban "{answer}"; tulis kembali pertanyaannya',
    },
    en={
        "twice": '{code}: the answer "{answer}" ({lang}) is the same as "{first}"; delete one',
        "empty": "{code}: an accepted answer ({lang}) cannot be empty; delete it or fill it in",
        "in-stem": '{code}: the question ({lang}) holds the answer "{answer}"; write the question anew',
    },
)
def accepted_answers(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """The accepted answers of a short-answer item differ from each other, and the question does not give them away.

    Capitals, spaces and punctuation are ignored when an answer is compared, so a second spelling of that kind does
    nothing and hides a slip.

    Bad: stem "What does the service declaration declare?", accept "service declaration"
    Good: stem "What is the written promise called?", accept "service declaration"
    """
    if not isinstance(item, ShortAnswer) or item.answer is None:
        return
    for lang, answers in item.answer.accept.items():
        stem = f" {fold(item.stem.get(lang, ''), lang)} "
        seen: dict[str, str] = {}
        for index, answer in enumerate(answers):
            place, folded = item.place("answer", "accept", lang, index), as_compared(answer)
            if not folded:
                yield found(place, "empty", lang=lang)
                continue
            if folded in seen:
                yield found(place, "twice", lang=lang, answer=answer, first=seen[folded])
            elif f" {fold(answer, lang)} " in stem:
                yield found(place, "in-stem", lang=lang, answer=answer)
            seen.setdefault(folded, answer)


@rule(
    "K09",
    severity={"same": "error", "distractor-right": "warning", "key-wrong": "warning"},
    scope="item",
    id={
        "same": (
            "{code}: alasan pengecoh {distractor} sama dengan alasan kunci {key} ({lang}); jelaskan apa yang terlewat"
        ),
        "distractor-right": (
            '{code}: alasan pengecoh {distractor} ({lang}) mulai dengan "{words}"; apakah kuncinya benar?'
        ),
        "key-wrong": '{code}: alasan kunci {key} ({lang}) mulai dengan "{words}"; apakah kuncinya benar?',
    },
    en={
        "same": (
            "{code}: the reason of distractor {distractor} is the same as that of the key {key} ({lang}); "
            "say what it overlooks"
        ),
        "distractor-right": (
            '{code}: the reason of distractor {distractor} ({lang}) begins with "{words}"; is the key right?'
        ),
        "key-wrong": '{code}: the reason of the key {key} ({lang}) begins with "{words}"; is the key right?',
    },
)
def reasons_fit(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """Every option has a reason of its own, and the reason speaks for the key and against the distractors.

    A distractor whose reason begins with "Correct" was probably meant as the key. Only the first three words are
    looked at: further on, "right" is often said of something else. (An empty or missing reason is S07, L01 or S04.)

    Bad: key a, and the reason of b is "Correct, the standard comes first"
    Good: key b, and the reason of b is "Correct, the standard comes first"
    """
    reasons = list(_reasons(item))
    right = [(key, why) for key, why, _, is_key in reasons if is_key]
    for key, why, path, is_key in reasons:
        for lang in context.languages:
            text = why.get(lang, "")
            if not is_key:
                twin = next((k for k, reason in right if text and _same(reason.get(lang, ""), text, lang)), None)
                if twin is not None:
                    yield found(item.place(*path, lang), "same", distractor=key, key=twin, lang=lang)
            pattern = starts_with(lang, "says_wrong" if is_key else "says_right")
            if pattern and (match := pattern.match(_first_words(text))):
                variant, name = ("key-wrong", "key") if is_key else ("distractor-right", "distractor")
                yield found(item.place(*path, lang), variant, lang=lang, words=match[0].strip(), **{name: key})


def _reasons(item: Item) -> Iterator[tuple[str, Text, tuple[str | int, ...], bool]]:
    """(key, reason, path, whether it is a right answer) of everything that can be chosen."""
    if isinstance(item, (SingleChoice, MultipleChoice)):
        keys = _answer_keys(item)
        if keys & {option.key for option in item.options}:
            for index, option in enumerate(item.options):
                yield option.key, option.why, ("options", index, "why"), option.key in keys
    elif isinstance(item, TrueFalse) and item.answer:
        yield "true", item.why["true"], ("why", "true"), item.answer == "true"
        yield "false", item.why["false"], ("why", "false"), item.answer == "false"


def _same(first: str, second: str, lang: str) -> bool:
    return may_fold_alike(first, second) and (first == second or fold(first, lang) == fold(second, lang))


def _first_words(text: str) -> str:
    return " ".join(text.split(maxsplit=3)[:3])
