### The theme’s texts in Russian: a first version, which wants review by a native reader.

## Dates

# Genitive, after a day; `date-month` has the nominative.
month-name = { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}
date-long = { $day } { month-name } { $year } года
date-day-month = { $day } { month-name }
date-month = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
} { $year } года
date-year = { $year } год

## Header and footer

skip-link = Перейти к основному содержанию
menu = Меню
    .label = Главное меню
home = Главная
languages-label = Язык
edition-missing = пока нет
breadcrumbs-label = Навигационная цепочка
footer-label = Нижнее меню
feed-link = Подписаться на ленту Atom
feed-title = { $site }: новые и обновлённые материалы

## Notices

language-name = { $code ->
    [vi] вьетнамский
    [en] английский
    [ar] арабский
    [he] иврит
    [fa] персидский
    [fr] французский
    [es] испанский
    [de] немецкий
    [pt] португальский
    [it] итальянский
    [id] индонезийский
    [zh-Hans] упрощённый китайский
    [zh-Hant] традиционный китайский
    [ja] японский
    [ko] корейский
    [th] тайский
    [lo] лаосский
    [km] кхмерский
    [ru] русский
   *[other] { $name }
}
fallback-notice = Этой страницы пока нет на русском языке. Язык приведённого ниже текста — { $language }.
fallback-link = Открыть страницу ({ $language })
behind-notice = Эта страница ещё отстаёт от другой версии (язык: { $language }). Что там изменилось:
behind-beginning = Начало страницы
draft-notice = Это неопубликованный черновик.

## Below the title

published = { $precision ->
    [day] Опубликовано { $date }
   *[month] Опубликовано: { $date }
}
updated = { $precision ->
    [day] Обновлено { $date }
   *[month] Обновлено: { $date }
}
reading-time = Время чтения: { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}
translated = { $how ->
    [machine] Машинный перевод, не проверен
    [reviewed] Машинный перевод, проверен человеком
   *[human] Перевод
}

## In the text

toc = Содержание
copy-link = Скопировать ссылку на этот раздел
    .done = Ссылка скопирована
alert-note = Примечание
alert-tip = Совет
alert-important = Важно
alert-warning = Предупреждение
alert-caution = Осторожно
footnotes-title = Примечания
footnote-label = Примечание { $number }
footnote-back = Вернуться к сноске { $number } в тексте
cite-label = Источник { $number }: { $title }
table-label = Таблица, прокручивается по горизонтали
task-done = Сделано
task-open = Не сделано

## Figures and timeline

figure-as-of = По состоянию на { $precision ->
    [day] { $date }
   *[month] { $date }
}
figure-bound = { $bound ->
    [over] более { $value }
    [under] менее { $value }
   *[about] около { $value }
}
source-link = Источник { $number }

## Charts, tables, drawings

data-table = Данные в таблице
data-csv = Скачать в CSV
value-missing = неизвестно
chart-rest = Остальное
chart-item = Что
chart-time = Когда
chart-value = Значение
table-filter = Отобрать строки
table-shown = Показано строк

## Beside the text

in-brief = Коротко
in-depth = Подробнее
revisions-title = Изменения
how-to-cite = Как сослаться на эту страницу
    .accessed = Добавьте дату обращения.

## Sources

sources-title = Источники
source-type-article = Статья
source-type-report = Отчёт
source-type-web = Веб-страница
source-type-book = Книга
source-type-video = Видео
source-back = Вернуться к ссылке { $number } в тексте

## Lists

list-title = Статьи
list-total = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
    [many] { $count } статей
   *[other] { $count } статьи
}
list-empty = Статей пока нет.
pagination-label = Страницы этого списка
page-of = Страница { $number } из { $pages }
page-previous = Предыдущая страница
page-next = Следующая страница
page-number-title = { $title }, страница { $number }
neighbours-label = Предыдущая и следующая статьи
neighbour-previous = Предыдущая статья
neighbour-next = Следующая статья

## Topics

tags-title = Темы
tag-title = Тема: { $tag }

## Glossary

glossary-title = Глоссарий
letters-label = Найти по букве
term-acronym = Аббревиатура
term-forms = Другие названия
term-twin = Эквивалент ({ $language })
term-related = Связанные термины
term-mentioned = Где упоминается
term-mentioned-more = { $count ->
    [one] … и ещё { $count } статья
    [few] … и ещё { $count } статьи
    [many] … и ещё { $count } статей
   *[other] … и ещё { $count } статьи
}
term-avoid = Лучше не говорить
glossary-table-link = Глоссарий на двух языках
glossary-sort = Упорядочить по языку: { $language }
glossary-files = Скачать весь глоссарий
glossary-file = { $format ->
    [csv] CSV — для электронных таблиц
    [tbx] TBX — для терминологических программ
   *[json] JSON — для других программ
}

## Special pages

not-found-title = Страница не найдена
not-found-text = По этому адресу нет страницы. Возможно, она переехала или в адресе опечатка.
not-found-home = На главную страницу
chooser-title = Выберите язык
redirect-text = Теперь эта страница находится здесь:

## Two languages side by side

side-by-side = Параллельно
pair-alone = Только по-русски
pair-missing = В русской версии этого отрывка пока нет.

## The terms of a page

page-terms = Термины на этой странице
term-back = Назад к «{ $term }» в тексте
