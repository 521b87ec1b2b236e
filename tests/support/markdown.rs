//! Markdown to HTML as the whole program does it, many cases in one site that never touches a disk.

use std::collections::BTreeMap;
use std::sync::Mutex;

use songngu::base::{Content, Digest, PartialDate, Snapshot, Source, SourcePath};
use songngu::diag::Diagnostic;
use songngu::pipeline::{self, File, Request};

use super::sites;

/// What every case may refer to: pages in two languages, an asset, terms, figures, a source, components.
const AROUND: &str = r#"== site.yaml
title: {vi: Lũ, en: Floods, fr: Crues}
base_url: https://example.org/
languages: [vi, en, fr]
fallback: omit
trusted: [trusted]
levels: {twin-missing: off, message-missing: off, source-unused: off, heading-level: off, message-unused: off, term-unused: off}
== templates/bare.html
{{ content | safe }}
== templates/site.html
{% component badge(text: string, level: integer = 1) {"inline": true} -%}
<b class="badge-{{ level }}">{{ text }}</b>
{%- endcomponent badge %}
{% component box(title: string = "") -%}
<section>{% if title %}<h3>{{ title }}</h3>{% endif %}{{ body }}</section>
{%- endcomponent box %}
== locales/fr/site.ftl
home = Accueil
== content/index.yaml
figures:
  rain: {value: 1048.5, unit: {vi: mm, en: mm, fr: mm}}
  homes: {value: 60000000, format: compact}
  years: {value: [5, 10]}
  flood: {value: 2023-05-19}
  share: {value: 29, format: percent}
== content/index.en.md
---
title: Floods
---
Home.
== content/bibliography.yaml
mrc:
  title: Report on the flood
  language: en
who:
  title: {vi: Báo cáo, en: Another report}
== content/river.en.md
---
title: The river
slug: the-river
---
## Upper part {#upper}
### Tonlé Sap
== content/river.vi.md
---
title: Dòng sông
slug: dong-song
---
## Phần trên {#upper}
### Biển Hồ
== content/seas/index.vi.md
---
title: Các biển
---
Biển.
== content/map of floods.png
png
== content/glossary/delta.en.md
---
term: delta
short: Land at the mouth of a river.
---
== content/glossary/delta.vi.md
---
term: đồng bằng
short: Đất ở cửa sông.
---
== content/glossary/silt.vi.md
---
term: phù sa
short: Đất mịn do sông mang.
---
"#;

/// The HTML of one case and what was wrong with it, each as `code: message`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    pub html: String,
    pub problems: Vec<String>,
}

/// Shows each Markdown text in a language; those for which `trusted` says so stand in a trusted folder.
pub fn show(cases: &[(&str, &str)], trusted: bool) -> Vec<Shown> {
    let mut files = sites::entries(AROUND);
    let folder = if trusted { "trusted/" } else { "" };
    let name = |at: usize, lang: &str| format!("content/{folder}case-{at}.{lang}.md");
    for (at, (lang, markdown)) in cases.iter().enumerate() {
        let text = format!("---\ntitle: Case\ntemplate: bare\ntoc: false\n---\n{markdown}");
        files.push((name(at, lang), text));
    }
    let source = |(path, text): (String, String)| {
        let digest = Digest::of(text.as_bytes());
        let content = if path.ends_with(".png") { Content::Asset { size: 3 } } else { Content::Text(text.into()) };
        (SourcePath::new(path), Source { content, digest })
    };
    let snapshot = Snapshot { sources: files.into_iter().map(source).collect() };
    let today = PartialDate { year: 2026, month: Some(1), day: Some(1) };
    let request = Request { today, drafts: false, base_url: None };
    let prepared = pipeline::prepare(&snapshot, Vec::new(), &request, &pipeline::Memo::default());
    let written: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());
    let emit = |file: &str, _: Digest, content: File<'_>| {
        if let File::Bytes(bytes) = content {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            written.lock().expect("no test panics while it writes").insert(file.to_owned(), text);
        }
        Ok::<(), ()>(())
    };
    let (_, problems) = prepared.render(&emit, &Default::default()).expect("nothing fails");
    let written = written.into_inner().expect("no test panics while it writes");
    let all: Vec<&Diagnostic> = prepared.diagnostics.iter().chain(&problems).collect();
    let file_of = |diagnostic: &Diagnostic| {
        diagnostic.location.as_ref().map(|location| location.path.as_str().to_owned()).unwrap_or_default()
    };
    let elsewhere: Vec<&&Diagnostic> =
        all.iter().filter(|diagnostic| !file_of(diagnostic).contains("/case-")).collect();
    assert!(elsewhere.is_empty(), "the site around the cases is not in order: {elsewhere:?}");
    let case = |(at, (lang, _)): (usize, &(&str, &str))| {
        let own = |diagnostic: &&&Diagnostic| file_of(diagnostic) == name(at, lang);
        let problem = |diagnostic: &&Diagnostic| format!("{}: {}", diagnostic.code, diagnostic.message);
        Shown {
            html: written
                .get(&format!("{lang}/{folder}case-{at}/index.html"))
                .cloned()
                .unwrap_or_default()
                .trim()
                .to_owned(),
            problems: all.iter().filter(own).map(problem).collect(),
        }
    };
    cases.iter().enumerate().map(case).collect()
}
