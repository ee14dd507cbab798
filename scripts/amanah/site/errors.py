"""The one exception of the page renderer."""

from __future__ import annotations

from mkdocs.exceptions import BuildError
from pymdownx.superfences import SuperFencesException


class PageError(SuperFencesException, BuildError):
    """Something on a page cannot be rendered; the text is ``docs/id/…:41: sentence``.

    It is a SuperFencesException because superfences swallows every other exception (the fence would just vanish from
    a green strict build), and a BuildError because MkDocs prints those without a traceback.
    """
