//! Bad input that no text can hold: bytes, names, links, pipes, a program that is killed or not listened to.
//!
//! What is printed stands in `tests/bad/files/<case>.txt`; `UPDATE=1 cargo test --test bad_files` writes it anew.
//! Unless a case says otherwise, the site that was built before is afterwards byte for byte what it was.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program on them")]
#![cfg(unix)]

mod site;

use std::fs::{self, File, FileTimes, Permissions};
use std::io::Read as _;
use std::os::unix::ffi::OsStringExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use site::{Run, Site, tree};

/// An edition of the good site's first page.
const PAGE: &str = "---\ntitle: Trang chủ\n---\n\nChào.\n";

/// Runs the program and compares what it prints on stderr, and how it ends, with the case's file.
fn check(case: &str, site: &Site, arguments: &[&str]) {
    let before = site.public();
    let run = site.run(arguments);
    assert!(run.status == Some(0) || site.public() == before, "{case}: `public/` has been touched");
    expect(case, &run);
}

fn expect(case: &str, run: &Run) {
    let status = run.status.map_or("none".to_owned(), |status| status.to_string());
    let printed = format!("exit status {status}\n{}", run.stderr);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/bad/files/{case}.txt"));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &printed).expect("a case can be written");
    }
    let expected =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", path.display()));
    assert_eq!(printed, expected, "{case}");
}

/// Builds, which must succeed without a word; returns a built file.
fn built(site: &Site, file: &str) -> String {
    let Run { status, stdout: _, stderr } = site.run(&["build"]);
    assert_eq!((status, stderr.as_str()), (Some(0), ""));
    let public = site.public();
    let names = || public.keys().cloned().collect::<Vec<_>>().join("\n");
    let bytes = public.get(file).unwrap_or_else(|| panic!("`{file}` is not among\n{}", names()));
    String::from_utf8(bytes.clone()).expect("it is text")
}

#[test]
fn invalid_utf8_is_named_by_its_offset() {
    let site = Site::good();
    site.write("content/index.vi.md", b"---\ntitle: Trang ch\xe1\xbb\xa7\n---\n\nTi\xe1\xbf ng\n");
    site.write("content/programme.yaml", b"date: 2023-05-19\nfigures: {a\xff: {value: 1}}\n");
    site.write("locales/vi/site.ftl", b"hello = Ch\xe0o\n");
    site.write("templates/page.html", b"<p>\xff</p>\n");
    let utf16: Vec<u8> = "\u{feff}---\ntitle: x\n---\n".encode_utf16().flat_map(|unit| unit.to_le_bytes()).collect();
    site.write("content/index.en.md", utf16);
    check("encoding-invalid", &site, &["build"]);
}

#[test]
fn invalid_utf8_in_the_configuration() {
    let site = Site::good();
    site.write("site.yaml", b"title: \xff\nlanguages: [vi, en]\n");
    check("encoding-invalid-config", &site, &["build"]);
}

#[test]
fn a_page_in_another_encoding_is_one_mistake_not_one_for_each_link_to_it() {
    let site = Site::good();
    site.write("content/programme.vi.md", b"---\ntitle: Ch\xbe\n---\n");
    site.write("content/glossary/llm.en.md", b"---\nterm: \xbe\n---\n");
    check("encoding-invalid-linked", &site, &["build"]);
}

