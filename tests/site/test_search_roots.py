"""Words and their roots: what the index is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanah.site.search.roots import Roots, roots_for
from amanah.site.search.words import fold, words

LANGUAGES = ("id", "en")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UU 25/2009, Pasal 44 ayat (1)", ["uu", "25", "2009", "pasal", "44", "ayat", "1"]),
        ("Gotong-royong; “KITA”", ["gotong", "royong", "kita"]),
        ("a  B c9", ["c9"]),
        ("A\N{NON-BREAKING HYPHEN}M\N{NON-BREAKING HYPHEN}A", []),
        ("Castélan ﬁsh", ["castelan", "fish"]),
        ("", []),
    ],
)
def test_words(text, found):
    assert words(text) == found


@given(st.text())
def test_words_are_folded_already(text):
    assert [fold(word) for word in words(text)] == words(text)


@given(st.text(), st.sampled_from([*LANGUAGES, "ms"]))
def test_any_text_has_roots(text, lang):
    assert all(root and " " not in root for root in _ROOTS[lang](text))


_ROOTS = {lang: roots_for(lang) for lang in (*LANGUAGES, "ms")}


@pytest.mark.parametrize(
    ("lang", "family"),
    [
        ("id", "pelayanan melayani layanan dilayani pelayan"),
        ("id", "kepercayaan dipercaya mempercayai percaya ketidakpercayaan"),
        ("id", "pengawasan mengawasi diawasi pengawas"),
        ("id", "musyawarah bermusyawarah permusyawaratan"),
        ("id", "sepakat menyepakati kesepakatan"),
        ("id", "pejabat pejabatnya jabatan menjabat"),
        ("en", "complain complained complaining"),
        ("en", "promise promises promised promising"),
        ("en", "accountable accountability"),
    ],
)
def test_a_family_of_words_has_one_root(lang, family):
    assert len({tuple(_ROOTS[lang](word)) for word in family.split()}) == 1


def test_an_exception_may_have_two_roots():
    for word in ("pertanggungjawaban", "mempertanggungjawabkan", "Pertanggungjawabannya"):
        assert _ROOTS["id"](word) == _ROOTS["id"]("tanggung jawab") == ["tanggung", "jawab"]


def test_words_that_say_nothing_are_left_out():
    assert _ROOTS["id"]("yang dan di") == _ROOTS["en"]("the and of") == []


def test_a_language_without_a_stemmer_keeps_its_words():
    assert _ROOTS["ms"]("perkhidmatan yang") == ["perkhidmatan", "yang"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_exception_is_still_needed(lang):
    roots = _ROOTS[lang]
    bare = Roots(lang, {}, frozenset(), roots._stem)
    endings = ("", "lah", "kah", "pun", "nya")  # an exception is one with them, too
    assert not [
        word for word, own in roots.exceptions.items() if all(bare.of(word + ending) == own for ending in endings)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lists_are_written_as_words_are_read(lang):
    roots = _ROOTS[lang]
    listed = [*roots.stop, *roots.exceptions, *(root for own in roots.exceptions.values() for root in own)]
    assert not [word for word in listed if words(word) != [word]]
