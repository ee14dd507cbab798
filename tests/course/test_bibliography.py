import pytest

from amanah.course.labels import author_year
from amanah.course.references import clean, letters, read_references

ID = {"cite.et-al": "dkk.", "cite.and": "dan", "cite.no-date": "t.t."}
EN = {"cite.et-al": "et al.", "cite.and": "and", "cite.no-date": "n.d."}

BIB = r"""% Comment
@article{four2018,
  author = {Banerjee, Abhijit and Hanna, Rema and Kyle, Jordan and Olken, Benjamin A.},
  title = {Tangible {I}nformation},
  pages = {1--20},
  year = {2018}
}

@book{two2009,
  author = {Bj{\"o}rkman, Martina and Svensson, Jakob},
  title = {Power to the People},
  year = 2009
}

@misc{body,
  author = {{Badan Contoh and Sons}},
  title = {50\% of {\'e}lan \& {T}eam},
  url = {https://a.b/c%20d_e~f},
  year = {n.d.}
}

@misc{anon, title = {Nothing Known}}
@book{edited, editor = {van de Ven, Niels}, title = {T}, year = {2001}}
@misc{others, author = {First, A. and others}, title = {T}, year = {2002}}
@misc{same-b, author = {Same, A.}, title = {T}, year = {2003}}
@misc{same-a, author = {Same, B.}, title = {T}, year = {2003}}
@misc{nd-1, author = {{Badan Lain}}, title = {T}}
@misc{nd-2, author = {{Badan Lain}}, title = {T}, year = {t.t.}}
"""


@pytest.mark.parametrize(
    ("key", "indonesian", "english"),
    [
        ("four2018", "Banerjee dkk. (2018)", "Banerjee et al. (2018)"),
        ("two2009", "Björkman dan Svensson (2009)", "Björkman and Svensson (2009)"),
        ("body", "Badan Contoh and Sons (t.t.)", "Badan Contoh and Sons (n.d.)"),
        ("anon", "Nothing Known (t.t.)", "Nothing Known (n.d.)"),
        ("edited", "van de Ven (2001)", "van de Ven (2001)"),
        ("others", "First dkk. (2002)", "First et al. (2002)"),
        ("same-a", "Same (2003a)", "Same (2003a)"),
        ("same-b", "Same (2003b)", "Same (2003b)"),
        ("nd-2", "Badan Lain (t.t.-b)", "Badan Lain (n.d.-b)"),
    ],
)
def test_author_and_year(key: str, indonesian: str, english: str) -> None:
    references, problems = read_references(BIB, "r.bib")
    assert problems == []
    assert author_year(references[key], ID) == indonesian
    assert author_year(references[key], EN) == english


def test_fields_are_plain_text() -> None:
    references, _ = read_references(BIB, "r.bib")
    assert references["body"].fields["title"] == "50% of élan & Team"
    assert references["body"].fields["url"] == "https://a.b/c%20d_e~f"
    assert references["four2018"].fields["pages"] == "1–20"
    assert references["four2018"].authors[3] == ("Olken", "Benjamin A.")
    assert references["body"].authors == (("Badan Contoh and Sons", ""),)
    assert (references["two2009"].kind, str(references["two2009"].place)) == ("book", "r.bib:9:1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{a, title = {T}}\n\n@misc{a, title = {U}}", [("bib-twice", 3, {"key": "a", "first_line": "1"})]),
        ("@misc{a,\n title = {T},\n title = {U}}", [("bib-field-twice", 1, {"key": "a", "fields": "title"})]),
        ("\n@misc{a, year = {1}}", [("bib-no-title", 2, {"key": "a"})]),
        ("% fine\n\nnot fine\n@misc{a, title = {T}}", [("bib-stray", 3, {"text": "not fine"})]),
    ],
)
def test_problems(text: str, expected: list[tuple[str, int, dict[str, str]]]) -> None:
    references, problems = read_references(text, "r.bib")
    assert [(each.variant, each.place.line, each.values) for each in problems] == expected
    assert list(references) == ["a"]


def test_broken_entry_leaves_the_others(capfd: pytest.CaptureFixture[str]) -> None:
    references, problems = read_references(
        "@misc{a, title = {T}}\n@book{b\n title = {x\n}\n@misc{c, title = {T}}\n", "r.bib"
    )
    assert {"a", "c"} <= set(references)
    assert [(each.variant, each.place.line) for each in problems] == [("bib-broken", 2)]
    assert problems[0].values["error"]
    assert capfd.readouterr().err == ""


def test_nothing_in_it() -> None:
    assert read_references("  \n", "r.bib") == ({}, [])


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"{\~n}", "ñ"),
        (r"\c{c}", "ç"),
        (r"\o \ss", "øß"),
        ("a -- b --- c", "a – b — c"),
        ("``q''", "“q”"),
        ("{{X}}", "X"),
    ],
)
def test_latex(tex: str, text: str) -> None:
    assert clean(tex).replace(" ", "") == text.replace(" ", "")


def test_letters_go_on_after_z() -> None:
    assert [letters(index) for index in (0, 25, 26, 52)] == ["a", "z", "aa", "ba"]
