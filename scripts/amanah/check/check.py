"""Reads a course and its banks once, runs the rules over them and gathers what they find."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from amanah.check.context import Context
from amanah.check.findings import Finding, Report
from amanah.check.registry import RULES, Rule, load_rules
from amanah.check.second_key import Standing
from amanah.check.waivers import WAIVER_RULE, Waivers, nearest_rule
from amanah.course.course import read_course
from amanah.course.problem import Problem
from amanah.course.yaml_subset import no_collection
from amanah.quiz.bank import read_banks
from amanah.quiz.review import read_reviews


class CannotRun(Exception):
    """The check could not be made at all. ``words`` says why, in every language of the messages."""

    def __init__(self, **words: str) -> None:
        super().__init__(words.get("en", ""))
        self.words = words


class NotACourse(CannotRun):
    """A folder that lacks what makes it a course."""


class UnknownRule(CannotRun):
    """A rule was asked for that nobody has written."""


def check(root: Path, only: Collection[str] | None = None) -> Report:
    """Check the course in ``root``; ``only`` names the rules to run.

    Raises CannotRun where ``root`` is no course, a file of it cannot be opened, or ``only`` names no rule.
    """
    with no_collection():
        return _check(root, only)


def _check(root: Path, only: Collection[str] | None) -> Report:
    rules = load_rules()
    wanted = set(rules) if only is None else _known(only, rules)
    # whether a waiver is used can only be said once every rule has spoken
    running = [rule for rule in rules.values() if rule.id in wanted or WAIVER_RULE in wanted]
    context = read(root)
    waivers = Waivers(context)
    findings = [
        Finding(problem.rule, rule.severity(problem.variant), problem.place, problem.variant, problem.values)
        for rule, problem in _problems(context, running)
    ]
    findings = [waivers.applied(finding) for finding in findings]
    findings += waivers.findings(rules)
    if only is None:
        findings += _without_rule(context)
    findings = [finding for finding in findings if finding.rule in wanted or finding.rule not in rules]
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


def read(root: Path) -> Context:
    """Everything the rules look at. Raises CannotRun where it cannot be read."""
    for part in ("mkdocs.yml", "docs", "quizzes"):
        if not (root / part).exists():
            raise NotACourse(
                id=f"{root} bukan folder kursus: {part} tidak ada di sana",
                en=f"{root} is not the folder of a course: it has no {part}",
            )
    try:
        with no_collection():
            course, banks, reviews = read_course(root), read_banks(root), read_reviews(root)
    except OSError as error:
        name = error.filename or root
        raise CannotRun(
            id=f"{name} tidak dapat dibaca ({error.strerror})", en=f"{name} cannot be read ({error.strerror})"
        ) from error
    problems = [*course.problems]
    problems += [problem for bank in banks for problem in bank.problems]
    problems += [problem for review in reviews for problem in review.problems]
    return Context(root, course, banks, reviews, problems)


def _known(only: Collection[str], rules: dict[str, Rule]) -> set[str]:
    wanted = {name.strip().upper() for name in only if name.strip()}
    if not wanted:
        raise UnknownRule(id="tidak ada aturan yang disebut", en="no rule is named")
    for name in sorted(wanted - set(rules)):
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
                for problem in rule.run(item, bank, context, code=item.code):
                    yield rule, problem
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
