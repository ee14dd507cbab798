"""The knowledge base: the list of articles, the page of topics, and what stands at the foot of articles and lessons."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from amanah.course.front_matter import ArticlePage, Lesson
from amanah.course.page import Page
from amanah.course.registers import Topic
from amanah.site.context import TOPICS, PageContext
from amanah.site.templates import render

MOST_RELATED = 4
Entry = tuple[Page, ArticlePage]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: a link, how long it takes, and in a list of articles what it is about."""

    href: str
    title: str
    minutes: str
    description: str = ""


def articles(context: PageContext) -> Markup:
    """Every article with its description, in the order of the navigation."""
    rows = [_article(context, entry, described=True) for entry in context.course.articles(context.lang)]
    return render(context.root, "blocks/reading.html", rows=rows)


def topics(context: PageContext) -> Markup:
    """Every topic that has lessons or articles, with what it is about; the lists stand on its page if it has one."""
    sections = []
    for topic in context.course.topics.values():
        if parts := _parts(context, topic):
            href = context.href_of(f"topic-{topic.key}")
            sections.append((topic, href, [] if href else parts))
    return render(context.root, "blocks/topics.html", sections=sections, lang=context.lang)


def topic(context: PageContext, source: str) -> Markup:
    """What one topic is about, with its articles and lessons. Raises ValueError for a topic that is not there."""
    key = source.strip()
    if key not in context.course.topics:
        raise ValueError(f'docs/registers/topics.yml has no topic "{key}"')
    found = context.course.topics[key]
    return render(context.root, "blocks/topic.html", topic=found, parts=_parts(context, found), lang=context.lang)


def _parts(context: PageContext, topic: Topic) -> list[tuple[str, list[Row]]]:
    """The articles and the lessons on a topic, each list under its heading."""
    course, lang = context.course, context.lang
    lessons = [_lesson(context, page) for page in course.lessons(lang, topic.lessons)]
    on_it = [entry for entry in course.articles(lang) if topic.key in entry[1].topics]
    written = [_article(context, entry, described=True) for entry in on_it]
    parts = [("topics.articles", written), ("topics.lessons", lessons)]
    return [(context.words(word), rows) for word, rows in parts if rows]


def foot(context: PageContext) -> Markup:
    """Below an article its lessons, its topics and related articles; below a lesson the articles that name it."""
    page = context.page
    front = page.front if page else None
    course, lang = context.course, context.lang
    if isinstance(front, ArticlePage):
        lessons = [_lesson(context, each) for each in course.lessons(lang, front.lessons)]
        near = [_article(context, entry) for entry in related(front, course.articles(lang))]
        parts = [("foot.lessons", lessons), ("foot.related", near)]
        links = [
            (course.topics[key].title[lang], context.href_of(f"topic-{key}") or context.href_of(TOPICS, f"topic-{key}"))
            for key in front.topics
            if key in course.topics
        ]
    elif isinstance(front, Lesson):
        naming = [entry for entry in course.articles(lang) if front.id in entry[1].lessons]
        parts, links = [("foot.articles", [_article(context, entry) for entry in naming])], []
    else:
        return Markup()
    shown = [(context.words(word), rows) for word, rows in parts if rows]
    return render(context.root, "blocks/foot.html", parts=shown, topics=links, t=context.words)


def related(front: ArticlePage, entries: list[Entry]) -> list[Entry]:
    """Other articles that share a topic, at most four: the most shared first, then the order in which they come."""

    def shared(entry: Entry) -> int:
        return len({*front.topics} & {*entry[1].topics})

    others = [entry for entry in entries if entry[1].id != front.id and shared(entry)]
    return sorted(others, key=shared, reverse=True)[:MOST_RELATED]


def _article(context: PageContext, entry: Entry, described: bool = False) -> Row:
    page, front = entry
    minutes = context.words.count("minutes", front.minutes)
    return Row(context.href(page), front.title, minutes, front.description if described else "")


def _lesson(context: PageContext, page: Page) -> Row:
    front = page.front
    assert isinstance(front, Lesson)
    title = f"{page.module}.{page.lesson} {front.title}"
    return Row(context.href(page), title, context.words.count("minutes", front.minutes))
