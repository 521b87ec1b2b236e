//! One address for each block on all three pages: in either language and side by side, whatever differs between the two.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use songngu::base::{Content, Digest, PartialDate, Snapshot, Source, SourcePath};
use songngu::pipeline::{self, File, Memo, Request};
use support::html::{self, Page};

const FRONT: &str = "title: {vi: Trang, en: Site, fr: Site}\nbase_url: https://example.org/\n";

/// Builds a page `p` in some languages; the pages by their addresses.
fn built(config: &str, editions: &[(&str, &str)]) -> BTreeMap<String, Page> {
    let mut snapshot = Snapshot::default();
    let mut add = |path: String, text: String| {
        let source = Source { digest: Digest::of(text.as_bytes()), content: Content::Text(text.into()) };
        snapshot.sources.insert(SourcePath::new(path), source);
    };
    add("site.yaml".to_owned(), format!("{FRONT}{config}"));
    add(
        "content/p.yaml".to_owned(),
        "timeline: [{date: 2023-04-28, title: {vi: Mở, en: Open, fr: Début}}]\n".to_owned(),
    );
    for (lang, text) in editions {
        add(format!("content/index.{lang}.md"), "---\ntitle: x\n---\n".to_owned());
        add(format!("content/p.{lang}.md"), format!("---\ntitle: P {lang}\n---\n\n{text}\n"));
    }
    let today = PartialDate { year: 2026, month: Some(1), day: Some(1) };
    let request = Request { today, drafts: false, base_url: None };
    let prepared = pipeline::prepare(&snapshot, Vec::new(), &request, &Memo::default());
    let errors: Vec<String> =
        prepared.diagnostics.iter().filter(|one| one.is_error()).map(|one| one.message.clone()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let of_page = |name: &str| {
        let Some(Ok(File::Bytes(bytes))) = prepared.file(name) else { panic!("{name} is made") };
        let text = String::from_utf8(bytes.into_owned()).expect("pages are UTF-8");
        (
            name.trim_end_matches("/p/index.html").to_owned(),
            html::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}")),
        )
    };
    prepared.files().filter(|name| name.ends_with("/p/index.html")).map(of_page).collect()
}

/// The ids of blocks in the order of a page, each with what its element says first.
fn blocks(page: &Page, lang: &str) -> Vec<(String, String)> {
    let with_id = page.elements.iter().enumerate().filter(|(_, element)| {
        element.attributes.get("id").is_some_and(|id| {
            id.split_once("--").is_some_and(|(_, last)| last.ends_with(|last: char| last.is_ascii_digit()))
        })
    });
    let said = |at: usize| {
        let is_of_lang = |inner: &usize| page.elements[*inner].attributes.get("lang").is_some_and(|own| own == lang);
        let of_lang = (0..page.elements.len()).find(|inner| page.is_within(*inner, at) && is_of_lang(inner));
        let text = page.text(of_lang.unwrap_or(at));
        text.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
    };
    with_id.map(|(at, element)| (element.attributes["id"].clone(), said(at))).collect()
}

/// Each block by its id, which must say the same in one language alone and side by side.
fn check(pages: &BTreeMap<String, Page>, a: &str, b: &str, expected: &str) {
    let [first, second] = [a, b].map(|lang| blocks(&pages[lang], lang).into_iter().collect::<BTreeMap<_, _>>());
    let pair = &pages[&format!("{a}-{b}")];
    let [left, right] = [a, b].map(|lang| blocks(pair, lang).into_iter().collect::<BTreeMap<_, _>>());
    assert_eq!(first, left, "{a} alone and side by side");
    assert_eq!(second, right, "{b} alone and side by side");
    let ids: BTreeSet<&String> = first.keys().collect();
    assert_eq!(ids, second.keys().collect(), "the same addresses in both languages");
    let lines: Vec<String> = first.iter().map(|(id, said)| format!("{id}: {said} | {}", second[id])).collect();
    assert_eq!(lines.join("\n"), expected);
}

