"""What the progress script reads on a page: which page this is, its words, and where the steps of the course are."""

from __future__ import annotations

from markupsafe import Markup

from amanah.site.context import COMPLETION, POST_TEST, PRE_TEST, PageContext
from amanah.site.inline import plain
from amanah.site.lists import module_cards, steps
from amanah.site.templates import data_block

RESUME = "am-resume"  # class of the button that leads on from where the reader was


def progress(context: PageContext, text: str) -> Markup:
    """The data blocks at the end of a page of the course; nothing on any other page, where the script has no work."""
    if context.kind != "home" and not context.path.startswith("course/"):
        return Markup()
    blocks = [data_block("am-progress", context.words.starting("progress."))]
    if RESUME in text:
        blocks.append(data_block("am-course", {"steps": _steps(context), "end": _entry(context, COMPLETION)}))
    return Markup("\n").join(blocks)


def _steps(context: PageContext) -> list[list[str]]:
    """Id, title and link of every step of the course in this language, in the order of the course."""
    inside = [
        [step.page_id, plain(step.title), context.href(step.page)]
        for card in module_cards(context)
        for step in steps(context, card.number)
    ]
    return [entry for entry in (_entry(context, PRE_TEST), *inside, _entry(context, POST_TEST)) if entry]


def _entry(context: PageContext, page_id: str) -> list[str] | None:
    page = context.course.page_by_id(context.lang, page_id)
    return [page_id, plain(page.front.title), context.href(page)] if page and page.front else None
