"""What the purge keeps and what it drops."""

import re

import pytest

from amanah.site.finish.purge import purge
from amanah.site.finish.selectors import Matcher, alternatives, relax

PAGE = """<html><body class="a"><main id="m">
<p class="b"><b>x</b></p><details><summary>s</summary></details>
</main></body></html>"""


@pytest.mark.parametrize(
    ("selector", "relaxed"),
    [
        ("a:hover", "a"),
        ("a > b", "a>b"),
        (".x a::before", ".x a"),
        ("p:not(.x, [hidden]) b", "p b"),
        ("[aria-current]", "*"),
        ("html:not([data-theme]) .i", "html .i"),
        (":is(a, button):focus-visible", ":is(a,button)"),
        ("li:first-child", "li:first-child"),
        ("details[open] > summary::after", "details>summary"),
        ("a:is(:hover, :focus)", "a"),
        ("li:nth-child(2n + 1)", "li:nth-child(2n+1)"),
    ],
)
def test_relax(selector, relaxed):
    assert relax(selector) == relaxed


def test_classes_that_scripts_set_count_as_there():
    assert relax(".open .am-nav a", frozenset({"open"})) == ".am-nav a"
    assert relax("a.open > .x", frozenset({"open", "x"})) == "a>*"


def test_a_matcher_knows_the_page_and_the_words_of_the_scripts():
    match = Matcher([PAGE], 'box.classList.add("lit")')
    assert match(".a .b > b") and match("summary:hover") and match("p.lit")
    assert not match(".c") and not match("table")


@pytest.mark.parametrize(
    ("selector", "each"),
    [
        (":is(.a,.b) p", [".a p", ".b p"]),
        (".a:is(.b,p)>b", [".a.b>b", ".a>b"]),
        ("p :where(b,i):is(.x)", ["p b.x", "p i.x"]),
        ("p", ["p"]),
    ],
)
def test_alternatives(selector, each):
    assert list(alternatives(selector)) == each


def test_a_choice_before_a_descendant_is_found():
    assert Matcher([PAGE])(":is(.b, .c) b:focus-visible") and not Matcher([PAGE])(":is(.c, .d) b")


def test_a_selector_that_cannot_be_read_is_kept():
    assert Matcher([PAGE])("p:nth-child(2x y)")


def keep(css: str, **options: object) -> str:
    return purge(css, Matcher([PAGE]), **options)


def test_dead_rules_and_dead_parts_of_a_list_go():
    assert keep(".a, .c { margin: 0 } .c { padding: 0 }") == ".a{margin:0}"


def test_empty_groups_go():
    assert keep("@media (min-width: 60em) { .c { margin: 0 } }") == ""
    assert keep("@media (min-width: 60em) { .a { margin: 0 } }") == "@media (min-width: 60em){.a{margin:0}}"


def test_properties_that_nothing_uses_go_also_when_only_another_unused_one_used_them():
    css = ":root { --x: 1px; --y: var(--x); --z: 2px } .a { margin: var(--z) }"
    assert keep(css) == ":root{--z:2px}.a{margin:var(--z)}"


def test_important_and_data_addresses_survive():
    css = ".a { background: url(\"data:image/svg+xml,%3Csvg a='b;c'/%3E\") !important }"
    assert keep(css) == ".a{background:url(\"data:image/svg+xml,%3Csvg a='b;c'/%3E\")!important}"


def test_a_font_goes_with_its_last_use():
    font = "@font-face{font-family:F;src:url(f.woff2)}"
    assert keep(font + ".c{font-family:F}") == ""
    assert font in keep(font + ".a{font-family:F}")


def test_without_paper():
    css = "@page { margin: 1cm } @media print { .a { margin: 0 } } .b { margin: 0 }"
    assert keep(css, without=re.compile("print")) == ".b{margin:0}"
    assert "@page" in keep(css) and "@media print" in keep(css)
