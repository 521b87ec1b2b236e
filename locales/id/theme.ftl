### The theme’s texts in Indonesian: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] Januari
    [2] Februari
    [3] Maret
    [4] April
    [5] Mei
    [6] Juni
    [7] Juli
    [8] Agustus
    [9] September
    [10] Oktober
    [11] November
   *[12] Desember
}
date-long = { $day } { month-name } { $year }
date-day-month = { $day } { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = Langsung ke konten utama
menu = Menu
    .label = Menu utama
home = Beranda
languages-label = Bahasa
edition-missing = belum tersedia
breadcrumbs-label = Jalur navigasi
footer-label = Kaki halaman
feed-link = Ikuti lewat Atom
feed-title = { $site }: artikel baru dan pembaruan

## Notices

language-name = { $code ->
    [vi] bahasa Vietnam
    [en] bahasa Inggris
    [ar] bahasa Arab
    [he] bahasa Ibrani
    [fa] bahasa Persia
    [fr] bahasa Prancis
    [es] bahasa Spanyol
    [de] bahasa Jerman
    [pt] bahasa Portugis
    [it] bahasa Italia
    [id] bahasa Indonesia
    [zh-Hans] bahasa Tionghoa (aksara sederhana)
    [zh-Hant] bahasa Tionghoa (aksara tradisional)
    [ja] bahasa Jepang
    [ko] bahasa Korea
    [th] bahasa Thai
    [lo] bahasa Lao
    [km] bahasa Khmer
    [ru] bahasa Rusia
   *[other] { $name }
}
fallback-notice = Halaman ini belum tersedia dalam bahasa Indonesia. Teks berikut ditulis dalam { $language }.
fallback-link = Buka halaman dalam { $language }
behind-notice = Halaman ini belum mengikuti versi bahasa { $language }. Yang berubah di sana:
behind-beginning = Awal halaman
draft-notice = Ini draf yang belum diterbitkan.

## Below the title

published = Diterbitkan { $precision ->
    [day] pada { $date }
    [year] pada tahun { $date }
   *[month] pada { $date }
}
updated = Diperbarui { $precision ->
    [day] pada { $date }
    [year] pada tahun { $date }
   *[month] pada { $date }
}
reading-time = Waktu baca: { $minutes } menit
translated = { $how ->
    [machine] Terjemahan mesin, belum ditinjau
    [reviewed] Terjemahan mesin, sudah ditinjau
   *[human] Terjemahan
}

## In the text

toc = Daftar isi
copy-link = Salin tautan ke bagian ini
    .done = Tautan disalin
alert-note = Catatan
alert-tip = Kiat
alert-important = Penting
alert-warning = Peringatan
alert-caution = Hati-hati
footnotes-title = Catatan kaki
footnote-label = Catatan kaki { $number }
footnote-back = Kembali ke rujukan catatan kaki { $number }
cite-label = Sumber { $number }: { $title }
table-label = Tabel, dapat digulir ke samping
task-done = Selesai
task-open = Belum selesai

## Figures and timeline

figure-as-of = Per { $precision ->
    [day] { $date }
   *[month] { $date }
}
figure-bound = { $bound ->
    [over] lebih dari { $value }
    [under] kurang dari { $value }
   *[about] sekitar { $value }
}
source-link = Sumber { $number }

## Charts, tables, drawings

data-table = Data dalam tabel
data-csv = Unduh sebagai CSV
value-missing = tidak diketahui
chart-rest = Sisanya
chart-item = Apa
chart-time = Kapan
chart-value = Nilai
table-filter = Saring baris
table-shown = Baris yang ditampilkan

## Beside the text

in-brief = Ringkasnya
in-depth = Lebih dalam
revisions-title = Perubahan
how-to-cite = Cara mengutip halaman ini
    .accessed = Tambahkan tanggal Anda membacanya.

## Sources

sources-title = Sumber
source-type-article = Artikel
source-type-report = Laporan
source-type-web = Halaman web
source-type-book = Buku
source-type-video = Video
source-back = Kembali ke kutipan { $number }

## Lists

list-title = Artikel
list-total = { $count } artikel
list-empty = Belum ada artikel.
pagination-label = Halaman daftar ini
page-of = Halaman { $number } dari { $pages }
page-previous = Halaman sebelumnya
page-next = Halaman berikutnya
page-number-title = { $title }, halaman { $number }
neighbours-label = Artikel sebelumnya dan berikutnya
neighbour-previous = Artikel sebelumnya
neighbour-next = Artikel berikutnya

## Topics

tags-title = Topik
tag-title = Topik: { $tag }

## Glossary

glossary-title = Glosarium
letters-label = Cari menurut huruf
term-acronym = Singkatan
term-forms = Disebut juga
term-twin = Dalam { $language }
term-related = Istilah terkait
term-mentioned = Disebut dalam
term-mentioned-more = { $count ->
   *[other] … dan { $count } artikel lagi
}
term-avoid = Sebaiknya tidak disebut
glossary-table-link = Glosarium dalam dua bahasa
glossary-sort = Urutkan menurut bahasa { $language }
glossary-files = Unduh seluruh glosarium
glossary-file = { $format ->
    [csv] CSV, untuk lembar kerja
    [tbx] TBX, untuk program terminologi
   *[json] JSON, untuk program lain
}

## Special pages

not-found-title = Halaman tidak ditemukan
not-found-text = Tidak ada halaman di alamat ini. Mungkin halamannya sudah dipindahkan, atau alamatnya salah ketik.
not-found-home = Ke beranda
chooser-title = Pilih bahasa
redirect-text = Halaman ini telah pindah ke:

## Two languages side by side

side-by-side = Berdampingan
pair-alone = Hanya bahasa Indonesia
pair-missing = Bagian ini belum ada dalam versi bahasa Indonesia.

## The terms of a page

page-terms = Istilah di halaman ini
term-back = Kembali ke “{ $term }” dalam teks
