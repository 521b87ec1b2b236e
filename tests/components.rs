//! The components that an explainer is made of, on a site about floods whose authors wrote no Rust: what is drawn, what
//! stands in the tables and what can be downloaded say the same, in each language, with script and without.
#![allow(clippy::disallowed_methods, reason = "these tests make sites and look at what was built")]

mod support;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use support::built::Built;
use support::html::Page;
use support::sites;
use tempfile::TempDir;

const BASE_URL: &str = "https://example.org/du-an/";

static SITE: LazyLock<(TempDir, Built)> = LazyLock::new(|| {
    let folder = sites::folder(include_str!("floods.txt"));
    sites::run_quietly(folder.path(), &["build"]);
    let built = Built::read(&folder.path().join("public"), BASE_URL);
    (folder, built)
});

fn page(lang: &str) -> &'static Page {
    SITE.1.page(&format!("{lang}/levels/"))
}

/// The cells of the tables within an element, row by row; the values for machines where there are some.
fn tables(page: &Page, within: usize, machine: bool) -> Vec<Vec<String>> {
    let rows = page.all("tr").into_iter().filter(|row| page.is_within(*row, within));
    let cell = |cell: usize| {
        let inner = page.all("data").into_iter().chain(page.all("time")).find(|inner| page.is_within(*inner, cell));
        let attribute = |inner| if page.has_attribute(inner, "value") { "value" } else { "datetime" };
        match inner.filter(|_| machine) {
            Some(inner) => page.attribute(inner, attribute(inner)).to_owned(),
            None => page.text(cell),
        }
    };
    let cells = |row: usize| {
        let all = page.all("th").into_iter().chain(page.all("td")).filter(|cell| page.is_within(*cell, row));
        all.map(cell).collect()
    };
    rows.map(cells).collect()
}

