//! What a text refers to: pages, sections, files, terms, figures, sources, footnotes, components.

use super::{check, check_problems};

#[test]
fn links_lead_to_pages_in_the_readers_language() {
    check(
        "en",
        &[
            ("[r](river.md)", "<p><a href=\"../../en/the-river/\">r</a></p>"),
            ("[r](/river)", "<p><a href=\"../../en/the-river/\">r</a></p>"),
            ("[r](./river.md#upper)", "<p><a href=\"../../en/the-river/#upper\">r</a></p>"),
            ("[r][1]\n\n[1]: river.md \"no title\"", "<p><a href=\"../../en/the-river/\">r</a></p>"),
            ("[h](/) [i](index.md)", "<p><a href=\"../../en/\">h</a> <a href=\"../../en/\">i</a></p>"),
            ("## A\n\n[a](#a)", "<h2 id=\"a\">A</h2><p><a href=\"#a\">a</a></p>"),
            ("[vi](river.vi.md#upper)", "<p><a href=\"../../vi/dong-song/#upper\" hreflang=\"vi\">vi</a></p>"),
            ("[s](seas/index.md)", "<p><a href=\"../../vi/seas/\" hreflang=\"vi\">s</a></p>"),
            ("[f](/map%20of%20floods.png)", "<p><a href=\"../../map%20of%20floods.png\">f</a></p>"),
            (
                "<https://example.org/a?b=1&c=2> <a@example.org>",
                "<p><a href=\"https://example.org/a?b=1&amp;c=2\">https://example.org/a?b=1&amp;c=2</a> <a href=\"mailto:a@example.org\">a@example.org</a></p>",
            ),
            ("[x](<https://example.org/a b\\c`d`>)", "<p><a href=\"https://example.org/a%20b%5Cc%60d%60\">x</a></p>"),
            (
                "[sông](https://vi.wikipedia.org/wiki/Sông)",
                "<p><a href=\"https://vi.wikipedia.org/wiki/Sông\">sông</a></p>",
            ),
        ],
    );
    check("vi", &[("[r](river.md#upper)", "<p><a href=\"../../vi/dong-song/#upper\">r</a></p>")]);
}

#[test]
fn a_section_is_found_by_any_of_its_names() {
    // The sections share their ids, so a link survives the change of language.
    check(
        "en",
        &[
            ("[u](river.md#upper-part)", "<p><a href=\"../../en/the-river/#upper\">u</a></p>"),
            ("[t](river.md#tonle-sap)", "<p><a href=\"../../en/the-river/#bien-ho\">t</a></p>"),
        ],
    );
}

#[test]
fn broken_links_are_told() {
    check_problems(
        "en",
        &[
            ("[r](rivr.md)", &["link-broken: there is no page or file `rivr.md`"]),
            ("[r](river.md#uper)", &["anchor-broken: there is no section `#uper` in `content/river.en.md`"]),
            ("[r](../site.yaml)", &["link-broken: `../site.yaml` leads out of the content folder"]),
            ("[r](#nowhere)", &["anchor-broken: there is no section `#nowhere` in `content/case-3.en.md`"]),
            ("[r]()", &["link-broken: the link has no address"]),
            ("[r](#)", &["link-broken: the link has no address"]),
            ("[r](//example.org)", &["link-scheme: the address `//example.org` has no scheme"]),
        ],
    );
}

#[test]
fn terms() {
    let link = |text: &str| format!("<a class=\"term\" id=\"r-delta-1\" href=\"#d-delta\">{text}</a>");
    check(
        "en",
        &[
            ("a [[delta]] b", &format!("<p>a {} b</p>", link("delta"))),
            ("[[delta|the *wide* delta]]", &format!("<p>{}</p>", link("the <em>wide</em> delta"))),
            ("[[!delta]]", "<p>delta</p>"),
            ("\\[[delta]] and [[!delta]]", &format!("<p>[[{}]] and delta</p>", link("delta"))),
            ("[[!delta|the delta]] of the deltas", &format!("<p>the delta of the {}</p>", link("deltas"))),
            (
                "[[silt]] and [[silt|mud]]",
                "<p><a class=\"term\" id=\"r-silt-1\" href=\"#d-silt\" lang=\"vi\">phù sa</a> and <a class=\"term\" id=\"r-silt-2\" href=\"#d-silt\">mud</a></p>",
            ),
            (
                "| a |\n|---|\n| [[delta\\|x]] |",
                &format!(
                    "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table, scrolls sideways\"><table><thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr><td>{}</td></tr></tbody></table></div>",
                    link("x")
                ),
            ),
        ],
    );
    check("vi", &[("[[delta]]", "<p><a class=\"term\" id=\"r-delta-1\" href=\"#d-delta\">đồng bằng</a></p>")]);
    check_problems("en", &[("[[detla]]", &["term-undefined: the glossary has no term `detla`"])]);
}

