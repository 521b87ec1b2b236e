//! What `disk::snapshot` makes of a folder: files in, one text out.
#![allow(clippy::disallowed_methods, reason = "these tests make the files that they read")]

use std::fs;
use std::path::Path;

use songngu::base::{Content, SourcePath};
use songngu::diag::Place;
use songngu::disk;
use tempfile::TempDir;

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (file, bytes) in files {
        write(folder.path(), file, bytes);
    }
    folder
}

fn write(root: &Path, file: &str, bytes: &[u8]) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
    fs::write(path, bytes).expect("a file can be written");
}

/// The snapshot as text: a line for each source, then a line for each diagnostic.
fn show(root: &Path) -> String {
    let (snapshot, diagnostics) = disk::snapshot(root).expect("the root can be read");
    let mut lines = Vec::new();
    for (path, source) in &snapshot.sources {
        lines.push(match &source.content {
            Content::Text(text) => format!("{path} = {text:?}"),
            Content::NotUtf8 { offset, line, column } => format!("{path} not UTF-8 at {offset} ({line}:{column})"),
            Content::Asset { size } => format!("{path} asset, {size} bytes"),
        });
    }
    for diagnostic in &diagnostics {
        let (path, place) = diagnostic.location.as_ref().map_or((String::new(), String::new()), |location| {
            let place = match location.place {
                Place::File => String::new(),
                Place::Span(span) => format!(" [{}..{}]", span.start, span.end),
                Place::At { line, column } => format!(" ({line}:{column})"),
            };
            (location.path.to_string(), place)
        });
        lines.push(format!("{}: {path}{place}: {}", diagnostic.code, diagnostic.message));
    }
    lines.join("\n")
}

