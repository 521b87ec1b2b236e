//! The thread that builds: changes to the sources become generations, or troubles.
//!
//! Enters: the watched sources. Leaves: states for those who answer, news for whoever started the server. Never here:
//! showing a site that has errors; waiting for pages that nobody looks at.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::generation::{Generation, Made};
use super::shared::{Shared, Trouble};
use super::sweep::{Known, Standing, Sweep};
use super::{Build, News, Options, Pages, Report};
use crate::base::{Digest, PartialDate, SourcePath};
use crate::diag::report::{self, Places};
use crate::diag::{self, Diagnostic};
use crate::disk::{self, Changes, DiskError, Watch};
use crate::pipeline::{self, Memo, Prepared, Request};

/// How often a sweep is looked at while it is under way.
const TICK: Duration = Duration::from_millis(20);

/// How long errors are held back while more changes come in: half of a checkout is no mistake of anybody's.
const FORBEARANCE: Duration = Duration::from_millis(1_000);

/// How long a new site waits for the pages that are open in browsers to be rendered.
const OPEN_PAGES: Duration = Duration::from_millis(1_500);

/// How often it is tried to read a folder that is lost.
const RETRY: Duration = Duration::from_millis(500);

/// How many threads of sweeps that were ended may still run before no more pages are looked at that nobody asks for: more
/// than end in the time of a few saves, few enough to leave the computer usable.
const MOST_STUCK: usize = 4;

/// More mistakes than these do not help in a browser.
const MOST_SHOWN: usize = 50;

/// What builds.
pub(super) struct Builder {
    watch: Watch,
    memo: Memo,
    drafts: bool,
    today: PartialDate,
    /// Counts generations.
    number: u64,
    sweep: Option<Sweep>,
    /// The newest site that is to be swept once the sweep under way is done.
    unswept: Option<Arc<Generation>>,
    /// What sweeps have found out so far.
    known: Option<Known>,
    /// Threads of sweeps that were ended: those that still run have a page that goes on and on.
    stuck: Vec<JoinHandle<()>>,
    touched: BTreeMap<String, u64>,
    /// The diagnostics that were told last.
    told: Vec<Diagnostic>,
    /// Whether the site's folder cannot be read.
    lost: bool,
}

/// A build before it is told.
struct Built {
    prepared: Prepared,
    started: Instant,
    changed: Vec<SourcePath>,
}

impl Builder {
    /// Reads the sources.
    ///
    /// # Errors
    /// If the site's folder cannot be read.
    pub(super) fn open(options: &Options) -> Result<Builder, DiskError> {
        Ok(Builder {
            watch: Watch::open(&options.root)?,
            memo: Memo::default(),
            drafts: options.drafts,
            today: disk::today()?,
            number: 0,
            sweep: None,
            unswept: None,
            known: None,
            stuck: Vec::new(),
            touched: BTreeMap::new(),
            told: Vec::new(),
            lost: false,
        })
    }

