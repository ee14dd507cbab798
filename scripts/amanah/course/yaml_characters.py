"""The characters of a YAML file, looked at before YAML reads it (rule S01)."""

from __future__ import annotations

import re

from amanah.course.place import Place, place_of_index
from amanah.course.problem import Problem

# What YAML 1.1 cannot hold, and the line breaks that YAML counts and an editor does not.
_FORBIDDEN = re.compile(r"[^\n\r\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def decode(data: bytes, file: str) -> tuple[str, Problem | None]:
    """The text of a UTF-8 file, or an empty text and the place of its first byte that is not UTF-8."""
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        line_start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[line_start : error.start].decode("utf-8", "replace")) + 1
        place = Place(file, data.count(b"\n", 0, error.start) + 1, column)
        return "", Problem("S01", place, "not-utf8", {"byte": f"0x{data[error.start]:02X}"})


def replace_forbidden(text: str, file: str, first_line: int) -> tuple[str, list[Problem]]:
    """A text of the same length with nothing in it that stops YAML or shifts its line numbers, and what was replaced.

    Tabs are reported and stay. Of each kind the first place is reported, with the number of all (`count`).
    """
    problems: list[Problem] = []

    def report(index: int, variant: str, **values: str) -> None:
        problems.append(Problem("S01", place_of_index(text, index, file, first_line), variant, values))

    if text.startswith("\ufeff"):
        report(0, "bom")
        text = text[1:]
    if "\t" in text:
        report(text.index("\t"), "tab", count=str(text.count("\t")))
    if "\r" in text:
        report(text.index("\r"), "line-ending", count=str(text.count("\r")))
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    seen: dict[str, int] = {}
    for found in _FORBIDDEN.finditer(text):
        seen.setdefault(found[0], found.start())
    for character, index in seen.items():
        report(index, "control-character", code=f"U+{ord(character):04X}", count=str(text.count(character)))
    return (_FORBIDDEN.sub("?", text) if seen else text), problems
