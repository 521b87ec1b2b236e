//! The documentation against the program: keys, commands, view fields, links, the twins in Vietnamese.
//!
//! What is mechanical in the documentation is written by this test: `UPDATE=1 cargo test --test docs` puts the tables
//! of keys into docs/authors.md and the texts of `--help` into docs/commands.md.
#![allow(clippy::disallowed_methods, reason = "this test reads the documentation and runs the program")]

#[path = "docs/links.rs"]
mod links;
#[path = "docs/marked.rs"]
mod marked;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use songngu::config::{KEYS, KeyScope, KeySpec};
use songngu::diag::Code;

/// English documents and their twins.
const TWINS: [(&str, &str); 4] = [
    ("README.md", "README.vi.md"),
    ("docs/authors.md", "docs/tac-gia.md"),
    ("docs/publishing.md", "docs/xuat-ban.md"),
    ("docs/translators.md", "docs/nguoi-dich.md"),
];

/// The scopes of keys, by the names that the documents' markers give them.
const SCOPES: [(&str, KeyScope); 14] = [
    ("Site", KeyScope::Site),
    ("Shared", KeyScope::Shared),
    ("Edition", KeyScope::Edition),
    ("TermShared", KeyScope::TermShared),
    ("TermEdition", KeyScope::TermEdition),
    ("Figure", KeyScope::Figure),
    ("Event", KeyScope::Event),
    ("Source", KeyScope::Source),
    ("Chart", KeyScope::Chart),
    ("Point", KeyScope::Point),
    ("Table", KeyScope::Table),
    ("Column", KeyScope::Column),
    ("Revision", KeyScope::Revision),
    ("Drawing", KeyScope::Drawing),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    let file = root().join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", file.display()))
}

/// Whether the documents are to be written instead of compared.
fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// What the program prints for some arguments, without white space at the ends of lines.
fn help(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_songngu")).args(arguments).arg("--help").output();
    let output = output.expect("the program can be started");
    assert!(output.status.success(), "`songngu {} --help` failed", arguments.join(" "));
    let text = String::from_utf8(output.stdout).expect("the program prints UTF-8");
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// The commands that a help text lists.
fn commands(help: &str) -> Vec<String> {
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = listed.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").map(str::to_owned).collect()
}

/// Every command with its arguments: nothing for the program itself, `new page`, ….
fn all_commands() -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    let mut at = 0;
    while at < all.len() {
        let path = all[at].clone();
        let arguments: Vec<&str> = path.iter().map(String::as_str).collect();
        let below = commands(&help(&arguments));
        all.extend(below.into_iter().map(|name| path.iter().cloned().chain([name]).collect()));
        at += 1;
    }
    all
}

/// The long options that a help text names.
fn options(help: &str) -> BTreeSet<String> {
    let words = help.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words.filter(|word| word.starts_with("--") && word.len() > 2).map(str::to_owned).collect()
}

#[test]
fn the_help_in_the_documentation_is_the_programs() {
    let path = "docs/commands.md";
    let mut document = read(path);
    let mut wrong = Vec::new();
    for command in all_commands() {
        let arguments: Vec<&str> = command.iter().map(String::as_str).collect();
        let name = format!("songngu {} --help", command.join(" ")).replace("  ", " ");
        let expected = format!("```console\n$ {name}\n{}\n```\n", help(&arguments));
        match marked::replace(&document, &format!("help: {name}"), &expected) {
            Some(new) if new == document => {}
            Some(new) if is_update() => document = new,
            Some(_) => wrong.push(format!("`{name}` prints something else than {path} says")),
            None => wrong.push(format!("{path} has no `<!-- help: {name} -->`")),
        }
    }
    if is_update() {
        fs::write(root().join(path), &document).expect("the document can be written");
    }
    assert!(wrong.is_empty(), "{}\nrun `UPDATE=1 cargo test --test docs`", wrong.join("\n"));
}

