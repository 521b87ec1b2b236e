//! `songngu serve`, from outside: requests over plain sockets, edits on disk, and what is told of them.
#![allow(clippy::disallowed_methods, reason = "these tests make sites, edit them and open sockets")]

mod support;

use std::fs;
use std::io::Read as _;
use std::net::TcpListener;
use std::path::Path;

use flate2::read::GzDecoder;
use support::server::Server;
use support::sites;
use tempfile::TempDir;

const FLOODS: &str = include_str!("floods.txt");

/// A site so small that a test says all of it.
const SMALL: &str = r#"== site.yaml
title: {vi: Nhỏ, en: Small}
base_url: https://example.org/
languages: [vi, en]
side_by_side: true
== templates/assets/own.css
p { color: red; }
== content/index.vi.md
---
title: Trang đầu
---
Chào.
== content/index.en.md
---
title: First page
---
Hello.
== content/a.vi.md
---
title: Trang a
---
Một đoạn.

![Hình](a.svg)
== content/a.en.md
---
title: Page a
---
A paragraph.
== content/a.svg
<svg xmlns="http://www.w3.org/2000/svg"/>
"#;

fn small() -> (TempDir, Server) {
    let site = sites::folder(SMALL);
    let server = Server::start(site.path(), &[]);
    (site, server)
}

fn put(site: &TempDir, path: &str, text: &str) {
    sites::put(site.path(), path, text.as_bytes());
}

#[test]
fn what_is_served_is_what_is_built() {
    let site = sites::folder(FLOODS);
    sites::run(site.path(), &["build"]);
    let server = Server::start(site.path(), &[]);
    assert_eq!(server.base, "/du-an/");
    let built = support::built::files(&site.path().join("public"));
    let mut pages = 0;
    for (name, bytes) in built.iter().filter(|(name, _)| *name != ".songngu") {
        let address: String = name.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let reply = server.get(&format!("/du-an/{address}"));
        if reply.status == 302 {
            // An old address: the page that stands there for hosts without redirects is not needed here.
            assert!(String::from_utf8_lossy(bytes).contains("http-equiv=\"refresh\""), "{name}");
            continue;
        }
        assert_eq!(reply.status, 200, "{name}");
        if name.ends_with(".html") {
            pages += 1;
            assert_eq!(reply.built().as_bytes(), bytes, "{name}");
            assert_eq!(reply.text().matches("/_songngu/live.js").count(), 1, "{name}");
        } else {
            assert_eq!(reply.body, *bytes, "{name}");
        }
        assert!(reply.header("content-security-policy").contains("script-src 'self';"), "{name}");
        assert_eq!(reply.header("cache-control"), "no-store", "{name}");
    }
    assert!(pages > 60, "{pages}");
}

#[test]
fn answers_are_compressed_for_those_who_take_it() {
    let (_site, server) = small();
    let ask = |path: &str, headers: &str| {
        // An answer without chunks.
        server.raw(&format!("GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{}\r\n{headers}\r\n", server.port))
    };
    for path in ["/vi/", "/_songngu/live.js", "/sitemap.xml", "/a.svg"] {
        let (plain, small) = (ask(path, ""), ask(path, "Accept-Encoding: br, gzip\r\n"));
        assert_eq!((plain.header("content-encoding"), small.header("content-encoding")), ("", "gzip"), "{path}");
        assert_eq!(small.header("vary"), "accept-encoding", "{path}");
        let mut unpacked = Vec::new();
        GzDecoder::new(small.body.as_slice()).read_to_end(&mut unpacked).expect("it is gzip");
        assert_eq!(unpacked, plain.body, "{path}");
        assert_eq!(small.header("content-security-policy"), plain.header("content-security-policy"), "{path}");
        assert_eq!(ask(path, "Accept-Encoding: gzip;q=0\r\n").header("content-encoding"), "", "{path}");
    }
}

