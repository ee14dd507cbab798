"""YAML nodes to plain data that remembers where each value stands, and the traps that only the nodes show."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

from amanah.course.place import Place, place_of_index
from amanah.course.problem import Problem
from amanah.course.yaml_compose import alias_marks

Path = tuple[str | int, ...]
MOST_PROBLEMS = 1000
"""Of one file nobody reads more; those left out are reported when some are mended."""


class Tree:
    """A document as plain data (dicts, lists, strings), with the place of every value and key.

    `data` is an empty mapping where nothing could be read; `problems` says why.
    """

    def __init__(self, file: str, first_line: int, node: yaml.Node | None) -> None:
        self.file = file
        self.first_line = first_line
        self.data: Any = {}
        self.problems: list[Problem] = []
        self._root = node
        self._pairs: dict[int, dict[str, tuple[yaml.Node, yaml.Node]]] = {}  # of large mappings: key → nodes

    def place(self, path: Path = ()) -> Place:
        """The place of the value at `path` (keys and list indices), or of its nearest ancestor that is there."""
        return self._of(self._walk(path)[1])

    def key_place(self, path: Path) -> Place:
        """The place of the mapping key at the end of `path`; of a list's entry, the place of the entry."""
        key, value = self._walk(path)
        return self._of(key or value)

    def _of(self, node: yaml.Node | None) -> Place:
        if node is None:
            return Place(self.file, self.first_line, 1)
        return Place(self.file, self.first_line + node.start_mark.line, node.start_mark.column + 1)

    def _walk(self, path: Path) -> tuple[yaml.Node | None, yaml.Node | None]:
        """The key node (if any) and the value node at `path`; places are looked up only when somebody asks for one."""
        key, node = None, self._root
        for part in path:
            if isinstance(node, yaml.MappingNode):
                pair = self._pair(node, part)
                if pair is None:
                    return key, node
                key, node = pair
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
                key, node = None, node.value[part]
            else:
                return key, node
        return key, node

    def _pair(self, node: yaml.MappingNode, name: str | int) -> tuple[yaml.Node, yaml.Node] | None:
        """The first key with this name, and its value."""
        if len(node.value) < 20:
            return next((pair for pair in node.value if pair[0].value == name), None)
        if id(node) not in self._pairs:
            named = {pair[0].value: pair for pair in reversed(node.value) if isinstance(pair[0], yaml.ScalarNode)}
            self._pairs[id(node)] = named
        return self._pairs[id(node)].get(str(name))


def build(tree: Tree, text: str) -> list[Problem]:
    """Fill `tree.data` from its nodes and return the problems that the nodes show: S01, S02 and S03."""
    builder = _Builder(tree, text)
    root = tree._root
    assert root is not None
    if (directive := re.search(r"\A(?:[ ]*(?:#.*)?\n)*(?=%)", text)) is not None:
        place = place_of_index(text, directive.end(), tree.file, tree.first_line)
        builder.problems.append(Problem("S01", place, "directive"))
    tree.data = builder.value(root)
    if builder.shared:
        for mark in islice(alias_marks(text), MOST_PROBLEMS):
            builder.problems.append(Problem("S01", place_at(tree, mark), "alias"))
    builder.problems.extend(islice(_comments(tree, text, root), MOST_PROBLEMS))
    return builder.problems


class _Builder:
    def __init__(self, tree: Tree, text: str) -> None:
        self.tree = tree
        self.text = text
        self.problems: list[Problem] = []
        self.shared = False  # whether an alias leads to a node a second time
        self._marked: set[int] = set()  # nodes with an anchor or a tag: the only ones that an alias can lead to
        self._reported: set[int] = set()

    def report(self, rule: str, node: yaml.Node, variant: str = "", **values: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(rule, self.tree._of(node), variant, values))

    def value(self, node: yaml.Node) -> Any:
        start = node.start_mark.index
        if self.text[start : start + 1] in ("&", "!") and not self._first_visit(node, start):
            return ""
        if isinstance(node, yaml.ScalarNode):
            return node.value
        if isinstance(node, yaml.SequenceNode):
            return [self.value(entry) for entry in node.value]
        return self._mapping(node)

    def _first_visit(self, node: yaml.Node, start: int) -> bool:
        """Report an anchor or a tag once; False where an alias has led here again (to follow it could take forever)."""
        if id(node) in self._marked:
            self.shared = True
            return False
        self._marked.add(id(node))
        if start not in self._reported:  # a mapping and its first key begin with the same character
            self._reported.add(start)
            self.report("S01", node, "anchor" if self.text[start] == "&" else "tag")
        return True

    def _mapping(self, node: yaml.Node) -> dict[str, Any]:
        data: dict[str, Any] = {}
        first: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = self.value(key)
            if not isinstance(name, str):
                self.report("S01", key, "key-not-text")
                continue
            if name == "<<" and not key.style:
                self.report("S01", key, "merge-key")
                continue
            if name in data:
                self.report("S02", key, key=name, first_line=str(self.tree._of(first[name]).line))
                continue
            first[name] = key
            end = key.end_mark.index
            if value.end_mark.index == end:  # `{id: Loket 3, buka}`: the comma has cut a text in two
                self.report("S01", key, "no-value", key=name)
            data[name] = self.value(value)
        return data


def place_at(tree: Tree, mark: Any) -> Place:
    """The place of a YAML mark."""
    return Place(tree.file, tree.first_line + mark.line, mark.column + 1)


def _scalars(node: yaml.Node, seen: set[int]) -> Iterator[yaml.ScalarNode]:
    """All scalar nodes in the order of the text."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif id(node) not in seen:
        seen.add(id(node))
        for entry in node.value:
            for child in entry if isinstance(entry, tuple) else (entry,):
                yield from _scalars(child, seen)


def _comments(tree: Tree, text: str, root: yaml.Node) -> Iterator[Problem]:
    """S03: every `#` outside a text, with something before it on its line.

    The parser drops comments without a word, so each `#` is held against the spans of all texts; most files have none.
    """
    hashes = list(_hashes(text))
    if not hashes:
        return
    scalars = sorted(_scalars(root, set()), key=lambda node: node.start_mark.index)
    starts = [node.start_mark.index for node in scalars]
    line, counted, done_before = tree.first_line, 0, 0
    for index in hashes:
        at = bisect_right(starts, index) - 1
        node = scalars[at] if at >= 0 else None
        if index < done_before or (
            node is not None and index < node.end_mark.index and not _heads_block(node, text, index)
        ):
            continue
        line += text.count("\n", counted, index)
        counted, done_before = index, (text.find("\n", index) + 1 or len(text))
        place = Place(tree.file, line, index - text.rfind("\n", 0, index))
        lost = text[index:done_before].rstrip()
        if node is not None and not node.style and not text[node.end_mark.index : index].strip(" ") and node.value:
            yield Problem("S03", place, "cut", {"text": node.value, "lost": lost})
        else:
            yield Problem("S03", place, "comment", {"text": lost})


def _heads_block(node: yaml.ScalarNode, text: str, index: int) -> bool:
    """Whether `index` stands on the line of the `|` or `>` that opens a block text (there a `#` begins a comment)."""
    return node.style in ("|", ">") and "\n" not in text[node.start_mark.index : index]


def _hashes(text: str) -> Iterator[int]:
    """Every `#` on a line that does not begin with one."""
    index = text.find("#")
    while index >= 0:
        start, end = text.rfind("\n", 0, index) + 1, text.find("\n", index)
        end = end if end >= 0 else len(text)
        if text[start:index].strip(" "):
            yield from (start + found.start() for found in re.finditer("#", text[start:end]))
        index = text.find("#", end)
