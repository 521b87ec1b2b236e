//! The glossary as files for other programs: whole files of a small site, the rules of TBX-Basic, the explainer's own.
//!
//! `UPDATE=1 cargo test --test glossary` writes what is made now into `tests/glossary/`. Read the difference before
//! you keep it. The expected TBX was also found valid by the schemas that it names, which are not part of this
//! repository because their repositories name no licence: the grammar with Jing and libxml2, the rules with Saxon.
#![allow(clippy::disallowed_methods, reason = "these tests make sites and look at what was built")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use roxmltree::{Document, Node};
use support::sites;

const SITE: &str = include_str!("glossary/site.txt");
const FORMATS: [&str; 3] = ["csv", "tbx", "json"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What the program prints, which must be all that was asked for.
fn printed(site: &Path, arguments: &[&str]) -> String {
    sites::run_quietly(site, arguments)
}

fn exported(site: &Path, format: &str) -> String {
    printed(site, &["glossary", "export", "--format", format])
}

/// Compares a text with the file that holds what it should be.
fn expect(name: &str, text: &str) {
    let path = root().join("tests/glossary").join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, text).expect("the file can be written");
    }
    let expected = fs::read_to_string(&path).expect("the file can be read");
    assert_eq!(text, expected, "{name}");
}

#[test]
fn a_small_glossary_in_every_format() {
    let site = sites::folder(SITE);
    for format in FORMATS {
        expect(&format!("terms.{format}"), &exported(site.path(), format));
    }
    expect("list.txt", &printed(site.path(), &["glossary", "list"]));
}

#[test]
fn what_is_exported_is_what_is_published() {
    let site = sites::folder(SITE);
    // It has terms without twins, which is worth a warning.
    assert!(sites::run(site.path(), &["build"]).status.success());
    for format in FORMATS {
        let published = fs::read_to_string(site.path().join(format!("public/glossary/terms.{format}")));
        assert_eq!(published.expect("it is published"), exported(site.path(), format), "{format}");
    }
    let page = fs::read_to_string(site.path().join("public/vi/glossary/index.html")).expect("the page is there");
    for format in FORMATS {
        let link = format!("<a href=\"../../glossary/terms.{format}\" download>{}", format.to_uppercase());
        assert!(page.contains(&link), "{link} in {page}");
    }
    assert!(page.contains("Tải toàn bộ bảng thuật ngữ"), "the links have a title in the reader's language");
    let headers = fs::read_to_string(site.path().join("public/_headers")).expect("the file is there");
    assert!(headers.contains("/bien/glossary/terms.csv\n  Content-Type: text/csv; charset=utf-8\n"), "{headers}");
}

#[test]
fn a_site_without_terms_publishes_none() {
    let site = sites::folder(
        "== site.yaml\ntitle: a\nbase_url: https://example.org/\nlanguages: [en]\n== content/index.en.md\n---\ntitle: a\n---\nb\n== content/glossary/terms.csv\nmine\n",
    );
    printed(site.path(), &["build"]);
    let public = site.path().join("public");
    assert_eq!(fs::read_to_string(public.join("glossary/terms.csv")).expect("it is copied"), "mine\n");
    assert!(!public.join("glossary/terms.tbx").exists());
    assert!(!fs::read_to_string(public.join("_headers")).expect("the file is there").contains("glossary"));
    let list = sites::run(site.path(), &["glossary", "list"]);
    assert_eq!((list.status.code(), list.stdout.as_slice()), (Some(0), b"".as_slice()));
    let note = String::from_utf8_lossy(&list.stderr).into_owned();
    assert_eq!(note, "the glossary has no terms: write the first with `songngu new term ID`\n");
}

/// What an element may hold, from the grammar and the rules of TBX-Basic, style DCA: the elements in their order,
/// those that may be repeated or be missing. Only what songngu writes.
const MODEL: [(&str, &str, &[&str]); 17] = [
    ("tbx", "tbxHeader text", &["type", "style", "lang"]),
    ("tbxHeader", "fileDesc", &[]),
    ("fileDesc", "titleStmt sourceDesc", &[]),
    ("titleStmt", "title", &[]),
    ("title", "", &[]),
    ("sourceDesc", "p+", &[]),
    ("p", "", &[]),
    ("text", "body", &[]),
    ("body", "conceptEntry+", &[]),
    ("conceptEntry", "ref* langSec+", &["id"]),
    ("langSec", "descripGrp? xref? termSec+", &["lang"]),
    ("descripGrp", "descrip admin", &[]),
    ("termSec", "term termNote+", &[]),
    ("term", "", &[]),
    ("termNote", "", &["type"]),
    ("ref", "", &["type", "target", "lang"]),
    ("xref", "", &["type", "target"]),
];

/// The types of an element, and its values if they are listed.
const TYPES: [(&str, &str, &[&str]); 6] = [
    (
        "termNote",
        "administrativeStatus",
        &["preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"],
    ),
    ("termNote", "termType", &["fullForm", "acronym"]),
    ("descrip", "definition", &[]),
    ("admin", "source", &[]),
    ("ref", "crossReference", &[]),
    ("xref", "externalCrossReference", &[]),
];

