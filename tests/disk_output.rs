//! What becomes of an output folder: refused, built, kept, healed, replaced.
#![allow(clippy::disallowed_methods, reason = "these tests make and look at the folders that are built")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use songngu::base::{Digest, SourcePath};
use songngu::disk::{Committed, Output, OutputProblem, Swap};
use songngu::plan::{Action, Manifest};
use tempfile::TempDir;

/// A site's root with sources, and these files.
fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (file, text) in [("site.yaml", ""), ("content/a.vi.md", "a"), ("content/map.png", "png")].iter().chain(files) {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
    folder
}

/// Builds these files into `public`.
fn build(root: &Path, files: &[(&str, &str)]) -> Committed {
    let output = Output::open(root, &root.join("public")).expect("the folder is safe");
    let files: BTreeMap<&str, &str> = files.iter().copied().collect();
    let staging = output.stage().expect("a staging folder can be made");
    let mut manifest = BTreeMap::new();
    for (file, text) in files {
        let digest = Digest::of(text.as_bytes());
        let action = output.manifest().action(file, digest);
        match file {
            "map.png" => staging.put_asset(file, &SourcePath::new("content/map.png"), action),
            _ => staging.put(file, text.as_bytes(), action),
        }
        .expect("a file can be put");
        manifest.insert(file.to_owned(), digest);
    }
    staging.commit(&Manifest::new("0.1.0", manifest)).expect("the site can be replaced")
}

/// All files below `folder` and what is in them (but for the manifest), and the names beside it that are ours.
fn show(root: &Path) -> String {
    fn collect(folder: &Path, base: &Path, lines: &mut Vec<String>) {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(folder).expect("it is there").map(|entry| entry.expect("it can be read").path()).collect();
        paths.sort();
        for path in paths {
            let name = path.strip_prefix(base).expect("it is below").display().to_string();
            if path.is_dir() {
                collect(&path, base, lines);
            } else if name == ".songngu" {
                lines.push(name);
            } else {
                lines.push(format!("{name} = {}", String::from_utf8_lossy(&fs::read(&path).expect("it can be read"))));
            }
        }
    }
    let mut lines = Vec::new();
    collect(&root.join("public"), &root.join("public"), &mut lines);
    let beside = fs::read_dir(root).expect("it is there").map(|entry| entry.expect("it can be read").file_name());
    lines.extend(
        beside.filter(|name| name.to_string_lossy().starts_with('.')).map(|name| format!("left behind: {name:?}")),
    );
    lines.join("\n")
}

/// Why a folder is refused, with the site's root as `ROOT`; "safe" if it is not.
fn refused(root: &Path, folder: &Path) -> String {
    match Output::open(root, folder) {
        Ok(_) => "safe".to_owned(),
        Err(OutputProblem::Unsafe(diagnostic)) => {
            assert!(diagnostic.hint.is_some());
            format!("{}: {}", diagnostic.code, diagnostic.message).replace(&root.display().to_string(), "ROOT")
        }
        Err(OutputProblem::Failed(error)) => format!("failed: {error}").replace(&root.display().to_string(), "ROOT"),
    }
}

