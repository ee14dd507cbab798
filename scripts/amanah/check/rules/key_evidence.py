"""K10, K11: the passage of the lesson that makes the key right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from amanah.check.context import Context
from amanah.check.fold import grams, jaccard
from amanah.check.registry import found, rule
from amanah.check.words import contains, words
from amanah.course.course import normalise
from amanah.course.page import Page
from amanah.course.problem import Problem, Text
from amanah.quiz.bank import Bank
from amanah.quiz.model import Item, MultipleChoice, SingleChoice, SituationalJudgement

MARGIN, TIMES = 0.05, 1.5


@rule(
    "K10",
    severity="error",
    scope="item",
    needs_course=True,
    id={
        "page": '{code}: halaman bukti "{page}" tidak ada di docs/{lang}',
        "page-near": '{code}: halaman bukti "{page}" tidak ada di docs/{lang}; mungkin {near}?',
        "anchor": '{code}: halaman bukti {file} tidak punya judul dengan id "{anchor}"',
        "anchor-near": '{code}: halaman bukti {file} tidak punya judul dengan id "{anchor}"; mungkin "{near}"?',
        "quote": "{code}: kutipan bukti ({lang}) tidak ada di {file}#{anchor}; salin kata demi kata dari pelajaran",
        "elsewhere": "{code}: kutipan bukti ({lang}) ada di {file}#{other}, bukan di #{anchor}; betulkan anchor",
        "empty": "{code}: kutipan bukti ({lang}) tidak berisi kata; salin kalimat yang membuat kunci benar",
    },
    en={
        "page": '{code}: the evidence page "{page}" is not in docs/{lang}',
        "page-near": '{code}: the evidence page "{page}" is not in docs/{lang}; did you mean {near}?',
        "anchor": '{code}: the evidence page {file} has no heading with the id "{anchor}"',
        "anchor-near": (
            '{code}: the evidence page {file} has no heading with the id "{anchor}"; did you mean "{near}"?'
        ),
        "quote": "{code}: the evidence quote ({lang}) is not in {file}#{anchor}; copy it from the lesson word for word",
        "elsewhere": (
            "{code}: the evidence quote ({lang}) stands in {file}#{other}, not in #{anchor}; correct the anchor"
        ),
        "empty": "{code}: the evidence quote ({lang}) has no words; copy the sentence that makes the key right",
    },
)
def evidence_stands(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """The evidence of a key is a passage that stands in the lesson, word for word, in every language.

    An answer is right because the lesson says so. When somebody changes the lesson, the quote no longer matches and
    the question is looked at again: that is what it is for. Spaces, emphasis, links and citations do not count.

    Bad: `anchor: elements`, and the heading was renamed to `{#parts}`
    Good: `quote: {id: "Maklumat itu sepihak", …}`, and the section says "Maklumat itu **sepihak**"
    """
    evidence = item.evidence
    if evidence is None:
        return
    for lang in context.languages:
        page = context.course.pages.get((lang, evidence.page))
        if page is None:
            near = _near(evidence.page, [path for where, path in context.course.pages if where == lang], 0.85)
            place = item.place("evidence", "page")
            yield found(place, "page-near" if near else "page", page=evidence.page, lang=lang, near=near)
            continue
        section = page.section_text(evidence.anchor)
        if section is None:
            near = _near(evidence.anchor, [heading.id for heading in page.headings if heading.id], 0.6)
            place = item.place("evidence", "anchor")
            yield found(place, "anchor-near" if near else "anchor", file=page.file, anchor=evidence.anchor, near=near)
            continue
        written = evidence.quote.get(lang)
        if written is None or (written.strip() and written in section):  # a missing language is L01
            continue
        quote = normalise(written)
        place = item.place("evidence", "quote", lang)
        if not quote:
            yield found(place, "empty", lang=lang)
        elif quote not in section:
            other = _section_with(quote, page)
            values = {"lang": lang, "file": page.file, "anchor": evidence.anchor, "other": other}
            yield found(place, "elsewhere" if other else "quote", **values)


def _near(name: str, names: list[str], cutoff: float) -> str:
    return next(iter(get_close_matches(name, names, 1, cutoff)), "")


def _section_with(quote: str, page: Page) -> str:
    """The id of the innermost section in which the quote stands, or ""."""
    holding = [h for h in page.headings if h.id and h.level > 1 and quote in (page.section_text(h.id) or "")]
    return max(holding, key=lambda heading: heading.level).id or "" if holding else ""


@rule(
    "K11",
    severity={"": "warning", "judgement": "info"},
    scope="item",
    id={
        "": '{code}: bukti lebih mirip pengecoh "{distractor}" daripada kunci "{key}"; periksa kunci dan kutipannya',
        "judgement": (
            '{code}: bukti lebih mirip tindakan "{distractor}" daripada yang terbaik "{key}"; periksa kutipannya'
        ),
    },
    en={
        "": (
            '{code}: the evidence is more like the distractor "{distractor}" than like the key "{key}"; check '
            "the key and the quote"
        ),
        "judgement": (
            '{code}: the evidence is more like the action "{distractor}" than like the best one '
            '"{key}"; check the quote'
        ),
    },
)
def evidence_supports_key(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """The words of the evidence lie nearer to the key than to any distractor.

    A quote that echoes a distractor often means that the wrong option is keyed. Compared are runs of five letters of
    the content words (Jaccard). It speaks only if one distractor is ahead in every language, by 0.05 and by half as
    much again. Stems that ask for the exception are left alone. Limit: a case whose key puts the passage into other
    words while a distractor borrows them is flagged too; waive it with that reason. For situational judgement, where
    the evidence is a norm and not an answer, it is only a remark.

    Bad: evidence "within 14 days", key "30 days", distractor "14 days"
    Good: evidence "within 14 days", key "14 days"
    """
    if item.evidence is None or not isinstance(item, (SingleChoice, MultipleChoice, SituationalJudgement)):
        return
    options = {option.key: option.text for option in item.options}
    best = _best_keys(item)
    if not best or best >= options.keys() or _asks_for_exception(item.stem):
        return
    ahead: set[tuple[str, str]] | None = None
    for lang in context.languages:
        if words(lang):
            pairs = _distractors_ahead(options, best, item.evidence.quote.get(lang, ""), lang)
            ahead = pairs if ahead is None else {pair for pair in ahead if pair[0] in {other for other, _ in pairs}}
            if not ahead:
                return
    for distractor, key in sorted(ahead or ())[:1]:
        variant = "judgement" if isinstance(item, SituationalJudgement) else ""
        yield found(item.place("evidence", "quote"), variant, distractor=distractor, key=key)


def _best_keys(item: SingleChoice | MultipleChoice | SituationalJudgement) -> set[str]:
    if isinstance(item, SituationalJudgement):
        top = max((option.grade for option in item.options), default=0)
        return {option.key for option in item.options if option.grade == top}
    keys = {item.answer} if isinstance(item.answer, str) else set(item.answer or ())
    return keys & {option.key for option in item.options}


def _distractors_ahead(options: Mapping[str, Text], best: set[str], quote: str, lang: str) -> set[tuple[str, str]]:
    """(distractor, key nearest to the quote) of every distractor that is clearly nearer."""
    wanted = grams(quote, lang)
    nearness = {key: jaccard(grams(options[key].get(lang, ""), lang), wanted) for key in sorted(best)}
    nearest = max(nearness, key=lambda key: nearness[key])
    limit = max(nearness[nearest] * TIMES, nearness[nearest] + MARGIN)
    if limit >= 1:
        return set()
    others = {key: text.get(lang, "") for key, text in options.items() if key not in best}
    return {(key, nearest) for key, text in others.items() if jaccard(grams(text, lang), wanted) > limit}


def _asks_for_exception(stem: Text) -> bool:
    return any((pattern := contains(lang, "negation")) and pattern.search(text) for lang, text in stem.items())
