//! What is reported about files and templates, by small tables: files in, diagnostics as text out.

use super::lexicon_tests::{lang, loaded, site, theme};
use super::{LocaleFile, check, load, uses};
use crate::base::{LineIndex, SourcePath};
use crate::diag::{Diagnostic, Location, Place};

/// A template at `templates/page.html`.
const TEMPLATE: &str = "templates/page.html";

/// One line a diagnostic: place, code, message, hint, related places; sorted.
fn lines(diagnostics: &[Diagnostic], files: &[LocaleFile], template: &str) -> String {
    let text_of = |path: &SourcePath| {
        let file = files.iter().find(|file| file.path == *path);
        file.map_or(template, |file| &file.text)
    };
    let place = |location: &Location| match location.place {
        Place::Span(span) => {
            let text = text_of(&location.path);
            let at = LineIndex::new(text).line_column(text, span.range().start);
            format!("{}:{}:{} `{}`", location.path, at.line, at.column, span.text(text).replace('\n', "⏎"))
        }
        Place::File | Place::At { .. } => location.path.to_string(),
    };
    let line = |diagnostic: &Diagnostic| {
        let Diagnostic { code, severity: _, message, location, hint, related, fix: _ } = diagnostic;
        let at = location.as_ref().map_or("-".to_owned(), place);
        let hint = hint.as_ref().map(|hint| format!(" | hint: {hint}")).unwrap_or_default();
        let related: String = related.iter().map(|(there, words)| format!(" | {words}: {}", place(there))).collect();
        format!("{at} {code}: {message}{hint}{related}")
    };
    let mut lines: Vec<String> = diagnostics.iter().map(line).collect();
    lines.sort();
    lines.join("\n")
}

/// What loading these files reports.
fn load_report(files: &[LocaleFile]) -> String {
    lines(&loaded(files).1, files, "")
}

/// What checking these files against a template reports; loading must report nothing.
fn check_report(files: &[LocaleFile], template: &str, required: &[(&str, &[&str])]) -> String {
    let (lexicon, mistakes) = loaded(files);
    assert_eq!(lines(&mistakes, files, ""), "", "loading reports nothing");
    lines(&check(&lexicon, &uses(&SourcePath::new(TEMPLATE), template), required), files, template)
}

#[test]
fn what_fluent_cannot_read_is_reported_at_its_line() {
    let cases = [
        (
            "a = b\nKhông = x\n",
            "2:3 `ô` message-invalid: `=` is expected here | hint: write `name = text`, the name in letters a to z, digits, `-` and `_`; a longer text goes on in lines that begin with a space",
        ),
        (
            "a = b\nđây = x\n",
            "2:1 `đ` message-invalid: a character of `a-zA-Z` is expected here | hint: a name begins with a letter a to z; a longer text goes on in lines that begin with a space",
        ),
        (
            "a = { $x\n",
            "1:9 `` message-invalid: `}` is expected here | hint: close the `{` before the end of the line or of the choice",
        ),
        (
            "a = { $n ->\n    [one] x\n }\n",
            "3:2 `}` message-invalid: a choice needs a default | hint: put `*` before one variant: `*[other]`",
        ),
        ("a = x }\n", "1:7 `}` message-invalid: `}` closes nothing | hint: for the sign itself write `{\"}\"}`"),
        ("a =\n", "1:1 `a` message-invalid: message `a` has no text | hint: write its text after `=`"),
        ("a = {\"x}\n", "1:9 `` message-invalid: a quoted text has no closing `\"`"),
        ("a = \u{fdd0}\n", "1:5 `\u{fdd0}` message-invalid: U+FDD0 is not a character for texts"),
        ("a = { \"\\uFDD2\" }\n", "1:8 `\\uFDD2` message-invalid: U+FDD2 is not a character for texts"),
    ];
    for (text, expected) in cases {
        let expected = format!("locales/vi/site.ftl:{expected}");
        assert_eq!(load_report(&[site("vi", text)]), expected, "{text}");
    }
    let deep = format!("a = {}", "{".repeat(40));
    assert!(load_report(&[site("vi", &deep)]).contains("nested more than 32 deep"));
}

