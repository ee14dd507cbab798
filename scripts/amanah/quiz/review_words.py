"""What `amanah quiz review` says, in Indonesian and English.

How to write an answer is told without an example: one that names a letter would lean on the reviewer.
"""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "single-choice": {
        "id": "Pilih satu jawaban: tulis hurufnya.",
        "en": "Choose one answer: write its letter.",
    },
    "multiple-choice": {
        "id": "Pilih semua yang benar: tulis huruf-hurufnya, dipisah spasi.",
        "en": "Choose all that are right: write their letters with spaces between.",
    },
    "true-false": {
        "id": "Tulis benar atau salah.",
        "en": "Write true or false.",
    },
    "matching": {
        "id": "Jodohkan setiap huruf dengan satu angka: tulis huruf=angka, dipisah spasi.",
        "en": "Match every letter with a number: write letter=number, with spaces between.",
    },
    "ordering": {
        "id": "Tulis semua huruf menurut urutan yang benar, dipisah spasi.",
        "en": "Write all letters in the right order, with spaces between.",
    },
    "categorise": {
        "id": "Masukkan setiap huruf ke satu kelompok: tulis huruf=angka, dipisah spasi.",
        "en": "Put every letter into one group: write letter=number, with spaces between.",
    },
    "numeric": {
        "id": "Tulis satu angka.",
        "en": "Write one number.",
    },
    "short-answer": {
        "id": "Tulis satu atau dua kata.",
        "en": "Write a word or two.",
    },
    "situational-judgement": {
        "id": "Sebut tindakan terbaik dan tindakan yang tidak boleh terjadi: tulis terbaik=HURUF jangan=HURUF.",
        "en": "Name the best action and one that must not happen: write best=LETTER never=LETTER.",
    },
    "unit": {"id": "Satuan: {unit}", "en": "Unit: {unit}"},
    "answer": {"id": "jawaban", "en": "answer"},
    "progress": {"id": "Soal {number} dari {total} · {code}", "en": "Item {number} of {total} · {code}"},
    "welcome": {
        "id": "{total} soal untuk {reviewer}. Jawablah tanpa melihat bank soal atau pelajarannya.\n"
        "Enter tanpa jawaban: lewati · q: berhenti. Setiap jawaban langsung disimpan; jalankan lagi untuk melanjutkan.",
        "en": "{total} items for {reviewer}. Answer without looking at the bank or at the lessons.\n"
        "Enter without an answer: skip · q: stop. Every answer is kept at once; run the command again to go on.",
    },
    "done": {
        "id": "{count} jawaban dicatat di {file}. Sisa {left} soal.",
        "en": "{count} answers recorded in {file}. {left} items left.",
    },
    "none": {
        "id": "Tidak ada soal yang perlu Anda jawab di {bank}. Dengan --all semua soal ditanyakan lagi.",
        "en": "There is no item in {bank} for you to answer. With --all every item is asked again.",
    },
    "sheet-head": {
        "id": "Lembar kunci kedua. Tulis jawaban Anda di belakang setiap 'jawaban:' dan simpan sebagai teks biasa.\n"
        "Jawab tanpa melihat bank soal atau pelajarannya. Kosongkan yang tidak Anda ketahui; jangan ubah baris lain.",
        "en": "Sheet for a second key. Write your answer behind each 'answer:' and save it as plain text.\n"
        "Answer without looking at the bank or at the lessons. Leave blank what you do not know. Change no other line.",
    },
    "sheet-written": {"id": "{count} soal ditulis ke {file}.", "en": "{count} items written to {file}."},
    "own-items": {
        "id": "Tidak ditanyakan karena Anda penulisnya: {codes}",
        "en": "Not asked, because you wrote them: {codes}",
    },
    "unreadable-items": {
        "id": "Di bank ini ada {count} masalah bacaan (yang pertama: {place}); jalankan `amanah check`.",
        "en": "The bank has {count} reading problems (the first: {place}); run `amanah check`.",
    },
    "bad-line": {"id": "{file}:{line}: {reason}", "en": "{file}:{line}: {reason}"},
    # Why something is no answer
    "nothing": {"id": "belum ada jawaban", "en": "there is no answer"},
    "no-choice": {
        "id": '"{typed}" bukan pilihan di sini ({choices})',
        "en": '"{typed}" is not a choice here ({choices})',
    },
    "no-truth": {
        "id": '"{typed}" bukan benar atau salah',
        "en": '"{typed}" is neither true nor false',
    },
    "no-pair": {
        "id": '"{typed}" bukan pasangan; tulis huruf=angka',
        "en": '"{typed}" is not a pair; write letter=number',
    },
    "no-number": {
        "id": '"{typed}" bukan angka; tulis angkanya saja',
        "en": '"{typed}" is not a number; write the number alone',
    },
    "no-judgement": {
        "id": '"{typed}" tidak menyebut dua tindakan yang berbeda; tulis terbaik=HURUF jangan=HURUF',
        "en": '"{typed}" does not name two different actions; write best=LETTER never=LETTER',
    },
    "twice": {"id": '"{typed}" ditulis dua kali', "en": '"{typed}" is named twice'},
    "missing": {"id": "belum ada: {missing}", "en": "still missing: {missing}"},
    "not-asked": {"id": "soal ini tidak perlu dijawab", "en": "this item needs no answer"},
    # What is wrong with a sheet
    "unknown-code": {
        "id": "{code} tidak ada di bank ini, atau tidak untuk Anda",
        "en": "{code} is not in this bank, or not for you to answer",
    },
    "changed": {
        "id": "{code} berubah sejak lembar ini dibuat; buat lembar baru",
        "en": "{code} has changed since this sheet was made; make a new one",
    },
    "answered-twice": {
        "id": "{code} sudah dijawab di baris {first}",
        "en": "{code} was answered in line {first} already",
    },
    "no-item": {"id": "jawaban tanpa soal di atasnya", "en": "an answer without an item above it"},
    "broken-head": {
        "id": "baris ini seharusnya berbentuk === KODE [SIDIK] dan tidak diubah",
        "en": "this line should read === CODE [FINGERPRINT] and stay as it was",
    },
    # Why the command cannot run
    "no-reviewer-name": {
        "id": "nama peninjau perlu paling sedikit satu huruf Latin atau angka",
        "en": "a reviewer's name needs at least one Latin letter or digit",
    },
    "name-taken": {
        "id": 'berkas {file} sudah milik "{owner}"; pakai nama yang lain',
        "en": 'the file {file} belongs to "{owner}"; use another name',
    },
    "author": {
        "id": "{reviewer} menulis bank ini; kunci kedua harus datang dari orang lain",
        "en": "{reviewer} wrote this bank; a second key has to come from somebody else",
    },
    "no-bank": {"id": "tidak ada bank soal {bank} di {folder}", "en": "there is no bank {bank} in {folder}"},
    "no-bank-nearest": {
        "id": "tidak ada bank soal {bank} di {folder}; maksud Anda {nearest}?",
        "en": "there is no bank {bank} in {folder}; did you mean {nearest}?",
    },
    "no-items": {
        "id": "tidak ada soal yang dapat dibaca di {bank}; jalankan `amanah check`",
        "en": "no item of {bank} can be read; run `amanah check`",
    },
    "no-language": {
        "id": 'tidak ada soal dalam bahasa "{lang}" di bank ini (ada: {languages})',
        "en": 'no item of this bank is in the language "{lang}" (there are: {languages})',
    },
    "broken-review": {
        "id": "{place}: jawaban yang sudah ada tidak dapat dibaca; perbaiki dahulu agar tidak hilang",
        "en": "{place}: the answers that are there cannot be read; mend the file first, so that none is lost",
    },
    "cannot-read": {"id": "{file} tidak dapat dibaca", "en": "{file} cannot be read"},
    "cannot-write": {"id": "{file} tidak dapat ditulis", "en": "{file} cannot be written"},
    "exists": {
        "id": "{file} sudah ada; hapus atau pakai nama lain",
        "en": "{file} is there already; delete it or use another name",
    },
    "both": {"id": "pakai --sheet atau --from, jangan keduanya", "en": "use --sheet or --from, not both"},
    "not-this-sheet": {
        "id": "{file}: lembar ini bukan untuk {reviewer} dan {bank} (baris awalnya menyebut {found})",
        "en": "{file}: this sheet is not for {reviewer} and {bank} (its first lines say {found})",
    },
}


def say(name: str, lang: str, /, **values: str) -> str:
    """The sentence called `name` in `lang`, or in English where there is none in that language."""
    words = WORDS[name]
    return words.get(lang, words["en"]).format(**values)