#[test]
fn addresses_lead_where_hosts_lead_them() {
    let site = sites::folder(FLOODS);
    let server = Server::start(site.path(), &[]);
    let cases = [
        ("/", 302, "/du-an/"),
        ("/du-an", 302, "/du-an/"),
        ("/du-an/", 200, "text/html; charset=utf-8"),
        ("/du-an/?a=b", 200, "text/html; charset=utf-8"),
        ("/du-an/vi", 302, "/du-an/vi/"),
        ("/du-an/vi/tin-tuc/2024/nuoc-lon/", 200, "text/html; charset=utf-8"),
        ("/du-an/vi/tin-tuc/2024/nuoc-lon", 302, "/du-an/vi/tin-tuc/2024/nuoc-lon/"),
        ("/du-an/lu-2024/", 302, "/du-an/vi/tin-tuc/2024/nuoc-lon/"),
        ("/du-an/lu-2024", 302, "/du-an/vi/tin-tuc/2024/nuoc-lon/"),
        ("/du-an/cu/nuoc-lon.html", 302, "/du-an/vi/tin-tuc/2024/nuoc-lon/"),
        ("/du-an/sitemap.xml", 200, "text/xml; charset=utf-8"),
        ("/du-an/vi/feed.xml", 200, "text/xml; charset=utf-8"),
        ("/du-an/maps/delta.svg", 200, "image/svg+xml"),
        ("/du-an/_headers", 200, "text/plain; charset=utf-8"),
        ("/du-an/maps/m%E1%BB%B1c%20n%C6%B0%E1%BB%9Bc.csv", 200, "text/csv; charset=utf-8"),
        // The same name as macOS hands it out: letters and marks apart.
        ("/du-an/maps/mu%CC%9B%CC%A3c%20nu%CC%9Bo%CC%9B%CC%81c.csv", 200, "text/csv; charset=utf-8"),
        ("/_songngu/live.js", 200, "text/javascript; charset=utf-8"),
        ("/_songngu/overlay.css", 200, "text/css; charset=utf-8"),
        ("/_songngu/", 404, "text/plain; charset=utf-8"),
    ];
    for (path, status, expected) in cases {
        let reply = server.get(path);
        assert_eq!(reply.status, status, "{path}");
        let header = if status == 302 { "location" } else { "content-type" };
        assert_eq!(reply.header(header), expected, "{path}");
    }
    let (whole, head) = (server.get("/du-an/vi/"), server.request("HEAD", "/du-an/vi/", ""));
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), whole.body.len().to_string());
}

#[test]
fn no_address_leads_to_the_disk() {
    let site = sites::folder(FLOODS);
    let server = Server::start(site.path(), &[]);
    for path in [
        "/du-an/../site.yaml",
        "/du-an/%2e%2e/site.yaml",
        "/du-an/site.yaml",
        "/site.yaml",
        "/du-an/content/index.vi.md",
        "/du-an/vi/../../site.yaml",
        "/du-an//etc/passwd",
        "//etc/passwd",
        "/du-an/%00",
        "/du-an/%ff",
        "/du-an/vi/%2F..%2F..%2Fsite.yaml",
        "/du-an/vi\\..\\..\\site.yaml",
        "/_songngu/../site.yaml",
        "/du-an/khong/co/",
    ] {
        let reply = server.get(path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(!reply.text().contains("base_url"), "{path}");
    }
    let missing = server.get("/du-an/khong/co/");
    assert!(missing.text().contains("/_songngu/live.js"), "the page for missing pages follows, too");
    assert!(missing.text().contains("href=\"/du-an/vi/\""), "its links lead home from any depth");
}

#[test]
fn only_the_person_at_this_computer_is_answered() {
    let (_site, server) = small();
    let port = server.port;
    let request = |lines: &str| server.raw(&format!("GET /vi/ HTTP/1.1\r\nConnection: close\r\n{lines}\r\n"));
    assert_eq!(request(&format!("Host: localhost:{port}\r\n")).status, 200);
    assert_eq!(request("Host: evil.example\r\n").status, 421);
    assert_eq!(request(&format!("Host: evil.example:{port}\r\n")).status, 421);
    assert_eq!(request(&format!("Host: 127.0.0.1:{port}\r\nOrigin: http://evil.example\r\n")).status, 403);
    assert_eq!(request(&format!("Host: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n")).status, 200);
    assert_eq!(request(&format!("Host: 127.0.0.1:{port}\r\nSec-Fetch-Site: cross-site\r\n")).status, 403);
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let reply = server.request(method, "/vi/", "");
        assert_eq!((reply.status, reply.header("allow")), (405, "GET, HEAD"), "{method}");
    }
    // The stream of changes is no more open than the pages.
    let changes = "GET /_songngu/changes?path=%2Fvi%2F&digest= HTTP/1.1\r\nConnection: close\r\n";
    assert_eq!(server.raw(&format!("{changes}Host: evil.example\r\n\r\n")).status, 421);
    // No address of the network is listened at.
    let listening = TcpListener::bind(("0.0.0.0", port));
    let other = TcpListener::bind(("127.0.0.2", port));
    assert!(listening.is_err() && other.is_ok(), "the server listens at 127.0.0.1 only");
}

