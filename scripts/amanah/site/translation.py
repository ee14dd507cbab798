"""What a page says of its own translation."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from amanah.course.translations import TOP, Gap, page_gaps
from amanah.site.context import PageContext
from amanah.site.templates import render


def source_language(context: PageContext) -> str:
    """The language that an untranslated page is really written in; empty for every other page."""
    return context.course.default_language if _untranslated(context, _gaps(context)) else ""


def banner(context: PageContext) -> Markup:
    """Names the sections that are older than the source or not translated; empty where the translation is whole."""
    gaps = _gaps(context)
    if not gaps:
        return Markup()
    source = next(each.name for each in context.course.languages if each.default)
    if _untranslated(context, gaps):
        lists: list[tuple[str, list[tuple[str, str]]]] = [(context.words("translation.page", source=source), [])]
    else:
        lists = [
            (context.words(f"translation.{state}", source=source), _links(context, gaps, state))
            for state in ("stale", "missing")
            if any(gap.state == state for gap in gaps)
        ]
    return render(context.root, "blocks/translation.html", lists=lists, link=_source_link(context), t=context.words)


def _gaps(context: PageContext) -> list[Gap]:
    record = context.library.records.get(context.lang)
    found = page_gaps(context.course, record, context.path) if record else ()
    return [gap for gap in found if gap.state != "unrecorded"]  # that is the authors' affair


def _untranslated(context: PageContext, gaps: list[Gap]) -> bool:
    """Whether the page is still the copy of the source with which a draft begins."""
    record = context.library.records.get(context.lang)
    return bool(gaps) and record is not None and record.draft and context.path not in record.pages


def _links(context: PageContext, gaps: Iterable[Gap], state: str) -> list[tuple[str, str]]:
    """(title, link) of each section; one that this page does not have yet leads nowhere."""
    there = {heading.id for heading in context.page.headings} if context.page else set()
    return [
        (gap.title or context.words("translation.top"), f"#{gap.section}" if gap.section in there else "")
        for gap in gaps
        if gap.state == state and (gap.title or gap.section == TOP)
    ]


def _source_link(context: PageContext) -> str:
    source = context.course.pages.get((context.course.default_language, context.path))
    return context.href(source) if source else ""
