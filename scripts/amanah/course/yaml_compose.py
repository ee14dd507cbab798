"""Text to YAML nodes, by the C parser where there is one."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.course.yaml_diagnosis import diagnose

CParser: Any
try:
    CParser = import_module("yaml.cyaml").CParser
except ImportError:  # PyYAML without libyaml: the same trees, about ten times slower
    CParser = None

C_LOADER: bool = CParser is not None
"""Whether the fast C parser is there; commands note it when it is not."""

MAX_DEPTH = 50
_BRACKET = re.compile(r"[\[\]{}]")
_DEEP_INDENT = re.compile(rf"^[ ?:-]{{{MAX_DEPTH},}}", re.MULTILINE)


@contextmanager
def no_collection() -> Iterator[None]:
    """Without garbage collection: a bank makes a million objects, none of them garbage, and to look for some takes
    longer than all the rest.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class _NoTypes:
    """Leaves every node without a type of its own: `node.tag` is empty unless the text names a tag."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return ""

    def descend_resolver(self, parent: Any, index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def _loader(text: str) -> Any:
    """A parser of one text that composes nodes. (`yaml.compose` with CSafeLoader, minus its implicit types.)"""
    return _CLoader(text) if C_LOADER else _PythonLoader(text)


if C_LOADER:

    class _CLoader(_NoTypes, CParser):
        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)


class _PythonLoader(_NoTypes, Reader, Scanner, Parser, Composer):
    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


def compose(text: str, file: str, first_line: int, known: set[str]) -> tuple[yaml.Node | None, list[Problem]]:
    """The root node of `text` (None where there is none) and why it cannot be read.

    `known` names the problems of the text that are reported already, so that one tab does not make two problems.
    """

    def problem(mark: Any, variant: str, values: dict[str, str], rule: str = "S01") -> Problem:
        return Problem(rule, Place(file, first_line + mark.line, mark.column + 1), variant, values)

    try:
        if (mark := _too_deep(text)) is not None:
            return None, [problem(mark, "too-deep", {"limit": str(MAX_DEPTH)})]
        node: yaml.Node | None = _loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        found = diagnose(error, text)
        if found is None:
            return None, [Problem("S01", Place(file, first_line, 1), "syntax", {"line": ""})]
        if found.variant in known:
            return None, []
        return None, [problem(found, found.variant, found.values, found.rule)]
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return None, [Problem("S01", Place(file, first_line, 1), "syntax", {"line": ""})]
    return node, []


def _too_deep(text: str) -> Any:
    """The mark of the first node that is nested deeper than `MAX_DEPTH`, or None.

    The C composer calls itself for every level and would crash the process. A quick look over the text says whether
    such depth is possible at all; only then the (flat) events are counted.
    """
    if not (_deep_brackets(text) or _DEEP_INDENT.search(text)):
        return None
    depth = 0
    for event in _events(text):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return event.start_mark
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def nested_too_deep(text: str) -> bool:
    """Whether a text is nested deeper than `MAX_DEPTH`, for readers that compose it themselves. Raises YAMLError."""
    return _too_deep(text) is not None


def _deep_brackets(text: str) -> bool:
    depth = 0
    for found in _BRACKET.finditer(text):
        depth = depth + 1 if found[0] in "[{" else max(depth - 1, 0)
        if depth > MAX_DEPTH:
            return True
    return False


def _events(text: str) -> Iterator[Any]:
    loader = _loader(text)
    while loader.check_event():
        yield loader.get_event()


def alias_marks(text: str) -> Iterator[Any]:
    """The marks of all aliases (`*name`) of a text that composes."""
    loader = _loader(text)
    while loader.check_token():
        token = loader.get_token()
        if isinstance(token, yaml.AliasToken):
            yield token.start_mark
