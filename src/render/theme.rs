//! The templates, components and files of a theme: the built-in one, and the site's own over it.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use tera::{ComponentArgType, Tera, Value};

use super::{functions, graph, report};
use crate::base::{
    ArgumentKind, ComponentArgument, ComponentSignature, Components, Content, Digest, Route, Source, SourcePath,
};
use crate::diag::{Code, Diagnostic};
use crate::locale::Lexicon;

/// The theme that is part of the program: this repository's `templates/`.
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
/// The theme's style sheet that is part of the program.
pub fn builtin_style() -> String {
    let file = TEMPLATES.get_file("assets/site.css").and_then(|file| file.contents_utf8());
    file.expect("the theme has a style sheet").to_owned()
}

/// The strings that are part of the program: this repository's `locales/*/theme.ftl`.
static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// Where built-in templates stand in Tera's names; a site's template of the same name comes first.
const BUILT_IN: &str = "theme/";

/// A template and where it is from.
#[derive(Debug, Clone)]
pub struct TemplateSource {
    /// Its name for `extends` and `include`: `page.html`.
    pub name: String,
    /// The file, as messages name it.
    pub path: SourcePath,
    /// Its text.
    pub text: Arc<str>,
    /// Whether it is part of the program.
    pub built_in: bool,
}

/// A file of the theme that is copied.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its name below `templates/assets/`: `site.css`.
    pub name: String,
    /// Of its bytes.
    pub digest: Digest,
    /// Where its bytes are.
    pub content: AssetContent,
}

/// Where the bytes of a theme's file are.
#[derive(Debug, Clone)]
pub enum AssetContent {
    /// Here.
    Bytes(Arc<[u8]>),
    /// In a source file, which is copied.
    Source(SourcePath),
}

impl Asset {
    /// A file of which the bytes are known.
    pub fn of_bytes(name: String, bytes: &[u8]) -> Asset {
        Asset { name, digest: Digest::of(bytes), content: AssetContent::Bytes(bytes.into()) }
    }

    /// A file of the site's own theme. What is not text is copied as it is; `None` has been reported.
    pub fn of_source(name: &str, path: &SourcePath, source: &Source) -> Option<Asset> {
        match &source.content {
            Content::Text(text) => Some(Asset::of_bytes(name.to_owned(), text.as_bytes())),
            Content::Asset { .. } => {
                let content = AssetContent::Source(path.clone());
                Some(Asset { name: name.to_owned(), digest: source.digest, content })
            }
            Content::NotUtf8 { .. } => None,
        }
    }

    /// Where it is built: its digest is in its name, so that it may be kept for ever.
    pub fn route(&self) -> Route {
        let digest = self.digest.short();
        let (stem, ending) = self.name.rsplit_once('.').unwrap_or((&self.name, ""));
        let dot = if ending.is_empty() { "" } else { "." };
        Route::new(format!("assets/{stem}.{digest}{dot}{ending}"))
    }
}

/// All templates, checked and ready. Immutable; shared between threads.
pub struct Theme {
    tera: Tera,
    /// By Tera's name.
    sources: BTreeMap<String, TemplateSource>,
    components: Components,
    digest: Digest,
}

/// The templates that are part of the program.
pub fn builtin_templates() -> Vec<TemplateSource> {
    let mut sources = Vec::new();
    for file in TEMPLATES.files() {
        let (Some(name), Some(text)) = (file.path().to_str(), file.contents_utf8()) else { continue };
        let path = SourcePath::new(format!("templates/{name}"));
        sources.push(TemplateSource { name: name.to_owned(), path, text: text.into(), built_in: true });
    }
    sources
}

/// The theme's files that are part of the program.
pub fn builtin_assets() -> Vec<Asset> {
    let files = TEMPLATES.get_dir("assets").into_iter().flat_map(|dir| dir.files());
    let asset = |file: &include_dir::File<'_>| {
        let name = file.path().file_name()?.to_str()?.to_owned();
        Some(Asset::of_bytes(name, file.contents()))
    };
    files.filter_map(asset).collect()
}

/// The strings that are part of the program: language tag, path and text.
pub fn builtin_locales() -> Vec<(String, SourcePath, Arc<str>)> {
    let mut locales = Vec::new();
    for dir in LOCALES.dirs() {
        let Some(tag) = dir.path().to_str() else { continue };
        let Some(text) = dir.get_file(dir.path().join("theme.ftl")).and_then(|file| file.contents_utf8()) else {
            continue;
        };
        locales.push((tag.to_owned(), SourcePath::new(format!("locales/{tag}/theme.ftl")), text.into()));
    }
    locales
}

