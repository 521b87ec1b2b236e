//! The built site in a real browser: axe, html-validate, Lighthouse, the keyboard, paper, small screens.
//!
//! The audits are scripts in `tests/browser/`, with pinned tools in its lock file. They need Node 20 with npm, and
//! Chromium: `$CHROMIUM`, or one that is found; on Debian, where the tests run as root (in a container, that is), it
//! is installed. The npm packages go to `target/`. What cannot be had is named on the terminal, and the audits that
//! need it are skipped.
//!
//! `cargo test --test browser -- --ignored` looks at every page where the ordinary run takes a sample of each kind.
#![allow(clippy::disallowed_methods, reason = "these tests build sites and run a browser on them")]

mod support;

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{LazyLock, Mutex, PoisonError};

use support::sites;
use tempfile::TempDir;

/// A site that strains every part of a page: long words, long tables, deep lists, a language that is read from the
/// right, pages that exist in one language only.
const EXTREMES: &str = include_str!("browser/extremes.txt");

/// What runs the audits.
struct Tools {
    /// The scripts and their packages.
    folder: PathBuf,
    chromium: PathBuf,
}

/// Found or installed once for all tests; the reason where that is not possible.
static TOOLS: LazyLock<Option<Tools>> = LazyLock::new(|| match tools() {
    Ok(tools) => Some(tools),
    Err(reason) => {
        // Written past the test harness, which keeps the output of passing tests to itself.
        let _ = writeln!(std::io::stderr(), "\n== SKIPPED: all audits in a browser: {reason}\n");
        None
    }
});

/// The explainer and the site of extremes, built once.
static SITES: LazyLock<[(TempDir, PathBuf); 2]> = LazyLock::new(|| {
    let build = |source: &Path| {
        let output = tempfile::tempdir().expect("a temporary folder can be made");
        let folder = output.path().join("public");
        sites::run_quietly(source, &["build", "-o", &folder.to_string_lossy()]);
        (output, folder)
    };
    let extremes = sites::folder(EXTREMES);
    [build(root()), build(extremes.path())]
});

/// One audit at a time: Lighthouse measures, and two browsers at once would disturb it.
static ALONE: Mutex<()> = Mutex::new(());

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a program and returns what it printed, or what went wrong.
fn run(program: impl AsRef<OsStr>, arguments: &[&str], folder: &Path) -> Result<Output, String> {
    let name = program.as_ref().to_string_lossy().into_owned();
    let output = Command::new(program).args(arguments).current_dir(folder).output();
    let output = output.map_err(|error| format!("`{name}` cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(output);
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    let last: Vec<&str> = errors.lines().rev().take(5).collect();
    Err(format!("`{name} {}` failed: {}", arguments.join(" "), last.into_iter().rev().collect::<Vec<_>>().join(" / ")))
}

fn tools() -> Result<Tools, String> {
    let version = run("node", &["--version"], root())?;
    let version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
    let major: Option<u32> = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    if major.is_none_or(|major| major < 20) {
        return Err(format!("node 20 or newer is needed, this is {version}"));
    }
    let chromium = chromium()?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    for entry in fs::read_dir(root().join("tests/browser")).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let name = path.file_name().expect("a file has a name");
        fs::copy(&path, folder.join(name)).map_err(|error| error.to_string())?;
    }
    let lock = fs::read(folder.join("package-lock.json")).map_err(|error| error.to_string())?;
    let installed = folder.join("node_modules/.installed");
    if fs::read(&installed).ok().as_ref() != Some(&lock) {
        // No scripts: none of the packages needs one, and one of them would fetch a browser.
        run("npm", &["ci", "--ignore-scripts", "--omit=optional"], &folder)?;
        fs::write(&installed, &lock).map_err(|error| error.to_string())?;
    }
    Ok(Tools { folder, chromium })
}

/// The browser: the one that is asked for, one that is there, or one that can be installed.
fn chromium() -> Result<PathBuf, String> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return Ok(PathBuf::from(path));
    }
    let found = || {
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
        let mut candidates = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
        candidates.find(|candidate| candidate.is_file())
    };
    if let Some(path) = found() {
        return Ok(path);
    }
    let is_root = run("id", &["-u"], root()).is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    if is_root && Path::new("/etc/debian_version").exists() {
        let _ =
            writeln!(std::io::stderr(), "\n== installing the Debian package chromium for the audits in a browser\n");
        run("apt-get", &["update", "-qq"], root())?;
        let packages = ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-core"];
        run("apt-get", &packages, root())?;
    }
    found().ok_or_else(|| "no Chromium is installed; set CHROMIUM to the path of one".to_owned())
}

/// Runs one audit on both sites and fails with its findings. `which`: `sample` or `all`.
fn audit(script: &str, which: &str) {
    audit_of(script, which, &SITES[..]);
}

