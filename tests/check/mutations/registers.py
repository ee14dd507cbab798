"""Damage to the registers, to mkdocs.yml and to what was built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mutations.kinds import Damage, course_kind

LAWS, GLOSSARY, BIB = "docs/registers/laws.yml", "docs/registers/glossary.yml", "docs/registers/references.bib"
TOPICS = "docs/registers/topics.yml"


def _entries(text: str) -> list[str]:
    """The top-level entries of a YAML register."""
    return re.findall(r"(?m)^[\w-]+:\n(?:  .*\n|\n)+", text)


@course_kind("a law that pages cite is gone from the register", "P05 P06 P10 L05", most=2)
def no_law(lab: Any) -> Iterator[Damage]:
    text = lab.texts[LAWS]
    for entry in _entries(text):
        key = entry.partition(":")[0]
        if any(citation.key == key for page in lab.context.course.pages.values() for citation in page.citations):
            yield Damage(key, lambda entry=entry: {LAWS: text.replace(entry, "")})


@course_kind("a law that nothing cites", "P16", "warning", most=1)
def spare_law(lab: Any) -> Iterator[Damage]:
    text = lab.texts[LAWS]
    entry = next(one for one in _entries(text) if one.startswith("uu-25-2009"))
    copy = entry.replace("uu-25-2009", "uu-97-2013").replace('number: "25"', 'number: "97"')
    copy = copy.replace('year: "2009"', 'year: "2013"')
    yield Damage("uu-97-2013", lambda: {LAWS: text.rstrip("\n") + f"\n{copy}"})


@course_kind("a term without its translation", "P12", most=2)
def half_term(lab: Any) -> Iterator[Damage]:
    text = lab.texts[GLOSSARY]
    for entry in _entries(text):
        if found := re.search(r'(?m)^    en: ".*"\n', entry):
            less = entry.replace(found[0], "", 1)
            yield Damage(entry.partition(":")[0], lambda one=entry, less=less: {GLOSSARY: text.replace(one, less)})


@course_kind("a topic names a lesson that is not there", "P27", most=2)
def topic_without_lesson(lab: Any) -> Iterator[Damage]:
    text = lab.texts.get(TOPICS, "")
    for found in re.finditer(r"(?m)^  lessons: \[", text):
        more = f"{text[: found.end()]}m9-l9, {text[found.end() :]}"
        yield Damage(f"line {text.count(chr(10), 0, found.start()) + 1}", lambda more=more: {TOPICS: more})


@course_kind("a field twice in a register", "S02", most=2)
def twice(lab: Any) -> Iterator[Damage]:
    text = lab.texts[LAWS]
    for entry in _entries(text):
        if found := re.search(r"(?m)^  year: .*\n", entry):
            more = entry.replace(found[0], found[0] * 2)
            yield Damage(entry.partition(":")[0], lambda one=entry, more=more: {LAWS: text.replace(one, more)})


@course_kind("a language without a folder", "P00", most=1)
def no_folder(lab: Any) -> Iterator[Damage]:
    text = lab.texts["mkdocs.yml"]
    yield Damage("", lambda: {"mkdocs.yml": re.sub(r"locale: en\b", "locale: xx", text)})


@course_kind("the key of a hidden bank on a built page", "K16", most=2)
def shown_key(lab: Any) -> Iterator[Damage]:
    for bank in lab.context.banks:
        text = lab.texts[bank.file]
        hidden = re.sub(r"(?m)^items:", "hide_key: true\nitems:", text, count=1)
        for item in bank.items:
            if item.type == "single-choice":
                page = (
                    f'<!doctype html>\n<html lang="id"><body>\n<form class="am-item" data-code="{item.code}" '
                    f'data-type="single-choice">\n<li data-k="{item.answer}" data-ok="1">x</li>\n</form>\n'
                    "</body></html>\n"
                )
                yield Damage(
                    item.code,
                    lambda file=bank.file, hidden=hidden, page=page: {file: hidden, "site/quiz.html": page},
                    (item.code,),
                )
