//! Style sheets of a theme as texts that stand in a page, so that nothing is asked for before the first paint.
//!
//! Enters: the theme's files. Leaves: each style sheet that can stand in a page, shrunk, with the hash by which a content
//! security policy allows it. Never here: a sheet that would mean something else in a page, a sheet changed in what it says.
//!
//! Sources: CSS Syntax Module Level 3 (comments, white space, escapes); Content Security Policy Level 3, section 2.3.1
//! (hash sources).

use std::sync::Arc;

use data_encoding::BASE64;
use sha2::{Digest as _, Sha256};

use super::theme::{Asset, AssetContent};

/// The longest style sheet that stands in every page, in bytes: what is longer is better kept by browsers than sent again.
const LONGEST: usize = 32 * 1024;

/// A style sheet as the text of a `<style>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InlineStyle {
    /// The name of its file below `templates/assets/`: `site.css`.
    pub name: String,
    /// All that stands between `<style>` and `</style>`, to be written as it is.
    pub text: Arc<str>,
    /// The source expression that allows it: `'sha256-…'`.
    pub hash: String,
}

/// The style sheets that can stand in a page, in the order of the files.
pub fn inline_styles(assets: &[Asset]) -> Vec<InlineStyle> {
    assets.iter().filter_map(inline_style).collect()
}

fn inline_style(asset: &Asset) -> Option<InlineStyle> {
    let AssetContent::Bytes(bytes) = &asset.content else { return None };
    let css = asset.name.ends_with(".css").then(|| std::str::from_utf8(bytes).ok())??;
    let text = shrunk(css);
    let hash = format!("'sha256-{}'", BASE64.encode(&Sha256::digest(&text)));
    stands_in_a_page(&text).then(|| InlineStyle { name: asset.name.clone(), text: text.into(), hash })
}

/// Whether a style sheet says in a page what it says in its file: it names no other file by the way from its own, does
/// not end its element, and holds nothing that an HTML parser changes.
fn stands_in_a_page(css: &str) -> bool {
    let lower = css.to_ascii_lowercase();
    let whole = |address: &str| ["data:", "https:"].iter().any(|start| address.starts_with(start));
    let mut addresses =
        lower.split("url(").skip(1).map(|rest| rest.trim_start_matches(is_space).trim_start_matches(['"', '\'']));
    css.len() <= LONGEST
        && !["</", "@import", "image-set(", "src(", "\r", "\0"].iter().any(|bad| lower.contains(bad))
        && addresses.all(whole)
}

/// A style sheet without comments and without white space that says nothing.
fn shrunk(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css.trim_start_matches('\u{feff}');
    // The last piece, if it is a sign that stands by itself and not a part of a string or an escape.
    let mut last = Some('}');
    // How many brackets are open in the value of a custom property, which keeps its white space, as what stands in
    // parentheses does: a script may read both.
    let (mut custom, mut parentheses): (Option<u32>, u32) = (None, 0);
    loop {
        let (gap, is_space) = gap(rest);
        rest = &rest[gap..];
        let Some(next) = rest.chars().next() else { break };
        let is_free = custom.is_none()
            && parentheses == 0
            && (matches!(last, Some('{' | '}' | ';' | ',' | ':')) || matches!(next, '{' | '}' | ';' | ','));
        if gap > 0 && !is_free {
            // A comment alone parts what stands on its sides, as white space would, but is none.
            out.push_str(if is_space { " " } else { "/**/" });
        }
        if custom.is_none() && rest.starts_with("--") && matches!(last, Some('{' | '}' | ';')) {
            custom = Some(0);
        }
        let verbatim = verbatim(rest);
        let sign = (verbatim == 0).then_some(next);
        custom = match (custom, sign) {
            (Some(0), Some(';' | '}')) => None,
            (Some(open), Some('{' | '(' | '[')) => Some(open + 1),
            (Some(open), Some('}' | ')' | ']')) => Some(open.saturating_sub(1)),
            (custom, _) => custom,
        };
        parentheses = match sign {
            Some('(') => parentheses + 1,
            Some(')') => parentheses.saturating_sub(1),
            // One that is not closed ends with its rule, as far as this matters.
            Some('{' | '}') => 0,
            _ => parentheses,
        };
        if sign == Some('}') && last == Some(';') && custom.is_none() {
            out.pop();
        }
        let (piece, after) = rest.split_at(verbatim.max(next.len_utf8()));
        out.push_str(piece);
        (rest, last) = (after, sign);
    }
    out
}

/// The bytes of white space and comments at the beginning, and whether any of it is white space.
fn gap(css: &str) -> (usize, bool) {
    let (mut rest, mut has_space) = (css, false);
    loop {
        let trimmed = rest.trim_start_matches(is_space);
        has_space |= trimmed.len() < rest.len();
        rest = trimmed;
        let Some(comment) = rest.strip_prefix("/*") else { return (css.len() - rest.len(), has_space) };
        rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
    }
}

