### The theme’s texts in French: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
date-long = { $day ->
    [1] 1er
   *[other] { $day }
} { month-name } { $year }
date-day-month = { $day ->
    [1] 1er
   *[other] { $day }
} { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = Aller au contenu principal
menu = Menu
    .label = Menu principal
home = Accueil
languages-label = Langue
edition-missing = pas encore disponible
breadcrumbs-label = Fil d’Ariane
footer-label = Pied de page
feed-link = S’abonner au flux Atom
feed-title = { $site } : nouveautés et mises à jour

## Notices

language-name = { $code ->
    [vi] vietnamien
    [en] anglais
    [ar] arabe
    [he] hébreu
    [fa] persan
    [fr] français
    [es] espagnol
    [de] allemand
    [pt] portugais
    [it] italien
    [id] indonésien
    [zh-Hans] chinois simplifié
    [zh-Hant] chinois traditionnel
    [ja] japonais
    [ko] coréen
    [th] thaï
    [lo] lao
    [km] khmer
    [ru] russe
   *[other] { $name }
}
fallback-notice = Cette page n’est pas encore disponible en français. Le texte ci-dessous est en { $language }.
fallback-link = Ouvrir la page en { $language }
behind-notice = Cette page n’a pas encore suivi la version en { $language }. Ce qui y a changé :
behind-beginning = Le début de la page
draft-notice = Cette page est un brouillon non publié.

## Below the title

published = Publié { $precision ->
    [day] le { $date }
   *[month] en { $date }
}
updated = Mis à jour { $precision ->
    [day] le { $date }
   *[month] en { $date }
}
reading-time = { $minutes ->
    [one] { $minutes } minute de lecture
   *[other] { $minutes } minutes de lecture
}
translated = { $how ->
    [machine] Traduction automatique, non relue
    [reviewed] Traduction automatique, relue
   *[human] Traduction
}

## In the text

toc = Sommaire
copy-link = Copier le lien vers cette section
    .done = Lien copié
alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention
footnotes-title = Notes
footnote-label = Note { $number }
footnote-back = Revenir à l’appel de note { $number }
cite-label = Source { $number } : { $title }
table-label = Tableau à défilement horizontal
task-done = Fait
task-open = À faire

## Figures and timeline

figure-as-of = { $precision ->
    [day] Au { $date }
   *[month] En { $date }
}
figure-bound = { $bound ->
    [over] plus de { $value }
    [under] moins de { $value }
   *[about] environ { $value }
}
source-link = Source { $number }

## Charts, tables, drawings

data-table = Les données en tableau
data-csv = Télécharger en CSV
value-missing = inconnu
chart-rest = Le reste
chart-item = Quoi
chart-time = Quand
chart-value = Valeur
table-filter = Filtrer les lignes
table-shown = Lignes affichées

## Beside the text

in-brief = En bref
in-depth = En détail
revisions-title = Modifications
how-to-cite = Citer cette page
    .accessed = Ajoutez la date à laquelle vous l’avez consultée.

## Sources

sources-title = Sources
source-type-article = Article
source-type-report = Rapport
source-type-web = Page web
source-type-book = Livre
source-type-video = Vidéo
source-back = Revenir à la référence { $number }

## Lists

list-title = Articles
list-total = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
list-empty = Aucun article pour l’instant.
pagination-label = Pages de cette liste
page-of = Page { $number } sur { $pages }
page-previous = Page précédente
page-next = Page suivante
page-number-title = { $title }, page { $number }
neighbours-label = Article précédent et article suivant
neighbour-previous = Article précédent
neighbour-next = Article suivant

## Topics

tags-title = Thèmes
tag-title = Thème : { $tag }

## Glossary

glossary-title = Glossaire
letters-label = Rechercher par lettre
term-acronym = Sigle
term-forms = Aussi appelé
term-twin = En { $language }
term-related = Termes associés
term-mentioned = Mentionné dans
term-mentioned-more = { $count ->
    [one] … et un autre article
   *[other] … et { $count } autres articles
}
term-avoid = À éviter
glossary-table-link = Le glossaire en deux langues
glossary-sort = Trier par { $language }
glossary-files = Télécharger tout le glossaire
glossary-file = { $format ->
    [csv] CSV, pour les tableurs
    [tbx] TBX, pour les logiciels de terminologie
   *[json] JSON, pour les autres programmes
}

## Special pages

not-found-title = Page introuvable
not-found-text = Il n’y a pas de page à cette adresse. La page a peut-être été déplacée, ou l’adresse comporte une erreur.
not-found-home = Aller à la page d’accueil
chooser-title = Choisissez une langue
redirect-text = Cette page se trouve désormais ici :

## Two languages side by side

side-by-side = Côte à côte
pair-alone = En français seulement
pair-missing = Ce passage n’existe pas encore dans la version française.

## The terms of a page

page-terms = Termes de cette page
term-back = Retour à « { $term } » dans le texte
