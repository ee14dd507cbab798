"""Leaves out of a style sheet what no page can match: rules, custom properties, fonts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import Node

Keep = Callable[[str], bool]

_GROUPS = ("media", "supports", "container", "layer")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(slots=True)
class _Rule:
    selectors: list[str]
    declarations: list[tuple[str, str]]

    def text(self) -> str:
        body = ";".join(f"{name}:{value}" for name, value in self.declarations)
        return f"{','.join(self.selectors)}{{{body}}}" if body else ""


@dataclass(slots=True)
class _Group:
    prelude: str
    rules: list[_Any]

    def text(self) -> str:
        inner = _text(self.rules)
        return f"{self.prelude}{{{inner}}}" if inner else ""


@dataclass(slots=True)
class _Raw:
    keyword: str
    source: str

    def text(self) -> str:
        return self.source


_Any = _Rule | _Group | _Raw


def purge(css: str, keep: Keep, without: re.Pattern[str] | None = None) -> str:
    """The style sheet without the selectors for which `keep` says no and without what then has no use any more.

    `without` describes media to leave out as well, such as ``print`` (then also @page) or ``(min-width:60em)``.
    """
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    rules = list(_read(nodes, keep, without))
    text, shorter = "", _text(rules)
    while shorter != text:  # a property may be used by another one only
        text = shorter
        _drop_properties(rules, frozenset(_VARIABLE.findall(text)))
        shorter = _text(rules)
    return "".join(rule.text() for rule in rules if not _is_unused_font(rule, text))


def _text(rules: Iterable[_Any]) -> str:
    return "".join(rule.text() for rule in rules)


def _read(nodes: Iterable[Node], keep: Keep, without: re.Pattern[str] | None) -> Iterable[_Any]:
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = [selector for selector in _selectors(node.prelude) if keep(selector)]
            if selectors:
                yield _Rule(selectors, list(_declarations(node.content)))
        elif node.type == "at-rule":
            prelude = tinycss2.serialize(node.prelude).strip()
            medium = "print" if node.lower_at_keyword == "page" else prelude.replace(": ", ":")
            if without is not None and without.fullmatch(medium):
                continue
            if node.lower_at_keyword in _GROUPS:
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield _Group(f"@{node.lower_at_keyword} {prelude}", list(_read(inner, keep, without)))
            elif node.lower_at_keyword != "charset":
                yield _Raw(node.lower_at_keyword, node.serialize())


def _selectors(prelude: Iterable[Node]) -> list[str]:
    """A list of selectors, split at its outer commas."""
    parts: list[list[Node]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part).strip() for part in parts]


def _declarations(content: list[Node]) -> Iterable[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            value = tinycss2.serialize(node.value).strip()
            yield node.name, value + ("!important" if node.important else "")


def _drop_properties(rules: Iterable[_Any], used: frozenset[str]) -> None:
    for rule in rules:
        if isinstance(rule, _Group):
            _drop_properties(rule.rules, used)
        elif isinstance(rule, _Rule):
            rule.declarations = [pair for pair in rule.declarations if not pair[0].startswith("--") or pair[0] in used]


def _is_unused_font(rule: _Any, css: str) -> bool:
    if not isinstance(rule, _Raw) or rule.keyword != "font-face":
        return False
    family = re.search(r"font-family\s*:\s*([^;}]+)", rule.source)
    return family is not None and css.count(family[1].strip()) == 1
