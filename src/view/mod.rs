//! All that one page may show: the only types that templates see.
//!
//! Enters: the resolved site. Leaves: [`View`] values, ready to serialise. Never here: a handle into
//! the site, a path on disk, the clock, text in the wrong language without a mark of its language.
//!
//! Addresses in a view are routes: below the site's base address, percent-encoded, without a slash
//! at their start. A template writes `{{ root }}{{ item.route }}`, so that the site works wherever it is put.

mod behind;
mod charts;
mod content;
mod context;
mod data_files;
mod data_views;
mod drawings;
mod figures;
mod folders;
mod glossary;
mod glossary_table;
pub mod html;
mod json_ld;
mod lists;
mod mentions;
mod page;
mod plot;
mod share_image;
mod side_by_side;
mod side_views;
mod syndication;
mod tables;
mod term_views;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::base::{Direction, Lang, PartialDate};

pub use content::Content;
pub use context::{Common, Context, MESSAGES, Target, ThemeFiles, targets};
pub use data_files::data_file;
pub use data_views::{
    BarView, CellView, ChartRowView, ChartView, ColumnView, DotView, DrawingView, LineView, PlotTextView, PlotView,
    QuestionView, RevisionView, TableRowView, TableView, TextView,
};
pub use glossary::vocabulary;
pub use page::{Shown, view};
pub use share_image::{ImageView, share_image, share_image_route};
pub use side_by_side::Second;
pub use side_views::{PairLinkView, SideView};
pub use syndication::{FeedEntry, FeedView, SitemapEntry, feed, in_sitemap, sitemap};
pub use term_views::{
    GlossaryFileView, IndexedTermView, LetterView, MentionView, PageTermView, SentenceView, TermCellView, TermRowView,
    TermSideView, TermTableView, TermTwinView, TermView,
};

/// Everything one page's template gets.
#[derive(Debug, Clone, Serialize)]
pub struct View {
    /// The language of the page's surroundings (menu, notices) and of `t()`.
    pub lang: Lang,
    /// The direction of `lang`.
    pub dir: Direction,
    /// The way back to the site's root: `../../`. Stands before every route.
    pub root: String,
    /// What all pages of one language share. One value, not copied per page.
    #[serde(skip)]
    pub site: Arc<SiteView>,
    /// The page itself.
    pub page: PageView,
    /// The items of a page that lists others: a section, a tag, a list of tags.
    pub list: Option<ListView>,
    /// The template that this page asks for, without its ending.
    #[serde(skip)]
    pub template: String,
    /// The glossary entry, on a term's page.
    pub term: Option<TermView>,
    /// The two languages, on a page side by side.
    pub sides: Option<[SideView; 2]>,
    /// The glossary's entries by initial letter, on the glossary's page.
    pub index: Option<Vec<LetterView>>,
    /// The files in which the glossary can be downloaded, on the glossary's page; may be empty.
    pub glossary_files: Vec<GlossaryFileView>,
    /// The glossary in two languages, on the page for it.
    pub term_table: Option<TermTableView>,
}

/// What all pages of one language share.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// The site's title in this language.
    pub title: String,
    /// The site's absolute address, with a slash at its end.
    pub base_url: String,
    /// All languages of the site, in the site's order.
    pub languages: Vec<LanguageView>,
    /// The main menu, in order.
    pub menu: Vec<LinkView>,
    /// The home page of this language.
    pub home: LinkView,
    /// The glossary's page in this language, if there is one.
    pub glossary: Option<LinkView>,
    /// The list of tags in this language, if any page has tags.
    pub tags: Option<LinkView>,
    /// The route of this language's feed.
    pub feed: String,
    /// The theme's files by their name in `templates/assets/`: `site.css` → `assets/site.1a2b3c4d.css`.
    pub assets: BTreeMap<String, String>,
    /// The texts of those of its style sheets that can stand in a page, by the same names; to be written with `| safe`.
    pub styles: BTreeMap<String, Arc<str>>,
    /// The route of the site's own icon, `content/favicon.ico`.
    pub icon: Option<String>,
    /// `songngu 0.1.0`.
    pub generator: String,
    /// Free data of `site.yaml`.
    pub extra: serde_json::Value,
}

/// A language of the site.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageView {
    /// The tag: `vi`.
    pub lang: Lang,
    /// Its own name for itself: `Tiếng Việt`.
    pub name: String,
    /// Its direction.
    pub dir: Direction,
    /// The route of its home page.
    pub route: String,
    /// The site's title in this language.
    pub title: String,
    /// The description of its home page, if it has one.
    pub description: Option<String>,
}

