//! Arbitrary input never ends the program, and nothing untrusted becomes markup: many made-up sites, from a seed.
//!
//! Pieces that mean something to Markdown, YAML, Fluent, Tera, HTML or Unicode are strung together by a small
//! generator; every site is prepared and rendered in memory. `SEED=7 ROUNDS=1000 cargo test --test untrusted` tries
//! others. What fails is shown by the smallest part of a site that fails alone.

mod site;
mod support;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::panic::catch_unwind;
use std::sync::{LazyLock, Mutex};

use songngu::base::{Content, Digest, PartialDate, Snapshot, Source, SourcePath};
use songngu::diag::{Code, Diagnostic, Severity};
use songngu::pipeline::{self, File, Request};
use songngu::render::{self, InlineStyle};
use support::html;

/// A linear congruential generator (Knuth's MMIX) of which the high bits are used.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }

    fn text(&mut self, pieces: &[&str], most: usize) -> String {
        (0..self.roll(most) + 1).map(|_| pieces[self.roll(pieces.len())]).collect()
    }
}

/// What harms if it gets through.
const EVIL: &[&str] = &[
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onclick=\"alert(1)",
    "' onclick='alert(1)",
    "javascript:alert(1)",
    "JaVaScRiPt&colon;alert(1)",
    "&#x6A;avascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>",
    "<svg/onload=alert(1)>",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "<a href=\"javascript:x\">",
    "</title>",
    "</p></div></main>",
    "{{ <timeline /> }}",
    "{{ 7 * 7 }}",
    "{% include \"base.html\" %}",
    "\u{202e}",
    "\u{fdd0}",
    "\u{0}",
    "\u{1}",
    "\u{7f}",
    "\u{feff}",
];

/// What means something in Markdown, with some words.
const MARKDOWN: &[&str] = &[
    "\n",
    "\n\n",
    "\n\n",
    " ",
    " ",
    "  \n",
    "\t",
    "#",
    "## ",
    "### x {#a .b}\n",
    "## y {#a}\n",
    "{#",
    "}",
    "* ",
    "- ",
    "1. ",
    "> ",
    "> [!NOTE]\n",
    "```\n",
    "```html\n",
    "~~~",
    "`",
    "``",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "[a](programme.md)",
    "[b](#a)",
    "![c](map.svg)",
    "<https://example.org>",
    "[[llm]]",
    "[[llm|",
    "[[!AI]]",
    "[[",
    "]]",
    "|",
    "[@plan]",
    "[@plan; @x]",
    "[^1]",
    "[^1]: ",
    "^",
    "| a | b |\n| - | :-: |\n| c | d |\n",
    ": ",
    "term\n: what\n",
    "- [x] ",
    "$",
    "$$",
    "[t [^1]](programme.md)",
    "[t [[llm]]](programme.md)",
    "[t [@plan]](programme.md)",
    "\\",
    "\\{{",
    "{{",
    "}}",
    "{{ companies }}",
    "{{ companies | plain }}",
    "{{ <details summary=\"x\" /> }}",
    "{% <details summary=\"x\"> %}",
    "\n\n{% <details summary=\"x\"> %}\n\n",
    "\n\n{% </details> %}\n\n",
    "{% </details> %}",
    "{{ <key_figures ids=\"companies\" /> }}",
    "\n\n{{ <key_figures ids=\"companies\" /> }}\n\n",
    "\n\n{{ <timeline /> }}\n\n",
    "{%",
    "%}",
    "/>",
    "=",
    "\"",
    "'",
    "&amp;",
    "&",
    "<",
    ">",
    "---\n",
    "***\n",
    "===\n",
    "Việt Nam",
    "đường",
    "chữ",
    "a",
    "điện toán đám mây",
    "1.048",
    "🚀",
    "e\u{301}",
    "\u{a0}",
    "\r",
    "中文",
    "عربى",
];

/// What means something in YAML.
const YAML: &[&str] = &[
    "\n",
    "\n",
    "\n  ",
    "\n- ",
    ": ",
    ":",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\"",
    "'",
    "|",
    ">",
    "&a ",
    "*a",
    "!!str ",
    "#",
    "%",
    "@",
    "`",
    "?",
    "title: x",
    "title: ",
    "slug: ",
    "aliases: [",
    "date: ",
    "2023-05-19",
    "figures: ",
    "timeline: ",
    "extra: ",
    "tags: ",
    "template: ",
    "value: ",
    "short: ",
    "term: ",
    "true",
    "null",
    "~",
    "1e999",
    "0x",
    "-",
    "---",
    "...",
    "\t",
    "đ",
    "\u{85}",
    "\u{2028}",
    "<<: ",
];

