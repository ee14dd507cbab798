"""The words of docs/registers/interface.yml in one language, and how that language writes numbers and dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property


class Words:
    """Looks up interface words; a missing word is a KeyError that names the key and the language."""

    def __init__(self, words: Mapping[str, Mapping[str, str]], lang: str) -> None:
        self._words = words
        self.lang = lang

    @cached_property
    def all(self) -> dict[str, str]:
        """Every word of the language."""
        return {key: texts[self.lang] for key, texts in self._words.items() if self.lang in texts}

    def __call__(self, key: str, **values: object) -> str:
        """The word with its placeholders filled in."""
        try:
            template = self._words[key][self.lang]
        except KeyError:
            raise KeyError(f'docs/registers/interface.yml has no "{key}" in {self.lang}') from None
        return template.format(**values) if values else template

    def __contains__(self, key: str) -> bool:
        return self.lang in self._words.get(key, {})

    def count(self, key: str, n: int) -> str:
        """The word for so many things: ``key.one`` for one, if there is such a word."""
        return self(f"{key}.one" if n == 1 and f"{key}.one" in self else key, n=n)

    def date(self, iso: str) -> str:
        """24 November 2026 for 2026-11-24; text that is no date comes back as it is."""
        parts = iso.split("-")
        if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
            return iso
        return self("date", day=int(parts[2]), month=self("months").split()[int(parts[1]) - 1], year=parts[0])

    def number(self, value: str) -> str:
        """A number of the source (decimal point) as the language writes it."""
        return value.replace(".", self("decimal"))

    def series(self, parts: Iterable[str]) -> str:
        """a, b dan c."""
        listed = list(parts)
        if len(listed) < 2:
            return "".join(listed)
        return f"{', '.join(listed[:-1])} {self('and')} {listed[-1]}"

    def starting(self, prefix: str) -> dict[str, str]:
        """All words whose key starts with the prefix, keyed without it."""
        return {key[len(prefix) :]: word for key, word in sorted(self.all.items()) if key.startswith(prefix)}
