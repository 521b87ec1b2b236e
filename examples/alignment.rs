//! How well blocks of two languages are put together: precision and recall over real pages, as they are and after
//! edits whose outcome is known. docs/alignment.md tells what is measured and what came out.
//!
//! ```sh
//! cargo run --release --example alignment -- FOLDER vi en [PAGE]
//! ```
//!
//! FOLDER holds a folder for each language with the same files (`.md` or `.mdx`) below it. With a page, what is put
//! together in it is shown.
#![allow(clippy::disallowed_methods, reason = "this program reads the folder that it was told to")]
#![allow(clippy::ptr_arg, reason = "all edits are functions of one type; some of them insert and remove")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use songngu::base::{Digest, Lang, PagePath, SourcePath};
use songngu::parse::{self, Document};
use songngu::translation::{Entry, Sure, Unit, UnitKind, align, heading_ids, units};

/// A unit, and what it was before the edits: positions in the page as it was found.
#[derive(Clone)]
struct Traced {
    unit: Unit,
    origins: Vec<usize>,
}

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

#[derive(Default, Clone, Copy)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
    /// Of those that `agree --all-clean` would record.
    clean_right: usize,
    clean_wrong: usize,
}

impl Score {
    fn add(&mut self, other: Score) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
        self.clean_right += other.clean_right;
        self.clean_wrong += other.clean_wrong;
    }

    fn line(&self) -> String {
        let part = |right: usize, not: usize| 100.0 * right as f64 / (right + not).max(1) as f64;
        let clean = match self.clean_right + self.clean_wrong {
            0 => String::new(),
            count => format!("; `new`: {:5.1} % of {count}", part(self.clean_right, self.clean_wrong)),
        };
        let (precision, recall) = (part(self.right, self.wrong), part(self.right, self.missed));
        format!("precision {precision:5.1} %, recall {recall:5.1} % of {}{clean}", self.right + self.missed)
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, a, b, shown @ ..] = arguments.as_slice() else {
        eprintln!("usage: alignment FOLDER LANG LANG [PAGE]");
        std::process::exit(2);
    };
    let pages = pages(Path::new(folder), a, b);
    if let [shown] = shown {
        return pages.iter().filter(|(name, _)| name == shown).for_each(|(_, units)| show(units));
    }
    let same: Vec<&[Vec<Unit>; 2]> = pages.iter().map(|(_, units)| units).filter(|units| is_alike(units)).collect();
    println!(
        "{} pages in both languages, {} of them of one structure, {} blocks",
        pages.len(),
        same.len(),
        same.iter().map(|units| units[0].len()).sum::<usize>()
    );
    for (name, units) in pages.iter().filter(|(_, units)| !is_alike(units)) {
        let rows = align(&units[0], &units[1], &[]);
        let alone = rows.iter().filter(|row| row.sure == Sure::Alone).count();
        println!(
            "  {name}: {} and {} blocks, {} put together, {alone} alone",
            units[0].len(),
            units[1].len(),
            rows.len() - alone
        );
    }
    type Edit = fn(&mut Vec<Traced>, &mut Random, &[Unit]);
    let edits: [(&str, Edit); 10] = [
        ("as they are", |_, _, _| {}),
        ("a paragraph reworded", reword),
        ("a paragraph inserted", insert),
        ("a block removed", remove),
        ("a section moved", move_section),
        ("two blocks exchanged", exchange),
        ("a paragraph divided", divide),
        ("two paragraphs joined", join),
        ("a heading renamed", rename),
        ("all of these, one after the other", |page, random, others| {
            for edit in [reword, insert, remove, move_section, exchange, divide, join, rename] {
                edit(page, random, others);
            }
        }),
    ];
    let strangers: Vec<Unit> =
        pages.iter().flat_map(|(_, units)| units[1].iter().filter(|unit| is_paragraph(unit)).cloned()).collect();
    for (with, agreed) in [("without agreement", false), ("after agreement", true)] {
        println!("{with}:");
        for (name, edit) in &edits {
            let mut score = Score::default();
            for (number, units) in same.iter().enumerate() {
                for round in 0..5 {
                    let mut random = Random((number * 31 + round + 1) as u64);
                    score.add(measured(units, agreed, |page, random| edit(page, random, &strangers), &mut random));
                }
            }
            println!("  {name:36} {}", score.line());
        }
    }
}

