"""The two weavers, Python and JavaScript, draw the same to the byte."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page
from sample_site import ROOT

from amanah.site import weave

WEAVE = ROOT / "overrides/assets/js/weave.js"

BANDS = st.lists(
    st.builds(
        weave.Band,
        module=st.integers(1, 6),
        done=st.lists(st.booleans(), max_size=7).map(tuple),
        strands=st.integers(1, 5),
        lock=st.none() | st.booleans(),
        shift_x=st.integers(0, 20),
        shift_y=st.integers(0, 20),
    ),
    max_size=7,
)
QUARTERS = st.integers(0, 24).map(lambda n: n / 4)
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "warp": st.integers(1, 20),
        "cell": st.integers(1, 20),
        "lead": QUARTERS,
        "tail": QUARTERS,
        "origin": QUARTERS,
        "label": st.text(max_size=12) | st.sampled_from(["\"7\" < 30 & 'x' > y", "Tikar: 7 dari 25 pelajaran."]),
    },
)


@pytest.fixture
def loom(page: Page) -> Page:
    page.add_script_tag(path=WEAVE)
    return page


def as_script(band: weave.Band) -> dict[str, Any]:
    return {
        "module": band.module,
        "done": list(band.done),
        "strands": band.strands,
        "lock": band.lock,
        "shiftX": band.shift_x,
        "shiftY": band.shift_y,
    }


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases=st.lists(st.tuples(BANDS, OPTIONS), min_size=40, max_size=80))
def test_any_bands(loom: Page, cases: list[tuple[list[weave.Band], dict[str, Any]]]):
    drawn = loom.evaluate(
        "cases => cases.map(([bands, options]) => Amanah.weave.weave(bands, options))",
        [[list(map(as_script, bands)), options] for bands, options in cases],
    )
    for (bands, options), svg in zip(cases, drawn, strict=True):
        assert svg == weave.weave(bands, **options), (bands, options)


def test_strips_of_every_module_in_every_state(loom: Page):
    states = [[bool(n >> i & 1) for i in range(length)] for length in range(1, 6) for n in range(2**length)]
    cases = [(module, state) for module in range(1, 7) for state in states]
    drawn = loom.evaluate("cases => cases.map(([module, state]) => Amanah.weave.strip(module, state))", cases)
    assert drawn == [weave.strip(module, state) for module, state in cases]


def test_emblems_and_mats(loom: Page):
    emblems = [(module, cell, size) for module in range(1, 7) for cell in (5, 6, 8) for size in (4, 8, 16)]
    assert loom.evaluate("cases => cases.map(c => Amanah.weave.emblem(...c))", emblems) == [
        weave.emblem(*each) for each in emblems
    ]
    mats = [
        ([([module <= passed, lesson < 2, False, True], module < passed) for module in range(6)], label)
        for passed in range(7)
        for lesson in range(4)
        for label in ("", 'said "so" & more')
    ]
    drawn = loom.evaluate("cases => cases.map(([modules, label]) => Amanah.weave.mat(modules, label))", mats)
    assert drawn == [weave.mat(modules, label) for modules, label in mats]
