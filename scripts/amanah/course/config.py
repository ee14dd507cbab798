"""``mkdocs.yml`` as data, read without running anything; which pages its navigation names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.course.source_file import MOST_PAGE, read_bytes
from amanah.course.yaml_compose import MAX_DEPTH, nested_too_deep

CONFIG = "mkdocs.yml"


class _Loader(yaml.SafeLoader):
    """Reads MkDocs' configuration without running anything: an unknown tag (``!ENV``, ``!!python/name:…``) is None."""


_LOADERS: list[Any] = [_Loader]
if hasattr(yaml, "CSafeLoader"):

    class _QuickLoader(yaml.CSafeLoader):
        """Ten times quicker, but it refuses ``{format: !!python/name:x}``, which MkDocs reads."""

    _LOADERS.insert(0, _QuickLoader)

for _loader in _LOADERS:
    _loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_config(root: Path) -> tuple[Any, list[Problem]]:
    """What stands in ROOT/mkdocs.yml, and what (rule P00) stands in the way of reading it."""
    try:
        data = read_bytes(root / CONFIG, MOST_PAGE)
        if nested_too_deep(data.decode("utf-8", "replace")):
            raise ValueError(f"nested more than {MAX_DEPTH} levels deep")
        return _load(data), []
    except FileNotFoundError:
        return None, [Problem("P00", Place(CONFIG), "no-config")]
    except OSError as error:
        return None, [Problem("P00", Place(CONFIG), "broken-config", {"error": error.strerror or str(error)})]
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(CONFIG, mark.line + 1, mark.column + 1) if mark else Place(CONFIG)
        return None, [Problem("P00", place, "broken-config", {"error": getattr(error, "problem", None) or str(error)})]


def _load(data: bytes) -> Any:
    for loader in _LOADERS[:-1]:
        try:
            return yaml.load(data, Loader=loader)
        except yaml.YAMLError:
            continue
    return yaml.load(data, Loader=_LOADERS[-1])


def pages_in_nav(config: Any) -> tuple[str, ...]:
    """The paths of the pages, without ``.md``, in the order in which the navigation names them."""
    return tuple(_paths(config.get("nav"))) if isinstance(config, dict) else ()


def _paths(entry: Any) -> Iterator[str]:
    if isinstance(entry, str) and entry.endswith(".md"):
        yield entry.removesuffix(".md")
    elif isinstance(entry, list | dict):
        for each in entry.values() if isinstance(entry, dict) else entry:
            yield from _paths(each)
