"""The bibliography: BibTeX in, plain text out."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from amanah.course.place import Place
from amanah.course.problem import Problem

_VERBATIM = ("url", "doi", "file")
_NO_DATE = ("", "n.d.", "n.d", "nd", "t.t.", "s.a.")
_TEX_DASHES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", " "))
_BARE_PERCENT = re.compile(r"(?<!\\)%")


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry. ``kind``: its BibTeX type; ``fields``: lower-case name → text without LaTeX and braces.

    ``authors`` (or, where there are none, the editors) as (family, given); a corporate name in double braces stays
    whole as (name, ""). ``year`` is None where the entry says that there is none. ``suffix`` ("a", "b", …) tells
    entries apart that would print the same author and year. "and others" leaves ("others", "") at the end.
    """

    key: str
    kind: str
    fields: Mapping[str, str]
    authors: tuple[tuple[str, str], ...]
    year: str | None
    place: Place
    suffix: str = ""


def read_references(text: str, file: str) -> tuple[dict[str, Reference], list[Problem]]:
    """All readable entries by key, in the order of the file, and what is wrong with the rest (P12, ``bib-…``)."""
    if not text.strip():
        return {}, []
    # Imported here: it takes as long as reading the whole course, which need not have a bibliography.
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # it prints what is reported below
    blocks: list[Any]
    try:
        blocks = list(parse_string(text).blocks)
    except Exception as error:
        return {}, [Problem("P12", Place(file), "bib-broken", {"error": str(error)})]
    references: dict[str, Reference] = {}
    problems: list[Problem] = []
    failed = False
    for block in blocks:
        place = Place(file, (block.start_line or 0) + 1)
        name = type(block).__name__
        problem = _problem(block, name, place, references, failed)
        failed = name == "ParsingFailedBlock"
        if problem is not None:
            problems.append(problem)
            block = getattr(block, "ignore_error_block", None) if name == "DuplicateFieldKeyBlock" else None
            name = type(block).__name__
        if name == "Entry" and block is not None and block.key not in references:
            reference = _reference(block, place)
            if not reference.fields.get("title"):
                problems.append(Problem("P12", place, "bib-no-title", {"key": reference.key}))
            references[reference.key] = reference
    return _with_suffixes(references), problems


def _problem(block: Any, name: str, place: Place, known: dict[str, Reference], failed: bool) -> Problem | None:
    if name in ("DuplicateBlockKeyBlock", "DuplicateFieldKeyBlock"):
        if name == "DuplicateBlockKeyBlock":
            first = known[block.key].place.line if block.key in known else place.line
            return Problem("P12", place, "bib-twice", {"key": block.key, "first_line": str(first)})
        values = {"fields": ", ".join(sorted(block.duplicate_keys)), "key": block.ignore_error_block.key}
        return Problem("P12", place, "bib-field-twice", values)
    if name.endswith("Block"):
        reason = str(getattr(block.error, "abort_reason", "") or block.error)
        return Problem("P12", place, "bib-broken", {"error": " ".join(reason.split())})
    if name == "ImplicitComment" and not failed:
        for number, line in enumerate(str(block.comment).split("\n")):
            if line.strip() and not line.lstrip().startswith("%"):
                at = Place(place.file, place.line + number)
                return Problem("P12", at, "bib-stray", {"text": line.strip()[:60]})
    return None


def _reference(entry: Any, place: Place) -> Reference:
    raw = {each.key.lower(): str(each.value) for each in entry.fields}
    fields = {name: value.strip() if name in _VERBATIM else clean(value) for name, value in raw.items()}
    year = fields.get("year", "")
    return Reference(
        key=entry.key,
        kind=entry.entry_type.lower(),
        fields=fields,
        authors=tuple(_names(raw.get("author") or raw.get("editor") or "")),
        year=None if year.lower() in _NO_DATE else year,
        place=place,
    )


def _names(field: str) -> Iterator[tuple[str, str]]:
    from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

    for name in split_multiple_persons_names(field):
        if name.startswith("{") and name.endswith("}"):
            yield clean(name), ""
            continue
        try:
            parts = parse_single_name_into_parts(name, strict=False)
        except ValueError:
            yield clean(name), ""
            continue
        family = clean(" ".join([*parts.von, *parts.last, *parts.jr]))
        yield (family, clean(" ".join(parts.first))) if family else (clean(name), "")


_decode: Callable[[str], str] | None = None


def clean(value: str) -> str:
    """A field's value as plain text: LaTeX accents and dashes become characters, braces and line breaks go."""
    if "\\" in value or "$" in value:
        value = _from_latex(value)
    for tex, character in _TEX_DASHES:
        value = value.replace(tex, character)
    return " ".join(value.replace("{", "").replace("}", "").split())


def _from_latex(value: str) -> str:
    global _decode
    if _decode is None:
        from pylatexenc.latex2text import LatexNodes2Text

        _decode = LatexNodes2Text(math_mode="text").latex_to_text
    try:
        # To LaTeX a bare % begins a comment; in a bibliography it is a per cent sign.
        return _decode(_BARE_PERCENT.sub(r"\\%", value))
    except Exception:
        return value.replace("\\", "")


def _with_suffixes(references: dict[str, Reference]) -> dict[str, Reference]:
    """Entries that would print the same author and year get a, b, … in the order of their keys."""
    same: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for reference in references.values():
        families = [family for family, _ in reference.authors] or [shown_name(reference)]
        named = (families[0], "…") if len(families) > 2 else tuple(families)
        same[(named, reference.year)].append(reference.key)
    suffixes = {}
    for keys in same.values():
        if len(keys) > 1:
            suffixes.update({key: letters(index) for index, key in enumerate(sorted(keys))})
    return {key: replace(each, suffix=suffixes.get(key, "")) for key, each in references.items()}


def letters(index: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    return (letters(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)


def shown_name(reference: Reference) -> str:
    """Who stands for an entry without author and editor: its institution, or else its title."""
    for name in ("organization", "institution", "publisher", "title"):
        if reference.fields.get(name):
            return reference.fields[name]
    return reference.key
