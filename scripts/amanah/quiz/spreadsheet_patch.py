"""Changes values inside a YAML text and leaves every other character as it is.

A change is what differs between two plain values, `before` and `after`; where it goes is found by the positions of the
nodes. Entries with a `key` (or a `code`) are the same entry wherever they stand; other entries go by their place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

import yaml

from amanah.course.yaml_compose import compose
from amanah.quiz.spreadsheet_yaml import flow, mapping, name, pair, quoted, same_style

Edit = tuple[int, int, str]


def patch(text: str, before: Any, after: Any) -> str:
    """`text`, a YAML mapping that says `before` (and perhaps more), changed so that it says `after`."""
    root, problems = compose(text, "", 1, set())
    if root is None or problems:
        raise ValueError("only a text that can be read can be changed")
    patcher = _Patcher(text)
    patcher.value(root, before, after)
    return _applied(text, patcher.edits)


def _applied(text: str, edits: list[Edit], start: int = 0, end: int | None = None) -> str:
    """The part of `text` from `start` to `end`, with the edits that lie in it."""
    parts, at = [], start
    for first, last, new in sorted(edits, key=lambda edit: edit[:2]):
        parts += [text[at:first], new]
        at = last
    return "".join([*parts, text[at:end]])


class _Patcher:
    def __init__(self, text: str) -> None:
        self.text = text
        self.edits: list[Edit] = []

    def value(self, node: yaml.Node, before: Any, after: Any) -> bool:
        """Change what stands at `node`; False where it has to be written anew as a whole."""
        if before == after:
            return True
        if isinstance(node, yaml.ScalarNode) and isinstance(after, str):
            start, end = node.start_mark.index, self.end(node)
            space = "" if end > start or self.text[start - 1] == " " else " "
            self.edits.append((start, end, space + same_style(node, self.text[start:end], after)))
            return True
        if isinstance(node, yaml.MappingNode) and node.value and isinstance(after, dict) and after:
            return self.mapping(node, before if isinstance(before, dict) else _plain(node), after)
        return False

    def mapping(self, node: yaml.MappingNode, before: dict[str, Any], after: dict[str, Any]) -> bool:
        there = {key.value: index for index, (key, _) in enumerate(node.value)}
        gone = [there[field] for field in before if field not in after and field in there]
        if len(gone) == len(node.value) or (len(gone) > 1 and node.flow_style):
            return False
        for field, value in after.items():
            if field in there and (field not in before or before[field] != value):
                self.pair(node, there[field], before.get(field), value)
        for index in gone:
            self.remove(node, index)
        fields = list(after)
        for position, new in enumerate(fields):
            if new not in there:
                above = [there[field] for field in fields[:position] if field in there]
                self.insert(node, above[-1] if above else -1, new, after[new])
        return True

    def pair(self, node: yaml.MappingNode, index: int, before: Any, after: Any) -> None:
        key, value = node.value[index]
        if isinstance(value, yaml.SequenceNode) and value.value and isinstance(after, list) and after:
            self.sequence(key, value, before, after)
        elif not self.value(value, before, after):
            start, column = key.start_mark.index, key.start_mark.column
            written = f"{self.source(key)}: {flow(after)}" if node.flow_style else pair(key.value, after, column)
            self.edits.append((start, self.end(value), written))

    def remove(self, node: yaml.MappingNode, index: int) -> None:
        key, value = node.value[index]
        start, end = key.start_mark.index, self.end(value)
        if index == 0:
            end = node.value[1][0].start_mark.index
        elif node.flow_style:
            start = self.end(node.value[index - 1][1])
        else:  # the line break before it; comments above it stay
            start = self.text.rindex("\n", 0, start)
        self.edits.append((start, end, ""))

    def insert(self, node: yaml.MappingNode, above: int, key: str, value: Any) -> None:
        """A new pair below the one with the index `above`; at the beginning where that is -1."""
        column = node.value[0][0].start_mark.column
        new = f"{name(key)}: {flow(value)}" if node.flow_style else pair(key, value, column)
        gap = ", " if node.flow_style else "\n" + " " * column
        if above < 0:
            start = node.value[0][0].start_mark.index
            self.edits.append((start, start, new + gap))
        else:
            end = self.end(node.value[above][1])
            self.edits.append((end, end, gap + new))

    def sequence(self, key: yaml.Node, node: yaml.SequenceNode, before: Any, after: list[Any]) -> None:
        old = before if isinstance(before, list) and len(before) == len(node.value) else _plain(node)
        if not isinstance(after[0], dict):
            old = _plain(node)  # the sheet may not show all that a list of names holds
        plan = _alignment(old, after)
        inner = _Patcher(self.text)
        if [index for index, _ in plan] == list(range(len(old))) and all(
            inner.value(entry, one, new) for entry, one, new in zip(node.value, old, after, strict=True)
        ):
            self.edits += inner.edits
        else:
            self.rebuild(key, node, old, plan)

    def rebuild(self, key: yaml.Node, node: yaml.SequenceNode, old: list[Any], plan: list[Any]) -> None:
        """Write a list anew from the sources of its entries; comments above an entry stay with it."""
        starts = [entry.start_mark.index for entry in node.value]
        if not node.flow_style:
            starts = [self.text.rindex("-", 0, start) for start in starts]
        ends = [self.end(entry) for entry in node.value]
        opening = node.start_mark.index + 1 if node.flow_style else self.text.index(":", key.end_mark.index) + 1
        gaps = [self.text[last:start] for last, start in zip([opening, *ends], starts, strict=False)]
        column = starts[0] - self.text.rfind("\n", 0, starts[0]) - 1
        new_gap = ", " if node.flow_style else "\n" + " " * column
        if not node.flow_style and isinstance(plan[0][1], dict) and "code" in plan[0][1]:
            new_gap = "\n" + new_gap  # an empty line between items
        written = ""
        for position, (index, value) in enumerate(plan):
            gap = new_gap if index is None or (index == 0 and node.flow_style) else gaps[index]
            if position == 0:
                gap = "\n" + gap.lstrip("\n") if index and not node.flow_style else gaps[0]
            body = None if index is None else self.entry(node.value[index], old[index], value, starts[index])
            written += gap + (self.new_entry(node, value, column) if body is None else body)
        self.edits.append((opening, ends[-1], written))

    def entry(self, node: yaml.Node, before: Any, after: Any, start: int) -> str | None:
        inner = _Patcher(self.text)
        return _applied(self.text, inner.edits, start, self.end(node)) if inner.value(node, before, after) else None

    def new_entry(self, node: yaml.SequenceNode, value: Any, column: int) -> str:
        if node.flow_style:
            return flow(value)
        return "- " + (mapping(value, column + 2) if isinstance(value, dict) else quoted(value))

    def source(self, node: yaml.Node) -> str:
        return self.text[node.start_mark.index : self.end(node)]

    def end(self, node: yaml.Node) -> int:
        """Behind the last visible character of a node. (The parser's own mark may lie behind the comments below it.)"""
        if isinstance(node, yaml.ScalarNode):
            start, end = node.start_mark.index, node.end_mark.index
            return start + len(self.text[start:end].rstrip()) if node.style in ("|", ">") else int(end)
        if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self.end(last[1] if isinstance(last, tuple) else last)


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return [_plain(entry) for entry in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def _alignment(old: Sequence[Any], new: Sequence[Any]) -> list[tuple[int | None, Any]]:
    """Each new entry with the index of the old one that it was, or None."""
    if new and isinstance(new[0], dict) and ("key" in new[0] or "code" in new[0]):
        by_name = {name: index for index, name in enumerate(_names(old))}
        return [(by_name.get(name), value) for name, value in zip(_names(new), new, strict=True)]
    if len(old) == len(new):
        return list(enumerate(new))
    plan: list[tuple[int | None, Any]] = []
    matcher = SequenceMatcher(None, [repr(one) for one in old], [repr(one) for one in new], autojunk=False)
    for _, first, last, start, stop in matcher.get_opcodes():
        for step in range(stop - start):
            plan.append((first + step if first + step < last else None, new[start + step]))
    return plan


def _names(entries: Sequence[Any]) -> list[tuple[str, int]]:
    """What each entry is called, and the how-manieth of that name it is."""
    seen: Counter[str] = Counter()
    names = []
    for entry in entries:
        name = str(entry.get("code", entry.get("key")))
        names.append((name, seen[name]))
        seen[name] += 1
    return names
