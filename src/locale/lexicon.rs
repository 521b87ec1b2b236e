//! All messages of a site, in all its languages.
//!
//! Enters: the files of both layers. Leaves: text in the language asked for, or in the first that has
//! the message. Never: a key shown as text, a message half formatted, anything changed after loading.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::bundle::Bundle;
use super::error::{FormatError, Problem};
use super::functions;
use super::needs::{BadReference, Needs, needs};
use super::source::{Definition, Parsed, parse};
use super::value::{Args, Value};
use crate::base::{Digest, Direction, Lang, PartialDate, SourcePath};
use crate::diag::{Code, Diagnostic, Location};
use crate::text::{Formats, Number, weekday};

/// One `.ftl` file.
#[derive(Debug, Clone)]
pub struct LocaleFile {
    /// The language of its messages.
    pub lang: Lang,
    /// Where it is from.
    pub path: SourcePath,
    /// What is in it.
    pub text: Arc<str>,
    /// Whether it is part of the theme: the site's messages of the same name count instead.
    pub theme: bool,
}

/// Every message of a site. Immutable; shared between threads.
pub struct Lexicon {
    /// In the site's order, which is the order of fallback.
    languages: Vec<Lang>,
    /// One for each of `languages`.
    tables: BTreeMap<Lang, Table>,
    digest: Digest,
}

/// The messages of one language.
struct Table {
    bundle: Bundle,
    formats: Formats,
    /// By name; those that count.
    definitions: BTreeMap<String, Definition>,
    /// By key.
    needs: BTreeMap<String, Needs>,
    /// The names of entries that cannot be read, which has been reported.
    unreadable: BTreeSet<String>,
    /// By key: the messages that say the same whatever their arguments, as text and as HTML. Most of a theme's do, and
    /// every page shows them.
    constant: HashMap<String, [String; 2]>,
}

/// The forms of a message: positions in [`Table::constant`].
const TEXT: usize = 0;
const HTML: usize = 1;

/// A formatted message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// For readers: plain text, or HTML if that was asked for.
    pub text: String,
    /// The language that it is really in.
    pub lang: Lang,
}

/// How a date is written, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// Day, month and year: message `date-long`.
    Long,
    /// Day and month: message `date-day-month`.
    DayMonth,
}

/// Reads all files: those of the theme first, then the site's, which may define a message anew.
///
/// Files of languages that the site does not have are left out, and reported if they are the site's.
pub fn load(languages: &[Lang], files: &[LocaleFile]) -> (Lexicon, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    for file in files.iter().filter(|file| !file.theme && !languages.contains(&file.lang)) {
        let message = format!("`site.yaml` does not list the language `{}`", file.lang);
        let hint = format!("add `{}` to `languages`, or delete the folder", file.lang);
        diagnostics.push(Diagnostic::new(Code::LanguageUnknown, message).in_file(&file.path).hint(hint));
    }
    let mut tables = BTreeMap::new();
    for lang in languages {
        let table = load_table(lang, files, &mut diagnostics);
        tables.insert(lang.clone(), table);
    }
    let tables: BTreeMap<Lang, Table> = tables
        .into_iter()
        .map(|(lang, (table, bad))| {
            diagnostics.extend(bad.into_iter().map(|bad| bad_reference(&lang, &table, bad)));
            (lang, table)
        })
        .collect();
    let lexicon = Lexicon { languages: languages.to_vec(), tables, digest: digest(languages, files) };
    (lexicon, diagnostics)
}

fn load_table(lang: &Lang, files: &[LocaleFile], diagnostics: &mut Vec<Diagnostic>) -> (Table, Vec<BadReference>) {
    let own = || files.iter().filter(|file| file.lang == *lang);
    let mut resources = Vec::new();
    let mut definitions: BTreeMap<String, Definition> = BTreeMap::new();
    let mut unread = BTreeSet::new();
    for file in own().filter(|file| file.theme).chain(own().filter(|file| !file.theme)) {
        let Parsed { definitions: found, unreadable, resource, diagnostics: mistakes } = parse(file);
        unread.extend(unreadable);
        diagnostics.extend(mistakes);
        resources.push(resource);
        for definition in found {
            diagnostics.extend(duplicate(&definitions, &definition));
            definitions.insert(definition.id.clone(), definition);
        }
    }
    let (needs, bad) = needs(&definitions);
    let formats = Formats::new(lang);
    let bundle = Bundle::new(lang, &formats, &resources);
    let constant = constant(&bundle, &needs);
    (Table { bundle, formats, definitions, needs, unreadable: unread, constant }, bad)
}

