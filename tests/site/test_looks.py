"""Configuration, templates and style sheets as they stand in the repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml


class _Loader(yaml.SafeLoader):
    """Reads MkDocs' configuration without running anything."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: f"{suffix}")


@pytest.fixture(scope="module")
def config(root: Path) -> dict:
    return yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=_Loader)


def test_the_traps_of_the_stack_are_closed(config):
    assert "navigation.instant" not in config["theme"]["features"]
    assert [list(plugin) for plugin in config["plugins"]] == [["i18n"]]
    assert "hooks" not in config and "extra_css" not in config and "repo_url" not in config
    assert config["theme"]["font"] is False and config["use_directory_urls"] is False and config["strict"] is True
    assert set(config["validation"]["links"].values()) == set(config["validation"]["nav"].values()) == {"warn"}
    i18n = config["plugins"][0]["i18n"]
    assert i18n["docs_structure"] == "folder" and i18n["fallback_to_default"] is False


def test_every_language_says_what_the_site_is(config):
    for language in config["plugins"][0]["i18n"]["languages"]:
        assert language["site_description"] and language["copyright"]
        if not language.get("default"):
            titles = set(re.findall(r"'([A-Z][^']*)': ", repr(config["nav"])))
            assert titles == set(language["nav_translations"]), "every title of nav needs a translation"


def test_the_words_of_the_templates_are_in_the_register(root):
    words = yaml.safe_load((root / "docs/registers/interface.yml").read_text("utf-8"))
    used = {
        (path.name, key)
        for path in [*(root / "overrides").glob("*.html"), *(root / "overrides/partials").rglob("*.html")]
        for key in re.findall(r"""\bt\(["']([\w.-]+)["']\)""", path.read_text("utf-8"))
    }
    assert used and not [(name, key) for name, key in used if set(words.get(key, {})) < {"id", "en"}]


def test_no_template_or_sheet_asks_another_host(root):
    for path in (root / "overrides").rglob("*"):
        if path.suffix in (".html", ".css", ".js"):
            text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
            assert not re.search(r"https?://|//cdn", text), path


# --- colours: text 4.5, graphics and controls 3 (WCAG 2.2, 1.4.3 and 1.4.11). Straw and thread are ornament.

TEXT = [(front, back) for front in ("ink", "ink2", "nila", "nila-h") for back in ("paper", "mori")]
TEXT += [("on", "nila"), ("on", "nila-h"), ("mark-ink", "mark"), ("paper", "ink")]
TEXT += [(front, "paper") for front in ("t1", "t2", "t3", "i4", "t5", "t6", "ok", "no")]
TEXT += [(front, back) for back in ("ok-bg", "no-bg", "hint-bg") for front in (back[:-3], "ink")]
GRAPHICS = [(f"t{n}", back) for n in range(1, 7) for back in ("paper", "mori")]
GRAPHICS += [("ctl", "paper"), ("ctl", "mori"), ("ok", "paper"), ("no", "paper"), ("hint", "paper")]


def blocks(root: Path) -> dict[str, dict[str, str]]:
    css = (root / "overrides/assets/css/tokens.css").read_text("utf-8")
    found = re.findall(r"(:root[^{\n]*)\{([^}]*)\}", css)
    return {name.strip(): dict(re.findall(r"--am-([\w-]+): (#[0-9a-f]{3,6})", body)) for name, body in found}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_two_lists_of_dark_values_are_equal(root):
    found = blocks(root)
    assert set(found) == {":root", ":root:not([data-theme=light])", ":root[data-theme=dark]"}
    assert found[":root:not([data-theme=light])"] == found[":root[data-theme=dark]"]
    assert set(found[":root"]) == set(found[":root[data-theme=dark]"])


@pytest.mark.parametrize("scheme", [":root", ":root[data-theme=dark]"])
def test_contrast(root, scheme):
    colours = blocks(root)[scheme]
    for pairs, floor in ((TEXT, 4.5), (GRAPHICS, 3.0)):
        low = {pair: round(contrast(*(colours[name] for name in pair)), 2) for pair in pairs}
        assert not {pair: ratio for pair, ratio in low.items() if ratio < floor}
