//! What a lexicon says, by small tables: files and arguments in, text out.

use std::sync::Arc;

use super::{Args, DateStyle, Lexicon, LocaleFile, Value, load};
use crate::base::{Lang, SourcePath};
use crate::diag::Diagnostic;

pub(super) fn lang(tag: &str) -> Lang {
    Lang::new(tag).expect("a tag")
}

/// A site's file `locales/<lang>/site.ftl`.
pub(super) fn site(tag: &str, text: &str) -> LocaleFile {
    let path = SourcePath::new(format!("locales/{tag}/site.ftl"));
    LocaleFile { lang: lang(tag), path, text: Arc::from(text), theme: false }
}

/// A file of the theme.
pub(super) fn theme(tag: &str, text: &str) -> LocaleFile {
    let path = SourcePath::new(format!("theme/locales/{tag}/theme.ftl"));
    LocaleFile { lang: lang(tag), path, text: Arc::from(text), theme: true }
}

pub(super) fn loaded(files: &[LocaleFile]) -> (Lexicon, Vec<Diagnostic>) {
    load(&[lang("vi"), lang("en")], files)
}

/// A lexicon of files without mistakes.
fn lexicon(files: &[LocaleFile]) -> Lexicon {
    let (lexicon, diagnostics) = loaded(files);
    assert_eq!(diagnostics, [], "the files of this test have no mistakes");
    lexicon
}

