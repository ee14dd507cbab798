"""Marks in pairs, invisible characters, HTML."""

from __future__ import annotations

import pytest

from amanah.check.fold import fold
from amanah.check.marks import foreign_characters, is_composed, raw_html, unbalanced


@pytest.mark.parametrize(
    "text",
    [
        "Ia berkata “ya” dan 'tidak'.",
        "citizen's charter, the officers’ desk",
        "a) pertama, b) kedua; (c) ketiga",
        "**tebal** dan *miring* dan `kode (`",
        "3 * 4 = 12",
        "* butir\n* butir",
        r"satu \* bintang",
        'Kata "amanah" (dan [lain])',
        "1) langkah pertama",
    ],
)
def test_balanced(text: str) -> None:
    assert unbalanced(text) is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        *(("(buka", "("), ("tutup)", ")"), ("[a)", ")"), ('"satu', '"'), ("“satu", "“")),
        *(("**tebal", "**"), ("*miring", "*"), ("`kode", "`")),
    ],
)
def test_unbalanced(text: str, mark: str) -> None:
    assert unbalanced(text) == mark


def test_html() -> None:
    assert raw_html("<b>tebal</b>") == "<b>"
    assert raw_html("a<br/>b") == "<br/>"
    assert raw_html("<!-- nanti -->") == "<!--"
    assert raw_html("3 < 4 dan 5 > 2") is None
    assert raw_html("tulis `<b>` di situ") is None
    assert raw_html("<https://example.org>") is None


def test_foreign_characters() -> None:
    assert list(foreign_characters("a\u00a0b\u200bc")) == ["U+00A0 no-break space", "U+200B zero width space"]
    assert list(foreign_characters("a\nb – “c”")) == []
    assert is_composed("caf\u00e9") and not is_composed("cafe\u0301")


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("id", "14 hari.", "14  Hari"),
        ("id", "1.000 orang", "1000 orang"),
        ("en", "1,000.50", "1000.5"),
        ("id", "**Maklumat**", "maklumat"),
        ("en", "the provider's duty", "The provider’s duty"),
    ],
)
def test_fold_same(lang: str, first: str, second: str) -> None:
    assert fold(first, lang) == fold(second, lang)


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        *(("id", "14 hari", "41 hari"), ("en", "< 5", "> 5"), ("en", "80", "80%")),
        *(("en", "-5", "5"), ("en", "1.5", "15"), ("en", "?", "!")),
    ],
)
def test_fold_different(lang: str, first: str, second: str) -> None:
    assert fold(first, lang) != fold(second, lang)
