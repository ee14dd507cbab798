"""What MkDocs says, in plain words and with file and line."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Self

MOST = 20  # reasons that are shown

_LINK = re.compile(
    r"Doc file '(?P<file>[^']+)' contains (?P<what>an? [a-z ]*link) '(?P<link>[^']*)',? ?(?P<rest>.*)", re.S
)
_NOT_IN_NAV = re.compile(r"The following pages exist in the docs directory.*?configuration:(?P<list>.*)", re.S)
_NAV = re.compile(r"A reference to '(?P<page>[^']+)' is included in the 'nav' configuration")
_PAGE = re.compile(r"Error (?:reading|building) page '(?P<file>[^']+)':\s*(?P<rest>.*)", re.S)
_YAML_PLACE = re.compile(r'\s*in "(?P<file>[^"]+)", line (?P<line>\d+), column (?P<column>\d+)')
_YAML = re.compile(r"error parsing the configuration file: (?P<what>.*)" + _YAML_PLACE.pattern, re.S)
_PLACED = re.compile(r"^[\w./-]+:\d+")


class Recorder(logging.Handler):
    """Collects MkDocs' warnings and errors while it is entered, instead of letting them go to the terminal."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self._log = logging.getLogger("mkdocs")

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def __enter__(self) -> Self:
        self._propagate, self._log.propagate = self._log.propagate, False
        self._log.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._log.removeHandler(self)
        self._log.propagate = self._propagate


def explain(root: Path, messages: list[str], error: BaseException | None) -> str:
    """One reason a line, each with its place where MkDocs or a fence named one."""
    reasons = [reason for message in messages for reason in _reasons(root, message)]
    text = "" if error is None else str(error).strip()
    if text and not text.startswith("Aborted with") and not any(text in reason for reason in reasons):
        reasons += _reasons(root, text)
    reasons = list(dict.fromkeys(reason for reason in reasons if reason))
    if not reasons:
        reasons = [f"MkDocs stopped: {type(error).__name__}"] if error else ["MkDocs stopped without saying why"]
    more = len(reasons) - MOST
    return "\n".join(reasons[:MOST] + ([f"… and {more} more"] if more > 0 else []))


def _reasons(root: Path, message: str) -> list[str]:
    if match := _LINK.match(message):
        return [_link(root, match)]
    if match := _NOT_IN_NAV.match(message):
        pages = re.findall(r"-\s*(\S+)", match["list"])
        return [f"docs/{page}: no entry of nav in mkdocs.yml leads to this page" for page in pages]
    if match := _NAV.match(message):
        line = _line(root / "mkdocs.yml", match["page"])
        return [f"mkdocs.yml:{line}: nav names {match['page']}, but there is no such page in every language"]
    if match := _PAGE.match(message):
        text = match["rest"].strip()
        return [text if _PLACED.match(text) else f"docs/{match['file']}: {text}" if text else ""]
    if match := _YAML.search(message):
        what = " ".join(_YAML_PLACE.sub(" ", match["what"]).split())
        return [f"{match['file'].replace(f'{root}/', '')}:{match['line']}:{match['column']}: {what}"]
    return [_placed(root, message)]


def _link(root: Path, match: re.Match[str]) -> str:
    file = f"docs/{match['file']}"
    place = f"{file}:{_line(root / file, match['link'])}"
    if "anchor" in match["rest"]:
        why = "leads to a place that its page does not have"
    elif "not found" in match["rest"]:
        why = "leads to no page"
    elif "absolute" in match["what"]:
        why = "starts with /; write it relative to this file"
    else:
        why = "leads to nothing that MkDocs knows"
    return f'{place}: the link "{match["link"]}" {why}'


def _line(path: Path, text: str) -> int:
    """The first line that holds the text; 1 if none does."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return 1
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)


def _placed(root: Path, text: str) -> str:
    return text.replace(f"{root}/", "").strip()
