//! Building again, elsewhere, with other threads, with other options: what must be the same, and what must not.
#![allow(clippy::disallowed_methods, reason = "these tests make sites and look at what was built")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use support::built::{Built, files};
use support::sites;
use tempfile::TempDir;

const FLOODS: &str = include_str!("floods.txt");

fn build(root: &Path, arguments: &[&str]) -> String {
    let mut all = vec!["build"];
    all.extend(arguments);
    sites::run_quietly(root, &all)
}

/// The built files, by name.
fn public(root: &Path) -> BTreeMap<String, Vec<u8>> {
    files(&root.join("public"))
}

fn times(root: &Path) -> BTreeMap<String, SystemTime> {
    let time = |name: &String| fs::metadata(root.join("public").join(name)).and_then(|metadata| metadata.modified());
    public(root).keys().map(|name| (name.clone(), time(name).expect("a file has a time"))).collect()
}

/// A line such as `… 96 written, 0 unchanged, 0 deleted`, as numbers.
fn plan(printed: &str) -> [usize; 3] {
    let line = printed.lines().next().unwrap_or_default();
    let counts = line.rsplit(": ").next().unwrap_or_default();
    let numbers: Vec<usize> = counts.split(", ").filter_map(|part| part.split(' ').next()?.parse().ok()).collect();
    numbers.try_into().unwrap_or_else(|_| panic!("no plan in: {line}"))
}

#[test]
fn the_same_sources_are_the_same_bytes() {
    let first = sites::folder(FLOODS);
    // Elsewhere, deeper, its files made in another order, with other threads.
    let elsewhere = tempfile::tempdir().expect("a temporary folder can be made");
    let second = elsewhere.path().join("một thư mục/khác hẳn");
    for (path, content) in sites::entries(FLOODS).into_iter().rev() {
        sites::put(&second, &path, content.as_bytes());
    }
    for (root, threads) in [(first.path(), "1"), (second.as_path(), "4")] {
        let output = sites::songngu().arg("build").arg("--root").arg(root).env("RAYON_NUM_THREADS", threads).output();
        assert!(output.expect("the program can be started").status.success());
    }
    let (one, other) = (public(first.path()), public(&second));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert!(other[name] == *bytes, "`{name}` differs");
    }
    let text = second.to_string_lossy();
    let mentions = one.iter().find(|(_, bytes)| String::from_utf8_lossy(bytes).contains(text.as_ref()));
    assert!(mentions.is_none(), "the place of the sources is no part of the site");
}

#[test]
fn a_second_build_rewrites_nothing() {
    let site = sites::folder(FLOODS);
    let [written, unchanged, _] = plan(&build(site.path(), &[]));
    assert_eq!((written, unchanged), (public(site.path()).len() - 1, 0), "all but the marker are written");
    let before = times(site.path());
    assert_eq!(plan(&build(site.path(), &[])), [0, written, 0]);
    assert_eq!(times(site.path()), before);
    // One paragraph of one edition: its page, its page side by side, and no other.
    sites::put(
        site.path(),
        "content/news/2024/dyke.en.md",
        b"---\ntitle: The new dyke\n---\n\nNew.\n\n## Who built it\n\nWe.\n",
    );
    let [rewritten, ..] = plan(&build(site.path(), &[]));
    let after = times(site.path());
    let changed: Vec<&String> = after
        .iter()
        .filter(|(name, time)| before.get(*name) != Some(time) && *name != ".songngu")
        .map(|(name, _)| name)
        .collect();
    assert_eq!(rewritten, changed.len());
    for name in &changed {
        let expected = ["en/news/2024/dyke/index.html", "vi-en/tin-tuc/2024/con-de/index.html", "en/feed.xml"];
        // Terms say where they are mentioned; the tag's pages hold the beginning of the text.
        assert!(
            expected.contains(&name.as_str())
                || name.contains("dyke")
                || name.contains("tags")
                || name.contains("news"),
            "{name}"
        );
    }
    assert!(changed.len() < 12, "{changed:?}");
}