/// What means something in Fluent.
const FLUENT: &[&str] = &[
    "\n",
    "\n",
    "\n    ",
    "menu = ",
    "skip-link = ",
    "hello = ",
    "-brand = ",
    "date-long = ",
    " = ",
    ".label = ",
    "{",
    "}",
    "{ $day }",
    "{ $x ->\n",
    "    [one] x\n",
    "   *[other] y\n",
    "[",
    "]",
    "*",
    "{ NUMBER($n) }",
    "{ DATETIME($d, x: 1) }",
    "{ -brand }",
    "{ menu }",
    "{ hello.x }",
    "\"",
    "\\u0041",
    "\\",
    "#",
    "## ",
    "<em>",
    "</em>",
    "<a href=\"{ $url }\">",
    "đ",
    "🚀",
    "$",
    "->",
    "1",
    "99999999999999999999",
    "\r",
];

/// A made-up file: its path and text.
type Made = (String, String);

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text can be written")
}

fn body(dice: &mut Dice) -> String {
    let pieces = [MARKDOWN, MARKDOWN, MARKDOWN, EVIL].concat();
    dice.text(&pieces, 40)
}

/// Pages with a good title and any text.
fn editions(dice: &mut Dice) -> Vec<Made> {
    (0..24)
        .map(|number| {
            let folder = ["", "sub/", "glossary/"][dice.roll(3)];
            let name = if folder == "glossary/" { "term" } else { "title" };
            let lang = ["vi", "en"][dice.roll(2)];
            let text = format!("---\n{name}: x\n---\n{}", body(dice));
            (format!("content/{folder}p{number}.{lang}.md"), text)
        })
        .collect()
}

/// Pages whose values are whatever they like, in the form that YAML asks for.
fn values(dice: &mut Dice) -> Vec<Made> {
    let pieces = [EVIL, MARKDOWN].concat();
    let mut made = Vec::new();
    for number in 0..12 {
        let mut value = || quoted(&dice.text(&pieces, 4));
        let front =
            format!("title: {}\ndescription: {}\nslug: {}\naliases: [{}]\n", value(), value(), value(), value());
        made.push((format!("content/v{number}.vi.md"), format!("---\n{front}---\nx\n")));
        let term = format!("term: {}\nforms: [{}]\nshort: {}\n", value(), value(), value());
        made.push((format!("content/glossary/v{number}.en.md"), format!("---\n{term}---\nx\n")));
        let figures = format!("figures: {{a: {{value: 1, unit: {}, label: {{vi: {}}}}}}}", value(), value());
        let timeline = format!("timeline: [{{date: 2023-05-19, title: {}, text: {}}}]", value(), value());
        let shared =
            format!("tags: [{}]\ntemplate: {}\n{figures}\n{timeline}\nextra: {{a: {}}}\n", value(), value(), value());
        // Without the template's name in half of the cases, so that the rest is shown.
        let shared = if number % 2 == 0 { shared.replace("template: ", "extra_: ") } else { shared };
        made.push((format!("content/v{number}.yaml"), shared));
    }
    let mut value = || quoted(&dice.text(&pieces, 4));
    let source = format!("plan: {{title: {}, author: {}, url: {}, note: {}}}\n", value(), value(), value(), value());
    made.push(("content/bibliography.yaml".to_owned(), source));
    made
}

/// Front matter and shared data that are hardly YAML.
fn front_matter(dice: &mut Dice) -> Vec<Made> {
    let pieces = [YAML, YAML, MARKDOWN, EVIL].concat();
    let mut made = Vec::new();
    for number in 0..16 {
        let fence = ["---\n", "---", "--- \n", "\n---\n"][dice.roll(4)];
        made.push((
            format!("content/f{number}.vi.md"),
            format!("---\n{}{fence}{}", dice.text(&pieces, 20), body(dice)),
        ));
        made.push((format!("content/f{number}.yaml"), dice.text(&pieces, 20)));
    }
    made.push(("content/bibliography.yaml".to_owned(), dice.text(&pieces, 20)));
    made
}

