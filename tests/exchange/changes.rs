//! What changes, changes its own lines; what is new gets a place.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::sync::Arc;

use songngu::base::{Content, Lang, SourcePath, Span};
use songngu::locale::phrases;
use songngu::pipeline::{Memo, Request, prepare};
use songngu::translation::exchange::merge::{Current, Merged, Origin, Wishes, merge, patched};
use songngu::translation::exchange::{Entry, Format, Received, ReceivedEntry, Token};
use songngu::{disk, resolve};

use crate::bytes::foreign;
use crate::site::Site;
use crate::{explainer, export, nasty, read, sources};

/// All texts of a site from one language into another.
fn current(site: &Site, from: &str, to: &str) -> Current {
    let (snapshot, problems) = disk::snapshot(&site.root()).expect("it can be read");
    let request = Request { today: disk::today().expect("there is a clock"), drafts: true, base_url: None };
    let prepared = prepare(&snapshot, problems, &request, &Memo::default());
    let strings: BTreeMap<SourcePath, Arc<str>> = snapshot
        .sources
        .iter()
        .filter_map(|(path, source)| match &source.content {
            Content::Text(text) if path.as_str().ends_with(".ftl") => Some((path.clone(), text.clone())),
            _ => None,
        })
        .collect();
    let lang = |tag| Lang::new(tag).expect("a language");
    resolve::exchange(prepared.site().expect("there is a site"), &strings, prepared.lexicon(), &lang(from), &lang(to))
}

/// One text come back.
fn came_back(current: &Current, source: &SourcePath, entry: &Entry, text: &str) -> Received {
    Received {
        format: Format::Po,
        site: current.batch.site.clone(),
        from: current.batch.from.clone(),
        to: current.batch.to.clone(),
        entries: vec![ReceivedEntry {
            source: source.clone(),
            id: entry.id.clone(),
            span: Span::default(),
            source_hash: entry.source_hash.clone(),
            target_hash: entry.target_hash.clone(),
            target: vec![Token::Written(text.to_owned())],
            fuzzy: false,
        }],
    }
}

/// Where the translation of an entry stands in its file.
fn place(current: &Current, part: usize, at: usize, text: &str) -> Range<usize> {
    let id = &current.batch.parts[part].entries[at].id;
    match &current.origins[part] {
        Origin::Page(page) => {
            let twin = page.twins[page.entries[at]].expect("it has a twin");
            let span = page.target.as_ref().expect("there is an edition").units[twin].span.range();
            // A value of the front matter begins with its key; `>-` may stand on the line before its text.
            let key = text.find(&format!("\n{id}: ")).filter(|at| *at < span.start && text.starts_with("---\n"));
            key.map_or(span.start, |key| key + 1)..span.end
        }
        Origin::Data(data) => {
            let side = &data.texts[at].sides[&current.batch.to];
            // `>-` or `|` may stand on the line before its text.
            side.key.span.start as usize..side.span.end as usize
        }
        Origin::Strings(_) => {
            let (phrases, _) = phrases(&current.batch.parts[part].target, text);
            phrases.iter().find(|phrase| phrase.key == *id).expect("it is there").span.range()
        }
    }
}

/// Changes each text of a site alone, and looks at what that does to the bytes of its file.
fn each_alone(site: &Site, from: &str, to: &str, change: &dyn Fn(&str) -> String) -> usize {
    let current = current(site, from, to);
    let file = SourcePath::new("back.po");
    let mut changed = 0;
    for (number, part) in current.batch.parts.iter().enumerate() {
        for (at, entry) in part.entries.iter().enumerate() {
            let Some(target) = &entry.target else { continue };
            let written = target.written();
            // Nothing stands beside a call that stands alone.
            let new = if written.starts_with("{{ <") { other(&written) } else { change(&written) };
            let what = format!("{}#{}: {new:?}", part.source, entry.id);
            let received = [(file.clone(), came_back(&current, &part.source, entry, &new))];
            let (merged, problems) = merge(&current, &received, Wishes::default());
            assert!(problems.is_empty(), "{what}: {problems:?}");
            let Merged { changes, .. } = merged;
            let [one] = changes.as_slice() else { panic!("{what}: {} files change", changes.len()) };
            let old = one.old.as_deref().expect("the file is there");
            let raw = fs::read(site.root().join(one.path.as_str())).expect("it can be read");
            let bytes = patched(&raw, old, &one.edits).unwrap_or_else(|| panic!("{what}: the bytes do not fit"));
            let place = place(&current, number, at, old);
            let line = |at: usize| old[..at].matches('\n').count();
            let (first, last) = (line(place.start), line(place.end));
            let (before, after) = different(&raw, &bytes);
            assert!(first <= before && after <= last + 1, "{what}: lines {before}..{after}, not {first}..={last}");
            changed += 1;
        }
    }
    changed
}

