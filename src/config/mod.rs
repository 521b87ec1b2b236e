//! `site.yaml`: from text to a checked configuration.
//!
//! Enters: the text of `site.yaml`. Leaves: a [`Config`] in which every value can be used as it is, and
//! what was wrong. Also the one YAML reader of the project ([`yaml`]). Never here: content, files, defaults
//! that depend on content.

mod keys;
pub mod yaml;

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Lang, LocalText, SourcePath, Span};
use crate::diag::{Code, Diagnostic, Severity};
use yaml::{Key, Node, Reader};

pub use keys::{KEYS, KeyScope, KeySpec};

/// A site's configuration, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The site's name, in each language.
    pub title: LocalText,
    /// The site's absolute address, with a slash at its end. May hold a path.
    pub base_url: String,
    /// The site's languages in the order of the switch; unique, at least one.
    pub languages: Vec<Lang>,
    /// The pairs of languages that get a page side by side; each names two different languages of the site.
    pub side_by_side: Vec<(Lang, Lang)>,
    /// Which terms in running text become links.
    pub term_links: TermLinks,
    /// Whether editions get a picture that they are shared with.
    pub share_images: bool,
    /// Whether a search index is wanted.
    pub search: bool,
    /// What a missing edition gets, unless a page says otherwise.
    pub fallback: Fallback,
    /// Whether an edition that is behind carries a notice.
    pub behind: Fallback,
    /// Folders below `content/` whose raw HTML is kept; the empty text stands for all.
    pub trusted: Vec<String>,
    /// Severities other than the usual; `None` switches a code off.
    pub levels: BTreeMap<Code, Option<Severity>>,
    /// The paths of the pages in the main menu, in order, with their places; `None`: pages with an `order`.
    pub menu: Option<Vec<yaml::Placed<String>>>,
    /// The names of tags, in each language.
    pub tags: BTreeMap<String, LocalText>,
    /// How many items a page of a list shows; at least 1.
    pub paginate: usize,
    /// Languages' own names where they differ from the built-in ones.
    pub names: BTreeMap<Lang, String>,
    /// Free data for templates.
    pub extra: serde_json::Value,
}

/// Which of a term's occurrences in running text become links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermLinks {
    /// The first in each section.
    Section,
    /// The first on each page.
    Page,
    /// All.
    All,
    /// None: only those that an author marks.
    None,
}

/// What a reader finds where an edition is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fallback {
    /// The page in another language, with a notice.
    Notice,
    /// Nothing.
    Omit,
}

impl Config {
    /// Whether raw HTML of a source file is kept.
    pub fn is_trusted(&self, path: &SourcePath) -> bool {
        let Some(inside) = path.below("content") else { return false };
        self.trusted.iter().any(|folder| {
            folder.is_empty() || inside.strip_prefix(folder.as_str()).is_some_and(|rest| rest.starts_with('/'))
        })
    }

    /// The path of the site's address, between slashes: `/` or `/du-an/`.
    pub fn base_path(&self) -> &str {
        let after_scheme = self.base_url.find("://").map_or(0, |at| at + 3);
        self.base_url[after_scheme..].find('/').map_or("/", |at| &self.base_url[after_scheme + at..])
    }

    /// Gives each diagnostic the severity that the site wants, and drops those it switched off.
    pub fn apply_levels(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let level = |mut diagnostic: Diagnostic| match self.levels.get(&diagnostic.code) {
            None => Some(diagnostic),
            Some(None) => None,
            Some(Some(severity)) => {
                diagnostic.severity = *severity;
                Some(diagnostic)
            }
        };
        diagnostics.into_iter().filter_map(level).collect()
    }
}

