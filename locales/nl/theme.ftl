### The theme’s texts in Dutch: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
date-long = { $day } { month-name } { $year }
date-day-month = { $day } { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = Naar de hoofdinhoud
menu = Menu
    .label = Hoofdmenu
home = Startpagina
languages-label = Taal
edition-missing = nog niet beschikbaar
breadcrumbs-label = Kruimelpad
footer-label = Voettekst
feed-link = Volgen via de Atom-feed
feed-title = { $site }: nieuw en bijgewerkt

## Notices

language-name = { $code ->
    [vi] Vietnamees
    [en] Engels
    [ar] Arabisch
    [he] Hebreeuws
    [fa] Perzisch
    [fr] Frans
    [es] Spaans
    [de] Duits
    [pt] Portugees
    [it] Italiaans
    [id] Indonesisch
    [zh-Hans] Chinees (vereenvoudigd)
    [zh-Hant] Chinees (traditioneel)
    [ja] Japans
    [ko] Koreaans
    [th] Thai
    [lo] Laotiaans
    [km] Khmer
    [ru] Russisch
    [ur] Urdu
    [tr] Turks
    [nl] Nederlands
    [pl] Pools
    [uk] Oekraïens
    [hi] Hindi
    [ms] Maleis
   *[other] { $name }
}
fallback-notice = Deze pagina is nog niet beschikbaar in het Nederlands. De tekst hieronder is in het { $language }.
fallback-link = Pagina in het { $language } openen
behind-notice = Deze pagina loopt nog achter op de versie in het { $language }. Wat daar is veranderd:
behind-beginning = Het begin van de pagina
draft-notice = Dit is een concept dat nog niet is gepubliceerd.

## Below the title

published = Gepubliceerd { $precision ->
    [day] op { $date }
   *[month] in { $date }
}
updated = Bijgewerkt { $precision ->
    [day] op { $date }
   *[month] in { $date }
}
reading-time = Leestijd: { $minutes ->
    [one] { $minutes } minuut
   *[other] { $minutes } minuten
}
translated = { $how ->
    [machine] Machinevertaling, niet nagekeken
    [reviewed] Machinevertaling, nagekeken
   *[human] Vertaling
}

## In the text

toc = Inhoud
copy-link = Link naar dit deel kopiëren
    .done = Link gekopieerd
alert-note = Opmerking
alert-tip = Tip
alert-important = Belangrijk
alert-warning = Waarschuwing
alert-caution = Let op
footnotes-title = Noten
footnote-label = Noot { $number }
footnote-back = Terug naar de verwijzing naar noot { $number }
cite-label = Bron { $number }: { $title }
table-label = Tabel, zijwaarts te scrollen
task-done = Gedaan
task-open = Niet gedaan

## Figures and timeline

figure-as-of = Stand { $precision ->
    [day] op { $date }
   *[month] in { $date }
}
figure-bound = { $bound ->
    [over] meer dan { $value }
    [under] minder dan { $value }
   *[about] ongeveer { $value }
}
source-link = Bron { $number }

## Charts, tables, drawings

data-table = De gegevens als tabel
data-csv = Downloaden als CSV
value-missing = niet bekend
chart-rest = De rest
chart-item = Wat
chart-time = Wanneer
chart-value = Waarde
table-filter = Rijen filteren
table-shown = Getoonde rijen

## Beside the text

in-brief = In het kort
in-depth = Uitgebreider
revisions-title = Wijzigingen
how-to-cite = Deze pagina citeren
    .accessed = Voeg de datum toe waarop u de pagina hebt gelezen.

## Sources

sources-title = Bronnen
source-type-article = Artikel
source-type-report = Rapport
source-type-web = Webpagina
source-type-book = Boek
source-type-video = Video
source-back = Terug naar verwijzing { $number } in de tekst

## Lists

list-title = Artikelen
list-total = { $count ->
    [one] { $count } artikel
   *[other] { $count } artikelen
}
list-empty = Nog geen artikelen.
pagination-label = Pagina’s van deze lijst
page-of = Pagina { $number } van { $pages }
page-previous = Vorige pagina
page-next = Volgende pagina
page-number-title = { $title }, pagina { $number }
neighbours-label = Vorig en volgend artikel
neighbour-previous = Vorig artikel
neighbour-next = Volgend artikel

## Topics

tags-title = Onderwerpen
tag-title = Onderwerp: { $tag }

## Glossary

glossary-title = Begrippenlijst
letters-label = Zoeken op letter
term-acronym = Afkorting
term-forms = Ook genoemd
term-twin = In het { $language }
term-related = Verwante begrippen
term-mentioned = Genoemd in
term-mentioned-more = { $count ->
    [one] … en nog één artikel
   *[other] … en nog { $count } artikelen
}
term-avoid = Liever niet
glossary-table-link = De woordenlijst in twee talen
glossary-sort = Sorteren op { $language }
glossary-files = De hele begrippenlijst downloaden
glossary-file = { $format ->
    [csv] CSV, voor rekenbladen
    [tbx] TBX, voor terminologieprogramma’s
   *[json] JSON, voor andere programma’s
}

## Special pages

not-found-title = Pagina niet gevonden
not-found-text = Op dit adres staat geen pagina. Misschien is de pagina verplaatst of bevat het adres een typefout.
not-found-home = Naar de startpagina
chooser-title = Kies een taal
redirect-text = Deze pagina is verplaatst naar:

## Two languages side by side

side-by-side = Naast elkaar
pair-alone = Alleen Nederlands
pair-missing = Deze passage ontbreekt nog in de Nederlandse versie.

## The terms of a page

page-terms = Begrippen op deze pagina
term-back = Terug naar ‘{ $term }’ in de tekst
