//! Blocks and their twins: texts in, rows out.

use std::sync::Arc;

use super::*;
use crate::base::{Lang, PagePath, SourcePath};
use crate::parse::{self, Document};

fn document(lang: &str, text: &str) -> Document {
    let (lang, page) = (Lang::new(lang).expect("a tag"), PagePath::new("glossary/page"));
    let text: Arc<str> = text.into();
    parse::edition(&SourcePath::new(format!("content/page.{lang}.md")), &page, &lang, false, &text).0
}

/// The units of two editions.
pub(super) fn pair(vi: &str, en: &str) -> [Vec<Unit>; 2] {
    let documents = [document("vi", vi), document("en", en)];
    let ids = heading_ids(&[&documents[0].body.headings, &documents[1].body.headings]);
    [units(&documents[0], &ids[0]), units(&documents[1], &ids[1])]
}

/// Each row as `why/p1=why/p1`, with `?` for a proposal and `!` where something has moved.
fn rows(units: &[Vec<Unit>; 2], entries: &[Entry]) -> String {
    let name = |units: &[Unit], at: Option<usize>| at.map_or("-".to_owned(), |at| units[at].id.to_string());
    let row = |row: &Row| {
        let mark = match row.sure {
            Sure::Likely => "?",
            Sure::Moved => "!",
            Sure::Agreed => "=",
            Sure::Order => "~",
            Sure::Alone => "",
        };
        format!("{}{mark}{}", name(&units[0], row.a), name(&units[1], row.b))
    };
    align(&units[0], &units[1], entries).iter().map(row).collect::<Vec<_>>().join(" ")
}

/// Everything that stands side by side today, as agreed on.
pub(super) fn agree(units: &[Vec<Unit>; 2]) -> Vec<Entry> {
    let rows = align(&units[0], &units[1], &[]);
    rows.iter().filter_map(|row| Some(Entry::of(&units[0][row.a?], &units[1][row.b?]))).collect()
}

