//! Random edits of two editions that have agreed, with the state of every block known beforehand.

use std::collections::BTreeMap;

use super::tests::{agree, pair};
use super::*;

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

const VI: &str = "công ty máy tính thành phố kế hoạch năm đối tác dữ liệu mô hình ngôn ngữ lớn chip bán dẫn chính sách tiền nghiên cứu trung tâm đám mây học sâu người dùng sản phẩm thị trường xuất khẩu quy định giá trị mạng lưới phần mềm";
const EN: &str = "company machine city plan year partner data centre model policy chip fund language large semiconductor money research cloud deep learning user product market export rule value network software district programme target demand supply capital group leader text image voice robot sensor energy power water road bridge school student";

/// A paragraph: a key that stands in it in both languages, and its words in each.
#[derive(Clone)]
struct Block {
    key: String,
    words: [Vec<&'static str>; 2],
    /// Whether each edition has it.
    there: [bool; 2],
    /// How often each has been changed since the agreement.
    changed: [bool; 2],
}

#[derive(Clone)]
struct Section {
    key: String,
    blocks: Vec<Block>,
}

/// One of two editions, its lines wrapped after so many words.
fn text(sections: &[Section], side: usize, wrap: usize) -> String {
    let mut out = String::new();
    for Section { key, blocks } in sections {
        out.push_str(&format!("## Heading {key} {{#{key}}}\n\n"));
        for Block { key, words, there, .. } in blocks.iter().filter(|block| block.there[side]) {
            assert!(there[side]);
            for (at, word) in words[side].iter().enumerate() {
                out.push_str(word);
                out.push(if at % wrap == wrap - 1 { '\n' } else { ' ' });
            }
            out.push_str(&format!("{key}.\n\n"));
        }
    }
    out
}

fn sections(random: &mut Random) -> Vec<Section> {
    let block = |random: &mut Random, key: String| {
        let length = 8 + random.below(12);
        let mut words = |all: &'static str| {
            let all: Vec<&'static str> = all.split(' ').collect();
            (0..length).map(|_| all[random.below(all.len())]).collect::<Vec<_>>()
        };
        Block { key, words: [words(VI), words(EN)], there: [true, true], changed: [false, false] }
    };
    let count = 2 + random.below(4);
    (0..count)
        .map(|section| {
            let blocks = 1 + random.below(6);
            let blocks = (0..blocks).map(|at| block(random, format!("K{section}x{at}"))).collect();
            Section { key: format!("s{section}"), blocks }
        })
        .collect()
}

/// What a run does besides changing and moving. Not both: a block that is removed where another is inserted has been
/// written anew, as far as anybody can tell.
#[derive(Clone, Copy, PartialEq)]
enum Also {
    Insert,
    Remove,
}

/// Changes something, and notes what it was.
fn edit(sections: &mut Vec<Section>, random: &mut Random, also: Also) {
    let section = random.below(sections.len());
    let side = random.below(2);
    let blocks = sections[section].blocks.len();
    let at = random.below(blocks.max(1));
    match random.below(6) {
        0 | 1 if blocks > 0 && sections[section].blocks[at].there[side] => {
            let block = &mut sections[section].blocks[at];
            let word = random.below(block.words[side].len());
            block.words[side][word] = ["khác", "other"][side];
            block.changed[side] = true;
        }
        2 if also == Also::Insert => {
            let key = format!("N{}x{}", section, random.below(1_000_000));
            let words = [vec!["đoạn", "mới", "chưa", "dịch"], vec!["a", "new", "paragraph", "here"]];
            let mut there = [false, false];
            there[side] = true;
            let block = Block { key, words, there, changed: [true, true] };
            sections[section].blocks.insert(at.min(blocks), block);
        }
        2 | 3 if blocks > 0 && also == Also::Remove => {
            // Whoever removes a block removes it in one edition only, and only one that was not touched.
            let block = &mut sections[section].blocks[at];
            if block.there == [true, true] && block.changed == [false, false] {
                block.there[side] = false;
            }
        }
        4 => {
            let section = sections.remove(section);
            sections.push(section);
        }
        _ if blocks > 1 => sections[section].blocks.swap(0, blocks - 1),
        _ => {}
    }
}

/// What a block's state has to be.
fn expected(block: &Block) -> &'static str {
    match (block.there, block.changed) {
        ([true, true], [false, false]) => "agreed",
        ([true, true], [true, false]) => "behind B",
        ([true, true], [false, true]) => "behind A",
        ([true, true], [true, true]) => "conflict",
        ([true, false], [false, false]) => "behind A",
        ([false, true], [false, false]) => "behind B",
        // Removed on one side and changed on the other.
        _ if !block.key.starts_with('N') => "conflict",
        ([true, false], _) => "missing B",
        _ => "missing A",
    }
}

