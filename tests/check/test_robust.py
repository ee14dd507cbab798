"""Whatever lies in the folders of a course: never a traceback, never a hang, and no more memory than a bank needs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from functools import partialmethod
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from overlays import lay

import amanah
from amanah.check.check import check as checker
from amanah.check.report import FORMATS, written
from amanah.commands.check import check
from amanah.course import source_file

FILES = (
    "quizzes/1-queue.yml",
    "quizzes/reviews/sari.yml",
    "quizzes/retired.txt",
    "docs/id/course/1-queue/1-a-fair-queue.md",
    "docs/registers/laws.yml",
    "docs/registers/references.bib",
    "mkdocs.yml",
)
YAML = ("- ", "a: ", "{", "}", "[", "]", "&a ", "*a", '"', "'", "\n", "\n  ", "#", "---\n", "!x ", "<<: ", "\t", "|\n")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return lay(tmp_path / "course")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(tmp_path_factory.mktemp("bytes") / "course")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(check, [str(argument) for argument in arguments])


def survives(course: Path, file: str, data: bytes) -> None:
    path = course / file
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(data)
    try:
        report = checker(course)
        for format_ in FORMATS:
            for lang in ("id", "en"):
                written(report, format_, lang, course).encode("utf-8")
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


@settings(max_examples=70, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(FILES), data=st.binary(max_size=400))
def test_arbitrary_bytes(shared: Path, file: str, data: bytes) -> None:
    survives(shared, file, data)


@settings(max_examples=70, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(FILES), pieces=st.lists(st.one_of(st.sampled_from(YAML), st.text(max_size=3)), max_size=60))
def test_arbitrary_yaml(shared: Path, file: str, pieces: list[str]) -> None:
    survives(shared, file, "".join(pieces).encode("utf-8", "surrogatepass"))


def test_escaped_characters_that_cannot_be_printed(shared: Path) -> None:
    for escape in (r"\ud800", r"\e[2J", r"\0", r"\N", r"\L", r"\U0010ffff"):
        survives(shared, "quizzes/1-queue.yml", f'module: "1-queue{escape}"\nitems: ["{escape}"]\n'.encode())


@pytest.mark.parametrize("file", FILES[:1] + FILES[3:6])
def test_not_utf8_says_where(course: Path, file: str) -> None:
    lines = (course / file).read_bytes().split(b"\n")
    lines[1] = lines[1][:3] + b"\xe9" + lines[1][3:]
    (course / file).write_bytes(b"\n".join(lines))
    result = run("--only", "S01", course)
    assert f"{file}:2:4: error S01: this file is not UTF-8 (0xE9 stands here); save it as UTF-8" in result.stdout


def test_cyclic_anchor(course: Path) -> None:
    (course / "quizzes/2-x.yml").write_text("module: 2-x\nitems: &a\n  - *a\n  - {stem: &b {id: *b}}\n", "utf-8")
    result = run("--only", "S01", course)
    assert result.exit_code == 1 and "aliases (*name) are not used here" in result.stdout


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000 + "a", "{a: " * 50_000])
@pytest.mark.parametrize("file", ["quizzes/2-x.yml", "mkdocs.yml", "docs/registers/laws.yml"])
def test_deep_nesting(course: Path, file: str, text: str) -> None:
    (course / file).write_text(text, encoding="utf-8")
    assert run(course).exit_code == 1


# --- what is no file --------------------------------------------------------------------------------------------------


def cannot_open(course: Path, file: str) -> None:
    result = run("--only", "S01", course)
    assert result.exit_code == 1
    assert f"{file}:1:1: error S01: this file cannot be opened; look at its permissions" in result.stdout


NAMES = ("quizzes/2-x.yml", "quizzes/reviews/x.yml", "docs/id/course/x.md", "quizzes/retired.txt")


@pytest.mark.parametrize("file", NAMES)
def test_a_folder_named_like_a_file(course: Path, file: str) -> None:
    (course / file).mkdir()
    cannot_open(course, file)


@pytest.mark.parametrize("file", NAMES)
def test_a_link_to_itself(course: Path, file: str) -> None:
    (course / file).symlink_to((course / file).name)
    cannot_open(course, file)


@pytest.mark.parametrize("file", NAMES)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_that_nobody_writes_to(course: Path, file: str) -> None:
    os.mkfifo(course / file)
    cannot_open(course, file)


def test_a_device_without_an_end(course: Path) -> None:
    (course / "quizzes/2-x.yml").symlink_to("/dev/zero")
    cannot_open(course, "quizzes/2-x.yml")


@pytest.mark.parametrize("folder", ["quizzes", "quizzes/reviews", "docs", "docs/id", "docs/id/course"])
def test_a_folder_that_leads_back(course: Path, folder: str) -> None:
    (course / folder / "again").symlink_to(course, target_is_directory=True)
    before = checker(course)
    assert (before.pages, before.items) == (10, 10)


@pytest.mark.parametrize("file", ["quizzes/1-queue.yml", "quizzes/reviews/sari.yml", "docs/id/course/index.md"])
def test_a_file_that_may_not_be_read(course: Path, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lock(course / file, monkeypatch)
    cannot_open(course, file)


@pytest.mark.parametrize("folder", ["quizzes", "quizzes/reviews", "docs/id/course"])
def test_a_folder_that_may_not_be_listed(course: Path, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lock(course / folder, monkeypatch)
    result = run(course)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1 and "cannot be read (Permission denied)" in result.stderr


def lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away all permissions; root has them all the same, so the calls that ask for them are refused as well."""
    path.chmod(0)
    refused = PermissionError(13, "Permission denied", str(path))
    for name in ("open", "iterdir"):
        whole = getattr(Path, name)
        monkeypatch.setattr(Path, name, partialmethod(refuse, path, refused, whole))
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda where=".": refuse(where, path, refused, scandir))


