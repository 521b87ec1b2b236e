//! `songngu serve` and the world: ports, signals, browsers, editors, checkouts, folders that go away, systems that do not
//! tell of changes.
#![allow(clippy::disallowed_methods, reason = "these tests make sites, edit them, open sockets and send signals")]

mod support;

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use support::disk::SmallDisk;
use support::server::{LONG, Server};
use support::sites;
use tempfile::TempDir;

/// A site with some pages.
fn site(pages: usize) -> TempDir {
    let site = sites::folder(
        "== site.yaml\ntitle: {vi: Nhỏ, en: Small}\nbase_url: https://example.org/\nlanguages: [vi, en]\nlevels: {twin-missing: off, text-missing: off}\n",
    );
    put(&site, "content/index.vi.md", &page("Trang đầu", "Chào."));
    put(&site, "content/index.en.md", &page("First page", "Hello."));
    for at in 0..pages {
        put(&site, &format!("content/p{at}.vi.md"), &page(&format!("Trang {at}"), "lúc đầu"));
    }
    site
}

fn page(title: &str, text: &str) -> String {
    format!("---\ntitle: {title}\n---\n{text}\n")
}

fn put(site: &TempDir, path: &str, text: &str) {
    sites::put(site.path(), path, text.as_bytes());
}

/// Waits until a page holds a text, by what is told of it.
fn wait_for(server: &Server, address: &str, expected: &str) {
    let (mut page, mut changes) = server.open(address);
    while !page.text().contains(expected) {
        changes.until(&["page", "kept"]);
        page = server.get(address);
    }
}

fn serve(site: &TempDir, arguments: &[&str]) -> Output {
    let all = [&["serve"], arguments].concat();
    sites::run(site.path(), &all)
}

#[test]
fn a_port_that_is_taken_is_told() {
    let site = site(0);
    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    let port = taken.local_addr().expect("it has an address").port();
    let output = serve(&site, &["--port", &port.to_string()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        format!("error: port {port} is taken: stop the program that uses it, or leave `--port` out\n")
    );
    // The usual one: taken by this test, unless somebody else has it already.
    let _usual = TcpListener::bind(("127.0.0.1", 1212));
    let mut command = sites::songngu();
    command.arg("serve").arg("--root").arg(site.path());
    let server = Server::run(command);
    assert_ne!(server.port, 1212);
    assert_eq!(server.first[0], format!("port 1212 is taken: using {}", server.port));
    assert_eq!(server.get("/vi/").status, 200);
}

#[test]
fn without_a_site_there_is_no_server() {
    let empty = tempfile::tempdir().expect("a temporary folder can be made");
    let output = serve(&empty, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("error[config-missing]"));
}

/// A program that was itself started in the background inherits that interrupts are ignored: `env` takes that back.
#[cfg(target_os = "linux")]
#[test]
fn an_interrupt_stops_it_at_once() {
    use std::os::unix::process::ExitStatusExt as _;
    let site = site(0);
    let mut command = Command::new("env");
    command.arg("--default-signal=INT").arg(env!("CARGO_BIN_EXE_songngu"));
    command.args(["serve", "--port", "0", "--color", "never", "--root"]).arg(site.path());
    let server = Server::run(command);
    let (_, _changes) = server.open("/vi/");
    let asked = Instant::now();
    let sent = Command::new("kill").args(["-INT", &server.id().to_string()]).status().expect("a signal can be sent");
    assert!(sent.success());
    let status = server.wait();
    assert_eq!(status.signal(), Some(2), "it ends as the shell expects");
    assert!(asked.elapsed() < Duration::from_secs(2), "{:?}", asked.elapsed());
}

#[test]
fn after_a_crash_it_starts_again_at_the_same_port() {
    let site = site(1);
    let mut server = Server::start(site.path(), &[]);
    let (page, _changes) = server.open("/vi/p0/");
    server.kill();
    put(&site, "content/p0.vi.md", &self::page("Trang 0", "viết lúc không ai trông"));
    let mut command = sites::songngu();
    command.args(["serve", "--port", &server.port.to_string()]).arg("--root").arg(site.path());
    let again = Server::run(command);
    // The page that has been open all the time connects again and learns what it has missed.
    assert_eq!(again.follow("/vi/p0/", &page.digest()).next().0, "page");
    assert_eq!(again.follow("/vi/", &again.get("/vi/").digest()).next().0, "kept");
}

#[cfg(unix)]
#[test]
fn the_browser_is_opened_if_asked_for() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = site(0);
    let programs = tempfile::tempdir().expect("a temporary folder can be made");
    let asked = programs.path().join("asked");
    assert!(Command::new("mkfifo").arg(&asked).status().expect("a pipe can be made").success());
    let browser = programs.path().join("xdg-open");
    fs::write(&browser, format!("#!/bin/sh\nprintf %s \"$1\" > '{}'\n", asked.display())).expect("it can be written");
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).expect("it can be set");
    let mut command = sites::songngu();
    let path = format!("{}:{}", programs.path().display(), std::env::var("PATH").unwrap_or_default());
    command.env("PATH", path).args(["serve", "--open", "--port", "0"]).arg("--root").arg(site.path());
    let server = Server::run(command);
    let url = fs::read_to_string(&asked).expect("the browser is started");
    assert_eq!(url, format!("http://127.0.0.1:{}/", server.port));
}

