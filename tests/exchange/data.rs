//! Texts of data, which stand in one file in both languages.

use crate::site::Site;
use crate::{FORMATS, export, read, sources};

/// Data in every way to write YAML.
const DATA: &str = "# What the page counts\nfigures:\n  # Counted once a year\n  companies: {value: 1048, unit: {vi: cái, en: pieces}, label: {vi: 'Công ty ở đây', en: \"Companies, \\\"here\\\"\"}}\n  talent:\n    value: 40000\n    label:\n      vi: Nhân lực\n      en: People\n    unit:\n      vi: người   # a remark\ntimeline:\n  - date: 2023-05\n    title: {vi: Một,\n      en: One}\n    text:\n      vi: >-\n        Một câu dài qua\n        hai dòng, có [[llm]].\n      en: >-\n        A long sentence over\n        two lines, with [[llm]].\n  - {date: 2023-06, title: {en: Two, vi: Hai}}\n  - {date: 2023-07, title: {vi: Ba}}\nextra:\n  lead:\n    vi: |\n      Dòng một\n      dòng hai\n    en: |\n      Line one\n      line two\n  only: {vi: Chưa dịch}\n";

fn site() -> Site {
    let site = Site::unbuilt();
    site.write("content/index.yaml", DATA);
    site
}

/// What becomes of the file of data when a text of a PO file is another: by the old text, which is found once.
fn after(old: &str, new: &str) -> Result<String, String> {
    let site = site();
    let sent = export(&site, "vi", "en", ("po", "po"));
    let text = read(&site, &sent);
    let line = format!("msgstr \"{old}\"\n");
    assert_eq!(text.matches(&line).count(), 1, "{line} is in {text}");
    site.write("back.po", text.replace(&line, &format!("msgstr \"{new}\"\n")));
    let before = sources(&site);
    let run = site.run(&["translations", "import", "back.po"]);
    let mut now = sources(&site);
    if run.status != Some(0) {
        assert!(now == before, "nothing is written where something is wrong");
        return Err(run.stderr);
    }
    let data = now.remove("content/index.yaml").expect("it is there");
    assert!(now.iter().all(|(path, bytes)| before.get(path) == Some(bytes)), "other files stay as they are");
    Ok(String::from_utf8(data).expect("text"))
}

/// One place of the file is another, all else stays.
fn changes(old: &str, new: &str, from: &str, to: &str) {
    assert_eq!(DATA.matches(from).count(), 1, "{from:?}");
    assert_eq!(after(old, new), Ok(DATA.replace(from, to)), "{new}");
}

#[test]
fn nothing_changed_leaves_every_byte() {
    let site = site();
    let before = sources(&site);
    for format in FORMATS {
        let sent = export(&site, "vi", "en", format);
        let text = read(&site, &sent);
        assert!(text.contains("figures.talent.label") && text.contains("Nhân lực"), "{format:?} has the texts of data");
        assert!(format.0 != "po" || text.contains("#. comment: Counted once a year\n"), "comments are for translators");
        let run = site.run(&["translations", "import", &sent]);
        assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{format:?}");
        assert!(sources(&site) == before, "{format:?}: a source has changed");
    }
}

#[test]
fn a_text_changes_in_its_place_and_manner() {
    changes("pieces", "items", "en: pieces", "en: items");
    changes("pieces", "items, large ones", "en: pieces", "en: \"items, large ones\"");
    changes("Companies, \\\"here\\\"", "Firms \\\"here\\\"", "\"Companies, \\\"here\\\"\"", "\"Firms \\\"here\\\"\"");
    changes("People", "People: all", "en: People", "en: \"People: all\"");
    changes("People", "2023", "en: People", "en: \"2023\"");
    changes("People", "yes # no", "en: People", "en: \"yes # no\"");
    changes("One", "The one", "en: One}", "en: The one}");
    changes("Two", "Number two", "en: Two,", "en: Number two,");
    // The lines of a long text stay where they were.
    changes(
        "A long sentence over two lines, with [[llm]].",
        "A very long sentence over two lines, with one [[llm]].",
        "A long sentence over\n        two lines, with [[llm]]",
        "A very long sentence over\n        two lines, with one [[llm]]",
    );
    changes("Line one line two", "Line 1 line two", "Line one\n", "Line 1\n");
}

