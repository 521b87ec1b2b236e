### The theme’s texts in Turkish: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] Ocak
    [2] Şubat
    [3] Mart
    [4] Nisan
    [5] Mayıs
    [6] Haziran
    [7] Temmuz
    [8] Ağustos
    [9] Eylül
    [10] Ekim
    [11] Kasım
   *[12] Aralık
}
date-long = { $day } { month-name } { $year }
date-day-month = { $day } { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = Ana içeriğe geç
menu = Menü
    .label = Ana menü
home = Ana sayfa
languages-label = Dil
edition-missing = henüz yok
breadcrumbs-label = Sayfa yolu
footer-label = Alt bilgi
feed-link = Atom akışıyla takip et
feed-title = { $site }: yeni ve güncellenen içerikler

## Notices

language-name = { $code ->
    [vi] Vietnamca
    [en] İngilizce
    [ar] Arapça
    [he] İbranice
    [fa] Farsça
    [fr] Fransızca
    [es] İspanyolca
    [de] Almanca
    [pt] Portekizce
    [it] İtalyanca
    [id] Endonezce
    [zh-Hans] Basitleştirilmiş Çince
    [zh-Hant] Geleneksel Çince
    [ja] Japonca
    [ko] Korece
    [th] Tayca
    [lo] Laoca
    [km] Kmerce
    [ru] Rusça
    [ur] Urduca
    [tr] Türkçe
    [nl] Felemenkçe
    [pl] Lehçe
    [uk] Ukraynaca
    [hi] Hintçe
    [ms] Malayca
   *[other] { $name }
}
fallback-notice = Bu sayfanın Türkçesi henüz yok. Aşağıdaki metnin dili: { $language }.
fallback-link = { $language } sayfayı aç
behind-notice = Bu sayfa henüz öteki sürümün ({ $language }) gerisinde. Orada değişenler:
behind-beginning = Sayfanın başı
draft-notice = Bu, yayımlanmamış bir taslaktır.

## Below the title

published = { $precision ->
    [day] { $date } tarihinde yayımlandı
    [year] { $date } yılında yayımlandı
   *[month] Yayımlanma: { $date }
}
updated = { $precision ->
    [day] { $date } tarihinde güncellendi
    [year] { $date } yılında güncellendi
   *[month] Güncelleme: { $date }
}
reading-time = Okuma süresi: { $minutes } dakika
translated = { $how ->
    [machine] Makine çevirisi, gözden geçirilmedi
    [reviewed] Makine çevirisi, gözden geçirildi
   *[human] Çeviri
}

## In the text

toc = İçindekiler
copy-link = Bu bölümün bağlantısını kopyala
    .done = Bağlantı kopyalandı
alert-note = Not
alert-tip = İpucu
alert-important = Önemli
alert-warning = Uyarı
alert-caution = Dikkat
footnotes-title = Notlar
footnote-label = Not { $number }
footnote-back = Metindeki { $number } numaralı not işaretine dön
cite-label = Kaynak { $number }: { $title }
table-label = Tablo, yana kaydırılabilir
task-done = Yapıldı
task-open = Yapılmadı

## Figures and timeline

figure-as-of = { $precision ->
    [day] { $date } itibarıyla
    [year] { $date } yılı itibarıyla
   *[month] { $date } itibarıyla
}
figure-bound = { $bound ->
    [over] { $value } üzeri
    [under] { $value } altı
   *[about] yaklaşık { $value }
}
source-link = Kaynak { $number }

## Charts, tables, drawings

data-table = Tablo olarak veriler
data-csv = CSV olarak indir
value-missing = bilinmiyor
chart-rest = Geri kalanı
chart-item = Ne
chart-time = Ne zaman
chart-value = Değer
table-filter = Satırları süz
table-shown = Gösterilen satırlar

## Beside the text

in-brief = Kısaca
in-depth = Ayrıntısıyla
revisions-title = Değişiklikler
how-to-cite = Bu sayfaya nasıl atıf yapılır
    .accessed = Sayfayı okuduğunuz tarihi ekleyin.

## Sources

sources-title = Kaynaklar
source-type-article = Makale
source-type-report = Rapor
source-type-web = Web sayfası
source-type-book = Kitap
source-type-video = Video
source-back = Metindeki { $number } numaralı atfa dön

## Lists

list-title = Yazılar
list-total = { $count } yazı
list-empty = Henüz yazı yok.
pagination-label = Bu listenin sayfaları
page-of = Sayfa { $number } / { $pages }
page-previous = Önceki sayfa
page-next = Sonraki sayfa
page-number-title = { $title }, sayfa { $number }
neighbours-label = Önceki ve sonraki yazı
neighbour-previous = Önceki yazı
neighbour-next = Sonraki yazı

## Topics

tags-title = Konular
tag-title = Konu: { $tag }

## Glossary

glossary-title = Terimler sözlüğü
letters-label = Harfe göre ara
term-acronym = Kısaltma
term-forms = Diğer adları
term-twin = { $language } karşılığı
term-related = İlgili terimler
term-mentioned = Geçtiği yerler
term-mentioned-more = { $count ->
    [one] … ve bir yazı daha
   *[other] … ve { $count } yazı daha
}
term-avoid = Kullanılmaması daha iyi olanlar
glossary-table-link = İki dilde terimler sözlüğü
glossary-sort = Şu dile göre sırala: { $language }
glossary-files = Sözlüğün tamamını indir
glossary-file = { $format ->
    [csv] CSV, hesap tabloları için
    [tbx] TBX, terim programları için
   *[json] JSON, diğer programlar için
}

## Special pages

not-found-title = Sayfa bulunamadı
not-found-text = Bu adreste bir sayfa yok. Sayfa taşınmış ya da adres yanlış yazılmış olabilir.
not-found-home = Ana sayfaya git
chooser-title = Dil seçin
redirect-text = Bu sayfanın yeni adresi:

## Two languages side by side

side-by-side = Yan yana
pair-alone = Yalnızca Türkçe
pair-missing = Bu bölüm Türkçe metinde henüz yok.

## The terms of a page

page-terms = Bu sayfadaki terimler
term-back = Metindeki “{ $term }” terimine dön
