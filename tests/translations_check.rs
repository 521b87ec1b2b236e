//! `songngu translations check`: what `--fix` changes and what it leaves, byte by byte; what the formats for code hosts
//! hold; that pairs which a person has agreed on are left in peace.
#![allow(
    clippy::disallowed_methods,
    reason = "this test makes sites, runs the program on them and reads what it wrote"
)]

mod site;

use std::fs;

use serde_json::Value;
use site::{Run, Site, tree};

/// Vietnamese with one certain mistake of each kind, CRLF line ends and letters and marks apart; and its twin.
const VI: &str = "---\r\ntitle: Ðối tác\r\n---\r\n\r\n## Đối tác {#partners}\r\n\r\nBắc Kinh có {{ companies }} công ty [@plan] làm [[llm]].\r\n\r\nThành phố ðầu tư  tiền , tăng 12.5% một năm, có `1.5` và «cuộc đua».\r\n\r\nTha\u{300}nh pho\u{302}\u{301} `a  b` xong.\r\n";
const FIXED: &str = "---\r\ntitle: Đối tác\r\n---\r\n\r\n## Đối tác {#partners}\r\n\r\nBắc Kinh có {{ companies }} công ty [@plan] làm [[llm]].\r\n\r\nThành phố đầu tư tiền, tăng 12,5% một năm, có `1.5` và “cuộc đua”.\r\n\r\nThành phố `a  b` xong.\r\n";
const EN: &str = "---\ntitle: Partners\n---\n\n## Partners {#partners}\n\nBeijing has {{ companies }} companies [@plan] that make [[llm]]s.\n\nThe city invests money, growing 12.5% a year, with `1.5` and a “race”.\n\nThe city `a  b` is done.\n";

fn site_with(vi: &str, en: &str) -> Site {
    let site = Site::unbuilt();
    site.write("content/programme.vi.md", vi);
    site.write("content/programme.en.md", en);
    site
}

fn content(site: &Site, path: &str) -> String {
    fs::read_to_string(site.root().join(path)).expect("the file is there")
}

#[test]
fn fix_changes_what_is_certain_and_nothing_else() {
    let site = site_with(VI, EN);
    let before = tree(&site.root());
    let Run { status, stdout, stderr } = site.run(&["translations", "check", "--fix"]);
    assert_eq!((status, stderr.as_str()), (Some(0), ""), "nothing is left to tell");
    assert!(stdout.starts_with("put right: 7 places in 1 file\n"), "{stdout}");
    assert_eq!(content(&site, "content/programme.vi.md"), FIXED);
    let mut after = tree(&site.root());
    after.insert("content/programme.vi.md".to_owned(), VI.as_bytes().to_vec());
    assert!(before == after, "another file has changed, or was left behind");
    let again = site.run(&["translations", "check", "--fix", "--deny", "warnings"]);
    assert_eq!(again.status, Some(0));
    assert!(!again.stdout.contains("put right"), "{}", again.stdout);
    assert_eq!(content(&site, "content/programme.vi.md"), FIXED);
}

#[test]
fn without_fix_nothing_is_written() {
    let site = site_with(VI, EN);
    let before = tree(&site.root());
    for format in ["text", "github", "gitlab", "sarif"] {
        assert_eq!(site.run(&["translations", "check", "--format", format]).status, Some(0), "{format}");
    }
    assert_eq!(site.run(&["translations", "check", "--deny", "warnings"]).status, Some(1));
    assert!(before == tree(&site.root()));
}

#[test]
fn strings_are_put_right_by_their_places() {
    let site = Site::unbuilt();
    let text = "# Lời chú\nðau = không\nxin-chao = Xin  chào { $ten }, thành phố ðẹp\n    .b = Ðược\n";
    site.write("locales/vi/site.ftl", text);
    site.write("locales/en/site.ftl", "xin-chao = Hello { $ten }, lovely city\n    .b = Done\n");
    site.run(&["translations", "check", "--fix"]);
    let expected = "# Lời chú\nðau = không\nxin-chao = Xin chào { $ten }, thành phố đẹp\n    .b = Được\n";
    assert_eq!(content(&site, "locales/vi/site.ftl"), expected, "what is no message stays as it is");
}

