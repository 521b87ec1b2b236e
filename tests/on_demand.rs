//! Runs that remember: a file that is asked for by itself, and a site that was prepared with a memo, are those of a
//! build that knows nothing, byte for byte.

#![allow(clippy::disallowed_methods, reason = "these tests make sites")]

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
    let Ok((summary, problems)) = prepared.render(&emit, &Default::default());
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

/// An edit of a site: the files to write, `None` to delete.
type Edit<'a> = &'a [(&'a str, Option<&'a str>)];

/// Every kind of edit, each of them a file as a whole; what a later one says of a file counts.
const EDITS: &[(&str, Edit<'static>)] = &[
    (
        "a paragraph",
        &[(
            "content/a.en.md",
            Some("---\ntitle: A\ntags: [x]\n---\n\nOne, changed. See [b](b.md#two).\n\n## Two\n\nText.\n"),
        )],
    ),
    (
        "a paragraph of two files",
        &[
            ("content/a.en.md", Some("---\ntitle: A\ntags: [x]\n---\n\nA dyke.\n\n## Two\n\nText.\n")),
            ("content/b.vi.md", Some("---\ntitle: B\n---\n\nĐê và con đê.\n\n## Two\n\nChữ.\n")),
        ],
    ),
    (
        "taken back",
        &[("content/a.en.md", Some("---\ntitle: A\ntags: [x]\n---\n\nOne. See [b](b.md#two).\n\n## Two\n\nText.\n"))],
    ),
    ("a title", &[("content/a.en.md", Some("---\ntitle: A new title\ntags: [x]\n---\n\nOne.\n\n## Two\n\nText.\n"))]),
    (
        "a slug",
        &[("content/b.en.md", Some("---\ntitle: B\nslug: moved\naliases: [/old/]\n---\n\nB.\n\n## Two\n\nText.\n"))],
    ),
    ("a date", &[("content/b.yaml", Some("date: 2024-02-03\ntags: [x, y]\n"))]),
    ("a heading", &[("content/b.en.md", Some("---\ntitle: B\n---\n\nB.\n\n## Three\n\nText.\n"))]),
    ("a broken link", &[("content/a.en.md", Some("---\ntitle: A\n---\n\n[gone](gone.md), [b](b.md#nowhere)\n"))]),
    ("mended", &[("content/a.en.md", Some("---\ntitle: A\n---\n\nA dyke, [b](b.md).\n"))]),
    (
        "a term's form",
        &[("content/glossary/dyke.en.md", Some("---\nterm: levee\nforms: [dykes]\nshort: A wall.\n---\n\nLong.\n"))],
    ),
    ("a text with that form", &[("content/a.en.md", Some("---\ntitle: A\n---\n\nA levee and dykes, [b](b.md).\n"))]),
    ("a message", &[("locales/en/site.ftl", Some("home = Start\n"))]),
    (
        "a template",
        &[(
            "templates/page.html",
            Some("{% extends \"base.html\" %}{% block footer %}<footer>own</footer>{% endblock %}"),
        )],
    ),
    ("a template that cannot be read", &[("templates/page.html", Some("{% extends \"base.html\" %}{% block "))]),
    ("a text meanwhile", &[("content/b.en.md", Some("---\ntitle: B\n---\n\nOther.\n\n## Three\n\nText.\n"))]),
    ("no template", &[("templates/page.html", None)]),
    (
        "a component",
        &[(
            "templates/own.html",
            Some("{% component own(text: String) {\"doc\": \"Own.\"} %}<b>{{ text }}</b>{% endcomponent own %}"),
        )],
    ),
    ("a call of it", &[("content/a.vi.md", Some("---\ntitle: A\n---\n\n{{ <own text=\"x\" /> }}\n"))]),
    ("an asset", &[("content/picture.svg", Some("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"))]),
    ("its bytes", &[("content/picture.svg", Some("<svg xmlns=\"http://www.w3.org/2000/svg\"> </svg>"))]),
    ("a picture of it", &[("content/a.vi.md", Some("---\ntitle: A\n---\n\n![x](picture.svg)\n"))]),
    ("the asset gone", &[("content/picture.svg", None)]),
    ("a picture of nothing gone", &[("content/a.vi.md", Some("---\ntitle: A\n---\n\nKhông có hình.\n"))]),
    ("a file of the theme", &[("templates/assets/site.css", Some("body { color: red }"))]),
    (
        "the configuration",
        &[(
            "site.yaml",
            Some(
                "title: {vi: Trang, en: Site}\nbase_url: https://example.org/sub/\nlanguages: [vi, en]\nterm_links: all\n",
            ),
        )],
    ),
    ("a page added", &[("content/c.vi.md", Some("---\ntitle: C\ndate: 2025-01-01\n---\n\nĐê.\n"))]),
    ("its twin added", &[("content/c.en.md", Some("---\ntitle: C\ndate: 2025-01-01\n---\n\nA levee.\n"))]),
    (
        "a file renamed",
        &[("content/c.en.md", None), ("content/d.en.md", Some("---\ntitle: C\ndate: 2025-01-01\n---\n\nA levee.\n"))],
    ),
    ("a page removed", &[("content/d.en.md", None), ("content/c.vi.md", None)]),
    ("a draft", &[("content/b.vi.md", Some("---\ntitle: B\ndraft: true\n---\n\nĐê.\n\n## Two\n\nChữ.\n"))]),
    ("a draft's text", &[("content/b.vi.md", Some("---\ntitle: B\ndraft: true\n---\n\nĐê khác.\n\n## Two\n\nChữ.\n"))]),
    ("a language", &[("site.yaml", Some("title: Site\nbase_url: https://example.org/\nlanguages: [vi, en, de]\n"))]),
    ("an edition in it", &[("content/a.de.md", Some("---\ntitle: A auf Deutsch\n---\n\nEins.\n"))]),
    ("its text", &[("content/a.de.md", Some("---\ntitle: A auf Deutsch\n---\n\nZwei.\n"))]),
    ("an empty text", &[("content/a.de.md", Some("---\ntitle: A auf Deutsch\n---\n"))]),
    ("no configuration", &[("site.yaml", Some("title: [\n"))]),
    (
        "a configuration again",
        &[(
            "site.yaml",
            Some("title: Site\nbase_url: https://example.org/\nlanguages: [vi, en]\nside_by_side: false\n"),
        )],
    ),
];

const START: &str = "== site.yaml
title: {vi: Trang, en: Site}
base_url: https://example.org/
languages: [vi, en]
== content/index.vi.md
---
title: Nhà
---

Chào.
== content/index.en.md
---
title: Home
---

Hello.
== content/a.vi.md
---
title: A
tags: [x]
---

Con đê. Xem [b](b.md).
== content/a.en.md
---
title: A
tags: [x]
---

One. See [b](b.md#two).

## Two

Text.
== content/b.vi.md
---
title: B
---

Đê.

## Two

Chữ.
== content/b.en.md
---
title: B
---

B.

## Two

Text.
== content/b.yaml
date: 2023-02-03
== content/glossary/dyke.vi.md
---
term: đê
short: Một bức tường.
---

Dài.
== content/glossary/dyke.en.md
---
term: dyke
short: A wall.
---

Long.
";

#[test]
fn a_run_that_remembers_gives_what_one_that_does_not_gives() {
    let site = sites::folder(START);
    let memo = Memo::default();
    let compare = |what: &str| {
        let (remembered, clean) = (all(&prepare(site.path(), &memo)), all(&prepare(site.path(), &Memo::default())));
        assert_eq!(remembered.1, clean.1, "{what}: what was told");
        assert!(remembered.0.keys().eq(clean.0.keys()), "{what}: the list of files");
        for (name, text) in &clean.0 {
            assert_eq!(remembered.0[name], *text, "{what}: {name}");
        }
        clean.0
    };
    let mut before = compare("at first");
    assert!(!before.is_empty());
    let mut silent = Vec::new();
    // And backwards, so that each edit also follows another state.
    let rounds = EDITS.iter().chain(EDITS.iter().rev());
    for (at, (what, edit)) in rounds.enumerate() {
        for (path, text) in *edit {
            match text {
                Some(text) => sites::put(site.path(), path, text.as_bytes()),
                None => _ = std::fs::remove_file(site.path().join(path)),
            }
        }
        let after = compare(what);
        if at < EDITS.len() && after == before {
            silent.push(*what);
        }
        before = after;
    }
    // An edit that changes nothing tests little. These must not: no page can be made while a template cannot be read,
    // nobody calls the component yet, a draft is not built.
    let expected = ["a text meanwhile", "a component", "a draft's text"];
    assert_eq!(silent, expected, "these edits change no file");
}