/// Reads `site.yaml`.
///
/// `None` if nothing can be built on it; then at least one diagnostic is an error.
pub fn load(path: &SourcePath, text: &str) -> (Option<Config>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let node = match yaml::parse(path, text, 0) {
        Ok(node) => node,
        Err(diagnostic) => return (None, vec![*diagnostic]),
    };
    let mut config = empty();
    let mut side_by_side = SideBySide::All(false);
    let mut reader = Reader { path, diagnostics: &mut diagnostics };
    let entries = reader.map("site.yaml", &node);
    for (key, value) in entries {
        read_key(&mut config, &mut side_by_side, &mut reader, key, value);
    }
    let written = |name: &str| entries.iter().find(|(key, _)| key.name == name).map(|(_, value)| &value.value);
    if config.languages.is_empty() && diagnostics.iter().any(Diagnostic::is_error) && written("languages").is_some() {
        // What was written there has been reported.
        return (None, diagnostics);
    }
    if config.languages.is_empty() {
        let message = "`site.yaml` names no language";
        let diagnostic = Diagnostic::new(Code::ConfigMissing, message).in_file(path);
        diagnostics.push(diagnostic.hint("add `languages: [vi, en]`"));
        return (None, diagnostics);
    }
    config.side_by_side = pairs(side_by_side, &config.languages, path, &mut diagnostics);
    check_names(&config, path, entries, &mut diagnostics);
    (Some(config), diagnostics)
}

fn empty() -> Config {
    Config {
        title: LocalText::default(),
        base_url: "/".to_owned(),
        languages: Vec::new(),
        side_by_side: Vec::new(),
        term_links: TermLinks::Section,
        share_images: false,
        search: false,
        fallback: Fallback::Notice,
        behind: Fallback::Notice,
        trusted: Vec::new(),
        levels: BTreeMap::new(),
        menu: None,
        tags: BTreeMap::new(),
        paginate: 20,
        names: BTreeMap::new(),
        extra: serde_json::Value::Null,
    }
}

/// What `side_by_side` says, before the languages are known.
enum SideBySide {
    All(bool),
    Pairs(Vec<(Lang, Lang, Span)>),
}

// flat match
fn read_key(config: &mut Config, side_by_side: &mut SideBySide, reader: &mut Reader<'_>, key: &Key, value: &Node) {
    let name = key.name.as_str();
    match name {
        "title" => config.title = reader.local_text(name, value).unwrap_or_default(),
        "base_url" => {
            if let Some(text) = reader.text(name, value) {
                match checked_base_url(&text.value) {
                    Ok(url) => config.base_url = url,
                    Err(problem) => {
                        invalid(reader, text.span, problem, "write an address such as `https://example.org/`")
                    }
                }
            }
        }
        "languages" => config.languages = languages(reader, value),
        "side_by_side" => *side_by_side = read_pairs(reader, value),
        "share_images" => config.share_images = reader.bool(name, value).is_some_and(|wanted| wanted.value),
        "search" => config.search = reader.bool(name, value).is_some_and(|search| search.value),
        "fallback" => config.fallback = fallback(reader, name, value),
        "behind" => config.behind = fallback(reader, name, value),
        "term_links" => {
            let words = [
                ("section", TermLinks::Section),
                ("page", TermLinks::Page),
                ("all", TermLinks::All),
                ("none", TermLinks::None),
            ];
            config.term_links = reader.word(name, value, &words).map_or(TermLinks::Section, |word| word.value);
        }
        "trusted" => {
            let folders = reader.texts(name, value);
            config.trusted = folders.iter().map(|folder| folder.value.trim_matches('/').to_owned()).collect();
        }
        "levels" => config.levels = levels(reader, value),
        "menu" => config.menu = Some(reader.texts(name, value)),
        "tags" => {
            for (tag, text) in reader.map(name, value) {
                if let Some(text) = reader.local_text(&tag.name, text) {
                    config.tags.insert(tag.name.clone(), text);
                }
            }
        }
        "paginate" => match reader.integer(name, value) {
            Some(number) if number.value >= 1 => config.paginate = number.value as usize,
            Some(number) => {
                invalid(reader, number.span, "`paginate` must be at least 1".to_owned(), "leave it out for 20")
            }
            None => {}
        },
        "names" => {
            for (lang, own) in reader.map(name, value) {
                if let (Some(lang), Some(own)) = (Lang::new(&lang.name), reader.text(&lang.name, own)) {
                    config.names.insert(lang, own.value);
                }
            }
        }
        "extra" => config.extra = yaml::free(value),
        _ => reader.unknown_key(key, &keys::names(KeyScope::Site)),
    }
}

