//! Paragraphs, lists, quotations, tables, code, definitions, alerts, headings.

use super::{check, check_problems};

#[test]
fn paragraphs_and_breaks() {
    check(
        "en",
        &[
            ("one\ntwo\n\nthree", "<p>one\ntwo</p><p>three</p>"),
            ("one  \ntwo\\\nthree", "<p>one<br>two<br>three</p>"),
            ("  indented\n  still one", "<p>indented\nstill one</p>"),
            ("above\n\n***\n\nbelow", "<p>above</p><hr><p>below</p>"),
            ("a <!-- remark --> b", "<p>a  b</p>"),
            ("<!-- a remark\nof two lines -->\n\nb", "<p>b</p>"),
            ("", ""),
        ],
    );
}

#[test]
fn lists() {
    check(
        "en",
        &[
            ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
            ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
            ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
            ("7) a\n8) b", "<ol start=\"7\"><li>a</li><li>b</li></ol>"),
            ("0. a", "<ol start=\"0\"><li>a</li></ol>"),
            ("- a\n  - b\n    - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
            ("- a\n\n  b\n\n  1. c\n- d", "<ul><li><p>a</p><p>b</p><ol><li>c</li></ol></li><li><p>d</p></li></ul>"),
            ("* a\n- b", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
            (
                "- > a\n- ```\n  b\n  ```",
                "<ul><li><blockquote><p>a</p></blockquote></li><li><pre tabindex=\"0\"><code>b</code></pre></li></ul>",
            ),
            ("- ***\n-\n- c", "<ul><li><hr></li><li></li><li>c</li></ul>"),
            ("2023\\. a flood", "<p>2023. a flood</p>"),
        ],
    );
}

#[test]
fn tasks() {
    let task =
        |mark: &str, label: &str| format!("<span class=\"task\" role=\"img\" aria-label=\"{label}\">{mark}</span> ");
    let (open, done) = (task("☐", "Not done"), task("☑", "Done"));
    check(
        "en",
        &[
            ("- [ ] dyke\n- [x] boats", &format!("<ul><li>{open}dyke</li><li>{done}boats</li></ul>")),
            ("- [X] boats\n\n- [ ] rope", &format!("<ul><li><p>{done}boats</p></li><li><p>{open}rope</p></li></ul>")),
            ("- \\[ ] dyke\n- [] dyke", "<ul><li>[ ] dyke</li><li>[] dyke</li></ul>"),
        ],
    );
    let (open, done) = (task("☐", "Chưa xong"), task("☑", "Đã xong"));
    check("vi", &[("- [ ] đê\n- [x] thuyền", &format!("<ul><li>{open}đê</li><li>{done}thuyền</li></ul>"))]);
}

#[test]
fn definitions() {
    check(
        "en",
        &[
            ("dyke\n: a wall of earth", "<dl><dt>dyke</dt><dd>a wall of earth</dd></dl>"),
            (
                "dyke\n: a wall of earth\n: a ditch\n\nsilt\n: fine soil",
                "<dl><dt>dyke</dt><dd>a wall of earth</dd><dd>a ditch</dd><dt>silt</dt><dd>fine soil</dd></dl>",
            ),
            ("dyke\n\n: a wall\n\n  of earth", "<dl><dt>dyke</dt><dd><p>a wall</p><p>of earth</p></dd></dl>"),
            ("*dyke*\n: `a`\n  - b", "<dl><dt><em>dyke</em></dt><dd><code>a</code><ul><li>b</li></ul></dd></dl>"),
        ],
    );
}

#[test]
fn quotations_and_alerts() {
    let alert = |kind: &str, title: &str, text: &str| {
        format!("<div class=\"alert alert-{kind}\" role=\"note\"><p class=\"alert-title\">{title}</p>{text}</div>")
    };
    check(
        "en",
        &[
            ("> a\nb\n>\n> c", "<blockquote><p>a\nb</p><p>c</p></blockquote>"),
            ("> a\n> > b", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>"),
            ("> [!NOTE]\n> a", &alert("note", "Note", "<p>a</p>")),
            ("> [!TIP]\n> - a", &alert("tip", "Tip", "<ul><li>a</li></ul>")),
            ("> [!IMPORTANT]\n> a\n>\n> b", &alert("important", "Important", "<p>a</p><p>b</p>")),
            ("> [!warning]\n> a", &alert("warning", "Warning", "<p>a</p>")),
            ("> [!CAUTION]\n> > a", &alert("caution", "Caution", "<blockquote><p>a</p></blockquote>")),
            ("> [!PANIC]\n> a", "<blockquote><p>[!PANIC]\na</p></blockquote>"),
            ("- > [!NOTE]\n  > a", &format!("<ul><li>{}</li></ul>", alert("note", "Note", "<p>a</p>"))),
        ],
    );
    check("vi", &[("> [!WARNING]\n> Nước dâng.", &alert("warning", "Lưu ý", "<p>Nước dâng.</p>"))]);
}

#[test]
fn tables() {
    let table = |rows: &str| {
        format!(
            "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table, scrolls sideways\"><table>{rows}</table></div>"
        )
    };
    check(
        "en",
        &[
            (
                "| a | b |\n|---|---|\n| c | d |",
                &table(
                    "<thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody>",
                ),
            ),
            (
                "a | b | c\n:-- | :-: | --:\n1 | 2 | 3",
                &table(
                    "<thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"center\">b</th><th scope=\"col\" class=\"end\">c</th></tr></thead>\
                     <tbody><tr><td>1</td><td class=\"center\">2</td><td class=\"end\">3</td></tr></tbody>",
                ),
            ),
            ("| a |\n|---|", &table("<thead><tr><th scope=\"col\">a</th></tr></thead>")),
            (
                "| a | b |\n|---|---|\n| `x\\|y` |\n| 1 | 2 | 3 |",
                &table(
                    "<thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>\
                     <tbody><tr><td><code>x|y</code></td><td></td></tr><tr><td>1</td><td>2</td></tr></tbody>",
                ),
            ),
            (
                "| a |\n|---|\n| {{ rain }} mm |\n| {{ <badge text=\"x\" /> }} |",
                &table(
                    "<thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr><td><data value=\"1048.5\">1,048.5</data> mm</td></tr>\
                     <tr><td><b class=\"badge-1\">x</b></td></tr></tbody>",
                ),
            ),
        ],
    );
}

#[test]
fn code_blocks() {
    check(
        "en",
        &[
            (
                "```rust\nlet a = \"<b>\";\n\nlet c;\n```",
                "<pre tabindex=\"0\"><code class=\"language-rust\">let a = &quot;&lt;b&gt;&quot;;\n\nlet c;</code></pre>",
            ),
            ("~~~\n``` -- ...\n~~~", "<pre tabindex=\"0\"><code>``` -- ...</code></pre>"),
            (
                "    {{ rain }} [[delta]] [^1] [@mrc]",
                "<pre tabindex=\"0\"><code>{{ rain }} [[delta]] [^1] [@mrc]</code></pre>",
            ),
            (
                "```html,editable {x}\n{% <box> %}\n```",
                "<pre tabindex=\"0\"><code class=\"language-html\">{% &lt;box&gt; %}</code></pre>",
            ),
            ("> ```\n> a\n>  b\n> ```", "<blockquote><pre tabindex=\"0\"><code>a\n b</code></pre></blockquote>"),
        ],
    );
}

#[test]
fn headings() {
    check(
        "en",
        &[
            ("## High water", "<h2 id=\"high-water\">High water</h2>"),
            ("## a\n### b\n#### c", "<h2 id=\"a\">a</h2><h3 id=\"b\">b</h3><h4 id=\"c\">c</h4>"),
            ("High water\n---", "<h2 id=\"high-water\">High water</h2>"),
            (
                "## Same\n## Same\n## Same 2",
                "<h2 id=\"same\">Same</h2><h2 id=\"same-2\">Same</h2><h2 id=\"same-2-2\">Same 2</h2>",
            ),
            ("## The water {#water}", "<h2 id=\"water\"><span id=\"the-water\"></span>The water</h2>"),
            ("## Water {#water .wide .blue}", "<h2 id=\"water\" class=\"wide blue\">Water</h2>"),
            (
                "## `code` *and* [[delta|more]]",
                "<h2 id=\"code-and-more\"><code>code</code> <em>and</em> <a class=\"term\" id=\"r-delta-1\" href=\"#d-delta\">more</a></h2>",
            ),
            ("## {{ share }} of homes", "<h2 id=\"of-homes\"><data value=\"29\">29%</data> of homes</h2>"),
            ("## 2023 — “what now?”", "<h2 id=\"2023-what-now\">2023 — “what now?”</h2>"),
            ("## !!!\n## ???", "<h2 id=\"section\">!!!</h2><h2 id=\"section-2\">???</h2>"),
            ("# Title", "<h2 id=\"title\">Title</h2>"),
        ],
    );
    check(
        "vi",
        &[
            ("## Đỉnh lũ ở Đồng Tháp Mười", "<h2 id=\"dinh-lu-o-dong-thap-muoi\">Đỉnh lũ ở Đồng Tháp Mười</h2>"),
            ("## Lũ là gì? {#what}", "<h2 id=\"what\"><span id=\"lu-la-gi\"></span>Lũ là gì?</h2>"),
        ],
    );
}

#[test]
fn ids_that_the_page_needs_itself_are_not_taken_by_headings() {
    check(
        "en",
        &[
            (
                "a[@mrc]\n\n## S MRC",
                "<p>a<sup class=\"cite\"><a id=\"c-mrc-1\" href=\"#s-mrc\" aria-label=\"Source 1: Report on the flood\">1</a></sup></p>\
                 <h2 id=\"section-s-mrc\">S MRC</h2>",
            ),
            ("## FN 1", "<h2 id=\"section-fn-1\">FN 1</h2>"),
            ("## Letter 1", "<h2 id=\"section-letter-1\">Letter 1</h2>"),
        ],
    );
    check_problems(
        "en",
        &[
            ("## a {#fr-1}", &["anchor-clash: the id `fr-1` belongs to the page itself"]),
            ("## a {#page--main}", &["anchor-clash: the id `page--main` belongs to the page itself"]),
        ],
    );
}
