"""run.py: what a newcomer meets first."""

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import run  # noqa: E402


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """run.py at work in an empty folder, so that no test touches the real environment."""
    (tmp_path / "uv.lock").write_text("lock", encoding="utf-8")
    monkeypatch.setattr(run, "ROOT", str(tmp_path))
    monkeypatch.setattr(run, "VENV", str(tmp_path / ".venv"))
    monkeypatch.setattr(run, "STAMP", str(tmp_path / ".venv" / "amanah-environment"))
    return tmp_path


def test_an_old_python_can_read_the_file():
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 4))


def test_an_old_python_gets_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(run, "OLDEST", (99, 0))
    monkeypatch.setattr(sys, "argv", ["run.py", "site"])
    with pytest.raises(SystemExit) as stopped:
        run.main()
    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said.startswith("run.py: Amanah needs Python 99.0 or newer") and said.count("\n") == 1


def test_an_unknown_command_shows_the_usage(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["run.py", "sites"])
    assert run.main() == 2
    assert "python3 run.py site" in capsys.readouterr().err


def test_no_network_on_the_first_start_is_one_sentence_and_leaves_no_stamp(elsewhere, monkeypatch, capsys):
    monkeypatch.setattr(run, "find_uv", lambda: None)
    no_network = (1, "could not resolve host\n")
    monkeypatch.setattr(run, "call", lambda command, quiet=False: no_network if "pip" in command else (0, ""))
    with pytest.raises(SystemExit) as stopped:
        run.prepare("site")
    said = capsys.readouterr().err.splitlines()
    assert stopped.value.code == 2
    assert "the first start needs a network" in said[-1]
    assert not Path(run.STAMP).exists()


def test_uv_that_fails_gives_way_to_pip(elsewhere, monkeypatch):
    tried = []
    monkeypatch.setattr(run, "install_with_uv", lambda uv, kind: (tried.append("uv"), (1, "no"))[1])
    monkeypatch.setattr(run, "install_with_pip", lambda kind: (tried.append("pip"), (1, "no"))[1])
    monkeypatch.setattr(run, "find_uv", lambda: ["uv"])
    with pytest.raises(SystemExit):
        run.prepare("site")
    assert tried == ["uv", "pip"]


def test_an_environment_holds_until_the_lock_changes(elsewhere, monkeypatch):
    monkeypatch.setattr(run, "python", lambda: sys.executable)
    Path(run.VENV).mkdir()
    Path(run.STAMP).write_text(f"{run.fingerprint()} test", encoding="utf-8")
    assert run.prepared_for() == "test"
    (elsewhere / "uv.lock").write_text("another lock", encoding="utf-8")
    assert run.prepared_for() == ""


def test_a_browser_that_is_named_but_missing_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setenv("AMANAH_BROWSER", "/nowhere/chromium")
    with pytest.raises(SystemExit):
        run.find_browser()
    assert "AMANAH_BROWSER names /nowhere/chromium" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_the_requirements_are_those_of_the_lock(name):
    """Whoever changes uv.lock exports both files again (CONTRIBUTING says how); pip users get the same versions."""
    lock = (ROOT / "uv.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r'\[\[package\]\]\nname = "([^"]+)"\nversion = "([^"]+)"', lock))
    wanted = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(wanted) > 20
    assert set(wanted) <= locked
