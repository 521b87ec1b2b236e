//! Every key that an author may write, in one place: hints and documentation are made from it.

/// Where a key may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyScope {
    /// `site.yaml`.
    Site,
    /// `content/<path>.yaml`, or the front matter of an edition.
    Shared,
    /// The front matter of an edition.
    Edition,
    /// `content/glossary/<id>.yaml`, or the front matter of a term's edition.
    TermShared,
    /// The front matter of a term's edition.
    TermEdition,
    /// A figure under `figures:`.
    Figure,
    /// An entry under `timeline:`.
    Event,
    /// An entry of `content/bibliography.yaml`.
    Source,
    /// A chart under `charts:`.
    Chart,
    /// A point under a chart's `data:`.
    Point,
    /// A table under `tables:`.
    Table,
    /// A column under a table's `columns:`.
    Column,
    /// An entry under `revisions:`.
    Revision,
    /// `content/drawings/<id>.yaml`.
    Drawing,
}

/// A key and what it is for.
#[derive(Debug, Clone, Copy)]
pub struct KeySpec {
    /// Where it may stand.
    pub scope: KeyScope,
    /// Its name.
    pub name: &'static str,
    /// The form of its value.
    pub form: &'static str,
    /// What it does.
    pub about: &'static str,
}

macro_rules! keys {
    ($($scope:ident $name:literal $form:literal $about:literal;)*) => {
        /// All keys, in the order of the documentation.
        pub const KEYS: &[KeySpec] = &[
            $(KeySpec { scope: KeyScope::$scope, name: $name, form: $form, about: $about },)*
        ];
    };
}

