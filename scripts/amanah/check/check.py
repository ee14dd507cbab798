"""Reads a course and its banks once, runs the rules over them and gathers what they find."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from amanah.check import alone
from amanah.check.context import Context
from amanah.check.findings import Finding, Report
from amanah.check.registry import RULES, Rule, load_rules
from amanah.check.second_key import Standing
from amanah.check.waivers import WAIVER_RULE, Waivers, nearest_rule
from amanah.course.course import read_course
from amanah.course.problem import Problem
from amanah.course.source_file import MOST_PAGE, read_bytes, unreadable
from amanah.course.yaml_subset import no_collection
from amanah.quiz.bank import read_banks
from amanah.quiz.review import read_reviews

RETIRED = "quizzes/retired.txt"


class CannotRun(Exception):
    """The check could not be made at all. ``words`` says why, in every language of the messages."""

    def __init__(self, **words: str) -> None:
        super().__init__(words.get("en", ""))
        self.words = words


class NotACourse(CannotRun):
    """A folder that lacks what makes it a course."""


class UnknownRule(CannotRun):
    """A rule was asked for that nobody has written."""


def check(root: Path, only: Collection[str] | None = None, *, questions_only: bool = False) -> Report:
    """Check the course in ``root``; ``only`` names the rules to run, ``questions_only`` leaves docs/ unread.

    Raises CannotRun where ``root`` is no course, a file of it cannot be opened, or ``only`` names no rule.
    """
    with no_collection():
        return _check(root, only, questions_only)


def _check(root: Path, only: Collection[str] | None, questions_only: bool) -> Report:
    rules = load_rules()
    wanted = set(rules) if only is None else set(known_rules(only))
    context = read(root, questions_only)
    silent = alone.silent(rules.values()) if context.questions_only else set()
    # whether a waiver is used can only be said once every rule has spoken
    speaking = rules.keys() if WAIVER_RULE in wanted else wanted
    running = [rule for rule in rules.values() if rule.id in speaking and rule.id not in silent]
    waivers = Waivers(context)
    findings = [
        Finding(problem.rule, rule.severity(problem.variant), problem.place, problem.variant, problem.values)
        for rule, problem in _problems(context, running)
        if not (context.questions_only and alone.needs_course(rule, problem.variant))
    ]
    findings = [waivers.applied(finding) for finding in findings]
    findings += waivers.findings(rules, silent)
    if only is None:
        findings += _without_rule(context)
    findings = [finding for finding in findings if finding.rule in wanted or finding.rule not in rules]
    if context.questions_only:
        findings += alone.findings(rules, wanted)
    different = {_identity(finding): finding for finding in findings}.values()
    findings = sorted(different, key=lambda finding: (finding.place, finding.rule, finding.variant))
    states = [context.verdict(item, bank).state for bank, item in context.items()]
    graded = [state for state in states if state is not Standing.NOT_GRADED]
    return Report(
        findings=findings,
        confirmed=graded.count(Standing.CONFIRMED),
        graded=len(graded),
        pages=len(context.course.pages),
        banks=len(context.banks),
        items=sum(len(bank.items) for bank in context.banks),
    )


def read(root: Path, questions_only: bool = False) -> Context:
    """Everything the rules look at. Raises CannotRun where it cannot be read.

    A folder with neither docs/ nor mkdocs.yml is read as questions only.
    """
    try:
        missing = [part for part in ("mkdocs.yml", "docs", "quizzes") if not (root / part).exists()]
        questions_only = questions_only or missing == ["mkdocs.yml", "docs"]
        if missing and not (questions_only and "quizzes" not in missing):
            raise _not_a_course(root, missing)
        with no_collection():
            banks, reviews = read_banks(root), read_reviews(root)
            course = alone.course_of(root, banks) if questions_only else read_course(root)
    except OSError as error:
        name = error.filename or root
        raise CannotRun(
            id=f"{name} tidak dapat dibaca ({error.strerror})", en=f"{name} cannot be read ({error.strerror})"
        ) from error
    problems = [*course.problems, *_retired_unread(root)]
    problems += [problem for bank in banks for problem in bank.problems]
    problems += [problem for review in reviews for problem in review.problems]
    return Context(root, course, banks, reviews, problems, questions_only)


def _retired_unread(root: Path) -> Iterator[Problem]:
    """The list of retired codes has no reader of its own: whether it can be read is said here."""
    try:
        read_bytes(root / RETIRED, MOST_PAGE)
    except FileNotFoundError:
        return
    except OSError as error:
        yield unreadable(error, RETIRED)


def _not_a_course(root: Path, missing: list[str]) -> NotACourse:
    part = "quizzes" if "quizzes" in missing else missing[0]
    hint = {"id": "", "en": ""}
    if "quizzes" not in missing:
        hint = {
            "id": "; untuk memeriksa soalnya saja, tambahkan --questions-only",
            "en": "; to check its questions alone, add --questions-only",
        }
    return NotACourse(
        id=f"{root} bukan folder kursus: {part} tidak ada di sana{hint['id']}",
        en=f"{root} is not the folder of a course: it has no {part}{hint['en']}",
    )


def known_rules(names: Collection[str]) -> list[str]:
    """The ids of the rules with these names, in their order and each once. Raises UnknownRule."""
    rules = load_rules()
    wanted = list(dict.fromkeys(name.strip().upper() for name in names if name.strip()))
    if not wanted:
        raise UnknownRule(id="tidak ada aturan yang disebut", en="no rule is named")
    for name in wanted:
        if name not in rules:
            near = nearest_rule(name, rules)
            raise UnknownRule(
                id=f"tidak ada aturan {name}; mungkin {near}?", en=f"there is no rule {name}; did you mean {near}?"
            )
    return wanted


def _problems(context: Context, rules: list[Rule]) -> Iterator[tuple[Rule, Problem]]:
    """Everything that the rules find, scope by scope."""
    of_items = [rule for rule in rules if rule.scope == "item"]
    for bank in context.banks:
        for item in bank.items:
            for rule in of_items:
                for problem in rule.function(item, bank, context):  # seventy calls an item: no wrapper around each
                    yield rule, rule.signed(problem, item.code)
    targets: dict[str, list[tuple[Any, ...]]] = {
        "bank": [(bank, context) for bank in context.banks],
        "page": [(page, context) for page in context.course.pages.values()],
        "course": [(context.course, context)],
        "all": [(context,)],
    }
    for rule in rules:
        for arguments in targets.get(rule.scope, ()):
            for problem in rule.run(*arguments):
                yield rule, problem


def _without_rule(context: Context) -> Iterator[Finding]:
    """Nothing that a reader found is lost, even if no rule has words for it."""
    for problem in context.problems:
        if problem.rule not in RULES:
            yield Finding(problem.rule, "error", problem.place, problem.variant, problem.values)


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.variant, finding.place, tuple(sorted(finding.values.items()))
