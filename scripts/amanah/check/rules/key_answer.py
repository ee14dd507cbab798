"""K01, K02, K03, K05: the answer is there, and it names what is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import (
    LISTS,
    Categorise,
    Item,
    Matching,
    MultipleChoice,
    Ordering,
    Reflection,
    ShortAnswer,
    SingleChoice,
    SituationalJudgement,
)


@rule(
    "K01",
    severity="error",
    scope="item",
    id={
        "missing": "{code}: soal ini belum punya kunci; tambahkan answer",
        "reflection": "{code}: refleksi tidak punya kunci; hapus answer",
        "language": "{code}: belum ada jawaban yang diterima dalam bahasa {lang}; tambahkan di accept",
    },
    en={
        "missing": "{code}: this item has no key; add an answer",
        "reflection": "{code}: a reflection has no key; delete the answer",
        "language": "{code}: no answer is accepted in {lang}; add one under accept",
    },
)
def has_answer(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """Every graded item has a key, in every language if it is typed; a reflection has none.

    Bad: a single-choice item without `answer`
    Good: `answer: b`
    """
    if isinstance(item, SituationalJudgement):
        return  # its grades are its key, see K08
    if isinstance(item, Reflection):
        if item.answer is not None:
            yield found(item.key_place("answer"), "reflection")
    elif item.answer is None or item.answer == "":
        yield found(item.place("code") if item.answer is None else item.place("answer"), "missing")
    elif isinstance(item, ShortAnswer):
        for lang in context.languages:
            if not any(text.strip() for text in item.answer.accept.get(lang, ())):
                yield found(item.place("answer", "accept", lang), "language", lang=lang)


@rule(
    "K02",
    severity="error",
    scope="item",
    id={
        "option": '{code}: kunci "{key}" bukan pilihan ({keys})',
        "left": '{code}: "{key}" bukan isian sisi kiri ({keys})',
        "right": '{code}: "{key}" bukan isian sisi kanan ({keys})',
        "entry": '{code}: "{key}" bukan isian ({keys})',
        "bin": '{code}: "{key}" bukan kelompok ({keys})',
    },
    en={
        "option": '{code}: key "{key}" is not an option ({keys})',
        "left": '{code}: "{key}" is not an entry of the left side ({keys})',
        "right": '{code}: "{key}" is not an entry of the right side ({keys})',
        "entry": '{code}: "{key}" is not an entry ({keys})',
        "bin": '{code}: "{key}" is not a group ({keys})',
    },
)
def key_exists(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """Every name in the answer is the key of an option, an entry or a group of the item.

    Bad: options a, b, c and `answer: d`
    Good: options a, b, c and `answer: c`
    """
    if item.answer in (None, "") if not isinstance(item, SituationalJudgement) else True:
        return
    if isinstance(item, SingleChoice):
        keys = _keys(item.options)
        if item.answer not in keys:
            yield found(item.place("answer"), "option", key=item.answer, keys=", ".join(keys))
    elif isinstance(item, MultipleChoice):
        yield from _unknown(item, item.answer or (), _keys(item.options), "option")
    elif isinstance(item, Ordering):
        yield from _unknown(item, item.answer or (), _keys(item.entries), "entry")
    elif isinstance(item, Matching):
        yield from _unknown_pairs(item, item.answer or {}, (_keys(item.left), "left"), (_keys(item.right), "right"))
    elif isinstance(item, Categorise):
        yield from _unknown_pairs(item, item.answer or {}, (_keys(item.entries), "entry"), (_keys(item.bins), "bin"))


def _keys(entries: Iterable[object]) -> list[str]:
    return [entry.key for entry in entries]  # type: ignore[attr-defined]


def _unknown(item: Item, answer: Iterable[str], keys: list[str], variant: str) -> Iterator[Problem]:
    for index, key in enumerate(answer):
        if key not in keys:
            yield found(item.place("answer", index), variant, key=key, keys=", ".join(keys))


def _unknown_pairs(
    item: Item, answer: dict[str, str], names: tuple[list[str], str], values: tuple[list[str], str]
) -> Iterator[Problem]:
    for name, value in answer.items():
        if name not in names[0]:
            yield found(item.key_place("answer", name), names[1], key=name, keys=", ".join(names[0]))
        if value not in values[0]:
            yield found(item.place("answer", name), values[1], key=value, keys=", ".join(values[0]))


@rule(
    "K03",
    severity="error",
    scope="item",
    id={
        "empty": "{code}: kunci kosong; sebut paling sedikit satu pilihan",
        "all": "{code}: semua pilihan menjadi kunci; tambahkan pengecoh",
        "twice": '{code}: kunci menyebut "{key}" dua kali; hapus satu',
        "same-key": '{code}: kunci "{key}" dipakai dua kali di {field}; beri nama lain',
        "no-key": "{code}: isian ini di {field} tidak punya nama; isi key",
    },
    en={
        "empty": "{code}: the key is empty; name at least one option",
        "all": "{code}: every option is a key; add a distractor",
        "twice": '{code}: the key names "{key}" twice; delete one',
        "same-key": '{code}: the key "{key}" is used twice in {field}; give one another name',
        "no-key": "{code}: this entry of {field} has no name; fill in its key",
    },
)
def key_is_a_set(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """The keys of a multiple-choice item are some of its options, each named once; no two options share a name.

    If all are right there is nothing to choose, and of two options called "a" nobody knows which is meant.

    Bad: `answer: [a, b, c, d]` of four options
    Good: `answer: [a, c]`
    """
    for field in LISTS[type(item)]:
        entries = getattr(item, field)
        counts = Counter(entry.key for entry in entries)
        if len(counts) < len(entries) or "" in counts:
            seen: set[str] = set()
            for index, entry in enumerate(entries):
                if not entry.key.strip():
                    yield found(item.place(field, index, "key"), "no-key", field=field)
                elif entry.key in seen:
                    yield found(item.place(field, index, "key"), "same-key", key=entry.key, field=field)
                seen.add(entry.key)
    if isinstance(item, MultipleChoice) and item.answer is not None:
        if not item.answer:
            yield found(item.place("answer"), "empty")
        elif {option.key for option in item.options} <= set(item.answer):
            yield found(item.place("answer"), "all")
        yield from _named_twice(item, item.answer)


def _named_twice(item: Item, answer: list[str]) -> Iterator[Problem]:
    for index, key in enumerate(answer):
        if key in answer[:index]:
            yield found(item.place("answer", index), "twice", key=key)


@rule(
    "K05",
    severity="error",
    scope="item",
    id={
        "left-out": '{code}: kunci tidak menyebut "{key}"; sebut setiap isian satu kali',
        "twice": '{code}: kunci menyebut "{key}" dua kali; sebut setiap isian satu kali',
        "shared": '{code}: "{key}" dipasangkan dua kali; pakai pasangan lain atau tulis reuse: true',
        "empty-bin": '{code}: kelompok "{key}" tidak berisi apa pun; isi atau hapus',
    },
    en={
        "left-out": '{code}: the key leaves out "{key}"; name every entry once',
        "twice": '{code}: the key names "{key}" twice; name every entry once',
        "shared": '{code}: "{key}" is matched twice; use another or write reuse: true',
        "empty-bin": '{code}: the group "{key}" stays empty; fill it or delete it',
    },
)
def answer_is_complete(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """An order names every entry once; matching and sorting place every entry, use no match twice, leave no group bare.

    `reuse: true` on a matching item allows one entry on the right for several on the left.

    Bad: entries x, y, z and `answer: [x, z]`
    Good: entries x, y, z and `answer: [x, z, y]`
    """
    if isinstance(item, Ordering) and item.answer is not None:
        yield from _left_out(item, _keys(item.entries), item.answer)
        yield from _named_twice(item, item.answer)
    elif isinstance(item, Matching) and item.answer is not None:
        yield from _left_out(item, _keys(item.left), item.answer)
        used = list(item.answer.values())
        for index, (name, value) in enumerate(item.answer.items()):
            if not item.reuse and value in used[:index]:
                yield found(item.place("answer", name), "shared", key=value)
    elif isinstance(item, Categorise) and item.answer is not None:
        yield from _left_out(item, _keys(item.entries), item.answer)
        for index, bin_ in enumerate(item.bins):
            if bin_.key not in item.answer.values():
                yield found(item.place("bins", index, "key"), "empty-bin", key=bin_.key)


def _left_out(item: Item, keys: list[str], answer: Iterable[str]) -> Iterator[Problem]:
    for key in keys:
        if key not in answer:
            yield found(item.key_place("answer"), "left-out", key=key)