keys! {
    Site "title" "text per language" "the site's name";
    Site "base_url" "address" "where the site will be published; may hold a path";
    Site "languages" "list of tags" "the site's languages, in the order of the switch";
    Site "side_by_side" "true, false or pairs" "which pairs of languages are meant to be read side by side";
    Site "term_links" "section, page, all or none" "which occurrences of a glossary term in running text become links";
    Site "share_images" "true or false" "whether every page gets a picture with its title, for where links to it are shown";
    Site "search" "true or false" "reserved for a search index, which is not built yet";
    Site "fallback" "notice or omit" "what a missing edition gets";
    Site "behind" "notice or omit" "whether a page says so where another language has moved since both last agreed";
    Site "trusted" "list of folders" "folders below `content/` whose raw HTML is kept; `/` for all";
    Site "levels" "map" "other severities for diagnostics: error, warning or off";
    Site "menu" "list of paths" "the pages of the main menu; otherwise those with an `order`";
    Site "tags" "map" "the name of each tag, per language";
    Site "paginate" "number" "how many items a page of a list shows; 20 if left out";
    Site "names" "map" "a language's own name, where the built-in one does not fit";
    Site "extra" "anything" "free data for templates";
    Shared "date" "date" "when the page was published; a day in the future keeps it back";
    Shared "updated" "date" "when it was last changed";
    Shared "draft" "true or false" "built only with `--drafts`";
    Shared "order" "number" "its place among the pages of its folder";
    Shared "tags" "list of texts" "what it is about";
    Shared "template" "name" "the template to use instead of the usual one";
    Shared "toc" "true or false" "whether it has a table of contents";
    Shared "glossary" "true or false" "whether glossary terms are linked in it";
    Shared "fallback" "notice or omit" "what a missing edition of this page gets";
    Shared "sources" "list of ids" "sources listed in addition to those cited";
    Shared "figures" "map" "the figures that this page, or this folder if it is an index, may show";
    Shared "timeline" "list" "the events that the `timeline` component shows";
    Shared "charts" "map" "the charts that the `chart` component shows";
    Shared "tables" "map" "the tables that the `table` component shows";
    Shared "revisions" "list" "what was changed and when; shown at the end of the page";
    Shared "faq" "true or false" "whether its sections are questions and answers, told to search engines as such";
    Shared "extra" "anything" "free data for templates";
    Edition "title" "text" "the page's title";
    Edition "menu_title" "text" "a shorter title for the main menu";
    Edition "description" "text" "a sentence for search engines and lists";
    Edition "slug" "text" "the page's part of the address in this language";
    Edition "aliases" "list of addresses" "old addresses that lead here";
    Edition "translated" "human, machine or reviewed" "how this edition came to be";
    TermShared "acronym" "text" "the acronym, the same in every language";
    TermShared "related" "list of ids" "related terms";
    TermShared "link" "auto, explicit or never" "whether the term is linked where it appears";
    TermShared "foreign" "link, mark or ignore" "whether its forms are looked for in texts of other languages, and marked with their language; if left out, those that can be nothing else there";
    TermEdition "term" "text" "the preferred term";
    TermEdition "forms" "list of texts" "other forms of the term";
    TermEdition "avoid" "list of texts" "forms that should not be used: a warning where a text does";
    TermEdition "short" "text" "the definition in one or two sentences; inline Markdown";
    Figure "value" "number, date or list of two numbers" "the value, typed once";
    Figure "format" "auto, plain, compact, percent, long or day-month" "how it is written";
    Figure "bound" "over, under or about" "if the value is a bound or rounded: what a key figure says before it";
    Figure "unit" "text per language" "what it counts";
    Figure "label" "text per language" "what it says";
    Figure "as_of" "date" "when it was so";
    Figure "source" "id" "where it is known from";
    Event "date" "date" "when it was";
    Event "title" "text per language" "what happened";
    Event "text" "text per language" "more about it; inline Markdown";
    Event "source" "id" "where it is known from";
    Source "type" "article, report, web, book or video" "what kind of source it is";
    Source "title" "text per language" "its title, in its own language if there is one text";
    Source "language" "tag" "the language it is in";
    Source "author" "text" "who wrote it";
    Source "publisher" "text" "who published it";
    Source "date" "date" "when it appeared";
    Source "url" "address" "where it can be read";
    Source "note" "text per language" "a remark for readers";
    Chart "kind" "bar, line or share" "how it is drawn";
    Chart "title" "text per language" "what it shows";
    Chart "description" "text per language" "what there is to see in it, for those who do not see it";
    Chart "unit" "text per language" "what its values count";
    Chart "format" "auto, plain, compact or percent" "how its values are written";
    Chart "series" "list of texts per language" "the names of several values at each point";
    Chart "data" "list" "its points, in order";
    Chart "total" "number or id of a figure" "of a share: the whole; otherwise the sum of its values";
    Chart "rest" "text per language" "of a share: the name of what is left of the whole";
    Chart "as_of" "date" "when it was so";
    Chart "source" "id" "where it is known from";
    Chart "note" "text per language" "a remark below it";
    Point "label" "text per language or date" "what the point stands for";
    Point "value" "number, id of a figure, null, or list of them" "its value, or one for each series; `null` where it is not known";
    Table "caption" "text per language" "what it shows";
    Table "columns" "map" "its columns by id, in order";
    Table "rows" "list" "its rows: a cell for each column by its id, and a `source` if there is one";
    Table "as_of" "date" "when it was so";
    Table "source" "id" "where it is known from";
    Table "note" "text per language" "a remark below it";
    Column "label" "text per language" "what stands above it";
    Column "format" "auto, plain, compact or percent" "how its numbers are written";
    Revision "date" "date" "when it was";
    Revision "text" "text per language" "what was changed; inline Markdown";
    Drawing "title" "text per language" "what it shows";
    Drawing "description" "text per language" "what there is to see in it, for those who do not see it";
    Drawing "credit" "text per language" "who drew it";
    Drawing "source" "id" "the source that it follows";
    Drawing "labels" "map" "the text of each label by id";
}

/// The names of the keys of one scope.
pub(super) fn names(scope: KeyScope) -> Vec<&'static str> {
    KEYS.iter().filter(|key| key.scope == scope).map(|key| key.name).collect()
}

impl KeyScope {
    /// The names of the keys that may stand here.
    pub fn names(self) -> Vec<&'static str> {
        names(self)
    }
}
