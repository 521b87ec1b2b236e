//! Runs that remember: a file that is asked for by itself, and a site that was prepared with a memo, are those of a
//! build that knows nothing, byte for byte.

mod support;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::Path;
use std::sync::Mutex;

use songngu::base::{Digest, PartialDate};
use songngu::diag::Diagnostic;
use songngu::disk;
use songngu::pipeline::{self, File, Memo, Prepared, Request};
use support::sites;

const FLOODS: &str = include_str!("floods.txt");

fn prepare(root: &Path, memo: &Memo) -> Prepared {
    let (snapshot, problems) = disk::snapshot(root).expect("the site can be read");
    let today = PartialDate { year: 2026, month: Some(1), day: Some(1) };
    pipeline::prepare(&snapshot, problems, &Request { today, drafts: false, base_url: None }, memo)
}

fn text(file: File<'_>) -> String {
    match file {
        File::Bytes(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        File::Copy(path) => format!("copy of {path}"),
    }
}

/// All that a run says: every file that a build emits, and all diagnostics.
fn all(prepared: &Prepared) -> (BTreeMap<String, String>, Vec<Diagnostic>) {
    let files = Mutex::new(BTreeMap::new());
    let emit = |name: &str, digest: Digest, file: File<'_>| {
        let text = format!("{digest:?} {}", text(file));
        let before = files.lock().expect("no test panics while it writes").insert(name.to_owned(), text);
        assert_eq!(before, None, "`{name}` is made twice");
        Ok::<(), Infallible>(())
    };
    let Ok((summary, problems)) = prepared.render(&emit, &|_, _| {});
    let files = files.into_inner().expect("no test panics while it writes");
    assert!(summary.files.keys().eq(files.keys()), "the summary lists what was made");
    (files, [prepared.diagnostics.clone(), problems].concat())
}

#[test]
fn a_file_that_is_asked_for_is_the_file_of_a_build() {
    let site = sites::folder(FLOODS);
    let prepared = prepare(site.path(), &Memo::default());
    let (built, problems) = all(&prepared);
    assert_eq!(problems, []);
    assert!(prepared.files().eq(built.keys()), "the list of files is that of a build");
    for (name, expected) in &built {
        let file = prepared.file(name).expect("a listed file exists").expect("it can be made");
        let digest = if let File::Bytes(bytes) = &file { Some(Digest::of(bytes)) } else { None };
        let shown = text(file);
        assert_eq!(expected.split_once(' ').expect("a digest and a text").1, shown, "{name}");
        assert!(digest.is_none_or(|digest| expected.starts_with(&format!("{digest:?}"))), "{name}");
    }
    assert!(prepared.file("vi/no-such-page/index.html").is_none());
    assert!(prepared.file("../site.yaml").is_none());
}
