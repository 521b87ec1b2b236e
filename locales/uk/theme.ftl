### The theme’s texts in Ukrainian: a first version, which wants review by a native reader.

## Dates

# Genitive, after a day; `date-month` has the nominative.
month-name = { $month ->
    [1] січня
    [2] лютого
    [3] березня
    [4] квітня
    [5] травня
    [6] червня
    [7] липня
    [8] серпня
    [9] вересня
    [10] жовтня
    [11] листопада
   *[12] грудня
}
date-long = { $day } { month-name } { $year } року
date-day-month = { $day } { month-name }
date-month = { $month ->
    [1] січень
    [2] лютий
    [3] березень
    [4] квітень
    [5] травень
    [6] червень
    [7] липень
    [8] серпень
    [9] вересень
    [10] жовтень
    [11] листопад
   *[12] грудень
} { $year } року
date-year = { $year } рік

## Header and footer

skip-link = Перейти до основного вмісту
menu = Меню
    .label = Головне меню
home = Головна
languages-label = Мова
edition-missing = поки що немає
breadcrumbs-label = Навігаційний ланцюжок
footer-label = Нижній колонтитул
feed-link = Стежити через стрічку Atom
feed-title = { $site }: нове й оновлене

## Notices

language-name = { $code ->
    [vi] в’єтнамська
    [en] англійська
    [ar] арабська
    [he] іврит
    [fa] перська
    [fr] французька
    [es] іспанська
    [de] німецька
    [pt] португальська
    [it] італійська
    [id] індонезійська
    [zh-Hans] спрощена китайська
    [zh-Hant] традиційна китайська
    [ja] японська
    [ko] корейська
    [th] тайська
    [lo] лаоська
    [km] кхмерська
    [ru] російська
    [ur] урду
    [tr] турецька
    [nl] нідерландська
    [pl] польська
    [uk] українська
    [hi] гінді
    [ms] малайська
   *[other] { $name }
}
fallback-notice = Цієї сторінки поки що немає українською. Мова наведеного нижче тексту — { $language }.
fallback-link = Відкрити сторінку ({ $language })
behind-notice = Ця сторінка ще відстає від іншої версії (мова: { $language }). Що там змінилося:
behind-beginning = Початок сторінки
draft-notice = Це неопублікована чернетка.

## Below the title

published = { $precision ->
    [day] Опубліковано { $date }
   *[month] Опубліковано: { $date }
}
updated = { $precision ->
    [day] Оновлено { $date }
   *[month] Оновлено: { $date }
}
reading-time = Час читання: { $minutes ->
    [one] { $minutes } хвилина
    [few] { $minutes } хвилини
    [many] { $minutes } хвилин
   *[other] { $minutes } хвилини
}
translated = { $how ->
    [machine] Машинний переклад, не перевірено
    [reviewed] Машинний переклад, перевірено людиною
   *[human] Переклад
}

## In the text

toc = Зміст
copy-link = Скопіювати посилання на цей розділ
    .done = Посилання скопійовано
alert-note = Примітка
alert-tip = Порада
alert-important = Важливо
alert-warning = Попередження
alert-caution = Обережно
footnotes-title = Примітки
footnote-label = Примітка { $number }
footnote-back = Повернутися до виноски { $number } у тексті
cite-label = Джерело { $number }: { $title }
table-label = Таблиця, прокручується горизонтально
task-done = Зроблено
task-open = Не зроблено

## Figures and timeline

figure-as-of = Станом на { $precision ->
    [day] { $date }
   *[month] { $date }
}
figure-bound = { $bound ->
    [over] понад { $value }
    [under] менше ніж { $value }
   *[about] близько { $value }
}
source-link = Джерело { $number }

## Charts, tables, drawings

data-table = Дані в таблиці
data-csv = Завантажити як CSV
value-missing = невідомо
chart-rest = Решта
chart-item = Що
chart-time = Коли
chart-value = Значення
table-filter = Відібрати рядки
table-shown = Показано рядків

## Beside the text

in-brief = Коротко
in-depth = Докладніше
revisions-title = Зміни
how-to-cite = Як посилатися на цю сторінку
    .accessed = Додайте дату звернення.

## Sources

sources-title = Джерела
source-type-article = Стаття
source-type-report = Звіт
source-type-web = Вебсторінка
source-type-book = Книга
source-type-video = Відео
source-back = Повернутися до посилання { $number } у тексті

## Lists

list-title = Статті
list-total = { $count ->
    [one] { $count } стаття
    [few] { $count } статті
    [many] { $count } статей
   *[other] { $count } статті
}
list-empty = Статей поки що немає.
pagination-label = Сторінки цього списку
page-of = Сторінка { $number } з { $pages }
page-previous = Попередня сторінка
page-next = Наступна сторінка
page-number-title = { $title }, сторінка { $number }
neighbours-label = Попередня й наступна статті
neighbour-previous = Попередня стаття
neighbour-next = Наступна стаття

## Topics

tags-title = Теми
tag-title = Тема: { $tag }

## Glossary

glossary-title = Глосарій
letters-label = Шукати за літерою
term-acronym = Абревіатура
term-forms = Інші назви
term-twin = Відповідник ({ $language })
term-related = Пов’язані терміни
term-mentioned = Де згадується
term-mentioned-more = { $count ->
    [one] … і ще { $count } стаття
    [few] … і ще { $count } статті
    [many] … і ще { $count } статей
   *[other] … і ще { $count } статті
}
term-avoid = Краще не казати
glossary-table-link = Глосарій двома мовами
glossary-sort = Упорядкувати за мовою: { $language }
glossary-files = Завантажити весь глосарій
glossary-file = { $format ->
    [csv] CSV — для електронних таблиць
    [tbx] TBX — для термінологічних програм
   *[json] JSON — для інших програм
}

## Special pages

not-found-title = Сторінку не знайдено
not-found-text = За цією адресою немає сторінки. Можливо, її перенесено або в адресі є помилка.
not-found-home = На головну сторінку
chooser-title = Виберіть мову
redirect-text = Тепер ця сторінка тут:

## Two languages side by side

side-by-side = Паралельно
pair-alone = Лише українською
pair-missing = В українській версії цього уривка поки що немає.

## The terms of a page

page-terms = Терміни на цій сторінці
term-back = Назад до «{ $term }» у тексті
