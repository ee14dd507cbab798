"""The registers: each fact once, cited by key. Laws, glossary, topics, interface words; for works see references.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from amanah.course.labels import article_label, author_year, is_article, law_label
from amanah.course.place import Place
from amanah.course.problem import Problem, Text
from amanah.course.references import Reference, read_references
from amanah.course.register_entries import Article, GlossaryEntry, Law, LawEntry, TermEntry, Topic, TopicEntry
from amanah.course.source_file import MOST_PAGE, read_bytes, unreadable
from amanah.course.yaml_characters import decode
from amanah.course.yaml_subset import Tree, places_of_errors, read_yaml

__all__ = [
    "Article",
    "GlossaryEntry",
    "Law",
    "Reference",
    "Registers",
    "Topic",
    "article_label",
    "author_year",
    "law_label",
    "read_registers",
]

FOLDER = "docs/registers"
LAWS = f"{FOLDER}/laws.yml"
GLOSSARY = f"{FOLDER}/glossary.yml"
REFERENCES = f"{FOLDER}/references.bib"
TOPICS = f"{FOLDER}/topics.yml"
INTERFACE = f"{FOLDER}/interface.yml"

_LAW_KEY = re.compile(r"[a-z]+(?:-[a-z]+)*-[0-9a-z.]+-\d{4}")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Registers:
    """Everything below docs/registers, and what was wrong with it. ``trees`` by file, for the places of entries."""

    laws: dict[str, Law] = field(default_factory=dict)
    glossary: dict[str, GlossaryEntry] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    words: dict[str, Text] = field(default_factory=dict)
    trees: dict[str, Tree] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_registers(root: Path) -> Registers:
    """Read all five; a register that is not there is an empty one."""
    registers = Registers()
    for key, data, tree in _entries(root, LAWS, registers):
        if law := _checked(LawEntry, key, data, tree, "P06", registers.problems):
            _check_law_keys(key, law, tree, registers.problems)
            places = {article: tree.key_place((key, "articles", article)) for article in law.articles}
            registers.laws[key] = Law.model_construct(
                None, **law.__dict__, key=key, place=tree.key_place((key,)), article_places=MappingProxyType(places)
            )
    for term, key, place in _keyed(root, GLOSSARY, TermEntry, registers):
        registers.glossary[key] = GlossaryEntry.model_construct(None, **term.__dict__, key=key, place=place)
    for topic, key, place in _keyed(root, TOPICS, TopicEntry, registers):
        registers.topics[key] = Topic.model_construct(None, **topic.__dict__, key=key, place=place)
    for key, data, tree in _entries(root, INTERFACE, registers):
        if isinstance(data, dict) and all(isinstance(text, str) for text in data.values()):
            registers.words[key] = data
        else:
            registers.problems.append(Problem("P12", tree.place((key,)), "no-text", {"key": key}))
    text = _text(root, REFERENCES, registers.problems)
    if text is not None:
        references, problems = read_references(text, REFERENCES)
        registers.references.update(references)
        registers.problems.extend(problems)
    for key in registers.references.keys() & registers.laws.keys():
        place = registers.references[key].place
        registers.problems.append(Problem("P12", place, "bib-is-law", {"key": key}))
    return registers


Entry = TypeVar("Entry", bound=BaseModel)


def _text(root: Path, file: str, problems: list[Problem]) -> str | None:
    try:
        data = read_bytes(root / file, MOST_PAGE)
    except FileNotFoundError:
        return None
    except OSError as error:
        problems.append(unreadable(error, file))
        return None
    text, problem = decode(data, file)
    if problem:
        problems.append(problem)
        return None
    return text


def _entries(root: Path, file: str, registers: Registers) -> Iterator[tuple[str, Any, Tree]]:
    text = _text(root, file, registers.problems)
    if text is None:
        return
    tree = read_yaml(text, file)
    registers.trees[file] = tree
    registers.problems.extend(tree.problems)
    if not isinstance(tree.data, dict):
        registers.problems.append(Problem("P12", Place(file), "no-mapping"))
        return
    for key, data in tree.data.items():
        yield key, data, tree


def _keyed(root: Path, file: str, model: type[Entry], registers: Registers) -> Iterator[tuple[Entry, str, Place]]:
    """The entries of a register whose keys are plain words, each with its key and the place of it."""
    for key, data, tree in _entries(root, file, registers):
        place = tree.key_place((key,))
        if not _KEY.fullmatch(key):
            registers.problems.append(Problem("P12", place, "key", {"key": key}))
        if entry := _checked(model, key, data, tree, "P12", registers.problems):
            yield entry, key, place


def _checked(model: type[Entry], key: str, data: Any, tree: Tree, rule: str, problems: list[Problem]) -> Entry | None:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problems.extend(replace(problem, rule=rule) for problem in places_of_errors(error, tree, (key,), model))
        return None


def _check_law_keys(key: str, law: LawEntry, tree: Tree, problems: list[Problem]) -> None:
    expected = f"{law.kind}-{law.number}-{law.year}".lower().replace("/", "-").replace(" ", "-")
    if not _LAW_KEY.fullmatch(key) or key != expected:
        problems.append(Problem("P06", tree.key_place((key,)), "law-key", {"key": key, "expected": expected}))
    for article in law.articles:
        if not is_article(article):
            place = tree.key_place((key, "articles", article))
            problems.append(Problem("P06", place, "article-key", {"key": key, "article": article}))
