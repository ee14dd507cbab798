"""Glossary terms in running text: ``[[standar-pelayanan]]``, ``[[standar-pelayanan|standar itu]]``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor

from amanah.site.context import GLOSSARY, PageContext
from amanah.site.inline import inline, plain
from amanah.site.tips import tip_link

if TYPE_CHECKING:
    from markdown import Markdown

BAR = "␟"  # stands for the | of a term while tables are split into cells
PATTERN = rf"\[\[([\w-]+)(?:[|{BAR}]([^\[\]]+))?\]\]"
_WITH_BAR = re.compile(r"(\[\[[\w-]+)\\?\|([^\[\]]+\]\])")


def hide_bars(line: str) -> str:
    """Keeps the | of a term out of the sight of the table extension."""
    return _WITH_BAR.sub(rf"\1{BAR}\2", line)


class TermProcessor(InlineProcessor):
    """Replaces a term by a link to the glossary with its definition as a tooltip."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(PATTERN, md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | str | None, int | None, int | None]:
        context: PageContext = self.md.amanah
        entry = context.course.glossary.get(m[1])
        if entry is None:
            context.fail(f'docs/registers/glossary.yml has no term "{m[1]}"', context.line_of(f"[[{m[1]}"))
        shown = inline((m[2] or entry.term[context.lang]).strip())
        href = context.href_of(GLOSSARY, f"term-{entry.key}")
        link = tip_link(context, href, shown, plain(entry.definition[context.lang]))
        return self.md.htmlStash.store(link), m.start(0), m.end(0)
