//! Every mistake songngu knows, by its stable name.

use std::fmt;

use super::Severity;

/// Declares the codes: name, usual severity, whether a site may lower it, and what it means.
macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $fixed:literal $about:literal;)*) => {
        /// The stable name of a kind of mistake, as `--json`, `levels:` and the documentation write it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $about] $variant,)*
        }

        impl Code {
            /// All codes, in the order of the documentation.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The stable name: `link-broken`.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// The severity unless a site says otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// Whether `levels:` may not touch it, because it protects data or readers.
            pub fn is_fixed(self) -> bool {
                match self { $(Code::$variant => $fixed,)* }
            }

            /// What it means, in a sentence for people.
            pub fn about(self) -> &'static str {
                match self { $(Code::$variant => $about,)* }
            }
        }
    };
}

codes! {
    ConfigMissing "config-missing" Error true "There is no `site.yaml`, or it names no language.";
    ConfigInvalid "config-invalid" Error true "A value of `site.yaml` cannot be used.";
    ContentEmpty "content-empty" Error true "The site has no pages.";
    FileUnreadable "file-unreadable" Error true "A source file or folder cannot be read.";
    FileTooLarge "file-too-large" Error true "A source file is larger than songngu accepts.";
    FileChanged "file-changed" Error true "A file was changed by somebody else while songngu read it.";
    LinkLoop "symlink-loop" Error true "A symbolic link leads back to a folder above it.";
    LinkOutside "symlink-outside" Error true "A symbolic link leads out of the site's folder.";
    NameClash "name-clash" Error true "Two file names differ only by Unicode form.";
    EncodingInvalid "encoding-invalid" Error true "A text file is not valid UTF-8.";
    NulByte "nul-byte" Error true "A text file holds a NUL character.";
    FrontMatterUnclosed "front-matter-unclosed" Error true "Front matter begins with `---` but never ends.";
    FrontMatterTooLarge "front-matter-too-large" Error true "Front matter is larger than 64 KiB.";
    YamlInvalid "yaml-invalid" Error true "YAML that cannot be read.";
    YamlForbidden "yaml-forbidden" Error true "YAML anchors, aliases, tags or nesting beyond the limits.";
    KeyDuplicate "key-duplicate" Error true "A key is written twice in one mapping.";
    KeyUnknown "key-unknown" Error false "A key that songngu does not know.";
    KeyMisplaced "key-misplaced" Error false "A key in a file where it has no effect.";
    KeyConflict "key-conflict" Error false "A shared key is set twice, to different values.";
    ValueInvalid "value-invalid" Error true "A value of the wrong type or form.";
    TitleMissing "title-missing" Error true "A page has no title.";
    TermMissing "term-missing" Error true "A glossary entry has no term.";
    LanguageUnknown "language-unknown" Error false "A content file for a language that `site.yaml` does not list.";
    FileStray "file-stray" Warning false "A file whose name fits no edition, shared data or asset.";
    TwinMissing "twin-missing" Warning false "A page lacks an edition in one of the site's languages.";
    TwinBehind "twin-behind" Warning false "An edition has not followed a change of another one.";
    AgreementInvalid "agreement-invalid" Warning false "A file below `locales/agreed/` that is damaged.";
    AgreementVersion "agreement-version" Warning false "A file below `locales/agreed/` that a newer songngu wrote.";
    AgreementStray "agreement-stray" Warning false "A file below `locales/agreed/` that belongs to no page, or to languages that the site does not have.";
    UrlClash "url-clash" Error true "Two sources would be written to one address.";
    SlugInvalid "slug-invalid" Error true "A slug or alias that cannot stand in an address.";
    LinkBroken "link-broken" Error false "A link to a page or file that does not exist.";
    AnchorBroken "anchor-broken" Error false "A link to a section that does not exist.";
    ImageMissing "image-missing" Error false "An image that does not exist.";
    ImageAltMissing "image-alt-missing" Warning false "An image without a text for those who cannot see it.";
    LinkScheme "link-scheme" Error true "A link whose scheme could run code.";
    HtmlRaw "html-raw" Error true "Raw HTML in a folder that is not trusted.";
    AttributeForbidden "attribute-forbidden" Error true "An attribute that Markdown may not set.";
    MarkdownTooDeep "markdown-too-deep" Error true "Markdown nested beyond the limit, or a link within a link.";
    HeadingLevel "heading-level" Warning false "A heading of the first level inside the text; the title is the page's own.";
    FootnoteUndefined "footnote-undefined" Error false "A footnote that is referred to but not written.";
    FootnoteUnused "footnote-unused" Warning false "A footnote that nothing refers to.";
    ComponentSyntax "component-syntax" Error true "A component call that cannot be read.";
    ComponentUnknown "component-unknown" Error true "A component that no template offers.";
    ComponentArgument "component-argument" Error true "A component called with a wrong, missing or unknown argument.";
    FigureUnknown "figure-unknown" Error true "A figure that no shared data defines.";
    FigureIncomplete "figure-incomplete" Warning false "A key figure that readers could not place: without label and unit, or without a source.";
    NumberAmbiguous "number-ambiguous" Warning false "A number that may be thousands written with a point.";
    ChartInvalid "chart-invalid" Error true "A chart that its values do not fit.";
    DataUnknown "data-unknown" Error true "A component names a chart, table or drawing that does not exist.";
    DrawingInvalid "drawing-invalid" Error true "A drawing that cannot be shown.";
    LabelMissing "label-missing" Error true "A drawing asks for a label that its data does not have.";
    LabelUnused "label-unused" Warning false "A label that its drawing does not show.";
    TextMissing "text-missing" Warning false "A text shown to readers is missing in a language of the site.";
    SourceUnknown "source-unknown" Error false "A source that the bibliography does not define.";
    SourceUnused "source-unused" Warning false "A source of the bibliography that no page cites.";
    TermUndefined "term-undefined" Error false "A reference to a term that the glossary does not define.";
    TermSyntax "term-syntax" Error false "A reference to a term that cannot be read.";
    TermUnused "term-unused" Warning false "A glossary entry that no text mentions.";
    FormInvalid "form-invalid" Error false "A form of a term that no text can hold: only signs, or as long as a paragraph.";
    FormClash "form-clash" Warning false "Two glossary entries claim one form in one language, or one entry names it twice.";
    FormCommon "form-common" Warning false "A form of one word that texts use so often that it is most likely an ordinary word, too.";
    FormAvoided "form-avoided" Warning false "A text uses a form that the glossary says to avoid.";
    DefinitionCircular "definition-circular" Warning false "Short definitions that explain each other.";
    AcronymUndefined "acronym-undefined" Warning false "A short definition uses an acronym that the glossary does not explain.";
    AnchorClash "anchor-clash" Error false "Two headings of a page ask for the same id.";
    TemplateInvalid "template-invalid" Error true "A template that cannot be read.";
    TemplateMissing "template-missing" Error true "A page asks for a template that does not exist.";
    TemplateFailed "template-failed" Error true "A template that failed while a page was made.";
    MessageInvalid "message-invalid" Error true "A Fluent entry that cannot be read.";
    MessageDuplicate "message-duplicate" Error false "A Fluent message defined twice in one language.";
    MessageUnknown "message-unknown" Error false "A template asks for a message that no language defines.";
    MessageMissing "message-missing" Error false "A message lacks a translation.";
    MessageUnused "message-unused" Warning false "A message that no template uses.";
    MessageMismatch "message-mismatch" Error false "Two translations of a message use different variables, functions or markup.";
    MessageVariable "message-variable" Error false "A message uses a variable that the template does not give.";
    MessageFunction "message-function" Error false "A message calls a function that does not exist.";
    MessageBehind "message-behind" Warning false "A message has not followed a change of another language.";
    MessageFailed "message-failed" Error true "A message that could not be formatted.";
    BlockMissing "block-missing" Warning false "A block of a page has no twin in the other language.";
    BlockShape "block-shape" Warning false "Two blocks that belong together differ in level, kind of list or number of cells.";
    TextUnchanged "text-unchanged" Warning false "A text is the same in two languages.";
    FigureDiffers "figure-differs" Error false "A figure is shown in one language but not in the other.";
    PlaceholderDiffers "placeholder-differs" Error false "A placeholder such as `{name}` stands in one language but not in the other.";
    NumberDiffers "number-differs" Error false "Two twins tell different numbers.";
    DateDiffers "date-differs" Error false "Two twins tell different dates.";
    NumberMissing "number-missing" Warning false "A number or date is told in one language but not in the other.";
    NumberSeparator "number-separator" Warning false "A number is written with the separators of another language.";
    LinkDiffers "link-differs" Warning false "Two twins lead to different places.";
    ImageDiffers "image-differs" Warning false "Two twins show different images.";
    UrlDiffers "url-differs" Warning false "Two twins name different addresses in their words.";
    CodeDiffers "code-differs" Warning false "Two twins show different code.";
    FootnoteDiffers "footnote-differs" Warning false "Two twins do not have the same number of footnotes.";
    CitationDiffers "citation-differs" Warning false "A source is cited in one language but not in the other.";
    ComponentDiffers "component-differs" Warning false "A component is called in one language but not in the other.";
    TermDiffers "term-differs" Warning false "Two twins name different concepts of the glossary.";
    TermAbsent "term-absent" Note false "A concept of the glossary is named in one language but not in the other.";
    EndingDiffers "ending-differs" Warning false "Two twins end with marks that say different things.";
    MarkupDiffers "markup-differs" Note false "Words are stressed or struck out in one language but not in the other.";
    LanguageLeftover "language-leftover" Warning false "A text or a sentence is in another language than its edition.";
    MarksMissing "marks-missing" Warning false "A Vietnamese text without its marks.";
    WordDoubled "word-doubled" Warning false "A word stands twice.";
    LetterDoubtful "letter-doubtful" Warning false "A letter that only looks like a Vietnamese one: `ð` for `đ`.";
    QuotesForeign "quotes-foreign" Warning false "Quotation marks of another language.";
    UnicodeForm "unicode-form" Warning false "Letters and their marks stand apart in a file.";
    SpaceDoubtful "space-doubtful" Note false "White space that is not meant.";
    ImportInvalid "import-invalid" Error true "A translated file that cannot be read, or that songngu did not write.";
    ImportForeign "import-foreign" Error true "A translated file for another site, page or language.";
    ImportDuplicate "import-duplicate" Error true "A text that comes back twice.";
    ImportMoved "import-moved" Error true "A text that has moved since it was exported.";
    ImportMarkup "import-markup" Error true "A translation that lacks markup of its source, has other markup, or is no longer one block.";
    OutputUnsafe "output-unsafe" Error true "An output folder that songngu must not replace.";
}

impl Code {
    /// The code of that name.
    pub fn from_name(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