#[test]
fn a_block_has_an_address_and_a_line() {
    let text = "---\nterm: LLM\nshort: \"Một *mô hình*.\"\n---\n\nMở đầu\ndài  hơn.[@report; @scmp]\n\n## Vì sao {#why}\n\n\
        Xem [chip](../chips.md#a \"Chip\") và **[[ai|AI]]**, {{ companies }}, [[llm]], `x  y`.[^1]\n\n\
        - một\n- [x] hai\n\n| A | B |\n|---|---|\n| 1 | *2* |\n\n```rust\nlet a\n\t= 1;\n```\n\n\
        {{ <figures ids={[\"a\"]} /> }}\n\n[^1]: Chú thích.\n";
    let units = pair(text, "").into_iter().next().expect("two");
    let lines: Vec<String> = units
        .iter()
        .map(|unit| {
            assert_eq!(BlockId::parse(&unit.id.to_string()).as_ref(), Some(&unit.id), "{}", unit.id);
            format!("{}: {} {:?}", unit.id, unit.text, unit.slots)
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    term: LLM []
    short: Một *mô hình*. []
    p1: Mở đầu dài hơn.[@report; @scmp] ["[@report]", "[@scmp]"]
    why/h1: ## Vì sao []
    why/p1: Xem [chip](../chips.md#a "Chip") và **[[ai|AI]]**, {{ companies }}, [[llm]], `x y`.[^1] ["(../chips.md#a)", "[[ai]]", "{{ companies }}", "[[llm]]", "`x y`", "[^]"]
    why/li1: một []
    why/li2: [x] hai []
    why/tr1: | A | B | []
    why/tr2: | 1 | *2* | []
    why/pre1: ```rust␊let a␊␉= 1;␊``` []
    why/call1: {{ <figures ids={["a"]} /> }} ["<figures>"]
    why/p2: Chú thích. []
    "#);
}

#[test]
fn what_is_no_address_is_none() {
    for text in ["", "p", "p0", "p01", "p+1", "/p1", "why/", "why/title", "why/x1", "why", "p99999999999", "P1"] {
        assert_eq!(BlockId::parse(text), None, "{text}");
    }
}

#[test]
fn only_what_is_said_and_marked_up_makes_the_hash() {
    let hash = |text: &str| pair(text, "")[0][0].hash;
    let base = hash("Một hai [ba](a.md) *bốn*.");
    assert_eq!(hash("Một\nhai   [ba](a.md)\n_bốn_."), base, "wrapped otherwise");
    assert_eq!(hash("Mo\u{302}\u{323}t hai [ba](a.md) *bốn*."), base, "NFD");
    for other in
        ["Một hai [ba](b.md) *bốn*.", "Một hai [ba](a.md) **bốn**.", "Một hai [ba](a.md) bốn.", "Một hai ba *bốn*."]
    {
        assert_ne!(hash(other), base, "{other}");
    }
}

const VI: &str = "Mở đầu nói về ba việc.\n\n## Một {#one}\n\nĐoạn thứ nhất có 1.048 công ty.\n\nĐoạn thứ hai nói về Alibaba và Baidu.\n\n\
    ## Hai {#two}\n\n- mục GPU\n- mục CPU\n- mục khác\n\nĐoạn cuối của trang này.\n";
const EN: &str = "The beginning tells of three things.\n\n## One {#one}\n\nThe first paragraph has 1,048 companies.\n\n\
    The second paragraph tells of Alibaba and Baidu.\n\n## Two {#two}\n\n- item GPU\n- item CPU\n- another item\n\nThe last paragraph of the page.\n";

#[test]
fn twins_of_the_same_structure_stand_together() {
    let whole = "p1~p1 one/h1~one/h1 one/p1~one/p1 one/p2~one/p2 two/h1~two/h1 two/li1~two/li1 two/li2~two/li2 two/li3~two/li3 two/p1~two/p1";
    assert_eq!(rows(&pair(VI, EN), &[]), whole);
    let agreed = agree(&pair(VI, EN));
    assert_eq!(rows(&pair(VI, EN), &agreed), whole.replace('~', "="));
}

#[test]
fn without_agreement_the_rest_is_proposed() {
    // A paragraph that only the first edition has, and one section in another place.
    let more = VI.replace("Đoạn thứ hai", "Một đoạn chen vào giữa, chưa ai dịch.\n\nĐoạn thứ hai");
    assert_eq!(
        rows(&pair(&more, EN), &[]),
        "p1~p1 one/h1?one/h1 one/p1?one/p1 one/p2- one/p3?one/p2 two/h1~two/h1 two/li1~two/li1 two/li2~two/li2 two/li3~two/li3 two/p1~two/p1"
    );
    let (start, end) = (EN.find("## One").expect("there"), EN.find("## Two").expect("there"));
    let moved = format!("{}{}\n{}", &EN[..start], &EN[end..], &EN[start..end]);
    assert_eq!(
        rows(&pair(VI, &moved), &[]),
        "p1~p1 one/h1~one/h1 one/p1~one/p1 one/p2~one/p2 two/h1~two/h1 two/li1~two/li1 two/li2~two/li2 two/li3~two/li3 two/p1~two/p1"
    );
}

#[test]
fn what_was_agreed_on_is_found_after_edits() {
    let agreed = agree(&pair(VI, EN));
    let check = |vi: &str, en: &str, expected: &str| assert_eq!(rows(&pair(vi, en), &agreed), expected);
    // A heading renamed, its id gone too; an item list in another order; a paragraph changed.
    check(
        &VI.replace("## Một {#one}", "## Một khác").replace("- mục GPU\n- mục CPU", "- mục CPU\n- mục GPU"),
        &EN.replace("1,048 companies", "1,048 firms"),
        "p1=p1 one/h1!one/h1 one/p1!one/p1 one/p2=one/p2 two/h1=two/h1 two/li1=two/li2 two/li2=two/li1 two/li3=two/li3 two/p1=two/p1",
    );
    // One paragraph divided in two.
    check(
        &VI.replace("Alibaba và Baidu.", "Alibaba và Baidu.\n\nMột đoạn mới nữa."),
        EN,
        "p1=p1 one/h1=one/h1 one/p1=one/p1 one/p2=one/p2 one/p3- two/h1=two/h1 two/li1=two/li1 two/li2=two/li2 two/li3=two/li3 two/p1=two/p1",
    );
    // A paragraph gone on one side, and everything under another heading.
    check(
        &VI.replace("Đoạn thứ nhất có 1.048 công ty.\n\n", "").replace("{#two}", "{#four}"),
        EN,
        "p1=p1 one/h1=one/h1 -one/p1 one/p1=one/p2 four/h1=two/h1 four/li1=two/li1 four/li2=two/li2 four/li3=two/li3 four/p1=two/p1",
    );
}
