import pytest

from amanah.course.front_matter import KINDS, ArticlePage, Lesson, ModuleIndex
from amanah.course.page import Page, parse_page

COMMON = 'id: m1-l1\ntitle: "T"\ndescription: "D"\n'
LESSON = f'{COMMON}kind: lesson\nminutes: 12\noutcomes: [m1-o1, m1-o2]\ncore: "true"\nadapt: keep\npromise: "P"\n'


def page(front: str) -> Page:
    return parse_page(f"---\n{front}---\n# T\n", "docs/id/x.md", "id", "course/1-x/1-y")


def problems(front: str) -> list[tuple[str, str, int, int]]:
    return [(each.rule, each.variant, each.place.line, each.place.column) for each in page(front).problems]


def test_lesson_is_typed() -> None:
    front = page(LESSON).front
    assert isinstance(front, Lesson)
    assert (front.minutes, front.core, front.outcomes) == (12, True, ("m1-o1", "m1-o2"))


def test_module_keeps_its_outcomes() -> None:
    front = page(
        f"{COMMON}kind: module\nminutes: 30\noutcomes:\n"
        '  - {id: m1-o1, level: apply, page: m1-l1, core: false, text: "Do: it"}\n'
    ).front
    assert isinstance(front, ModuleIndex)
    assert (front.outcomes[0].level, front.outcomes[0].core, front.outcomes[0].text) == ("apply", False, "Do: it")


def test_article_names_topics_and_perhaps_lessons() -> None:
    article = f"{COMMON}kind: article\nminutes: 5\ntopics: [trust, complaints]\nlessons: []\n"
    front = page(article).front
    assert isinstance(front, ArticlePage)
    assert (front.minutes, front.topics, front.lessons) == (5, ("trust", "complaints"), ())
    assert problems(article.replace("[trust, complaints]", "[]")) == [("P01", "out-of-range", 7, 9)]
    assert problems(article.replace("lessons: []\n", "")) == [("P01", "missing-field", 2, 1)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_forbids_unknown_keys(kind: str) -> None:
    found = page(f"{COMMON}kind: {kind}\nzebra: 1\n").problems
    assert [(each.rule, each.place.line, each.place.column) for each in found if "unknown" in each.variant] == [
        ("P01", 6, 1)
    ]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            LESSON.replace("minutes: 12", "minuts: 12"),
            [("P01", "missing-field", 2, 1), ("P01", "unknown-field-nearest", 6, 1)],
        ),
        (LESSON.replace("12", "soon"), [("P01", "not-number", 6, 10)]),
        (LESSON.replace("keep", "kepp"), [("P01", "wrong-value-nearest", 9, 8)]),
        (LESSON.replace("[m1-o1, m1-o2]", "[]"), [("P01", "out-of-range", 7, 11)]),
        (LESSON.replace("m1-o2", "o2"), [("P01", "wrong-pattern", 7, 19)]),
        (LESSON.replace("kind: lesson\n", ""), [("P01", "no-kind", 2, 1)]),
        (LESSON.replace("kind: lesson", "kind: leson"), [("P01", "kind-near", 5, 7)]),
        (LESSON.replace("kind: lesson", "kind: [lesson]"), [("P01", "no-kind", 5, 7)]),
        (LESSON + "core: false\n", [("S02", "", 11, 1)]),
        (LESSON.replace("keep", "keep  # as it is"), [("S03", "cut", 9, 14)]),
        ('title: "open\n', [("S01", "unclosed-quote", 2, 8)]),
        ("- a\n", [("P01", "no-mapping", 2, 1)]),
        ("", [("P01", "no-kind", 2, 1)]),
    ],
)
def test_problems_have_their_place(front: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert sorted(problems(front), key=lambda each: each[2:]) == expected


def test_id_is_known_though_the_rest_is_wrong() -> None:
    wrong = page(LESSON.replace("keep", "kepp"))
    assert (wrong.front, wrong.id) == (None, "m1-l1")


@pytest.mark.parametrize(("text", "variant"), [("# T\n", "none"), ("", "none"), ("---\nid: x\n# T\n", "open")])
def test_missing_front_matter(text: str, variant: str) -> None:
    read = parse_page(text, "docs/id/x.md", "id", "x")
    assert [(each.rule, each.variant, str(each.place)) for each in read.problems] == [
        ("P01", variant, "docs/id/x.md:1:1")
    ]
    assert (read.body, read.body_line) == (text, 1)


def test_places_of_values() -> None:
    read = page(LESSON)
    assert str(read.front_place("outcomes", 1)) == "docs/id/x.md:7:19"
    assert str(read.front_place("minutes")) == "docs/id/x.md:6:10"
