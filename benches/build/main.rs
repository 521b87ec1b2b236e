//! Full builds of songngu and, where it is installed, of Hugo, over the same pages, in turn.
//!
//! `cargo bench --bench build -- --help` tells the options; benches/README.md tells what is measured and how.
#![allow(clippy::disallowed_methods, reason = "a benchmark reads files and the clock, and runs programs")]

mod corpus;
mod limit;
mod run;

use std::path::{Path, PathBuf};
use std::process::Command;

use corpus::{Corpus, Layout};
use run::{Figures, Job};

const HELP: &str = "usage: cargo bench --bench build -- [OPTIONS]

  --pairs N[,N…]   pairs of pages, each size in turn [1000]
  --runs N         measured builds of each kind, after one that is not measured [5]
  --terms N[,N…]   glossary terms of the corpus for the built-in theme [40]
  --seed N         another text [7]
  --folder DIR     where the corpora are written; a memory file system takes the disk out [a folder in the system's
                   temporary one]
  --hugo PROGRAM   [hugo]
  --keep           leave the corpora

CPU time and peak memory are told where GNU time is installed (`/usr/bin/time`).";

struct Options {
    pairs: Vec<usize>,
    terms: Vec<usize>,
    runs: usize,
    seed: u64,
    folder: PathBuf,
    hugo: String,
    keep: bool,
}

fn options() -> Option<Options> {
    let mut options = Options {
        pairs: vec![1000],
        terms: vec![40],
        runs: 5,
        seed: 7,
        folder: std::env::temp_dir().join("songngu-bench"),
        hugo: "hugo".to_owned(),
        keep: false,
    };
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let numbers = |text: String| text.split(',').map(|number| number.parse().ok()).collect::<Option<Vec<usize>>>();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--keep" => options.keep = true,
            "--pairs" => options.pairs = numbers(arguments.next()?)?,
            "--terms" => options.terms = numbers(arguments.next()?)?,
            "--runs" => options.runs = arguments.next()?.parse().ok().filter(|runs| *runs > 0)?,
            "--seed" => options.seed = arguments.next()?.parse().ok()?,
            "--folder" => options.folder = arguments.next()?.into(),
            "--hugo" => options.hugo = arguments.next()?,
            _ => return None,
        }
    }
    Some(options)
}

fn main() {
    let Some(options) = options() else { return println!("{HELP}") };
    let hugo = Command::new(&options.hugo).arg("version").output().ok().filter(|output| output.status.success());
    // Wrappers of package managers print lines of their own before it.
    let version = |output: &std::process::Output| {
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        said.lines().find(|line| line.starts_with("hugo v")).unwrap_or("of an unknown version").to_owned()
    };
    println!("machine: {}", run::machine());
    println!("songngu: {} from this folder, release build", env!("CARGO_PKG_VERSION"));
    println!("hugo:    {}", hugo.as_ref().map_or("not installed: its rows are left out".to_owned(), version));
    println!(
        "runs:    median of {}, in turn, after one that is not measured; output removed before each",
        options.runs
    );
    let mut sizes: Vec<(usize, Figures)> = Vec::new();
    for pairs in &options.pairs {
        let own = measure(&options, *pairs, hugo.is_some());
        for (smaller, before) in &sizes {
            let growth = format!("growth from {smaller} to {pairs} pairs (× {})", pairs / smaller);
            println!("{growth}: CPU × {:.1}, memory × {:.1}", own.cpu / before.cpu, own.memory / before.memory);
        }
        sizes.push((*pairs, own));
    }
    if !options.keep {
        _ = std::fs::remove_dir_all(&options.folder);
    }
}

/// Measures one size; returns the figures of the build with the templates as Hugo's.
fn measure(options: &Options, pairs: usize, with_hugo: bool) -> Figures {
    let Options { terms, runs, seed, folder, hugo, .. } = options;
    println!("\n{pairs} pairs");
    let corpus = |terms: usize| Corpus { pairs, terms, seed: *seed };
    let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers");
    let songngu = env!("CARGO_BIN_EXE_songngu");
    let mut jobs = Vec::new();
    let own = folder.join("songngu");
    corpus::write(&corpus(0), Layout::Songngu, &own);
    run::copy(&peers.join("songngu"), &own);
    jobs.push(Job::new("songngu, templates as Hugo's", songngu, &["build"], &own));
    if with_hugo {
        let other = folder.join("hugo");
        corpus::write(&corpus(0), Layout::Hugo, &other);
        run::copy(&peers.join("hugo"), &other);
        jobs.push(Job::new("Hugo", hugo, &["--quiet"], &other));
    }
    for terms in terms {
        let root = folder.join(format!("theme-{terms}"));
        corpus::write(&corpus(*terms), Layout::Songngu, &root);
        let name = format!("songngu, built-in theme, {terms} terms, side by side");
        jobs.push(Job::new(&name, songngu, &["build"], &root));
    }
    for job in &jobs {
        job.run();
        job.check(pairs);
    }
    let figures = run::in_turn(&jobs, *runs);
    let against = jobs.iter().position(|job| job.name == "Hugo").map(|at| figures[at]);
    for (job, figures) in jobs.iter().zip(&figures) {
        println!("  {:52} {}", job.name, figures.show(against.as_ref()));
    }
    jobs[0].run();
    let again = run::median((0..*runs).map(|_| jobs[0].run_again()).collect());
    println!("  {:52} {}", "songngu again, nothing changed", again.show(None));
    println!("  {:52} {:.2} × the full build", "", again.wall / figures[0].wall);
    let limit = run::median_of((0..*runs).map(|_| limit::seconds(&own)).collect());
    println!("  {:52} wall {limit:7.3} s", "the limit: walk, read, Markdown to HTML, write");
    println!("  {:52} {:.2} × the limit", "songngu, templates as Hugo's", figures[0].wall / limit);
    figures[0]
}
