import pytest

from amanah.course.course import normalise
from amanah.course.plain_text import plain

TERMS = {"standar-pelayanan": "standar pelayanan"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Tebal**, *miring*, __tebal__, _miring_, ~~coret~~", "Tebal, miring, tebal, miring, coret"),
        ("nama_yang_panjang 2 * 3 * 4", "nama_yang_panjang 2 * 3 * 4"),
        ('[tautan *ini*](a.md#b "judul") dan [itu][x]', "tautan ini dan itu"),
        ("`kode *utuh*` dan ``a ` b``", "kode *utuh* dan a ` b"),
        ("[[standar-pelayanan]], [[x|Standar *itu*]], [[y]]", "standar pelayanan, Standar itu, y"),
        ("Gambar ![alt](a.png)!", "Gambar !"),
        (r"\*bukan miring\* \[@a]", "*bukan miring* [@a]"),
        ("<b>tebal</b> &amp; 1 < 2", "tebal & 1 < 2"),
        ("Teks{#a} lagi{: .b #c }", "Teks lagi"),
        ("<https://a.b/c>", "https://a.b/c"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text, TERMS.get) == expected


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("“Kutip”  ‘satu’\n dua", "\"Kutip\" 'satu' dua"),
        ("a — b – c − d", "a --- b -- c - d"),
        ("wajib [@uu-25-2009:21].", "wajib."),
        ("wajib ([@a; @b]) dan", "wajib dan"),
        ("14 hari kerja", "14 hari\u00a0kerja"),
        ("dua\u00adbelas\u200b", "duabelas"),
        ("cafe\u0301", "caf\u00e9"),
        ("tunggu…", "tunggu..."),
        ("**Rp 1.500,5**", "Rp 1.500,5"),
    ],
)
def test_normalise_makes_them_the_same(text: str, same: str) -> None:
    assert normalise(text) == normalise(same)


@pytest.mark.parametrize(("text", "other"), [("Loket", "loket"), ("12", "1 2"), ("a-b", "a - b"), ("tidak", "")])
def test_normalise_keeps_apart(text: str, other: str) -> None:
    assert normalise(text) != normalise(other)


def test_normalise_is_settled_after_one_time() -> None:
    text = normalise("“Satu” — [dua](a) … ([@x]) **tiga** .")
    assert normalise(text) == text