/// Runs a script of `tests/browser/` on a site; what it prints, and whether it found nothing.
fn run_script(tools: &Tools, script: &str, site: &Path, arguments: &[&str]) -> (String, bool) {
    let output = Command::new("node")
        .arg(tools.folder.join(script))
        .arg(site)
        .args(arguments)
        .env("CHROMIUM", &tools.chromium)
        .current_dir(&tools.folder)
        .output()
        .expect("node can be run, it told its version");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = if output.status.success() { "".into() } else { String::from_utf8_lossy(&output.stderr) };
    (text + &errors, output.status.success())
}

fn audit_of(script: &str, which: &str, sites: &[(TempDir, PathBuf)]) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(tools) = &*TOOLS else { return };
    let mut findings = String::new();
    for (_, site) in sites {
        let strained = if *site == SITES[1].1 { "strained" } else { "" };
        let (text, is_clean) = run_script(tools, script, site, &[which, strained]);
        println!("{text}");
        if !is_clean {
            findings.push_str(&text);
        }
    }
    assert!(findings.is_empty(), "{script}:\n{findings}");
}

#[test]
fn every_page_is_valid_html() {
    audit("validate.mjs", "all");
}

#[test]
fn axe_finds_nothing_light_or_dark_narrow_or_wide() {
    audit("axe.mjs", "sample");
}

#[test]
fn pages_fit_any_screen_and_any_reader() {
    audit("layout.mjs", "sample");
}

#[test]
fn the_status_of_translations_is_a_page_like_others() {
    if TOOLS.is_none() {
        return;
    }
    // Something of everything is left to do: a text that moved, one that is new, an edition that is missing.
    let source = sites::folder(EXTREMES);
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let site = folder.path().to_path_buf();
    let page = site.join("index.html");
    for root in [root(), source.path()] {
        sites::run_quietly(root, &["translations", "status", "--html", &page.to_string_lossy()]);
        fs::copy(&page, site.join("404.html")).expect("a browser asks for an icon, too");
        let one = [(tempfile::tempdir().expect("a folder"), site.clone())];
        for script in ["validate.mjs", "axe.mjs", "layout.mjs"] {
            audit_of(script, "all", &one);
        }
    }
}

#[test]
fn the_keyboard_reaches_everything() {
    audit_of("keyboard.mjs", "sample", &SITES[..1]);
}

#[test]
fn paper_shows_definitions_and_addresses() {
    audit("print.mjs", "sample");
}

#[test]
fn a_style_sheet_says_in_a_page_what_it_says_in_its_file() {
    audit_of("styles.mjs", "sample", &SITES[..1]);
}

#[test]
fn a_page_that_arrives_in_pieces_does_not_move() {
    audit_of("arrival.mjs", "sample", &SITES[..1]);
}

#[test]
fn pages_are_light() {
    audit_of("budget.mjs", "sample", &SITES[..1]);
}

#[test]
fn lighthouse_gives_full_marks() {
    audit_of("lighthouse.mjs", "sample", &SITES[..1]);
}

#[test]
#[ignore = "measures time: to be run alone on a quiet machine"]
fn lighthouse_finds_nothing_blocked() {
    audit_of("lighthouse.mjs", "quiet", &SITES[..1]);
}

#[test]
fn the_development_server_follows_an_author() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(tools) = &*TOOLS else { return };
    let output = Command::new("node")
        .arg(tools.folder.join("serve.mjs"))
        .arg(env!("CARGO_BIN_EXE_songngu"))
        .env("CHROMIUM", &tools.chromium)
        .current_dir(&tools.folder)
        .output()
        .expect("node can be run, it told its version");
    let text = String::from_utf8_lossy(&output.stdout);
    println!("{text}");
    assert!(output.status.success(), "serve.mjs:\n{text}{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
#[ignore = "some minutes: every page of both sites"]
fn axe_finds_nothing_on_any_page() {
    audit("axe.mjs", "all");
}

#[test]
#[ignore = "some minutes: every page of both sites"]
fn every_page_fits_any_screen_and_any_reader() {
    audit("layout.mjs", "all");
}

#[test]
#[ignore = "some minutes: every page of the explainer"]
fn every_page_is_light() {
    audit_of("budget.mjs", "all", &SITES[..1]);
}

#[test]
#[ignore = "about ten seconds a page"]
fn lighthouse_gives_full_marks_to_every_article() {
    audit_of("lighthouse.mjs", "all", &SITES[..1]);
}

#[test]
#[ignore = "writes docs/pictures/"]
fn pictures_of_the_documentation() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(tools) = &*TOOLS else { return };
    let into = root().join("docs/pictures");
    let (text, is_clean) = run_script(tools, "pictures.mjs", &SITES[0].1, &["", &into.to_string_lossy()]);
    assert!(is_clean, "{text}");
}
