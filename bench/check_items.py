"""How long does it take to read and check N questions?

    .venv/bin/python bench/check_items.py [--profile] [SIZE ...]

Makes a small course with N valid bilingual items of several types and a second key for each in a temporary folder,
checks it and prints CPU seconds and the most memory that it took: once per size, by default 2000, 5000 and 10000, each
in a process of its own. Twice the items should take twice the time.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import re
import resource
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

SIZES = (2000, 5000, 10000)
PER_BANK = 25
SAME_NUMBERS = (
    *[("", "")] * 6,
    (" dalam 14 hari", " within 14 days"),
    (" pada tahun 2009", " in 2009"),
    (" dua kali", " twice"),
)
KEYS = "abcd"
PLACES = (0, 2, 1, 3, 0, 1, 2, 3, 1, 0, 3, 2, 0, 3, 1, 2)  # where the keys stand, by the number of the item


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="SIZE")
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    arguments = parser.parse_args()
    print(f"{'items':>7} {'read s':>8} {'all s':>8} {'µs/item':>9} {'MB':>5}  findings")
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory() as folder:
            make_course(Path(folder), size)
            process = get_context("spawn").Process(target=measure, args=(Path(folder), size, arguments.profile))
            process.start()
            process.join()


def measure(root: Path, size: int, profile: bool) -> None:
    """Print one line: CPU seconds to read, and to read and check; the imports of the rules are counted."""
    from amanah.check.check import check, read

    start = time.process_time()
    read(root)
    reading = time.process_time() - start
    profiler = cProfile.Profile() if profile else None
    start = time.process_time()
    report = profiler.runcall(check, root) if profiler else check(root)
    whole = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    counts = f"{report.items:7} {reading:8.2f} {whole:8.2f} {whole / size * 1e6:9.0f} {memory:5.0f}"
    print(f"{counts}  {len(report.findings)}", flush=True)
    for finding in report.findings[:3]:
        print("        ", finding.place, finding.rule, finding.message("en"), file=sys.stderr)
    if profiler:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


# --- a synthetic course -----------------------------------------------------------------------------------------------


def make_course(root: Path, size: int) -> None:
    """A course of one lesson for each bank, ``size`` items, and a second key for each item."""
    luck = random.Random(6)
    write(root / "mkdocs.yml", "plugins: [{i18n: {languages: [{locale: id, default: true}, {locale: en}]}}]\n")
    book = "author = {Putnam, R.}, title = {T}, year = {1993}"
    write(root / "docs/registers/references.bib", f"@book{{putnam-1993, {book}}}\n")
    for number, start in enumerate(range(0, size, PER_BANK), 1):
        slug = f"{number}-module-{number}"
        quotes = [(sentence(luck, ID), sentence(luck, EN)) for _ in range(min(PER_BANK, size - start))]
        lesson(root, slug, number, quotes)
        items = [item(luck, slug, number, index, quote) for index, quote in enumerate(quotes, 1)]
        write(root / f"quizzes/{slug}.yml", f"module: {slug}\nauthor: wulan\nitems:\n" + "".join(items))
    second_keys(root)


def second_keys(root: Path) -> None:
    """Somebody who agrees with every key."""
    from amanah.quiz.bank import indexed, read_banks
    from amanah.quiz.review import Answer, Review, fingerprint, write_review

    review = Review("Sari")
    for _, read in indexed(read_banks(root)):
        answer = getattr(read, "answer", None) or {"best": "a", "never": "d"}
        said = getattr(answer, "value", answer)
        review.answers[read.code] = Answer(answer=said, fingerprint=fingerprint(read), date="2026-11-24")
    write_review(root, review)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def vocabulary(lang: str) -> list[str]:
    """The words of the course itself, without those that make a rule speak up ("always", "not", "twelve")."""
    from amanah.check.item_words import item_words
    from amanah.check.number_words import number_words
    from amanah.check.words import words

    lists = [item_words(lang)[name] for name in LOADED] + [words(lang)[name] for name in SAID]
    loaded = {word for phrases in lists for phrase in phrases for word in phrase.split()}
    loaded |= number_words(lang).first | number_words(lang).one
    lessons = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / lang).rglob("[1-9]-*.md")))
    return sorted(set(re.findall(r"(?<![\w@:.{\[-])[a-z]{4,}(?![\w:}\]-])", lessons)) - loaded)


LOADED = ("absolutes", "vague", "denials", "not", "no_in_other_words", "asks", "tells")
SAID = ("says_right", "says_wrong")
ID, EN = vocabulary("id"), vocabulary("en")


def sentence(luck: random.Random, words: list[str], length: int = 12) -> str:
    return " ".join(luck.sample(words, length)).capitalize()


def lesson(root: Path, slug: str, number: int, quotes: list[tuple[str, str]]) -> None:
    for column, lang in enumerate(("id", "en")):
        lines = [f"{pair[column]} {index}." for index, pair in enumerate(quotes, 1)]
        front = f"id: m{number}-l1\ntitle: T\nkind: page\ndescription: D.\n"
        body = "# T\n\n## Part {#part}\n\n" + "\n".join(lines)
        write(root / f"docs/{lang}/course/{slug}/1-lesson.md", f"---\n{front}---\n{body}\n")


def text(luck: random.Random, length: int, tail: str = "") -> str:
    """A text in both languages; every third one holds a number, as in the banks of the course."""
    ours, theirs = luck.choice(SAME_NUMBERS)
    ours, theirs = sentence(luck, ID, length) + ours + tail, sentence(luck, EN, length) + theirs + tail
    return f'{{id: "{ours}", en: "{theirs}"}}'


def item(luck: random.Random, slug: str, number: int, index: int, quote: tuple[str, str]) -> str:
    """One item in YAML; the types take turns, as in a bank that is written with care."""
    kind = ("single-choice",) * 6 + ("true-false", "matching", "numeric", "situational-judgement")
    type_ = kind[index % len(kind)]
    head = f"""  - code: m{number}-q{index:02}
    type: {type_}
    outcome: m{number}-o1
    level: apply
    use: [lesson, module]
    evidence:
      page: course/{slug}/1-lesson
      anchor: part
      quote: {{id: "{quote[0]}", en: "{quote[1]}"}}
    stem: {text(luck, 14, "?")}
