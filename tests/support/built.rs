//! A built site: its files, its pages as elements, and what their links lead to.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::html::{self, Page};

/// A built site, read whole.
pub struct Built {
    /// The absolute address that it was built for, with a slash at its end.
    pub base_url: String,
    /// The pages by their file, relative to the site's root.
    pub pages: BTreeMap<String, Page>,
    /// All files.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// All files below a folder, relative to it, with slashes, sorted.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn collect(folder: &Path, base: &Path, into: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path: PathBuf = entry.expect("the folder can be read").path();
            if path.is_dir() {
                collect(&path, base, into);
            } else {
                let name = path.strip_prefix(base).expect("it lies below").to_string_lossy().replace('\\', "/");
                into.insert(name, fs::read(&path).expect("the file can be read"));
            }
        }
    }
    let mut into = BTreeMap::new();
    collect(folder, folder, &mut into);
    into
}

/// A link that leads nowhere, or out of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dangling {
    pub file: String,
    pub address: String,
    pub why: String,
}

impl Built {
    /// Reads a built site. Panics at a page that is not as it should be.
    pub fn read(folder: &Path, base_url: &str) -> Built {
        let files = files(folder);
        let mut pages = BTreeMap::new();
        for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
            let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
            let page = html::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            pages.insert(name.clone(), page);
        }
        Built { base_url: base_url.to_owned(), pages, files }
    }

    /// The page at an address below the site's root: `vi/chip/`.
    pub fn page(&self, route: &str) -> &Page {
        let file =
            if route.is_empty() || route.ends_with('/') { format!("{route}index.html") } else { route.to_owned() };
        self.pages.get(&file).unwrap_or_else(|| panic!("no page `{file}`; there are {:?}", self.pages.keys()))
    }

    /// A text file.
    pub fn text(&self, file: &str) -> &str {
        let bytes = self.files.get(file).unwrap_or_else(|| panic!("no file `{file}`"));
        std::str::from_utf8(bytes).expect("it is UTF-8")
    }

    /// The part of the base address after its host: `/` or `/du-an/`.
    pub fn base_path(&self) -> &str {
        let rest = self.base_url.split_once("://").map_or("", |(_, rest)| rest);
        &rest[rest.find('/').expect("the base address ends with a slash")..]
    }

    /// The pages that stand only to lead elsewhere.
    pub fn is_redirect(page: &Page) -> bool {
        page.all("meta").into_iter().any(|meta| page.attribute(meta, "http-equiv") == "refresh")
    }

    /// The file behind an absolute address of this site.
    pub fn file_of(&self, address: &str) -> Option<String> {
        let path = decode(address.strip_prefix(&self.base_url)?.split('#').next().unwrap_or_default());
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
        self.files.contains_key(&file).then_some(file)
    }

    /// Follows every link, image, stylesheet and script of every page with the site put at `place` (`/`, `/du-an/`).
    ///
    /// The page for what was not found is shown at any depth and so knows its place: it is followed only at its own.
    pub fn dangling(&self, place: &str) -> Vec<Dangling> {
        let mut found = Vec::new();
        for (file, page) in &self.pages {
            if file == "404.html" && place != self.base_path() {
                continue;
            }
            for address in addresses(page) {
                if let Err(why) = self.follow(place, file, &address) {
                    found.push(Dangling { file: file.clone(), address, why });
                }
            }
        }
        found
    }

    fn follow(&self, place: &str, file: &str, address: &str) -> Result<(), String> {
        let has_scheme =
            ["http://", "https://", "mailto:", "tel:", "data:"].iter().any(|scheme| address.starts_with(scheme));
        if has_scheme {
            let is_ours = address.starts_with(&self.base_url);
            return if is_ours && self.file_of(address).is_none() { Err("not built".to_owned()) } else { Ok(()) };
        }
        let (path, anchor) = address.split_once('#').unwrap_or((address, ""));
        let from = format!("{place}{}", file.strip_suffix("index.html").unwrap_or(file));
        let to = if path.is_empty() { from } else { join(&from, path)? };
        let inside = to.strip_prefix(place).ok_or_else(|| format!("`{to}` lies out of the site"))?;
        let inside = decode(inside);
        let target = if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside };
        if !self.files.contains_key(&target) {
            return Err(format!("there is no `{target}`"));
        }
        if anchor.is_empty() {
            return if address.contains('#') { Err("an empty anchor".to_owned()) } else { Ok(()) };
        }
        let page = self.pages.get(&target).ok_or_else(|| format!("`{target}` has no anchors"))?;
        if page.has_id(&decode(anchor)) { Ok(()) } else { Err(format!("`{target}` has no `#{anchor}`")) }
    }

    /// Looks at what every page must have, whatever the site.
    pub fn check_pages(&self) {
        let policy = self.text("_headers").lines().find(|line| line.contains("Content-Security-Policy: "));
        let policy = policy.expect("the site has a policy");
        for (file, page) in &self.pages {
            let html = page.only("html");
            assert!(!page.attribute(html, "lang").is_empty(), "{file}: no language");
            assert_eq!(page.all("h1").len(), 1, "{file}: one h1");
            assert_eq!(page.all("main").len(), 1, "{file}: one main");
            // Pictures within the page have titles of their own.
            let head = page.only("head");
            let titles: Vec<usize> =
                page.all("title").into_iter().filter(|title| page.is_within(*title, head)).collect();
            assert!(titles.len() == 1 && !page.text(titles[0]).is_empty(), "{file}: a title");
            for style in page.all("style") {
                assert!(page.is_within(style, head), "{file}: a style sheet within the text");
                let html::Child::Text(css) = &page.elements[style].children[0] else { panic!("{file}: no text") };
                assert!(policy.contains(&hash_source(css)), "{file}: a style sheet that the policy does not allow");
            }
            for (at, element) in page.elements.iter().enumerate() {
                let bad = element.attributes.keys().find(|key| *key == "style" || key.starts_with("on"));
                assert_eq!(bad, None, "{file}: an inline style or script on `{}`", element.name);
                if element.name == "script" && page.attribute(at, "type") != "application/ld+json" {
                    assert!(!page.attribute(at, "src").is_empty(), "{file}: an inline script");
                }
                if element.name == "img" {
                    assert!(element.attributes.contains_key("alt"), "{file}: an image without `alt`");
                }
                if let Some(ids) = element.attributes.get("aria-labelledby") {
                    assert!(ids.split(' ').all(|id| page.has_id(id)), "{file}: aria-labelledby=\"{ids}\"");
                }
                if matches!(element.name.as_str(), "a" | "summary") {
                    let name = format!("{}{}", page.text(at), page.attribute(at, "aria-label"));
                    assert!(!name.trim().is_empty(), "{file}: a link without a name: {:?}", element.attributes);
                }
            }
            self.check_headings(file, page);
            self.check_json_ld(file, page);
        }
    }

    /// Headings go down by one level at a time.
    fn check_headings(&self, file: &str, page: &Page) {
        let mut before = 0;
        for element in &page.elements {
            let Some(level) = element.name.strip_prefix('h').and_then(|level| level.parse::<u32>().ok()) else {
                continue;
            };
            assert!(level <= before + 1, "{file}: h{level} follows h{before}");
            before = level;
        }
    }

    fn check_json_ld(&self, file: &str, page: &Page) {
        for script in page.all("script") {
            if page.attribute(script, "type") != "application/ld+json" {
                continue;
            }
            let html::Child::Text(text) = &page.elements[script].children[0] else { continue };
            let json: serde_json::Value =
                serde_json::from_str(text).unwrap_or_else(|error| panic!("{file}: JSON-LD: {error}"));
            assert_eq!(json["@context"], "https://schema.org", "{file}");
            for node in json["@graph"].as_array().expect("a graph") {
                assert!(node["@type"].is_string(), "{file}: {node}");
                for address in [&node["url"], &node["@id"]] {
                    if let Some(address) = address.as_str() {
                        assert!(self.file_of(address).is_some(), "{file}: JSON-LD leads to {address}");
                    }
                }
            }
        }
    }

    /// The absolute address of a file.
    pub fn address_of(&self, file: &str) -> String {
        format!("{}{}", self.base_url, encode(file.strip_suffix("index.html").unwrap_or(file)))
    }

    /// `hreflang` and address of each alternate of a page, in its order.
    pub fn alternates(page: &Page) -> Vec<(String, String)> {
        let links = page.all("link").into_iter();
        let alternate =
            |link: &usize| page.attribute(*link, "rel") == "alternate" && page.has_attribute(*link, "hreflang");
        links
            .filter(alternate)
            .map(|link| (page.attribute(link, "hreflang").to_owned(), page.attribute(link, "href").to_owned()))
            .collect()
    }

    /// The canonical address of a page.
    pub fn canonical(page: &Page) -> String {
        let links = page.all("link");
        let found: Vec<usize> = links.into_iter().filter(|link| page.attribute(*link, "rel") == "canonical").collect();
        assert_eq!(found.len(), 1, "one canonical address");
        page.attribute(found[0], "href").to_owned()
    }

    /// Checks canonical addresses and alternates of all pages; returns the pages that are their own canonical address.
    pub fn check_alternates(&self) -> Vec<String> {
        let mut own = Vec::new();
        for (file, page) in &self.pages {
            if file == "404.html" {
                continue;
            }
            let canonical = Built::canonical(page);
            let target = self.file_of(&canonical).unwrap_or_else(|| panic!("{file}: canonical {canonical}"));
            let alternates = Built::alternates(page);
            if target != *file {
                assert!(alternates.is_empty(), "{file}: alternates of a page that is not canonical");
                assert_eq!(Built::canonical(&self.pages[&target]), canonical, "{file}: a chain of canonical addresses");
                continue;
            }
            assert_eq!(canonical, self.address_of(file), "{file}");
            own.push(file.clone());
            if alternates.is_empty() {
                continue;
            }
            let langs: Vec<&str> = alternates.iter().map(|(lang, _)| lang.as_str()).collect();
            assert_eq!(langs.iter().filter(|lang| **lang == "x-default").count(), 1, "{file}: x-default");
            assert!(alternates.iter().any(|(_, address)| *address == canonical), "{file}: names itself");
            for (lang, address) in &alternates {
                let other = self.file_of(address).unwrap_or_else(|| panic!("{file}: hreflang {lang} {address}"));
                let twin = &self.pages[&other];
                assert_eq!(Built::alternates(twin), alternates, "{file} and {other} name the same");
                assert_eq!(Built::canonical(twin), *address, "{other}");
                if lang != "x-default" {
                    assert_eq!(twin.attribute(twin.only("html"), "lang"), lang, "{other}");
                }
            }
        }
        own
    }
}

