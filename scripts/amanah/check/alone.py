"""A folder with nothing but quizzes/: which languages its course has, and which rules have nothing to say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from pathlib import Path

from amanah.check.findings import Finding
from amanah.check.registry import Rule
from amanah.course.course import Course
from amanah.course.languages import Language
from amanah.course.place import Place
from amanah.quiz.bank import FOLDER, Bank, indexed


def course_of(root: Path, banks: Iterable[Bank]) -> Course:
    """A course without pages, published in the languages that its questions use."""
    codes = languages_of(banks)
    languages = tuple(Language(code, code, code == codes[0]) for code in codes)
    return Course(root, languages, codes[0] if codes else "")


def languages_of(banks: Iterable[Bank]) -> list[str]:
    """The languages that at least half of the stems are written in, in the order in which they turn up.

    A language that turns up now and then is a slip (``eb`` for ``en``), and reported by L01. Where no language is used
    by half of the stems, all count.
    """
    stems = [item.stem for _, item in indexed(banks)]
    used = Counter(lang for stem in stems for lang in stem)
    return [lang for lang, times in used.items() if times * 2 >= len(stems)] or list(used)


def needs_course(rule: Rule, variant: str) -> bool:
    """Whether a finding of this variant cannot be trusted without docs/ and mkdocs.yml."""
    return rule.needs_course is True or (isinstance(rule.needs_course, tuple) and variant in rule.needs_course)


def silent(rules: Iterable[Rule]) -> set[str]:
    """The ids of the rules that need the course altogether."""
    return {rule.id for rule in rules if rule.needs_course is True}


def findings(rules: Mapping[str, Rule], wanted: Set[str]) -> Iterator[Finding]:
    """One remark (P00) that says which of the wanted rules were not run, or not in all they do."""
    names = [*_named(rules, wanted & silent(rules.values()))]
    names += [
        f"{rule.id} ({', '.join(rule.needs_course)})"
        for rule in rules.values()
        if isinstance(rule.needs_course, tuple) and rule.id in wanted
    ]
    if names:
        yield Finding("P00", "info", Place(FOLDER), "alone", {"rules": ", ".join(names)})


def _named(rules: Iterable[str], ids: Collection[str]) -> Iterator[str]:
    """Their ids, of three and more in a row the first and the last: K10, P01–P04."""
    row: list[str] = []
    for id_ in [*sorted(rules), ""]:
        if row and (id_ not in ids or id_[0] != row[0][0]):
            yield from row if len(row) < 3 else [f"{row[0]}–{row[-1]}"]
            row = []
        if id_ in ids:
            row.append(id_)
