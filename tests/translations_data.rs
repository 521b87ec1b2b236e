//! Texts that stand in one file in both languages: how an editor is told of them, and settles them.
#![allow(clippy::disallowed_methods, reason = "this test makes sites and runs the program on them")]

mod site;

use serde_json::{Value, json};
use site::Site;

const DATA: &str = "date: 2023-05-19\nfigures:\n  companies: {value: 1048, unit: {vi: công ty, en: companies}, label: {vi: Công ty AI, en: AI companies}, source: plan}\ntimeline:\n  - {date: 2023-05-18, title: {vi: Hội nghị, en: A congress}}\n  - {date: 2023-05-19, title: {vi: Công bố, en: The announcement}}\n";

fn site() -> Site {
    let site = Site::unbuilt();
    site.write("content/programme.yaml", DATA);
    for (lang, title, when) in [("vi", "Đối tác", "Các mốc"), ("en", "Partners", "The dates")] {
        site.write(
            &format!("content/programme.{lang}.md"),
            format!("---\ntitle: P\n---\n\n## {title} {{#partners}}\n\n{{{{ companies }}}} [@plan] [[llm]]\n\n## {when} {{#dates}}\n\n{{{{ <timeline /> }}}}\n"),
        );
    }
    ok(&site, &["translations", "agree", "--all-clean"]);
    site
}

fn ok(site: &Site, arguments: &[&str]) -> String {
    let run = site.run(arguments);
    assert_eq!(run.status, Some(0), "{arguments:?}: {}{}", run.stdout, run.stderr);
    run.stdout
}

fn read(site: &Site, path: &str) -> String {
    std::fs::read_to_string(site.root().join(path)).expect("it can be read")
}

fn status(site: &Site, lang: &str) -> Value {
    let status: Value = serde_json::from_str(&ok(site, &["translations", "status", "--json"])).expect("JSON");
    let data = status["data"].as_array().expect("a list");
    let is = |file: &&Value| file["file"] == "content/programme.yaml" && file["lang"] == lang;
    let mut found = data.iter().find(is).expect("the file is told of").clone();
    found.as_object_mut().expect("an object").retain(|key, count| key != "file" && key != "lang" && *count != json!(0));
    found
}

#[test]
fn a_text_that_moved_is_told_and_settled() {
    let site = site();
    assert_eq!(status(&site, "vi"), json!({"texts": 4, "agreed": 4}));
    assert_eq!(
        ok(&site, &["translations", "diff", "programme"]),
        "nothing has moved in `programme` since its languages agreed\n"
    );
    ok(&site, &["build", "--strict"]);

    let moved = DATA.replace("vi: Hội nghị", "vi: Hội nghị Trí tuệ").replace("en: companies", "en: firms");
    site.write("content/programme.yaml", &moved);
    assert_eq!(status(&site, "en"), json!({"texts": 4, "agreed": 3, "behind": 1, "left": 4}));
    assert_eq!(status(&site, "vi"), json!({"texts": 4, "agreed": 3, "behind": 1, "left": 1}));
    assert_eq!(
        ok(&site, &["translations", "diff", "programme"]),
        "content/programme.yaml:3 figures.companies.unit: vi is behind en\n  en  [-companies-]{+firms+}\n  vi  công ty\n\n\
         content/programme.yaml:5 timeline.1.title: en is behind vi\n  vi  Hội nghị{+ Trí tuệ+}\n  en  A congress\n\n"
    );
    let strict = site.run(&["build", "--strict"]);
    assert_eq!(strict.status, Some(1));
    assert!(
        strict.stderr.contains("error[twin-behind]: `timeline.1.title` in `en` is behind `vi`"),
        "{}",
        strict.stderr
    );

    // Each edition tells its readers, and names the section that shows the text.
    ok(&site, &["build"]);
    let notice = |page: &str| {
        let html = String::from_utf8(site.public()[page].clone()).expect("text");
        let start = html.find("<div class=\"notice\"").unwrap_or_else(|| panic!("{page} has a notice"));
        html[start..start + html[start..].find("</div>").expect("it ends")].to_owned()
    };
    assert!(
        notice("en/programme/index.html")
            .contains("<a href=\"../../vi/programme/#dates\" hreflang=\"vi\">The dates</a>")
    );
    assert!(
        notice("vi/programme/index.html")
            .contains("<a href=\"../../en/programme/#partners\" hreflang=\"en\">Đối tác</a>")
    );
    let config = read(&site, "site.yaml");
    site.write("site.yaml", format!("{config}behind: omit\n"));
    ok(&site, &["build"]);
    assert!(!String::from_utf8_lossy(&site.public()["en/programme/index.html"]).contains("class=\"notice\""));
    site.write("site.yaml", config);

    // One text by its address, then all that is left of the page.
    assert_eq!(ok(&site, &["translations", "agree", "content/programme.yaml#timeline.1"]), "1 agreement recorded\n");
    assert_eq!(status(&site, "en"), json!({"texts": 4, "agreed": 4}));
    assert_eq!(status(&site, "vi"), json!({"texts": 4, "agreed": 3, "behind": 1, "left": 1}));
    assert_eq!(ok(&site, &["translations", "agree", "programme"]), "1 agreement recorded\n");
    ok(&site, &["build", "--strict"]);
}

