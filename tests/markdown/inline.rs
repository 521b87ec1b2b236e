//! Within a line: stress, code, formulas, entities, smart punctuation.

use super::check;

#[test]
fn stress_and_code() {
    check(
        "en",
        &[
            (
                "*a* _b_ **c** __d__ ***e***",
                "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <em><strong>e</strong></em></p>",
            ),
            ("~~a~~ ~b~ c~d", "<p><del>a</del> <del>b</del> c~d</p>"),
            ("snake_case_word 2*3*4", "<p>snake_case_word 2<em>3</em>4</p>"),
            (
                "`` a`b `` `<i>` `{{ x }}` `&amp;`",
                "<p><code>a`b</code> <code>&lt;i&gt;</code> <code>{{ x }}</code> <code>&amp;amp;</code></p>",
            ),
            ("\\*a\\* \\`b\\` \\[c\\] \\{{ d }} \\# \\\\", "<p>*a* `b` [c] {{ d }} # \\</p>"),
            ("&copy; &nbsp;&#272; &lt;b&gt; & AT&T", "<p>© \u{a0}Đ &lt;b&gt; &amp; AT&amp;T</p>"),
        ],
    );
}

#[test]
fn formulas_are_shown_as_they_are_written() {
    check(
        "en",
        &[
            ("$a_b < c$", "<p><code class=\"math\">a_b &lt; c</code></p>"),
            ("$$\nQ = A \\cdot v\n$$", "<p><code class=\"math math-display\">Q = A \\cdot v</code></p>"),
            ("It costs $5 and $6.", "<p>It costs $5 and $6.</p>"),
            ("\\$a\\$", "<p>$a$</p>"),
        ],
    );
}

#[test]
fn punctuation_follows_the_language() {
    check(
        "en",
        &[
            ("\"a 'b' c\"", "<p>“a ‘b’ c”</p>"),
            ("It's the dogs' water -- or is it... the '90s?", "<p>It’s the dogs’ water – or is it… the ’90s?</p>"),
            ("a---b", "<p>a—b</p>"),
            ("`\"a\" -- b`", "<p><code>&quot;a&quot; -- b</code></p>"),
            ("\\\"a\\\" \\'b\\'", "<p>&quot;a&quot; 'b'</p>"),
            ("*\"a\"* (\"b\")", "<p><em>“a”</em> (“b”)</p>"),
        ],
    );
    check("vi", &[("Ông nói: \"Nước 'lên' rồi\"...", "<p>Ông nói: “Nước ‘lên’ rồi”…</p>")]);
    check(
        "fr",
        &[
            ("\"Bonjour 'toi'\"", "<p>«\u{202f}Bonjour “toi”\u{202f}»</p>"),
            ("L'eau d'aujourd'hui", "<p>L’eau d’aujourd’hui</p>"),
            (
                "Les années '90 et '91.\n\nL'eau monte chez les Dubois'.",
                "<p>Les années ’90 et ’91.</p><p>L’eau monte chez les Dubois’.</p>",
            ),
        ],
    );
}
