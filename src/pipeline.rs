//! The one way through the house: snapshot, documents, site, views, rendered files.
//!
//! Enters: a snapshot of the sources, and what is asked for. Leaves: each file of the built site, handed on as
//! soon as it is made, and all diagnostics. Never here: files on disk, the clock, printing.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Digest, Lang, PartialDate, Route, Snapshot, SourcePath};
use crate::check;
use crate::config::{self, Config};
use crate::diag::{self, Code, Diagnostic};
use crate::glossary::export::{self, Format};
use crate::locale::{self, Lexicon, LocaleFile};
use crate::parse::{self, Parsed};
use crate::render::{self, Asset, AssetContent, Redirection, Renderer, TemplateSource, Theme};
use crate::resolve::{self, Site, Sources};
use crate::translation::Agreements;
use crate::view::{self, Target};

/// What is asked of a run.
#[derive(Debug, Clone)]
pub struct Request {
    /// The day on which the site is built.
    pub today: PartialDate,
    /// Whether drafts and pages dated in the future are built.
    pub drafts: bool,
    /// An address for the site in place of that of `site.yaml`; already checked, with a slash at its end.
    pub base_url: Option<String>,
}

/// A site that has been read, resolved and checked, ready to be rendered.
pub struct Prepared {
    /// The site; `None` if its configuration cannot be used.
    site: Option<Site>,
    lexicon: Arc<Lexicon>,
    /// `None` if a template cannot be read.
    theme: Option<Arc<Theme>>,
    assets: Vec<Asset>,
    /// Digests of the files that are copied.
    copied: BTreeMap<SourcePath, Digest>,
    templates: BTreeMap<SourcePath, Arc<str>>,
    /// What was wrong so far, with the site's own severities, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file of the built site.
pub enum File<'a> {
    /// Its bytes.
    Bytes(&'a [u8]),
    /// A copy of a source file.
    Copy(&'a SourcePath),
}

/// What a run made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// The digest of each file, by its path in the output folder.
    pub files: BTreeMap<String, Digest>,
    /// How many real editions each language has, in the site's order.
    pub editions: Vec<(Lang, usize)>,
    /// How many glossary entries there are.
    pub terms: usize,
    /// How many pages were left out as drafts or dated in the future.
    pub held_back: usize,
}

/// The program's name and version, as pages and manifests carry it.
pub const ENGINE: &str = concat!("songngu ", env!("CARGO_PKG_VERSION"));

/// Reads, resolves and checks a site. `problems` are those that came up when the snapshot was taken.
pub fn prepare(snapshot: &Snapshot, problems: Vec<Diagnostic>, request: &Request) -> Prepared {
    let unread = |problem: &Diagnostic| problem.location.as_ref().map(|location| location.path.clone());
    let mut unread: Vec<SourcePath> = problems.iter().filter_map(unread).collect();
    unread.retain(|path| !snapshot.sources.contains_key(path));
    let mut diagnostics = problems;
    let config = configuration(snapshot, request, &mut diagnostics);
    let languages = config.as_ref().map(|config| config.languages.clone()).unwrap_or_default();
    let (lexicon, lexicon_problems) = lexicon(snapshot, &languages);
    let (templates, assets) = templates(snapshot);
    let strings = render::builtin_locales().into_iter().map(|(_, path, text)| (path, text));
    let template_texts =
        templates.iter().map(|source| (source.path.clone(), source.text.clone())).chain(strings).collect();
    diagnostics.extend(lexicon_problems);
    if config.is_some() {
        diagnostics.extend(messages(&lexicon, &templates));
    }
    let (theme, theme_problems) = Theme::load(templates, &lexicon);
    diagnostics.extend(theme_problems);
    let theme = theme.map(Arc::new);
    let site = config.map(|config| {
        let (sources, problems) = sources(snapshot, unread.iter().collect(), &config, &assets);
        diagnostics.extend(problems);
        let wanted = resolve::Request { today: request.today, drafts: request.drafts };
        let (site, problems) = resolve::resolve(&config, sources, wanted);
        diagnostics.extend(problems);
        let templates = theme.as_ref().map(|theme| theme.template_names()).unwrap_or_default();
        let offer = theme.as_ref().map(|theme| check::Offer { components: theme.components(), templates: &templates });
        diagnostics.extend(check::run(&site, offer));
        site
    });
    if let Some(site) = &site {
        diagnostics = site.config.apply_levels(diagnostics);
    }
    diagnostics = check::without_consequences(diagnostics);
    diag::sort(&mut diagnostics);
    let digest = |(path, source): (&SourcePath, &crate::base::Source)| (path.clone(), source.digest);
    Prepared {
        site,
        lexicon,
        theme,
        assets,
        copied: snapshot.sources.iter().map(digest).collect(),
        templates: template_texts,
        diagnostics,
    }
}

impl Prepared {
    /// The text of a built-in template or file of strings, for excerpts in messages.
    pub fn template(&self, path: &SourcePath) -> Option<Arc<str>> {
        self.templates.get(path).cloned()
    }