#[test]
fn every_command_and_option_is_explained() {
    // What is printed explains nothing by itself: only the words around it count.
    let prose = marked::without(&read("docs/commands.md"), "help: ");
    let mut missing = Vec::new();
    for command in all_commands() {
        let arguments: Vec<&str> = command.iter().map(String::as_str).collect();
        let help = help(&arguments);
        let (title, own) = match help.split_once("Global options:") {
            Some((own, _)) if !command.is_empty() => (format!("songngu {}", command.join(" ")), own),
            _ => ("What all commands share".to_owned(), help.as_str()),
        };
        let Some(section) = marked::section(&prose, &title) else {
            missing.push(format!("a section `{title}`"));
            continue;
        };
        if !command.is_empty() && !section.contains(&format!("`{title}")) {
            missing.push(format!("`{title}`"));
        }
        let is_explained = |option: &String| section.lines().any(|line| line.starts_with(&format!("| `{option}")));
        let of_the_command = |option: &String| command.is_empty() || option != "--help";
        let lacking = options(own).into_iter().filter(of_the_command).filter(|option| !is_explained(option));
        missing.extend(lacking.map(|option| format!("`{option}` in `{title}`")));
    }
    assert!(missing.is_empty(), "docs/commands.md does not explain {}", missing.join(", "));
}

