"""docs/registers/search.yml: groups of words that mean the same to somebody who searches."""

from __future__ import annotations

from pathlib import Path

import yaml

FILE = "docs/registers/search.yml"


class BadSynonyms(ValueError):
    """The file is not as it should be. The text says what it should be."""


def read_synonyms(root: Path) -> dict[str, list[list[str]]]:
    """Language → groups; nothing where there is no such file. Raises BadSynonyms."""
    try:
        data = yaml.load((root / FILE).read_text("utf-8"), Loader=yaml.BaseLoader) or {}
    except FileNotFoundError:
        return {}
    except (ValueError, yaml.YAMLError) as error:
        raise BadSynonyms(f"{FILE}: this is no YAML ({' '.join(str(error).split())})") from error
    if not isinstance(data, dict) or not all(map(_is_list_of_groups, data.values())):
        raise BadSynonyms(f"{FILE}: for each language there stands a list of groups, and a group is a list of words")
    return data


def _is_list_of_groups(groups: object) -> bool:
    return isinstance(groups, list) and all(
        isinstance(group, list) and all(isinstance(word, str) for word in group) for group in groups
    )
