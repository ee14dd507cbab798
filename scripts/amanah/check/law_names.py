"""Laws named in running text: "UU Nomor 25 Tahun 2009", "PP 96/2012", "Law No. 25 of 2009".

Each language writes them in its own way, and Indonesian short names turn up in English text too: all patterns are
tried on every text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amanah.course.course import Course

FIXED = ("uu", "perppu", "pp", "perpres", "keppres", "inpres", "permenpanrb", "kepmenpan")

# kind in the register → the ways in which it is written; the longer ones first
_KINDS: dict[str, tuple[str, ...]] = {
    "perppu": (r"Perppu", r"Peraturan Pemerintah Pengganti Undang-Undang", r"Government Regulation in Lieu of Law"),
    "uu": (r"UU", r"Undang-Undang", r"[Uu]ndang-undang", r"[Ll]aw", r"Act"),
    "pp": (r"PP", r"[Pp]eraturan [Pp]emerintah", r"GR", r"[Gg]overnment [Rr]egulation"),
    "perpres": (r"Perpres", r"[Pp]eraturan [Pp]residen", r"[Pp]residential [Rr]egulation"),
    "keppres": (r"Keppres", r"[Kk]eputusan [Pp]residen", r"[Pp]residential [Dd]ecree"),
    "inpres": (r"Inpres", r"[Ii]nstruksi [Pp]residen", r"[Pp]residential [Ii]nstruction"),
    "permenpanrb": (
        r"Permen ?PAN ?-?(?:RB|dan RB)?",
        r"Permenpan ?-?(?:RB)?",
        r"PermenPAN ?-?(?:RB)?",
        r"Peraturan Menteri (?:PAN ?-?(?:RB|dan RB)|Pendayagunaan Aparatur Negara(?: dan Reformasi Birokrasi)?)",
        r"(?:Ministerial|Minister|PANRB|PAN-RB|MenPAN-?RB)(?: PANRB| PAN-RB)? Regulation",
        r"Regulation of the Minister of (?:Administrative|State Apparatus)[A-Za-z\s]*",
    ),
    "kepmenpan": (r"Kepmen ?PAN ?-?(?:RB)?", r"Keputusan Menteri (?:PAN|Pendayagunaan)[A-Za-z\s]*"),
    # Other ministers, agencies and regions: the kind in the register is not fixed, number and year must do.
    "": (
        r"Permen[A-Za-z]{2,12}",
        r"Kepmen[A-Za-z]{2,12}",
        r"Peraturan (?:Menteri|Badan|Kepala|Komisi|Mahkamah|Daerah|Gubernur|Bupati|Wali Kota|Ombudsman|KPK|LAN|BKN|BPK)"
        r"(?: [A-Z][A-Za-z]*){0,6}",
        r"Per(?:kap|ka|ma|da|gub|bup|wali|kpk|KPK|ORI)",
        r"(?:KPK|Ombudsman|Ministry|Regional|Supreme Court|BKN|LAN) Regulation",
        r"SE",
        r"[Ss]urat [Ee]daran",
        r"[Cc]ircular(?: [Ll]etter)?",
    ),
}


def _wrapped(pattern: str) -> str:
    """The pattern with every space as any white space: a name may go on in the next line."""
    return pattern.replace(" ?", r"\s*").replace(" ", r"\s+")


_WORD = re.compile(
    r"(?<![\w/-])(?:"
    + "|".join(f"(?P<k{index}>{_wrapped('|'.join(names))})" for index, names in enumerate(_KINDS.values()))
    + r")(?:\s+(?:Republik\s+Indonesia|RI))?\s+(?:(?:[Nn]omor|[Nn]umber)\s+|[Nn]o\.?\s*)?"
    r"(?P<number>\d{1,4}[A-Z]?(?:/[A-Z][A-Z./-]{1,20})?)(?:\s*/\s*|\s+(?:Tahun|tahun|of|Year)\s+)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_NAMES = tuple(_KINDS)


@dataclass(frozen=True, slots=True)
class LawName:
    """A law as a text names it. ``kind`` is empty where the words do not tell; ``offset`` of its first letter."""

    text: str
    kind: str
    number: str
    year: str
    offset: int


def law_names(text: str) -> Iterator[LawName]:
    """Every law that a text names by kind, number and year, in order."""
    for match in _WORD.finditer(text):
        kind = next(_NAMES[index] for index in range(len(_NAMES)) if match[f"k{index}"])
        number = match["number"].partition("/")[0]
        yield LawName(" ".join(match[0].split()), kind, number, match["year"], match.start())


def unregistered(name: LawName, course: Course) -> str | None:
    """None if the register has it; otherwise the key of a law of another kind with its number and year, or ""."""
    other = ""
    for law in course.laws.values():
        if (law.number.casefold(), law.year) != (name.number.casefold(), name.year):
            continue
        if not name.kind or law.kind == name.kind or law.kind not in FIXED:
            return None
        other = law.key
    return other
