"""Which sections of a translation were made from which text of the source, and what is out of date.

For each language but the default one, ``docs/registers/translations/<code>.yml`` records under each page path and
section the digest of the source section that the translation follows. A section begins at a heading of the second
level and is named by its id; the part before the first one, with the words of the front matter, is ``top``. A language
with ``draft: "yes"`` is being translated: the site shows it, with the source text where nothing else is there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from amanah.course.course import Course
from amanah.course.languages import TRANSLATIONS
from amanah.course.page import Page
from amanah.course.place import Place
from amanah.course.yaml_subset import read_yaml_file

TOP = "top"
YES = "yes"
WRITTEN_BY_PROGRAM = ("about/rules",)  # `amanah check --document` writes it in every language
_WORDS = ("title", "description", "promise", "text", "summary")  # of the front matter: what a translator translates
_HEAD = """# Made by `amanah translate`: of each section, the digest of the source text that its translation follows.
"""


@dataclass
class Record:
    """What was translated from what: page path → section → digest."""

    lang: str
    draft: bool = False
    pages: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gap:
    """A section whose translation is older than its source ("stale") or does not exist ("missing").

    "unrecorded": it is there, but nobody has said which source text it follows. In a draft language that is "missing",
    for its pages begin as copies of the source.

    ``title`` is the section's heading in the translation, in the source where the translation has none; empty for
    the top of a page.
    """

    state: str
    lang: str
    path: str
    section: str
    title: str
    place: Place


def record_file(root: Path, lang: str) -> Path:
    return root / TRANSLATIONS / f"{lang}.yml"


def read_record(root: Path, lang: str) -> Record:
    """The record of a language; an empty one where there is none or it cannot be read as one."""
    path = record_file(root, lang)
    if not path.is_file():
        return Record(lang)
    data = read_yaml_file(path, root).data
    pages = data.get("pages") if isinstance(data, dict) else None
    kept = pages.items() if isinstance(pages, dict) else ()
    return Record(
        lang,
        isinstance(data, dict) and data.get("draft") == YES,
        {path: {key: str(value) for key, value in each.items()} for path, each in kept if isinstance(each, dict)},
    )


def write_record(root: Path, record: Record) -> None:
    """Writes the record, pages and sections in order. Raises OSError."""
    lines = [_HEAD.rstrip()]
    lines += ['draft: "yes"'] if record.draft else []
    lines += ["pages:" if record.pages else "pages: {}"]
    for path in sorted(record.pages):
        lines.append(f'  "{path}":')
        lines += [f'    "{section}": "{digest}"' for section, digest in record.pages[path].items()]
    file = record_file(root, record.lang)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def digests(page: Page) -> dict[str, str]:
    """Section → digest of its text, in the order of the page. White space does not count."""
    return {section: _digest(text) for section, text in _sections(page)}


def gaps(course: Course, record: Record) -> Iterator[Gap]:
    """Every section of the source that the language lacks or has in an older version, page by page."""
    for page in course.pages_of(course.default_language):
        yield from page_gaps(course, record, page.path)


def page_gaps(course: Course, record: Record, path: str) -> Iterator[Gap]:
    """The gaps of one page."""
    source, translated = (course.pages.get((lang, path)) for lang in (course.default_language, record.lang))
    if source is None or (path in WRITTEN_BY_PROGRAM and translated is not None and not record.draft):
        return
    followed = record.pages.get(path, {})
    for section, digest in digests(source).items():
        heading = next((each for each in (translated or source).headings if each.id == section), None)
        there = translated is not None and (section == TOP or heading is not None)
        if there and followed.get(section) == digest:
            continue
        unrecorded = "missing" if record.draft else "unrecorded"
        state = "missing" if not there else "stale" if section in followed else unrecorded
        place = heading.place if heading and translated else (translated or source).place
        yield Gap(state, record.lang, path, section, heading.text if heading else "", place)


def accept(course: Course, record: Record, path: str) -> None:
    """Record that the page's translation follows the source as it stands. Raises KeyError where a page is missing."""
    source = course.pages[course.default_language, path]
    translated = course.pages[record.lang, path]
    there = {heading.id for heading in translated.headings}
    record.pages[path] = {
        section: digest for section, digest in digests(source).items() if section == TOP or section in there
    }


def _sections(page: Page) -> Iterator[tuple[str, str]]:
    lines = page.body.splitlines()
    starts = [(each.id, each.place.line - page.body_line) for each in page.headings if each.level == 2 and each.id]
    names = [(TOP, 0), *((str(name), start) for name, start in starts)]
    ends = [start for _, start in starts] + [len(lines)]
    front = "\n".join(_front_words(page.tree.data)) if page.tree else ""
    for (name, start), end in zip(names, ends, strict=True):
        yield name, "\n".join([front] * (name == TOP) + lines[start:end])


def _front_words(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str):
                yield from [value] * (key in _WORDS)
            else:
                yield from _front_words(value)
    elif isinstance(data, list):
        for value in data:
            yield from _front_words(value)


def _digest(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode("utf-8")).hexdigest()[:12]
