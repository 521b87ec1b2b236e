//! The few HTML tags that a message may hold.
//!
//! Enters: a message's text, with marks around what came from arguments. Leaves: safe, balanced HTML.
//! Never: a tag or attribute off the list, a `href` that a translator typed, a script address.
//!
//! The marks are noncharacters (Unicode, section 23.7), which no file and no argument may hold.

/// Before what came from an argument: safe HTML already.
pub(super) const OPEN: char = '\u{fdd0}';
/// After it.
pub(super) const CLOSE: char = '\u{fdd1}';
/// Before the words of a function that failed.
pub(super) const FAIL: char = '\u{fdd2}';
/// After them.
pub(super) const END: char = '\u{fdd3}';

/// The tags that a message may use.
const TAGS: [&str; 14] =
    ["a", "abbr", "b", "bdi", "br", "code", "em", "i", "kbd", "span", "strong", "sub", "sup", "time"];

/// Whether a character is one of the marks.
pub(super) fn is_mark(letter: char) -> bool {
    (OPEN..=END).contains(&letter)
}

/// The text with everything escaped that means something in HTML, attributes included.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        push_escaped(&mut out, letter);
    }
    out
}

fn push_escaped(out: &mut String, letter: char) {
    match letter {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        CLOSE => {}
        _ => out.push(letter),
    }
}

/// A tag on the list, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Tag<'a> {
    /// `<a class="x" href="…">`; values still with marks.
    Open {
        /// One of [`TAGS`].
        name: &'a str,
        /// In the order they were written.
        attributes: Vec<(&'a str, &'a str)>,
    },
    /// `</a>`.
    Close(&'a str),
}

/// Reads the tag at the start of `text` (which begins with `<`), and how many bytes it takes.
///
/// `None` for anything off the list: such text is shown as text.
pub(super) fn tag(text: &str) -> Option<(Tag<'_>, usize)> {
    let inner = text.strip_prefix('<')?;
    if let Some(rest) = inner.strip_prefix('/') {
        let (name, rest) = rest.split_once('>')?;
        let known = TAGS.contains(&name) && name != "br";
        return known.then(|| (Tag::Close(name), text.len() - rest.len()));
    }
    let end = inner.find(|letter: char| !letter.is_ascii_alphanumeric())?;
    let (name, mut rest) = inner.split_at(end);
    if !TAGS.contains(&name) {
        return None;
    }
    let mut attributes = Vec::new();
    loop {
        let trimmed = rest.trim_start();
        let close = trimmed.strip_prefix('>').or_else(|| trimmed.strip_prefix("/>").filter(|_| name == "br"));
        if let Some(after) = close {
            return Some((Tag::Open { name, attributes }, text.len() - after.len()));
        }
        if trimmed.len() == rest.len() {
            return None;
        }
        let (attribute, after) = attribute(trimmed)?;
        if !attribute_fits(name, attribute) || attributes.iter().any(|(known, _)| *known == attribute.0) {
            return None;
        }
        attributes.push(attribute);
        rest = after;
    }
}

/// Reads `name="value"` at the start of `text`: the attribute, and what follows.
fn attribute(text: &str) -> Option<((&str, &str), &str)> {
    let (name, rest) = text.split_once('=')?;
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let value = &rest[1..];
    // A quotation mark within an argument is escaped, or belongs to HTML that cannot stand here.
    let end = value.find(quote)?;
    Some(((name, &value[..end]), &value[end + 1..]))
}

/// Whether a tag may carry an attribute with this value.
fn attribute_fits(tag: &str, (name, value): (&str, &str)) -> bool {
    let argument = argument(value);
    let plain = |extra: &str| {
        let typed = value.chars().filter(|letter| !is_mark(*letter));
        argument.is_some() || typed.clone().all(|letter| letter.is_ascii_alphanumeric() || extra.contains(letter))
    };
    match name {
        "class" => plain("-_ "),
        "lang" => plain("-"),
        "dir" => argument.is_some() || ["ltr", "rtl", "auto"].contains(&value),
        "href" => tag == "a" && argument.is_some(),
        "datetime" => tag == "time" && argument.is_some(),
        _ => false,
    }
}

/// The one argument that a value consists of, if it consists of one.
fn argument(value: &str) -> Option<&str> {
    let inner = value.strip_prefix(OPEN)?.strip_suffix(CLOSE)?;
    (!inner.contains(is_mark)).then_some(inner)
}