fn shown(state: State) -> String {
    match state {
        State::Behind(side) | State::Missing(side) => format!("{} {side:?}", state.name()),
        _ => state.name().to_owned(),
    }
}

#[test]
fn random_edits_give_the_states_that_they_should() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in 0..300 {
        let mut random = Random(seed);
        let mut sections = sections(&mut random);
        let before = pair(&text(&sections, 0, 5), &text(&sections, 1, 5));
        let agreed = agree(&before);
        for _ in 0..random.below(7) {
            edit(&mut sections, &mut random, if seed % 2 == 0 { Also::Insert } else { Also::Remove });
        }
        let wrap = 3 + random.below(9);
        let after = pair(&text(&sections, 0, wrap), &text(&sections, 1, wrap));
        let mut states = BTreeMap::new();
        for row in align(&after[0], &after[1], &agreed) {
            let (a, b) = (row.a.map(|at| &after[0][at]), row.b.map(|at| &after[1][at]));
            let key = |unit: &Unit| unit.text.trim_end_matches('.').rsplit(' ').next().unwrap_or_default().to_owned();
            let keys = [a.map(key), b.map(key)];
            let found = shown(state(a, b, row.entry.map(|at| &agreed[at])));
            for key in keys.into_iter().flatten() {
                states.insert(key, found.clone());
            }
        }
        for block in sections.iter().flat_map(|section| &section.blocks).filter(|block| block.there != [false, false]) {
            let wanted = expected(block);
            *seen.entry(wanted).or_default() += 1;
            let found = states.get(&block.key).map_or("nothing", String::as_str);
            // Two new ones at one place may well be twins: then a person is asked.
            let found = if found == "new" && block.key.starts_with('N') { wanted } else { found };
            assert_eq!(
                found,
                wanted,
                "seed {seed}, block {}:\n{}\n---\n{}",
                block.key,
                text(&sections, 0, wrap),
                text(&sections, 1, wrap)
            );
        }
    }
    for state in ["agreed", "behind A", "behind B", "conflict", "missing A", "missing B"] {
        assert!(seen.get(state).is_some_and(|count| *count > 10), "{state} hardly came up: {seen:?}");
    }
}

#[test]
fn every_unit_stands_in_one_row_whatever_the_texts_are() {
    let pieces = [
        "## A {#a}",
        "## B",
        "một hai ba",
        "- x\n- y",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "```\ncode\n```",
        "> quote",
        "### C {#a}",
        "1. n\n2. m",
    ];
    for seed in 0..300 {
        let mut random = Random(seed);
        let mut any = || {
            let count = random.below(14);
            (0..count).map(|_| pieces[random.below(pieces.len())]).collect::<Vec<_>>().join("\n\n")
        };
        let (old, new) = ([any(), any()], [any(), any()]);
        let agreed = agree(&pair(&old[0], &old[1]));
        let units = pair(&new[0], &new[1]);
        let rows = align(&units[0], &units[1], &agreed);
        let mut first: Vec<usize> = rows.iter().filter_map(|row| row.a).collect();
        assert!(first.is_sorted(), "rows are in the order of the first edition");
        let mut second: Vec<usize> = rows.iter().filter_map(|row| row.b).collect();
        first.sort_unstable();
        second.sort_unstable();
        assert_eq!(first, (0..units[0].len()).collect::<Vec<_>>(), "seed {seed}");
        assert_eq!(second, (0..units[1].len()).collect::<Vec<_>>(), "seed {seed}");
    }
}

#[test]
fn a_file_of_agreements_comes_back_as_it_was_written() {
    let path = crate::base::SourcePath::new("locales/agreed/content/page.en.vi.tsv");
    for seed in 0..50 {
        let mut random = Random(seed);
        let sections = sections(&mut random);
        let entries = agree(&pair(&text(&sections, 0, 5), &text(&sections, 1, 5)));
        let written = agreement::write(&entries);
        let (read, problems) = agreement::read(&path, &written);
        assert_eq!((read.entries, problems.len()), (entries, 0), "seed {seed}");
        // Cut off anywhere, it is told, and what was whole is kept.
        let cut = random.below(written.len() - 1);
        if written.is_char_boundary(cut) {
            let (_, problems) = agreement::read(&path, &written[..cut]);
            assert!(!problems.is_empty() || written[..cut].trim_end().ends_with("# end"), "seed {seed}, cut at {cut}");
        }
    }
}