#[test]
fn a_nul_is_named_by_its_place() {
    let site = Site::good();
    site.write("content/index.vi.md", "---\ntitle: Trang chủ\n---\n\nTiếng\0Việt\0\n");
    site.write("content/index.en.md", "---\ntitle: \"Ho\0me\"\n---\n");
    check("nul-byte", &site, &["build"]);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted() {
    let site = Site::good();
    for file in ["site.yaml", "content/index.vi.md", "content/programme.yaml", "content/glossary/llm.vi.md"] {
        let text = fs::read_to_string(site.root().join(file)).expect("it is a file of the good site");
        site.write(file, format!("\u{feff}{}", text.replace('\n', "\r\n")));
    }
    site.write("locales/vi/site.ftl", "\u{feff}skip-link = Đến chữ của tôi\r\n");
    let page = built(&site, "vi/index.html");
    assert!(page.contains("Đến chữ của tôi") && page.contains("các đối tác") && !page.contains('\r'), "{page}");
}

#[test]
fn places_in_such_files_are_those_that_an_editor_shows() {
    let site = Site::good();
    site.write("content/index.vi.md", "\u{feff}---\r\ntitle: Trang chủ\r\n---\r\n\r\nTiếng Việt [x](khong-co.md).\r\n");
    site.write("content/index.en.md", "\u{feff}---\r\ntitel: Home\r\n---\r\n");
    check("byte-order-mark", &site, &["build"]);
}

#[test]
fn a_decomposed_name_is_the_same_page() {
    let site = Site::good();
    // As macOS hands names out: `hòa` as h, o, a grave accent, a.
    site.write("content/ho\u{300}a.vi.md", "---\ntitle: Hòa\n---\n");
    site.write("content/hòa.en.md", "---\ntitle: Peace\n---\n");
    site.write("content/a\u{309}nh.svg", "<svg/>");
    site.write("content/index.vi.md", "---\ntitle: Trang chủ\n---\n\n[x](hòa.md) [y](ho\u{300}a.md) ![ảnh](ảnh.svg)\n");
    let page = built(&site, "vi/index.html");
    assert_eq!(page.matches("href=\"../vi/hoa/\"").count(), 2, "{page}");
    assert!(page.contains("%E1%BA%A3nh.svg"), "{page}");
    assert!(site.public().contains_key("ảnh.svg"), "the name is composed in the built site");
}

#[test]
fn two_forms_of_one_name_clash() {
    let site = Site::good();
    site.write("content/ho\u{300}a.vi.md", "---\ntitle: Một\n---\n");
    site.write("content/hòa.vi.md", "---\ntitle: Hai\n---\n");
    check("name-clash", &site, &["build"]);
}

#[test]
fn a_name_that_is_no_text_is_told() {
    let site = Site::good();
    let name = std::ffi::OsString::from_vec(b"content/t\xff.vi.md".to_vec());
    fs::write(site.root().join(name), PAGE).expect("the file system takes any bytes");
    check("file-unreadable-name", &site, &["build"]);
}

#[test]
fn links_that_never_end_are_told() {
    let site = Site::good();
    symlink(".", site.root().join("content/again")).expect("a link can be made");
    symlink("..", site.root().join("content/glossary/above")).expect("a link can be made");
    symlink("two", site.root().join("content/one")).expect("a link can be made");
    symlink("one", site.root().join("content/two")).expect("a link can be made");
    check("symlink-loop", &site, &["build"]);
}

#[test]
fn links_out_of_the_site_are_told() {
    let site = Site::good();
    fs::write(site.home().join("secret.vi.md"), PAGE).expect("a file can be written");
    symlink(site.home(), site.root().join("content/home")).expect("a link can be made");
    symlink(site.home().join("secret.vi.md"), site.root().join("content/secret.vi.md")).expect("a link can be made");
    symlink("/etc/passwd", site.root().join("content/passwd.txt")).expect("a link can be made");
    symlink("nowhere.md", site.root().join("content/dead.vi.md")).expect("a link can be made");
    fs::create_dir(site.root().join(".git")).expect("a folder can be made");
    symlink("../.git", site.root().join("content/git")).expect("a link can be made");
    fs::rename(site.root().join(".git"), site.root().join(".hidden")).expect("a folder can be renamed");
    symlink(".hidden", site.root().join(".git")).expect("a link can be made");
    check("symlink-outside", &site, &["check"]);
}

#[test]
fn a_link_within_the_site_is_followed() {
    let site = Site::good();
    site.write("content/map.svg", "<svg/>");
    symlink("../map.svg", site.root().join("content/glossary/map.svg")).expect("a link can be made");
    assert_eq!(built(&site, "glossary/map.svg"), "<svg/>");
}

#[test]
fn a_named_pipe_is_told_and_not_waited_for() {
    let site = Site::good();
    let pipe = site.root().join("content/programme.vi.md");
    fs::remove_file(&pipe).expect("it is a file of the good site");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo is on every Unix").success());
    fs::create_dir(site.root().join("content/folder.vi.md")).expect("a folder can be made");
    check("file-unreadable-pipe", &site, &["build"]);
}

#[test]
fn content_that_is_a_file_is_told() {
    let site = Site::good();
    fs::remove_dir_all(site.root().join("content")).expect("it is there");
    site.write("content", "x");
    check("file-unreadable-content", &site, &["build"]);
}

#[test]
fn a_file_that_may_not_be_read_is_told() {
    let site = Site::good();
    let secret = site.root().join("content/programme.yaml");
    fs::set_permissions(&secret, Permissions::from_mode(0o000)).expect("permissions can be set");
    fs::set_permissions(site.root().join("content/glossary"), Permissions::from_mode(0o000)).expect("they can be set");
    let mut command = site.command();
    if fs::read(&secret).is_ok() {
        // The superuser may read everything, so the program runs as nobody.
        command.uid(65_534).gid(65_534);
        for folder in site.root().ancestors().take(3) {
            fs::set_permissions(folder, Permissions::from_mode(0o755)).expect("permissions can be set");
        }
    }
    match command.arg("check").output() {
        Ok(output) => {
            let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
            let run = Run { status: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) };
            expect("file-unreadable", &run);
        }
        Err(error) => println!("skipped: nobody may not run the program: {error}"),
    }
    fs::set_permissions(site.root().join("content/glossary"), Permissions::from_mode(0o755)).expect("they can be set");
}

#[test]
fn files_beyond_the_limits_are_told() {
    let site = Site::good();
    site.write("content/index.vi.md", format!("{PAGE}{}", "dài ".repeat(2_000_000)));
    let long = format!("---\ntitle: Home\nextra: {{a: \"{}\"}}\n---\n\nHello.\n", "x".repeat(70_000));
    site.write("content/index.en.md", long);
    check("file-too-large", &site, &["build"]);
}

