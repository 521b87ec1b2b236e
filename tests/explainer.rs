//! The repository's own site, built by the program and read as a reader, a crawler and a screen reader would.
#![allow(clippy::disallowed_methods, reason = "these tests look at what was built")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use support::built::Built;
use support::html::{Child, Page};
use support::sites;
use tempfile::TempDir;

const BASE_URL: &str = "https://example.org/";

/// The site, built once for all tests.
static SITE: LazyLock<(TempDir, Built)> = LazyLock::new(|| {
    let output = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = output.path().join("public");
    sites::run_quietly(root(), &["build", "--strict", "-o", &folder.to_string_lossy()]);
    let built = Built::read(&folder, BASE_URL);
    (output, built)
});

fn site() -> &'static Built {
    &SITE.1
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the pages in both languages.
const PAIRS: &str = "vi-en";

/// The first part of a file's path.
fn folder(file: &str) -> &str {
    file.split('/').next().unwrap_or_default()
}

/// The pages of content: source path, and the address of each edition.
const PAGES: [(&str, &str, &str); 9] = [
    ("index", "vi/", "en/"),
    ("programme", "vi/chuong-trinh/", "en/programme/"),
    ("compute", "vi/suc-manh-tinh-toan/", "en/compute/"),
    ("chips", "vi/chip-va-chiplet/", "en/chips/"),
    ("models", "vi/mo-hinh-lon/", "en/models/"),
    ("timeline", "vi/dong-thoi-gian/", "en/timeline/"),
    ("numbers", "vi/bac-kinh-qua-nhung-con-so/", "en/numbers/"),
    ("questions", "vi/hoi-dap/", "en/questions/"),
    ("sources", "vi/nguon-va-dinh-chinh/", "en/sources/"),
];

fn editions(page: &str) -> (&'static Page, &'static Page) {
    let (_, vi, en) = PAGES.iter().find(|(path, ..)| *path == page).unwrap_or_else(|| panic!("no page `{page}`"));
    (site().page(vi), site().page(en))
}

/// Fact, page, and how each edition says it, in the notation of its language.
const FIGURES: &[(&str, &str, &str, &str)] = &[
    ("programme-announced", "index", "19 tháng 5 năm 2023", "19 May 2023"),
    ("programme-announced", "programme", "19 tháng 5 năm 2023", "19 May 2023"),
    ("partners-first-batch", "programme", "39 đối tác", "39 partners"),
    ("compute-partners", "compute", "một trong 2 đối tác", "one of 2 partners"),
    ("five-kinds", "programme", "5 nhóm", "5 kinds"),
    ("target-applications", "programme", "hơn 10 ứng dụng thương mại", "more than 10 commercial applications"),
    ("politburo", "timeline", "28 tháng 4", "28 April"),
    ("politburo", "timeline", "28 tháng 4 năm 2023", "28 April 2023"),
    ("xi", "timeline", "5 tháng 5", "5 May"),
    ("minister", "timeline", "18 tháng 5", "18 May"),
    ("congress", "timeline", "lần thứ 7", "7th World Intelligence Congress"),
    ("congress", "timeline", "Cũng ngày 18 tháng 5", "Also on 18 May"),
    ("compute-plan", "compute", "5–10 năm", "5–10 years"),
    ("grants", "compute", "60 triệu nhân dân tệ", "60 million yuan"),
    ("grants", "compute", "8,6 triệu đô la Mỹ", "US$8.6 million"),
    ("grants", "compute", "nhiều nhất 12", "at most 12"),
    ("grants", "compute", "Thời gian: 2 năm", "Time: 2 years"),
    ("companies", "numbers", "1.048 doanh nghiệp", "1,048 core AI companies"),
    ("companies", "numbers", "tính đến tháng 10 năm 2022", "as of October 2022"),
    ("talent", "numbers", "hơn 40.000 người", "more than 40,000 AI professionals"),
    ("talent", "numbers", "hơn 60%", "over 60%"),
    ("platforms", "numbers", "10 trong số 24", "10 of the country’s 24"),
    ("wudao", "models", "1,75 nghìn tỷ tham số", "1.75 trillion parameters"),
    ("share-of-companies", "numbers", "29%", "29%"),
    (
        "share-of-companies",
        "index",
        "29% của cả nước, tức chừng ba phần mười",
        "29% of the country’s total, or about three in ten",
    ),
    ("share-of-companies", "index", "hơn một phần ba", "more than one third"),
    ("platforms", "numbers", "Bắc Kinh: 10 (41,7%)", "Beijing: 10 (41.7%)"),
    ("talent", "numbers", "Nhân lực AI, theo bài báo", "AI professionals, by the report"),
    ("xi", "timeline", "Tập Cận Bình nhấn mạnh AI", "Xi Jinping stresses AI"),
    ("share-of-companies", "numbers", "một phần ba", "one third"),
    ("white-paper-date", "sources", "tháng 2 năm 2023", "February 2023"),
    ("white-paper-date", "sources", "tháng 5 năm 2023", "May 2023"),
];

