//! Following the sources while they change: what is kept is what would be read anew, after any edit.
#![allow(clippy::disallowed_methods, reason = "this test makes sites and edits them")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use songngu::base::{Content, Snapshot};
use songngu::disk::{self, Hearing, Watch};
use tempfile::TempDir;

/// Far more than any change takes; reached only by a test that fails.
const LONG: Duration = Duration::from_secs(20);

/// A small site and what follows it.
struct Site {
    folder: TempDir,
    watch: Watch,
}

impl Site {
    fn new(hearing: Hearing) -> Site {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let mut site = Site { watch: Watch::open(folder.path()).expect("it can be read"), folder };
        site.put("site.yaml", "languages: [vi, en]\n");
        for name in ["content/a.vi.md", "content/a.en.md", "content/deep/er/b.vi.md", "locales/vi/site.ftl"] {
            site.put(name, name);
        }
        assert_eq!(site.watch.listen(hearing), None);
        assert_eq!(
            site.changed(&[
                "content/a.en.md",
                "content/a.vi.md",
                "content/deep/er/b.vi.md",
                "locales/vi/site.ftl",
                "site.yaml"
            ]),
            [] as [&str; 0]
        );
        site
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }

    /// Waits until all of these, sorted, have been told; what else was told.
    fn changed(&mut self, expected: &[&str]) -> Vec<String> {
        let until = Instant::now() + LONG;
        let mut told: Vec<String> = Vec::new();
        while !expected.iter().all(|path| told.iter().any(|told| told == path)) {
            let changes = self.watch.wait(Some(until)).expect("the root can be read");
            let changes = changes.unwrap_or_else(|| panic!("{expected:?} are not told, but {told:?} are"));
            told.extend(changes.paths.iter().map(|path| path.to_string()));
        }
        self.agrees();
        told.retain(|told| !expected.contains(&told.as_str()));
        told
    }

    /// What is kept is what a new reading gives.
    fn agrees(&self) {
        let (anew, problems) = disk::snapshot(self.folder.path()).expect("the root can be read");
        assert_eq!(shown(self.watch.snapshot()), shown(&anew));
        assert_eq!(self.watch.problems(), problems);
    }
}

fn shown(snapshot: &Snapshot) -> BTreeMap<String, String> {
    let content = |content: &Content| match content {
        Content::Text(text) => text.to_string(),
        other => format!("{other:?}"),
    };
    let source = |(path, source): (&songngu::base::SourcePath, &songngu::base::Source)| {
        (path.to_string(), format!("{:?} {}", source.digest, content(&source.content)))
    };
    snapshot.sources.iter().map(source).collect()
}

const BOTH: [Hearing; 2] = [Hearing::Told, Hearing::Polled];

#[test]
fn a_file_that_is_saved_is_told() {
    for hearing in BOTH {
        let mut site = Site::new(hearing);
        site.put("content/a.vi.md", "khác");
        assert_eq!(site.changed(&["content/a.vi.md"]), [] as [&str; 0]);
        // The same length at the same moment: found by what is in it.
        site.put("content/a.vi.md", "mới!");
        assert_eq!(site.changed(&["content/a.vi.md"]), [] as [&str; 0]);
        site.put("site.yaml", "languages: [vi]\n");
        assert_eq!(site.changed(&["site.yaml"]), [] as [&str; 0]);
    }
}

#[test]
fn editors_that_save_by_renaming_are_followed() {
    for hearing in BOTH {
        let mut site = Site::new(hearing);
        // A new file that takes the old one's name.
        site.put("content/.a.vi.md.tmp", "một");
        fs::rename(site.path("content/.a.vi.md.tmp"), site.path("content/a.vi.md")).expect("it can be renamed");
        assert_eq!(site.changed(&["content/a.vi.md"]), [] as [&str; 0]);
        // The old one moved aside, a new one written, the old one removed.
        site.put("content/4913", "");
        fs::remove_file(site.path("content/4913")).expect("it can be removed");
        fs::rename(site.path("content/a.vi.md"), site.path("content/a.vi.md~")).expect("it can be renamed");
        site.put("content/a.vi.md", "hai");
        fs::remove_file(site.path("content/a.vi.md~")).expect("it can be removed");
        assert_eq!(site.changed(&["content/a.vi.md"]), [] as [&str; 0]);
    }
}

