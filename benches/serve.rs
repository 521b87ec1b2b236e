//! From saving to seeing, measured from outside: a paragraph is saved, the open page is told, the new page is fetched.
//!
//! `cargo bench --bench serve -- ROOT [EDITS]`: starts `songngu serve` for the site at ROOT, then saves a paragraph of one
//! edition after another. Each page is open as in a browser: it follows the stream of changes and is fetched when it is
//! told to. Every fetched page is looked into for the new paragraph. Texts are put back at the end. Prints the times in
//! milliseconds, and how much memory the server holds before and after.
#![allow(clippy::disallowed_methods, reason = "a benchmark edits files, opens sockets and reads the clock")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use songngu::disk;
use songngu::pipeline::{self, Memo, Request};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [root, rest @ ..] = arguments.as_slice() else {
        eprintln!("usage: cargo bench --bench serve -- ROOT [EDITS]");
        return;
    };
    let edits: usize = rest.first().and_then(|edits| edits.parse().ok()).unwrap_or(50);
    let root = Path::new(root);
    let (base, editions) = editions(root);
    assert!(!editions.is_empty(), "the site has no editions");
    let started = Instant::now();
    let server = Server::start(root);
    let first = server.get(&format!("{base}{}", editions[0].1));
    println!("{} editions; first page after {:.0} ms", editions.len(), milliseconds(started.elapsed()));
    assert!(first.contains("data-digest"), "the page is one of the server's");
    let before = server.memory();
    let mut times = Vec::new();
    let mut dice = 20_230_519_u64;
    for number in 0..edits {
        // xorshift64. Source: Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8 (14), 2003.
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        let (file, route) = &editions[usize::try_from(dice >> 33).unwrap_or(0) % editions.len()];
        times.push(server.edit(file, &format!("{base}{route}"), number));
    }
    times.sort();
    let at = |share: usize| milliseconds(times[(times.len() - 1) * share / 100]);
    println!(
        "{edits} edits, from saving to the fetched page: median {:.1} ms, nine in ten {:.1} ms, slowest {:.1} ms",
        at(50),
        at(90),
        at(100)
    );
    println!("memory: {} MB before the edits, {} MB after them", before / 1024, server.memory() / 1024);
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// The path of the site's address, and each edition: its file, and its address below that path.
fn editions(root: &Path) -> (String, Vec<(PathBuf, String)>) {
    let (snapshot, problems) = disk::snapshot(root).expect("the site can be read");
    let request = Request { today: disk::today().expect("there is a clock"), drafts: false, base_url: None };
    let prepared = pipeline::prepare(&snapshot, problems, &request, &Memo::default());
    let site = prepared.site().expect("the site can be used");
    let mut editions = Vec::new();
    for page in site.pages.values() {
        for (lang, edition) in &page.editions {
            let Some(route) = page.routes.get(lang) else { continue };
            editions.push((root.join(edition.document.path.as_str()), route.encoded()));
        }
    }
    (site.config.base_path().to_owned(), editions)
}

/// A running server; killed when it is dropped.
struct Server {
    child: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

impl Server {
    fn start(root: &Path) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_songngu"));
        command.args(["serve", "--port", "0", "--root"]).arg(root).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program can be started");
        let mut url = String::new();
        BufReader::new(child.stdout.take().expect("it is a pipe")).read_line(&mut url).expect("it can be read");
        let port = url.split(':').nth(2).and_then(|rest| rest.split('/').next()?.parse().ok());
        Server { child, port: port.expect("the server tells its address") }
    }

    fn send(&self, path: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server can be reached");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a limit can be set");
        stream.set_nodelay(true).expect("it can be set");
        let head = format!("GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{}\r\n\r\n", self.port);
        stream.write_all(head.as_bytes()).expect("it can be sent");
        BufReader::new(stream)
    }

    fn get(&self, path: &str) -> String {
        let mut answer = String::new();
        self.send(path).read_to_string(&mut answer).expect("there is an answer");
        answer
    }

    /// Saves a new paragraph, waits until the open page is told, fetches it; then puts the text back.
    fn edit(&self, file: &Path, path: &str, number: usize) -> Duration {
        let page = self.get(path);
        let digest = page.split("data-digest=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let mut changes = self.send(&format!("/_songngu/changes?path={}&digest={digest}", path.replace('%', "%25")));
        next(&mut changes, "kept");
        let old = std::fs::read_to_string(file).expect("it can be read");
        let mark = format!("A paragraph saved as number {number}.");
        let new = format!("{old}\n{mark}\n");
        let started = Instant::now();
        std::fs::write(file, new).expect("it can be written");
        next(&mut changes, "page");
        let fetched = self.get(path);
        let took = started.elapsed();
        assert!(fetched.contains(&mark), "the new page is not the new one: {path}");
        std::fs::write(file, old).expect("it can be written");
        next(&mut changes, "page");
        took
    }

    /// How much memory the server holds, in kilobytes; 0 where the system does not tell.
    fn memory(&self) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
    }
}

/// Reads until an event of this name.
fn next(changes: &mut BufReader<TcpStream>, name: &str) {
    let mut line = String::new();
    while line.trim_end() != format!("event: {name}") {
        line.clear();
        assert_ne!(changes.read_line(&mut line).expect("an event comes"), 0, "the stream has ended");
    }
}
