"""Questions in a browser: each type right and wrong, by mouse and by keyboard, remembered, and without the script.

The page is a small course of its own (tests/site/sample), so that the answers are known and the course may change.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from sample_site import ROOT, copy_sample, write_site

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

QUIZ, QUIZ_EN = "course/6-sample/quiz.html", "en/course/6-sample/quiz.html"
AXE = ROOT / "tests/vendor/axe.min.js"
CHECK = ["single-choice", "multiple-choice", "true-false", "matching", "ordering", "categorise", "numeric"]
CODE = {kind: f"m6-q{number:02d}" for number, kind in enumerate(CHECK, 1)} | {"short-answer": "m6-q09"}
CHECK.append("short-answer")
MODULES = sorted(path.stem for path in (ROOT / "quizzes").glob("*.yml"))
JUDGEMENT = "m6-q08"


@pytest.fixture(scope="session")
def quiz_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quiz")
    return write_site(copy_sample(folder), folder / "site")


@pytest.fixture(scope="session")
def quiz_site(quiz_folder: Path, serve_folder: Callable[[Path], str]) -> str:
    return serve_folder(quiz_folder)


@pytest.fixture
def quiz(page: Page, quiz_site: str) -> Iterator[Page]:
    """The quiz page, nothing answered yet; an error of the script fails the test."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(quiz_site + QUIZ)
    yield page
    assert errors == []


class Question:
    """One form on a page, and how each type is answered."""

    def __init__(self, page: Page, code: str) -> None:
        self.page, self.code = page, code
        self.form = page.locator(f"#{code}")
        self.kind = str(self.form.get_attribute("data-type"))
        self.check, self.again = self.form.locator("[type=submit]"), self.form.locator(".am-again")
        self.say, self.ask, self.key = (
            self.form.locator(".am-say"),
            self.form.locator(".am-ask"),
            self.form.locator(".am-key"),
        )

    def choose(self, *keys: str) -> None:
        for box in self.form.locator(".am-ask input").all():
            wanted = box.get_attribute("value") in keys
            if box.is_checked() != wanted and (wanted or box.get_attribute("type") == "checkbox"):
                box.click()

    def pair(self, **targets: str) -> None:
        for name, target in targets.items():
            self.form.locator(f"select[name={name}]").select_option(target)

    def order(self, *keys: str) -> None:
        """Moves entries up with the buttons until they stand as wished."""
        for index, key in enumerate(keys):
            entry = self.form.locator(f".am-order > li[data-k={key}]")
            while self.keys().index(key) > index:
                entry.locator("[data-move='-1']").click()

    def keys(self) -> list[str]:
        return [str(li.get_attribute("data-k")) for li in self.form.locator(".am-order > li").all()]

    def answer(self, right: bool, variant: int = 0) -> None:
        """A right answer, or one of two different wrong ones."""
        if self.kind in ("single-choice",):
            self.choose("b" if right else "ac"[variant])
        elif self.kind == "true-false":
            self.choose("false" if right else "true")
        elif self.kind == "multiple-choice":
            self.choose(*(("a", "b") if right else [("a", "c"), ("a",)][variant]))
        elif self.kind == "matching":
            self.pair(l1="r1", l2="r2", l3="r3" if right else ["r1", "r4"][variant])
        elif self.kind == "categorise":
            self.pair(e1="std", e2="mak" if right else "std", e3="std" if right or not variant else "mak")
        elif self.kind == "ordering":
            self.order(
                *("s1", "s2", "s3", "s4") if right else [("s2", "s1", "s3", "s4"), ("s4", "s3", "s2", "s1")][variant]
            )
        elif self.kind == "numeric":
            self.form.locator("input").fill("78,47" if right else ["12", "13"][variant])
        elif self.kind == "short-answer":
            self.form.locator("input").fill("“Maklumat.”" if right else ["standar", "piagam"][variant])

    def expect_end(self, right: bool) -> None:
        expect(self.ask).to_be_hidden()
        expect(self.check).to_be_hidden()
        expect(self.again).to_be_visible()
        expect(self.key).to_be_visible()
        expect(self.say.locator(f".am-fb.{'ok' if right else 'no'}")).to_be_visible()

    def stored(self, state: str = "") -> dict[str, Any]:
        state = state or str(self.form.get_attribute("data-state"))
        return dict(json.loads(self.page.evaluate(f"localStorage.getItem('am:q:{state}')")))