/// The bytes at the beginning in which white space and signs mean something else: a string, an escape, an address without
/// quotation marks; 0 if it is none of them.
fn verbatim(css: &str) -> usize {
    let quote = css.as_bytes()[0];
    let is_address = css.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("url("));
    match quote {
        b'"' | b'\'' => {
            let mut escaped = false;
            let end = css.bytes().skip(1).position(|byte| {
                let is_end = !escaped && byte == quote;
                escaped = !escaped && byte == b'\\';
                is_end
            });
            end.map_or(css.len(), |end| end + 2)
        }
        b'\\' => {
            let digits = css.bytes().skip(1).take(6).take_while(u8::is_ascii_hexdigit).count();
            let after = css[1 + digits..].chars().next().filter(|next| digits == 0 || is_space(*next));
            1 + digits + after.map_or(0, char::len_utf8)
        }
        _ if is_address && !css[4..].trim_start_matches(is_space).starts_with(['"', '\'']) => {
            css.find(')').map_or(css.len(), |end| end + 1)
        }
        _ => 0,
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(css: &str, expected: &str) {
        let once = shrunk(css);
        assert_eq!(once, expected, "{css}");
        assert_eq!(shrunk(&once), once, "a second time changes nothing: {css}");
    }

    fn offered(css: &str) -> Option<InlineStyle> {
        inline_styles(&[Asset::of_bytes("a.css".to_owned(), css.as_bytes())]).pop()
    }

    #[test]
    fn white_space_and_comments_go() {
        check("/* a */\np ,\n q {\n  color : red;\n  margin: 0 1px;\n}\n", "p,q{color :red;margin:0 1px}");
        check("@media (min-width: 40rem) { a { b: c; } }\n\n", "@media (min-width: 40rem){a{b:c}}");
        check("a { b: clamp(1.7rem, 1.35rem + 1.8vw, 2.3rem); }", "a{b:clamp(1.7rem, 1.35rem + 1.8vw, 2.3rem)}");
        check("a :hover > b + c ~ d .e { f: g !important; }", "a :hover > b + c ~ d .e{f:g !important}");
        check("\u{feff}@charset \"utf-8\";\r\na { & :is(b , c) { d: e } }", "@charset \"utf-8\";a{& :is(b , c){d:e}}");
        check(" /* only a comment, and one without an end: /* */ /* ", "");
    }

    #[test]
    fn a_comment_parts_what_would_run_together() {
        check(".a/* x */.b { c: 1/**/2; d: 1 /**/ 2 }", ".a/**/.b{c:1/**/2;d:1 2}");
    }

    #[test]
    fn strings_escapes_and_addresses_are_kept() {
        check("a { b: \" x ;  /* y */ \\\" ; \" ; }", "a{b:\" x ;  /* y */ \\\" ; \"}");
        check("a { b: ' ' / '' ; }", "a{b:' ' / ''}");
        check(".a\\, .b\\3b  c\\;  d {}", ".a\\, .b\\3b  c\\; d{}");
        check("a { b: url( data:x/* ,  y ) , url( \"z ) ; \" ) }", "a{b:url( data:x/* ,  y ),url( \"z ) ; \" )}");
        check("a { b: 'no end ; ", "a{b:'no end ; ");
    }

    #[test]
    fn custom_properties_keep_their_values() {
        check(
            ":root { --a: { b : c; d } , e ; --f: ; --g: \"x\",  y; z : 1 ,2 ; }",
            ":root{--a: { b : c; d } , e ;--f: ;--g: \"x\", y;z :1,2}",
        );
    }

    #[test]
    fn what_would_mean_something_else_in_a_page_is_not_offered() {
        for css in [
            "a { b: url(x.png) }",
            "a { b: URL( 'data:,x' ), url( 'x.png' ) }",
            "@import \"b.css\"; a { b: c }",
            "a { b: image-set(\"x.png\" 1x) }",
            "a { b: \"</style>\" }",
            "a { b: 'x\\\r\ny' }",
        ] {
            assert_eq!(offered(css), None, "{css}");
        }
        assert_eq!(offered(&format!("a{{b:\"{}\"}}", "x".repeat(LONGEST))), None);
        assert_eq!(inline_styles(&[Asset::of_bytes("a.js".to_owned(), b"a")]), []);
    }

    #[test]
    fn what_stands_in_a_page_has_the_hash_of_its_bytes() {
        let style = offered("a { b: url(data:,x) }\n").expect("it can stand in a page");
        assert_eq!((&*style.text, &*style.name), ("a{b:url(data:,x)}", "a.css"));
        // printf 'a{b:url(data:,x)}' | openssl dgst -sha256 -binary | base64
        assert_eq!(style.hash, "'sha256-y5H7JIBDrmGm4+wv2LXbiXUKIEf9a31tg/B814O5bZw='");
        let builtin = inline_styles(&crate::render::builtin_assets());
        assert_eq!(builtin.iter().map(|style| &*style.name).collect::<Vec<_>>(), ["lists.css", "site.css"]);
    }
}
