"""What of a page can be found, and what cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from amanah.site.finish.paths import read_pages
from amanah.site.search.documents import Document, documents

SHELL = (
    '<html lang="id" data-kind="{}"><body><nav>luar</nav><article><div class="am-page">{}</div></article></body></html>'
)


def of(body: str, kind: str = "lesson", page: str = "x/a.html") -> list[Document]:
    return documents(page, SHELL.format(kind, body))


def shown(found: list[Document]) -> list[tuple[str, str, str]]:
    return [(each.anchor, each.heading, " ".join(each.text)) for each in found]


def test_one_for_each_section_and_one_for_the_opening():
    found = of(
        '<h1 id="t">Judul</h1><p>Buka.</p><h2 id="a">A</h2><p>Satu.</p><ul><li>Dua</li></ul><h3 id="b">B</h3><p>C</p>'
    )
    assert shown(found) == [("", "", "Buka."), ("a", "A", "Satu. Dua"), ("b", "B", "C")]
    assert {(each.title, each.kind, each.page) for each in found} == {("Judul", "lesson", "x/a.html")}


def test_text_in_boxes_is_taken_once():
    assert shown(of("<h1>J</h1><ul><li><p>a</p><p>b</p></li><li>c<ul><li>d</li></ul></li></ul>"))[0][2] == "a b d"
    assert shown(of("<h1>J</h1><dl><dt>t</dt><dd><p>a</p></dd></dl>"))[0][2] == "t a"


def test_a_heading_over_nothing_a_link_as_heading_and_the_sources_are_none():
    body = '<h1>J</h1><h2 id="a">A</h2><h2 id="b"><a href="b.html">B</a></h2><p>x</p><h2 id="sources">S</h2><p>y</p>'
    assert [each.anchor for each in of(body)] == [""]


@pytest.mark.parametrize(
    "secret",
    [
        '<form class="am-item"><p>rahasia</p></form>',
        '<section class="am-recall"><h2 id="am-recall">Ingat</h2><p>rahasia</p></section>',
        '<section class="am-score"><p>rahasia</p></section>',
        "<svg><text>rahasia</text></svg>",
        '<div class="am-where"><p>rahasia</p></div>',
        '<ul class="am-works"><li>rahasia</li></ul>',
        '<ul class="am-reading"><li><a href="x">A</a><p>rahasia</p></li></ul>',
        '<ol class="am-lessons"><li>rahasia</li></ol>',
        '<span class="am-tip">rahasia</span>',
        '<p><a href="x">rahasia</a> · <a href="y">rahasia</a></p>',
        '<aside class="translation"><p>rahasia</p></aside>',
        '<aside class="admonition law"><p class="admonition-title">rahasia</p>'
        '<dl class="am-law"><div><dt>rahasia</dt><dd>rahasia</dd></div></dl></aside>',
    ],
)
def test_what_is_left_out(secret):
    found = of(f"<h1>J</h1><p>a</p>{secret}<p>b</p>")
    assert shown(found)[0][2] == "a b" and "rahasia" not in str(found)


def test_captions_and_the_meaning_at_the_counter_stay():
    figure = "<figure><svg><text>x</text></svg><figcaption>Gambar kami.</figcaption></figure>"
    counter = '<div class="am-law__counter"><dt>D</dt><dd><p>Katakan.</p></dd></div>'
    card = f'<aside class="law"><dl class="am-law">{counter}</dl></aside>'
    assert shown(of(f"<h1>J</h1>{figure}{card}"))[0][2] == "Gambar kami. D Katakan."


def cite(target: str) -> str:
    return f'<a class="am-tip-link" href="../{target}">X 1</a>'


def test_a_citation_in_parentheses_is_no_text_of_the_sentence():
    law, work = cite("laws.html#x"), cite("references.html#y")
    assert (
        shown(of(f"<h1>J</h1><p>Satu ({law}; {work}). Menurut {law} dua (tiga).</p>"))[0][2]
        == "Satu. Menurut X 1 dua (tiga)."
    )


def test_each_term_and_each_article_is_one():
    glossary = '<h1>G</h1><p>i</p><dl class="am-glossary"><div id="term-a"><dt>adat</dt><dd>Aturan.</dd></div></dl>'
    assert shown(of(glossary, "page"))[1:] == [("term-a", "adat", "Aturan.")]
    laws = (
        '<h1>H</h1><section class="am-register"><h2 id="u">UU 1/2</h2><p>Nama.</p><dl class="am-law">'
        '<div id="u-1"><dt>Pasal 1</dt><dd>Isi.</dd><dd class="am-law__binds"><b>M:</b> Semua</dd></div></dl></section>'
    )
    found = of(laws, "page")
    assert shown(found)[1:] == [("u", "UU 1/2", "Nama."), ("u-1", "UU 1/2 Pasal 1", "Isi.")]
    assert [each.kind for each in found] == ["page", "law", "law"] and found[1].alone and not found[0].alone


def test_of_long_lists_only_the_opening_and_of_wrong_addresses_nothing():
    body = '<h1>J</h1><p>a</p><h2 id="a">A</h2><p>b</p>'
    assert len(of(body, page="en/knowledge/references.html")) == len(of(body, page="about/rules.html")) == 1
    assert of(body, page="en/not-found.html") == of(body, page="404.html") == []


@pytest.fixture(scope="module")
def all_documents(built: Path) -> list[Document]:
    return [each for page, html in read_pages(built).items() for each in documents(page, html)]


def test_no_question_of_the_course_can_be_found(built: Path, all_documents: list[Document]):
    texts = {text for each in all_documents for text in each.text}
    secrets = set()
    for html in read_pages(built).values():
        for node in LexborHTMLParser(html).css("form .am-stem, form .am-key em, form .am-hint p"):
            secrets.add(" ".join(node.text().split()))
    assert len(secrets) > 500
    assert not {secret for secret in secrets if len(secret) > 25 and any(secret in text for text in texts)}


def test_every_lesson_article_term_and_article_of_law_of_the_course_is_there(
    built: Path, all_documents: list[Document]
):
    have = {(each.page, each.anchor) for each in all_documents}
    for page, html in read_pages(built).items():
        tree = LexborHTMLParser(html)
        kind = tree.css_first("html").attributes["data-kind"]
        if kind in ("lesson", "article", "practice", "module"):
            assert (page, "") in have, page
        for node in tree.css(".am-glossary > div, .am-register .am-law > div"):
            assert (page, node.attributes["id"]) in have


def test_every_place_can_be_linked_to(built: Path, all_documents: list[Document]):
    for page, html in read_pages(built).items():
        ids = {node.attributes["id"] for node in LexborHTMLParser(html).css("[id]")}
        assert {each.anchor for each in all_documents if each.page == page and each.anchor} <= ids, page
