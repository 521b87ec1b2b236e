//! `songngu serve` after any edits: what it shows is what a clean build gives, and what it complains of, too.
#![allow(clippy::disallowed_methods, reason = "these tests make sites and edit them")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use songngu::base::{Digest, PartialDate};
use songngu::disk;
use songngu::pipeline::{self, File, Memo, Request};
use support::server::Server;
use support::sites;

const FLOODS: &str = include_str!("floods.txt");

/// What a clean build gives: its pages, or the number of its errors.
fn clean(root: &Path) -> Result<BTreeMap<String, String>, usize> {
    let (snapshot, problems) = disk::snapshot(root).expect("the site can be read");
    let today: PartialDate = disk::today().expect("there is a clock");
    let request = Request { today, drafts: false, base_url: None };
    let prepared = pipeline::prepare(&snapshot, problems, &request, &Memo::default());
    let files: Mutex<BTreeMap<String, String>> = Mutex::default();
    let emit = |name: &str, _: Digest, file: File<'_>| {
        if let (File::Bytes(bytes), true) = (file, name.ends_with(".html")) {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            files.lock().expect("no thread panics").insert(name.to_owned(), text);
        }
        Ok::<(), ()>(())
    };
    let (_, after) = prepared.render(&emit, &Default::default()).expect("nothing fails");
    let all = pipeline::merged(prepared.diagnostics, after);
    match all.iter().filter(|diagnostic| diagnostic.is_error()).count() {
        0 => Ok(files.into_inner().expect("no thread panics")),
        errors => Err(errors),
    }
}

/// A generator of numbers that look random: xorshift64*, always the same. Source: Vigna, 2014, arXiv:1402.6246.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33).expect("31 bits fit") % end
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Changes a source in one of the ways in which people do; half of them leave mistakes behind.
fn edit(root: &Path, dice: &mut Dice, round: usize) -> String {
    let original = sites::entries(FLOODS);
    let (path, text) = dice.of(&original).clone();
    let file = root.join(&path);
    let put = |path: &str, text: &str| sites::put(root, path, text.as_bytes());
    match dice.below(9) {
        // A paragraph more, with a term in it.
        0 | 1 if path.ends_with(".md") => put(&path, &format!("{text}\nThêm lần {round}: phù sa, đồng bằng.\n")),
        // Another title.
        2 if path.ends_with(".md") => put(&path, &text.replacen("title: ", &format!("title: {round} "), 1)),
        // A link that leads nowhere.
        3 if path.ends_with(".md") => put(&path, &format!("{text}\n[x](khong-co-{round}.md)\n")),
        // A file that goes away.
        4 => _ = fs::remove_file(&file),
        // A page that comes, in a folder of its own or not.
        5 => {
            let folder = dice.of(&["", "news/", "new/"]);
            let name = format!("content/{folder}extra-{}.vi.md", dice.below(3));
            put(&name, &format!("---\ntitle: Thêm {round}\n---\nXem [nhà](/news/2024/high-water).\n"));
        }
        // Text that is not what it should be.
        6 if dice.below(4) == 0 => put(&path, &format!("{{% {round}")),
        // Another string, another style, another data file.
        7 if path.ends_with(".ftl") => put(&path, &format!("{text}# {round}\n")),
        8 if path.ends_with(".css") || path.ends_with(".html") => put(&path, &format!("{text}<!-- {round} -->\n")),
        // Back to what it was.
        _ => put(&path, &text),
    }
    path
}

fn after_random_edits(seed: u64, rounds: usize) {
    let site = sites::folder(FLOODS);
    let server = Server::start(site.path(), &[]);
    let mut dice = Dice(seed);
    let mut good = clean(site.path()).expect("the site is in order");
    let (_, mut changes) = server.open("/du-an/vi/");
    for round in 0..rounds {
        let mut edited = vec![edit(site.path(), &mut dice, round)];
        if dice.below(3) == 0 {
            edited.push(edit(site.path(), &mut dice, round));
        }
        // Mistakes do not pile up for ever: after some rounds everything is put right.
        if round % 6 == 5 {
            sites::write(site.path(), FLOODS);
            _ = fs::remove_dir_all(site.path().join("content/new"));
        }
        let expected = clean(site.path());
        let before = good.clone();
        if let Ok(pages) = &expected {
            good.clone_from(pages);
        }
        // Every page that this edit changes, and some that it does not; now and then all.
        let mut is_looked_at = |(name, text): &(&String, &String)| {
            round % 12 == 11 || before.get(*name) != Some(*text) || dice.below(10) == 0
        };
        let looked_at: Vec<(&String, &String)> = good.iter().filter(&mut is_looked_at).collect();
        // Told are states; the last of them is the one that is on disk now.
        let mut wrong = disagreement(&server, &expected, &looked_at);
        while let Some(reason) = wrong {
            eprintln!("round {round}, after {edited:?}: not yet: {reason}");
            changes.until(&["page", "kept", "broken", "mended"]);
            wrong = disagreement(&server, &expected, &looked_at);
        }
    }
}

/// Where what is served is not what a clean build gives.
fn disagreement(
    server: &Server,
    expected: &Result<BTreeMap<String, String>, usize>,
    pages: &[(&String, &String)],
) -> Option<String> {
    let told = match server.follow("/du-an/vi/", "").next() {
        (name, data) if name == "broken" => data["errors"].as_u64().unwrap_or_default() as usize,
        _ => 0,
    };
    if told != expected.as_ref().err().copied().unwrap_or_default() {
        return Some(format!("{told} errors are told, not {expected:?}", expected = expected.as_ref().err()));
    }
    for (name, text) in pages {
        let address: String = name.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let reply = server.get(&format!("/du-an/{address}"));
        if reply.status != 302 && reply.built() != **text {
            return Some(format!("`{name}` is another ({})", reply.status));
        }
    }
    None
}

#[test]
fn what_is_shown_after_sixty_edits_is_a_clean_build() {
    after_random_edits(20_230_519, 60);
}

#[test]
#[ignore = "some minutes: run it with `cargo test --release --test serve_edits -- --ignored`"]
fn what_is_shown_after_many_more_edits_is_a_clean_build() {
    for seed in 1..=4 {
        after_random_edits(seed, 200);
    }
}
