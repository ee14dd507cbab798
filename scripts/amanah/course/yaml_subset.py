"""Restricted YAML: what question banks, registers and front matter are written in.

Every scalar stays a string (`no`, `2024-01-02` and `010` are texts), and what YAML allows but hides is a problem:

- S01 the file is not in the subset. Variants, and their values:
  before YAML is read `not-utf8` (`byte`) `bom` `control-character` (`code`, `count`) `line-ending` (`count`) `tab`
  (`count`); YAML, but not ours `several-documents` `directive` `anchor` `alias` `tag` `merge-key` `key-not-text`
  `no-value` (`key`) `too-deep` (`limit`); not YAML at all: see `yaml_diagnosis`. A file that cannot be opened:
  `unreadable` (`error`); one that is too large to be a bank: `too-large` (`limit`).
- S02 a mapping names a key twice (`key`, `first_line`): at the second.
- S03 a `#` begins a comment behind something else on its line. Variants: `cut` (`text`, `lost`: it cuts an unquoted
  text off) and `comment` (`text`): at the `#`.
- S04 a value does not have the shape that its model asks for: see `field_errors`.
"""

from __future__ import annotations

from pathlib import Path

from amanah.course.field_errors import places_of_errors
from amanah.course.source_file import MOST_YAML, read_bytes
from amanah.course.yaml_characters import decode, replace_forbidden
from amanah.course.yaml_compose import C_LOADER, compose, no_collection
from amanah.course.yaml_tree import Tree, build

__all__ = ["C_LOADER", "Tree", "no_collection", "places_of_errors", "read_yaml", "read_yaml_file"]


def read_yaml(text: str, file: str, first_line: int = 1) -> Tree:
    """The tree of `text`, the first line of which is line `first_line` of `file`. Never raises on any text.

    Of a text that is not YAML at all only the problems are left, and `data` is an empty mapping.
    """
    text, problems = replace_forbidden(text, file, first_line)
    with no_collection():
        node, found = compose(text, file, first_line, known={problem.variant for problem in problems})
        tree = Tree(file, first_line)
        if node is not None:
            found += build(tree, node, text)
    tree.problems = sorted(problems + found, key=lambda problem: problem.place)
    return tree


def read_yaml_file(path: Path, root: Path) -> Tree:
    """The tree of the file at `path`, named relative to `root`. Raises OSError where the file cannot be read."""
    file = path.relative_to(root).as_posix()
    text, problem = decode(read_bytes(path, MOST_YAML), file)
    if problem is not None:
        tree = Tree(file)
        tree.problems = [problem]
        return tree
    return read_yaml(text, file)