fn fallback(reader: &mut Reader<'_>, name: &str, value: &Node) -> Fallback {
    let words = [("notice", Fallback::Notice), ("omit", Fallback::Omit)];
    reader.word(name, value, &words).map_or(Fallback::Notice, |word| word.value)
}

fn invalid(reader: &mut Reader<'_>, span: Span, message: String, hint: &str) {
    let diagnostic = Diagnostic::new(Code::ConfigInvalid, message).at(reader.path, span).hint(hint);
    reader.diagnostics.push(diagnostic);
}

/// Checks an address for the whole site and gives it its slash at the end.
///
/// # Errors
/// What is wrong with it, in words.
pub fn checked_base_url(url: &str) -> Result<String, String> {
    let rest = ["https://", "http://"].iter().find_map(|scheme| url.strip_prefix(scheme));
    let Some(rest) = rest else {
        return Err(format!("`base_url`: `{url}` is not an absolute http address"));
    };
    let host = rest.split('/').next().unwrap_or_default();
    let is_odd = |c: char| c.is_whitespace() || c.is_control() || "?#\"'<>\\@{}|^`".contains(c);
    if host.is_empty() || host.starts_with(':') || rest.contains(is_odd) {
        return Err(format!("`base_url`: `{url}` is not made of a host and a path alone"));
    }
    Ok(if url.ends_with('/') { url.to_owned() } else { format!("{url}/") })
}

fn languages(reader: &mut Reader<'_>, node: &Node) -> Vec<Lang> {
    let mut languages = Vec::new();
    for text in reader.texts("languages", node) {
        match Lang::new(&text.value) {
            None => {
                let message = format!("`{}` is not a language tag", text.value);
                let hint = match text.value.contains([',', ' ']) {
                    true => "write the languages as a list: `[vi, en]`",
                    false => "write BCP 47 tags such as `vi`, `en`, `zh-Hans`",
                };
                invalid(reader, text.span, message, hint);
            }
            Some(lang) if languages.contains(&lang) => {
                invalid(reader, text.span, format!("the language `{lang}` is listed twice"), "keep one of them");
            }
            Some(lang) => languages.push(lang),
        }
    }
    languages
}

fn read_pairs(reader: &mut Reader<'_>, node: &Node) -> SideBySide {
    if let yaml::Yaml::Bool(all) = node.value {
        return SideBySide::All(all);
    }
    let mut pairs = Vec::new();
    for item in reader.list("side_by_side", node) {
        let tags = reader.texts("side_by_side", item);
        let langs: Vec<Lang> = tags.iter().filter_map(|tag| Lang::new(&tag.value)).collect();
        match langs.as_slice() {
            [a, b] if a != b => pairs.push((a.clone(), b.clone(), item.span)),
            _ => invalid(
                reader,
                item.span,
                "`side_by_side` takes pairs of two languages".to_owned(),
                "write `[[vi, en]]`, or `true` for all pairs",
            ),
        }
    }
    SideBySide::Pairs(pairs)
}

