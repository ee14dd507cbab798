"""A strict content security policy on every page, as a <meta> element: it holds where no server can send headers."""

from __future__ import annotations

import base64
import hashlib
import re

from .paths import Pages

MARK = "<!--csp-->"
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)
_INLINE_STYLE = re.compile(r"<style>(.*?)</style>", re.S)
_FORBIDDEN = re.compile(r"<[a-z][^<>]*\s(style|on[a-z]+)=", re.I)


class UnsafeMarkup(ValueError):
    """A page carries an inline style or an inline event handler."""


def source(text: str) -> str:
    """The hash source of an inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(html: str) -> str:
    """The policy that a page needs: its own files and exactly its own inline script and style."""
    scripts = " ".join(["'self'", *dict.fromkeys(map(source, _INLINE_SCRIPT.findall(html)))])
    styles = " ".join(["'self'", *dict.fromkeys(map(source, _INLINE_STYLE.findall(html)))])
    return (
        f"default-src 'self'; script-src {scripts}; style-src {styles}; img-src 'self' data:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'"
    )


def secure(pages: Pages) -> None:
    """Puts the policy into every page. Last step: any later change of an inline text would break its hash.

    Raises UnsafeMarkup when a page holds what the policy would block.
    """
    for path, html in pages.items():
        found = _FORBIDDEN.search(_INLINE_SCRIPT.sub("", html))
        if found:
            raise UnsafeMarkup(
                f"{path}: an element has the attribute {found[1]!r}, which the content security policy blocks"
            )
        pages[path] = html.replace(MARK, f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">', 1)
