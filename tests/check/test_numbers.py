"""Numbers as each language writes them."""

from __future__ import annotations

import pytest

from amanah.check.numbers import disagreement, habits

AGREE = [
    ("14 hari", "14 days"),
    ("1.000,5 kilometer", "1,000.5 kilometres"),
    ("Rp1.500.000", "IDR 1,500,000"),
    ("Rp1,5 juta", "IDR 1.5 million"),
    ("25 ribu orang", "25,000 people"),
    ("2 miliar", "2 billion"),
    ("80 persen", "80%"),
    ("80 %", "80 per cent"),
    ("ke-2", "2nd"),
    ("yang kedua", "the 2nd"),
    ("kedua", "second"),
    ("kedua belas", "twelfth"),
    ("hari ke-13", "day 13"),
    ("Pasal 44 ayat (3) UU 25/2009", "Art. 44(3) of Law 25/2009"),
    ("UU Nomor 25 Tahun 2009", "Law 25/2009"),
    ("pukul 14.12", "at 14:12"),
    ("pukul 14.12", "at 2:12 pm"),
    ("pukul 14.00", "at 2 pm"),
    ("jam dua siang", "at 2 p.m."),
    ("pukul 14", "at two o'clock"),
    ("setengah lima sore", "half past four"),
    ("Bab IV", "Chapter 4"),
    ("triwulan II", "the second quarter"),
    ("tiga hari", "3 days"),
    ("dua puluh lima", "twenty-five"),
    ("seratus dua puluh", "a hundred and twenty"),
    ("dua ribu lima ratus", "two thousand five hundred"),
    ("seribu", "1,000"),
    ("tiga puluh persen", "30 percent"),
    ("1 hari", "a day"),
    ("satu orang", "a person"),
    ("seorang warga", "one citizen"),
    ("kedua pihak", "the parties"),
    ("kedua pihak", "both parties"),
    ("dua kali", "twice"),
    ("24 November 2026", "November 24, 2026"),
    ("14–30 hari", "14 to 30 days"),
    ("SP4N-LAPOR!", "the complaint portal"),
    ("tahun 1990-an", "the 1990s"),
    ("dua atau tiga hari", "two or three days"),
    ("skala 1-4", "a scale from 1 to 4"),
    ("10 dari 80 pemohon", "10 of the 80 applicants"),
    ("tidak ada", "I am not"),
]

DISAGREE = [
    ("14 hari", "40 days", ["14"], ["40"]),
    ("14 hari", "days", ["14"], []),
    ("hari", "14 days", [], ["14"]),
    ("tiga hari", "five days", ["tiga"], ["five"]),
    ("tiga hari", "5 days", ["tiga"], ["5"]),
    ("1.000 orang", "1.000 people", ["1.000"], ["1.000"]),
    ("80 persen", "80", ["80 persen"], ["80"]),
    ("Rp1,5 juta", "IDR 1.5 billion", ["1,5 juta"], ["1.5 billion"]),
    ("Pasal 44 ayat (3)", "Art. 44(2)", ["3"], ["2"]),
    ("Bab IV", "Chapter 5", ["IV"], ["5"]),
    ("pukul 14.12", "at 14:21", ["14.12"], ["14:21"]),
    ("UU 25/2009", "Law 25/2008", ["2009"], ["2008"]),
    ("30 hari, lalu 30 hari", "30 days, then 60 days", ["30"], ["60"]),
]


@pytest.mark.parametrize(("indonesian", "english"), AGREE)
def test_agree(indonesian: str, english: str) -> None:
    assert disagreement(indonesian, "id", english, "en") == ([], [])
    assert disagreement(english, "en", indonesian, "id") == ([], [])


@pytest.mark.parametrize(("indonesian", "english", "here", "there"), DISAGREE)
def test_disagree(indonesian: str, english: str, here: list[str], there: list[str]) -> None:
    assert disagreement(indonesian, "id", english, "en") == (here, there)
    assert disagreement(english, "en", indonesian, "id") == (there, here)


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("id", "dua puluh lima ribu tiga ratus", ["25300"]),
        ("en", "twenty-five thousand three hundred and two", ["25302"]),
        ("id", "seribu dua ratus", ["1200"]),
        ("id", "sejuta", ["1000000"]),
        ("en", "two hundred and fifty of ten", ["250", "10"]),
        ("id", "1.500.000,50", ["1500000.5"]),
        ("en", "COVID-19, A4, S1", ["19"]),
        ("id", "", []),
    ],
)
def test_values(lang: str, text: str, values: list[str]) -> None:
    assert [sorted(number.values)[0] for number in habits(lang).in_text(text)] == values


def test_a_language_without_data_has_digits_only() -> None:
    assert [number.shown for number in habits("xx").in_text("25 tiga 3.5")] == ["25", "3.5"]
