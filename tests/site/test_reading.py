"""The knowledge base: its lists, and what stands at the foot of articles and lessons."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_site import copy_sample, render
from selectolax.lexbor import LexborHTMLParser, LexborNode

from amanah.site.errors import PageError

ARTICLE = "en/knowledge/two-parties.md"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_sample(tmp_path_factory.mktemp("reading"))


def page(course: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser(render(course, path))


def rows(node: LexborNode) -> list[tuple[str, str, str]]:
    """Address, title and minutes of every line of a list."""
    lines = node.css("li")
    return [(a.attributes["href"] or "", a.text(), li.css_first("span").text()) for li in lines for a in li.css("a")]


def test_an_article_says_that_it_belongs_to_the_knowledge_base(course: Path) -> None:
    where = page(course, ARTICLE).css_first(".am-eyebrow")
    assert where.text() == "Knowledge base · 6 minutes"
    assert where.css_first("a").attributes["href"] == "index.html"
    html = render(course, "id/knowledge/answering.md")
    assert "Pustaka</a> · 1 menit" in html and html.index("am-eyebrow") < html.index("<h1")


def test_below_an_article_stand_its_lessons_and_related_articles(course: Path) -> None:
    html = render(course, ARTICLE)
    tree = LexborHTMLParser(html)
    assert [node.text() for node in tree.css("h2")] == ["Sources", "Lessons that use it", "Related reading"]
    lessons, near = tree.css(".am-reading")
    assert rows(lessons) == [
        ("../course/6-sample/1-one.html", "6.1 A promise to whom?", "15 minutes"),
        ("../course/6-sample/2-two.html", "6.2 Two parties", "1 minute"),
    ]
    assert rows(near) == [
        ("aside.html", "Aside", "3 minutes"),  # it shares two topics, though it is not in the navigation
        ("answering.html", "Answering a complaint", "1 minute"),
    ]
    assert [a.attributes["href"] for a in tree.css(".am-small a")] == [
        "topics.html#topic-charter",
        "topics.html#topic-complaints",
    ]


def test_of_articles_that_share_as_much_the_navigation_decides(course: Path) -> None:
    near = page(course, "en/knowledge/answering.md").css(".am-reading")[1]
    assert [title for _, title, _ in rows(near)] == ["Two sides", "Aside"]


def test_at_most_four_are_related(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    folder = root / "docs/en/knowledge"
    for number in range(4):
        text = (folder / "answering.md").read_text("utf-8")
        (folder / f"more-{number}.md").write_text(text.replace("id: answering", f"id: more-{number}"), "utf-8")
    near = page(root, ARTICLE).css(".am-reading")[1]
    assert [href for href, _, _ in rows(near)] == ["aside.html", "answering.html", "more-0.html", "more-1.html"]


def test_an_article_without_lessons_has_no_heading_for_them(course: Path) -> None:
    assert [node.text() for node in page(course, "id/knowledge/aside.md").css("h2")] == ["Sumber", "Bacaan terkait"]


def test_below_a_lesson_stand_the_articles_that_name_it(course: Path) -> None:
    html = render(course, "id/course/6-sample/2-two.md")
    foot = html.split("<h2>Di pustaka</h2>")[1]
    assert rows(LexborHTMLParser(foot).body) == [
        ("../../knowledge/two-parties.html", "Dua pihak", "6 menit"),
        ("../../knowledge/answering.html", "Menjawab aduan", "1 menit"),
    ]
    assert foot.rstrip().endswith("</div>"), "it stands inside the page's wrapper"


def test_other_pages_have_no_foot(course: Path) -> None:
    for path in ("course/6-sample/index.md", "course/6-sample/practice.md", "knowledge/laws.md"):
        assert "am-reading" not in render(course, f"en/{path}")


def test_the_list_of_articles_follows_the_navigation(course: Path) -> None:
    tree = page(course, "en/knowledge/index.md")
    assert rows(tree.css_first(".am-reading")) == [
        ("two-parties.html", "Two sides", "6 minutes"),
        ("answering.html", "Answering a complaint", "1 minute"),
        ("aside.html", "Aside", "3 minutes"),
    ]
    assert tree.css_first(".am-reading p").text() == "Who promises what to whom."


def test_the_page_of_topics(course: Path) -> None:
    tree = page(course, "id/knowledge/topics.md")
    assert [(node.attributes["id"], node.text()) for node in tree.css("h2")] == [
        ("topic-charter", "Piagam"),
        ("topic-complaints", "Pengaduan"),
    ], "a topic with nothing on it is left out"
    assert [a.attributes["href"] for a in tree.css("h1 + p a")] == ["#topic-charter", "#topic-complaints"]
    assert tree.css_first("h2 + p em").text() == "dua"
    assert [node.text() for node in tree.css(".am-eyebrow")] == ["Artikel", "Pelajaran"] * 2
    lists = [[title for _, title, _ in rows(node)] for node in tree.css(".am-reading")]
    assert lists == [
        ["Dua pihak", "Di luar"],
        ["6.1 Janji kepada siapa?", "6.2 Dua pihak"],  # the id of the module stands for its lessons
        ["Dua pihak", "Menjawab aduan", "Di luar"],
        ["6.2 Dua pihak"],
    ]


def test_a_topic_with_a_page_of_its_own(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    folder = root / "docs/en/knowledge/topics"
    folder.mkdir()
    front = 'id: topic-complaints\ntitle: "Complaints"\nkind: page\ndescription: "On complaints."'
    (folder / "complaints.md").write_text(f"---\n{front}\n---\n# Complaints\n\n```topic\ncomplaints\n```\n", "utf-8")
    own = page(root, "en/knowledge/topics/complaints.md")
    assert [node.text() for node in own.css("h2")] == ["Articles", "Lessons"]
    assert [href for href, _, _ in rows(own.css(".am-reading")[1])] == ["../../course/6-sample/2-two.html"]
    overview = page(root, "en/knowledge/topics.md")
    assert overview.css_first("#topic-complaints a").attributes["href"] == "topics/complaints.html"
    assert len(overview.css(".am-reading")) == 2, "only those of the topic without a page"
    assert page(root, ARTICLE).css(".am-small a")[1].attributes["href"] == "topics/complaints.html"


def test_an_unknown_topic_stops_the_build(course: Path) -> None:
    with pytest.raises(PageError, match=r'two-parties\.md:3: docs/registers/topics.yml has no topic "none"'):
        render(course, ARTICLE, "# x\n\n```topic\nnone\n```\n")


@pytest.mark.parametrize("fence", ["articles", "topics"])
def test_the_fences_stay_empty(course: Path, fence: str) -> None:
    with pytest.raises(PageError, match=f"two-parties.md:3: the fence {fence} stays empty"):
        render(course, ARTICLE, f"# x\n\n```{fence}\nx\n```\n")
