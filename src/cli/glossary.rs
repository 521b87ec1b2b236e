//! `songngu glossary list` and `songngu glossary export`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Status;
use super::args::{ExportFormat, Global, GlossaryCommand, GlossaryExportArgs, GlossaryListArgs};
use super::report::Reporter;
use super::site_run::SiteRun;
use super::table;
use crate::base::Lang;
use crate::disk;
use crate::glossary::Term;
use crate::glossary::export::{Format, Plain};
use crate::resolve::{self, Site};
use crate::text::Collator;

/// Lists the terms, or exports them.
pub(super) fn glossary(global: &Global, command: GlossaryCommand, reporter: &Reporter) -> Status {
    match command {
        GlossaryCommand::List(args) => list(global, args, reporter),
        GlossaryCommand::Export(args) => export(global, args, reporter),
    }
}

fn export(global: &Global, args: GlossaryExportArgs, reporter: &Reporter) -> Status {
    let GlossaryExportArgs { format, output, drafts } = args;
    let format = match format {
        ExportFormat::Json => Format::Json,
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Tbx => Format::Tbx,
    };
    let run = match SiteRun::new(global, drafts) {
        Ok(run) => run,
        Err(error) => return reporter.failure(&error),
    };
    let Some((prepared, site)) = run.usable() else {
        let status = run.refuse(reporter);
        reporter.note("nothing was exported");
        return status;
    };
    let Some(bytes) = prepared.glossary(format) else {
        reporter.failure(&"the glossary has no terms to export: write the first with `songngu new term ID`");
        return Status::SiteHasErrors;
    };
    let Some(output) = output else { return reporter.result_bytes(&bytes) };
    match disk::write_file(&output, &bytes) {
        Ok(()) => {
            let terms = match site.termbase.terms.len() {
                1 => "1 term".to_owned(),
                count => format!("{count} terms"),
            };
            reporter.result(&format!("exported {terms}\n{}", output.display()));
            Status::Done
        }
        Err(error) => reporter.failure(&error),
    }
}

fn list(global: &Global, args: GlossaryListArgs, reporter: &Reporter) -> Status {
    let GlossaryListArgs { drafts, json } = args;
    let run = match SiteRun::new(global, drafts) {
        Ok(run) => run,
        Err(error) if json => return reporter.failure_json("glossary list", &error),
        Err(error) => return reporter.failure(&error),
    };
    let usable = run.usable();
    if json {
        let mut fields = Map::new();
        fields.insert("command".to_owned(), "glossary list".into());
        fields.insert("ok".to_owned(), usable.is_some().into());
        if let Some((_, site)) = usable {
            fields.insert("languages".to_owned(), json!(site.languages()));
            fields.insert("terms".to_owned(), rows(site).into_iter().map(Row::json).collect());
        }
        let printed = reporter.json(fields, &run.diagnostics, &|path| run.text_of(path));
        return if usable.is_some() || printed != Status::Done { printed } else { run.failed() };
    }
    let Some((_, site)) = usable else { return run.refuse(reporter) };
    let rows = rows(site);
    if rows.is_empty() {
        reporter.note("the glossary has no terms: write the first with `songngu new term ID`");
        return Status::Done;
    }
    reporter.result_bytes(table(site.languages(), &rows).as_bytes())
}

/// A term as it is listed.
struct Row {
    id: String,
    acronym: Option<Plain>,
    /// The preferred term and the number of uses in each language of the site, in its order.
    languages: Vec<(Lang, Option<Plain>, usize)>,
}

/// The terms in the alphabetical order of the site's first language.
fn rows(site: &Site) -> Vec<Row> {
    let languages = site.languages();
    let uses = resolve::term_uses(site);
    let collator = Collator::new(&languages[0]);
    let shown = |term: &Term| term.edition(&languages[0], languages).map(|(_, edition)| edition.term.clone());
    let mut terms: Vec<(String, &String, &Term)> =
        site.termbase.terms.iter().map(|(id, term)| (shown(term).unwrap_or_default(), id, term)).collect();
    terms.sort_by(|a, b| collator.compare(&a.0, &b.0).then(a.1.cmp(b.1)));
    let nothing = BTreeMap::new();
    let row = |(_, id, term): &(String, &String, &Term)| {
        let uses = uses.get(*id).unwrap_or(&nothing);
        let language = |lang: &Lang| {
            let term = term.editions.get(lang).map(|edition| Plain::new(&edition.term));
            (lang.clone(), term, uses.get(lang).copied().unwrap_or(0))
        };
        Row {
            id: (*id).clone(),
            acronym: term.acronym.as_deref().map(Plain::new),
            languages: languages.iter().map(language).collect(),
        }
    };
    terms.iter().map(row).collect()
}

impl Row {
    fn json(self) -> Value {
        let Row { id, acronym, languages } = self;
        let terms: Map<String, Value> =
            languages.iter().map(|(lang, term, _)| (lang.to_string(), json!(term))).collect();
        let uses: Map<String, Value> =
            languages.iter().map(|(lang, _, uses)| (lang.to_string(), (*uses).into())).collect();
        json!({"id": id, "acronym": acronym, "terms": terms, "uses": uses})
    }
}

/// Stands for what a term does not have.
const NOTHING: &str = "–";

/// The terms as a table; every line ends with a line break.
fn table(languages: &[Lang], rows: &[Row]) -> String {
    let mut heading = vec!["id".to_owned()];
    heading.extend(languages.iter().map(Lang::to_string));
    heading.push("acronym".to_owned());
    heading.extend(languages.iter().map(|lang| format!("uses {lang}")));
    let cells = |row: &Row| {
        let Row { id, acronym, languages } = row;
        let text = |text: &Option<Plain>| text.as_ref().map_or(NOTHING, Plain::as_str).to_owned();
        let mut cells = vec![Plain::new(id).to_string()];
        cells.extend(languages.iter().map(|(_, term, _)| text(term)));
        cells.push(text(acronym));
        cells.extend(languages.iter().map(|(_, _, uses)| uses.to_string()));
        cells
    };
    let lines: Vec<Vec<String>> = std::iter::once(heading).chain(rows.iter().map(cells)).collect();
    table::table(&lines, languages.len() + 2)
}
