"""Damage to pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanah.course.page import Page
from mutations.kinds import page_kind

Found = Iterator[tuple[str, str | None]]
_FENCE = re.compile(r"(?m)^```[a-z]+\n(?:.*\n)*?```$")
_HEADING = re.compile(r"(?m)^(##+ .*?)\{#([\w-]+)\}$")


def _body(text: str) -> int:
    return text.index("\n---\n", 3) + 5


def _is_lesson(page: Page) -> bool:
    return page.lesson is not None


@page_kind("a heading renamed in one language", "P03 K10", most=8)
def renamed(page: Page, text: str) -> Found:
    for found in _HEADING.finditer(text):
        yield found[2], text[: found.start(2)] + found[2] + "-x" + text[found.end(2) :]


@page_kind("a heading in one language only", "P03")
def one_heading(page: Page, text: str) -> Found:
    yield "", f"{text}\n## Lagi {{#lagi}}\n\nTeks.\n"
    if found := _HEADING.search(text):
        yield found[2], text[: found.start()] + text[found.end() :]


@page_kind("a heading id twice", "P04")
def heading_twice(page: Page, text: str) -> Found:
    if found := _HEADING.search(text):
        yield found[2], f"{text}\n{found[0]}\n"


@page_kind("a heading without an id", "P04")
def no_heading_id(page: Page, text: str) -> Found:
    for found in _HEADING.finditer(text):
        yield found[2], text[: found.start()] + found[1].rstrip() + text[found.end() :]


@page_kind("a page that is gone in one language", "P02")
def no_page(page: Page, text: str) -> Found:
    yield "", None


@page_kind("another number in one language", "P24")
def other_number(page: Page, text: str) -> Found:
    start = len(text) - len(page.body)
    prose = page.prose
    for fence in _FENCE.finditer(page.body):  # the words of figures are another kind
        prose = prose[: fence.start()] + " " * len(fence[0]) + prose[fence.end() :]
    for found in re.finditer(r"(?<=[a-z] )\d{2,3}(?= [a-z]{4,})", prose):
        if _is_lesson(page):
            at = start + found.start()
            yield found[0], f"{text[:at]}{found[0]}7{text[at + len(found[0]) :]}"


@page_kind("another number in the words of a figure", "", "unseen")
def other_number_in_figure(page: Page, text: str) -> Found:
    for fence in _FENCE.finditer(text):
        for found in re.finditer(r"(?<=[a-z] )\d{1,2}(?= [a-z])", fence[0]):
            at = fence.start() + found.start()
            yield found[0], f"{text[:at]}{found[0]}7{text[at + len(found[0]) :]}"


@page_kind("a dead link", "P09")
def dead_link(page: Page, text: str) -> Found:
    for target in ("nowhere.md", "index.md#nowhere", "../nowhere.md", "nowhere.pdf"):
        yield target, f"{text}\n[Lihat]({target}).\n"


@page_kind("a picture without words", "P08")
def no_alt(page: Page, text: str) -> Found:
    yield "", f"{text}\n![](../../assets/diagrams/charter-sides.svg)\n"


@page_kind("a figure that lacks a text", "P08")
def no_figure_text(page: Page, text: str) -> Found:
    for field in ("title", "desc", "caption"):
        if found := re.search(rf'(?m)^{field}: ".*"\n', text):
            yield field, text.replace(found[0], "", 1)


@page_kind("a figure that lacks a label", "P08")
def no_label(page: Page, text: str) -> Found:
    if found := re.search(r'(?m)^  [\w-]+: ".*"\n', text[text.find("\nlabels:") :] if "\nlabels:" in text else ""):
        yield "", text.replace(found[0], "", 1)


@page_kind("a citation that no register has", "P05")
def dead_citation(page: Page, text: str) -> Found:
    yield "", f"{text}\nTeks [@nobody-1999].\n"


@page_kind("an article that the register lacks", "P06")
def dead_article(page: Page, text: str) -> Found:
    yield "", f"{text}\nTeks [@uu-25-2009:999].\n"


@page_kind("a term that the glossary lacks", "P07")
def dead_term(page: Page, text: str) -> Found:
    yield "", f"{text}\nTeks [[nothing-at-all]].\n"


@page_kind("a law in the text that no register has", "P10")
def dead_law(page: Page, text: str) -> Found:
    yield "", f"{text}\nMenurut UU Nomor 98 Tahun 2031 begitu.\n"


@page_kind("an item that no bank has", "P11")
def dead_item(page: Page, text: str) -> Found:
    yield "", f"{text}\n```quiz\nm6-q99\n```\n"


@page_kind("other items in one language", "P14")
def other_items(page: Page, text: str) -> Found:
    for found in re.finditer(r"```quiz\n((?:m\d+-q\d+\n)+)```\n", text):
        yield found[1].strip()[:6], text.replace(found[0], "", 1)


@page_kind("a fence that nothing closes", "P17")
def open_fence(page: Page, text: str) -> Found:
    yield "", f"{text}\n```quiz\nm6-q01\n"


@page_kind("a misspelt block", "P17")
def misspelt_block(page: Page, text: str) -> Found:
    for name in ("case", "work", "ask"):
        if _is_lesson(page) and f"\n!!! {name} " in text:
            yield name, text.replace(f"\n!!! {name} ", f"\n!!! {name}x ", 1)


@page_kind("front matter without its kind", "P01")
def no_kind(page: Page, text: str) -> Found:
    yield "", re.sub(r"(?m)^kind: .*\n", "", text, count=1)


@page_kind("a misspelt field of the front matter", "P01")
def misspelt_front(page: Page, text: str) -> Found:
    yield "", text.replace("description:", "descripton:", 1)


@page_kind("an outcome in the front matter that the module lacks", "P13")
def unknown_outcome(page: Page, text: str) -> Found:
    if _is_lesson(page):
        yield "", re.sub(r"(?m)^outcomes: \[", "outcomes: [m6-o77, ", text, count=1)


@page_kind("an article names a topic or a lesson that is not there", "P27")
def unknown_topic(page: Page, text: str) -> Found:
    for field in ("topics", "lessons"):
        if "\nkind: article\n" in text:
            yield field, re.sub(rf"(?m)^{field}: \[.*", f"{field}: [m9-l9]", text, count=1)


@page_kind("other minutes in one language", "P13")
def other_minutes(page: Page, text: str) -> Found:
    if _is_lesson(page):
        yield "", re.sub(r'(?m)^minutes: "?(\d+)"?', lambda found: f"minutes: {int(found[1]) + 1}", text, count=1)


@page_kind("a description that search engines cut", "P15", "warning")
def long_description(page: Page, text: str) -> Found:
    yield "", re.sub(r'(?m)^description: "', 'description: "' + "panjang sekali " * 12, text, count=1)


@page_kind("a sentence without end", "P19", "warning")
def long_sentence(page: Page, text: str) -> Found:
    if _is_lesson(page) and (found := _HEADING.search(text)):
        words = {"id": "meja, kursi, pintu, loket, ", "en": "a desk, a chair, a door, a counter, "}[page.lang]
        yield "", text[: found.end()] + f"\n\n{words.capitalize() + words * 12}.\n" + text[found.end() :]


@page_kind("a fact without a source", "P21", "warning")
def unsourced(page: Page, text: str) -> Found:
    if _is_lesson(page) and (found := _HEADING.search(text)):
        words = {
            "id": "Pada tahun 1987 sebanyak 63 persen kantor di 14 provinsi menutup loketnya.",
            "en": "In 1987 as many as 63 per cent of offices in 14 provinces closed their counters.",
        }
        yield "", text[: found.end()] + f"\n\n{words[page.lang]}\n" + text[found.end() :]


@page_kind("a part of the lesson is missing", "P20", "warning")
def no_part(page: Page, text: str) -> Found:
    if _is_lesson(page):
        for name in ("ask", "case", "next", "work"):
            found = re.search(rf"(?m)^!!! {name} .*\n(?:    .*\n|\n)+", text)
            if found:
                yield name, text.replace(found[0], "", 1)


@page_kind("a name spelt otherwise in one language", "", "unseen")
def other_name(page: Page, text: str) -> Found:
    if _is_lesson(page) and "Lim" in text:
        yield "", text.replace("Lim", "Tan")
