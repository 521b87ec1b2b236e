//! A site on an unrelated subject, in three languages, one written from right to left, at an address with a path.
#![allow(clippy::disallowed_methods, reason = "these tests make sites and look at what was built")]

mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use support::built::Built;
use support::html::Page;
use support::sites;
use tempfile::TempDir;

const FLOODS: &str = include_str!("floods.txt");
const BASE_URL: &str = "https://example.org/du-an/";

static SITE: LazyLock<(TempDir, Built)> = LazyLock::new(|| {
    let folder = sites::folder(FLOODS);
    sites::put(folder.path(), "templates/assets/img/logo.png", LOGO);
    sites::run_quietly(folder.path(), &["build"]);
    let built = Built::read(&folder.path().join("public"), BASE_URL);
    (folder, built)
});

/// A file that is no text.
const LOGO: &[u8] = b"\x89PNG\r\n\x1a\n\0\xff";

fn site() -> &'static Built {
    &SITE.1
}

/// The links of a page: text and address.
fn links(page: &Page) -> Vec<(String, String)> {
    page.all("a").into_iter().map(|link| (page.text(link), page.attribute(link, "href").to_owned())).collect()
}

fn html_lang(page: &Page) -> (&str, &str) {
    let html = page.only("html");
    (page.attribute(html, "lang"), page.attribute(html, "dir"))
}

/// The addresses of the sitemap, below the base address.
fn sitemap(built: &Built) -> BTreeSet<String> {
    let sitemap = roxmltree::Document::parse(built.text("sitemap.xml")).expect("the sitemap is XML");
    let locs = sitemap.descendants().filter(|node| node.tag_name().name() == "loc").filter_map(|node| node.text());
    locs.map(|address| {
        let inside = address.strip_prefix(&built.base_url).unwrap_or_else(|| panic!("{address}"));
        support::built::decode(inside)
    })
    .collect()
}

/// The addresses of a feed's entries, below the base address.
fn feed(built: &Built, lang: &str) -> Vec<String> {
    let feed = roxmltree::Document::parse(built.text(&format!("{lang}/feed.xml"))).expect("the feed is XML");
    let entries = feed.descendants().filter(|node| node.tag_name().name() == "entry");
    let id = |entry: roxmltree::Node<'_, '_>| {
        let id = entry.children().find(|child| child.tag_name().name() == "id").and_then(|id| id.text());
        let inside = id.and_then(|id| id.strip_prefix(&built.base_url)).expect("an address of this site");
        support::built::decode(inside)
    };
    entries.map(id).collect()
}

#[test]
fn every_link_leads_somewhere_wherever_the_site_is_put() {
    site().check_pages();
    assert_eq!(site().dangling("/du-an/"), []);
    assert_eq!(site().dangling("/"), []);
    assert_eq!(site().dangling("/a/b/"), []);
}

#[test]
fn canonical_addresses_and_twins() {
    let canonical: BTreeSet<String> = site().check_alternates().into_iter().collect();
    let listed: BTreeSet<String> = sitemap(site())
        .into_iter()
        .map(|route| if route.is_empty() || route.ends_with('/') { format!("{route}index.html") } else { route })
        .collect();
    let is_redirect = |file: &&String| Built::is_redirect(&site().pages[*file]);
    assert_eq!(listed, canonical.iter().filter(|file| !is_redirect(file)).cloned().collect());
    let langs = |route: &str| -> Vec<String> {
        Built::alternates(site().page(route)).into_iter().map(|(lang, _)| lang).collect()
    };
    assert_eq!(langs("ar/أخبار/2024/المياه/"), ["vi", "en", "ar", "x-default"]);
    assert_eq!(langs("en/news/2024/dyke/"), ["vi", "en", "x-default"]);
    assert_eq!(langs("vi/tin-tuc/lua-mua/"), Vec::<String>::new());
    assert_eq!(langs("en/news/page-2/"), Vec::<String>::new());
    let (_, home) = &Built::alternates(site().page("vi/"))[3];
    assert_eq!(home, BASE_URL, "readers of other languages choose at the root");
}

