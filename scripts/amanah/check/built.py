"""What a built site says about an item: its text, the attributes of its form, the data beside it."""

from __future__ import annotations

import html
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from amanah.course.place import Place, place_of_index

SITE = "site"
PAGES = (".html", ".xhtml", ".htm")
DATA = (".json", ".js")
SUFFIXES = (*PAGES, *DATA, ".xml", ".txt", ".md", ".csv")
PACKAGES = (".zip", ".epub", ".h5p", ".imscc")

# Attributes that a script grades by, and names that data files give to a key.
_TELLING = re.compile(r"\sdata-(?:ok|v|answer|correct|right|key|grade|tolerance|accept|solution)\s*=", re.IGNORECASE)
_NAMES = {"answer", "answers", "correct", "key", "grade", "accept", "solution", "tolerance"}
_TAG = re.compile(r"<[^<>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class BuiltFile:
    """One text file of the built site; ``name`` is its path below the root, inside a package after a ``!``."""

    name: str
    text: str

    def place(self, index: int) -> Place:
        return place_of_index(self.text, index, self.name)

    @cached_property
    def words(self) -> str:
        """Its text without tags and escapes, in lower case with single spaces."""
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), self.text) if "\\" in self.text else self.text
        return plain_words(html.unescape(_TAG.sub("", text)).replace('\\"', '"').replace("\\n", " "))

    def telling_attribute(self, code: str) -> tuple[int, str] | None:
        """(index, attribute) of the first attribute in the form of an item that names its key."""
        for match in re.finditer(rf"""=\s*["']?{re.escape(code)}["'\s>]""", self.text):
            start = self.text.rfind("<", 0, match.start())
            end = self.text.find("</form", match.end())
            form = self.text[start : end if end >= 0 else len(self.text)]
            if told := _TELLING.search(form):
                return start + told.start() + 1, told[0].strip(" =\n\t")
        return None

    def telling_data(self, code: str) -> tuple[int, str] | None:
        """(index, name) of the first entry of a data file that belongs to an item and names its key."""
        index = self.text.find(f'"{code}"')
        if index < 0:
            return None
        name = next(_names_beside(self._data, code), None)
        return (index, name) if name else None

    @cached_property
    def _data(self) -> Any:
        """What a JSON file holds, or a script that assigns one value; None where neither can be read."""
        start = min((at for at in (self.text.find("{"), self.text.find("[")) if at >= 0), default=0)
        try:
            return json.JSONDecoder().raw_decode(self.text, start)[0]
        except (ValueError, RecursionError):
            return None


def plain_words(text: str) -> str:
    """Lower case, single spaces, plain quotes: the form in which a reason is looked for."""
    return _SPACE.sub(" ", text.casefold().replace("’", "'").replace("“", '"').replace("”", '"')).strip()


def built_files(root: Path) -> Iterator[BuiltFile]:
    """Every text file below ROOT/site, those in packages too; none where there is no such folder."""
    for path in sorted((root / SITE).rglob("*")) if (root / SITE).is_dir() else ():
        name = path.relative_to(root).as_posix()
        if path.suffix in SUFFIXES and path.is_file():
            yield BuiltFile(name, path.read_text(encoding="utf-8", errors="replace"))
        elif path.suffix in PACKAGES and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                for inner in package.namelist():
                    if inner.endswith(SUFFIXES):
                        yield BuiltFile(f"{name}!{inner}", package.read(inner).decode("utf-8", "replace"))


def _names_beside(data: Any, code: str) -> Iterator[str]:
    if isinstance(data, dict):
        if code in data.values():
            yield from sorted(_NAMES & data.keys())
        if isinstance(data.get(code), dict):
            yield from sorted(_NAMES & data[code].keys())
        data = list(data.values())
    if isinstance(data, list):
        for entry in data:
            if isinstance(entry, (dict, list)):
                yield from _names_beside(entry, code)
