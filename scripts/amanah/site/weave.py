"""The woven mat of Amanah as inline SVG: hero loom, module emblems, strips and the logo.

Warp (straw, horizontal) is strung from the start; weft (dyed, vertical) is the reader's work. A column that is not
woven yet shows as a pale ghost. Colours and widths come from the style sheet through the classes t1 … t6 (dyed weft),
g (ghost), w (straw) and f (bare thread), so one drawing serves light, dark and print. No ids, no <pattern>.

overrides/assets/js/weave.js draws the same, byte for byte, when the reader's progress is known: change both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

Motif = Callable[[int, int], bool]  # (weft, warp) -> the dyed weft strand lies over the straw warp strand
STRAW, THREAD = "w", "f"
UNIT = 16  # of the drawing's own measure, to a cell


def _from_middle(index: int, period: int) -> int:
    """Distance of a cell from the nearer edge of its period, counted in cells."""
    index %= period
    return min(index, period - 1 - index)


def polos(x: int, y: int) -> bool:
    """Plain weave: one over, one under."""
    return (x + y) % 2 == 0


def ganda(x: int, y: int) -> bool:
    """Basket weave: two over, two under."""
    return (x // 2 + y // 2) % 2 == 0


def lereng(x: int, y: int) -> bool:
    """A slope: 2/2 twill."""
    return (x + y) % 4 < 2


def gelombang(x: int, y: int) -> bool:
    """A wave: the slope turns back every eight warps."""
    return (x + (y % 16 if y % 16 < 8 else 15 - y % 16)) % 4 < 2


def wajik(x: int, y: int) -> bool:
    """Diamonds round a core."""
    return 8 - _from_middle(x - 1, 8) - _from_middle(y, 8) in (2, 5, 6)


def mata(x: int, y: int) -> bool:
    """Eyes in a plain-woven frame."""
    ring = min(_from_middle(x - 1, 8), _from_middle(y, 8))
    return (x + y) % 2 == 0 if ring == 0 else ring == 2


MOTIFS: tuple[Motif, ...] = (polos, ganda, lereng, gelombang, wajik, mata)  # modules 1 to 6


@dataclass(frozen=True, slots=True)
class Band:
    """One module's part of the mat.

    `done` holds one truth value a lesson, `strands` weft strands each; `lock` is the straw strand of a passed quiz
    (None: no such column); `shift_x`, `shift_y` (0 or more) move the motif inside the band.
    """

    module: int
    done: tuple[bool, ...]
    strands: int = 2
    lock: bool | None = None
    shift_x: int = 0
    shift_y: int = 0


@dataclass(frozen=True, slots=True)
class _Column:
    module: int  # 0: straw lock strand
    woven: bool
    over: tuple[bool, ...]  # one truth value a warp strand


def _columns(bands: Sequence[Band], warp: int) -> list[_Column]:
    columns: list[_Column] = []
    for band in bands:
        motif = MOTIFS[band.module - 1]
        for step, done in enumerate(band.done):
            for strand in range(band.strands):
                x = step * band.strands + strand + band.shift_x
                columns.append(_Column(band.module, done, tuple(motif(x, y + band.shift_y) for y in range(warp))))
        if band.lock is not None:
            x = len(columns)
            columns.append(_Column(0, band.lock, tuple(polos(x, y) for y in range(warp))))
    return columns


def _runs(values: Sequence[bool | None]) -> Iterator[tuple[bool | None, int, int]]:
    """Runs of equal neighbours as (value, start, end)."""
    start = 0
    for value, group in groupby(values):
        end = start + len(list(group))
        yield value, start, end
        start = end


def weave(
    bands: Sequence[Band],
    warp: int = 16,
    cell: int = 8,
    lead: float = 2,
    tail: float = 4,
    label: str = "",
    origin: float = 0,
) -> str:
    """Draws the mat as one <svg>.

    `warp` is the number of straw strands, `cell` the size of a crossing in pixels, `lead` and `tail` the length of the
    fringes in cells. With a `label` the drawing is an image with that name, without one it is hidden from assistive
    technology: its state must then stand beside it in words. What lies left of `origin` (in cells) stands outside the
    box of the drawing. Lengths in cells are whole sixteenths.

    A strand is a stroked line along the middle of its row or column, UNIT to a cell, and begins relative to where the
    one before it ended: a motif then repeats itself to the letter, and compresses well.
    """
    columns = _columns(bands, warp)
    paths: dict[str, list[str]] = {}
    pens: dict[str, tuple[float, float]] = {}

    def line(kind: str, x: float, y: float, direction: str, length: float) -> None:
        if length <= 0:
            return
        path, pen = paths.setdefault(kind, []), pens.get(kind)
        if pen is None:
            path.append(f"M{x:g} {y:g}")
        else:
            across, down = x - pen[0], y - pen[1]
            path.append(f"m{across:g}{'' if down < 0 else ' '}{down:g}")
        path.append(f"{direction}{length:g}")
        pens[kind] = (x + length, y) if direction == "h" else (x, y + length)

    for x, column in enumerate(columns):
        if not column.module and not column.woven:
            continue
        kind = STRAW if not column.module else f"t{column.module}" if column.woven else f"g t{column.module}"
        middle = (lead + x) * UNIT + UNIT / 2
        for over, start, end in _runs(column.over):
            if over:
                # The first and the last strand keep a gap to the edge of the mat.
                top, bottom = start * UNIT + (start == 0), end * UNIT - (end == warp)
                line(kind, middle, top, "v", bottom - top)

    for y in range(warp):
        middle = y * UNIT + UNIT / 2
        loose = 0 if y % 2 else UNIT / 2  # alternate ends are half a cell shorter
        bare: list[float] = [min(loose, lead * UNIT), lead * UNIT]  # a piece of bare thread grows until straw meets it
        for over, start, end in _runs([column.over[y] if column.woven else None for column in columns]):
            left, right = (lead + start) * UNIT, (lead + end) * UNIT
            if over is None:
                bare[1] = right
                continue
            line(THREAD, bare[0], middle, "h", bare[1] - bare[0])
            bare = [right, right]
            if not over:
                line(STRAW, left, middle, "h", right - left)
        line(THREAD, bare[0], middle, "h", bare[1] + max(0, tail * UNIT - loose) - bare[0])

    across, down = lead + len(columns) + tail - origin, warp
    box = f'viewBox="{origin * UNIT:g} 0 {across * UNIT:g} {down * UNIT}"'
    size = f'width="{across * cell:g}" height="{down * cell:g}"'
    role = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    drawn = "".join(f'<path class="{kind}" d="{"".join(parts)}"/>' for kind, parts in sorted(paths.items()))
    return f'<svg class="am-mat" {box} {size} {role}>{drawn}</svg>'


def emblem(module: int, cell: int = 8, size: int = 8) -> str:
    """A square swatch of the module's motif, size × size strands, no fringe."""
    band = Band(module, (True,), size, shift_x=int(module > 4), shift_y=4 if module == 4 else 0)
    return weave([band], warp=size, cell=cell, lead=0, tail=0)


def strip(module: int, done: Sequence[bool], cell: int = 5) -> str:
    """Progress through one module: four straw strands, four weft strands a lesson."""
    shift = {4: 6, 5: 2, 6: 2}.get(module, 0)
    return weave([Band(module, tuple(done), 4, shift_y=shift)], warp=4, cell=cell, lead=1, tail=1)


def mat(modules: Sequence[tuple[Sequence[bool], bool]], label: str = "") -> str:
    """The whole loom: for each module, in course order, which lessons are done and whether the quiz is passed.

    The woven part begins at the left edge of the box; the fringe hangs out of it.
    """
    bands = [Band(number, tuple(done), lock=passed) for number, (done, passed) in enumerate(modules, start=1)]
    return weave(bands, warp=16, cell=16, lead=1.5, tail=3, label=label, origin=1.5)


def knot(cell: int = 8) -> str:
    """The logo: three strands over three, with loose ends."""
    return weave([Band(1, (True,), 3)], warp=3, cell=cell, lead=0.75, tail=0.75)
