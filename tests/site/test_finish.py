"""The steps of the finishing pass, one by one."""

import pytest

from amanah.site.finish.leftovers import remove_leftovers
from amanah.site.finish.names import hashed
from amanah.site.finish.not_found import not_found
from amanah.site.finish.paths import read_pages, resolve, to_root
from amanah.site.finish.scripts import script
from amanah.site.finish.security import MARK, UnsafeMarkup, policy, secure, source
from amanah.site.finish.sitemap import counterparts, sitemap
from amanah.site.finish.styles import first_screen, style
from amanah.site.finish.tidy import tidy
from amanah.site.finish.tips import gather_tips


def put(folder, path, text=""):
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


# --- paths


@pytest.mark.parametrize(
    ("page", "target", "path"),
    [
        ("a/b.html", "c.html", "a/c.html"),
        ("a/b.html", "../c.html#x", "c.html"),
        ("b.html", "a/", "a/index.html"),
        ("a/b.html", "./", "a/index.html"),
        ("b.html", "c%20d.html", "c d.html"),
        ("b.html", "#x", None),
        ("b.html", "https://example.org/", None),
        ("b.html", "/c.html", None),
        ("b.html", "../c.html", None),
        ("b.html", "mailto:x@example.org", None),
    ],
)
def test_resolve(page, target, path):
    assert resolve(page, target) == path


def test_to_root():
    assert [to_root(page) for page in ("a.html", "en/a.html", "en/x/a.html")] == ["", "../", "../../"]


# --- tidy


def test_a_spelled_out_word_does_not_break():
    assert tidy("<p>A-M-A-N-A-H, sub-bab</p>") == "<p>A\u2011M\u2011A\u2011N\u2011A\u2011H, sub-bab</p>"


def test_tidy_takes_white_space_and_comments_but_no_text():
    html = "\n\n<p>\n    one  two\n\n\n  three</p><!-- gone -->\n<!--csp-->\n<pre>\n  kept\n\n\n  kept</pre>\n"
    assert tidy(html) == "<p>\none  two\nthree</p>\n<!--csp-->\n<pre>\n  kept\n\n\n  kept</pre>\n"


# --- tips


def tip(number, text):
    link = f'<a class="am-tip-link" href="x" aria-describedby="tip-{number}">x</a>'
    return f'{link}<span class="am-tip" role="tooltip" id="tip-{number}" hidden>{text}</span>'


def test_tooltips_leave_the_text_and_equal_ones_are_shared():
    html = f"<article><p>{tip(1, 'one')}, {tip(2, 'two')} and {tip(3, 'one')}.</p>\n</article>"
    made = gather_tips(html)
    assert made.count('class="am-tip"') == 2 and made.count('aria-describedby="tip-1"') == 2 and "tip-3" not in made
    paragraph, _, rest = made.partition("</p>")
    assert "hidden" not in paragraph and rest.index(">two</span>") < rest.index("</article>")


def test_an_entry_of_the_sources_is_its_own_tooltip():
    work = '<li>A. (2020). <cite>T.</cite> <a href="https://a.org">a.org</a> Seen.</li>'
    sources = f'<ul class="am-works">{work}<li>B.</li></ul>'
    made = gather_tips(f"<article><p>{tip(7, 'A. (2020). T. Seen.')}{tip(8, 'law')}</p>{sources}</article>")
    assert '<li id="tip-7">A. (2020).' in made and made.count('id="tip-7"') == 1 and 'id="tip-8" hidden' in made


def test_a_page_without_tooltips_stays_as_it_is():
    assert gather_tips("<article><p>x</p></article>") == "<article><p>x</p></article>"


# --- names


def test_a_name_changes_with_the_content_only():
    assert hashed("assets/a.css", "x") == hashed("assets/a.css", "x") != hashed("assets/a.css", "y")
    assert hashed("assets/a.css", "x").startswith("assets/a.") and hashed("assets/a.css", "x").endswith(".css")


# --- scripts