impl Theme {
    /// Reads all templates. The theme is `None` if one of them cannot be used.
    pub fn load(sources: Vec<TemplateSource>, lexicon: &Arc<Lexicon>) -> (Option<Theme>, Vec<Diagnostic>) {
        let mut tera = Tera::new();
        functions::register(&mut tera, lexicon);
        tera.set_fallback_prefixes([BUILT_IN]).expect("no template has been added yet");
        let sources: BTreeMap<String, TemplateSource> =
            sources.into_iter().map(|source| (tera_name(&source), source)).collect();
        let mut diagnostics: Vec<Diagnostic> = graph::problems(sources.values());
        // Each alone first: Tera stops at the first template that it cannot read, we report all of them.
        for (name, source) in &sources {
            let mut alone = Tera::new();
            if let Err(error) = alone.add_raw_template(name, &source.text)
                && report::is_syntax(&error)
            {
                diagnostics.extend(report::with_sources(&error, Code::TemplateInvalid, &sources));
            }
        }
        if diagnostics.is_empty()
            && let Err(error) = tera.add_raw_templates(sources.iter().map(|(name, source)| (name, &*source.text)))
        {
            diagnostics.extend(report::with_sources(&error, Code::TemplateInvalid, &sources));
        }
        if !diagnostics.is_empty() {
            return (None, diagnostics);
        }
        let components = signatures(&tera, &sources);
        let mut all = String::new();
        for (name, source) in &sources {
            all.push_str(&format!("{name} {}\n", Digest::of(source.text.as_bytes()).to_hex()));
        }
        (Some(Theme { tera, sources, components, digest: Digest::of(all.as_bytes()) }), diagnostics)
    }

    /// The components that Markdown may call.
    pub fn components(&self) -> &Components {
        &self.components
    }

    /// The digest of all templates.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The text of a template, for excerpts in messages.
    pub fn text(&self, path: &SourcePath) -> Option<Arc<str>> {
        self.sources.values().find(|source| source.path == *path).map(|source| source.text.clone())
    }

    pub(super) fn tera(&self) -> &Tera {
        &self.tera
    }

    pub(super) fn sources(&self) -> &BTreeMap<String, TemplateSource> {
        &self.sources
    }

    pub(super) fn has_template(&self, name: &str) -> bool {
        self.sources.values().any(|source| source.name == name)
    }

    /// The names of all templates, sorted and without duplicates: `page.html`.
    pub fn template_names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.sources.values().map(|source| source.name.clone()).collect();
        names.sort();
        names.dedup();
        names
    }
}

fn tera_name(source: &TemplateSource) -> String {
    if source.built_in { format!("{BUILT_IN}{}", source.name) } else { source.name.clone() }
}

/// What Markdown may call: every component but those marked `"internal": true`.
fn signatures(tera: &Tera, sources: &BTreeMap<String, TemplateSource>) -> Components {
    let names: Vec<String> = tera.get_component_names().map(str::to_owned).collect();
    let flag =
        |info: &tera::ComponentInfo, name: &str| info.metadata().get(name).and_then(Value::as_bool) == Some(true);
    let signature = |name: String| {
        let info = tera.get_component_definition(&name)?;
        if flag(&info, "internal") {
            return None;
        }
        let argument = |argument: &tera::ComponentArg| ComponentArgument {
            name: argument.name().to_owned(),
            kind: argument.arg_type().and_then(kind),
            required: argument.is_required(),
        };
        let arguments = info.args().iter().filter(|argument| !argument.is_implicit()).map(argument).collect();
        let body = sources.values().any(|source| graph::shows_body(&source.text, &name));
        let signature =
            ComponentSignature { arguments, open: info.rest_param().is_some(), body, inline: flag(&info, "inline") };
        Some((name, signature))
    };
    names.into_iter().filter_map(signature).collect()
}

fn kind(kind: ComponentArgType) -> Option<ArgumentKind> {
    match kind {
        ComponentArgType::String => Some(ArgumentKind::String),
        ComponentArgType::Bool => Some(ArgumentKind::Bool),
        ComponentArgType::Integer => Some(ArgumentKind::Integer),
        ComponentArgType::Float | ComponentArgType::Number => Some(ArgumentKind::Number),
        ComponentArgType::Array => Some(ArgumentKind::Array),
        ComponentArgType::Map => Some(ArgumentKind::Map),
        _ => None,
    }
}