fn args<const N: usize>(args: [(&str, Value); N]) -> Args {
    args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn number(text: &str) -> Value {
    Value::Number(text.parse().expect("a number"))
}

/// One message with these arguments, as text or as the error's words.
fn said<const N: usize>(lexicon: &Lexicon, tag: &str, key: &str, given: [(&str, Value); N]) -> String {
    match lexicon.format(&lang(tag), key, &args(given)) {
        Ok(message) => message.text,
        Err(error) => format!("error: {error}"),
    }
}

fn html<const N: usize>(lexicon: &Lexicon, tag: &str, key: &str, given: [(&str, Value); N]) -> String {
    match lexicon.format_html(&lang(tag), key, &args(given)) {
        Ok(message) => message.text,
        Err(error) => format!("error: {error}"),
    }
}

#[test]
fn numbers_read_as_the_language_writes_them_and_decide_plurals() {
    let lexicon = lexicon(&[
        site("vi", "n = { $n ->\n    [0] không có từ nào\n   *[other] { $n } từ\n }"),
        site("en", "n = { $n ->\n    [one] { $n } word\n   *[other] { $n } words\n }"),
    ]);
    let cases = [("0", "không có từ nào", "0 words"), ("1", "1 từ", "1 word"), ("1048", "1.048 từ", "1,048 words")];
    for (n, vi, en) in cases {
        assert_eq!(said(&lexicon, "vi", "n", [("n", number(n))]), vi);
        assert_eq!(said(&lexicon, "en", "n", [("n", number(n))]), en);
    }
    let long = "123456789012345678901234567890.5";
    assert_eq!(said(&lexicon, "en", "n", [("n", number(long))]), "123,456,789,012,345,678,901,234,567,890.5 words");
    assert_eq!(said(&lexicon, "vi", "n", [("n", number("8.60"))]), "8,60 từ");
    assert_eq!(said(&lexicon, "en", "n", [("n", number("1.0"))]), "1.0 words", "1.0 is not one in English");
}

#[test]
fn fluent_alone_decides_plurals() {
    let text = "n = { $n ->\n    [one] một\n   *[other] nhiều\n }";
    let lexicon = lexicon(&[site("vi", text), site("en", text)]);
    let said = ["vi", "en"].map(|tag| said(&lexicon, tag, "n", [("n", number("1"))]));
    assert_eq!(said, ["nhiều", "một"], "CLDR 49 has `one` in Vietnamese; Fluent's older rules do not");
}

#[test]
fn number_options_work() {
    let text = "year = { NUMBER($n, useGrouping: \"false\") }\n\
                one = { NUMBER($n, minimumFractionDigits: 1) }\n\
                two = { NUMBER($n, maximumFractionDigits: 2) }\n\
                share = { NUMBER($n, style: \"percent\") }\n\
                big = { NUMBER($n, notation: \"compact\") }\n\
                nth = { NUMBER($n, type: \"ordinal\") ->\n    [one] { $n }st\n    [two] { $n }nd\n   *[other] { $n }th\n }\n\
                literal = { 1048 } { 0.50 }\n";
    let lexicon = lexicon(&[site("vi", text), site("en", text)]);
    let cases = [
        ("year", "2023", "2023", "2023"),
        ("one", "3", "3,0", "3.0"),
        ("two", "3.14159", "3,14", "3.14"),
        ("share", "0.256", "25,6%", "25.6%"),
        ("big", "8600000", "8,6 triệu", "8.6 million"),
        ("big", "1750000000000", "1,75 nghìn tỷ", "1.75 trillion"),
        ("big", "123456789012345678901", "123.456.789.012.345.678.901", "123,456,789,012,345,678,901"),
        ("literal", "0", "1.048 0,50", "1,048 0.50"),
    ];
    for (key, n, vi, en) in cases {
        assert_eq!(said(&lexicon, "vi", key, [("n", number(n))]), vi, "{key}");
        assert_eq!(said(&lexicon, "en", key, [("n", number(n))]), en, "{key}");
    }
    assert_eq!(said(&lexicon, "en", "nth", [("n", number("22"))]), "22nd");
    assert_eq!(
        said(&lexicon, "en", "year", [("n", Value::from("1048.50"))]),
        "1048.50",
        "digits in a text are a number to NUMBER"
    );
}

#[test]
fn dates_go_through_messages_or_through_cldr() {
    let vi = "date-long = { $day } tháng { $month } năm { $year }\n\
              date-day-month = { $day } tháng { $month }\n\
              date-month = tháng { $month } năm { $year }\n\
              date-year = năm { $year }\n\
              cldr = { DATETIME($date, dateStyle: \"long\") } | { DATETIME($date) } | { DATETIME($date, dateStyle: \"short\") }\n\
              parts = { DATETIME($date, month: \"long\", year: \"numeric\") } | { DATETIME($date, weekday: \"long\") }\n";
    let lexicon = lexicon(&[site("vi", vi)]);
    let cases = [
        ("2023-05-19", DateStyle::Long, "19 tháng 5 năm 2023"),
        ("2023-05-19", DateStyle::DayMonth, "19 tháng 5"),
        ("2022-10", DateStyle::Long, "tháng 10 năm 2022"),
        ("2022-10", DateStyle::DayMonth, "tháng 10 năm 2022"),
        ("2023", DateStyle::Long, "năm 2023"),
    ];
    for (date, style, expected) in cases {
        let date = date.parse().expect("a date");
        assert_eq!(lexicon.date(&lang("vi"), date, style).map(|message| message.text), Ok(expected.to_owned()));
    }
    let date = |text: &str| [("date", Value::from(text))];
    assert_eq!(said(&lexicon, "vi", "cldr", date("2023-05-19")), "19 tháng 5 2023 | 19 thg 5, 2023 | 19/05/2023");
    assert_eq!(said(&lexicon, "vi", "parts", date("2023-05-19")), "tháng 5 năm 2023 | Thứ Sáu");
    assert_eq!(
        said(&lexicon, "vi", "cldr", date("hôm qua")),
        "error: message `cldr` of `vi`: `DATETIME` needs a date such as `2023-05-19`, but got `hôm qua`"
    );
}

#[test]
fn a_missing_message_falls_back_and_says_so() {
    let lexicon = lexicon(&[site("en", "only = Only <em>here</em>, { $who }\nmenu = Menu\n    .label = Main menu")]);
    let message = lexicon.format(&lang("vi"), "menu.label", &Args::new()).expect("a message");
    assert_eq!((message.text.as_str(), message.lang), ("Main menu", lang("en")));
    assert_eq!(
        html(&lexicon, "vi", "only", [("who", Value::from("<b>"))]),
        "<span lang=\"en\" dir=\"ltr\">Only <em>here</em>, &lt;b&gt;</span>"
    );
    assert_eq!(html(&lexicon, "en", "menu", []), "Menu");
    assert!(lexicon.has(&lang("en"), "menu.label") && !lexicon.has(&lang("vi"), "menu"));
    assert!(!lexicon.has(&lang("en"), "menu.title") && !lexicon.has(&lang("en"), "-menu"));
}

#[test]
fn html_takes_arguments_and_named_slots() {
    let lexicon = lexicon(&[site(
        "vi",
        "link = Xem <a href=\"{ $url }\">{ $title }</a> & { $count } nơi khác.\npick = { $kind ->\n    [note] Ghi chú\n   *[other] { $kind }\n }",
    )]);
    let given = [
        ("url", Value::from("/vi/a/?b&c")),
        ("title", Value::Html("<i lang=\"en\">LLM</i>".to_owned())),
        ("count", number("1048")),
    ];
    assert_eq!(
        html(&lexicon, "vi", "link", given),
        "Xem <a href=\"/vi/a/?b&amp;c\"><i lang=\"en\">LLM</i></a> &amp; 1.048 nơi khác."
    );
    assert_eq!(html(&lexicon, "vi", "pick", [("kind", Value::from("note"))]), "Ghi chú");
    assert_eq!(html(&lexicon, "vi", "pick", [("kind", Value::from("<\u{fdd1}x"))]), "&lt;\u{fffd}x");
    assert_eq!(said(&lexicon, "vi", "pick", [("kind", Value::from("a\u{fdd2}b"))]), "a\u{fffd}b");
}

#[test]
fn no_page_ever_shows_a_name_in_braces() {
    let (lexicon, _) = loaded(&[site(
        "vi",
        "who = Chào { $who }\nloop = { loop }\nref = { nothing }\n-name = Tên { $name }\nterm = { -name }\n\
         given = { -name(name: \"A\") }\nfunc = { FOO($n) }\ncount = { $n ->\n    [one] 1\n   *[other] 2\n }\nlabel =\n    .x = y\n\
         num = { NUMBER($n) }\nmany = { who }{ who }",
    )]);
    let cases = [
        ("who", "error: message `who` of `vi`: it needs `$who`, which was not given"),
        ("many", "error: message `many` of `vi`: it needs `$who`, which was not given"),
        ("loop", "error: message `loop` of `vi`: it refers to itself in a circle"),
        ("ref", "error: message `ref` of `vi`: it refers to `nothing`, which does not exist in its language"),
        ("term", "error: message `term` of `vi`: it uses `-name` without giving it `$name`"),
        ("given", "Tên A"),
        ("func", "error: message `func` of `vi`: it calls `FOO()`, which does not exist"),
        ("count", "error: message `count` of `vi`: it needs a number as `$n`, but got text"),
        ("num", "error: message `num` of `vi`: `NUMBER` needs a number, but got `x`"),
        ("label", "error: message `label`: no language defines it"),
        ("label.x", "y"),
        ("no", "error: message `no`: no language defines it"),
        ("", "error: message ``: no language defines it"),
        ("-name", "error: message `-name`: no language defines it"),
    ];
    for (key, expected) in cases {
        assert_eq!(said(&lexicon, "vi", key, [("n", Value::from("x"))]), expected, "{key}");
    }
}

#[test]
fn a_term_in_a_term_keeps_its_own_variables() {
    let (lexicon, _) =
        loaded(&[site("vi", "-inner = trong\n-outer = { -inner } { $name }\nx = { -outer(name: \"ngoài\") }")]);
    let text = said(&lexicon, "vi", "x", []);
    assert!(!text.contains('{') || text.starts_with("error"), "{text}");
}

#[test]
fn the_site_speaks_over_the_theme() {
    let files = [site("vi", "home = Nhà"), theme("vi", "home = Trang chủ\nmenu = Danh mục")];
    let lexicon = lexicon(&files);
    assert_eq!(said(&lexicon, "vi", "home", []), "Nhà");
    assert_eq!(said(&lexicon, "vi", "menu", []), "Danh mục");
    let digest = |files: &[LocaleFile]| loaded(files).0.digest();
    assert_ne!(digest(&files), digest(&files[1..]));
    assert_eq!(digest(&files), digest(&files.clone()));
}

#[test]
fn text_has_no_isolation_marks() {
    let lexicon = lexicon(&[site("en", "x = a { $b } c")]);
    assert_eq!(said(&lexicon, "en", "x", [("b", Value::from("مرحبا"))]), "a مرحبا c");
}

#[test]
fn a_lexicon_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Lexicon>();
}

#[test]
fn a_date_keeps_to_the_digits_of_its_language() {
    let text = "date-long = { $day }/{ $month }/{ $year }\n";
    let (lexicon, _) = load(&[lang("fa")], &[site("fa", text)]);
    let date = "2023-05-19".parse().expect("a date");
    let message = lexicon.date(&lang("fa"), date, DateStyle::Long).expect("the message is there");
    assert_eq!(message.text, "۱۹/۵/۲۰۲۳");
}
