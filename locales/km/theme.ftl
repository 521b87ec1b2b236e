### The theme’s texts in Khmer: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] មករា
    [2] កុម្ភៈ
    [3] មីនា
    [4] មេសា
    [5] ឧសភា
    [6] មិថុនា
    [7] កក្កដា
    [8] សីហា
    [9] កញ្ញា
    [10] តុលា
    [11] វិច្ឆិកា
   *[12] ធ្នូ
}
date-long = ថ្ងៃទី { $day } ខែ{ month-name } ឆ្នាំ { $year }
date-day-month = ថ្ងៃទី { $day } ខែ{ month-name }
date-month = ខែ{ month-name } ឆ្នាំ { $year }
date-year = ឆ្នាំ { $year }

## Header and footer

skip-link = ទៅកាន់ខ្លឹមសារសំខាន់
menu = ម៉ឺនុយ
    .label = ម៉ឺនុយមេ
home = ទំព័រដើម
languages-label = ភាសា
edition-missing = មិនទាន់មាន
breadcrumbs-label = ទីតាំងទំព័រ
footer-label = បាតទំព័រ
feed-link = តាមដានតាម Atom
feed-title = { $site }៖ អត្ថបទថ្មី និងបច្ចុប្បន្នភាព

## Notices

language-name = { $code ->
    [vi] ភាសាវៀតណាម
    [en] ភាសាអង់គ្លេស
    [ar] ភាសាអារ៉ាប់
    [he] ភាសាហេប្រឺ
    [fa] ភាសាពែរ្ស
    [fr] ភាសាបារាំង
    [es] ភាសាអេស្ប៉ាញ
    [de] ភាសាអាល្លឺម៉ង់
    [pt] ភាសាព័រទុយហ្គាល់
    [it] ភាសាអ៊ីតាលី
    [id] ភាសាឥណ្ឌូនេស៊ី
    [zh-Hans] ភាសាចិនអក្សរកាត់
    [zh-Hant] ភាសាចិនអក្សរពេញ
    [ja] ភាសាជប៉ុន
    [ko] ភាសាកូរ៉េ
    [th] ភាសាថៃ
    [lo] ភាសាឡាវ
    [km] ភាសាខ្មែរ
    [ru] ភាសារុស្ស៊ី
   *[other] { $name }
}
fallback-notice = ទំព័រនេះមិនទាន់មានជាភាសាខ្មែរនៅឡើយទេ។ អត្ថបទខាងក្រោមជា{ $language }។
fallback-link = បើកទំព័រជា{ $language }
behind-notice = ទំព័រនេះមិនទាន់បានកែតាមកំណែជា{ $language }ទេ។ អ្វីដែលបានប្ដូរនៅទីនោះ៖
behind-beginning = ដើមទំព័រ
draft-notice = នេះជាសេចក្តីព្រាងដែលមិនទាន់បានចុះផ្សាយ។

## Below the title

published = ចុះផ្សាយនៅ{ $precision ->
    [day] { $date }
   *[month] { $date }
}
updated = ធ្វើបច្ចុប្បន្នភាពនៅ{ $precision ->
    [day] { $date }
   *[month] { $date }
}
reading-time = រយៈពេលអាន៖ { $minutes } នាទី
translated = { $how ->
    [machine] បកប្រែដោយម៉ាស៊ីន មិនទាន់ពិនិត្យ
    [reviewed] បកប្រែដោយម៉ាស៊ីន បានពិនិត្យហើយ
   *[human] អត្ថបទបកប្រែ
}

## In the text

toc = មាតិកា
copy-link = ចម្លងតំណទៅផ្នែកនេះ
    .done = បានចម្លងតំណ
alert-note = ចំណាំ
alert-tip = គន្លឹះ
alert-important = សំខាន់
alert-warning = ការព្រមាន
alert-caution = ប្រយ័ត្ន
footnotes-title = កំណត់សម្គាល់
footnote-label = កំណត់សម្គាល់ទី { $number }
footnote-back = ត្រឡប់ទៅកន្លែងនៃកំណត់សម្គាល់ទី { $number } ក្នុងអត្ថបទ
cite-label = ប្រភពទី { $number }៖ { $title }
table-label = តារាង អាចរំកិលទៅចំហៀង
task-done = រួចរាល់
task-open = មិនទាន់រួចរាល់