/// The lines of the first text that the second has otherwise: from, to.
fn different(old: &[u8], new: &[u8]) -> (usize, usize) {
    let lines =
        |bytes| -> Vec<Vec<u8>> { <[u8]>::split_inclusive(bytes, |byte| *byte == b'\n').map(<[u8]>::to_vec).collect() };
    let (old, new) = (lines(old), lines(new));
    let front = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let shortest = old.len().min(new.len()) - front;
    let back = old.iter().rev().zip(new.iter().rev()).take(shortest).take_while(|(a, b)| a == b).count();
    (front, old.len() - back)
}

/// Another word at the end, before what a text ends with.
fn longer(text: &str) -> String {
    format!("{text} thêm")
}

/// Another word in place of the first that has only letters.
fn other(text: &str) -> String {
    let plain = |word: &&str| word.chars().all(char::is_alphabetic) && !word.is_empty();
    let words: Vec<&str> = text.split(' ').collect();
    // What stands in braces is a name.
    let is_name = |at: usize| at > 0 && words[at - 1].ends_with(['{', '|', '<']);
    match (0..words.len()).find(|at| plain(&words[*at]) && !is_name(*at)) {
        Some(at) => [&words[..at], &["Khác"], &words[at + 1..]].concat().join(" "),
        None => longer(text),
    }
}

#[test]
fn one_text_changes_its_own_lines() {
    for (site, name) in [(explainer(), "explainer"), (nasty(), "odd"), (foreign(), "foreign")] {
        let both = [("vi", "en"), ("en", "vi")];
        // The large site one way only, for time.
        for (from, to) in both.into_iter().take(if name == "explainer" { 1 } else { 2 }) {
            let changed = each_alone(&site, from, to, &longer);
            assert!(changed > 30, "{name}: only {changed} texts");
            each_alone(&site, from, to, &other);
        }
    }
}

/// Changes a file that was exported, and gives it another name.
fn answer(site: &Site, sent: &str, changes: &[(&str, &str)]) -> String {
    let mut text = read(site, sent);
    for (from, to) in changes {
        assert!(text.contains(from), "{from:?} is in {text}");
        text = text.replacen(from, to, 1);
    }
    let back = sent.replacen("sent", "back", 1);
    site.write(&back, text);
    back
}

fn import(site: &Site, arguments: &[&str]) -> String {
    let run = site.run(&[&["translations", "import"], arguments].concat());
    format!("{}{}", run.stderr, run.stdout)
}

fn changed(site: &Site, before: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    sources(site).into_iter().filter(|(path, bytes)| before.get(path) != Some(bytes)).map(|(path, _)| path).collect()
}