#[test]
fn a_page_in_one_language_is_shown_with_a_notice_in_the_others() {
    let (_, arabic) = Built::alternates(site().page("ar/أخبار/")).remove(2);
    assert_eq!(arabic, "https://example.org/du-an/ar/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/");
    let page = site().page("ar/أخبار/rice/");
    assert_eq!(html_lang(page), ("vi", "ltr"), "the page is in the language of its content");
    assert_eq!(Built::canonical(page), "https://example.org/du-an/vi/tin-tuc/lua-mua/");
    assert_eq!(Built::alternates(page), []);
    let notice = page.with_class("notice")[0];
    assert_eq!((page.lang(notice), page.attribute(notice, "dir")), ("ar", "rtl"));
    assert!(page.text(notice).contains("العربية"), "{}", page.text(notice));
    for (surroundings, lang) in [("header", "ar"), ("footer", "ar"), ("h1", "vi"), ("h2", "vi")] {
        assert_eq!(page.lang(page.all(surroundings)[0]), lang, "{surroundings}");
    }
    assert_eq!(page.text(page.with_class("site-note")[0]), "كتب لموسم الفيضان. lu@example.org");
    let is_data = |script: &usize| page.attribute(*script, "type") == "application/ld+json";
    assert!(!page.all("script").iter().any(is_data), "what machines read of it stands at its real address");
    // Its links stay in the reader's language.
    let links = links(page);
    assert!(
        links
            .iter()
            .any(|(text, href)| text == "nước lớn" && href.ends_with("/%D8%A7%D9%84%D9%85%D9%8A%D8%A7%D9%87/#crest"))
    );
    let english = site().page("en/news/rice/");
    assert!(english.text(english.with_class("notice")[0]).contains("Vietnamese"));
    for route in ["ar/أخبار/rice/", "en/news/rice/", "ar/kitchen/", "ar/glossary/silt/", "en/gac-lung-cua-ba-tu/"]
    {
        assert!(site().pages.contains_key(&format!("{route}index.html")), "{route}");
        assert!(!sitemap(site()).contains(route), "{route} is not in the sitemap");
    }
}

#[test]
fn a_page_that_is_meant_for_one_language_stands_in_it_alone() {
    assert!(site().pages.contains_key("en/news/boats/index.html"));
    for other in ["vi/tin-tuc/boats/index.html", "ar/أخبار/boats/index.html", "vi/news/boats/index.html"] {
        assert!(!site().files.contains_key(other), "{other}");
    }
    let vietnamese = site().page("vi/");
    let link = vietnamese.all("a").into_iter().find(|link| vietnamese.text(*link) == "ghe").expect("a link");
    assert_eq!(vietnamese.attribute(link, "href"), "../en/news/boats/");
    assert_eq!(vietnamese.attribute(link, "hreflang"), "en");
    let page = site().page("en/news/boats/");
    let switch: Vec<(String, String)> =
        links(page).into_iter().filter(|(text, _)| text == "Tiếng Việt" || text == "العربية").collect();
    assert_eq!(switch[0], ("Tiếng Việt".to_owned(), "../../../vi/".to_owned()), "the switch leads to the home page");
    assert_eq!(switch[1], ("العربية".to_owned(), "../../../ar/".to_owned()));
}

#[test]
fn drafts_and_later_pages_are_held_back() {
    for (file, bytes) in &site().files {
        let text = String::from_utf8_lossy(bytes);
        for hidden in ["Bài nháp", "Bài của tương lai", "Half of it"] {
            assert!(!text.contains(hidden), "{file}: {hidden}");
        }
    }
    let page = site().page("en/news/half/");
    assert_eq!(html_lang(page), ("vi", "ltr"), "an edition that is a draft is missing");
}

#[test]
fn feeds_have_the_real_editions_newest_first() {
    assert_eq!(
        feed(site(), "vi"),
        ["vi/tin-tuc/2024/nuoc-lon/", "vi/tin-tuc/2024/con-de/", "vi/tin-tuc/lua-mua/", "vi/tin-tuc/half/"]
    );
    assert_eq!(feed(site(), "en"), ["en/news/2024/high-water/", "en/news/2024/dyke/", "en/news/boats/"]);
    assert_eq!(feed(site(), "ar"), ["ar/أخبار/2024/المياه/"]);
}

#[test]
fn old_addresses_lead_on() {
    let cases = [
        ("lu-2024/index.html", "../vi/tin-tuc/2024/nuoc-lon/", "vi"),
        ("cu/nuoc-lon.html", "../vi/tin-tuc/2024/nuoc-lon/", "vi"),
        ("old/high-water/index.html", "../../en/news/2024/high-water/", "en"),
    ];
    for (file, target, lang) in cases {
        let page = &site().pages[file];
        let refresh = page.all("meta").into_iter().find(|meta| page.attribute(*meta, "http-equiv") == "refresh");
        assert_eq!(page.attribute(refresh.expect("a refresh"), "content"), format!("0; url={target}"), "{file}");
        assert_eq!(html_lang(page), (lang, "ltr"), "{file}");
    }
    let lines: BTreeSet<&str> = site().text("_redirects").lines().collect();
    for line in [
        "/du-an/lu-2024/ /du-an/vi/tin-tuc/2024/nuoc-lon/ 301",
        "/du-an/lu-2024 /du-an/vi/tin-tuc/2024/nuoc-lon/ 301",
        "/du-an/cu/nuoc-lon.html /du-an/vi/tin-tuc/2024/nuoc-lon/ 301",
    ] {
        assert!(lines.contains(line), "{line}");
    }
}