#[test]
fn thousands_of_saves_in_a_second_end_in_the_last() {
    let site = site(40);
    let server = Server::start(site.path(), &[]);
    for round in 0..50 {
        for at in 0..40 {
            put(&site, &format!("content/p{at}.vi.md"), &page(&format!("Trang {at}"), &format!("lần {round}.")));
        }
    }
    for at in 0..40 {
        wait_for(&server, &format!("/vi/p{at}/"), "lần 49.");
    }
    // A save after it is as quick to be found as any.
    put(&site, "content/p0.vi.md", &page("Trang 0", "sau cùng"));
    wait_for(&server, "/vi/p0/", "sau cùng");
}

#[test]
fn a_checkout_of_hundreds_of_files_shows_no_mistakes_of_nobody() {
    let site = site(0);
    let git = |arguments: &[&str]| {
        let output = Command::new("git").arg("-C").arg(site.path()).args(arguments).stdin(Stdio::null()).output();
        let output = output.expect("git can be run");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("SKIPPED: there is no git");
        return;
    }
    let commit = |message| {
        git(&["add", "-A"]);
        git(&["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", message]);
    };
    git(&["init", "-q", "-b", "one"]);
    commit("empty");
    git(&["checkout", "-q", "-b", "two"]);
    // Pages that link to each other: half of them without the other half would be full of mistakes.
    for at in 0..300 {
        let text = format!("[kia](../g{}/p{}.md)", (at + 150) % 300 % 7, (at + 150) % 300);
        put(&site, &format!("content/g{}/p{at}.vi.md", at % 7), &page(&format!("Trang {at}"), &text));
    }
    commit("three hundred");
    git(&["checkout", "-q", "one"]);
    let server = Server::start(site.path(), &[]);
    for round in 0..3 {
        let (_, mut changes) = server.open("/vi/g1/p1/");
        git(&["checkout", "-q", "two"]);
        while server.get("/vi/g1/p1/").status != 200 || server.get("/vi/g5/p299/").status != 200 {
            let (name, data) = changes.until(&["page", "kept", "broken"]);
            assert_ne!(name, "broken", "round {round}: {data}");
        }
        git(&["checkout", "-q", "one"]);
        while server.get("/vi/g1/p1/").status != 404 || server.get("/vi/g5/p299/").status != 404 {
            let (name, data) = changes.until(&["page", "kept", "broken"]);
            assert_ne!(name, "broken", "round {round}: {data}");
        }
    }
}

#[test]
fn editors_that_save_by_renaming_are_followed() {
    let site = site(2);
    let server = Server::start(site.path(), &[]);
    let path = |name: &str| site.path().join(name);
    for round in 0..10 {
        let text = page("Trang 0", &format!("lần {round}."));
        if round % 2 == 0 {
            put(&site, "content/.p0.vi.md.new", &text);
            fs::rename(path("content/.p0.vi.md.new"), path("content/p0.vi.md")).expect("it can be renamed");
        } else {
            fs::rename(path("content/p0.vi.md"), path("content/p0.vi.md~")).expect("it can be renamed");
            put(&site, "content/p0.vi.md", &text);
        }
        wait_for(&server, "/vi/p0/", &format!("lần {round}."));
    }
}

#[test]
fn a_folder_that_goes_away_may_come_back() {
    let parent = tempfile::tempdir().expect("a temporary folder can be made");
    let (root, aside) = (parent.path().join("site"), parent.path().join("aside"));
    let made = site(1);
    fs::rename(made.path(), &root).expect("it can be renamed");
    let server = Server::start(&root, &[]);
    let (_, mut changes) = server.open("/vi/p0/");
    fs::rename(&root, &aside).expect("it can be renamed");
    let (_, data) = changes.until(&["broken"]);
    assert!(data["texts"][0].as_str().is_some_and(|text| text.contains("cannot read the folder")), "{data}");
    assert!(server.get("/vi/p0/").text().contains("lúc đầu"), "the last good site stays");
    fs::rename(&aside, &root).expect("it can be renamed");
    changes.until(&["mended"]);
    sites::put(&root, "content/p0.vi.md", page("Trang 0", "lại đây").as_bytes());
    wait_for(&server, "/vi/p0/", "lại đây");
}

