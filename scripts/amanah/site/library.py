"""Course and banks, read once per build and read again when a file has changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from amanah.course.course import Course, read_course
from amanah.course.translations import Record, read_record, record_file
from amanah.quiz.bank import Bank, read_banks
from amanah.quiz.model import Item
from amanah.site.drafts import fall_back

_READ_FROM = ("docs", "quizzes")
_CONFIG = "mkdocs.yml"
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Library:
    """Everything a page may quote from."""

    root: Path
    course: Course
    banks: list[Bank]

    @cached_property
    def records(self) -> dict[str, Record]:
        """What was translated from what, by language."""
        codes = [code for code in self.course.codes if code != self.course.default_language]
        return {code: read_record(self.root, code) for code in codes if record_file(self.root, code).is_file()}

    @cached_property
    def items(self) -> dict[str, tuple[Bank, Item]]:
        """Every item with its bank, by code; of two items with one code the first."""
        return {item.code: (bank, item) for bank in reversed(self.banks) for item in reversed(bank.items)}


@dataclass(slots=True)
class _Shelf:
    library: Library
    stamp: Stamp
    build: object


_shelves: dict[Path, _Shelf] = {}


def library(root: Path, build: object = None) -> Library:
    """The library of ROOT. Within one `build` (any object, compared by identity) files are not looked at again."""
    shelf = _shelves.get(root)
    if shelf and build is not None and shelf.build is build:
        return shelf.library
    stamp = _stamp(root)
    if not shelf or shelf.stamp != stamp:
        course, banks = read_course(root, drafts=True), read_banks(root)
        fall_back(course, banks)
        shelf = _Shelf(Library(root, course, banks), stamp, build)
        _shelves[root] = shelf
    shelf.build = build
    return shelf.library


def _stamp(root: Path) -> Stamp:
    """Path, time and size of every file that is read."""
    return tuple(sorted(_files(str(root))))


def _files(root: str) -> Iterator[tuple[str, int, int]]:
    pending = [f"{root}/{name}" for name in _READ_FROM]
    with os.scandir(root) as entries:
        yield from (_entry(entry) for entry in entries if entry.name == _CONFIG)
    while pending:
        try:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    if entry.is_dir():
                        pending.append(entry.path)
                    else:
                        yield _entry(entry)
        except FileNotFoundError:
            continue


def _entry(entry: os.DirEntry[str]) -> tuple[str, int, int]:
    status = entry.stat()
    return entry.path, status.st_mtime_ns, status.st_size