@pytest.mark.parametrize("kind", CHECK)
def test_right_at_once_by_mouse(quiz: Page, kind: str) -> None:
    question = Question(quiz, CODE[kind])
    expect(question.key).to_be_hidden()
    question.answer(right=True)
    question.check.click()
    question.expect_end(right=True)
    expect(question.say).to_have_text("Tepat pada percobaan pertama.")
    for reason in question.key.locator("li em").all():
        expect(reason).to_be_visible()
    stored = question.stored()
    assert (stored["v"], stored["t"], stored["ok"]) == (1, 1, 1) and re.fullmatch(r"\d{4}-\d\d-\d\d", stored["d"])


@pytest.mark.parametrize("kind", [kind for kind in CHECK if kind != "true-false"])
def test_hint_then_second_try_then_reasons(quiz: Page, kind: str) -> None:
    question = Question(quiz, CODE[kind])
    question.answer(right=False)
    question.check.click()
    expect(question.say.locator(".am-fb.hint")).to_be_visible()
    expect(question.say).to_contain_text("Belum tepat.")
    expect(question.say.locator("a")).to_have_attribute("href", "1-one.html#yardstick")
    expect(question.check).to_have_text("Periksa sekali lagi")
    expect(question.key).to_be_hidden()
    question.answer(right=False, variant=1)
    question.check.click()
    question.expect_end(right=False)
    assert question.stored()["t"] == 2 and question.stored()["ok"] == 0


def test_an_own_hint_is_shown(quiz: Page) -> None:
    question = Question(quiz, CODE["single-choice"])
    question.choose("a")
    question.check.click()
    expect(question.say).to_contain_text("Petunjuk:")
    expect(question.say.locator("em")).to_have_text("hari kalender")
    row = question.form.locator("label.no")
    expect(row).to_contain_text("Pilihan Anda: belum tepat")
    question.choose("b")
    expect(row).to_have_count(0)


def test_part_of_an_answer_is_told_in_words(quiz: Page) -> None:
    several = Question(quiz, CODE["multiple-choice"])
    several.choose("a", "b", "c")
    several.check.click()
    expect(several.say).to_contain_text("3 dari 4 pilihan Anda nilai dengan tepat.")
    pairs = Question(quiz, CODE["matching"])
    pairs.pair(l1="r1", l2="r2", l3="r4")
    pairs.check.click()
    expect(pairs.say).to_contain_text("2 dari 3 tepat.")
    pairs.pair(l3="r1")
    pairs.check.click()
    expect(pairs.key.locator("li[data-k=l3]")).to_contain_text("Belum tepat; jawaban Anda: menagih.")
    expect(pairs.key.locator("li[data-k=l1]")).to_contain_text("Tepat.")


def test_the_same_wrong_answer_does_not_cost_the_second_try(quiz: Page) -> None:
    question = Question(quiz, CODE["single-choice"])
    question.choose("a")
    question.check.dblclick()
    question.check.click()
    expect(question.say).to_contain_text("sama seperti tadi")
    assert question.stored()["t"] == 1
    expect(question.check).to_be_visible()


