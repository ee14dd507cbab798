"""P05, P06, P07: what a page cites stands in a register."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.check.rules.pages import SHAPES
from amanah.course.course import Course
from amanah.course.field_errors import nearest
from amanah.course.page import Page
from amanah.course.problem import Problem
from amanah.course.registers import GLOSSARY, LAWS, REFERENCES


def written(course: Course, file: str) -> dict[str, object]:
    """The entries of a YAML register, also those that are wrong (and reported where they stand)."""
    tree = course.trees.get(file)
    return tree.data if tree and isinstance(tree.data, dict) else {}


@rule(
    "P05",
    severity="error",
    scope="page",
    id={
        "": "kutipan [@{key}] tidak ada dalam laws.yml maupun references.bib",
        "near": 'kutipan [@{key}] tidak ada dalam laws.yml maupun references.bib; mungkin "{near}"?',
        "article": '"{key}" bukan peraturan, jadi tidak dapat mempunyai pasal ({article})',
        "form": 'bukan kutipan: "{text}"; tulis @kunci atau @kunci:pasal, beberapa dipisah dengan titik koma',
        "open": "kutipan tidak ditutup: {text}",
    },
    en={
        "": "the citation [@{key}] stands neither in laws.yml nor in references.bib",
        "near": 'the citation [@{key}] stands neither in laws.yml nor in references.bib; did you mean "{near}"?',
        "article": '"{key}" is no law, so it cannot have an article ({article})',
        "form": 'this is no citation: "{text}"; write @key or @key:article, several with semicolons between',
        "open": "the citation is never closed: {text}",
    },
)
def known_citations(page: Page, context: Context) -> Iterator[Problem]:
    """Every citation has its key in laws.yml or references.bib.

    A statement of fact is worth what its source is worth; a key that leads nowhere is no source.

    Bad: ``[@olken207]``
    Good: ``[@olken2007]``, ``[@uu-25-2009:44(3); @olken2007]``
    """
    course = context.course
    yield from (problem for problem in page.problems if problem.rule == "P05")
    laws = written(course, LAWS)
    for citation in page.citations:
        if citation.key in laws or citation.key in course.laws:
            continue
        if citation.key in course.references:
            if citation.article:
                yield found(citation.place, "article", key=citation.key, article=citation.article)
        elif not _failed(citation.key, course):
            near = nearest(citation.key, [*laws, *course.references])
            yield found(citation.place, "near" if near else "", key=citation.key, near=near)


def _failed(key: str, course: Course) -> bool:
    """Whether the bibliography names the key in an entry that could not be read (which is reported there)."""
    return any(each.place.file == REFERENCES and each.values.get("key") == key for each in course.problems)


@rule(
    "P06",
    severity="error",
    scope="course",
    id={
        **SHAPES["id"],
        "": '{key} dalam laws.yml tidak mempunyai pasal "{article}"',
        "near": '{key} dalam laws.yml tidak mempunyai pasal "{article}"; mungkin "{near}"?',
        "law-key": 'kunci peraturan "{key}" harus jenis-nomor-tahun: "{expected}"',
        "article-key": '"{article}" bukan pasal; tulis seperti "21", "15a", "44(3)", "54-58" atau "20(2),(4)"',
    },
    en={
        **SHAPES["en"],
        "": '{key} has no article "{article}" in laws.yml',
        "near": '{key} has no article "{article}" in laws.yml; did you mean "{near}"?',
        "law-key": 'the key of the law "{key}" must be kind-number-year: "{expected}"',
        "article-key": '"{article}" is no article; write it like "21", "15a", "44(3)", "54-58" or "20(2),(4)"',
    },
)
def known_articles(course: Course, context: Context) -> Iterator[Problem]:
    """Every article that a page cites stands in laws.yml, and every entry there is complete.

    The register says what the article demands, whom it binds, its status and the date on which it was checked.

    Bad: ``[@uu-25-2009:44(9)]``, which laws.yml does not have; an entry without ``checked``
    Good: ``[@uu-25-2009:44(3)]`` with an article "44(3)" in laws.yml
    """
    yield from context.reported("P06")
    for page in course.pages.values():
        for citation in page.citations:
            law = course.laws.get(citation.key)
            if law and citation.article and citation.article not in law.articles:
                near = nearest(citation.article, list(law.articles))
                values = {"key": citation.key, "article": citation.article, "near": near}
                yield found(citation.place, "near" if near else "", **values)


@rule(
    "P07",
    severity="error",
    scope="page",
    id={
        "": 'istilah "{key}" tidak ada dalam glossary.yml',
        "near": 'istilah "{key}" tidak ada dalam glossary.yml; mungkin "{near}"?',
        "empty": "istilah tanpa isi: {text}; tulis [[kunci]] atau [[kunci|kata lain]]",
        "open": "istilah tidak ditutup: {text}",
    },
    en={
        "": 'the term "{key}" is not in glossary.yml',
        "near": 'the term "{key}" is not in glossary.yml; did you mean "{near}"?',
        "empty": "a term with nothing in it: {text}; write [[key]] or [[key|other words]]",
        "open": "the term is never closed: {text}",
    },
)
def known_terms(page: Page, context: Context) -> Iterator[Problem]:
    """Every glossary term on a page has its key in glossary.yml.

    The page prints the term and its explanation from there; without an entry there is nothing to print.

    Bad: ``[[standard-pelayanan]]``
    Good: ``[[standar-pelayanan]]``, ``[[standar-pelayanan|standar itu]]``
    """
    yield from (problem for problem in page.problems if problem.rule == "P07")
    terms = written(context.course, GLOSSARY)
    for term in page.terms:
        if term.key not in terms and term.key not in context.course.glossary:
            near = nearest(term.key, list(terms))
            yield found(term.place, "near" if near else "", key=term.key, near=near)