HEAD = '<script defer src="../assets/js/frame.js"></script>\n<script defer src="../assets/js/quiz-types.js"></script>\n'


def test_scripts_are_minified_named_and_loaded_where_there_is_work(tmp_path):
    put(tmp_path, "assets/js/frame.js", "/* long */\nvar  a = 1;\n")
    put(tmp_path, "assets/js/quiz-types.js", "var q = 2;")
    pages = {"x/plain.html": HEAD + "<p>", "x/quiz.html": HEAD + '<form class="am-item">'}
    words = script(tmp_path, pages)
    assert "var a=1;" in words and "var q=2;" in words
    assert pages["x/plain.html"].count("<script") == 1 and pages["x/quiz.html"].count("<script") == 2
    src = pages["x/plain.html"].split('src="../')[1].split('"')[0]
    assert (tmp_path / src).read_text("utf-8") == "var a=1;"


def test_words_that_many_pages_share_move_into_the_script(tmp_path):
    put(tmp_path, "assets/js/quiz-types.js", "go();")
    data = '<script type="application/json" id="am-words">{{"a":"{}"}}</script>\n'
    pages = {
        f"x/{name}.html": f'{HEAD}<form class="am-item"></form>{data.format(word)}'
        for name, word in (("a", "ya"), ("b", "ya"), ("c", "yes"))
    }
    script(tmp_path, pages)
    assert all("application/json" not in html for html in pages.values())
    assert pages["x/a.html"] == pages["x/b.html"] != pages["x/c.html"]
    made = [path.read_text("utf-8") for path in tmp_path.glob("assets/js/quiz-types.*.js")]
    assert len(made) == 2 and all(text.endswith("go();") and '"{\\"a\\":' in text for text in made)


def test_a_script_that_is_not_there_is_not_asked_for(tmp_path):
    pages = {"x/plain.html": HEAD}
    script(tmp_path, pages)
    assert pages["x/plain.html"] == ""


# --- styles


def test_a_page_carries_what_its_first_screen_needs_and_links_to_the_rest(tmp_path):
    wide = "@media (min-width: 60em){h1{--wide:1;margin:var(--wide)}}"
    paper = "@media print{h1{color:black}}"
    put(tmp_path, "assets/css/a.css", "h1{color:red}.far{color:blue}.dead{color:green}" + wide + paper)
    put(
        tmp_path,
        "assets/css/b.css",
        "@font-face{font-family:F;src:url(../fonts/f.woff2)}p{font-family:F}p:hover{color:red}",
    )
    links = '<link rel="stylesheet" href="../assets/css/a.css">\n<link rel="stylesheet" href="../assets/css/b.css">\n'
    body = f'<article><h1>x</h1>{"<p>long</p>" * 400}<p class="far">x</p></article><footer class="am-footer"></footer>'
    pages = {"x/a.html": f"<html><head>{links}</head><body>{body}</body></html>"}
    style(tmp_path, pages, "")
    html = pages["x/a.html"]
    critical = html.split("<style>")[1].split("</style>")[0]
    assert "h1{color:red}" in critical and "url(../assets/fonts/f.woff2)" in critical
    assert "far" not in critical and "print" not in critical and "hover" not in critical
    name = html.split('<link rel="stylesheet" href="../')[1].split('"')[0]
    assert "wide" not in critical
    rest = (tmp_path / name).read_text("utf-8")
    assert "@font-face" in critical and "@font-face" not in rest
    assert ".far{" in rest and "@media print" in rest and "p:hover" in rest and "dead" not in rest
    assert html.index(f'<link rel="stylesheet" media="(min-width:40em)" href="../{name}">') < html.index("<article>")
    assert html.index("</article>") < html.index(f'<link rel="stylesheet" href="../{name}">') < html.index("<footer")


def test_first_screen_keeps_what_the_inline_script_switches():
    html = '<script>r.className="js"</script><article><p class="am-js">x</p></article>'
    assert ".js .am-js" in first_screen(".js .am-js{display:none}", html)


