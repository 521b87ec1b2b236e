### The theme’s texts in Polish: a first version, which wants review by a native reader.

## Dates

# Genitive, after a day; `date-month` has the nominative.
month-name = { $month ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
}
date-long = { $day } { month-name } { $year }
date-day-month = { $day } { month-name }
date-month = { $month ->
    [1] styczeń
    [2] luty
    [3] marzec
    [4] kwiecień
    [5] maj
    [6] czerwiec
    [7] lipiec
    [8] sierpień
    [9] wrzesień
    [10] październik
    [11] listopad
   *[12] grudzień
} { $year }
date-year = { $year }

## Header and footer

skip-link = Przejdź do treści głównej
menu = Menu
    .label = Menu główne
home = Strona główna
languages-label = Język
edition-missing = jeszcze niedostępny
breadcrumbs-label = Ścieżka nawigacji
footer-label = Stopka
feed-link = Śledź przez kanał Atom
feed-title = { $site }: nowe i zaktualizowane

## Notices

language-name = { $code ->
    [vi] wietnamski
    [en] angielski
    [ar] arabski
    [he] hebrajski
    [fa] perski
    [fr] francuski
    [es] hiszpański
    [de] niemiecki
    [pt] portugalski
    [it] włoski
    [id] indonezyjski
    [zh-Hans] chiński uproszczony
    [zh-Hant] chiński tradycyjny
    [ja] japoński
    [ko] koreański
    [th] tajski
    [lo] laotański
    [km] khmerski
    [ru] rosyjski
    [ur] urdu
    [tr] turecki
    [nl] niderlandzki
    [pl] polski
    [uk] ukraiński
    [hi] hindi
    [ms] malajski
   *[other] { $name }
}
fallback-notice = Tej strony nie ma jeszcze w języku polskim. Język poniższego tekstu: { $language }.
fallback-link = Otwórz tę stronę w innym języku ({ $language })
behind-notice = Ta strona nie nadąża jeszcze za inną wersją (język: { $language }). Co się tam zmieniło:
behind-beginning = Początek strony
draft-notice = To jest nieopublikowany szkic.

## Below the title

published = { $precision ->
    [day] Opublikowano { $date }
   *[month] Opublikowano: { $date }
}
updated = { $precision ->
    [day] Zaktualizowano { $date }
   *[month] Zaktualizowano: { $date }
}
reading-time = Czas czytania: { $minutes ->
    [one] { $minutes } minuta
    [few] { $minutes } minuty
    [many] { $minutes } minut
   *[other] { $minutes } minuty
}
translated = { $how ->
    [machine] Tłumaczenie maszynowe, niesprawdzone
    [reviewed] Tłumaczenie maszynowe, sprawdzone przez człowieka
   *[human] Tłumaczenie
}

## In the text

toc = Spis treści
copy-link = Kopiuj odnośnik do tej części
    .done = Skopiowano odnośnik
alert-note = Uwaga
alert-tip = Wskazówka
alert-important = Ważne
alert-warning = Ostrzeżenie
alert-caution = Ostrożnie
footnotes-title = Przypisy
footnote-label = Przypis { $number }
footnote-back = Wróć do odsyłacza { $number } w tekście
cite-label = Źródło { $number }: { $title }
table-label = Tabela przewijana w poziomie
task-done = Zrobione
task-open = Niezrobione

## Figures and timeline

figure-as-of = Stan na { $precision ->
    [day] { $date }
    [year] { $date } rok
   *[month] { $date }
}
figure-bound = { $bound ->
    [over] ponad { $value }
    [under] poniżej { $value }
   *[about] około { $value }
}
source-link = Źródło { $number }

## Charts, tables, drawings

data-table = Dane w tabeli
data-csv = Pobierz jako CSV
value-missing = nieznane
chart-rest = Reszta
chart-item = Co
chart-time = Kiedy
chart-value = Wartość
table-filter = Filtruj wiersze
table-shown = Widoczne wiersze

## Beside the text

in-brief = W skrócie
in-depth = Szerzej
revisions-title = Zmiany
how-to-cite = Jak cytować tę stronę
    .accessed = Proszę dodać datę przeczytania strony.

## Sources

sources-title = Źródła
source-type-article = Artykuł
source-type-report = Raport
source-type-web = Strona internetowa
source-type-book = Książka
source-type-video = Wideo
source-back = Wróć do przywołania { $number } w tekście

## Lists

list-title = Artykuły
list-total = { $count ->
    [one] { $count } artykuł
    [few] { $count } artykuły
    [many] { $count } artykułów
   *[other] { $count } artykułu
}
list-empty = Nie ma jeszcze artykułów.
pagination-label = Strony tej listy
page-of = Strona { $number } z { $pages }
page-previous = Poprzednia strona
page-next = Następna strona
page-number-title = { $title }, strona { $number }
neighbours-label = Poprzedni i następny artykuł
neighbour-previous = Poprzedni artykuł
neighbour-next = Następny artykuł

## Topics

tags-title = Tematy
tag-title = Temat: { $tag }

## Glossary

glossary-title = Słowniczek
letters-label = Szukaj według litery
term-acronym = Skrótowiec
term-forms = Inne nazwy
term-twin = Odpowiednik ({ $language })
term-related = Powiązane terminy
term-mentioned = Gdzie występuje
term-mentioned-more = { $count ->
    [one] … i jeszcze jeden artykuł
    [few] … i jeszcze { $count } artykuły
    [many] … i jeszcze { $count } artykułów
   *[other] … i jeszcze { $count } artykułu
}
term-avoid = Lepiej unikać
glossary-table-link = Słownik w dwóch językach
glossary-sort = Sortuj według języka: { $language }
glossary-files = Pobierz cały słowniczek
glossary-file = { $format ->
    [csv] CSV, do arkuszy kalkulacyjnych
    [tbx] TBX, do programów terminologicznych
   *[json] JSON, do innych programów
}

## Special pages

not-found-title = Nie znaleziono strony
not-found-text = Pod tym adresem nie ma strony. Być może została przeniesiona albo w adresie jest literówka.
not-found-home = Przejdź do strony głównej
chooser-title = Wybierz język
redirect-text = Ta strona została przeniesiona pod adres:

## Two languages side by side

side-by-side = Obok siebie
pair-alone = Tylko po polsku
pair-missing = W wersji polskiej nie ma jeszcze tego fragmentu.

## The terms of a page

page-terms = Terminy na tej stronie
term-back = Wróć do „{ $term }” w tekście
