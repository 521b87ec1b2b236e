//! `songngu translations status --html`: a page for editors and translators, whole in itself, in the site's look.
//!
//! Enters: the overview, the site's style sheet. Leaves: HTML that asks for nothing from elsewhere: what is left to do, and,
//! folded away, what agrees. Its words stand in Vietnamese and in English beside each other, whatever the site's languages.
//! Never here: a script, counting.

use std::fmt::Write as _;

use super::data_files::DataStatus;
use super::locale_files::LocaleStatus;
use super::name;
use super::status::{Overview, percent};
use crate::base::{Lang, SourcePath};
use crate::cli::site_run::SiteRun;
use crate::render;
use crate::resolve::{Counts, EditionStatus, Presence};
use crate::text::language_name;
use crate::view::html::escape;

/// A word of the page in its two languages.
type Words = (&'static str, &'static str);

const TITLE: Words = ("Tình trạng bản dịch", "Translation status");
const TO_DO: Words = ("Việc còn lại", "What is left to do");
const NOTHING: Words = ("Không còn việc gì.", "Nothing is left.");
const DONE: Words = ("Đã khớp", "What agrees");
const PAGES: Words = ("Các bài", "Pages");
const DATA: Words = ("Dữ liệu dùng chung", "Shared data");
const STRINGS: Words = ("Chữ trên giao diện", "Strings");
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
main { max-inline-size: 64rem; margin-inline: auto; padding: 1rem var(--gap, 1rem) 3rem; }
h1 [lang], h2 [lang], .total > [lang] { display: block; font-weight: 400; }
h1 [lang] { font-size: .6em; color: var(--soft); }
h2 { margin-block: 1.6em .6em; }
h2 [lang] { font-size: .75em; color: var(--soft); }
.totals { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1rem; }
.total { background: var(--raised); padding: .8rem 1rem; font: .9375rem/1.6 var(--sans, system-ui); }
.total strong { display: block; font-size: 1.125rem; }
.total meter { inline-size: 100%; block-size: 1.1rem; }
table { inline-size: auto; min-inline-size: min(100%, 34rem); }
caption { font-weight: 650; color: var(--ink); }
th, td { min-inline-size: 0; }
thead th { white-space: nowrap; }
thead th span { display: block; font-weight: 400; }
th[scope=row] { min-inline-size: 7rem; }
td.n, th.n { text-align: end; }
tr.open th { border-inline-start: .3rem solid var(--warning); padding-inline-start: .5rem; }
summary { cursor: pointer; padding-block: .3rem; font: 600 1.0625rem/1.6 var(--sans, system-ui); }
";

/// A table as it is written: headings of texts and of numbers, rows.
struct Table {
    caption: Words,
    texts: [Words; 2],
    numbers: Vec<Words>,
    rows: Vec<Row>,
}

struct Row {
    /// The inside of the row's heading and of the cell after it.
    texts: [String; 2],
    numbers: Vec<usize>,
    /// Whether something in it waits for a change.
    is_open: bool,
    /// Whether there is nothing to do.
    is_done: bool,
}

/// The page.
pub(super) fn html(run: &SiteRun, overview: &Overview<'_>) -> String {
    let Overview { site, editions, files, data } = overview;
    let own = run.snapshot.text(&SourcePath::new("templates/assets/site.css")).map(|text| text.to_string());
    // A style sheet cannot end its element: it would have to hold `</`.
    let style = own.unwrap_or_else(render::builtin_style).replace("</", "<\\/");
    let mut out = String::from("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n");
    let titles: Vec<&str> = site.languages().iter().filter_map(|lang| site.config.title.get(lang)).collect();
    let title = escaped(titles.first().copied().unwrap_or_default());
    // What does not fit into a tab is not shown there.
    let tail = if title.chars().count() <= 24 { format!(" – {title}") } else { String::new() };
    push(&mut out, format_args!("<title>{} / {}{tail}</title>\n", TITLE.0, TITLE.1));
    push(&mut out, format_args!("<style>{style}{STYLE}</style>\n</head>\n<body>\n<main>\n"));
    push(&mut out, format_args!("<h1>{}</h1>\n<p>{title}</p>\n", both(TITLE)));
    totals(&mut out, overview);
    let tables = [pages(editions), texts_of_data(data), strings(files)];
    push(&mut out, format_args!("<h2>{}</h2>\n", both(TO_DO)));
    if tables.iter().all(|table| table.rows.iter().all(|row| row.is_done)) {
        push(&mut out, format_args!("<p>{}</p>\n", both(NOTHING)));
    }
    tables.iter().for_each(|shown| table(&mut out, shown, Part::Open));
    let done: usize = tables.iter().map(|table| table.rows.iter().filter(|row| row.is_done).count()).sum();
    if done > 0 {
        push(&mut out, format_args!("<h2>{}</h2>\n<details>\n<summary>{done}</summary>\n", both(DONE)));
        tables.iter().for_each(|shown| table(&mut out, shown, Part::Done));
        out.push_str("</details>\n");
    }
    push(&mut out, format_args!("<p><small>{}</small></p>\n</main>\n</body>\n</html>\n", crate::pipeline::ENGINE));
    out
}

