"""Begins a translation: the entry in mkdocs.yml, the tree under docs/, and a record that knows nothing yet."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from amanah.course.config import CONFIG
from amanah.course.languages import read_languages
from amanah.course.translations import Record, record_file, write_record

_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
_ENTRY = re.compile(r"^(?P<indent>[ ]*)- (?:\{ *)?locale:.*\n(?:(?P=indent)[ ]+.*\n|[ ]*\n)*", re.MULTILINE)


class LanguageExists(Exception):
    """The language is there already, in mkdocs.yml or under docs/."""


class NoLanguageList(Exception):
    """mkdocs.yml has no list of languages that a new one could join."""


def new_language(root: Path, lang: str, name: str) -> int:
    """Begin a translation into ``lang`` and return the number of its pages; they are copies of the source until then.

    Raises LanguageExists, NoLanguageList, or ValueError for something that is no language code.
    """
    if not _CODE.fullmatch(lang):
        raise ValueError(f'"{lang}" is no language code; write one such as ms, vi or tet')
    languages = read_languages(root)
    source = next((each.code for each in languages if each.default), None)
    config = root / CONFIG
    text = config.read_text(encoding="utf-8") if config.is_file() else ""
    entries = list(_ENTRY.finditer(text))
    if source is None or not entries:
        raise NoLanguageList(f"{CONFIG} lists no languages in block style (- locale: …), so none can join them")
    tree = root / "docs" / lang
    if lang in {each.code for each in languages} or tree.exists() or record_file(root, lang).exists():
        raise LanguageExists(f"{lang} is there already")
    shutil.copytree(root / "docs" / source, tree)
    write_record(root, Record(lang, draft=True))
    last, indent = entries[-1], entries[-1]["indent"]
    before = text[: last.end()].rstrip("\n")
    entry = f'\n{indent}- locale: {lang}\n{indent}  name: "{name}"\n{indent}  build: true'
    config.write_text(before + entry + text[len(before) :], encoding="utf-8", newline="\n")
    return sum(1 for _ in tree.rglob("*.md"))