#[test]
fn a_byte_order_mark_shifts_places_and_nothing_else() {
    let files = [site("vi", "\u{feff}a = một\nb = { }\n")];
    let report = load_report(&files);
    assert!(report.starts_with("locales/vi/site.ftl:2:7 `}` message-invalid"), "{report}");
    let (lexicon, _) = loaded(&files);
    assert_eq!(lexicon.format(&lang("vi"), "a", &Default::default()).map(|m| m.text), Ok("một".to_owned()));
    let definition = lexicon.definition(&lang("vi"), "a").expect("it is defined");
    assert_eq!(definition.span.text(&files[0].text), "a = một");
}

#[test]
fn definitions_know_their_entry_for_splicing() {
    let text = "# Chú thích\n# hai dòng\nmenu = Danh mục\n    .label = Danh mục chính\n\n\n## Nhóm\n\n-brand = Song ngữ\nlong =\n    một\n\n    hai\n# cuối\nend = { $n ->\n   *[other] x\n }\r\n";
    let files = [site("vi", text)];
    let (lexicon, diagnostics) = loaded(&files);
    assert_eq!(diagnostics, []);
    let vi = lang("vi");
    let entries: Vec<(&str, &str, &str)> = lexicon
        .definitions(&vi)
        .map(|definition| (&*definition.id, definition.name.text(text), definition.span.text(text)))
        .collect();
    let expected = [
        ("-brand", "-brand", "-brand = Song ngữ"),
        ("end", "end", "end = { $n ->\n   *[other] x\n }"),
        ("long", "long", "long =\n    một\n\n    hai"),
        ("menu", "menu", "menu = Danh mục\n    .label = Danh mục chính"),
    ];
    assert_eq!(entries, expected);
}

#[test]
fn names_are_defined_once_in_a_layer() {
    let files = [
        theme("vi", "home = Trang chủ\n"),
        site("vi", "home = Nhà\na = 1\na = 2\nb = x\n-b = y\nNUMBER = z\nc = x\n    .t = 1\n    .t = 2\n"),
    ];
    let expected = "\
locales/vi/site.ftl:3:1 `a` message-duplicate: `a` is defined twice | hint: delete one of them; the later one counts | defined first here: locales/vi/site.ftl:2:1 `a`
locales/vi/site.ftl:5:1 `-b` message-duplicate: `-b` has the name of `b` | hint: Fluent keeps one name for both: give one of them another name | defined here: locales/vi/site.ftl:4:1 `b`
locales/vi/site.ftl:6:1 `NUMBER` message-duplicate: `NUMBER` is the name of a function | hint: give the message another name
locales/vi/site.ftl:9:6 `t` message-duplicate: attribute `c.t` is defined twice | hint: delete one of them";
    assert_eq!(load_report(&files), expected);
}

#[test]
fn functions_and_their_options_are_known() {
    let text = "a = { NUMER($n) }\n\
                b = { NUMBER($n, minimumFractionDigit: 1) }\n\
                c = { NUMBER($n, style: \"currency\") }\n\
                d = { NUMBER($n, minimumFractionDigits: 40) }\n\
                e = { NUMBER() }\n\
                f = { DATETIME($d, dateStyle: \"long\", era: \"long\") }\n\
                g = { NUMBER($n, type: \"ordinal\") ->\n    [1] x\n   *[other] y\n }\n\
                h = { NUMBER($n) ->\n    [1] x\n   *[other] y\n }\n\
                i = { MISSING($n) ->\n   *[other] y\n }\n";
    let expected = "\
locales/vi/site.ftl:15:7 `MISSING` message-function: there is no function `MISSING` | hint: there are `NUMBER` and `DATETIME`
locales/vi/site.ftl:1:7 `NUMER` message-function: there is no function `NUMER` | hint: did you mean `NUMBER`?
locales/vi/site.ftl:2:18 `minimumFractionDigit` message-function: `NUMBER` has no option `minimumFractionDigit` | hint: did you mean `minimumFractionDigits`?
locales/vi/site.ftl:3:18 `style` message-function: `style` of `NUMBER` cannot be `currency` | hint: write `\"decimal\"`, `\"percent\"`
locales/vi/site.ftl:4:18 `minimumFractionDigits` message-function: `minimumFractionDigits` of `NUMBER` cannot be `40` | hint: write a number from 0 to 15
locales/vi/site.ftl:5:7 `NUMBER` message-function: `NUMBER` takes one value, but got 0 | hint: write `{ NUMBER($name) }`
locales/vi/site.ftl:6:39 `era` message-function: `DATETIME` has no option `era` | hint: `DATETIME` takes `dateStyle`, `year`, `month`, `day`, `weekday`
locales/vi/site.ftl:8:6 `1` message-function: `[1]` is never chosen: the number has options | hint: choose by the variable itself, or by plural names such as `[one]`";
    let report = load_report(&[site("vi", text)]);
    assert_eq!(report, expected);
}