    /// The resolved site, if its configuration could be used.
    pub fn site(&self) -> Option<&Site> {
        self.site.as_ref()
    }

    /// The glossary as a file; `None` if the site has no terms.
    pub fn glossary(&self, format: Format) -> Option<Vec<u8>> {
        let site = self.site.as_ref().filter(|site| !site.termbase.terms.is_empty())?;
        Some(export::export(&view::vocabulary(&self.context(site)), format))
    }

    fn context<'a>(&'a self, site: &'a Site) -> view::Context<'a> {
        let route = |asset: &Asset| (asset.name.clone(), asset.route().encoded());
        view::Context::new(site, &self.lexicon, &self.assets.iter().map(route).collect(), ENGINE)
    }

    /// Renders every file and hands each to `emit`, from many threads and in no order.
    ///
    /// Renders also where there are diagnostics already, so that what is wrong in templates is found in the same
    /// run; whoever calls decides whether to keep what was emitted.
    ///
    /// # Errors
    /// The first error of `emit`; then not all files have been emitted.
    pub fn render<E: Send>(
        &self,
        emit: &(dyn Fn(&str, Digest, File<'_>) -> Result<(), E> + Sync),
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<(Summary, Vec<Diagnostic>), E> {
        let (Some(site), Some(theme)) = (&self.site, &self.theme) else {
            return Ok((Summary::default(), Vec::new()));
        };
        // A site without pages has been reported, and has no home for the other pages to lead to.
        if site.pages.is_empty() {
            return Ok((Summary::default(), Vec::new()));
        }
        let context = self.context(site);
        let renderer = Renderer::new(theme.clone(), &context.shared());
        let run = Run { prepared: self, site, context: &context, renderer: &renderer, emit };
        let (mut files, problems) = run.pages(progress)?;
        files.extend(run.files()?);
        let (redirected, redirect_problems) = run.redirections()?;
        files.extend(redirected);
        let mut diagnostics = site.config.apply_levels([problems, redirect_problems].concat());
        diag::sort(&mut diagnostics);
        let editions = |lang: &Lang| site.pages.values().filter(|page| page.editions.contains_key(lang)).count();
        let summary = Summary {
            files,
            editions: site.languages().iter().map(|lang| (lang.clone(), editions(lang))).collect(),
            terms: site.termbase.terms.len(),
            held_back: site.held_back,
        };
        Ok((summary, diagnostics))
    }
}

/// One rendering of a site.
struct Run<'a, E> {
    prepared: &'a Prepared,
    site: &'a Site,
    context: &'a view::Context<'a>,
    renderer: &'a Renderer,
    emit: &'a (dyn Fn(&str, Digest, File<'_>) -> Result<(), E> + Sync),
}

/// The files of a site and their digests.
type Files = BTreeMap<String, Digest>;
/// One of them.
type Written = (String, Digest);

impl<E: Send> Run<'_, E> {
    fn put(&self, file: String, bytes: &[u8]) -> Result<(String, Digest), E> {
        let digest = Digest::of(bytes);
        (self.emit)(&file, digest, File::Bytes(bytes))?;
        Ok((file, digest))
    }

