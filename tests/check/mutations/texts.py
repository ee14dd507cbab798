"""Damage to texts and to their translations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from amanah.quiz.model import Item
from mutations.kinds import GONE, Changes, item_kind

Found = Iterator[tuple[str, Changes]]
Path = tuple[str | int, ...]


def _texts(item: Item, *, quotes: bool = False) -> Iterator[tuple[Path, dict[str, str]]]:
    return ((path, text) for path, text in item.texts() if quotes or path[0] != "evidence")


def each_text(item: Item) -> Iterator[tuple[str, Path, str, str]]:
    """(name of the place, path, language, text) of every text but quotes."""
    for path, text in _texts(item):
        for lang, words in text.items():
            yield f"{'.'.join(map(str, path))} {lang}", (*path, lang), lang, words


def _name(path: Iterable[object]) -> str:
    return ".".join(map(str, path))


@item_kind("a translation is missing", "L01", most=12)
def no_translation(item: Item) -> Found:
    for path, text in _texts(item, quotes=True):
        for lang in text:
            yield f"{_name(path)} {lang}", {(*path, lang): GONE}


@item_kind("a translation that was never made", "L02", most=12)
def untranslated(item: Item) -> Found:
    for path, text in _texts(item):
        if len(text["id"].split()) > 6:
            yield _name(path), {(*path, "en"): text["id"]}


@item_kind("a language that the site does not have", "L01")
def unknown_language(item: Item) -> Found:
    yield "", {("stem", "fr"): "Qui?"}


@item_kind("another digit in one language", "L04", most=12)
def other_digit(item: Item) -> Found:
    for where, path, _, words in each_text(item):
        if re.search(r"\d", words):
            yield where, {path: re.sub(r"\d(?!.*\d)", lambda found: str((int(found[0]) + 3) % 10), words)}


@item_kind("a number missing in one language", "L04", most=12)
def no_number(item: Item) -> Found:
    for where, path, _, words in each_text(item):
        if re.search(r"\d", words):
            yield where, {path: re.sub(r"[\d./:]*\d", "", words)}


@item_kind("another number in both languages", "", "unseen")
def other_number(item: Item) -> Found:
    for path, text in _texts(item):
        if path[-1] == "why" and all(re.search(r"\b\d{1,2}\b", words) for words in text.values()):
            yield _name(path), {path: {lang: re.sub(r"\b\d{1,2}\b", "61", words) for lang, words in text.items()}}


@item_kind("another year of a law in one language", "L05 L04")
def other_year(item: Item) -> Found:
    for where, path, _, words in each_text(item):
        if re.search(r"\b(?:UU|PP|Law|Regulation) \d+/20\d\d", words):
            yield where, {path: re.sub(r"(\d+)/20\d\d", r"\1/2031", words)}


@item_kind("a law that no register has", "L05")
def unknown_law(item: Item) -> Found:
    yield (
        "",
        {
            ("stem", "id"): f"Menurut UU 98/2031, {item.stem['id']}",
            ("stem", "en"): f"Under Law 98/2031, {item.stem['en']}",
        },
    )


@item_kind("the languages of a text exchanged", "L03", "warning", least=0.7, most=12)
def exchanged(item: Item) -> Found:
    for path, text in _texts(item):
        if len(text["id"].split()) > 5:
            yield _name(path), {path: {"id": text["en"], "en": text["id"]}}


@item_kind("a text in the wrong language", "L03", "warning", least=0.6, most=12)
def wrong_language(item: Item) -> Found:
    for path, text in _texts(item):
        if len(text["id"].split()) > 6:
            yield _name(path), {(*path, "en"): text["id"].replace(" dan ", " serta ") + " Juga."}


@item_kind("“bukan” or “not” gone from the stem of one language", "L06", "warning", least=0.4, most=12)
def no_denial(item: Item) -> Found:
    for lang, word in (("id", r"\b(?:bukan|tidak)\b ?"), ("en", r"(?:\bnot\b|(?<=[a-z])n’t) ?")):
        if re.search(word, item.stem[lang], re.IGNORECASE):
            yield lang, {("stem", lang): re.sub(word, "", item.stem[lang], flags=re.IGNORECASE)}


@item_kind("a denial added to the stem of one language", "L06", "warning", least=0.6, most=12)
def new_denial(item: Item) -> Found:
    for lang, start in (("id", "Yang tidak benar: "), ("en", "What is not right: ")):
        yield lang, {("stem", lang): start + item.stem[lang]}


@item_kind("“tidak” or “not” gone from a reason in one language", "", "unseen")
def no_denial_in_reason(item: Item) -> Found:
    for where, path, lang, words in each_text(item):
        if "why" in path and re.search(word := {"id": r"\btidak ", "en": r"\bnot "}[lang], words):
            yield where, {path: re.sub(word, "", words)}


@item_kind("a name that is another in one language", "", "unseen")
def other_name(item: Item) -> Found:
    for lang, words in item.stem.items():
        if found := re.search(r"(?<=[a-z] )[A-Z][a-z]{3,}\b", words):
            yield lang, {("stem", lang): words.replace(found[0], "Sorong")}


@item_kind("a question mark in one language only", "L07", "warning")
def no_question(item: Item) -> Found:
    for lang, words in item.stem.items():
        if words.endswith("?"):
            yield lang, {("stem", lang): words[:-1] + "."}


@item_kind("half a translation", "L08", "warning", least=0.5, most=12)
def half(item: Item) -> Found:
    for where, path, lang, words in each_text(item):
        if lang == "en" and len(words.split()) > 16:
            yield where, {path: " ".join(words.split()[: len(words.split()) // 3])}


@item_kind("bold in one language only", "L11", "warning")
def bold(item: Item) -> Found:
    for where, path, _, words in each_text(item):
        if "**" not in words and " " in words:
            yield where, {path: re.sub(r"(\w{3,})", r"**\1**", words, count=1)}


@item_kind("a word in an old spelling", "L12", "warning")
def spelling(item: Item) -> Found:
    for word in ("resiko", "praktek", "analisa", "ijin"):
        yield word, {("stem", "id"): f"Soal {word}. {item.stem['id']}"}


@item_kind("a word that the glossary forbids", "L09")
def forbidden_term(item: Item) -> Found:
    for where, path, lang, words in each_text(item):  # a distractor may use one: it shows a misconception
        if lang == "en" and "working day" in words and path[0] != "options":
            yield where, {path: words.replace("working day", "business day")}
