"""How long does the site take to build, against plain MkDocs on the same pages?

    .venv/bin/python bench/build_site.py [ROUNDS]

Builds the course with `amanah build` and, in turns, with `mkdocs build` and Material's own templates: the same pages,
questions and figures, once with MkDocs' default search plugin and once without any. Prints the least CPU seconds of
all rounds, by default 3, and the ratios. The budget is 1.1 for the pages; the finishing pass (unused styles, search
data, content policy) does what plain MkDocs does not do, and is measured apart.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES_ONLY = """
import sys, tempfile
from pathlib import Path
from amanah.site.build import build
build(Path(sys.argv[1]), Path(tempfile.mkdtemp(dir=sys.argv[2])), finishing=False)
"""
COPIED = ("docs", "quizzes", "overrides")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("  custom_dir: overrides\n", "")
        plain = write(work / "plain", config)
        search = write(work / "search", config.replace("plugins:\n", "plugins:\n  - search\n"))
        commands = {
            "amanah build": ("-m", "amanah", "build", "--out", str(work / "site"), str(ROOT)),
            "amanah build, pages only": ("-c", PAGES_ONLY, str(ROOT), str(work)),
            "mkdocs with Material": ("-m", "mkdocs", "build", "-q", "--no-strict", "-f", str(plain)),
            "mkdocs with Material and search": ("-m", "mkdocs", "build", "-q", "--no-strict", "-f", str(search)),
        }
        seconds = {name: min(cpu(command) for _ in range(rounds)) for name, command in commands.items()}
    whole, pages = seconds["amanah build"], seconds["amanah build, pages only"]
    print(f"{sum(1 for _ in (ROOT / 'docs').rglob('*.md'))} pages             CPU   whole   pages only")
    for name, taken in seconds.items():
        print(f"{name:32} {taken:6.2f} s {whole / taken:5.2f} {pages / taken:8.2f}")


def write(folder: Path, config: str) -> Path:
    """A copy of the course in `folder`, to be built with this configuration."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder / "mkdocs.yml"


def cpu(command: tuple[str, ...]) -> float:
    """CPU seconds of what the Python interpreter does with these arguments."""
    environment = dict(os.environ, PYTHONPATH=str(ROOT / "scripts"), NO_MKDOCS_2_WARNING="1")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
