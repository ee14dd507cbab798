"""Damage to evidence, second keys and waivers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from amanah.quiz.model import Item
from mutations.kinds import GONE, Changes, Damage, course_kind, item_kind

Found = Iterator[tuple[str, Changes]]


def _quotes(item: Item) -> Iterator[tuple[str, str]]:
    yield from (item.evidence.quote if item.evidence else {}).items()


@item_kind("a word of the evidence altered", "K10", most=12)
def altered_quote(item: Item) -> Found:
    for lang, words in _quotes(item):
        parts = words.split()
        parts[len(parts) // 2] = "lain" if lang == "id" else "other"
        yield lang, {("evidence", "quote", lang): " ".join(parts)}


@item_kind("the evidence is gone", "S04")
def no_evidence(item: Item) -> Found:
    if item.graded:
        yield "all", {("evidence",): GONE}
        yield "quote", {("evidence", "quote"): GONE}


@item_kind("the evidence quotes nothing", "K10 S07")
def empty_quote(item: Item) -> Found:
    for lang, _ in _quotes(item):
        yield lang, {("evidence", "quote", lang): ""}


@item_kind("the evidence is quoted in the other language", "K10")
def foreign_quote(item: Item) -> Found:
    if item.evidence:
        yield "", {("evidence", "quote", "id"): item.evidence.quote["en"]}


@item_kind("the evidence names another section", "K10")
def other_section(item: Item) -> Found:
    if item.evidence:
        yield "misspelt", {("evidence", "anchor"): item.evidence.anchor[:-1]}
        yield "sources", {("evidence", "anchor"): "sources"}


@item_kind("the evidence names another page", "K10")
def other_page(item: Item) -> Found:
    if item.evidence:
        yield "misspelt", {("evidence", "page"): item.evidence.page[:-1]}
        yield "index", {("evidence", "page"): item.evidence.page.rpartition("/")[0] + "/index"}


@course_kind("another true sentence of the section as evidence", "K11", "unseen", most=8)
def other_sentence(lab: Any) -> Iterator[Damage]:
    for bank, item in lab.context.items():
        if item.evidence is None:
            continue
        changes: Changes = {}
        for lang, quote in item.evidence.quote.items():
            section = lab.context.course.pages[lang, item.evidence.page].section_text(item.evidence.anchor) or ""
            sentences = [one for one in re.split(r"(?<=[.!?]) ", section) if len(one) > 30 and quote not in one]
            if sentences:
                changes["evidence", "quote", lang] = sentences[-1]
        if changes:
            yield Damage(
                item.code,
                lambda bank=bank, item=item, changes=changes: lab.with_values(bank, item, changes),
                (item.code,),
            )


@course_kind("the lesson no longer says what an item quotes", "K10", most=8)
def reworded(lab: Any) -> Iterator[Damage]:
    for _, item in lab.context.items():
        for lang, quote in _quotes(item):
            page = lab.context.course.pages[lang, item.evidence.page]
            text = lab.texts[page.file]
            if text.count(quote) == 1:
                words = quote.split()
                words[-2] = "lain" if lang == "id" else "other"
                changed = text.replace(quote, " ".join(words))
                yield Damage(f"{item.code} {lang}", lambda file=page.file, changed=changed: {file: changed})


def _reviews(lab: Any, code: str) -> list[str]:
    return [review.file for review in lab.context.reviews if code in review.answers]


def _review_kind(name: str, rule: str, severity: Any, change: Any) -> None:
    """Every review of one item changed at its answer: `change` maps (lab, the answer's lines) to new lines."""

    def candidates(lab: Any) -> Iterator[Damage]:
        for _, item in lab.context.items():
            if files := _reviews(lab, item.code):
                yield Damage(
                    item.code,
                    lambda code=item.code, files=files: {file: _with(lab.texts[file], code, change) for file in files},
                    (item.code,),
                )

    course_kind(name, rule, severity, most=8)(candidates)


def _with(text: str, code: str, change: Any) -> str:
    found = re.search(rf'(?m)^  "{code}":\n(?:    .*\n)+', text)
    assert found, code
    return text[: found.start()] + change(found[0]) + text[found.end() :]


_review_kind(
    "a second key that has lapsed",
    "K12",
    "warning",
    lambda lines: re.sub(r'fingerprint: "....', 'fingerprint: "0000', lines),
)
_review_kind("nobody has answered the item", "K12", "warning", lambda lines: "")
_review_kind(
    "a second key that differs",
    "K12",
    "error",
    lambda lines: re.sub(r"answer: .*", 'answer: "something else"', lines),
)


@course_kind("only the author has answered", "K12", "warning")
def own_key(lab: Any) -> Iterator[Damage]:
    def signed(author: str) -> dict[str, str | bytes | None]:
        files = [review.file for review in lab.context.reviews]
        return {file: re.sub(r"(?m)^reviewer: .*", f'reviewer: "{author}"', lab.texts[file]) for file in files}

    for bank, item in lab.context.items():
        if item.graded and bank.author:
            yield Damage(item.code, lambda author=bank.author: signed(author), (item.code,))


@item_kind("a waiver without a reason", "B11")
def no_reason(item: Item) -> Found:
    yield "", {("waive",): {"K11": " "}}


@item_kind("a waiver of a rule that nobody knows", "B11")
def unknown_rule(item: Item) -> Found:
    yield "", {("waive",): {"K99": "kasusnya begitu"}}


@item_kind("a waiver of an error", "B11")
def waived_error(item: Item) -> Found:
    yield "", {("waive",): {"K02": "kasusnya begitu"}}


@item_kind("a waiver that is not needed", "B11")
def unneeded_waiver(item: Item) -> Found:
    yield "", {("waive",): {"K13": "kasusnya begitu"}}
