//! What pages are made with: the lexicon, the theme, the files of the theme.
//!
//! Enters: the built-in theme and strings, the site's own over them. Leaves: [`Equipment`], and what was wrong in it.
//! Never here: content.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Digest, Lang, Snapshot, SourcePath};
use crate::diag::{Code, Diagnostic};
use crate::locale::{self, Lexicon, LocaleFile};
use crate::render::{self, Asset, InlineStyle, TemplateSource, Theme};
use crate::view;

/// What the pages of a site are made with.
pub(super) struct Equipment {
    /// The strings.
    pub(super) lexicon: Arc<Lexicon>,
    /// `None` if a template cannot be read.
    pub(super) theme: Option<Arc<Theme>>,
    /// The theme's files.
    pub(super) assets: Vec<Asset>,
    /// Those of its style sheets that can stand in a page.
    pub(super) styles: Vec<InlineStyle>,
    /// The texts of templates, and of built-in strings.
    pub(super) texts: BTreeMap<SourcePath, Arc<str>>,
    /// What was wrong.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// The digest of all that [`equipment`] depends on.
pub(super) fn key(snapshot: &Snapshot, languages: &[Lang], has_config: bool) -> Digest {
    let mut text = format!("{has_config}\n{languages:?}\n");
    let sources = snapshot.sources.iter().filter(|(path, _)| is_part(path));
    for (path, source) in sources {
        text.push_str(&format!("{path}\t{}\n", source.digest.to_hex()));
    }
    Digest::of(text.as_bytes())
}

fn is_part(path: &SourcePath) -> bool {
    path.below("templates").is_some() || path.below("locales").is_some()
}

/// Reads the lexicon and the theme. Without a configuration, nothing is said of messages.
pub(super) fn equipment(snapshot: &Snapshot, languages: &[Lang], has_config: bool) -> Equipment {
    let (lexicon, mut diagnostics) = lexicon(snapshot, languages);
    let (templates, assets) = templates(snapshot);
    let strings = render::builtin_locales().into_iter().map(|(_, path, text)| (path, text));
    let texts = templates.iter().map(|source| (source.path.clone(), source.text.clone())).chain(strings).collect();
    if has_config {
        diagnostics.extend(messages(&lexicon, &templates));
    }
    let (theme, problems) = Theme::load(templates, &lexicon);
    diagnostics.extend(problems);
    let styles = render::inline_styles(&assets);
    Equipment { lexicon, theme: theme.map(Arc::new), assets, styles, texts, diagnostics }
}

/// The built-in strings and the site's own over them.
fn lexicon(snapshot: &Snapshot, languages: &[Lang]) -> (Arc<Lexicon>, Vec<Diagnostic>) {
    let mut files = Vec::new();
    for (tag, path, text) in render::builtin_locales() {
        let Some(lang) = Lang::new(&tag) else { continue };
        files.push(LocaleFile { lang, path, text, theme: true });
    }
    let mut problems = Vec::new();
    for path in snapshot.sources.keys() {
        let Some(inside) = path.below("locales").filter(|inside| inside.ends_with(".ftl")) else { continue };
        let Some(text) = snapshot.text(path) else { continue };
        let tag = inside.split('/').next().unwrap_or_default();
        let Some(lang) = Lang::new(tag) else {
            let message = format!("`{tag}` is not a language");
            let hint = "strings stand in a folder for their language, such as `locales/vi/site.ftl`";
            problems.push(Diagnostic::new(Code::FileStray, message).in_file(path).hint(hint));
            continue;
        };
        let is_built_in = files.iter().any(|file| file.theme && file.path == *path && file.text == *text);
        if !is_built_in {
            files.push(LocaleFile { lang, path: path.clone(), text: text.clone(), theme: false });
        }
    }
    let (lexicon, lexicon_problems) = locale::load(languages, &files);
    problems.extend(lexicon_problems);
    (Arc::new(lexicon), problems)
}

/// The messages that templates and the program ask for, against those that there are.
fn messages(lexicon: &Lexicon, templates: &[TemplateSource]) -> Vec<Diagnostic> {
    let uses: Vec<locale::MessageUse> =
        templates.iter().flat_map(|source| locale::uses(&source.path, &source.text)).collect();
    locale::check(lexicon, &uses, view::MESSAGES)
}

/// The built-in templates and files, and the site's own over them.
fn templates(snapshot: &Snapshot) -> (Vec<TemplateSource>, Vec<Asset>) {
    let mut templates = Vec::new();
    let mut assets: BTreeMap<String, Asset> =
        render::builtin_assets().into_iter().map(|asset| (asset.name.clone(), asset)).collect();
    for (path, source) in &snapshot.sources {
        let Some(inside) = path.below("templates") else { continue };
        if let Some(name) = inside.strip_prefix("assets/") {
            assets.extend(Asset::of_source(name, path, source).map(|asset| (name.to_owned(), asset)));
        } else if let (true, Some(text)) = (inside.ends_with(".html"), snapshot.text(path)) {
            let source =
                TemplateSource { name: inside.to_owned(), path: path.clone(), text: text.clone(), built_in: false };
            templates.push(source);
        }
    }
    let own: BTreeMap<SourcePath, Arc<str>> =
        templates.iter().map(|source| (source.path.clone(), source.text.clone())).collect();
    // A site that holds the very same file has not changed it.
    templates
        .extend(render::builtin_templates().into_iter().filter(|source| own.get(&source.path) != Some(&source.text)));
    (templates, assets.into_values().collect())
}
