"""What a rule is, and the list of all rules.

A rule is one small generator function with a docstring (what it checks, why, ``Bad:`` and ``Good:``), registered by
the decorator ``rule``. What it is called with depends on its scope:

========  ===========================  ================================================
scope     arguments                    called once for
========  ===========================  ================================================
item      ``(item, bank, context)``    every item of every bank
bank      ``(bank, context)``          every bank
page      ``(page, context)``          every page of every language
course    ``(course, context)``        the course
all       ``(context)``                everything that was read
========  ===========================  ================================================

It yields ``found(place, variant, name=value, …)``; the registry fills in the rule's id and the item's code. The
message is a template for each language, or for each language a mapping from variant to template. A severity is one
word for the whole rule or a mapping from variant to word.

Some rules can say nothing where there are only questions (a folder without docs/ and mkdocs.yml): those of scope page
or course, and those that say ``needs_course=True``, or ``needs_course=("variant", …)`` where only that part needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar

from amanah.course.place import Place
from amanah.course.problem import Problem

Severity = Literal["error", "warning", "info"]
Scope = Literal["item", "bank", "page", "course", "all"]
RuleFunction = Callable[..., Iterable[Problem]]
Function = TypeVar("Function", bound=RuleFunction)


@dataclass(frozen=True, slots=True)
class Rule:
    """One registered rule.

    ``severities`` and every mapping in ``templates`` (language code → variant → template) are keyed by variant;
    "" stands for "every other variant" among the severities and for "no variant" among the templates.
    ``needs_course``: whether it needs docs/ and mkdocs.yml, or the variants that do.
    """

    id: str
    scope: Scope
    function: RuleFunction
    severities: Mapping[str, Severity]
    templates: Mapping[str, Mapping[str, str]]
    needs_course: bool | tuple[str, ...] = False

    def severity(self, variant: str) -> Severity:
        """How bad a finding of this variant is."""
        return self.severities.get(variant) or self.severities.get("", "error")

    @property
    def waivable(self) -> bool:
        """Whether an item may waive it: only warnings can be waived."""
        return "warning" in self.severities.values()

    def run(self, *arguments: Any, code: str = "") -> Iterator[Problem]:
        """Everything the rule finds, with its own id and, for an item's rule, the item's code."""
        return (self.signed(problem, code) for problem in self.function(*arguments))

    def signed(self, problem: Problem, code: str = "") -> Problem:
        """What the rule's function yielded, with the rule's own id and, for an item's rule, the item's code."""
        values = {"code": code, **problem.values} if code else problem.values
        return replace(problem, rule=self.id, values=values)


RULES: dict[str, Rule] = {}


def rule(
    id_: str,
    *,
    severity: Severity | Mapping[str, Severity],
    scope: Scope,
    needs_course: bool | tuple[str, ...] | None = None,
    **templates: str | Mapping[str, str],
) -> Callable[[Function], Function]:
    """Register a rule function; the keyword of a template is its language code (``id=…, en=…``)."""

    def register(function: Function) -> Function:
        if id_ in RULES:
            raise ValueError(f"two rules are called {id_}")
        RULES[id_] = Rule(
            id=id_,
            scope=scope,
            function=function,
            severities={"": severity} if isinstance(severity, str) else dict(severity),
            templates={
                lang: {"": words} if isinstance(words, str) else dict(words) for lang, words in templates.items()
            },
            needs_course=scope in ("page", "course") if needs_course is None else needs_course,
        )
        return function

    return register


def found(place: Place, variant: str = "", /, **values: object) -> Problem:
    """What a rule yields; the values fill the placeholders of the message."""
    return Problem("", place, variant, {name: str(value) for name, value in values.items()})


def load_rules() -> dict[str, Rule]:
    """All rules, by id; imports every module of ``amanah.check.rules``."""
    import importlib
    import pkgutil

    from amanah.check import rules

    for module in pkgutil.iter_modules(rules.__path__):
        importlib.import_module(f"{rules.__name__}.{module.name}")
    return dict(sorted(RULES.items()))