def test_an_empty_answer_gets_a_message(quiz: Page) -> None:
    messages = {
        "single-choice": "Pilih dulu sebuah jawaban.",
        "multiple-choice": "Pilih dulu sebuah jawaban.",
        "true-false": "Pilih dulu sebuah jawaban.",
        "matching": "Masih kosong: 3.",
        "ordering": "belum Anda ubah",
        "categorise": "Masih kosong: 3.",
        "numeric": "Tulis sebuah angka",
        "short-answer": "Tulis jawaban Anda",
    }
    for kind, message in messages.items():
        question = Question(quiz, CODE[kind])
        question.check.click()
        expect(question.say).to_contain_text(message)
        assert quiz.evaluate(f"localStorage.getItem('am:q:{question.code}')") is None
        inside = question.ask.evaluate("ask => ask.contains(document.activeElement)")
        assert inside, f"{kind}: the focus goes where something is missing"


NUMBERS = {
    "78,47": True,
    "78.47": True,
    " 78,47 ": True,
    "78,47 poin": True,
    "78,48": True,
    "78,49": False,
    "7847": False,
    "-78,47": False,
}
THOUSANDS = {
    "1.500": "1500",
    "1,500": "1500",
    "1 500": "1500",
    "1.500,5": "1500.5",
    "1,500.5": "1500.5",
    "1.000.000": "1000000",
}


def test_numbers_in_both_habits(quiz: Page) -> None:
    question = Question(quiz, CODE["numeric"])
    field = question.form.locator("input")
    for typed in ("abc", "", "12-13", ",", "--3"):
        field.fill(typed)
        question.check.click()
        expect(question.say).to_contain_text("Tulis sebuah angka")
        assert quiz.evaluate("localStorage.length") == 0
    for typed, right in NUMBERS.items():
        start_again(quiz)
        field.fill(typed)
        field.press("Enter")
        assert question.stored()["ok"] == int(right), typed
    for typed, value in THOUSANDS.items():
        start_again(quiz)
        question.form.locator("[data-tolerance]").evaluate("(li, value) => { li.dataset.v = value }", value)
        field.fill(typed)
        question.check.click()
        assert question.stored()["ok"] == 1, typed


def start_again(page: Page) -> None:
    """As if nothing had been answered."""
    page.evaluate("localStorage.clear()")
    page.reload()


def test_situational_judgement(quiz: Page) -> None:
    question = Question(quiz, JUDGEMENT)
    question.check.click()
    expect(question.say).to_contain_text("Pilih satu tindakan pada setiap kolom.")
    best, worst = question.form.locator("[name=best]"), question.form.locator("[name=worst]")
    best.nth(2).click()
    worst.nth(2).click()
    question.check.click()
    expect(question.say).to_contain_text("tidak dapat sekaligus")
    worst.nth(1).click()
    expect(question.key).to_be_hidden()
    question.check.click()
    expect(question.key).to_be_visible()
    expect(question.key).to_contain_text("belum diuji dengan panel")
    expect(question.key.locator("li[data-k=c]")).to_contain_text("Pilihan Anda: terbaik. Nilai 2 dari 3: cukup baik.")
    expect(question.key.locator("li[data-k=b]")).to_contain_text("Pilihan Anda: tidak boleh.")
    expect(question.key.get_by_role("link", name="UU 25/2009 Pasal 22 ayat (1)")).to_be_visible()
    expect(quiz.locator(".am-score__n")).to_have_text("0 dari 8 tepat"), "never in the score"
    expect(quiz.locator(".am-tally a.seen")).to_have_text("8")


# --- by keyboard only


def tab_to(page: Page, target: Locator, limit: int = 120) -> None:
    for _ in range(limit):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("not reached with the Tab key")


