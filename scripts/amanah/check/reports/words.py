"""The words of the reports themselves; those of the findings belong to the rules."""

from __future__ import annotations

WORDS = {
    "id": {
        "error": ("{} galat", "{} galat"),
        "warning": ("{} peringatan", "{} peringatan"),
        "info": ("{} catatan", "{} catatan"),
        "waived": ("{} dikecualikan", "{} dikecualikan"),
        "pages": ("{} halaman", "{} halaman"),
        "banks": ("{} bank", "{} bank"),
        "items": ("{} soal", "{} soal"),
    },
    "en": {
        "error": ("{} error", "{} errors"),
        "warning": ("{} warning", "{} warnings"),
        "info": ("{} remark", "{} remarks"),
        "waived": ("{} waived", "{} waived"),
        "pages": ("{} page", "{} pages"),
        "banks": ("{} bank", "{} banks"),
        "items": ("{} item", "{} items"),
    },
}
"""A number of things, one and many."""

CONFIRMED = {
    "id": "{confirmed} dari {graded} soal bernilai dikukuhkan oleh kunci kedua",
    "en": "{confirmed} of {graded} graded items confirmed by a second key",
}
CLEAN = {"id": "tidak ada yang perlu dibetulkan", "en": "nothing to mend"}
MORE = {"id": "… dan {} temuan lagi", "en": "… and {} more findings"}
BY_RULE = {
    "id": "Menurut aturan (penjelasan: amanah check --explain {rule}):",
    "en": "By rule (to have one explained: amanah check --explain {rule}):",
}
LANGUAGES = tuple(WORDS)


def count(lang: str, **numbers: int) -> list[str]:
    """``count("en", error=1, items=2)`` is ``["1 error", "2 items"]``."""
    return [WORDS[lang][name][number != 1].format(number) for name, number in numbers.items()]
