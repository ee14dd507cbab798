"""The options, entries and answers that the rows of one item hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from amanah.quiz.agreement import parse_number
from amanah.quiz.spreadsheet_layout import Kind, Row

if TYPE_CHECKING:
    from amanah.quiz.spreadsheet_import import _Reader

_MARKS = {"x", "✓", "✔", "√", "v", "1", "ya", "yes", "true", "benar"}
_NO_MARKS = {"", "-", "0", "tidak", "no", "false", "salah"}
_TRUTH = {"true": "true", "benar": "true", "false": "false", "salah": "false"}
_AMBIGUOUS = re.compile(r"[+-]?\d{1,3}\.\d{3}")


class Answers:
    """Reads the rows of one item, sorted by part, into its data."""

    def __init__(
        self, reader: _Reader, item: dict[str, Any], kinds: dict[str, Kind], rows: dict[str, list[Row]]
    ) -> None:
        self.reader, self.item, self.kinds, self.rows = reader, item, kinds, rows

    def read(self) -> None:
        for part, rows in self.rows.items():
            kind = self.kinds[part]
            if not rows:
                self.reader.wrong(self.reader.rows[0], "part", "no-part", part=part, type=self.reader.type)
            elif kind.answer == "truth":
                self._truth(rows)
            elif kind.answer == "value":
                self._number(rows)
            elif kind.part == "accepted":
                self._accepted(rows)
            elif not kind.keyed:
                texts = [self.reader.row_text(row, "text") for row in rows]
                self.item[kind.field] = texts if kind.part == "prompt" else texts[0]
                if kind.part == "guide" and len(rows) > 1:
                    self.reader.wrong(rows[1], "part", "only-one", part=kind.part)
            else:
                self._keyed(kind, rows)
        for part, rows in self.rows.items():
            self._answer(self.kinds[part], rows)
        if "answer" in self.item:  # behind the options, as in a bank
            self.item["answer"] = self.item.pop("answer")
        for name in ("scoring", "reuse", "basis", "why"):
            if name in self.item:
                self.item[name] = self.item.pop(name)

    def _keyed(self, kind: Kind, rows: list[Row]) -> None:
        entries, seen = [], dict[str, int]()
        for row in rows:
            key = row.get("key")
            if not key:
                self.reader.wrong(row, "key", "empty")
            elif key in seen:
                self.reader.wrong(row, "key", "twice", value=key, first=str(seen[key]))
            seen.setdefault(key, row.number)
            entry: dict[str, Any] = {"key": key, "text": self.reader.row_text(row, "text")}
            if kind.answer == "grade":
                entry["grade"] = row.get("answer")
                if entry["grade"] not in ("0", "1", "2", "3"):
                    self.reader.wrong(row, "answer", "grade")
            if "why" in kind.columns:
                entry["why"] = self.reader.row_text(row, "why")
            if misconception := row.get("misconception"):
                entry["misconception"] = misconception
            entries.append(entry)
        self.item[kind.field] = entries

    def _answer(self, kind: Kind, rows: list[Row]) -> None:
        if kind.answer == "choice" and rows:
            right = self._marked(rows)
            for row in right[1:]:
                self.reader.wrong(row, "answer", "several", first=str(right[0].number))
            if right:
                self.item["answer"] = right[0].get("key")
            else:
                self.reader.wrong(rows[0], "answer", "no-mark")
        elif kind.answer == "choices" and rows:
            self.item["answer"] = [row.get("key") for row in self._marked(rows)]
            if not self.item["answer"]:
                self.reader.wrong(rows[0], "answer", "no-mark")
        elif kind.answer == "pair":
            keys = [row.get("key") for row in self.rows[kind.target]]
            self.item["answer"] = {row.get("key"): row.get("answer") for row in rows if row.get("answer")}
            for row in rows:
                if row.get("answer") not in keys:
                    variant = "no-such" if row.get("answer") else "pair"
                    values = {"value": row.get("answer"), "part": kind.target, "allowed": ", ".join(keys)}
                    self.reader.wrong(row, "answer", variant, **values)
        elif kind.answer == "position":
            self._order(rows)

    def _order(self, rows: list[Row]) -> None:
        places: dict[int, Row] = {}
        for row in rows:
            written = row.get("answer")
            place = int(written) if re.fullmatch("[0-9]{1,3}", written) else 0
            if not 1 <= place <= len(rows):
                self.reader.wrong(row, "answer", "position", most=str(len(rows)))
            elif place in places:
                self.reader.wrong(row, "answer", "twice", value=written, first=str(places[place].number))
            else:
                places[place] = row
        self.item["answer"] = [row.get("key") for _, row in sorted(places.items())]

    def _truth(self, rows: list[Row]) -> None:
        reasons: dict[str, Row] = {}
        for row in rows:
            key = _TRUTH.get(row.get("key").casefold(), "")
            if not key:
                values = {"value": row.get("key"), "allowed": "true, false"}
                self.reader.wrong(row, "key", "unlike" if row.get("key") else "empty", **values)
            elif key in reasons:
                self.reader.wrong(row, "key", "twice", value=key, first=str(reasons[key].number))
            reasons.setdefault(key, row)
        for key in ("true", "false"):
            if key not in reasons:
                self.reader.wrong(rows[0], "part", "no-reason", key=key)
        right = self._marked(rows)
        for row in right[1:]:
            self.reader.wrong(row, "answer", "several", first=str(right[0].number))
        if right:
            self.item["answer"] = _TRUTH.get(right[0].get("key").casefold(), "")
        else:
            self.reader.wrong(rows[0], "answer", "no-mark")
        texts = {key: self.reader.row_text(row, "why") for key, row in reasons.items() if key}
        self.item["why"] = {key: texts[key] for key in ("true", "false") if key in texts}

    def _number(self, rows: list[Row]) -> None:
        row = rows[0]
        for other in rows[1:]:
            self.reader.wrong(other, "part", "only-one", part="number")
        answer: dict[str, Any] = {}
        for field, heading in (("value", "answer"), ("tolerance", "tolerance")):
            if written := row.get(heading):
                answer[field] = written.replace(",", ".")
                if _AMBIGUOUS.fullmatch(written):
                    whole, decimals = written.replace(".", ""), written.replace(".", ",")
                    self.reader.wrong(row, heading, "ambiguous", value=written, whole=whole, decimals=decimals)
                elif parse_number(written) is None or written.count(",") > 1 or {",", "."} <= set(written):
                    self.reader.wrong(row, heading, "number", value=written)
            elif field == "value":
                self.reader.wrong(row, heading, "empty")
        unit = self.reader.row_text(row, "unit", needed=False)
        if unit:
            everywhere = len(unit) == len(self.reader.languages) and len(set(unit.values())) == 1
            answer["unit"] = next(iter(unit.values())) if everywhere else unit
        self.item["answer"] = answer

    def _accepted(self, rows: list[Row]) -> None:
        accept: dict[str, list[str]] = {lang: [] for lang in self.reader.languages}
        for row in rows:
            for lang, text in row.local("text", self.reader.languages).items():
                accept[lang].append(text)
        for lang, texts in accept.items():
            if not texts:
                self.reader.wrong(rows[0], f"text {lang}", "accept", lang=lang)
        self.item["answer"] = {"accept": {lang: texts for lang, texts in accept.items() if texts}}

    def _marked(self, rows: list[Row]) -> list[Row]:
        marked = []
        for row in rows:
            mark = row.get("answer").casefold()
            if mark in _MARKS:
                marked.append(row)
            elif mark not in _NO_MARKS:
                self.reader.wrong(row, "answer", "mark", value=row.get("answer"))
        return marked
