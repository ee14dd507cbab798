"""A small course (tests/site/sample) and a way to turn its pages into HTML without MkDocs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import markdown

from amanah.site import fences

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = Path(__file__).resolve().parent / "site" / "sample"
FENCES = [
    "quiz",
    "recall",
    "law",
    "figure",
    "lessons",
    "outcomes",
    "course-map",
    "loom",
    "sources",
    "glossary",
    "laws",
    "references",
    "articles",
    "topic",
    "topics",
    "review",
    "review-calendar",
    "progress",
    "comparison",
    "completion",
]  # as in mkdocs.yml
EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "md_in_html",
    "smarty",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
    "amanah.site.extension",
]
SHELL = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{page}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
<script>document.documentElement.className="js"</script>
{links}</head>
<body><main class="am-main md-typeset">
{html}
</main></body></html>
"""


def copy_sample(folder: Path) -> Path:
    """The sample course in a new folder, with the real words of the interface."""
    root = folder / "course"
    shutil.copytree(SAMPLE, root)
    shutil.copy(ROOT / "docs/registers/interface.yml", root / "docs/registers/interface.yml")
    return root


def markdown_for(root: Path, page: str) -> markdown.Markdown:
    """A Markdown instance as MkDocs makes it, for one page such as id/course/6-sample/quiz.md."""
    custom = [{"name": name, "class": name, "format": getattr(fences, name.replace("-", "_"))} for name in FENCES]
    return markdown.Markdown(
        extensions=EXTENSIONS,
        extension_configs={
            "pymdownx.superfences": {"custom_fences": custom},
            "amanah.site.extension": {"root": str(root), "page": page},
        },
    )


def body_of(root: Path, page: str) -> str:
    """The Markdown of a page without its front matter."""
    return (root / "docs" / page).read_text("utf-8").split("---\n", 2)[2]


def render(root: Path, page: str, text: str | None = None) -> str:
    """The HTML of a page, or of another text in its place."""
    return markdown_for(root, page).convert(body_of(root, page) if text is None else text)


def write_site(root: Path, out: Path) -> Path:
    """Every page of the course as a file, Indonesian at the root, with the sheets and scripts that the frame names."""
    assets = ROOT / "overrides" / "assets"
    shutil.copytree(assets, out / "assets")
    frame = (ROOT / "overrides/frame.html").read_text("utf-8")
    sheets, scripts = (re.findall(r'"([\w-]+)"', names) for names in re.findall(r"{% for name in \((.*?)\) %}", frame))
    for source in sorted((root / "docs").glob("*/**/*.md")):
        page = source.relative_to(root / "docs").as_posix()
        lang, _, path = page.partition("/")
        target = out / ("" if lang == "id" else lang) / path.replace(".md", ".html")
        up = "../" * len(target.relative_to(out).parent.parts)
        links = "".join(f'<link rel="stylesheet" href="{up}assets/css/{name}.css">\n' for name in sheets)
        links += "".join(f'<script defer src="{up}assets/js/{name}.js"></script>\n' for name in scripts)
        target.parent.mkdir(parents=True, exist_ok=True)
        html = SHELL.format(lang=lang, page=page, links=links, html=render(root, page))
        target.write_text(html, "utf-8")
    return out