#[test]
fn lists_are_divided_into_pages() {
    let titles = |route: &str| -> Vec<String> {
        let page = site().page(route);
        page.with_class("list-title").into_iter().map(|title| page.text(title)).collect()
    };
    assert_eq!(titles("en/news/"), ["High water in Cần Thơ", "The new dyke"]);
    assert_eq!(titles("en/news/page-2/"), ["Boats for the season", "Lúa mùa nổi"]);
    assert_eq!(titles("en/news/page-3/"), ["Một nửa"]);
    assert!(!site().files.contains_key("en/news/page-4/index.html"));
    assert_eq!(titles("ar/أخبار/page-2/"), ["Lúa mùa nổi", "Một nửa"], "what has no Arabic address is not listed");
    let second = site().page("en/news/page-2/");
    assert_eq!(second.text(second.only("h1")), "News, page 2");
    let relation = |rel: &str| {
        let found = second.all("a").into_iter().find(|link| second.attribute(*link, "rel") == rel);
        second.attribute(found.expect("a link"), "href").to_owned()
    };
    assert_eq!(
        (relation("prev"), relation("next")),
        ("../../../en/news/".to_owned(), "../../../en/news/page-3/".to_owned())
    );
    let foreign = second.with_class("list-title").into_iter().find(|title| second.text(*title) == "Lúa mùa nổi");
    assert_eq!(second.lang(foreign.expect("an item")), "vi");
}

#[test]
fn tags_know_each_other_across_languages() {
    let names = |route: &str| -> Vec<String> {
        let page = site().page(route);
        page.with_class("list-title").into_iter().map(|title| page.text(title)).collect()
    };
    assert_eq!(names("vi/tags/"), ["Con người", "Nước", "Nước nổi"]);
    assert_eq!(names("ar/tags/").len(), 3);
    let water = site().page("ar/tags/water/");
    assert_eq!(water.text(water.only("h1")), "الموضوع: الماء");
    let twins: Vec<String> = Built::alternates(water).into_iter().map(|(_, address)| address).collect();
    assert_eq!(twins[..3], ["vi", "en", "ar"].map(|lang| format!("{BASE_URL}{lang}/tags/water/")));
    assert_eq!(names("en/tags/people/").len() + names("en/tags/people/page-2/").len(), 4);
    for lang in ["vi", "en", "ar"] {
        for page in site().pages.iter().filter(|(file, _)| file.starts_with(&format!("{lang}/tags/"))) {
            assert!(!page.1.with_class("list-title").is_empty(), "{} lists nothing", page.0);
        }
    }
}

#[test]
fn the_sites_own_theme_is_used() {
    let page = site().page("en/news/2024/high-water/");
    assert_eq!(page.text(page.with_class("site-note")[0]), "Written for the flood season. lu@example.org");
    assert!(page.text(page.with_class("breadcrumbs")[0]).starts_with("Landing"), "its own word for the home page");
    let seasons = site().page("en/seasons/");
    let own = seasons.with_class("own")[0];
    assert!(seasons.has_attribute(own, "open"), "its own component");
    assert_eq!(seasons.text(seasons.with_class("river")[0]), "Tiền (220 km)");
    let map = site().page("vi/maps/ban-do/");
    assert_eq!(map.with_class("wide").len(), 1, "the template that the page asks for");
    assert_eq!(map.with_class("map").len(), 1, "raw HTML of a trusted folder");
    assert!(site().files.keys().any(|file| file.starts_with("assets/own.") && file.ends_with(".css")));
    let logo = site().files.iter().find(|(file, _)| file.starts_with("assets/img/logo.")).map(|(_, bytes)| bytes);
    assert_eq!(logo.map(Vec::as_slice), Some(LOGO), "a file of the theme that is no text");
}

