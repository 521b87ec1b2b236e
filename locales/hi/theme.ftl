### The theme’s texts in Hindi: a first version, which wants review by a native reader.

## Dates

month-name = { $month ->
    [1] जनवरी
    [2] फ़रवरी
    [3] मार्च
    [4] अप्रैल
    [5] मई
    [6] जून
    [7] जुलाई
    [8] अगस्त
    [9] सितंबर
    [10] अक्टूबर
    [11] नवंबर
   *[12] दिसंबर
}
date-long = { $day } { month-name } { $year }
date-day-month = { $day } { month-name }
date-month = { month-name } { $year }
date-year = { $year }

## Header and footer

skip-link = मुख्य सामग्री पर जाएँ
menu = मेन्यू
    .label = मुख्य मेन्यू
home = मुखपृष्ठ
languages-label = भाषा
edition-missing = अभी उपलब्ध नहीं
breadcrumbs-label = पृष्ठ का पथ
footer-label = पृष्ठ का निचला भाग
feed-link = एटम फ़ीड से जुड़े रहें
feed-title = { $site }: नए और अपडेट किए गए पृष्ठ

## Notices

language-name = { $code ->
    [vi] वियतनामी
    [en] अंग्रेज़ी
    [ar] अरबी
    [he] हिब्रू
    [fa] फ़ारसी
    [fr] फ़्रांसीसी
    [es] स्पेनिश
    [de] जर्मन
    [pt] पुर्तगाली
    [it] इतालवी
    [id] इंडोनेशियाई
    [zh-Hans] सरलीकृत चीनी
    [zh-Hant] पारंपरिक चीनी
    [ja] जापानी
    [ko] कोरियाई
    [th] थाई
    [lo] लाओ
    [km] खमेर
    [ru] रूसी
    [ur] उर्दू
    [tr] तुर्की
    [nl] डच
    [pl] पोलिश
    [uk] यूक्रेनी
    [hi] हिन्दी
    [ms] मलय
   *[other] { $name }
}
fallback-notice = यह पृष्ठ अभी हिन्दी में उपलब्ध नहीं है। नीचे का पाठ { $language } में है।
fallback-link = यह पृष्ठ { $language } में खोलें
behind-notice = यह पृष्ठ अभी { $language } वाले पृष्ठ के अनुसार बदला नहीं गया है। वहाँ जो बदला:
behind-beginning = पृष्ठ का आरंभ
draft-notice = यह एक मसौदा है, जो प्रकाशित नहीं हुआ है।

## Below the title

published = { $precision ->
    [day] { $date } को प्रकाशित
   *[month] { $date } में प्रकाशित
}
updated = { $precision ->
    [day] { $date } को अपडेट किया गया
   *[month] { $date } में अपडेट किया गया
}
reading-time = पढ़ने का समय: { $minutes } मिनट
translated = { $how ->
    [machine] मशीनी अनुवाद, बिना जाँच के
    [reviewed] मशीनी अनुवाद, जाँचा हुआ
   *[human] अनुवाद
}

## In the text

toc = विषय-सूची
copy-link = इस भाग का लिंक कॉपी करें
    .done = लिंक कॉपी हो गया
alert-note = नोट
alert-tip = सुझाव
alert-important = महत्वपूर्ण
alert-warning = चेतावनी
alert-caution = सावधान
footnotes-title = टिप्पणियाँ
footnote-label = टिप्पणी { $number }
footnote-back = पाठ में टिप्पणी { $number } के स्थान पर लौटें
cite-label = स्रोत { $number }: { $title }
table-label = तालिका, दाएँ-बाएँ खिसकती है
task-done = पूरा हुआ
task-open = पूरा नहीं हुआ

## Figures and timeline

figure-as-of = { $precision ->
    [day] { $date } तक की स्थिति
   *[month] { $date } तक की स्थिति
}
figure-bound = { $bound ->
    [over] { $value } से अधिक
    [under] { $value } से कम
   *[about] लगभग { $value }
}
source-link = स्रोत { $number }

## Charts, tables, drawings

data-table = आँकड़े तालिका में
data-csv = CSV के रूप में डाउनलोड करें
value-missing = ज्ञात नहीं
chart-rest = शेष
chart-item = क्या
chart-time = कब
chart-value = मान
table-filter = पंक्तियाँ छाँटें
table-shown = दिखाई गई पंक्तियाँ

## Beside the text

in-brief = संक्षेप में
in-depth = विस्तार से
revisions-title = संशोधन
how-to-cite = इस पृष्ठ का हवाला कैसे दें
    .accessed = जिस दिन आपने पृष्ठ पढ़ा, वह तारीख जोड़ें।

## Sources

sources-title = स्रोत
source-type-article = लेख
source-type-report = रिपोर्ट
source-type-web = वेब पृष्ठ
source-type-book = पुस्तक
source-type-video = वीडियो
source-back = पाठ में उद्धरण { $number } पर लौटें

## Lists

list-title = लेख
list-total = { $count } लेख
list-empty = अभी कोई लेख नहीं है।
pagination-label = इस सूची के पृष्ठ
page-of = { $pages } में से पृष्ठ { $number }
page-previous = पिछला पृष्ठ
page-next = अगला पृष्ठ
page-number-title = { $title }, पृष्ठ { $number }
neighbours-label = पिछला और अगला लेख
neighbour-previous = पिछला लेख
neighbour-next = अगला लेख

## Topics

tags-title = विषय
tag-title = विषय: { $tag }

## Glossary

glossary-title = शब्दावली
letters-label = अक्षर के अनुसार खोजें
term-acronym = संक्षिप्त रूप
term-forms = अन्य नाम
term-twin = { $language } में
term-related = संबंधित शब्द
term-mentioned = यहाँ उल्लेख है
term-mentioned-more = { $count ->
    [one] … और एक और लेख
   *[other] … और { $count } और लेख
}
term-avoid = ऐसा न कहना बेहतर
glossary-table-link = दो भाषाओं में शब्दावली
glossary-sort = { $language } के अनुसार क्रम दें
glossary-files = पूरी शब्दावली डाउनलोड करें
glossary-file = { $format ->
    [csv] CSV, स्प्रेडशीट के लिए
    [tbx] TBX, शब्दावली प्रोग्रामों के लिए
   *[json] JSON, अन्य प्रोग्रामों के लिए
}

## Special pages

not-found-title = पृष्ठ नहीं मिला
not-found-text = इस पते पर कोई पृष्ठ नहीं है। हो सकता है कि वह कहीं और चला गया हो, या पता ग़लत लिखा गया हो।
not-found-home = मुखपृष्ठ पर जाएँ
chooser-title = भाषा चुनें
redirect-text = यह पृष्ठ अब यहाँ है:

## Two languages side by side

side-by-side = साथ-साथ
pair-alone = केवल हिन्दी
pair-missing = यह अंश हिन्दी संस्करण में अभी नहीं है।

## The terms of a page

page-terms = इस पृष्ठ के शब्द
term-back = पाठ में “{ $term }” पर लौटें
