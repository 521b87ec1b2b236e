//! What texts say, in both languages; and what is said to differ between them.

use super::*;
use crate::base::Lang;

fn conventions(tag: &str) -> Conventions {
    Conventions::new(&Lang::new(tag).expect("a tag"))
}

fn strength(quantity: &Quantity) -> &'static str {
    match quantity.strength {
        Strength::Weak => "~",
        Strength::Word => "'",
        Strength::Strong => "",
    }
}

/// The first reading of each quantity, marked by its strength.
fn shown(tag: &str, text: &str) -> String {
    let found = quantities(text, &conventions(tag));
    found.iter().map(|one| format!("{}{}", strength(one), one.readings[0])).collect::<Vec<_>>().join(" ")
}

fn check(cases: &[(&str, &str, &str)]) {
    for (tag, text, expected) in cases {
        assert_eq!(shown(tag, text), *expected, "{tag}: {text}");
    }
}

#[test]
fn numbers_by_the_separators_of_their_language() {
    check(&[
        ("vi", "1.048 công ty", "1048"),
        ("en", "1,048 companies", "1048"),
        ("en", "1048 companies", "1048"),
        ("vi", "1.234.567,50", "1234567.5"),
        ("en", "1,234,567.50", "1234567.5"),
        ("vi", "60 000 000 nhân dân tệ", "60000000"),
        ("en", "60\u{a0}000\u{a0}000 yuan", "60000000"),
        ("en", "60 000 yuan", "60000"),
        ("en", "Apollo 11 100 years on", "11 100"),
        ("vi", "0,5 và 0,500", "0.5 0.5"),
        ("fr", "1\u{202f}048 entreprises, 12,5\u{a0}%", "1048 12.5%"),
        ("fr", "1 048 entreprises", "1048"),
        ("de", "1.048 Firmen, 12,5 Prozent", "1048 12.5%"),
        ("hi", "12,34,567", "1234567"),
        ("fa", "۱٬۰۴۸", "1048"),
        ("tr", "%12,5", "12.5%"),
        ("vi", "−3,5 độ, giảm -3%", "3.5 3%"),
        ("vi", "", ""),
        ("vi", "không có gì", "~0"),
    ]);
}

#[test]
fn sizes_in_words() {
    check(&[
        ("vi", "60 triệu nhân dân tệ (8,6 triệu USD)", "60000000 8600000"),
        ("en", "60 million yuan (US$8.6 million)", "60000000 8600000"),
        ("vi", "1,75 nghìn tỷ tham số", "1750000000000"),
        ("vi", "1,75 ngàn tỉ", "1750000000000"),
        ("en", "1.75 trillion parameters", "1750000000000"),
        ("vi", "2 triệu 500 nghìn, 3 triệu rưỡi", "2500000 3500000"),
        ("en", "two million, 5 hundred thousand", "~2000000 500000"),
        ("vi", "hàng triệu người", ""),
        ("en", "millions of people", ""),
        ("en", "8.6bn, 100k, 7B", "8600000000 100 7"),
        ("ja", "60万人", "600000"),
        ("fr", "8,6 millions", "8600000"),
        ("ru", "8,6 миллиона", "8600000"),
    ]);
}

#[test]
fn percentages() {
    check(&[
        ("vi", "12,5% và 60 phần trăm", "12.5% 60%"),
        ("en", "12.5 per cent, 12.5 percent and 12.5%", "12.5% 12.5% 12.5%"),
        ("vi", "hơn 60 %", "60%"),
    ]);
}

