"""A copy of a course to damage, and what the rules find new in it after each damage.

What was read is kept; of a damaged course only the files that changed are read again, and only the rules that can see
them run: for a bank, those of the items concerned and those of banks and of everything; for a page, those of its
versions, of the course (given these pages and the indexes) and of the items that rest on it.
"""

from __future__ import annotations

import copy
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, dataclass, fields, replace
from pathlib import Path
from typing import Any

from amanah.check.check import read
from amanah.check.context import Context
from amanah.check.findings import Finding
from amanah.check.registry import Rule, load_rules
from amanah.check.waivers import Waivers
from amanah.course.course import DOCS
from amanah.course.page import read_page
from amanah.quiz.bank import Bank, read_bank
from amanah.quiz.model import Item
from amanah.quiz.review import read_reviews
from amanah.quiz.spreadsheet_patch import patch
from mutations.kinds import GONE, Changes, Damage

NAMES = "quizzes/names.txt"
PARTS = ("docs", "quizzes", "mkdocs.yml")
Mark = tuple[str, str, str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Scope:
    """What can see a damage: rules of these items and of these pages, the rules named in `extra`, or every rule."""

    codes: tuple[str, ...]
    paths: tuple[str, ...]
    extra: frozenset[str]
    everything: bool


class Lab:
    """`context` and `texts` (by file) are those of the undamaged course."""

    def __init__(self, course: Path, folder: Path) -> None:
        self.root = folder
        for part in PARTS:
            source = course / part
            if source.is_dir():
                shutil.copytree(source, folder / part)
            else:
                shutil.copy(source, folder / part)
        self.rules = {name: rule for name, rule in load_rules().items() if {*rule.severities.values()} != {"info"}}
        self.context = read(folder)
        files = [path for path in folder.rglob("*") if path.suffix in (".yml", ".md", ".txt", ".bib", ".svg")]
        self.texts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}
        self._data = {item["code"]: item for bank in self.context.banks for item in bank.tree.data["items"]}
        self._before: dict[tuple[Any, ...], Counter[Mark]] = {}  # rule and what it looks at → what it said

    # making damage

    def with_values(self, bank: Bank, item: Item, changes: Changes) -> dict[str, str | bytes | None]:
        """The bank with other values in one item."""
        old = self._data[item.code]
        new = copy.deepcopy(old)
        for path, value in changes.items():
            inner = new
            for part in path[:-1]:
                inner = inner[part]
            if value is GONE:
                del inner[path[-1]]
            else:
                inner[path[-1]] = value
        source = self.source(bank, item)
        damaged = patch(f"items:\n{source}", {"items": [old]}, {"items": [new]})
        return {bank.file: self.texts[bank.file].replace(source, damaged.removeprefix("items:\n"), 1)}

    def with_words(self, bank: Bank, item: Item, old: str, new: str) -> dict[str, str | bytes | None]:
        """The bank with one piece of an item's source written otherwise."""
        source = self.source(bank, item)
        assert old in source, old
        start = self.texts[bank.file].index(source)
        at = start + source.index(old)
        return {bank.file: self.texts[bank.file][:at] + new + self.texts[bank.file][at + len(old) :]}

    def source(self, bank: Bank, item: Item) -> str:
        """The lines of one item."""
        lines = self.texts[bank.file].split("\n")
        starts = [one.place("code").line - 1 for one in bank.items]
        number = next(index for index, one in enumerate(bank.items) if one.code == item.code)
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        return "\n".join(lines[starts[number] : end])

    # looking at it

    def found(self, damage: Damage, extra: Iterable[str] = ()) -> list[Finding]:
        """What the rules find that they did not find before. `extra` names rules to run over everything besides."""
        changed = damage.files()
        before = {name: self._bytes(name) for name in changed}
        scope = Scope(damage.codes, _pages(changed), frozenset(extra), _is_shared(changed))
        try:
            for name, content in changed.items():
                self._write(name, content)
            findings = list(self._findings(self._context(list(changed)), scope))
        finally:
            for name, content in before.items():
                self._write(name, content)
        left = sum((self._known(at) for at in {at: None for at, _ in findings}), Counter[Mark]())
        new = []
        for _, finding in findings:
            left[_mark(finding)] -= 1
            if left[_mark(finding)] < 0:
                new.append(finding)
        return new

    def _known(self, at: tuple[Any, ...]) -> Counter[Mark]:
        """What one rule said of one thing before any damage; of waivers, everything."""
        if at not in self._before:
            rule, *key = at
            scope = Scope(tuple(key), tuple(key), frozenset(), not key)
            only = None if key[1:] == ["waiver"] else [rule]
            found = [one for where, one in self._findings(self.context, scope, only) if where == at]
            self._before[at] = Counter(map(_mark, found))
        return self._before[at]

    def _bytes(self, name: str) -> bytes | None:
        path = self.root / name
        return path.read_bytes() if path.is_file() else None

    def _write(self, name: str, content: str | bytes | None) -> None:
        path = self.root / name
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def _context(self, changed: list[str]) -> Context:
        """The damaged course, with all that did not change as it was read before."""
        if _is_shared(changed):
            return read(self.root)
        old = self.context
        banks, reviews, course = list(old.banks), old.reviews, old.course
        for index, bank in enumerate(banks):
            if bank.file in changed:
                banks[index] = read_bank(self.root / bank.file, self.root)
        if any("/reviews/" in name for name in changed):
            reviews = read_reviews(self.root)
        pages = [name for name in changed if name.endswith(".md")]
        if pages or NAMES in changed:
            course = replace(course, pages=dict(course.pages))
            course.problems = [one for one in course.problems if one.place.file not in pages]
            for name in pages:
                lang, path = name.split("/", 2)[1], name.split("/", 2)[2].removesuffix(".md")
                if not (self.root / name).is_file():
                    del course.pages[lang, path]
                    continue
                term = old.course.pages[lang, path].term
                page = read_page(self.root / name, self.root, lang, self.root / DOCS / lang, term)
                course.pages[lang, path] = page
                course.problems += page.problems
        problems = [*course.problems]
        problems += [one for bank in banks for one in bank.problems]
        problems += [one for review in reviews for one in review.problems]
        context = replace(old, course=course, banks=banks, reviews=reviews, problems=problems)
        for one in fields(context):  # what a context remembers of its items
            if one.name.startswith("_"):
                setattr(context, one.name, one.default_factory() if one.default_factory is not MISSING else one.default)
        return context

    def _findings(
        self, context: Context, scope: Scope, only: Iterable[str] | None = None
    ) -> Iterator[tuple[tuple[Any, ...], Finding]]:
        """What the rules find that counts, each with its rule and what the rule was looking at."""
        waivers = Waivers(context)
        for name in self.rules if only is None else only:
            rule = self.rules.get(name)
            for arguments, key in self._targets(rule, context, scope) if rule else ():
                for one in rule.run(*arguments, code=key[0] if rule.scope == "item" else ""):
                    finding = Finding(name, rule.severity(one.variant), one.place, one.variant, one.values)
                    if (finding := waivers.applied(finding)).counts:
                        yield (name, *key), finding
        if only is None:
            for one in waivers.findings(self.rules):
                if one.values.get("code") in scope.codes:
                    yield (one.rule, one.values["code"], "waiver"), one

    def _targets(self, rule: Rule, context: Context, scope: Scope) -> Iterator[tuple[tuple[Any, ...], tuple[str, ...]]]:
        """What one rule is called with, and what that is called."""
        everything = scope.everything or rule.id in scope.extra
        pages = context.course.pages
        if rule.scope == "item":
            for bank, item in context.items():
                evidence = item.evidence.page if item.evidence else ""
                if everything or item.code in scope.codes or evidence in scope.paths:
                    yield (item, bank, context), (item.code,)
        elif rule.scope == "bank":
            yield from (((bank, context), (bank.file,)) for bank in context.banks)
        elif rule.scope == "page":
            yield from (((page, context), at) for at, page in pages.items() if everything or at[1] in scope.paths)
        elif rule.scope == "all":
            yield (context,), ()
        elif everything:
            yield (context.course, context), ()
        elif scope.paths:
            wanted = {*scope.paths, *(path.rpartition("/")[0] + "/index" for path in scope.paths)}
            some = replace(context.course, pages={at: page for at, page in pages.items() if at[1] in wanted})
            yield (some, context), scope.paths


def _pages(changed: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({name.split("/", 2)[2].removesuffix(".md") for name in changed if name.endswith(".md")}))


def _is_shared(changed: Iterable[str]) -> bool:
    """Whether a file is among them that anything may hang on."""
    return any(name == "mkdocs.yml" or "/registers/" in name for name in changed)


def _mark(finding: Finding) -> Mark:
    """A finding without its line, which moves with the lines above it."""
    return finding.rule, finding.variant, finding.place.file, tuple(sorted(finding.values.items()))
