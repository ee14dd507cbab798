import pytest

from amanah.course.labels import article_label, article_order, is_article, law_label, words_of

SHORT = {"id": "UU 25/2009", "en": "Law 25/2009"}


@pytest.mark.parametrize(
    ("article", "indonesian", "english"),
    [
        ("21", "Pasal 21", "Art. 21"),
        ("44(3)", "Pasal 44 ayat (3)", "Art. 44(3)"),
        ("15a", "Pasal 15 huruf a", "Art. 15(a)"),
        ("15(a)", "Pasal 15 huruf a", "Art. 15(a)"),
        ("20(1)a", "Pasal 20 ayat (1) huruf a", "Art. 20(1)(a)"),
        ("5(1)a2", "Pasal 5 ayat (1) huruf a angka 2", "Art. 5(1)(a)(2)"),
        ("1(7)", "Pasal 1 angka 7", "Art. 1(7)"),
        ("11(7)", "Pasal 11 ayat (7)", "Art. 11(7)"),
        ("12B(1)", "Pasal 12B ayat (1)", "Art. 12B(1)"),
        ("54-58", "Pasal 54–58", "Arts. 54–58"),
        ("44(2)-(4)", "Pasal 44 ayat (2)–(4)", "Art. 44(2)–(4)"),
        ("34a-c", "Pasal 34 huruf a–c", "Art. 34(a)–(c)"),
        ("20(2),(4)", "Pasal 20 ayat (2) dan ayat (4)", "Art. 20(2) and (4)"),
        ("34i,l", "Pasal 34 huruf i dan huruf l", "Art. 34(i) and (l)"),
        ("4,6,8", "Pasal 4, Pasal 6 dan Pasal 8", "Arts. 4, 6 and 8"),
        ("38(4)-39", "Pasal 38 ayat (4)–Pasal 39", "Arts. 38(4)–39"),
        ("Lampiran I", "Lampiran I", "Lampiran I"),
    ],
)
def test_article(article: str, indonesian: str, english: str) -> None:
    assert article_label(article, "id") == indonesian
    assert article_label(article, "en") == english


def test_law() -> None:
    assert law_label(SHORT, "44(3)", "id") == "UU 25/2009 Pasal 44 ayat (3)"
    assert law_label(SHORT, "44(3)", "en") == "Law 25/2009 Art. 44(3)"
    assert law_label(SHORT, None, "id") == "UU 25/2009"


def test_other_languages_take_the_english_form() -> None:
    assert law_label(SHORT, "1(7)", "ms") == "Law 25/2009 Art. 1(7)"
    assert law_label({**SHORT, "ms": "UU 25/2009"}, "1(7)", "ms") == "UU 25/2009 Art. 1(7)"


@pytest.mark.parametrize("article", ["", "a", "Pasal 44", "44(3", "44()", "44,", "44-", "(3)", "44 (3)", "-", "1,,2"])
def test_no_article(article: str) -> None:
    assert not is_article(article)
    assert article_label(article, "id") == article


def test_articles_are_sorted_like_the_law() -> None:
    assert sorted(["44(10)", "44(3)", "4", "12B", "12", "44(3)a", "Lampiran"], key=article_order) == [
        "4",
        "12",
        "12B",
        "44(3)",
        "44(3)a",
        "44(10)",
        "Lampiran",
    ]


def test_missing_words_are_english() -> None:
    words = {"a": {"id": "satu", "en": "one"}, "b": {"en": "two"}}
    assert words_of(words, "id") == {"a": "satu", "b": "two"}
