"""The finished site, as files: links, languages, markup, policy. Weights stand in test_weights.py."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from amanah.course.languages import read_languages
from amanah.site.finish.security import policy

HOST = "http://site.test"
INTERACTIVE = "a[href], button, input, select, textarea, summary, label, [tabindex]"
# Elements that make a browser ask for something by itself, and the attribute that says what.
LOADS = dict.fromkeys(("img", "script", "iframe", "source", "video", "audio", "embed"), "src")
LOADS |= {"link": "href", "use": "href", "image": "href", "object": "data", "form": "action"}


@cache
def html(file: Path) -> str:
    return file.read_text("utf-8")


@cache
def tree(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(html(file))


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, Path]:
    found = {path.relative_to(built).as_posix(): path for path in sorted(built.rglob("*.html"))}
    assert len(found) > 20
    return found


def ids(file: Path) -> list[str]:
    return [node.attributes["id"] or "" for node in tree(file).css("[id]")]


def language_of(page: str, root: Path) -> str:
    languages = read_languages(root)
    codes = {language.code for language in languages if not language.default}
    first = page.partition("/")[0]
    return first if first in codes else next(language.code for language in languages if language.default)


def targets(page: str, file: Path) -> Iterator[tuple[str, str]]:
    """(address as written, absolute address) of everything that the page links to or loads."""
    for attribute in ("href", "src"):
        for node in tree(file).css(f"[{attribute}]"):
            value = node.attributes[attribute] or ""
            yield value, urljoin(f"{HOST}/{page}", value)


# --- links


def test_every_link_and_anchor_leads_somewhere(pages, built):
    broken = []
    for page, file in pages.items():
        for written, absolute in targets(page, file):
            address, fragment = urldefrag(absolute)
            if not address.startswith(HOST):
                continue
            path = unquote(urlsplit(address).path).lstrip("/")
            goal = built / (path + "index.html" if path.endswith("/") or not path else path)
            if not goal.is_file():
                broken.append(f"{page}: {written}")
            elif fragment and goal.suffix == ".html" and unquote(fragment) not in ids(goal):
                broken.append(f"{page}: {written} (no such place)")
    assert not broken


def test_nothing_of_another_host_is_loaded(pages):
    for page, file in pages.items():
        for name, attribute in LOADS.items():
            for node in tree(file).css(f"{name}[{attribute}]"):
                assert not urlsplit(node.attributes[attribute] or "").netloc, f"{page}: {node.html}"
        assert not tree(file).css("base, [srcset], [ping], [http-equiv=refresh]"), page


def test_style_sheets_load_nothing_of_another_host(built):
    for file in built.rglob("*.css"):
        for address in re.findall(r"url\(([^)]*)\)|@import", file.read_text("utf-8")):
            assert address.strip("\"'").startswith(("data:", "../")), file


# --- languages


def test_every_page_says_its_language(pages, root):
    for page, file in pages.items():
        assert tree(file).css_first("html").attributes["lang"] == language_of(page, root), page


def test_pages_come_in_pairs(pages, root):
    languages = read_languages(root)
    sets = {}
    for language in languages:
        prefix = "" if language.default else f"{language.code}/"
        own = [page for page in pages if language_of(page, root) == language.code]
        sets[language.code] = {page.removeprefix(prefix) for page in own}
    assert len({frozenset(pages) for pages in sets.values()}) == 1, sets


def test_the_language_switch_stays_on_the_page(pages, root):
    languages = read_languages(root)
    for page, file in pages.items():
        links = tree(file).css(".am-lang a")
        assert [link.attributes["hreflang"] for link in links] == [language.code for language in languages], page
        plain = page.removeprefix(f"{language_of(page, root)}/")
        for link, language in zip(links, languages, strict=True):
            wanted = plain if language.default else f"{language.code}/{plain}"
            assert urljoin(f"{HOST}/{page}", link.attributes["href"]) == f"{HOST}/{wanted}", page
            assert ("aria-current" in link.attributes) == (language.code == language_of(page, root))
            assert link.attributes["lang"] == language.code


def test_the_sitemap_pairs_the_languages(pages, built, root):
    text = (built / "sitemap.xml").read_text("utf-8")
    languages = [language.code for language in read_languages(root)]
    entries = re.findall(r"<url>(.*?)</url>", text, re.S)
    assert len(entries) == len([page for page in pages if not page.endswith("404.html")])
    for entry in entries:
        assert re.findall(r'hreflang="([^"]*)"', entry) == [*languages, "x-default"]
        assert all(address.startswith("http") for address in re.findall(r'href="([^"]*)"', entry))
    assert "404" not in text and "lastmod" not in text


def test_no_head_alternates(pages):
    for page, file in pages.items():
        assert not tree(file).css("link[rel=alternate], link[rel=preconnect], link[rel=dns-prefetch]"), page


def test_404_pages(built, root):
    for language in read_languages(root):
        file = built / ("" if language.default else language.code) / "404.html"
        for node in tree(file).css("[href], [src]"):
            value = node.attributes.get("href") or node.attributes.get("src") or ""
            assert value.startswith(("/", "#", "https://")), value
    sections = tree(built / "404.html").css("article section[lang]")
    assert [node.attributes["lang"] for node in sections] == [language.code for language in read_languages(root)]
    assert not list(built.rglob("not-found.html"))


# --- markup


def test_the_parser_finds_nothing_to_mend(pages):
    found = []
    for page, file in pages.items():
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(html(file))
        found += [f"{page}:{line}: {code} {data}" for (line, _), code, data in parser.errors]
    assert not found


def test_ids_are_unique(pages):
    for page, file in pages.items():
        twice = [name for name, number in Counter(ids(file)).items() if number > 1]
        assert not twice, page


def test_references_between_elements_hold(pages):
    attributes = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "form", "headers")
    for page, file in pages.items():
        known = set(ids(file))
        for attribute in attributes:
            for node in tree(file).css(f"[{attribute}]"):
                missing = set((node.attributes[attribute] or "").split()) - known
                assert not missing, f"{page}: {attribute} names {missing}"


def test_every_control_has_a_name(pages):
    for page, file in pages.items():
        labels = {node.attributes.get("for") for node in tree(file).css("label[for]")}
        for node in tree(file).css("input:not([type=hidden]), select, textarea"):
            named = {"aria-label", "aria-labelledby", "title"} & set(node.attributes)
            assert named or node.attributes.get("id") in labels or _inside(node, "label"), f"{page}: {node.html}"
        for node in tree(file).css("button:not([hidden]), a[href]:not([hidden]), summary"):
            assert node.text(strip=True) or "aria-label" in node.attributes, f"{page}: {node.html}"


def _inside(node: LexborNode, tag: str) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag == tag:
            return True
        parent = parent.parent
    return False


def test_nothing_interactive_inside_something_interactive(pages):
    for page, file in pages.items():
        for outer in ("a", "button", "summary"):
            for node in tree(file).css(outer):
                inner = [each for each in node.css(INTERACTIVE) if each.mem_id != node.mem_id]
                assert not inner, f"{page}: {node.html}"
        for node in tree(file).css("label"):
            assert len(node.css("input, select, textarea")) <= 1 and not node.css("a, button"), f"{page}: {node.html}"


def test_headings_go_down_step_by_step(pages):
    for page, file in pages.items():
        main = tree(file).css_first("main")
        levels = [int(node.tag[1]) for node in main.css("h1, h2, h3, h4, h5, h6")]
        assert levels and levels[0] == 1 and levels.count(1) == 1, f"{page}: {levels}"
        assert all(after <= before + 1 for before, after in pairwise(levels)), f"{page}: {levels}"


def test_one_of_each_landmark_and_names_for_those_that_repeat(pages):
    for page, file in pages.items():
        assert (
            len(tree(file).css("main"))
            == len(tree(file).css("body > header"))
            == len(tree(file).css("body > footer"))
            == 1
        )
        names = [
            node.attributes.get("aria-label") or node.attributes.get("aria-labelledby")
            for node in tree(file).css("nav")
        ]
        assert None not in names and len(set(names)) == len(names), page


def test_titles_and_descriptions(pages, root):
    for code in {language.code for language in read_languages(root)}:
        own = {page: file for page, file in pages.items() if language_of(page, root) == code}
        titles = Counter(tree(file).css_first("title").text() for file in own.values())
        assert not [title for title, number in titles.items() if number > 1]
        for page, file in own.items():
            description = tree(file).css_first("meta[name=description]").attributes["content"] or ""
            assert 20 <= len(description) <= 160, page


def test_images_and_drawings_have_a_text_or_are_ornament(pages):
    for page, file in pages.items():
        for node in tree(file).css("img"):
            assert "alt" in node.attributes, page
        for node in tree(file).css("svg"):
            hidden = node.attributes.get("aria-hidden") == "true"
            named = {"aria-label", "aria-labelledby"} & set(node.attributes)
            assert hidden or (node.attributes.get("role") == "img" and named), f"{page}: {(node.html or '')[:120]}"


# --- policy


def test_the_policy_matches_the_page(pages):
    for page, file in pages.items():
        text = html(file)
        meta = tree(file).css_first("meta[http-equiv=Content-Security-Policy]")
        assert meta is not None and meta.attributes["content"] == policy(text), page
        assert text.index("Content-Security-Policy") < text.index("<script"), page
        assert "unsafe" not in (meta.attributes["content"] or "")
        assert not tree(file).css("[style], [onclick], [onload], [onsubmit], [onchange]"), page


def test_one_inline_script_the_same_on_every_page(pages):
    scripts = {text for file in pages.values() for text in re.findall(r"<script>(.*?)</script>", html(file), re.S)}
    assert len(scripts) == 1


def test_only_pages_with_questions_load_the_quiz_script(pages):
    for page, file in pages.items():
        loads = any("/quiz." in (node.attributes["src"] or "") for node in tree(file).css("script[src]"))
        assert loads == bool(tree(file).css("form, [data-am-review]")), page
