"""Rows of a sheet as items of a bank, with everything that is wrong about them by row and column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, get_args

from amanah.course.field_errors import nearest
from amanah.quiz.fields import Level, Scoring, Use
from amanah.quiz.model import TYPES
from amanah.quiz.spreadsheet_answers import Answers
from amanah.quiz.spreadsheet_layout import KINDS, LOCALIZED, OF_ROW, Kind, Row, SheetProblem, expanded, item_columns

CODE = re.compile(r"m[1-9]\d*-q\d{2,}")
_NEEDED = ("outcome", "level", "use", "stem")
_TRUTH = {"true": "true", "false": "false", "benar": "true", "salah": "false", "ya": "true", "tidak": "false"}
_INVISIBLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffe\uffff]")


def item_of_rows(rows: list[Row], languages: Sequence[str]) -> tuple[dict[str, Any], list[SheetProblem]]:
    """The item that the rows of one code make, as plain data in the order of a bank, and what is wrong with them."""
    reader = _Reader(rows, languages)
    return reader.item(), reader.problems


class _Reader:
    def __init__(self, rows: list[Row], languages: Sequence[str]) -> None:
        self.rows, self.languages = rows, languages
        self.problems: list[SheetProblem] = []
        self.type = ""
        self.home: dict[str, Row] = {}  # heading → the row that fills it for the item as a whole

    def wrong(self, row: Row, column: str, variant: str, **values: str) -> None:
        self.problems.append(SheetProblem(row.number, column, variant, values))

    def item(self) -> dict[str, Any]:
        first = self.rows[0]
        item: dict[str, Any] = {"code": first.get("code"), "type": self.whole("type")}
        self.type = str(item["type"])
        if self.type not in KINDS:
            variant, values = self._unlike(self.type, list(TYPES))
            self.wrong(self.home.get("type", first), "type", variant, **values)
            return item
        self._characters()
        for name in ("outcome", "level"):
            item[name] = self.whole(name)
        item["use"] = re.findall(r"[^\s,;]+", self.whole("use"))
        quote = self.local("quote")
        if self.type != "reflection" or quote or self.whole("page") or self.whole("anchor"):
            item["evidence"] = {"page": self.whole("page"), "anchor": self.whole("anchor"), "quote": quote}
            self._need("page", "anchor", "quote")
        item["hint"], item["stem"] = self.local("hint"), self.local("stem")
        self._need(*_NEEDED)
        self._enums(item)
        self._parts(item)
        item["author"], item["waive"] = self.whole("author"), self._waivers()
        return {name: value for name, value in item.items() if value not in ("", {}, None) or name in ("code", "stem")}

    def whole(self, heading: str) -> str:
        """What the item's rows say in a column that belongs to the item as a whole: all that say something agree."""
        found = self.home.get(heading)
        for row in self.rows if found is None else ():
            if cell := row.get(heading):
                if found is None:
                    found = self.home[heading] = row
                elif cell != found.get(heading):
                    self.wrong(row, heading, "conflict", first=str(found.number))
        return found.get(heading) if found else ""

    def local(self, name: str) -> dict[str, str]:
        """A localized text of the item as a whole."""
        texts = {lang: self.whole(f"{name} {lang}") for lang in self.languages}
        return self._whole_text(name, {lang: text for lang, text in texts.items() if text}, self.rows[0])

    def row_text(self, row: Row, name: str, needed: bool = True) -> dict[str, str]:
        """A localized text of one row."""
        text = row.local(name, self.languages)
        if not text and needed:
            self.wrong(row, f"{name} {self.languages[0]}", "empty")
        return self._whole_text(name, text, row)

    def _whole_text(self, name: str, text: dict[str, str], row: Row) -> dict[str, str]:
        for lang in self.languages:
            if text and lang not in text:
                there = self.home.get(f"{name} {next(iter(text))}", row)
                self.wrong(there, f"{name} {lang}", "translation", lang=lang)
        return text

    def _need(self, *names: str) -> None:
        for name in names:
            headings = expanded(name, self.languages)
            if not any(self.whole(heading) for heading in headings):
                self.wrong(self.rows[0], headings[0], "empty")

    def _enums(self, item: dict[str, Any]) -> None:
        checks: list[tuple[str, list[str], Any]] = [("level", [item["level"]], Level), ("use", item["use"], Use)]
        if self.type == "multiple-choice" and (scoring := self.whole("scoring")):
            checks.append(("scoring", [scoring], Scoring))
            item["scoring"] = scoring
        if self.type == "matching" and (reuse := self.whole("reuse")):
            item["reuse"] = _TRUTH.get(reuse.casefold(), reuse)
            if item["reuse"] not in ("true", "false"):
                self.wrong(self.home["reuse"], "reuse", "unlike", value=reuse, allowed="true, false")
        if self.type == "situational-judgement":
            item["basis"] = [key.strip() for key in re.split(r"[;\n]", self.whole("basis")) if key.strip()]
            self._need("basis")
        for name, values, allowed in checks:
            for value in values:
                if value and value not in get_args(allowed):
                    variant, said = self._unlike(value, list(get_args(allowed)))
                    self.wrong(self.home[name], name, variant, **said)

    def _unlike(self, value: str, allowed: list[str]) -> tuple[str, dict[str, str]]:
        values = {"value": value, "allowed": ", ".join(allowed)}
        if not value:
            return "empty", {}
        close = nearest(value, allowed)
        return ("unlike-nearest", {**values, "nearest": close}) if close else ("unlike", values)

    def _waivers(self) -> dict[str, str]:
        waivers = {}
        for line in filter(None, map(str.strip, self.whole("waive").split("\n"))):
            rule, colon, reason = line.partition(":")
            if not (colon and rule.strip() and reason.strip()):
                self.wrong(self.home["waive"], "waive", "waiver")
            waivers[rule.strip()] = reason.strip()
        return waivers

    def _parts(self, item: dict[str, Any]) -> None:
        """Add to `item` what its rows hold: options, entries, the answer."""
        kinds = {kind.part: kind for kind in KINDS[self.type]}
        of_item = item_columns(self.type)
        sorted_rows: dict[str, list[Row]] = {part: [] for part in kinds}
        for row in self.rows:
            filled = [name for name in (*OF_ROW, "why") if name not in of_item and _filled(row, name, self.languages)]
            part = row.get("part").casefold() or (next(iter(kinds)) if len(kinds) == 1 and filled else "")
            if part in kinds:
                sorted_rows[part].append(row)
                self._misplaced(row, kinds[part], of_item)
            elif part:
                variant, values = self._unlike(part, list(kinds))
                self.wrong(row, "part", variant, **values)
            elif filled:
                self.wrong(row, "part", "which-part", allowed=", ".join(kinds))
        if self.type in ("ordering", "numeric", "short-answer"):
            item["why"] = self.local("why")
            self._need("why")
        Answers(self, item, kinds, sorted_rows).read()

    def _misplaced(self, row: Row, kind: Kind, of_item: Sequence[str]) -> None:
        allowed = {"code", "part", *kind.columns, *of_item, *(["answer"] if kind.answer else [])}
        for heading in row.cells:
            name = heading.rpartition(" ")[0] if heading.rpartition(" ")[0] in LOCALIZED else heading
            if name not in allowed:
                self.wrong(row, heading, "misplaced", part=kind.part, type=self.type)

    def _characters(self) -> None:
        for row in self.rows:
            for heading, cell in row.cells.items():
                if found := _INVISIBLE.search(cell):
                    self.wrong(row, heading, "invisible", character=f"U+{ord(found[0]):04X}")


def _filled(row: Row, name: str, languages: Sequence[str]) -> bool:
    return any(row.get(heading) for heading in expanded(name, languages))
