//! What all views of a site are made with, and the list of what there is to show.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::folders::Folders;
use super::html::Labels;
use super::{LanguageView, LinkView, SiteView};
use crate::base::{Lang, PagePath, PartialDate, Route};
use crate::locale::{Args, DateStyle, Lexicon, Value};
use crate::parse::body::{Alert, Format};
use crate::parse::front::FigureValue;
use crate::resolve::{Kind, Page, Site, Tag, list_route, tag_route, tag_slug};
use crate::text::{Collator, Formats, language_name};

/// A site with what is needed to show it in each language. Cheap to make and to copy.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its strings.
    pub lexicon: &'a Lexicon,
    common: &'a Common,
}

/// The files of the theme, by their names below `templates/assets/`, as pages name them.
#[derive(Default)]
pub struct ThemeFiles {
    /// Where they are.
    pub routes: BTreeMap<String, String>,
    /// The texts of style sheets that can stand in a page.
    pub styles: BTreeMap<String, Arc<str>>,
}

/// What all views of a site have in common. Made once; immutable; shared between threads.
#[derive(Default)]
pub struct Common {
    languages: BTreeMap<Lang, LanguageContext>,
    /// The pages that carry each tag, newest first, for the readers of each language.
    tagged: BTreeMap<Lang, BTreeMap<String, Vec<PagePath>>>,
    folders: BTreeMap<Lang, Folders>,
    /// The parts of the address of tags, by their names as authors write them.
    tag_slugs: BTreeMap<String, String>,
}

/// What one language's pages share.
pub(super) struct LanguageContext {
    pub(super) formats: Formats,
    pub(super) collator: Collator,
    pub(super) labels: Labels,
    pub(super) shared: Arc<SiteView>,
}

/// Something to show at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A page in a language; the number is that of its list's page, from 1.
    Page(PagePath, Lang, usize),
    /// A page in two languages side by side.
    Pair(PagePath, Lang, Lang),
    /// The list of tags.
    Tags(Lang),
    /// The pages that carry a tag (its part of the address); the number is that of the list's page, from 1.
    Tag(Lang, String, usize),
    /// The site's root.
    Chooser,
    /// The page for addresses that do not exist.
    NotFound,
}

/// All that there is to show, in the order of addresses.
pub fn targets(site: &Site) -> BTreeMap<Route, Target> {
    let mut targets = BTreeMap::new();
    for page in site.pages.values() {
        for (lang, route) in &page.routes {
            for number in 1..=list_pages(site, page, lang) {
                targets.insert(list_route(route, number), Target::Page(page.path.clone(), lang.clone(), number));
            }
        }
    }
    for page in site.pages.values() {
        for (a, b) in &site.config.side_by_side {
            let target = || Target::Pair(page.path.clone(), a.clone(), b.clone());
            targets.extend(page.pair_route(a, b).map(|route| (route, target())));
        }
    }
    for lang in site.languages().iter().filter(|_| !site.tags.is_empty()) {
        targets.insert(tag_route(lang, None), Target::Tags(lang.clone()));
        for (slug, tag) in &site.tags {
            let list = tag_route(lang, Some(slug));
            let found = tag
                .pages
                .iter()
                .filter(|path| site.pages.get(*path).is_some_and(|page| page.routes.contains_key(lang)));
            for number in 1..=pages_of(found.count(), site.config.paginate) {
                targets.insert(list_route(&list, number), Target::Tag(lang.clone(), slug.clone(), number));
            }
        }
    }
    targets.insert(Route::new(""), Target::Chooser);
    targets.insert(Route::new("404.html"), Target::NotFound);
    targets
}

/// How many pages the list of a page has in a language; 1 if it lists nothing.
pub(super) fn list_pages(site: &Site, page: &Page, lang: &Lang) -> usize {
    if lists_children(page, lang) { pages_of(listed(site, page, lang).count(), site.config.paginate) } else { 1 }
}

/// Whether a page shows the pages of its folder: a section does, a home page does if it has no text of its own.
pub(super) fn lists_children(page: &Page, lang: &Lang) -> bool {
    match page.kind {
        Kind::Section => true,
        Kind::Home => {
            let shown = page.editions.get(lang).or_else(|| page.editions.values().next());
            shown.is_none_or(|edition| edition.document.body.blocks.is_empty())
        }
        Kind::Glossary | Kind::Term | Kind::Page => false,
    }
}

/// The pages of a folder that a reader of `lang` finds.
pub(super) fn listed<'a>(site: &'a Site, page: &'a Page, lang: &'a Lang) -> impl Iterator<Item = &'a Page> {
    let children = page.children.iter().filter_map(|path| site.pages.get(path).map(|child| &**child));
    children.filter(|child| child.routes.contains_key(lang))
}

fn tagged(site: &Site, lang: &Lang) -> BTreeMap<String, Vec<PagePath>> {
    let pages = |tag: &Tag| -> Vec<PagePath> {
        let shown = |path: &&PagePath| site.pages.get(*path).is_some_and(|page| page.routes.contains_key(lang));
        tag.pages.iter().filter(shown).cloned().collect()
    };
    site.tags.iter().map(|(slug, tag)| (slug.clone(), pages(tag))).collect()
}

