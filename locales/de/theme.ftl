### The theme’s texts in German: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
date-long = { $day }. { month-name } { $year }
date-day-month = { $day }. { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = Zum Hauptinhalt springen
menu = Menü
    .label = Hauptmenü
home = Startseite
languages-label = Sprache
edition-missing = noch nicht verfügbar
breadcrumbs-label = Navigationspfad
footer-label = Fußzeile
feed-link = Atom-Feed abonnieren
feed-title = { $site }: Neues und Aktualisiertes

## Notices

language-name = { $code ->
    [vi] Vietnamesisch
    [en] Englisch
    [ar] Arabisch
    [he] Hebräisch
    [fa] Persisch
    [fr] Französisch
    [es] Spanisch
    [de] Deutsch
    [pt] Portugiesisch
    [it] Italienisch
    [id] Indonesisch
    [zh-Hans] Chinesisch (vereinfacht)
    [zh-Hant] Chinesisch (traditionell)
    [ja] Japanisch
    [ko] Koreanisch
    [th] Thailändisch
    [lo] Laotisch
    [km] Khmer
    [ru] Russisch
   *[other] { $name }
}
fallback-notice = Diese Seite gibt es noch nicht auf Deutsch. Der folgende Text ist auf { $language }.
fallback-link = Seite auf { $language } öffnen
behind-notice = Diese Seite ist der Fassung auf { $language } noch nicht gefolgt. Dort hat sich geändert:
behind-beginning = Der Anfang der Seite
draft-notice = Dies ist ein unveröffentlichter Entwurf.

## Below the title

published = Veröffentlicht { $precision ->
    [day] am { $date }
    [year] { $date }
   *[month] im { $date }
}
updated = Aktualisiert { $precision ->
    [day] am { $date }
    [year] { $date }
   *[month] im { $date }
}
reading-time = Lesezeit: { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
translated = { $how ->
    [machine] Maschinelle Übersetzung, ungeprüft
    [reviewed] Maschinelle Übersetzung, geprüft
   *[human] Übersetzung
}

## In the text

toc = Inhalt
copy-link = Link zu diesem Abschnitt kopieren
    .done = Link kopiert
alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht
footnotes-title = Anmerkungen
footnote-label = Anmerkung { $number }
footnote-back = Zurück zum Verweis auf Anmerkung { $number }
cite-label = Quelle { $number }: { $title }
table-label = Tabelle, seitlich scrollbar
task-done = Erledigt
task-open = Offen

## Figures and timeline

figure-as-of = Stand: { $precision ->
    [day] { $date }
   *[month] { $date }
}
figure-bound = { $bound ->
    [over] mehr als { $value }
    [under] weniger als { $value }
   *[about] etwa { $value }
}
source-link = Quelle { $number }

## Charts, tables, drawings

data-table = Die Daten als Tabelle
data-csv = Als CSV herunterladen
value-missing = nicht bekannt
chart-rest = Der Rest
chart-item = Was
chart-time = Wann
chart-value = Wert
table-filter = Zeilen filtern
table-shown = Angezeigte Zeilen

## Beside the text

in-brief = Kurz gesagt
in-depth = Genauer
revisions-title = Änderungen
how-to-cite = Diese Seite zitieren
    .accessed = Ergänzen Sie den Tag, an dem Sie die Seite gelesen haben.

## Sources

sources-title = Quellen
source-type-article = Artikel
source-type-report = Bericht
source-type-web = Webseite
source-type-book = Buch
source-type-video = Video
source-back = Zurück zur Textstelle { $number }

## Lists

list-title = Artikel
list-total = { $count } Artikel
list-empty = Noch keine Artikel.
pagination-label = Seiten dieser Liste
page-of = Seite { $number } von { $pages }
page-previous = Vorherige Seite
page-next = Nächste Seite
page-number-title = { $title }, Seite { $number }
neighbours-label = Vorheriger und nächster Artikel
neighbour-previous = Vorheriger Artikel
neighbour-next = Nächster Artikel

## Topics

tags-title = Themen
tag-title = Thema: { $tag }

## Glossary

glossary-title = Glossar
letters-label = Nach Anfangsbuchstaben suchen
term-acronym = Abkürzung
term-forms = Auch genannt
term-twin = Auf { $language }
term-related = Verwandte Begriffe
term-mentioned = Erwähnt in
term-mentioned-more = { $count ->
    [one] … und ein weiterer Artikel
   *[other] … und { $count } weitere Artikel
}
term-avoid = Besser nicht
glossary-table-link = Das Glossar in zwei Sprachen
glossary-sort = Nach { $language } sortieren
glossary-files = Das ganze Glossar herunterladen
glossary-file = { $format ->
    [csv] CSV, für Tabellenprogramme
    [tbx] TBX, für Terminologieprogramme
   *[json] JSON, für andere Programme
}

## Special pages

not-found-title = Seite nicht gefunden
not-found-text = Unter dieser Adresse gibt es keine Seite. Vielleicht wurde sie verschoben, oder die Adresse enthält einen Tippfehler.
not-found-home = Zur Startseite
chooser-title = Sprache wählen
redirect-text = Diese Seite finden Sie jetzt hier:

## Two languages side by side

side-by-side = Nebeneinander
pair-alone = Nur auf Deutsch
pair-missing = Dieser Abschnitt fehlt noch in der deutschen Fassung.

## The terms of a page

page-terms = Begriffe auf dieser Seite
term-back = Zurück zu „{ $term }“ im Text
