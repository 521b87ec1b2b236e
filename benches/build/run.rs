//! Runs a program, measures it, and looks at what it wrote.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// A build to measure.
pub struct Job {
    pub name: String,
    program: String,
    arguments: Vec<String>,
    root: PathBuf,
}

/// What a build takes.
#[derive(Clone, Copy)]
pub struct Figures {
    /// Seconds.
    pub wall: f64,
    /// Seconds of all threads, in the program and in the system; not a number where it is not known.
    pub cpu: f64,
    /// The most memory at one time, in MiB; not a number where it is not known.
    pub memory: f64,
}

const TIME: &str = "/usr/bin/time";

impl Job {
    pub fn new(name: &str, program: &str, arguments: &[&str], root: &Path) -> Job {
        let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Job { name: name.to_owned(), program: program.to_owned(), arguments, root: root.to_owned() }
    }

    /// A full build: the output is removed before.
    pub fn run(&self) -> Figures {
        let output = self.root.join("public");
        if output.exists() {
            fs::remove_dir_all(&output).expect("the last output can be removed");
        }
        self.run_again()
    }

    /// A build over the last one.
    pub fn run_again(&self) -> Figures {
        let has_time = Path::new(TIME).exists();
        let mut command = if has_time {
            let mut command = Command::new(TIME);
            command.args(["-q", "-f", "figures %U %S %M"]).arg(&self.program);
            command
        } else {
            Command::new(&self.program)
        };
        command.args(&self.arguments).current_dir(&self.root).stdin(Stdio::null());
        let started = Instant::now();
        let output = command.output().expect("the program can be started");
        let wall = started.elapsed().as_secs_f64();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{} failed:\n{said}", self.name);
        let line = said.lines().rev().find_map(|line| line.strip_prefix("figures "));
        let numbers: Vec<f64> = line.unwrap_or_default().split(' ').filter_map(|number| number.parse().ok()).collect();
        match numbers[..] {
            [user, system, memory] => Figures { wall, cpu: user + system, memory: memory / 1024.0 },
            _ => Figures { wall, cpu: f64::NAN, memory: f64::NAN },
        }
    }

    /// Panics unless the output has a page for each source, the text of a page, and no link that leads nowhere.
    pub fn check(&self, pairs: usize) {
        let output = self.root.join("public");
        let files = files(&output);
        for lang in ["vi", "en"] {
            for page in 0..pairs {
                let file = format!("{lang}/pages/s{}/p{page}/index.html", page % 50);
                assert!(files.contains(&file), "{}: there is no `{file}`", self.name);
            }
        }
        let page = fs::read_to_string(output.join("vi/pages/s0/p0/index.html")).expect("the first page can be read");
        let source = fs::read_to_string(self.root.join("content/pages/s0/p0.vi.md")).expect("its source can be read");
        let title = source.lines().find_map(|line| line.strip_prefix("title: ")).expect("it has a title");
        assert!(page.contains(title.trim_matches('"')), "{}: the page shows its title", self.name);
        let words =
            source.lines().rfind(|line| !line.is_empty()).and_then(|line| line.split_once(": ")).expect("a footnote").1;
        let shown = words.split(['*', '`']).next().unwrap_or_default().trim();
        assert!(page.contains(shown), "{}: the page shows its last footnote, `{shown}`", self.name);
        let mut links = 0;
        for file in files.iter().filter(|file| file.contains("/pages/") && file.ends_with(".html")) {
            let html = fs::read_to_string(output.join(file)).expect("a page can be read");
            // Hugo's page at the old address of a list leads on and says nothing.
            let is_alias = html.contains("http-equiv=\"refresh\"");
            let Some((_, text)) = html.split_once("<main") else {
                assert!(is_alias, "{}: `{file}` has no main part", self.name);
                continue;
            };
            for address in text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                links += usize::from(leads(&files, file, address));
            }
        }
        assert!(links > pairs * 6, "{}: only {links} links were followed", self.name);
    }
}

/// Follows a link of a page; panics if it leads nowhere. `false` if it does not lead to a page of the corpus.
fn leads(files: &BTreeSet<String>, from: &str, address: &str) -> bool {
    let path = address.split('#').next().unwrap_or_default();
    if path.is_empty() || path.contains("://") {
        return false;
    }
    let mut parts: Vec<&str> = if path.starts_with('/') { Vec::new() } else { from.split('/').collect() };
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    let target = parts.join("/");
    let there = files.contains(&target) || files.contains(&format!("{target}/index.html"));
    assert!(there, "the link `{address}` of `{from}` leads nowhere");
    true
}

/// All files below a folder, relative to it.
pub fn files(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder can be read").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).expect("it lies below").to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found
}

/// Copies all files of a folder into another.
pub fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        let target = to.join(&file);
        fs::create_dir_all(target.parent().expect("a file lies in a folder")).expect("a folder can be made");
        fs::copy(from.join(&file), target).expect("a file can be copied");
    }
}

/// The medians of all jobs, each run once in every round.
pub fn in_turn(jobs: &[Job], runs: usize) -> Vec<Figures> {
    let mut all: Vec<Vec<Figures>> = jobs.iter().map(|_| Vec::new()).collect();
    for _ in 0..runs {
        for (job, figures) in jobs.iter().zip(&mut all) {
            figures.push(job.run());
        }
    }
    all.into_iter().map(median).collect()
}

/// The median of each figure.
pub fn median(figures: Vec<Figures>) -> Figures {
    let of = |get: fn(&Figures) -> f64| median_of(figures.iter().map(get).collect());
    Figures { wall: of(|one| one.wall), cpu: of(|one| one.cpu), memory: of(|one| one.memory) }
}

/// The one in the middle; the higher of two.
pub fn median_of(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

impl Figures {
    /// As a line, with the ratios to another's.
    pub fn show(&self, other: Option<&Figures>) -> String {
        let Figures { wall, cpu, memory } = self;
        let ratios = other.map(|other| {
            let (wall, cpu, memory) = (wall / other.wall, cpu / other.cpu, memory / other.memory);
            format!("   × Hugo: {wall:.3} wall, {cpu:.3} CPU, {memory:.3} memory")
        });
        format!("wall {wall:7.3} s  CPU {cpu:7.3} s  {memory:6.0} MiB{}", ratios.unwrap_or_default())
    }
}

/// The machine, as far as it tells.
pub fn machine() -> String {
    let read = |file: &str| fs::read_to_string(file).unwrap_or_default();
    let info = read("/proc/cpuinfo");
    let model = info.lines().find_map(|line| line.strip_prefix("model name")).and_then(|line| line.split_once(": "));
    let threads = std::thread::available_parallelism().map_or(0, usize::from);
    let system = read("/proc/sys/kernel/osrelease");
    format!(
        "{threads} threads of {}, {} {}",
        model.map_or("a processor", |(_, model)| model),
        std::env::consts::OS,
        system.trim()
    )
}
