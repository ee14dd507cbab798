"""P09: links that lead somewhere."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.course.course import DOCS, Course
from amanah.course.field_errors import nearest
from amanah.course.page import Link, Page
from amanah.course.problem import Problem

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@rule(
    "P09",
    severity="error",
    scope="page",
    id={
        "page": "tautan {target} buntu: halaman {file} tidak ada",
        "page-near": "tautan {target} buntu: halaman {file} tidak ada; mungkin {near}?",
        "file": "tautan {target} buntu: berkas {file} tidak ada",
        "anchor": 'tautan {target} buntu: {file} tidak mempunyai tajuk "{anchor}"',
        "anchor-near": 'tautan {target} buntu: {file} tidak mempunyai tajuk "{anchor}"; mungkin "{near}"?',
        "absolute": "tautan {target} dimulai dengan /; tulis jalur dari halaman ini: folder kursus dapat di mana saja",
        "folder": "tautan {target} menunjuk folder; tulis berkas .md-nya",
        "empty": "tautan ini kosong",
    },
    en={
        "page": "the link {target} is dead: there is no page {file}",
        "page-near": "the link {target} is dead: there is no page {file}; did you mean {near}?",
        "file": "the link {target} is dead: there is no file {file}",
        "anchor": 'the link {target} is dead: {file} has no heading "{anchor}"',
        "anchor-near": 'the link {target} is dead: {file} has no heading "{anchor}"; did you mean "{near}"?',
        "absolute": "the link {target} begins with /; write the path from this page: the course may lie in any folder",
        "folder": "the link {target} points at a folder; write its .md file",
        "empty": "this link is empty",
    },
)
def living_links(page: Page, context: Context) -> Iterator[Problem]:
    """Every link to a page, a section or a file of the course leads there, in the same language.

    Links between pages are written with the path of the Markdown file. Links to other sites are not tried.

    Bad: ``[maklumat](2-maklumat.md)`` where the file is called 2-standard-and-maklumat.md
    Good: ``[maklumat](2-standard-and-maklumat.md#promise)``
    """
    pictures = [Link(image.target, image.place, image.html) for image in page.images]
    for link in [*page.links, *pictures]:
        if _SCHEME.match(link.target):
            continue
        if found_wrong := _wrong(link, page, context.course):
            variant, values = found_wrong
            yield found(link.place, variant, target=link.target, **values)


def _wrong(link: Link, page: Page, course: Course) -> tuple[str, dict[str, str]] | None:
    """The variant and values of what is wrong with a link; None if it leads somewhere."""
    path, _, anchor = unquote(link.target).partition("#")
    path = path.partition("?")[0]
    if not path and not anchor:
        return "empty", {}
    if path.startswith("/"):
        return "absolute", {}
    if not path:
        return _anchor(page, anchor, course)
    # From the page's folder below docs, as MkDocs does; what is not in a language's folder is shared by all.
    target = posixpath.normpath(posixpath.join(page.lang, posixpath.dirname(page.path), path))
    prefix, _, rest = target.partition("/")
    lang, name = (prefix, rest) if prefix in course.codes else (page.lang, target)
    extension = posixpath.splitext(name)[1]
    if extension == ".md" or (link.html and extension == ".html"):
        other = course.pages.get((lang, name.removesuffix(extension)))
        if other:
            return _anchor(other, anchor, course) if anchor else None
        name = name.removesuffix(extension)
        near = nearest(name, [each.path for each in course.pages_of(lang)])
        values = {"file": f"{DOCS}/{lang}/{name}.md", "near": f"{DOCS}/{lang}/{near}.md"}
        return ("page-near" if near else "page"), values
    places = [course.root / DOCS / each for each in (f"{lang}/{name}", name)]
    if any(place.is_file() for place in places):
        return None
    if path.endswith("/") or any(place.is_dir() for place in places):
        return "folder", {}
    return "file", {"file": f"{DOCS}/{name}"}


def _anchor(page: Page, anchor: str, course: Course) -> tuple[str, dict[str, str]] | None:
    known = set(page.anchors)
    slugs: list[str] = []
    for heading in page.headings:
        if heading.id:
            known.add(heading.id)
        else:
            slugs.append(_slug(heading.text))
    if anchor in known or anchor in slugs or _made_by_fence(page, anchor, course):
        return None
    near = nearest(anchor, sorted(known))
    return ("anchor-near" if near else "anchor"), {"file": page.file, "anchor": anchor, "near": near}


def _slug(text: str) -> str:
    """The id that Python-Markdown makes for a heading without one."""
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", text).strip().lower())


def _made_by_fence(page: Page, anchor: str, course: Course) -> bool:
    """Whether a register printed on the page has an entry with this id: term-, ref-, topic-KEY, LAW, LAW-ARTICLE."""
    names = {fence.name for fence in page.fences}
    if "glossary" in names and anchor.removeprefix("term-") in course.glossary:
        return True
    if "references" in names and anchor.removeprefix("ref-") in course.references:
        return True
    if "topics" in names and anchor.removeprefix("topic-") in course.topics:
        return True
    return "laws" in names and any(anchor == key or anchor.startswith(f"{key}-") for key in course.laws)
