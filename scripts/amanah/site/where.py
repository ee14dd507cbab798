"""The line above the title: which module, which step, how long; of an article the knowledge base and how long."""

from __future__ import annotations

from markupsafe import Markup

from amanah.course.front_matter import ArticlePage, Lesson, ModuleIndex, Practice, Quiz
from amanah.site import weave
from amanah.site.context import KNOWLEDGE, PageContext
from amanah.site.lists import module_cards, steps
from amanah.site.templates import render


def where(context: PageContext) -> Markup:
    """Emblem, link upwards, step and minutes, progress strip; empty outside a module and the articles."""
    page, module = context.page, context.module
    front = page.front if page else None
    if isinstance(front, ArticlePage):
        return _above_article(context, front)
    if module is None or not isinstance(front, ModuleIndex | Lesson | Practice | Quiz):
        return Markup()
    words = context.words
    cards = module_cards(context)
    all_steps = steps(context, module)
    lessons = [step for step in all_steps if step.kind == "lesson"]
    if isinstance(front, ModuleIndex):
        link = words("where.module", n=module, of=len(cards) or module)
        href = context.href_of("course")
        parts = [words.count("lessons", len(lessons))]
    else:
        link = next((card.title for card in cards if card.number == module), f"{module}")
        href = context.href_of(f"m{module}")
        parts = [_step(context, front, lessons_of=len(lessons))]
    if isinstance(front, Quiz):
        own = next((step for step in all_steps if step.kind == "quiz" and step.page is page), None)
        if own:
            parts.append(words.count("questions", own.questions))
    parts.append(words.count("minutes", int(front.minutes)))
    if isinstance(front, Lesson) and front.core:
        parts.append(words("where.core"))
    return render(
        context.root,
        "blocks/where.html",
        emblem=Markup(weave.emblem(module, cell=5)),
        strip=Markup(weave.strip(module, [False] * len(lessons))) if lessons else "",
        lessons=" ".join(step.page_id for step in lessons),
        module=module,
        link=link,
        href=href,
        step=" · ".join(parts),
    )


def _above_article(context: PageContext, front: ArticlePage) -> Markup:
    words = context.words
    minutes = words.count("minutes", front.minutes)
    link, href = words("where.article"), context.href_of(KNOWLEDGE)
    return render(context.root, "blocks/where-article.html", link=link, href=href, minutes=minutes)


def _step(context: PageContext, front: Lesson | Practice | Quiz, lessons_of: int) -> str:
    if isinstance(front, Lesson):
        return context.words("where.lesson", n=context.page.lesson if context.page else 0, of=lessons_of)
    return context.words(f"where.{front.kind}")