#[test]
fn figures() {
    check(
        "en",
        &[
            ("{{ rain }} mm", "<p><data value=\"1048.5\">1,048.5</data> mm</p>"),
            (
                "{{homes}}, {{ homes | plain }}, {{ homes|auto }}",
                "<p><data value=\"60000000\">60 million</data>, <data value=\"60000000\">60000000</data>, <data value=\"60000000\">60,000,000</data></p>",
            ),
            ("{{ years }} years", "<p><data value=\"5/10\">5–10</data> years</p>"),
            (
                "on {{ flood }}, {{ flood | day-month }}",
                "<p>on <time datetime=\"2023-05-19\">19 May 2023</time>, <time datetime=\"2023-05-19\">19 May</time></p>",
            ),
            ("**{{ share }}**", "<p><strong><data value=\"29\">29%</data></strong></p>"),
            ("\"{{ share }}\"", "<p>“<data value=\"29\">29%</data>”</p>"),
        ],
    );
    check(
        "vi",
        &[(
            "{{ rain }} mm, {{ homes }}, {{ flood }}",
            "<p><data value=\"1048.5\">1.048,5</data> mm, <data value=\"60000000\">60 triệu</data>, <time datetime=\"2023-05-19\">19 tháng 5 năm 2023</time></p>",
        )],
    );
    check("fr", &[("{{ rain }} mm", "<p><data value=\"1048.5\">1\u{202f}048,5</data> mm</p>")]);
    check_problems(
        "en",
        &[
            ("{{ rian }}", &["figure-unknown: there is no figure `rian`"]),
            ("{{ rain | loud }}", &["component-syntax: there is no format `loud`"]),
        ],
    );
}

#[test]
fn citations() {
    let cite = |id: &str, ordinal: u32, number: u32, title: &str| {
        format!("<a id=\"c-{id}-{ordinal}\" href=\"#s-{id}\" aria-label=\"Source {number}: {title}\">{number}</a>")
    };
    let (mrc, who) = ("Report on the flood", "Another report");
    check(
        "en",
        &[
            ("a.[@mrc]", &format!("<p>a.<sup class=\"cite\">{}</sup></p>", cite("mrc", 1, 1, mrc))),
            (
                "a[@who] b[@mrc; @who]",
                &format!(
                    "<p>a<sup class=\"cite\">{}</sup> b<sup class=\"cite\">{}, {}</sup></p>",
                    cite("who", 1, 1, who),
                    cite("mrc", 1, 2, mrc),
                    cite("who", 2, 1, who)
                ),
            ),
            (
                "me@example.org [@](river.md) \\[@mrc]",
                "<p>me@example.org <a href=\"../../en/the-river/\">@</a> [@mrc]</p>",
            ),
        ],
    );
    check_problems("en", &[("[@mcr]", &["source-unknown: there is no source `mcr`"])]);
}

fn reference(number: usize, times: usize) -> String {
    let id = if times == 1 { format!("fr-{number}") } else { format!("fr-{number}-{times}") };
    format!(
        "<sup class=\"footnote-ref\"><a id=\"{id}\" href=\"#fn-{number}\" aria-label=\"Note {number}\">{number}</a></sup>"
    )
}

fn back(number: usize) -> String {
    format!(" <a class=\"footnote-back\" href=\"#fr-{number}\"><span>Back to reference {number}</span></a>")
}

fn notes(items: &[String]) -> String {
    let item = |(at, text): (usize, &String)| format!("<li id=\"fn-{}\">{text}</li>", at + 1);
    let items: String = items.iter().enumerate().map(item).collect();
    format!(
        "<section class=\"footnotes\" aria-labelledby=\"fn-title\"><h2 id=\"fn-title\">Notes</h2><ol>{items}</ol></section>"
    )
}

