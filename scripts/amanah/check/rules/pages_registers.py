"""P12, P16: the registers themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from amanah.check.context import Context
from amanah.check.marks import CITATION
from amanah.check.references import citation
from amanah.check.registry import found, rule
from amanah.check.rules.pages import SHAPES
from amanah.check.rules.pages_citations import written
from amanah.check.rules.pages_languages import item_lines
from amanah.course.course import Course
from amanah.course.field_errors import nearest
from amanah.course.problem import Problem
from amanah.course.registers import GLOSSARY, INTERFACE, LAWS, TOPICS
from amanah.course.yaml_subset import Tree

_LOCALIZED = {
    LAWS: ("title", "short", "note", ("articles", "says"), ("articles", "binds")),
    GLOSSARY: ("term", "definition"),
    TOPICS: ("title", "about"),
    INTERFACE: (),
}


@rule(
    "P12",
    severity="error",
    scope="course",
    id={
        **SHAPES["id"],
        "lang": "{entry} belum ada dalam bahasa {lang}",
        "unknown-lang": '{entry} ditulis dalam bahasa "{lang}", yang tidak ada dalam mkdocs.yml',
        "cite": '{entry} mengutip "{key}", yang tidak ada dalam register',
        "cite-near": '{entry} mengutip "{key}", yang tidak ada dalam register; mungkin "{near}"?',
        "key": 'kunci "{key}" hanya boleh berisi huruf kecil a–z, angka, dan tanda hubung',
        "no-text": "{key} bukan teks dalam setiap bahasa",
        "no-mapping": "berkas ini bukan daftar kunci dan nilai",
        "bib-broken": "entri ini tidak terbaca: {error}",
        "bib-twice": 'kunci "{key}" sudah dipakai di baris {first_line}',
        "bib-field-twice": 'entri "{key}" menyebut dua kali: {fields}',
        "bib-no-title": 'entri "{key}" tidak mempunyai judul (title)',
        "bib-stray": "teks di luar entri, yang bukan komentar (%): {text}",
        "bib-is-law": 'kunci "{key}" ada dalam laws.yml juga; pilih salah satu',
    },
    en={
        **SHAPES["en"],
        "lang": "{entry} is not there in the language {lang}",
        "unknown-lang": '{entry} is written in the language "{lang}", which mkdocs.yml does not name',
        "cite": '{entry} cites "{key}", which no register has',
        "cite-near": '{entry} cites "{key}", which no register has; did you mean "{near}"?',
        "key": 'the key "{key}" may hold only small letters a–z, digits and hyphens',
        "no-text": "{key} is not a text in every language",
        "no-mapping": "this file is not a list of keys and values",
        "bib-broken": "this entry cannot be read: {error}",
        "bib-twice": 'the key "{key}" is used in line {first_line} already',
        "bib-field-twice": 'the entry "{key}" names twice: {fields}',
        "bib-no-title": 'the entry "{key}" has no title',
        "bib-stray": "text outside of an entry that is no comment (%): {text}",
        "bib-is-law": 'the key "{key}" is in laws.yml too; keep one',
    },
)
def complete_registers(course: Course, context: Context) -> Iterator[Problem]:
    """Every entry of a register can be read, is there in every language, and cites only what is known.

    Laws, terms, references, topics and the words of the interface are printed on many pages; a gap in one of them is a
    gap on all of these.

    Bad: ``term: {id: "standar pelayanan"}`` on a site that has English too
    Good: ``term: {id: "standar pelayanan", en: "service standard"}``
    """
    yield from context.reported("P12")
    for file, fields in _LOCALIZED.items():
        tree = course.trees.get(file)
        if tree is None or not isinstance(tree.data, dict):
            continue
        for key, entry in tree.data.items():
            if not isinstance(entry, dict):
                continue
            if file == INTERFACE:
                yield from _languages(course, tree, (key,), entry)
            for name in fields:
                yield from _field(course, tree, key, entry, name)
    for key, term in course.glossary.items():
        reference = citation(term.cite or "")
        if reference.key in written(course, LAWS) and reference.key not in course.laws:
            continue  # the law's entry is wrong, and reported where it stands
        if term.cite and course.resolve(reference) is None:
            near = nearest(term.cite, _all_keys(course))
            place = course.trees[GLOSSARY].place((key, "cite"))
            yield found(place, "cite-near" if near else "cite", entry=key, key=term.cite, near=near)


def _field(
    course: Course, tree: Tree, key: str, entry: Mapping[str, Any], name: str | tuple[str, str]
) -> Iterator[Problem]:
    if isinstance(name, str):
        yield from _languages(course, tree, (key, name), entry.get(name))
        return
    group, inner = name
    members = entry.get(group)
    for member, content in members.items() if isinstance(members, dict) else ():
        if isinstance(content, dict):
            yield from _languages(course, tree, (key, group, member, inner), content.get(inner))


def _languages(course: Course, tree: Tree, path: tuple[str, ...], text: Any) -> Iterator[Problem]:
    """A text that is not there at all, or no mapping, is reported as a wrong shape already."""
    if not isinstance(text, dict):
        return
    entry = " ".join(path)
    for lang in course.codes:
        if not str(text.get(lang, "")).strip():
            yield found(tree.key_place(path), "lang", entry=entry, lang=lang)
    if course.codes:
        for lang in text:
            if lang not in course.codes:
                yield found(tree.key_place((*path, lang)), "unknown-lang", entry=entry, lang=lang)


def _all_keys(course: Course) -> list[str]:
    articles = [f"{key}:{article}" for key, law in course.laws.items() for article in law.articles]
    return [*course.laws, *articles, *course.references]


@rule(
    "P16",
    severity="warning",
    scope="all",
    id={
        "law": "peraturan {key} tidak dikutip di mana pun",
        "reference": "sumber {key} tidak dikutip di mana pun",
    },
    en={
        "law": "nothing cites the law {key}",
        "reference": "nothing cites the reference {key}",
    },
)
def used_entries(context: Context) -> Iterator[Problem]:
    """Every law and every reference in the registers is cited by a page, a question or the glossary.

    The list of sources is a promise that the course rests on them; what it does not use only makes it look longer.

    Bad: an entry olken2007 in references.bib that no page cites
    Good: the entry is cited, or taken out
    """
    course = context.course
    used = _used(context)
    for key, law in course.laws.items():
        if key not in used:
            yield found(law.place, "law", key=key)
    for key, reference in course.references.items():
        if key not in used:
            yield found(reference.place, "reference", key=key)


def _used(context: Context) -> set[str]:
    """The keys that pages, law cards, items and the glossary cite."""
    keys = {each.key for page in context.course.pages.values() for each in page.citations}
    for page in context.course.pages.values():
        for fence in page.fences:
            if fence.name == "law":
                keys.update(citation(word.strip("[]")).key for word, _ in item_lines(fence))
    keys.update(citation(term.cite).key for term in context.course.glossary.values() if term.cite)
    for _, item in context.items():
        keys.update(citation(basis).key for basis in getattr(item, "basis", ()))
        for _, text in item.texts():
            for value in text.values():
                for bracket in CITATION.findall(value):
                    keys.update(citation(each).key for each in bracket.split(";"))
    return keys
