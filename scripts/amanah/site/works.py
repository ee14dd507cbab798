"""How a work of references.bib is written: author and year in the text, the whole entry in a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup, escape

from amanah.course.labels import year
from amanah.course.references import Reference
from amanah.site.inline import typographic
from amanah.site.words import Words

_SHORT_LIST = 20  # authors that an entry names before it says "et al."


def entry(words: Words, work: Reference, address: bool = True) -> Markup:
    """The whole entry as inline HTML, each part only if the register has it; `address`: with its link."""
    parts = [part for part in _parts(words, work) if part]
    return Markup(" ").join(part for part in parts if address or not _is_address(part))


def entry_text(words: Words, work: Reference) -> str:
    """The entry without markup and without addresses, for a tooltip."""
    return entry(words, work, address=False).striptags()


def _is_address(part: Markup) -> bool:
    return part.startswith("<a ")


def _parts(words: Words, work: Reference) -> Iterator[Markup]:
    field = _fields(work)
    people = _authors(words, work)
    title, container = field("title"), field("journal") or field("booktitle")
    if people:
        yield escape(f"{people} ({year(work, words.all)}).")
    titled = _sentence(title) if container else Markup("<cite>{}</cite>").format(_sentence(title))
    yield titled if isinstance(titled, Markup) else escape(titled)
    if not people:
        yield escape(f"({year(work, words.all)}).")
    if journal := field("journal"):
        volume = field("volume") + (f"({field('number')})" if field("number") else "")
        details = ", ".join(part for part in (volume, field("pages")) if part)
        yield Markup("<cite>{}</cite>{}.").format(journal, f", {details}" if details else "")
    elif book := field("booktitle"):
        pages = f" ({words('cite.pages', pages=field('pages'))})" if field("pages") else ""
        before, _, after = words("cite.in").partition("{title}")
        yield Markup("{}<cite>{}</cite>{}{}.").format(before, book, after, pages)
    kind = ", ".join(part for part in (field("type"), field("number") if not journal else "") if part)
    house = next(filter(None, map(field, ("publisher", "institution", "school", "organization", "howpublished"))), "")
    if house and house != people.rstrip("."):
        yield escape(_sentence(f"{kind}, {house}" if kind else house))
    if doi := work.fields.get("doi"):
        yield Markup('<a href="https://doi.org/{0}">doi:{0}</a>').format(doi)
    elif url := work.fields.get("url"):
        host = re.sub(r"^https?://(www\.)?", "", url).split("/")[0]
        yield Markup('<a href="{}">{}</a>').format(url, host)
    if note := field("note"):
        yield escape(_sentence(_in_language(note, words.lang)))


def _in_language(note: str, lang: str) -> str:
    """A note is written "Indonesian / English"; every other language takes the English half."""
    indonesian, mark, english = note.partition(" / ")
    return english[:1].upper() + english[1:] if mark and lang != "id" else indonesian


def _authors(words: Words, work: Reference) -> str:
    names = [f"{family}, {_initials(given)}" if given else family for family, given in work.authors]
    if not names:
        return ""
    if names[-1] == "others" or len(names) > _SHORT_LIST:
        return ", ".join([*names[: min(_SHORT_LIST, len(names) - 1)], words("cite.et-al")])
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {words('cite.and')} {names[-1]}"


def _initials(given: str) -> str:
    return " ".join(f"{name[0]}." for name in re.split(r"[\s.]+", given) if name)


def _sentence(text: str) -> str:
    return text if not text or text[-1] in ".?!" else f"{text}."


def _fields(work: Reference) -> Callable[[str], str]:
    def field(name: str) -> str:
        return typographic(str(work.fields.get(name, "") or "").strip())

    return field