#[test]
fn files_and_folders_come_and_go() {
    for hearing in BOTH {
        let mut site = Site::new(hearing);
        site.put("content/new/er/c.vi.md", "c");
        site.put("content/new/map.png", [0, 255]);
        site.changed(&["content/new/er/c.vi.md", "content/new/map.png"]);
        // In a folder that was not there when listening began.
        site.put("content/new/er/c.vi.md", "d");
        assert_eq!(site.changed(&["content/new/er/c.vi.md"]), [] as [&str; 0]);
        fs::rename(site.path("content/new"), site.path("content/old")).expect("it can be renamed");
        site.changed(&[
            "content/new/er/c.vi.md",
            "content/new/map.png",
            "content/old/er/c.vi.md",
            "content/old/map.png",
        ]);
        site.put("content/old/er/c.vi.md", "e");
        assert_eq!(site.changed(&["content/old/er/c.vi.md"]), [] as [&str; 0]);
        fs::remove_dir_all(site.path("content/old")).expect("it can be removed");
        site.changed(&["content/old/er/c.vi.md", "content/old/map.png"]);
        fs::rename(site.path("content"), site.path("away")).expect("it can be renamed");
        site.changed(&["content/a.vi.md", "content/a.en.md", "content/deep/er/b.vi.md"]);
        fs::rename(site.path("away"), site.path("content")).expect("it can be renamed");
        site.changed(&["content/a.vi.md", "content/a.en.md", "content/deep/er/b.vi.md"]);
        site.put("content/deep/er/b.vi.md", "lại");
        assert_eq!(site.changed(&["content/deep/er/b.vi.md"]), [] as [&str; 0]);
        site.put("templates/page.html", "<p>");
        site.changed(&["templates/page.html"]);
        site.put("templates/page.html", "<b>");
        assert_eq!(site.changed(&["templates/page.html"]), [] as [&str; 0]);
    }
}

#[test]
fn what_is_no_source_wakes_nobody() {
    for hearing in BOTH {
        let mut site = Site::new(hearing);
        for name in
            ["public/index.html", ".git/index", "content/.a.md.swp", "content/a.md~", "notes.txt", "content/#a.md#"]
        {
            site.put(name, "x");
        }
        site.put("content/a.en.md", "after");
        assert_eq!(site.changed(&["content/a.en.md"]), [] as [&str; 0]);
        assert_eq!(site.watch.wait(Some(Instant::now() + Duration::from_millis(50))).expect("it can be read"), None);
    }
}

#[cfg(unix)]
#[test]
fn links_are_followed_as_the_snapshot_follows_them() {
    use std::os::unix::fs::symlink;
    for hearing in BOTH {
        let mut site = Site::new(hearing);
        site.put("shared/c.vi.md", "c");
        symlink("../shared/c.vi.md", site.path("content/c.vi.md")).expect("a link can be made");
        symlink("deep", site.path("content/again")).expect("a link can be made");
        site.changed(&["content/c.vi.md", "content/again/er/b.vi.md"]);
        site.put("shared/c.vi.md", "other");
        site.changed(&["content/c.vi.md"]);
        site.put("content/deep/er/b.vi.md", "both");
        site.changed(&["content/deep/er/b.vi.md", "content/again/er/b.vi.md"]);
        fs::remove_file(site.path("shared/c.vi.md")).expect("it can be removed");
        site.changed(&["content/c.vi.md"]);
        assert_eq!(site.watch.problems().len(), 1);
    }
}

#[test]
fn a_checkout_of_hundreds_of_files_is_told_in_few_pieces() {
    let mut site = Site::new(Hearing::Told);
    let names: Vec<String> = (0..600).map(|at| format!("content/many/{}/{at}.vi.md", at % 20)).collect();
    for name in &names {
        site.put(name, "một");
    }
    let expected: Vec<&str> = names.iter().map(String::as_str).collect();
    site.changed(&expected);
    for round in 0..3 {
        for name in &names {
            fs::remove_file(site.path(name)).expect("it can be removed");
            site.put(name, format!("{name} {round}"));
        }
        let mut pieces = 0;
        let last = format!("{} {round}", names[599]);
        while site
            .watch
            .snapshot()
            .sources
            .iter()
            .filter(
                |(_, source)| matches!(&source.content, Content::Text(text) if text.ends_with(&format!(" {round}"))),
            )
            .count()
            < 600
        {
            assert!(site.watch.wait(Some(Instant::now() + LONG)).expect("it can be read").is_some(), "{last}");
            pieces += 1;
        }
        assert!(pieces < 12, "{pieces} pieces");
        site.agrees();
    }
}

