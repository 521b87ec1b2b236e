### The theme’s texts in Italian: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] gennaio
    [2] febbraio
    [3] marzo
    [4] aprile
    [5] maggio
    [6] giugno
    [7] luglio
    [8] agosto
    [9] settembre
    [10] ottobre
    [11] novembre
   *[12] dicembre
}
date-long = { $day ->
    [1] 1º
   *[other] { $day }
} { month-name } { $year }
date-day-month = { $day ->
    [1] 1º
   *[other] { $day }
} { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = Vai al contenuto principale
menu = Menu
    .label = Menu principale
home = Home
languages-label = Lingua
edition-missing = non ancora disponibile
breadcrumbs-label = Percorso di navigazione
footer-label = Piè di pagina
feed-link = Segui il feed Atom
feed-title = { $site }: novità e aggiornamenti

## Notices

language-name = { $code ->
    [vi] vietnamita
    [en] inglese
    [ar] arabo
    [he] ebraico
    [fa] persiano
    [fr] francese
    [es] spagnolo
    [de] tedesco
    [pt] portoghese
    [it] italiano
    [id] indonesiano
    [zh-Hans] cinese semplificato
    [zh-Hant] cinese tradizionale
    [ja] giapponese
    [ko] coreano
    [th] thailandese
    [lo] lao
    [km] khmer
    [ru] russo
   *[other] { $name }
}
fallback-notice = Questa pagina non è ancora disponibile in italiano. Il testo che segue è in { $language }.
fallback-link = Apri la pagina in { $language }
behind-notice = Questa pagina non ha ancora seguito la versione in { $language }. Che cosa è cambiato lì:
behind-beginning = L’inizio della pagina
draft-notice = Questa pagina è una bozza non pubblicata.

## Below the title

published = Pubblicato: { $precision ->
    [day] { $date }
   *[month] { $date }
}
updated = Aggiornato: { $precision ->
    [day] { $date }
   *[month] { $date }
}
reading-time = Tempo di lettura: { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minuti
}
translated = { $how ->
    [machine] Traduzione automatica, non revisionata
    [reviewed] Traduzione automatica, revisionata
   *[human] Traduzione
}

## In the text

toc = Indice
copy-link = Copia il link a questa sezione
    .done = Link copiato
alert-note = Nota
alert-tip = Suggerimento
alert-important = Importante
alert-warning = Avvertenza
alert-caution = Attenzione
footnotes-title = Note
footnote-label = Nota { $number }
footnote-back = Torna al richiamo della nota { $number }
cite-label = Fonte { $number }: { $title }
table-label = Tabella con scorrimento orizzontale
task-done = Fatto
task-open = Da fare

## Figures and timeline

figure-as-of = Data di riferimento: { $precision ->
    [day] { $date }
   *[month] { $date }
}
figure-bound = { $bound ->
    [over] più di { $value }
    [under] meno di { $value }
   *[about] circa { $value }
}
source-link = Fonte { $number }

## Charts, tables, drawings

data-table = I dati in tabella
data-csv = Scarica in CSV
value-missing = non noto
chart-rest = Il resto
chart-item = Che cosa
chart-time = Quando
chart-value = Valore
table-filter = Filtra le righe
table-shown = Righe mostrate

## Beside the text

in-brief = In breve
in-depth = In dettaglio
revisions-title = Modifiche
how-to-cite = Come citare questa pagina
    .accessed = Aggiunga la data in cui l’ha consultata.

## Sources

sources-title = Fonti
source-type-article = Articolo
source-type-report = Rapporto
source-type-web = Pagina web
source-type-book = Libro
source-type-video = Video
source-back = Torna alla citazione { $number }

## Lists

list-title = Articoli
list-total = { $count ->
    [one] { $count } articolo
   *[other] { $count } articoli
}
list-empty = Non ci sono ancora articoli.
pagination-label = Pagine di questo elenco
page-of = Pagina { $number } di { $pages }
page-previous = Pagina precedente
page-next = Pagina successiva
page-number-title = { $title }, pagina { $number }
neighbours-label = Articolo precedente e articolo successivo
neighbour-previous = Articolo precedente
neighbour-next = Articolo successivo

## Topics

tags-title = Argomenti
tag-title = Argomento: { $tag }

## Glossary

glossary-title = Glossario
letters-label = Cerca per lettera
term-acronym = Sigla
term-forms = Detto anche
term-twin = In { $language }
term-related = Termini correlati
term-mentioned = Menzionato in
term-mentioned-more = { $count ->
    [one] … e un altro articolo
   *[other] … e altri { $count } articoli
}
term-avoid = Meglio non dire
glossary-table-link = Il glossario in due lingue
glossary-sort = Ordina per { $language }
glossary-files = Scarica tutto il glossario
glossary-file = { $format ->
    [csv] CSV, per i fogli di calcolo
    [tbx] TBX, per i programmi di terminologia
   *[json] JSON, per altri programmi
}

## Special pages

not-found-title = Pagina non trovata
not-found-text = A questo indirizzo non c’è nessuna pagina. Forse la pagina è stata spostata, oppure l’indirizzo contiene un errore.
not-found-home = Vai alla home page
chooser-title = Scegli la lingua
redirect-text = Questa pagina ora si trova qui:

## Two languages side by side

side-by-side = Testo a fronte
pair-alone = Solo in italiano
pair-missing = Questo passaggio manca ancora nella versione italiana.

## The terms of a page

page-terms = Termini di questa pagina
term-back = Torna a «{ $term }» nel testo