#[test]
fn a_folder_that_is_not_ours_to_replace_is_refused() {
    let site = site(&[
        ("full/notes.txt", "mine"),
        ("file", ""),
        ("ignored/.gitignore", "*"),
        ("marked/.songngu", "damaged"),
        ("marked/any", ""),
        ("nested/.songngu/x", ""),
    ]);
    let root = site.path();
    fs::create_dir(root.join("empty")).expect("a folder can be made");
    let folders = [
        ".",
        "..",
        "content",
        "content/public",
        "content/..",
        "templates",
        "locales/public",
        "site.yaml",
        "full",
        "file",
        "file/public",
        "nested",
        "ignored",
        "marked",
        "empty",
        "missing",
        "missing/deep",
        "missing/../content/x",
    ];
    let mut lines: Vec<String> =
        folders.iter().map(|folder| format!("{folder} -> {}", refused(root, &root.join(folder)))).collect();
    lines.push(format!("/ -> {}", refused(root, Path::new("/"))));
    insta::assert_snapshot!(lines.join("\n"), @"
    . -> output-unsafe: the output folder `ROOT/.` is the site's own folder
    .. -> output-unsafe: the output folder `ROOT/..` holds the site's own folder
    content -> output-unsafe: the output folder `ROOT/content` lies in the sources (`content`)
    content/public -> output-unsafe: the output folder `ROOT/content/public` lies in the sources (`content`)
    content/.. -> output-unsafe: the output folder `ROOT/content/..` is the site's own folder
    templates -> output-unsafe: the output folder `ROOT/templates` lies in the sources (`templates`)
    locales/public -> output-unsafe: the output folder `ROOT/locales/public` lies in the sources (`locales`)
    site.yaml -> output-unsafe: the output folder `ROOT/site.yaml` lies in the sources (`site.yaml`)
    full -> output-unsafe: the output folder `ROOT/full` holds files that songngu did not write
    file -> output-unsafe: the output folder `ROOT/file` is a file
    file/public -> failed: cannot find the output folder `ROOT/file/public`: not a directory
    nested -> output-unsafe: the output folder `ROOT/nested` holds a `.songngu` that is not a file
    ignored -> safe
    marked -> safe
    empty -> safe
    missing -> safe
    missing/deep -> safe
    missing/../content/x -> output-unsafe: the output folder `ROOT/missing/../content/x` lies in the sources (`content`)
    / -> output-unsafe: the output folder `/` is the root of the file system
    ");
}

#[test]
fn the_home_folder_and_what_holds_it_are_refused() {
    let site = site(&[]);
    let Some(home) = std::env::home_dir().filter(|home| home.is_dir() && home.parent().is_some()) else {
        println!("skipped: there is no home folder");
        return;
    };
    let named = home.display().to_string();
    assert_eq!(
        refused(site.path(), &home).replace(&named, "HOME"),
        "output-unsafe: the output folder `HOME` is your home folder"
    );
}

#[cfg(unix)]
#[test]
fn a_link_does_not_hide_where_a_folder_is() {
    let site = site(&[("real/x.vi.md", "")]);
    let root = site.path();
    let link =
        |target: &Path, name: &str| std::os::unix::fs::symlink(target, root.join(name)).expect("a link can be made");
    link(&root.join("content"), "to-content");
    link(root, "to-root");
    link(&root.join("nothing"), "to-nothing");
    link(&root.join("real"), "templates");
    let folders = [
        "to-content",
        "to-content/public",
        "to-root",
        "to-root/content",
        "to-root/public",
        "to-nothing",
        "real",
        "real/public",
    ];
    let lines: Vec<String> =
        folders.iter().map(|folder| format!("{folder} -> {}", refused(root, &root.join(folder)))).collect();
    insta::assert_snapshot!(lines.join("\n"), @"
    to-content -> output-unsafe: the output folder `ROOT/to-content` lies in the sources (`content`)
    to-content/public -> output-unsafe: the output folder `ROOT/to-content/public` lies in the sources (`content`)
    to-root -> output-unsafe: the output folder `ROOT/to-root` is the site's own folder
    to-root/content -> output-unsafe: the output folder `ROOT/to-root/content` lies in the sources (`content`)
    to-root/public -> safe
    to-nothing -> failed: cannot find the output folder `ROOT/to-nothing`: no such file or directory
    real -> output-unsafe: the output folder `ROOT/real` lies in the sources (`templates`)
    real/public -> output-unsafe: the output folder `ROOT/real/public` lies in the sources (`templates`)
    ");
}

#[test]
fn a_site_is_built_changed_and_cleaned() {
    let site = site(&[("public/.gitignore", "*")]);
    let root = site.path();
    let first = build(root, &[("index.html", "1"), ("vi/a/index.html", "2"), ("map.png", "png")]);
    insta::assert_snapshot!(format!("{first:?}\n{}", show(root)), @r#"
    Committed { swap: Exchanged, carried: [".gitignore"] }
    .gitignore = *
    .songngu
    index.html = 1
    map.png = png
    vi/a/index.html = 2
    "#);
    let second = build(root, &[("index.html", "one"), ("vi/a", "a file now"), ("map.png", "png")]);
    insta::assert_snapshot!(format!("{second:?}\n{}", show(root)), @r#"
    Committed { swap: Exchanged, carried: [".gitignore"] }
    .gitignore = *
    .songngu
    index.html = one
    map.png = png
    vi/a = a file now
    "#);
}

#[test]
fn the_manifest_is_the_same_wherever_and_whenever_it_is_built() {
    let marker = || {
        let site = site(&[]);
        build(site.path(), &[("b", "2"), ("a", "1")]);
        fs::read_to_string(site.path().join("public/.songngu")).expect("there is a marker")
    };
    assert_eq!(marker(), marker());
    insta::assert_snapshot!(marker(), @r#"
    {
      "songngu": 1,
      "engine": "0.1.0",
      "files": {
        "a": "d63bd9a826af91c1fea371965a64e11ee20f13e46b5f52c59901136605b3a487",
        "b": "813e9b729141e7f385afa0a2d0df3e6c3789e427ffe4aeef566a565bc8f2fe3d"
      }
    }
    "#);
}

#[test]
fn a_kept_file_keeps_its_time_and_an_unchanged_site_is_not_touched() {
    let site = site(&[]);
    let root = site.path();
    let (kept, old) = (root.join("public/vi/kept"), SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000));
    build(root, &[("vi/kept", "1"), ("other", "2")]);
    fs::File::options().write(true).open(&kept).and_then(|file| file.set_modified(old)).expect("it is ours");
    assert_eq!(build(root, &[("vi/kept", "1"), ("other", "2")]).swap, Swap::Unchanged);
    assert_ne!(build(root, &[("vi/kept", "1"), ("other", "two")]).swap, Swap::Unchanged);
    assert_eq!(fs::metadata(&kept).and_then(|kept| kept.modified()).expect("it is there"), old);
    assert_eq!(fs::read_to_string(root.join("public/other")).expect("it is there"), "two");
}

#[test]
fn a_damaged_site_is_healed_by_the_next_build() {
    let site = site(&[]);
    let root = site.path();
    let files = [("a", "1"), ("b/c", "22"), ("map.png", "png")];
    build(root, &files);
    let whole = show(root);
    fs::write(root.join("public/a"), "").expect("it is ours");
    fs::remove_dir_all(root.join("public/b")).expect("it is ours");
    fs::remove_file(root.join("public/map.png")).expect("it is ours");
    fs::create_dir(root.join("public/map.png")).expect("it is ours");
    build(root, &files);
    assert_eq!(show(root), whole);
}

#[test]
fn a_damaged_manifest_keeps_nothing_and_loses_nothing() {
    let site = site(&[]);
    let root = site.path();
    build(root, &[("a", "1"), ("b", "2")]);
    let whole = show(root);
    fs::write(root.join("public/.songngu"), "{").expect("it is ours");
    fs::write(root.join("public/.gitignore"), "*").expect("it is ours");
    fs::write(root.join("public/a"), "same size? no: other bytes").expect("it is ours");
    build(root, &[("a", "1"), ("b", "2")]);
    assert_eq!(show(root), format!(".gitignore = *\n{whole}"));
}

#[test]
fn files_that_songngu_did_not_write_are_carried_over() {
    let site = site(&[]);
    let root = site.path();
    build(root, &[("a", "1"), ("b", "2")]);
    fs::write(root.join("public/CNAME"), "example.org").expect("it is ours");
    let committed = build(root, &[("a", "one")]);
    insta::assert_snapshot!(format!("{committed:?}\n{}", show(root)), @r#"
    Committed { swap: Exchanged, carried: ["CNAME"] }
    .songngu
    CNAME = example.org
    a = one
    "#);
}

#[test]
fn two_builds_at_once_do_not_meet() {
    let site = site(&[]);
    let root = site.path();
    let output = Output::open(root, &root.join("public")).expect("the folder is safe");
    let second = Output::open(root, &root.join("public")).expect("the folder is safe");
    let staging = output.stage().expect("a staging folder can be made");
    let error = second.stage().expect_err("the first build is at work").to_string();
    assert!(error.ends_with("/public`: another songngu is building into this folder"), "{error}");
    let manifest = Manifest::new("0.1.0", [("a".to_owned(), Digest::of(b"1"))].into());
    staging.put("a", b"1", Action::Write).expect("a file can be put");
    staging.commit(&manifest).expect("the site can be replaced");
    let error = second.stage().expect_err("the first build has changed it").to_string();
    assert!(error.ends_with("/public`: somebody else has changed it meanwhile; build again"), "{error}");
    assert_eq!(show(root), ".songngu\na = 1");
}

#[test]
fn a_build_that_is_given_up_leaves_no_trace() {
    let site = site(&[]);
    let root = site.path();
    build(root, &[("a", "1")]);
    let output = Output::open(root, &root.join("public")).expect("the folder is safe");
    let staging = output.stage().expect("a staging folder can be made");
    staging.put("a", b"2", Action::Write).expect("a file can be put");
    drop(staging);
    assert_eq!(show(root), ".songngu\na = 1");
}

#[test]
fn leftovers_go_if_they_are_ours_and_stay_if_they_are_not() {
    let site = site(&[
        (".public.songngu-staging-1/.songngu-staging", ""),
        (".public.songngu-staging-2/.songngu", ""),
        (".public.songngu-old-3/.songngu", ""),
        (".public.songngu-lock", ""),
        (".public.songngu-staging-4/mine", ""),
        (".public.songngu-staging-x/.songngu", ""),
        (".other.songngu-staging-5/.songngu", ""),
    ]);
    fs::create_dir(site.path().join("public")).expect("a folder can be made");
    build(site.path(), &[("a", "1")]);
    let mut left: Vec<String> = show(site.path()).lines().map(str::to_owned).collect();
    left.sort();
    insta::assert_snapshot!(left.join("\n"), @r#"
    .songngu
    a = 1
    left behind: ".other.songngu-staging-5"
    left behind: ".public.songngu-staging-4"
    left behind: ".public.songngu-staging-x"
    "#);
}

#[test]
fn a_site_that_was_moved_aside_by_a_killed_build_is_put_back() {
    let site = site(&[]);
    let root = site.path();
    build(root, &[("a", "1")]);
    fs::rename(root.join("public"), root.join(".public.songngu-old-7")).expect("it is ours");
    let output = Output::open(root, &root.join("public")).expect("the folder is safe");
    assert!(output.manifest().files().contains_key("a"));
    assert_eq!(show(root), ".songngu\na = 1");
}

#[test]
fn a_name_that_leads_elsewhere_is_never_written() {
    let site = site(&[]);
    let root = site.path();
    let output = Output::open(root, &root.join("deep/er/public")).expect("the folder is safe");
    let staging = output.stage().expect("a staging folder can be made");
    for file in ["../x", "/x", "a/../../x", "", "a//b", "a/", ".", "a\\b", "a\0b", ".songngu", ".songngu-staging"] {
        assert!(staging.put(file, b"", Action::Write).is_err(), "{file:?}");
    }
    staging.put("twice", b"1", Action::Write).expect("a file can be put");
    assert!(staging.put("twice", b"2", Action::Write).is_err());
}
