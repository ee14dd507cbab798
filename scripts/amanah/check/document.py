"""The page of the site that documents every rule, made from the registry: ``amanah check --document``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from amanah.check.checklist import flaws, questions
from amanah.check.registry import Rule
from amanah.check.rule_doc import GROUPS, SCOPES, SEVERITIES, RuleDoc, docs_by_group

PAGE = "about/rules"
HERE = Path(__file__).parent  # document.LANG.md: the beginning of the page

_WORDS = {
    "id": {
        "people": "Yang perlu dibaca orang",
        "checklist": "Program tidak tahu apakah sebuah soal penting atau adil. Perintah `amanah check --checklist` "
        "mencetak daftar ini untuk setiap soal.",
        "flaws": "Sembilan belas cacat yang dikenal",
        "listed": "Daftar ini susunan kami, belum dicocokkan dengan kepustakaan. Begini tiap cacat diperiksa.",
        "person": "orang",
        "flaw": "Cacat",
        "by": "Diperiksa oleh",
        "bad": "Salah:",
        "good": "Benar:",
    },
    "en": {
        "people": "What a person has to read",
        "checklist": "No program knows whether a question matters or is fair. The command `amanah check --checklist` "
        "prints this list for every item.",
        "flaws": "Nineteen known flaws",
        "listed": "The list is ours, not yet checked against the literature. This is how each is looked for.",
        "person": "a person",
        "flaw": "Flaw",
        "by": "Looked for by",
        "bad": "Bad:",
        "good": "Good:",
    },
}
LANGUAGES = tuple(_WORDS)
_CODE = re.compile(r"``.+?``|`[^`\n]+`", re.DOTALL)
_MARKS = re.compile(r"[\\*_\[\]<>{}#|~^=@&\"]|(?<=-)-")  # straight quotes and dashes would be made typographic
_TICKS = re.compile(r"`+")


def document(rules: Iterable[Rule], lang: str) -> str:
    """The Markdown of the page in one language; headings have the same ids in each."""
    rules = list(rules)
    parts = [(HERE / f"document.{lang}.md").read_text(encoding="utf-8")]
    for letter, docs in docs_by_group(rules).items():
        parts.append(f"## {GROUPS.get(letter, {}).get(lang, letter)} {{#rules-{letter.lower()}}}\n")
        for doc in docs:
            parts += _rule(doc, lang)
    parts += _people({rule.id for rule in rules}, lang)
    return "\n".join(parts)


def write(rules: Iterable[Rule], root: Path) -> list[Path]:
    """Write the page in every language that ``root`` has a folder for; returns what was written. Raises OSError."""
    rules = list(rules)
    written = []
    for lang in LANGUAGES:
        path = root / "docs" / lang / f"{PAGE}.md"
        if path.parent.parent.is_dir():
            path.parent.mkdir(exist_ok=True)
            path.write_text(document(rules, lang), encoding="utf-8", newline="\n")
            written.append(path)
    return written


def _rule(doc: RuleDoc, lang: str) -> Iterator[str]:
    severities = ", ".join(SEVERITIES[each][lang] for each in doc.severities)
    yield f"### {doc.id} {{#rule-{doc.id.lower()}}}\n"
    yield f"*{severities}, {SCOPES[doc.rule.scope][lang]}*\n"
    if lang == "en":
        yield f"**{_prose(doc.what)}**\n"
        yield from (f"{_prose(each)}\n" for each in doc.why)
    else:
        yield from (f"- {_prose(message)}" for message in doc.messages.get(lang, ()))
        yield ""
    for name, examples in (("bad", doc.bad), ("good", doc.good)):
        yield f"{_WORDS[lang][name]}\n"
        for example in examples:
            yield f"````text\n{_TICKS.sub('', example)}\n````\n"


def _people(known: set[str], lang: str) -> Iterator[str]:
    words = _WORDS[lang]
    yield f"## {words['people']} {{#checklist}}\n\n{words['checklist']}\n"
    yield from (f"- {_prose(question.text[lang])}" for question in questions())
    yield f"\n## {words['flaws']} {{#flaws}}\n\n{words['listed']}\n"
    yield f"| {words['flaw']} | {words['by']} |\n|---|---|"
    for flaw in flaws():
        rules = [f"[{rule}](#rule-{rule.lower()})" for rule in flaw.rules if rule in known]
        yield f"| {_prose(flaw.text[lang])} | {', '.join(rules) or words['person']} |"
    yield ""


def _prose(text: str) -> str:
    """Words of a docstring or message as Markdown that shows them as they are; what is between backticks is code."""
    pieces, done = [], 0
    for match in _CODE.finditer(text):
        pieces += [_escaped(text[done : match.start()]), match[0]]
        done = match.end()
    return "".join([*pieces, _escaped(text[done:])])


def _escaped(text: str) -> str:
    return _MARKS.sub(lambda mark: f"&#{ord(mark[0])};", text)
