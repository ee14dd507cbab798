"""P00, P01, P15, P17: what a page needs before anything else can be said about it."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.registry import RULES, found, rule
from amanah.check.rules import reading  # noqa: F401  registers S04
from amanah.course.course import Course
from amanah.course.field_errors import nearest
from amanah.course.page import Page
from amanah.course.problem import Problem

SHAPES = RULES["S04"].templates  # front matter and registers are held against models, as banks are: the same words

LONGEST_DESCRIPTION = 160
BLOCKS = ("ask", "case", "country", "dilemma", "next", "note-box", "pause", "work")
FENCES = (
    "articles",
    "comparison",
    "completion",
    "course-map",
    "figure",
    "glossary",
    "law",
    "laws",
    "lessons",
    "loom",
    "outcomes",
    "progress",
    "quiz",
    "recall",
    "references",
    "sources",
    "topic",
    "topics",
    "review",
    "review-calendar",
)


@rule(
    "P00",
    severity={"": "error", "alone": "info"},
    scope="course",
    needs_course=False,
    id={
        "no-config": "berkas mkdocs.yml tidak ada; di situlah daftar bahasa",
        "broken-config": "mkdocs.yml tidak terbaca: {error}",
        "no-languages": "mkdocs.yml tidak menyebut bahasa apa pun (plugins: i18n: languages)",
        "no-docs": "folder docs tidak ada",
        "no-folder": "mkdocs.yml menyebut bahasa yang foldernya tidak ada: {folder}",
        "alone": "docs/ dan mkdocs.yml tidak dibaca, jadi bukti, halaman, dan daftar acuan tidak diperiksa: {rules}",
    },
    en={
        "no-config": "there is no mkdocs.yml; the list of languages stands there",
        "broken-config": "mkdocs.yml cannot be read: {error}",
        "no-languages": "mkdocs.yml names no language (plugins: i18n: languages)",
        "no-docs": "there is no folder docs",
        "no-folder": "mkdocs.yml names a language whose folder is missing: {folder}",
        "alone": "docs/ and mkdocs.yml were not read, so evidence, pages and registers were not checked: {rules}",
    },
)
def course_can_be_read(course: Course, context: Context) -> Iterator[Problem]:
    """The course can be read: mkdocs.yml lists its languages, and each has a folder below docs.

    Whatever cannot be read is not checked, so it must not pass as clean. Of a folder with nothing but quizzes/ the
    questions are checked all the same; which rules were left out is then said once, as a remark.

    Bad: mkdocs.yml lists ``locale: en``, and there is no docs/en
    Good: a folder below docs for each language in mkdocs.yml
    """
    yield from context.reported("P00")


@rule(
    "P01",
    severity="error",
    scope="course",
    id={
        **SHAPES["id"],
        "none": "halaman tidak mempunyai data awal; mulailah dengan baris ---, id, title, kind, description, baris ---",
        "open": "data awal tidak ditutup; tulis baris --- di bawahnya",
        "no-mapping": "data awal bukan daftar kunci dan nilai",
        "no-kind": 'data awal tidak menyebut "kind" ({known})',
        "kind": 'jenis halaman "{kind}" tidak dikenal ({known})',
        "kind-near": 'jenis halaman "{kind}" tidak dikenal; mungkin "{near}"?',
    },
    en={
        **SHAPES["en"],
        "none": "the page has no front matter; begin with a line ---, id, title, kind, description, a line ---",
        "open": "the front matter is never closed; write a line --- below it",
        "no-mapping": "the front matter is not a list of keys and values",
        "no-kind": 'the front matter does not name its "kind" ({known})',
        "kind": 'there is no kind of page called "{kind}" ({known})',
        "kind-near": 'there is no kind of page called "{kind}"; did you mean "{near}"?',
    },
)
def front_matter(course: Course, context: Context) -> Iterator[Problem]:
    """Every page begins with front matter that has all keys of its kind, no others, and values of the right form.

    The menu, the minutes, the outcomes and the learner's progress are made from it.

    Bad: ``kind: leson`` (and minutes, outcomes, core, adapt or promise missing)
    Good: ``kind: lesson`` with id, title, description, minutes, outcomes, core, adapt, promise
    """
    yield from context.reported("P01")


@rule(
    "P15",
    severity="warning",
    scope="page",
    id="description berisi {count} huruf; mesin pencari dan kartu memotongnya setelah {limit}",
    en="the description has {count} characters; search engines and cards cut it after {limit}",
)
def short_description(page: Page, context: Context) -> Iterator[Problem]:
    """The description in the front matter is one sentence of at most 160 characters.

    It is what a search engine and a shared link show; what is longer is cut off in the middle.

    Bad: a description of 212 characters
    Good: ``description: "Empat belas komponen yang wajib ada dalam standar pelayanan."``
    """
    if page.front and len(page.front.description) > LONGEST_DESCRIPTION:
        count = len(page.front.description)
        yield found(page.front_place("description"), count=count, limit=LONGEST_DESCRIPTION)


@rule(
    "P17",
    severity="error",
    scope="page",
    id={
        "unclosed": "pagar {fence} tidak pernah ditutup; tutup dengan tanda yang sama panjang dan sama menjorok",
        "indent": "pagar {fence} tidak akan terbaca: tutup dengan tanda yang sama panjang dan sama menjorok, "
        "dan jangan ada baris di dalamnya yang lebih ke kiri",
        "block": 'bukan awal blok yang benar: {line}; tulis !!! nama "judul" dengan tanda kutip lurus',
        "block-name": 'tidak ada blok bernama "{name}" ({known})',
        "fence-name": 'tidak ada pagar bernama "{name}"; mungkin "{near}"?',
    },
    en={
        "unclosed": "the fence {fence} is never closed; close it with a mark just as long and just as far in",
        "indent": "the fence {fence} will not be seen: close it with a mark just as long and just as far in, "
        "and let no line in it stand further out",
        "block": 'this begins no block: {line}; write !!! name "title" with straight quotes',
        "block-name": 'there is no block called "{name}" ({known})',
        "fence-name": 'there is no fence called "{name}"; did you mean "{near}"?',
    },
)
def blocks_and_fences(page: Page, context: Context) -> Iterator[Problem]:
    """Blocks and fences are written so that the site knows them: closed, indented alike, with a known name.

    Where one is not, the page is built without complaint and prints the marks, or the codes of the questions, as text.

    Bad: a fence ``quizz``; a fence that four backticks open and three close; ``!!! case “Di loket”``
    Good: ``!!! case "Di loket"`` with its text four spaces further in
    """
    yield from (problem for problem in page.problems if problem.rule == "P17")
    for block in page.blocks:
        if block.name not in BLOCKS:
            yield found(block.place, "block-name", name=block.name, known=", ".join(BLOCKS))
    for fence in page.fences:
        near = nearest(fence.name, list(FENCES))
        if fence.name not in FENCES and near:
            yield found(fence.place, "fence-name", name=fence.name, near=near)
