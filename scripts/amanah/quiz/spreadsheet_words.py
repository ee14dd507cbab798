"""What `amanah quiz sheet` says, in Indonesian and English."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    # a cell
    "empty": {"id": "sel ini kosong; isilah", "en": "this cell is empty; fill it in"},
    "translation": {
        "id": "teks ini belum ada dalam bahasa {lang}; tulis terjemahannya",
        "en": "this text is missing in {lang}; write the translation",
    },
    "conflict": {
        "id": "isinya lain dari baris {first}; tulis satu kali saja, di baris pertama soal",
        "en": "this differs from row {first}; write it once, on the item's first row",
    },
    "unlike": {
        "id": '"{value}" tidak dikenal di sini; tulis salah satu: {allowed}',
        "en": '"{value}" is not known here; write one of: {allowed}',
    },
    "unlike-nearest": {
        "id": '"{value}" tidak dikenal di sini; mungkin "{nearest}"? (yang ada: {allowed})',
        "en": '"{value}" is not known here; did you mean "{nearest}"? (one of: {allowed})',
    },
    "which-part": {
        "id": "sebut bagian soal di baris ini: {allowed}",
        "en": "say which part of the item this row is: {allowed}",
    },
    "no-part": {
        "id": 'soal {type} ini belum punya baris "{part}"; tambahkan',
        "en": 'this {type} item has no row "{part}"; add it',
    },
    "no-reason": {
        "id": 'baris alasan untuk "{key}" belum ada; tambahkan',
        "en": 'the row with the reason for "{key}" is missing; add it',
    },
    "only-one": {
        "id": 'baris "{part}" hanya boleh satu; hapus yang ini',
        "en": 'there can be one row "{part}" only; delete this one',
    },
    "misplaced": {
        "id": 'kolom ini tidak dipakai untuk "{part}" dari {type}; kosongkan',
        "en": 'this column is not used for "{part}" of {type}; empty it',
    },
    "invisible": {
        "id": "sel ini memuat huruf yang tidak terlihat ({character}); hapus atau ketik ulang",
        "en": "this cell holds an invisible character ({character}); delete or retype it",
    },
    "waiver": {
        "id": "tulis satu pengecualian per baris: ATURAN: alasan",
        "en": "write one waiver a line: RULE: reason",
    },
    "twice": {
        "id": '"{value}" sudah dipakai di baris {first}; tulis yang lain',
        "en": '"{value}" is used in row {first} already; write another',
    },
    "grade": {"id": "tulis nilai 0, 1, 2, atau 3", "en": "write a grade: 0, 1, 2 or 3"},
    "mark": {
        "id": '"{value}" bukan tanda; tulis x pada jawaban yang benar dan kosongkan yang lain',
        "en": '"{value}" is no mark; write x at what is right and leave the others empty',
    },
    "no-mark": {
        "id": "belum ada jawaban yang benar; tulis x di kolom ini",
        "en": "nothing is marked as right; write x in this column",
    },
    "several": {
        "id": "jawaban yang benar hanya satu, dan sudah ada di baris {first}; kosongkan",
        "en": "only one can be right, and row {first} is; empty this cell",
    },
    "pair": {
        "id": 'sebut key dari "{part}" yang cocok: {allowed}',
        "en": 'name the key of the "{part}" that it belongs to: {allowed}',
    },
    "no-such": {
        "id": '"{value}" bukan key dari "{part}" ({allowed})',
        "en": '"{value}" is no key of a "{part}" ({allowed})',
    },
    "position": {
        "id": "tulis urutannya: angka 1 sampai {most}",
        "en": "write its place in the order: a number from 1 to {most}",
    },
    "number": {
        "id": '"{value}" bukan bilangan; tulis angkanya saja, misalnya 78,47',
        "en": '"{value}" is not a number; write the number alone, such as 78,47',
    },
    "ambiguous": {
        "id": '"{value}" dapat dibaca dua cara; tulis {whole} atau {decimals}',
        "en": '"{value}" can be read in two ways; write {whole} or {decimals}',
    },
    "accept": {
        "id": "belum ada jawaban yang diterima dalam bahasa {lang}; tulis",
        "en": "no answer is accepted in {lang} yet; write one",
    },
    "code": {
        "id": '"{value}" bukan kode soal; tulis mN-qNN, misalnya m6-q03',
        "en": '"{value}" is not the code of an item; write mN-qNN, such as m6-q03',
    },
    "other-module": {
        "id": "{value}: kode di bank ini diawali m{number}",
        "en": "{value}: the codes of this bank begin with m{number}",
    },
    "retired": {
        "id": "{value}: kode ini sudah dipensiunkan; beri nomor baru",
        "en": "{value}: this code is retired; give it a new number",
    },
    "no-code": {
        "id": "baris ini tidak punya kode soal, dan tidak ada soal di atasnya",
        "en": "this row has no code, and there is no item above it",
    },
    "stale": {
        "id": "{code} di bank berubah sejak lembar ini dibuat; ekspor lagi",
        "en": "{code} has changed in the bank since this sheet was made; export it again",
    },
    "formula": {"id": "sel ini berisi rumus; tulis teksnya saja", "en": "this cell holds a formula; write the text"},
    "date": {
        "id": "sel ini berisi tanggal; jadikan format sel Teks, lalu tulis lagi",
        "en": "this cell holds a date; set its format to Text, then write it again",
    },
    "error-value": {
        "id": "sel ini berisi galat dari program lembar; tulis teksnya",
        "en": "this cell holds an error of the spreadsheet program; write the text",
    },
    "no-text": {"id": "sel ini bukan teks; tulis lagi", "en": "this cell is no text; write it again"},
    # the header, and the sheet as a whole
    "column": {"id": "kolom ini tidak dikenal; hapus", "en": "there is no such column; delete it"},
    "column-near": {
        "id": 'kolom ini tidak dikenal; mungkin "{nearest}"?',
        "en": 'there is no such column; did you mean "{nearest}"?',
    },
    "column-twice": {"id": "kolom ini ada dua kali; hapus satu", "en": "this column is there twice; delete one"},
    "column-missing": {
        "id": "kolom ini hilang, padahal bank memakainya; kembalikan (untuk menghapus, kosongkan selnya)",
        "en": "this column is gone, and the bank uses it; put it back (to delete texts, empty the cells)",
    },
    "no-rows": {"id": "lembar ini tidak berisi soal", "en": "this sheet has no items"},
    "cannot-patch": {
        "id": "perubahan ini tidak dapat ditulis ke dalam bank dengan aman; ubah langsung di bank",
        "en": "this change cannot be written into the bank safely; make it in the bank itself",
    },
    "no-header": {
        "id": "{file}: baris pertama tidak berisi nama kolom (code, type, part, …)",
        "en": "{file}: the first row does not hold the names of the columns (code, type, part, …)",
    },
    "not-utf8": {
        "id": "{file}: baris {line} bukan UTF-8; simpan sebagai CSV UTF-8, atau sebagai XLSX",
        "en": "{file}: line {line} is not UTF-8; save it as CSV UTF-8, or as XLSX",
    },
    "not-csv": {"id": "{file} bukan CSV yang utuh", "en": "{file} is not proper CSV"},
    "not-xlsx": {"id": "{file} bukan XLSX yang utuh", "en": "{file} is not a proper XLSX"},
    "too-large": {"id": "{file} terlalu besar untuk sebuah lembar soal", "en": "{file} is too large for a sheet"},
    # what the command says
    "place": {
        "id": '{file}: baris {row}, kolom "{column}"{cell}: ',
        "en": '{file}: row {row}, column "{column}"{cell}: ',
    },
    "nothing-written": {
        "id": "{count} kesalahan; bank tidak diubah.",
        "en": "{count} mistakes; the bank was not changed.",
    },
    "exported": {"id": "{count} soal ditulis ke {file}.", "en": "{count} items written to {file}."},
    "unchanged": {"id": "{bank}: tidak ada yang berubah.", "en": "{bank}: nothing has changed."},
    "changed": {"id": "{bank}: diubah: {codes}", "en": "{bank}: changed: {codes}"},
    "added": {"id": "{bank}: ditambahkan: {codes}", "en": "{bank}: added: {codes}"},
    "removed": {
        "id": "{bank}: dihapus: {codes}. Tulis kodenya di quizzes/retired.txt, satu per baris; jangan dipakai lagi.",
        "en": "{bank}: removed: {codes}. Put the codes into quizzes/retired.txt, one a line; never use them again.",
    },
    "next": {
        "id": "Jalankan `amanah check`. Soal yang teksnya berubah perlu kunci kedua lagi.",
        "en": "Run `amanah check`. Items whose text has changed need a second key again.",
    },
    "broken-bank": {
        "id": "{place}: bank ini belum dapat dibaca seluruhnya; jalankan `amanah check` dan perbaiki dahulu",
        "en": "{place}: the bank cannot be read in full; run `amanah check` and mend it first",
    },
    "same-code": {
        "id": "{place}: kode {code} dipakai dua kali; beri kode lain dahulu",
        "en": "{place}: the code {code} is used twice; give one another code first",
    },
    "which-bank": {
        "id": "bank mana yang dimaksud {file}? Sebut dengan --into BANK",
        "en": "which bank does {file} belong to? Name it with --into BANK",
    },
    "cannot-read": {"id": "{file} tidak dapat dibaca", "en": "{file} cannot be read"},
    "cannot-write": {"id": "{file} tidak dapat ditulis", "en": "{file} cannot be written"},
    "exists": {
        "id": "{file} sudah ada; hapus atau pakai nama lain",
        "en": "{file} is there already; delete it or use another name",
    },
}


def say(name: str, lang: str, /, **values: str) -> str:
    """The sentence called `name` in `lang`."""
    words = WORDS[name]
    return words.get(lang, words["en"]).format(**values)