"""
    if type_ == "single-choice":
        return head + single_choice(luck, quote, index)
    return head + BODIES[type_](luck, quote)


def single_choice(luck: random.Random, quote: tuple[str, str], index: int) -> str:
    key = PLACES[index % len(PLACES)]
    options = []
    for place in range(4):
        said = text(luck, 13) if place != key else echo(quote)
        options.append(f"      - key: {KEYS[place]}\n        text: {said}\n        why: {text(luck, 10, '.')}\n")
    return "    options:\n" + "".join(options) + f"    answer: {KEYS[key]}\n"


def true_false(luck: random.Random, quote: tuple[str, str]) -> str:
    whys = f'"true": {text(luck, 10)}\n      "false": {text(luck, 11)}'
    return f'    answer: "{luck.choice(["true", "false"])}"\n    why:\n      {whys}\n'


def matching(luck: random.Random, quote: tuple[str, str]) -> str:
    left = [f"      - {{key: l{n}, text: {text(luck, 4, f' l{n}')}, why: {text(luck, 8)}}}\n" for n in range(3)]
    right = [f"      - {{key: r{n}, text: {text(luck, 3, f' r{n}')}}}\n" for n in range(4)]
    return f"    left:\n{''.join(left)}    right:\n{''.join(right)}    answer: {{l0: r2, l1: r0, l2: r1}}\n"


def numeric(luck: random.Random, quote: tuple[str, str]) -> str:
    value = luck.randrange(100, 900)
    return f'    answer: {{value: "{value}", tolerance: "0.5", unit: "%"}}\n    why: {text(luck, 10)}\n'


def judgement(luck: random.Random, quote: tuple[str, str]) -> str:
    options = []
    for key, grade in zip(KEYS, "3210", strict=True):
        said = echo(quote) if key == "a" else text(luck, 13)
        options.append(f'      - {{key: {key}, grade: "{grade}", text: {said}, why: {text(luck, 9)}}}\n')
    return f"    options:\n{''.join(options)}    basis: [putnam-1993]\n"


def echo(quote: tuple[str, str]) -> str:
    """A key that repeats the words of its evidence, as a key should."""
    return f'{{id: "{quote[0]} ya", en: "{quote[1]} so"}}'


BODIES = {
    "true-false": true_false,
    "matching": matching,
    "numeric": numeric,
    "situational-judgement": judgement,
}


if __name__ == "__main__":
    main()