fn pages_of(items: usize, per_page: usize) -> usize {
    items.div_ceil(per_page).max(1)
}

impl Common {
    /// Prepares what each language's pages share.
    pub fn new(site: &Site, lexicon: &Lexicon, files: &ThemeFiles, generator: &str) -> Common {
        let nothing = Common::default();
        let context = Context::new(site, lexicon, &nothing);
        let languages: Vec<LanguageView> = site.languages().iter().map(|lang| context.language_view(lang)).collect();
        let language = |lang: &Lang| LanguageContext {
            formats: Formats::new(lang),
            collator: Collator::new(lang),
            labels: context.labels(lang),
            shared: Arc::new(context.site_view(lang, &languages, files, generator)),
        };
        Common {
            languages: site.languages().iter().map(|lang| (lang.clone(), language(lang))).collect(),
            tagged: site.languages().iter().map(|lang| (lang.clone(), tagged(site, lang))).collect(),
            folders: site.languages().iter().map(|lang| (lang.clone(), Folders::new(site, lang))).collect(),
            tag_slugs: site.tags.iter().map(|(slug, tag)| (tag.name.clone(), slug.clone())).collect(),
        }
    }

    /// What the pages of each language share.
    pub fn shared(&self) -> Vec<(Lang, Arc<SiteView>)> {
        self.languages.iter().map(|(lang, language)| (lang.clone(), language.shared.clone())).collect()
    }
}

impl<'a> Context<'a> {
    /// A site, its strings, and what its pages share.
    pub fn new(site: &'a Site, lexicon: &'a Lexicon, common: &'a Common) -> Context<'a> {
        Context { site, lexicon, common }
    }

    /// The pages that carry a tag, newest first, for readers of `lang`.
    pub(super) fn tagged(&self, lang: &Lang, slug: &str) -> &'a [PagePath] {
        self.common.tagged.get(lang).and_then(|tags| tags.get(slug)).map(Vec::as_slice).unwrap_or_default()
    }

