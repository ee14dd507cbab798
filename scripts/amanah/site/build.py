"""Builds the site: MkDocs in strict mode into a new folder, then the finishing pass, then the folders are swapped.

A failed build changes nothing: the old site stays as it was, the new folder is removed.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from amanah.course.languages import read_languages

from .build_messages import Recorder, explain
from .finish.security import UnsafeMarkup
from .finish.steps import finish
from .search.synonyms import BadSynonyms, read_synonyms

CONFIG = "mkdocs.yml"
WORDS = "docs/registers/interface.yml"
_SITE_MARKS = ("index.html", "404.html")


class BuildFailed(Exception):
    """The site could not be built. The text says why, in plain words, one reason a line."""


def build(root: Path, out: Path, finishing: bool = True) -> None:
    """Builds the site of ROOT into the folder `out`, which is replaced as a whole.

    Raises BuildFailed. `finishing=False` stops after MkDocs: the same pages with unbundled styles and scripts.
    """
    root, out = root.resolve(), out.resolve()
    _refuse_dangerous(root, out)
    with _fresh_folder(out) as fresh:
        config = _run_mkdocs(root, fresh)
        if finishing:
            try:
                synonyms = read_synonyms(root)
                finish(fresh, config.site_url or "", _default_language(root), config.extra["words"], synonyms)
            except (UnsafeMarkup, BadSynonyms) as error:
                raise BuildFailed(str(error)) from error
        _swap(fresh, out)


def _refuse_dangerous(root: Path, out: Path) -> None:
    """`out` is replaced as a whole, so it must be new, empty or an earlier site."""
    if not (root / CONFIG).is_file():
        raise BuildFailed(f"{root}: there is no {CONFIG} in this folder")
    if out.exists() and not out.is_dir():
        raise BuildFailed(f"{out}: this is a file; name a folder for the site")
    if root.is_relative_to(out) or out.is_relative_to(root / "docs"):
        raise BuildFailed(f"{out}: the site would replace its own sources; name another folder")
    if out.is_dir() and any(out.iterdir()) and not all((out / name).is_file() for name in _SITE_MARKS):
        raise BuildFailed(f"{out}: this folder holds something else than a built site; name an empty or a new one")


@contextmanager
def _fresh_folder(out: Path) -> Iterator[Path]:
    """A new folder beside `out`, so that moving it is one step; removed if it is still there at the end."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=".site-", dir=out.parent))
    except OSError as error:
        raise BuildFailed(f"{out.parent}: cannot write here ({error.strerror})") from error
    try:
        fresh.chmod(0o755)
        yield fresh
    except OSError as error:
        raise BuildFailed(f"{error.filename or fresh}: {error.strerror}") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, out: Path) -> None:
    if not out.exists():
        fresh.rename(out)
        return
    old = Path(tempfile.mkdtemp(prefix=".site-", dir=out.parent))
    out.rename(old / "old")
    try:
        fresh.rename(out)
    except OSError:
        (old / "old").rename(out)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _run_mkdocs(root: Path, fresh: Path) -> Any:
    """Runs MkDocs in this process. Returns its configuration."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # read when the theme is imported
    from mkdocs.commands.build import build as build_pages
    from mkdocs.config import load_config

    with Recorder() as record:
        try:
            config = load_config(str(root / CONFIG), site_dir=str(fresh), strict=True)
            config.extra["words"] = _words(root)
            config.plugins.on_startup(command="build", dirty=False)
            build_pages(config)
        except (
            Exception,
            SystemExit,
        ) as error:  # an extension or a template may raise anything; its reader is the user
            raise BuildFailed(explain(root, record.messages, error)) from error
    if record.messages:
        raise BuildFailed(explain(root, record.messages, None))
    return config


def _words(root: Path) -> dict[str, dict[str, str]]:
    """The words of the interface for the templates; they have no other way to read a register."""
    try:
        words = yaml.load((root / WORDS).read_text("utf-8"), Loader=yaml.BaseLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return {}  # `amanah check` says what is wrong with it; the templates show the keys
    if not isinstance(words, dict):
        return {}
    languages = read_languages(root)
    source = next((each.code for each in languages if each.default), "")
    for text in words.values():
        for language in languages:
            if language.draft and isinstance(text, dict) and source in text:
                text.setdefault(language.code, text[source])
    return words


def _default_language(root: Path) -> str:
    return next((language.code for language in read_languages(root) if language.default), "")
