"""Files that are no progress files are refused in one sentence, with nothing changed; and any file at all."""

from __future__ import annotations

import datetime
import json
import string
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept import PROGRESS, answer, choose, done, file_of, kept, put
from playwright.sync_api import Browser, Page, expect

OWN = {"q:m1-q01": answer(), **done("m1-l1")}
HTML = "<img src=x onerror=alert(1)>"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"
NOTHING = " Tidak ada yang berubah."
JSON = "Isi berkas ini bukan berkas kemajuan, atau terpotong di jalan." + NOTHING
OTHER = "Berkas ini bukan berkas kemajuan Amanah." + NOTHING
LARGE = "Berkas ini lebih besar dari 1 MB; berkas kemajuan jauh lebih kecil." + NOTHING
NEWER = (
    "Berkas ini dibuat oleh Amanah yang lebih baru. Muat ulang halaman ini saat ada sinyal, lalu coba lagi." + NOTHING
)
DEEP = b'{"format":"amanah-progress","version":1,"made":"2026-11-24","records":' + b"[" * 90_000 + b"]" * 90_000 + b"}"

FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "Berkas ini kosong." + NOTHING),
    "only space": (b" \n", JSON),
    "picture": (PNG, JSON),
    "cut off": (file_of({"q:m1-q01": answer()})[:-9], JSON),
    "two files": (file_of({}) + file_of({}), JSON),
    "a number": (b"7", OTHER),
    "null": (b"null", OTHER),
    "a list": (b"[]", OTHER),
    "another format": (file_of({}, format="other"), OTHER),
    "no version": (file_of({}, version=None), OTHER),
    "version 0": (file_of({}, version=0), OTHER),
    "version as text": (file_of({}, version="1"), OTHER),
    "newer": (file_of({}, version=2), NEWER),
    "too large": (b" " * 1_000_001, LARGE),
    "too many": (
        file_of({f"f:a{n}": {"v": 1, "d": "2026-01-01"} for n in range(10_001)}),
        "Catatan di berkas ini lebih banyak daripada yang dapat dibuat kursus ini." + NOTHING,
    ),
    "100,000": (file_of({f"f:a{n}": 1 for n in range(100_000)}), LARGE),
}  # fmt: skip

DAMAGED: dict[str, tuple[str, Any]] = {
    "a prototype": ("__proto__", {"v": 1, "d": "2026-01-01"}),
    "a constructor": ("constructor", {"v": 1}),
    "the appearance": ("am:theme", "dark"),
    "the appearance, bare": ("theme", "dark"),
    "a reflection": ("w:m1-q05", {"v": 1, "a": ["x"], "d": "2026-01-01"}),
    "a draft": ("d:m1-q05", {"v": 1, "a": []}),
    "an empty key": ("", {"v": 1}),
    "HTML as a key": (f"q:{HTML}", answer()),
    "a key in capitals": ("q:M1-Q01", answer()),
    "a long key": ("q:" + "a" * 61, answer()),
    "three places": ("q:a@b@c@d", answer()),
    "no object": ("p:m1-l1", "2026-01-01"),
    "null": ("p:m1-l1", None),
    "a list": ("p:m1-l1", [1]),
    "no version": ("p:m1-l1", {"d": "2026-01-01"}),
    "another version": ("p:m1-l1", {"v": 2, "d": "2026-01-01"}),
    "no day": ("p:m1-l1", {"v": 1}),
    "no such day": ("p:m1-l1", {"v": 1, "d": "2026-02-30"}),
    "the year 99999": ("p:m1-l1", {"v": 1, "d": "99999-01-01"}),
    "the year +099999": ("p:m1-l1", {"v": 1, "d": "+099999-01-01"}),
    "the year 2100": ("p:m1-l1", {"v": 1, "d": "2100-01-01"}),
    "a day with a time": ("p:m1-l1", {"v": 1, "d": "2026-01-01T00:00:00Z"}),
    "a day as a number": ("p:m1-l1", {"v": 1, "d": 20260101}),
    "HTML as a day": ("p:m1-l1", {"v": 1, "d": HTML}),
    "stage 4": ("r:m1-q01", {"v": 1, "s": 4, "d": "2026-01-01"}),
    "stage -1": ("r:m1-q01", {"v": 1, "s": -1, "d": "2026-01-01"}),
    "at rest with a day": ("r:m1-q01", {"v": 1, "s": 3, "d": "2026-01-01"}),
    "waiting without a day": ("r:m1-q01", {"v": 1, "s": 1, "d": ""}),
    "tries": ("q:m1-q01", answer(tries=10_000)),
    "tries of 1e99": ("q:m1-q01", answer(tries=int(1e99))),
    "half a try": ("q:m1-q01", answer() | {"t": 0.5}),
    "right as text": ("q:m1-q01", answer() | {"ok": "1"}),
    "right twice": ("q:m1-q01", answer(ok=2)),
    "sure as never": ("q:m1-q01", answer() | {"c": 9}),
    "an answer that is a number": ("q:m1-q01", answer() | {"a": 7}),
    "no answer at all": ("q:m1-q01", {"v": 1, "t": 1, "ok": 0, "d": "2026-01-01"}),
    "a long answer": ("q:m1-q01", answer(a="x" * 1001)),
    "many answers": ("q:m1-q01", answer(a=["a"] * 61)),
    "a nested answer": ("q:m1-q01", answer(a=[["a"]])),
    "HTML in an answer of codes": ("q:m1-q01", answer(a=[HTML])),
    "a prototype in an answer": ("q:m1-q01", answer() | {"a": {"__proto__": "b"}}),
    "a page that is none": ("last", {"v": 1, "p": HTML, "d": "2026-01-01"}),
}  # fmt: skip


