"""schedule.js by itself, on a page that knows nothing else: dates, stages, damaged records, a clock that was wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page
from sample_site import ROOT

JS = ROOT / "overrides/assets/js"
DAYS = [
    date(2024, 1, 31),
    date(2024, 2, 28),
    date(2026, 2, 28),
    date(2026, 12, 31),
    date(2027, 3, 28),
    date(2027, 10, 31),
]
RIGHT, LATER, WRONG = ({"right": r, "first": f} for r, f in ((True, True), (True, False), (False, False)))


@pytest.fixture
def schedule(page: Page) -> Iterator[Any]:
    """Call it with the name of a function and its arguments. Storage is closed on a blank page: memory must do."""
    for name in ("store", "schedule"):
        page.add_script_tag(content=(JS / f"{name}.js").read_text("utf-8"))
    yield lambda name, *values: page.evaluate("([name, values]) => Amanah.schedule[name](...values)", [name, values])


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "America/New_York", "Pacific/Apia"])
def test_days_are_counted_as_the_calendar_counts_them(browser: Any, zone: str):
    page = browser.new_page(timezone_id=zone)
    for name in ("store", "schedule"):
        page.add_script_tag(content=(JS / f"{name}.js").read_text("utf-8"))
    for start in DAYS:
        for n in (0, 1, 7, 30, 366):
            goal = (start + timedelta(days=n)).isoformat()
            assert page.evaluate("([d, n]) => Amanah.schedule.plus(d, n)", [start.isoformat(), n]) == goal
            assert page.evaluate("([d, g]) => Amanah.schedule.days(d, g)", [start.isoformat(), goal]) == n
    page.close()


@pytest.mark.parametrize("today", DAYS)
def test_one_seven_thirty_days_then_rest(schedule: Any, today: date):
    record, stages = None, []
    for answer in (WRONG, RIGHT, RIGHT, RIGHT):
        record = schedule("next", record, answer, today.isoformat())
        stages.append(record)
        if record["d"]:
            today = date.fromisoformat(record["d"])
    first, second, third, rest = stages
    wait = [date.fromisoformat(b["d"]) - date.fromisoformat(a["d"]) for a, b in ((first, second), (second, third))]
    assert [each.days for each in wait] == [7, 30] and [each["s"] for each in stages] == [0, 1, 2, 3]
    assert rest == {"s": 3, "d": ""}


@pytest.mark.parametrize("stage", [0, 1, 2])
@pytest.mark.parametrize("answer", [WRONG, LATER, {**RIGHT, "sure": 1}], ids=["wrong", "second try", "guess"])
def test_anything_else_on_the_day_begins_again_tomorrow(schedule: Any, stage: int, answer: dict[str, Any]):
    record = {"v": 1, "s": stage, "d": "2026-02-27"}
    assert schedule("next", record, answer, "2026-02-28") == {"s": 0, "d": "2026-03-01"}


@pytest.mark.parametrize("sure", [None, 2, 3])
def test_being_sure_or_not_asked_moves_on(schedule: Any, sure: int | None):
    assert schedule("next", {"s": 0, "d": "2026-02-28"}, {**RIGHT, "sure": sure}, "2026-02-28")["s"] == 1


@pytest.mark.parametrize("record", [{"s": 1, "d": "2026-03-05"}, {"s": 3, "d": ""}])
def test_an_answer_before_the_day(schedule: Any, record: dict[str, Any]):
    assert schedule("next", record, RIGHT, "2026-03-02") == schedule("next", record, LATER, "2026-03-02") == record
    for answer in (WRONG, {**RIGHT, "sure": 1}):
        assert schedule("next", record, answer, "2026-03-02") == {"s": 0, "d": "2026-03-03"}


DAMAGED: list[Any] = [
    {"v": 1, "s": 9, "d": "2026-01-01"},
    {"v": 1, "s": "1", "d": "2026-01-01"},
    {"v": 1, "s": 1.5, "d": "2026-01-01"},
    {"v": 1, "s": -1, "d": "2026-01-01"},
    {"v": 1, "s": 0, "d": "2026-02-30"},
    {"v": 1, "s": 0, "d": "soon"},
    {"v": 1, "s": 0, "d": ""},
    {"v": 1, "s": 0, "d": 20260101},
    {"v": 1, "s": 0},
    {"v": 1},
]


def test_damaged_records_are_passed_over_and_begin_as_new(page: Page, schedule: Any):
    page.evaluate("all => all.forEach((each, i) => Amanah.store.set('r:m1-q' + i, each))", DAMAGED)
    page.evaluate("Amanah.store.set('r:m1-q99', { s: 2, d: '2026-01-01' })")
    assert [item["code"] for item in schedule("waiting", "2026-03-01")] == ["m1-q99"]
    for each in DAMAGED:
        assert schedule("next", each, RIGHT, "2026-03-01") == {"s": 0, "d": "2026-03-02"}


def test_what_is_due_by_day(page: Page, schedule: Any):
    days = {"a": "2026-03-01", "b": "2026-02-24", "c": "2026-03-02", "d": "2026-02-24"}
    page.evaluate("days => Object.entries(days).forEach(([c, d]) => Amanah.store.set('r:' + c, { s: 1, d }))", days)
    page.evaluate("Amanah.store.set('r:rests', { s: 3, d: '' })")
    assert [item["code"] for item in schedule("due", "2026-03-01")] == ["b", "d", "a"]
    assert [item["code"] for item in schedule("waiting", "2026-03-01")] == ["b", "d", "a", "c"]
    assert schedule("due", "2026-02-23") == []


@pytest.mark.parametrize(("stage", "day"), [(0, "2026-03-04"), (1, "2026-03-10"), (2, "2036-01-01")])
def test_a_day_that_a_wrong_clock_has_set_is_today(page: Page, schedule: Any, stage: int, day: str):
    record = {"s": stage, "d": day}
    page.evaluate("record => Amanah.store.set('r:m1-q01', record)", record)
    assert schedule("due", "2026-03-01") == [{"code": "m1-q01", "s": stage, "d": "2026-03-01"}]
    assert schedule("next", record, RIGHT, "2026-03-01")["s"] == stage + 1
    assert schedule("due", "2026-01-01")  # also when the clock goes back


def test_a_flight_over_the_date_line_changes_nothing(page: Page, schedule: Any):
    page.evaluate("Amanah.store.set('r:m1-q01', { s: 0, d: '2026-03-02' })")  # answered on 1 March, then it is February
    assert schedule("due", "2026-02-28") == []
