"""Flaws of writing put into good items."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amanah.quiz.model import Item, SingleChoice
from mutations.kinds import Changes, Damage, course_kind, item_kind

Found = Iterator[tuple[str, Changes]]


def _wrong(item: SingleChoice) -> list[int]:
    return [index for index, option in enumerate(item.options) if option.key != item.answer]


def _right(item: SingleChoice) -> int:
    return next(index for index, option in enumerate(item.options) if option.key == item.answer)


def _options(item: SingleChoice, texts: list[tuple[str, str]]) -> Changes:
    """The first options with other texts: (Indonesian, English)."""
    pairs = list(zip(range(len(item.options)), texts, strict=False))
    return {("options", index, "text"): {"id": words[0], "en": words[1]} for index, words in pairs}


@item_kind("all of the above", "M01", "warning", types=SingleChoice)
def all_of_the_above(item: SingleChoice) -> Found:
    yield "", {("options", len(item.options) - 1, "text"): {"id": "Semua jawaban benar", "en": "All of the above"}}


@item_kind("none of the above", "M02", "warning", types=SingleChoice)
def none_of_the_above(item: SingleChoice) -> Found:
    words = {"id": "Tidak ada jawaban yang benar", "en": "None of the above"}
    yield "", {("options", len(item.options) - 1, "text"): words}


@item_kind("the key is by far the longest", "M03 M04", "warning", types=SingleChoice)
def longest(item: SingleChoice) -> Found:
    text = item.options[_right(item)].text
    more = {
        "id": ", sebagaimana berlaku bagi semua kantor yang melayani warga di tempat itu setiap hari kerja",
        "en": ", as it applies to every office that serves citizens in that place on every working day",
    }
    yield (
        "",
        {("options", _right(item), "text"): {lang: words.rstrip(".") + more[lang] for lang, words in text.items()}},
    )


@item_kind("absolute words in distractors alone", "M05", "warning", types=SingleChoice)
def absolute(item: SingleChoice) -> Found:
    words = [("selalu", "always"), ("tidak pernah", "never"), ("pasti", "certainly")]
    for index, (mine, other) in zip(_wrong(item), words, strict=False):
        text = item.options[index].text
        yield (
            mine,
            {
                ("options", index, "text"): {
                    "id": f"{text['id'].rstrip('.')} {mine}",
                    "en": f"{text['en'].rstrip('.')} {other}",
                }
            },
        )


@item_kind("often and usually in options", "M06", "warning", types=SingleChoice)
def vague(item: SingleChoice) -> Found:
    for index, option in enumerate(item.options):
        text = {"id": f"{option.text['id']} biasanya", "en": f"{option.text['en']} usually"}
        yield option.key, {("options", index, "text"): text}


@item_kind("a negative question without emphasis", "M07", "warning", types=SingleChoice)
def negative(item: SingleChoice) -> Found:
    yield "", {("stem",): {"id": "Mana yang bukan isi piagam?", "en": "Which of these is not in a charter?"}}


@item_kind("a negative question with negative options", "M08", types=SingleChoice)
def double_negative(item: SingleChoice) -> Found:
    changes: Changes = {
        ("stem",): {"id": "Mana yang **BUKAN** isi piagam?", "en": "Which of these is **NOT** in a charter?"}
    }
    for index, option in enumerate(item.options):
        yield (
            option.key,
            {
                **changes,
                ("options", index, "text"): {"id": "Kantor tidak dapat diadukan", "en": "The office cannot be sued"},
            },
        )


@item_kind("numbers out of order", "M14", "warning", types=SingleChoice)
def out_of_order(item: SingleChoice) -> Found:
    numbers = [30, 5, 14, 7, 60][: len(item.options)]
    yield "", _options(item, [(f"{number} hari", f"{number} days") for number in numbers])


@item_kind("ranges that overlap", "M15", "warning", types=SingleChoice)
def overlapping(item: SingleChoice) -> Found:
    ranges = [(1, 5), (5, 10), (10, 20), (20, 30), (30, 40)][: len(item.options)]
    yield "", _options(item, [(f"{low}–{high} hari", f"{low}–{high} days") for low, high in ranges])


@item_kind("an option made of options", "M16", "warning", types=SingleChoice)
def combined(item: SingleChoice) -> Found:
    for index in _wrong(item):
        yield item.options[index].key, {("options", index, "text"): {"id": "1 dan 2 benar", "en": "Both 1 and 2"}}


@item_kind("a blank in the middle of the stem", "M17", "warning", types=SingleChoice)
def blank(item: SingleChoice) -> Found:
    words = {"id": "Kantor yang ____ wajib menjawab pengaduan.", "en": "An office that ____ must answer complaints."}
    yield "", {("stem",): words}


@item_kind("a stem that asks nothing", "M18", "warning", types=SingleChoice)
def no_task(item: SingleChoice) -> Found:
    yield "", {("stem",): {"id": "Maklumat pelayanan", "en": "The service declaration"}}


@item_kind("a stem that does not end", "M19", "warning", types=SingleChoice)
def long_stem(item: SingleChoice) -> Found:
    more = {"id": "Kantor itu melayani warga setiap hari. ", "en": "That office serves citizens on every day. "}
    yield "", {("stem",): {lang: more[lang] * 16 + words for lang, words in item.stem.items()}}


@item_kind("the same words before every option", "M20", "warning", types=SingleChoice)
def repeated(item: SingleChoice) -> Found:
    start = {"id": "Menurut kepala kantor itu ", "en": "In the view of the head "}
    yield (
        "",
        {
            ("options", index, "text"): {lang: start[lang] + words for lang, words in option.text.items()}
            for index, option in enumerate(item.options)
        },
    )


@item_kind("an opinion asked for in an item with a key", "M22", "warning", types=SingleChoice)
def opinion(item: SingleChoice) -> Found:
    yield (
        "",
        {
            ("stem",): {"id": f"Menurut Anda, {item.stem['id']}", "en": f"In your opinion, {item.stem['en']}"},
        },
    )


@item_kind("a distractor that nobody would believe", "", "unseen", types=SingleChoice)
def absurd(item: SingleChoice) -> Found:
    for index in _wrong(item)[:1]:
        words = {"id": "Kantor itu dipindahkan ke bulan", "en": "The office is moved to the moon"}
        yield item.options[index].key, {("options", index, "text"): words}


@item_kind("a distractor that is right as well", "", "unseen", types=SingleChoice)
def right_as_well(item: SingleChoice) -> Found:
    for index in _wrong(item)[:1]:
        text = item.options[_right(item)].text
        yield (
            item.options[index].key,
            {
                ("options", index, "text"): {
                    "id": f"Kurang lebih {text['id'][:1].lower()}{text['id'][1:]}",
                    "en": f"In effect {text['en'][:1].lower()}{text['en'][1:]}",
                }
            },
        )


@course_kind("an item that is nearly another one", "B06", most=6)
def near_duplicate(lab: Any) -> Iterator[Damage]:
    for bank in lab.context.banks:
        for item in bank.items:
            source = lab.source(bank, item).rstrip("\n")
            copy = source.replace(item.code, f"{item.code}9", 1)
            text = lab.texts[bank.file].rstrip("\n") + f"\n{copy}\n"
            yield Damage(item.code, lambda file=bank.file, text=text: {file: text}, (item.code, f"{item.code}9"))


_BRIBE = {
    "id": "Ombudsman menerima suap dari seorang pemohon. Apa yang terjadi sesudahnya?",
    "en": "The Ombudsman takes a bribe from an applicant. What happens next?",
}


@course_kind("a bribe is taken by somebody whose name the course has listed", "M26")
def listed_name(lab: Any) -> Iterator[Damage]:
    for bank, item in lab.context.items():
        if item.graded:
            yield Damage(
                item.code,
                lambda bank=bank, item=item: {
                    **lab.with_values(bank, item, {("stem",): _BRIBE}),
                    "quizzes/names.txt": "Ombudsman\n",
                },
                (item.code,),
            )


@item_kind("a bribe is taken by somebody real whose name is not listed", "", "unseen", types=SingleChoice)
def unlisted_name(item: Item) -> Found:
    yield "", {("stem",): _BRIBE}