@pytest.fixture
def mine(page: Page, site: str) -> Iterator[Page]:
    """The progress page with records of one's own; a dialog or an error of a script fails the test."""
    found: list[str] = []
    page.on("dialog", lambda dialog: found.append(dialog.message))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.goto(site + PROGRESS)
    page.evaluate("localStorage.setItem('am:theme', 'dark')")
    put(page, OWN)
    yield page
    assert found == []


def expect_refused(page: Page, sentence: str) -> None:
    expect(page.locator("#am-file [role=status]")).to_have_text(sentence)
    expect(page.locator("#am-import-ask")).to_be_hidden()
    assert kept(page) == OWN and page.evaluate("localStorage['am:theme']") == "dark"


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_progress_file_is_refused(mine: Page, name: str) -> None:
    content, sentence = FILES[name]
    choose(mine, content, "photo.png" if name == "picture" else "a.json", "image/png" if name == "picture" else "")
    expect_refused(mine, sentence)
    choose(mine, file_of(done("m1-l2")))
    mine.click("#am-import-ask [data-am-yes]")
    assert kept(mine) == OWN | done("m1-l2"), "and a good one is taken after it"


def test_very_deep_is_refused(mine: Page) -> None:
    choose(mine, DEEP)
    expect(mine.locator("#am-file [role=status]")).to_have_text(f"Berkas ini rusak pada “records”.{NOTHING}")
    expect_refused(mine, f"Berkas ini rusak pada “records”.{NOTHING}")


@pytest.mark.parametrize("name", DAMAGED)
def test_one_damaged_record_refuses_the_whole_file_and_is_named(mine: Page, name: str) -> None:
    key, record = DAMAGED[name]
    choose(mine, file_of({"p:m1-l2": {"v": 1, "d": "2026-01-01"}, key: record, "p:m1-l3": {"v": 1, "d": "2026-01-01"}}))
    expect_refused(mine, f"Berkas ini rusak pada “{key[:40]}”.{NOTHING}")
    assert mine.evaluate("({}).v === undefined && ({}).d === undefined")
    assert mine.locator("main img").count() == 0


def test_a_record_is_made_anew_from_the_fields_it_may_have(mine: Page) -> None:
    extra = {"v": 1, "d": "2026-01-01", "html": HTML, "__proto__": {"x": 1}, "constructor": 1, "c": 3}
    choose(mine, file_of({"p:m1-l2": extra}, name="Siti", note=HTML))
    mine.click("#am-import-ask [data-am-yes]")
    assert kept(mine) == OWN | {"p:m1-l2": {"v": 1, "d": "2026-01-01"}}


def test_of_a_key_that_stands_twice_the_last_counts(mine: Page) -> None:
    text = file_of({"p:m1-l2": {"v": 1, "d": "2026-01-01"}}).decode()
    twice = text.replace('"records": {', '"records": {"p:m1-l2": {"v": 1, "d": "x"}, ')
    choose(mine, twice.encode())
    mine.click("#am-import-ask [data-am-yes]")
    assert kept(mine)["p:m1-l2"] == {"v": 1, "d": "2026-01-01"}


