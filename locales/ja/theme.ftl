### The theme’s texts in Japanese: a first version, which wants review by a native reader.

## Dates

month-name = { $month }月
date-long = { $year }年{ month-name }{ $day }日
date-day-month = { month-name }{ $day }日
date-month = { $year }年{ month-name }
date-year = { $year }年

## Header and footer

skip-link = 本文へ移動
menu = メニュー
    .label = メインメニュー
home = トップページ
languages-label = 言語
edition-missing = まだありません
breadcrumbs-label = パンくずリスト
footer-label = フッター
feed-link = Atomフィードを購読
feed-title = { $site }：新着と更新

## Notices

language-name = { $code ->
    [vi] ベトナム語
    [en] 英語
    [ar] アラビア語
    [he] ヘブライ語
    [fa] ペルシャ語
    [fr] フランス語
    [es] スペイン語
    [de] ドイツ語
    [pt] ポルトガル語
    [it] イタリア語
    [id] インドネシア語
    [zh-Hans] 中国語（簡体字）
    [zh-Hant] 中国語（繁体字）
    [ja] 日本語
    [ko] 韓国語
    [th] タイ語
    [lo] ラオス語
    [km] クメール語
    [ru] ロシア語
   *[other] { $name }
}
fallback-notice = このページの日本語版はまだありません。以下の内容は{ $language }です。
fallback-link = { $language }のページを開く
behind-notice = このページは、まだ{ $language }版に追いついていません。変わった箇所：
behind-beginning = ページの冒頭
draft-notice = これは未公開の下書きです。

## Below the title

published = { $precision ->
    [day] { $date }公開
   *[month] { $date }公開
}
updated = { $precision ->
    [day] { $date }更新
   *[month] { $date }更新
}
reading-time = 読了時間：{ $minutes }分
translated = { $how ->
    [machine] 機械翻訳（未確認）
    [reviewed] 機械翻訳（確認済み）
   *[human] 翻訳
}

## In the text

toc = 目次
copy-link = この節へのリンクをコピー
    .done = リンクをコピーしました
alert-note = 補足
alert-tip = ヒント
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
footnotes-title = 注
footnote-label = 注{ $number }
footnote-back = 本文の注{ $number }の位置に戻る
cite-label = 出典{ $number }：{ $title }
table-label = 表（横にスクロールできます）
task-done = 完了
task-open = 未完了

## Figures and timeline

figure-as-of = { $precision ->
    [day] { $date }時点
   *[month] { $date }時点
}
figure-bound = { $bound ->
    [over] { $value }超
    [under] { $value }未満
   *[about] 約{ $value }
}
source-link = 出典{ $number }

## Charts, tables, drawings

data-table = データの表
data-csv = CSVでダウンロード
value-missing = 不明
chart-rest = 残り
chart-item = 項目
chart-time = 時期
chart-value = 値
table-filter = 行を絞り込む
table-shown = 表示している行

## Beside the text

in-brief = 要点
in-depth = さらに詳しく
revisions-title = 改訂履歴
how-to-cite = このページを引用するには
    .accessed = 閲覧した日付を書き添えてください。

## Sources

sources-title = 出典
source-type-article = 記事
source-type-report = 報告書
source-type-web = ウェブページ
source-type-book = 書籍
source-type-video = 動画
source-back = 引用箇所{ $number }に戻る

## Lists

list-title = 記事
list-total = 記事{ $count }件
list-empty = 記事はまだありません。
pagination-label = 一覧のページ
page-of = { $pages }ページ中{ $number }ページ目
page-previous = 前のページ
page-next = 次のページ
page-number-title = { $title }（{ $number }ページ目）
neighbours-label = 前の記事と次の記事
neighbour-previous = 前の記事
neighbour-next = 次の記事

## Topics

tags-title = トピック
tag-title = トピック：{ $tag }

## Glossary

glossary-title = 用語集
letters-label = 頭文字で探す
term-acronym = 略語
term-forms = 別名
term-twin = { $language }
term-related = 関連用語
term-mentioned = この用語が出てくる記事
term-mentioned-more = { $count ->
   *[other] …ほか{ $count }件の記事
}
term-avoid = 避けたい呼び方
glossary-table-link = 二言語の用語集
glossary-sort = { $language }で並べ替える
glossary-files = 用語集全体をダウンロード
glossary-file = { $format ->
    [csv] CSV（表計算ソフト用）
    [tbx] TBX（用語管理ソフト用）
   *[json] JSON（その他のプログラム用）
}

## Special pages

not-found-title = ページが見つかりません
not-found-text = このアドレスにはページがありません。ページが移動したか、アドレスの入力に誤りがある可能性があります。
not-found-home = トップページへ
chooser-title = 言語を選択
redirect-text = このページは次の場所に移動しました：

## Two languages side by side

side-by-side = 対訳
pair-alone = 日本語のみ
pair-missing = この段落は日本語版にはまだありません。

## The terms of a page

page-terms = このページの用語
term-back = 本文の「{ $term }」に戻る
