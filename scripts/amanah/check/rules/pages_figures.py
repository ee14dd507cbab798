"""P08: pictures that can be heard as well as seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.course.field_errors import nearest
from amanah.course.page import Fence, Page
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.course.yaml_subset import read_yaml

DIAGRAMS = "docs/assets/diagrams"
FIELDS = ("file", "title", "desc", "caption", "labels")
NEEDED = FIELDS[:4]
_TEXT = re.compile(r"<(?:text|tspan)\b[^>]*>([^<]*)")
_PLACEHOLDER = re.compile(r"\{([\w-]+)\}")


@rule(
    "P08",
    severity="error",
    scope="page",
    id={
        "alt": "gambar {target} tanpa teks pengganti; tulis ![apa yang terlihat]({target})",
        "yaml": "isi pagar figure bukan daftar kunci dan nilai ({problem}); tulis tiap teks dalam tanda kutip",
        "missing": "pagar figure tanpa {field}",
        "unknown": 'pagar figure tidak mengenal "{field}" ({known})',
        "labels": "labels harus daftar nama: teks",
        "file": "diagram {file} tidak ada",
        "label-missing": 'diagram {file} memerlukan label "{label}", yang tidak ada di sini',
        "label-unknown": 'diagram {file} tidak mempunyai tempat untuk label "{label}"',
        "label-near": 'diagram {file} tidak mempunyai tempat untuk label "{label}"; mungkin "{near}"?',
    },
    en={
        "alt": "the picture {target} has no alternative text; write ![what can be seen]({target})",
        "yaml": "the figure fence is not a proper list of keys and values ({problem}); put every text in quotes",
        "missing": "the figure fence has no {field}",
        "unknown": 'a figure fence has no "{field}" ({known})',
        "labels": "labels must be a list of name: text",
        "file": "there is no diagram {file}",
        "label-missing": 'the diagram {file} needs the label "{label}", which is not here',
        "label-unknown": 'the diagram {file} has no place for the label "{label}"',
        "label-near": 'the diagram {file} has no place for the label "{label}"; did you mean "{near}"?',
    },
)
def described_pictures(page: Page, context: Context) -> Iterator[Problem]:
    """Every picture says in words what it shows, and a diagram and its fence agree on the labels.

    Who cannot see the picture gets the alternative text, or a figure's title and description. A label that only the
    diagram or only the fence has leaves a gap in the drawing or a word that nobody sees.

    Bad: ``![](denah.png)``; a figure fence without desc
    Good: ``![Denah loket: antrean di kiri](denah.png)``; file, title, desc, caption and every label of the diagram
    """
    for image in page.images:
        if not image.alt and not image.decorative:
            yield found(image.place, "alt", target=image.target)
    for fence in page.fences:
        if fence.name == "figure":
            yield from _figure(fence, context.root)


def _figure(fence: Fence, root: Path) -> Iterator[Problem]:
    tree = read_yaml(fence.body, fence.place.file, fence.body_place.line)

    def shifted(place: Place) -> Place:
        return Place(place.file, place.line, place.column + fence.body_place.column - 1)

    if tree.problems:
        first = tree.problems[0]
        yield found(shifted(first.place), "yaml", problem=f"{first.rule} {first.variant}".strip())
        return
    data = tree.data
    if not isinstance(data, dict):
        yield found(fence.place, "yaml", problem="S04 not-mapping")
        return
    for key in data:
        if key not in FIELDS:
            yield found(shifted(tree.key_place((key,))), "unknown", field=key, known=", ".join(FIELDS))
    for key in NEEDED:
        if not isinstance(data.get(key), str) or not data[key].strip():
            yield found(shifted(tree.place((key,))) if key in data else fence.place, "missing", field=key)
    labels = data.get("labels", {})
    if not isinstance(labels, dict) or not all(isinstance(text, str) and text.strip() for text in labels.values()):
        yield found(shifted(tree.key_place(("labels",))), "labels")
        return
    file = data.get("file")
    if not isinstance(file, str) or not file.strip():
        return
    path = root / DIAGRAMS / file
    wanted = placeholders(path, _changed(path)) if "/" not in file else None
    if wanted is None:
        yield found(shifted(tree.place(("file",))), "file", file=f"{DIAGRAMS}/{file}")
        return
    for label in wanted:
        if label not in labels:
            yield found(fence.place, "label-missing", file=file, label=label)
    for label in labels:
        if label not in wanted:
            near = nearest(label, [each for each in wanted if each not in labels])
            variant = "label-near" if near else "label-unknown"
            yield found(shifted(tree.key_place(("labels", label))), variant, file=file, label=label, near=near)


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


@lru_cache(maxsize=256)
def placeholders(path: Path, changed: float) -> tuple[str, ...] | None:
    """The names in braces in the texts of a diagram, in order; None if there is no such file.

    ``changed`` is the time of its last change: two languages, and two runs of a server, read a file once.
    """
    try:
        svg = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return tuple(dict.fromkeys(name for text in _TEXT.findall(svg) for name in _PLACEHOLDER.findall(text)))
