### The theme’s texts in Spanish: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
date-long = { $day } de { month-name } de { $year }
date-day-month = { $day } de { month-name }
date-month = { month-name } de { $year }
date-year = { $year }

## Header and footer

skip-link = Ir al contenido principal
menu = Menú
    .label = Menú principal
home = Inicio
languages-label = Idioma
edition-missing = aún no disponible
breadcrumbs-label = Ruta de navegación
footer-label = Pie de página
feed-link = Suscribirse al canal Atom
feed-title = { $site }: novedades y actualizaciones

## Notices

language-name = { $code ->
    [vi] vietnamita
    [en] inglés
    [ar] árabe
    [he] hebreo
    [fa] persa
    [fr] francés
    [es] español
    [de] alemán
    [pt] portugués
    [it] italiano
    [id] indonesio
    [zh-Hans] chino simplificado
    [zh-Hant] chino tradicional
    [ja] japonés
    [ko] coreano
    [th] tailandés
    [lo] lao
    [km] jemer
    [ru] ruso
   *[other] { $name }
}
fallback-notice = Esta página aún no está disponible en español. El texto que sigue está en { $language }.
fallback-link = Abrir la página en { $language }
behind-notice = Esta página aún no ha seguido a la versión en { $language }. Lo que cambió allí:
behind-beginning = El comienzo de la página
draft-notice = Esta página es un borrador sin publicar.

## Below the title

published = Publicado { $precision ->
    [day] el { $date }
   *[month] en { $date }
}
updated = Actualizado { $precision ->
    [day] el { $date }
   *[month] en { $date }
}
reading-time = { $minutes ->
    [one] { $minutes } minuto de lectura
   *[other] { $minutes } minutos de lectura
}
translated = { $how ->
    [machine] Traducción automática, sin revisar
    [reviewed] Traducción automática, revisada
   *[human] Traducción
}

## In the text

toc = Índice
copy-link = Copiar el enlace a esta sección
    .done = Enlace copiado
alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución
footnotes-title = Notas
footnote-label = Nota { $number }
footnote-back = Volver a la llamada de la nota { $number }
cite-label = Fuente { $number }: { $title }
table-label = Tabla con desplazamiento horizontal
task-done = Hecho
task-open = Pendiente

## Figures and timeline

figure-as-of = { $precision ->
    [day] A { $date }
   *[month] En { $date }
}
figure-bound = { $bound ->
    [over] más de { $value }
    [under] menos de { $value }
   *[about] unos { $value }
}
source-link = Fuente { $number }

## Charts, tables, drawings

data-table = Los datos en una tabla
data-csv = Descargar en CSV
value-missing = no se conoce
chart-rest = El resto
chart-item = Qué
chart-time = Cuándo
chart-value = Valor
table-filter = Filtrar filas
table-shown = Filas mostradas

## Beside the text

in-brief = En breve
in-depth = Con más detalle
revisions-title = Cambios
how-to-cite = Cómo citar esta página
    .accessed = Añada el día en que la consultó.

## Sources

sources-title = Fuentes
source-type-article = Artículo
source-type-report = Informe
source-type-web = Página web
source-type-book = Libro
source-type-video = Vídeo
source-back = Volver a la cita { $number }

## Lists

list-title = Artículos
list-total = { $count ->
    [one] { $count } artículo
   *[other] { $count } artículos
}
list-empty = Todavía no hay artículos.
pagination-label = Páginas de esta lista
page-of = Página { $number } de { $pages }
page-previous = Página anterior
page-next = Página siguiente
page-number-title = { $title }, página { $number }
neighbours-label = Artículo anterior y artículo siguiente
neighbour-previous = Artículo anterior
neighbour-next = Artículo siguiente

## Topics

tags-title = Temas
tag-title = Tema: { $tag }

## Glossary

glossary-title = Glosario
letters-label = Buscar por letra
term-acronym = Sigla
term-forms = También llamado
term-twin = En { $language }
term-related = Términos relacionados
term-mentioned = Mencionado en
term-mentioned-more = { $count ->
    [one] … y un artículo más
   *[other] … y { $count } artículos más
}
term-avoid = Mejor no decir
glossary-table-link = El glosario en dos idiomas
glossary-sort = Ordenar por { $language }
glossary-files = Descargar todo el glosario
glossary-file = { $format ->
    [csv] CSV, para hojas de cálculo
    [tbx] TBX, para programas de terminología
   *[json] JSON, para otros programas
}

## Special pages

not-found-title = Página no encontrada
not-found-text = No hay ninguna página en esta dirección. Puede que la página se haya trasladado o que la dirección esté mal escrita.
not-found-home = Ir a la página de inicio
chooser-title = Elija un idioma
redirect-text = Esta página se ha trasladado a:

## Two languages side by side

side-by-side = En paralelo
pair-alone = Solo en español
pair-missing = Este pasaje aún no está en la versión española.

## The terms of a page

page-terms = Términos de esta página
term-back = Volver a «{ $term }» en el texto
