//! A development server that runs, and requests to it over plain sockets: nothing between the test and the bytes.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use super::sites;

/// Far more than anything takes; reached only by a test that fails.
pub const LONG: Duration = Duration::from_secs(40);

/// A running `songngu serve`; killed when it is dropped.
pub struct Server {
    child: Child,
    pub port: u16,
    /// The path of the site's address: `/` or `/du-an/`.
    pub base: String,
    /// The lines of stderr since the server was ready.
    lines: Receiver<String>,
    /// The lines until it was ready.
    pub first: Vec<String>,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Reply {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("the body is UTF-8")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// The page as it is built: without the element that the server adds.
    pub fn built(&self) -> String {
        let text = self.text();
        let Some(at) = text.find("<script src=\"/_songngu/live.js\"") else { return text };
        let end = at + text[at..].find("</script>\n").expect("the element ends") + "</script>\n".len();
        format!("{}{}", &text[..at], &text[end..])
    }

    /// The digest that the page carries.
    pub fn digest(&self) -> String {
        let text = self.text();
        let (_, rest) = text.split_once("data-digest=\"").expect("the page has a digest");
        rest.split('"').next().expect("it ends").to_owned()
    }
}

impl Server {
    /// Starts a server at any free port and waits until it is ready.
    pub fn start(root: &Path, arguments: &[&str]) -> Server {
        let mut command = sites::songngu();
        command.args(["serve", "--port", "0"]).args(arguments).arg("--root").arg(root);
        Server::run(command)
    }

    /// Runs a command that becomes a server, and waits until it is ready.
    pub fn run(mut command: Command) -> Server {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program can be started");
        let (sender, lines) = mpsc::channel();
        let stderr = BufReader::new(child.stderr.take().expect("stderr is a pipe"));
        std::thread::spawn(move || stderr.lines().map_while(Result::ok).for_each(|line| _ = sender.send(line)));
        let mut url = String::new();
        BufReader::new(child.stdout.take().expect("stdout is a pipe")).read_line(&mut url).expect("it can be read");
        let mut server = Server { child, port: 0, base: String::new(), lines, first: Vec::new() };
        let Some((port, path)) = url.trim().strip_prefix("http://127.0.0.1:").and_then(|rest| rest.split_once('/'))
        else {
            panic!("the server is not ready: {:?}", server.lines.iter().collect::<Vec<_>>());
        };
        server.port = port.parse().expect("a port");
        server.base = format!("/{path}");
        server.first = server.lines_until("Ctrl-C stops");
        server
    }

    /// The lines of stderr up to one that holds `end`.
    pub fn lines_until(&self, end: &str) -> Vec<String> {
        let mut lines = Vec::new();
        loop {
            match self.lines.recv_timeout(LONG) {
                Ok(line) => lines.push(line),
                Err(error) => panic!("no line with `{end}` ({error}): {lines:#?}"),
            }
            if lines.last().is_some_and(|line| line.contains(end)) {
                return lines;
            }
        }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for its end, which has to come: stderr ends with it.
    pub fn wait(mut self) -> std::process::ExitStatus {
        loop {
            match self.lines.recv_timeout(LONG) {
                Ok(line) => self.first.push(line),
                Err(mpsc::RecvTimeoutError::Disconnected) => return self.child.wait().expect("it can be waited for"),
                Err(mpsc::RecvTimeoutError::Timeout) => panic!("it has not ended: {:#?}", self.first),
            }
        }
    }

    /// Ends it as a crash would.
    pub fn kill(&mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it can be waited for");
    }

    /// Sends a request as it is and reads the whole answer.
    pub fn raw(&self, request: &str) -> Reply {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).expect("it can be sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("there is an answer");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("the head ends");
        let head = String::from_utf8(answer[..end].to_vec()).expect("the head is text");
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|status| status.parse().ok());
        let header = |line: &str| {
            let (name, value) = line.split_once(": ").unwrap_or((line, ""));
            (name.to_ascii_lowercase(), value.to_owned())
        };
        let reply = Reply {
            status: status.expect("there is a status"),
            headers: lines.map(header).collect(),
            body: answer[end + 4..].to_vec(),
        };
        assert!(!reply.headers.contains_key("access-control-allow-origin"), "no other site may read {request}");
        reply
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server can be reached");
        stream.set_read_timeout(Some(LONG)).expect("a limit can be set");
        stream
    }

    pub fn request(&self, method: &str, path: &str, headers: &str) -> Reply {
        let host = format!("127.0.0.1:{}", self.port);
        self.raw(&format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n"))
    }

    pub fn get(&self, path: &str) -> Reply {
        self.request("GET", path, "")
    }

    /// What an open page is told, from now on.
    pub fn follow(&self, path: &str, digest: &str) -> Changes {
        let mut stream = self.connect();
        // An answer without chunks.
        let head = format!(
            "GET /_songngu/changes?path={}&digest={digest} HTTP/1.0\r\nHost: 127.0.0.1:{}\r\n\r\n",
            path.replace('%', "%25").replace('/', "%2F"),
            self.port
        );
        stream.write_all(head.as_bytes()).expect("it can be sent");
        let mut lines = BufReader::new(stream);
        let mut line = String::new();
        while line != "\r\n" {
            line.clear();
            assert_ne!(lines.read_line(&mut line).expect("there is an answer"), 0, "the answer has no end of its head");
        }
        Changes { lines }
    }

    /// Opens a page and follows it.
    pub fn open(&self, path: &str) -> (Reply, Changes) {
        let page = self.get(path);
        let changes = self.follow(path, &page.digest());
        (page, changes)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// The stream of changes to a page.
pub struct Changes {
    lines: BufReader<TcpStream>,
}

impl Changes {
    /// The next event: its name and its data.
    pub fn next(&mut self) -> (String, serde_json::Value) {
        let (mut name, mut data) = (String::new(), String::new());
        loop {
            let mut line = String::new();
            assert_ne!(self.lines.read_line(&mut line).expect("an event comes"), 0, "the stream has ended");
            let line = line.trim_end_matches('\n');
            if let Some(text) = line.strip_prefix("event: ") {
                name = text.to_owned();
            } else if let Some(text) = line.strip_prefix("data: ") {
                data.push_str(text);
            } else if line.is_empty() && !name.is_empty() {
                return (name, serde_json::from_str(&data).expect("the data is JSON"));
            }
        }
    }

    /// Reads until an event of one of these names.
    pub fn until(&mut self, names: &[&str]) -> (String, serde_json::Value) {
        loop {
            let event = self.next();
            if names.contains(&event.0.as_str()) {
                return event;
            }
        }
    }
}
