"""The little Markdown of questions, and where a long stem asks."""

from __future__ import annotations

import pytest

from amanah.site.inline import inline, scene_and_question


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**a** *b* `c`", "<strong>a</strong> <em>b</em> <code>c</code>"),
        ("2 * 3 * 4 and a*b*c", "2 * 3 * 4 and a*b*c"),
        ("`**a** <b>`", "<code>**a** &lt;b&gt;</code>"),
        ('"a" and it\'s', "“a” and it’s"),
        ("[x](javascript:1) <b>", "[x](javascript:1) &lt;b&gt;"),
        ("**<i>**", "<strong>&lt;i&gt;</strong>"),
    ],
)
def test_inline(text: str, html: str) -> None:
    assert inline(text) == html


def test_long_stems_ask_at_their_end() -> None:
    scene, question = scene_and_question(f"{'kata ' * 30}habis. Lalu ia pergi. Apa yang Anda lakukan?")
    assert question == "Apa yang Anda lakukan?" and len(scene) == 1
    _, question = scene_and_question(f"{'kata ' * 30}habis. Pasangkan kalimat dan dasar. Satu dasar tersisa.")
    assert question == "Pasangkan kalimat dan dasar. Satu dasar tersisa."
    assert scene_and_question("Satu.\n\nDua\nbaris?") == (["Satu."], "Dua baris?")
    assert scene_and_question("Pendek. Bukan?") == ([], "Pendek. Bukan?")
