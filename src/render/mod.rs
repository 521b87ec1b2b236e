//! Views to bytes: pages through templates, feeds, the sitemap and what hosts read.
//!
//! Enters: views, templates' text, the lexicon. Leaves: the bytes of each file of the site, and what was wrong
//! in a template. Never here: files on disk, the site behind a view, the clock.

mod capped;
mod components;
mod functions;
mod graph;
mod hosts;
mod report;
mod side_by_side;
mod styles;
mod syndication;
mod theme;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, Value};

use capped::Capped;

use crate::base::{Cancellation, Lang, SourcePath};
use crate::diag::{Code, Diagnostic};
use crate::view::{Second, Shown, SiteView, View};

pub use hosts::{ICON, Redirection, headers, policy, redirects, robots};
pub use styles::{InlineStyle, inline_styles};
pub use syndication::{MOST_IN_SITEMAP, feed, sitemap, sitemap_index};
pub use theme::{
    Asset, AssetContent, TemplateSource, Theme, builtin_assets, builtin_locales, builtin_style, builtin_templates,
};

/// What all pages of one build are rendered with. Immutable; shared between threads.
pub struct Renderer {
    theme: Arc<Theme>,
    /// What the pages of each language share, as templates see it.
    shared: BTreeMap<Lang, Value>,
}

impl Renderer {
    /// Prepares what the pages of each language share.
    pub fn new(theme: Arc<Theme>, shared: &[(Lang, Arc<SiteView>)]) -> Renderer {
        let shared = shared.iter().map(|(lang, site)| (lang.clone(), Value::from_serializable(&**site))).collect();
        Renderer { theme, shared }
    }

    /// The bytes of a page. `path` is the file that the content comes from, for places in it; once nobody waits for the
    /// page any more, its template is left as soon as it writes something.
    ///
    /// # Errors
    /// What went wrong in a template or a component, each at its place.
    pub fn page(
        &self,
        shown: &Shown<'_>,
        path: Option<&SourcePath>,
        cancellation: &Cancellation,
    ) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let Shown { view, content, second } = shown;
        let mut context = self.context(view);
        let mut components = components::Calls::new(&self.theme, &context, view, (path, cancellation));
        let (html, mut problems) = match (content, second) {
            (Some(content), None) => (content.html(&mut components), components.finish()),
            (Some(content), Some(second)) => {
                let missing = &second.missing[0];
                let (units, footnotes) = content.units(&mut components, "");
                let side = side_by_side::Side { lang: content.lang(), units, footnotes, missing };
                let (html, problems) = self.beside(&side, second, (path, cancellation));
                (html, [components.finish(), problems].concat())
            }
            (None, _) => (String::new(), Vec::new()),
        };
        context.insert_value("content", Value::safe_string(&html));
        let name = format!("{}.html", view.template);
        // A template that does not exist has been reported where the page asks for it.
        if !self.theme.has_template(&name) {
            return Err(problems);
        }
        let mut capped = Capped::new(html.len() + 32 * 1024, cancellation);
        match self.theme.tera().render_to(&name, &context, &mut capped) {
            Ok(()) if problems.is_empty() => Ok(capped.into_bytes()),
            Ok(()) => Err(problems),
            Err(_) if capped.is_full() => {
                problems.push(report::too_long_page(&name, &self.theme));
                Err(problems)
            }
            Err(error) => {
                problems.extend(report::diagnostics(&error, Code::TemplateFailed, &self.theme));
                Err(problems)
            }
        }
    }

    /// A text with the second language's beside it.
    fn beside(
        &self,
        first: &side_by_side::Side<'_>,
        second: &Second<'_>,
        (path, cancellation): (Option<&SourcePath>, &Cancellation),
    ) -> (String, Vec<Diagnostic>) {
        let Second { view, content, rows, missing } = second;
        let context = self.context(view);
        let mut components = components::Calls::new(&self.theme, &context, view, (path, cancellation));
        let (units, footnotes) = content.units(&mut components, &format!("{}-", content.lang()));
        let side = side_by_side::Side { lang: content.lang(), units, footnotes, missing: &missing[1] };
        (side_by_side::html(first, &side, rows), components.finish())
    }

    /// The page that stands at an old address.
    ///
    /// # Errors
    /// What went wrong in the template.
    pub fn redirection(&self, redirection: &Redirection) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let Redirection { lang, title, target, canonical, icon, .. } = redirection;
        let mut context = Context::new();
        context.insert("lang", lang);
        context.insert("dir", &lang.direction());
        context.insert("title", title);
        context.insert("target", target);
        context.insert("canonical", canonical);
        context.insert("icon", icon);
        let mut bytes = Vec::new();
        match self.theme.tera().render_to("redirect.html", &context, &mut bytes) {
            Ok(()) => Ok(bytes),
            Err(error) => Err(report::diagnostics(&error, Code::TemplateFailed, &self.theme)),
        }
    }

    fn context(&self, view: &View) -> Context {
        let View { lang, dir, root, site: _, page, list, template: _, term, sides, index, glossary_files, term_table } =
            view;
        let mut context = Context::new();
        context.insert("lang", lang);
        context.insert("dir", dir);
        context.insert("root", root);
        context.insert_value("site", self.shared.get(lang).cloned().unwrap_or_else(Value::none));
        context.insert("page", page);
        context.insert("list", list);
        context.insert("term", term);
        context.insert("sides", sides);
        context.insert("index", index);
        context.insert("glossary_files", glossary_files);
        context.insert("term_table", term_table);
        context
    }
}
