//! `songngu init` and `songngu new`: files to begin with.

use std::path::Path;

use super::args::{Global, InitArgs, NewCommand};
use super::report::Reporter;
use super::{Status, site_root};
use crate::base::{Lang, SourcePath};
use crate::config;
use crate::disk::{self, DiskError};
use crate::render;
use crate::text;

/// Makes a new site.
pub(super) fn init(args: InitArgs, reporter: &Reporter) -> Status {
    let InitArgs { folder, languages } = args;
    let mut langs = Vec::new();
    for tag in &languages {
        match Lang::new(tag) {
            Some(lang) if !langs.contains(&lang) => langs.push(lang),
            Some(_) => return reporter.failure(&format!("the language `{tag}` is named twice")),
            None => return reporter.failure(&format!("`{tag}` is not a language: write tags such as `vi,en`")),
        }
    }
    match disk::write_new(&folder, &site_files(&langs), disk::Existing::Refuse) {
        Ok(()) => {
            reporter.result(&format!(
                "made a site in `{}`; build it with `songngu build --root {}`",
                folder.display(),
                folder.display()
            ));
            Status::Done
        }
        Err(error) => reporter.failure(&error),
    }
}

/// Writes the files of a new page or term.
pub(super) fn new(global: &Global, command: NewCommand, reporter: &Reporter) -> Status {
    let root = match site_root(global) {
        Ok(root) => root,
        Err(diagnostic) => {
            return reporter.failure(&format!("{}; {}", diagnostic.message, diagnostic.hint.unwrap_or_default()));
        }
    };
    let languages = match languages(&root) {
        Ok(languages) => languages,
        Err(problem) => return reporter.failure(&problem),
    };
    let files = match command {
        NewCommand::Page { path } => page_files(path.trim_matches('/'), &languages),
        NewCommand::Term { id } => term_files(&id, &languages),
    };
    let files = match files {
        Ok(files) => files,
        Err(problem) => return reporter.failure(&problem),
    };
    match disk::write_new(&root, &files, disk::Existing::Keep) {
        Ok(()) => {
            for (path, _) in &files {
                reporter.result(path);
            }
            Status::Done
        }
        Err(error) => reporter.failure(&error),
    }
}

fn languages(root: &Path) -> Result<Vec<Lang>, String> {
    let error = |error: DiskError| error.to_string();
    let (snapshot, _) = disk::snapshot(root).map_err(error)?;
    let path = SourcePath::new("site.yaml");
    let text = snapshot.text(&path).ok_or("`site.yaml` cannot be read")?;
    let (config, _) = config::load(&path, text);
    config.map(|config| config.languages).ok_or_else(|| "`site.yaml` has errors: run `songngu check`".to_owned())
}

fn site_files(langs: &[Lang]) -> Vec<(String, String)> {
    let titles: Vec<String> = langs.iter().map(|lang| format!("{lang}: {}", words(lang).site)).collect();
    let tags: Vec<&str> = langs.iter().map(Lang::as_str).collect();
    let site = format!(
        "title: {{{}}}\nbase_url: https://example.org/\nlanguages: [{}]\nside_by_side: true\nfallback: notice\n",
        titles.join(", "),
        tags.join(", ")
    );
    let mut files =
        vec![("site.yaml".to_owned(), site), ("public/.gitignore".to_owned(), "*\n!.gitignore\n".to_owned())];
    let built_in = render::builtin_locales();
    let english = built_in.iter().find(|(tag, _, _)| tag == "en").map(|(_, _, text)| text);
    for lang in langs {
        let is_spoken = built_in.iter().any(|(tag, _, _)| tag == lang.as_str());
        if let Some(english) = english.filter(|_| !is_spoken) {
            // The theme does not speak this language: its strings in English, to be translated.
            files.push((format!("locales/{lang}/theme.ftl"), english.to_string()));
        }
        let Words { home, welcome, term, short, .. } = words(lang);
        files.push((format!("content/index.{lang}.md"), format!("---\ntitle: {home}\n---\n\n{welcome}\n")));
        files.push((
            format!("content/glossary/bilingual.{lang}.md"),
            format!("---\nterm: {term}\nshort: {short}\n---\n"),
        ));
    }
    files
}

/// The first words of a new site in a language; English where there are none of its own.
struct Words {
    site: &'static str,
    home: &'static str,
    welcome: &'static str,
    term: &'static str,
    short: &'static str,
}

fn words(lang: &Lang) -> Words {
    match lang.primary() {
        "vi" => Words {
            site: "Trang mới",
            home: "Xin chào",
            welcome: "Đây là một trang [[bilingual]]. Hãy sửa các tệp trong `content/` để bắt đầu.",
            term: "song ngữ",
            short: "Viết bằng hai ngôn ngữ, đoạn nào cũng có đoạn tương ứng.",
        },
        _ => Words {
            site: "A new site",
            home: "Welcome",
            welcome: "This is a [[bilingual]] site. Edit the files in `content/` to begin.",
            term: "bilingual",
            short: "Written in two languages, paragraph by paragraph.",
        },
    }
}

fn page_files(path: &str, languages: &[Lang]) -> Result<Vec<(String, String)>, String> {
    let good = |part: &str| !part.is_empty() && part == text::slug(part);
    if !path.split('/').all(good) {
        return Err(format!(
            "`{path}` is not a path for a page: use lower-case letters, digits and hyphens, such as `policy/funding`"
        ));
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let edition = |lang: &Lang| {
        (format!("content/{path}.{lang}.md"), format!("---\ntitle: {name}\ndescription: {name}\n---\n\n…\n"))
    };
    let mut files: Vec<(String, String)> = languages.iter().map(edition).collect();
    files.push((format!("content/{path}.yaml"), "draft: true\n".to_owned()));
    Ok(files)
}

fn term_files(id: &str, languages: &[Lang]) -> Result<Vec<(String, String)>, String> {
    if id.is_empty() || id != text::slug(id) {
        return Err(format!(
            "`{id}` is not an id for a term: use lower-case letters, digits and hyphens, such as `gpu`"
        ));
    }
    let edition = |lang: &Lang| {
        (format!("content/glossary/{id}.{lang}.md"), format!("---\nterm: {id}\nforms: []\nshort: …\n---\n\n…\n"))
    };
    let mut files: Vec<(String, String)> = languages.iter().map(edition).collect();
    files.push((format!("content/glossary/{id}.yaml"), "related: []\ndraft: true\n".to_owned()));
    Ok(files)
}