#[test]
fn every_kind_of_block_has_one_address_in_all_three() {
    let vi = "Mở đầu.\n\n## Vì sao {#why}\n\nMột hai.\n\n- một mục\n- hai mục\n\n> Lời trích.\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nmã\n```\n\n{{ <timeline /> }}\n\n---\n\nCuối cùng.";
    let en = "The beginning.\n\n## Why {#why}\n\nOne two.\n\n- one item\n- two items\n\n> A quotation.\n\n| e | f |\n|---|---|\n| g | h |\n\n```\ncode\n```\n\n{{ <timeline /> }}\n\n---\n\nThe end.";
    check(
        &built("languages: [vi, en]\nside_by_side: true\n", &[("vi", vi), ("en", en)]),
        "vi",
        "en",
        "page--p1: Mở đầu. | The beginning.\nwhy--call1: 28 tháng | 28 April\nwhy--li1: một mục | one item\nwhy--p1: Một hai. | One two.\n\
         why--p2: Lời trích. | A quotation.\nwhy--p3: Cuối cùng. | The end.\nwhy--pre1: mã | code\nwhy--tr1: a b | e f",
    );
}

#[test]
fn a_block_without_a_twin_has_none_and_the_others_keep_theirs() {
    let vi = "## Vì sao {#why}\n\nCó 1.048 công ty.\n\nCó 40.000 người ở Baidu.";
    let en = "## Why {#why}\n\nThere are 1,048 companies.\n\nA paragraph that the other edition lacks altogether, with much to say of its own.\n\n40,000 people at Baidu.";
    check(
        &built("languages: [vi, en]\nside_by_side: true\n", &[("vi", vi), ("en", en)]),
        "vi",
        "en",
        "why--p1: Có 1.048 | There are\nwhy--p2: Có 40.000 | 40,000 people",
    );
}

#[test]
fn what_has_nothing_in_common_stands_together_at_the_same_place() {
    let vi = "Con đê này dài hơn hẳn con đê cũ ở phía bắc, nơi người trong xóm vẫn đi bộ mỗi sáng.\n\n## Ai {#who}\n\nNgười làng.";
    let en = "New.\n\n## Who {#who}\n\nIt was built by the people of the hamlet and of the whole valley around it.";
    check(
        &built("languages: [vi, en]\nside_by_side: true\n", &[("vi", vi), ("en", en)]),
        "vi",
        "en",
        "page--p1: Con đê | New.\nwho--p1: Người làng. | It was",
    );
}

#[test]
fn two_that_have_changed_places_stand_beside_their_twins() {
    let vi = "Lenovo có 1.048 máy `A-1`.\n\nBaidu có 40.000 máy `B-2`.";
    let en = "Baidu has 40,000 machines `B-2`.\n\nLenovo has 1,048 machines `A-1`.";
    let pages = built("languages: [vi, en]\nside_by_side: true\n", &[("vi", vi), ("en", en)]);
    check(&pages, "vi", "en", "page--p1: Lenovo có | Lenovo has\npage--p2: Baidu có | Baidu has");
}

#[test]
fn three_languages_and_an_order_that_is_not_the_sites_share_them_too() {
    let pages = built(
        "languages: [vi, en, fr]\nside_by_side: [[en, vi], [vi, fr]]\n",
        &[("vi", "Một.\n\nHai."), ("en", "One.\n\nTwo."), ("fr", "Un.\n\nDeux.")],
    );
    check(&pages, "en", "vi", "page--p1: One. | Một.\npage--p2: Two. | Hai.");
    check(&pages, "vi", "fr", "page--p1: Một. | Un.\npage--p2: Hai. | Deux.");
}

#[test]
fn a_site_without_pages_side_by_side_writes_no_such_ids() {
    let pages = built("languages: [vi, en]\n", &[("vi", "Một."), ("en", "One.")]);
    assert!(pages.values().all(|page| blocks(page, "vi").is_empty()));
}