/// What is wrong with a TBX file by those rules.
fn wrong_in_tbx(text: &str) -> Vec<String> {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return vec![error.to_string()],
    };
    let mut wrong = Vec::new();
    let root = document.root_element();
    if (root.attribute("type"), root.attribute("style")) != (Some("TBX-Basic"), Some("dca")) {
        wrong.push("not TBX-Basic in the style DCA".to_owned());
    }
    let elements = || document.descendants().filter(Node::is_element);
    let ids: Vec<&str> = elements().filter_map(|element| element.attribute("id")).collect();
    if ids.iter().collect::<BTreeSet<_>>().len() != ids.len() {
        wrong.push("an id stands twice".to_owned());
    }
    for element in elements() {
        wrong.extend(wrong_element(element));
        let Some(target) = element.attribute("target") else { continue };
        let leads_somewhere = match element.tag_name().name() {
            "ref" => ids.contains(&target),
            _ => target.starts_with("https://") || target.starts_with("http://"),
        };
        if !leads_somewhere {
            wrong.push(format!("`{target}` leads nowhere"));
        }
    }
    wrong
}

fn wrong_element(element: Node<'_, '_>) -> Option<String> {
    let name = element.tag_name().name();
    if element.tag_name().namespace() != Some("urn:iso:std:iso:30042:ed-2") {
        return Some(format!("`{name}` is in another namespace"));
    }
    let leaf: (&str, &str, &[&str]) = (name, "", &["type"]);
    let known = MODEL.iter().find(|(known, ..)| *known == name).unwrap_or(&leaf);
    let children: Vec<&str> =
        element.children().filter(Node::is_element).map(|child| child.tag_name().name()).collect();
    if !fits(&children, known.1) {
        return Some(format!("`{name}` holds {children:?}"));
    }
    let attributes: BTreeSet<&str> = element.attributes().map(|attribute| attribute.name()).collect();
    if attributes != known.2.iter().copied().collect() {
        return Some(format!("`{name}` has the attributes {attributes:?}"));
    }
    let text = element.text().unwrap_or_default();
    if known.1.is_empty() && (text.is_empty() || text.trim() != text) {
        return Some(format!("`{name}` holds the text `{text}`"));
    }
    if name == "tbx" {
        return None;
    }
    let kind = element.attribute("type")?;
    let found = TYPES.iter().find(|(of, known, _)| *of == name && *known == kind);
    let is_right = found.is_some_and(|(.., values)| values.is_empty() || values.contains(&text));
    (!is_right).then(|| format!("`{name}` of type `{kind}` says `{text}`"))
}

/// Whether the names are those of a model such as `ref* langSec+`.
fn fits(names: &[&str], model: &str) -> bool {
    let mut names = names.iter().peekable();
    for part in model.split_whitespace() {
        let name = part.trim_end_matches(['*', '+', '?']);
        let mut count = 0;
        while names.next_if(|next| **next == name).is_some() {
            count += 1;
        }
        let is_right = match &part[name.len()..] {
            "*" => true,
            "+" => count >= 1,
            "?" => count <= 1,
            _ => count == 1,
        };
        if !is_right {
            return false;
        }
    }
    names.next().is_none()
}

#[test]
fn tbx_keeps_the_rules_of_its_dialect() {
    let site = sites::folder(SITE);
    for root in [site.path(), root()] {
        assert_eq!(wrong_in_tbx(&exported(root, "tbx")), Vec::<String>::new());
    }
}

#[test]
fn the_reader_of_tbx_is_strict() {
    let good = exported(sites::folder(SITE).path(), "tbx");
    for (from, to) in [
        ("&lt;", "<"),
        ("style=\"dca\"", "style=\"dct\""),
        ("ed-2\"", "ed-1\""),
        ("preferredTerm-admn-sts", "preferredTerm"),
        ("type=\"definition\"", "type=\"context\""),
        ("target=\"_3d-chip\"", "target=\"3d-chip\""),
        ("target=\"https:", "target=\"ftp:"),
        ("conceptEntry id=\"_3d-chip\"", "conceptEntry id=\"llm\""),
        ("conceptEntry id=\"llm\"", "conceptEntry"),
        ("<term>LLM</term>", "<term></term>"),
        ("<admin type=\"source\">", "<note>x</note><admin type=\"source\">"),
    ] {
        assert!(good.contains(from), "{from}");
        assert_ne!(wrong_in_tbx(&good.replacen(from, to, 1)), Vec::<String>::new(), "{from} → {to}");
    }
}

