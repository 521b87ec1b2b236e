//! Mistakes planted in translations, and pairs without any: what is told of both.
//!
//! `pairs/mistakes.txt` has one mistake a case: all must be found, and nothing else told. `pairs/clean.txt` has pairs
//! that say the same in a way that could mislead a rule: nothing may be told.

use std::collections::{BTreeMap, BTreeSet};

use songngu::base::{Content, Digest, PartialDate, Snapshot, Source, SourcePath};
use songngu::diag::{Code, Diagnostic};
use songngu::pipeline::{self, Memo, Request};

const MISTAKES: &str = include_str!("pairs/mistakes.txt");
const CLEAN: &str = include_str!("pairs/clean.txt");

/// What all cases stand in.
const SITE: &[(&str, &str)] = &[
    ("site.yaml", "title: {vi: Trang, en: Site}\nbase_url: https://example.org/\nlanguages: [vi, en]\n"),
    ("content/index.vi.md", "---\ntitle: Trang chủ\n---\n"),
    ("content/index.en.md", "---\ntitle: Home\n---\n"),
    ("content/index.yaml", "figures:\n  companies: {value: 1048}\n  talent: {value: 40000}\n"),
    ("content/programme.vi.md", "---\ntitle: Chương trình\n---\n\n## Đối tác {#partners}\n"),
    ("content/programme.en.md", "---\ntitle: The programme\n---\n\n## Partners {#partners}\n"),
    ("content/map.svg", ""),
    ("content/plan.svg", ""),
    ("content/bibliography.yaml", "plan:\n  title: {vi: Kế hoạch, en: The plan}\n"),
    ("content/glossary/llm.yaml", "acronym: LLM\n"),
    ("content/glossary/llm.vi.md", "---\nterm: mô hình ngôn ngữ lớn\nshort: Một mô hình.\n---\n"),
    ("content/glossary/llm.en.md", "---\nterm: large language model\nshort: A model.\n---\n"),
    ("content/glossary/compute.vi.md", "---\nterm: sức mạnh tính toán\nshort: Khả năng tính toán.\n---\n"),
    (
        "content/glossary/compute.en.md",
        "---\nterm: compute\nforms: [computing power]\nshort: What computing needs.\n---\n",
    ),
    ("content/glossary/chiplet.vi.md", "---\nterm: chiplet\nshort: Một mẩu chip.\n---\n"),
    ("content/glossary/chiplet.en.md", "---\nterm: chiplet\nshort: A piece of a chip.\n---\n"),
];

/// Two blocks that should say the same.
struct Pair<'a> {
    name: &'a str,
    vi: &'a str,
    en: &'a str,
    expected: Vec<&'a str>,
}

/// The pairs of a text: `vi: …`, `en: …`, each over one or more lines.
fn pair<'a>(name: &'a str, text: &'a str) -> Pair<'a> {
    let (text, expected) = text.split_once("\n=> ").unwrap_or((text, ""));
    let (vi, en) = text.split_once("\nen: ").unwrap_or_else(|| panic!("no `en:` in `{name}`: {text}"));
    let vi = vi.trim().strip_prefix("vi: ").unwrap_or_else(|| panic!("no `vi:` in `{name}`: {vi}"));
    Pair { name, vi, en: en.trim(), expected: expected.split_whitespace().collect() }
}

fn mistakes() -> Vec<Pair<'static>> {
    let cases = MISTAKES.split("\n== ").skip(1);
    cases.map(|case| case.split_once('\n').expect("a case has a name")).map(|(name, text)| pair(name, text)).collect()
}

fn clean() -> Vec<Pair<'static>> {
    let cases = CLEAN.split("\n\nvi: ").skip(1);
    let cases = cases.map(|case| case.split_once("\nen: ").expect("a pair has both languages"));
    cases.map(|(vi, en)| Pair { name: vi, vi, en: en.trim(), expected: Vec::new() }).collect()
}

/// What is told of each of the pairs, each standing on a page of its own.
fn told(pairs: &[Pair<'_>]) -> Vec<Vec<Diagnostic>> {
    let mut snapshot = Snapshot::default();
    let mut add = |path: String, text: &str| {
        let source = Source { content: Content::Text(text.into()), digest: Digest::of(text.as_bytes()) };
        snapshot.sources.insert(SourcePath::new(path), source);
    };
    SITE.iter().for_each(|(path, text)| add((*path).to_owned(), text));
    for (at, pair) in pairs.iter().enumerate() {
        add(format!("content/case-{at}.vi.md"), &format!("---\ntitle: Trang {at}\n---\n\n{}\n", pair.vi));
        add(format!("content/case-{at}.en.md"), &format!("---\ntitle: Page {at}\n---\n\n{}\n", pair.en));
    }
    let today = PartialDate { year: 2026, month: Some(1), day: Some(1) };
    let request = Request { today, drafts: false, base_url: None };
    let prepared = pipeline::prepare(&snapshot, Vec::new(), &request, &Memo::default());
    let errors: Vec<&Diagnostic> = prepared.diagnostics.iter().filter(|one| one.is_error()).collect();
    assert!(errors.is_empty(), "the cases have other mistakes, too: {errors:#?}");
    let mut by_page: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    for diagnostic in prepared.pair_diagnostics(&snapshot, Vec::new(), None) {
        let path = diagnostic.location.as_ref().expect("it has a place").path.to_string();
        let page = path.trim_start_matches("content/").split('.').next().unwrap_or_default().to_owned();
        by_page.entry(page).or_default().push(diagnostic);
    }
    let found = (0..pairs.len()).map(|at| by_page.remove(&format!("case-{at}")).unwrap_or_default()).collect();
    assert!(by_page.is_empty(), "something is told of other pages: {by_page:#?}");
    found
}

fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    let mut codes: Vec<&str> = found.iter().map(|one| one.code.name()).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn every_planted_mistake_is_found_and_nothing_else() {
    let cases = mistakes();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for (case, found) in cases.iter().zip(told(&cases)) {
        let mut expected = case.expected.clone();
        expected.sort_unstable();
        if codes(&found) != expected {
            let messages: Vec<String> = found.iter().map(|one| format!("{}: {}", one.code, one.message)).collect();
            wrong.push(format!("{}: expected {expected:?}, told {messages:#?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn nothing_is_told_of_pairs_that_say_the_same() {
    let cases = clean();
    assert!(cases.len() >= 70, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for (case, found) in cases.iter().zip(told(&cases)) {
        wrong.extend(found.iter().map(|one| format!("{} — {}\n  {}: {}", case.vi, case.en, one.code, one.message)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_told_names_both_places_and_a_way_out() {
    let cases = mistakes();
    let of_one_text = BTreeSet::from([
        Code::LanguageLeftover,
        Code::MarksMissing,
        Code::WordDoubled,
        Code::LetterDoubtful,
        Code::QuotesForeign,
        Code::SpaceDoubtful,
    ]);
    for (case, found) in cases.iter().zip(told(&cases)) {
        for diagnostic in found {
            assert!(diagnostic.hint.is_some(), "{}: no hint", case.name);
            if !of_one_text.contains(&diagnostic.code) {
                let (there, _) = diagnostic.related.first().unwrap_or_else(|| panic!("{}: one place only", case.name));
                let here = diagnostic.location.as_ref().expect("it has a place");
                assert_ne!(here.path, there.path, "{}", case.name);
            }
        }
    }
}
