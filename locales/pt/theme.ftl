### The theme’s texts in Portuguese: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] dezembro
}
date-long = { $day ->
    [1] 1º
   *[other] { $day }
} de { month-name } de { $year }
date-day-month = { $day ->
    [1] 1º
   *[other] { $day }
} de { month-name }
date-month = { month-name } de { $year }
date-year = { $year }

## Header and footer

skip-link = Ir para o conteúdo principal
menu = Menu
    .label = Menu principal
home = Início
languages-label = Idioma
edition-missing = ainda não disponível
breadcrumbs-label = Trilha de navegação
footer-label = Rodapé
feed-link = Seguir pelo feed Atom
feed-title = { $site }: novidades e atualizações

## Notices

language-name = { $code ->
    [vi] vietnamita
    [en] inglês
    [ar] árabe
    [he] hebraico
    [fa] persa
    [fr] francês
    [es] espanhol
    [de] alemão
    [pt] português
    [it] italiano
    [id] indonésio
    [zh-Hans] chinês simplificado
    [zh-Hant] chinês tradicional
    [ja] japonês
    [ko] coreano
    [th] tailandês
    [lo] laosiano
    [km] khmer
    [ru] russo
   *[other] { $name }
}
fallback-notice = Esta página ainda não está disponível em português. O texto abaixo está em { $language }.
fallback-link = Abrir a página em { $language }
behind-notice = Esta página ainda não acompanhou a versão em { $language }. O que mudou nela:
behind-beginning = O início da página
draft-notice = Esta página é um rascunho não publicado.

## Below the title

published = Publicado { $precision ->
    [day] em { $date }
   *[month] em { $date }
}
updated = Atualizado { $precision ->
    [day] em { $date }
   *[month] em { $date }
}
reading-time = { $minutes ->
    [one] { $minutes } minuto de leitura
   *[other] { $minutes } minutos de leitura
}
translated = { $how ->
    [machine] Tradução automática, não revisada
    [reviewed] Tradução automática, revisada
   *[human] Tradução
}

## In the text

toc = Índice
copy-link = Copiar a ligação para esta secção
    .done = Ligação copiada
alert-note = Nota
alert-tip = Dica
alert-important = Importante
alert-warning = Aviso
alert-caution = Cuidado
footnotes-title = Notas
footnote-label = Nota { $number }
footnote-back = Voltar à chamada da nota { $number }
cite-label = Fonte { $number }: { $title }
table-label = Tabela com rolagem horizontal
task-done = Feito
task-open = Pendente

## Figures and timeline

figure-as-of = Dados de { $precision ->
    [day] { $date }
   *[month] { $date }
}
figure-bound = { $bound ->
    [over] mais de { $value }
    [under] menos de { $value }
   *[about] cerca de { $value }
}
source-link = Fonte { $number }

## Charts, tables, drawings

data-table = Os dados em tabela
data-csv = Descarregar em CSV
value-missing = desconhecido
chart-rest = O restante
chart-item = O quê
chart-time = Quando
chart-value = Valor
table-filter = Filtrar linhas
table-shown = Linhas mostradas

## Beside the text

in-brief = Em resumo
in-depth = Em pormenor
revisions-title = Alterações
how-to-cite = Como citar esta página
    .accessed = Acrescente a data em que a consultou.

## Sources

sources-title = Fontes
source-type-article = Artigo
source-type-report = Relatório
source-type-web = Página da web
source-type-book = Livro
source-type-video = Vídeo
source-back = Voltar à citação { $number }

## Lists

list-title = Artigos
list-total = { $count ->
    [0] Nenhum artigo
    [one] { $count } artigo
   *[other] { $count } artigos
}
list-empty = Ainda não há artigos.
pagination-label = Páginas desta lista
page-of = Página { $number } de { $pages }
page-previous = Página anterior
page-next = Próxima página
page-number-title = { $title }, página { $number }
neighbours-label = Artigo anterior e próximo artigo
neighbour-previous = Artigo anterior
neighbour-next = Próximo artigo

## Topics

tags-title = Temas
tag-title = Tema: { $tag }

## Glossary

glossary-title = Glossário
letters-label = Procurar por letra
term-acronym = Sigla
term-forms = Também chamado de
term-twin = Em { $language }
term-related = Termos relacionados
term-mentioned = Mencionado em
term-mentioned-more = { $count ->
    [one] … e mais um artigo
   *[other] … e mais { $count } artigos
}
term-avoid = É melhor evitar
glossary-table-link = O glossário em duas línguas
glossary-sort = Ordenar por { $language }
glossary-files = Baixar todo o glossário
glossary-file = { $format ->
    [csv] CSV, para planilhas
    [tbx] TBX, para programas de terminologia
   *[json] JSON, para outros programas
}

## Special pages

not-found-title = Página não encontrada
not-found-text = Não há nenhuma página neste endereço. A página pode ter mudado de lugar, ou o endereço pode conter um erro.
not-found-home = Ir para a página inicial
chooser-title = Escolha um idioma
redirect-text = Esta página mudou para:

## Two languages side by side

side-by-side = Lado a lado
pair-alone = Só em português
pair-missing = Este trecho ainda não está na versão portuguesa.

## The terms of a page

page-terms = Termos desta página
term-back = Voltar a “{ $term }” no texto
