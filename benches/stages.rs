//! What each stage costs a text: one thread, in memory but for reading and writing.
//!
//! `cargo bench --bench stages -- [PAIRS] [TERMS]`: writes a corpus, then runs each stage alone over it, again and again for
//! half a second, and prints the median of the rounds, in microseconds a text and in megabytes of source a second.
#![allow(clippy::disallowed_methods, reason = "a benchmark reads files and the clock")]

#[path = "build/corpus.rs"]
#[allow(dead_code, reason = "the corpus for Hugo is the other benchmark's")]
mod corpus;

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use corpus::{Corpus, Layout};
use songngu::base::{Digest, Lang};
use songngu::config::TermLinks;
use songngu::disk::{self, Output};
use songngu::parse::{self, Document};
use songngu::pipeline::{self, File, Memo, Prepared, Request};
use songngu::plan::Action;
use songngu::{resolve, text};

fn main() {
    let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let (pairs, terms) = (numbers.first().copied().unwrap_or(200), numbers.get(1).copied().unwrap_or(40));
    // One thread: what a stage costs, not how well it is spread.
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global().expect("no pool was built before");
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let root = folder.path().join("site");
    corpus::write(&Corpus { pairs, terms, seed: 7 }, Layout::Songngu, &root);
    let (snapshot, problems) = disk::snapshot(&root).expect("the corpus can be read");
    let texts: Vec<_> = snapshot
        .sources
        .iter()
        .filter(|(path, _)| path.as_str().ends_with(".md"))
        .map(|(path, source)| (path, &source.content))
        .collect();
    let request = Request { today: disk::today().expect("there is a clock"), drafts: false, base_url: None };
    let prepared = pipeline::prepare(&snapshot, problems.clone(), &request, &Memo::nothing());
    let site = prepared.site().expect("the corpus is a site");
    let bytes: usize = texts.iter().filter_map(|(_, content)| content.text()).map(|text| text.len()).sum();
    println!("{} texts of {} bytes, {terms} terms, one thread; medians", texts.len(), bytes / texts.len());
    let stage = Stage { texts: texts.len(), bytes };
    stage.run("read", || _ = black_box(disk::snapshot(&root)));
    stage.run("  of it: the digest of each file", || {
        for text in texts.iter().filter_map(|(_, content)| content.text()) {
            black_box(Digest::of(text.as_bytes()));
        }
    });
    stage.run("  of it: the Unicode form of each file", || {
        for text in texts.iter().filter_map(|(_, content)| content.text()) {
            black_box(text::nfc(text));
        }
    });
    stage.run("parse", || {
        for (path, content) in &texts {
            black_box(parse::file(path, content));
        }
    });
    let editions: Vec<(&Lang, &Document)> = site
        .pages
        .values()
        .flat_map(|page| page.editions.iter().map(|(lang, edition)| (lang, &*edition.document)))
        .collect();
    stage.run("match terms", || {
        for (lang, document) in &editions {
            let scope = resolve::Scope { policy: TermLinks::Section, own: None };
            black_box(resolve::find_terms(&document.body, &site.matchers[*lang], scope));
        }
    });
    stage.run("count words", || {
        for (lang, document) in &editions {
            black_box(text::reading(lang, &document.body.source));
        }
    });
    stage.run("prepare: parse, resolve, list, check", || {
        _ = black_box(pipeline::prepare(&snapshot, problems.clone(), &request, &Memo::nothing()));
    });
    let nothing = |_: &str, _: Digest, file: File<'_>| -> Result<(), ()> {
        black_box(file);
        Ok(())
    };
    stage.run("render: views, HTML, templates, digests", || {
        _ = black_box(prepared.render(&nothing, &Default::default()));
    });
    write(&stage, &prepared, &root);
}

/// Writes what was prepared, beside the sources.
fn write(stage: &Stage, prepared: &Prepared, root: &Path) {
    let public = root.with_file_name("public");
    let files: Vec<(String, Vec<u8>)> = prepared
        .files()
        .filter_map(|name| match prepared.file(name)?.ok()? {
            File::Bytes(bytes) => Some((name.to_owned(), bytes.into_owned())),
            File::Copy(_) => None,
        })
        .collect();
    stage.run("write: folders and files", || {
        let output = Output::open(root, &public).unwrap_or_else(|_| panic!("the folder is ours"));
        let staging = output.stage().expect("a folder can be made");
        for (name, bytes) in &files {
            staging.put(name, bytes, Action::Write).expect("a file can be written");
        }
    });
}

/// What a stage works on.
struct Stage {
    texts: usize,
    /// Of all texts together.
    bytes: usize,
}

impl Stage {
    /// Runs a stage over all texts until half a second is over, at least five times, and prints the median.
    fn run(&self, name: &str, work: impl Fn()) {
        let mut rounds = Vec::new();
        let begun = Instant::now();
        while rounds.len() < 5 || begun.elapsed() < Duration::from_millis(500) {
            let started = Instant::now();
            work();
            rounds.push(started.elapsed());
        }
        rounds.sort();
        let seconds = rounds[rounds.len() / 2].as_secs_f64();
        let (each, speed) = (seconds * 1e6 / self.texts as f64, self.bytes as f64 / seconds / 1e6);
        println!("  {name:44} {each:8.1} µs a text  {speed:8.1} MB/s");
    }
}