/// Makes a marked text safe: arguments go in as they are, listed tags are kept and balanced, everything
/// else is escaped.
pub(super) fn clean(marked: &str) -> String {
    let mut out = String::with_capacity(marked.len() + 16);
    let mut open: Vec<&str> = Vec::new();
    let mut rest = marked;
    while let Some(letter) = rest.chars().next() {
        let mut taken = letter.len_utf8();
        match letter {
            OPEN => {
                let inner = &rest[taken..];
                let end = inner.find(CLOSE).unwrap_or(inner.len());
                out.push_str(&inner[..end]);
                taken += end;
            }
            '<' => match tag(rest) {
                Some((Tag::Open { name, attributes }, length)) => {
                    push_open(&mut out, name, &attributes);
                    if name != "br" {
                        open.push(name);
                    }
                    taken = length;
                }
                Some((Tag::Close(name), length)) if open.contains(&name) => {
                    while let Some(top) = open.pop() {
                        out.push_str(&format!("</{top}>"));
                        if top == name {
                            break;
                        }
                    }
                    taken = length;
                }
                Some(_) | None => push_escaped(&mut out, letter),
            },
            _ => push_escaped(&mut out, letter),
        }
        rest = &rest[taken..];
    }
    while let Some(top) = open.pop() {
        out.push_str(&format!("</{top}>"));
    }
    out
}

fn push_open(out: &mut String, name: &str, attributes: &[(&str, &str)]) {
    out.push('<');
    out.push_str(name);
    for (attribute, value) in attributes {
        let bare: String = value.chars().filter(|letter| !is_mark(*letter)).collect();
        if *attribute == "href" && !is_safe_address(&bare) {
            continue;
        }
        // Text is escaped already; HTML that came as an argument must not end the value.
        let safe = bare.replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        out.push_str(&format!(" {attribute}=\"{safe}\""));
    }
    out.push('>');
}

/// Whether an escaped address is relative, or goes by http, https or mailto. Anything that a browser
/// might still decode to another scheme is refused.
fn is_safe_address(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    if lower.chars().any(|letter| letter.is_control()) || lower.starts_with(char::is_whitespace) {
        return false;
    }
    if ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)) {
        return true;
    }
    let first = lower.split(['/', '?', '#']).next().unwrap_or("");
    !first.contains(':') && !first.replace("&amp;", "").contains('&')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marks what stands between `⟨` and `⟩` as an argument.
    fn cleaned(text: &str) -> String {
        clean(&text.replace('⟨', &OPEN.to_string()).replace('⟩', &CLOSE.to_string()))
    }

    #[test]
    fn only_listed_tags_stay() {
        let cases = [
            ("a <em>b</em> c", "a <em>b</em> c"),
            ("<b>x<i>y</b>z</i>", "<b>x<i>y</i></b>z&lt;/i&gt;"),
            ("<em>open", "<em>open</em>"),
            ("x<br>y<br/>z", "x<br>y<br>z"),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("<b onclick=\"x\">y</b>", "&lt;b onclick=&quot;x&quot;&gt;y&lt;/b&gt;"),
            ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
            ("<B>x</B>", "&lt;B&gt;x&lt;/B&gt;"),
            ("</em>", "&lt;/em&gt;"),
            (
                "<span class='a b' lang=\"en\" dir=\"ltr\">x</span>",
                "<span class=\"a b\" lang=\"en\" dir=\"ltr\">x</span>",
            ),
            ("<span class=\"a\" class=\"b\">", "&lt;span class=&quot;a&quot; class=&quot;b&quot;&gt;"),
            ("<em", "&lt;em"),
        ];
        for (text, expected) in cases {
            assert_eq!(cleaned(text), expected, "{text}");
        }
    }

    #[test]
    fn addresses_come_from_arguments_only() {
        let cases = [
            ("<a href=\"⟨/vi/⟩\">x</a>", "<a href=\"/vi/\">x</a>"),
            ("<a href=\"⟨https://a.vn/?b=1&amp;c=2⟩\">x</a>", "<a href=\"https://a.vn/?b=1&amp;c=2\">x</a>"),
            ("<a href=\"https://a.vn/\">x</a>", "&lt;a href=&quot;https://a.vn/&quot;&gt;x&lt;/a&gt;"),
            ("<a href=\"⟨javascript:alert(1)⟩\">x</a>", "<a>x</a>"),
            ("<a href=\"⟨java&#115;cript&#58;alert(1)⟩\">x</a>", "<a>x</a>"),
            ("<a href=\"⟨ javascript:x⟩\">x</a>", "<a>x</a>"),
            ("<a href=\"⟨a⟩⟨b⟩\">x</a>", "&lt;a href=&quot;ab&quot;&gt;x&lt;/a&gt;"),
            ("<b href=\"⟨/⟩\">x</b>", "&lt;b href=&quot;/&quot;&gt;x&lt;/b&gt;"),
            ("<a href=\"⟨mailto:a@b.vn⟩\">x</a>", "<a href=\"mailto:a@b.vn\">x</a>"),
        ];
        for (text, expected) in cases {
            assert_eq!(cleaned(text), expected, "{text}");
        }
    }

    #[test]
    fn arguments_go_in_as_they_are_but_never_end_a_value() {
        assert_eq!(cleaned("x ⟨<u>y</u>⟩ z"), "x <u>y</u> z");
        assert_eq!(cleaned("<span lang=\"⟨<u>⟩\">x</span>"), "<span lang=\"&lt;u&gt;\">x</span>");
        assert_eq!(cleaned("<⟨script⟩>"), "&lt;script&gt;");
    }

    #[test]
    fn escaping_covers_attributes() {
        assert_eq!(escape("<a href=\"x\">'&"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
    }
}