/// A page that is linked to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// Its title; plain text.
    pub title: String,
    /// Where it is.
    pub route: String,
    /// The language of its title where that is not the reader's.
    pub lang: Option<Lang>,
}

/// What kind of page it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// The home page of a language.
    Home,
    /// A page of content.
    Page,
    /// The page of a folder: a page of content, and the list of what is in the folder.
    Section,
    /// The glossary's page.
    Glossary,
    /// The glossary in two languages.
    GlossaryTable,
    /// A glossary entry.
    Term,
    /// The list of all tags.
    Tags,
    /// The pages that carry one tag.
    Tag,
    /// A page in two languages side by side.
    SideBySide,
    /// The page for addresses that do not exist. Its `root` is absolute.
    NotFound,
    /// The site's root: choose a language.
    Chooser,
}

/// The page itself.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// What kind of page it is.
    pub kind: PageKind,
    /// The source path without language and ending: `glossary/llm`; empty for the home page.
    pub path: String,
    /// Plain text.
    pub title: String,
    /// What stands in the browser's title: the page's and the site's title, or the site's alone.
    pub full_title: String,
    /// Plain text: of the front matter, else the beginning of the text.
    pub description: String,
    /// The language of the content. Differs from the view's where the edition is missing.
    pub lang: Lang,
    /// The direction of the content's language.
    pub dir: Direction,
    /// Where this page is.
    pub route: String,
    /// The absolute address that search engines should know this page by.
    pub canonical: String,
    /// Whether search engines should leave it out: the not-found page, drafts. A missing edition has another's
    /// canonical address instead.
    pub noindex: bool,
    /// The table of contents: headings of the second and third level; empty where `toc: false` or below two headings.
    pub toc: Vec<TocView>,
    /// When it was first published.
    pub date: Option<PartialDate>,
    /// When it was last changed.
    pub updated: Option<PartialDate>,
    /// Reading time in minutes, at least 1; 0 where there is nothing to read.
    pub minutes: u32,
    /// Its tags.
    pub tags: Vec<LinkView>,
    /// From the home page to the page above this one; empty on the home page.
    pub breadcrumbs: Vec<LinkView>,
    /// The page before this one in its folder.
    pub previous: Option<LinkView>,
    /// The page after this one in its folder.
    pub next: Option<LinkView>,
    /// This page in every language of the site, in the site's order.
    pub editions: Vec<EditionView>,
    /// The same page in two languages side by side.
    pub pairs: Vec<PairLinkView>,
    /// For `<link rel="alternate" hreflang>`: real editions and `x-default`; absolute. Empty if there is only one edition.
    pub alternates: Vec<AlternateView>,
    /// What the page cites, in the order of its numbers, then what its front matter adds.
    pub sources: Vec<SourceView>,
    /// The figures that this page may show, by id.
    pub figures: BTreeMap<String, FigureView>,
    /// The page's timeline, in order of time.
    pub timeline: Vec<EventView>,
    /// The charts that the text shows, by id.
    pub charts: BTreeMap<String, ChartView>,
    /// The tables that the text shows, by id.
    pub tables: BTreeMap<String, TableView>,
    /// The drawings that the text shows, by id.
    pub drawings: BTreeMap<String, DrawingView>,
    /// What was changed in the page and when, the newest first.
    pub revisions: Vec<RevisionView>,
    /// The questions that its sections answer, on a page of questions and answers.
    pub questions: Vec<QuestionView>,
    /// The glossary terms that the text refers to, in the order of the text.
    pub terms: Vec<PageTermView>,
    /// How the edition came to be: `human`, `machine` or `reviewed`; `None` for an original.
    pub translated: Option<&'static str>,
    /// Set where this language has no edition of its own and another language's is shown.
    pub fallback: Option<FallbackView>,
    /// The languages that have moved since they and this one last agreed; empty where nothing was ever agreed on, or
    /// where the site wants no notice.
    pub behind: Vec<BehindView>,
    /// The text of a `<script type="application/ld+json">`, safe to write as it is; empty if there is none.
    pub json_ld: String,
    /// The picture that the page is shared with.
    pub image: Option<ImageView>,
    /// Open Graph's type: `website` or `article`.
    pub og_type: &'static str,
    /// Open Graph's locale of the content: `vi_VN`.
    pub og_locale: String,
    /// Open Graph's locales of the other editions.
    pub og_alternates: Vec<String>,
    /// Whether it is a draft, shown because drafts were asked for.
    pub draft: bool,
    /// Free data of its front matter.
    pub extra: serde_json::Value,
}

