"""The modules of a course as their pages show them, for rules that compare them with the banks."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from amanah.course.course import Course
from amanah.course.front_matter import Lesson, ModuleIndex, Outcome, Practice, Quiz
from amanah.course.page import Page


@dataclass
class Module:
    """One folder below docs/<language>/course/; ``first`` is its index, or whatever page of it comes first."""

    slug: str
    first: Page
    index: Page | None = None
    quiz: Page | None = None

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What the index declares."""
        front = self.index.front if self.index else None
        return front.outcomes if isinstance(front, ModuleIndex) else ()

    def asked(self) -> list[str]:
        """The codes of the items on the quiz page, in order."""
        fences = self.quiz.fences if self.quiz else ()
        return [code for fence in fences if fence.name == "quiz" for code, _ in fence.lines()]


_MODULES: WeakKeyDictionary[Course, dict[str, Module]] = WeakKeyDictionary()


def modules_of(course: Course) -> dict[str, Module]:
    """The modules of the default language by folder; what the other languages have, P02 and P13 compare."""
    if course not in _MODULES:
        _MODULES[course] = _read(course)
    return _MODULES[course]


def _read(course: Course) -> dict[str, Module]:
    modules: dict[str, Module] = {}
    for page in course.pages_of(course.default_language):
        parts = page.path.split("/")
        if len(parts) < 3 or page.module is None:
            continue
        if not isinstance(page.front, ModuleIndex | Lesson | Practice | Quiz):
            continue
        module = modules.setdefault(parts[1], Module(parts[1], page))
        if isinstance(page.front, ModuleIndex):
            module.index = module.first = page
        elif isinstance(page.front, Quiz):
            module.quiz = page
    return modules
