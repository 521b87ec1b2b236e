### The theme’s texts in Traditional Chinese: a first version, which wants review by a native reader.

## Dates

month-name = { $month }月
date-long = { $year }年{ month-name }{ $day }日
date-day-month = { month-name }{ $day }日
date-month = { $year }年{ month-name }
date-year = { $year }年

## Header and footer

skip-link = 跳到主要內容
menu = 選單
    .label = 主選單
home = 首頁
languages-label = 語言
edition-missing = 尚未提供
breadcrumbs-label = 目前位置
footer-label = 頁尾
feed-link = 透過Atom訂閱
feed-title = { $site }：新文章與更新

## Notices

language-name = { $code ->
    [vi] 越南文
    [en] 英文
    [ar] 阿拉伯文
    [he] 希伯來文
    [fa] 波斯文
    [fr] 法文
    [es] 西班牙文
    [de] 德文
    [pt] 葡萄牙文
    [it] 義大利文
    [id] 印尼文
    [zh-Hans] 簡體中文
    [zh-Hant] 繁體中文
    [ja] 日文
    [ko] 韓文
    [th] 泰文
    [lo] 寮文
    [km] 高棉文
    [ru] 俄文
   *[other] { $name }
}
fallback-notice = 本頁尚無繁體中文版。以下內容為{ $language }。
fallback-link = 開啟{ $language }版
behind-notice = 本頁尚未跟上{ $language }版。那裡的改動：
behind-beginning = 頁面開頭
draft-notice = 這是尚未發布的草稿。

## Below the title

published = 發布於{ $precision ->
    [day] { $date }
   *[month] { $date }
}
updated = 更新於{ $precision ->
    [day] { $date }
   *[month] { $date }
}
reading-time = 閱讀時間：{ $minutes }分鐘
translated = { $how ->
    [machine] 機器翻譯，未經審校
    [reviewed] 機器翻譯，已經審校
   *[human] 譯文
}

## In the text

toc = 目錄
copy-link = 複製本節連結
    .done = 已複製連結
alert-note = 備註
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
footnotes-title = 註釋
footnote-label = 註釋{ $number }
footnote-back = 回到內文中註釋{ $number }的位置
cite-label = 來源{ $number }：{ $title }
table-label = 表格，可左右捲動
task-done = 已完成
task-open = 未完成

## Figures and timeline

figure-as-of = 截至{ $precision ->
    [day] { $date }
   *[month] { $date }
}
figure-bound = { $bound ->
    [over] 超過 { $value }
    [under] 不到 { $value }
   *[about] 約 { $value }
}
source-link = 來源{ $number }

## Charts, tables, drawings

data-table = 資料表格
data-csv = 下載 CSV
value-missing = 不詳
chart-rest = 其餘
chart-item = 項目
chart-time = 時間
chart-value = 數值
table-filter = 篩選列
table-shown = 顯示的列

## Beside the text

in-brief = 簡而言之
in-depth = 深入了解
revisions-title = 修訂紀錄
how-to-cite = 如何引用本頁
    .accessed = 請補上您的瀏覽日期。

## Sources

sources-title = 資料來源
source-type-article = 文章
source-type-report = 報告
source-type-web = 網頁
source-type-book = 書籍
source-type-video = 影片
source-back = 回到引用處{ $number }

## Lists

list-title = 文章
list-total = { $count }篇文章
list-empty = 尚無文章。
pagination-label = 列表分頁
page-of = 第{ $number }頁，共{ $pages }頁
page-previous = 上一頁
page-next = 下一頁
page-number-title = { $title }，第{ $number }頁
neighbours-label = 上一篇與下一篇
neighbour-previous = 上一篇
neighbour-next = 下一篇

## Topics

tags-title = 主題
tag-title = 主題：{ $tag }

## Glossary

glossary-title = 詞彙表
letters-label = 依字母查詢
term-acronym = 縮寫
term-forms = 又稱
term-twin = { $language }
term-related = 相關詞彙
term-mentioned = 提及本詞的文章
term-mentioned-more = { $count ->
   *[other] ……另有 { $count } 篇文章
}
term-avoid = 不宜使用的說法
glossary-table-link = 雙語術語表
glossary-sort = 依{ $language }排序
glossary-files = 下載整份詞彙表
glossary-file = { $format ->
    [csv] CSV（供試算表使用）
    [tbx] TBX（供術語管理軟體使用）
   *[json] JSON（供其他程式使用）
}

## Special pages

not-found-title = 找不到頁面
not-found-text = 這個網址沒有頁面。頁面可能已移走，也可能是網址輸入錯誤。
not-found-home = 前往首頁
chooser-title = 選擇語言
redirect-text = 本頁已移至：

## Two languages side by side

side-by-side = 雙語對照
pair-alone = 只看繁體中文
pair-missing = 繁體中文版暫無此段。

## The terms of a page

page-terms = 本頁術語
term-back = 回到正文中的「{ $term }」