#[test]
fn dates_in_full_and_in_part() {
    let full = "2023-05-19";
    for text in [
        "ngày 19 tháng 5 năm 2023",
        "19/5/2023",
        "19-05-2023",
        "19.5.2023",
        "2023-05-19",
        "19 tháng 5, 2023",
        "ngày 19 tháng Năm năm 2023",
        "19 thg 5, 2023",
        "19 tháng 5/2023",
    ] {
        assert_eq!(shown("vi", text), full, "{text}");
    }
    for text in [
        "19 May 2023",
        "May 19, 2023",
        "May 19th, 2023",
        "19th of May, 2023",
        "the 19th of May 2023",
        "5/19/2023",
        "19/5/2023",
        "2023-05-19",
        "Friday, 19 May 2023",
    ] {
        assert_eq!(shown("en", text), full, "{text}");
    }
    check(&[
        ("vi", "19 tháng 5", "?-05-19"),
        ("vi", "ngày 19/5", "?-05-19"),
        ("vi", "(19/5)", "?-05-19"),
        ("en", "May 19", "?-05-19"),
        ("en", "on 19 May", "?-05-19"),
        ("vi", "tháng 10 năm 2022", "2022-10-?"),
        ("vi", "tháng 10/2022, 10/2022", "2022-10-? 2022-10-?"),
        ("en", "October 2022, Oct. 2022", "2022-10-? 2022-10-?"),
        ("en", "in May it may", "~?-05-?"),
        ("vi", "tháng 5 này, 5 tháng", "?-05-? 5"),
        ("vi", "năm 2023", "~5 2023"),
        ("vi", "tháng mười hai", "?-12-?"),
        ("fr", "19 mai 2023", full),
        ("es", "19 de mayo de 2023", full),
        ("de", "19. Mai 2023, 19.5.2023", "2023-05-19 2023-05-19"),
        ("ru", "19 мая 2023", full),
        ("ja", "2023年5月19日", full),
        ("zh-Hans", "2023年10月", "2023-10-?"),
        ("ko", "2023년 5월 19일", full),
    ]);
}

#[test]
fn what_only_looks_like_a_number() {
    check(&[
        ("en", "see https://example.org/2023/05 or example.com/1", ""),
        ("vi", "gọi +84 24 3733 0123 hoặc 024.3733.0123", ""),
        ("en", "mail 2023@example.org", ""),
        ("en", "GPT-4, H100 and GPT-3.5-turbo", "~gpt 4 ~h 100 ~gpt 3.5"),
        ("en", "version 2.0.1", "2.0.1"),
        ("vi", "WuDao 2.0", "2"),
        ("en", "WuDao 2.0", "2"),
        ("en", "21st century, 1990s, 3D, 10GB, 5 km", "21 1990 3 10 5"),
        ("vi", "thế kỷ 21, thế kỷ XXI", "21 ~21"),
    ]);
}

#[test]
fn number_words() {
    check(&[
        ("vi", "hai mươi ba, mười lăm, bốn mươi, một trăm lẻ năm, hai trăm ba mươi", "'23 '15 '40 '105 '230"),
        ("en", "twenty-three, fifteen, forty, one hundred and five", "'23 '15 '40 '105"),
        ("vi", "năm loại, sáu loại", "~5 '6"),
        ("vi", "một phần ba, ba phần tư, nửa", "~1/3 ~3/4 ~1/2"),
        ("en", "one third, a third, three-quarters, half", "~1/3 ~1/3 ~3/4 ~1/2"),
        ("en", "the second and the twenty-first", "~2 ~21"),
        ("vi", "lần thứ hai", "~2"),
        ("en", "World War II, chapter XIV", "~2 ~14"),
        ("vi", "hai triệu", "~2000000"),
    ]);
}

#[test]
fn times() {
    check(&[
        ("vi", "lúc 9 giờ 30, 9h30, 21:30", "09:30 09:30 21:30"),
        ("en", "at 9:30 pm, 9:30 a.m.", "21:30 09:30"),
        ("vi", "9 giờ", "9"),
    ]);
}

/// `vi` and `en` say the same.
fn same(vi: &str, en: &str) {
    assert_eq!(difference(vi, en), "", "{vi} = {en}");
}

/// What only the Vietnamese says, what only the English says, and numbers with the other's separators.
fn difference(vi: &str, en: &str) -> String {
    let (first, second) = (quantities(vi, &conventions("vi")), quantities(en, &conventions("en")));
    let Unmatched { first: one, second: two, separators } = compare(&first, &second);
    let text = |text: &str, quantity: &Quantity| text[quantity.range.clone()].to_owned();
    let mut parts: Vec<String> = one.iter().map(|at| format!("vi {}", text(vi, &first[*at]))).collect();
    parts.extend(two.iter().map(|at| format!("en {}", text(en, &second[*at]))));
    parts.extend(separators.iter().map(|(a, b, _)| format!("{} ~ {}", text(vi, &first[*a]), text(en, &second[*b]))));
    parts.join("; ")
}

