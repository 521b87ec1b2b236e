### The theme’s texts in Thai: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] มกราคม
    [2] กุมภาพันธ์
    [3] มีนาคม
    [4] เมษายน
    [5] พฤษภาคม
    [6] มิถุนายน
    [7] กรกฎาคม
    [8] สิงหาคม
    [9] กันยายน
    [10] ตุลาคม
    [11] พฤศจิกายน
   *[12] ธันวาคม
}
date-long = { $day } { month-name } { $year }
date-day-month = { $day } { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = ข้ามไปยังเนื้อหาหลัก
menu = เมนู
    .label = เมนูหลัก
home = หน้าแรก
languages-label = ภาษา
edition-missing = ยังไม่มี
breadcrumbs-label = เส้นทางนำทาง
footer-label = ส่วนท้ายของหน้า
feed-link = ติดตามผ่านฟีด Atom
feed-title = { $site }: บทความใหม่และที่ปรับปรุง

## Notices

language-name = { $code ->
    [vi] ภาษาเวียดนาม
    [en] ภาษาอังกฤษ
    [ar] ภาษาอาหรับ
    [he] ภาษาฮีบรู
    [fa] ภาษาเปอร์เซีย
    [fr] ภาษาฝรั่งเศส
    [es] ภาษาสเปน
    [de] ภาษาเยอรมัน
    [pt] ภาษาโปรตุเกส
    [it] ภาษาอิตาลี
    [id] ภาษาอินโดนีเซีย
    [zh-Hans] ภาษาจีนตัวย่อ
    [zh-Hant] ภาษาจีนตัวเต็ม
    [ja] ภาษาญี่ปุ่น
    [ko] ภาษาเกาหลี
    [th] ภาษาไทย
    [lo] ภาษาลาว
    [km] ภาษาเขมร
    [ru] ภาษารัสเซีย
   *[other] { $name }
}
fallback-notice = หน้านี้ยังไม่มีฉบับภาษาไทย เนื้อหาด้านล่างเป็น{ $language }
fallback-link = เปิดฉบับ{ $language }
behind-notice = หน้านี้ยังไม่ได้ปรับตามฉบับ{ $language } สิ่งที่เปลี่ยนไปในฉบับนั้น:
behind-beginning = ต้นหน้า
draft-notice = นี่คือฉบับร่างที่ยังไม่ได้เผยแพร่

## Below the title

published = เผยแพร่เมื่อ{ $precision ->
    [day] วันที่ { $date }
    [year] ปี { $date }
   *[month] เดือน{ $date }
}
updated = ปรับปรุงเมื่อ{ $precision ->
    [day] วันที่ { $date }
    [year] ปี { $date }
   *[month] เดือน{ $date }
}
reading-time = ใช้เวลาอ่าน { $minutes } นาที
translated = { $how ->
    [machine] แปลด้วยเครื่อง ยังไม่ได้ตรวจทาน
    [reviewed] แปลด้วยเครื่อง ตรวจทานแล้ว
   *[human] ฉบับแปล
}

## In the text

toc = สารบัญ
copy-link = คัดลอกลิงก์ไปยังส่วนนี้
    .done = คัดลอกลิงก์แล้ว
alert-note = หมายเหตุ
alert-tip = เคล็ดลับ
alert-important = สำคัญ
alert-warning = คำเตือน
alert-caution = ข้อควรระวัง
footnotes-title = เชิงอรรถ
footnote-label = เชิงอรรถ { $number }
footnote-back = กลับไปยังตำแหน่งของเชิงอรรถ { $number } ในเนื้อหา
cite-label = แหล่งที่มา { $number }: { $title }
table-label = ตาราง เลื่อนไปด้านข้างได้
task-done = เสร็จแล้ว
task-open = ยังไม่เสร็จ

## Figures and timeline

figure-as-of = ข้อมูล ณ { $precision ->
    [day] วันที่ { $date }
    [year] ปี { $date }
   *[month] เดือน{ $date }
}
figure-bound = { $bound ->
    [over] มากกว่า { $value }
    [under] น้อยกว่า { $value }
   *[about] ราว { $value }
}
source-link = แหล่งที่มา { $number }

## Charts, tables, drawings

data-table = ข้อมูลในตาราง
data-csv = ดาวน์โหลดเป็น CSV
value-missing = ไม่ทราบ
chart-rest = ส่วนที่เหลือ
chart-item = รายการ
chart-time = เวลา
chart-value = ค่า
table-filter = กรองแถว
table-shown = แถวที่แสดง

## Beside the text

in-brief = โดยย่อ
in-depth = ในรายละเอียด
revisions-title = บันทึกการแก้ไข
how-to-cite = วิธีอ้างอิงหน้านี้
    .accessed = ระบุวันที่คุณอ่านหน้านี้ด้วย

## Sources

sources-title = แหล่งที่มา
source-type-article = บทความ
source-type-report = รายงาน
source-type-web = หน้าเว็บ
source-type-book = หนังสือ
source-type-video = วิดีโอ
source-back = กลับไปยังจุดที่อ้างถึง { $number }

## Lists

list-title = บทความ
list-total = { $count } บทความ
list-empty = ยังไม่มีบทความ
pagination-label = หน้าต่าง ๆ ของรายการนี้
page-of = หน้า { $number } จาก { $pages }
page-previous = หน้าก่อน
page-next = หน้าถัดไป
page-number-title = { $title } หน้า { $number }
neighbours-label = บทความก่อนหน้าและบทความถัดไป
neighbour-previous = บทความก่อนหน้า
neighbour-next = บทความถัดไป

## Topics

tags-title = หัวข้อ
tag-title = หัวข้อ: { $tag }

## Glossary

glossary-title = อภิธานศัพท์
letters-label = ค้นหาตามตัวอักษร
term-acronym = ตัวย่อ
term-forms = เรียกอีกอย่างว่า
term-twin = ใน{ $language }
term-related = คำศัพท์ที่เกี่ยวข้อง
term-mentioned = กล่าวถึงใน
term-mentioned-more = { $count ->
   *[other] … และอีก { $count } บทความ
}
term-avoid = คำที่ไม่ควรใช้
glossary-table-link = อภิธานศัพท์สองภาษา
glossary-sort = เรียงตาม{ $language }
glossary-files = ดาวน์โหลดอภิธานศัพท์ทั้งหมด
glossary-file = { $format ->
    [csv] CSV สำหรับโปรแกรมตารางคำนวณ
    [tbx] TBX สำหรับโปรแกรมจัดการคำศัพท์
   *[json] JSON สำหรับโปรแกรมอื่น
}

## Special pages

not-found-title = ไม่พบหน้านี้
not-found-text = ไม่มีหน้าใดอยู่ตามที่อยู่นี้ หน้าอาจถูกย้ายไปแล้ว หรืออาจพิมพ์ที่อยู่ผิด
not-found-home = ไปที่หน้าแรก
chooser-title = เลือกภาษา
redirect-text = หน้านี้ย้ายไปที่:

## Two languages side by side

side-by-side = สองภาษาเทียบกัน
pair-alone = เฉพาะภาษาไทย
pair-missing = ฉบับภาษาไทยยังไม่มีย่อหน้านี้

## The terms of a page

page-terms = คำศัพท์ในหน้านี้
term-back = กลับไปที่ “{ $term }” ในเนื้อหา
