"""The line scanner sees what Python-Markdown prints: the same headings, the same fences, the same words."""

import re
from pathlib import Path

import markdown
import pytest
from sample_site import FENCES
from selectolax.lexbor import LexborHTMLParser

from amanah.course.course import normalise, read_course
from amanah.course.page import Page, parse_page

HERE = Path(__file__).parent
PAGES = [page for root in (HERE / "sample", HERE.parents[1]) for page in read_course(root).pages.values()]
PAGES = [page for page in PAGES if page.path != "about/rules"]  # it prints marks, which would be taken away below
EXTENSIONS = ["admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "pymdownx.details"]
EXTENSIONS += ["pymdownx.superfences"]
BAR = re.compile(r"(\[\[[^\]|\\]*)\\?[|][^\]]*(\]\])")  # would split a table's cell; the site's extension hides it
CODE = re.compile(r"(?<!`)`[^`\n]+`(?!`)")  # marks in it are printed as they are, and would be taken away below


def fence(source: str, language: str, css_class: str, options: object, md: object, **more: object) -> str:
    return '<hr class="fence">'


def rendered(body: str) -> LexborHTMLParser:
    custom = [{"name": name, "class": name, "format": fence} for name in FENCES]
    settings = {"pymdownx.superfences": {"custom_fences": custom}}
    html = markdown.Markdown(extensions=EXTENSIONS, extension_configs=settings).convert(body)
    return LexborHTMLParser(f"<body>{html}</body>")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("written", PAGES, ids=lambda page: page.file)
def test_page(written: Page) -> None:
    body = CODE.sub("code", BAR.sub(r"\1\2", written.body))
    read = parse_page(f"---\nid: x\n---\n{body}", written.file, written.lang, written.path)
    tree = rendered(body)
    assert [(heading.level, heading.id) for heading in read.headings if heading.level > 1] == [
        (int(node.tag[1]), node.attributes.get("id")) for node in tree.css("h2, h3, h4, h5, h6")
    ]
    assert len([each for each in read.fences if each.name in FENCES]) == len(tree.css("hr.fence"))
    assert tree.body is not None
    printed = re.sub(r"\[\[([^\]]*)\]\]", r"\1", tree.body.text(deep=True))
    assert words(normalise(printed)) == words(read.text())
