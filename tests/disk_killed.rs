//! A build that is killed at any moment leaves a whole site, and the next build cleans up after it.
//!
//! The child is this test program itself, asked for one test only; it builds the site again and again and
//! says so on its output after each step, and the parent kills it after a number of such lines.
#![allow(clippy::disallowed_methods, reason = "this test starts a child and looks at what it leaves")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use songngu::base::Digest;
use songngu::disk::Output;
use songngu::plan::Manifest;

/// The variable that tells the child where to build.
const FOLDER: &str = "SONGNGU_TEST_KILLED";

/// How many files a generation has.
const FILES: usize = 60;

/// How often the child is killed.
const KILLS: usize = 80;

/// One generation of the site: a third of the files is kept, the rest changes its bytes or its name.
fn generation(number: usize) -> BTreeMap<String, String> {
    (0..FILES)
        .map(|file| match file % 3 {
            0 => (format!("kept/{file}/index.html"), "the same".to_owned()),
            1 => (format!("changed/{file}.html"), format!("generation {number}")),
            _ => (format!("moved/{number}/{file}.html"), String::new()),
        })
        .collect()
}

fn build(root: &Path, number: usize, step: &dyn Fn(&str)) {
    let output = Output::open(root, &root.join("public")).expect("the folder is safe");
    let staging = output.stage().expect("a staging folder can be made");
    step("staged");
    let mut manifest = BTreeMap::new();
    for (file, text) in generation(number) {
        let digest = Digest::of(text.as_bytes());
        staging.put(&file, text.as_bytes(), output.manifest().action(&file, digest)).expect("a file can be put");
        manifest.insert(file, digest);
        step("put");
    }
    step("committing");
    staging.commit(&Manifest::new("0.1.0", manifest)).expect("the site can be replaced");
    step("committed");
}

/// Not a test of its own: what the child does. Without the variable it does nothing.
#[test]
fn child() {
    let Some(root) = std::env::var_os(FOLDER) else { return };
    let say = |step: &str| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{step}").and_then(|()| out.flush()).expect("the parent listens until it kills");
    };
    for number in 1.. {
        build(Path::new(&root), number, &say);
    }
}

/// Whether every file of the manifest is there with the right bytes, and no other.
fn check_whole(public: &Path) {
    let json = fs::read_to_string(public.join(".songngu")).expect("there is a manifest");
    let manifest = Manifest::parse(&json);
    assert!(manifest.is_known() && manifest.files().len() == FILES);
    for (file, digest) in manifest.files() {
        let bytes = fs::read(public.join(file)).expect("a file of the manifest is there");
        assert_eq!(Digest::of(&bytes), *digest, "{file}");
    }
}

/// A child at work, and what it says.
struct Builder {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Builder {
    fn start(root: &Path) -> Builder {
        let program = std::env::current_exe().expect("this program has a path");
        let mut process = Command::new(program)
            .args(["--exact", "child", "--nocapture"])
            .env(FOLDER, root)
            .stdout(Stdio::piped())
            .spawn()
            .expect("this program can be started");
        let output = process.stdout.take().expect("its output is piped");
        Builder { process, lines: BufReader::new(output).lines() }
    }

    /// Waits until the child has said `step` so many times more.
    fn wait_for(&mut self, step: &str, times: usize) {
        let said = self.lines.by_ref().map(|line| line.expect("the child says text")).filter(|line| line == step);
        assert_eq!(said.take(times).count(), times, "the child ended by itself");
    }

    fn kill_after(mut self, time: Duration) {
        let start = Instant::now();
        while start.elapsed() < time {
            std::hint::spin_loop();
        }
        self.process.kill().expect("the child is ours");
        self.process.wait().expect("the child is ours");
    }
}

/// How long the child takes for a commit, at best, at this moment, on this machine.
fn time_of_commit(root: &Path) -> Duration {
    let mut builder = Builder::start(root);
    let mut shortest = Duration::MAX;
    for _ in 0..9 {
        builder.wait_for("committing", 1);
        let start = Instant::now();
        builder.wait_for("committed", 1);
        shortest = shortest.min(start.elapsed());
    }
    builder.kill_after(Duration::ZERO);
    shortest
}

/// What a killed build has left beside the site.
fn left(root: &Path) -> &'static str {
    let entries = fs::read_dir(root).expect("it is there").map(|entry| entry.expect("it can be read"));
    let staging = entries.map(|entry| entry.path()).find(|path| path.display().to_string().contains("staging"));
    match staging {
        None => "nothing",
        Some(folder) if folder.join(".songngu-staging").exists() => "a site that was being written",
        Some(folder) if folder.join(".songngu").exists() => "a site that was being exchanged",
        Some(_) => "a site that was being removed",
    }
}

#[test]
fn a_killed_build_leaves_a_whole_site_and_the_next_one_cleans_up() {
    let site = tempfile::tempdir().expect("a temporary folder can be made");
    let root = site.path();
    fs::write(root.join("site.yaml"), "").expect("a file can be written");
    build(root, 0, &|_| ());
    // Steps of a simple congruential generator, of which the high bits are used. What the child is doing at such a moment is up to the system.
    let mut state: usize = 12_345;
    let commit = time_of_commit(root);
    let mut seen = BTreeMap::new();
    for kill in 0..KILLS {
        state = (state * 1_103_515_245 + 12_345) % (1 << 31);
        let mut builder = Builder::start(root);
        if kill % 4 == 0 {
            builder.wait_for("put", 1 + (state >> 16) % (2 * FILES));
            builder.kill_after(Duration::ZERO);
        } else {
            builder.wait_for("committing", 1);
            builder.kill_after(commit * (state >> 16) as u32 / (1 << 15));
        }
        check_whole(&root.join("public"));
        *seen.entry(left(root)).or_insert(0) += 1;
    }
    println!("left by {KILLS} killed builds, a commit taking {commit:?}: {seen:?}");
    build(root, 0, &|_| ());
    check_whole(&root.join("public"));
    let mut names: Vec<_> = fs::read_dir(root)
        .expect("it is there")
        .map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["public", "site.yaml"]);
}
