"""The second key: what people answered who did not see the key. quizzes/reviews/NAME.yml, one file a person."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from amanah.course.field_errors import places_of_errors
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.course.source_file import files_in, unreadable
from amanah.course.yaml_subset import Tree, read_yaml_file
from amanah.quiz.agreement import AnswerValue, agrees
from amanah.quiz.fields import Part
from amanah.quiz.model import LISTS, BaseItem, Numeric

__all__ = [
    "Answer",
    "AnswerValue",
    "Review",
    "agrees",
    "fingerprint",
    "read_review",
    "read_reviews",
    "review_path",
    "same_person",
    "write_review",
]

FOLDER = "quizzes/reviews"


class Answer(Part):
    """What one person answered to one item, as the item stood then."""

    answer: AnswerValue
    fingerprint: str
    date: str = Field(description="Day of the answer, YYYY-MM-DD")


class _ReviewFields(Part):
    reviewer: str
    answers: dict[str, Any]


@dataclass
class Review:
    """All answers of one person: item code → answer. `problems` says what in the file could not be read."""

    reviewer: str
    answers: dict[str, Answer] = field(default_factory=dict)
    file: str = ""
    tree: Tree | None = None
    problems: list[Problem] = field(default_factory=list)

    def place(self, code: str) -> Place:
        """The place of the answer to the item with this code."""
        return self.tree.place(("answers", code, "answer")) if self.tree else Place(self.file)


_ENCODER = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def fingerprint(item: BaseItem) -> str:
    """16 hexadecimal digits that change when what a learner reads of the item changes, in any language.

    The order of options, the key, the reasons and the evidence have no part in it: to mend a key calls for no new
    answer.
    """
    seen: list[Any] = [item.code, getattr(item, "type", ""), item.stem]
    for name in LISTS[type(item)]:
        entries = [[entry.key, entry.text] for entry in getattr(item, name)]
        if entries:
            seen.append([name, sorted(entries, key=lambda entry: str(entry[0]))])
    if isinstance(item, Numeric) and item.answer is not None:
        seen.append(item.answer.unit)
    return hashlib.sha256(_ENCODER.encode(seen).encode("ascii")).hexdigest()[:16]


def review_path(root: Path, reviewer: str) -> Path:
    """Where a reviewer's answers are kept. Raises ValueError for a name without a letter or digit."""
    plain = unicodedata.normalize("NFKD", reviewer).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not name:
        raise ValueError("a reviewer's name needs at least one Latin letter or digit")
    return root / FOLDER / f"{name}.yml"


def same_person(one: str, other: str) -> bool:
    """Whether two names name the same person, however they are written."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def read_review(path: Path, root: Path) -> Review:
    """The answers in the file at `path`. Raises OSError where the file cannot be read."""
    tree = read_yaml_file(path, root)
    review = Review(path.stem, {}, tree.file, tree, list(tree.problems))
    if not tree.data and tree.problems:
        return review
    try:
        fields = _ReviewFields.model_validate(tree.data)
    except ValidationError as error:
        review.problems += places_of_errors(error, tree, model=_ReviewFields)
        return review
    review.reviewer = fields.reviewer
    for code, data in fields.answers.items():
        try:
            review.answers[code] = Answer.model_validate(data)
        except ValidationError as error:
            review.problems += places_of_errors(error, tree, ("answers", code), Answer)
    return review


def read_reviews(root: Path) -> list[Review]:
    """Everybody's answers, by file name."""
    reviews = []
    for path in files_in(root / FOLDER, ".yml"):
        try:
            reviews.append(read_review(path, root))
        except OSError as error:
            file = path.relative_to(root).as_posix()
            reviews.append(Review(path.stem, {}, file, None, [unreadable(error, file)]))
    return reviews


def today() -> str:
    """The day that a new answer carries."""
    return date.today().isoformat()


def write_review(root: Path, review: Review) -> Path:
    """Write all answers of `review` to its person's file: restricted YAML, sorted by code, whole or not at all."""
    path = review_path(root, review.reviewer)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(as_yaml(review))
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path


def as_yaml(review: Review) -> str:
    """The text of a review's file."""
    lines = [f"reviewer: {_quoted(review.reviewer)}", "answers:" if review.answers else "answers: {}"]
    for code, answer in sorted(review.answers.items()):
        lines += [f"  {_quoted(code)}:", f"    answer: {_flow(answer.answer)}"]
        lines += [f"    fingerprint: {_quoted(answer.fingerprint)}", f"    date: {_quoted(answer.date)}"]
    return "\n".join(lines) + "\n"


def _flow(value: AnswerValue) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_quoted, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(key)}: {_quoted(one)}" for key, one in sorted(value.items())) + "}"
    return _quoted(value)


def _quoted(text: str) -> str:
    """A double-quoted YAML scalar; characters that the subset forbids are escaped."""
    escaped = json.dumps(text, ensure_ascii=False)
    return re.sub(
        r"[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]", lambda found: f"\\u{ord(found[0]):04x}", escaped
    )
