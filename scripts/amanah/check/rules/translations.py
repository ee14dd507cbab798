"""P28: translations that are older than their source."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.course.course import Course
from amanah.course.problem import Problem
from amanah.course.translations import gaps, read_record, record_file


@rule(
    "P28",
    severity="info",
    scope="course",
    id={
        "stale": 'bagian "{section}" lebih tua daripada naskah {source}; terjemahkan lagi, lalu: {command}',
        "unrecorded": 'belum dicatat naskah {source} mana yang diikuti bagian "{section}"; bacalah, lalu: {command}',
        "missing": 'bagian "{section}" belum diterjemahkan dari naskah {source}; sesudah itu: {command}',
    },
    en={
        "stale": 'the section "{section}" is older than the text in {source}; translate it again, then: {command}',
        "unrecorded": 'nobody has said which text in {source} the section "{section}" follows; read it and: {command}',
        "missing": 'the section "{section}" is not translated from {source} yet; after that: {command}',
    },
)
def translations_follow(course: Course, context: Context) -> Iterator[Problem]:
    """Each section of a translation was made from the source as it stands now.

    A source that was corrected and a translation that was not tell two stories; nobody sees it, for both read well. The
    digest of each source section is kept in docs/registers/translations; `amanah translate accept` records it after the
    translation has followed. It is a remark, and the page tells its reader. A language without such a record is left
    alone, so is one that is marked as a draft.

    Bad: a paragraph added under {#how} in docs/id, and docs/en as before
    Good: the same paragraph in docs/en, then `amanah translate accept course/index`
    """
    for lang in course.codes[1:]:
        if not record_file(course.root, lang).is_file():
            continue
        for gap in gaps(course, read_record(course.root, lang)):
            command = f"amanah translate accept {gap.path} --lang {lang}"
            yield found(gap.place, gap.state, section=gap.section, source=course.default_language, command=command)
