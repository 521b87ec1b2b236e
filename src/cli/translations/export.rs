//! `songngu translations export`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use clap::ValueEnum;

use crate::base::{Content, Lang, Snapshot, SourcePath};
use crate::cli::Status;
use crate::cli::args::Global;
use crate::cli::report::Reporter;
use crate::cli::site_run::SiteRun;
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::disk;
use crate::locale::Lexicon;
use crate::resolve::{self, Site};
use crate::translation::exchange::{self, Batch, Format, Part, State};

/// `songngu translations export`.
#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// The pages, by their paths below `content/`, or files of data or strings [default: all]
    #[arg(value_name = "PAGE")]
    pub pages: Vec<String>,
    /// The language to translate from
    #[arg(long, value_name = "LANG")]
    pub from: String,
    /// The language to translate into
    #[arg(long, value_name = "LANG")]
    pub to: String,
    /// What to write
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: ExchangeFormat,
    /// The file to write, in place of what it holds [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Export only what stands like this, with commas between
    #[arg(long, value_enum, value_name = "STATES", value_delimiter = ',')]
    pub only: Vec<Only>,
    /// Export drafts and pages dated in the future, too
    #[arg(long)]
    pub drafts: bool,
}

/// What texts are exported as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExchangeFormat {
    /// GNU gettext
    Po,
    /// XLIFF 2.1
    Xliff,
    /// XLIFF 1.2
    Xliff1,
    /// TMX 1.4b: what is translated and not behind, for translation memories
    Tmx,
    /// For spreadsheets
    Csv,
}

impl ExchangeFormat {
    fn format(self) -> Format {
        match self {
            ExchangeFormat::Po => Format::Po,
            ExchangeFormat::Xliff => Format::Xliff2,
            ExchangeFormat::Xliff1 => Format::Xliff1,
            ExchangeFormat::Tmx => Format::Tmx,
            ExchangeFormat::Csv => Format::Csv,
        }
    }
}

/// How a text and its translation stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Only {
    /// There is no translation
    Missing,
    /// The source has moved since the two agreed
    Behind,
    /// Both have moved since they agreed
    Conflict,
    /// Nobody has said yet that the two agree
    New,
    /// They agree
    Agreed,
}

impl Only {
    fn is(self, state: &State, has_target: bool) -> bool {
        match self {
            Only::Missing => !has_target,
            Only::Behind => has_target && matches!(state, State::Behind { .. }),
            Only::Conflict => has_target && matches!(state, State::Conflict { .. }),
            Only::New => has_target && *state == State::Translated,
            Only::Agreed => *state == State::Agreed,
        }
    }
}

/// Writes texts for other programs.
pub(super) fn export(global: &Global, args: ExportArgs, reporter: &Reporter) -> Status {
    let ExportArgs { pages, from, to, format, output, only, drafts } = args;
    let run = match SiteRun::new(global, drafts) {
        Ok(run) => run,
        Err(error) => return reporter.failure(&error),
    };
    let Some((site, lexicon)) = readable(&run) else {
        let status = run.refuse(reporter);
        reporter.note("nothing was exported");
        return status;
    };
    let languages = language(site, &from).and_then(|from| Ok((from, language(site, &to)?)));
    let (from, to) = match languages {
        Ok((from, to)) if from == to => return reporter.failure(&"`--from` and `--to` name the same language"),
        Ok(languages) => languages,
        Err(problem) => return reporter.failure(&problem),
    };
    let mut batch = resolve::exchange(site, &strings(&run.snapshot), lexicon, from, to).batch;
    if let Err(problem) = choose(&mut batch, &pages) {
        return reporter.failure(&problem);
    }
    for part in &mut batch.parts {
        let wanted = |state: &State, target: bool| only.is_empty() || only.iter().any(|one| one.is(state, target));
        part.entries.retain(|entry| wanted(&entry.state, entry.target.is_some()));
        if format == ExchangeFormat::Tmx {
            part.entries.retain(|entry| entry.target.is_some() && !entry.state.is_fuzzy());
        }
    }
    batch.parts.retain(|part| !part.entries.is_empty());
    let texts = batch.parts.iter().map(|part| part.entries.len()).sum::<usize>();
    if texts == 0 {
        reporter.note("there is nothing of that kind to export");
        return Status::Done;
    }
    let today = match disk::today() {
        Ok(today) => today.to_string(),
        Err(error) => return reporter.failure(&error),
    };
    let bytes = exchange::write(&batch, format.format(), &today);
    let Some(output) = output else { return reporter.result_bytes(&bytes) };
    match disk::write_file(&output, &bytes) {
        Ok(()) => {
            let files = counted(batch.parts.len(), "file");
            reporter.result(&format!("exported {} of {files}\n{}", counted(texts, "text"), output.display()));
            Status::Done
        }
        Err(error) => reporter.failure(&error),
    }
}

