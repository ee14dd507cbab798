"""One rule explained in a terminal: ``amanah check --explain K09``."""

from __future__ import annotations

import textwrap

from amanah.check.registry import Rule
from amanah.check.rule_doc import SCOPES, SEVERITIES, RuleDoc, doc_of

_WORDS = {
    "id": {"bad": "Salah", "good": "Benar", "messages": "Yang dikatakannya", "scope": "diperiksa pada {}"},
    "en": {"bad": "Bad", "good": "Good", "messages": "What it says", "scope": "looks at {}"},
}
_WAIVER = {
    "id": 'Peringatan boleh dikecualikan pada soalnya: waive: {{{rule}: "alasan"}}',
    "en": 'A warning may be waived on its item: waive: {{{rule}: "reason"}}',
}
_ENGLISH = {"id": "Uraiannya ditulis dalam bahasa Inggris:", "en": ""}


def explained(rule: Rule, lang: str, width: int = 100) -> str:
    """What the rule asks for, why, a bad and a good example, and its messages."""
    doc, words = doc_of(rule), _WORDS[lang]
    severities = ", ".join(SEVERITIES[each][lang] for each in doc.severities)
    parts = [f"{doc.id} · {severities} · {words['scope'].format(SCOPES[rule.scope][lang])}"]
    if lang != "en":  # the docstrings are in English; the messages say the same in every language
        parts += [_messages(doc, lang, width), _ENGLISH[lang]]
    parts += [textwrap.fill(each, width) for each in (doc.what, *doc.why)]
    for name, examples in (("bad", doc.bad), ("good", doc.good)):
        parts += [f"{words[name]}:\n{textwrap.indent(example, '    ')}" for example in examples]
    if lang == "en":
        parts.append(_messages(doc, lang, width))
    if rule.waivable and rule.scope == "item":
        parts.append(_WAIVER[lang].format(rule=rule.id))
    return "\n\n".join(part for part in parts if part)


def _messages(doc: RuleDoc, lang: str, width: int) -> str:
    lines = [
        textwrap.fill(message, width, initial_indent="  - ", subsequent_indent="    ")
        for message in doc.messages.get(lang, ())
    ]
    return "\n".join([f"{_WORDS[lang]['messages']}:", *lines])
