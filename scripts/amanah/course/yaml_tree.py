"""YAML nodes to plain data that remembers where each value stands, and the traps that only the nodes show."""

from __future__ import annotations

import re
from array import array
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

    `data` is an empty mapping where nothing could be read; `problems` says why. The places take eight bytes each: to
    keep the parser's nodes instead would take fifty times as much, for banks that mostly have nothing to report.
    """

    def __init__(self, file: str, first_line: int = 1) -> None:
        self.file = file
        self.first_line = first_line
        self.data: Any = {}
        self.problems: list[Problem] = []
        self._starts = array("Q")  # line and column of every value, each behind its key, in the order of the text
        self._entries: dict[int, dict[str | int, int]] = {}  # of the collections that somebody asked for

    def place(self, path: Path = ()) -> Place:
        """The place of the value at `path` (keys and list indices), or of its nearest ancestor that is there."""
        return self._of(self._walk(path)[1])

    def key_place(self, path: Path) -> Place:
        """The place of the mapping key at the end of `path`; of a list's entry, the place of the entry."""
        return self._of(self._walk(path)[0])

    def note(self, node: yaml.Node) -> None:
        """Remember where the next key or value of `data` stands."""
        mark = node.start_mark
        self._starts.append(mark.line << 32 | mark.column)

    def place_at(self, mark: Any) -> Place:
        """The place of a YAML mark."""
        return Place(self.file, self.first_line + mark.line, mark.column + 1)

    def _of(self, number: int) -> Place:
        if number >= len(self._starts):
            return Place(self.file, self.first_line, 1)
        start = self._starts[number]
        return Place(self.file, self.first_line + (start >> 32), (start & 0xFFFFFFFF) + 1)

    def _walk(self, path: Path) -> tuple[int, int]:
        """The numbers of the key (of a list's entry: of the entry) and of the value at `path`."""
        key, value, data = 0, 0, self.data
        for part in path:
            if isinstance(data, str) or (entry := self._entries_of(value, data).get(part)) is None:
                break
            key, value, data = entry, entry + isinstance(data, dict), data[part]
        return key, value

    def _entries_of(self, number: int, data: dict[str, Any] | list[Any]) -> dict[str | int, int]:
        """Of the collection with this number: key or index → the number where that entry begins."""
        if number not in self._entries:
            found: dict[str | int, int] = {}
            at = number + 1
            for name, value in data.items() if isinstance(data, dict) else enumerate(data):
                found[name] = at
                at += _size(value) + isinstance(data, dict)
            self._entries[number] = found
        return self._entries[number]


def _size(data: Any) -> int:
    """How many keys and values a piece of data holds, itself included."""
    if isinstance(data, str):
        return 1
    if isinstance(data, list):
        return 1 + sum(map(_size, data))
    return 1 + len(data) + sum(map(_size, data.values()))


def build(tree: Tree, root: yaml.Node, text: str) -> list[Problem]:
    """Fill `tree` from its nodes and return the problems that the nodes show: S01, S02 and S03."""
    builder = _Builder(tree, text)
    if (directive := re.search(r"\A(?:[ ]*(?:#.*)?\n)*(?=%)", text)) is not None:
        place = place_of_index(text, directive.end(), tree.file, tree.first_line)
        builder.problems.append(Problem("S01", place, "directive"))
    tree.data = builder.value(root)
    if builder.shared:
        for mark in islice(alias_marks(text), MOST_PROBLEMS):
            builder.problems.append(Problem("S01", tree.place_at(mark), "alias"))
    builder.problems.extend(islice(_comments(tree, text, root), MOST_PROBLEMS))
    return builder.problems


class _Builder:
    def __init__(self, tree: Tree, text: str) -> None:
        self.tree = tree
        self.text = text
        self.has_marks = "&" in text or "!" in text  # no anchor and no tag without
        self.problems: list[Problem] = []
        self.shared = False  # whether an alias leads to a node a second time
        self._marked: set[int] = set()  # nodes with an anchor or a tag: the only ones that an alias can lead to
        self._reported: set[int] = set()

    def report(self, rule: str, node: yaml.Node, variant: str = "", **values: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(rule, self.tree.place_at(node.start_mark), variant, values))

    def value(self, node: Any) -> Any:
        self.tree.note(node)
        if self.has_marks and not self._unmarked(node):
            return ""
        if node.id == "scalar":
            return node.value
        if node.id == "sequence":
            return [self.value(entry) for entry in node.value]
        return self._mapping(node)

    def _unmarked(self, node: yaml.Node) -> bool:
        """Report an anchor or a tag once; False where an alias has led here again (to follow it could take forever)."""
        start = node.start_mark.index
        if self.text[start : start + 1] not in ("&", "!"):
            return True
        if id(node) in self._marked:
            self.shared = True
            return False
        self._marked.add(id(node))
        if start not in self._reported:  # a mapping and its first key begin with the same character
            self._reported.add(start)
            self.report("S01", node, "anchor" if self.text[start] == "&" else "tag")
        return True

    def _name(self, key: Any) -> str | None:
        """What a key says; None where it is no text."""
        if self.has_marks and not self._unmarked(key):
            return ""
        return key.value if key.id == "scalar" else None

    def _mapping(self, node: yaml.Node) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in node.value:
            name = self._name(key)
            if name is None:
                self.report("S01", key, "key-not-text")
                continue
            if name == "<<" and not key.style:
                self.report("S01", key, "merge-key")
                continue
            if name in data:
                first = next(other for other, _ in node.value if other.value == name)
                self.report("S02", key, key=name, first_line=str(self.tree.place_at(first.start_mark).line))
                continue
            self.tree.note(key)
            end = key.end_mark.index
            if value.end_mark.index == end:  # `{id: Loket 3, buka}`: the comma has cut a text in two
                self.report("S01", key, "no-value", key=name)
            data[name] = self.value(value)
        return data


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
