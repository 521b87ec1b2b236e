### Every text that the theme shows, in English.
### Same names and order as locales/vi/theme.ftl. Sentence case; British spelling.

## Dates
## $day (number, 1–31), $month (number, 1–12), $year (text, four digits).
## Sentences that need a preposition write it themselves, see `published`.

month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-long = { $day } { month-name } { $year }
date-day-month = { $day } { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

# The page's first link, for people who use a keyboard or a screen reader.
skip-link = Skip to main content
# The button that opens the menu on a narrow screen. `.label`: spoken name of the navigation.
menu = Menu
    .label = Main menu
home = Home
# Spoken name of the language switch.
languages-label = Language
# Stands after the name of a language that this page does not have yet.
edition-missing = not available yet
# Spoken name of the path from the home page to this page.
breadcrumbs-label = Breadcrumbs
# Spoken name of the links at the foot of the page.
footer-label = Footer
# Link to the Atom feed.
feed-link = Follow by Atom feed
# Name of the Atom feed. $site: the site's title.
feed-title = { $site }: new and updated

## Notices

# Name of a language within a sentence. $code: its tag (vi, en, …); $name: its own name for itself.
language-name = { $code ->
    [vi] Vietnamese
    [en] English
    [ar] Arabic
    [he] Hebrew
    [fa] Persian
    [fr] French
    [es] Spanish
    [de] German
    [pt] Portuguese
    [it] Italian
    [id] Indonesian
    [zh-Hans] Simplified Chinese
    [zh-Hant] Traditional Chinese
    [ja] Japanese
    [ko] Korean
    [th] Thai
    [lo] Lao
    [km] Khmer
    [ru] Russian
    [ur] Urdu
    [tr] Turkish
    [nl] Dutch
    [pl] Polish
    [uk] Ukrainian
    [hi] Hindi
    [ms] Malay
   *[other] { $name }
}
# $language: the language of the content shown, as in `language-name`.
fallback-notice = This page is not available in English yet. The text below is in { $language }.
# Link to the edition shown, at its own address. $language: as above.
fallback-link = Open the { $language } page
# Above the sections in which the other language has moved on. $language: that language, as in `language-name`.
behind-notice = This page has not yet followed the { $language } one. What changed there:
# In place of a heading: what changed stands before the first one.
behind-beginning = The beginning of the page
draft-notice = This is a draft that has not been published.

## Below the title

# $precision is "day" where the day is known, "month" where only the month is, "year" where only the year is. $date: the date in words.
published = Published { $precision ->
    [day] on { $date }
   *[month] in { $date }
}
updated = Updated { $precision ->
    [day] on { $date }
   *[month] in { $date }
}
# $minutes: at least 1.
reading-time = { $minutes ->
    [one] { $minutes } minute to read
   *[other] { $minutes } minutes to read
}
# How this edition was translated. $how: human, machine, or reviewed (machine, then checked by a person).
translated = { $how ->
    [machine] Machine translation, not reviewed
    [reviewed] Machine translation, reviewed
   *[human] Translation
}

## In the text

toc = Contents
# Spoken name of the button beside a heading, which copies the address of the section; the heading follows. `.done`: said when it has been copied.
copy-link = Copy link to this section
    .done = Link copied
# Title of an alert: `> [!NOTE]`, `> [!TIP]`, …
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
# Title of the footnotes at the end of the text.
footnotes-title = Notes
# Spoken name of the link to a footnote. $number: the footnote's number.
footnote-label = Note { $number }
# Spoken name of the link from a footnote back to the text.
footnote-back = Back to reference { $number }
# Spoken name of a source's number in the text. $number: the source's number; $title: its title.
cite-label = Source { $number }: { $title }
# Spoken name of the box that holds a wide table.
table-label = Table, scrolls sideways
# Spoken in place of the box in a list of tasks.
task-done = Done
task-open = Not done

## Figures and timeline

# When a figure was so. $date and $precision: see `published`.
figure-as-of = As of { $precision ->
    [day] { $date }
   *[month] { $date }
}
# A number that is a bound or rounded. $value: the number; $bound: `over`, `under` or `about`.
figure-bound = { $bound ->
    [over] more than { $value }
    [under] under { $value }
   *[about] about { $value }
}
# Link to the source in the page's list of sources. $number: the source's number.
source-link = Source { $number }

## Charts, tables, drawings

# Opens the table of a chart's data.
data-table = The data as a table
# Link to the same data as a file for spreadsheets.
data-csv = Download as CSV
# A value that is not known.
value-missing = not known
# Of a share: the name of what is left of the whole.
chart-rest = The rest
# Above the names of a chart's values, in its table.
chart-item = What
# The same where they are times.
chart-time = When
# Above a chart's values where their unit is not given.
chart-value = Value
# Before the box in which readers type what rows of a table must hold.
table-filter = Filter rows
# Before two numbers: how many rows of the table are shown, of how many.
table-shown = Rows shown

## Beside the text

# Above a box with what there is to know in a few lines.
in-brief = In brief
# Opens what goes further than the text.
in-depth = In depth
# Title of the list of changes at the end of a page.
revisions-title = Revisions
# Opens the line to cite the page with. `.accessed`: after that line, of the day of reading.
how-to-cite = How to cite this page
    .accessed = Add the day on which you read it.

## Sources

sources-title = Sources
source-type-article = Article
source-type-report = Report
source-type-web = Web page
source-type-book = Book
source-type-video = Video
# Spoken name of the link from a source back to where it is cited. $number: which of the places on the page.
source-back = Back to citation { $number }

## Lists

# Title of the list of pages in a section.
list-title = Articles
# $count: how many pages.
list-total = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
# An empty list.
list-empty = No articles yet.
# Spoken name of the links between the pages of a list.
pagination-label = Pages of this list
# $number: the page shown; $pages: how many there are.
page-of = Page { $number } of { $pages }
page-previous = Previous page
page-next = Next page
# Title of the second and further pages of a list. $title: the list's title; $number: the page's number.
page-number-title = { $title }, page { $number }
# Spoken name of the links to the articles before and after.
neighbours-label = Previous and next article
neighbour-previous = Previous
neighbour-next = Next

## Topics

tags-title = Topics
# $tag: the topic's name.
tag-title = Topic: { $tag }

## Glossary

glossary-title = Glossary
# Spoken name of the row of letters.
letters-label = Look up by letter
# Stands before an acronym: "Acronym: LLM".
term-acronym = Acronym
# Stands before the term's other names.
term-forms = Also called
# Stands before the term in another language. $language: as in `language-name`.
term-twin = In { $language }
term-related = Related terms
term-mentioned = Mentioned in
# After a list that was cut. $count: the number of articles left out.
term-mentioned-more = { $count ->
    [one] … and one more article
   *[other] … and { $count } more articles
}
# Stands before the names that should not be used.
term-avoid = Better not called
# Link from the glossary to the table in two languages.
glossary-table-link = The glossary in two languages
# Spoken name of the button that sorts the table. $language: as in `language-name`.
glossary-sort = Sort by { $language }
# Title of the links to the glossary's files.
glossary-files = Download the whole glossary
# Link to one of them. $format: csv, tbx (ISO 30042) or json.
glossary-file = { $format ->
    [csv] CSV, for spreadsheets
    [tbx] TBX, for terminology programs
   *[json] JSON, for other programs
}

## Special pages

not-found-title = Page not found
not-found-text = There is no page at this address. It may have moved, or the address may be mistyped.
not-found-home = Go to the home page
chooser-title = Choose a language
# A page that only sends readers to a new address; a link follows.
redirect-text = This page has moved to:

## Two languages side by side

# The name of the two-language page in the language switch.
side-by-side = Side by side
# A link to the page in English alone.
pair-alone = English only
# Where this edition lacks a passage that the other has.
pair-missing = The English edition does not have this passage yet.

## The terms of a page

page-terms = Terms on this page
# Spoken name of the arrow back. $term: the term.
term-back = Back to “{ $term }” in the text