## Figures and timeline

figure-as-of = គិតត្រឹម{ $precision ->
    [day] { $date }
   *[month] { $date }
}
figure-bound = { $bound ->
    [over] ជាង { $value }
    [under] តិចជាង { $value }
   *[about] ប្រហែល { $value }
}
source-link = ប្រភពទី { $number }

## Charts, tables, drawings

data-table = ទិន្នន័យក្នុងតារាង
data-csv = ទាញយកជា CSV
value-missing = មិនដឹង
chart-rest = នៅសល់
chart-item = អ្វី
chart-time = ពេលណា
chart-value = តម្លៃ
table-filter = ត្រងជួរដេក
table-shown = ជួរដេកដែលបង្ហាញ

## Beside the text

in-brief = ដោយសង្ខេប
in-depth = ដោយលម្អិត
revisions-title = កំណត់ត្រាកែប្រែ
how-to-cite = របៀបដកស្រង់ទំព័រនេះ
    .accessed = សូមបន្ថែមថ្ងៃដែលអ្នកបានអានទំព័រនេះ។

## Sources

sources-title = ប្រភព
source-type-article = អត្ថបទ
source-type-report = របាយការណ៍
source-type-web = ទំព័រវេប
source-type-book = សៀវភៅ
source-type-video = វីដេអូ
source-back = ត្រឡប់ទៅកន្លែងដកស្រង់ទី { $number }

## Lists

list-title = អត្ថបទ
list-total = អត្ថបទ { $count }
list-empty = មិនទាន់មានអត្ថបទនៅឡើយទេ។
pagination-label = ទំព័រនៃបញ្ជីនេះ
page-of = ទំព័រទី { $number } នៃ { $pages }
page-previous = ទំព័រមុន
page-next = ទំព័របន្ទាប់
page-number-title = { $title } ទំព័រទី { $number }
neighbours-label = អត្ថបទមុន និងអត្ថបទបន្ទាប់
neighbour-previous = អត្ថបទមុន
neighbour-next = អត្ថបទបន្ទាប់

## Topics

tags-title = ប្រធានបទ
tag-title = ប្រធានបទ៖ { $tag }

## Glossary

glossary-title = សទ្ទានុក្រម
letters-label = រកតាមអក្សរ
term-acronym = អក្សរកាត់
term-forms = ហៅម្យ៉ាងទៀតថា
term-twin = ជា{ $language }
term-related = ពាក្យពាក់ព័ន្ធ
term-mentioned = លើកឡើងក្នុង
term-mentioned-more = { $count ->
   *[other] … និងអត្ថបទ { $count } ទៀត
}
term-avoid = ពាក្យដែលមិនគួរប្រើ
glossary-table-link = សទ្ទានុក្រមជាពីរភាសា
glossary-sort = តម្រៀបតាម{ $language }
glossary-files = ទាញយកសទ្ទានុក្រមទាំងមូល
glossary-file = { $format ->
    [csv] CSV សម្រាប់កម្មវិធីតារាង
    [tbx] TBX សម្រាប់កម្មវិធីវាក្យសព្ទ
   *[json] JSON សម្រាប់កម្មវិធីផ្សេងទៀត
}

## Special pages

not-found-title = រកមិនឃើញទំព័រ
not-found-text = គ្មានទំព័រនៅអាសយដ្ឋាននេះទេ។ ទំព័រអាចត្រូវបានផ្លាស់ទី ឬអាសយដ្ឋានអាចវាយខុស។
not-found-home = ទៅទំព័រដើម
chooser-title = ជ្រើសរើសភាសា
redirect-text = ទំព័រនេះបានផ្លាស់ទៅ៖

## Two languages side by side

side-by-side = ពីរភាសាទន្ទឹមគ្នា
pair-alone = តែភាសាខ្មែរ
pair-missing = ឃ្លានេះមិនទាន់មានក្នុងភាសាខ្មែរនៅឡើយទេ។

## The terms of a page

page-terms = ពាក្យក្នុងទំព័រនេះ
term-back = ត្រឡប់ទៅ «{ $term }» ក្នុងអត្ថបទ
