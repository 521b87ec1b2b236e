//! What the thread that builds and those that answer share: the state of the site at this moment.
//!
//! Enters: each new state, from the thread that builds. Leaves: that state, to whoever answers, and the moment at which
//! it comes. Never here: building, answering.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::runtime::Handle;
use tokio::sync::watch;

use super::generation::Generation;

/// The site at one moment.
#[derive(Clone, Default)]
pub(super) struct Now {
    /// The newest site without errors, as far as is known; `None` if there was none yet.
    pub(super) good: Option<Arc<Generation>>,
    /// The last one before it of which all pages are known to be in order, as long as those of `good` are not; failing that, an
    /// older one.
    pub(super) before: Option<Arc<Generation>>,
    /// What is wrong with the sources as they are now.
    pub(super) trouble: Option<Arc<Trouble>>,
    /// Copied files and the number of the generation in which each changed last, by address.
    pub(super) touched: Arc<BTreeMap<String, u64>>,
    /// Whether there is anything to say: `false` only before the first build.
    pub(super) begun: bool,
}

/// What is wrong, ready to be shown.
pub(super) struct Trouble {
    /// Made of what it says: two that say the same have the same.
    pub(super) id: String,
    /// For the overlay: an object; holds `id`, too.
    pub(super) json: String,
    /// For a page of the server's own: each as on the terminal.
    pub(super) texts: Vec<String>,
}

/// What the threads share.
pub(super) struct Shared {
    /// The port that is listened at.
    pub(super) port: u16,
    /// Where pages are rendered: threads that may take their time.
    pub(super) runtime: Handle,
    now: watch::Sender<Now>,
    /// The addresses of pages that are open in a browser, and how often.
    open: Mutex<BTreeMap<String, usize>>,
}

impl Shared {
    pub(super) fn new(port: u16, runtime: Handle) -> Shared {
        Shared { port, runtime, now: watch::Sender::default(), open: Mutex::default() }
    }

    pub(super) fn now(&self) -> Now {
        self.now.borrow().clone()
    }

    /// Follows the states as they come.
    pub(super) fn follow(&self) -> watch::Receiver<Now> {
        self.now.subscribe()
    }

    /// Replaces the state; everybody who follows is woken.
    pub(super) fn change(&self, change: impl FnOnce(&mut Now)) {
        self.now.send_modify(change);
    }

    /// Notes that all pages of a site are known to be in order: no older one is held any longer. Nobody needs to be told.
    pub(super) fn in_order(&self, known: &Arc<Generation>) {
        self.now.send_if_modified(|now| {
            let is_newest = now.good.as_ref().is_some_and(|good| good.number == known.number);
            now.before = Some(known.clone()).filter(|_| !is_newest);
            false
        });
    }

    /// The addresses of the pages that are open in a browser.
    pub(super) fn open_pages(&self) -> Vec<String> {
        self.lock().keys().cloned().collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, usize>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A page that is open in a browser, as long as this value lives.
pub(super) struct OpenPage {
    shared: Arc<Shared>,
    pub(super) path: String,
}

impl OpenPage {
    pub(super) fn new(shared: Arc<Shared>, path: String) -> OpenPage {
        *shared.lock().entry(path.clone()).or_default() += 1;
        OpenPage { shared, path }
    }
}

impl Drop for OpenPage {
    fn drop(&mut self) {
        let mut open = self.shared.lock();
        if let Some(count) = open.get_mut(&self.path) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.path);
            }
        }
    }
}