/// The messages that depend on nothing and can be said.
fn constant(bundle: &Bundle, needs: &BTreeMap<String, Needs>) -> HashMap<String, [String; 2]> {
    let said = |(key, needs): (&String, &Needs)| {
        let Needs { shown, selected, numeric, functions, markup: _, problem } = needs;
        let depends = !(shown.is_empty() && selected.is_empty() && numeric.is_empty() && functions.is_empty());
        if depends || problem.is_some() || key.starts_with('-') {
            return None;
        }
        let nothing = Args::new();
        let both = [bundle.text(key, &nothing)?.ok()?, bundle.html(key, &nothing)?.ok()?];
        Some((key.clone(), both))
    };
    needs.iter().filter_map(said).collect()
}

/// A name that is taken: in the same layer, by a term or message of the other kind, or by a function.
fn duplicate(known: &BTreeMap<String, Definition>, new: &Definition) -> Option<Diagnostic> {
    let Definition { id, path, theme, name, .. } = new;
    let diagnostic = |message| Diagnostic::new(Code::MessageDuplicate, message).at(path, *name);
    if functions::NAMES.contains(&id.trim_start_matches('-')) {
        return Some(diagnostic(format!("`{id}` is the name of a function")).hint("give the message another name"));
    }
    if let Some(first) = known.get(id).filter(|first| first.theme == *theme) {
        let place = Location::span(&first.path, first.name);
        let twice = diagnostic(format!("`{id}` is defined twice")).hint("delete one of them; the later one counts");
        return Some(twice.related(place, "defined first here"));
    }
    let other = match id.strip_prefix('-') {
        Some(message) => message.to_owned(),
        None => format!("-{id}"),
    };
    let first = known.get(&other)?;
    let place = Location::span(&first.path, first.name);
    let hint = "Fluent keeps one name for both: give one of them another name";
    Some(diagnostic(format!("`{id}` has the name of `{other}`")).hint(hint).related(place, "defined here"))
}

fn bad_reference(lang: &Lang, table: &Table, bad: BadReference) -> Diagnostic {
    let BadReference { id, span, problem } = bad;
    let code = match &problem {
        Problem::Reference(_) => Code::MessageUnknown,
        Problem::Value(_) => Code::MessageVariable,
        _ => Code::MessageInvalid,
    };
    let hint = match &problem {
        Problem::Reference(key) => Some(format!("define `{key}` in `{lang}`, or correct its name")),
        Problem::Value(_) => Some("write it as an option: `{ -term(name: \"…\") }`".to_owned()),
        _ => None,
    };
    let diagnostic = Diagnostic::new(code, format!("`{id}` cannot be shown: {problem}")).maybe_hint(hint);
    match table.definitions.get(&id) {
        Some(definition) => diagnostic.at(&definition.path, span),
        None => diagnostic,
    }
}

/// The digest of all that can change what a lexicon says.
fn digest(languages: &[Lang], files: &[LocaleFile]) -> Digest {
    let mut all = String::new();
    for lang in languages {
        all.push_str(&format!("language {lang}\n"));
    }
    for LocaleFile { lang, path: _, text, theme } in files {
        all.push_str(&format!("file {lang} {theme} {}\n", Digest::of(text.as_bytes()).to_hex()));
    }
    Digest::of(all.as_bytes())
}

impl Lexicon {
    /// A message (`menu`) or attribute (`menu.label`) as plain text, in `lang` or in the first of the
    /// site's languages that has it.
    ///
    /// # Errors
    ///
    /// If no language has it, or if the one that has it cannot say it with these arguments: another
    /// language does not stand in for a mistake.
    pub fn format(&self, lang: &Lang, key: &str, args: &Args) -> Result<Message, FormatError> {
        self.first(lang, key, args, TEXT, |bundle| bundle.text(key, args))
    }

    /// The same as HTML: what came from arguments is escaped but for [`Value::Html`]; of the message's own
    /// text a short list of tags stays; a message in another language than `lang` is marked as such.
    ///
    /// # Errors
    ///
    /// As [`Lexicon::format`].
    pub fn format_html(&self, lang: &Lang, key: &str, args: &Args) -> Result<Message, FormatError> {
        let message = self.first(lang, key, args, HTML, |bundle| bundle.html(key, args))?;
        if message.lang == *lang {
            return Ok(message);
        }
        let direction = match message.lang.direction() {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        };
        let text = format!("<span lang=\"{}\" dir=\"{direction}\">{}</span>", message.lang, message.text);
        Ok(Message { text, lang: message.lang })
    }

