"""Writes YAML as the banks have it: the house style for what is new, and a scalar in the style that it had."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

WIDTH = 100
_ON_ONE_LINE = ("text", "unit")  # localized texts that stand on one line where they fit
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_PLAIN = re.compile(r"[^\W_](?:[\w ./()%–-]*[\w.)%])?")
_ESCAPED = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def quoted(text: str) -> str:
    """A double-quoted scalar; characters that the subset forbids are escaped."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def name(key: str) -> str:
    """A mapping key; `true` and `false` in quotes, as an editor would otherwise take them for something else."""
    return key if _NAME.fullmatch(key) and key not in ("true", "false") else quoted(key)


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name(key)}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return quoted(value)


def pair(key: str, value: Any, indent: int) -> str:
    """`key: value` in house style; the first line without its indentation, the others with `indent` spaces and more."""
    head = f"{name(key)}:"
    line = f"{head} {flow(value)}"
    if not value or isinstance(value, str) or (isinstance(value, list) and not isinstance(value[0], dict)):
        return line
    if key in _ON_ONE_LINE and indent + len(line) <= WIDTH:
        return line
    inner = indent + 2
    start = "\n" + " " * inner
    if isinstance(value, list):
        return head + "".join(f"{start}- {mapping(one, inner + 2)}" for one in value)
    return head + start + mapping(value, inner)


def mapping(value: dict[str, Any], indent: int) -> str:
    """A mapping below each other; the first line without its indentation."""
    return ("\n" + " " * indent).join(pair(key, one, indent) for key, one in value.items())


def same_style(node: yaml.ScalarNode, source: str, text: str) -> str:
    """`text` in the style in which `source`, the old text of `node`, is written; in double quotes where it cannot be.

    `source` ends with its last visible character.
    """
    if node.style == "'" and "\n" not in text and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if not node.style and node.value and _PLAIN.fullmatch(text):
        return text
    if node.style in ("|", ">") and (block := _block(node.style, source, text)):
        return block
    return quoted(text)


def _block(style: str, source: str, text: str) -> str:
    """A block scalar with the head and the indentation of the old one; empty where the text does not fit one."""
    head, _, body = source.partition("\n")
    lines = text.split("\n")
    known = re.match(r"(?:[ ]*\n)*([ ]+)", body)
    plain = all(line == line.strip() for line in lines) and lines[0] and lines[-1]
    if not known or not plain or any(character.isdigit() for character in head):
        return ""
    indent = known[1]
    written = [f"{indent}{line}" if line else "" for line in lines]
    return head + "\n" + ("\n" if style == "|" else "\n\n").join(written)