/// The site, if all of its texts could be read. Other errors do not matter here: a message that is missing is what
/// translators are asked for.
pub(super) fn readable(run: &SiteRun) -> Option<(&Site, &Lexicon)> {
    let is_in_the_way = |one: &Diagnostic| {
        let of_reading = matches!(
            one.code,
            Code::ConfigMissing
                | Code::ConfigInvalid
                | Code::FileUnreadable
                | Code::FileTooLarge
                | Code::FileChanged
                | Code::NameClash
                | Code::EncodingInvalid
                | Code::FrontMatterUnclosed
                | Code::FrontMatterTooLarge
                | Code::YamlInvalid
                | Code::YamlForbidden
                | Code::KeyDuplicate
                | Code::MessageInvalid
        );
        one.is_error() && of_reading
    };
    let prepared = run.prepared.as_ref().filter(|_| !run.diagnostics.iter().any(is_in_the_way))?;
    Some((prepared.site()?, prepared.lexicon()))
}

/// `1 text`, `2 texts`.
pub(super) fn counted(number: usize, word: &str) -> String {
    if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") }
}

/// A language of the site.
fn language<'a>(site: &'a Site, typed: &str) -> Result<&'a Lang, String> {
    let found = site.languages().iter().find(|lang| lang.as_str().eq_ignore_ascii_case(typed));
    let known = || site.languages().iter().map(|lang| format!("`{lang}`")).collect::<Vec<_>>().join(", ");
    found.ok_or_else(|| format!("the site has no language `{typed}`: it has {}", known()))
}

/// The site's own files of strings.
pub(super) fn strings(snapshot: &Snapshot) -> BTreeMap<SourcePath, Arc<str>> {
    let is_strings = |path: &SourcePath| path.below("locales").is_some() && path.as_str().ends_with(".ftl");
    let text = |(path, source): (&SourcePath, &crate::base::Source)| match &source.content {
        Content::Text(text) if is_strings(path) => Some((path.clone(), text.clone())),
        _ => None,
    };
    snapshot.sources.iter().filter_map(text).collect()
}

/// Leaves only the pages and files that were named.
fn choose(batch: &mut Batch, typed: &[String]) -> Result<(), String> {
    let name = |part: &Part| {
        let path = part.source.as_str();
        let inside = path.strip_prefix("content/");
        let stem = inside.and_then(|path| path.strip_suffix(&format!(".{}.md", batch.from)));
        let stem = stem.or_else(|| inside.and_then(|path| path.strip_suffix(".yaml")));
        let stem = stem.map(|stem| stem.strip_suffix("/index").unwrap_or(stem).to_owned());
        stem.unwrap_or_else(|| path.to_owned())
    };
    let names: Vec<String> = batch.parts.iter().map(name).collect();
    let mut kept = vec![typed.is_empty(); names.len()];
    for typed in typed {
        let wanted = typed.trim_matches('/');
        let is = |at: &usize| {
            let part = &batch.parts[*at];
            let folder = names[*at].strip_prefix(wanted).is_some_and(|rest| rest.starts_with('/'));
            names[*at] == wanted || folder || part.source.as_str() == wanted || part.target.as_str() == wanted
        };
        let found: Vec<usize> = (0..names.len()).filter(is).collect();
        if found.is_empty() {
            let hint = did_you_mean(wanted, names.iter().map(String::as_str));
            let hint =
                hint.unwrap_or_else(|| "name it by its path below `content/`, such as `policy/funding`".to_owned());
            return Err(format!("there is no page `{typed}` with texts in `{}`: {hint}", batch.from));
        }
        for at in found {
            kept[at] = true;
        }
    }
    let mut kept = kept.into_iter();
    batch.parts.retain(|_| kept.next().unwrap_or(false));
    Ok(())
}
