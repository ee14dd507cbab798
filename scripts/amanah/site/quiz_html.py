"""Items of a question bank as HTML forms.

A form can be read, answered and checked by oneself without the script: the key and all reasons stand in a <details>.
The script (overrides/assets/js/quiz.js) reads the key from there, by codes alone, and never from the words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from markupsafe import Markup

from amanah.quiz.model import (
    Categorise,
    Item,
    Matching,
    MultipleChoice,
    Ordering,
    ShortAnswer,
    SingleChoice,
    SituationalJudgement,
)
from amanah.site.citations import cite
from amanah.site.context import PageContext
from amanah.site.scan import body_lines
from amanah.site.templates import data_block, render

START_MARK, END_MARK = "<!--am-quiz-start-->", "<!--am-quiz-end-->"  # round a quiz fence
# The score counts what the script can grade; situational judgement has no single right answer.
SCORED = {
    "single-choice",
    "multiple-choice",
    "true-false",
    "matching",
    "ordering",
    "categorise",
    "numeric",
    "short-answer",
}
CHECKED = SCORED | {"situational-judgement"}
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Tally:
    """One item of the page's quiz fences, for the list in the score."""

    number: int
    id: str
    scored: bool


def quiz(context: PageContext, source: str, line: int) -> Markup:
    """The items named in a quiz fence, numbered through the page."""
    return Markup(f'{START_MARK}<div class="am-quiz">\n{{}}\n</div>{END_MARK}').format(_items(context, "quiz", source))


def recall(context: PageContext, source: str, line: int) -> Markup:
    """The items named in a recall fence, under a heading."""
    items = _items(context, "recall", source)
    return render(context.root, "quiz/recall.html", items=items, id=context.unique("am-recall"), t=context.words)


def finish(context: PageContext, text: str) -> str:
    """Puts what belongs to a quiz page before its first and after its last item, and the scripts' words at the end."""
    blocks = [_words(context, "am-words", "js.")]
    if context.kind == "quiz" and any(item.scored for item in context.tally):
        values = {"items": context.tally, "once": is_test(context), "t": context.words}
        mode, practice, score = (
            str(render(context.root, f"quiz/{name}.html", **values)) for name in ("mode", "practice", "score")
        )
        text = text.replace(START_MARK, mode, 1)
        before, _, after = text.rpartition(END_MARK)
        text = before + practice + score + after
        blocks.append(_words(context, "am-sheet-words", "sheet."))
    return "\n".join([text.replace(START_MARK, "").replace(END_MARK, ""), *blocks])


def _words(context: PageContext, name: str, prefix: str) -> Markup:
    """The words of a script as a block of data."""
    return data_block(name, {**context.words.starting(prefix), "decimal": context.words("decimal")})


def _items(context: PageContext, kind: str, source: str) -> Markup:
    codes = body_lines(source)
    if not codes:
        raise ValueError(f"the fence {kind} names no item")
    total = sum(len(fence.lines) for fence in context.fences if fence.name == kind) or len(codes)
    forms = []
    for code in codes:
        if code not in context.library.items:
            raise ValueError(f'no bank in quizzes/ has the item "{code}"')
        bank, item = context.library.items[code]
        context.items_seen[kind] += 1
        forms.append(item_form(context, item, kind, context.items_seen[kind], total, bank.hide_key))
    context.has_items = True
    return Markup("\n").join(forms)