#[test]
fn a_saved_page_is_told_to_those_who_look_at_it() {
    let (site, server) = small();
    let (before, mut vi) = server.open("/vi/a/");
    let (_, mut en) = server.open("/en/a/");
    let (_, mut both) = server.open("/vi-en/a/");
    for changes in [&mut vi, &mut en, &mut both] {
        assert_eq!(changes.next().0, "kept", "nothing has changed since it was loaded");
    }
    put(&site, "content/a.vi.md", "---\ntitle: Trang a\n---\nĐoạn khác.\n");
    assert_eq!(vi.until(&["page", "kept"]).0, "page");
    assert_eq!(both.until(&["page", "kept"]).0, "page");
    assert_eq!(en.until(&["page", "kept"]).0, "kept", "the other language has not changed");
    let after = server.get("/vi/a/");
    assert!(before.text().contains("Một đoạn.") && after.text().contains("Đoạn khác."));
    assert_is_rebuilt(&server.lines_until(" ms"), "content/a.vi.md");
    // A page that was loaded before the change is told at once.
    let mut late = server.follow("/vi/a/", &before.digest());
    assert_eq!(late.next().0, "page");
}

/// One line, such as `content/a.vi.md: 3 of 14 pages in 7 ms`, or without the 3 if any may be another.
fn assert_is_rebuilt(lines: &[String], path: &str) {
    let [line] = lines else { panic!("not one line: {lines:#?}") };
    let rest = line.strip_prefix(&format!("{path}: ")).unwrap_or_else(|| panic!("{line}"));
    let (pages, took) = rest.split_once(" pages in ").unwrap_or_else(|| panic!("{line}"));
    let (touched, all) = pages.split_once(" of ").unwrap_or((pages, pages));
    let [touched, all] = [touched, all].map(|count| count.parse::<usize>().unwrap_or_else(|_| panic!("{line}")));
    assert!(touched <= all, "{line}");
    assert!(took.strip_suffix(" ms").is_some_and(|took| took.parse::<u32>().is_ok()), "{line}");
}

#[test]
fn a_style_sheet_is_exchanged_and_a_picture_told() {
    let (site, server) = small();
    let (page, mut changes) = server.open("/vi/a/");
    let styles = changes.until(&["styles"]).1.to_string();
    assert!(styles.contains("/assets/own."), "{styles}");
    put(&site, "templates/assets/site.css", "main { color: green; }");
    assert_eq!(changes.next().0, "kept", "but for its style sheet the page is the same");
    let (_, after) = changes.next();
    let address = |list: &serde_json::Value| {
        let list = list.as_array().expect("a list").clone();
        list.iter().filter_map(|path| path.as_str()).find(|path| path.contains("/site.")).map(str::to_owned)
    };
    let address = address(&after).expect("the style sheet has an address");
    assert!(!page.text().contains("<style>main{color:green}</style>"));
    assert_eq!(server.get(&address).text(), "main { color: green; }");
    let now = server.get("/vi/a/");
    assert!(now.text().contains("<style>main{color:green}</style>"));
    // printf 'main{color:green}' | openssl dgst -sha256 -binary | base64
    let policy = now.header("content-security-policy");
    assert!(policy.contains(" 'sha256-1swd11jhpZDg2Nmo3k5bWnEV4wzYEnYZH9k8/uPhSuU='"), "{policy}");
    // One that cannot stand in a page is linked, and the page is another one.
    put(&site, "templates/assets/site.css", "main { background: url(x.png); }");
    assert_eq!(changes.until(&["page"]).0, "page");
    assert!(server.get("/vi/a/").text().contains("/assets/site."));
    put(&site, "content/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>");
    assert_eq!(changes.until(&["files"]).1, serde_json::json!(["/a.svg"]));
    assert!(server.get("/a.svg").text().contains("<rect/>"));
}

