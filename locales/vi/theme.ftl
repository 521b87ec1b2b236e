### Mọi dòng chữ mà giao diện hiện ra, bằng tiếng Việt.
### Cùng tên, cùng thứ tự với locales/en/theme.ftl. Chỉ viết hoa đầu câu và tên riêng.

## Ngày tháng
## $day (số, 1–31), $month (số, 1–12), $year (chữ, bốn chữ số). Không thêm "ngày" ở đầu:
## câu nào cần thì câu ấy tự viết, xem `published`.

month-name = tháng { $month }
date-long = { $day } { month-name } năm { $year }
date-day-month = { $day } { month-name }
date-month = { month-name } năm { $year }
date-year = { $year }

## Đầu trang và cuối trang

# Liên kết đầu tiên của trang, cho người dùng bàn phím và trình đọc màn hình.
skip-link = Đến nội dung chính
# Nút mở danh mục trên màn hình hẹp. `.label`: tên đọc lên của vùng điều hướng.
menu = Danh mục
    .label = Danh mục chính
home = Trang chủ
# Tên đọc lên của nút đổi ngôn ngữ.
languages-label = Ngôn ngữ
# Ghi sau tên một ngôn ngữ mà trang đang xem chưa có.
edition-missing = chưa có
# Tên đọc lên của đường dẫn từ trang chủ đến trang đang xem.
breadcrumbs-label = Đường dẫn
# Tên đọc lên của vùng liên kết cuối trang.
footer-label = Cuối trang
# Liên kết đến kênh Atom.
feed-link = Theo dõi qua Atom
# Tên của kênh Atom. $site: tên trang.
feed-title = { $site }: bài mới và cập nhật

## Thông báo

# Tên ngôn ngữ, viết giữa câu. $code: mã ngôn ngữ (vi, en, …); $name: tên ngôn ngữ ấy tự gọi mình.
language-name = { $code ->
    [vi] tiếng Việt
    [en] tiếng Anh
    [ar] tiếng Ả Rập
    [he] tiếng Hebrew
    [fa] tiếng Ba Tư
    [fr] tiếng Pháp
    [es] tiếng Tây Ban Nha
    [de] tiếng Đức
    [pt] tiếng Bồ Đào Nha
    [it] tiếng Ý
    [id] tiếng Indonesia
    [zh-Hans] tiếng Trung giản thể
    [zh-Hant] tiếng Trung phồn thể
    [ja] tiếng Nhật
    [ko] tiếng Hàn
    [th] tiếng Thái
    [lo] tiếng Lào
    [km] tiếng Khmer
    [ru] tiếng Nga
    [ur] tiếng Urdu
    [tr] tiếng Thổ Nhĩ Kỳ
    [nl] tiếng Hà Lan
    [pl] tiếng Ba Lan
    [uk] tiếng Ukraina
    [hi] tiếng Hindi
    [ms] tiếng Mã Lai
   *[other] { $name }
}
# $language: ngôn ngữ của nội dung đang hiện, viết như `language-name`.
fallback-notice = Trang này chưa có bản tiếng Việt. Dưới đây là nội dung bằng { $language }.
# Liên kết đến bản đang hiện, ở đúng địa chỉ của nó. $language: như trên.
fallback-link = Mở bản { $language }
# Trên danh sách những phần mà bản kia đã sửa. $language: ngôn ngữ của bản ấy, viết như `language-name`.
behind-notice = Trang này chưa được sửa theo bản { $language }. Những phần đã đổi ở bản ấy:
# Thay cho đề mục: phần đã đổi đứng trước đề mục đầu tiên.
behind-beginning = Phần mở đầu của trang
draft-notice = Đây là bản nháp, chưa xuất bản.

## Dưới tiêu đề bài

