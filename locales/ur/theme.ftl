### The theme’s texts in Urdu: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] جنوری
    [2] فروری
    [3] مارچ
    [4] اپریل
    [5] مئی
    [6] جون
    [7] جولائی
    [8] اگست
    [9] ستمبر
    [10] اکتوبر
    [11] نومبر
   *[12] دسمبر
}
date-long = { $day } { month-name }، { $year }
date-day-month = { $day } { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = مرکزی مواد پر جائیں
menu = مینیو
    .label = مرکزی مینیو
home = صفحۂ اول
languages-label = زبان
edition-missing = ابھی دستیاب نہیں
breadcrumbs-label = صفحے تک کا راستہ
footer-label = صفحے کا زیریں حصہ
feed-link = ایٹم فیڈ کے ذریعے باخبر رہیں
feed-title = { $site }: نئے اور تازہ کردہ صفحات

## Notices

language-name = { $code ->
    [vi] ویتنامی
    [en] انگریزی
    [ar] عربی
    [he] عبرانی
    [fa] فارسی
    [fr] فرانسیسی
    [es] ہسپانوی
    [de] جرمن
    [pt] پرتگالی
    [it] اطالوی
    [id] انڈونیشیائی
    [zh-Hans] آسان چینی
    [zh-Hant] روایتی چینی
    [ja] جاپانی
    [ko] کوریائی
    [th] تھائی
    [lo] لاؤ
    [km] خمیر
    [ru] روسی
    [ur] اردو
    [tr] ترکی
    [nl] ڈچ
    [pl] پولش
    [uk] یوکرینی
    [hi] ہندی
    [ms] مالے
   *[other] { $name }
}
fallback-notice = یہ صفحہ ابھی اردو میں دستیاب نہیں۔ نیچے دیا گیا متن { $language } میں ہے۔
fallback-link = یہ صفحہ { $language } میں کھولیں
behind-notice = یہ صفحہ ابھی { $language } صفحے کے مطابق نہیں ہوا۔ وہاں جو بدلا:
behind-beginning = صفحے کا آغاز
draft-notice = یہ ایک مسودہ ہے جو ابھی شائع نہیں ہوا۔

## Below the title

published = { $precision ->
    [day] { $date } کو شائع ہوا
   *[month] { $date } میں شائع ہوا
}
updated = { $precision ->
    [day] { $date } کو تازہ کیا گیا
   *[month] { $date } میں تازہ کیا گیا
}
reading-time = پڑھنے کا وقت: { $minutes } منٹ
translated = { $how ->
    [machine] مشینی ترجمہ، نظرثانی کے بغیر
    [reviewed] مشینی ترجمہ، نظرثانی شدہ
   *[human] ترجمہ
}

## In the text

toc = فہرست
copy-link = اس حصے کا ربط نقل کریں
    .done = ربط نقل ہو گیا
alert-note = نوٹ
alert-tip = مشورہ
alert-important = اہم
alert-warning = انتباہ
alert-caution = احتیاط
footnotes-title = حواشی
footnote-label = حاشیہ { $number }
footnote-back = متن میں حاشیہ { $number } کے مقام پر واپس جائیں
cite-label = ماخذ { $number }: { $title }
table-label = جدول، دائیں بائیں سرکتا ہے
task-done = مکمل
task-open = نامکمل

## Figures and timeline

figure-as-of = { $precision ->
    [day] { $date } تک
   *[month] { $date } تک
}
figure-bound = { $bound ->
    [over] { $value } سے زیادہ
    [under] { $value } سے کم
   *[about] تقریباً { $value }
}
source-link = ماخذ { $number }

## Charts, tables, drawings

data-table = اعداد جدول میں
data-csv = CSV میں اتاریں
value-missing = معلوم نہیں
chart-rest = باقی
chart-item = کیا
chart-time = کب
chart-value = قدر
table-filter = سطریں چھانٹیں
table-shown = دکھائی گئی سطریں

## Beside the text

in-brief = مختصراً
in-depth = تفصیل سے
revisions-title = تبدیلیاں
how-to-cite = اس صفحے کا حوالہ کیسے دیں
    .accessed = صفحہ پڑھنے کی تاریخ بھی لکھیں۔

## Sources

sources-title = مآخذ
source-type-article = مضمون
source-type-report = رپورٹ
source-type-web = ویب صفحہ
source-type-book = کتاب
source-type-video = ویڈیو
source-back = متن میں حوالہ { $number } پر واپس جائیں

## Lists

list-title = مضامین
list-total = { $count ->
    [one] { $count } مضمون
   *[other] { $count } مضامین
}
list-empty = ابھی کوئی مضمون نہیں۔
pagination-label = اس فہرست کے صفحات
page-of = صفحہ { $number } از { $pages }
page-previous = پچھلا صفحہ
page-next = اگلا صفحہ
page-number-title = { $title }، صفحہ { $number }
neighbours-label = پچھلا اور اگلا مضمون
neighbour-previous = پچھلا مضمون
neighbour-next = اگلا مضمون

## Topics

tags-title = موضوعات
tag-title = موضوع: { $tag }

## Glossary

glossary-title = فرہنگِ اصطلاحات
letters-label = حرف کے لحاظ سے تلاش کریں
term-acronym = مخفف
term-forms = دیگر نام
term-twin = { $language } میں
term-related = متعلقہ اصطلاحات
term-mentioned = جہاں ذکر آیا ہے
term-mentioned-more = { $count ->
    [one] … اور ایک اور مضمون
   *[other] … اور { $count } مزید مضامین
}
term-avoid = یہ کہنا بہتر نہیں
glossary-table-link = دو زبانوں میں فرہنگ
glossary-sort = { $language } کے لحاظ سے ترتیب دیں
glossary-files = پوری فرہنگ ڈاؤن لوڈ کریں
glossary-file = { $format ->
    [csv] CSV، اسپریڈ شیٹ کے لیے
    [tbx] TBX، اصطلاحات کے پروگراموں کے لیے
   *[json] JSON، دیگر پروگراموں کے لیے
}

## Special pages

not-found-title = صفحہ نہیں ملا
not-found-text = اس پتے پر کوئی صفحہ نہیں۔ شاید وہ منتقل ہو گیا ہے، یا پتا لکھنے میں غلطی ہوئی ہے۔
not-found-home = صفحۂ اول پر جائیں
chooser-title = زبان منتخب کریں
redirect-text = یہ صفحہ اب یہاں ہے:

## Two languages side by side

side-by-side = دونوں زبانیں ساتھ ساتھ
pair-alone = صرف اردو
pair-missing = یہ حصہ ابھی اردو متن میں موجود نہیں۔

## The terms of a page

page-terms = اس صفحے کی اصطلاحات
term-back = متن میں “{ $term }” پر واپس جائیں
