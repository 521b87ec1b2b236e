//! `songngu translations status --html`: a page for editors and translators, whole in itself, in the site's look.
//!
//! Enters: the overview, the site's style sheet. Leaves: HTML that asks for nothing from elsewhere. Its words stand in
//! Vietnamese and in English beside each other, whatever the site's languages. Never here: a script, counting.

use std::fmt::Write as _;

use super::data_files::DataStatus;
use super::locale_files::LocaleStatus;
use super::name;
use super::status::{Overview, percent};
use crate::base::{Lang, SourcePath};
use crate::cli::site_run::SiteRun;
use crate::render;
use crate::resolve::{Counts, EditionStatus, Presence};
use crate::view::html::escape;

/// A word of the page in its two languages.
type Words = (&'static str, &'static str);

const PAGE: Words = ("Bài", "Page");
const LANGUAGE: Words = ("Ngôn ngữ", "Language");
const BEHIND: Words = ("Tụt lại", "Behind");
const CONFLICT: Words = ("Xung đột", "Conflict");
const MISSING: Words = ("Thiếu", "Missing");
const NEW: Words = ("Mới", "New");
const UNCLEAR: Words = ("Chưa rõ", "Unclear");
const AGREED: Words = ("Khớp", "Agreed");
const LEFT: Words = ("Số từ còn lại", "Words left");
const UNUSED: Words = ("Không dùng", "Unused");
const FILE: Words = ("Tệp", "File");