def item_form(context: PageContext, item: Item, kind: str, number: int, total: int, hidden: bool = False) -> Markup:
    """One item; ``kind`` is quiz, or recall or review, whose state is kept apart for each page. ``hidden``: no key on
    the page."""
    must_be_complete(item, context.lang)
    words = context.words
    state = item.code if kind == "quiz" else f"{item.code}@{context.page_id}"
    if isinstance(item, ShortAnswer):  # words of one language are no answer in another
        state += f"@{context.lang}"
    name = context.unique(item.code)
    on_sheet = kind == "quiz" and context.kind == "quiz"
    checked, scored = item.type in CHECKED and not hidden, item.type in SCORED and not hidden
    count = words(f"{kind}.number", n=number, of=total) if total > 1 else words(f"{kind}.one")
    if kind == "quiz":
        context.tally.append(Tally(number, name, scored))
    return render(
        context.root,
        f"quiz/{item.type}.html",
        item=item,
        id=name,
        state=state,
        once=is_test(context) and kind == "quiz",
        count=count,
        whole=isinstance(item, MultipleChoice) and item.scoring != "partial",
        checked=checked,
        scored=scored and kind == "quiz",
        sure=scored and (on_sheet or kind == "review"),
        flag=checked and on_sheet,
        key_shown=not hidden,
        evidence=evidence(context, item),
        basis=basis(context, item),
        shuffled=shuffled,
        t=words,
        lang=context.lang,
    )


def is_test(context: PageContext) -> bool:
    """Whether the page tests the whole course, before or after: one try an item, and no mark of being done."""
    return context.kind == "quiz" and context.module is None


def evidence(context: PageContext, item: Item) -> tuple[str, str] | None:
    """Link and title of the section that makes the key right; None if the item names none."""
    source: Any = getattr(item, "evidence", None)
    page = context.course.pages.get((context.lang, source.page)) if source else None
    if page is None:
        return None
    heading = next((each for each in page.headings if each.id == source.anchor), None)
    title = heading.text if heading else page.front.title if page.front else source.page
    return context.href(page, source.anchor), title


def basis(context: PageContext, item: Item) -> Markup:
    """The norms of a situational judgement item as links."""
    references: Iterable[str] = getattr(item, "basis", None) or ()
    return Markup("; ").join(cite(context, reference) for reference in references)


def must_be_complete(item: Item, lang: str) -> None:
    """Raises ValueError, in one sentence, for an item that cannot be shown: no text, no key, or a key of nothing."""
    for path, text in item.texts():
        if lang not in text:
            raise ValueError(f"{item.code}: {'.'.join(map(str, path))} has no text in {lang}")
    if item.graded and not isinstance(item, SituationalJudgement) and item.answer is None:
        raise ValueError(f"{item.code} has no answer")
    for key, allowed in _answer_keys(item):
        if key not in allowed:
            raise ValueError(f'{item.code}: key "{key}" is not an option ({", ".join(allowed)})')


def _answer_keys(item: Item) -> Iterator[tuple[str, list[str]]]:
    """Each key that an answer names, with the keys there are."""
    if isinstance(item, SingleChoice | MultipleChoice):
        named = [item.answer] if isinstance(item.answer, str) else item.answer or []
        yield from ((key, _keys(item.options)) for key in named)
    elif isinstance(item, Ordering):
        yield from ((key, _keys(item.entries)) for key in item.answer or [])
        yield from ((key, item.answer or []) for key in _keys(item.entries))
    elif isinstance(item, Matching | Categorise):
        left, right = (item.left, item.right) if isinstance(item, Matching) else (item.entries, item.bins)
        answer = item.answer or {}
        yield from ((key, list(answer)) for key in _keys(left))
        yield from ((key, _keys(right)) for key in answer.values())


def _keys(entries: Iterable[Any]) -> list[str]:
    return [entry.key for entry in entries]


def shuffled(code: str, entries: Sequence[Entry], answer: Sequence[str] = ()) -> list[Entry]:
    """Entries (with a ``key``) in an order that depends on the item's code alone, so that it is the same in every
    language and on every visit; never in the order of ``answer``."""

    def place(entry: Any) -> str:
        return hashlib.sha256(f"{code} {entry.key}".encode()).hexdigest()

    mixed: list[Any] = sorted(entries, key=place)
    if answer and [entry.key for entry in mixed] == list(answer):
        mixed = mixed[1:] + mixed[:1]
    return mixed