#[test]
fn changes_are_found_without_the_help_of_the_system() {
    let site = site(1);
    let server = Server::start(site.path(), &["--poll"]);
    for round in 0..3 {
        put(&site, "content/p0.vi.md", &page("Trang 0", &format!("lần {round}.")));
        wait_for(&server, "/vi/p0/", &format!("lần {round}."));
    }
}

/// The limit of watched folders can be lowered for one process and its children, in a namespace of their own.
#[cfg(target_os = "linux")]
#[test]
fn where_no_more_folders_can_be_watched_it_says_so_and_looks_itself() {
    let limited = |limit: u32, command: &str| {
        let script = format!("echo {limit} > /proc/sys/user/max_inotify_watches && {command}");
        let mut unshare = Command::new("unshare");
        unshare.args(["-Ur", "sh", "-c", &script]).env("NO_COLOR", "1");
        unshare
    };
    if !limited(3, "true").output().is_ok_and(|output| output.status.success()) {
        eprintln!("SKIPPED: no namespace of its own can be made here");
        return;
    }
    let program = env!("CARGO_BIN_EXE_songngu");
    for (limit, folders) in [(3, 8), (6, 0)] {
        let site = site(1);
        for folder in 0..folders {
            put(&site, &format!("content/{folder}/a.vi.md"), &page("Trang", "."));
        }
        let command = format!("exec '{program}' serve --port 0 --root '{}'", site.path().display());
        let server = Server::run(limited(limit, &command));
        // With eight folders the limit is reached at once, without any when more are made.
        for folder in 0..8 {
            put(&site, &format!("content/more-{folder}/a.vi.md"), &page("Trang", "."));
        }
        server.lines_until("`fs.inotify.max_user_watches`) is reached: all files are looked at now and then instead");
        put(&site, "content/more-7/a.vi.md", &page("Trang", "tìm thấy"));
        wait_for(&server, "/vi/more-7/a/", "tìm thấy");
    }
}

/// Gives a page a template of its own.
fn save_slow_page(site: &TempDir, server: &Server, template: &str) {
    put(site, "templates/slow.html", template);
    put(site, "content/p0.vi.md", "---\ntitle: Trang 0\ntemplate: slow\n---\n.\n");
    server.lines_until("content/p0.vi.md");
}

#[test]
fn a_template_that_never_ends_holds_nobody_up() {
    let site = site(2);
    let server = Server::start(site.path(), &[]);
    let loops = "{% for a in range(end=100000) %}{% for b in range(end=100000) %}{% endfor %}{% endfor %}";
    save_slow_page(&site, &server, loops);
    wait_for(&server, "/vi/p1/", "lúc đầu");
    put(&site, "content/p1.vi.md", &page("Trang 1", "vẫn nhanh"));
    let asked = Instant::now();
    wait_for(&server, "/vi/p1/", "vẫn nhanh");
    assert!(asked.elapsed() < Duration::from_secs(8), "{:?}", asked.elapsed());
    let waiting = server.get("/vi/p0/");
    assert_eq!(waiting.status, 503);
    assert!(waiting.text().contains("was not rendered within 10 s"), "{}", waiting.text());
    put(&site, "content/p0.vi.md", &page("Trang 0", "lại được"));
    wait_for(&server, "/vi/p0/", "lại được");
}

#[test]
fn a_template_that_writes_on_and_on_is_left_once_nobody_waits() {
    let site = site(1);
    let server = Server::start(site.path(), &[]);
    // Too slow to reach the longest page there may be.
    let loops = "{% for a in range(end=100000) %}{% for b in range(end=9000) %}{% endfor %}.{% endfor %}";
    save_slow_page(&site, &server, loops);
    assert_eq!(server.get("/vi/p0/").status, 503);
    server.lines_until("was not rendered within 10 s");
    let until = Instant::now() + LONG;
    loop {
        let before = cpu_ticks(&server);
        std::thread::sleep(Duration::from_millis(500));
        // A thread that renders would take some fifty of these.
        if cpu_ticks(&server) < before + 10 {
            break;
        }
        assert!(Instant::now() < until, "a page that nobody waits for is being rendered");
    }
    let shown = server.get("/vi/p0/").text();
    assert!(shown.contains("lúc đầu"), "the page as it was: {shown}");
}

/// The CPU time that the server has used, in hundredths of a second. Source: proc_pid_stat(5), fields 14 and 15.
fn cpu_ticks(server: &Server) -> u64 {
    let Ok(stat) = fs::read_to_string(format!("/proc/{}/stat", server.id())) else { return 0 };
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum()
}

