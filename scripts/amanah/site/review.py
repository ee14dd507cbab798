"""The page "Tinjau ulang / Review": what its script fills in, and the calendar for paper."""

from __future__ import annotations

import json

from markupsafe import Markup

from amanah.site.context import PageContext
from amanah.site.lists import module_cards, steps
from amanah.site.templates import render

WAITS = (1, 7, 30)  # days; schedule.js counts the same


def review(context: PageContext) -> Markup:
    """The empty list of due questions with the words of its script."""
    context.has_items = True  # the words of the quiz script go to the page as well
    words = json.dumps(context.words.starting("review."), ensure_ascii=False, separators=(",", ":"))
    return render(
        context.root,
        "blocks/review.html",
        course=context.href_of("course"),
        words=Markup(words.replace("<", "\\u003c")),  # no "<" can end or begin an element in it
        t=context.words,
    )


def calendar(context: PageContext) -> Markup:
    """A table with every lesson, and room for the dates of its reviews."""
    modules = []
    for card in module_cards(context):
        found = steps(context, card.number)
        lessons = [step.title for step in found if step.kind == "lesson"]
        quiz = next((context.href(step.page) for step in found if step.kind == "quiz"), "")
        if lessons:
            modules.append((card, lessons, quiz))
    if not modules:
        raise ValueError("a review calendar needs a module with lessons")
    return render(context.root, "blocks/review-calendar.html", modules=modules, waits=WAITS, t=context.words)
