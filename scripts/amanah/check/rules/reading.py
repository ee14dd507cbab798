"""S01 to S04: what the readers of banks, registers and front matter could not accept."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.registry import rule
from amanah.course.problem import Problem


@rule(
    "S01",
    severity="error",
    scope="all",
    id={
        "unreadable": "berkas ini tidak dapat dibuka; periksa izinnya",
        "too-large": "berkas ini lebih besar dari {limit} dan tidak dibaca; pecah menjadi beberapa berkas",
        "not-utf8": "berkas ini bukan UTF-8 ({byte} di sini); simpan sebagai UTF-8",
        "bom": "berkas ini diawali tanda BOM; simpan sebagai UTF-8 tanpa BOM",
        "control-character": "huruf kendali {code} ({count} kali); hapus",
        "line-ending": "akhir baris Windows ({count} kali); simpan dengan akhir baris LF",
        "tab": "tabulasi ({count} kali); pakai spasi",
        "several-documents": "hanya satu dokumen dalam satu berkas; hapus baris --- ini",
        "directive": "baris yang diawali % tidak dipakai di sini; hapus",
        "anchor": "jangkar (&nama) tidak dipakai di sini; tulis isinya, atau beri tanda kutip pada teks",
        "alias": "alias (*nama) tidak dipakai di sini; tulis isinya, atau beri tanda kutip pada teks",
        "tag": "tag (!nama) tidak dipakai di sini; hapus, atau beri tanda kutip pada teks",
        "merge-key": "gabungan (<<) tidak dipakai di sini; tulis setiap isian",
        "key-not-text": "nama isian harus berupa teks",
        "no-value": '"{key}" tidak punya isi; teks yang memuat koma perlu tanda kutip',
        "too-deep": "isi ini bersarang lebih dari {limit} tingkat; sederhanakan",
        "starts-with": 'teks diawali "{character}"; beri tanda kutip pada teks itu',
        "starts-with-quote": (
            "teks diawali kata bertanda kutip ({character}) lalu berlanjut; beri tanda kutip pada seluruh teks"
        ),
        "contains": 'teks memuat "{character}"; beri tanda kutip pada teks itu',
        "quote-inside": "ada tanda kutip {character} di dalam teks bertanda kutip sama; pakai “ dan ” di dalamnya",
        "unclosed-quote": "tanda kutip {character} ini tidak ditutup; tambahkan penutupnya",
        "unclosed-bracket": "kurung {character} ini tidak ditutup; tambahkan penutupnya",
        "bad-escape": 'garis miring terbalik {character} tidak berarti apa-apa di antara tanda kutip "; tulis \\\\',
        "misplaced": "baris ini tidak cocok di bawah baris sebelumnya; periksa lekukan dan titik duanya",
        "syntax": "baris ini bukan YAML; periksa tanda kutip, titik dua, dan lekukan: {line}",
    },
    en={
        "unreadable": "this file cannot be opened; look at its permissions",
        "too-large": "this file is larger than {limit} and was not read; split it into several",
        "not-utf8": "this file is not UTF-8 ({byte} stands here); save it as UTF-8",
        "bom": "this file begins with a byte order mark; save it as UTF-8 without one",
        "control-character": "control character {code} ({count} in all); delete it",
        "line-ending": "Windows line endings ({count} in all); save the file with LF",
        "tab": "tab ({count} in all); use spaces",
        "several-documents": "one document a file; delete this --- line",
        "directive": "lines that begin with % are not used here; delete it",
        "anchor": "anchors (&name) are not used here; write out what it holds, or put the text in quotes",
        "alias": "aliases (*name) are not used here; write out what it stands for, or put the text in quotes",
        "tag": "tags (!name) are not used here; delete it, or put the text in quotes",
        "merge-key": "merge keys (<<) are not used here; write every field",
        "key-not-text": "the name of a field must be a text",
        "no-value": '"{key}" has no value; a text that holds a comma needs quotes',
        "too-deep": "this is nested more than {limit} levels deep; simplify it",
        "starts-with": 'the text begins with "{character}"; put it in quotes',
        "starts-with-quote": "the text begins with a quoted word ({character}) and goes on; put all of it in quotes",
        "contains": 'the text contains "{character}"; put it in quotes',
        "quote-inside": "a {character} stands inside a text in the same quotes; use “ and ” inside",
        "unclosed-quote": "this {character} is never closed; add the closing one",
        "unclosed-bracket": "this {character} is never closed; add the closing one",
        "bad-escape": 'the backslash {character} means nothing between " quotes; write \\\\',
        "misplaced": "this line does not fit under the one above; look at its indentation and its colon",
        "syntax": "this line is not YAML; look at its quotes, colons and indentation: {line}",
    },
)
def readable(context: Context) -> Iterator[Problem]:
    """Banks, registers and front matter are plain YAML: UTF-8, spaces, every text in quotes where it needs them.

    YAML can do more than a bank should (aliases, tags, several documents), and reads some texts otherwise than their
    author meant. What is left is easy to write, easy to translate and means what it looks like.

    Bad: `stem: {id: Apa arti: jujur?}`
    Good: `stem: {id: "Apa arti: jujur?"}`
    """
    return context.reported("S01")


@rule(
    "S02",
    severity="error",
    scope="all",
    id='"{key}" sudah ada di baris {first_line}; hapus salah satu',
    en='"{key}" is already there in line {first_line}; delete one of the two',
)
def no_duplicate_keys(context: Context) -> Iterator[Problem]:
    """No field is written twice.

    YAML keeps one of the two without a word, and the question is then another one than its author sees.

    Bad: `answer: a` and, five lines below, `answer: b`
    Good: `answer: b`
    """
    return context.reported("S02")


@rule(
    "S03",
    severity="error",
    scope="all",
    id={
        "cut": (
            'teks ini terpotong menjadi "{text}", karena "{lost}" dibaca sebagai komentar; beri tanda kutip pada teks'
        ),
        "comment": 'komentar "{text}" harus berdiri di barisnya sendiri',
    },
    en={
        "cut": 'this text is cut off to "{text}", because "{lost}" is read as a comment; put the text in quotes',
        "comment": 'the comment "{text}" must stand on a line of its own',
    },
)
def no_cut_texts(context: Context) -> Iterator[Problem]:
    """No text is cut off by a #.

    Without quotes, " #" begins a comment, and the rest of the text is gone without a word. So that no doubt is left,
    comments stand on lines of their own.

    Bad: `stem: {id: Loket #3 buka?}`
    Good: `stem: {id: "Loket #3 buka?"}`
    """
    return context.reported("S03")


@rule(
    "S04",
    severity="error",
    scope="all",
    id={
        "unknown-field": 'tidak ada isian "{field}" di sini (yang ada: {fields})',
        "unknown-field-nearest": 'tidak ada isian "{field}" di sini; mungkin "{nearest}"? (yang ada: {fields})',
        "missing-field": 'isian "{field}" belum ada; tambahkan',
        "missing-type": 'isian "{field}" belum ada; pilih salah satu: {allowed}',
        "wrong-value": '{field} tidak boleh "{value}"; pilih salah satu: {allowed}',
        "wrong-value-nearest": '{field} tidak boleh "{value}"; mungkin "{nearest}"? (pilihannya: {allowed})',
        "not-text": "{field} harus berupa teks, bukan {value}",
        "not-list": 'isi {field} harus berupa daftar ([…] atau baris dengan "- "), bukan {value}',
        "not-mapping": "{field} harus berupa isian bernama ({{nama: isi}}), bukan {value}",
        "not-number": '{field} harus berupa bilangan, bukan "{value}"',
        "not-yes-or-no": '{field} harus true atau false, bukan "{value}"',
        "out-of-range": "{field} di luar batas ({value}; batasnya {limit})",
        "wrong-pattern": '{field} "{value}" tidak sesuai pola {pattern}',
        "wrong": '{field} salah ("{value}"): {reason}',
    },
    en={
        "unknown-field": 'there is no field "{field}" here (there are: {fields})',
        "unknown-field-nearest": 'there is no field "{field}" here; did you mean "{nearest}"? (there are: {fields})',
        "missing-field": 'the field "{field}" is missing; add it',
        "missing-type": 'the field "{field}" is missing; choose one of: {allowed}',
        "wrong-value": '{field} cannot be "{value}"; choose one of: {allowed}',
        "wrong-value-nearest": '{field} cannot be "{value}"; did you mean "{nearest}"? (one of: {allowed})',
        "not-text": "{field} must be a text, not {value}",
        "not-list": '{field} must be a list ([…] or lines with "- "), not {value}',
        "not-mapping": "{field} must be named fields ({{name: value}}), not {value}",
        "not-number": '{field} must be a number, not "{value}"',
        "not-yes-or-no": '{field} must be true or false, not "{value}"',
        "out-of-range": "{field} is out of range ({value}; the limit is {limit})",
        "wrong-pattern": '{field} "{value}" does not fit the pattern {pattern}',
        "wrong": '{field} is wrong ("{value}"): {reason}',
    },
)
def right_fields(context: Context) -> Iterator[Problem]:
    """Every field is known, none is missing, and each holds the kind of value that belongs there.

    A misspelt field would be silently ignored, and what its author wanted would not happen.

    Bad: `ansewr: b`
    Good: `answer: b`
    """
    return context.reported("S04")
