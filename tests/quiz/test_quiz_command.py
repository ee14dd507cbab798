"""`amanah quiz review` and `amanah quiz schema`, as a person runs them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from amanah.commands.quiz import quiz
from amanah.quiz.asking import ask
from amanah.quiz.bank import read_bank
from amanah.quiz.review import read_reviews, review_path


def run(root: Path, *arguments: str, typed: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(quiz, [*arguments, "--root", str(root)], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def review(root: Path, *arguments: str, reviewer: str = "Siti", typed: str | bytes | None = None) -> Result:
    return run(root, "review", "1-demo", "--reviewer", reviewer, "--lang", "en", *arguments, typed=typed)


def answers(root: Path, reviewer: str = "Siti") -> dict[str, Any]:
    reviews = {one.reviewer: one for one in read_reviews(root)}
    return {code: one.answer for code, one in reviews[reviewer].answers.items()} if reviewer in reviews else {}


RIGHT = {
    "m1-q01": "b",
    "m1-q02": "a b d",
    "m1-q03": "false",
    "m1-q07": "85",
    "m1-q08": "charter",
    "m1-q09": "best=a never=d",
}


def typed_in_order(root: Path, known: dict[str, str], reviewer: str = "Siti") -> str:
    """What to type at the terminal: the known answers, and Enter for the rest."""
    sheet = review(root, "--sheet", "-", "--all", reviewer=reviewer).stdout
    codes = [line.split()[1] for line in sheet.split("\n") if line.startswith("===")]
    return "\n".join(known.get(code, "") for code in codes) + "\n"


def test_item_by_item(course: Path) -> None:
    result = review(course, typed=typed_in_order(course, RIGHT))
    assert result.exit_code == 0
    assert "6 answers recorded in quizzes/reviews/siti.yml. 3 items left." in result.output
    assert answers(course)["m1-q02"] == ["a", "b", "d"]
    assert answers(course)["m1-q09"] == {"best": "a", "never": "d"}


def test_stop_and_go_on(course: Path) -> None:
    first = review(course, typed="q\n")
    assert "0 answers recorded" in first.output
    assert not review_path(course, "Siti").exists()
    typed = typed_in_order(course, RIGHT)
    review(course, typed=typed[: typed.index("false")] + "false\n")  # and then the input ends
    some = answers(course)
    assert 1 <= len(some) < 6
    again = review(course, "--sheet", "-")
    assert not any(f"=== {code} " in again.stdout for code in some)


def test_a_bad_answer_is_asked_again(course: Path) -> None:
    sheet = review(course, "--sheet", "-").stdout
    before = sheet[: sheet.index("=== m1-q01")].count("===")
    result = review(course, typed="\n" * before + "zz\nb\nq\n")
    assert '"zz" is not a choice here (a, b, c, d)' in result.output
    assert answers(course) == {"m1-q01": "b"}


def test_no_output_tells_right_from_wrong(course: Path) -> None:
    wrong = {**RIGHT, "m1-q01": "a", "m1-q02": "a b c", "m1-q03": "true ", "m1-q07": "86"}
    good = review(course, reviewer="Siti", typed=typed_in_order(course, RIGHT))
    review_path(course, "Siti").unlink()
    bad = review(course, reviewer="Siti", typed=typed_in_order(course, wrong))
    assert re.sub("answer> .*", "", bad.output) == re.sub("answer> .*", "", good.output)
    # and what is asked next is the same, too
    assert review(course, "--sheet", "-").stdout.count("===") == 3


def test_a_sheet_there_and_back(course: Path, tmp_path: Path) -> None:
    path = tmp_path / "sheet.txt"
    assert "9 items written" in review(course, "--sheet", str(path)).output
    text = path.read_text(encoding="utf-8")
    for code, typed in {**RIGHT, "m1-q03": "perhaps"}.items():
        before, after = text.split(f"=== {code}")
        text = f"{before}=== {code}{after.replace(f'{chr(10)}answer:', f'{chr(10)}answer: {typed}', 1)}"
    path.write_text(text, encoding="utf-8")
    result = review(course, "--from", str(path))
    line = text[: text.index("answer: perhaps")].count("\n") + 1
    assert result.exit_code == 1
    assert f'{path}:{line}: "perhaps" is neither true nor false' in result.output
    assert "5 answers recorded" in result.output
    assert len(answers(course)) == 5
    again = review(course, "--from", "-", typed=text.replace("perhaps", "false").encode())
    assert again.exit_code == 0
    assert len(answers(course)) == 6


def test_a_sheet_is_not_written_over(course: Path, tmp_path: Path) -> None:
    path = tmp_path / "sheet.txt"
    path.write_text("mine")
    result = review(course, "--sheet", str(path))
    assert (result.exit_code, path.read_text()) == (2, "mine")


def test_a_sheet_of_somebody_else(course: Path) -> None:
    text = review(course, "--sheet", "-", reviewer="Budi").stdout
    result = review(course, "--from", "-", typed=text.encode())
    assert result.exit_code == 2
    assert "this sheet is not for Siti" in result.output


def test_an_item_that_changed_since_the_sheet(course: Path) -> None:
    text = review(course, "--sheet", "-").stdout.replace("answer:", "answer: b")
    bank = course / "quizzes/1-demo.yml"
    bank.write_text(bank.read_text(encoding="utf-8").replace("The superior who signs it", "The head"), encoding="utf-8")
    result = review(course, "--from", "-", typed=text.encode())
    assert "m1-q01 has changed since this sheet was made" in result.output
    assert "m1-q01" not in answers(course)


def test_what_others_confirmed_is_not_asked_but_for_all(course: Path) -> None:
    review(course, reviewer="Budi", typed=typed_in_order(course, {"m1-q01": "b", "m1-q03": "true"}, "Budi"))
    sheet = review(course, "--sheet", "-").stdout
    assert "=== m1-q01" not in sheet
    assert "=== m1-q03" in sheet
    assert review(course, "--sheet", "-", "--all").stdout.count("===") == 9


def test_a_changed_text_is_asked_again(course: Path) -> None:
    review(course, typed=typed_in_order(course, {"m1-q01": "b"}))
    assert "=== m1-q01" not in review(course, "--sheet", "-").stdout
    bank = course / "quizzes/1-demo.yml"
    bank.write_text(bank.read_text(encoding="utf-8").replace("The superior who signs it", "The head"), encoding="utf-8")
    assert "=== m1-q01" in review(course, "--sheet", "-").stdout


def test_the_author_of_the_bank_is_refused(course: Path) -> None:
    result = review(course, reviewer="tim  AMANAH")
    assert result.exit_code == 2
    assert "wrote this bank" in result.output


def test_the_author_of_an_item_is_not_asked_about_it(course: Path) -> None:
    bank = course / "quizzes/1-demo.yml"
    text = bank.read_text(encoding="utf-8").replace("  - code: m1-q01\n", "  - code: m1-q01\n    author: Siti\n")
    bank.write_text(text, encoding="utf-8")
    result = review(course, "--sheet", "-", "--all")
    assert "=== m1-q01" not in result.stdout
    assert "you wrote them: m1-q01" in result.stderr
    mark = ask(read_bank(bank, course).items[0], "Siti", "en").fingerprint
    sheet = f"reviewer: Siti\nbank: 1-demo\n=== m1-q01 [{mark}]\nanswer: b\n"
    refused = review(course, "--from", "-", typed=sheet.encode())
    assert refused.exit_code == 1
    assert answers(course) == {}


def test_nothing_left_to_ask(course: Path) -> None:
    only = course / "quizzes/1-demo.yml"
    text = only.read_text(encoding="utf-8")
    only.write_text(text[: text.index("  - code: m1-q02")], encoding="utf-8")
    assert review(course, typed="b\n").exit_code == 0
    result = review(course)
    assert result.exit_code == 0
    assert "no item in 1-demo for you to answer" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["1-dem", "--reviewer", "Siti"], "did you mean 1-demo?"),
        (["zzz", "--reviewer", "Siti"], "there is no bank zzz"),
        (["../1-demo", "--reviewer", "Siti"], "did you mean 1-demo?"),
        (["1-demo", "--reviewer", "..."], "at least one Latin letter"),
        (["1-demo", "--reviewer", "Siti", "--sheet", "-", "--from", "-"], "not both"),
        (["1-demo", "--reviewer", "Siti", "--from", "nowhere.txt"], "nowhere.txt cannot be read"),
        (["1-demo", "--reviewer", "Siti", "--sheet", "nowhere/x.txt"], "nowhere/x.txt cannot be written"),
    ],
)
def test_why_it_cannot_run(course: Path, arguments: list[str], said: str) -> None:
    result = run(course, "review", "--lang", "en", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_language_that_is_not_there(course: Path) -> None:
    result = run(course, "review", "1-demo", "--reviewer", "Siti", "--lang", "fr")
    assert result.exit_code == 2
    assert '"fr" (there are: en, id)' in result.stderr


def test_indonesian_is_spoken_by_default(course: Path) -> None:
    result = run(course, "review", "1-demo", "--reviewer", "Siti", typed="q\n")
    assert "9 soal untuk Siti" in result.output


def test_a_bank_by_its_file_needs_no_root(course: Path) -> None:
    bank = str(course / "quizzes/1-demo.yml")
    result = CliRunner().invoke(quiz, ["review", bank, "--reviewer", "Siti", "--sheet", "-"])
    assert result.exit_code == 0
    assert "bank: 1-demo" in result.stdout


def test_answers_that_cannot_be_read_are_not_written_over(course: Path) -> None:
    path = review_path(course, "Siti")
    path.parent.mkdir()
    path.write_text("reviewer: Siti\nanswers: [\n")
    result = review(course)
    assert result.exit_code == 2
    assert "quizzes/reviews/siti.yml:2:10" in result.stderr
    assert path.read_text().endswith("[\n")


def test_a_file_of_somebody_with_a_similar_name(course: Path) -> None:
    review(course, typed=typed_in_order(course, RIGHT))
    result = review(course, reviewer="Sití")
    assert result.exit_code == 2
    assert 'belongs to "Siti"' in result.stderr


def test_a_bank_with_broken_items_is_still_reviewed(course: Path) -> None:
    bank = course / "quizzes/1-demo.yml"
    bank.write_text(bank.read_text(encoding="utf-8").replace("    answer: b\n", "    ansewr: b\n"), encoding="utf-8")
    result = review(course, "--sheet", "-")
    assert result.stdout.count("===") == 8
    assert "1 reading problems (the first: quizzes/1-demo.yml:" in result.stderr
    bank.write_text("module: 1-demo\nitems: [\n")
    assert review(course).exit_code == 2


def test_schema_is_written_and_checked(tmp_path: Path) -> None:
    assert run(tmp_path, "schema", "--check").exit_code == 1
    assert run(tmp_path, "schema").output == "quizzes/schema.json\n"
    assert run(tmp_path, "schema", "--check").exit_code == 0
