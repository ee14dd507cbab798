"""The languages of the site, read from the one list there is: the i18n plugin's in ``mkdocs.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amanah.course.config import CONFIG, read_config
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.course.source_file import MOST_PAGE, read_bytes

TRANSLATIONS = "docs/registers/translations"
_DRAFT = re.compile(r'^draft: "?yes"?\s*$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its code (``id``), its own name (``Bahasa Indonesia``), whether it is the site's root.

    ``draft``: it is still being translated (see ``amanah.course.translations``).
    """

    code: str
    name: str
    default: bool
    draft: bool = False


def read_languages(root: Path) -> tuple[Language, ...]:
    """The languages that ROOT/mkdocs.yml publishes, the default one first; empty if it names none."""
    return languages_and_problems(root)[0]


def languages_and_problems(root: Path) -> tuple[tuple[Language, ...], list[Problem]]:
    """The languages, and what (rule P00) stands in the way of reading them."""
    config, problems = read_config(root)
    return ((), problems) if problems else languages_in(config, root)


def languages_in(config: Any, root: Path) -> tuple[tuple[Language, ...], list[Problem]]:
    """The same of a configuration that was read already."""
    languages = list(_listed(config))
    if not languages:
        return (), [Problem("P00", Place(CONFIG), "no-languages")]
    default = next((each.code for each in languages if each.default), languages[0].code)
    languages = [Language(each.code, each.name, each.code == default, _is_draft(root, each.code)) for each in languages]
    return tuple(sorted(languages, key=lambda each: not each.default)), []


def _is_draft(root: Path, code: str) -> bool:
    try:
        record = read_bytes(root / TRANSLATIONS / f"{code}.yml", MOST_PAGE)
    except OSError:
        return False
    return bool(_DRAFT.search(record.decode("utf-8", "replace")))


def _listed(config: Any) -> Iterator[Language]:
    plugins = config.get("plugins") if isinstance(config, dict) else None
    if isinstance(plugins, dict):
        plugins = [{name: options} for name, options in plugins.items()]
    seen: set[str] = set()
    for plugin in plugins if isinstance(plugins, list) else []:
        options = plugin.get("i18n") if isinstance(plugin, dict) else None
        entries = options.get("languages") if isinstance(options, dict) else None
        for entry in entries if isinstance(entries, list) else []:
            if not isinstance(entry, dict) or entry.get("build") is False:
                continue
            code = entry.get("locale")
            # "no" (Norwegian) unquoted is False to YAML: such an entry is no language code.
            if isinstance(code, str) and code and code not in seen:
                seen.add(code)
                yield Language(code, str(entry.get("name") or code), entry.get("default") is True)