/// What is put together in a page, to be judged by eye.
fn show(units: &[Vec<Unit>; 2]) {
    let text = |unit: Option<&Unit>| {
        let unit = unit.map(|unit| format!("{}: {}", unit.id.kind.name(), unit.text)).unwrap_or("–".to_owned());
        unit.chars().take(100).collect::<String>()
    };
    for row in align(&units[0], &units[1], &[]) {
        println!("{}", text(row.a.map(|at| &units[0][at])));
        println!("    {:?} {}", row.sure, text(row.b.map(|at| &units[1][at])));
    }
}

/// The pages that both languages have.
fn pages(folder: &Path, a: &str, b: &str) -> Vec<(String, [Vec<Unit>; 2])> {
    let mut files = Vec::new();
    collect(&folder.join(a), &folder.join(a), &mut files);
    files.sort();
    let read = |file: &PathBuf| {
        let texts = [a, b].map(|lang| std::fs::read_to_string(folder.join(lang).join(file)).ok());
        let [Some(first), Some(second)] = texts else { return None };
        let documents = [document(a, &first), document(b, &second)];
        let ids = heading_ids(&[&documents[0].body.headings, &documents[1].body.headings]);
        Some((file.display().to_string(), [units(&documents[0], &ids[0]), units(&documents[1], &ids[1])]))
    };
    files.iter().filter_map(read).collect()
}

fn collect(folder: &Path, root: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, root, files);
        } else if path.extension().is_some_and(|ending| ending == "md" || ending == "mdx") {
            files.extend(path.strip_prefix(root).map(Path::to_owned));
        }
    }
}

fn document(lang: &str, text: &str) -> Document {
    let lang = Lang::new(lang).expect("a language tag");
    let text: Arc<str> = text.into();
    parse::edition(&SourcePath::new(format!("content/page.{lang}.md")), &PagePath::new("page"), &lang, false, &text).0
}

/// Whether both editions have the same kinds of block in the same order: then it is known what belongs together.
fn is_alike(units: &[Vec<Unit>; 2]) -> bool {
    let kinds = |units: &[Unit]| units.iter().map(|unit| (unit.id.kind, level(unit))).collect::<Vec<_>>();
    kinds(&units[0]) == kinds(&units[1])
}

fn level(unit: &Unit) -> usize {
    if unit.id.kind.name() == "h" { unit.text.bytes().take_while(|byte| *byte == b'#').count() } else { 0 }
}

/// Aligns a page with its twin after edits on it.
fn measured(
    units: &[Vec<Unit>; 2],
    agreed: bool,
    edit: impl Fn(&mut Vec<Traced>, &mut Random),
    random: &mut Random,
) -> Score {
    let entries: Vec<Entry> =
        if agreed { units[0].iter().zip(&units[1]).map(|(a, b)| Entry::of(a, b)).collect() } else { Vec::new() };
    let mut page: Vec<Traced> =
        units[1].iter().enumerate().map(|(at, unit)| Traced { unit: unit.clone(), origins: vec![at] }).collect();
    edit(&mut page, random);
    let edited = renumbered(&page);
    let mut score = Score::default();
    let mut found = BTreeSet::new();
    for row in align(&units[0], &edited, &entries) {
        let (Some(i), Some(j)) = (row.a, row.b) else { continue };
        // The same text twice: either is right.
        let is_right = page[j].origins.iter().any(|origin| *origin == i || units[0][*origin].hash == units[0][i].hash);
        if row.sure == Sure::Order {
            *(if is_right { &mut score.clean_right } else { &mut score.clean_wrong }) += 1;
        }
        if is_right {
            score.right += 1;
            found.extend(page[j].origins.iter().copied());
        } else {
            score.wrong += 1;
        }
    }
    let there: BTreeSet<usize> = page.iter().flat_map(|traced| traced.origins.iter().copied()).collect();
    score.missed = there.difference(&found).count();
    score
}

/// The units with the addresses that they have at their new places.
fn renumbered(page: &[Traced]) -> Vec<Unit> {
    let mut section = None;
    let mut counts: BTreeMap<UnitKind, u32> = BTreeMap::new();
    let unit = |traced: &Traced| {
        let mut unit = traced.unit.clone();
        if unit.id.kind.name() == "h" {
            section = unit.id.section.clone();
            counts.clear();
        }
        if !matches!(unit.id.kind, UnitKind::Front(_)) {
            unit.id.section = section.clone();
        }
        let count = counts.entry(unit.id.kind).or_insert(0);
        *count += 1;
        unit.id.ordinal = *count;
        unit.hash = Digest::of(unit.text.as_bytes());
        unit
    };
    page.iter().map(unit).collect()
}