#[test]
fn the_last_good_site_stays_until_the_mistake_is_mended() {
    let (site, server) = small();
    let (good, mut changes) = server.open("/vi/a/");
    let text = "---\ntitle: Trang a\n---\n[x](khong-co.md)\n\n<script>alert('x')</script>\n";
    put(&site, "content/<script>.txt", "x");
    put(&site, "content/a.vi.md", text);
    let (_, data) = changes.until(&["broken"]);
    assert_eq!(data["errors"], 2, "{data}");
    let shown: Vec<&str> = data["texts"].as_array().expect("a list").iter().filter_map(|text| text.as_str()).collect();
    let told = server.lines_until("the last good site is still shown").join("\n");
    for text in shown {
        assert!(told.contains(text), "the terminal says the same: {told}\n{text}");
    }
    assert!(
        data["texts"][0]
            .as_str()
            .is_some_and(|text| text.contains("--> content/a.vi.md:4:5") && text.contains("hint:"))
    );
    assert_eq!(server.get("/vi/a/").body, good.body);
    // A page that is opened now shows it, too.
    let (_, mut other) = server.open("/en/");
    assert_eq!(other.next().0, "broken");
    put(&site, "content/a.vi.md", "---\ntitle: Trang a\n---\nĐã sửa.\n");
    assert_eq!(changes.until(&["mended"]).0, "mended");
    assert_eq!(changes.until(&["page", "kept"]).0, "page");
    assert_eq!(other.until(&["page", "kept"]).0, "kept");
    assert!(server.get("/vi/a/").text().contains("Đã sửa."));
    // Mended without a change: the page has not to be loaded again.
    put(&site, "site.yaml", "title: [\n");
    assert_eq!(other.until(&["broken"]).0, "broken");
    put(&site, "site.yaml", SMALL.split("== ").nth(1).and_then(|text| text.split_once('\n')).expect("it is there").1);
    assert_eq!(other.until(&["mended"]).0, "mended");
    assert_eq!(other.until(&["page", "kept"]).0, "kept");
}

#[test]
fn a_site_that_begins_with_mistakes_says_so_and_comes_up() {
    let site = sites::folder(SMALL);
    put(&site, "content/a.vi.md", "---\ntitle: Trang a\n---\n<b>x</b> \"&\n");
    let server = Server::start(site.path(), &[]);
    assert!(server.first.iter().any(|line| line.starts_with("error[html-raw]")), "{:?}", server.first);
    let (page, mut changes) = server.open("/vi/a/");
    assert_eq!(page.status, 500);
    assert!(page.text().contains("error[html-raw]: raw HTML is not accepted here: `&lt;b&gt;`"), "{}", page.text());
    assert!(!page.text().contains("<b>"));
    assert!(page.header("content-security-policy").contains("script-src 'self';"));
    assert_eq!(changes.next().0, "broken");
    put(&site, "content/a.vi.md", "---\ntitle: Trang a\n---\nĐược rồi.\n");
    assert_eq!(changes.until(&["page"]).0, "page");
    assert_eq!(server.get("/vi/a/").status, 200);
}

#[test]
fn mistakes_in_templates_are_found_on_pages_that_nobody_looks_at() {
    let (site, server) = small();
    let (_, mut changes) = server.open("/vi/");
    // Only a page of its own template fails; the home page does not use it.
    put(
        &site,
        "templates/page.html",
        "{% extends \"theme/page.html\" %}{% block content %}{{ page.extra.none.deep }}{% endblock %}",
    );
    assert_eq!(changes.until(&["broken"]).1["errors"], 1);
    let told = server.lines_until("shown as they were").join("\n");
    assert!(told.contains("error[template-failed]") && told.contains("templates/page.html:1:"), "{told}");
    assert!(server.get("/vi/a/").text().contains("Một đoạn."), "the page as it was");
    put(&site, "templates/page.html", "{% extends \"theme/page.html\" %}{% block content %}mended{% endblock %}");
    assert_eq!(changes.until(&["mended"]).0, "mended");
    assert!(server.get("/vi/a/").text().contains("mended"));
    // Of a page that is looked at, it is known at once.
    let (_, mut page) = server.open("/vi/a/");
    put(
        &site,
        "templates/page.html",
        "{% extends \"theme/page.html\" %}{% block content %}{{ page.extra.none.deep }}{% endblock %}",
    );
    assert_eq!(page.until(&["broken"]).1["errors"], 1);
    assert!(server.get("/vi/a/").text().contains("mended"));
}

