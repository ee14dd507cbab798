"""K06, K08: numbers that can be checked, grades that rest on a norm."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from amanah.check.context import Context
from amanah.check.references import is_known
from amanah.check.registry import found, rule
from amanah.course.problem import Problem
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item, Numeric, SituationalJudgement

HIGHEST = 3


@rule(
    "K06",
    severity={"": "error", "exact": "warning"},
    scope="item",
    id={
        "comma": '{code}: tulis "{value}" dengan titik desimal; halaman menerima keduanya',
        "not-number": '{code}: "{value}" bukan bilangan; tulis angkanya saja, satuannya di unit',
        "negative": "{code}: toleransi {value} negatif; tulis 0 atau lebih",
        "too-wide": "{code}: toleransi {tolerance} tidak lebih kecil dari nilainya ({value}); kecilkan",
        "exact": (
            "{code}: {value} tampak seperti hasil pengukuran atau pembagian, tetapi toleransinya 0; izinkan pembulatan"
        ),
        "unit": '{code}: satuan "{unit}" memuat angka; tulis angkanya di value',
    },
    en={
        "comma": '{code}: write "{value}" with a decimal point; the page accepts both',
        "not-number": '{code}: "{value}" is not a number; write the digits only, and the unit under unit',
        "negative": "{code}: the tolerance {value} is negative; write 0 or more",
        "too-wide": "{code}: the tolerance {tolerance} is not smaller than the value ({value}); make it smaller",
        "exact": "{code}: {value} looks measured or divided, but its tolerance is 0; allow for rounding",
        "unit": '{code}: the unit "{unit}" holds digits; write them under value',
    },
)
def numeric_key(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """The key of a numeric item is a number with a decimal point, a tolerance that makes sense, and a unit said once.

    A tolerance as large as the value accepts nearly everything. A value with decimals (measured, divided) and no
    tolerance rejects whoever rounds; waive that where every digit is wanted. Whole numbers are taken for counts.

    Bad: `answer: {value: "78,47", tolerance: "100", unit: ""}`
    Good: `answer: {value: "78.47", tolerance: "0.01", unit: "%"}`
    """
    if not isinstance(item, Numeric) or item.answer is None:
        return
    numbers: dict[str, Decimal] = {}
    for field in ("value", "tolerance"):
        written = getattr(item.answer, field).strip()
        number = _decimal(written)
        if number is None:
            variant = "comma" if _decimal(written.replace(",", ".")) is not None else "not-number"
            yield found(item.place("answer", field), variant, value=written)
        else:
            numbers[field] = number
    units = item.answer.unit.values() if isinstance(item.answer.unit, dict) else (item.answer.unit,)
    for unit in units:
        if any(letter.isdecimal() for letter in unit):
            yield found(item.place("answer", "unit"), "unit", unit=unit)
            break
    value, tolerance = numbers.get("value"), numbers.get("tolerance")
    if tolerance is None:
        return
    if tolerance < 0:
        yield found(item.place("answer", "tolerance"), "negative", value=tolerance)
    elif value is not None and 0 < abs(value) <= tolerance:
        yield found(item.place("answer", "tolerance"), "too-wide", tolerance=tolerance, value=value)
    elif value is not None and tolerance == 0 and value != value.to_integral_value():
        yield found(item.place("answer", "value"), "exact", value=value)


def _decimal(written: str) -> Decimal | None:
    """The number, or None; what Decimal takes but a page does not show (1_000, 1e3, NaN) is none either."""
    if not written or not set(written.lstrip("+-")) <= set("0123456789."):
        return None
    try:
        return Decimal(written)
    except InvalidOperation:
        return None


@rule(
    "K08",
    severity="error",
    scope="item",
    needs_course=("basis",),
    id={
        "best": "{code}: {count} tindakan mendapat nilai tertinggi; paling banyak dua yang terbaik",
        "no-best": "{code}: tidak ada tindakan bernilai {highest}; yang terbaik bernilai {highest}",
        "red-line": "{code}: tidak ada tindakan bernilai 0; sedikitnya satu tidak boleh terjadi",
        "levels": "{code}: hanya {count} tingkat nilai; pakai sedikitnya tiga",
        "no-basis": "{code}: sebut norma yang mendasari nilai di basis, misalnya uu-25-2009:34",
        "basis": '{code}: norma "{key}" tidak ada dalam daftar hukum maupun pustaka',
    },
    en={
        "best": "{code}: {count} actions have the highest grade; at most two can be best",
        "no-best": "{code}: no action has grade {highest}; the best has {highest}",
        "red-line": "{code}: no action has grade 0; at least one must not happen",
        "levels": "{code}: only {count} levels of grades; use at least three",
        "no-basis": "{code}: name the norm that the grades rest on under basis, such as uu-25-2009:34",
        "basis": '{code}: the norm "{key}" is in no register of laws or references',
    },
)
def judgement_grades(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """Situational judgement has one or two best actions, a red line, at least three levels, and a norm behind them.

    Without a norm the grades are an opinion; without a red line nothing is at stake. A norm is a citation key as in
    the text, and stands in the registers. (The reader lets only 0, 1, 2 and 3 pass: as thirds they are grades that
    Moodle knows, which refuses most others.)

    Bad: grades 3, 3, 3, 2 and no basis
    Good: grades 3, 2, 1, 0 and `basis: ["uu-25-2009:34"]`
    """
    if not isinstance(item, SituationalJudgement) or not item.options:
        return
    grades = [option.grade for option in item.options]
    options = item.key_place("options")
    best = grades.count(max(grades))
    if max(grades) < HIGHEST:
        yield found(options, "no-best", highest=HIGHEST)
    elif best > 2:
        yield found(options, "best", count=best)
    if 0 not in grades:
        yield found(options, "red-line")
    if len(set(grades)) < 3:
        yield found(options, "levels", count=len(set(grades)))
    if not item.basis:
        yield found(item.key_place("basis"), "no-basis")
    for index, key in enumerate(item.basis):
        if not is_known(key, context.course):
            yield found(item.place("basis", index), "basis", key=key)
