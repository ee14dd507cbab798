"""Leaves out of a style sheet what no page can match: rules, custom properties, fonts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import tinycss2
from tinycss2.ast import Node

Keep = Callable[[str], bool]

_GROUPS = ("media", "supports", "container", "layer")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True, slots=True)
class _Block:
    """The declarations of a rule; the same for every page that keeps the rule."""

    declarations: tuple[tuple[str, str], ...]
    text: str
    has_properties: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    selectors: tuple[str, ...]
    block: _Block

    def text(self) -> str:
        return f"{','.join(self.selectors)}{{{self.block.text}}}" if self.block.text else ""


@dataclass(frozen=True, slots=True)
class _Group:
    prelude: str
    medium: str
    rules: tuple[_Any, ...]

    def text(self) -> str:
        inner = _text(self.rules)
        return f"{self.prelude}{{{inner}}}" if inner else ""


@dataclass(frozen=True, slots=True)
class _Raw:
    keyword: str
    medium: str
    source: str

    def text(self) -> str:
        return self.source


_Any = _Rule | _Group | _Raw


def purge(css: str, keep: Keep, without: re.Pattern[str] | None = None) -> str:
    """The style sheet without the selectors for which `keep` says no and without what then has no use any more.

    `without` describes media to leave out as well, such as ``print`` (then also @page) or ``(min-width:60em)``.
    """
    rules = tuple(_kept(_parsed(css), keep, without))
    text, shorter = "", _text(rules)
    while shorter != text:  # a property may be used by another one only
        text = shorter
        rules = tuple(_with_properties(rules, frozenset(_VARIABLE.findall(text))))
        shorter = _text(rules)
    return "".join(rule.text() for rule in rules if not _is_unused_font(rule, text))


def _text(rules: Iterable[_Any]) -> str:
    return "".join(rule.text() for rule in rules)


@lru_cache(maxsize=2)
def _parsed(css: str) -> tuple[_Any, ...]:
    """Everything in a sheet; kept, since every page of a site is given the same one."""
    return tuple(_read(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _read(nodes: Iterable[Node]) -> Iterator[_Any]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield _Rule(tuple(_selectors(node.prelude)), _block(tuple(_declarations(node.content))))
        elif node.type == "at-rule":
            prelude = tinycss2.serialize(node.prelude).strip()
            medium = "print" if node.lower_at_keyword == "page" else prelude.replace(": ", ":")
            if node.lower_at_keyword in _GROUPS:
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield _Group(f"@{node.lower_at_keyword} {prelude}", medium, tuple(_read(inner)))
            elif node.lower_at_keyword != "charset":
                yield _Raw(node.lower_at_keyword, medium, node.serialize())


def _kept(rules: Iterable[_Any], keep: Keep, without: re.Pattern[str] | None) -> Iterator[_Any]:
    for rule in rules:
        if isinstance(rule, _Rule):
            if selectors := tuple(filter(keep, rule.selectors)):
                yield _Rule(selectors, rule.block)
        elif without is None or not without.fullmatch(rule.medium):
            yield replace(rule, rules=tuple(_kept(rule.rules, keep, without))) if isinstance(rule, _Group) else rule


def _selectors(prelude: Iterable[Node]) -> list[str]:
    """A list of selectors, split at its outer commas."""
    parts: list[list[Node]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part).strip() for part in parts]


def _block(declarations: tuple[tuple[str, str], ...]) -> _Block:
    text = ";".join(f"{name}:{value}" for name, value in declarations)
    return _Block(declarations, text, any(name.startswith("--") for name, _ in declarations))


def _declarations(content: list[Node]) -> Iterable[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            value = tinycss2.serialize(node.value).strip()
            yield node.name, value + ("!important" if node.important else "")


def _with_properties(rules: Iterable[_Any], used: frozenset[str]) -> Iterator[_Any]:
    """The rules without custom properties that nothing uses."""
    for rule in rules:
        if isinstance(rule, _Group):
            yield replace(rule, rules=tuple(_with_properties(rule.rules, used)))
        elif isinstance(rule, _Rule) and rule.block.has_properties:
            kept = (pair for pair in rule.block.declarations if not pair[0].startswith("--") or pair[0] in used)
            yield _Rule(rule.selectors, _block(tuple(kept)))
        else:
            yield rule


def _is_unused_font(rule: _Any, css: str) -> bool:
    if not isinstance(rule, _Raw) or rule.keyword != "font-face":
        return False
    family = re.search(r"font-family\s*:\s*([^;}]+)", rule.source)
    return family is not None and css.count(family[1].strip()) == 1
