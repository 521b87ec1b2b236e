//! A prepared site to its files: all of them, or one that is asked for.
//!
//! Enters: a site that has been read, resolved and checked. Leaves: the bytes of its files. Never here: files on
//! disk, an order between files: each is made by itself.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::contents::{Contents, Item};
use super::equipment::Equipment;
use super::progress::Progress;
use super::{ENGINE, File, Prepared, Summary};
use crate::base::{Cancellation, Digest, Lang, Route, SourcePath};
use crate::diag::{self, Diagnostic};
use crate::glossary::export::{self, Format};
use crate::render::{self, Asset, AssetContent, InlineStyle, Redirection, Renderer, Theme};
use crate::resolve::{Redirect, Site};
use crate::view::{self, Target};

/// What all files of a site are made with.
pub(super) struct Press {
    common: view::Common,
    renderer: Renderer,
    pub(super) contents: Contents,
}

/// A file of the site, made.
struct Made<'a> {
    file: File<'a>,
    digest: Digest,
}

impl Made<'_> {
    fn text(text: String) -> Made<'static> {
        Made::bytes(text.into_bytes())
    }

    fn bytes(bytes: Vec<u8>) -> Made<'static> {
        Made { digest: Digest::of(&bytes), file: File::Bytes(Cow::Owned(bytes)) }
    }
}

impl Press {
    /// Prepares what the pages of each language share, and the list of all files. `None` if the site has no pages:
    /// that has been reported, and there is no home for the other pages to lead to.
    pub(super) fn new(
        site: &Site,
        equipment: &Equipment,
        theme: &Arc<Theme>,
        copied: &BTreeMap<SourcePath, Digest>,
    ) -> Option<Press> {
        if site.pages.is_empty() {
            return None;
        }
        let Equipment { lexicon, assets, styles, .. } = equipment;
        let files = view::ThemeFiles {
            routes: assets.iter().map(|asset| (asset.name.clone(), asset.route().encoded())).collect(),
            styles: styles.iter().map(|style| (style.name.clone(), style.text.clone())).collect(),
        };
        let (common, contents) =
            rayon::join(|| view::Common::new(site, lexicon, &files, ENGINE), || Contents::new(site, assets, copied));
        let renderer = Renderer::new(theme.clone(), &common.shared());
        Some(Press { common, renderer, contents })
    }
}

impl Prepared {
    /// The names of all files of the site, relative to the output folder, sorted; none if it cannot be rendered.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.press.iter().flat_map(|press| press.contents.files.keys()).map(String::as_str)
    }

    /// The names of the files below a folder, as [`Prepared::files`] gives them; `folder` ends with a slash.
    pub fn files_below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        let files = self.press.iter().flat_map(move |press| press.contents.files.range(folder.to_owned()..));
        files.map(|(name, _)| name.as_str()).take_while(move |name| name.starts_with(folder))
    }

    /// The content security policy of its pages.
    pub fn policy(&self) -> String {
        render::policy(&self.equipment.styles)
    }

    /// The style sheets that may stand in its pages.
    pub fn inline_styles(&self) -> &[InlineStyle] {
        &self.equipment.styles
    }

    /// Whether the site has a file of that name, relative to the output folder.
    pub fn has_file(&self, name: &str) -> bool {
        self.press.as_ref().is_some_and(|press| press.contents.files.contains_key(name))
    }

    /// One file of the site, made now; `None` if the site has no file of that name.
    ///
    /// # Errors
    /// What went wrong in a template, with the site's own severities, sorted.
    pub fn file(&self, name: &str) -> Option<Result<File<'_>, Vec<Diagnostic>>> {
        self.file_unless(name, &Cancellation::default())
    }

    /// As [`Prepared::file`], as long as somebody waits for it: a page that goes on and on is left once it is cancelled, and
    /// what is returned then means nothing.
    pub fn file_unless(&self, name: &str, cancellation: &Cancellation) -> Option<Result<File<'_>, Vec<Diagnostic>>> {
        let (site, press) = (self.site.as_ref()?, self.press.as_ref()?);
        let item = press.contents.files.get(name)?;
        let made = Run { prepared: self, site, press, context: self.context(site, press) }.make(item, cancellation);
        let levelled = |problems| {
            let mut problems = site.config.apply_levels(problems);
            diag::sort(&mut problems);
            problems
        };
        Some(made.map(|made| made.file).map_err(levelled))
    }

    fn context<'a>(&'a self, site: &'a Site, press: &'a Press) -> view::Context<'a> {
        view::Context::new(site, &self.equipment.lexicon, &press.common)
    }

    /// The glossary as a file; `None` if the site has no terms, or cannot be rendered.
    pub fn glossary(&self, format: Format) -> Option<Vec<u8>> {
        let site = self.site.as_ref().filter(|site| !site.termbase.terms.is_empty())?;
        let nothing = view::Common::new(site, &self.equipment.lexicon, &view::ThemeFiles::default(), ENGINE);
        let context = view::Context::new(site, &self.equipment.lexicon, &nothing);
        Some(export::export(&view::vocabulary(&context), format))
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
        progress: &Progress,
    ) -> Result<(Summary, Vec<Diagnostic>), E> {
        let (Some(site), Some(press)) = (&self.site, &self.press) else {
            return Ok((Summary::default(), Vec::new()));
        };
        let nobody = Cancellation::default();
        let run = Run { prepared: self, site, press, context: self.context(site, press) };
        let items: Vec<(&String, &Item)> = press.contents.files.iter().collect();
        progress.begin(items.len());
        let one = |(position, (name, item)): (usize, &(&String, &Item))| match progress
            .of(position, || run.make(item, &nobody))
        {
            Ok(Made { file, digest }) => {
                emit(name, digest, file)?;
                Ok((Some(((*name).clone(), digest)), Vec::new()))
            }
            Err(problems) => Ok((None, problems)),
        };
        let made: Vec<(Option<_>, Vec<Diagnostic>)> =
            items.par_iter().enumerate().map(one).collect::<Result<_, E>>()?;
        let mut files = BTreeMap::new();
        let mut problems = Vec::new();
        for (file, own) in made {
            files.extend(file);
            problems.extend(own);
        }
        let mut diagnostics = site.config.apply_levels(once_per_template(problems));
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

/// One rendering of a site, or of a file of it.
struct Run<'a> {
    prepared: &'a Prepared,
    site: &'a Site,
    press: &'a Press,
    context: view::Context<'a>,
}

