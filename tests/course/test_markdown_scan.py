"""Fences, blocks, headings and paragraphs of a page, at their lines and columns."""

import textwrap

import pytest

from amanah.course.page import Page, parse_page


def page(body: str) -> Page:
    return parse_page("---\nid: x\n---\n" + textwrap.dedent(body).lstrip("\n"), "p.md", "id", "x")


def headings(body: str) -> list[tuple[int, str | None, str, int, int]]:
    return [(h.level, h.id, h.text, h.place.line, h.place.column) for h in page(body).headings]


def fences(body: str) -> list[tuple[str, str, int, int, int, int]]:
    return [
        (f.name, f.body, f.place.line, f.place.column, f.body_place.line, f.body_place.column)
        for f in page(body).fences
    ]


def wrong(body: str) -> list[tuple[str, int, int]]:
    return [(p.variant, p.place.line, p.place.column) for p in page(body).problems if p.rule == "P17"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# Judul", (1, None, "Judul")),
        ("## Teks {#jangkar}", (2, "jangkar", "Teks")),
        ("## Teks {: #jangkar }", (2, "jangkar", "Teks")),
        ("## Teks { #jangkar .lebar }", (2, "jangkar", "Teks")),
        ("### Teks **tebal** [@a] {: .lebar #jangkar }", (3, "jangkar", "Teks tebal")),
        ("## Teks {#jangkar} ##", (2, "jangkar", "Teks")),
        ("## Teks ##", (2, None, "Teks")),
        ("##Teks", (2, None, "Teks")),
        ("## [Tautan](a.md) `kode` {#x}", (2, "x", "Tautan kode")),
        ("## Kurung {tanpa id}", (2, None, "Kurung")),
        ("## [[kunci|Istilah]] itu {#x}", (2, "x", "Istilah itu")),
    ],
)
def test_heading_forms(line: str, expected: tuple[int, str | None, str]) -> None:
    assert headings(line) == [(*expected, 4, 1)]


def test_headings_under_a_line() -> None:
    assert headings("Judul\n=====\n\nBagian {#b}\n---\n\nsatu\ndua\n---\n") == [
        (1, None, "Judul", 4, 1),
        (2, "b", "Bagian", 7, 1),
    ]


def test_headings_only_where_they_are_headings() -> None:
    body = """
        ```text
        ## dalam pagar
        ```

        <!--
        ## dalam komentar
        -->

        `## kode`

         ## menjorok satu

        !!! case "Kasus"
            ### Dalam blok {#blok}

              ## lebih menjorok

        ## Sesudahnya {#s}
        """
    assert headings(body) == [(3, "blok", "Dalam blok", 17, 5), (2, "s", "Sesudahnya", 21, 1)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("```quiz\nm1-q01\nm1-q02\n```\n", ("quiz", "m1-q01\nm1-q02", 4, 1, 5, 1)),
        ("~~~~~ law\na\n~~~~~\n", ("law", "a", 4, 1, 5, 1)),
        ("```{ .quiz }\na\n```", ("quiz", "a", 4, 1, 5, 1)),
        ("```\na\n```", ("", "a", 4, 1, 5, 1)),
        ('```yaml title="x"\na\n```', ("yaml", "a", 4, 1, 5, 1)),
        ("````text\n```quiz\na\n```\n````\n", ("text", "```quiz\na\n```", 4, 1, 5, 1)),
        ("~~~text\n```\n~~~\n", ("text", "```", 4, 1, 5, 1)),
        ('!!! case "x"\n\n    ```law\n    a\n\n      b\n    ```\n', ("law", "a\n\n  b", 6, 5, 7, 5)),
        ("- butir\n\n    ```quiz\n    a\n    ```\n", ("quiz", "a", 6, 5, 7, 5)),
        ("> ```text\n> a\n> ```\n", ("text", "a", 4, 3, 5, 3)),
        ("```sources\n```\n", ("sources", "", 4, 1, 5, 1)),
    ],
)
def test_fences(body: str, expected: tuple[str, str, int, int, int, int]) -> None:
    assert fences(body) == [expected]
    assert wrong(body) == []


def test_two_fences_in_a_row() -> None:
    assert [fence[:3] for fence in fences("```quiz\na\n```\n```recall\nb\n```\n")] == [
        ("quiz", "a", 4),
        ("recall", "b", 7),
    ]


def test_lines_of_a_fence_have_places() -> None:
    fence = page('!!! case "x"\n\n    ```quiz\n    m1-q01\n\n      m1-q02 \n    ```\n').fences[0]
    assert [(word, place.line, place.column) for word, place in fence.lines()] == [("m1-q01", 7, 5), ("m1-q02", 9, 7)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("teks\n\n```quiz\nm1-q01\n", [("unclosed", 6, 1)]),
        ("```quiz\nm1-q01\n````\n", [("indent", 4, 1)]),
        ("    ```quiz\n    m1-q01\n```\n", [("indent", 4, 5)]),
        ("teks\n\n    ~~~quiz\n  m1-q01\n    ~~~\n", [("indent", 6, 5)]),
        ("!!! case “Di loket”\n", [("block", 4, 1)]),
        ("teks\n\n??? pause Mengapa?\n", [("block", 6, 1)]),
        ("```x``` di baris\n\n!!!\n", []),
    ],
)
def test_what_superfences_or_admonitions_would_print_as_text(body: str, expected: list[tuple[str, int, int]]) -> None:
    assert wrong(body) == expected


def test_blocks_and_what_is_inside() -> None:
    read = page(
        """
        Luar.

        !!! dilemma "Satu "dua" tiga"
            Dalam.

            ??? pause "Jeda"
                Paling dalam.

            Dalam lagi.
        Luar lagi.
        """
    )
    assert [(b.name, b.title, b.place.line, b.place.column) for b in read.blocks] == [
        ("dilemma", 'Satu "dua" tiga', 6, 1),
        ("pause", "Jeda", 9, 5),
    ]
    assert [(p.text, p.inside) for p in read.paragraphs if p.kind == "text"] == [
        ("Luar.", ()),
        ("Dalam.", ("dilemma",)),
        ("Paling dalam.", ("dilemma", "pause")),
        ("Dalam lagi.", ("dilemma",)),
        ("Luar lagi.", ()),
    ]


def test_paragraphs_lose_marks_of_lists_quotes_and_tables() -> None:
    read = page(
        """
        > Kutipan
        > berlanjut

        - satu
          dan lagi
        1. dua

        | a | b |
        |:--|--:|
        | [[x\\|y]] | d |

        ---

        [r]: http://x.y
        """
    )
    assert [" ".join(p.text.split()) for p in read.paragraphs] == [
        "Kutipan berlanjut",
        "satu dan lagi",
        "dua",
        "a b [[x\\|y]] d",
    ]
