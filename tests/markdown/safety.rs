//! What content may not do, and what it may in a trusted folder.

use super::{check, check_problems, check_trusted};

#[test]
fn raw_html_is_refused() {
    check_problems(
        "en",
        &[
            ("<script>alert(1)</script>", &["html-raw: raw HTML is not accepted here: `<script>alert(1)</script>`"]),
            ("a <b>b</b>", &["html-raw: raw HTML is not accepted here: `<b>`"]),
            ("a b</b>", &["html-raw: raw HTML is not accepted here: `</b>`"]),
            ("<!-- x --><img src=x>", &["html-raw: raw HTML is not accepted here: `<!-- x --><img src=x>`"]),
            ("[a](javascript:alert(1))", &["link-scheme: the scheme `javascript:` is not allowed"]),
            ("[a](&#106;avascript&colon;alert(1))", &["link-scheme: the scheme `javascript:` is not allowed"]),
            ("## a {onclick=alert(1)}", &["attribute-forbidden: a heading may not set the attribute `onclick`"]),
            ("## a {#x\"onclick}", &["attribute-forbidden: `x\"onclick` is not a name for a heading"]),
        ],
    );
}

#[test]
fn what_looks_like_html_is_text_where_it_is_escaped() {
    check(
        "en",
        &[
            ("\\<b> 1 < 2 > 0", "<p>&lt;b&gt; 1 &lt; 2 &gt; 0</p>"),
            ("`</code><script>`", "<p><code>&lt;/code&gt;&lt;script&gt;</code></p>"),
            (
                "```\"><script>\nx\n```",
                "<pre tabindex=\"0\"><code class=\"language-&quot;&gt;&lt;script&gt;\">x</code></pre>",
            ),
            ("[a](https://example.org/\"onclick=\"x)", "<p><a href=\"https://example.org/%22onclick=%22x\">a</a></p>"),
        ],
    );
}

#[test]
fn raw_html_is_kept_in_a_trusted_folder() {
    check_trusted(
        "en",
        &[
            ("<div class=\"map\">\n\n*a*\n\n</div>", "<div class=\"map\"><p><em>a</em></p></div>"),
            ("a <kbd>b</kbd> c", "<p>a <kbd>b</kbd> c</p>"),
            ("<div>\n<p>a</p>\n</div>\n\nb", "<div><p>a</p></div><p>b</p>"),
            ("> <div>\n> a\n> </div>\n>\n> b", "<blockquote><div>a</div><p>b</p></blockquote>"),
            ("- <div>\n  a\n  </div>\n- b", "<ul><li><div>a</div></li><li>b</li></ul>"),
            ("a <!-- x --> b", "<p>a  b</p>"),
            (
                "{{ rain }} <b>{{ rain }}</b>",
                "<p><data value=\"1048.5\">1,048.5</data> <b><data value=\"1048.5\">1,048.5</data></b></p>",
            ),
        ],
    );
}
