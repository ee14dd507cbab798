"""Citations, terms, links and images at their exact places."""

import pytest

from amanah.course.page import Page, parse_page


def page(body: str) -> Page:
    return parse_page("---\nid: x\n---\n" + body, "p.md", "id", "x")


def citations(body: str) -> list[tuple[str, int, int]]:
    return [(str(c), c.place.line, c.place.column) for c in page(body).citations]


def wrong(body: str) -> list[tuple[str, str, int, int]]:
    return [(p.rule, p.variant, p.place.line, p.place.column) for p in page(body).problems if p.rule != "P01"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Teks [@a].", [("a", 4, 7)]),
        ("[@a; @uu-25-2009:44(3)]", [("a", 4, 2), ("uu-25-2009:44(3)", 4, 6)]),
        ("[@a;\n  @b]", [("a", 4, 2), ("b", 5, 3)]),
        ("[ @a ]", [("a", 4, 3)]),
        ("[@u:20(2), (4)] [@u:54–58]", [("u:20(2),(4)", 4, 2), ("u:54-58", 4, 18)]),
        ("| a |\n|---|\n| x [@a] |", [("a", 6, 6)]),
        ("- butir\n    - butir [@a]", [("a", 5, 14)]),
        ('!!! case "Judul [@a]"\n    Isi [@b]', [("a", 4, 18), ("b", 5, 10)]),
        ("**[@a]** dan [tautan [@b]](x.md)", [("a", 4, 4), ("b", 4, 23)]),
        ("> kutipan [@a]", [("a", 4, 12)]),
        ("```law\nu:1\n\nTeks [@a].\n```", [("a", 7, 7)]),
        ('```figure\ncaption: "Teks [@a]"\n```', [("a", 5, 17)]),
        ("`[@a]` ``x ` [@b]`` \\[@c] <!-- [@d] --> x@y.z", []),
        ("`satu\n[@a]` dan `dua", []),
        ("`satu\n\n[@a]` dan", [("a", 6, 2)]),
        ("```text\n[@a]\n```\n\n~~~~\n[@b]\n~~~~", []),
        ("[@a](b.md)", [("a", 4, 2)]),
    ],
)
def test_citations(body: str, expected: list[tuple[str, int, int]]) -> None:
    assert citations(body) == expected
    assert wrong(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("x [@a, @b]", [("P05", "form", 4, 4)]),
        ("[@a; b]", [("P05", "form", 4, 6)]),
        ("[@a;]", [("P05", "form", 4, 5)]),
        ("[@]", [("P05", "form", 4, 2)]),
        ("[@a:]", [("P05", "form", 4, 2)]),
        ("x [@a dan", [("P05", "open", 4, 3)]),
        ("x [[a dan", [("P07", "open", 4, 3)]),
        ("x [[ ]]", [("P07", "empty", 4, 3)]),
        ("x [[a|]]", [("P07", "empty", 4, 3)]),
    ],
)
def test_marks_that_are_not_complete(body: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert wrong(body) == expected


def test_terms() -> None:
    read = page("Satu [[a-b]], [[c|kata\nlain]] dan\n| [[d\\|e]] |\n`[[f]]`")
    assert [(t.key, t.text, t.place.line, t.place.column) for t in read.terms] == [
        ("a-b", None, 4, 6),
        ("c", "kata lain", 4, 15),
        ("d", "e", 6, 3),
    ]


def test_links() -> None:
    read = page(
        '[a](b.md) [c *d* [e]](<f g.md> "t") [h](i_(j).md#k)\n[m][n] <https://o.p>\n'
        "<a class=\"q\" href='r.html'>s</a> `[t](u)` \\[v](w)\n\n[n]: y.md 'z'\n"
    )
    assert [(each.target, each.html, each.place.line, each.place.column) for each in read.links] == [
        ("b.md", False, 4, 5),
        ("f g.md", False, 4, 23),
        ("i_(j).md#k", False, 4, 41),
        ("https://o.p", False, 5, 9),
        ("r.html", True, 6, 14),
        ("y.md", False, 8, 6),
    ]


def test_images() -> None:
    read = page(
        '![a [b]](c.png) ![](d.png)\n| ![e](f.png "g") |\n[![h](i.png)](j.md)\n'
        '<img src="k.png" alt=""> <img src=\'l.png\'> <img alt=m src=n.png>\n'
    )
    assert [(i.alt, i.target, i.decorative, i.place.line, i.place.column) for i in read.images] == [
        ("a [b]", "c.png", False, 4, 1),
        ("", "d.png", False, 4, 17),
        ("e", "f.png", False, 5, 3),
        ("h", "i.png", False, 6, 2),
        ("", "k.png", True, 7, 1),
        ("", "l.png", False, 7, 26),
        ("m", "n.png", False, 7, 44),
    ]
    assert [each.target for each in read.links] == ["j.md"]


def test_anchors_outside_of_headings() -> None:
    assert page('<span id="a"></span>\n\nTeks\n{: #b .c }\n\n[x](y.md){#d}\n').anchors == {"a", "b", "d"}


def test_prose_keeps_lines_and_columns() -> None:
    body = "UU [@a] `b` [c](d.md) [[e]]\n\n```quiz\nf\n```\nx <b>y</b>\n"
    prose = page(body).prose
    assert prose.split() == ["UU", "c", "x", "y"]
    assert (prose.index("c"), prose.index("x")) == (body.index("c]"), body.index("x <b>"))
    assert [len(line) for line in prose.split("\n")] == [len(line) for line in body.split("\n")]
