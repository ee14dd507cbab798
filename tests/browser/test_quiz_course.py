"""The questions of the course itself, answered by the key in the bank, on the pages that readers get."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from questions import Question
from sample_site import ROOT

from amanah.quiz.bank import find_item, read_banks
from amanah.quiz.model import (
    Categorise,
    Item,
    Matching,
    MultipleChoice,
    Numeric,
    Ordering,
    ShortAnswer,
    SingleChoice,
    SituationalJudgement,
    TrueFalse,
)

MODULES = sorted(path.stem for path in (ROOT / "quizzes").glob("*.yml"))


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("module", MODULES)
def test_the_course_accepts_its_own_keys(page: Page, site: str, module: str, lang: str) -> None:
    """Every item of a module's quiz, answered by the key in the bank, on the page that readers get."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(f"{site}{lang}course/{module}/quiz.html")
    banks, scored = read_banks(ROOT), 0
    for form in page.locator("form.am-item").all():
        question = Question(page, str(form.get_attribute("id")))
        item = find_item(banks, question.code)
        assert item is not None
        answer_by_key(question, item, decimal="." if lang else ",")
        question.check.click()
        if isinstance(item, SituationalJudgement):
            expect(question.key).to_be_visible()
        else:
            question.expect_end(right=True)
            scored += 1
    assert scored
    words = "{0} of {0} right" if lang else "{0} dari {0} tepat"
    expect(page.locator(".am-score__n")).to_have_text(words.format(scored))
    expect(page.locator(".am-score__done")).to_have_text("Done." if lang else "Tuntas.")
    assert errors == []


def answer_by_key(question: Question, item: Item, decimal: str) -> None:
    if isinstance(item, SingleChoice | TrueFalse):
        question.choose(str(item.answer))
    elif isinstance(item, MultipleChoice):
        question.choose(*item.answer or ())
    elif isinstance(item, Matching | Categorise):
        question.pair(**item.answer or {})
    elif isinstance(item, Ordering):
        question.order(*item.answer or ())
    elif isinstance(item, Numeric) and item.answer:
        question.form.locator(".am-ask input").fill(item.answer.value.replace(".", decimal))
    elif isinstance(item, ShortAnswer) and item.answer:
        question.form.locator(".am-ask input").fill(item.answer.accept["en" if decimal == "." else "id"][0])
    elif isinstance(item, SituationalJudgement):
        for column, grade in (("best", max(option.grade for option in item.options)), ("worst", 0)):
            key = next(option.key for option in item.options if option.grade == grade)
            question.form.locator(f"[name={column}][value={key}]").click()
