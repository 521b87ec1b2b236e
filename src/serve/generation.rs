//! One state of the site, as it is served: what is at an address, made when it is first asked for.
//!
//! Enters: a site without errors, addresses as browsers send them. Leaves: pages and files. Never here: a path on disk
//! that an address names; an address is looked up in the list of the site's files, and nowhere else.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::Bytes;
use axum::http::HeaderValue;
use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::time::timeout;

use super::{page, sweep};
use crate::base::{Cancellation, Route, SourcePath};
use crate::diag::Diagnostic;
use crate::pipeline::{File, Prepared};
use crate::text;

/// How long a page may take before whoever asked is told that it does not come.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// The page for addresses at which there is nothing.
const NOT_FOUND: &str = "404.html";

/// A state of the site. Immutable but for what it remembers of pages.
pub(super) struct Generation {
    /// Greater than that of any generation before.
    pub(super) number: u64,
    pub(super) prepared: Prepared,
    /// The site's folder, for files that are copied.
    pub(super) root: PathBuf,
    /// The addresses of the theme's style sheets, relative to the site's root.
    pub(super) styles: Vec<String>,
    /// What is a style sheet in a page: those addresses, and style sheets that stand there.
    looks: Vec<String>,
    /// The content security policy of its pages.
    policy: HeaderValue,
    /// What was asked for.
    made: Mutex<HashMap<String, Coming>>,
}

/// A file that was asked for.
#[derive(Clone)]
struct Coming {
    made: watch::Receiver<Option<Made>>,
    cancellation: Arc<Cancellation>,
}

/// A file of the site. Cheap to clone.
#[derive(Debug, Clone)]
pub(super) enum Made {
    /// A page, as it is built, and the digest of its content.
    Page(Bytes, Arc<str>),
    /// Any other file that is made.
    File(Bytes),
    /// A copy of a source.
    Copy(SourcePath),
    /// What is wrong in a template.
    Failed(Arc<[Diagnostic]>),
}

/// What is at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// The file of this name.
    File(String),
    /// Something that is found elsewhere: the path of its address.
    Moved(String),
    /// Nothing.
    Nowhere,
}

impl Generation {
    pub(super) fn new(number: u64, prepared: Prepared, root: PathBuf) -> Generation {
        let is_style = |name: &&str| name.ends_with(".css");
        let styles = prepared.files_below("assets/").filter(is_style).map(|name| Route::new(name).encoded());
        let styles: Vec<String> = styles.collect();
        let inline = prepared.inline_styles().iter().map(|style| format!("<style>{}</style>", style.text));
        let looks = inline.chain(styles.iter().cloned()).collect();
        let policy = HeaderValue::try_from(prepared.policy()).expect("a policy is of ASCII letters, digits and signs");
        Generation { number, prepared, root, styles, looks, policy, made: Mutex::default() }
    }

    /// The content security policy of its pages.
    pub(super) fn policy(&self) -> HeaderValue {
        self.policy.clone()
    }

    /// The path of the site's address, between slashes.
    pub(super) fn base_path(&self) -> &str {
        self.prepared.site().map_or("/", |site| site.config.base_path())
    }

    /// What is at the path of an address, as a browser sends it: percent-encoded.
    pub(super) fn place(&self, path: &str) -> Place {
        let base = self.base_path();
        let Some(encoded) = path.strip_prefix(base) else {
            let is_before = path == "/" || base.strip_suffix('/') == Some(path);
            return if is_before { Place::Moved(base.to_owned()) } else { Place::Nowhere };
        };
        let Ok(decoded) = percent_encoding::percent_decode_str(encoded).decode_utf8() else { return Place::Nowhere };
        let route = Route::new(text::nfc(&decoded));
        let slashed = Route::new(format!("{route}/"));
        if let Some(to) = self.redirection(&route).or_else(|| self.redirection(&slashed)) {
            return Place::Moved(format!("{base}{}", to.encoded()));
        }
        if self.prepared.has_file(&route.file()) {
            return Place::File(route.file());
        }
        if !route.is_page() && self.prepared.has_file(&slashed.file()) {
            return Place::Moved(format!("{base}{}", slashed.encoded()));
        }
        Place::Nowhere
    }

    /// Where an old address leads.
    fn redirection(&self, from: &Route) -> Option<&Route> {
        let site = self.prepared.site()?;
        let redirect = site.redirects.iter().find(|redirect| redirect.from == *from)?;
        site.pages.get(&redirect.page)?.routes.get(&redirect.lang)
    }

    /// The name of the page that is shown at an address: that for addresses at which there is nothing, if need be.
    pub(super) fn shown_at(&self, path: &str) -> String {
        match self.place(path) {
            Place::File(name) => name,
            Place::Moved(_) | Place::Nowhere => NOT_FOUND.to_owned(),
        }
    }

    /// A file of the site, made at the first time of asking; the site must have it. `None` if it takes too long.
    pub(super) async fn made(self: &Arc<Generation>, name: &str, runtime: &Handle) -> Option<Made> {
        let Coming { mut made, cancellation } = self.coming(name, runtime);
        match timeout(PATIENCE, made.wait_for(Option::is_some)).await {
            Ok(made) => made.ok()?.clone(),
            Err(_) => {
                cancellation.cancel();
                None
            }
        }
    }

    fn coming(self: &Arc<Generation>, name: &str, runtime: &Handle) -> Coming {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(coming) = made.get(name) {
            return coming.clone();
        }
        let (sender, receiver) = watch::channel(None);
        let cancellation = Arc::new(Cancellation::default());
        let coming = Coming { made: receiver, cancellation: cancellation.clone() };
        made.insert(name.to_owned(), coming.clone());
        let (generation, name) = (self.clone(), name.to_owned());
        runtime.spawn_blocking(move || sender.send_replace(generation.make(&name, &cancellation)));
        coming
    }

    /// Makes a file now, as long as somebody waits for it; `None` if the site has none of that name.
    pub(super) fn make(&self, name: &str, cancellation: &Cancellation) -> Option<Made> {
        let made = self.prepared.file_unless(name, cancellation)?;
        if cancellation.is_cancelled() {
            return Some(Made::Failed([sweep::endless(name)].into()));
        }
        Some(match made {
            Ok(File::Bytes(bytes)) if is_page(name) => {
                let digest = page::content_digest(&bytes, &self.looks).into();
                Made::Page(Bytes::from(bytes.into_owned()), digest)
            }
            Ok(File::Bytes(bytes)) => Made::File(Bytes::from(bytes.into_owned())),
            Ok(File::Copy(path)) => Made::Copy(path.clone()),
            Err(diagnostics) => Made::Failed(diagnostics.into()),
        })
    }
}

fn is_page(name: &str) -> bool {
    name.ends_with(".html")
}