fn totals(out: &mut String, overview: &Overview<'_>) {
    out.push_str("<ul class=\"totals\">\n");
    for lang in overview.site.languages() {
        let (counts, left, _) = overview.total(lang);
        let (agreed, total) = (counts.agreed, counts.total());
        let name = escaped(&language_name(lang));
        let share = if total == 0 { "–".to_owned() } else { percent(agreed, total) };
        push(out, format_args!("<li class=\"total\"><strong><span lang=\"{lang}\">{name}</span>: {share}</strong>"));
        let max = total.max(1);
        push(
            out,
            format_args!("<meter min=\"0\" max=\"{max}\" value=\"{agreed}\" aria-label=\"{name}\">{share}</meter>"),
        );
        push(
            out,
            format_args!("{agreed}/{total} khối đã khớp <span lang=\"en\">{agreed} of {total} blocks agree</span>"),
        );
        if left > 0 {
            push(out, format_args!("còn {left} từ <span lang=\"en\">{left} words left</span>"));
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

fn pages(editions: &[EditionStatus]) -> Table {
    let row = |status: &EditionStatus| {
        let EditionStatus { page, lang, file: _, presence, counts, words_left } = status;
        let Counts { agreed, behind, conflict, missing, proposed, unclear } = *counts;
        let state = match presence {
            Presence::Written => String::new(),
            Presence::Draft => " (bản nháp <span lang=\"en\">/ draft</span>)".to_owned(),
            Presence::Missing => " (chưa có bản này <span lang=\"en\">/ no edition</span>)".to_owned(),
        };
        let numbers = [behind, conflict, missing, proposed, unclear, agreed, *words_left];
        Row {
            texts: [escaped(name(page)), format!("{}{state}", shown(lang))],
            numbers: numbers.map(|count| count as usize).to_vec(),
            is_open: counts.open() > 0,
            is_done: agreed == counts.total(),
        }
    };
    let numbers = vec![BEHIND, CONFLICT, MISSING, NEW, UNCLEAR, AGREED, LEFT];
    Table { caption: PAGES, texts: [PAGE, LANGUAGE], numbers, rows: editions.iter().map(row).collect() }
}

fn texts_of_data(data: &[DataStatus]) -> Table {
    let row = |file: &DataStatus| {
        let DataStatus { path, lang, texts: _, agreed, behind, conflict, missing, new, words_left } = file;
        Row {
            texts: [escaped(path.as_str()), shown(lang)],
            numbers: vec![*behind, *conflict, *missing, *new, *agreed, *words_left as usize],
            is_open: file.open() > 0,
            is_done: file.is_done(),
        }
    };
    let numbers = vec![BEHIND, CONFLICT, MISSING, NEW, AGREED, LEFT];
    Table { caption: DATA, texts: [FILE, LANGUAGE], numbers, rows: data.iter().map(row).collect() }
}

fn strings(files: &[LocaleStatus]) -> Table {
    let row = |file: &LocaleStatus| {
        let LocaleStatus { path, lang, messages: _, agreed, behind, conflict, missing, unused, new } = file;
        Row {
            texts: [escaped(path.as_str()), shown(lang)],
            numbers: vec![*behind, *conflict, *missing, *unused, *new, *agreed],
            is_open: behind + conflict + missing > 0,
            is_done: file.is_done(),
        }
    };
    let numbers = vec![BEHIND, CONFLICT, MISSING, UNUSED, NEW, AGREED];
    Table { caption: STRINGS, texts: [FILE, LANGUAGE], numbers, rows: files.iter().map(row).collect() }
}

/// Which rows of a table are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Open,
    Done,
}

/// Some rows of a table, without the columns of which all numbers are 0; nothing if there is no such row.
fn table(out: &mut String, table: &Table, part: Part) {
    let Table { caption, texts, numbers, rows } = table;
    let rows: Vec<&Row> = rows.iter().filter(|row| row.is_done == (part == Part::Done)).collect();
    if rows.is_empty() {
        return;
    }
    let kept: Vec<usize> = (0..numbers.len()).filter(|at| rows.iter().any(|row| row.numbers[*at] > 0)).collect();
    let what = if part == Part::Open { TO_DO } else { DONE };
    let label = format!("{}: {} / {}: {}", caption.0, what.0, caption.1, what.1);
    push(out, format_args!("<section class=\"table\" tabindex=\"0\" aria-label=\"{label}\"><table>\n"));
    push(out, format_args!("<caption>{} <span lang=\"en\">/ {}</span></caption>\n<thead><tr>", caption.0, caption.1));
    let kept_numbers = kept.iter().map(|at| (" class=\"n\"", &numbers[*at]));
    for (class, words) in texts.iter().map(|words| ("", words)).chain(kept_numbers) {
        push(out, format_args!("<th scope=\"col\"{class}>{}</th>", both(*words)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for Row { texts: [first, second], numbers, is_open, is_done: _ } in rows {
        let class = if *is_open { " class=\"open\"" } else { "" };
        push(out, format_args!("<tr{class}><th scope=\"row\">{first}</th><td>{second}</td>"));
        for at in &kept {
            match numbers[*at] {
                0 => out.push_str("<td class=\"n\">–</td>"),
                count => push(out, format_args!("<td class=\"n\">{count}</td>")),
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></section>\n");
}

/// Words in both languages.
fn both((vi, en): Words) -> String {
    format!("{vi} <span lang=\"en\">{en}</span>")
}

/// A language by its own name.
fn shown(lang: &Lang) -> String {
    format!("<span lang=\"{lang}\">{}</span>", escaped(&language_name(lang)))
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(&mut out, text);
    out
}

fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("writing to a string cannot fail");
}
