"""What a rule's docstring and messages say, in parts: for ``--explain``, SARIF and the page of rules."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter

from amanah.check.registry import Rule, Severity

GROUPS: dict[str, dict[str, str]] = {
    "S": {"id": "Bentuk berkas dan soal", "en": "The shape of files and items"},
    "K": {"id": "Kunci jawaban", "en": "The answer key"},
    "L": {"id": "Kesamaan antarbahasa", "en": "Agreement between languages"},
    "M": {"id": "Cara menulis soal", "en": "Item writing"},
    "B": {"id": "Bank soal dan cetak birunya", "en": "The bank and its blueprint"},
    "P": {"id": "Halaman dan daftar acuan", "en": "Pages and registers"},
}
"""What the letter of a rule's id stands for, in the order of the documentation."""

SEVERITIES: dict[Severity, dict[str, str]] = {
    "error": {"id": "galat", "en": "error"},
    "warning": {"id": "peringatan", "en": "warning"},
    "info": {"id": "catatan", "en": "remark"},
}
SCOPES = {
    "item": {"id": "setiap soal", "en": "each item"},
    "bank": {"id": "setiap bank", "en": "each bank"},
    "page": {"id": "setiap halaman", "en": "each page"},
    "course": {"id": "seluruh kursus", "en": "the whole course"},
    "all": {"id": "semua bank dan halaman", "en": "all banks and pages"},
}
_EXAMPLE = re.compile(r"^(Bad|Good):[ \n]", re.MULTILINE)
_CODE = re.compile(r"\{code\}:? ?")
_QUOTED = re.compile(r"(?:``(.+?)``|`([^`\n]+)`)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """The documentation of one rule.

    ``what`` is its first sentence, ``why`` the paragraphs below it, ``bad`` and ``good`` the examples (more than one
    where the docstring has more). ``messages`` holds, per language, every message with … for what it fills in.
    """

    rule: Rule
    what: str
    why: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    messages: Mapping[str, tuple[str, ...]]

    @property
    def id(self) -> str:
        return self.rule.id

    @property
    def severities(self) -> tuple[Severity, ...]:
        """How bad its findings can be, the worst first."""
        return tuple(each for each in SEVERITIES if each in self.rule.severities.values())

    def title(self, lang: str) -> str:
        """The rule in one line: its sentence in English, its first message in a language without sentences."""
        return self.what if lang == "en" or not self.messages.get(lang) else self.messages[lang][0]


def doc_of(rule: Rule) -> RuleDoc:
    """The documentation of a rule, from its docstring and its messages."""
    text = inspect.cleandoc(rule.function.__doc__ or "")
    pieces = _EXAMPLE.split(text)
    what, *why = [" ".join(each.split()) for each in re.split(r"\n[ ]*\n", pieces[0].strip())]
    examples: dict[str, list[str]] = {"Bad": [], "Good": []}
    for name, example in zip(pieces[1::2], pieces[2::2], strict=True):
        examples[name].append(_plain(inspect.cleandoc(example).strip()))
    messages = {lang: tuple(map(_gist, _unlike(each.values()))) for lang, each in rule.templates.items()}
    return RuleDoc(rule, what, tuple(why), tuple(examples["Bad"]), tuple(examples["Good"]), messages)


def docs_by_group(rules: Iterable[Rule]) -> dict[str, list[RuleDoc]]:
    """All rules by the letter of their id, in the order of GROUPS."""
    docs = sorted(map(doc_of, rules), key=lambda doc: doc.id)
    letters = [*GROUPS, *sorted({doc.id[0] for doc in docs} - set(GROUPS))]
    grouped = {letter: [doc for doc in docs if doc.id[0] == letter] for letter in letters}
    return {letter: found for letter, found in grouped.items() if found}


def gist(rule: Rule, variant: str, lang: str) -> str:
    """One message without its values: ``kunci "…" bukan pilihan (…)``."""
    templates = rule.templates.get(lang) or {}
    return _gist(templates.get(variant) or next(iter(templates.values()), ""))


def _gist(template: str) -> str:
    template = _CODE.sub("", template, count=1) if template.startswith("{code}") else template
    return "".join(text + ("…" if name is not None else "") for text, name, _, _ in Formatter().parse(template))


def _unlike(templates: Iterable[str]) -> list[str]:
    """Without those that say the same as an earlier one, with "did you mean …?" behind it."""
    kept: list[str] = []
    for template in templates:
        if not any(template.startswith(each) for each in kept):
            kept.append(template)
    return kept


def _plain(example: str) -> str:
    """An example that is code from its first to its last mark, without the marks."""
    whole = _QUOTED.match(example)
    return (whole[1] or whole[2]) if whole else example
