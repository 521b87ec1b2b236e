//! From saving to seeing, measured from outside: a paragraph is saved, the open page is told, the new page is fetched.
//!
//! `cargo bench --bench serve -- ROOT [EDITS] [--soak N]`: starts `songngu serve` for the site at ROOT, then saves a new
//! paragraph at a random place of one random edition after another, or exchanges one that is there. Each page is open as in a
//! browser: it follows the stream of changes and is fetched when it is told to. Every fetched page is compared with the page
//! of a clean build of the same texts, after the clock has been stopped. Texts are put back at the end. Prints the times in
//! milliseconds. With `--soak`, so many more edits follow that are not compared, and it is printed how much memory the server
//! holds after each tenth of them.
#![allow(clippy::disallowed_methods, reason = "a benchmark edits files, opens sockets and reads the clock")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use songngu::disk;
use songngu::pipeline::{self, File, Memo, Prepared, Request};

const USAGE: &str = "usage: cargo bench --bench serve -- ROOT [EDITS] [--soak N]";

/// Between two edits of the long run: nobody saves more often, not by far.
const PAUSE: Duration = Duration::from_millis(50);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let (arguments, soak) = match arguments.iter().position(|argument| argument == "--soak") {
        Some(at) => (&arguments[..at], arguments.get(at + 1).and_then(|count| count.parse().ok()).unwrap_or(3_000)),
        None => (arguments.as_slice(), 0),
    };
    let [root, rest @ ..] = arguments else { return eprintln!("{USAGE}") };
    let edits: usize = rest.first().and_then(|edits| edits.parse().ok()).unwrap_or(50);
    let root = Path::new(root);
    let (base, editions) = editions(root);
    assert!(!editions.is_empty(), "the site has no editions");
    let started = Instant::now();
    let server = Server::start(root);
    let first = server.get(&format!("{base}{}", editions[0].route));
    println!("{} editions; first page after {:.0} ms", editions.len(), milliseconds(started.elapsed()));
    assert!(first.contains("data-digest"), "the page is one of the server's");
    let mut dice = Dice(20_230_519);
    let mut times = Vec::new();
    for number in 0..edits {
        let edition = &editions[dice.below(editions.len())];
        times.push(server.edit(root, edition, &base, (number, &mut dice), true));
    }
    report(&format!("{edits} edits, each compared with a clean build"), &mut times);
    println!("memory: {} MB after them", server.memory() / 1024);
    let mut memory = Vec::new();
    for tenth in 0..if soak > 0 { 10 } else { 0 } {
        for number in 0..soak / 10 {
            let edition = &editions[dice.below(editions.len())];
            times.push(server.edit(root, edition, &base, (tenth * soak + number, &mut dice), false));
            std::thread::sleep(PAUSE);
        }
        memory.push(server.memory() / 1024);
        println!("memory: {} MB after {} edits more", memory[tenth], (tenth + 1) * (soak / 10));
    }
    if let (Some(first), Some(last)) = (memory.first(), memory.last()) {
        println!("memory after all of them: {:.2} × that after the first tenth", *last as f64 / *first as f64);
        report("all edits", &mut times);
    }
}

fn report(what: &str, times: &mut [Duration]) {
    times.sort();
    let at = |share: usize| times.get((times.len().max(1) - 1) * share / 100).map_or(0.0, |time| milliseconds(*time));
    let (median, most, all) = (at(50), at(90), at(100));
    println!(
        "{what}, from saving to the fetched page: median {median:.1} ms, nine in ten {most:.1} ms, slowest {all:.1} ms"
    );
}

/// xorshift64. Source: Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8 (14), 2003.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }
}

/// The text with a paragraph more, or with another in place of one.
fn edited(text: &str, mark: &str, dice: &mut Dice) -> String {
    let start = text.strip_prefix("---\n").and_then(|rest| rest.find("\n---\n")).map_or(0, |end| end + 9);
    let (front, body) = text.split_at(start.min(text.len()));
    let mut parts: Vec<&str> = body.trim_end().split("\n\n").collect();
    let is_plain = |part: &&str| part.trim_start().starts_with(char::is_alphabetic) && !part.contains(['`', '{', '\n']);
    let plain: Vec<usize> = parts.iter().enumerate().filter(|(_, part)| is_plain(part)).map(|(at, _)| at).collect();
    match plain.get(dice.below(plain.len().max(1))) {
        None => parts.push(mark),
        Some(at) if dice.below(2) == 0 => parts[*at] = mark,
        Some(at) => parts.insert(at + 1, mark),
    }
    format!("{front}{}\n", parts.join("\n\n"))
}

/// A page as a clean build makes it.
fn clean(root: &Path, name: &str) -> String {
    let prepared = prepared(root);
    let made = prepared.file(name).expect("the site has the page").expect("nothing is wrong in it");
    let File::Bytes(bytes) = made else { panic!("a page is no copy") };
    String::from_utf8(bytes.into_owned()).expect("a page is UTF-8")
}

fn prepared(root: &Path) -> Prepared {
    let (snapshot, problems) = disk::snapshot(root).expect("the site can be read");
    let request = Request { today: disk::today().expect("there is a clock"), drafts: false, base_url: None };
    pipeline::prepare(&snapshot, problems, &request, &Memo::nothing())
}

/// An edition of the site.
struct Edition {
    file: PathBuf,
    /// Its address below the site's.
    route: String,
    /// The file that it is built as.
    built: String,
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// The path of the site's address, and each edition.
fn editions(root: &Path) -> (String, Vec<Edition>) {
    let prepared = prepared(root);
    let site = prepared.site().expect("the site can be used");
    let mut editions = Vec::new();
    for page in site.pages.values() {
        for (lang, edition) in &page.editions {
            let Some(route) = page.routes.get(lang) else { continue };
            let file = root.join(edition.document.path.as_str());
            editions.push(Edition { file, route: route.encoded(), built: route.file() });
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

    /// Saves a paragraph, waits until the open page is told, fetches it; then puts the text back.
    fn edit(
        &self,
        root: &Path,
        Edition { file, route, built }: &Edition,
        base: &str,
        (number, dice): (usize, &mut Dice),
        compare: bool,
    ) -> Duration {
        let path = &format!("{base}{route}");
        let page = self.get(path);
        let digest = page.split("data-digest=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let mut changes = self.send(&format!("/_songngu/changes?path={}&digest={digest}", path.replace('%', "%25")));
        next(&mut changes, "kept");
        let old = std::fs::read_to_string(file).expect("it can be read");
        let mark = format!("Paragraph {number} of the benchmark, saved just now.");
        let new = edited(&old, &mark, dice);
        let started = Instant::now();
        std::fs::write(file, new).expect("it can be written");
        next(&mut changes, "page");
        let fetched = self.get(path);
        let took = started.elapsed();
        assert!(fetched.contains(&mark), "the new page is not the new one: {path}");
        if compare {
            let shown = fetched.split_once("\r\n\r\n").map_or("", |(_, body)| body);
            let (before, rest) =
                shown.split_once("<script src=\"/_songngu/live.js\"").expect("the server adds its script");
            let after = rest.split_once("</script>\n").map_or("", |(_, after)| after);
            assert!(format!("{before}{after}") == clean(root, built), "{path} is not that of a clean build");
        }
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