def refuse(where, locked, refused, whole, *more, **named):  # type: ignore[no-untyped-def]
    if Path(where) == locked:
        raise refused
    return whole(where, *more, **named)


# --- what is too large ------------------------------------------------------------------------------------------------


LIMITS = {
    "quizzes/2-x.yml": source_file.MOST_YAML,
    "quizzes/reviews/x.yml": source_file.MOST_YAML,
    "docs/id/x.md": source_file.MOST_PAGE,
    "docs/registers/laws.yml": source_file.MOST_PAGE,
    "docs/registers/references.bib": source_file.MOST_PAGE,
    "quizzes/retired.txt": source_file.MOST_PAGE,
}


@pytest.mark.parametrize(("file", "limit"), LIMITS.items())
def test_fifty_megabytes_are_refused(course: Path, file: str, limit: int) -> None:
    (course / file).write_bytes(b"- a\n" * 12_500_000)
    started = time.process_time()
    result = run("--only", "S01", course)
    assert time.process_time() - started < 5
    message = f"this file is larger than {limit // 1_000_000} MB and was not read; split it into several"
    assert f"{file}:1:1: error S01: {message}" in result.stdout


def test_mkdocs_yml_of_fifty_megabytes(course: Path) -> None:
    (course / "mkdocs.yml").write_bytes(b"- a\n" * 12_500_000)
    assert "error P00: mkdocs.yml cannot be read: File too large" in run(course).stdout


MEASURED = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from amanah.commands.check import check
limit = 2_000_000_000
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
check.main([sys.argv[2]])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded in the Linux way")
@pytest.mark.parametrize(
    "text", ["- a\n", "[]", "  - a #b\n", "a: 1\n", "*a ,", "#", "x ", "\x00"], ids=lambda text: repr(text)
)
def test_memory_on_the_largest_bank_that_is_read(course: Path, text: str) -> None:
    data = "module: 2-x\nitems:\n" + text * (source_file.MOST_YAML // len(text) - 10)
    (course / "quizzes/2-x.yml").write_text(data, encoding="utf-8")
    scripts = str(Path(amanah.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, scripts, str(course)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 1, done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    assert len(done.stdout) < 1_000_000


NASTY = {
    "unclosed fences": "```quiz\n",
    "law cards": "```law\nx\n```\n",
    "unclosed comments": "<!-- ",
    "backticks": "` `` ```",
    "brackets": "[a](",
    "citations": "[@a;",
    "headings": "# a\n",
    "spaces": "# a" + " " * 5000 + "b\n",
    "tags": "<a ",
    "terms": "[[a|",
}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_no_page_takes_for_ever(course: Path, text: str) -> None:
    """Work that grows with the square of the page would take hours here, so that the time allowed need not be tight."""
    page = course / "docs/id/index.md"
    page.write_text("---\nid: a\n---\n" + text * (source_file.MOST_PAGE // len(text) - 10), encoding="utf-8")
    command = [sys.executable, "-m", "amanah", "check", str(course)]
    environment = {**os.environ, "PYTHONPATH": str(Path(amanah.__file__).parents[1])}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr[-2000:]
