from pathlib import Path

import pytest

from amanah.course.languages import Language, languages_and_problems, read_languages

SAMPLE = Path(__file__).parent / "sample"


def config(tmp_path: Path, text: str) -> Path:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    return tmp_path


def test_default_language_comes_first_and_unbuilt_ones_are_left_out() -> None:
    assert read_languages(SAMPLE) == (
        Language("id", "Bahasa Indonesia", default=True),
        Language("en", "English", default=False),
    )


def test_first_language_is_the_default_where_none_says_so(tmp_path: Path) -> None:
    root = config(tmp_path, "plugins: {i18n: {languages: [{locale: ms}, {locale: en, name: English}]}}")
    assert read_languages(root) == (Language("ms", "ms", default=True), Language("en", "English", default=False))


def test_unknown_tags_are_read_over(tmp_path: Path) -> None:
    text = "a: !ENV [B, c]\nb: !!python/name:os.system\nplugins:\n  - i18n:\n      languages: [{locale: en, x: !x 1}]\n"
    assert [each.code for each in read_languages(config(tmp_path, text))] == ["en"]


@pytest.mark.parametrize(
    ("text", "variant", "place"),
    [
        (None, "no-config", "mkdocs.yml:1:1"),
        ("site_name: x\nplugins: [i18n\n", "broken-config", "mkdocs.yml:3:1"),
        ("plugins: [search]\n", "no-languages", "mkdocs.yml:1:1"),
        ("plugins: [{i18n: {languages: [{locale: no}, 3]}}]\n", "no-languages", "mkdocs.yml:1:1"),
        ("- a\n", "no-languages", "mkdocs.yml:1:1"),
        ("", "no-languages", "mkdocs.yml:1:1"),
    ],
)
def test_problems(tmp_path: Path, text: str | None, variant: str, place: str) -> None:
    if text is not None:
        config(tmp_path, text)
    languages, problems = languages_and_problems(tmp_path)
    assert languages == ()
    assert [(each.rule, each.variant, str(each.place)) for each in problems] == [("P00", variant, place)]


def test_bytes_that_are_no_text_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"\xff\x00plugins")
    assert [each.variant for each in languages_and_problems(tmp_path)[1]] == ["broken-config"]
