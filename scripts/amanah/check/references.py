"""Links, citations and terms in the text of an item: does each of them lead somewhere?"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from amanah.check import marks
from amanah.course.course import Course
from amanah.course.elements import Citation
from amanah.course.place import Place

_NOWHERE = Place("")


def citation(text: str) -> Citation:
    """``uu-25-2009:44(3)`` → the law with its article, ``putnam-1993`` → the reference."""
    key, _, article = text.strip().removeprefix("@").partition(":")
    return Citation(key.strip(), article.strip() or None, _NOWHERE)


def is_known(text: str, course: Course) -> bool:
    """Whether a citation key as in a text stands in the registers."""
    return course.resolve(citation(text)) is not None


def unresolved(text: str, lang: str, course: Course) -> Iterator[tuple[str, str]]:
    """(kind, target) of everything in the text that leads nowhere; kind is link, citation or term."""
    for match in marks.CITATION.finditer(text):
        for key in match[1].split(";"):
            if not is_known(key, course):
                yield "citation", key.strip().removeprefix("@")
    for match in marks.TERM.finditer(text):
        if match[1].strip() not in course.glossary:
            yield "term", match[1].strip()
    for match in marks.LINK.finditer(text):
        if not _leads_somewhere(match[1], lang, course):
            yield "link", match[1] or match[0]


def _leads_somewhere(target: str, lang: str, course: Course) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return "." in parts.netloc
    if parts.scheme == "mailto":
        return "@" in parts.path
    page = course.pages.get((lang, parts.path.removesuffix(".md")))
    if parts.scheme or page is None:
        return False
    return not parts.fragment or any(heading.id == parts.fragment for heading in page.headings)
