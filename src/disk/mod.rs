//! The only door to the file system: reads the sources of a site, writes its output.
//!
//! Enters: folders. Leaves: a [`Snapshot`](crate::base::Snapshot) of the sources with the diagnostics of what
//! could not be read, and a built site that is either the old one or the new one, never half of each.
//! Never here: what a source means, what a page looks like, and any change outside the output folder, the siblings of
//! it that carry songngu's name, and files that a command was told to write by name.
#![allow(clippy::disallowed_methods, reason = "this room is the door to the file system and the clock")]

mod assets;
mod clock;
mod create;
mod error;
mod journal;
mod leftovers;
mod lock;
mod names;
mod output;
mod read;
mod snapshot;
mod staging;
mod swap;
mod tree;
mod walk;
mod watch;
mod write;

pub use assets::{copy_asset, read_asset};
pub use clock::{modified, today};
pub use create::{Existing, write_new};
pub use error::DiskError;
pub use journal::replace_files;
pub use output::{Output, OutputProblem};
pub use read::{decomposed, read_file};
pub use snapshot::{find_root, snapshot};
pub use staging::Staging;
pub use swap::{Committed, Swap};
pub use watch::{Changes, Hearing, Watch};
pub use write::write_file;
