"""Restricted YAML: every trap is its own problem at its own place, and no text makes a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanah.course import yaml_compose
from amanah.course.place import Place
from amanah.course.yaml_subset import read_yaml, read_yaml_file

FILE = "quizzes/1-demo.yml"
BANK = (Path(__file__).parent.parent / "quiz/fixtures/ten-types.yml").read_text(encoding="utf-8")


def found(text: str, first_line: int = 1) -> list[tuple[str, str, int, int]]:
    """Rule, variant, line and column of every problem."""
    problems = read_yaml(text, FILE, first_line).problems
    return [(problem.rule, problem.variant, problem.place.line, problem.place.column) for problem in problems]


def test_every_scalar_stays_a_string() -> None:
    tree = read_yaml("a: no\nb: 010\nc: 2024-01-02\nd: 3.50\ne: ~\nf:\ng: [yes, null]\n", FILE)
    assert tree.data == {
        "a": "no", "b": "010", "c": "2024-01-02", "d": "3.50", "e": "~", "f": "", "g": ["yes", "null"],
    }  # fmt: skip
    assert tree.problems == []


def test_places_of_values_and_keys() -> None:
    tree = read_yaml('items:\n  - code: m1-q01\n    stem: {id: "é😀", en: "x"}\n', FILE)
    assert tree.place(("items", 0, "stem", "en")) == Place(FILE, 3, 26)
    assert tree.key_place(("items", 0, "stem", "en")) == Place(FILE, 3, 22)
    assert tree.key_place(("items", 0)) == tree.place(("items", 0)) == Place(FILE, 2, 5)
    assert str(tree.place(())) == f"{FILE}:1:1"


def test_place_of_what_is_not_there_is_its_nearest_ancestor() -> None:
    tree = read_yaml("a:\n  b: c\n", FILE)
    assert tree.place(("a", "x", "y")) == tree.place(("a",)) == Place(FILE, 2, 3)
    assert tree.place(("a", "b", 3)) == Place(FILE, 2, 6)
    assert tree.key_place(("a", "x")) == Place(FILE, 1, 1)


def test_front_matter_begins_further_down() -> None:
    tree = read_yaml("id: m1\nid: m2\n", FILE, first_line=2)
    assert tree.place(("id",)) == Place(FILE, 2, 5)
    assert [str(problem.place) for problem in tree.problems] == [f"{FILE}:3:1"]


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n"])
def test_nothing_is_an_empty_mapping(text: str) -> None:
    tree = read_yaml(text, FILE)
    assert not tree.data
    assert tree.problems == []


def test_comments_on_lines_of_their_own_and_hashes_inside_texts_are_fine() -> None:
    text = "# a\na: \"b # c\"  \n  # d\ne: f#g\nh: |\n  # text\n  i # j\nk:\n  # l\n  - 'm #n'\n"
    assert found(text) == []


# What the author typed → rule, variant, line and column. `·` stands where the problem is.
TRAPS = {
    # YAML, but not in the subset
    "a: ·&x b": ("S01", "anchor"),
    "a: ·!t b": ("S01", "tag"),
    "a: ·! b": ("S01", "tag"),
    "·<<: {a: b}": ("S01", "merge-key"),
    "·[a, b]: c": ("S01", "key-not-text"),
    "a: b\n·---\nc: d": ("S01", "several-documents"),
    "# x\n·%YAML 1.1\n---\na: b": ("S01", "directive"),
    "{id: Loket 3, ·buka, en: x}": ("S01", "no-value"),
    "a:\n  b:·\tc": ("S01", "tab"),
    "a:\n·\tb: c": ("S01", "tab"),
    "a: b·\r\nc: d": ("S01", "line-ending"),
    'a: "·\x07"': ("S01", "control-character"),
    'a: "·\u2028"': ("S01", "control-character"),
    'a: "·\ud800"': ("S01", "control-character"),
    # text that needs quotes
    "id: Apa arti·: jujur?": ("S01", "contains"),
    "a: {id: Apa arti·: jujur?, en: x}": ("S01", "contains"),
    "a: {id: Loket ·[3], en: x}": ("S01", "contains"),
    'id: ·"Amanah" berarti apa?': ("S01", "starts-with-quote"),
    'a: {id: ·"Amanah" berarti apa?, en: "x"}': ("S01", "starts-with-quote"),
    'a: {id: "Kata ·"amanah" itu", en: "x"}': ("S01", "quote-inside"),
    "id: ·*penting* sekali": ("S01", "starts-with"),
    "id: ·**BUKAN** ini": ("S01", "starts-with"),
    "id: ·*satu": ("S01", "starts-with"),
    "id: ·[Loket 3] buka": ("S01", "starts-with"),
    "id: ·{nama} datang": ("S01", "starts-with"),
    "id: ·- tidak": ("S01", "starts-with"),
    "id: ·@warga": ("S01", "starts-with"),
    "id: ·`kode`": ("S01", "starts-with"),
    "id: ·%d orang": ("S01", "starts-with"),
    "id: ·> 5 orang": ("S01", "starts-with"),
    "- ·@warga": ("S01", "starts-with"),
    # quotes and brackets
    'a:\n  id: ·"satu\n  en: "one"\n': ("S01", "unclosed-quote"),
    'a: {id: ·"satu, en: "one"}\n': ("S01", "unclosed-quote"),
    'a: ·"satu': ("S01", "unclosed-quote"),
    "a: ·'satu": ("S01", "unclosed-quote"),
    'a: "Kata ·"amanah" itu"': ("S01", "quote-inside"),
    "a: 'Jum·'at'": ("S01", "quote-inside"),
    "a: ·[b, c\nd: e": ("S01", "unclosed-bracket"),
    'a: ·{id: "x", en: "y"\nd: e': ("S01", "unclosed-bracket"),
    "a: b\nc: ·[\n": ("S01", "unclosed-bracket"),
    "a: [b, ·, c]": ("S01", "starts-with"),
    'a: "1 ·\\q 2"': ("S01", "bad-escape"),
    # lines that do not fit
    "a: b\n ·c: d": ("S01", "misplaced"),
    "a\n·b: c": ("S01", "misplaced"),
    "a:\n  - b\n ·c: d": ("S01", "misplaced"),
    # the rest
    "a: b\nc: d\n·a: e": ("S02", ""),
    "a: {b: c, ·b: d}": ("S02", ""),
    "id: Loket ·#3 buka?": ("S03", "cut"),
    "a: {id: Loket ·#3 buka?, en: x}\nb: c": ("S03", "cut"),
    "a: {id: Loket ·#3 buka?,\n  en: x}": ("S03", "cut"),
    'a: {id: "x #1", en: Loket ·#3}': ("S03", "cut"),
    "a: Loket ·#3\n  buka\nb: c": ("S03", "cut"),
    "code: m1-q01  ·# never": ("S03", "cut"),
    'a: "b" ·# c': ("S03", "comment"),
    "a: ·# b\n  - c": ("S03", "comment"),
    "a: | ·# b\n  c": ("S03", "comment"),
    "a: [b,·#c\n d]": ("S03", "comment"),
}


@pytest.mark.parametrize("marked", TRAPS, ids=lambda marked: json.dumps(marked))
def test_trap(marked: str) -> None:
    at = marked.index("·")
    line = marked.count("\n", 0, at) + 1
    column = at - (marked.rfind("\n", 0, at) + 1) + 1
    assert (*TRAPS[marked], line, column) in found(marked.replace("·", ""))


@pytest.mark.parametrize("marked", [marked for marked in TRAPS if "\t" not in marked])
def test_a_trap_is_reported_once(marked: str) -> None:
    assert len(found(marked.replace("·", ""))) == 1


def values(text: str) -> dict[str, str]:
    return read_yaml(text, FILE).problems[0].values


def test_values_say_what_and_where_else() -> None:
    assert values("a: 1\nb: 2\na: 3") == {"key": "a", "first_line": "1"}
    assert values("id: Loket #3 buka?") == {"text": "Loket", "lost": "#3 buka?"}
    assert values("id: @warga") == {"character": "@"}
    assert values("id: Apa: itu") == {"character": ": "}
    assert values("a:\tb\tc") == {"count": "2"}
    assert values('a: "\x07"') == {"code": "U+0007", "count": "1"}


def test_of_two_equal_keys_the_first_counts() -> None:
    tree = read_yaml("a: b\na: c\n", FILE)
    assert tree.data == {"a": "b"}
    assert tree.place(("a",)) == Place(FILE, 1, 4)


def test_aliases_are_reported_and_not_followed() -> None:
    text = "a: &x [1]\n" + "".join(f"b{n}: [*x, *x]\n" for n in range(3))
    assert [variant for _, variant, _, _ in found(text)] == ["anchor"] + ["alias"] * 6
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    assert found(bomb)[0][:2] == ("S01", "anchor")


def test_an_alias_inside_its_own_anchor_ends() -> None:
    assert found("a: &x [*x]")[0][:2] == ("S01", "anchor")


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000 + "a", "{a: " * 100_000, "? " * 100_000])
def test_depth_is_limited(text: str) -> None:
    assert [variant for _, variant, _, _ in found(text)] == ["too-deep"]


def test_brackets_in_texts_are_no_depth() -> None:
    assert found('a: "' + "[" * 500 + '"') == []


def test_line_endings_do_not_shift_lines() -> None:
    tree = read_yaml("a: b\r\nc: d\r\n", FILE)
    assert tree.data == {"a": "b", "c": "d"}
    assert tree.place(("c",)) == Place(FILE, 2, 4)


def test_a_byte_order_mark_is_reported_and_left_out() -> None:
    tree = read_yaml("\ufeffa: b\n", FILE)
    assert tree.data == {"a": "b"}
    assert [(problem.variant, problem.place.column) for problem in tree.problems] == [("bom", 1)]
    assert tree.place(("a",)).column == 4


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes('a: "é"\nb: "'.encode() + b'\xe9"\n')
    tree = read_yaml_file(path, tmp_path)
    (problem,) = tree.problems
    assert (problem.variant, str(problem.place), problem.values) == ("not-utf8", "x.yml:2:5", {"byte": "0xE9"})
    assert tree.data == {}


YAMLISH = st.text(alphabet=st.sampled_from(list("ab: \n-#&*!|>'\"%@`{}[],?<\t\\.=~é\r\u2028\ufeff0")), max_size=60)


@given(st.one_of(st.text(max_size=80), YAMLISH))
def test_no_text_raises(text: str) -> None:
    tree = read_yaml(text, FILE)
    lines = text.count("\n") + text.count("\r") + 1
    assert all(1 <= problem.place.line <= lines and problem.place.column >= 1 for problem in tree.problems)


@given(st.integers(0, len(BANK)), st.integers(0, 12), YAMLISH)
def test_no_damage_to_a_bank_raises(at: int, removed: int, added: str) -> None:
    read_yaml(BANK[:at] + added + BANK[at + removed :], FILE)


@given(st.one_of(st.text(max_size=80), YAMLISH))
def test_without_the_c_parser_nothing_raises_either(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_compose, "C_LOADER", False)
        read_yaml(text, FILE)


@pytest.mark.parametrize("marked", [marked for marked in TRAPS if "[3]" not in marked])
def test_without_the_c_parser_the_traps_are_the_same(marked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = marked.replace("·", "")
    fast = found(text)
    monkeypatch.setattr(yaml_compose, "C_LOADER", False)
    assert [one[:3] for one in found(text)] == [one[:3] for one in fast]


json_like = st.recursive(
    st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1, max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=4), json_like, max_size=4))
def test_quoted_texts_come_back_as_they_are(data: dict[str, object]) -> None:
    tree = read_yaml(json.dumps(data, ensure_ascii=False), FILE)
    assert tree.data == data
    assert tree.problems == []