#[test]
fn files_with_any_name_are_copied_and_found() {
    assert_eq!(site().files["ảnh nhà.png"], b"PNG\n");
    let page = site().page("vi/gac-lung-cua-ba-tu/");
    let figure = page.all("figure")[0];
    assert_eq!(page.text(figure), "Nhà bà Tư, năm 2024");
    let images: Vec<&str> = page.all("img").into_iter().map(|img| page.attribute(img, "src")).collect();
    assert_eq!(images, ["../../%E1%BA%A3nh%20nh%C3%A0.png"; 2]);
    assert!(site().text("maps/mực nước.csv").starts_with("ngày,mét\n"));
}

#[test]
fn the_arabic_edition_runs_from_right_to_left_and_counts_its_own_way() {
    let page = site().page("ar/seasons/");
    assert_eq!(html_lang(page), ("ar", "rtl"));
    let values: Vec<String> = page.all("data").into_iter().map(|data| page.text(data)).collect();
    assert_eq!(values.len(), 3);
    // What a timeline says in another language is marked as such.
    let titles: Vec<(String, &str)> =
        page.with_class("timeline-title").into_iter().map(|title| (page.text(title), page.lang(title))).collect();
    assert_eq!(titles, [("Nước bắt đầu lên".to_owned(), "vi"), ("الذروة".to_owned(), "ar")]);
    let cite = page.all("cite")[0];
    assert_eq!((page.text(cite), page.lang(cite)), ("River levels of a wet year".to_owned(), "en"));
    assert_eq!(page.attribute(cite, "dir"), "auto");
    let pair = site().page("en-ar/news/2024/high-water/");
    let arabic =
        pair.all("p").into_iter().find(|p| pair.text(*p) == "ارتفع الماء في المدينة.").expect("the Arabic text");
    let cell = pair.chain(arabic).find(|at| pair.has_attribute(*at, "dir")).expect("a direction");
    assert_eq!((pair.lang(arabic), pair.attribute(cell, "dir")), ("ar", "rtl"));
}

#[test]
fn every_extension_of_markdown_comes_through() {
    let page = site().page("vi/kitchen/");
    let count = |name: &str| page.all(name).len();
    for name in ["em", "strong", "del", "code", "table", "ol", "dl", "blockquote", "pre", "hr", "sup", "data"] {
        assert!(count(name) > 0, "{name}");
    }
    let notes = page.with_class("footnotes")[0];
    let items = page.all("li").into_iter().filter(|item| page.is_within(*item, notes)).count();
    assert_eq!(items, 2);
    assert!(page.text(page.only("main")).contains("“ngoặc kép” và 4,55"));
}

#[test]
fn the_page_for_what_is_missing_speaks_every_language() {
    let page = site().page("404.html");
    let text = page.text(page.only("main"));
    for (lang, home) in [("vi", "/du-an/vi/"), ("en", "/du-an/en/"), ("ar", "/du-an/ar/")] {
        let link = page
            .all("a")
            .into_iter()
            .find(|link| page.attribute(*link, "class") == "action" && page.lang(*link) == lang);
        assert_eq!(page.attribute(link.expect("a way home"), "href"), home, "{text}");
    }
    assert!(site().text("robots.txt").contains("Sitemap: https://example.org/du-an/sitemap.xml"));
    assert!(site().text("_headers").starts_with("/du-an/*\n"));
}

#[test]
fn the_glossary_follows_each_language() {
    let terms = |route: &str| -> Vec<String> {
        let page = site().page(route);
        let index = page.with_class("glossary")[0];
        let terms = page.all("dfn").into_iter().filter(|term| page.is_within(*term, index));
        terms.map(|term| page.text(term)).collect()
    };
    assert_eq!(terms("vi/tu-ngu/"), ["đê", "đồng bằng", "phù sa"]);
    assert_eq!(terms("en/glossary/"), ["delta", "dyke"]);
    assert_eq!(terms("ar/glossary/"), ["الدلتا"]);
    // A term that a language lacks is named in another one, and says so.
    let home = site().page("en/");
    let silt = home.with_class("term").into_iter().find(|term| home.text(*term) == "phù sa").expect("a term");
    assert_eq!(home.lang(silt), "vi");
    let page = site().page("ar/glossary/delta/");
    let related: Vec<(String, &str)> = page
        .all("a")
        .into_iter()
        .filter(|link| ["phù sa", "đê", "dyke"].contains(&page.text(*link).as_str()))
        .map(|link| (page.text(link), page.lang(link)))
        .collect();
    assert_eq!(related, [("đê".to_owned(), "vi"), ("phù sa".to_owned(), "vi")]);
}
