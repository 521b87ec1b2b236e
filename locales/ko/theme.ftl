### The theme’s texts in Korean: a first version, which wants review by a native reader.

## Dates

month-name = { $month }월
date-long = { $year }년 { month-name } { $day }일
date-day-month = { month-name } { $day }일
date-month = { $year }년 { month-name }
date-year = { $year }년

## Header and footer

skip-link = 본문으로 건너뛰기
menu = 메뉴
    .label = 주 메뉴
home = 홈
languages-label = 언어
edition-missing = 아직 없음
breadcrumbs-label = 현재 위치
footer-label = 하단 메뉴
feed-link = Atom 피드 구독
feed-title = { $site }: 새 글과 업데이트

## Notices

language-name = { $code ->
    [vi] 베트남어
    [en] 영어
    [ar] 아랍어
    [he] 히브리어
    [fa] 페르시아어
    [fr] 프랑스어
    [es] 스페인어
    [de] 독일어
    [pt] 포르투갈어
    [it] 이탈리아어
    [id] 인도네시아어
    [zh-Hans] 중국어(간체)
    [zh-Hant] 중국어(번체)
    [ja] 일본어
    [ko] 한국어
    [th] 태국어
    [lo] 라오스어
    [km] 크메르어
    [ru] 러시아어
   *[other] { $name }
}
fallback-notice = 이 페이지는 아직 한국어로 제공되지 않습니다. 아래 내용은 { $language }로 되어 있습니다.
fallback-link = { $language } 페이지 열기
behind-notice = 이 페이지는 아직 { $language } 페이지의 변경을 반영하지 않았습니다. 바뀐 곳:
behind-beginning = 페이지의 첫 부분
draft-notice = 아직 게시되지 않은 초안입니다.

## Below the title

published = { $precision ->
    [day] { $date } 게시
   *[month] { $date } 게시
}
updated = { $precision ->
    [day] { $date } 수정
   *[month] { $date } 수정
}
reading-time = 읽는 시간 { $minutes }분
translated = { $how ->
    [machine] 기계 번역, 검토 전
    [reviewed] 기계 번역, 검토 완료
   *[human] 번역
}

## In the text

toc = 목차
copy-link = 이 절의 링크 복사
    .done = 링크를 복사했습니다
alert-note = 참고
alert-tip = 팁
alert-important = 중요
alert-warning = 경고
alert-caution = 주의
footnotes-title = 각주
footnote-label = 각주 { $number }
footnote-back = 본문의 각주 { $number } 위치로 돌아가기
cite-label = 출처 { $number }: { $title }
table-label = 표, 옆으로 스크롤 가능
task-done = 완료
task-open = 미완료

## Figures and timeline

figure-as-of = { $precision ->
    [day] { $date } 기준
   *[month] { $date } 기준
}
figure-bound = { $bound ->
    [over] { $value } 초과
    [under] { $value } 미만
   *[about] 약 { $value }
}
source-link = 출처 { $number }

## Charts, tables, drawings

data-table = 표로 보는 데이터
data-csv = CSV로 내려받기
value-missing = 알 수 없음
chart-rest = 나머지
chart-item = 항목
chart-time = 시기
chart-value = 값
table-filter = 행 거르기
table-shown = 표시된 행

## Beside the text

in-brief = 요약
in-depth = 더 자세히
revisions-title = 변경 기록
how-to-cite = 이 문서를 인용하는 방법
    .accessed = 문서를 읽은 날짜를 덧붙이세요.

## Sources

sources-title = 출처
source-type-article = 기사
source-type-report = 보고서
source-type-web = 웹페이지
source-type-book = 책
source-type-video = 동영상
source-back = 인용된 곳 { $number }번으로 돌아가기

## Lists

list-title = 글 목록
list-total = 글 { $count }편
list-empty = 아직 글이 없습니다.
pagination-label = 목록 페이지
page-of = { $pages }페이지 중 { $number }페이지
page-previous = 이전 페이지
page-next = 다음 페이지
page-number-title = { $title }, { $number }페이지
neighbours-label = 이전 글과 다음 글
neighbour-previous = 이전 글
neighbour-next = 다음 글

## Topics

tags-title = 주제
tag-title = 주제: { $tag }

## Glossary

glossary-title = 용어집
letters-label = 첫 글자로 찾기
term-acronym = 약어
term-forms = 다른 이름
term-twin = { $language }
term-related = 관련 용어
term-mentioned = 이 용어가 나오는 글
term-mentioned-more = { $count ->
   *[other] … 외 글 { $count }편
}
term-avoid = 쓰지 않는 것이 좋은 말
glossary-table-link = 두 언어 용어집
glossary-sort = 정렬 기준: { $language }
glossary-files = 용어집 전체 내려받기
glossary-file = { $format ->
    [csv] CSV(스프레드시트용)
    [tbx] TBX(용어 관리 프로그램용)
   *[json] JSON(그 밖의 프로그램용)
}

## Special pages

not-found-title = 페이지를 찾을 수 없습니다
not-found-text = 이 주소에는 페이지가 없습니다. 페이지가 옮겨졌거나 주소를 잘못 입력했을 수 있습니다.
not-found-home = 홈으로 가기
chooser-title = 언어 선택
redirect-text = 이 페이지는 다음 주소로 옮겨졌습니다:

## Two languages side by side

side-by-side = 두 언어 나란히
pair-alone = 한국어만
pair-missing = 이 단락은 아직 한국어판에 없습니다.

## The terms of a page

page-terms = 이 페이지의 용어
term-back = 본문의 “{ $term }”(으)로 돌아가기
