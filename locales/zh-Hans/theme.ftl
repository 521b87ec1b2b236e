### The theme’s texts in Simplified Chinese: a first version, which wants review by a native reader.

## Dates

month-name = { $month }月
date-long = { $year }年{ month-name }{ $day }日
date-day-month = { month-name }{ $day }日
date-month = { $year }年{ month-name }
date-year = { $year }年

## Header and footer

skip-link = 跳到正文
menu = 菜单
    .label = 主菜单
home = 首页
languages-label = 语言
edition-missing = 暂无
breadcrumbs-label = 当前位置
footer-label = 页脚
feed-link = 通过Atom订阅
feed-title = { $site }：新文章与更新

## Notices

language-name = { $code ->
    [vi] 越南语
    [en] 英语
    [ar] 阿拉伯语
    [he] 希伯来语
    [fa] 波斯语
    [fr] 法语
    [es] 西班牙语
    [de] 德语
    [pt] 葡萄牙语
    [it] 意大利语
    [id] 印度尼西亚语
    [zh-Hans] 简体中文
    [zh-Hant] 繁体中文
    [ja] 日语
    [ko] 韩语
    [th] 泰语
    [lo] 老挝语
    [km] 高棉语
    [ru] 俄语
   *[other] { $name }
}
fallback-notice = 本页面暂无简体中文版。以下内容为{ $language }。
fallback-link = 打开{ $language }版
behind-notice = 本页尚未跟上{ $language }版。那里的改动：
behind-beginning = 页面开头
draft-notice = 这是尚未发布的草稿。

## Below the title

published = 发布于{ $precision ->
    [day] { $date }
   *[month] { $date }
}
updated = 更新于{ $precision ->
    [day] { $date }
   *[month] { $date }
}
reading-time = 阅读时间：{ $minutes }分钟
translated = { $how ->
    [machine] 机器翻译，未经审校
    [reviewed] 机器翻译，已经审校
   *[human] 译文
}

## In the text

toc = 目录
copy-link = 复制本节链接
    .done = 已复制链接
alert-note = 说明
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
footnotes-title = 注释
footnote-label = 注释{ $number }
footnote-back = 返回正文中注释{ $number }的位置
cite-label = 来源{ $number }：{ $title }
table-label = 表格，可横向滚动
task-done = 已完成
task-open = 未完成

## Figures and timeline

figure-as-of = 截至{ $precision ->
    [day] { $date }
   *[month] { $date }
}
figure-bound = { $bound ->
    [over] 超过 { $value }
    [under] 不到 { $value }
   *[about] 约 { $value }
}
source-link = 来源{ $number }

## Charts, tables, drawings

data-table = 数据表格
data-csv = 下载 CSV
value-missing = 不详
chart-rest = 其余
chart-item = 项目
chart-time = 时间
chart-value = 数值
table-filter = 筛选行
table-shown = 显示的行

## Beside the text

in-brief = 简而言之
in-depth = 深入了解
revisions-title = 修订记录
how-to-cite = 如何引用本页
    .accessed = 请补充您的访问日期。

## Sources

sources-title = 资料来源
source-type-article = 文章
source-type-report = 报告
source-type-web = 网页
source-type-book = 图书
source-type-video = 视频
source-back = 返回引用处{ $number }

## Lists

list-title = 文章
list-total = { $count }篇文章
list-empty = 暂无文章。
pagination-label = 列表分页
page-of = 第{ $number }页，共{ $pages }页
page-previous = 上一页
page-next = 下一页
page-number-title = { $title }，第{ $number }页
neighbours-label = 上一篇与下一篇
neighbour-previous = 上一篇
neighbour-next = 下一篇

## Topics

tags-title = 话题
tag-title = 话题：{ $tag }

## Glossary

glossary-title = 术语表
letters-label = 按字母查找
term-acronym = 缩写
term-forms = 又称
term-twin = { $language }
term-related = 相关术语
term-mentioned = 提及本术语的文章
term-mentioned-more = { $count ->
   *[other] ……另有 { $count } 篇文章
}
term-avoid = 不宜使用的说法
glossary-table-link = 双语术语表
glossary-sort = 按{ $language }排序
glossary-files = 下载整个术语表
glossary-file = { $format ->
    [csv] CSV（用于电子表格）
    [tbx] TBX（用于术语管理软件）
   *[json] JSON（用于其他程序）
}

## Special pages

not-found-title = 找不到页面
not-found-text = 此地址没有页面。页面可能已移走，也可能是地址输入有误。
not-found-home = 前往首页
chooser-title = 选择语言
redirect-text = 本页面已移至：

## Two languages side by side

side-by-side = 双语对照
pair-alone = 只看简体中文
pair-missing = 简体中文版暂无此段。

## The terms of a page

page-terms = 本页术语
term-back = 回到正文中的“{ $term }”
