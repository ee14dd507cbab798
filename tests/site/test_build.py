"""The build as a whole: what it makes, what it says when it cannot, and that a failure changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import tiny
from click.testing import CliRunner

from amanah.commands.build import build as command
from amanah.site.build import BuildFailed, build


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return tiny.make(tmp_path / "course")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def said(root: Path, out: Path) -> str:
    with pytest.raises(BuildFailed) as failed:
        build(root, out)
    return str(failed.value)


def beside(out: Path) -> set[str]:
    return {path.name for path in out.parent.iterdir()}


def test_a_build_has_every_page_in_every_language_and_nothing_of_the_theme(course, tmp_path):
    out = tmp_path / "site"
    build(course, out)
    files = set(contents(out))
    assert {
        "index.html",
        "en/index.html",
        "about/index.html",
        "en/about/index.html",
        "404.html",
        "en/404.html",
    } <= files
    assert "sitemap.xml" in files and "assets/fonts/OFL.txt" in files
    assert not [name for name in files if "bundle" in name or "lunr" in name or name.endswith((".map", ".gz", ".py"))]
    assert not [name for name in files if "registers" in name or "not-found" in name]
    assert beside(out) == {"site", "course"}


def test_the_same_words_give_the_same_bytes(course, tmp_path):
    build(course, tmp_path / "one")
    build(course, tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_new_build_takes_the_place_of_the_old_one_as_a_whole(course, tmp_path):
    out = tmp_path / "site"
    build(course, out)
    (out / "stale.txt").write_text("old")
    build(course, out)
    assert "stale.txt" not in contents(out) and beside(out) == {"site", "course"}


def test_a_plain_build_stops_after_mkdocs(course, tmp_path):
    build(course, tmp_path / "site", finishing=False)
    assert 'href="assets/css/frame.css"' in (tmp_path / "site/index.html").read_text("utf-8")


# --- failures: line 8 of a page is the first after its title

FAULTS = {
    "a link to nothing": ("[x](nowhere.md)", 'docs/id/about/index.md:9: the link "nowhere.md" leads to no page'),
    "a missing anchor": (
        "[x](../index.md#two)",
        'docs/id/about/index.md:9: the link "../index.md#two" leads to a place',
    ),
    "an absolute link": ("[x](/index.html)", 'docs/id/about/index.md:9: the link "/index.html" starts with /'),
    "an inline style": ('<p style="color:red">x</p>', "about/index.html: an element has the attribute 'style'"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_place_and_the_old_site_stays(course, tmp_path, name):
    out = tmp_path / "site"
    build(course, out)
    before = contents(out)
    body, message = FAULTS[name]
    tiny.write(course, "id/about/index.md", f"{body}\n\n## Ini {{#x}}")
    assert message in said(course, out)
    assert contents(out) == before and beside(out) == {"site", "course"}


def test_a_page_that_no_menu_leads_to(course, tmp_path):
    tiny.write(course, "en/lost.md", "x")
    assert "docs/en/lost.md: no entry of nav in mkdocs.yml leads to this page" in said(course, tmp_path / "site")


def test_a_page_that_one_language_lacks(course, tmp_path):
    (course / "docs/en/about/index.md").unlink()
    text = said(course, tmp_path / "site")
    assert "nav names about/index.md, but there is no such page in every language" in text
    assert text.startswith("mkdocs.yml:") or "\nmkdocs.yml:" in text


def test_broken_configuration(course, tmp_path):
    with (course / "mkdocs.yml").open("a") as file:
        file.write("nav: [\n")
    text = said(course, tmp_path / "site")
    assert text.startswith("mkdocs.yml:") and "\n" not in text


def test_an_unknown_extension(course, tmp_path):
    config = (course / "mkdocs.yml").read_text("utf-8")
    (course / "mkdocs.yml").write_text(config.replace("  - smarty\n", "  - smarty\n  - nosuchextension\n"), "utf-8")
    assert "nosuchextension" in said(course, tmp_path / "site")


def test_a_folder_without_a_course(tmp_path):
    assert said(tmp_path, tmp_path / "site").endswith("there is no mkdocs.yml in this folder")


# --- folders that must not be replaced


def test_the_sources_are_never_replaced(course):
    for out in (course, course.parent, course / "docs", course / "docs/new"):
        assert "would replace its own sources" in said(course, out)


def test_a_folder_of_something_else_is_never_replaced(course, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").write_text("years of work")
    assert "something else than a built site" in said(course, tmp_path / "mine")
    assert (tmp_path / "mine/thesis.txt").exists()
    assert "this is a file" in said(course, tmp_path / "mine/thesis.txt")


def test_an_empty_folder_may_be_filled(course, tmp_path):
    (tmp_path / "empty").mkdir()
    build(course, tmp_path / "empty")
    assert (tmp_path / "empty/index.html").exists()


# --- the command


def test_the_command_says_it_in_words_and_exits_with_1(course):
    build(course, course / "site")
    tiny.write(course, "id/about/index.md", "[x](nowhere.md)")
    result = CliRunner().invoke(command, [str(course)])
    assert result.exit_code == 1 and "Traceback" not in result.output
    assert "nowhere.md" in result.output and "The site built earlier is unchanged." in result.output


def test_the_command_builds_into_root_site(course):
    result = CliRunner().invoke(command, [str(course)])
    assert result.exit_code == 0, result.output
    assert (course / "site/index.html").exists()
    shutil.rmtree(course / "site")
