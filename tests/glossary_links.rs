//! A site full of traps for the matcher: which words of its pages are links to terms, counted by hand.
#![allow(clippy::disallowed_methods, reason = "this test makes a site and looks at what was built")]

mod support;

use std::sync::LazyLock;

use support::built::Built;
use support::html::Page;
use support::sites;
use tempfile::TempDir;

const TRAPS: &str = include_str!("glossary/traps.txt");

static SITE: LazyLock<(TempDir, Built)> = LazyLock::new(|| {
    let folder = sites::folder(TRAPS);
    let output = sites::run(folder.path(), &["build"]);
    assert!(output.status.success());
    // `deep` says `foreign: ignore`, and a `pin` in a Vietnamese text is a battery: nothing else is wrong here.
    let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
    let told: Vec<&str> = complaints.lines().filter(|line| line.contains("]: ")).collect();
    let unused = |id: &str| format!("warning[term-unused]: no text mentions the term `{id}`");
    assert_eq!(told, [unused("deep"), unused("pin")]);
    let built = Built::read(&folder.path().join("public"), "https://example.org/");
    (folder, built)
});

/// The links to terms in the text of a page, in order: id and shown text; white space is made single.
fn links(page: &Page) -> Vec<String> {
    let links = page.all("a").into_iter().filter(|link| page.attribute(*link, "class") == "term");
    links
        .map(|link| {
            let href = page.attribute(link, "href");
            let id = href.strip_prefix("#d-").unwrap_or(href);
            let text: Vec<String> = page.text(link).split_whitespace().map(str::to_owned).collect();
            let lang = page.attribute(link, "lang");
            let lang = if lang.is_empty() { String::new() } else { format!(" ({lang})") };
            format!("{id}: {}{lang}", text.join(" "))
        })
        .collect()
}

#[test]
fn the_links_of_a_vietnamese_page() {
    let expected = [
        // Before the first section: not `đai`, `ai`, `Ai`; the second `AI` is not the first.
        "ai: AI",
        // Phần hai: not the code, the link, `[[!AI]]` or the quotation.
        "ai: AI",
        "llm: LLM",
        // Mô hình ngôn ngữ lớn: not the heading; across a no-break space and a line break that is shown.
        "llm: mô hình ngôn ngữ lớn",
        "model: mô hình",
        "compute: Sức mạnh tính toán",
        // With the stress that it begins with; `đám *mây lớn*` cannot be one link, `đăm mây` is another form, not the first.
        "cloud: Đám mây",
        "gpu: chip đồ họa",
        "ai: AI",
        "join: má",
        "llm: large language model",
        "chiplet: chiplets (en)",
        "private: riêng tư",
        // The footnote's text stands at the end; both spellings are one term.
        "join: hòa mạng",
    ];
    assert_eq!(links(SITE.1.page("vi/")), expected);
}

#[test]
fn the_links_of_an_english_page() {
    let expected = ["ai: AIs", "llm: LLM", "gpu: bộ xử lý đồ họa"];
    assert_eq!(links(SITE.1.page("en/")), expected);
}

#[test]
fn a_page_that_wants_none_has_only_those_that_were_marked() {
    assert_eq!(links(SITE.1.page("vi/quiet/")), ["llm: mô hình ngôn ngữ lớn"]);
    assert_eq!(links(SITE.1.page("en/quiet/")), ["llm: large language model"]);
}

#[test]
fn a_terms_own_page_does_not_link_to_itself() {
    assert_eq!(links(SITE.1.page("vi/glossary/ai/")), ["llm: LLM"]);
}

#[test]
fn a_term_that_is_never_linked_is_shown_all_the_same() {
    let page = SITE.1.page("vi/");
    let text = page.text(page.only("main"));
    assert!(text.contains("riêng tư và không bao giờ, riêng tư, không bao giờ, tên khác."), "{text}");
}

#[test]
fn a_link_holds_the_stress_that_is_within_it() {
    let html = SITE.1.text("vi/index.html");
    for expected in [
        "href=\"#d-compute\">Sức mạnh <strong>tính toán</strong></a> là một",
        "href=\"#d-cloud\"><em>Đám</em> mây</a>, đám <em>mây lớn</em> và đăm mây",
        "href=\"#d-llm\">mô\u{a0}hình ngôn<br>\nngữ lớn</a>, <a",
        "<strong>A</strong>I vẫn là AI",
    ] {
        assert!(html.contains(expected), "{expected}");
    }
}

/// The text of the elements with a class, white space folded.
fn texts(page: &Page, class: &str) -> Vec<String> {
    page.with_class(class).into_iter().map(|element| page.text(element)).collect()
}

