//! What the end-to-end tests share: running the program, reading what it built, following its links.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::disallowed_methods, reason = "these tests make sites and look at what was built")]

pub mod built;
pub mod disk;
pub mod html;
pub mod markdown;
pub mod server;
pub mod sites;