    /// A date by the messages `date-long`, `date-day-month`, `date-month` and `date-year`, whichever the
    /// date is known well enough for.
    ///
    /// They get `$day` (number), `$month` (number), `$year` (text) and `$weekday` (number, 1 is Monday).
    ///
    /// # Errors
    ///
    /// As [`Lexicon::format`].
    pub fn date(&self, lang: &Lang, date: PartialDate, style: DateStyle) -> Result<Message, FormatError> {
        let PartialDate { year, month, day } = date;
        let key = match (month, day, style) {
            (None, _, _) => "date-year",
            (Some(_), None, _) => "date-month",
            (Some(_), Some(_), DateStyle::Long) => "date-long",
            (Some(_), Some(_), DateStyle::DayMonth) => "date-day-month",
        };
        // Without grouping, in the digits of the language: ۲۰۲۳ beside ۱۹ in Persian.
        let year_text = match self.tables.get(lang) {
            Some(table) => table.formats.plain(&Number::from(i64::from(year))),
            None => year.to_string(),
        };
        let mut args = Args::from([("year".to_owned(), Value::Text(year_text))]);
        let numbers = [("month", month), ("day", day), ("weekday", weekday(date))];
        for (name, number) in numbers {
            if let Some(number) = number {
                args.insert(name.to_owned(), i64::from(number).into());
            }
        }
        self.format(lang, key, &args)
    }

    /// The messages and attributes of a language that say the same whatever their arguments: key, plain text and HTML.
    pub fn constants(&self, lang: &Lang) -> impl Iterator<Item = (&str, &str, &str)> {
        let constant = self.tables.get(lang).into_iter().flat_map(|table| &table.constant);
        constant.map(|(key, said)| (key.as_str(), said[TEXT].as_str(), said[HTML].as_str()))
    }

    /// Whether a language itself has a message or attribute.
    pub fn has(&self, lang: &Lang, key: &str) -> bool {
        !key.starts_with('-') && self.needs(lang, key).is_some()
    }

    /// The digest of all that can change what this lexicon says: languages, their order, files' texts.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The site's languages, in its order.
    pub fn languages(&self) -> &[Lang] {
        &self.languages
    }

    /// The definitions that count in a language, by name; none for a language that the site does not have.
    pub fn definitions(&self, lang: &Lang) -> impl Iterator<Item = &Definition> {
        self.tables.get(lang).into_iter().flat_map(|table| table.definitions.values())
    }

    /// The definition of a message, a term (`-term`) or the entry of an attribute (`menu.label`).
    pub fn definition(&self, lang: &Lang, key: &str) -> Option<&Definition> {
        let id = key.split('.').next().unwrap_or(key);
        self.tables.get(lang)?.definitions.get(id)
    }

    /// Whether a language has an entry of that name which cannot be read.
    pub(super) fn is_unreadable(&self, lang: &Lang, key: &str) -> bool {
        let id = key.split('.').next().unwrap_or(key);
        self.tables.get(lang).is_some_and(|table| table.unreadable.contains(id))
    }

    /// What a key needs in a language.
    pub(super) fn needs(&self, lang: &Lang, key: &str) -> Option<&Needs> {
        self.tables.get(lang)?.needs.get(key)
    }

    /// Formats in the first language that has the key.
    fn first(
        &self,
        lang: &Lang,
        key: &str,
        args: &Args,
        form: usize,
        format: impl Fn(&Bundle) -> Option<Result<String, Problem>>,
    ) -> Result<Message, FormatError> {
        let others = self.languages.iter().filter(|other| *other != lang);
        for lang in std::iter::once(lang).chain(others) {
            let Some(table) = self.tables.get(lang) else { continue };
            if let Some(said) = table.constant.get(key) {
                return Ok(Message { text: said[form].clone(), lang: lang.clone() });
            }
            let error = |problem| FormatError { key: key.to_owned(), lang: Some(lang.clone()), problem };
            if let Some(problem) = table.needs.get(key).and_then(|needs| problem_with(needs, args)) {
                return Err(error(problem));
            }
            if let Some(formatted) = format(&table.bundle) {
                return formatted.map(|text| Message { text, lang: lang.clone() }).map_err(error);
            }
        }
        Err(FormatError { key: key.to_owned(), lang: None, problem: Problem::Missing })
    }
}

/// What Fluent would pass over in silence: a mistake in what a message refers to, or text where a
/// number decides.
fn problem_with(needs: &Needs, args: &Args) -> Option<Problem> {
    if let Some(problem) = &needs.problem {
        return Some(problem.clone());
    }
    let text = |name: &&String| matches!(args.get(*name), Some(Value::Text(_) | Value::Html(_)));
    needs.numeric.iter().find(text).map(|name| Problem::NotNumber(name.clone()))
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon").field("languages", &self.languages).field("digest", &self.digest).finish()
    }
}