#[test]
fn an_item_before_another_changes_one_line_of_what_was_agreed() {
    let site = site();
    let file = "locales/agreed/data/content/programme.yaml.en.vi.tsv";
    let before = read(&site, file);
    site.write(
        "content/programme.yaml",
        DATA.replace("timeline:\n", "timeline:\n  - {date: 2022, title: {vi: Mở đầu, en: A beginning}}\n"),
    );
    assert_eq!(status(&site, "en"), json!({"texts": 5, "agreed": 4, "new": 1}));
    ok(&site, &["translations", "agree", "programme"]);
    let after = read(&site, file);
    let new: Vec<&str> = after.lines().filter(|line| !before.lines().any(|old| old == *line)).collect();
    assert_eq!(new.len(), 1, "{after}");
    assert!(before.lines().all(|line| after.lines().any(|new| new == line)));
}

#[test]
fn a_check_that_finds_an_error_stands_in_the_way() {
    let site = site();
    site.write(
        "content/programme.yaml",
        DATA.replace("vi: Công bố", "vi: Công bố 12 dự án").replace("en: The announcement", "en: 21 projects"),
    );
    let run = site.run(&["translations", "agree", "programme"]);
    assert_eq!(run.status, Some(1), "{}", run.stdout);
    assert!(run.stderr.contains("error[number-differs]"), "{}", run.stderr);
    assert_eq!(status(&site, "en"), json!({"texts": 4, "agreed": 3, "conflict": 1, "left": 5}));
    ok(&site, &["translations", "agree", "programme", "--force"]);
    assert_eq!(status(&site, "en"), json!({"texts": 4, "agreed": 4}));
}

#[test]
fn what_came_back_done_can_be_recorded_at_once() {
    let site = site();
    site.write(
        "content/programme.yaml",
        DATA.replace("vi: Hội nghị", "vi: Hội nghị Trí tuệ").replace("vi: Công ty AI", "vi: Công ty AI cốt lõi"),
    );
    let page = read(&site, "content/index.vi.md");
    site.write("content/index.vi.md", page.replace("Xem", "Hãy xem"));
    let po = ok(&site, &["translations", "export", "--from", "vi", "--to", "en", "--format", "po", "--only", "behind"]);
    assert_eq!(po.matches("#, fuzzy\n").count(), 3, "{po}");
    // One is translated, one is right as it is, one is left for later.
    let done = po
        .replacen("#, fuzzy\n", "", 2)
        .replace("A congress", "The intelligence congress")
        .replace("AI companies", "Core AI companies");
    site.write("back.po", done);
    let said = ok(&site, &["translations", "import", "back.po", "--agree"]);
    assert!(said.contains("2 agreements recorded"), "{said}");
    assert_eq!(
        ok(&site, &["translations", "diff", "index"]),
        "nothing has moved in `index` since its languages agreed\n"
    );
    let open = ok(&site, &["translations", "diff", "programme"]);
    assert_eq!(open.matches(" is behind ").count(), 1, "{open}");
}