/// Fact, page, and a name or word that each edition must have where the fact has no figure.
const NAMES: &[(&str, &str, &str, &str)] = &[
    (
        "programme-announced",
        "programme",
        "Cục Kinh tế và Công nghệ thông tin",
        "Bureau of Economy and Information Technology",
    ),
    ("compute-partners", "programme", "Alibaba Cloud", "Alibaba Cloud"),
    ("model-partners", "models", "360 Security Technology", "360 Security Technology"),
    ("how-to-join", "programme", "được mời, hoặc tự nộp đơn", "by invitation, or by applying"),
    ("target-industry", "programme", "kinh tế số", "digital economy"),
    ("xi", "timeline", "Tập Cận Bình", "Xi Jinping"),
    ("minister", "timeline", "Vương Chí Cương", "Wang Zhigang"),
    ("congress", "timeline", "cờ tướng", "Chinese chess"),
    ("export-controls", "chips", "hạn chế xuất khẩu", "export controls"),
    ("centre-haidian", "compute", "Hải Điến", "Haidian"),
    ("centre-chaoyang", "compute", "Triều Dương", "Chaoyang"),
    ("chip-process", "chips", "quy trình", "manufacturing processes"),
    ("chiplet", "chips", "chiplet", "chiplet"),
    ("chiplet", "chips", "nối với nhau", "connected with each other"),
    (
        "five-kinds",
        "programme",
        "Năm nhóm đối tác, và những tên được biết",
        "The five kinds of partner, and the names that are known",
    ),
    ("draft-policy", "compute", "dự thảo", "draft"),
    ("chatgpt-like", "models", "khung công nghệ mở", "open frameworks"),
    ("fields", "models", "xe tự lái", "self-driving cars"),
    ("divided-leaders", "models", "Tencent", "Tencent"),
    ("programme-name", "programme", "trí tuệ nhân tạo tổng quát", "artificial general intelligence"),
    ("haidian-name", "sources", "Hải Dương", "Hải Dương"),
];

