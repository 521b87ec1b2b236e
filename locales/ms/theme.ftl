### The theme’s texts in Malay: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] Januari
    [2] Februari
    [3] Mac
    [4] April
    [5] Mei
    [6] Jun
    [7] Julai
    [8] Ogos
    [9] September
    [10] Oktober
    [11] November
   *[12] Disember
}
date-long = { $day } { month-name } { $year }
date-day-month = { $day } { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = Langkau ke kandungan utama
menu = Menu
    .label = Menu utama
home = Laman utama
languages-label = Bahasa
edition-missing = belum tersedia
breadcrumbs-label = Laluan halaman
footer-label = Kaki halaman
feed-link = Ikuti melalui suapan Atom
feed-title = { $site }: baharu dan dikemas kini

## Notices

language-name = { $code ->
    [vi] bahasa Vietnam
    [en] bahasa Inggeris
    [ar] bahasa Arab
    [he] bahasa Ibrani
    [fa] bahasa Parsi
    [fr] bahasa Perancis
    [es] bahasa Sepanyol
    [de] bahasa Jerman
    [pt] bahasa Portugis
    [it] bahasa Itali
    [id] bahasa Indonesia
    [zh-Hans] bahasa Cina Ringkas
    [zh-Hant] bahasa Cina Tradisional
    [ja] bahasa Jepun
    [ko] bahasa Korea
    [th] bahasa Thai
    [lo] bahasa Lao
    [km] bahasa Khmer
    [ru] bahasa Rusia
    [ur] bahasa Urdu
    [tr] bahasa Turki
    [nl] bahasa Belanda
    [pl] bahasa Poland
    [uk] bahasa Ukraine
    [hi] bahasa Hindi
    [ms] bahasa Melayu
   *[other] { $name }
}
fallback-notice = Halaman ini belum tersedia dalam bahasa Melayu. Teks di bawah adalah dalam { $language }.
fallback-link = Buka halaman dalam { $language }
behind-notice = Halaman ini belum mengikuti versi bahasa { $language }. Yang berubah di sana:
behind-beginning = Permulaan halaman
draft-notice = Ini ialah draf yang belum diterbitkan.

## Below the title

published = Diterbitkan { $precision ->
    [day] pada { $date }
   *[month] pada { $date }
}
updated = Dikemas kini { $precision ->
    [day] pada { $date }
   *[month] pada { $date }
}
reading-time = Masa bacaan: { $minutes } minit
translated = { $how ->
    [machine] Terjemahan mesin, belum disemak
    [reviewed] Terjemahan mesin, telah disemak
   *[human] Terjemahan
}

## In the text

toc = Kandungan
copy-link = Salin pautan ke bahagian ini
    .done = Pautan disalin
alert-note = Nota
alert-tip = Petua
alert-important = Penting
alert-warning = Amaran
alert-caution = Berhati-hati
footnotes-title = Nota kaki
footnote-label = Nota kaki { $number }
footnote-back = Kembali ke rujukan { $number } dalam teks
cite-label = Sumber { $number }: { $title }
table-label = Jadual, boleh ditatal ke sisi
task-done = Selesai
task-open = Belum selesai

## Figures and timeline

figure-as-of = Setakat { $precision ->
    [day] { $date }
   *[month] { $date }
}
figure-bound = { $bound ->
    [over] lebih daripada { $value }
    [under] kurang daripada { $value }
   *[about] kira-kira { $value }
}
source-link = Sumber { $number }

## Charts, tables, drawings

data-table = Data dalam jadual
data-csv = Muat turun sebagai CSV
value-missing = tidak diketahui
chart-rest = Selebihnya
chart-item = Apa
chart-time = Bila
chart-value = Nilai
table-filter = Tapis baris
table-shown = Baris yang ditunjukkan

## Beside the text

in-brief = Secara ringkas
in-depth = Dengan lebih mendalam
revisions-title = Perubahan
how-to-cite = Cara memetik halaman ini
    .accessed = Tambahkan tarikh anda membacanya.

## Sources

sources-title = Sumber
source-type-article = Artikel
source-type-report = Laporan
source-type-web = Halaman web
source-type-book = Buku
source-type-video = Video
source-back = Kembali ke petikan { $number } dalam teks

## Lists

list-title = Artikel
list-total = { $count } artikel
list-empty = Belum ada artikel.
pagination-label = Halaman senarai ini
page-of = Halaman { $number } daripada { $pages }
page-previous = Halaman sebelumnya
page-next = Halaman seterusnya
page-number-title = { $title }, halaman { $number }
neighbours-label = Artikel sebelumnya dan seterusnya
neighbour-previous = Artikel sebelumnya
neighbour-next = Artikel seterusnya

## Topics

tags-title = Topik
tag-title = Topik: { $tag }

## Glossary

glossary-title = Glosari
letters-label = Cari mengikut huruf
term-acronym = Akronim
term-forms = Juga disebut
term-twin = Dalam { $language }
term-related = Istilah berkaitan
term-mentioned = Disebut dalam
term-mentioned-more = { $count ->
   *[other] … dan { $count } artikel lagi
}
term-avoid = Sebaiknya tidak disebut
glossary-table-link = Glosari dalam dua bahasa
glossary-sort = Isih mengikut bahasa { $language }
glossary-files = Muat turun seluruh glosari
glossary-file = { $format ->
    [csv] CSV, untuk hamparan elektronik
    [tbx] TBX, untuk program peristilahan
   *[json] JSON, untuk program lain
}

## Special pages

not-found-title = Halaman tidak ditemukan
not-found-text = Tiada halaman di alamat ini. Mungkin halaman itu telah dipindahkan, atau alamatnya tersalah taip.
not-found-home = Pergi ke laman utama
chooser-title = Pilih bahasa
redirect-text = Halaman ini telah dipindahkan ke:

## Two languages side by side

side-by-side = Bersebelahan
pair-alone = Bahasa Melayu sahaja
pair-missing = Petikan ini belum ada dalam edisi bahasa Melayu.

## The terms of a page

page-terms = Istilah di halaman ini
term-back = Kembali ke “{ $term }” dalam teks