#[test]
fn whatever_a_site_is_made_of_may_change() {
    let (site, server) = small();
    let (_, mut changes) = server.open("/vi/a/");
    changes.until(&["kept"]);
    let mut shows = |path: &str, text: &str, address: &str, expected: &str| {
        put(&site, path, text);
        // Several events may belong to one edit: until the last of them is in, the page may still be the old one.
        while !server.get(address).text().contains(expected) {
            changes.until(&["page", "kept"]);
        }
    };
    shows(
        "templates/page.html",
        "{% extends \"theme/page.html\" %}{% block footer %}<p>chân trang</p>{% endblock %}",
        "/vi/a/",
        "chân trang",
    );
    shows(
        "templates/own.html",
        "{% component mine() -%}<i class=\"mine\">một</i>{%- endcomponent mine %}",
        "/vi/",
        "Chào",
    );
    shows("content/b.vi.md", "---\ntitle: Trang b\n---\n{{<mine />}}\n", "/vi/b/", "<i class=\"mine\">một</i>");
    shows(
        "templates/own.html",
        "{% component mine() -%}<i class=\"mine\">hai</i>{%- endcomponent mine %}",
        "/vi/b/",
        "<i class=\"mine\">hai</i>",
    );
    shows("locales/vi/site.ftl", "home = Bến\n", "/vi/b/", ">Bến<");
    shows("content/deep/er/index.vi.md", "---\ntitle: Sâu\nslug: sau\n---\nSâu.\n", "/vi/deep/sau/", "Sâu.");
    shows(
        "content/deep/er/index.vi.md",
        "---\ntitle: Sâu\nslug: khac\naliases: [/cu/]\n---\nSâu.\n",
        "/vi/deep/khac/",
        "Sâu.",
    );
    assert_eq!(server.get("/cu/").header("location"), "/vi/deep/khac/");
    assert_eq!(server.get("/vi/deep/sau/").status, 404);
    shows("content/a.yaml", "figures: {so: {value: 1048}}\n", "/vi/a/", "Một đoạn.");
    shows("content/a.vi.md", "---\ntitle: Trang a\n---\n{{ so }} nhà.\n", "/vi/a/", "1.048</data> nhà.");
    shows("content/a.yaml", "figures: {so: {value: 2048}}\n", "/vi/a/", "2.048</data> nhà.");
    shows(
        "site.yaml",
        "title: {vi: Nhỏ, en: Small, fr: Petit}\nbase_url: https://example.org/\nlanguages: [vi, en, fr]\n",
        "/fr/a/",
        "lang=\"fr\"",
    );
    fs::remove_dir_all(site.path().join("content/deep")).expect("it can be removed");
    while server.get("/vi/deep/khac/").status != 404 {
        changes.until(&["page", "kept"]);
    }
}

#[test]
fn drafts_are_shown_if_asked_for() {
    let site = sites::folder(SMALL);
    put(&site, "content/b.vi.md", "---\ntitle: Nháp\n---\nNháp.\n");
    put(&site, "content/b.yaml", "draft: true\n");
    assert_eq!(Server::start(site.path(), &[]).get("/vi/b/").status, 404);
    assert_eq!(Server::start(site.path(), &["--drafts"]).get("/vi/b/").status, 200);
}

#[test]
fn nothing_is_written() {
    let site = sites::folder(SMALL);
    let list = |root: &Path| support::built::files(root).into_keys().collect::<Vec<_>>();
    let before = list(site.path());
    let server = Server::start(site.path(), &[]);
    server.get("/vi/a/");
    drop(server);
    assert_eq!(list(site.path()), before);
}
