"""The fences of a page, as pymdownx.superfences calls them (custom_fences in mkdocs.yml)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from markdown import Markdown
from markupsafe import Markup

from amanah.site import lists, quiz_html, reading, records_html, registers_html
from amanah.site import review as review_page
from amanah.site.context import PageContext
from amanah.site.errors import PageError
from amanah.site.figures import BadFigure
from amanah.site.figures import figure as draw_figure
from amanah.site.law_cards import law_card

Renderer = Callable[[PageContext, str, int], Markup]
Formatter = Callable[..., str]
SOURCES_MARK = "<!--am-sources-->"  # filled in when the whole page has been read


def _fence(name: str, empty: bool = False) -> Callable[[Renderer], Formatter]:
    """Makes a renderer a superfences formatter. superfences swallows every exception but its own, and the fence with
    it, so that nothing but a PageError with file and line may leave here."""

    def decorate(renderer: Renderer) -> Formatter:
        @wraps(renderer)
        def formatter(source: str, language: str, css_class: str, options: Any, md: Markdown, **_: Any) -> str:
            context: PageContext = md.amanah
            line = context.take_fence(name, source)
            try:
                if empty and source.strip():
                    raise ValueError(f"the fence {name} stays empty")
                return str(renderer(context, source, line))
            except PageError:
                raise
            except BadFigure as error:
                context.fail(str(error), line + error.line if line else 0)
            except Exception as error:
                # str() of a KeyError puts its message in quotes.
                context.fail(str(error.args[0] if isinstance(error, KeyError) and error.args else error), line)

        return formatter

    return decorate


@_fence("quiz")
def quiz(context: PageContext, source: str, line: int) -> Markup:
    """Item codes, one a line → the items as forms."""
    return quiz_html.quiz(context, source, line)


@_fence("recall")
def recall(context: PageContext, source: str, line: int) -> Markup:
    """The same under a heading of its own; the state is kept apart for each page."""
    return quiz_html.recall(context, source, line)


@_fence("law")
def law(context: PageContext, source: str, line: int) -> Markup:
    """Law references, a blank line, Markdown → the law card."""
    return law_card(context, source)


@_fence("figure")
def figure(context: PageContext, source: str, line: int) -> Markup:
    """A diagram with this page's labels."""
    return draw_figure(context, source, line)


@_fence("lessons", empty=True)
def lessons(context: PageContext, source: str, line: int) -> Markup:
    """The steps of the module."""
    return lists.lessons(context)


@_fence("outcomes", empty=True)
def outcomes(context: PageContext, source: str, line: int) -> Markup:
    """The outcomes of the module."""
    return lists.outcomes(context)


@_fence("course-map", empty=True)
def course_map(context: PageContext, source: str, line: int) -> Markup:
    """The modules of the course."""
    return lists.course_map(context)


@_fence("loom", empty=True)
def loom(context: PageContext, source: str, line: int) -> Markup:
    """The woven mat."""
    return lists.loom(context)


@_fence("sources", empty=True)
def sources(context: PageContext, source: str, line: int) -> Markup:
    """What the page cites; filled in at the end, when everything has been cited."""
    return Markup(SOURCES_MARK)


@_fence("glossary", empty=True)
def glossary(context: PageContext, source: str, line: int) -> Markup:
    """The glossary."""
    return registers_html.glossary(context)


@_fence("laws", empty=True)
def laws(context: PageContext, source: str, line: int) -> Markup:
    """The register of laws."""
    return registers_html.laws(context)


@_fence("references", empty=True)
def references(context: PageContext, source: str, line: int) -> Markup:
    """The bibliography."""
    return registers_html.references(context)


@_fence("articles", empty=True)
def articles(context: PageContext, source: str, line: int) -> Markup:
    """The articles of the knowledge base."""
    return reading.articles(context)


@_fence("topics", empty=True)
def topics(context: PageContext, source: str, line: int) -> Markup:
    """The topics with their lessons and articles."""
    return reading.topics(context)


@_fence("topic")
def topic(context: PageContext, source: str, line: int) -> Markup:
    """One topic with its lessons and articles."""
    return reading.topic(context, source)


@_fence("review", empty=True)
def review(context: PageContext, source: str, line: int) -> Markup:
    """The questions that are due today."""
    return review_page.review(context)


@_fence("review-calendar", empty=True)
def review_calendar(context: PageContext, source: str, line: int) -> Markup:
    """The review calendar for paper."""
    return review_page.calendar(context)


@_fence("progress")
def progress(context: PageContext, source: str, line: int) -> Markup:
    """A part of the progress page: the table, the file or the reset."""
    return records_html.progress(context, source)


@_fence("comparison", empty=True)
def comparison(context: PageContext, source: str, line: int) -> Markup:
    """The test before the course and the one after it, beside each other."""
    return records_html.comparison(context)


@_fence("completion", empty=True)
def completion(context: PageContext, source: str, line: int) -> Markup:
    """The completion sheet."""
    return records_html.completion(context)