/// Strings that are hardly Fluent. Templates and strings are trusted, so only panics are looked for.
fn strings(dice: &mut Dice) -> Vec<Made> {
    let pieces = [FLUENT, FLUENT, EVIL].concat();
    let mut file = |lang: &str| (format!("locales/{lang}/site.ftl"), dice.text(&pieces, 40));
    vec![file("vi"), file("en")]
}

/// A configuration that is hardly one.
fn configuration(dice: &mut Dice) -> Vec<Made> {
    let pieces =
        [YAML, EVIL, &["languages: [vi, en]\n", "title: x\n", "levels: ", "base_url: ", "menu: ", "trusted: "]]
            .concat();
    vec![("site.yaml".to_owned(), format!("languages: [vi, en]\ntitle: x\n{}", dice.text(&pieces, 16)))]
}

/// The configuration of the good site, with every mistake let through that a site may let through.
fn lenient(site: &str) -> String {
    let lowered = Code::ALL.iter().filter(|code| !code.is_fixed() && code.severity() == Severity::Error);
    let lines: String = lowered.map(|code| format!("  {code}: warning\n")).collect();
    format!("{site}levels:\n{lines}")
}

/// The good site with some files made up: every page that is rendered, and what was said.
fn run(made: &[Made]) -> (BTreeMap<String, String>, Vec<Diagnostic>) {
    let mut snapshot = Snapshot::default();
    for (path, text) in site::base().into_iter().chain(made.iter().cloned()) {
        let is_own = made.iter().any(|(made, _)| *made == path);
        let text = if path == "site.yaml" && !is_own { lenient(&text) } else { text };
        let digest = Digest::of(text.as_bytes());
        let content = Content::Text(text.into());
        snapshot.sources.insert(SourcePath::new(path), Source { content, digest });
    }
    let map = Source { content: Content::Asset { size: 1 }, digest: Digest::of(b"x") };
    snapshot.sources.insert(SourcePath::new("content/map.svg"), map);
    let today = PartialDate { year: 2026, month: Some(1), day: Some(1) };
    let request = Request { today, drafts: false, base_url: None };
    let prepared = pipeline::prepare(&snapshot, Vec::new(), &request, &pipeline::Memo::default());
    let files = Mutex::new(BTreeMap::new());
    let keep = |path: &str, _: Digest, file: File<'_>| -> Result<(), Infallible> {
        // The theme's icon is a picture; all else that is made is text.
        if let File::Bytes(bytes) = file
            && !path.ends_with(".ico")
        {
            let text = String::from_utf8(bytes.to_vec()).expect("what is built is UTF-8");
            files.lock().expect("nobody panics while it is held").insert(path.to_owned(), text);
        }
        Ok(())
    };
    let Ok((_, problems)) = prepared.render(&keep, &Default::default());
    let diagnostics = pipeline::merged(prepared.diagnostics, problems);
    (files.into_inner().expect("nobody panics while it is held"), diagnostics)
}

/// What is wrong with the pages of a site that is made up in part.
fn complaint(made: &[Made]) -> Option<String> {
    let (files, diagnostics) = match catch_unwind(|| run(made)) {
        Ok(ran) => ran,
        Err(panic) => {
            let words = panic.downcast_ref::<String>().cloned();
            let words = words.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            return Some(format!("a panic: {}", words.unwrap_or_default()));
        }
    };
    // A page with an error is never written. What is left without such files is, and has to be right.
    let is_wrong = |path: &str| {
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
        errors.filter_map(|diagnostic| diagnostic.location.as_ref()).any(|location| location.path.as_str() == path)
    };
    let (wrong, fit): (Vec<Made>, Vec<Made>) = made.iter().cloned().partition(|(path, _)| is_wrong(path));
    if !wrong.is_empty() {
        return complaint(&fit);
    }
    if diagnostics.iter().any(Diagnostic::is_error) {
        return None;
    }
    files.iter().find_map(|(path, text)| page_complaint(path, text).map(|what| format!("{path}: {what}")))
}

/// Where the theme's own icons stand.
const ICONS: &str = concat!(include_str!("../templates/base.html"), include_str!("../templates/redirect.html"));