    /// Builds, and builds again whenever something has changed.
    pub(super) fn run(mut self, shared: &Arc<Shared>, options: &Options, tell: &dyn Fn(News<'_>)) -> ! {
        let built = self.build(Vec::new());
        let mut base_path = String::new();
        self.publish(built, shared, &mut |news| match news {
            News::Rebuilt(build) => {
                base_path = shared.now().good.map_or("/".to_owned(), |good| good.base_path().to_owned());
                let url = format!("http://127.0.0.1:{}{base_path}", shared.port);
                tell(News::Ready { url: &url, build });
            }
            other => tell(other),
        });
        if options.open
            && let Err(error) = open::that_detached(format!("http://127.0.0.1:{}{base_path}", shared.port))
        {
            tell(News::NoBrowser(&error));
        }
        if let Some(reason) = self.watch.listen(options.hearing) {
            tell(News::Polling(&reason));
        }
        loop {
            self.turn(shared, tell);
        }
    }

    /// Waits for the next change, or for the end of a sweep, and does what is to be done.
    fn turn(&mut self, shared: &Arc<Shared>, tell: &dyn Fn(News<'_>)) {
        let latest = match (&self.sweep, self.lost) {
            (_, true) => Some(Instant::now() + RETRY),
            (Some(_), false) => Some(Instant::now() + TICK),
            (None, false) => None,
        };
        match self.watch.wait(latest) {
            Ok(None) if self.watch.is_lost() => {}
            Ok(None) if !self.lost => self.end_sweep(shared, tell),
            Ok(changes) => {
                self.lost = false;
                let Changes { paths, deaf } = changes.unwrap_or_default();
                if let Some(reason) = &deaf {
                    tell(News::Polling(reason));
                }
                let built = self.build(paths);
                self.publish(built, shared, &mut |news| tell(news));
            }
            Err(_) if self.lost => {}
            Err(error) => {
                self.lost = true;
                tell(News::Lost(&error));
                let text = format!("error: {error}");
                self.trouble(shared, trouble_json(&[], std::slice::from_ref(&text)), vec![text]);
            }
        }
    }

    /// Prepares the site. Where it has errors and more changes are coming in, those are waited for.
    fn build(&mut self, mut changed: Vec<SourcePath>) -> Built {
        let started = Instant::now();
        loop {
            // The day may change while the server runs.
            self.today = disk::today().unwrap_or(self.today);
            let request = Request { today: self.today, drafts: self.drafts, base_url: None };
            let prepared = pipeline::prepare(self.watch.snapshot(), self.watch.problems(), &request, &self.memo);
            let is_wrong = prepared.diagnostics.iter().any(Diagnostic::is_error);
            if !is_wrong || !self.watch.is_behind() || started.elapsed() > FORBEARANCE {
                return Built { prepared, started, changed };
            }
            match self.watch.wait(Some(Instant::now() + 3 * TICK)) {
                Ok(Some(more)) => changed.extend(more.paths),
                Ok(None) | Err(_) => return Built { prepared, started, changed },
            }
            changed.sort();
            changed.dedup();
        }
    }

    /// Shows a build to those who look, or what is wrong with it.
    fn publish(&mut self, built: Built, shared: &Arc<Shared>, tell: &mut dyn FnMut(News<'_>)) {
        let Built { prepared, started, changed } = built;
        self.number += 1;
        let number = self.number;
        let generation = Arc::new(Generation::new(number, prepared, self.watch.root().to_owned()));
        let mut diagnostics = generation.prepared.diagnostics.clone();
        let mut shown = None;
        if !diagnostics.iter().any(Diagnostic::is_error) {
            diagnostics = pipeline::merged(diagnostics, open_pages(&generation, shared));
        }
        // What is wrong in templates is looked for where there are mistakes already, too: all are told.
        self.sweep(&generation);
        if diagnostics.iter().any(Diagnostic::is_error) {
            self.tell_browsers(shared, &generation, &diagnostics);
        } else {
            self.touch(&generation, &changed);
            // Where no sweep can begin because pages go on and on, the site is not known to be in order either.
            let has_sweep = self.sweep.is_some() || self.stuck.len() >= MOST_STUCK;
            let touched = Arc::new(self.touched.clone());
            let own = generation.clone();
            let last = shared.now().good;
            shared.change(|now| {
                // What has not been swept to its end is not known to be in order.
                let known = now.before.take().or(now.good.take());
                now.before = known.filter(|_| has_sweep);
                (now.good, now.trouble, now.touched, now.begun) = (Some(own), None, touched, true);
            });
            shown = Some(last);
        }
        let took = started.elapsed();
        let prepared = &generation.prepared;
        let pages = shown.map(|last| Pages {
            all: prepared.pages(),
            touched: last.and_then(|last| prepared.touched_since(&last.prepared)).map(|names| names.len()),
        });
        let text_of = |path: &SourcePath| self.text_of(&generation, path);
        let news = self.new_ones(&diagnostics);
        tell(News::Rebuilt(Build {
            changed: &changed,
            pages,
            took,
            report: Report { diagnostics: &news, text_of: &text_of },
        }));
        self.told = diagnostics;
    }

    /// Warnings that were told already are not told again and again; errors are.
    fn new_ones(&self, diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
        let key = |diagnostic: &Diagnostic| {
            let path = diagnostic.location.as_ref().map(|location| location.path.clone());
            (diagnostic.code.name(), diagnostic.message.clone(), path)
        };
        let told: Vec<_> = self.told.iter().map(key).collect();
        diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.is_error() || !told.contains(&key(diagnostic)))
            .cloned()
            .collect()
    }

    /// Looks at the pages of a site that nobody asks for; after those of the last one, if that differs by texts alone: under
    /// many changes, too, sweeps come to an end.
    fn sweep(&mut self, generation: &Arc<Generation>) {
        if let Some(sweep) = &self.sweep
            && generation.prepared.differs_by_texts_alone(&sweep.generation.prepared)
        {
            self.unswept = Some(generation.clone());
            return;
        }
        self.unswept = None;
        self.leave_sweep();
        self.stuck.retain(|thread| !thread.is_finished());
        if self.stuck.len() < MOST_STUCK {
            self.sweep = Sweep::begin(generation, self.known.take()).ok();
        }
    }

    fn leave_sweep(&mut self) {
        self.stuck.extend(self.sweep.take().and_then(Sweep::end));
    }

    /// Tells what a sweep has found, if it is done.
    fn end_sweep(&mut self, shared: &Arc<Shared>, tell: &dyn Fn(News<'_>)) {
        let Some(sweep) = &mut self.sweep else { return };
        let Standing::Done(found) = sweep.standing() else { return };
        let generation = sweep.generation.clone();
        let is_in_order = found.wrong.is_empty() && found.left.is_empty();
        let (wrong, places) = (found.diagnostics.clone(), found.wrong.clone());
        self.known = Some(sweep.known(found));
        self.leave_sweep();
        if is_in_order && !generation.prepared.diagnostics.iter().any(Diagnostic::is_error) {
            shared.in_order(&generation);
        }
        if let Some(newer) = self.unswept.take() {
            let touched = newer.prepared.touched_since(&generation.prepared);
            self.sweep(&newer);
            // What is wrong in an older site may have been mended, unless nothing has changed where it is.
            if touched.is_none_or(|touched| !touched.is_disjoint(&places)) {
                return;
            }
            return self.tell_found(shared, &newer, wrong, tell);
        }
        self.tell_found(shared, &generation, wrong, tell);
    }

    /// Tells what is wrong on pages that nobody has asked for.
    fn tell_found(
        &mut self,
        shared: &Arc<Shared>,
        generation: &Arc<Generation>,
        wrong: Vec<Diagnostic>,
        tell: &dyn Fn(News<'_>),
    ) {
        let diagnostics = pipeline::merged(generation.prepared.diagnostics.clone(), wrong);
        let is_new = |diagnostic: &&Diagnostic| !self.told.contains(diagnostic);
        let news: Vec<Diagnostic> = diagnostics.iter().filter(is_new).cloned().collect();
        if news.is_empty() {
            return;
        }
        let text_of = |path: &SourcePath| self.text_of(generation, path);
        tell(News::Found(Report { diagnostics: &news, text_of: &text_of }));
        if diagnostics.iter().any(Diagnostic::is_error) {
            self.tell_browsers(shared, generation, &diagnostics);
        }
        self.told = diagnostics;
    }

    fn text_of(&self, generation: &Generation, path: &SourcePath) -> Option<Arc<str>> {
        self.watch.snapshot().text(path).cloned().or_else(|| generation.prepared.template(path))
    }

    /// Remembers which copied files have changed.
    fn touch(&mut self, generation: &Generation, changed: &[SourcePath]) {
        let Some(site) = generation.prepared.site() else { return };
        for route in changed.iter().filter_map(|path| site.assets.get(path)) {
            let address = format!("{}{}", generation.base_path(), route.encoded());
            self.touched.insert(address, generation.number);
        }
    }

    /// Tells those who look what is wrong; the last good site stays.
    fn tell_browsers(&self, shared: &Shared, generation: &Generation, diagnostics: &[Diagnostic]) {
        let text_of = |path: &SourcePath| self.text_of(generation, path);
        let mut places = Places::new(&text_of);
        let shown = &diagnostics[..diagnostics.len().min(MOST_SHOWN)];
        let texts: Vec<String> = shown.iter().map(|diagnostic| report::text(diagnostic, &mut places, false)).collect();
        let json = trouble_json(diagnostics, &texts);
        self.trouble(shared, json, texts);
    }

    fn trouble(&self, shared: &Shared, mut json: Value, texts: Vec<String>) {
        let id = Digest::of(json.to_string().as_bytes()).short();
        json["id"] = id.clone().into();
        let trouble = Arc::new(Trouble { id, json: json.to_string(), texts });
        shared.change(|now| (now.trouble, now.begun) = (Some(trouble), true));
    }
}

/// Renders the pages that are open in browsers; what is wrong in them.
fn open_pages(generation: &Arc<Generation>, shared: &Shared) -> Vec<Diagnostic> {
    let names: Vec<String> = shared.open_pages().iter().map(|path| generation.shown_at(path)).collect();
    let wait = async {
        let mut found = Vec::new();
        for name in &names {
            if let Some(Made::Failed(diagnostics)) = generation.made(name, &shared.runtime).await {
                found.extend(diagnostics.iter().cloned());
            }
        }
        found
    };
    let found = shared.runtime.block_on(async { tokio::time::timeout(OPEN_PAGES, wait).await });
    let mut found = found.unwrap_or_default();
    diag::sort(&mut found);
    found
}

/// What the overlay shows.
fn trouble_json(diagnostics: &[Diagnostic], texts: &[String]) -> Value {
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    json!({
        "errors": count(diag::Severity::Error).max(usize::from(diagnostics.is_empty())),
        "warnings": count(diag::Severity::Warning),
        "more": diagnostics.len().saturating_sub(texts.len()),
        "texts": texts,
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::Weak;

    use super::*;
    use crate::disk::Hearing;

    fn put(root: &Path, path: &str, text: &str) {
        fs::create_dir_all(root.join("content")).expect("a folder can be made");
        fs::write(root.join(path), text).expect("a file can be written");
    }

    #[test]
    fn sites_that_are_not_shown_any_more_are_let_go() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let root = folder.path();
        put(root, "site.yaml", "title: {en: Small}\nbase_url: https://example.org/\nlanguages: [en]\n");
        put(root, "content/index.en.md", "---\ntitle: First page\n---\nHello.\n");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("there is a runtime");
        let shared = Arc::new(Shared::new(0, runtime.handle().clone()));
        let options =
            Options { root: root.to_owned(), port: None, drafts: false, open: false, hearing: Hearing::Polled };
        let mut builder = Builder::open(&options).expect("the folder can be read");
        let built = builder.build(Vec::new());
        builder.publish(built, &shared, &mut |_| {});
        let mut shown: Vec<Weak<Generation>> = Vec::new();
        for round in 0..30 {
            shown.push(Arc::downgrade(&shared.now().good.expect("the site is in order")));
            // Saved again before the sweep has come to an end, mostly.
            put(root, "content/index.en.md", &format!("---\ntitle: First page\n---\nHello, {round}.\n"));
            while shared.now().good.expect("the site is in order").number < round + 2 {
                builder.turn(&shared, &|_| {});
            }
        }
        while builder.sweep.is_some() {
            builder.turn(&shared, &|_| {});
        }
        assert_eq!(shown.iter().filter(|site| site.strong_count() > 0).count(), 0);
        assert!(shared.now().before.is_none());
    }
}
