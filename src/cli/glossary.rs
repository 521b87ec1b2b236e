//! `songngu glossary list` and `songngu glossary export`.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::args::{ExportFormat, Global, GlossaryCommand, GlossaryExportArgs, GlossaryListArgs};
use super::report::Reporter;
use super::{Status, site_root};
use crate::base::{Lang, Snapshot, SourcePath};
use crate::diag::Diagnostic;
use crate::disk::{self, DiskError};
use crate::glossary::Term;
use crate::glossary::export::{Format, Plain};
use crate::pipeline::{self, Memo, Prepared, Request};
use crate::resolve::{self, Site};
use crate::text::{self, Collator};

/// Lists the terms, or exports them.
pub(super) fn glossary(global: &Global, command: GlossaryCommand, reporter: &Reporter) -> Status {
    match command {
        GlossaryCommand::List(args) => list(global, args, reporter),
        GlossaryCommand::Export(args) => export(global, args, reporter),
    }
}

/// A site that was read for its glossary.
struct Run {
    snapshot: Snapshot,
    /// `None` if there is no site.
    prepared: Option<Prepared>,
    diagnostics: Vec<Diagnostic>,
}

impl Run {
    fn new(global: &Global, drafts: bool) -> Result<Run, DiskError> {
        let root = match site_root(global) {
            Ok(root) => root,
            Err(diagnostic) => {
                return Ok(Run { snapshot: Snapshot::default(), prepared: None, diagnostics: vec![*diagnostic] });
            }
        };
        let request = Request { today: disk::today()?, drafts, base_url: None };
        let (snapshot, problems) = disk::snapshot(&root)?;
        let mut prepared = pipeline::prepare(&snapshot, problems, &request, &Memo::default());
        let diagnostics = std::mem::take(&mut prepared.diagnostics);
        Ok(Run { snapshot, prepared: Some(prepared), diagnostics })
    }

    /// The site; `None` if it has errors, because then a part of the glossary may be missing.
    fn usable(&self) -> Option<(&Prepared, &Site)> {
        let prepared = self.prepared.as_ref().filter(|_| !self.diagnostics.iter().any(Diagnostic::is_error))?;
        Some((prepared, prepared.site()?))
    }

    fn text_of(&self, path: &SourcePath) -> Option<Arc<str>> {
        let built_in = || self.prepared.as_ref().and_then(|prepared| prepared.template(path));
        self.snapshot.text(path).cloned().or_else(built_in)
    }

    /// Prints what is wrong. Warnings are for `check`: they do not touch what was asked for here.
    fn refuse(&self, reporter: &Reporter) -> Status {
        let errors: Vec<Diagnostic> = self.diagnostics.iter().filter(|one| one.is_error()).cloned().collect();
        reporter.diagnostics(&errors, &|path| self.text_of(path));
        self.failed()
    }

    fn failed(&self) -> Status {
        if self.prepared.is_none() { Status::Failed } else { Status::SiteHasErrors }
    }
}

fn export(global: &Global, args: GlossaryExportArgs, reporter: &Reporter) -> Status {
    let GlossaryExportArgs { format, output, drafts } = args;
    let format = match format {
        ExportFormat::Json => Format::Json,
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Tbx => Format::Tbx,
    };
    let run = match Run::new(global, drafts) {
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
    let run = match Run::new(global, drafts) {
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
    let numbers_from = languages.len() + 2;
    let width = |column: usize| lines.iter().map(|line| text::columns(&line[column])).max().unwrap_or(0);
    let widths: Vec<usize> = (0..lines[0].len()).map(width).collect();
    let mut out = String::new();
    for line in &lines {
        for (column, cell) in line.iter().enumerate() {
            let gap = " ".repeat(widths[column] - text::columns(cell));
            let between = if column == 0 { "" } else { "  " };
            out.push_str(between);
            out.push_str(&if column < numbers_from { format!("{cell}{gap}") } else { format!("{gap}{cell}") });
        }
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
    }
    out
}
