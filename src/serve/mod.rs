//! The development server: a site in the browser while it is being written.
//!
//! Enters: a site's root and what was asked for. Leaves: pages over HTTP on this computer, kept up to date, and news for
//! whoever started it. Never here: writing a file, printing, an address that another computer or another site reaches.
#![allow(clippy::disallowed_methods, reason = "this room holds sockets, threads and deadlines")]

mod builder;
mod generation;
mod guard;
mod http;
mod live;
mod page;
mod port;
mod shared;
mod sweep;

use std::convert::Infallible;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::base::SourcePath;
use crate::diag::Diagnostic;
use crate::disk::{DiskError, Hearing};
use builder::Builder;
use shared::Shared;

/// What is asked of the server.
#[derive(Debug, Clone)]
pub struct Options {
    /// The site's folder.
    pub root: PathBuf,
    /// The port; `None` for the first free one.
    pub port: Option<u16>,
    /// Whether drafts and pages dated in the future are shown.
    pub drafts: bool,
    /// How changes come to be known.
    pub hearing: Hearing,
    /// Whether the browser is opened.
    pub open: bool,
}

/// What the server has to tell.
pub enum News<'a> {
    /// Somebody else has the usual port.
    PortTaken {
        /// The usual port.
        wanted: u16,
        /// The one that is used.
        used: u16,
    },
    /// The site can be looked at.
    Ready {
        /// Where.
        url: &'a str,
        /// What was built.
        build: Build<'a>,
    },
    /// The site has changed.
    Rebuilt(Build<'a>),
    /// Pages that were not asked for have been rendered, too, and there are mistakes in them.
    Found(Report<'a>),
    /// The system does not tell of changes, so all files are looked at now and then.
    Polling(&'a str),
    /// The site's folder cannot be read.
    Lost(&'a DiskError),
    /// The browser could not be opened.
    NoBrowser(&'a io::Error),
}

/// One build.
pub struct Build<'a> {
    /// The sources that were added, changed or removed, sorted; empty for the first build.
    pub changed: &'a [SourcePath],
    /// Its pages; `None` if it has errors, and what is served is the last good site, if there is one.
    pub pages: Option<Pages>,
    /// From the moment at which the change was known.
    pub took: Duration,
    /// What is wrong.
    pub report: Report<'a>,
}

/// How many pages a site has, in all languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pages {
    /// All of them.
    pub all: usize,
    /// Those that may differ from what was shown before; `None` if any may.
    pub touched: Option<usize>,
}

/// Diagnostics and the texts that they point into.
pub struct Report<'a> {
    /// Sorted.
    pub diagnostics: &'a [Diagnostic],
    /// The text of a source, a template or a file of strings.
    pub text_of: &'a dyn Fn(&SourcePath) -> Option<Arc<str>>,
}

/// Why there is no server.
#[derive(Debug)]
pub enum ServeError {
    /// The port cannot be listened at.
    Port {
        /// The one that was asked for.
        port: Option<u16>,
        /// The system's reason.
        error: io::Error,
    },
    /// The site's folder cannot be read.
    Disk(DiskError),
    /// The system gives no thread.
    Thread(io::Error),
}

impl From<DiskError> for ServeError {
    fn from(error: DiskError) -> ServeError {
        ServeError::Disk(error)
    }
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ServeError::Port { port: Some(port), error } if error.kind() == ErrorKind::AddrInUse => {
                write!(f, "port {port} is taken: stop the program that uses it, or leave `--port` out")
            }
            ServeError::Port { port: Some(port), error } if error.kind() == ErrorKind::PermissionDenied => {
                write!(f, "the system does not allow port {port}: choose one above 1023, or leave `--port` out")
            }
            ServeError::Port { port: Some(port), error } => write!(f, "cannot listen at port {port}: {error}"),
            ServeError::Port { port: None, error } => write!(f, "cannot listen at any port: {error}"),
            ServeError::Disk(error) => error.fmt(f),
            ServeError::Thread(error) => write!(f, "cannot start a thread: {error}"),
        }
    }
}

impl std::error::Error for ServeError {}

/// Serves a site until the process is ended. `tell` is called from the calling thread.
///
/// # Errors
/// If the server cannot be started. Once it runs, whatever happens is told and got over.
pub fn serve(options: &Options, tell: &dyn Fn(News<'_>)) -> Result<Infallible, ServeError> {
    let listener = port::listen(options.port).map_err(|error| ServeError::Port { port: options.port, error })?;
    let failed = |error| ServeError::Port { port: options.port, error };
    listener.set_nonblocking(true).map_err(failed)?;
    let port = listener.local_addr().map_err(failed)?.port();
    if options.port.is_none() && port != port::USUAL {
        tell(News::PortTaken { wanted: port::USUAL, used: port });
    }
    let builder = Builder::open(options)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(ServeError::Thread)?;
    let shared = Arc::new(Shared::new(port, runtime.handle().clone()));
    let own = shared.clone();
    std::thread::Builder::new()
        .name("http".to_owned())
        .spawn(move || runtime.block_on(http::answer_all(listener, own)))
        .map_err(ServeError::Thread)?;
    builder.run(&shared, options, tell)
}
