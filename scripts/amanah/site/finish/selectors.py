"""Whether a selector could match an element of some pages, now or after scripts and readers have done their work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

_STRUCTURE = (
    "is|where|has|root|empty|first-child|last-child|only-child|first-of-type|last-of-type|nth-child|nth-of-type"
)
_ARGUMENTS = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
_PSEUDO_ELEMENT = re.compile(rf"::[\w-]+(?:{_ARGUMENTS})?")
_NEGATION = re.compile(rf":not{_ARGUMENTS}")
_STATE = re.compile(rf":(?!(?:{_STRUCTURE})\b)[\w-]+(?:{_ARGUMENTS})?")
_SWITCHED = re.compile(r"\[(?:open|hidden|inert|disabled|checked|tabindex|aria-[\w-]+|data-theme|data-state)[^\]]*\]")
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_EMPTY = re.compile(r":(?:is|where|has)\(\s*(?:,\s*)*\)")
_CHOICE = re.compile(r":(?:is|where)\(([^()]*)\)")
_COMBINATOR = re.compile(r"\s*([>+~,])\s*")
_NO_SUBJECT = re.compile(r"(^|[\s>+~(,])(?=[>+~),]|$)")


@cache
def _classes(selector: str) -> frozenset[str]:
    return frozenset(_CLASS.findall(selector))


@cache
def relax(selector: str, set_by_scripts: frozenset[str] = frozenset()) -> str:
    """The part of a selector that must hold before anything happens on the page.

    Pseudo-elements, states, negations, attributes that can be switched and classes that only scripts
    set are taken away.
    """
    text = _PSEUDO_ELEMENT.sub("", selector)
    text = _NEGATION.sub("", text)
    text = _SWITCHED.sub("", text)
    text = _CLASS.sub(lambda match: "" if match[1] in set_by_scripts else match[0], text)
    text = _STATE.sub("", text)
    text = _COMBINATOR.sub(r"\1", _EMPTY.sub("", text))
    return _NO_SUBJECT.sub(r"\1*", text.strip()) or "*"


def alternatives(selector: str) -> Iterator[str]:
    """The selector once for each way through its ``:is(…)`` and ``:where(…)``; the parser reads these only in part.

    An alternative that cannot be written in place (a tag after a class) is left out, which only widens the match.
    """
    match = _CHOICE.search(selector)
    if match is None:
        yield selector
        return
    before, after = selector[: match.start()], selector[match.end() :]
    for choice in match[1].split(","):
        glued = bool(before) and before[-1] not in " >+~(," and choice[:1].isalpha()
        yield from alternatives(_NO_SUBJECT.sub(r"\1*", f"{before}{'' if glued else choice}{after}"))


class Matcher:
    """Call it with a selector. A selector that the parser cannot read is said to match.

    `scripts` is the text of all scripts: every word in it that is no class of the pages may become one.
    """

    def __init__(self, pages: Iterable[str], scripts: str = "") -> None:
        self._trees = [LexborHTMLParser(page) for page in pages]
        self._classes = {
            name
            for tree in self._trees
            for node in tree.css("[class]")
            for name in (node.attributes.get("class") or "").split()
        }
        self._set_by_scripts = frozenset(re.findall(r"[A-Za-z][\w-]*", scripts)) - self._classes
        self._known: dict[str, bool] = {}

    def __call__(self, selector: str) -> bool:
        relaxed = relax(selector, _classes(selector) & self._set_by_scripts)
        if relaxed not in self._known:
            self._known[relaxed] = self._may_match(relaxed) and any(map(self._found, alternatives(relaxed)))
        return self._known[relaxed]

    def _may_match(self, selector: str) -> bool:
        """Whether the pages have all classes that it asks for: a quick look at what has no choices in parentheses."""
        return "(" in selector or _classes(selector) <= self._classes

    def _found(self, selector: str) -> bool:
        for index, tree in enumerate(self._trees):
            try:
                hit = tree.css_first(selector) is not None
            except SelectolaxError:
                return True
            if hit:
                self._trees.insert(0, self._trees.pop(index))  # the next selector of this kind is found at once
                return True
        return False
