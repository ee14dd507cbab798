"""Lists made from front matter: a module's lessons and outcomes, the map of the course, the loom."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from amanah.course.front_matter import Lesson, ModuleCard, ModuleIndex, Practice, Quiz
from amanah.course.page import Page
from amanah.site import weave
from amanah.site.context import REVIEW, PageContext
from amanah.site.scan import find_fences
from amanah.site.templates import render


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a module: a lesson, the practice or the quiz."""

    page: Page
    kind: str
    title: str
    minutes: int
    core: bool
    questions: int

    @property
    def page_id(self) -> str:
        return self.page.front.id if self.page.front else ""


def steps(context: PageContext, module: int) -> list[Step]:
    """Lessons by number, then the practice, then the quiz."""
    found = []
    for page in context.course.module_pages(context.lang, module):
        front = page.front
        if isinstance(front, Lesson | Practice | Quiz):
            core = isinstance(front, Lesson) and front.core
            title = f"{module}.{page.lesson} {front.title}" if isinstance(front, Lesson) else front.title
            found.append(Step(page, front.kind, title, int(front.minutes), core, quiz_length(page)))
    order = {"lesson": 0, "practice": 1, "quiz": 2}
    return sorted(found, key=lambda step: (order[step.kind], step.page.lesson or 0))


def quiz_length(page: Page) -> int:
    """How many items the quiz fences of a page name."""
    return sum(len(fence.lines) for fence in find_fences(page.body.splitlines()) if fence.name == "quiz")


def detail(context: PageContext, step: Step) -> str:
    """14 menit · jalur inti; Kuis · 24 soal · 40 menit."""
    words = context.words
    parts = [] if step.kind == "lesson" else [words(f"where.{step.kind}")]
    if step.kind == "quiz":
        parts.append(words.count("questions", step.questions))
    parts.append(words.count("minutes", step.minutes))
    if step.core:
        parts.append(words("where.core"))
    return " · ".join(parts)


def lessons(context: PageContext) -> Markup:
    """The steps of the page's module."""
    if context.module is None:
        raise ValueError("a list of lessons belongs on a page of a module")
    rows = [(step, context.href(step.page), detail(context, step)) for step in steps(context, context.module)]
    return render(context.root, "blocks/lessons.html", rows=rows, module=context.module)


def outcomes(context: PageContext) -> Markup:
    """The outcomes of the page's module, each with its level and the lesson that teaches it."""
    front = context.page.front if context.page else None
    if not isinstance(front, ModuleIndex):
        raise ValueError("a list of outcomes belongs on the first page of a module")
    rows = []
    for outcome in front.outcomes:
        target = context.course.page_by_id(context.lang, outcome.page)
        rows.append((outcome, _where(context, target), context.href(target) if target else ""))
    return render(context.root, "blocks/outcomes.html", rows=rows, t=context.words)


def _where(context: PageContext, page: Page | None) -> str:
    """Pelajaran 4.2, or the word for the practice."""
    if page is None:
        return ""
    if page.lesson is None:
        return context.words("where.practice")
    return context.words("outcome.lesson", title=f"{page.module}.{page.lesson}")


def module_cards(context: PageContext) -> tuple[ModuleCard, ...]:
    """The modules as the course page of this language lists them."""
    front = context.course.course_index(context.lang)
    return front.modules if front else ()


def lesson_count(card: ModuleCard) -> int:
    return card.lessons if isinstance(card.lessons, int) else len(card.lessons)


def lesson_ids(context: PageContext, card: ModuleCard, unknown: int = 0) -> list[str]:
    """The ids of a module's lessons; where none is written yet, the ids that they will have.

    `unknown` is how many to count on where nobody has said yet.
    """
    written = [step.page_id for step in steps(context, card.number) if step.kind == "lesson"]
    return written or [f"m{card.number}-l{number + 1}" for number in range(lesson_count(card) or unknown)]


def quiz_id(context: PageContext, card: ModuleCard) -> str:
    """The id of a module's quiz, or the one that it will have."""
    written = [step.page_id for step in steps(context, card.number) if step.kind == "quiz"]
    return written[0] if written else f"m{card.number}-quiz"


def course_map(context: PageContext) -> Markup:
    """The modules with their emblems; a module without pages says that it is to come and is no link."""
    cards = module_cards(context)
    if not cards:
        raise ValueError(f"docs/{context.lang}/course/index.md lists no modules")
    rows = []
    for card in cards:
        index = context.course.pages.get((context.lang, f"course/{card.slug}/index"))
        ids = lesson_ids(context, card)
        front = index.front if index else None
        rows.append(
            {
                "card": card,
                "href": context.href(index) if index else "",
                "emblem": Markup(weave.emblem(card.number, cell=6)),
                "strip": Markup(weave.strip(card.number, [False] * len(ids))) if ids else "",
                "ids": " ".join(ids),
                "quiz": quiz_id(context, card),
                "lessons": context.words.count("lessons", len(ids)) if ids else "",
                "minutes": context.words.count("minutes", int(front.minutes)) if isinstance(front, ModuleIndex) else "",
            }
        )
    return render(context.root, "blocks/course-map.html", rows=rows, t=context.words)


def loom(context: PageContext) -> Markup:
    """The whole mat, nothing woven yet, with the names of the modules under its bands."""
    cards = module_cards(context)
    if not cards:
        raise ValueError(f"docs/{context.lang}/course/index.md lists no modules")
    bands = [(card, lesson_ids(context, card, unknown=4)) for card in cards]
    mat = Markup(weave.mat([([False] * len(ids), False) for _, ids in bands], context.words("loom.label")))
    groups = ";".join(" ".join([*ids, quiz_id(context, card)]) for card, ids in bands)
    review = context.href_of(REVIEW)
    return render(context.root, "blocks/loom.html", mat=mat, bands=bands, groups=groups, review=review, t=context.words)