/// The theme's style sheets, as they stand in pages.
static STYLES: LazyLock<Vec<InlineStyle>> = LazyLock::new(|| render::inline_styles(&render::builtin_assets()));

fn is_own_style(child: &html::Child) -> bool {
    matches!(child, html::Child::Text(css) if STYLES.iter().any(|style| *style.text == **css))
}

fn page_complaint(path: &str, text: &str) -> Option<String> {
    if path.ends_with(".xml") {
        let forbidden = |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r');
        return text.contains(forbidden).then(|| "a character that XML cannot hold".to_owned());
    }
    if !path.ends_with(".html") {
        return None;
    }
    let page = match html::parse_any(text) {
        Ok(page) => page,
        Err(what) => return Some(what),
    };
    for (number, element) in page.elements.iter().enumerate() {
        for (name, value) in &element.attributes {
            let bare: String = value.chars().filter(|c| *c > ' ').collect::<String>().to_lowercase();
            let leads = matches!(name.as_str(), "href" | "src" | "action" | "content" | "formaction" | "data");
            if name.starts_with("on") || name == "style" || name == "srcdoc" {
                return Some(format!("an attribute `{name}=\"{value}\"`"));
            }
            let is_code = ["javascript:", "vbscript:", "data:"].iter().any(|scheme| bare.starts_with(scheme));
            let is_icon = element.name == "link" && page.attribute(number, "rel") == "icon" && ICONS.contains(value);
            if leads && is_code && !is_icon && !(name == "content" && element.name == "meta") {
                return Some(format!("an address `{name}=\"{value}\"`"));
            }
        }
        if element.name == "script" {
            let is_data = page.attribute(number, "type") == "application/ld+json";
            let own = page.attribute(number, "src").contains("assets/");
            let json = match element.children.first() {
                Some(html::Child::Text(text)) => serde_json::from_str::<serde_json::Value>(text).is_ok(),
                _ => false,
            };
            if !(own || is_data && json) {
                return Some("a script that is not the theme's own".to_owned());
            }
        }
        if element.name == "style" && !element.children.iter().all(is_own_style) {
            return Some("a style sheet that is not the theme's own".to_owned());
        }
        if matches!(element.name.as_str(), "iframe" | "object" | "embed" | "svg" | "base" | "form") {
            return Some(format!("an element `{}`", element.name));
        }
    }
    None
}

fn setting(name: &str, usual: u64) -> u64 {
    #[allow(clippy::disallowed_methods, reason = "whoever runs the test may ask for more of it")]
    let value = std::env::var(name);
    value.ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn check(kind: &str, rounds: u64, make: fn(&mut Dice) -> Vec<Made>) {
    for round in 0..setting("ROUNDS", rounds) {
        let mut dice = Dice(setting("SEED", 1).wrapping_mul(1_000_003).wrapping_add(round));
        let made = make(&mut dice);
        let Some(what) = complaint(&made) else { continue };
        let alone = made.iter().find_map(|file| Some((complaint(std::slice::from_ref(file))?, file)));
        match alone {
            Some((what, (path, text))) => panic!("{kind}, round {round}: {what}\n--- {path}\n{text}\n{text:?}"),
            None => panic!("{kind}, round {round}: {what}\nonly together:\n{made:#?}"),
        }
    }
}

#[test]
fn any_text_is_a_page_or_a_mistake() {
    check("text", 12, editions);
}

#[test]
fn any_value_is_shown_as_text() {
    check("values", 12, values);
}

#[test]
fn any_front_matter_is_read_or_a_mistake() {
    check("front matter", 12, front_matter);
}

#[test]
fn any_strings_are_read_or_a_mistake() {
    check("strings", 60, strings);
}

#[test]
fn any_configuration_is_read_or_a_mistake() {
    check("configuration", 60, configuration);
}

#[test]
fn what_is_looked_for_is_found() {
    let page = |body: &str| page_complaint("a.html", body);
    assert_eq!(page("<p>x</p>"), None);
    for bad in [
        "<p>x",
        "<p onclick=\"x\">x</p>",
        "<a href=\"javascript:x\">x</a>",
        "<a href=\" java\tscript:x\">x</a>",
        "<script>x</script>",
        "<script type=\"application/ld+json\">{</script>",
    ] {
        assert!(page(bad).is_some(), "{bad}");
    }
}