/// Every address in a page that a browser may follow or load.
fn addresses(page: &Page) -> Vec<String> {
    let mut found = Vec::new();
    for element in &page.elements {
        for name in ["href", "src"] {
            found.extend(element.attributes.get(name).cloned());
        }
        if element.attributes.get("http-equiv").is_some_and(|kind| kind == "refresh") {
            let content = &element.attributes["content"];
            let (_, address) = content.split_once("url=").expect("a refresh names its address");
            found.push(address.to_owned());
        }
    }
    found
}

/// Resolves a relative address (RFC 3986, section 5.2) against the path of a page.
fn join(from: &str, address: &str) -> Result<String, String> {
    if address.contains('?') {
        return Err("a query".to_owned());
    }
    if address.starts_with('/') {
        return Ok(address.to_owned());
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    let mut pieces = address.split('/').peekable();
    while let Some(piece) = pieces.next() {
        let is_last = pieces.peek().is_none();
        match piece {
            "." if is_last => parts.push(""),
            "." => {}
            ".." => {
                if parts.len() < 2 {
                    return Err("leads above the host".to_owned());
                }
                parts.pop();
                if is_last {
                    parts.push("");
                }
            }
            _ => parts.push(piece),
        }
    }
    Ok(parts.join("/"))
}

/// Undoes percent-encoding.
pub fn decode(text: &str) -> String {
    let mut out = Vec::new();
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            out.push(byte);
            continue;
        }
        let pair: String = bytes.by_ref().take(2).map(char::from).collect();
        out.push(u8::from_str_radix(&pair, 16).unwrap_or_else(|_| panic!("`%{pair}` in {text}")));
    }
    String::from_utf8(out).unwrap_or_else(|_| panic!("{text} is not UTF-8"))
}

/// Percent-encodes a path as UTF-8.
fn encode(path: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=:@".contains(&byte);
    path.bytes().map(|byte| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// The source expression of a content security policy that allows a text within a page.
fn hash_source(text: &str) -> String {
    use sha2::Digest as _;
    format!("'sha256-{}'", data_encoding::BASE64.encode(&sha2::Sha256::digest(text)))
}