impl<'a> Run<'a> {
    // flat match
    fn make(&self, item: &Item, cancellation: &Cancellation) -> Result<Made<'a>, Vec<Diagnostic>> {
        let base_url = &self.site.config.base_url;
        let base_path = self.site.config.base_path();
        Ok(match item {
            Item::Page(route, target) => Made::bytes(self.page(route, target, cancellation)?),
            Item::Data(page, lang, id) => Made::text(view::data_file(&self.context, page, lang, id)),
            Item::ShareImage(page, lang) => {
                let page = self.site.pages.get(page).expect("the list of files names pages of the site");
                Made::bytes(view::share_image(&self.context, page, lang))
            }
            Item::Feed(lang) => Made::text(render::feed(&view::feed(&self.context, lang))),
            Item::Sitemap(range) => {
                let listed = self.press.contents.in_sitemap[range.clone()].iter();
                let entries: Vec<view::SitemapEntry> =
                    listed.filter_map(|(route, target)| view::sitemap(&self.context, route, target)).collect();
                Made::text(render::sitemap(&entries))
            }
            Item::SitemapIndex(names) => Made::text(render::sitemap_index(names, base_url)),
            Item::Glossary(format) => Made::bytes(export::export(&view::vocabulary(&self.context), *format)),
            Item::Robots => Made::text(render::robots(base_url)),
            Item::Headers => {
                let exported = self.site.glossary_files();
                let typed: Vec<(Route, &str)> =
                    exported.into_iter().map(|(format, route)| (route, format.media_type())).collect();
                Made::text(render::headers(base_path, &self.prepared.policy(), &typed))
            }
            Item::Redirects => {
                let all: Vec<Redirection> =
                    self.site.redirects.iter().filter_map(|redirect| self.redirection(redirect)).collect();
                Made::text(render::redirects(&all, base_path))
            }
            Item::NoJekyll => Made::text(String::new()),
            Item::Icon => Made::bytes(render::ICON.to_vec()),
            Item::Redirection(number) => {
                let redirection = self.redirection(&self.site.redirects[*number]);
                let redirection = redirection.expect("the list of files names redirections that lead somewhere");
                Made::bytes(self.press.renderer.redirection(&redirection)?)
            }
            Item::ThemeFile(number) => {
                let Asset { digest, content, .. } = &self.prepared.equipment.assets[*number];
                let file = match content {
                    AssetContent::Bytes(bytes) => File::Bytes(Cow::Borrowed(bytes)),
                    AssetContent::Source(path) => File::Copy(path),
                };
                Made { file, digest: *digest }
            }
            Item::Asset(path) => {
                let (path, digest) =
                    self.prepared.copied.get_key_value(path).expect("the list of files names what can be copied");
                Made { file: File::Copy(path), digest: *digest }
            }
        })
    }

    fn page(&self, route: &Route, target: &Target, cancellation: &Cancellation) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let shown = view::view(&self.context, route, target);
        self.press.renderer.page(&shown, self.source_of(target), cancellation)
    }

    /// The file that a target's content comes from.
    fn source_of(&self, target: &Target) -> Option<&SourcePath> {
        let (Target::Page(path, lang, _) | Target::Pair(path, lang, _)) = target else { return None };
        let page = self.site.pages.get(path)?;
        page.edition(lang, self.site.languages()).map(|(_, edition)| &edition.document.path)
    }

    fn redirection(&self, redirect: &Redirect) -> Option<Redirection> {
        let page = self.site.pages.get(&redirect.page)?;
        let to = page.routes.get(&redirect.lang)?.clone();
        Some(Redirection {
            from: redirect.from.clone(),
            target: format!("{}{}", redirect.from.to_root(), to.encoded()),
            canonical: self.site.absolute(&to),
            title: page.editions.get(&redirect.lang)?.title.clone(),
            lang: redirect.lang.clone(),
            icon: self.site.icon().map(|icon| format!("{}{}", redirect.from.to_root(), icon.encoded())),
            to,
        })
    }
}

/// A mistake in a template fails on every page that uses it: it is told once.
fn once_per_template(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told = std::collections::BTreeSet::new();
    let place = |diagnostic: &Diagnostic| (format!("{:?}", diagnostic.location), diagnostic.message.clone());
    diagnostics.into_iter().filter(|diagnostic| told.insert(place(diagnostic))).collect()
}