@pytest.mark.parametrize("kind", CHECK)
def test_right_by_keyboard_only(quiz: Page, kind: str) -> None:
    question = Question(quiz, CODE[kind])
    keys = quiz.keyboard
    if kind in ("single-choice", "true-false"):
        tab_to(quiz, question.form.locator("input").first)
        keys.press("ArrowDown")
    elif kind == "multiple-choice":
        for box in ("a", "b"):
            tab_to(quiz, question.form.locator(f"input[value={box}]"))
            keys.press("Space")
    elif kind in ("matching", "categorise"):
        for select in question.form.locator("select").all():
            tab_to(quiz, select)
            name = str(select.get_attribute("name"))
            right = {"l1": "r1", "l2": "r2", "l3": "r3", "e1": "std", "e2": "mak", "e3": "std"}[name]
            options = [str(option.get_attribute("value")) for option in select.locator("option").all()]
            for _ in range(options.index(right)):
                keys.press("ArrowDown")
    elif kind == "ordering":
        for index, key in enumerate(("s1", "s2", "s3", "s4")):
            up = question.form.locator(f"li[data-k={key}] [data-move='-1']")
            if question.keys().index(key) > index:
                up.focus()  # the buttons of an entry are ordinary stops of the Tab key, see below
            while question.keys().index(key) > index:
                keys.press("Enter")
                assert question.form.evaluate("form => form.contains(document.activeElement)"), "the focus stays"
    else:
        tab_to(quiz, question.form.locator("input"))
        keys.type("78,47" if kind == "numeric" else "maklumat")
    tab_to(quiz, question.check)
    keys.press("Enter")
    question.expect_end(right=True)
    focused = question.key.locator(".am-shown")
    expect(focused).to_be_focused()
    tab_to(quiz, question.again)
    keys.press("Enter")
    expect(question.ask).to_be_visible()


def test_order_buttons_are_reached_and_announce(quiz: Page) -> None:
    question = Question(quiz, CODE["ordering"])
    first = question.keys()[0]
    down = question.form.locator(f"li[data-k={first}] [data-move='1']")
    tab_to(quiz, down)
    quiz.keyboard.press("Space")
    assert question.keys()[1] == first
    expect(down).to_be_focused()
    expect(question.say).to_contain_text("nomor 2 dari 4")
    quiz.keyboard.press("Space")
    quiz.keyboard.press("Space")
    assert question.keys()[3] == first
    expect(question.form.locator(f"li[data-k={first}] [data-move='-1']")).to_be_focused(), "the other button at the end"


def test_situational_judgement_by_keyboard(quiz: Page) -> None:
    question = Question(quiz, JUDGEMENT)
    tab_to(quiz, question.form.locator("[name=best]").first)
    quiz.keyboard.press("Space")
    tab_to(quiz, question.form.locator("[name=worst]").first)
    quiz.keyboard.press("ArrowDown")
    tab_to(quiz, question.check)
    quiz.keyboard.press("Enter")
    assert question.stored()["a"] == {"best": "a", "worst": "b"}


# --- memory


@pytest.mark.parametrize("kind", [kind for kind in CHECK if kind != "short-answer"])
def test_reload_and_the_other_language(quiz: Page, quiz_site: str, kind: str) -> None:
    question = Question(quiz, CODE[kind])
    question.answer(right=False)
    question.check.click()
    quiz.reload()
    expect(question.say.locator(".am-fb.hint")).to_be_visible()
    quiz.goto(quiz_site + QUIZ_EN)
    expect(question.say).to_contain_text("Not yet right.")
    question.answer(right=True)
    question.check.click()
    expect(question.say).to_have_text("Right after another try.")
    quiz.goto(quiz_site + QUIZ)
    question.expect_end(right=True)
    expect(question.say).to_have_text("Tepat setelah mencoba lagi.")
    written = json.dumps(question.stored(), ensure_ascii=False)
    assert not re.search(r"hari|Tujuh|menagih|Standar", written), "codes only"


def test_try_again_resets_one_item_only(quiz: Page) -> None:
    one, other = Question(quiz, CODE["single-choice"]), Question(quiz, CODE["true-false"])
    for question in (one, other):
        question.answer(right=True)
        question.check.click()
    one.again.click()
    expect(one.ask).to_be_visible()
    expect(one.form.locator("input:checked")).to_have_count(0)
    expect(one.form.locator("input").first).to_be_focused()
    expect(one.say).to_have_text("Soal ini dimulai lagi.")
    other.expect_end(right=True)
    quiz.reload()
    expect(one.ask).to_be_visible()
    one.answer(right=True)
    one.check.click()
    expect(one.say).to_have_text("Tepat setelah mencoba lagi.")


