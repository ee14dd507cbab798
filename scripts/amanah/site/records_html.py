"""What shows the reader's own records: the progress page, the comparison of the two tests, the completion sheet.

The counting is done in the browser (overrides/assets/js/tally.js). Here stand the page ids, item codes and minutes that
it counts by, and words with gaps, which without the script are a form to fill in by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from amanah.course.front_matter import ModuleCard, ModuleIndex, Outcome, Quiz
from amanah.course.page import Page
from amanah.site import lists, weave
from amanah.site.context import PageContext
from amanah.site.quiz_html import SCORED
from amanah.site.scan import find_fences
from amanah.site.templates import data_block, render

BEFORE, AFTER = "pre-test", "post-test"  # page ids of the two tests
REVIEW = "review"  # page id of what is due
JP = 45  # minutes of a "jam pelajaran"


@dataclass(frozen=True, slots=True)
class Module:
    """One module with its steps; ``counted``: the codes of its quiz that enter the score."""

    card: ModuleCard
    page: Page
    steps: list[lists.Step]
    counted: list[str]

    def ids(self, kind: str) -> list[str]:
        return [step.page.id for step in self.steps if step.kind == kind and step.page.id]

    @property
    def size(self) -> int:
        """How many lessons it has."""
        return len(self.ids("lesson"))

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return self.page.front.outcomes if isinstance(self.page.front, ModuleIndex) else ()


def progress(context: PageContext, source: str) -> Markup:
    """One part of the progress page: ``table``, ``file`` (to a file and from one) or ``reset``."""
    part = source.strip()
    if part not in ("table", "file", "reset"):
        raise ValueError("the fence progress names one part: table, file or reset")
    review = context.href_of(REVIEW)
    values = {"modules": _modules(context), "mat": _mat(context), "words": _data(context, "records")}
    return render(context.root, f"records/{part}.html", t=context.words, href=context.href, review=review, **values)


def comparison(context: PageContext) -> Markup:
    """Both tests beside each other, and the lessons behind what the second one missed."""
    before, after = _counted(context, BEFORE), _counted(context, AFTER)
    rows = [
        (card, [code for code in before if _module(context, code) == card.slug], own)
        for card in lists.module_cards(context)
        if (own := [code for code in after if _module(context, code) == card.slug])
    ]
    return render(
        context.root,
        "records/comparison.html",
        rows=rows,
        tests=[("before", context.href_of(BEFORE), before), ("after", context.href_of(AFTER), after)],
        lessons=_lessons_behind(context, after),
        words=_data(context, "compare"),
        t=context.words,
    )


def completion(context: PageContext) -> Markup:
    """The sheet to print: what was done, as the browser knows it, or gaps for a pen."""
    modules = _modules(context)
    tests = [page for id_ in (BEFORE, AFTER) if (page := context.course.page_by_id(context.lang, id_))]
    minutes = [(step.page, step.minutes) for module in modules for step in module.steps]
    minutes += [(page, int(page.front.minutes)) for page in tests if isinstance(page.front, Quiz)]
    return render(
        context.root,
        "records/completion.html",
        modules=modules,
        mat=_mat(context),
        minutes=" ".join(f"{page.id}:{n}" for page, n in minutes),
        whole=sum(n for _, n in minutes),
        jp=JP,
        words=_data(context, "completion"),
        t=context.words,
    )


def _modules(context: PageContext) -> list[Module]:
    """The modules that have pages."""
    found = []
    for card in lists.module_cards(context):
        page = context.course.pages.get((context.lang, f"course/{card.slug}/index"))
        if page:
            steps = lists.steps(context, card.number)
            codes = [code for step in steps if step.kind == "quiz" for code in _codes(step.page)]
            found.append(Module(card, page, steps, [code for code in codes if _is_counted(context, code)]))
    return found


def _mat(context: PageContext) -> Markup:
    """The empty loom with the ids by which the script weaves it: a group a module, its quiz last."""
    modules = _modules(context)
    drawn = weave.mat([([False] * module.size, False) for module in modules], context.words("loom.label"))
    groups = ";".join(" ".join(module.ids("lesson") + module.ids("quiz")) for module in modules)
    return render(context.root, "records/mat.html", mat=Markup(drawn), groups=groups, t=context.words)


def _codes(page: Page) -> Iterator[str]:
    """The items that the quiz fences of a page name."""
    for fence in find_fences(page.body.splitlines()):
        if fence.name == "quiz":
            yield from fence.lines


def _counted(context: PageContext, page_id: str) -> list[str]:
    """The codes of a test that enter its score."""
    page = context.course.page_by_id(context.lang, page_id)
    if page is None:
        raise ValueError(f"a comparison needs a page with the id {page_id}")
    return [code for code in _codes(page) if _is_counted(context, code)]


def _is_counted(context: PageContext, code: str) -> bool:
    bank, item = context.library.items.get(code, (None, None))
    return bank is not None and item is not None and item.type in SCORED and not bank.hide_key


def _module(context: PageContext, code: str) -> str:
    return context.library.items[code][0].module


def _lessons_behind(context: PageContext, codes: list[str]) -> list[tuple[str, str, list[str]]]:
    """For each lesson that teaches what the items ask: its link, its title with number, and the codes."""
    pages = {outcome.id: outcome.page for module in _modules(context) for outcome in module.outcomes}
    found: dict[str, list[str]] = {}
    for code in codes:
        if page_id := pages.get(context.library.items[code][1].outcome or ""):
            found.setdefault(page_id, []).append(code)
    rows = []
    for page_id, asked in found.items():
        page = context.course.page_by_id(context.lang, page_id)
        if page and page.front:
            number = f"{page.module}.{page.lesson} " if page.lesson else f"{page.module} · "
            rows.append((context.href(page), number + page.front.title, asked))
    return rows


def _data(context: PageContext, prefix: str) -> Markup:
    """The words of a script as a block of data."""
    words = {**context.words.starting(f"{prefix}."), "months": context.words("months"), "date": context.words("date")}
    return data_block(f"am-{prefix}-words", words)