const MISTAKEN: (&str, &str) = ("Có 39 đối tác, 12.5% ở đây.", "There are 93 partners, 12.5% here.");

fn page(title: &str, text: &str) -> String {
    format!("---\ntitle: {title}\n---\n\n## {title} {{#partners}}\n\n{text}\n")
}

fn mistaken() -> Site {
    site_with(&page("Trang", MISTAKEN.0), &page("Page", MISTAKEN.1))
}

#[test]
fn annotations_stand_at_their_lines() {
    let Run { status, stdout, .. } = mistaken().run(&["translations", "check", "--format", "github", "programme"]);
    assert_eq!(status, Some(1));
    let expected = "::error file=content/programme.vi.md,line=7,col=4,endLine=7,endColumn=6,title=number-differs::\
        `vi` says `39` where `en` says `93` (see content/programme.en.md:7: `en`). hint: ";
    assert!(stdout.starts_with(expected), "{stdout}");
    assert_eq!(stdout.lines().count(), 2, "{stdout}");
}

#[test]
fn files_are_named_from_where_the_program_runs() {
    let site = mistaken();
    let above = site.root().parent().expect("it lies in a folder").to_owned();
    let arguments = ["--root", "site", "translations", "check", "--format", "gitlab"];
    let output = site.command().current_dir(above).args(arguments).output().expect("it runs");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report[0]["location"]["path"], "site/content/programme.vi.md");
    assert_eq!(report[0]["check_name"], "number-differs");
    assert_eq!(report[0]["severity"], "major");
}

#[test]
fn sarif_holds_what_its_schema_asks_for() {
    let Run { stdout, .. } = mistaken().run(&["translations", "check", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&stdout).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "songngu");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("a list");
    let results = run["results"].as_array().expect("a list");
    assert_eq!(results.len(), 2);
    for result in results {
        let rule = &rules[result["ruleIndex"].as_u64().expect("a number") as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(["note", "warning", "error"].contains(&result["level"].as_str().expect("a level")));
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert!(region["startLine"].as_u64() >= Some(1) && region["startColumn"].as_u64() >= Some(1));
        assert!(result["relatedLocations"][0]["id"].as_u64().is_some());
    }
    let fix = &results[1]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(fix["insertedContent"]["text"], "12,5");
}

#[test]
fn what_a_person_has_agreed_on_is_left_in_peace() {
    let (vi, en) = (page("Trang", "Có 39 đối tác."), page("Page", "There are partners."));
    let site = site_with(&vi, &en);
    let told =
        |site: &Site| site.run(&["translations", "check", "--json", "programme"]).stdout.contains("number-missing");
    assert!(told(&site));
    assert_eq!(site.run(&["translations", "agree", "programme"]).status, Some(0));
    assert!(!told(&site), "they are agreed on");
    site.write("content/programme.vi.md", vi.replace("39", "40"));
    assert!(told(&site), "one has moved since");
}

#[test]
fn an_error_stands_in_the_way_of_an_agreement_unless_told() {
    let site = mistaken();
    let Run { status, stderr, .. } = site.run(&["translations", "agree", "programme#partners/p1"]);
    assert_eq!(status, Some(1));
    assert!(stderr.contains("error[number-differs]") && stderr.contains("--force"), "{stderr}");
    assert!(!site.root().join("locales/agreed").exists(), "nothing was written");
    let told =
        |site: &Site| site.run(&["translations", "check", "--json", "programme"]).stdout.contains("number-differs");
    assert!(told(&site), "nothing was recorded");
    assert_eq!(site.run(&["translations", "agree", "--force", "programme#partners/p1"]).status, Some(0));
    assert!(!told(&site));
}
