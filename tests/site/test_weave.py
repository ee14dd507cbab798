"""The woven mat."""

import re
from collections.abc import Iterator

import pytest

from amanah.site import weave

EMPTY = [([False] * 5, False)] * 6  # six modules of five lessons, nothing done


@pytest.mark.parametrize("module", range(1, 7))
def test_an_emblem_is_square_and_shows_one_thread(module):
    svg = weave.emblem(module, cell=5)
    assert 'viewBox="0 0 128 128" width="40" height="40"' in svg
    assert set(re.findall(r'class="(\w[^"]*)"', svg)) - {"am-mat"} == {f"t{module}", "w"}


def test_the_six_motifs_differ():
    grids = {tuple(motif(x, y) for x in range(16) for y in range(16)) for motif in weave.MOTIFS}
    assert len(grids) == 6


def lines(path: str) -> Iterator[tuple[float, float, str, float]]:
    """The lines of a path as (x, y, direction, length); each begins relative to the end of the one before."""
    pen_x = pen_y = 0.0
    for move, x, y, direction, length in re.findall(r"([Mm])(-?[\d.]+) ?(-?[\d.]+)([hv])([\d.]+)", path):
        pen_x, pen_y = (float(x), float(y)) if move == "M" else (pen_x + float(x), pen_y + float(y))
        yield pen_x, pen_y, direction, float(length)
        pen_x, pen_y = pen_x + float(length) * (direction == "h"), pen_y + float(length) * (direction == "v")


def strands(svg: str) -> dict[str, set[tuple[int, int]]]:
    """Which crossings (column, row) the lines of each class cover, fringes not counted."""
    found: dict[str, set[tuple[int, int]]] = {}
    for kind, path in re.findall(r'class="([^"]*)" d="([^"]*)"', svg):
        for x, y, direction, length in lines(path):
            column, row, cells = int(x // 16), int(y // 16), round(length / 16)
            found.setdefault(kind, set()).update(
                (column + i, row) if direction == "h" else (column, row + i) for i in range(cells)
            )
    return found


@pytest.mark.parametrize("module", range(1, 7))
def test_at_every_crossing_one_strand_lies_on_top(module):
    svg = weave.weave([weave.Band(module, (True,), 16)], warp=16, lead=0, tail=0)
    found = strands(svg)
    assert found[f"t{module}"] == {(x, y) for x in range(16) for y in range(16) if weave.MOTIFS[module - 1](x, y)}
    assert found["w"] == {(x, y) for x in range(16) for y in range(16)} - found[f"t{module}"]


def test_the_lines_are_short_to_write():
    assert not re.search(r"d=\"[^\"]*\d\.\d", weave.emblem(6, cell=5) + weave.strip(6, [True, False]))
    assert len(weave.emblem(6, cell=5)) < 900 and len(weave.strip(6, [False] * 5)) < 900


def test_an_empty_loom_is_strung_and_shows_the_pattern_as_ghosts():
    svg = weave.mat(EMPTY)
    assert 'class="g t1"' in svg and 'class="g t6"' in svg and 'class="f"' in svg
    assert 'class="t1"' not in svg and 'class="w"' not in svg
    assert 'viewBox="24 0 1104 256"' in svg  # the fringe of 1.5 cells outside, 66 + 3 cells; 16 strands


def test_a_finished_lesson_is_woven_and_the_rest_is_ghost():
    svg = weave.strip(6, [True, False, False])
    assert 'class="t6"' in svg and 'class="g t6"' in svg and 'class="w"' in svg


def test_the_mat_shows_what_is_done_of_which_module():
    svg = weave.mat([([True, False], True), ([False, False], False)], "one of four")
    assert set(re.findall(r'<path class="([^"]*)"', svg)) == {"f", "t1", "g t1", "g t2", "w"}
    assert 'role="img" aria-label="one of four"' in svg


def test_a_passed_quiz_locks_the_band_with_straw():
    band = weave.Band(1, (False,), lock=True)
    assert 'class="w"' in weave.weave([band])
    assert 'class="w"' not in weave.weave([weave.Band(1, (False,), lock=False)])


def test_a_label_makes_an_image_and_is_escaped():
    svg = weave.weave([weave.Band(1, (True,))], label='"7" < 30')
    assert 'role="img" aria-label="&quot;7&quot; &lt; 30"' in svg and "aria-hidden" not in svg
    assert 'aria-hidden="true"' in weave.weave([weave.Band(1, (True,))])


def test_no_drawing_needs_ids_patterns_or_inline_styles():
    for svg in (weave.mat(EMPTY), weave.emblem(3), weave.strip(2, [True]), weave.knot()):
        assert not re.search(r"\b(id|style|fill|stroke)=|<pattern", svg)


def test_the_logo_in_the_templates_is_the_knot(root):
    logo = (root / "overrides/partials/logo.html").read_text("utf-8")
    assert weave.knot() in logo