    /// What is in each folder, for readers of `lang`.
    pub(super) fn folders(&self, lang: &Lang) -> &'a Folders {
        self.common.folders.get(lang).expect("views are made for the site's languages only")
    }

    /// A tag's part of the address.
    pub(super) fn tag_slug(&self, name: &str) -> std::borrow::Cow<'a, str> {
        self.common.tag_slugs.get(name).map_or_else(|| tag_slug(name).into(), |slug| slug.as_str().into())
    }

    pub(super) fn language(&self, lang: &Lang) -> &'a LanguageContext {
        self.common.languages.get(lang).expect("views are made for the site's languages only")
    }

    /// The site's own name for a language, or the built-in one.
    pub(super) fn name_of(&self, lang: &Lang) -> String {
        self.site.config.names.get(lang).cloned().unwrap_or_else(|| language_name(lang))
    }

    /// A message as plain text. A message that is missing is reported elsewhere; here its key stands for it.
    pub(super) fn message(&self, lang: &Lang, key: &str, args: &[(&str, Value)]) -> String {
        let args: Args = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        self.lexicon.format(lang, key, &args).map_or_else(|_| key.to_owned(), |message| message.text)
    }

    /// A date for readers.
    pub(super) fn date(&self, lang: &Lang, date: PartialDate, style: DateStyle) -> String {
        self.lexicon.date(lang, date, style).map_or_else(|_| date.to_string(), |message| message.text)
    }

    /// The value of a figure for readers of `lang`.
    pub(super) fn figure_text(&self, lang: &Lang, value: &FigureValue, format: Format) -> String {
        let formats = &self.language(lang).formats;
        let number = |number| match format {
            Format::Plain => formats.plain(number),
            Format::Compact => formats.compact(number),
            Format::Percent => formats.percent(number),
            Format::Auto | Format::DayMonth => formats.number(number),
        };
        match value {
            FigureValue::Number(value) => number(value),
            FigureValue::Range(from, to) => formats.range(&number(from), &number(to)),
            FigureValue::Date(date) if format == Format::DayMonth => self.date(lang, *date, DateStyle::DayMonth),
            FigureValue::Date(date) => self.date(lang, *date, DateStyle::Long),
        }
    }

    /// A link to a page for a reader of `lang`; `None` if nothing leads there.
    pub(super) fn link(&self, page: &Page, lang: &Lang) -> Option<LinkView> {
        let (route, _) = page.route(lang, self.site.languages())?;
        let (title, other) = self.title(page, lang);
        Some(LinkView { title, route: route.encoded(), lang: other })
    }

    /// A link of the main menu: the shorter title where the author gave one.
    fn menu_link(&self, page: &Page, lang: &Lang) -> Option<LinkView> {
        let link = self.link(page, lang)?;
        let edition = page.edition(lang, self.site.languages()).map(|(_, edition)| edition);
        let shorter = edition.and_then(|edition| edition.document.own.menu_title.as_ref());
        Some(LinkView { title: shorter.map_or(link.title.clone(), |title| title.value.clone()), ..link })
    }

    /// The title of a page for a reader of `lang`, and its language if it is another.
    pub(super) fn title(&self, page: &Page, lang: &Lang) -> (String, Option<Lang>) {
        if let Some((found, edition)) = page.edition(lang, self.site.languages()) {
            return (edition.title.clone(), (found != lang).then(|| found.clone()));
        }
        let title = match page.kind {
            Kind::Glossary => self.message(lang, "glossary-title", &[]),
            _ => self.site_title(lang),
        };
        (title, None)
    }

    pub(super) fn site_title(&self, lang: &Lang) -> String {
        self.site.config.title.get(lang).unwrap_or_default().to_owned()
    }

    fn home(&self, lang: &Lang) -> LinkView {
        let title = self.message(lang, "home", &[]);
        LinkView { title, route: Route::new(format!("{lang}/")).encoded(), lang: None }
    }

    fn language_view(&self, lang: &Lang) -> LanguageView {
        let home = self.site.pages.get(&PagePath::new("")).and_then(|home| home.editions.get(lang));
        LanguageView {
            lang: lang.clone(),
            name: self.name_of(lang),
            dir: lang.direction(),
            route: self.home(lang).route,
            title: self.site_title(lang),
            description: home.and_then(|edition| edition.description.clone()),
        }
    }

    fn site_view(&self, lang: &Lang, languages: &[LanguageView], files: &ThemeFiles, generator: &str) -> SiteView {
        let site = self.site;
        let tags = LinkView {
            title: self.message(lang, "tags-title", &[]),
            route: tag_route(lang, None).encoded(),
            lang: None,
        };
        SiteView {
            title: self.site_title(lang),
            base_url: site.config.base_url.clone(),
            languages: languages.to_vec(),
            menu: site.menu.iter().filter_map(|path| self.menu_link(site.pages.get(path)?, lang)).collect(),
            home: self.home(lang),
            glossary: site.pages.get(&PagePath::new("glossary")).and_then(|page| self.link(page, lang)),
            tags: (!site.tags.is_empty()).then_some(tags),
            feed: format!("{lang}/feed.xml"),
            assets: files.routes.clone(),
            styles: files.styles.clone(),
            icon: site.icon().map(Route::encoded),
            generator: generator.to_owned(),
            extra: site.config.extra.clone(),
        }
    }

    /// The words around texts, for up to as many footnotes as are usual; more are made when needed.
    fn labels(&self, lang: &Lang) -> Labels {
        let alerts = [Alert::Note, Alert::Tip, Alert::Important, Alert::Warning, Alert::Caution];
        let title = |alert: Alert| (alert.name(), self.message(lang, &format!("alert-{}", alert.name()), &[]));
        let mut labels = Labels {
            alerts: alerts.map(title).into_iter().collect(),
            footnotes: self.message(lang, "footnotes-title", &[]),
            footnote: Vec::new(),
            footnote_back: Vec::new(),
            table: self.message(lang, "table-label", &[]),
            task_done: self.message(lang, "task-done", &[]),
            task_open: self.message(lang, "task-open", &[]),
        };
        self.label_footnotes(lang, &mut labels, USUAL_FOOTNOTES);
        labels
    }

    /// Labels for at least `count` footnotes.
    pub(super) fn label_footnotes(&self, lang: &Lang, labels: &mut Labels, count: usize) {
        for number in labels.footnote.len() + 1..=count {
            let args = [("number", Value::from(number as i64))];
            labels.footnote.push(self.message(lang, "footnote-label", &args));
            labels.footnote_back.push(self.message(lang, "footnote-back", &args));
        }
    }
}

/// How many footnotes a page usually has at most.
const USUAL_FOOTNOTES: usize = 20;

/// The messages that this room asks for, with the variables it gives.
pub const MESSAGES: &[(&str, &[&str])] = &[
    ("home", &[]),
    ("tags-title", &[]),
    ("tag-title", &["tag"]),
    ("glossary-title", &[]),
    ("not-found-title", &[]),
    ("chooser-title", &[]),
    ("page-number-title", &["title", "number"]),
    ("feed-title", &["site"]),
    ("alert-note", &[]),
    ("alert-tip", &[]),
    ("alert-important", &[]),
    ("alert-warning", &[]),
    ("alert-caution", &[]),
    ("footnotes-title", &[]),
    ("footnote-label", &["number"]),
    ("footnote-back", &["number"]),
    ("cite-label", &["number", "title"]),
    ("table-label", &[]),
    ("value-missing", &[]),
    ("chart-rest", &[]),
    ("chart-item", &[]),
    ("chart-time", &[]),
    ("chart-value", &[]),
    ("pair-missing", &[]),
    ("side-by-side", &[]),
    ("task-done", &[]),
    ("task-open", &[]),
    ("source-type-article", &[]),
    ("source-type-report", &[]),
    ("source-type-web", &[]),
    ("source-type-book", &[]),
    ("source-type-video", &[]),
    ("date-long", &["day", "month", "year", "weekday"]),
    ("date-day-month", &["day", "month", "year", "weekday"]),
    ("date-month", &["month", "year"]),
    ("date-year", &["year"]),
];
