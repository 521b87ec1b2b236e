### The theme’s texts in Persian: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] ژانویه
    [2] فوریه
    [3] مارس
    [4] آوریل
    [5] مه
    [6] ژوئن
    [7] ژوئیه
    [8] اوت
    [9] سپتامبر
    [10] اکتبر
    [11] نوامبر
   *[12] دسامبر
}
date-long = { $day } { month-name } { $year }
date-day-month = { $day } { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = رفتن به محتوای اصلی
menu = منو
    .label = منوی اصلی
home = صفحهٔ نخست
languages-label = زبان
edition-missing = هنوز موجود نیست
breadcrumbs-label = مسیر صفحه
footer-label = پایین صفحه
feed-link = دنبال کردن با خوراک Atom
feed-title = { $site }: تازه‌ها و به‌روزرسانی‌ها

## Notices

language-name = { $code ->
    [vi] ویتنامی
    [en] انگلیسی
    [ar] عربی
    [he] عبری
    [fa] فارسی
    [fr] فرانسوی
    [es] اسپانیایی
    [de] آلمانی
    [pt] پرتغالی
    [it] ایتالیایی
    [id] اندونزیایی
    [zh-Hans] چینی ساده‌شده
    [zh-Hant] چینی سنتی
    [ja] ژاپنی
    [ko] کره‌ای
    [th] تایلندی
    [lo] لائوسی
    [km] خمری
    [ru] روسی
   *[other] { $name }
}
fallback-notice = این صفحه هنوز به فارسی در دسترس نیست. متن زیر به زبان { $language } است.
fallback-link = باز کردن صفحه به زبان { $language }
behind-notice = این صفحه هنوز با نسخهٔ { $language } همگام نشده است. آنچه آنجا تغییر کرده:
behind-beginning = آغاز صفحه
draft-notice = این پیش‌نویسی است که منتشر نشده است.

## Below the title

published = انتشار: { $precision ->
    [day] { $date }
   *[month] { $date }
}
updated = به‌روزرسانی: { $precision ->
    [day] { $date }
   *[month] { $date }
}
reading-time = زمان مطالعه: { $minutes } دقیقه
translated = { $how ->
    [machine] ترجمهٔ ماشینی، بازبینی‌نشده
    [reviewed] ترجمهٔ ماشینی، بازبینی‌شده
   *[human] ترجمه
}

## In the text

toc = فهرست مطالب
copy-link = رونوشت پیوند این بخش
    .done = پیوند رونوشت شد
alert-note = توجه
alert-tip = نکته
alert-important = مهم
alert-warning = هشدار
alert-caution = احتیاط
footnotes-title = پانوشت‌ها
footnote-label = پانوشت { $number }
footnote-back = بازگشت به جای پانوشت { $number } در متن
cite-label = منبع { $number }: { $title }
table-label = جدول با پیمایش افقی
task-done = انجام‌شده
task-open = انجام‌نشده

## Figures and timeline

figure-as-of = تا { $precision ->
    [day] { $date }
    [year] سال { $date }
   *[month] { $date }
}
figure-bound = { $bound ->
    [over] بیش از { $value }
    [under] کمتر از { $value }
   *[about] حدود { $value }
}
source-link = منبع { $number }

## Charts, tables, drawings

data-table = داده‌ها در جدول
data-csv = دریافت به صورت CSV
value-missing = نامعلوم
chart-rest = بقیه
chart-item = چه
chart-time = کی
chart-value = مقدار
table-filter = پالایش سطرها
table-shown = سطرهای نمایش‌داده‌شده

## Beside the text

in-brief = به‌اختصار
in-depth = با جزئیات بیشتر
revisions-title = تغییرات
how-to-cite = شیوهٔ ارجاع به این صفحه
    .accessed = تاریخ روزی را که صفحه را خوانده‌اید بیفزایید.

## Sources

sources-title = منابع
source-type-article = مقاله
source-type-report = گزارش
source-type-web = صفحهٔ وب
source-type-book = کتاب
source-type-video = ویدیو
source-back = بازگشت به محل ارجاع { $number }

## Lists

list-title = مقاله‌ها
list-total = { $count } مقاله
list-empty = هنوز مقاله‌ای نیست.
pagination-label = صفحه‌های این فهرست
page-of = صفحهٔ { $number } از { $pages }
page-previous = صفحهٔ قبل
page-next = صفحهٔ بعد
page-number-title = { $title }، صفحهٔ { $number }
neighbours-label = مقالهٔ قبلی و بعدی
neighbour-previous = مقالهٔ قبلی
neighbour-next = مقالهٔ بعدی

## Topics

tags-title = موضوع‌ها
tag-title = موضوع: { $tag }

## Glossary

glossary-title = واژه‌نامه
letters-label = جست‌وجو بر پایهٔ حرف
term-acronym = سرواژه
term-forms = نام‌های دیگر
term-twin = به { $language }
term-related = واژه‌های مرتبط
term-mentioned = در این صفحه‌ها آمده است
term-mentioned-more = { $count ->
    [one] … و یک مقالهٔ دیگر
   *[other] … و { $count } مقالهٔ دیگر
}
term-avoid = بهتر است گفته نشود
glossary-table-link = واژه‌نامه به دو زبان
glossary-sort = مرتب‌سازی بر اساس { $language }
glossary-files = بارگیری همهٔ واژه‌نامه
glossary-file = { $format ->
    [csv] CSV، برای صفحه‌گسترده
    [tbx] TBX، برای برنامه‌های اصطلاح‌شناسی
   *[json] JSON، برای برنامه‌های دیگر
}

## Special pages

not-found-title = صفحه پیدا نشد
not-found-text = در این نشانی صفحه‌ای نیست. شاید صفحه جابه‌جا شده یا نشانی اشتباه نوشته شده باشد.
not-found-home = رفتن به صفحهٔ نخست
chooser-title = انتخاب زبان
redirect-text = این صفحه به این نشانی منتقل شده است:

## Two languages side by side

side-by-side = دو زبان کنار هم
pair-alone = فقط فارسی
pair-missing = این بخش هنوز در نسخهٔ فارسی نیست.

## The terms of a page

page-terms = اصطلاحات این صفحه
term-back = بازگشت به «{ $term }» در متن
