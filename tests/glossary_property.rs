//! Linking never changes what a reader reads: random texts and glossaries, shown once with links and once without.
#![allow(clippy::disallowed_methods, reason = "these tests make sites")]

mod support;

use std::collections::BTreeMap;
use std::sync::Mutex;

use songngu::base::{Content, Digest, PartialDate, Snapshot, Source, SourcePath};
use songngu::pipeline::{self, File, Request};
use support::html;

/// Random numbers from a seed: xorshift64* (S. Vigna, "An experimental exploration of Marsaglia's xorshift generators,
/// scrambled", 2016). A failure names its seed.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % bound
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// What forms are made of.
const WORDS: [&str; 24] = [
    "mô",
    "hình",
    "ngôn",
    "ngữ",
    "lớn",
    "AI",
    "ai",
    "đám",
    "mây",
    "hoà",
    "hòa",
    "ho\u{300}a",
    "LLM",
    "model",
    "large",
    "C++",
    ".NET",
    "3.5",
    "GPT-4",
    "人工",
    "智",
    "chiplet",
    "Đ",
    "e\u{301}",
];

/// What texts are made of, beside words: everything that could tear a link apart.
const BETWEEN: [&str; 44] = [
    " ",
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\u{a0}",
    "\n",
    "\\\n",
    "\u{ad}",
    "\u{200b}",
    "\u{2060}",
    "*",
    "**",
    "_",
    "~~",
    "`",
    ". ",
    ", ",
    "! ",
    "’s ",
    "“",
    "”",
    " - ",
    "[",
    "](b.md)",
    "![",
    "](a.png)",
    "[[llm]]",
    "[[llm|",
    "]]",
    "[[!",
    "^",
    "~",
    "&amp;",
    "&lt;b&gt;",
    "\\*",
    "<",
    "[^1]",
    "\n\n",
    "\n\n## ",
    "\n\n> ",
    "\n\n- ",
    "\n\n| a | b |\n|---|---|\n| ",
];

fn form(random: &mut Random) -> String {
    let count = 1 + random.below(4);
    let words: Vec<&str> = (0..count).map(|_| random.pick(&WORDS)).collect();
    words.join(" ")
}

fn text(random: &mut Random) -> String {
    let mut out = String::new();
    for _ in 0..random.below(60) {
        out.push_str(random.pick(&WORDS));
        for _ in 0..1 + random.below(2) {
            out.push_str(random.pick(&BETWEEN));
        }
    }
    out
}

const PAGES: usize = 120;

/// The files of a site: random texts, random terms.
fn files(random: &mut Random) -> Vec<(String, String)> {
    let mut files = vec![
        ("templates/bare.html".to_owned(), "{{ content | safe }}".to_owned()),
        ("content/index.vi.md".to_owned(), "---\ntitle: a\n---\n".to_owned()),
    ];
    for at in 0..PAGES {
        let lang = random.pick(&["vi", "en"]);
        let text = text(random);
        files.push((
            format!("content/p{at}.{lang}.md"),
            format!("---\ntitle: a\ntemplate: bare\nfallback: omit\n---\n{text}\n\n[^1]: {}\n", form(random)),
        ));
    }
    for at in 0..1 + random.below(20) {
        let id = if at == 0 { "llm".to_owned() } else { format!("t{at}") };
        for lang in ["vi", "en"] {
            let forms: Vec<String> = (0..random.below(3)).map(|_| format!("{:?}", form(random))).collect();
            let front = format!("---\nterm: {:?}\nforms: [{}]\n---\n", form(random), forms.join(", "));
            files.push((format!("content/glossary/{id}.{lang}.md"), front));
        }
        let foreign = random.pick(&["link", "mark", "ignore"]);
        files.push((
            format!("content/glossary/{id}.yaml"),
            format!("acronym: {:?}\nforeign: {foreign}\n", random.pick(&WORDS)),
        ));
    }
    files
}

/// The pages of a site as HTML, by file.
fn build(files: &[(String, String)], term_links: &str) -> BTreeMap<String, String> {
    let site = format!("title: a\nbase_url: https://example.org/\nlanguages: [vi, en]\nterm_links: {term_links}\n");
    let all = files.iter().cloned().chain([("site.yaml".to_owned(), site)]);
    let source = |(path, text): (String, String)| {
        let digest = Digest::of(text.as_bytes());
        (SourcePath::new(path), Source { content: Content::Text(text.into()), digest })
    };
    let snapshot = Snapshot { sources: all.map(source).collect() };
    let today = PartialDate { year: 2026, month: Some(1), day: Some(1) };
    let prepared = pipeline::prepare(
        &snapshot,
        Vec::new(),
        &Request { today, drafts: false, base_url: None },
        &pipeline::Memo::default(),
    );
    let written: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());
    let emit = |file: &str, _: Digest, content: File<'_>| {
        let is_page = file.split_once("/p").is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()));
        if let (File::Bytes(bytes), true) = (content, is_page) {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            written.lock().expect("no test panics while it writes").insert(file.to_owned(), text);
        }
        Ok::<(), ()>(())
    };
    prepared.render(&emit, &Default::default()).expect("nothing fails");
    written.into_inner().expect("no test panics while it writes")
}

#[test]
fn linking_never_changes_what_is_read() {
    let mut links = 0;
    for seed in 1..=4 {
        let mut random = Random(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed));
        let files = files(&mut random);
        let without = build(&files, "none");
        for term_links in ["section", "all"] {
            let with = build(&files, term_links);
            assert_eq!(with.len(), PAGES, "seed {seed}");
            for (file, html) in &with {
                let page = html::parse_any(html).unwrap_or_else(|error| panic!("seed {seed}, {file}: {error}\n{html}"));
                let plain = html::parse_any(&without[file]).expect("it is HTML without links, too");
                assert_eq!(page.text(0), plain.text(0), "seed {seed}, {file}");
                let found = page.with_class("term");
                for link in &found {
                    let inside = page.chain(*link).skip(1).any(|outer| page.elements[outer].name == "a");
                    assert!(!inside, "seed {seed}, {file}: a link within a link");
                }
                links += found.len();
            }
        }
    }
    assert!(links > 2_000, "the test looks at links: {links}");
}
