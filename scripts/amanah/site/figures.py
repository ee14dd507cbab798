"""Diagrams: geometry from docs/assets/diagrams, words from the figure fence, as one inline SVG with a caption."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from markupsafe import Markup

from amanah.course.yaml_subset import read_yaml
from amanah.site.context import PageContext
from amanah.site.inline import plain, typographic
from amanah.site.templates import render

FOLDER = "docs/assets/diagrams"
FIELDS = ("file", "title", "desc", "caption", "labels")
_PLACEHOLDER = re.compile(r"\{([\w-]+)\}")
_FORBIDDEN = {"script", "style", "title", "desc", "foreignObject", "a", "image", "use"}
LINE_HEIGHT = "1.25em"


class BadFigure(ValueError):
    """What is wrong with a figure; `line` counts from 0 in the fence's body."""

    def __init__(self, sentence: str, line: int = 0) -> None:
        super().__init__(sentence)
        self.line = line


def figure(context: PageContext, source: str, line: int) -> Markup:
    """The fence's figure; `line` is the line of the fence's opening in the file."""
    data = _read(source, context.file, line)
    # The name alone: a diagram never comes from another folder.
    svg = drawing(context.root / FOLDER / Path(data["file"]).name, data.get("labels") or {})
    name = context.unique("fig")
    svg.set("role", "img")
    svg.set("aria-labelledby", f"{name}-t {name}-d")
    for tag, field in (("desc", "desc"), ("title", "title")):
        element = ElementTree.Element(tag, {"id": f"{name}-{tag[0]}"})
        element.text = plain(data[field])
        svg.insert(0, element)
    caption = context.markdown(data["caption"]) if data.get("caption") else ""
    return render(
        context.root,
        "blocks/figure.html",
        svg=Markup(ElementTree.tostring(svg, encoding="unicode")),
        caption=Markup(re.sub(r"^<p>(.*)</p>$", r"\1", caption.strip(), flags=re.DOTALL)),
    )


def _read(source: str, file: str, line: int) -> dict[str, Any]:
    tree = read_yaml(source, file, line + 1)
    if tree.problems:
        problem = tree.problems[0]
        sentence = f"the figure is not written in the YAML subset ({problem.rule} {problem.variant})"
        raise BadFigure(sentence, problem.place.line - line)
    data = tree.data
    if not isinstance(data, dict):
        raise BadFigure("a figure is a mapping with file, title, desc, caption, labels")
    for key in data:
        if key not in FIELDS:
            raise BadFigure(f'a figure has no field "{key}" ({", ".join(FIELDS)})', tree.key_place((key,)).line - line)
    for key in ("file", "title", "desc"):
        if not isinstance(data.get(key), str) or not data[key].strip():
            raise BadFigure(f'the figure lacks "{key}"')
    labels = data.get("labels", {})
    if not isinstance(labels, dict) or not all(isinstance(text, str) for text in labels.values()):
        raise BadFigure("labels is a mapping from name to text", tree.key_place(("labels",)).line - line)
    return data


def drawing(path: Path, labels: Mapping[str, str]) -> ElementTree.Element:
    """The SVG at `path` with its {name} placeholders filled in and "|" as a line break."""
    if not path.is_file():
        raise BadFigure(f'there is no diagram "{path.name}" in {FOLDER}')
    try:
        svg = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    except ElementTree.ParseError as error:
        raise BadFigure(f"{FOLDER}/{path.name} is not well-formed: {error}") from None
    used: set[str] = set()
    for element in svg.iter():
        element.tag = element.tag.rpartition("}")[2]
        bad = any(name.startswith("on") or name in ("id", "style") for name in element.attrib)
        if bad or element.tag in _FORBIDDEN:
            raise BadFigure(f"{FOLDER}/{path.name}: <{element.tag}> may hold geometry and text only")
        element.tail = None if not (element.tail or "").strip() else element.tail
    if svg.tag != "svg" or "viewBox" not in svg.attrib:
        raise BadFigure(f"{FOLDER}/{path.name}: an <svg> with a viewBox is expected")
    for text in list(svg.iter("text")):
        _fill(text, labels, used, path.name)
    unused = sorted(set(labels) - used)
    if unused:
        raise BadFigure(f"{FOLDER}/{path.name} has no place for the label {', '.join(unused)}")
    return svg


def _fill(text: ElementTree.Element, labels: Mapping[str, str], used: set[str], file: str) -> None:
    for element in [text, *text]:
        written = element.text or ""
        for name in _PLACEHOLDER.findall(written):
            if name not in labels:
                raise BadFigure(f'the figure lacks the label "{name}" of {FOLDER}/{file}')
            used.add(name)
        filled = _PLACEHOLDER.sub(lambda match: typographic(labels[match[1]]), written)
        lines = [part.strip() for part in filled.split("|")]
        element.text = lines[0]
        if len(lines) > 1 and element is text:
            element.text = None
            for number, part in enumerate(lines):
                span = ElementTree.SubElement(text, "tspan", {"x": text.get("x", "0")})
                span.text = part
                if number:
                    span.set("dy", LINE_HEIGHT)