#[test]
fn wrapped_lines_keep_their_line_ends() {
    let site = nasty();
    let sent = export(&site, "vi", "en", ("po", "po"));
    let back = answer(
        &site,
        &sent,
        &[
            (
                "msgstr \"Paragraph one has many spaces, a line end within",
                "msgstr \"Paragraph one has far too many spaces, a line end within",
            ),
            ("one more line\"", "a further line\""),
            ("by a backslash. Indented by a tab.", "by a backslash.\\n\"\n\"And once more. Indented by a tab."),
            ("{ $n } <em>new</em> pieces", "{ $n } <em>fresh</em> pieces"),
        ],
    );
    assert_eq!(
        import(&site, &[&back]),
        "content/index.en.md\n  p1\n  p2\n  heading/p5\nlocales/en/site.ftl\n  count\nwrote 4 texts into 2 files; 36 as they were, 9 without a translation\n"
    );
    let text = read(&site, "content/index.en.md");
    assert!(
        text.contains("Paragraph  one   has far too many  spaces,\na line end within, and *stress\nover a line*.\n")
    );
    assert!(text.contains("> > a quotation within\n> > a further line\n"));
    assert!(text.contains("then\\\nbreaks by a backslash.\\\nAnd once more.\n\tIndented by a tab.\n"));
    assert!(read(&site, "locales/en/site.ftl").contains(
        "count = { $n ->\n    [one] { $n } <em>new</em> piece\n   *[other] { $n } <em>fresh</em> pieces\n}\n"
    ));
}

#[test]
fn an_edition_that_is_missing_is_made_from_all_of_its_texts() {
    let site = nasty();
    let before = sources(&site);
    let sent = export(&site, "vi", "en", ("po", "po"));
    let fill = [
        ("msgid \"Chỉ có tiếng Việt\"\nmsgstr \"\"", "msgid \"Chỉ có tiếng Việt\"\nmsgstr \"Vietnamese: only\""),
        (
            "msgid \"Một đoạn với {{ companies_here }} và **đậm**.\"\nmsgstr \"\"",
            "msgid \"Một đoạn với {{ companies_here }} và **đậm**.\"\nmsgstr \"A paragraph with **bold** and {{ companies_here }}.\"",
        ),
        ("msgid \"Mục\"\nmsgstr \"\"", "msgid \"Mục\"\nmsgstr \"A section\""),
        ("msgid \"a một\"\nmsgstr \"\"", "msgid \"a một\"\nmsgstr \"one\""),
        ("msgid \"b hai\"\nmsgstr \"\"", "msgid \"b hai\"\nmsgstr \"two\""),
        ("msgid \"A b | C d\"\nmsgstr \"\"", "msgid \"A b | C d\"\nmsgstr \"1 | 2\""),
    ];
    let part = answer(&site, &sent, &fill);
    assert_eq!(
        import(&site, &[&part]),
        "content/only.en.md: not made, because 6 of its 7 texts are translated\nnothing to write; 40 as they were, 3 without a translation\n"
    );
    assert!(sources(&site) == before);
    let row = ("msgid \"e f | g h\"\nmsgstr \"\"", "msgid \"e f | g h\"\nmsgstr \"x | y\"");
    let whole = answer(&site, &sent, &[&fill[..], &[row]].concat());
    let dry = import(&site, &[&whole, "--dry-run"]);
    assert!(
        dry.starts_with("content/only.en.md (new)\n  title\n") && dry.contains("would write 7 texts into 1 file"),
        "{dry}"
    );
    assert!(sources(&site) == before);
    import(&site, &[&whole]);
    assert_eq!(changed(&site, &before), ["content/only.en.md"]);
    assert_eq!(
        read(&site, "content/only.en.md"),
        "---\ntitle: \"Vietnamese: only\"\nslug: vietnamese-only\n---\n\nA paragraph with **bold** and {{ companies_here }}.\n\n\
         ## A section {#muc}\n\n- one\n- two\n\n| 1 | 2 |\n|-----|-----|\n| x | y |\n"
    );
}

#[test]
fn a_message_that_is_missing_comes_whole() {
    let site = nasty();
    let before = read(&site, "locales/en/site.ftl");
    let sent = export(&site, "vi", "en", ("po", "po"));
    let value = ("msgid \"Chỉ có ở đây\"\nmsgstr \"\"", "msgid \"Chỉ có ở đây\"\nmsgstr \"Only here\"");
    let half = answer(&site, &sent, &[value]);
    assert!(
        import(&site, &[&half])
            .contains("`only` has 2 texts, of which 1 are translated: `only` of `locales/vi/site.ftl`")
    );
    let whole = answer(&site, &sent, &[value, ("msgid \"Gợi ý\"\nmsgstr \"\"", "msgid \"Gợi ý\"\nmsgstr \"A hint\"")]);
    import(&site, &[&whole]);
    assert_eq!(read(&site, "locales/en/site.ftl"), format!("{before}only = Only here\n    .hint = A hint\n"));
}