#[test]
fn references_lead_somewhere() {
    let files = [
        site("vi", "a = { b }\nb = { a }\nc = { -none }\n-t = { $x }\nd = { -t }\ne = { m.title }\nm = x\n"),
        site("fr", "a = x\n"),
    ];
    let expected = "\
locales/fr/site.ftl language-unknown: `site.yaml` does not list the language `fr` | hint: add `fr` to `languages`, or delete the folder
locales/vi/site.ftl:2:7 `a` message-invalid: `b` cannot be shown: it refers to itself in a circle
locales/vi/site.ftl:3:8 `none` message-unknown: `c` cannot be shown: it refers to `-none`, which does not exist in its language | hint: define `-none` in `vi`, or correct its name
locales/vi/site.ftl:5:8 `t` message-variable: `d` cannot be shown: it uses `-t` without giving it `$x` | hint: write it as an option: `{ -term(name: \"…\") }`
locales/vi/site.ftl:6:7 `m` message-unknown: `e` cannot be shown: it refers to `m.title`, which does not exist in its language | hint: define `m.title` in `vi`, or correct its name";
    assert_eq!(load_report(&files), expected);
}

#[test]
fn endless_chains_of_references_do_no_harm() {
    let chain: String = (0..5000).map(|at| format!("m{at} = {{ m{} }}{{ m{} }}\n", at + 1, at + 1)).collect();
    let (lexicon, diagnostics) = loaded(&[site("vi", &chain)]);
    assert!(!diagnostics.is_empty());
    assert!(lexicon.format(&lang("vi"), "m0", &Default::default()).is_err());
}

#[test]
fn calls_for_unknown_messages_are_reported_in_the_template() {
    let files = [site("vi", "menu = Danh mục\nalert-note = Lưu ý"), site("en", "menu = Menu\nalert-note = Note")];
    let template = "{{ t(key=\"menus\") }}{{ t(key=\"menu.label\") }}{{ t(key=\"alert-\" ~ x) }}{{ t(key=\"box-\" ~ x) }}{{ t(key=\"menu\") }}";
    let expected = "\
- message-unknown: no language has the message `feed-title` | hint: add `feed-title = …` to a file under `locales/`
templates/page.html:1:10 `\"menus\"` message-unknown: no language has the message `menus` | hint: did you mean `menu`?
templates/page.html:1:30 `\"menu.label\"` message-unknown: no language has the message `menu.label` | hint: add `menu.label = …` to a file under `locales/`
templates/page.html:1:80 `\"box-\" ~ x` message-unknown: no language has a message whose name begins with `box-` | hint: add such messages to a file under `locales/`";
    assert_eq!(check_report(&files, template, &[("feed-title", &[])]), expected);
}

#[test]
fn a_language_that_lacks_messages_is_told_at_their_twins() {
    let files = [
        site(
            "vi",
            "menu = Danh mục\n    .label = Danh mục chính\nbox = Hộp\n    .title = Tên\nmonth = tháng { $m }\ndate = { month }\n",
        ),
        site("en", "menu = Menu\nonly = Only\ndate = { $m }\n"),
    ];
    let template =
        r#"{{ t(key="menu") }}{{ t(key="menu.label") }}{{ t(key="box") }}{{ t(key="only") }}{{ t(key="date", m=5) }}"#;
    let expected = "\
locales/en/site.ftl:1:1 `menu` message-missing: `en` lacks the attribute `menu.label`, which `vi` has | hint: write `    .label = …` below it
locales/en/site.ftl:2:1 `only` message-missing: `vi` lacks the message `only`, which `en` has | hint: translate it into `locales/vi/site.ftl`
locales/vi/site.ftl:3:1 `box` message-missing: `en` lacks the message `box`, which `vi` has | hint: translate it into `locales/en/site.ftl`";
    assert_eq!(check_report(&files, template, &[]), expected);
}