#[test]
fn a_language_that_is_missing_gets_its_place() {
    let po = |id: &str, new: &str| {
        let site = site();
        let sent = export(&site, "vi", "en", ("po", "po"));
        let text = read(&site, &sent);
        let at = text.find(&format!("msgctxt \"content/index.yaml#{id}\"")).expect("it is exported");
        let place = at + text[at..].find("msgstr \"\"").expect("it has no translation");
        site.write("back.po", format!("{}msgstr \"{new}\"{}", &text[..place], &text[place + 9..]));
        let run = site.run(&["translations", "import", "back.po"]);
        assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{id}");
        read(&site, "content/index.yaml")
    };
    assert_eq!(po("timeline.3.title", "Three"), DATA.replace("{vi: Ba}", "{vi: Ba, en: Three}"));
    assert_eq!(po("timeline.3.title", "Three, four"), DATA.replace("{vi: Ba}", "{vi: Ba, en: \"Three, four\"}"));
    assert_eq!(
        po("figures.talent.unit", "people: all"),
        DATA.replace("vi: người   # a remark\n", "vi: người   # a remark\n      en: \"people: all\"\n")
    );
}

#[test]
fn markup_and_what_yaml_cannot_hold_are_refused_at_their_line() {
    let refused =
        after("A long sentence over two lines, with [[llm]].", "No term any more.").expect_err("a slot is gone");
    assert!(refused.contains("error[import-markup]: `[[llm]]` is missing in the translation"), "{refused}");
    assert!(refused.contains("--> back.po:") && refused.contains("nothing was written"), "{refused}");
    let html = "A [[llm]] <script>x</script>.";
    let refused = after("A long sentence over two lines, with [[llm]].", html).expect_err("raw HTML is refused");
    assert!(refused.contains("import-markup"), "{refused}");
    let refused = after("People", "People\\nof two lines").expect_err("a line break has no place");
    assert!(
        refused.contains("a line break has no place in it: `figures.talent.label` of `content/index.yaml`"),
        "{refused}"
    );
}

#[test]
fn what_moved_since_is_refused_and_what_moved_elsewhere_found() {
    let site = site();
    let sent = export(&site, "vi", "en", ("po", "po"));
    site.write("back.po", read(&site, &sent).replace("msgstr \"Two\"", "msgstr \"Number two\""));
    let later = DATA.replace("timeline:\n", "timeline:\n  - {date: 2022, title: {vi: Mới, en: New}}\n");
    site.write("content/index.yaml", &later);
    let run = site.run(&["translations", "import", "back.po"]);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "an event before it changes its number only");
    assert_eq!(read(&site, "content/index.yaml"), later.replace("en: Two,", "en: Number two,"));
    site.write("content/index.yaml", later.replace("vi: Hai", "vi: Hai rưỡi"));
    let run = site.run(&["translations", "import", "back.po"]);
    assert!(run.stderr.contains("error[import-moved]"), "{}", run.stderr);
}

/// What was agreed on tells translators what moved.
#[test]
fn data_and_strings_that_are_behind_come_with_what_was_said_before() {
    let site = Site::unbuilt();
    site.write("content/index.yaml", DATA);
    site.write("locales/vi/site.ftl", "home = Trang đầu\nmenu = Mở\n    .label = Mở ra\n");
    site.write("locales/en/site.ftl", "home = Front page\nmenu = Open\n    .label = Open it\n");
    let run = site.run(&["translations", "agree", "--all-clean"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let none =
        site.run(&["translations", "export", "--from", "vi", "--to", "en", "--format", "po", "--only", "behind"]);
    assert_eq!(none.stdout, "", "nothing is behind");
    site.write("content/index.yaml", read(&site, "content/index.yaml").replace("vi: Nhân lực", "vi: Nhân lực cả nước"));
    site.write("locales/vi/site.ftl", "home = Trang đầu\nmenu = Mở\n    .label = Mở ra xem\n");
    let po = site
        .run(&["translations", "export", "--from", "vi", "--to", "en", "--format", "po", "--only", "behind"])
        .stdout;
    for part in [
        "#, fuzzy\n#| msgid \"Nhân lực\"\nmsgctxt \"content/index.yaml#figures.talent.label\"\nmsgid \"Nhân lực cả nước\"\nmsgstr \"People\"\n",
        "#, fuzzy\n#| msgid \"Mở ra\"\nmsgctxt \"locales/vi/site.ftl#menu.label\"\nmsgid \"Mở ra xem\"\nmsgstr \"Open it\"\n",
    ] {
        assert!(po.contains(part), "{part}\n{po}");
    }
    assert!(!po.contains("site.ftl#menu\"") && !po.contains("#home\""), "what did not move is not behind: {po}");
    let xliff = |format| {
        site.run(&["translations", "export", "--from", "vi", "--to", "en", "--format", format, "--only", "behind"])
            .stdout
    };
    assert!(xliff("xliff1").contains("<alt-trans alttranstype=\"previous-version\">"), "{}", xliff("xliff1"));
    assert!(xliff("xliff").contains("<note category=\"previous-source\">Mở ra</note>"), "{}", xliff("xliff"));
}