#[test]
fn a_file_that_is_being_written_is_not_told_in_halves() {
    use std::io::Write as _;
    let mut site = Site::new(Hearing::Told);
    let path = site.path("content/a.vi.md");
    let writer = std::thread::spawn(move || {
        let mut file = fs::File::create(path).expect("it can be opened");
        for line in 0..200 {
            writeln!(file, "{line}").expect("it can be written");
            std::thread::yield_now();
        }
    });
    site.changed(&["content/a.vi.md"]);
    let text = shown(site.watch.snapshot())["content/a.vi.md"].clone();
    writer.join().expect("the writer does not fail");
    assert!(text.ends_with("199\n"), "{text}");
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_told_and_forgotten_when_it_can() {
    use std::os::unix::fs::PermissionsExt as _;
    for hearing in BOTH {
        let mut site = Site::new(hearing);
        site.put("content/a.vi.md", [b'a', 0xff]);
        site.changed(&["content/a.vi.md"]);
        assert_eq!(site.watch.problems().len(), 1);
        // A folder with the name of a file is no source; nothing else changes.
        fs::create_dir(site.path("content/x.md")).expect("a folder can be made");
        let problems = |site: &mut Site, count: usize| {
            while site.watch.problems().len() != count {
                assert!(site.watch.wait(Some(Instant::now() + LONG)).expect("it can be read").is_some());
            }
            site.agrees();
        };
        problems(&mut site, 2);
        fs::remove_dir(site.path("content/x.md")).expect("it can be removed");
        problems(&mut site, 1);
        site.put("content/a.vi.md", "đọc được");
        site.changed(&["content/a.vi.md"]);
        assert_eq!(site.watch.problems(), []);
        let lock = |site: &Site, mode| {
            fs::set_permissions(site.path("content/deep"), fs::Permissions::from_mode(mode)).expect("it can be set");
        };
        lock(&site, 0o000);
        // Whoever runs as root may read everything.
        if fs::read_dir(site.path("content/deep")).is_err() {
            site.changed(&["content/deep/er/b.vi.md"]);
            lock(&site, 0o755);
            site.changed(&["content/deep/er/b.vi.md"]);
        }
        lock(&site, 0o755);
    }
}

#[test]
fn a_root_that_goes_away_may_come_back() {
    let parent = tempfile::tempdir().expect("a temporary folder can be made");
    let (root, aside) = (parent.path().join("site"), parent.path().join("aside"));
    let put = |name: &str, text: &str| {
        let path = root.join(name);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    };
    put("site.yaml", "");
    put("content/a.vi.md", "a");
    let mut watch = Watch::open(&root).expect("it can be read");
    assert_eq!(watch.listen(Hearing::Told), None);
    let soon = || Some(Instant::now() + LONG);
    fs::rename(&root, &aside).expect("it can be renamed");
    assert!(watch.wait(soon()).is_err());
    assert!(watch.is_lost());
    assert_eq!(watch.snapshot().sources.len(), 2, "the last good one is kept");
    fs::rename(&aside, &root).expect("it can be renamed");
    while watch.is_lost() {
        _ = watch.wait(Some(Instant::now() + Duration::from_millis(100)));
    }
    put("content/a.vi.md", "b");
    let changes = watch.wait(soon()).expect("it can be read").expect("something has changed");
    assert_eq!(changes.paths.iter().map(|path| path.as_str()).collect::<Vec<_>>(), ["content/a.vi.md"]);
}

/// A generator of numbers that look random: xorshift64*, always the same. Source: Vigna, 2014, arXiv:1402.6246.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) % end
    }
}

#[test]
fn after_any_edits_what_is_kept_is_what_is_there() {
    for (hearing, seed) in [(Hearing::Told, 7), (Hearing::Polled, 8)] {
        let mut site = Site::new(hearing);
        let mut dice = Dice(seed);
        for round in 0..40 {
            for _ in 0..=dice.below(4) {
                edit(site.folder.path(), &mut dice, round);
            }
            let until = Instant::now() + LONG;
            let (anew, _) = disk::snapshot(site.folder.path()).expect("the root can be read");
            while shown(site.watch.snapshot()) != shown(&anew) {
                let changes = site.watch.wait(Some(until)).expect("the root can be read");
                assert!(changes.is_some(), "round {round}: not found");
            }
            site.agrees();
        }
    }
}

/// Changes, adds, removes or renames a file or a folder.
fn edit(root: &Path, dice: &mut Dice, round: usize) {
    let name = |dice: &mut Dice| format!("content/{}/{}.vi.md", dice.below(3), dice.below(4));
    let (one, other) = (root.join(name(dice)), root.join(name(dice)));
    let folder = root.join(format!("content/{}", dice.below(3)));
    let put = |path: &Path, text: String| {
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    };
    match dice.below(7) {
        0 => _ = fs::remove_file(one),
        1 => {
            put(&other, format!("{round}"));
            fs::create_dir_all(one.parent().expect("it lies in a folder")).expect("a folder can be made");
            fs::rename(&other, &one).expect("it can be renamed");
        }
        2 if dice.below(3) == 0 => _ = fs::remove_dir_all(&folder),
        3 => _ = fs::rename(&folder, root.join(format!("content/moved-{round}-{}", dice.below(1000)))),
        _ => put(&one, format!("{round} {}", dice.below(1_000_000))),
    }
}
