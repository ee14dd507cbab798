"""No rule for pages raises, whatever stands on a page."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from overlays import BASE

from amanah.check.check import read
from amanah.check.registry import load_rules
from amanah.course.page import parse_page

RULES = [rule for rule in load_rules().values() if rule.id.startswith("P")]
LESSON = "course/1-queue/1-a-fair-queue"
PIECES = [
    *("\n", "\n\n", "## ", "{#order}", "# ", "    ", "```", "~~~", "quiz\n", "law\n", "figure\n", "m1-q01\n"),
    *("uu-25-2009:44(3)\n", "file: a.svg\n", "labels: {a: b}\n", "labels: [", "title: x\n", '!!! case "x"', "!!! "),
    *("[@putnam-1993", "[@uu-25-2009:", "]", "[[", "]]", "(", ")", "[x](", "a.md", "#order", "../", "%", "?"),
    *("//[", ":", "m1-q99\n"),
    *("![", "<img src='x'>", "<a href='", "'>", "UU 25/2009", "PP Nomor 1 Tahun 2000 ", "`", "\x00", "é"),
]
FRONTS = [
    "---\nid: m1-l1\nkind: lesson\n---\n",
    '---\nid: m1-l1\ntitle: "T"\nkind: page\ndescription: "D"\n---\n',
    "---\n- a\n---\n",
    "",
]
bodies = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map("".join)


@settings(max_examples=150)
@given(st.sampled_from(FRONTS), bodies, bodies)
def test_pages(front: str, first: str, second: str) -> None:
    context = read(Path(BASE))
    for lang, body in (("id", first), ("en", second)):
        page = parse_page(front + body, f"docs/{lang}/{LESSON}.md", lang, LESSON)
        context.course.pages[lang, LESSON] = page
        context.problems.extend(page.problems)
    for rule in RULES:
        targets = {"page": [(page, context) for page in context.course.pages.values()], "all": [(context,)]}
        for arguments in targets.get(rule.scope, [(context.course, context)]):
            for problem in rule.run(*arguments):
                assert problem.variant in rule.templates["en"], (rule.id, problem.variant)