# --- security

PAGE = f'<head>{MARK}<script>go()</script><style>p{{}}</style></head><body><a href="x">x</a></body>'


def test_the_policy_names_exactly_the_inline_texts():
    pages = {"a.html": PAGE}
    secure(pages)
    assert MARK not in pages["a.html"] and source("go()") in pages["a.html"] and source("p{}") in pages["a.html"]
    assert "'unsafe" not in policy(PAGE) and "script-src 'self' 'sha256-" in policy(PAGE)


@pytest.mark.parametrize("tag", ['<p style="color:red">', '<button onclick="go()">'])
def test_what_the_policy_would_block_stops_the_build(tag):
    with pytest.raises(UnsafeMarkup, match=r"^x/a\.html: "):
        secure({"x/a.html": PAGE + tag})


def test_the_word_style_in_a_text_is_no_style():
    secure({"a.html": PAGE + "<p>Write style= and onclick= freely.</p>"})


# --- 404


def found(lang, href, body):
    article = f'<article class="a"><h1 id="h">{body}</h1><a href="index.html">home</a></article>'
    return f'<html lang="{lang}"><a href="{href}">x</a>{article}</html>'


def test_404_pages_have_absolute_addresses_and_the_root_speaks_every_language():
    pages = {
        "not-found.html": found("id", "en/not-found.html", "Tidak ada"),
        "en/not-found.html": found("en", "../not-found.html", "Not there"),
    }
    not_found(pages, "https://example.org/amanah/")
    assert set(pages) == {"404.html", "en/404.html"}
    root, en = pages["404.html"], pages["en/404.html"]
    assert 'href="/amanah/en/404.html"' in root and 'href="/amanah/404.html"' in en
    assert "Tidak ada" in root and '<section lang="en">' in root and "<h2>Not there</h2>" in root
    assert 'href="/amanah/en/index.html"' in root and root.count('id="h"') == 1
    assert "Tidak ada" not in en and 'href="/amanah/en/index.html"' in en


# --- sitemap


def page(*others):
    links = "".join(f'<a href="{href}" lang="{code}" hreflang="{code}">x</a>' for code, href in others)
    return f'<nav class="am-lang"><ul>{links}</ul></nav>'


def test_the_sitemap_pairs_the_languages():
    pages = {
        "index.html": page(("id", "index.html"), ("en", "en/index.html")),
        "en/index.html": page(("id", "../index.html"), ("en", "index.html")),
        "404.html": page(),
    }
    assert counterparts("en/index.html", pages["en/index.html"]) == {"id": "index.html", "en": "en/index.html"}
    text = sitemap(pages, "https://example.org/a/", "id")
    assert text.count("<loc>") == 2 and "404" not in text
    assert text.count('hreflang="en" href="https://example.org/a/en/"') == 2
    assert text.count('hreflang="x-default" href="https://example.org/a/"') == 2


def test_no_sitemap_without_an_address():
    assert sitemap({"index.html": page()}, "", "id") is None


# --- leftovers


def test_only_what_something_loads_stays(tmp_path):
    for path in (
        "assets/a.css",
        "assets/f.woff2",
        "assets/fonts/OFL.txt",
        "assets/js/bundle.js",
        "search/index.json",
        "robots.txt",
    ):
        put(tmp_path, path)
    put(tmp_path, "assets/a.css", 'x{src:url("f.woff2")}')
    put(tmp_path, "index.html", '<link href="assets/a.css"><style>x{src:url(assets/g.woff2)}</style>')
    put(tmp_path, "assets/g.woff2")
    removed = remove_leftovers(tmp_path, read_pages(tmp_path))
    assert removed == ["assets/js/bundle.js", "search/index.json"] and (tmp_path / "assets/g.woff2").exists()
    assert (
        not (tmp_path / "search").exists()
        and (tmp_path / "robots.txt").exists()
        and (tmp_path / "assets/f.woff2").exists()
    )
