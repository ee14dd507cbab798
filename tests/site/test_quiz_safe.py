"""What stops the build, and what never reaches a page: items without a key, text that would be code, hidden keys."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from forms import QUIZ, tree_of
from sample_site import copy_sample, render

from amanah.quiz.bank import read_bank
from amanah.site.errors import PageError

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> \"quoted\" 'x' & {{ 7 * 7 }}"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_sample(tmp_path_factory.mktemp("quiz"))


def test_an_unknown_code_stops_the_build(course: Path) -> None:
    with pytest.raises(PageError, match=r'quiz.md:3: no bank in quizzes/ has the item "m6-q77"'):
        render(course, QUIZ["id"], "# x\n\n```quiz\nm6-q77\n```\n")
    with pytest.raises(PageError, match=r"quiz.md:3: the fence recall names no item"):
        render(course, QUIZ["id"], "# x\n\n```recall\n```\n")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("    answer: b\n", ""), "m6-q01 has no answer"),
        (("    answer: b\n", "    answer: z\n"), 'm6-q01: key "z" is not an option (a, b, c)'),
        (("l3: r3", "l3: r9"), 'm6-q04: key "r9" is not an option (r1, r2, r3, r4)'),
        ((", l3: r3", ""), 'm6-q04: key "l3" is not an option (l1, l2)'),
        (("[s1, s2, s3, s4]", "[s1, s2, s3]"), 'm6-q05: key "s4" is not an option (s1, s2, s3)'),
        (('en: "Seven days"', 'ms: "Tujuh hari"'), "m6-q01: options.0.text has no text in en"),
    ],
)
def test_an_item_that_cannot_be_shown_stops_the_build(tmp_path: Path, change: tuple[str, str], sentence: str) -> None:
    root = copy_sample(tmp_path)
    bank = root / "quizzes/6-sample.yml"
    written = bank.read_text("utf-8")
    assert change[0] in written
    bank.write_text(written.replace(*change), "utf-8")
    with pytest.raises(PageError, match=re.escape(sentence)):
        render(root, QUIZ["en"])


def hostile(root: Path) -> None:
    """Every text and every key of the bank becomes an attack."""
    path = root / "quizzes/6-sample.yml"
    text = path.read_text("utf-8")
    attack = json.dumps(HOSTILE)
    text = re.sub(r'(?<=\bid: )"(?:[^"\\]|\\.)*"', lambda _: attack, text)
    text = re.sub(r'(?<=\ben: )"(?:[^"\\]|\\.)*"', lambda _: attack, text)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_hostile_bank_is_only_text(tmp_path: Path, lang: str) -> None:
    root = copy_sample(tmp_path)
    hostile(root)
    html = render(root, QUIZ[lang])
    tree = tree_of(html)
    assert {node.attributes.get("type") for node in tree.css("script")} == {"application/json"}
    assert tree.css("img") == []
    assert [name for node in tree.css("*") for name in node.attributes if name.startswith("on")] == []
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") > 40
    assert html.count("{{ 7 * 7 }}") > 40, "no template is run"


def test_hostile_words_cannot_end_the_data_block(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    path = root / "docs/registers/interface.yml"
    path.write_text(path.read_text("utf-8").replace("Periksa jawaban", "</script><script>alert(1)"), "utf-8")
    html = render(root, QUIZ["id"])
    assert "<script>alert" not in html
    assert json.loads(tree_of(html).css_first("#am-words").text())["check"] == "</script><script>alert(1)"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_hidden_key_is_nowhere_on_the_page(tmp_path: Path, lang: str) -> None:
    root = copy_sample(tmp_path)
    bank = root / "quizzes/6-sample.yml"
    bank.write_text(bank.read_text("utf-8").replace("author:", "hide_key: true\nauthor:", 1), "utf-8")
    html = render(root, QUIZ[lang])
    tree = tree_of(html)
    for item in read_bank(bank, root).items:
        for path, text in item.texts():
            if "why" in path or path[0] in ("guide", "hint"):
                assert text[lang] not in html, f"{item.code} {path}"
    assert tree.css("details.am-answer, .am-key, [data-v], .am-right, [data-scored], #am-score, .am-say") == []
    assert "78,47" not in html and "78.47" not in html
    assert len(tree.css("form .am-ask")) == 10, "the questions themselves are there"
