"""A tiny course for tests of the build: this project's own frame and configuration, a few pages, no fences."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "index.md": ("home", "Beranda", "## Satu {#one}\n\n[Tentang](about/index.md#x)"),
    "about/index.md": ("page", "Tentang", "## Ini {#x}\n\nTeks."),
    "not-found.md": ("page", "Tidak ada", "[Beranda](index.md)"),
}
NAV = "nav:\n  - Beranda: index.md\n  - Tentang: about/index.md\n"


def make(folder: Path) -> Path:
    """Writes the course into a folder; returns it."""
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = re.sub(r"^nav:\n(?:[ ].*\n)+", NAV, config, flags=re.M)
    config = re.sub(r":\n +custom_fences:\n(?: +- \{ .*\n)+", "\n", config)
    config = config.replace("  - amanah.site.extension\n", "")
    config = config.replace("custom_dir: overrides", f"custom_dir: {ROOT / 'overrides'}")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    for lang in ("id", "en"):
        for path, (kind, title, body) in PAGES.items():
            write(folder, f"{lang}/{path}", body, kind, title)
    words = ROOT / "docs/registers/interface.yml"
    (folder / "docs/registers").mkdir()
    (folder / "docs/registers/interface.yml").write_text(words.read_text("utf-8"), "utf-8")
    return folder


def write(folder: Path, path: str, body: str, kind: str = "page", title: str = "Judul") -> None:
    """Writes one page with its front matter; its body begins on line 8."""
    front = f"---\nid: x\ntitle: {title}\nkind: {kind}\ndescription: Satu kalimat.\n---\n# {title}\n\n"
    target = folder / "docs" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(front + body + "\n", "utf-8")