#[test]
fn twins_that_say_the_same() {
    for (vi, en) in [
        ("Có 1.048 công ty", "There are 1,048 companies"),
        ("Có 1.048 công ty", "There are 1048 companies"),
        ("19 tháng 5", "19 May"),
        ("ngày 19 tháng 5 năm 2023", "May 19, 2023"),
        ("19/5/2023", "19 May 2023"),
        ("60 triệu", "60 million"),
        ("60 triệu", "60 000 000"),
        ("60 triệu", "60,000,000"),
        ("1,75 nghìn tỷ", "1.75 trillion"),
        ("12,5%", "12.5 per cent"),
        ("5–10 năm tới", "the next 5 to 10 years"),
        ("trong 5 đến 10 năm", "5-10 years"),
        ("hai đối tác", "two partners"),
        ("2 đối tác", "two partners"),
        ("hai đối tác", "2 partners"),
        ("một đối tác", "a partner"),
        ("năm loại đối tác", "five kinds of partner"),
        ("thế kỷ 21", "the 21st century"),
        ("thế kỷ XXI", "the 21st century"),
        ("lần thứ 7", "the 7th"),
        ("lần thứ bảy", "the 7th"),
        ("tháng 10 năm 2022", "October 2022"),
        ("WuDao 2.0", "WuDao 2.0"),
        ("lúc 21 giờ 30", "at 9:30 pm"),
        ("9 giờ", "9 hours"),
        ("tháng 5", "in May"),
        ("hơn 1/3 cả nước", "more than one third of the country's total"),
        ("hơn một phần ba", "more than one third"),
        ("50% đến 60%", "50 to 60%"),
        ("5 triệu đến 10 triệu", "5 to 10 million"),
        ("7 tỷ tham số", "7B parameters"),
        ("100 nghìn", "100k"),
        ("quý 1 năm 2023", "the first quarter of 2023"),
        ("quý I", "Q1"),
        ("ngày 19 và 20 tháng 5", "19 and 20 May"),
        ("ngày 19", "the 19th"),
        ("những năm 1990", "the 1990s"),
        ("gọi 024.3733.0123", "call us"),
        ("2023 và năm 2023", "2023"),
        ("giảm 3,5%", "-3.5%"),
        ("ngày 18 tháng 5", "on 18 May 2023"),
        ("Bước đầu tiên", "Step 1"),
        ("GPT-4", "the model"),
        ("mô hình 7B", "a 7B model"),
        ("0,5", "0.5"),
        ("gấp đôi", "2x"),
    ] {
        same(vi, en);
    }
}

#[test]
fn twins_that_do_not() {
    for (vi, en, expected) in [
        ("1.048", "1,084", "vi 1.048; en 1,084"),
        ("39 đối tác", "partners", "vi 39"),
        ("19 tháng 5", "18 May", "vi 19 tháng 5; en 18 May"),
        ("19 tháng 5", "19 June", "vi 19 tháng 5; en 19 June"),
        ("19/5/2023", "19 May 2022", "vi 19/5/2023; en 19 May 2022"),
        ("60 triệu", "60 billion", "vi 60 triệu; en 60 billion"),
        ("1,75 tỷ", "1.75 trillion", "vi 1,75 tỷ; en 1.75 trillion"),
        ("60%", "6%", "vi 60%; en 6%"),
        ("tháng 10 năm 2022", "October 2023", "vi tháng 10 năm 2022; en October 2023"),
        ("bốn loại", "five kinds", "vi bốn; en five"),
        ("3 đối tác", "two partners", "vi 3"),
        ("GPT-3", "GPT-4", "vi 3; en 4"),
        ("bản 1.2.3", "version 1.2.4", "vi 1.2.3; en 1.2.4"),
        ("1,048 công ty", "1,048 companies", "1,048 ~ 1,048"),
        ("12.5%", "12.5%", "12.5% ~ 12.5%"),
        ("1.048 công ty", "1.048 companies", "1.048 ~ 1.048"),
        ("0,5", "0,5", "0,5 ~ 0,5"),
        ("9 giờ 30", "9:45", "vi 9 giờ 30; en 9:45"),
    ] {
        assert_eq!(difference(vi, en), expected, "{vi} ≠ {en}");
    }
}

#[test]
fn no_text_breaks_the_reader() {
    let pieces = [
        "1", ".", ",", "/", "-", " ", "tháng", "May", "%", "triệu", "٣", "½", "năm", "th", ":", "\u{301}", "🙂",
        "phần", "a", "hundred",
    ];
    for tag in ["vi", "en", "fr", "ja", "ar"] {
        let conventions = conventions(tag);
        for a in pieces {
            for b in pieces {
                for c in pieces {
                    let text = format!("{a}{b}{c} {b}{a}");
                    for quantity in quantities(&text, &conventions) {
                        assert!(text.get(quantity.range.clone()).is_some() && !quantity.readings.is_empty(), "{text}");
                    }
                }
            }
        }
    }
}