#[test]
fn a_file_that_changes_while_it_is_read_is_told() {
    let site = Site::good();
    let path = site.root().join("content/map.bin");
    File::create(&path).and_then(|file| file.set_len(256 * 1024 * 1024)).expect("a file can be made");
    let file = File::options().write(true).open(&path).expect("it is there");
    let mut child =
        site.command().arg("check").stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it can be started");
    // Reading so large a file takes far longer than setting its time once.
    let mut second = 0;
    while child.try_wait().expect("the child is ours").is_none() {
        second += 1;
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(second);
        file.set_times(FileTimes::new().set_modified(time)).expect("the time can be set");
    }
    let mut stderr = String::new();
    child.stderr.take().expect("it is piped").read_to_string(&mut stderr).expect("it is text");
    let status = child.wait().expect("the child is ours").code();
    expect("file-changed", &Run { status, stdout: String::new(), stderr });
}

#[test]
fn an_output_folder_that_is_a_link_to_foreign_files_is_refused() {
    let site = Site::good();
    fs::write(site.home().join("diary.txt"), "Mine.").expect("a file can be written");
    let notes = site.home().join("notes");
    fs::create_dir(&notes).expect("a folder can be made");
    fs::write(notes.join("diary.txt"), "Mine.").expect("a file can be written");
    symlink(&notes, site.root().join("out")).expect("a link can be made");
    symlink(site.root().join("content"), site.root().join("in")).expect("a link can be made");
    check("output-unsafe-link", &site, &["build", "-o", "out"]);
    check("output-unsafe-link-content", &site, &["build", "-o", "in"]);
    assert_eq!(tree(&notes).len(), 1);
}

/// Whether all that `public/` holds belongs to one generation of the site.
fn is_whole(site: &Site, generations: &[std::collections::BTreeMap<String, Vec<u8>>]) -> bool {
    generations.contains(&site.public())
}

#[test]
fn a_build_that_is_killed_leaves_one_site_or_the_other() {
    let site = Site::good();
    for number in 0..40 {
        site.write(&format!("content/trang-{number}.vi.md"), PAGE);
        site.write(&format!("content/trang-{number}.en.md"), PAGE);
    }
    let write = |generation: u32| {
        for number in 0..40 {
            site.write(&format!("content/trang-{number}.vi.md"), format!("{PAGE}\nĐời thứ {generation}.\n"));
        }
    };
    write(1);
    let start = Instant::now();
    assert_eq!(site.run(&["build"]).status, Some(0));
    let whole_build = start.elapsed();
    let first = site.public();
    write(2);
    assert_eq!(site.run(&["build"]).status, Some(0));
    let generations = [first, site.public()];
    for kill in 0..16_u32 {
        write(1 + kill % 2);
        let mut child =
            site.command().args(["build", "--quiet"]).stderr(Stdio::null()).spawn().expect("it can be started");
        let start = Instant::now();
        while start.elapsed() < whole_build * kill / 15 {
            std::hint::spin_loop();
        }
        child.kill().expect("the child is ours");
        child.wait().expect("the child is ours");
        assert!(is_whole(&site, &generations), "a half-written site after {kill} of 15 parts of a build");
    }
    write(1);
    let Run { status, stdout: _, stderr } = site.run(&["build"]);
    assert_eq!((status, stderr.as_str()), (Some(0), ""));
    assert!(site.public() == generations[0] && site.left_behind().is_empty(), "the next build cleans up");
}

/// Runs the program with nobody reading what it prints.
fn unheard(site: &Site, arguments: &[&str]) -> (Option<i32>, String) {
    let (reader, writer) = std::io::pipe().expect("a pipe can be made");
    drop(reader);
    let output = site.command().args(arguments).stdout(writer).output().expect("it can be started");
    (output.status.code(), String::from_utf8(output.stderr).expect("the program prints UTF-8"))
}

#[test]
fn a_reader_that_goes_away_is_no_mistake() {
    let site = Site::good();
    for arguments in [
        &["check"][..],
        &["build"],
        &["check", "--json"],
        &["build", "--json"],
        &["man"],
        &["completions", "bash"],
        &["--help"],
        &["--version"],
    ] {
        assert_eq!(unheard(&site, arguments), (Some(0), String::new()), "{arguments:?}");
    }
    site.write("content/index.vi.md", "x");
    assert_eq!(unheard(&site, &["check", "--json"]).0, Some(1));
    let (reader, writer) = std::io::pipe().expect("a pipe can be made");
    drop(reader);
    let status = site.command().arg("check").stdout(Stdio::null()).stderr(writer).status().expect("it can be started");
    assert_eq!(status.code(), Some(1), "diagnostics that nobody reads still count");
}

#[test]
fn a_result_that_cannot_be_written_is_a_failure() {
    let site = Site::good();
    for arguments in [&["man"][..], &["completions", "bash"], &["check", "--json"]] {
        let full = File::options().write(true).open("/dev/full").expect("Linux has it");
        let output = site.command().args(arguments).stdout(full).output().expect("it can be started");
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        let expected = "error: cannot write `standard output`: no space left on device\n".to_owned();
        assert_eq!((output.status.code(), stderr), (Some(2), expected), "{arguments:?}");
    }
}