#[test]
fn only_sources_are_read_and_each_as_what_it_is() {
    let site = folder(&[
        ("site.yaml", b"title: T\n"),
        ("README.md", b"not a source"),
        ("public/index.html", b"not a source"),
        ("content/index.vi.md", b"\xef\xbb\xbf# Ch\xc3\xa0o\r\n"),
        ("content/map.svg", b"<svg/>"),
        ("content/data.csv", b"\xff\xfe"),
        ("content/.git/HEAD", b""),
        ("content/.DS_Store", b""),
        ("content/index.vi.md~", b""),
        ("content/.index.vi.md.swp", b""),
        ("content/.well-known/security.txt", b"x"),
        ("templates/page.html", b"<p>"),
        ("templates/assets/font.woff2", b"\xff\x00"),
        ("templates/assets/odd.tera", b"x"),
        ("locales/vi/main.ftl", b"a = b\n"),
        ("locales/agreed/index", b"x"),
    ]);
    insta::assert_snapshot!(show(site.path()), @r##"
    content/.well-known/security.txt asset, 1 bytes
    content/data.csv asset, 2 bytes
    content/index.vi.md = "# Chào\n"
    content/map.svg asset, 6 bytes
    locales/agreed/index = "x"
    locales/vi/main.ftl = "a = b\n"
    site.yaml = "title: T\n"
    templates/assets/font.woff2 asset, 2 bytes
    templates/assets/odd.tera = "x"
    templates/page.html = "<p>"
    "##);
}

#[test]
fn every_unreadable_file_is_named_in_one_run() {
    let large = vec![b'a'; 8 * 1024 * 1024 + 1];
    let site = folder(&[
        ("site.yaml", b"a\0b"),
        ("content/a.vi.md", b"1\n\xc4\x91\xff"),
        ("content/b.vi.md", &large),
        ("content/b.bin", &large),
        ("content/c.vi.md/inside.vi.md", b"never read"),
        ("content/good.vi.md", b"good"),
    ]);
    insta::assert_snapshot!(show(site.path()), @r#"
    content/a.vi.md not UTF-8 at 4 (2:2)
    content/b.bin asset, 8388609 bytes
    content/good.vi.md = "good"
    site.yaml = "a\0b"
    encoding-invalid: content/a.vi.md (2:2): the file is not valid UTF-8: byte 0xFF at offset 4
    file-too-large: content/b.vi.md: the file is larger than 8 MiB, more than songngu reads as text
    file-unreadable: content/c.vi.md: `content/c.vi.md` cannot be read: it is a folder, but has the name of a file
    nul-byte: site.yaml [1..2]: the text holds a NUL character
    "#);
}

#[test]
fn two_unicode_forms_of_one_name_clash() {
    let site = folder(&[("content/b\u{e1}o.vi.md", b"1"), ("content/ba\u{301}o.vi.md", b"2")]);
    if fs::read_dir(site.path().join("content")).expect("the folder was made").count() < 2 {
        println!("skipped: this file system keeps one form of a name only");
        return;
    }
    insta::assert_snapshot!(show(site.path()), @r#"
    content/báo.vi.md = "2"
    name-clash: content/báo.vi.md: `content/ba\u{301}o.vi.md` and `content/b\u{e1}o.vi.md` are one name, in two Unicode forms
    "#);
}

#[test]
fn an_asset_is_found_by_the_normal_form_of_its_name() {
    let site = folder(&[("content/a\u{309}nh/\u{111}e\u{323}p.png", b"png"), ("secret", b"s")]);
    insta::assert_snapshot!(show(site.path()), @"content/ảnh/đẹp.png asset, 3 bytes");
    let path = SourcePath::new("content/\u{1ea3}nh/\u{111}\u{1eb9}p.png");
    assert_eq!(disk::read_asset(site.path(), &path).expect("it is there"), b"png");
    let copy = site.path().join("copy.png");
    disk::copy_asset(site.path(), &path, &copy).expect("it can be copied");
    assert_eq!(fs::read(copy).expect("it was copied"), b"png");
    assert!(disk::read_asset(&site.path().join("content"), &SourcePath::new("../secret")).is_err());
    assert!(disk::read_asset(site.path(), &SourcePath::new("content")).is_err());
}

#[test]
fn the_root_is_the_nearest_folder_with_a_site() {
    let site = folder(&[("site.yaml", b""), ("content/a/b/x.vi.md", b"")]);
    let real = fs::canonicalize(site.path()).expect("it is there");
    assert_eq!(disk::find_root(&site.path().join("content/a/b")).expect("there is a site"), real);
    assert_eq!(disk::find_root(site.path()).expect("there is a site"), real);
    let error = disk::find_root(Path::new("/")).expect_err("there is no site");
    assert_eq!(error.to_string(), "cannot find a site in `/`: neither it nor a folder above it holds `site.yaml`");
}

#[test]
fn a_root_that_is_not_there_is_a_failure_and_not_a_diagnostic() {
    let error = disk::snapshot(Path::new("/no/such/folder")).expect_err("there is no such folder");
    assert_eq!(error.to_string(), "cannot read the folder `/no/such/folder`: no such file or directory");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    use super::*;

    #[test]
    fn links_are_followed_within_the_site_only() {
        let other = folder(&[("outside.vi.md", b"outside")]);
        let site = folder(&[
            ("content/a/x.vi.md", b"x"),
            ("content/b/y.vi.md", b"y"),
            ("shared/z.vi.md", b"z"),
            (".env", b"secret"),
        ]);
        let content = site.path().join("content");
        let links = [
            ("../shared", "shared"),
            ("../shared/z.vi.md", "one.vi.md"),
            ("../.env", "env.txt"),
            ("..", "up"),
            (".", "self"),
            ("nothing", "dangling.vi.md"),
            ("round", "round"),
            ("nothing", ".#lock"),
            ("../b", "a/b"),
            ("../a", "b/a"),
        ];
        for (target, link) in links {
            symlink(target, content.join(link)).expect("a link can be made");
        }
        symlink(other.path(), content.join("other")).expect("a link can be made");
        symlink(other.path().join("outside.vi.md"), content.join("other.vi.md")).expect("a link can be made");
        insta::assert_snapshot!(show(site.path()), @r#"
        content/a/b/y.vi.md = "y"
        content/a/x.vi.md = "x"
        content/b/a/x.vi.md = "x"
        content/b/y.vi.md = "y"
        content/one.vi.md = "z"
        content/shared/z.vi.md = "z"
        symlink-loop: content/a/b/a: the symbolic link leads back to itself or to a folder above it
        symlink-loop: content/b/a/b: the symbolic link leads back to itself or to a folder above it
        file-unreadable: content/dangling.vi.md: `content/dangling.vi.md` cannot be read: the symbolic link leads to nothing
        symlink-outside: content/env.txt: the symbolic link leads to `.env`, which is hidden and no part of the site
        symlink-outside: content/other: the symbolic link leads out of the site's folder
        symlink-outside: content/other.vi.md: the symbolic link leads out of the site's folder
        symlink-loop: content/round: the symbolic link leads back to itself or to a folder above it
        symlink-loop: content/self: the symbolic link leads back to itself or to a folder above it
        symlink-loop: content/up: the symbolic link leads back to itself or to a folder above it
        "#);
    }

    #[test]
    fn the_folder_of_sources_itself_may_not_lead_outside() {
        let other = folder(&[("outside.vi.md", b"outside")]);
        let site = folder(&[("site.yaml", b"")]);
        symlink(other.path(), site.path().join("content")).expect("a link can be made");
        write(site.path(), "templates", b"a file");
        insta::assert_snapshot!(show(site.path()), @r#"
        site.yaml = ""
        symlink-outside: content: the symbolic link leads out of the site's folder
        file-unreadable: templates: `templates` cannot be read: it has to be a folder
        "#);
    }

    #[test]
    fn a_pipe_or_a_device_is_named_and_not_waited_for() {
        let site = folder(&[("content/x.vi.md", b"x")]);
        let pipe = site.path().join("content/pipe.vi.md");
        let made = Command::new("mkfifo").arg(&pipe).status().expect("mkfifo can be run");
        assert!(made.success());
        symlink("/dev/zero", site.path().join("content/zero.vi.md")).expect("a link can be made");
        insta::assert_snapshot!(show(site.path()), @r#"
        content/x.vi.md = "x"
        file-unreadable: content/pipe.vi.md: `content/pipe.vi.md` cannot be read: it is a named pipe, not a file
        symlink-outside: content/zero.vi.md: the symbolic link leads out of the site's folder
        "#);
    }

    #[test]
    fn a_name_that_is_no_text_is_named_as_well_as_it_can_be() {
        let site = folder(&[("content/x.vi.md", b"x")]);
        let name = std::ffi::OsStr::from_bytes(b"\xff.vi.md");
        if fs::write(site.path().join("content").join(name), b"").is_err() {
            println!("skipped: this file system takes no such name");
            return;
        }
        insta::assert_snapshot!(show(site.path()), @r#"
        content/x.vi.md = "x"
        file-unreadable: content/�.vi.md: `content/�.vi.md` cannot be read: its name is not valid UTF-8
        "#);
    }

    #[test]
    fn a_file_without_permission_is_named_with_the_reason() {
        let site = folder(&[("content/a.vi.md", b"a"), ("content/b/c.vi.md", b"c")]);
        let lock = |file: &str, mode| {
            let permissions = fs::Permissions::from_mode(mode);
            fs::set_permissions(site.path().join("content").join(file), permissions).expect("it is ours");
        };
        lock("a.vi.md", 0);
        lock("b", 0);
        if fs::read(site.path().join("content/a.vi.md")).is_ok() {
            println!("skipped: this user may read everything");
        } else {
            insta::assert_snapshot!(show(site.path()), @"
            file-unreadable: content/a.vi.md: `content/a.vi.md` cannot be read: permission denied
            file-unreadable: content/b: `content/b` cannot be read: permission denied
            ");
        }
        lock("b", 0o700);
    }
}
