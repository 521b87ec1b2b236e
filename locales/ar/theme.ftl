### The theme’s texts in Arabic: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
}
date-long = { $day } { month-name } { $year }
date-day-month = { $day } { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = انتقل إلى المحتوى الرئيسي
menu = القائمة
    .label = القائمة الرئيسية
home = الرئيسية
languages-label = اللغة
edition-missing = غير متاحة بعد
breadcrumbs-label = مسار التنقل
footer-label = تذييل الصفحة
feed-link = المتابعة عبر خلاصة Atom
feed-title = { $site }: الجديد والتحديثات

## Notices

language-name = { $code ->
    [vi] الفيتنامية
    [en] الإنجليزية
    [ar] العربية
    [he] العبرية
    [fa] الفارسية
    [fr] الفرنسية
    [es] الإسبانية
    [de] الألمانية
    [pt] البرتغالية
    [it] الإيطالية
    [id] الإندونيسية
    [zh-Hans] الصينية المبسطة
    [zh-Hant] الصينية التقليدية
    [ja] اليابانية
    [ko] الكورية
    [th] التايلاندية
    [lo] اللاوية
    [km] الخميرية
    [ru] الروسية
   *[other] { $name }
}
fallback-notice = هذه الصفحة غير متاحة باللغة العربية بعد. النص أدناه باللغة { $language }.
fallback-link = افتح الصفحة باللغة { $language }
behind-notice = لم تُحدَّث هذه الصفحة بعد وفق النسخة المكتوبة باللغة { $language }. ما تغيّر هناك:
behind-beginning = بداية الصفحة
draft-notice = هذه مسودة لم تُنشر.

## Below the title

published = نُشر { $precision ->
    [day] في { $date }
    [year] عام { $date }
   *[month] في { $date }
}
updated = حُدّث { $precision ->
    [day] في { $date }
    [year] عام { $date }
   *[month] في { $date }
}
reading-time = مدة القراءة: { $minutes ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
translated = { $how ->
    [machine] ترجمة آلية غير مراجَعة
    [reviewed] ترجمة آلية مراجَعة
   *[human] ترجمة
}

## In the text

toc = المحتويات
copy-link = نسخ رابط هذا القسم
    .done = نُسخ الرابط
alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تحذير
alert-caution = تنبيه
footnotes-title = الهوامش
footnote-label = الهامش { $number }
footnote-back = العودة إلى موضع الهامش { $number }
cite-label = المصدر { $number }: { $title }
table-label = جدول يُمرَّر أفقيًا
task-done = تم
task-open = لم يتم بعد

## Figures and timeline

figure-as-of = حتى { $precision ->
    [day] { $date }
    [year] عام { $date }
   *[month] { $date }
}
figure-bound = { $bound ->
    [over] أكثر من { $value }
    [under] أقل من { $value }
   *[about] نحو { $value }
}
source-link = المصدر { $number }

## الرسوم البيانية والجداول والرسوم

# يفتح جدول بيانات الرسم البياني.
data-table = البيانات في جدول
# رابط إلى البيانات نفسها في ملف لبرامج الجداول.
data-csv = تنزيل بصيغة CSV
# قيمة غير معروفة.
value-missing = غير معروف
# في رسم الحصص: اسم ما يتبقى من الكل.
chart-rest = الباقي
# فوق أسماء القيم في جدول الرسم البياني.
chart-item = البند
# مثله حين تكون أوقاتا.
chart-time = الوقت
# فوق القيم حين لا تذكر وحدتها.
chart-value = القيمة
# قبل الخانة التي يكتب فيها القارئ ما يجب أن تحويه الصفوف.
table-filter = تصفية الصفوف
# قبل رقمين: كم صفا يظهر، ومن كم.
table-shown = الصفوف الظاهرة

## إلى جانب النص

# فوق إطار يلخص في بضعة أسطر.
in-brief = باختصار
# يفتح ما يتعمق أكثر من النص.
in-depth = بتعمق
# عنوان قائمة التعديلات في نهاية الصفحة.
revisions-title = سجل التعديلات
# يفتح طريقة الاستشهاد بالصفحة. `.accessed`: بعد الاستشهاد، عن يوم القراءة.
how-to-cite = كيفية الاستشهاد بهذه الصفحة
    .accessed = أضف تاريخ اطلاعك على الصفحة.

## Sources

sources-title = المصادر
source-type-article = مقال
source-type-report = تقرير
source-type-web = صفحة ويب
source-type-book = كتاب
source-type-video = فيديو
source-back = العودة إلى موضع الاستشهاد { $number }

## Lists

list-title = المقالات
list-total = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
list-empty = لا توجد مقالات بعد.
pagination-label = صفحات هذه القائمة
page-of = الصفحة { $number } من { $pages }
page-previous = الصفحة السابقة
page-next = الصفحة التالية
page-number-title = { $title }، الصفحة { $number }
neighbours-label = المقال السابق والمقال التالي
neighbour-previous = المقال السابق
neighbour-next = المقال التالي

## Topics

tags-title = الموضوعات
tag-title = الموضوع: { $tag }

## Glossary

glossary-title = مسرد المصطلحات
letters-label = البحث حسب الحرف
term-acronym = الاختصار
term-forms = يُسمى أيضًا
term-twin = باللغة { $language }
term-related = مصطلحات ذات صلة
term-mentioned = ورد ذكره في
# بعد قائمة مختصرة. $count: عدد المقالات التي لم تُذكر.
term-mentioned-more = { $count ->
    [zero] … ولا مقالات أخرى
    [one] … ومقالة أخرى
    [two] … ومقالتان أخريان
    [few] … و{ $count } مقالات أخرى
    [many] … و{ $count } مقالة أخرى
   *[other] … و{ $count } مقالة أخرى
}
# قبل التسميات التي لا ينبغي استعمالها.
term-avoid = لا يُستحسن تسميته
# رابط من صفحة المسرد إلى جدوله بلغتين.
glossary-table-link = المسرد بلغتين
# الاسم المنطوق لزر ترتيب الجدول. $language: كما في `language-name`.
glossary-sort = الترتيب حسب { $language }
glossary-files = تنزيل المسرد كاملًا
glossary-file = { $format ->
    [csv] CSV، لجداول البيانات
    [tbx] TBX، لبرامج المصطلحات
   *[json] JSON، لسائر البرامج
}

## Special pages

not-found-title = الصفحة غير موجودة
not-found-text = لا توجد صفحة على هذا العنوان. ربما نُقلت، أو كُتب العنوان خطأً.
not-found-home = الذهاب إلى الصفحة الرئيسية
chooser-title = اختر اللغة
redirect-text = انتقلت هذه الصفحة إلى:

## Two languages side by side

side-by-side = لغتان متجاورتان
pair-alone = بالعربية فقط
pair-missing = لم يرد هذا المقطع في النسخة العربية بعد.

## The terms of a page

page-terms = مصطلحات هذه الصفحة
term-back = العودة إلى «{ $term }» في النص