/// The rows of a CSV file (RFC 4180), read by another hand than the one that wrote it.
fn csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {
                assert_eq!(letters.next(), Some('\n'), "lines end with CR LF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    assert!(!is_quoted && row.is_empty() && cell.is_empty(), "the last line is whole");
    rows
}

#[test]
fn the_explainers_glossary_is_whole_in_every_format() {
    let json: serde_json::Value = serde_json::from_str(&exported(root(), "json")).expect("JSON");
    assert_eq!((&json["version"], &json["languages"]), (&1.into(), &serde_json::json!(["vi", "en"])));
    let mut by_json = BTreeMap::new();
    for term in json["terms"].as_array().expect("a list") {
        for (lang, edition) in term["editions"].as_object().expect("a map") {
            let text = |key: &str| edition[key].as_str().expect("a text").to_owned();
            let id = term["id"].as_str().expect("a text").to_owned();
            assert!(text("url").starts_with(&format!("https://example.org/{lang}/")) && !text("short").is_empty());
            by_json.insert((id, lang.clone()), (text("term"), text("short"), text("url")));
        }
    }
    assert_eq!(by_json.len(), 36, "18 terms in two languages");

    let text = exported(root(), "csv");
    let rows = csv(&text);
    let header = ["id", "language", "term", "acronym", "forms", "avoid", "related", "link", "short", "url"];
    assert_eq!(rows[0], header);
    assert!(rows.iter().all(|row| row.len() == header.len()));
    let by_csv: BTreeMap<_, _> = rows[1..]
        .iter()
        .map(|row| ((row[0].clone(), row[1].clone()), (row[2].clone(), row[8].clone(), row[9].clone())))
        .collect();
    assert_eq!(by_csv, by_json);

    let text = exported(root(), "tbx");
    let tbx = Document::parse(&text).expect("TBX is XML");
    let named = |node: Node<'_, '_>, name: &str| node.tag_name().name() == name;
    let within = |node: Node<'_, '_>, name: &str| {
        node.descendants()
            .find(|inner| named(*inner, name))
            .and_then(|inner| inner.text())
            .unwrap_or_default()
            .to_owned()
    };
    let mut by_tbx = BTreeMap::new();
    for entry in tbx.descendants().filter(|node| named(*node, "conceptEntry")) {
        for language in entry.children().filter(|node| named(*node, "langSec")) {
            let lang = language.attribute(("http://www.w3.org/XML/1998/namespace", "lang")).unwrap_or_default();
            let key = (entry.attribute("id").unwrap_or_default().to_owned(), lang.to_owned());
            by_tbx.insert(key, (within(language, "term"), within(language, "descrip"), within(language, "admin")));
        }
    }
    assert_eq!(by_tbx, by_json);
}

#[test]
fn the_list_as_json_is_one_object() {
    let site = sites::folder(SITE);
    let list: serde_json::Value =
        serde_json::from_str(&printed(site.path(), &["glossary", "list", "--json"])).expect("JSON");
    assert_eq!((&list["version"], &list["command"], &list["ok"]), (&1.into(), &"glossary list".into(), &true.into()));
    let llm = serde_json::json!({
        "id": "llm",
        "acronym": "LLM",
        "terms": {"vi": "mô hình ngôn ngữ lớn", "en": "large language model"},
        "uses": {"vi": 3, "en": 1},
    });
    assert_eq!(list["terms"][2], llm);
    assert_eq!(list["diagnostics"].as_array().map(Vec::len), Some(2), "warnings are told, too");
}

/// The names in a folder.
fn names(folder: &Path) -> BTreeSet<PathBuf> {
    fs::read_dir(folder).expect("it is there").map(|entry| entry.expect("it can be read").file_name().into()).collect()
}

#[test]
fn a_file_is_replaced_whole() {
    let site = sites::folder(SITE);
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = folder.path().join("từ.csv");
    fs::write(&file, "old").expect("a file can be written");
    let path = file.to_string_lossy().into_owned();
    let line = printed(site.path(), &["glossary", "export", "--format", "csv", "-o", &path]);
    assert_eq!(line, format!("exported 3 terms\n{path}\n"));
    assert_eq!(fs::read_to_string(&file).expect("it is there"), exported(site.path(), "csv"));
    assert_eq!(printed(site.path(), &["--quiet", "glossary", "export", "--format", "csv", "-o", &path]), "");
    assert_eq!(names(folder.path()), BTreeSet::from([PathBuf::from("từ.csv")]), "nothing else is left there");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let site = sites::folder(SITE);
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let (file, link) = (folder.path().join("a.csv"), folder.path().join("b.csv"));
    fs::write(&file, "old").expect("a file can be written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("permissions can be set");
    symlink("a.csv", &link).expect("a link can be made");
    printed(site.path(), &["glossary", "export", "--format", "csv", "-o", &link.to_string_lossy()]);
    assert!(link.is_symlink());
    assert_eq!(fs::read_to_string(&file).expect("it is there"), exported(site.path(), "csv"));
    assert_eq!(fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o640);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let site = sites::folder(SITE);
    let run = sites::run(site.path(), &["glossary", "export", "--format", "csv", "-o", "/dev/full"]);
    let complaint = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(
        (run.status.code(), complaint.as_str()),
        (Some(2), "error: cannot write `/dev/full`: no space left on device\n")
    );
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("it is there");
    let run =
        sites::songngu().current_dir(site.path()).args(["glossary", "export", "--format", "tbx"]).stdout(full).output();
    assert_eq!(run.expect("the program can be started").status.code(), Some(2));
}