/// A site of one page, of which the first language has gained blocks of every kind since both agreed.
fn lacking() -> Site {
    let site = Site::empty();
    let rest = "--- site.yaml\ntitle: {vi: Trang, en: Site}\nbase_url: https://example.org/\nlanguages: [vi, en]\n";
    let before = "---\ntitle: Một\n---\n\nMở đầu.\n\n## Phần {#a}\n\n- mục một\n- mục ba\n\n> trích\n\n| cột a | cột b |\n|---|---|\n| dòng hai | z t |\n";
    let vi = "---\ntitle: Một\ndescription: Hai\n---\n\nMở đầu.\n\nThêm nữa.\n\n## Phần {#a}\n\n- mục một\n- mục hai\n  - mục con\n- mục ba\n\n> trích\n>\n> thêm\n\n| cột a | cột b |\n|---|---|\n| dòng một | x y |\n| dòng hai | z t |\n\n## Cuối {#b}\n\nHết.\n";
    let en = "---\ntitle: One\n---\n\nOpening.\n\n## Part {#a}\n\n- item one\n- item three\n\n> quoted\n\n| column a | column b |\n|---|---|\n| row two | z t |\n";
    site.change(&format!("{rest}--- content/index.vi.md\n{before}--- content/index.en.md\n{en}"));
    assert_eq!(site.run(&["translations", "agree", "--all-clean"]).status, Some(0));
    site.write("content/index.vi.md", vi);
    site
}

#[test]
fn blocks_that_are_missing_get_their_places() {
    let site = lacking();
    let sent = export(&site, "vi", "en", ("po", "po"));
    let text = read(&site, &sent);
    let fresh = [
        ("Hai", "Two"),
        ("Thêm nữa.", "More."),
        ("mục hai", "item two"),
        ("mục con", "sub item"),
        ("thêm", "more"),
        ("dòng một | x y", "row one | x y"),
        ("Cuối", "End"),
        ("Hết.", "Done."),
    ];
    let mut changes = Vec::new();
    for (vi, en) in fresh {
        let empty = format!("msgid \"{vi}\"\nmsgstr \"\"");
        if text.contains(&empty) {
            changes.push((empty, format!("msgid \"{vi}\"\nmsgstr \"{en}\"")));
        }
    }
    let changes: Vec<(&str, &str)> = changes.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    let back = answer(&site, &sent, &changes);
    let said = import(&site, &[&back]);
    assert!(said.contains("wrote 8 texts into 1 file"), "{said}\n{text}");
    assert_eq!(
        read(&site, "content/index.en.md"),
        "---\ntitle: One\ndescription: Two\n---\n\nOpening.\n\nMore.\n\n## Part {#a}\n\n- item one\n- item two\n  - sub item\n- item three\n\n> quoted\n>\n> more\n\n| column a | column b |\n|---|---|\n| row one | x y |\n| row two | z t |\n\n## End {#b}\n\nDone.\n"
    );
}

