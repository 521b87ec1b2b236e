//! The pages that nobody has asked for: rendered by the way, for the mistakes in their templates.
//!
//! Enters: a generation. Leaves: what is wrong in it, once all is rendered. Never here: delaying whoever asks for a page;
//! a newer generation ends the sweep.

use std::collections::BTreeSet;
use std::io;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use super::generation::{Generation, Made, PATIENCE};
use crate::diag::{Code, Diagnostic};

/// A sweep that is under way. It ends when this value is dropped.
pub(super) struct Sweep {
    /// The files that are rendered, once they are known.
    names: Arc<OnceLock<Vec<String>>>,
    /// The position of the file that is being rendered.
    at: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
    done: Receiver<Vec<Diagnostic>>,
    /// Where it was when it was looked at last, and since when.
    seen: (usize, Instant),
}

/// How a sweep stands.
pub(super) enum Standing {
    /// Not done yet.
    UnderWay,
    /// Done; what is wrong, each told once.
    Done(Vec<Diagnostic>),
}

impl Drop for Sweep {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Sweep {
    /// Begins to render what is made of templates: all of it, or what may differ from a site that is known to be in order.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub(super) fn begin(generation: &Arc<Generation>, in_order: Option<Arc<Generation>>) -> io::Result<Sweep> {
        let (sender, done) = mpsc::channel();
        let sweep =
            Sweep { names: Arc::default(), at: Arc::default(), stop: Arc::default(), done, seen: (0, Instant::now()) };
        let (names, at, stop) = (sweep.names.clone(), sweep.at.clone(), sweep.stop.clone());
        let generation = generation.clone();
        let render = move || {
            let names = names.get_or_init(|| names_of(&generation, in_order.as_deref()));
            let mut told = BTreeSet::new();
            let mut found = Vec::new();
            for (position, name) in names.iter().enumerate() {
                at.store(position, Ordering::Relaxed);
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let Some(Made::Failed(diagnostics)) = generation.make(name) else { continue };
                let is_new = |diagnostic: &&Diagnostic| {
                    told.insert((format!("{:?}", diagnostic.location), diagnostic.message.clone()))
                };
                found.extend(diagnostics.iter().filter(is_new).cloned());
            }
            // Whoever began it may have lost interest.
            _ = sender.send(found);
        };
        std::thread::Builder::new().name("sweep".to_owned()).spawn(render)?;
        Ok(sweep)
    }

    /// How it stands. A page that takes for ever is a mistake, and ends the sweep.
    pub(super) fn standing(&mut self) -> Standing {
        match self.done.try_recv() {
            Ok(found) => return Standing::Done(found),
            // Our own mistake has ended its thread, and was told on the terminal.
            Err(TryRecvError::Disconnected) => return Standing::Done(Vec::new()),
            Err(TryRecvError::Empty) => {}
        }
        let at = self.at.load(Ordering::Relaxed);
        if at != self.seen.0 {
            self.seen = (at, Instant::now());
        } else if self.seen.1.elapsed() > PATIENCE {
            return Standing::Done(
                self.names.get().and_then(|names| names.get(at)).map(|name| endless(name)).into_iter().collect(),
            );
        }
        Standing::UnderWay
    }
}

/// What is made of templates and may differ from a site that is known to be in order.
fn names_of(generation: &Generation, in_order: Option<&Generation>) -> Vec<String> {
    let prepared = &generation.prepared;
    match in_order.and_then(|known| prepared.touched_since(&known.prepared)) {
        Some(names) => names.into_iter().filter(|name| prepared.has_file(name)).collect(),
        None => prepared.files().filter(|name| name.ends_with(".html")).map(str::to_owned).collect(),
    }
}

/// A page that was not rendered in time.
pub(super) fn endless(name: &str) -> Diagnostic {
    let message = format!("`{name}` was not rendered within {} s", PATIENCE.as_secs());
    Diagnostic::new(Code::TemplateFailed, message)
        .hint("look for a loop in its template that never ends, or for one within another over a long list")
}