#[test]
fn every_key_is_in_both_documents_for_authors() {
    let mut wrong = Vec::new();
    let mut english = read("docs/authors.md");
    for (name, scope) in SCOPES {
        let keys = KEYS.iter().filter(|key| key.scope == scope);
        let row = |key: &KeySpec| format!("| `{}` | {} | {} |\n", key.name, key.form, key.about);
        let rows: String = keys.map(row).collect();
        let table = format!("| key | value | what it does |\n|---|---|---|\n{rows}");
        match marked::replace(&english, &format!("keys: {name}"), &table) {
            Some(new) if new == english => {}
            Some(new) if is_update() => english = new,
            Some(_) => wrong.push(format!("docs/authors.md: the table of keys of `{name}` is not that of keys.rs")),
            None => wrong.push(format!("docs/authors.md has no `<!-- keys: {name} -->`")),
        }
    }
    if is_update() {
        fs::write(root().join("docs/authors.md"), &english).expect("the document can be written");
    }
    let vietnamese = read("docs/tac-gia.md");
    for (name, scope) in SCOPES {
        let table = marked::between(&vietnamese, &format!("keys: {name}")).unwrap_or_default();
        let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        if rows.collect::<Vec<_>>() != scope.names() {
            wrong.push(format!("docs/tac-gia.md: the keys of `{name}` are {:?}, in this order", scope.names()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_field_of_a_view_is_in_the_document_for_templates() {
    let document = read("docs/templates.md");
    let mut missing = Vec::new();
    let sources =
        ["mod", "data_views", "side_views", "term_views"].map(|file| read(&format!("src/view/{file}.rs"))).concat();
    for (view, fields) in views(&sources) {
        let Some(section) = marked::section(&document, &format!("`{view}`")) else {
            missing.push(format!("a section `{view}`"));
            continue;
        };
        let is_named = |field: &String| section.lines().any(|line| line.starts_with(&format!("| `{field}` |")));
        missing.extend(fields.iter().filter(|field| !is_named(field)).map(|field| format!("`{view}.{field}`")));
    }
    assert!(missing.is_empty(), "docs/templates.md lacks {}", missing.join(", "));
}

/// The structs of a source and their public fields, but for the name of the template, which templates do not see.
fn views(source: &str) -> Vec<(String, Vec<String>)> {
    let mut views: Vec<(String, Vec<String>)> = Vec::new();
    for line in source.lines() {
        if let Some(rest) = line.strip_prefix("pub struct ") {
            views.push((rest.trim_end_matches(" {").to_owned(), Vec::new()));
        } else if let (Some(field), Some((_, fields))) = (line.strip_prefix("    pub "), views.last_mut())
            && let Some((name, _)) = field.split_once(": ")
            && name != "template"
        {
            fields.push(name.to_owned());
        }
    }
    views
}

#[test]
fn every_code_that_a_document_names_exists() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for path in markdown_files(root()) {
        let text = fs::read_to_string(&path).expect("the document can be read");
        for code in codes_in(&text) {
            count += 1;
            if Code::from_name(&code).is_none() {
                wrong.push(format!("{}: there is no code `{code}`", path.display()));
            }
        }
    }
    assert!(count > 40, "the codes were not found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The codes in the first column of a table of codes, and those of printed diagnostics: `error[link-broken]: …`.
fn codes_in(document: &str) -> Vec<String> {
    let mut codes = Vec::new();
    let mut in_table = false;
    for line in document.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        in_table = line.starts_with('|') && (in_table || ["code", "mã"].contains(&cells[1]));
        if in_table && cells[1].starts_with('`') {
            codes.extend(cells[1].split(", ").map(|code| code.trim_matches('`').to_owned()));
        }
        for severity in ["error[", "warning["] {
            let rest = line.strip_prefix(severity);
            codes.extend(rest.and_then(|rest| rest.split_once("]: ")).map(|(code, _)| code.to_owned()));
        }
    }
    codes
}

#[test]
fn the_two_commands_stand_in_the_readme_once() {
    for path in ["README.md", "README.vi.md"] {
        let document = read(path);
        for command in ["cargo run --release -- build", "cargo test"] {
            let lines = document.lines().filter(|line| line.trim() == command).count();
            assert_eq!((lines, document.matches(command).count()), (1, 1), "`{command}` in {path}");
        }
    }
}

#[test]
fn every_link_of_the_documents_leads_somewhere() {
    let documents: Vec<PathBuf> = markdown_files(root());
    assert!(documents.len() > 10, "the documents were not found");
    let broken: Vec<String> = documents.iter().flat_map(|path| links::broken(root(), path)).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// The documents of the repository. The pages below `content/` are the program's own to check; what lies below
/// `tests/` may be wrong on purpose.
fn markdown_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the repository can be read") {
        let path = entry.expect("the repository can be read").path();
        let name = path.file_name().expect("an entry has a name").to_string_lossy().into_owned();
        let is_skipped = ["target", "content", "public", "tests"].contains(&name.as_str())
            || (name.starts_with('.') && name != ".github");
        if is_skipped {
            continue;
        }
        if path.is_dir() {
            files.extend(markdown_files(&path));
        } else if name.ends_with(".md") {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn the_twins_have_one_outline() {
    for (english, vietnamese) in TWINS {
        let (en, vi) = (read(english), read(vietnamese));
        let levels = |text: &str| links::headings(text).into_iter().map(|(level, _)| level).collect::<Vec<_>>();
        assert_eq!(levels(&en), levels(&vi), "headings of {english} and {vietnamese}");
        let blocks = |text: &str| text.lines().filter(|line| line.trim_start().starts_with("```")).count();
        assert_eq!(blocks(&en), blocks(&vi), "code blocks of {english} and {vietnamese}");
        assert!(vi.chars().count() >= en.chars().count(), "{vietnamese} is shorter than {english}");
    }
}

#[test]
fn no_document_names_a_machine_or_a_registry() {
    let hosts = ["crates.io", "npmjs", "pypi.org", "static.rust-lang.org"];
    let folders = ["/home/", "/root/", "/tmp/", "/work/", "C:\\"];
    for path in markdown_files(root()) {
        let text = fs::read_to_string(&path).expect("the document can be read");
        let found: Vec<&&str> = hosts.iter().chain(&folders).filter(|word| text.contains(**word)).collect();
        assert!(found.is_empty(), "`{}` names {found:?}", path.display());
    }
}