def test_recall_is_remembered_apart(quiz: Page, quiz_site: str) -> None:
    question = Question(quiz, "m6-q01")
    question.answer(right=True)
    question.check.click()
    quiz.goto(quiz_site + "course/6-sample/2-two.html")
    recall = Question(quiz, "m6-q01")
    expect(recall.ask).to_be_visible()
    recall.answer(right=False)
    recall.check.click()
    assert recall.stored("m6-q01@m6-l2")["ok"] == 0
    assert recall.stored("m6-q01")["ok"] == 1


def test_two_tabs(context: BrowserContext, quiz_site: str) -> None:
    first, second = context.new_page(), context.new_page()
    for tab in (first, second):
        tab.goto(quiz_site + QUIZ)
    left, right = Question(first, CODE["single-choice"]), Question(second, CODE["true-false"])
    left.answer(right=True)
    left.check.click()
    right.answer(right=True)
    right.check.click()
    assert left.stored()["ok"] == 1 and right.stored()["ok"] == 1
    Question(second, CODE["single-choice"]).expect_end(right=True)
    expect(first.locator(".am-score__n")).to_have_text("2 dari 8 tepat")


BROKEN = [
    "",
    "{",
    "null",
    "[]",
    "7",
    '"b"',
    '{"v":2,"a":["b"],"t":1,"ok":1}',
    '{"v":1,"a":["zzz"],"t":1,"ok":1}',
    '{"v":1,"a":{"l1":"r1"},"t":1,"ok":1}',
    '{"v":1,"a":["s1"],"t":1,"ok":1}',
    '{"v":1,"a":null,"t":-3,"ok":1}',
    '{"v":1,"a":["b"],"t":"x","ok":1}',
    '{"v":1,"a":[["b"]],"t":1e99,"ok":1}',
    '{"v":1,"a":{"best":"a","worst":"a"},"t":1}',
    '{"v":1,"a":"78.47.1","t":1}',
]


def test_broken_memory_is_as_if_never_answered(quiz: Page) -> None:
    codes = [*CODE.values(), JUDGEMENT]
    for broken in BROKEN:
        quiz.evaluate(
            "([codes, text]) => codes.forEach(code => localStorage.setItem('am:q:' + code, text))", [codes, broken]
        )
        quiz.reload()
        hidden = [code for code in codes if not Question(quiz, code).check.is_visible()]
        assert hidden == [], broken
    question = Question(quiz, CODE["matching"])
    question.answer(right=True)
    question.check.click()
    question.expect_end(right=True)


def test_a_kept_answer_is_graded_by_todays_key(quiz: Page) -> None:
    quiz.evaluate("""localStorage.setItem('am:q:m6-q01', '{"v":1,"a":["a"],"t":2,"ok":1}')""")
    quiz.reload()
    Question(quiz, "m6-q01").expect_end(right=False)


