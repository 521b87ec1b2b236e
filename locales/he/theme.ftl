### The theme’s texts in Hebrew: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] ינואר
    [2] פברואר
    [3] מרץ
    [4] אפריל
    [5] מאי
    [6] יוני
    [7] יולי
    [8] אוגוסט
    [9] ספטמבר
    [10] אוקטובר
    [11] נובמבר
   *[12] דצמבר
}
date-long = { $day } ב{ month-name } { $year }
date-day-month = { $day } ב{ month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = דילוג לתוכן הראשי
menu = תפריט
    .label = תפריט ראשי
home = דף הבית
languages-label = שפה
edition-missing = עדיין לא זמין
breadcrumbs-label = נתיב ניווט
footer-label = תחתית הדף
feed-link = הרשמה לפיד Atom
feed-title = { $site }: חדש ומעודכן

## Notices

language-name = { $code ->
    [vi] ווייטנאמית
    [en] אנגלית
    [ar] ערבית
    [he] עברית
    [fa] פרסית
    [fr] צרפתית
    [es] ספרדית
    [de] גרמנית
    [pt] פורטוגלית
    [it] איטלקית
    [id] אינדונזית
    [zh-Hans] סינית מפושטת
    [zh-Hant] סינית מסורתית
    [ja] יפנית
    [ko] קוריאנית
    [th] תאית
    [lo] לאית
    [km] חמרית
    [ru] רוסית
   *[other] { $name }
}
fallback-notice = הדף הזה עדיין לא זמין בעברית. הטקסט שלהלן הוא ב{ $language }.
fallback-link = פתיחת הדף ב{ $language }
behind-notice = דף זה עדיין לא עודכן לפי הגרסה ב{ $language }. מה השתנה שם:
behind-beginning = תחילת הדף
draft-notice = זו טיוטה שלא פורסמה.

## Below the title

published = פורסם { $precision ->
    [month] ב{ $date }
   *[day] ב־{ $date }
}
updated = עודכן { $precision ->
    [month] ב{ $date }
   *[day] ב־{ $date }
}
reading-time = זמן קריאה: { $minutes ->
    [one] דקה אחת
    [two] שתי דקות
   *[other] { $minutes } דקות
}
translated = { $how ->
    [machine] תרגום מכונה, לא נבדק
    [reviewed] תרגום מכונה, נבדק
   *[human] תרגום
}

## In the text

toc = תוכן העניינים
copy-link = העתקת קישור לחלק זה
    .done = הקישור הועתק
alert-note = הערה
alert-tip = טיפ
alert-important = חשוב
alert-warning = אזהרה
alert-caution = זהירות
footnotes-title = הערות
footnote-label = הערה { $number }
footnote-back = חזרה למקום של הערה { $number } בטקסט
cite-label = מקור { $number }: { $title }
table-label = טבלה, נגללת לצדדים
task-done = בוצע
task-open = לא בוצע

## Figures and timeline

figure-as-of = נכון { $precision ->
    [month] ל{ $date }
   *[day] ל־{ $date }
}
figure-bound = { $bound ->
    [over] יותר מ־{ $value }
    [under] פחות מ־{ $value }
   *[about] כ־{ $value }
}
source-link = מקור { $number }

## Charts, tables, drawings

data-table = הנתונים בטבלה
data-csv = הורדה כקובץ CSV
value-missing = לא ידוע
chart-rest = השאר
chart-item = מה
chart-time = מתי
chart-value = ערך
table-filter = סינון שורות
table-shown = שורות מוצגות

## Beside the text

in-brief = בקצרה
in-depth = בהרחבה
revisions-title = שינויים
how-to-cite = איך לצטט את הדף
    .accessed = הוסיפו את התאריך שבו קראתם את הדף.

## Sources

sources-title = מקורות
source-type-article = מאמר
source-type-report = דוח
source-type-web = דף אינטרנט
source-type-book = ספר
source-type-video = סרטון
source-back = חזרה לאזכור { $number }

## Lists

list-title = מאמרים
list-total = { $count ->
    [one] מאמר אחד
    [two] שני מאמרים
   *[other] { $count } מאמרים
}
list-empty = אין עדיין מאמרים.
pagination-label = עמודי הרשימה
page-of = עמוד { $number } מתוך { $pages }
page-previous = העמוד הקודם
page-next = העמוד הבא
page-number-title = { $title }, עמוד { $number }
neighbours-label = המאמר הקודם והמאמר הבא
neighbour-previous = המאמר הקודם
neighbour-next = המאמר הבא

## Topics

tags-title = נושאים
tag-title = נושא: { $tag }

## Glossary

glossary-title = מילון מונחים
letters-label = חיפוש לפי אות
term-acronym = ראשי תיבות
term-forms = נקרא גם
term-twin = ב{ $language }
term-related = מונחים קשורים
term-mentioned = מוזכר בדפים
term-mentioned-more = { $count ->
    [one] … ועוד מאמר אחד
    [two] … ועוד שני מאמרים
   *[other] … ועוד { $count } מאמרים
}
term-avoid = מוטב שלא לומר
glossary-table-link = מילון המונחים בשתי שפות
glossary-sort = מיון לפי { $language }
glossary-files = הורדת המילון כולו
glossary-file = { $format ->
    [csv] CSV, לגיליונות אלקטרוניים
    [tbx] TBX, לתוכנות מינוח
   *[json] JSON, לתוכנות אחרות
}

## Special pages

not-found-title = הדף לא נמצא
not-found-text = אין דף בכתובת הזאת. ייתכן שהדף הועבר, או שנפלה טעות בכתובת.
not-found-home = לדף הבית
chooser-title = בחירת שפה
redirect-text = הדף הזה עבר לכתובת:

## Two languages side by side

side-by-side = זו לצד זו
pair-alone = בעברית בלבד
pair-missing = הקטע הזה עדיין אינו בגרסה העברית.

## The terms of a page

page-terms = מונחים בדף זה
term-back = חזרה אל ”{ $term }“ בטקסט
