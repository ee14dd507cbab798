"""Records to a file and from one: what is in it, what is said before anything is done, and how two devices meet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from kept import FULL, PROGRESS, answer, choose, done, export, file_of, kept, put
from playwright.sync_api import BrowserContext, Page, expect
from views import Watch

RECORDS: dict[str, Any] = {
    **done("m1-l1", "m1-practice", "pre-test"),
    "q:m1-q01": answer(),
    "q:m1-q02": answer(a={"l1": "r1", "l2": "r2"}),
    "q:m1-q03@m1-l2": answer(ok=0, tries=2, a=None),
    "q:m1-q04@id": answer(a="maklumat <b>dan</b> “standar”"),
    "q:m1-q06": answer() | {"c": 3},
    "q:m1-q07": answer(ok=0, a=None) | {"n": 1},
    "r:m1-q01": {"v": 1, "s": 1, "d": "2026-12-01"},
    "r:m1-q02": {"v": 1, "s": 3, "d": ""},
    "f:m1-q03": {"v": 1, "d": "2026-11-10"},
    "last": {"v": 1, "p": "m1-l1", "d": "2026-11-10"},
}
PRIVATE = {"w:m1-q05": {"v": 1, "a": ["rahasia"], "d": "2026-11-10"}, "d:m1-q08": {"v": 1, "a": []}}


def say(page: Page) -> Any:
    return page.locator("#am-file [role=status]")


def merge(page: Page, records: Any) -> None:
    choose(page, file_of(records))
    page.click("#am-import-ask [data-am-yes]")


# --- to a file


@pytest.mark.parametrize(("prefix", "name"), [("", "amanah-kemajuan"), ("en/", "amanah-progress")])
def test_the_file_holds_the_records_and_nothing_personal(page: Page, site: str, prefix: str, name: str) -> None:
    watch = Watch(page, site)
    page.goto(site + prefix + PROGRESS)
    page.evaluate("localStorage.setItem('am:theme', 'dark')")
    put(page, RECORDS | PRIVATE)
    given, content = export(page)
    assert re.fullmatch(name + r"-\d{4}-\d\d-\d\d\.json", given)
    assert {key: content[key] for key in ("format", "version")} == {"format": "amanah-progress", "version": 1}
    assert content["made"] in given and set(content) == {"format", "version", "made", "records"}
    assert content["records"] == RECORDS
    expect(say(page)).to_contain_text(given)
    assert watch.found == []


def test_from_a_folder(page: Page, built: Path) -> None:
    page.goto((built / PROGRESS).as_uri())
    put(page, RECORDS)
    content = export(page)[1]["records"]
    page.evaluate("localStorage.clear()")
    page.reload()
    merge(page, content)
    assert kept(page) == RECORDS


# --- there and back


def test_export_reset_import_gives_the_same_back_in_the_other_language(page: Page, site: str) -> None:
    page.goto(site + PROGRESS)
    put(page, RECORDS)
    content = export(page)[1]["records"]
    page.click("#am-reset [data-am-ask]")
    page.click("#am-reset-ask [data-am-yes]")
    assert kept(page) == {}
    page.goto(f"{site}en/{PROGRESS}")
    choose(page, file_of(content))
    ask = page.locator("#am-import-ask")
    expect(ask).to_be_focused()
    expect(ask).to_contain_text(
        "This file brings 6 answers, 3 finished pages, 2 review days, 1 flag for later, 1 other record. "
        "Nothing that is on this device will be lost."
    )
    assert kept(page) == {}, "nothing before it is asked for"
    expect(page.locator("[data-module=m1] td").first).to_have_text("0 of 4, practice not yet")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert kept(page) == RECORDS
    expect(page.locator("[data-module=m1] td").first).to_have_text("1 of 4, practice done")
    expect(say(page)).to_contain_text("Merged: 6 answers")
    expect(page.locator("#am-import")).to_be_focused()
    choose(page, file_of(content))
    expect(say(page)).to_have_text("All that this file holds is on this device already.")
    expect(ask).to_be_hidden()


def test_it_can_be_cancelled(page: Page, site: str) -> None:
    page.goto(site + PROGRESS)
    choose(page, file_of(RECORDS))
    page.click("#am-import-ask [data-am-no]")
    expect(say(page)).to_have_text("Dibatalkan. Tidak ada yang berubah.")
    expect(page.locator("#am-import-ask")).to_be_hidden()
    assert kept(page) == {}


# --- two devices: own, other, which is kept

REST = {"v": 1, "s": 3, "d": ""}


def at(s: int, d: str) -> dict[str, Any]:
    return {"v": 1, "s": s, "d": d}


MEETINGS = {
    "q more tries": ("q:m1-q01", answer(tries=1, day="2026-12-01"), answer(tries=3, ok=0), "other"),
    "q fewer tries": ("q:m1-q01", answer(tries=3, ok=0), answer(tries=1, day="2026-12-01"), "own"),
    "q as many, later": ("q:m1-q01", answer(ok=0), answer(day="2026-11-11"), "other"),
    "q as many, same day": ("q:m1-q01", answer(), answer(ok=0), "own"),
    "p earlier": ("p:m1-l1", {"v": 1, "d": "2026-11-10"}, {"v": 1, "d": "2026-11-09"}, "other"),
    "p later": ("p:m1-l1", {"v": 1, "d": "2026-11-10"}, {"v": 1, "d": "2026-11-11"}, "own"),
    "r later": ("r:m1-q01", at(0, "2026-11-10"), at(1, "2026-11-17"), "other"),
    "r earlier": ("r:m1-q01", at(1, "2026-11-17"), at(2, "2026-11-10"), "own"),
    "r same day, lower": ("r:m1-q01", at(2, "2026-11-10"), at(1, "2026-11-10"), "other"),
    "r same day, higher": ("r:m1-q01", at(1, "2026-11-10"), at(2, "2026-11-10"), "own"),
    "r at rest there": ("r:m1-q01", at(2, "2026-11-10"), REST, "other"),
    "r at rest here": ("r:m1-q01", REST, at(2, "2026-11-10"), "own"),
    "f": ("f:m1-q01", {"v": 1, "d": "2026-11-10"}, {"v": 1, "d": "2026-11-09"}, "own"),
    "last later": (
        "last",
        {"v": 1, "p": "m1-l1", "d": "2026-11-10"},
        {"v": 1, "p": "m2-l1", "d": "2026-11-11"},
        "other",
    ),
    "last earlier": (
        "last",
        {"v": 1, "p": "m1-l1", "d": "2026-11-10"},
        {"v": 1, "p": "m2-l1", "d": "2026-11-09"},
        "own",
    ),
    "damaged here": ("q:m1-q01", {"v": 1, "a": 7}, answer(), "other"),
}


@pytest.mark.parametrize("name", MEETINGS)
def test_two_devices_meet(page: Page, site: str, name: str) -> None:
    key, own, other, winner = MEETINGS[name]
    page.goto(site + PROGRESS)
    put(page, {key: own, "q:m6-q01": answer()})
    choose(page, file_of({key: other, "q:m6-q02": answer()}))
    page.click("#am-import-ask [data-am-yes]")
    assert kept(page) == {key: own if winner == "own" else other, "q:m6-q01": answer(), "q:m6-q02": answer()}


def test_what_is_further_on_is_told_apart_from_what_is_new(page: Page, site: str) -> None:
    page.goto(site + PROGRESS)
    put(page, {"q:m1-q01": answer(), "q:m1-q02": answer()})
    choose(page, file_of({"q:m1-q01": answer(tries=2), "q:m1-q02": answer(), "q:m1-q03": answer()}))
    expect(page.locator("#am-import-ask")).to_contain_text("membawa 1 jawaban, 1 catatan yang lebih lanjut.")


def test_another_tab_that_went_on_meanwhile_loses_nothing(context: BrowserContext, site: str) -> None:
    mine, other = context.new_page(), context.new_page()
    for tab in (mine, other):
        tab.goto(site + PROGRESS)
    choose(mine, file_of({"q:m1-q01": answer(tries=2), **done("m1-l1")}))
    other.evaluate("record => Amanah.store.set('q:m1-q01', record)", answer(tries=5))
    mine.click("#am-import-ask [data-am-yes]")
    assert kept(mine)["q:m1-q01"]["t"] == 5 and "p:m1-l1" in kept(mine)
    expect(other.locator("[data-module=m1] td").first).to_have_text("1 dari 4, latihan belum")


# --- no room


def test_all_or_nothing_when_the_room_runs_out(page: Page, site: str) -> None:
    page.goto(site + PROGRESS)
    own = {"q:m1-q02": answer(), "p:m1-l1": {"v": 1, "d": "2026-11-10"}}
    put(page, own)
    page.evaluate(
        """() => {
          const set = Storage.prototype.setItem;
          let left = 3;
          Storage.prototype.setItem = function (key, value) {
            if (this.getItem(key) === null && left-- <= 0) throw new DOMException("full", "QuotaExceededError");
            set.call(this, key, value);
          };
        }"""
    )
    records = {
        "q:m1-q02": answer(tries=3),
        **{f"q:m2-q0{n}": answer() for n in range(1, 8)},
        **done("m1-l1", day="2026-11-01"),
    }
    merge(page, records)
    expect(say(page)).to_contain_text("tidak ada yang diubah")
    assert kept(page) == own
    assert export(page)[1]["records"] == own, "nor for this page"


def test_really_full(page: Page, site: str) -> None:
    page.goto(site + PROGRESS)
    own = {"q:m1-q02": answer()}
    put(page, own)
    page.evaluate(
        """() => {
          let piece = "x".repeat(1 << 20), n = 0;
          while (piece.length > 16) {
            try { localStorage.setItem("fill" + n++, piece); } catch (error) { piece = piece.slice(piece.length / 2); }
          }
        }"""
    )
    merge(page, {"q:m1-q02": answer(tries=3, a="y" * 500), **{f"q:m2-q{n}": answer() for n in range(10, 60)}})
    expect(say(page)).to_contain_text("tidak ada yang diubah")
    assert kept(page) == own


def test_closed_at_the_last_moment(page: Page, site: str) -> None:
    page.goto(site + PROGRESS)
    choose(page, file_of(RECORDS))
    page.evaluate(FULL)
    page.click("#am-import-ask [data-am-yes]")
    expect(say(page)).to_contain_text("tidak ada yang diubah")
    expect(page.locator("[data-module=m1] td").first).to_have_text("0 dari 4, latihan belum")
    assert kept(page) == {}
