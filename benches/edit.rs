//! What a change costs once a site has been read: prepare again with the memo, make one page.
//!
//! `cargo bench --bench edit -- ROOT [RUNS]`: a paragraph of one page is changed in memory, nothing on disk.
#![allow(clippy::disallowed_methods, reason = "a benchmark reads files and the clock")]

use std::path::Path;
use std::time::Instant;

use songngu::base::{Content, Digest, SourcePath};
use songngu::disk;
use songngu::pipeline::{self, Memo, Request};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [root, rest @ ..] = arguments.as_slice() else {
        eprintln!("usage: cargo bench --bench edit -- ROOT [RUNS]");
        return;
    };
    let runs: usize = rest.first().and_then(|runs| runs.parse().ok()).unwrap_or(10);
    let (mut snapshot, _) = disk::snapshot(Path::new(root)).expect("the site can be read");
    let request = Request { today: disk::today().expect("the day is known"), drafts: false, base_url: None };
    let memo = Memo::default();
    let started = Instant::now();
    let mut prepared = pipeline::prepare(&snapshot, Vec::new(), &request, &memo);
    println!("first: {:.1?}, {} diagnostics", started.elapsed(), prepared.diagnostics.len());
    let editions: Vec<SourcePath> = snapshot
        .sources
        .keys()
        .filter(|path| path.as_str().contains("/p") && path.as_str().ends_with(".md"))
        .cloned()
        .collect();
    let mut times = Vec::new();
    for run in 0..runs {
        let path = &editions[(run * 7919) % editions.len()];
        let source = snapshot.sources.get_mut(path).expect("it was listed");
        let Content::Text(text) = &source.content else { continue };
        let text = format!("{text}\n\nOne more paragraph, the {run}th.\n");
        source.digest = Digest::of(text.as_bytes());
        source.content = Content::Text(text.into());
        let started = Instant::now();
        let mut stages = Vec::new();
        let mut ended = |stage| stages.push((stage, started.elapsed()));
        let new = pipeline::prepare_watched(&snapshot, Vec::new(), &request, &memo, &mut ended);
        let ready = started.elapsed();
        let stem = path.as_str().trim_start_matches("content/").trim_end_matches(".md");
        let (page, lang) = stem.rsplit_once('.').expect("an edition has a language");
        let made = new.file(&format!("{lang}/{page}/index.html")).is_some_and(|made| made.is_ok());
        let total = started.elapsed();
        drop(std::mem::replace(&mut prepared, new));
        println!(
            "{path}: prepared {ready:.1?}, with page {total:.1?}, dropped {:.1?}, made: {made}",
            started.elapsed()
        );
        times.push(total);
        if run + 1 == runs {
            stages.iter().for_each(|(stage, at)| println!("  {stage}: after {at:.1?}"));
        }
    }
    times.sort();
    println!("median {:.1?}", times[times.len() / 2]);
}