#[test]
fn a_language_without_any_message_is_reported_once() {
    let files = [theme("vi", "a = 1\nb = 2\n-t = 3"), theme("en", "a = 1\nb = 2")];
    let languages = ["vi", "en", "fr"].map(lang);
    let (lexicon, _) = load(&languages, &files);
    let report = lines(&check(&lexicon, &[], &[]), &files, "");
    assert_eq!(
        report,
        "- message-missing: `fr` has no messages: all 2 of `vi` are missing | hint: copy the folder `theme/locales/vi` of the theme to `locales/fr` and translate its files"
    );
}

#[test]
fn messages_that_nothing_uses_are_reported_in_the_site_only() {
    let both = |text: &str| [site("vi", text), site("en", text), theme("vi", "theirs = x"), theme("en", "theirs = x")];
    let files = both(
        "used = { helper } { -term }\nhelper = x\n-term = y\n-lost = z\nalone = { friend }\nfriend = x\ndone = x\n",
    );
    let expected = ["en", "vi"].map(|tag| {
        format!(
            "locales/{tag}/site.ftl:4:1 `-lost` message-unused: nothing uses the term `-lost` | hint: delete it, or correct its name\n\
             locales/{tag}/site.ftl:5:1 `alone` message-unused: nothing uses the message `alone` | hint: delete it, or correct its name\n\
             locales/{tag}/site.ftl:6:1 `friend` message-unused: nothing uses the message `friend` | hint: delete it, or correct its name"
        )
    });
    assert_eq!(check_report(&files, r#"{{ t(key="used") }}"#, &[("done", &[])]), expected.join("\n"));
    let handed_on = r#"{{ <dated key="alone" /> }}{{ t(key=key) }}{{ t(key="used") }}{{ t(key="don" ~ x) }}"#;
    assert!(!check_report(&files, handed_on, &[]).contains("alone"), "a text that may be a key keeps it");
}

#[test]
fn translations_fit_each_other() {
    let vi = "count = { $n } từ\nwho = { $name } viết\nlink = <a href=\"{ $url }\">xem</a> <i lang=\"en\">LLM</i>\nshare = { NUMBER($s, style: \"percent\") }\nday = { $precision ->\n    [day] ngày { $d }\n   *[month] { $d }\n }\n";
    let en = "count = { $n ->\n    [one] one word\n   *[other] { $n } words\n }\nwho = by { $nmae }\nlink = <em>see</em> { $url }\nshare = { $s }\nday = { $d }\n";
    let template = r#"{{ t(key="count", n=1) }}{{ t(key="who", name=a, nmae=b) }}{{ t_html(key="link", url=u) }}{{ t(key="share", s=1) }}{{ t(key="day", d=d, precision=p) }}"#;
    let expected = "\
locales/en/site.ftl:5:12 `$nmae` message-mismatch: the translations of `who` do not fit: `$nmae` is in `en` but not in `vi`; `$name` is in `vi` but not in `en` | hint: use the same variables, functions and tags in every language | `vi` says it here: locales/vi/site.ftl:2:1 `who`
locales/en/site.ftl:6:1 `link` message-mismatch: the translations of `link` do not fit: `<em>` is in `en` but not in `vi`; `<a href=$url>` is in `vi` but not in `en` | hint: use the same variables, functions and tags in every language | `vi` says it here: locales/vi/site.ftl:3:1 `link`
locales/en/site.ftl:7:1 `share` message-mismatch: the translations of `share` do not fit: `NUMBER()` is in `vi` but not in `en` | hint: use the same variables, functions and tags in every language | `vi` says it here: locales/vi/site.ftl:4:1 `share`";
    assert_eq!(check_report(&[site("vi", vi), site("en", en)], template, &[]), expected);
}

#[test]
fn variables_that_a_call_does_not_give_are_reported_in_the_message() {
    let text = "a = { $title } { b }\nb = { $n ->\n   *[other] x\n }\nc = x\n    .d = { $q }\n";
    let files = [site("vi", text), site("en", "a = x\nb = x\nc = x\n    .d = { $q }\n")];
    let template = r#"{{ t(key="a", titel=1) }}{{ t(key="c") }}{{ t(key="c.d", q=1) }}"#;
    let report = check_report(&files, template, &[("c.d", &["lang_name"])]);
    let expected = "\
locales/en/site.ftl:4:12 `$q` message-variable: `c.d` of `en` needs `$q`, which it is not given | hint: it is given `$lang_name`
locales/vi/site.ftl:1:1 `a` message-variable: `a` of `vi` needs `$n`, which it is not given | hint: it is given `$titel` | asked for here: templates/page.html:1:10 `\"a\"`
locales/vi/site.ftl:1:7 `$title` message-variable: `a` of `vi` needs `$title`, which it is not given | hint: it is given `$titel`: write the same name in both places | asked for here: templates/page.html:1:10 `\"a\"`
locales/vi/site.ftl:6:12 `$q` message-variable: `c.d` of `vi` needs `$q`, which it is not given | hint: it is given `$lang_name`";
    let variables: Vec<&str> = report.lines().filter(|line| line.contains("message-variable")).collect();
    assert_eq!(variables.join("\n"), expected);
}

#[test]
fn numbers_that_fluent_cannot_count_never_reach_it() {
    let zeros = "0".repeat(30);
    let text = format!(
        "a = {{ 1.{zeros} ->\n    [one] x\n   *[other] y\n }}\nb = {{ NUMBER(1{zeros}) }}\nc = {{ NUMBER($n, minimumFractionDigits: 99) ->\n    [one] x\n   *[other] y\n }}\n"
    );
    let files = [site("vi", &text)];
    let (lexicon, _) = loaded(&files);
    let report = load_report(&files);
    assert_eq!(report.matches("has too many digits").count(), 2, "{report}");
    let args = super::Args::from([("n".to_owned(), super::Value::from(1))]);
    let said = ["a", "b", "c"].map(|key| lexicon.format(&lang("vi"), key, &args).map(|message| message.text).ok());
    assert_eq!(said, [None, None, Some("y".to_owned())]);
}

/// Files and templates of random pieces: whatever is in them, nothing panics and no `{$` is shown.
#[test]
fn no_file_or_template_breaks_anything() {
    let pieces = [
        "a",
        "-a",
        " = ",
        "\n",
        "\n    ",
        "{ ",
        " }",
        "$n",
        "NUMBER(",
        ")",
        " ->",
        "[one] x",
        "*[other] y",
        ".b",
        "đ",
        "\"",
        "1.5",
        ": ",
        ", ",
        "#",
        "<a href=\"",
        "\">",
        "</a>",
        "\u{feff}",
        "\r\n",
        "{{",
        "}}",
        "{%",
        "t(key=",
        "~",
        "{#",
        "raw %}",
    ];
    let mut seed = 7u64;
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize
    };
    for _ in 0..3000 {
        let text: String = (0..next() % 40).map(|_| pieces[next() % pieces.len()]).collect();
        let files = [site("vi", &text), site("en", "a = x\n    .b = y\n")];
        let (lexicon, mistakes) = loaded(&files);
        let uses = uses(&SourcePath::new(TEMPLATE), &text);
        let report = lines(&mistakes, &files, &text) + &lines(&check(&lexicon, &uses, &[]), &files, &text);
        assert!(report.is_empty() || report.contains("message-"), "{text}");
        let args = super::Args::from([("n".to_owned(), super::Value::from(2))]);
        for key in ["a", "a.b"] {
            for said in [lexicon.format(&lang("vi"), key, &args), lexicon.format_html(&lang("vi"), key, &args)] {
                assert!(said.map_or(true, |message| !message.text.contains("{$")), "{text}");
            }
        }
    }
}