fn pairs(
    wanted: SideBySide,
    languages: &[Lang],
    path: &SourcePath,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(Lang, Lang)> {
    match wanted {
        SideBySide::All(false) => Vec::new(),
        SideBySide::All(true) => {
            let after = |at: usize| languages[at + 1..].iter();
            let each = languages.iter().enumerate();
            each.flat_map(|(at, a)| after(at).map(move |b| (a.clone(), b.clone()))).collect()
        }
        SideBySide::Pairs(pairs) => {
            let mut checked = Vec::new();
            for (a, b, span) in pairs {
                if let Some(unknown) = [&a, &b].into_iter().find(|lang| !languages.contains(lang)) {
                    let message = format!("`side_by_side` names `{unknown}`, which `languages` does not list");
                    let hint = format!("add `{unknown}` to `languages`, or remove the pair");
                    diagnostics.push(Diagnostic::new(Code::ConfigInvalid, message).at(path, span).hint(hint));
                } else {
                    checked.push((a, b));
                }
            }
            checked
        }
    }
}

fn levels(reader: &mut Reader<'_>, node: &Node) -> BTreeMap<Code, Option<Severity>> {
    let mut levels = BTreeMap::new();
    let words = [("error", Some(Severity::Error)), ("warning", Some(Severity::Warning)), ("off", None)];
    for (key, value) in reader.map("levels", node) {
        let Some(code) = Code::from_name(&key.name) else {
            let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
            let hint = crate::diag::did_you_mean(&key.name, names);
            let diagnostic = Diagnostic::new(Code::ConfigInvalid, format!("there is no diagnostic `{}`", key.name));
            let hint =
                hint.unwrap_or_else(|| "the codes are those in square brackets: `error[link-broken]`".to_owned());
            reader.diagnostics.push(diagnostic.at(reader.path, key.span).hint(hint));
            continue;
        };
        let Some(level) = reader.word(&key.name, value, &words) else { continue };
        if code.is_fixed() && level.value != Some(Severity::Error) {
            let message = format!("`{code}` protects the site and stays an error");
            invalid(reader, level.span, message, "remove this line");
        } else {
            levels.insert(code, level.value);
        }
    }
    levels
}

/// Every language needs a name of the site.
fn check_names(config: &Config, path: &SourcePath, entries: &[(Key, Node)], diagnostics: &mut Vec<Diagnostic>) {
    let missing: BTreeSet<&str> =
        config.languages.iter().filter(|lang| config.title.get(lang).is_none()).map(Lang::as_str).collect();
    let place = entries.iter().find(|(key, _)| key.name == "title");
    let is_unfit = place.is_some_and(|(_, value)| matches!(value.value, yaml::Yaml::List(_) | yaml::Yaml::Bool(_)));
    if missing.is_empty() || is_unfit {
        return;
    }
    let missing: Vec<&str> = missing.into_iter().collect();
    let message = format!("`title` has no text in {}", yaml::quoted(&missing));
    let diagnostic = Diagnostic::new(Code::ConfigInvalid, message).hint("write `title: {vi: …, en: …}`");
    diagnostics.push(match place {
        Some((key, _)) => diagnostic.at(path, key.span),
        None => diagnostic.in_file(path),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<String> {
        load(&SourcePath::new("site.yaml"), text).1.into_iter().map(|diagnostic| diagnostic.message).collect()
    }

    #[test]
    fn a_whole_configuration_is_read() {
        let text = "title: {vi: A, en: B}\nbase_url: https://example.org/du-an\nlanguages: [vi, en, ar]\nside_by_side: [[vi, en]]\n\
                    trusted: [/old/]\nlevels: {link-broken: warning, message-unused: off}\n";
        let (config, diagnostics) = load(&SourcePath::new("site.yaml"), text);
        assert_eq!(diagnostics.iter().map(|d| d.message.as_str()).collect::<Vec<_>>(), ["`title` has no text in `ar`"]);
        let config = config.expect("there are languages");
        assert_eq!(config.base_path(), "/du-an/");
        assert!(config.is_trusted(&SourcePath::new("content/old/a.vi.md")));
        assert!(!config.is_trusted(&SourcePath::new("content/older/a.vi.md")));
        assert_eq!(config.levels[&Code::MessageUnused], None);
    }

    #[test]
    fn every_mistake_is_reported_at_once() {
        let text = "titel: X\nbase_url: example.org\nlanguages: [vi, vi, v]\nlevels: {url-clash: off, link-brokn: off}\nside_by_side: [[vi, en]]\n";
        assert_eq!(
            messages(text),
            [
                "unknown key `titel`",
                "`base_url`: `example.org` is not an absolute http address",
                "the language `vi` is listed twice",
                "`v` is not a language tag",
                "`url-clash` protects the site and stays an error",
                "there is no diagnostic `link-brokn`",
                "`side_by_side` names `en`, which `languages` does not list",
                "`title` has no text in `vi`",
            ]
        );
        assert_eq!(messages("title: A\n"), ["`site.yaml` names no language"]);
    }
}
