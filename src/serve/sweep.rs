//! The pages that nobody has asked for: rendered by the way, for the mistakes in their templates.
//!
//! Enters: a generation, and what is known of an earlier one. Leaves: what is wrong in it, once all is rendered. Never here:
//! delaying whoever asks for a page.

use std::collections::BTreeSet;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::Instant;

use super::generation::{Generation, Made, PATIENCE};
use crate::base::Cancellation;
use crate::diag::{Code, Diagnostic};

/// A site of which all pages are known to be in order, but for some.
pub(super) struct Known {
    generation: Arc<Generation>,
    not_in_order: BTreeSet<String>,
}

/// A sweep that is under way. It ends when this value is dropped.
pub(super) struct Sweep {
    pub(super) generation: Arc<Generation>,
    /// The files that are rendered, once they are known.
    names: Arc<OnceLock<Vec<String>>>,
    /// The position of the file that is being rendered.
    at: Arc<AtomicUsize>,
    cancellation: Arc<Cancellation>,
    done: Receiver<Found>,
    /// Where it was when it was looked at last, and since when.
    seen: (usize, Instant),
    thread: Option<JoinHandle<()>>,
}

/// What a sweep has found.
#[derive(Default)]
pub(super) struct Found {
    /// What is wrong, each told once.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The files in which it is.
    pub(super) wrong: BTreeSet<String>,
    /// Those that were not rendered.
    pub(super) left: BTreeSet<String>,
}

/// How a sweep stands.
pub(super) enum Standing {
    /// Not done yet.
    UnderWay,
    /// Done.
    Done(Found),
}

impl Drop for Sweep {
    fn drop(&mut self) {
        self.cancellation.cancel();
    }
}

impl Sweep {
    /// Begins to render what is made of templates: all of it, or what is not known to be in order.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub(super) fn begin(generation: &Arc<Generation>, known: Option<Known>) -> io::Result<Sweep> {
        let (sender, done) = mpsc::channel();
        let (names, at, cancellation) = <(Arc<OnceLock<_>>, Arc<AtomicUsize>, Arc<Cancellation>)>::default();
        let (own, seen) = (generation.clone(), (0, Instant::now()));
        let sweep = (names.clone(), at.clone(), cancellation.clone());
        let render = move || {
            let names = names.get_or_init(|| names_of(&own, known.as_ref()));
            // The earlier site is not held any longer than it is needed.
            drop(known);
            if let Some(found) = look(&own, names, &at, &cancellation) {
                // Whoever began it may have lost interest.
                _ = sender.send(found);
            }
        };
        let thread = std::thread::Builder::new().name("sweep".to_owned()).spawn(render)?;
        let (names, at, cancellation) = sweep;
        Ok(Sweep { generation: generation.clone(), names, at, cancellation, done, seen, thread: Some(thread) })
    }

    /// How it stands. A page that takes for ever is a mistake, and ends the sweep.
    pub(super) fn standing(&mut self) -> Standing {
        match self.done.try_recv() {
            Ok(found) => return Standing::Done(found),
            // Our own mistake has ended its thread, and was told on the terminal.
            Err(TryRecvError::Disconnected) => return Standing::Done(Found { left: self.left(), ..Found::default() }),
            Err(TryRecvError::Empty) => {}
        }
        let at = self.at.load(Ordering::Relaxed);
        if at != self.seen.0 {
            self.seen = (at, Instant::now());
        } else if self.seen.1.elapsed() > PATIENCE {
            let name = self.names.get().and_then(|names| names.get(at));
            let diagnostics = name.map(|name| endless(name)).into_iter().collect();
            return Standing::Done(Found {
                diagnostics,
                wrong: name.cloned().into_iter().collect(),
                left: self.left(),
            });
        }
        Standing::UnderWay
    }

    /// The files that are not rendered yet.
    fn left(&self) -> BTreeSet<String> {
        let at = self.at.load(Ordering::Relaxed);
        self.names.get().and_then(|names| names.get(at..)).unwrap_or_default().iter().cloned().collect()
    }

    /// What is known of its site once it has been found out what is wrong in it.
    pub(super) fn known(&self, found: Found) -> Known {
        let not_in_order = found.wrong.into_iter().chain(found.left).collect();
        Known { generation: self.generation.clone(), not_in_order }
    }

    /// Ends it. Its thread ends at once, but for one whose page goes on and on without writing anything.
    pub(super) fn end(mut self) -> Option<JoinHandle<()>> {
        self.cancellation.cancel();
        self.thread.take()
    }
}

/// Renders pages. What is wrong in them; `None` if nobody wants to know any more.
fn look(generation: &Generation, names: &[String], at: &AtomicUsize, cancellation: &Cancellation) -> Option<Found> {
    let mut told = BTreeSet::new();
    let mut found = Found::default();
    for (position, name) in names.iter().enumerate() {
        at.store(position, Ordering::Relaxed);
        let made = generation.make(name, cancellation);
        if cancellation.is_cancelled() {
            return None;
        }
        let Some(Made::Failed(diagnostics)) = made else { continue };
        let is_new =
            |diagnostic: &&Diagnostic| told.insert((format!("{:?}", diagnostic.location), diagnostic.message.clone()));
        found.diagnostics.extend(diagnostics.iter().filter(is_new).cloned());
        found.wrong.insert(name.clone());
    }
    Some(found)
}

/// What is made of templates and not known to be in order.
fn names_of(generation: &Generation, known: Option<&Known>) -> Vec<String> {
    let prepared = &generation.prepared;
    let known = known.and_then(|known| Some((prepared.touched_since(&known.generation.prepared)?, known)));
    match known {
        Some((mut names, known)) => {
            names.extend(known.not_in_order.iter().cloned());
            names.into_iter().filter(|name| prepared.has_file(name)).collect()
        }
        None => prepared.files().filter(|name| name.ends_with(".html")).map(str::to_owned).collect(),
    }
}

/// A page that was not rendered in time.
pub(super) fn endless(name: &str) -> Diagnostic {
    let message = format!("`{name}` was not rendered within {} s", PATIENCE.as_secs());
    Diagnostic::new(Code::TemplateFailed, message)
        .hint("look for a loop in its template that never ends, or for one within another over a long list")
}
