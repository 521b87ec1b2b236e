//! The laws of DESIGN.md, section 5, over one source file: text in, findings out.

use super::scan::{self, Named, Token};

/// The floor of every room: a room imports lower floors only.
const FLOORS: [(&str, u8); 21] = [
    ("base", 0),
    ("diag", 1),
    ("text", 1),
    ("share_image", 1),
    // The store has no floor of its own in the design: it knows digests only, and all who make products may use it.
    ("memo", 1),
    ("config", 2),
    ("locale", 2),
    ("parse", 3),
    ("glossary", 4),
    ("translation", 4),
    ("resolve", 5),
    ("check", 6),
    ("view", 6),
    ("render", 7),
    ("plan", 8),
    ("pipeline", 9),
    ("disk", 10),
    ("serve", 11),
    ("publish", 11),
    ("cli", 12),
    ("lib", u8::MAX),
];

/// Foreign tongues, each with the rooms or files that may speak it. A `*` stands for any ending.
const TONGUES: [(&str, &[&str]); 16] = [
    // `render` turns its events into HTML.
    ("pulldown_cmark", &["parse", "render"]),
    ("serde_yaml", &["parse", "config"]),
    ("tera", &["render"]),
    // The tests of the exports read what they have written.
    ("roxmltree", &["parse/drawing.rs", "translation", "glossary/export/tests.rs"]),
    ("fluent*", &["locale"]),
    ("unic_langid*", &["locale"]),
    ("icu*", &["text"]),
    ("walkdir", &["disk"]),
    ("ab_glyph", &["share_image"]),
    ("png", &["share_image"]),
    ("notify*", &["disk"]),
    ("clap*", &["cli"]),
    ("indicatif", &["cli"]),
    ("annotate_snippets", &["diag/report.rs"]),
    ("std::net", &["serve", "publish"]),
    ("axum*", &["serve", "publish"]),
];

/// As [`TONGUES`]: too long for one line of that table.
const TOKIO: (&str, &[&str]) = ("tokio*", &["serve", "publish"]);

/// Rooms that may hold state which changes behind a shared reference.
const STATEFUL: [&str; 3] = ["memo", "disk", "serve"];

const LONGEST_FILE: usize = 450;
const LONGEST_FUNCTION: usize = 70;

/// The comment that says why a function may be longer.
const FLAT: &str = "// flat match";

/// A law that a file breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// `floor`, `tongue`, `doc`, `panic`, `state`, `long-file` or `long-function`.
    pub law: &'static str,
    /// Relative to `src`.
    pub file: String,
    /// From 1.
    pub line: usize,
    pub message: String,
}

/// All laws that a file breaks, in the order of the laws. `file` is relative to `src`.
pub fn judge(file: &str, source: &str) -> Vec<Finding> {
    let tokens = scan::tokens(source);
    let working = scan::without_tests(&tokens);
    let module = module(file);
    let named = scan::paths(&tokens, &module);
    let room = module.first().copied().unwrap_or("");
    let mut findings = Vec::new();
    let mut find = |law, line, message| findings.push(Finding { law, file: file.to_owned(), line, message });
    if !matches!(file, "lib.rs" | "main.rs") {
        floors(room, &named, &mut find);
        tongues(room, file, &named, &mut find);
    }
    if !source.starts_with("//!") {
        find(
            "doc",
            1,
            "does not start with `//!`: say what enters, what leaves, and what never happens here".to_owned(),
        );
    }
    panics(&working, &mut find);
    state(room, &working, &mut find);
    lengths(source, &tokens, &mut find);
    findings
}

/// The module of a file: `disk/read.rs` → `disk`, `read`; `disk/mod.rs` → `disk`.
fn module(file: &str) -> Vec<&str> {
    let path = file.strip_suffix(".rs").unwrap_or(file);
    path.strip_suffix("/mod").unwrap_or(path).split('/').collect()
}

fn floor(room: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == room).map(|(_, floor)| *floor)
}

fn floors(room: &str, named: &[Named], find: &mut impl FnMut(&'static str, usize, String)) {
    let Some(own) = floor(room) else {
        let message =
            format!("the room `{room}` has no floor: give it one in tests/architecture/laws.rs and DESIGN.md");
        return find("floor", 1, message);
    };
    for Named { parts, line, .. } in named.iter().filter(|named| named.own) {
        let Some(other) = parts.first().filter(|other| *other != room) else { continue };
        match floor(other) {
            Some(floor) if floor < own => {}
            Some(floor) => find(
                "floor",
                *line,
                format!("`{room}` (floor {own}) imports `{other}` (floor {floor}): a room imports lower floors only"),
            ),
            None => find("floor", *line, format!("`crate::{other}` is no room with a floor")),
        }
    }
}

fn tongues(room: &str, file: &str, named: &[Named], find: &mut impl FnMut(&'static str, usize, String)) {
    for Named { parts, line, .. } in named.iter().filter(|named| !named.own) {
        for (tongue, places) in TONGUES.iter().chain([&TOKIO]) {
            if speaks(parts, tongue) && !places.contains(&room) && !places.contains(&file) {
                let places = places.join("`, `");
                find("tongue", *line, format!("`{}` is spoken only in `{places}`, not in `{room}`", parts.join("::")));
            }
        }
    }
}

fn speaks(parts: &[String], tongue: &str) -> bool {
    match tongue.strip_suffix('*') {
        // `fluent` and `fluent_bundle`, but not `fluently`.
        Some(stem) => parts[0].strip_prefix(stem).is_some_and(|rest| rest.is_empty() || rest.starts_with('_')),
        None => tongue.split("::").eq(parts.iter().take(tongue.split("::").count())),
    }
}

fn panics(tokens: &[Token], find: &mut impl FnMut(&'static str, usize, String)) {
    for window in tokens.windows(2) {
        let (first, second) = (window[0].text.as_str(), window[1].text.as_str());
        let message = match (first, second) {
            (".", "unwrap") => "`.unwrap()`: return the error, or `expect` the invariant by its name",
            ("todo" | "unimplemented", "!") => "unfinished code",
            ("dbg", "!") => "debugging output",
            _ => continue,
        };
        find("panic", window[0].line, message.to_owned());
    }
}

fn state(room: &str, tokens: &[Token], find: &mut impl FnMut(&'static str, usize, String)) {
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).map_or("", |token| token.text.as_str());
        let is_lock = matches!(token.text.as_str(), "RefCell" | "Mutex" | "RwLock" | "thread_local");
        if token.text == "static" && next == "mut" {
            find("state", token.line, "`static mut`: state is passed".to_owned());
        } else if is_lock && !STATEFUL.contains(&room) {
            let message = format!("`{}` outside {STATEFUL:?}: state is passed", token.text);
            find("state", token.line, message);
        }
    }
}

fn lengths(source: &str, tokens: &[Token], find: &mut impl FnMut(&'static str, usize, String)) {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    if lines.len() > LONGEST_FILE {
        find("long-file", 1, format!("has {} lines, more than {LONGEST_FILE}: divide it", lines.len()));
    }
    for scan::Function { name, first, last } in scan::functions(tokens) {
        let length = last - first + 1;
        let above = lines[..first - 1].iter().rev().take_while(|line| line.starts_with(['/', '#'])).count();
        let is_flat = lines[first - 1 - above..last].iter().any(|line| line.starts_with(FLAT));
        if length > LONGEST_FUNCTION && !is_flat {
            let message = format!(
                "`{name}` has {length} lines, more than {LONGEST_FUNCTION}: divide it, or say `{FLAT}` above a match that is flat"
            );
            find("long-function", first, message);
        }
    }
}
