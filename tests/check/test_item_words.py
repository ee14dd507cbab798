"""The helpers of the rules about writing items."""

from __future__ import annotations

import math
import sys

import pytest

from amanah.check.balance import as_likely
from amanah.check.item_view import sentences, words_in
from amanah.check.item_words import item_words, patterns, phrases
from amanah.check.quantities import interval, quantity
from amanah.check.rules.writing_copies import _longest_copy
from amanah.check.spelling import spelling
from amanah.check.stems import shared_words, stem


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("id", "pelayanan", "dilayani"),
        ("id", "memakai", "pemakaian"),
        ("id", "pengaduannya", "mengadu"),
        ("en", "promised", "promises"),
        ("en", "officers", "officer"),
    ],
)
def test_forms_of_one_word_share_a_stem(lang: str, first: str, second: str) -> None:
    assert stem(first, lang) == stem(second, lang)
    assert shared_words([first], [second], lang) == {first}


def test_other_words_share_nothing() -> None:
    assert shared_words(["maklumat", "loket"], ["pelayanan", "standar"], "id") == set()
    assert stem("servis", "xx") == "servis"


def test_no_stemmer_is_loaded_for_words_that_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "Sastrawi.Stemmer.StemmerFactory", None)  # importing it would fail
    assert shared_words(["loketxyz"], ["loketxyz", "abcdefg"], "id") == {"loketxyz"}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_pattern_of_the_data_compiles(lang: str) -> None:
    for name, data in item_words(lang).items():
        if isinstance(data, dict) and "patterns" in data:
            assert patterns(lang, name) is not None
        elif isinstance(data, list) and data and all(isinstance(each, str) for each in data):
            assert phrases(lang, name) is not None


def test_exceptions_hide_a_phrase_only_where_they_stand() -> None:
    absolute = phrases("id", "absolutes")
    assert absolute is not None
    assert list(absolute.in_text("Setiap warga boleh, tidak hanya ketua")) == []
    assert list(absolute.in_text("Setiap warga boleh, tetapi hanya ketua yang selalu datang")) == ["hanya", "selalu"]


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("id", "1.000 hari", 1000, "hari"),
        ("id", "Rp1.500.000", 1500000, "rp"),
        ("id", "25 ribu orang", 25000, "orang"),
        ("en", "1,000.5 km", 1000.5, "km"),
        ("en", "1 day", 1, "day"),
        ("en", "14 days", 14, "day"),
        ("id", "35,5%", 35.5, ""),
        ("en", "9 September 2026", 20260909, "date "),
    ],
)
def test_quantity(lang: str, text: str, value: float, unit: str) -> None:
    found = quantity(text, lang)
    assert found is not None
    assert float(found.value) == value
    assert found.unit.startswith(unit)


@pytest.mark.parametrize(
    "text", ["", "hari", "14 hari sejak 3 Maret", "antara 3 dan 5 hari", "hari kerja yang ke-14 sejak itu"]
)
def test_no_quantity(text: str) -> None:
    assert quantity(text, "id") is None


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ("1–5 hari", "5–10 hari", True),
        ("1–5 hari", "6–10 hari", False),
        ("kurang dari 5 hari", "5–10 hari", False),
        ("paling lama 5 hari", "5–10 hari", True),
        ("10 sampai 20 persen", "20 hingga 30 persen", True),
        ("lebih dari 10 hari", "5–10 hari", False),
        ("minimal 10 hari", "5–10 hari", True),
    ],
)
def test_intervals(first: str, second: str, overlap: bool) -> None:
    one, other = interval(first, "id"), interval(second, "id")
    assert one is not None and other is not None
    assert one.unit == other.unit
    assert one.overlaps(other) is other.overlaps(one) is overlap


def test_chances_of_many_trials() -> None:
    assert as_likely(4, [0.25] * 4) == pytest.approx(0.25**4)
    assert as_likely(1, [0.5, 0.25]) == pytest.approx(1 - 0.5 * 0.75)
    assert as_likely(0, []) == 1.0
    exact = sum(math.comb(200, n) * 0.25**n * 0.75 ** (200 - n) for n in range(65, 201))
    assert as_likely(65, [0.25] * 200) == pytest.approx(exact)
    assert as_likely(65, [0.25] * 200 + [0.0]) == pytest.approx(exact, rel=0.25)


def test_longest_copy() -> None:
    words = [f"w{n}" for n in range(40)]
    page = f" a b {' '.join(words[5:18])} c {' '.join(words[30:40])} "
    assert _longest_copy(words, page) == (5, 18)
    assert _longest_copy(words, " nothing of it ") == (0, 0)


def test_words_and_sentences() -> None:
    assert words_in("UU 25/2009: kadang-kadang isn’t 1.000") == ["UU", "25/2009", "kadang-kadang", "isn’t", "1.000"]
    assert sentences("Ia berkata, “Datang.” Siapa? Ya") == ["Ia berkata, “Datang.”", "Siapa?", "Ya"]


def test_spelling_keeps_hyphens_links_and_capitals_alone() -> None:
    checked = spelling("id")
    assert [slip.right for slip in checked.slips("Resiko itu di\n tulis, dan analisanya dirumah")] == [
        "Risiko",
        "ditulis",
        "analisisnya",
        "di rumah",
    ]
    text = "non-ASN, https://praktek.example, orang-orang, antar berkas, di, tulis"
    assert list(checked.slips(text)) == list(checked.doubled(text)) == []
    assert [slip.wrong for slip in checked.doubled("yang yang, orang-orang; orang orang-tua")] == ["yang yang"]
    assert not spelling("xx").known
