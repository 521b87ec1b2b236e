### The theme’s texts in Lao: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] ມັງກອນ
    [2] ກຸມພາ
    [3] ມີນາ
    [4] ເມສາ
    [5] ພຶດສະພາ
    [6] ມິຖຸນາ
    [7] ກໍລະກົດ
    [8] ສິງຫາ
    [9] ກັນຍາ
    [10] ຕຸລາ
    [11] ພະຈິກ
   *[12] ທັນວາ
}
date-long = { $day } { month-name } { $year }
date-day-month = { $day } { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = ຂ້າມໄປຫາເນື້ອຫາຫຼັກ
menu = ເມນູ
    .label = ເມນູຫຼັກ
home = ໜ້າຫຼັກ
languages-label = ພາສາ
edition-missing = ຍັງບໍ່ມີ
breadcrumbs-label = ເສັ້ນທາງຂອງໜ້ານີ້
footer-label = ສ່ວນທ້າຍຂອງໜ້າ
feed-link = ຕິດຕາມຜ່ານ Atom
feed-title = { $site }: ບົດຄວາມໃໝ່ ແລະ ການປັບປຸງ

## Notices

language-name = { $code ->
    [vi] ພາສາຫວຽດນາມ
    [en] ພາສາອັງກິດ
    [ar] ພາສາອາຣັບ
    [he] ພາສາຮີບຣູ
    [fa] ພາສາເປີເຊຍ
    [fr] ພາສາຝຣັ່ງ
    [es] ພາສາສະເປນ
    [de] ພາສາເຢຍລະມັນ
    [pt] ພາສາປອກຕຸຍການ
    [it] ພາສາອິຕາລີ
    [id] ພາສາອິນໂດເນເຊຍ
    [zh-Hans] ພາສາຈີນຕົວຫຍໍ້
    [zh-Hant] ພາສາຈີນຕົວເຕັມ
    [ja] ພາສາຍີ່ປຸ່ນ
    [ko] ພາສາເກົາຫຼີ
    [th] ພາສາໄທ
    [lo] ພາສາລາວ
    [km] ພາສາຂະເໝນ
    [ru] ພາສາລັດເຊຍ
   *[other] { $name }
}
fallback-notice = ໜ້ານີ້ຍັງບໍ່ມີສະບັບພາສາລາວ. ເນື້ອຫາດ້ານລຸ່ມເປັນ{ $language }.
fallback-link = ເປີດສະບັບ{ $language }
behind-notice = ໜ້ານີ້ຍັງບໍ່ທັນປັບຕາມສະບັບ{ $language } ສິ່ງທີ່ປ່ຽນໄປໃນສະບັບນັ້ນ:
behind-beginning = ຕົ້ນໜ້າ
draft-notice = ນີ້ແມ່ນສະບັບຮ່າງທີ່ຍັງບໍ່ທັນເຜີຍແຜ່.

## Below the title

published = ເຜີຍແຜ່ { $precision ->
    [day] ວັນທີ { $date }
    [year] ປີ { $date }
   *[month] ເດືອນ{ $date }
}
updated = ປັບປຸງ { $precision ->
    [day] ວັນທີ { $date }
    [year] ປີ { $date }
   *[month] ເດືອນ{ $date }
}
reading-time = ໃຊ້ເວລາອ່ານ { $minutes } ນາທີ
translated = { $how ->
    [machine] ແປດ້ວຍເຄື່ອງ, ຍັງບໍ່ໄດ້ກວດແກ້
    [reviewed] ແປດ້ວຍເຄື່ອງ, ກວດແກ້ແລ້ວ
   *[human] ສະບັບແປ
}

## In the text

toc = ສາລະບານ
copy-link = ສຳເນົາລິ້ງໄປຫາພາກນີ້
    .done = ສຳເນົາລິ້ງແລ້ວ
alert-note = ໝາຍເຫດ
alert-tip = ເຄັດລັບ
alert-important = ສຳຄັນ
alert-warning = ຄຳເຕືອນ
alert-caution = ຂໍ້ຄວນລະວັງ
footnotes-title = ເຊີງອັດ
footnote-label = ເຊີງອັດ { $number }
footnote-back = ກັບໄປບ່ອນຂອງເຊີງອັດ { $number } ໃນເນື້ອຫາ
cite-label = ແຫຼ່ງຂໍ້ມູນ { $number }: { $title }
table-label = ຕາຕະລາງ, ເລື່ອນໄປທາງຂ້າງໄດ້
task-done = ສຳເລັດແລ້ວ
task-open = ຍັງບໍ່ສຳເລັດ

## Figures and timeline

figure-as-of = ຂໍ້ມູນ { $precision ->
    [day] ວັນທີ { $date }
    [year] ປີ { $date }
   *[month] ເດືອນ{ $date }
}
figure-bound = { $bound ->
    [over] ຫຼາຍກວ່າ { $value }
    [under] ໜ້ອຍກວ່າ { $value }
   *[about] ປະມານ { $value }
}
source-link = ແຫຼ່ງຂໍ້ມູນ { $number }

## Charts, tables, drawings

data-table = ຂໍ້ມູນໃນຕາຕະລາງ
data-csv = ດາວໂຫຼດເປັນ CSV
value-missing = ບໍ່ຮູ້
chart-rest = ສ່ວນທີ່ເຫຼືອ
chart-item = ລາຍການ
chart-time = ເວລາ
chart-value = ຄ່າ
table-filter = ກັ່ນຕອງແຖວ
table-shown = ແຖວທີ່ສະແດງ

## Beside the text

in-brief = ໂດຍຫຍໍ້
in-depth = ໃນລາຍລະອຽດ
revisions-title = ບັນທຶກການແກ້ໄຂ
how-to-cite = ວິທີອ້າງອີງໜ້ານີ້
    .accessed = ຕື່ມວັນທີທີ່ທ່ານໄດ້ອ່ານໜ້ານີ້.

## Sources

sources-title = ແຫຼ່ງຂໍ້ມູນ
source-type-article = ບົດຄວາມ
source-type-report = ບົດລາຍງານ
source-type-web = ໜ້າເວັບ
source-type-book = ປຶ້ມ
source-type-video = ວິດີໂອ
source-back = ກັບໄປບ່ອນທີ່ອ້າງເຖິງ { $number }

## Lists

list-title = ບົດຄວາມ
list-total = { $count } ບົດຄວາມ
list-empty = ຍັງບໍ່ມີບົດຄວາມ.
pagination-label = ໜ້າຂອງລາຍການນີ້
page-of = ໜ້າ { $number } ຈາກ { $pages }
page-previous = ໜ້າກ່ອນ
page-next = ໜ້າຕໍ່ໄປ
page-number-title = { $title }, ໜ້າ { $number }
neighbours-label = ບົດຄວາມກ່ອນໜ້າ ແລະ ບົດຄວາມຕໍ່ໄປ
neighbour-previous = ບົດຄວາມກ່ອນໜ້າ
neighbour-next = ບົດຄວາມຕໍ່ໄປ

## Topics

tags-title = ຫົວຂໍ້
tag-title = ຫົວຂໍ້: { $tag }

## Glossary

glossary-title = ອະພິທານສັບ
letters-label = ຊອກຫາຕາມຕົວອັກສອນ
term-acronym = ຄຳຫຍໍ້
term-forms = ເອີ້ນອີກຢ່າງວ່າ
term-twin = ໃນ{ $language }
term-related = ຄຳສັບທີ່ກ່ຽວຂ້ອງ
term-mentioned = ກ່າວເຖິງໃນ
term-mentioned-more = { $count ->
   *[other] … ແລະ ອີກ { $count } ບົດຄວາມ
}
term-avoid = ຄຳທີ່ບໍ່ຄວນໃຊ້
glossary-table-link = ຄຳສັບສອງພາສາ
glossary-sort = ຈັດລຽງຕາມ{ $language }
glossary-files = ດາວໂຫຼດອະພິທານສັບທັງໝົດ
glossary-file = { $format ->
    [csv] CSV ສຳລັບໂປຣແກຣມຕາຕະລາງ
    [tbx] TBX ສຳລັບໂປຣແກຣມຄຳສັບ
   *[json] JSON ສຳລັບໂປຣແກຣມອື່ນ
}

## Special pages

not-found-title = ບໍ່ພົບໜ້ານີ້
not-found-text = ບໍ່ມີໜ້າໃດຢູ່ທີ່ຢູ່ນີ້. ໜ້ານີ້ອາດຖືກຍ້າຍໄປແລ້ວ ຫຼື ອາດພິມທີ່ຢູ່ຜິດ.
not-found-home = ໄປໜ້າຫຼັກ
chooser-title = ເລືອກພາສາ
redirect-text = ໜ້ານີ້ໄດ້ຍ້າຍໄປທີ່:

## Two languages side by side

side-by-side = ສອງພາສາທຽບກັນ
pair-alone = ສະເພາະພາສາລາວ
pair-missing = ສະບັບພາສາລາວຍັງບໍ່ມີຂໍ້ຄວາມນີ້.

## The terms of a page

page-terms = ຄຳສັບໃນໜ້ານີ້
term-back = ກັບໄປທີ່ “{ $term }” ໃນເນື້ອຫາ