#[test]
fn a_term_page_quotes_the_sentences_that_mention_it() {
    let page = SITE.1.page("vi/glossary/llm/");
    let expected = [
        "Trong ghi chú có LLM.",
        "Phần nhỏ về LLM",
        "LLM đã có liên kết ở trên.",
        "AI ở đây không thành liên kết, còn LLM thì có.",
        "AI và mô hình ngôn ngữ lớn.",
    ];
    assert_eq!(texts(page, "sentence"), expected);
    let marks: Vec<String> = page.all("mark").into_iter().map(|mark| page.text(mark)).collect();
    assert_eq!(marks, ["LLM", "LLM", "LLM", "LLM", "mô hình ngôn ngữ lớn"]);
    assert!(texts(SITE.1.page("vi/glossary/deep/"), "sentence").is_empty());
}

#[test]
fn each_quoted_place_is_there() {
    // `dangling` follows every link, those to places among them.
    assert_eq!(SITE.1.dangling("/"), []);
    let page = SITE.1.page("vi/glossary/ai/");
    let links =
        page.all("a").into_iter().filter(|link| page.all("mark").iter().any(|mark| page.is_within(*mark, *link)));
    let anchors: Vec<String> = links.map(|link| page.attribute(link, "href").to_owned()).collect();
    assert_eq!(anchors, ["../../../vi/#r-ai-1", "../../../vi/#r-ai-2", "../../../vi/#phan-hai", "../../../vi/quiet/"]);
}

#[test]
fn the_glossary_in_two_languages_has_both_orders() {
    let page = SITE.1.page("vi-en/glossary/");
    let body = page.only("tbody");
    let rows: Vec<usize> = page.all("tr").into_iter().filter(|row| page.is_within(*row, body)).collect();
    let cell = |row: usize, at: usize| {
        let cells: Vec<usize> = page.all("td").into_iter().filter(|cell| page.is_within(*cell, row)).collect();
        page.all("a").into_iter().find(|link| page.is_within(*link, cells[at])).map(|link| page.text(link))
    };
    let first: Vec<String> = rows.iter().filter_map(|row| cell(*row, 0)).collect();
    assert_eq!(
        first,
        [
            "bộ xử lý đồ họa",
            "chân cắm",
            "đám mây",
            "hòa mạng",
            "học sâu",
            "không bao giờ",
            "mô hình",
            "mô hình ngôn ngữ lớn",
            "riêng tư",
            "sức mạnh tính toán",
            "tiểu chip",
            "trí tuệ nhân tạo",
        ]
    );
    let mut by_second: Vec<(usize, String)> = rows
        .iter()
        .filter_map(|row| Some((page.attribute(*row, "data-second").parse().ok()?, cell(*row, 1)?)))
        .collect();
    by_second.sort();
    let second: Vec<String> = by_second.into_iter().map(|(_, term)| term).collect();
    assert_eq!(
        second,
        [
            "artificial intelligence",
            "chiplet",
            "compute",
            "deep learning",
            "graphics processing unit",
            "grid connection",
            "large language model",
            "model",
            "never",
            "pin",
            "private",
            "the cloud",
        ]
    );
    let cloud = rows.iter().find(|row| page.attribute(**row, "id") == "t-cloud").expect("the cloud has a row");
    assert_eq!(page.attribute(*cloud, "data-key"), "dam may dam may the cloud");
    assert!(
        page.has_attribute(page.with_class("filter")[0], "hidden"),
        "without the script there is nothing to type into"
    );
}

#[test]
fn the_index_shows_the_alphabet_and_links_the_letters_that_are_used() {
    let page = SITE.1.page("vi/glossary/");
    let letters = page.with_class("letters");
    let bar: Vec<String> = page
        .all("a")
        .into_iter()
        .filter(|link| page.is_within(*link, letters[0]))
        .map(|link| page.text(link))
        .collect();
    assert_eq!(bar, ["B", "C", "Đ", "H", "K", "M", "R", "S", "T"]);
    let all: String = page
        .all("li")
        .into_iter()
        .filter(|item| page.is_within(*item, letters[0]))
        .map(|item| page.text(item))
        .collect();
    assert_eq!(all, "AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ");
    let sections = page.all("h2").into_iter().filter(|title| page.attribute(*title, "id").starts_with("letter-"));
    assert_eq!(sections.map(|title| page.text(title)).collect::<Vec<_>>(), bar);
}

#[test]
fn the_script_of_a_definition_in_place_is_below_one_kilobyte() {
    let script = include_str!("../templates/assets/site.js");
    let (_, part) =
        script.split_once("// A term's definition in place").expect("the script has this part, the last one");
    let (_, part) = part.split_once('\n').expect("lines");
    assert!(part.starts_with("document.addEventListener(\"click\"") && part.trim_end().ends_with("});"), "{part}");
    assert!(part.len() < 1_024, "{} bytes", part.len());
}
