"""Tables that a keyboard can scroll on a narrow screen."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from amanah.site.context import PageContext

_HEADINGS = {"h1", "h2", "h3", "h4"}


class TableScroller(Treeprocessor):
    """Puts every table into a focusable region named after the heading above it."""

    def run(self, root: Element) -> None:
        context: PageContext = self.md.amanah
        self._heading = ""
        self._names: set[str] = set()
        self._walk(root, context)

    def _walk(self, parent: Element, context: PageContext) -> None:
        for index, child in enumerate(list(parent)):
            if child.tag in _HEADINGS:
                self._heading = " ".join("".join(child.itertext()).split())
            if child.tag == "table":
                parent.remove(child)
                region = Element("div", {"class": "am-table", "role": "region", "tabindex": "0"})
                region.set("aria-label", self._name(context))
                region.tail, child.tail = child.tail, None
                region.append(child)
                parent.insert(index, region)
            else:
                self._walk(child, context)

    def _name(self, context: PageContext) -> str:
        """Regions of one page need different names."""
        words = context.words
        base = words("table", title=self._heading) if self._heading else words("table.plain")
        name, number = base, 1
        while name in self._names:
            number += 1
            name = f"{base} ({number})"
        self._names.add(name)
        return name
