"""S05, S06, S09: codes and the number of options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from amanah.check.context import Context
from amanah.check.registry import found, rule
from amanah.course.place import Place
from amanah.course.problem import Problem
from amanah.course.source_file import MOST_PAGE, read_bytes
from amanah.quiz.bank import Bank
from amanah.quiz.model import (
    Categorise,
    Item,
    Matching,
    MultipleChoice,
    Ordering,
    SingleChoice,
    SituationalJudgement,
)

_CODE = re.compile(r"m([1-9]\d*)-q(\d{2,})")
RETIRED = "quizzes/retired.txt"
SIZES: dict[type, tuple[str, int, int]] = {
    SingleChoice: ("options", 3, 5),
    MultipleChoice: ("options", 4, 8),
    SituationalJudgement: ("options", 3, 6),
    Matching: ("left", 3, 8),
    Ordering: ("entries", 3, 10),
    Categorise: ("entries", 3, 20),
}


@rule(
    "S05",
    severity="error",
    scope="all",
    id={
        "pattern": '"{code}" bukan kode soal; tulis mN-qNN, misalnya m6-q03',
        "twice": "{code}: kode ini sudah dipakai di {first}; beri nomor baru",
        "module": "{code}: bank ini milik modul {module}; kode diawali m{number}",
        "file": 'modul bank ini "{module}", padahal berkasnya bernama {file}; samakan',
    },
    en={
        "pattern": '"{code}" is not the code of an item; write mN-qNN, such as m6-q03',
        "twice": "{code}: this code is already used at {first}; give it a new number",
        "module": "{code}: this bank belongs to module {module}; its codes begin with m{number}",
        "file": 'the module of this bank is "{module}", but the file is called {file}; make them agree',
    },
)
def codes(context: Context) -> Iterator[Problem]:
    """Every item has a code of its own, mN-qNN, that begins with its module; a bank is named like its module.

    Learners' progress hangs on the code: two items with one code would share one memory.

    Bad: `code: q3`, or m6-q03 twice
    Good: `code: m6-q03`
    """
    first: dict[str, Item] = {}
    for bank in context.banks:
        name = PurePosixPath(bank.file)
        if bank.module != name.stem:
            yield found(bank.tree.place(("module",)), "file", module=bank.module, file=name.name)
        number = bank.module.partition("-")[0]
        for item in bank.items:
            match = _CODE.fullmatch(item.code)
            if not match:
                yield found(item.place("code"), "pattern", code=item.code)
            elif item.code in first:
                yield found(item.place("code"), "twice", code=item.code, first=first[item.code].place("code"))
            elif match[1] != number:
                yield found(item.place("code"), "module", code=item.code, module=bank.module, number=number)
            first.setdefault(item.code, item)


@rule(
    "S06",
    severity="error",
    scope="all",
    id={
        "used": "{code}: kode ini sudah dipensiunkan (baris {line} di {file}); beri nomor baru",
        "pattern": '"{code}" bukan kode soal; satu kode mN-qNN per baris',
    },
    en={
        "used": "{code}: this code is retired (line {line} of {file}); give it a new number",
        "pattern": '"{code}" is not the code of an item; one code mN-qNN a line',
    },
)
def retired_codes(context: Context) -> Iterator[Problem]:
    """A code in quizzes/retired.txt is never used again.

    A browser that remembers the old question would show its result under the new one. The file has one code a line;
    a line that begins with # is a comment.

    Bad: m6-q03 in retired.txt, and a new item m6-q03
    Good: m6-q03 in retired.txt, and a new item m6-q27
    """
    retired: dict[str, int] = {}
    try:
        text = read_bytes(context.root / RETIRED, MOST_PAGE).decode("utf-8", "replace")
    except OSError:  # if it is there, it is reported as a file that cannot be read
        return
    for number, line in enumerate(text.splitlines(), 1):
        code = line.strip()
        if not code or code.startswith("#"):
            continue
        if not _CODE.fullmatch(code):
            yield found(Place(RETIRED, number), "pattern", code=code)
        retired.setdefault(code, number)
    for _, item in context.items():
        if item.code in retired:
            yield found(item.place("code"), "used", code=item.code, line=retired[item.code], file=RETIRED)


@rule(
    "S09",
    severity="error",
    scope="item",
    id={
        "few": "{code}: {type} perlu {least} sampai {most} {field}, yang ada {count}; tambahkan",
        "many": "{code}: {type} perlu {least} sampai {most} {field}, yang ada {count}; kurangi",
        "right": (
            "{code}: sisi kanan ({right}) harus paling sedikit sebanyak sisi kiri ({left}); tambahkan "
            "atau tulis reuse: true"
        ),
        "bins": "{code}: pengelompokan perlu 2 sampai 6 kelompok, yang ada {count}",
        "prompts": "{code}: refleksi perlu paling sedikit satu pertanyaan; tambahkan",
    },
    en={
        "few": "{code}: {type} needs {least} to {most} {field}, this one has {count}; add some",
        "many": "{code}: {type} needs {least} to {most} {field}, this one has {count}; take some away",
        "right": (
            "{code}: the right side ({right}) needs at least as many entries as the left ({left}); add some "
            "or write reuse: true"
        ),
        "bins": "{code}: sorting needs 2 to 6 groups, this one has {count}",
        "prompts": "{code}: a reflection needs at least one question; add it",
    },
)
def number_of_options(item: Item, bank: Bank, context: Context) -> Iterator[Problem]:
    """An item has as many options as its type can bear.

    Single choice 3–5, multiple choice 4–8, situational judgement 3–6, matching 3–8 with at least as many on the
    right, ordering 3–10, sorting 3–20 into 2–6 groups. Fewer leave too much to luck; more are not read.

    Bad: a single-choice item with two options
    Good: a single-choice item with three options
    """
    for type_, (field, least, most) in SIZES.items():
        if isinstance(item, type_):
            count = len(getattr(item, field))
            if not least <= count <= most:
                values = {"type": item.type, "least": least, "most": most, "field": field, "count": count}
                yield found(item.key_place(field), "few" if count < least else "many", **values)
    if isinstance(item, Matching) and not item.reuse and len(item.right) < len(item.left):
        yield found(item.key_place("right"), "right", left=len(item.left), right=len(item.right))
    elif item.type == "categorise" and not 2 <= len(item.bins) <= 6:
        yield found(item.key_place("bins"), "bins", count=len(item.bins))
    elif item.type == "reflection" and not item.prompts:
        yield found(item.key_place("prompts"), "prompts")