#[test]
fn the_address_can_be_given_when_building() {
    let site = sites::folder(FLOODS);
    build(site.path(), &["--base-url", "https://preview.example.net/nhanh/1"]);
    let built = Built::read(&site.path().join("public"), "https://preview.example.net/nhanh/1/");
    assert_eq!(built.dangling("/nhanh/1/"), []);
    built.check_alternates();
    for (name, bytes) in &built.files {
        assert!(!String::from_utf8_lossy(bytes).contains("https://example.org/du-an"), "{name}");
    }
    assert!(built.text("robots.txt").contains("Sitemap: https://preview.example.net/nhanh/1/sitemap.xml"));
    assert!(built.text("_redirects").starts_with("/nhanh/1/"));
    let refused = sites::run(site.path(), &["build", "--base-url", "preview.example.net"]);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn an_address_with_an_ampersand_keeps_the_feeds_readable() {
    let site = sites::folder(FLOODS);
    build(site.path(), &["--base-url", "https://example.net/a&b/"]);
    let built = Built::read(&site.path().join("public"), "https://example.net/a&b/");
    built.check_pages();
    for file in ["vi/feed.xml", "sitemap.xml"] {
        roxmltree::Document::parse(built.text(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    }
}

#[test]
fn drafts_are_built_when_asked_for_and_kept_from_search_engines() {
    let site = sites::folder(FLOODS);
    build(site.path(), &["--drafts"]);
    let built = Built::read(&site.path().join("public"), "https://example.org/du-an/");
    built.check_pages();
    built.check_alternates();
    assert_eq!(built.dangling("/du-an/"), []);
    for (route, lang) in [("vi/tin-tuc/hidden/", "vi"), ("en/news/hidden/", "en"), ("en/news/half/", "en")] {
        let page = built.page(route);
        assert_eq!(page.attribute(page.only("html"), "lang"), lang, "{route}");
        let robots = page.all("meta").into_iter().find(|meta| page.attribute(*meta, "name") == "robots");
        assert_eq!(robots.map(|meta| page.attribute(meta, "content")), Some("noindex"), "{route}");
        assert!(!page.with_class("notice").is_empty(), "{route}: a notice");
        for file in ["sitemap.xml", "vi/feed.xml", "en/feed.xml"] {
            assert!(!built.text(file).contains(route), "{file} does not list {route}");
        }
    }
    assert!(built.pages.contains_key("vi/tin-tuc/later/index.html"));
    build(site.path(), &[]);
    assert!(!site.path().join("public/en/news/hidden").exists(), "and they go when they are not asked for");
}

#[test]
fn what_has_gone_from_the_sources_goes_from_the_site() {
    let site = sites::folder(FLOODS);
    sites::put(site.path(), "content/extra/note.vi.md", "---\ntitle: Ghi chú\n---\n\nTạm.\n".as_bytes());
    sites::put(site.path(), "public/.gitignore", b"*\n!.gitignore\n");
    build(site.path(), &[]);
    assert!(site.path().join("public/vi/extra/note/index.html").is_file());
    fs::remove_dir_all(site.path().join("content/extra")).expect("it can be removed");
    let [_, _, deleted] = plan(&build(site.path(), &[]));
    assert_eq!(deleted, 3, "the page in three languages");
    assert!(!site.path().join("public/vi/extra").exists(), "and its folder");
    assert_eq!(fs::read(site.path().join("public/.gitignore")).expect("it is still there"), b"*\n!.gitignore\n");
}

/// `songngu init` with these languages.
fn init(languages: Option<&str>) -> (TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut arguments = vec!["init", "trang"];
    arguments.extend(languages.iter().flat_map(|languages| ["--languages", languages]));
    sites::run_quietly(folder.path(), &arguments);
    let root = folder.path().join("trang");
    (folder, root)
}

#[test]
fn a_new_site_builds_at_once() {
    for (languages, expected) in [
        (None, vec!["vi", "en"]),
        (Some("vi,en"), vec!["vi", "en"]),
        (Some("en,ar"), vec!["en", "ar"]),
        (Some("fr"), vec!["fr"]),
    ] {
        let (_folder, root) = init(languages);
        if expected.contains(&"ar") {
            // The program has no Arabic words for a first page: what stands there in English is told until it is translated.
            let check = sites::run(&root, &["check"]);
            let told = String::from_utf8_lossy(&check.stderr);
            let warnings: Vec<&str> = told.lines().filter(|line| line.starts_with("warning[")).collect();
            assert!(check.status.success() && !warnings.is_empty(), "{told}");
            assert!(warnings.iter().all(|line| line.starts_with("warning[text-unchanged]")), "{told}");
            build(&root, &[]);
        } else {
            sites::run_quietly(&root, &["check", "--deny", "warnings"]);
            build(&root, &["--strict"]);
        }
        let built = Built::read(&root.join("public"), "https://example.org/");
        built.check_pages();
        built.check_alternates();
        assert_eq!(built.dangling("/"), [], "{languages:?}");
        for lang in expected {
            let home = built.page(&format!("{lang}/"));
            assert_eq!(home.attribute(home.only("html"), "lang"), lang);
            assert!(!home.with_class("term").is_empty(), "{lang}: it shows how a term is linked");
        }
        assert!(built.files.contains_key(".gitignore"), "the built site stays out of git");
    }
}

#[test]
fn new_pages_and_terms_are_written_once() {
    let (_folder, root) = init(Some("vi,en"));
    let printed = sites::run_quietly(&root, &["new", "page", "chinh-sach/nguon-von"]);
    assert_eq!(
        printed.lines().collect::<Vec<_>>(),
        [
            "content/chinh-sach/nguon-von.vi.md",
            "content/chinh-sach/nguon-von.en.md",
            "content/chinh-sach/nguon-von.yaml"
        ]
    );
    sites::run_quietly(&root, &["new", "term", "gpu"]);
    build(&root, &["--strict"]);
    assert!(!root.join("public/vi/chinh-sach").exists(), "a new page is a draft");
    // A term that no text mentions would be told.
    for lang in ["vi", "en"] {
        let path = root.join(format!("content/chinh-sach/nguon-von.{lang}.md"));
        let text = fs::read_to_string(&path).expect("it was written");
        fs::write(&path, format!("{text}\n[[gpu]]\n")).expect("it can be written");
    }
    build(&root, &["--strict", "--drafts"]);
    assert!(root.join("public/vi/chinh-sach/nguon-von/index.html").is_file());
    assert!(root.join("public/en/glossary/gpu/index.html").is_file());
    let file = root.join("content/chinh-sach/nguon-von.en.md");
    fs::write(&file, "mine").expect("it can be written");
    fs::remove_file(root.join("content/chinh-sach/nguon-von.vi.md")).expect("it can be removed");
    for arguments in [["new", "page", "chinh-sach/nguon-von"], ["new", "term", "gpu"], ["new", "term", "bilingual"]] {
        let refused = sites::run(&root, &arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains("exists already"), "{refused:?}");
    }
    assert_eq!(fs::read_to_string(&file).expect("it is still there"), "mine");
    assert!(
        !root.join("content/chinh-sach/nguon-von.vi.md").exists(),
        "nothing is written where one file is in the way"
    );
    for bad in ["../out", "Hoa/Thường", "a//b", ""] {
        assert_eq!(sites::run(&root, &["new", "page", bad]).status.code(), Some(2), "`{bad}`");
    }
    let again = sites::run(root.parent().expect("a folder"), &["init", "trang"]);
    assert_eq!(again.status.code(), Some(2), "a folder that is not empty");
}

#[test]
fn what_has_not_changed_is_not_built_again() {
    let site = sites::folder(FLOODS);
    let timings = |arguments: &[&str]| {
        let mut all = vec!["build", "--timings"];
        all.extend(arguments);
        let output = sites::run(site.path(), &all);
        assert!(output.status.success());
        let stages = String::from_utf8_lossy(&output.stderr).into_owned();
        (stages.contains("  parsing\n"), String::from_utf8(output.stdout).expect("results are UTF-8"))
    };
    let first = timings(&[]);
    assert!(first.0, "a first build reads the texts");
    let (parsed, printed) = timings(&[]);
    assert!(!parsed, "nothing has changed, so nothing is parsed");
    let [_, unchanged, _] = plan(&first.1).map(|count| count.to_string());
    assert!(printed.contains(": 0 written, ") && !printed.contains(&format!(" {unchanged} unchanged")));
    let counts = |printed: &str| printed.split(" in ").take(3).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(counts(&printed)[0], counts(&first.1)[0], "the same is told of the site");
    let before = public(site.path());
    // Each of these is seen, and the site is whole again after it.
    fs::remove_file(site.path().join("public/robots.txt")).expect("a built file can be removed");
    assert!(timings(&[]).0, "a built file is missing");
    fs::write(site.path().join("public/vi/index.html"), "tampered").expect("a built file can be written");
    assert!(timings(&[]).0, "a built file was written to");
    assert!(public(site.path()) == before, "the site is what it was");
    assert!(timings(&["--drafts"]).0, "drafts were asked for");
    assert!(timings(&["--base-url", "https://example.net/"]).0, "another address was asked for");
    assert!(timings(&[]).0);
    assert!(public(site.path()) == before, "the site is what it was");
    // Another source, the same site: no built file is written.
    let times_before = times(site.path());
    sites::put(site.path(), "templates/unused.html", b"{# nobody includes it #}");
    assert!(timings(&[]).0);
    assert_eq!(times_but_marker(times(site.path())), times_but_marker(times_before));
    assert!(!timings(&[]).0);
    // What is told is told each time.
    sites::put(site.path(), "content/dot.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    sites::put(
        site.path(),
        "content/alone.vi.md",
        "---\ntitle: Một mình\nfallback: omit\n---\n\n![](dot.svg)\n".as_bytes(),
    );
    for _ in 0..2 {
        let output = sites::run(site.path(), &["build"]);
        assert!(String::from_utf8_lossy(&output.stderr).contains("image-alt-missing"));
    }
}

fn times_but_marker(mut times: BTreeMap<String, SystemTime>) -> BTreeMap<String, SystemTime> {
    times.remove(".songngu");
    times
}

#[test]
fn pages_hold_their_look_and_their_icon() {
    let site = sites::folder(FLOODS);
    build(site.path(), &[]);
    let read = |file: &str| fs::read_to_string(site.path().join("public").join(file)).expect("the page is built");
    let count = |html: &str, sought: &str| html.matches(sought).count();
    let (home, chooser) = (read("vi/index.html"), read("index.html"));
    for html in [&home, &chooser] {
        assert_eq!(count(html, "<link rel=\"icon\" href=\"data:image/svg+xml,"), 1);
        assert_eq!(count(html, "rel=\"stylesheet\""), 0);
    }
    assert_eq!((count(&home, "<style>"), count(&chooser, "<style>")), (1, 2), "lists have a sheet of their own");
    // The site's own: an icon is linked by the way to it, a sheet that names another file by its way, too.
    sites::put(site.path(), "content/favicon.ico", b"\0\0\x01\0");
    sites::put(site.path(), "templates/assets/site.css", b"p { background: url(x.png) }");
    build(site.path(), &[]);
    let home = read("vi/index.html");
    assert_eq!(count(&home, "<link rel=\"icon\" href=\"../favicon.ico\">"), 1);
    assert_eq!((count(&home, "data:image/svg+xml"), count(&home, "<style>")), (0, 0));
    assert_eq!(count(&home, "<link rel=\"stylesheet\" href=\"../assets/site."), 1);
    let redirection = public(site.path()).into_values().filter_map(|bytes| String::from_utf8(bytes).ok());
    let redirection = redirection.filter(|text| text.contains("http-equiv=\"refresh\"")).collect::<Vec<_>>();
    assert!(!redirection.is_empty() && redirection.iter().all(|html| html.contains("../favicon.ico\">")));
}