# $precision là "day" khi biết đến ngày, "month" khi chỉ biết tháng, "year" khi chỉ biết năm. $date: ngày đã viết thành chữ.
published = Đăng { $precision ->
    [day] ngày { $date }
    [year] năm { $date }
   *[month] { $date }
}
updated = Cập nhật { $precision ->
    [day] ngày { $date }
    [year] năm { $date }
   *[month] { $date }
}
# $minutes: số phút, ít nhất là 1.
reading-time = Thời gian đọc: { $minutes } phút
# Bản này được dịch thế nào. $how: human (người dịch), machine (máy dịch), reviewed (máy dịch, người đã xem lại).
translated = { $how ->
    [machine] Máy dịch, chưa hiệu đính
    [reviewed] Máy dịch, đã hiệu đính
   *[human] Bản dịch
}

## Trong bài

toc = Mục lục
# Tên đọc lên của nút bên cạnh đề mục, dùng để chép địa chỉ của mục; sau đó là tên đề mục. `.done`: báo khi đã chép xong.
copy-link = Chép liên kết tới mục này
    .done = Đã chép liên kết
# Đầu đề của khung lưu ý: `> [!NOTE]`, `> [!TIP]`, …
alert-note = Ghi chú
alert-tip = Mẹo
alert-important = Quan trọng
alert-warning = Lưu ý
alert-caution = Thận trọng
# Đầu đề của phần chú thích cuối bài.
footnotes-title = Chú thích
# Tên đọc lên của liên kết đến chú thích. $number: số của chú thích.
footnote-label = Chú thích { $number }
# Tên đọc lên của liên kết từ chú thích trở lại chỗ đang đọc.
footnote-back = Trở lại chỗ có chú thích { $number }
# Tên đọc lên của số nguồn trong bài. $number: số của nguồn; $title: tên nguồn.
cite-label = Nguồn { $number }: { $title }
# Tên đọc lên của khung chứa một bảng rộng.
table-label = Bảng, cuộn ngang được
# Nói thay cho ô đánh dấu trong danh sách việc.
task-done = Đã xong
task-open = Chưa xong

## Con số và dòng thời gian

# Thời điểm của con số. $date và $precision: xem `published`.
figure-as-of = Tính đến { $precision ->
    [day] ngày { $date }
    [year] năm { $date }
   *[month] { $date }
}
# Con số là mức trên, mức dưới hoặc số tròn. $value: con số; $bound: `over`, `under` hoặc `about`.
figure-bound = { $bound ->
    [over] hơn { $value }
    [under] dưới { $value }
   *[about] khoảng { $value }
}
# Liên kết đến nguồn trong danh sách nguồn của trang. $number: số của nguồn.
source-link = Nguồn { $number }

## Biểu đồ, bảng, hình vẽ

# Mở bảng số liệu của một biểu đồ.
data-table = Số liệu dưới dạng bảng
# Liên kết tới chính số liệu ấy trong một tệp cho bảng tính.
data-csv = Tải về dạng CSV
# Giá trị chưa biết.
value-missing = chưa rõ
# Trong biểu đồ tỷ trọng: tên của phần còn lại.
chart-rest = Phần còn lại
# Đứng trên tên các giá trị, trong bảng của biểu đồ.
chart-item = Mục
# Cũng vậy, khi đó là những mốc thời gian.
chart-time = Thời điểm
# Đứng trên các giá trị của biểu đồ không ghi đơn vị.
chart-value = Giá trị
# Đứng trước ô để gõ chữ mà những hàng được giữ lại phải có.
table-filter = Lọc các hàng
# Đứng trước hai con số: đang hiện bao nhiêu hàng, trên tổng số bao nhiêu.
table-shown = Số hàng đang hiện

## Bên cạnh bài viết

# Đứng trên khung tóm tắt vài dòng.
in-brief = Tóm tắt
# Mở phần đi sâu hơn bài viết.
in-depth = Đọc kỹ hơn
# Tên danh sách những lần sửa ở cuối trang.
revisions-title = Các lần sửa
# Mở dòng dùng để trích dẫn trang. `.accessed`: sau dòng đó, nói về ngày đọc.
how-to-cite = Cách trích dẫn trang này
    .accessed = Khi trích dẫn, ghi thêm ngày bạn đọc trang.