/// An entry of the table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TocView {
    /// The heading's id.
    pub id: String,
    /// The heading; plain text.
    pub title: String,
    /// Its subheadings; empty at the third level.
    pub children: Vec<TocView>,
}

/// One language of a page, for the language switch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EditionView {
    /// The language.
    pub lang: Lang,
    /// Its own name for itself: `Tiếng Việt`.
    pub name: String,
    /// Its direction.
    pub dir: Direction,
    /// Where it is; the language's home page where there is no such page.
    pub route: String,
    /// Whether it is the page shown.
    pub current: bool,
    /// Whether the edition was really written.
    pub exists: bool,
}

/// A `<link rel="alternate">`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlternateView {
    /// A language tag or `x-default`.
    pub hreflang: String,
    /// Absolute.
    pub url: String,
}

/// A source that the page cites.
#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    /// Its id in the bibliography; the list item's id is `s-<id>`.
    pub id: String,
    /// Its number on this page, from 1.
    pub number: u32,
    /// Its title, in its own language.
    pub title: String,
    /// The title's language, where known and not the reader's.
    pub lang: Option<Lang>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// What kind of source it is, in the reader's language.
    pub kind: Option<String>,
    /// When it appeared.
    pub date: Option<PartialDate>,
    /// Absolute.
    pub url: Option<String>,
    /// A remark in the reader's language.
    pub note: Option<String>,
    /// The ids of the places that cite it, in order: `c-<id>-1`, ….
    pub backlinks: Vec<String>,
}

/// A figure, written by the rules of the reader's language.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// Its id.
    pub id: String,
    /// For machines: `1048`, `2023-05-19`, `5/10`.
    pub value: String,
    /// For people: `1.048`, `60 triệu`, `5–10`.
    pub text: String,
    /// Whether the true number is another one: `over`, `under` or `about`.
    pub bound: Option<&'static str>,
    /// What it counts: `công ty`.
    pub unit: Option<String>,
    /// What it says: `Công ty AI cốt lõi`.
    pub label: Option<String>,
    /// When it was so.
    pub as_of: Option<PartialDate>,
    /// The number of its source on this page.
    pub source: Option<CitationView>,
}

/// A reference to a source of the page.
#[derive(Debug, Clone, Serialize)]
pub struct CitationView {
    /// The source's id.
    pub id: String,
    /// Its number on this page.
    pub number: u32,
    /// Its title.
    pub title: String,
}

/// An entry of a timeline.
#[derive(Debug, Clone, Serialize)]
pub struct EventView {
    /// When it was.
    pub date: PartialDate,
    /// What happened; plain text.
    pub title: String,
    /// The language of the title where that is not the reader's.
    pub lang: Option<Lang>,
    /// More about it; HTML of inline Markdown, safe to write as it is.
    pub text: Option<String>,
    /// Where it is known from.
    pub source: Option<CitationView>,
}

/// The edition shown in place of a missing one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FallbackView {
    /// The language in which the content is shown.
    pub lang: Lang,
    /// That language's own name.
    pub name: String,
    /// The route of the real edition.
    pub route: String,
}

/// A language that this edition is behind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BehindView {
    /// The language.
    pub lang: Lang,
    /// Its own name.
    pub name: String,
    /// The sections in which it has moved, in its order; not empty.
    pub sections: Vec<BehindSectionView>,
}

/// A section in which another language has moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BehindSectionView {
    /// Its heading; `None` for what comes before the first one.
    pub title: Option<String>,
    /// The language of the heading where that is not the page's.
    pub lang: Option<Lang>,
    /// The place in the other language, with `#` where it is not the page's beginning.
    pub route: String,
}

/// A list of pages, or one page of it.
#[derive(Debug, Clone, Serialize)]
pub struct ListView {
    /// The items on this page.
    pub items: Vec<ItemView>,
    /// From 1.
    pub number: u32,
    /// How many pages the list has, at least 1.
    pub pages: u32,
    /// How many items all pages have together.
    pub total: u32,
    /// The route of the list's page before this one.
    pub previous: Option<String>,
    /// The route of the list's page after this one.
    pub next: Option<String>,
}

/// An item of a list.
#[derive(Debug, Clone, Serialize)]
pub struct ItemView {
    /// Plain text.
    pub title: String,
    /// Plain text; may be empty.
    pub description: String,
    /// Where it is.
    pub route: String,
    /// The language of title and description where that is not the reader's.
    pub lang: Option<Lang>,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// In a list of tags: how many pages carry it.
    pub count: Option<u32>,
}