#[test]
fn a_text_of_fifty_megabytes_is_refused_and_got_over() {
    let site = site(1);
    let server = Server::start(site.path(), &[]);
    let (_, mut changes) = server.open("/vi/p0/");
    let text = page("Trang 0", &"một đoạn dài. ".repeat(50 * 1024 * 1024 / 19));
    put(&site, "content/p0.vi.md", &text);
    let (_, data) = changes.until(&["broken"]);
    assert!(data["texts"][0].as_str().is_some_and(|text| text.starts_with("error[file-too-large]")), "{data}");
    put(&site, "content/p0.vi.md", &page("Trang 0", "ngắn thôi"));
    wait_for(&server, "/vi/p0/", "ngắn thôi");
}

#[test]
fn a_hundred_thousand_files_and_ten_thousand_levels_are_got_over() {
    let site = site(1);
    for number in 0..100_000 {
        fs::write(site.path().join(format!("content/{number}.txt")), b"").expect("a file can be written");
    }
    let server = Server::start(site.path(), &[]);
    assert_eq!(server.get("/77.txt").status, 200);
    let deep = ["> ".repeat(10_000) + "x", format!("{}x{}", "[".repeat(10_000), "](y)".repeat(10_000))];
    for (at, text) in deep.iter().enumerate() {
        put(&site, "content/p0.vi.md", &page("Trang 0", text));
        server.lines_until("content/p0.vi.md");
        put(&site, "content/p0.vi.md", &page("Trang 0", &format!("nông thôi, {at}")));
        wait_for(&server, "/vi/p0/", &format!("nông thôi, {at}"));
    }
    fs::remove_file(site.path().join("content/77.txt")).expect("a file can be removed");
    server.lines_until("content/77.txt");
    assert_eq!(server.get("/77.txt").status, 404);
}

/// The server writes nothing; what the editor's failed save leaves is what there is, until a save goes well again.
#[test]
fn a_full_disk_is_got_over() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let Some(disk) = SmallDisk::at(&folder.path().join("disk")) else {
        return eprintln!("SKIPPED: no small disk can be mounted here");
    };
    let made = site(2);
    for (name, bytes) in support::built::files(made.path()) {
        sites::put(&disk.0, &name, &bytes);
    }
    let server = Server::start(&disk.0, &[]);
    fs::write(disk.0.join("filler"), vec![0; 512 * 1024]).expect_err("the disk is full now");
    let text = page("Trang 0", &"Dài hơn chỗ còn lại. ".repeat(2_000));
    fs::write(disk.0.join("content/p0.vi.md"), text).expect_err("the save fails");
    assert_eq!(server.get("/vi/p1/").status, 200, "other pages are there");
    fs::remove_file(disk.0.join("filler")).expect("a file can be removed");
    sites::put(&disk.0, "content/p0.vi.md", page("Trang 0", "lại đủ chỗ").as_bytes());
    wait_for(&server, "/vi/p0/", "lại đủ chỗ");
    drop(server);
}

#[test]
fn files_that_come_and_go_leave_no_mistake_behind() {
    let site = site(1);
    let server = Server::start(site.path(), &[]);
    for round in 0..300 {
        put(&site, &format!("content/t{}.vi.md", round % 7), &page("Thoáng qua", "có rồi lại không"));
        fs::remove_file(site.path().join(format!("content/t{}.vi.md", round % 7))).expect("it can be removed");
    }
    put(&site, "content/p0.vi.md", &page("Trang 0", "vẫn còn đây"));
    wait_for(&server, "/vi/p0/", "vẫn còn đây");
    for at in 0..7 {
        while server.get(&format!("/vi/t{at}/")).status != 404 {}
    }
    let (_, mut changes) = server.open("/vi/p0/");
    assert_ne!(changes.next().0, "broken");
}

#[test]
fn many_pages_may_be_open_at_once() {
    let site = site(3);
    let server = Server::start(site.path(), &[]);
    let mut open: Vec<_> = (0..60).map(|at| server.open(&format!("/vi/p{}/", at % 3)).1).collect();
    put(&site, "content/p1.vi.md", &page("Trang 1", "khác"));
    for (at, changes) in open.iter_mut().enumerate() {
        changes.until(&["kept"]);
        let expected = if at % 3 == 1 { "page" } else { "kept" };
        assert_eq!(changes.until(&["page", "kept"]).0, expected, "{at}");
    }
    // Those that go away leave nothing behind.
    drop(open);
    let until = Instant::now() + LONG;
    while Path::new(&format!("/proc/{}/fd", server.id())).exists() && sockets(&server) > 4 {
        assert!(Instant::now() < until, "{} sockets", sockets(&server));
        server.get("/vi/");
    }
}

/// How many sockets the server holds.
fn sockets(server: &Server) -> usize {
    let Ok(open) = fs::read_dir(format!("/proc/{}/fd", server.id())) else { return 0 };
    let links = open.filter_map(|entry| fs::read_link(entry.ok()?.path()).ok());
    links.filter(|link| link.to_string_lossy().starts_with("socket:")).count()
}