#[test]
fn what_is_behind_travels_as_fuzzy_with_the_text_before() {
    let site = Site::unbuilt();
    assert_eq!(site.run(&["translations", "agree", "--all-clean"]).status, Some(0));
    let page = read(&site, "content/programme.vi.md").replace("Bắc Kinh có", "Bắc Kinh nay có");
    site.write("content/programme.vi.md", page);
    let run = site.run(&[
        "translations",
        "export",
        "--from",
        "vi",
        "--to",
        "en",
        "--format",
        "po",
        "--only",
        "behind,missing",
        "-o",
        "sent.po",
    ]);
    assert_eq!((run.status, run.stdout.as_str()), (Some(0), "exported 1 text of 1 file\nsent.po\n"), "{}", run.stderr);
    let text = read(&site, "sent.po");
    let entry = text.split_once("\n\n").expect("a header").1;
    assert!(
        entry.contains("#, fuzzy\n#| msgid \"Bắc Kinh có {{ companies }} công ty [@plan] làm [[llm]].\"\nmsgctxt"),
        "{entry}"
    );
    let old = "msgstr \"Beijing has";
    let still = answer(&site, "sent.po", &[(old, "msgstr \"Beijing now has")]);
    assert_eq!(import(&site, &[&still]), "nothing to write; 1 marked as not done\n");
    let done = answer(&site, "sent.po", &[(old, "msgstr \"Beijing now has"), ("#, fuzzy\n", "")]);
    assert_eq!(import(&site, &[&done]), "content/programme.en.md\n  partners/p1\nwrote 1 text into 1 file\n");
    let again = import(&site, &[&done]);
    assert_eq!(again, "nothing to write; 1 as they were\n");
}

#[test]
fn other_encodings_and_large_files_are_refused() {
    let site = Site::unbuilt();
    let before = sources(&site);
    let sent = export(&site, "vi", "en", ("xliff", "xlf"));
    let text = read(&site, &sent).replacen("Home", "Start", 1);
    let wide: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    site.write("back.xlf", wide);
    assert!(import(&site, &["back.xlf"]).contains("the file is UTF-16; songngu reads UTF-8"));
    site.write(
        "back.xlf",
        text.replace('ă', "\u{0}")
            .replace('\0', "\u{3}")
            .into_bytes()
            .iter()
            .map(|byte| if *byte == 3 { 0xe3 } else { *byte })
            .collect::<Vec<u8>>(),
    );
    assert!(import(&site, &["back.xlf"]).contains("the file is not valid UTF-8: byte 0xE3"));
    let large = fs::File::create(site.root().join("back.xlf")).expect("it can be made");
    large.set_len(100 * 1024 * 1024).expect("a sparse file");
    assert!(import(&site, &["back.xlf"]).contains("the file is larger than 32 MiB, more than songngu reads"));
    assert!(sources(&site) == before);
    site.write("back.xlf", format!("\u{feff}{text}"));
    assert!(import(&site, &["back.xlf"]).contains("wrote 1 text into 1 file"), "a byte order mark does no harm");
}

#[test]
fn the_one_moved_text_can_be_left() {
    let site = Site::unbuilt();
    let sent = export(&site, "vi", "en", ("csv", "csv"));
    let back = answer(&site, &sent, &[(",Home,", ",Start,"), ("Partners", "The partners")]);
    let page = read(&site, "content/index.vi.md").replace("Trang chủ", "Trang nhà");
    site.write("content/index.vi.md", page);
    let refused = import(&site, &[&back]);
    assert!(refused.contains("error[import-moved]") && refused.ends_with("nothing was written\n"), "{refused}");
    let taken = import(&site, &[&back, "--skip-moved"]);
    assert!(taken.contains("warning[import-moved]") && taken.contains("wrote 1 text into 1 file"), "{taken}");
    assert!(read(&site, "content/programme.en.md").contains("## The partners {#partners}"));
    assert!(read(&site, "content/index.en.md").contains("title: Home"));
}

#[test]
fn elements_within_elements_without_end_are_refused() {
    let site = Site::unbuilt();
    for (format, open, close) in
        [("xliff", "<pc id=\"1\">", "</pc>"), ("xliff1", "<g id=\"1\">", "</g>"), ("tmx", "<hi>", "</hi>")]
    {
        let sent = export(&site, "vi", "en", (format, "xlf"));
        let deep = format!("{}Beijing has{}", open.repeat(100_000), close.repeat(100_000));
        let back = answer(&site, &sent, &[("Beijing has", &deep)]);
        let said = import(&site, &[&back]);
        assert!(said.contains("elements are nested more than 64 deep"), "{format}: {}", &said[..said.len().min(400)]);
    }
}
