//! A site without pages: `content-empty`.

use crate::base::SourcePath;
use crate::diag::{Code, Diagnostic};
use crate::resolve::Site;

pub(super) fn check(site: &Site) -> Option<Diagnostic> {
    if !site.pages.is_empty() {
        return None;
    }
    let first = &site.languages()[0];
    let diagnostic = Diagnostic::new(Code::ContentEmpty, "the site has no pages").in_file(&SourcePath::new("content"));
    Some(if site.held_back > 0 {
        diagnostic.hint("all of its pages are drafts or dated in the future: build with `--drafts`")
    } else {
        diagnostic.hint(format!("write the first one: `content/index.{first}.md`"))
    })
}
