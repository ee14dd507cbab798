"""P04: headings that can be linked to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.course.page import Page
from amanah.course.problem import Problem

_FORM = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@rule(
    "P04",
    severity="error",
    scope="page",
    id={
        "none": 'tajuk "{text}" tidak mempunyai id; tulis {marks} {text} {{#id-tajuk}}',
        "twice": 'id "{id}" sudah dipakai di baris {first_line}',
        "form": 'id "{id}" hanya boleh berisi huruf kecil a–z, angka, dan tanda hubung',
        "title": "halaman hanya mempunyai satu judul (#); yang pertama di baris {first_line}",
    },
    en={
        "none": 'the heading "{text}" has no id; write {marks} {text} {{#heading-id}}',
        "twice": 'the id "{id}" is used in line {first_line} already',
        "form": 'the id "{id}" may hold only small letters a–z, digits and hyphens',
        "title": "a page has one title (#); the first is in line {first_line}",
    },
)
def heading_ids(page: Page, context: Context) -> Iterator[Problem]:
    """Every ## and ### has an id of its own, and a page has one title.

    An id that is made from the words changes with the words and with the language, and then links and evidence break.

    Bad: ``## Empat belas komponen``
    Good: ``## Empat belas komponen {#components}``
    """
    first: dict[str, int] = {}
    title = 0
    for heading in page.headings:
        if heading.level == 1:
            if title:
                yield found(heading.place, "title", first_line=title)
            title = title or heading.place.line
        if heading.id is None:
            if heading.level in (2, 3):
                yield found(heading.place, "none", text=heading.text, marks="#" * heading.level)
            continue
        if heading.id in first:
            yield found(heading.place, "twice", id=heading.id, first_line=first[heading.id])
        first.setdefault(heading.id, heading.place.line)
        if not _FORM.fullmatch(heading.id):
            yield found(heading.place, "form", id=heading.id)
