"""Reading a file that anybody may have put there: only a real file, and never more of it than there is a use for."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from amanah.course.place import Place
from amanah.course.problem import Problem

MOST_YAML = 8_000_000
"""Bytes of a bank or the answers of a reviewer. Two thousand questions in two languages take about seven
million; a program that reads more than this at once needs gigabytes of memory for some files."""
MOST_PAGE = 2_000_000
"""Bytes of a page, a register and mkdocs.yml."""


class TooLarge(OSError):
    """A file that is larger than it may be; ``most`` bytes are allowed."""

    def __init__(self, path: Path, most: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        self.most = most


def read_bytes(path: Path, most: int) -> bytes:
    """What the file holds. Raises TooLarge, or OSError where it is locked or no file (a pipe would wait for ever)."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        kind = errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL
        raise OSError(kind, os.strerror(kind), str(path))
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise TooLarge(path, most)
    return data


def unreadable(error: OSError, file: str) -> Problem:
    """The problem (S01) of a file that could not be read."""
    if isinstance(error, TooLarge):
        return Problem("S01", Place(file), "too-large", {"limit": f"{error.most // 1_000_000} MB"})
    return Problem("S01", Place(file), "unreadable", {"error": error.strerror or str(error)})


def files_in(folder: Path, suffix: str) -> list[Path]:
    """The entries of a folder with this suffix by name, whatever they are; none where there is no such folder.

    Raises OSError where the folder cannot be listed: what nobody can see must not pass as clean.
    """
    try:
        paths = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    return [path for path in paths if path.name.endswith(suffix) and not path.name.startswith(".")]


def files_below(folder: Path, suffix: str) -> Iterator[Path]:
    """The files with this suffix in a folder and all folders below it, in a fixed order, without hidden ones.

    A link to a folder is not followed: it may lead back. Raises OSError where a folder cannot be listed.
    """
    found: list[Path] = []

    def stop(error: OSError) -> None:
        if not isinstance(error, (FileNotFoundError, NotADirectoryError)):
            raise error

    for where, folders, names in os.walk(folder, onerror=stop):
        folders[:] = [name for name in folders if not name.startswith(".")]
        # a folder that is named like a file is reported as one that cannot be read
        entries = names + [name for name in folders if name.endswith(suffix)]
        found += [Path(where, name) for name in entries if name.endswith(suffix) and not name.startswith(".")]
    yield from sorted(found)