fn is_paragraph(unit: &Unit) -> bool {
    unit.id.kind.name() == "p"
}

/// A position of a unit that fits.
fn pick(page: &[Traced], random: &mut Random, fits: impl Fn(&Unit) -> bool) -> Option<usize> {
    let fitting: Vec<usize> = (0..page.len()).filter(|at| fits(&page[*at].unit)).collect();
    (!fitting.is_empty()).then(|| fitting[random.below(fitting.len())])
}

/// Every fourth word is another one.
fn reword(page: &mut Vec<Traced>, random: &mut Random, _: &[Unit]) {
    let Some(at) = pick(page, random, |unit| is_paragraph(unit) && unit.text.split(' ').count() > 5) else { return };
    let words = page[at].unit.text.split(' ').enumerate();
    page[at].unit.text =
        words.map(|(at, word)| if at % 4 == 2 { "otherwise" } else { word }).collect::<Vec<_>>().join(" ");
}

/// A paragraph of another page.
fn insert(page: &mut Vec<Traced>, random: &mut Random, strangers: &[Unit]) {
    let stranger = strangers[random.below(strangers.len())].clone();
    let at = random.below(page.len() + 1);
    page.insert(at, Traced { unit: stranger, origins: Vec::new() });
}

fn remove(page: &mut Vec<Traced>, random: &mut Random, _: &[Unit]) {
    let at = random.below(page.len());
    page.drain(at..page.len().min(at + 1));
}

/// A section goes to the end.
fn move_section(page: &mut Vec<Traced>, random: &mut Random, _: &[Unit]) {
    let Some(start) = pick(page, random, |unit| unit.id.kind.name() == "h") else { return };
    let is_next =
        |traced: &Traced| traced.unit.id.kind.name() == "h" && level(&traced.unit) <= level(&page[start].unit);
    let end = page[start + 1..].iter().position(is_next).map_or(page.len(), |at| start + 1 + at);
    let section: Vec<Traced> = page.drain(start..end).collect();
    page.extend(section);
}

/// Two neighbours of one kind change places.
fn exchange(page: &mut Vec<Traced>, random: &mut Random, _: &[Unit]) {
    let at: Vec<usize> = (1..page.len()).filter(|at| page[*at].unit.id.kind == page[*at - 1].unit.id.kind).collect();
    if !at.is_empty() {
        let at = at[random.below(at.len())];
        page.swap(at - 1, at);
    }
}

fn divide(page: &mut Vec<Traced>, random: &mut Random, _: &[Unit]) {
    let Some(at) = pick(page, random, |unit| is_paragraph(unit) && unit.text.contains(". ")) else { return };
    let mut second = page[at].clone();
    let text = page[at].unit.text.clone();
    let (first, rest) = text.split_once(". ").expect("it was looked for");
    page[at].unit.text = format!("{first}.");
    second.unit.text = rest.to_owned();
    let slots = std::mem::take(&mut page[at].unit.slots);
    (page[at].unit.slots, second.unit.slots) =
        slots.into_iter().partition(|slot| first.contains(slot.trim_matches(['(', ')'])));
    page.insert(at + 1, second);
}

fn join(page: &mut Vec<Traced>, random: &mut Random, _: &[Unit]) {
    let fits = |at: &usize| is_paragraph(&page[*at].unit) && is_paragraph(&page[*at - 1].unit);
    let at: Vec<usize> = (1..page.len()).filter(fits).collect();
    if at.is_empty() {
        return;
    }
    let at = at[random.below(at.len())];
    let second = page.remove(at);
    let first = &mut page[at - 1];
    first.unit.text = format!("{} {}", first.unit.text, second.unit.text);
    first.unit.slots.extend(second.unit.slots);
    first.origins.extend(second.origins);
}

fn rename(page: &mut Vec<Traced>, random: &mut Random, _: &[Unit]) {
    let Some(at) = pick(page, random, |unit| unit.id.kind.name() == "h") else { return };
    let unit = &mut page[at].unit;
    unit.text = format!("{} Another heading", "#".repeat(level(unit)));
    unit.id.section = Some("another-heading".to_owned());
    unit.anchor = None;
}