## Nguồn

sources-title = Nguồn
source-type-article = Bài báo
source-type-report = Báo cáo
source-type-web = Trang web
source-type-book = Sách
source-type-video = Video
# Tên đọc lên của liên kết từ nguồn trở lại chỗ dẫn nguồn. $number: chỗ thứ mấy trên trang.
source-back = Trở lại chỗ dẫn { $number }

## Danh sách

# Đầu đề của danh sách bài trong một chuyên mục.
list-title = Bài viết
# $count: số bài.
list-total = { $count } bài viết
# Danh sách trống.
list-empty = Chưa có bài viết nào.
# Tên đọc lên của vùng chuyển trang.
pagination-label = Các trang của danh sách
# $number: trang đang xem; $pages: tổng số trang.
page-of = Trang { $number }/{ $pages }
page-previous = Trang trước
page-next = Trang sau
# Tiêu đề từ trang thứ hai của một danh sách. $title: tiêu đề danh sách; $number: số trang.
page-number-title = { $title }, trang { $number }
# Tên đọc lên của vùng liên kết sang bài trước, bài sau.
neighbours-label = Bài trước và bài sau
neighbour-previous = Bài trước
neighbour-next = Bài sau

## Chủ đề

tags-title = Chủ đề
# $tag: tên chủ đề.
tag-title = Chủ đề: { $tag }

## Thuật ngữ

glossary-title = Thuật ngữ
# Tên đọc lên của hàng chữ cái.
letters-label = Tra theo chữ cái
# Trước chữ viết tắt: "Viết tắt: LLM".
term-acronym = Viết tắt
# Trước các cách gọi khác của thuật ngữ.
term-forms = Cũng gọi là
# Trước thuật ngữ ấy trong ngôn ngữ khác. $language: như `language-name`.
term-twin = Trong { $language }
term-related = Thuật ngữ liên quan
term-mentioned = Các bài có nhắc đến
# Sau danh sách đã rút gọn. $count: số bài không liệt kê.
term-mentioned-more = … và { $count } bài nữa
# Trước những cách gọi không nên dùng.
term-avoid = Không nên gọi là
# Liên kết từ trang thuật ngữ đến bảng song ngữ.
glossary-table-link = Bảng thuật ngữ song ngữ
# Tên đọc lên của nút xếp lại bảng. $language: như `language-name`.
glossary-sort = Xếp theo { $language }
# Tiêu đề của các liên kết tải bảng thuật ngữ.
glossary-files = Tải toàn bộ bảng thuật ngữ
# Liên kết tới một tệp. $format: csv, tbx (ISO 30042) hoặc json.
glossary-file = { $format ->
    [csv] CSV, cho bảng tính
    [tbx] TBX, cho phần mềm thuật ngữ
   *[json] JSON, cho các chương trình khác
}

## Những trang đặc biệt

not-found-title = Không tìm thấy trang
not-found-text = Địa chỉ này không có trang nào. Có thể trang đã chuyển đi, hoặc địa chỉ gõ nhầm.
not-found-home = Về trang chủ
chooser-title = Chọn ngôn ngữ
# Trang chỉ còn để chuyển người đọc sang địa chỉ mới; theo sau là liên kết.
redirect-text = Trang này đã chuyển đến:

## Hai ngôn ngữ cạnh nhau

# Tên của trang song ngữ trong chỗ chọn ngôn ngữ.
side-by-side = Song ngữ
# Liên kết tới trang chỉ có tiếng Việt.
pair-alone = Chỉ xem tiếng Việt
# Chỗ mà bản này chưa có đoạn tương ứng.
pair-missing = Bản tiếng Việt chưa có đoạn này.

## Thuật ngữ ở cuối bài

page-terms = Thuật ngữ trong bài
# Tên đọc lên của mũi tên trở lại. $term: thuật ngữ.
term-back = Trở lại chỗ có “{ $term }”