    /// The pages, each viewed, rendered and handed on by itself.
    fn pages(&self, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<(Files, Vec<Diagnostic>), E> {
        let targets: Vec<(Route, Target)> = view::targets(self.site).into_iter().collect();
        let total = targets.len();
        let done = std::sync::atomic::AtomicUsize::new(0);
        let page = |(route, target): &(Route, Target)| {
            let shown = view::view(self.context, route, target);
            let path = self.source_of(target);
            let rendered = self.renderer.page(&shown, path);
            let count = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
            progress(count, total);
            match rendered {
                Ok(bytes) => Ok((Some(self.put(route.file(), &bytes)?), Vec::new())),
                Err(problems) => Ok((None, problems)),
            }
        };
        let rendered: Vec<(Option<Written>, Vec<Diagnostic>)> =
            targets.par_iter().map(page).collect::<Result<_, E>>()?;
        let mut files = Files::new();
        let mut diagnostics = Vec::new();
        for (file, problems) in rendered {
            files.extend(file);
            diagnostics.extend(problems);
        }
        Ok((files, once_per_template(diagnostics)))
    }

    /// The file that a target's content comes from.
    fn source_of(&self, target: &Target) -> Option<&SourcePath> {
        let (Target::Page(path, lang, _) | Target::Pair(path, lang, _)) = target else { return None };
        let page = self.site.pages.get(path)?;
        page.edition(lang, self.site.languages()).map(|(_, edition)| &edition.document.path)
    }

    /// Everything that is not a page.
    fn files(&self) -> Result<Files, E> {
        let mut files = Files::new();
        for lang in self.site.languages() {
            let feed = render::feed(&view::feed(self.context, lang));
            files.extend([self.put(format!("{lang}/feed.xml"), feed.as_bytes())?]);
        }
        let targets = view::targets(self.site);
        let entries: Vec<view::SitemapEntry> =
            targets.iter().filter_map(|(route, target)| view::sitemap(self.context, route, target)).collect();
        for (name, text) in render::sitemaps(&entries, &self.site.config.base_url) {
            files.extend([self.put(name, text.as_bytes())?]);
        }
        let exported = self.site.glossary_files();
        let vocabulary = view::vocabulary(self.context);
        for (format, route) in &exported {
            files.extend([self.put(route.file(), &export::export(&vocabulary, *format))?]);
        }
        let typed: Vec<(Route, &str)> =
            exported.into_iter().map(|(format, route)| (route, format.media_type())).collect();
        let base_path = self.site.config.base_path();
        let texts = [
            ("robots.txt", render::robots(&self.site.config.base_url)),
            ("_headers", render::headers(base_path, &typed)),
            ("_redirects", render::redirects(&self.redirection_list(), base_path)),
            (".nojekyll", String::new()),
        ];
        for (name, text) in texts {
            files.extend([self.put(name.to_owned(), text.as_bytes())?]);
        }
        for asset in &self.prepared.assets {
            let content = match &asset.content {
                AssetContent::Bytes(bytes) => File::Bytes(bytes),
                AssetContent::Source(path) => File::Copy(path),
            };
            let file = asset.route().file();
            (self.emit)(&file, asset.digest, content)?;
            files.insert(file, asset.digest);
        }
        for (path, route) in &self.site.assets {
            let Some(digest) = self.prepared.copied.get(path) else { continue };
            (self.emit)(&route.file(), *digest, File::Copy(path))?;
            files.insert(route.file(), *digest);
        }
        Ok(files)
    }

    fn redirection_list(&self) -> Vec<Redirection> {
        let redirection = |redirect: &resolve::Redirect| {
            let page = self.site.pages.get(&redirect.page)?;
            let to = page.routes.get(&redirect.lang)?.clone();
            Some(Redirection {
                from: redirect.from.clone(),
                target: format!("{}{}", redirect.from.to_root(), to.encoded()),
                canonical: self.site.absolute(&to),
                title: page.editions.get(&redirect.lang)?.title.clone(),
                lang: redirect.lang.clone(),
                to,
            })
        };
        self.site.redirects.iter().filter_map(redirection).collect()
    }

    /// A page at each old address, for hosts that do not read `_redirects`.
    fn redirections(&self) -> Result<(Files, Vec<Diagnostic>), E> {
        let mut files = Files::new();
        let mut diagnostics = Vec::new();
        for redirection in self.redirection_list() {
            match self.renderer.redirection(&redirection) {
                Ok(bytes) => files.extend([self.put(redirection.from.file(), &bytes)?]),
                Err(problems) => diagnostics.extend(problems),
            }
        }
        Ok((files, diagnostics))
    }
}

/// The diagnostics of a whole run, those of its preparation and those of its rendering: sorted, without what only follows from others.
pub fn merged(mut before: Vec<Diagnostic>, after: Vec<Diagnostic>) -> Vec<Diagnostic> {
    before.extend(after);
    let mut diagnostics = check::without_consequences(before);
    diag::sort(&mut diagnostics);
    diagnostics
}

/// A mistake in a template fails on every page that uses it: it is told once.
fn once_per_template(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told = std::collections::BTreeSet::new();
    let place = |diagnostic: &Diagnostic| (format!("{:?}", diagnostic.location), diagnostic.message.clone());
    diagnostics.into_iter().filter(|diagnostic| told.insert(place(diagnostic))).collect()
}

fn configuration(snapshot: &Snapshot, request: &Request, diagnostics: &mut Vec<Diagnostic>) -> Option<Arc<Config>> {
    let path = SourcePath::new("site.yaml");
    let text = snapshot.text(&path)?;
    let (config, problems) = config::load(&path, text);
    diagnostics.extend(problems);
    let mut config = config?;
    if let Some(base_url) = &request.base_url {
        config.base_url.clone_from(base_url);
    }
    Some(Arc::new(config))
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

/// Everything below `content/`, parsed in parallel.
fn sources(
    snapshot: &Snapshot,
    unread: Vec<&SourcePath>,
    config: &Config,
    assets: &[Asset],
) -> (Sources, Vec<Diagnostic>) {
    let mut parsed: Vec<(Parsed, Vec<Diagnostic>)> =
        snapshot.sources.par_iter().map(|(path, source)| parse::file(path, &source.content)).collect();
    // A file that cannot be read has been reported. Its page is there all the same, so that links to it are not wrong.
    parsed.extend(unread.into_iter().map(|path| (parse::unread(path), Vec::new())));
    let texts = snapshot.sources.keys().filter_map(|path| Some((path, snapshot.text(path)?)));
    let (agreements, mut diagnostics) = Agreements::read(texts);
    let mut sources = Sources {
        documents: Vec::new(),
        shared: Vec::new(),
        bibliography: BTreeMap::new(),
        assets: Default::default(),
        agreements,
        reserved: reserved(config, assets),
    };
    for (parsed, problems) in parsed {
        diagnostics.extend(problems);
        match parsed {
            Parsed::Document(document) => sources.documents.push(Arc::new(*document)),
            Parsed::Shared(shared) => sources.shared.push(*shared),
            Parsed::Bibliography(bibliography) => sources.bibliography = bibliography,
            Parsed::Asset(path) => _ = sources.assets.insert(path),
            Parsed::Nothing => {}
        }
    }
    (sources, diagnostics)
}

/// The addresses that the program writes by itself.
fn reserved(config: &Config, assets: &[Asset]) -> BTreeMap<Route, String> {
    let mut reserved = BTreeMap::new();
    let own = ["", "404.html", "sitemap.xml", "robots.txt", "_headers", "_redirects", ".nojekyll"];
    for route in own {
        let what =
            if route.is_empty() { "the choice of languages".to_owned() } else { format!("the site's `{route}`") };
        reserved.insert(Route::new(route), what);
    }
    for lang in &config.languages {
        reserved.insert(Route::new(format!("{lang}/feed.xml")), format!("the feed in `{lang}`"));
    }
    for asset in assets {
        reserved.insert(asset.route(), format!("the theme's `{}`", asset.name));
    }
    reserved
}
