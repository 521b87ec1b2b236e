//! Placeholders in words that twins do not share: `placeholder-differs`. `{name}`, `%s`, `%(name)s`, `${name}`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Twins;
use crate::diag::{Code, Diagnostic};

pub(super) fn check(twins: &Twins<'_>, out: &mut Vec<Diagnostic>) {
    let found = twins.sides.each_ref().map(|side| placeholders(&side.prose.text));
    for (at, (side, twin)) in twins.both().into_iter().enumerate() {
        for (name, range) in found[at].iter().filter(|(name, _)| !found[1 - at].contains_key(*name)) {
            let message = format!("the placeholder `{name}` stands in `{}` but not in `{}`", side.lang, twin.lang);
            let diagnostic = side.report(Code::PlaceholderDiffers, range, message);
            let hint = "keep placeholders letter by letter: a program puts something in their place";
            out.push(diagnostic.related(twin.location(), format!("`{}` lacks it", twin.lang)).hint(hint));
        }
    }
}

fn placeholders(text: &str) -> BTreeMap<String, Range<usize>> {
    let mut found = BTreeMap::new();
    let is_name = |name: &str| {
        !name.is_empty()
            && name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '$')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.$".contains(c))
    };
    for (at, _) in text.match_indices('{') {
        let Some(length) = text[at..].find('}') else { break };
        if is_name(text[at + 1..at + length].trim()) {
            found.entry(text[at..=at + length].to_owned()).or_insert(at..at + length + 1);
        }
    }
    for (at, _) in text.match_indices('%') {
        let rest = &text[at + 1..];
        let length = match rest.strip_prefix('(').and_then(|rest| rest.find(')')) {
            Some(end) if is_name(&rest[1..=end]) && rest[end + 2..].starts_with(['s', 'd']) => end + 4,
            // `50%d` and `100 %s` are no placeholders.
            None if rest.starts_with(['s', 'd'])
                && !rest[1..].starts_with(|c: char| c.is_alphanumeric())
                && !text[..at].trim_end().ends_with(|c: char| c.is_numeric()) =>
            {
                2
            }
            _ => continue,
        };
        found.entry(text[at..at + length].to_owned()).or_insert(at..at + length);
    }
    found
}