@pytest.mark.parametrize(
    "block",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
        "Object.defineProperty(window, 'localStorage', { value: null })",
    ],
)
def test_without_storage_everything_works_for_this_page(page: Page, quiz_site: str, block: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(block)
    page.goto(quiz_site + QUIZ)
    for kind in ("single-choice", "ordering"):
        question = Question(page, CODE[kind])
        question.answer(right=False)
        question.check.click()
        question.answer(right=True)
        question.check.click()
        question.expect_end(right=True)
    expect(page.locator(".am-score__n")).to_have_text("2 dari 8 tepat")
    assert errors == []


# --- score


def test_score_retry_and_done(quiz: Page) -> None:
    score = quiz.locator("#am-score")
    expect(score.locator(".am-score__n")).to_have_text("0 dari 8 tepat")
    expect(score.locator(".am-score__done")).to_have_text("Tuntas bila 7 dari 8 tepat.")
    retry = score.locator("button")
    expect(retry).to_be_hidden()
    for kind in CHECK:
        question = Question(quiz, CODE[kind])
        wrong = kind in ("single-choice", "matching")
        if wrong:
            question.answer(right=False)
            question.check.click()
        question.answer(right=not wrong, variant=int(wrong))
        question.check.click()
    expect(score.locator(".am-score__n")).to_have_text("6 dari 8 tepat")
    expect(score.locator(".am-score__more")).to_have_text("6 tepat pada percobaan pertama, 0 setelah mencoba lagi.")
    expect(score.locator(".am-tally a").nth(0)).to_have_attribute("aria-label", "Soal 1: belum tepat")
    expect(score.locator(".am-tally a").nth(1)).to_have_attribute("aria-label", "Soal 2: tepat")
    expect(retry).to_have_text("Ulangi yang belum tepat (2)")
    retry.click()
    single, matching, other = (Question(quiz, CODE[kind]) for kind in ("single-choice", "matching", "numeric"))
    expect(single.form.locator("input").first).to_be_focused()
    expect(matching.ask).to_be_visible()
    other.expect_end(right=True)
    for question in (single, matching):
        question.answer(right=True)
        question.check.click()
    expect(score.locator(".am-score__n")).to_have_text("8 dari 8 tepat")
    expect(score.locator(".am-score__more")).to_have_text("6 tepat pada percobaan pertama, 2 setelah mencoba lagi.")
    expect(score.locator(".am-score__done")).to_have_text("Tuntas.")
    expect(retry).to_be_hidden()


# --- for everybody


@pytest.fixture
def no_script(browser: Browser, quiz_site: str) -> Any:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(quiz_site + QUIZ)
    yield page
    context.close()


def test_without_the_script_it_can_be_read_and_answered(no_script: Page) -> None:
    for code in [f"m6-q{number:02d}" for number in range(1, 11)]:
        form = no_script.locator(f"#{code}")
        details = form.locator("details.am-answer")
        expect(details).to_be_visible()
        expect(form.locator(".am-key")).to_be_hidden()
        details.locator("summary").click()
        expect(form.locator(".am-key")).to_be_visible()
        for button in form.locator("button").all():
            expect(button).to_be_hidden()
    no_script.locator("#m6-q01 input").nth(1).check()
    expect(no_script.locator("#m6-q01 .am-key li.am-right")).to_contain_text("Alasan b satu")
    expect(no_script.locator("#m6-q05 select").first).to_be_visible()
    expect(no_script.locator("#am-score")).to_be_hidden()


def test_a_script_that_never_arrives_leaves_the_answers_readable(page: Page, site: str) -> None:
    page.route("**/quiz.*.js", lambda route: route.abort())
    page.goto(f"{site}course/6-citizen-charter/quiz.html")
    answer = page.locator(".am-answer").first
    expect(answer.locator("summary")).to_be_visible()
    answer.locator("summary").click()
    expect(answer.locator(".am-key")).to_be_visible()
    expect(page.get_by_role("button", name="Periksa jawaban").first).to_be_hidden()


@pytest.mark.parametrize("code", ["m6-q07", "m6-q09"])
def test_enter_never_sends_a_form(no_script: Page, code: str) -> None:
    before = no_script.url
    no_script.locator(f"#{code} input").fill("x")
    no_script.locator(f"#{code} input").press("Enter")
    no_script.wait_for_timeout(100)
    assert no_script.url == before


def test_enter_checks_a_short_answer(quiz: Page) -> None:
    before = quiz.url
    quiz.locator("#m6-q09 input").fill("x")
    quiz.locator("#m6-q09 input").press("Enter")
    assert quiz.url == before
    expect(quiz.locator("#m6-q09 .am-say")).to_contain_text("Belum tepat")


@pytest.mark.parametrize(("typed", "right"), {" MAKLUMAT ": True, "“maklumat”!": True, "maklumatnya": False}.items())
def test_words_without_what_does_not_matter(quiz: Page, typed: str, right: bool) -> None:
    question = Question(quiz, CODE["short-answer"])
    question.form.locator("input").fill(typed)
    question.check.click()
    assert question.stored()["ok"] == int(right)


def test_words_belong_to_one_language(quiz: Page, quiz_site: str) -> None:
    Question(quiz, CODE["short-answer"]).answer(right=True)
    Question(quiz, CODE["short-answer"]).check.click()
    quiz.goto(quiz_site + QUIZ_EN)
    expect(Question(quiz, CODE["short-answer"]).check).to_be_visible()
    assert quiz.locator("#m6-q09 input").input_value() == ""


def test_a_machine_translated_page_still_grades(quiz: Page) -> None:
    quiz.evaluate(
        """() => {
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const node = walk.currentNode;
            if (node.textContent.trim() && node.parentNode.tagName !== "SCRIPT") node.textContent = "xyz";
          }
        }"""
    )
    for kind in CHECK:
        question = Question(quiz, CODE[kind])
        question.answer(right=True)
        question.check.click()
        question.expect_end(right=True)


def test_from_a_folder(page: Page, quiz_folder: Path) -> None:
    page.goto((quiz_folder / QUIZ).as_uri())
    question = Question(page, CODE["single-choice"])
    question.answer(right=True)
    question.check.click()
    page.goto((quiz_folder / QUIZ_EN).as_uri())
    Question(page, CODE["single-choice"]).expect_end(right=True)


def test_one_live_region_a_form(quiz: Page) -> None:
    for code in [*CODE.values(), JUDGEMENT]:
        regions = quiz.locator(f"#{code} [role=status], #{code} [aria-live], #{code} [role=alert]")
        expect(regions).to_have_count(1)


LARGE = "button, select, .am-ask label:has(input), input[type=text], summary, .am-tally a"


def test_controls_are_large_enough_and_nothing_overflows(quiz: Page) -> None:
    for width in (320, 390, 1280):
        quiz.set_viewport_size({"width": width, "height": 800})
        assert quiz.evaluate("document.documentElement.scrollWidth") <= width
        small = quiz.evaluate(
            """large => [...document.querySelectorAll(large)].filter(each => each.offsetParent)
              .map(each => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
              .filter(([html, box]) => box.height < 43.9 || box.width < 43.9)
              .map(([html, box]) => html + box.width + "x" + box.height)""",
            LARGE,
        )
        assert small == []


@pytest.mark.skipif(not AXE.is_file(), reason="axe is not in tests/vendor")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_in_every_state(browser: Browser, quiz_site: str, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(quiz_site + QUIZ)
    states: list[Callable[[], None]] = [
        lambda: None,
        lambda: [Question(page, code).check.click() for code in CODE.values()] and None,
        lambda: _try_all(page, right=False, variant=0),
        lambda: _try_all(page, right=False, variant=1),
    ]
    for state in states:
        state()
        page.evaluate(AXE.read_text("utf-8"))
        result = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
        found = [(each["id"], [node["html"][:120] for node in each["nodes"]][:3]) for each in result["violations"]]
        assert found == []
    context.close()


def _try_all(page: Page, right: bool, variant: int) -> None:
    for kind in CHECK:
        question = Question(page, CODE[kind])
        if question.check.is_visible():
            question.answer(right, variant)
            question.check.click()


# --- the course itself


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
        question.form.locator("input").fill(item.answer.value.replace(".", decimal))
    elif isinstance(item, ShortAnswer) and item.answer:
        question.form.locator("input").fill(item.answer.accept["en" if decimal == "." else "id"][0])
    elif isinstance(item, SituationalJudgement):
        for column, grade in (("best", max(option.grade for option in item.options)), ("worst", 0)):
            key = next(option.key for option in item.options if option.grade == grade)
            question.form.locator(f"[name={column}][value={key}]").click()
