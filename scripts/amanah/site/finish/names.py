"""Names that change with the content, so that browsers may keep a file for ever."""

from __future__ import annotations

import hashlib


def hashed(path: str, content: str) -> str:
    """``assets/js/frame.js`` becomes ``assets/js/frame.1a2b3c4d.js``."""
    stem, dot, ending = path.rpartition(".")
    return f"{stem}.{hashlib.sha256(content.encode()).hexdigest()[:8]}{dot}{ending}"