#[test]
fn every_fact_is_told_in_both_editions() {
    let mut missing = Vec::new();
    for (fact, page, vi, en) in FIGURES.iter().chain(NAMES) {
        let (vietnamese, english) = editions(page);
        for (edition, text, lang) in [(vietnamese, vi, "vi"), (english, en, "en")] {
            let content = edition.text(edition.with_class("text")[0]);
            if !content.contains(text) {
                missing.push(format!("{fact}: `{text}` on {page}.{lang}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn a_figure_is_never_written_by_the_rules_of_the_other_language() {
    for (lang, wrong) in
        [("vi", ["1,048", "40,000", "1.75", "60 million"]), ("en", ["1.048", "40.000", "1,75", "60 triệu"])]
    {
        for (file, page) in site().pages.iter().filter(|(file, _)| folder(file) == lang) {
            let text = page.text(page.only("main"));
            // Titles of sources stand in their own language.
            let text = text.replace("Beijing's number of major AI firms exceeds 1,000", "");
            for figure in wrong {
                assert!(!text.contains(figure), "{file}: {figure}");
            }
        }
    }
}

#[test]
fn what_people_read_and_what_machines_read_agree() {
    let (vi, en) = editions("numbers");
    for (page, companies, talent) in [(vi, "1.048", "40.000"), (en, "1,048", "40,000")] {
        for (value, text) in [("1048", companies), ("40000", talent), ("29", "29%")] {
            let data = page.all("data").into_iter().filter(|data| page.attribute(*data, "value") == value);
            let texts: BTreeSet<String> = data.map(|data| page.text(data)).collect();
            assert_eq!(texts, BTreeSet::from([text.to_owned()]));
        }
    }
}

#[test]
fn the_reader_of_these_tests_is_strict() {
    let wrong = [
        "<p>a",
        "<p>a</div>",
        "<p>a<div></div></p>",
        "<ul><p>a</p></ul>",
        "<p id=\"a\"></p><p id=\"a\"></p>",
        "<p class=\"a\" class=\"b\"></p>",
        "a & b",
        "a < b",
        "<a href=\"x\"><a href=\"y\">z</a></a>",
        "<h2><p>a</p></h2>",
        "<p onclick=x></p>",
    ];
    for html in wrong {
        assert!(support::html::parse(html).is_err(), "{html}");
    }
    assert!(support::html::parse("<!DOCTYPE html><p id=\"a\">1 &lt; 2<br>é &#39;<!-- c --></p>").is_ok());
}

#[test]
fn every_page_is_in_order_and_every_link_leads_somewhere() {
    site().check_pages();
    assert_eq!(site().dangling("/"), []);
    let least = 2 * (PAGES.len() + 18 + 1 + 6) + 2;
    assert!(site().pages.len() >= least, "pages, terms, their index, tags, the chooser, the page for what is missing");
}

#[test]
fn the_site_says_where_each_page_has_its_twin() {
    let canonical = site().check_alternates();
    let is_single = |file: &&String| *file != "404.html" && folder(file) != PAIRS;
    for (file, page) in &site().pages {
        let lang = folder(file);
        let html = page.only("html");
        match lang {
            "vi" | "en" => assert_eq!(page.attribute(html, "lang"), lang, "{file}"),
            _ => assert_eq!(page.attribute(html, "lang"), "vi", "{file}"),
        }
        assert_eq!(page.attribute(html, "dir"), "ltr", "{file}");
        let expected = if is_single(&file) { 3 } else { 0 };
        assert_eq!(Built::alternates(page).len(), expected, "{file}: vi, en and x-default");
    }
    let indexed: BTreeSet<String> = site().pages.keys().filter(is_single).cloned().collect();
    assert_eq!(canonical.into_iter().collect::<BTreeSet<_>>(), indexed, "every page is its own canonical address");
    for (_, vi, en) in PAGES {
        assert!(Built::alternates(site().page(vi)).contains(&("en".to_owned(), format!("{BASE_URL}{en}"))), "{vi}");
    }
}

#[test]
fn the_sitemap_lists_the_pages_and_nothing_else() {
    let text = site().text("sitemap.xml");
    let sitemap = roxmltree::Document::parse(text).expect("the sitemap is XML");
    let loc = |node: roxmltree::Node<'_, '_>| {
        node.children().find(|child| child.has_tag_name("loc")).and_then(|loc| loc.text()).map(str::to_owned)
    };
    let urls: Vec<_> = sitemap
        .root_element()
        .children()
        .filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "url")))
        .collect();
    let listed: Vec<String> = urls.iter().filter_map(|url| loc(*url)).collect();
    let unique: BTreeSet<String> = listed.iter().cloned().collect();
    assert_eq!(unique.len(), listed.len(), "an address stands twice in the sitemap");
    let built: BTreeSet<String> = site()
        .pages
        .keys()
        .filter(|file| *file != "404.html" && folder(file) != PAIRS)
        .map(|file| site().address_of(file))
        .collect();
    assert_eq!(unique, built);
    for url in urls {
        let links: Vec<(String, String)> = url
            .children()
            .filter(|node| node.has_tag_name(("http://www.w3.org/1999/xhtml", "link")))
            .map(|link| {
                let attribute = |name| link.attribute(name).unwrap_or_default().to_owned();
                (attribute("hreflang"), attribute("href"))
            })
            .collect();
        let file = site().file_of(&loc(url).expect("an address")).expect("it was built");
        assert_eq!(
            links,
            Built::alternates(&site().pages[&file]),
            "{file}: the sitemap and the page name the same twins"
        );
        let modified = url.children().find(|child| child.has_tag_name("lastmod")).and_then(|node| node.text());
        assert!(modified.is_none_or(is_day), "{file}: {modified:?}");
    }
    assert!(site().text("robots.txt").contains("Sitemap: https://example.org/sitemap.xml\n"));
}

#[test]
fn the_feeds_are_atom_with_real_dates() {
    let atom = "http://www.w3.org/2005/Atom";
    for lang in ["vi", "en"] {
        let text = site().text(&format!("{lang}/feed.xml"));
        let feed = roxmltree::Document::parse(text).expect("the feed is XML");
        let root = feed.root_element();
        assert!(root.has_tag_name((atom, "feed")));
        assert_eq!(root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")), Some(lang));
        let child = |node: roxmltree::Node<'_, '_>, name: &str| {
            let found = node.children().find(|child| child.has_tag_name((atom, name)));
            found.and_then(|found| found.text().map(str::to_owned)).unwrap_or_default()
        };
        assert!(!child(root, "title").is_empty() && is_moment(&child(root, "updated")));
        assert_eq!(child(root, "id"), format!("{BASE_URL}{lang}/feed.xml"));
        let entries: Vec<_> = root.children().filter(|node| node.has_tag_name((atom, "entry"))).collect();
        let addresses: BTreeSet<String> = entries.iter().map(|entry| child(*entry, "id")).collect();
        let expected = |vi: &str, en: &str| format!("{BASE_URL}{}", if lang == "vi" { vi } else { en });
        let pages = PAGES.iter().skip(1).map(|(_, vi, en)| expected(vi, en)).collect::<BTreeSet<_>>();
        assert_eq!(addresses, pages, "every page of content once, and nothing else");
        assert_eq!(entries.len(), addresses.len());
        for entry in entries {
            assert!(is_moment(&child(entry, "published")) && is_moment(&child(entry, "updated")));
            assert!(!child(entry, "summary").is_empty() && !child(entry, "title").is_empty());
        }
    }
}

/// `2023-05-19`, with a month and a day that there are.
fn is_day(text: &str) -> bool {
    let parts: Vec<u32> = text.split('-').filter_map(|part| part.parse().ok()).collect();
    text.len() == 10 && matches!(parts.as_slice(), [2000..=2100, 1..=12, 1..=31])
}

/// RFC 3339, in UTC.
fn is_moment(text: &str) -> bool {
    text.strip_suffix("T00:00:00Z").is_some_and(is_day)
}

/// The language of each source's title.
const SOURCES: [(&str, &str); 7] = [
    ("report", "vi"),
    ("scmp-programme", "en"),
    ("xinhua-white-paper", "en"),
    ("cgtn-white-paper", "en"),
    ("technode-white-paper", "en"),
    ("scmp-wudao", "en"),
    ("beijing-news", "en"),
];

#[test]
fn every_source_is_cited_and_its_title_says_its_language() {
    let mut cited: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (file, page) in &site().pages {
        for (id, lang) in SOURCES {
            let Some(item) = page.by_id(&format!("s-{id}")) else { continue };
            let cite = *page.all("cite").iter().find(|cite| page.is_within(**cite, item)).expect("a title");
            assert_eq!(page.lang(cite), lang, "{file}: the title of `{id}`");
            if page.has_id(&format!("c-{id}-1")) {
                cited.entry(id).or_default().insert(folder(file));
            }
        }
    }
    for (id, _) in SOURCES {
        assert_eq!(
            cited.get(id),
            Some(&BTreeSet::from(["en", "vi", PAIRS])),
            "`{id}` is cited in the text of both languages"
        );
    }
    let (vi, en) = editions("sources");
    for page in [vi, en] {
        let listed = page.with_class("sources");
        assert!(
            SOURCES
                .iter()
                .all(|(id, _)| page.by_id(&format!("s-{id}")).is_some_and(|item| page.is_within(item, listed[0])))
        );
    }
}

#[test]
fn text_in_another_language_says_so() {
    let vietnamese_only = |c: char| "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ".contains(c);
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut wrong = Vec::new();
    for (file, page) in &site().pages {
        for (at, element) in page.elements.iter().enumerate() {
            if matches!(element.name.as_str(), "script" | "title") || page.lang(at).is_empty() {
                continue;
            }
            for child in &element.children {
                let Child::Text(text) = child else { continue };
                let lower = text.to_lowercase();
                if lower.contains(chinese) && page.lang(at) != "zh"
                    || lower.contains(vietnamese_only) && page.lang(at) != "vi"
                {
                    wrong.push(format!("{file}: `{}` is marked `{}`", text.trim(), page.lang(at)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pages_are_of_a_readable_length() {
    let mut wrong = Vec::new();
    for (page, ..) in PAGES {
        let (vi, en) = editions(page);
        for (edition, lang) in [(vi, "vi"), (en, "en")] {
            let text = edition.text(edition.with_class("text")[0]);
            let words = text.split(' ').filter(|word| word.chars().any(char::is_alphanumeric)).count();
            if !(400..=1200).contains(&words) {
                wrong.push(format!("{page}.{lang}: {words} words"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn editions_have_the_same_sections_in_the_same_order() {
    for (name, ..) in PAGES {
        let (vi, en) = editions(name);
        let ids = |page: &Page| -> Vec<String> {
            let text = page.with_class("text")[0];
            let headings = page.all("h2").into_iter().filter(|heading| page.is_within(*heading, text));
            headings.map(|heading| page.attribute(heading, "id").to_owned()).collect()
        };
        assert_eq!(ids(vi), ids(en), "{name}");
        assert!(ids(vi).len() >= 2, "{name}");
    }
}

#[test]
fn the_glossary_is_in_alphabetical_order() {
    // CLDR 49 `vi` and `en`, put in order by hand.
    let vietnamese = [
        "AI tạo sinh",
        "bộ xử lý đồ họa",
        "bộ xử lý trung tâm",
        "chất bán dẫn",
        "chiplet",
        "hạn chế xuất khẩu",
        "huấn luyện",
        "khung công nghệ mở",
        "kinh tế số",
        "mạch tích hợp",
        "mô hình huấn luyện trước",
        "mô hình ngôn ngữ lớn",
        "sách trắng",
        "sức mạnh tính toán",
        "tham số",
        "trí tuệ nhân tạo",
        "trí tuệ nhân tạo tổng quát",
        "trung tâm tính toán",
    ];
    let english = [
        "artificial general intelligence",
        "artificial intelligence",
        "central processing unit",
        "chiplet",
        "compute",
        "computing centre",
        "digital economy",
        "export controls",
        "generative AI",
        "graphics processing unit",
        "integrated circuit",
        "large language model",
        "open framework",
        "parameter",
        "pre-trained model",
        "semiconductor",
        "training",
        "white paper",
    ];
    for (route, expected) in [("vi/thuat-ngu/", vietnamese), ("en/glossary/", english)] {
        let page = site().page(route);
        let terms: Vec<String> = {
            let index = page.with_class("glossary")[0];
            let terms = page.all("dfn").into_iter().filter(|term| page.is_within(*term, index));
            terms.map(|term| page.text(term)).collect()
        };
        assert_eq!(terms, expected, "{route}");
        let letters: Vec<String> = page
            .all("a")
            .into_iter()
            .filter(|link| page.with_class("letters").iter().any(|letters| page.is_within(*link, *letters)))
            .map(|link| page.text(link))
            .collect();
        let initials: Vec<String> =
            expected.iter().filter_map(|term| term.chars().next()).map(|c| c.to_uppercase().to_string()).collect();
        let mut unique = initials.clone();
        unique.dedup();
        assert_eq!(letters, unique, "{route}: the letters that lead somewhere");
    }
}

#[test]
fn a_term_page_shows_its_twin_and_where_it_is_mentioned() {
    let page = site().page("vi/thuat-ngu/mo-hinh-ngon-ngu-lon/");
    let main = page.only("main");
    let text = page.text(main);
    assert!(text.contains("LLM") && text.contains("large language model"), "{text}");
    let twin =
        page.all("a").into_iter().find(|link| page.text(*link) == "large language model").expect("a link to the twin");
    assert_eq!((page.lang(twin), page.attribute(twin, "hreflang")), ("en", "en"));
    for place in ["Mô hình lớn: bên tiến, bên dè dặt", "Chương trình đối tác AI của Bắc Kinh"] {
        assert!(text.contains(place), "mentioned in {place}");
    }
}

#[test]
fn a_page_in_both_languages_holds_both_editions_and_one_outline() {
    for (name, vi, en) in PAGES {
        let route = vi.replacen("vi", PAIRS, 1);
        let page = site().page(&route);
        assert_eq!(Built::canonical(page), format!("{BASE_URL}{vi}"), "{name}");
        let content = page.with_class("text")[0];
        for (lang, edition) in [("vi", site().page(vi)), ("en", site().page(en))] {
            let single = edition.with_class("text")[0];
            for (kind, class) in [("p", ""), ("li", ""), ("td", ""), ("data", "")] {
                let texts = |page: &Page, outer: usize| -> Vec<String> {
                    let all =
                        page.all(kind).into_iter().filter(|at| page.is_within(*at, outer) && page.lang(*at) == lang);
                    all.filter(|at| page.attribute(*at, "class") == class).map(|at| page.text(at)).collect()
                };
                assert_eq!(texts(page, content), texts(edition, single), "{name}: `{kind}` in {lang}");
            }
            let headings = |page: &Page| -> Vec<String> {
                let text = page.with_class("text")[0];
                let headings = page.all("h2").into_iter().filter(|heading| page.is_within(*heading, text));
                headings.map(|heading| page.attribute(heading, "id").to_owned()).collect()
            };
            assert_eq!(headings(page), headings(edition), "{name}: one outline");
            let switch = edition.all("a").into_iter().any(|link| edition.attribute(link, "href").ends_with(&route));
            assert!(switch, "{name}.{lang} leads to the page in both languages");
        }
    }
}
