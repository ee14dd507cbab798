"""The validator as a package: built, installed beside nothing but its dependencies, and run from anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from overlays import BASE, RULES, lay

ROOT = Path(__file__).resolve().parents[2]
CLEAN = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}


def run(*command: object, where: Path) -> subprocess.CompletedProcess[str]:
    arguments = [str(part) for part in command]
    return subprocess.run(arguments, cwd=where, env=CLEAN, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, where=out)
    assert built.returncode == 0, built.stdout + built.stderr
    (found,) = out.glob("amanah-*.whl")
    return found


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it, that sees the dependencies installed here (and no source tree)."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    made = run(sys.executable, "-m", "venv", "--without-pip", folder, where=folder.parent)
    assert made.returncode == 0, made.stderr
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    inside = scripts / ("python.exe" if os.name == "nt" else "python")
    (site,) = (Path(each) for each in _site_packages(inside, folder.parent))
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip"] if _has_pip(sys.executable) else ["pip"]
    installed = run(*pip, "--python", inside, "install", "--no-deps", "--no-index", "--quiet", wheel, where=folder)
    assert installed.returncode == 0, installed.stderr
    return inside


def _site_packages(python: Path, where: Path) -> list[str]:
    asked = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", where=where)
    return asked.stdout.split("\n")[:1]


def _has_pip(python: str) -> bool:
    return subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


@pytest.mark.slow
def test_everything_is_in_it(wheel: Path) -> None:
    source = ROOT / "scripts"
    wanted = {
        path.relative_to(source).as_posix()
        for path in (source / "amanah").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = set(zipfile.ZipFile(wheel).namelist())
    assert wanted <= packed
    assert {name for name in packed if not name.startswith("amanah/")} == {
        name for name in packed if ".dist-info/" in name
    }


@pytest.mark.slow
def test_it_runs_from_anywhere(python: Path, tmp_path: Path) -> None:
    asked = run(python, "-c", "import amanah; print(amanah.__file__)", where=tmp_path)
    assert Path(asked.stdout.strip()).is_relative_to(python.parents[1]), asked.stderr
    command = python.with_name("amanah.exe" if os.name == "nt" else "amanah")
    clean = run(command, "check", BASE, where=tmp_path)
    assert (clean.returncode, clean.stderr) == (0, "")
    assert clean.stdout.splitlines()[-1] == "9 of 9 graded items confirmed by a second key"
    assert run(command, "check", "--explain", "K09", "--lang", "id", where=tmp_path).returncode == 0
    assert len(run(command, "check", "--checklist", BASE, where=tmp_path).stdout.splitlines()) > 80
    course = lay(tmp_path / "course", RULES / "K02" / "bad")
    bad = run(command, "check", "--only", "K02", "--format", "sarif", where=course)
    assert bad.returncode == 1 and '"semanticVersion": "0.1.0"' in bad.stdout
    assert run(command, "check", tmp_path, where=tmp_path).returncode == 2


def test_hook_for_other_courses() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == "amanah-check" and hook["language"] == "python" and not hook["pass_filenames"]
    from amanah.cli import main

    arguments = [*hook["entry"].split()[1:], str(BASE)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
