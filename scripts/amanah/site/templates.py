"""The Jinja templates that turn data into HTML. Autoescape is on: only Markup is HTML, everything else is text."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from amanah.site.inline import inline, plain, scene_and_question

_OWN = Path(__file__).resolve().parents[3] / "overrides"


@cache
def _environment(root: Path) -> Environment:
    # A course without looks of its own is shown with ours.
    environment = Environment(
        loader=FileSystemLoader([root / "overrides", _OWN]),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(inline=inline, plain=plain, scene=scene_and_question)
    return environment


def render(root: Path, name: str, /, **values: Any) -> Markup:
    """The template overrides/NAME filled with values, as one block of HTML without blank lines."""
    html = _environment(root).get_template(name).render(**values)
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))


def data_block(id: str, data: Any) -> Markup:
    """Data for a script. The block is text to the browser until it meets "</script"; no "<" can begin one."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup(f'<script type="application/json" id="{id}">{text}</script>')
