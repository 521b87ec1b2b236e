//! The files of a made-up glossary; whole files of a real site are held by `tests/glossary.rs`.

use super::*;

fn plain(text: &str) -> Plain {
    Plain::new(text)
}

fn edition(tag: &str, term: &str) -> ConceptEdition {
    ConceptEdition {
        lang: Lang::new(tag).expect("a tag"),
        term: plain(term),
        forms: Vec::new(),
        avoid: Vec::new(),
        short: None,
        url: format!("https://example.org/{tag}/"),
    }
}

fn concept(id: &str, editions: Vec<ConceptEdition>) -> Concept {
    Concept { id: id.to_owned(), acronym: None, related: Vec::new(), link: LinkPolicy::Auto, editions }
}

fn glossary(concepts: Vec<Concept>) -> Glossary {
    let languages = ["vi", "en"].map(|tag| Lang::new(tag).expect("a tag")).to_vec();
    Glossary { title: plain("Từ & ngữ"), address: "https://example.org/".to_owned(), languages, concepts }
}

fn text(concepts: Vec<Concept>, format: Format) -> String {
    String::from_utf8(export(&glossary(concepts), format)).expect("exports are UTF-8")
}

#[test]
fn a_plain_text_is_one_line_without_commands() {
    let cases = [
        ("", ""),
        ("  hai  từ ", "hai từ"),
        ("a\r\nb\tc\u{2028}d\u{85}e", "a b c d e"),
        ("60\u{a0}triệu", "60\u{a0}triệu"),
        ("\u{1b}[31mđỏ\0\u{9b}", "\u{fffd}[31mđỏ\u{fffd}\u{fffd}"),
        ("\u{ffff}\u{fffe}", "\u{fffd}\u{fffd}"),
        ("hòa", "hòa"),
        ("to\u{302}\u{301}", "tố"),
        ("👩\u{200d}🔬", "👩\u{200d}🔬"),
    ];
    for (text, expected) in cases {
        assert_eq!(Plain::new(text).as_str(), expected, "{text:?}");
    }
}

#[test]
fn a_cell_is_never_a_formula() {
    let cases = [
        ("=1+2", "'=1+2"),
        ("+84", "'+84"),
        ("-ware", "'-ware"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("=HYPERLINK(\"https://example.org\",\"x\")", "\"'=HYPERLINK(\"\"https://example.org\"\",\"\"x\"\")\""),
        ("a = b", "a = b"),
        ("a, b", "\"a, b\""),
        ("nói “có”", "nói “có”"),
        ("5\" disc", "\"5\"\" disc\""),
        ("a;b", "a;b"),
    ];
    for (term, cell) in cases {
        let csv = text(vec![concept("a", vec![edition("vi", term)])], Format::Csv);
        let row = csv.split("\r\n").nth(1).expect("a row");
        assert_eq!(row, format!("a,vi,{cell},,,,,auto,,https://example.org/vi/"), "{term}");
    }
}

/// The elements of a name in TBX, as text.
fn elements(tbx: &str, name: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(tbx).expect("well-formed XML");
    let found = document.descendants().filter(|node| node.tag_name().name() == name);
    found.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

#[test]
fn any_text_survives_xml() {
    for term in ["a < b && c > d", "]]>", "<!-- -->", "\"'", "&amp;", "đám mây", "\u{1}\u{fffe}", "👩\u{200d}🔬"]
    {
        let tbx = text(vec![concept("a", vec![edition("vi", term)])], Format::Tbx);
        assert_eq!(elements(&tbx, "term"), [plain(term).as_str()]);
        assert_eq!(elements(&tbx, "title"), ["Từ & ngữ"]);
    }
}

#[test]
fn an_id_is_a_name_in_xml_and_stays_its_own() {
    let cases = [
        ("llm", "llm"),
        ("gpt-4.1", "gpt-4.1"),
        ("3d", "_3d"),
        ("-a", "_-a"),
        ("a_b", "_a_5f_b"),
        ("ký", "_k_fd_"),
        ("_k_fd_", "__5f_k_5f_fd_5f_"),
        ("a b\"<", "_a_20_b_22__3c_"),
    ];
    for (id, expected) in cases {
        let tbx = text(vec![concept(id, vec![edition("vi", "a")])], Format::Tbx);
        let document = roxmltree::Document::parse(&tbx).expect("well-formed XML");
        let entry = document.descendants().find(|node| node.tag_name().name() == "conceptEntry");
        assert_eq!(entry.and_then(|entry| entry.attribute("id")), Some(expected), "{id}");
    }
}

#[test]
fn a_reference_leads_to_an_entry() {
    let one =
        Concept { related: vec!["gone".to_owned(), "b".to_owned()], ..concept("a", vec![edition("vi", "một")]) };
    let tbx = text(vec![one, concept("b", vec![edition("en", "two")])], Format::Tbx);
    assert_eq!(elements(&tbx, "ref"), ["two"]);
    assert!(tbx.contains("<ref type=\"crossReference\" target=\"b\" xml:lang=\"en\">two</ref>"), "{tbx}");
}

#[test]
fn a_form_is_told_once_with_its_first_status() {
    let vi = ConceptEdition {
        forms: vec![plain("AI"), plain("trí khôn"), plain("trí khôn")],
        avoid: vec![plain("AI"), plain("trí tuệ giả")],
        ..edition("vi", "AI")
    };
    let en = edition("en", "artificial intelligence");
    let ai = Concept { acronym: Some(plain("AI")), ..concept("ai", vec![vi, en]) };
    let tbx = text(vec![ai], Format::Tbx);
    assert_eq!(elements(&tbx, "term"), ["AI", "trí khôn", "trí tuệ giả", "artificial intelligence", "AI"]);
    let (preferred, admitted) = ("preferredTerm-admn-sts", "admittedTerm-admn-sts");
    let deprecated = "deprecatedTerm-admn-sts";
    let notes = ["acronym", preferred, admitted, deprecated, "fullForm", preferred, "acronym", admitted];
    assert_eq!(elements(&tbx, "termNote"), notes);
}

#[test]
fn a_glossary_without_terms_is_still_a_file() {
    assert_eq!(text(Vec::new(), Format::Csv).lines().count(), 1);
    assert_eq!(elements(&text(Vec::new(), Format::Tbx), "body"), Vec::<String>::new());
    assert!(text(Vec::new(), Format::Json).contains("\"terms\": []"));
}