#[test]
fn footnotes() {
    let (one, again, two) = (reference(1, 1), reference(1, 2), reference(2, 1));
    let note = |text: &str, number| format!("<p>{text}{}</p>", back(number));
    check(
        "en",
        &[
            ("a[^n]\n\n[^n]: b", &format!("<p>a{one}</p>{}", notes(&[note("b", 1)]))),
            ("a[^n] c[^n]\n\n[^n]: b", &format!("<p>a{one} c{again}</p>{}", notes(&[note("b", 1)]))),
            // Numbered in the order of the text, not of the notes.
            (
                "a[^late] b[^early]\n\n[^early]: e\n[^late]: l",
                &format!("<p>a{one} b{two}</p>{}", notes(&[note("l", 1), note("e", 2)])),
            ),
            // A note that refers to another.
            (
                "a[^n]\n\n[^n]: b[^m]\n[^m]: c",
                &format!("<p>a{one}</p>{}", notes(&[note(&format!("b{two}"), 1), note("c", 2)])),
            ),
            // Of several paragraphs; ending in a list.
            ("a[^n]\n\n[^n]: b\n\n    c", &format!("<p>a{one}</p>{}", notes(&[format!("<p>b</p>{}", note("c", 1))]))),
            (
                "a[^n]\n\n[^n]:\n    - b",
                &format!("<p>a{one}</p>{}", notes(&[format!("<ul><li>b</li></ul>{}", back(1))])),
            ),
            // Between paragraphs, in lists and quotations.
            ("a[^n]\n\n[^n]: b\n\nc", &format!("<p>a{one}</p><p>c</p>{}", notes(&[note("b", 1)]))),
            (
                "- a[^n]\n\n  [^n]: b\n- c",
                &format!("<ul><li><p>a{one}</p></li><li><p>c</p></li></ul>{}", notes(&[note("b", 1)])),
            ),
            (
                "> a[^n]\n>\n> [^n]: b\n>\n> c",
                &format!("<blockquote><p>a{one}</p><p>c</p></blockquote>{}", notes(&[note("b", 1)])),
            ),
            (
                "a[^n]\n\n[^n]: \"b\" -- [[delta]] {{ rain }}",
                &format!(
                    "<p>a{one}</p>{}",
                    notes(&[note(
                        "“b” – <a class=\"term\" id=\"r-delta-1\" href=\"#d-delta\">delta</a> <data value=\"1048.5\">1,048.5</data>",
                        1
                    )])
                ),
            ),
        ],
    );
    check_problems(
        "en",
        &[
            ("a[^n]", &["footnote-undefined: there is no footnote `n`"]),
            ("a\n\n[^n]: b", &["footnote-unused: nothing refers to the footnote `n`"]),
            ("a[^n]\n\n[^n]: b\n\nc\n\n[^n]: d", &["footnote-unused: the footnote `n` is written twice"]),
        ],
    );
}

#[test]
fn components() {
    check(
        "en",
        &[
            ("a {{ <badge text=\"x\" /> }} b", "<p>a <b class=\"badge-1\">x</b> b</p>"),
            ("{{ <badge text=\"a < 'b'\" level={3} /> }}", "<b class=\"badge-3\">a &lt; &#39;b&#39;</b>"),
            ("{% <box> %}\n\n*a*\n\n- b\n\n{% </box> %}", "<section><p><em>a</em></p><ul><li>b</li></ul></section>"),
            (
                "{% <box title=\"T\"> %}\n\n{% <box> %}\n\na\n\n{% </box> %}\n\n{% </box> %}",
                "<section><h3>T</h3><section><p>a</p></section></section>",
            ),
            (
                "- a\n\n  {% <box> %}\n\n  b[^n]\n\n  {% </box> %}\n\n- c\n\n[^n]: d",
                &format!(
                    "<ul><li><p>a</p><section><p>b{}</p></section></li><li><p>c</p></li></ul>{}",
                    reference(1, 1),
                    notes(&[format!("<p>d{}</p>", back(1))])
                ),
            ),
            ("> {% <box> %}\n>\n> a\n>\n> {% </box> %}", "<blockquote><section><p>a</p></section></blockquote>"),
            ("- {{ <badge text=\"x\" /> }}\n- b", "<ul><li><b class=\"badge-1\">x</b></li><li>b</li></ul>"),
            ("a {{ <badge\n  text=\"x\"\n  level={2} /> }} b", "<p>a <b class=\"badge-2\">x</b> b</p>"),
            (
                "{{ <badge text=\"*x* `y` [z](w) {{ rain }}\" /> }} c",
                "<p><b class=\"badge-1\">*x* `y` [z](w) {{ rain }}</b> c</p>",
            ),
            (
                "{% <details summary=\"More\"> %}\n\na\n\n{% </details> %}",
                "<details class=\"more\"><summary>More</summary><div class=\"more-body\"><p>a</p></div></details>",
            ),
            (
                "{{ <foreign lang=\"km\" text=\"ទន្លេសាប\" /> }} is long.",
                "<p><span lang=\"km\" dir=\"auto\">ទន្លេសាប</span> is long.</p>",
            ),
        ],
    );
    check_problems(
        "en",
        &[
            ("{{ <bagde text=\"x\" /> }}", &["component-unknown: there is no component `bagde`"]),
            ("{% <box> %}\n\na", &["component-syntax: `box` is never closed"]),
            (
                "- {% <box> %}\n\n  a\n\n{% </box> %}",
                &["component-syntax: `box` is never closed", "component-syntax: `box` is closed here, but not open"],
            ),
            (
                "a {{ <box /> }} b",
                &[
                    "component-syntax: the component `box` does not stand within a line of text",
                    "component-syntax: the component `box` needs a body",
                ],
            ),
            ("a {{ rain b", &["component-syntax: `{{` is never closed by `}}`"]),
        ],
    );
}