def test_a_short_answer_with_html_stays_text(mine: Page) -> None:
    choose(mine, file_of({"q:m1-q41@id": answer(a=HTML)}))
    mine.click("#am-import-ask [data-am-yes]")
    assert kept(mine)["q:m1-q41@id"]["a"] == HTML and mine.locator("main img").count() == 0


# --- whatever somebody may write

WORD = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=8).map(lambda text: "k" + text)
DAYS = st.dates(min_value=datetime.date(1970, 1, 1), max_value=datetime.date(2099, 12, 31)).map(str)
ANSWERS = st.none() | st.text(max_size=30) | st.lists(WORD, max_size=4) | st.dictionaries(WORD, WORD, max_size=4)
Q = st.fixed_dictionaries(
    {"v": st.just(1), "a": ANSWERS, "t": st.integers(0, 9999), "ok": st.integers(0, 1), "d": DAYS},
    optional={"c": st.integers(1, 3), "n": st.just(1)},
)
DAY = st.fixed_dictionaries({"v": st.just(1), "d": DAYS})
R = st.fixed_dictionaries({"v": st.just(1), "s": st.integers(0, 2), "d": DAYS}) | st.just({"v": 1, "s": 3, "d": ""})
GOOD = st.tuples(WORD.map("q:{}".format), Q) | st.tuples(st.tuples(WORD, WORD).map("q:{0[0]}@{0[1]}".format), Q)
GOOD |= (
    st.tuples(WORD.map("p:{}".format), DAY)
    | st.tuples(WORD.map("f:{}".format), DAY)
    | st.tuples(WORD.map("r:{}".format), R)
)
GOOD |= st.tuples(st.just("last"), st.fixed_dictionaries({"v": st.just(1), "p": WORD, "d": DAYS}))
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12) | DAYS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=8) | st.sampled_from("vatokdsrp"), inner, max_size=5)
    ),
    max_leaves=12,
)
KEYS = st.sampled_from(["q:a", "p:a", "r:a", "f:a", "last", "__proto__", "am:theme", "w:a", "toString"]) | st.text(
    max_size=8
)
WHOLE = st.fixed_dictionaries(
    {
        "format": st.just("amanah-progress") | ANY,
        "version": st.just(1) | ANY,
        "made": st.just("2026-11-24") | ANY,
        "records": st.dictionaries(KEYS, ANY | Q | DAY | R, max_size=4) | ANY,
    }
)


@pytest.fixture(scope="module")
def bench(browser: Browser, site: str) -> Iterator[Page]:
    """One page for many files."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(site + PROGRESS)
    yield page
    context.close()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(batch=st.lists(ANY | WHOLE, min_size=1, max_size=30))
def test_any_file_is_read_without_an_error_and_nothing_is_written(bench: Page, batch: list[Any]) -> None:
    found = bench.evaluate(
        """texts => {
          localStorage.clear();
          const read = texts.map(text => {
            const { stop, records } = Amanah.file.read(text);
            if (records) Amanah.file.plan(records);
            return [stop, records && Array.from(records)];
          });
          return [read, localStorage.length, Object.keys(Object.prototype).length];
        }""",
        [json.dumps(each) for each in batch],
    )
    assert found[1:] == [0, 0]
    stops = {"json", "format", "newer", "many", "damaged"}
    for whole, (stop, records) in zip(batch, found[0], strict=True):
        assert (stop in stops) != (records is not None)
        for key, record in records or []:
            assert set(record) <= {"v", "a", "t", "ok", "d", "c", "n", "s", "p"} and record["v"] == 1
            assert {name: whole["records"][key][name] for name in record} == record


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=st.lists(GOOD, max_size=12).map(dict))
def test_what_was_written_is_read_back_the_same(bench: Page, records: dict[str, Any]) -> None:
    back = bench.evaluate(
        """all => {
          localStorage.clear();
          Object.keys(all).forEach(key => localStorage.setItem("am:" + key, JSON.stringify(all[key])));
          const text = Amanah.file.write();
          localStorage.clear();
          if (text === null) return {};
          const kept = Amanah.file.merge(Amanah.file.plan(Amanah.file.read(text).records));
          const back = {};
          Object.keys(localStorage).forEach(key => { back[key.slice(3)] = JSON.parse(localStorage[key]); });
          return kept && back;
        }""",
        records,
    )
    assert back == records