const STYLE: &str = "
main { max-inline-size: 72rem; margin-inline: auto; padding: 1rem; }
.wide { overflow-x: auto; }
table { inline-size: 100%; font: .9375rem/1.6 var(--sans, system-ui); }
caption { text-align: start; font-weight: 650; }
th span { display: block; font-weight: 400; }
td.n, th.n { text-align: end; font-variant-numeric: tabular-nums; }
tr.open th { border-inline-start: .3rem solid var(--warning, #7d5300); padding-inline-start: .5rem; }
meter { inline-size: 12rem; max-inline-size: 100%; }
";

/// The page.
pub(super) fn html(run: &SiteRun, overview: &Overview<'_>) -> String {
    let Overview { site, editions, files, data } = overview;
    let own = run.snapshot.text(&SourcePath::new("templates/assets/site.css")).map(|text| text.to_string());
    // A style sheet cannot end its element: it would have to hold `</`.
    let style = own.unwrap_or_else(render::builtin_style).replace("</", "<\\/");
    let mut out = String::from("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n");
    let titles: Vec<&str> = site.languages().iter().filter_map(|lang| site.config.title.get(lang)).collect();
    let title = format!("Tình trạng bản dịch / Translation status – {}", titles.first().copied().unwrap_or_default());
    push(
        &mut out,
        format_args!("<title>{}</title>\n<style>{style}{STYLE}</style>\n</head>\n<body>\n<main>\n", escaped(&title)),
    );
    out.push_str("<h1>Tình trạng bản dịch <span lang=\"en\">/ Translation status</span></h1>\n");
    totals(&mut out, overview);
    pages(&mut out, editions);
    texts_of_data(&mut out, data);
    strings(&mut out, files);
    push(&mut out, format_args!("<p><small>{}</small></p>\n</main>\n</body>\n</html>\n", crate::pipeline::ENGINE));
    out
}

fn totals(out: &mut String, overview: &Overview<'_>) {
    out.push_str("<ul>\n");
    for lang in overview.site.languages() {
        let (counts, left, _) = overview.total(lang);
        let (agreed, total) = (counts.agreed, counts.total());
        let label =
            format!("{lang}: {agreed}/{total} ({})", if total == 0 { "–".to_owned() } else { percent(agreed, total) });
        push(
            out,
            format_args!("<li><meter min=\"0\" max=\"{}\" value=\"{agreed}\">{label}</meter> {label}", total.max(1)),
        );
        if left > 0 {
            push(out, format_args!(" · còn {left} từ <span lang=\"en\">/ {left} words left</span>"));
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

fn pages(out: &mut String, editions: &[EditionStatus]) {
    out.push_str("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"pages\"><table>\n<caption id=\"pages\">Các trang <span lang=\"en\">/ Pages</span></caption>\n");
    heading(out, &[PAGE, LANGUAGE], &[BEHIND, CONFLICT, MISSING, NEW, UNCLEAR, AGREED, LEFT]);
    for EditionStatus { page, lang, file: _, presence, counts, words_left } in editions {
        let Counts { agreed, behind, conflict, missing, proposed, unclear } = *counts;
        let state = match presence {
            Presence::Written => String::new(),
            Presence::Draft => " (bản nháp <span lang=\"en\">/ draft</span>)".to_owned(),
            Presence::Missing => " (chưa có bản này <span lang=\"en\">/ no edition</span>)".to_owned(),
        };
        let first = format!("{}</th><td>{}{state}", escaped(name(page)), shown(lang));
        let numbers = [behind, conflict, missing, proposed, unclear, agreed, *words_left];
        row(out, &first, &numbers.map(|count| count as usize), counts.open() > 0);
    }
    out.push_str("</tbody></table></div>\n");
}

fn texts_of_data(out: &mut String, data: &[DataStatus]) {
    if data.is_empty() {
        return;
    }
    out.push_str("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"data\"><table>\n<caption id=\"data\">Dữ liệu dùng chung <span lang=\"en\">/ Shared data</span></caption>\n");
    heading(out, &[FILE, LANGUAGE], &[BEHIND, CONFLICT, MISSING, NEW, AGREED, LEFT]);
    for file in data {
        let DataStatus { path, lang, texts: _, agreed, behind, conflict, missing, new, words_left } = file;
        let first = format!("{}</th><td>{}", escaped(path.as_str()), shown(lang));
        row(out, &first, &[*behind, *conflict, *missing, *new, *agreed, *words_left as usize], file.open() > 0);
    }
    out.push_str("</tbody></table></div>\n");
}

fn strings(out: &mut String, files: &[LocaleStatus]) {
    if files.is_empty() {
        return;
    }
    out.push_str("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"strings\"><table>\n<caption id=\"strings\">Các dòng chữ <span lang=\"en\">/ Strings</span></caption>\n");
    heading(out, &[FILE, LANGUAGE], &[BEHIND, CONFLICT, MISSING, UNUSED, NEW, AGREED]);
    for LocaleStatus { path, lang, messages: _, agreed, behind, conflict, missing, unused, new } in files {
        let first = format!("{}</th><td>{}", escaped(path.as_str()), shown(lang));
        row(out, &first, &[*behind, *conflict, *missing, *unused, *new, *agreed], behind + conflict + missing > 0);
    }
    out.push_str("</tbody></table></div>\n");
}

fn heading(out: &mut String, texts: &[Words], numbers: &[Words]) {
    out.push_str("<thead><tr>");
    for (class, words) in [("", texts), (" class=\"n\"", numbers)] {
        for (vi, en) in words {
            push(out, format_args!("<th scope=\"col\"{class}>{vi} <span lang=\"en\">{en}</span></th>"));
        }
    }
    out.push_str("</tr></thead>\n<tbody>\n");
}

/// `first` is the inside of the row's heading and of what follows it up to the numbers.
fn row(out: &mut String, first: &str, numbers: &[usize], is_open: bool) {
    let class = if is_open { " class=\"open\"" } else { "" };
    push(out, format_args!("<tr{class}><th scope=\"row\">{first}</td>"));
    for number in numbers {
        match number {
            0 => out.push_str("<td class=\"n\">–</td>"),
            count => push(out, format_args!("<td class=\"n\">{count}</td>")),
        }
    }
    out.push_str("</tr>\n");
}

fn shown(lang: &Lang) -> String {
    escaped(lang.as_str())
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(&mut out, text);
    out
}

fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("writing to a string cannot fail");
}