fn csv(file: &str) -> Vec<Vec<String>> {
    let text = SITE.1.text(file).strip_prefix('\u{feff}').expect("a mark tells spreadsheets that it is UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.expect("it is CSV").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_table_of_a_chart_its_file_and_its_data_agree() {
    for (lang, missing) in [("vi", "chưa rõ"), ("en", "not known"), ("ar", "غير معروف")] {
        let page = page(lang);
        let chart = page.with_class("chart-line")[0];
        let expected = [
            ["2024-07", "1.2", "0.9"],
            ["2024-08", "2.2", "1.1"],
            ["2024-09", missing, "1.65"],
            ["2024-10", "4.55", "2.1"],
        ];
        assert_eq!(tables(page, chart, true)[1..], expected, "{lang}: in order of time, {{ height }} is the figure");
        let file = csv(&format!("{lang}/levels/year.csv"));
        let known = |row: &[&str; 3]| row.map(|cell| if cell == missing { "" } else { cell }.to_owned()).to_vec();
        assert_eq!(file[1..], expected.iter().map(known).collect::<Vec<_>>(), "{lang}");
        assert_eq!(page.all("polyline").len(), 2, "a line ends where nothing is known; one point alone is a dot");
        assert_eq!(page.all("circle").iter().filter(|dot| page.is_within(**dot, chart)).count(), 7);
    }
    let (vi, en) = (page("vi"), page("en"));
    let people = |page: &Page| tables(page, page.with_class("chart-line")[0], false)[4].join(" ");
    assert_eq!((people(vi), people(en)), ("tháng 10 năm 2024 4,55 2,1".into(), "October 2024 4.55 2.1".into()));
}

#[test]
fn a_formula_in_a_file_is_harmless_and_a_negative_number_is_a_number() {
    assert_eq!(csv("vi/levels/change.csv")[2], ["'=Cần Thơ, bến Ninh Kiều", "-0.1"]);
    let bars = |lang: &str| {
        let page = page(lang);
        let chart = page.with_class("chart-bar")[0];
        let bars = page.all("rect").into_iter().filter(|bar| page.is_within(*bar, chart));
        bars.map(|bar| format!("{} {}", page.attribute(bar, "x"), page.attribute(bar, "width"))).collect::<Vec<_>>()
    };
    assert_eq!(bars("vi"), ["22.22% 77.78%", "0% 22.22%"]);
    assert_eq!(bars("ar"), ["0% 77.78%", "77.78% 22.22%"], "mirrored where text runs from right to left");
}

#[test]
fn a_share_tells_what_is_left() {
    let legend = |lang: &str| page(lang).text(page(lang).with_class("legend")[1]);
    assert!(legend("vi").contains("Có đê: 12 (38,7%)") && legend("vi").contains("Không có đê: 19 (61,3%)"));
    assert!(legend("en").contains("With a dyke: 12 (38.7%)"), "{}", legend("en"));
}

#[test]
fn who_does_not_see_a_picture_is_told_what_is_in_it() {
    for lang in ["vi", "en", "ar"] {
        let page = page(lang);
        let pictures = page.all("svg").into_iter().filter(|svg| page.attribute(*svg, "role") == "img");
        let said: Vec<String> = pictures
            .map(|svg| {
                let part = |name: &str| {
                    let found = page.all(name).into_iter().find(|part| page.is_within(*part, svg));
                    page.text(found.unwrap_or_else(|| panic!("{lang}: a picture without `{name}`")))
                };
                format!("{}: {}", part("title"), part("desc"))
            })
            .collect();
        assert_eq!(said.len(), 4, "{lang}: three charts and a drawing");
        assert!(said.iter().all(|text| text.len() > 10), "{said:?}");
        let style = page.all("svg").into_iter().find(|svg| page.has_attribute(*svg, "style"));
        assert_eq!(style, None, "{lang}: the content security policy allows no styles in a page");
    }
    let drawn = |lang: &str| page(lang).text(page(lang).with_class("drawing-shapes")[0]);
    assert!(drawn("vi").contains("đỉnh 4,55 m") && drawn("en").contains("crest 4.55 m"), "{}", drawn("vi"));
    // A label that Arabic lacks is shown in another language, which is said.
    let arabic = page("ar");
    let foreign = arabic.all("text").into_iter().find(|text| arabic.text(*text) == "nước lên").expect("it is shown");
    assert_eq!(arabic.lang(foreign), "vi");
}

#[test]
fn a_table_of_data_is_a_table_and_its_cells_are_text() {
    let page = page("vi");
    let table = page.with_class("data-table")[0];
    let expected = [
        ["Trạm", "Đo từ", "Đỉnh"],
        ["Tân Châu1", "tháng 5 năm 1979", "4,55"],
        ["Cần Thơ", "chưa rõ", "2,1"],
        ["<b>Mỹ Tho</b>", "tháng 2 năm 1981", "1,9"],
    ];
    assert_eq!(tables(page, table, false), expected);
    let headings = page.all("th").into_iter().filter(|cell| page.is_within(*cell, table));
    assert!(headings.clone().all(|cell| ["row", "col"].contains(&page.attribute(cell, "scope"))));
    assert!(page.all("button").is_empty(), "only the script makes it more than a table");
    assert_eq!(csv("vi/levels/stations.csv")[3], ["<b>Mỹ Tho</b>", "1981-02", "1.9"]);
}

#[test]
fn a_table_of_five_thousand_rows_is_built() {
    let site = sites::folder("== site.yaml\ntitle: {vi: Bảng, en: Table}\nlanguages: [vi, en]\nfallback: omit\n");
    let row = |number: usize| {
        format!("      - {{name: {{vi: Xã {number}, en: Commune {number}}}, people: {number}, since: 1979-05}}\n")
    };
    let rows: String = (1..=5000).map(row).collect();
    let data = format!(
        "tables:\n  all:\n    caption: {{vi: Các xã, en: Communes}}\n    columns:\n      name: {{label: {{vi: Xã, en: Commune}}}}\n      \
         people: {{label: {{vi: Dân, en: People}}}}\n      since: {{label: {{vi: Từ, en: Since}}}}\n    rows:\n{rows}"
    );
    sites::put(site.path(), "content/index.yaml", data.as_bytes());
    for lang in ["vi", "en"] {
        let text = "---\ntitle: Bảng\n---\n\n{{ <table id=\"all\" /> }}\n";
        sites::put(site.path(), &format!("content/index.{lang}.md"), text.as_bytes());
    }
    sites::run_quietly(site.path(), &["build"]);
    let html = std::fs::read_to_string(site.path().join("public/en/index.html")).expect("the page is built");
    assert_eq!(html.matches("<tr>").count(), 5001);
    let bytes_of_a_row = html.len() / 5000;
    assert!(bytes_of_a_row < 160, "{bytes_of_a_row} bytes a row");
}

#[test]
fn questions_are_told_to_machines_as_they_are_shown() {
    let page = page("en");
    let script = page.all("script").into_iter().find(|script| page.attribute(*script, "type") == "application/ld+json");
    let data = page.text(script.expect("the page tells of itself"));
    let data: serde_json::Value = serde_json::from_str(&data).expect("it is JSON");
    let graph = data["@graph"].as_array().expect("a graph");
    let faq = graph.iter().find(|node| node["@type"] == "FAQPage").expect("the page tells of its questions");
    let questions = faq["mainEntity"].as_array().expect("a list of questions");
    let headings: Vec<String> = page.all("h2").into_iter().map(|heading| page.text(heading)).collect();
    for question in questions {
        assert!(headings.contains(&question["name"].as_str().unwrap_or_default().to_owned()), "{question}");
    }
    assert_eq!(questions.len(), 4);
    assert_eq!(questions[0]["acceptedAnswer"]["text"], "To 4.55 metres at Tân Châu.");
    assert_eq!(questions[1]["acceptedAnswer"]["text"], "Yes, at Tân Châu it was higher.\nIn the early morning.");
}

#[test]
fn what_stands_beside_the_text_speaks_the_readers_language() {
    let (vi, en) = (page("vi"), page("en"));
    let first = |page: &Page, class: &str| page.text(page.with_class(class)[0]);
    assert_eq!((first(vi, "brief-title"), first(en, "brief-title")), ("Tóm tắt".into(), "In brief".into()));
    assert!(first(vi, "more").starts_with("Đọc kỹ hơn") && first(en, "more").starts_with("More about dykes"));
    assert!(first(vi, "alert-tip").starts_with("Cách đo"));
    assert!(first(en, "pull-quote").ends_with("A woman who sells there"));
    assert!(first(vi, "picture").contains("Nhà bà Tư Ảnh: Tư"), "{}", first(vi, "picture"));
    let log = first(en, "revisions");
    let (newer, older) = (log.find("20 November 2024"), log.find("2 November 2024"));
    assert!(newer.is_some() && newer < older, "the newest first: {log}");
    SITE.1.check_pages();
    assert_eq!(SITE.1.dangling("/"), [], "each file that can be downloaded is there");
}

/// The custom properties of the style sheet, for light screens and for dark ones.
fn palettes() -> [BTreeMap<String, String>; 2] {
    let css = include_str!("../templates/assets/site.css");
    let mut palettes = [BTreeMap::new(), BTreeMap::new()];
    let (mut is_dark, mut is_print) = (false, false);
    for line in css.lines() {
        if line.starts_with("@media") || line.starts_with('}') {
            (is_dark, is_print) = (line.contains("prefers-color-scheme: dark"), line.contains("print"));
        }
        for declaration in line.split([';', '{', '}']).filter_map(|part| part.trim().strip_prefix("--")) {
            let Some((name, value)) = declaration.split_once(": #") else { continue };
            if !is_print && value.len() == 6 {
                palettes[usize::from(is_dark)].insert(name.to_owned(), value.to_owned());
            }
        }
        if line.starts_with("@media") && line.ends_with("} }") {
            is_dark = false;
        }
    }
    palettes
}

/// The contrast of two colours by WCAG 2.2, from 1 to 21.
fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |colour: &str| {
        let part = |at: usize| {
            let value =
                f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour is hexadecimal")) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn pictures_can_be_read_on_light_and_dark_and_their_parts_told_apart_without_colours() {
    for palette in palettes() {
        let colour = |name: &str| palette.get(name).unwrap_or_else(|| panic!("no `--{name}`: {palette:?}")).as_str();
        // What is written in charts and drawings: axe cannot measure text in a picture.
        for (text, ground) in
            [("ink", "paper"), ("soft", "paper"), ("ink", "raised"), ("soft", "raised"), ("paper", "jade")]
        {
            let found = contrast(colour(text), colour(ground));
            assert!(found >= 4.5, "{text} on {ground}: {found:.2}");
        }
        let parts: Vec<&str> = ["c1", "c2", "c3", "c4", "c5", "c6"].map(colour).to_vec();
        for part in &parts {
            assert!(contrast(part, colour("paper")) >= 3.0, "#{part} on paper");
        }
        for pair in parts.windows(2) {
            assert!(contrast(pair[0], pair[1]) >= 2.0, "#{} beside #{}", pair[0], pair[1]);
        }
    }
}
