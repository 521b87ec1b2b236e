//! Texts written into a file of strings.
//!
//! Enters: the messages of two files, new texts. Leaves: edits. Never here: a file written by serialising it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Change, Edit, Part, Wanted, applied, same_slots};
use crate::diag::{Code, Diagnostic};
use crate::locale::{Phrase, indented, phrases};
use crate::translation::exchange::inline::tidy;

/// A file as it was.
struct Old<'a> {
    text: &'a str,
    phrases: &'a [Phrase],
    /// How many things in it cannot be read.
    broken: usize,
}

/// A file of strings that is exchanged.
#[derive(Debug, Clone)]
pub struct Strings {
    /// The messages that are translated: one for each entry of the part.
    pub source: Vec<Phrase>,
    /// The text of the file in the other language, if there is one.
    pub target: Option<Arc<str>>,
}

impl Strings {
    /// Writes texts into the file, or a new file.
    pub(super) fn write(&self, part: &Part, wanted: &[Wanted]) -> (Option<Change>, Vec<Diagnostic>) {
        let old = self.target.as_deref().unwrap_or_default();
        let (known, broken) = phrases(&part.target, old);
        let before = Old { text: old, phrases: &known, broken };
        let mut written: BTreeMap<&str, &str> = BTreeMap::new();
        let mut diagnostics = Vec::new();
        let mut edits: Vec<Edit> = Vec::new();
        let mut entries = Vec::new();
        let mut wanted = wanted.iter().peekable();
        while let Some(first) = wanted.next() {
            let phrase = &self.source[first.at];
            let here = known.iter().find(|one| one.key == phrase.key);
            let mut group = vec![first];
            let (edit, message) = match here {
                Some(here) => {
                    let text = indented(&first.text, here.span.text(old));
                    (Edit { range: here.span.range(), text }, None)
                }
                None => {
                    // A message that is not there yet comes whole: its value, and its attributes after it.
                    let name = phrase.message().to_owned();
                    while let Some(next) = wanted.next_if(|next| self.source[next.at].message() == name) {
                        group.push(next);
                    }
                    match self.message(&name, &group, &known) {
                        Ok(text) => {
                            let gap = if old.is_empty() || old.ends_with('\n') { "" } else { "\n" };
                            (Edit { range: old.len()..old.len(), text: format!("{gap}{text}\n") }, None)
                        }
                        Err(message) => (Edit { range: 0..0, text: String::new() }, Some(message)),
                    }
                }
            };
            let mut next = edits.clone();
            match next.iter_mut().find(|one| one.range == edit.range && edit.range.is_empty()) {
                Some(one) => one.text.push_str(&edit.text),
                None => next.push(edit),
            }
            next.sort_by_key(|edit| edit.range.start);
            let mut with = written.clone();
            with.extend(group.iter().map(|wanted| (self.source[wanted.at].key.as_str(), wanted.text.as_str())));
            let tried = match message {
                Some(message) => Err(message),
                None => self.holds(part, &before, &next, &with),
            };
            match tried {
                Ok(()) => {
                    (edits, written) = (next, with);
                    entries.extend(group.iter().map(|wanted| part.entries[wanted.at].id.clone()));
                }
                Err(message) => {
                    let message = format!("{message}: `{}` of `{}`", part.entries[first.at].id, part.source);
                    let hint = "translate the words, and leave what stands in braces and tags as it is";
                    let diagnostic = Diagnostic::new(Code::ImportMarkup, message).located(first.location.clone());
                    diagnostics.push(diagnostic.hint(hint));
                }
            }
        }
        let change = Change { path: part.target.clone(), old: self.target.clone(), edits, entries };
        ((!change.edits.is_empty()).then_some(change), diagnostics)
    }

    /// A whole message from its texts.
    fn message(&self, name: &str, group: &[&Wanted], known: &[Phrase]) -> Result<String, String> {
        if known.iter().any(|one| one.message() == name) {
            return Err(format!("`{name}` is there without it: add the line by hand"));
        }
        let all = self.source.iter().filter(|phrase| phrase.message() == name).count();
        if group.len() < all {
            return Err(format!("`{name}` has {all} texts, of which {} are translated", group.len()));
        }
        let mut out = String::new();
        for (at, wanted) in group.iter().enumerate() {
            let phrase = &self.source[wanted.at];
            let text = indented(&wanted.text, "");
            match phrase.attribute() {
                None => out.push_str(&format!("{name} = {text}")),
                Some(attribute) if at == 0 => out.push_str(&format!("{name} =\n    .{attribute} = {text}")),
                Some(attribute) => out.push_str(&format!("\n    .{attribute} = {text}")),
            }
        }
        Ok(out)
    }

    /// Checks that after some edits the file holds what it held, and the texts `written` so far, by key.
    fn holds(&self, part: &Part, old: &Old<'_>, edits: &[Edit], written: &BTreeMap<&str, &str>) -> Result<(), String> {
        let (now, broken) = phrases(&part.target, &applied(old.text, edits));
        if broken > old.broken {
            return Err("the file could no longer be read".to_owned());
        }
        let was = |key: &str| old.phrases.iter().find(|one| one.key == key);
        for new in &now {
            let (Some(text), Some(source)) =
                (written.get(&*new.key), self.source.iter().find(|source| source.key == new.key))
            else {
                if was(&new.key).is_none_or(|was| was.text != new.text) {
                    return Err("the text would not be one message".to_owned());
                }
                continue;
            };
            let was = was(&new.key);
            same_slots(&source.slots, was.map(|was| was.slots.as_slice()), &new.slots)?;
            let allowed =
                |name: &&String| source.names.contains(*name) || was.is_some_and(|was| was.names.contains(*name));
            if let Some(name) = new.names.iter().find(|name| !allowed(name)) {
                return Err(format!("`{name}` is not in the source"));
            }
            if tidy(&new.text) != **text {
                return Err("the text would not be one message".to_owned());
            }
        }
        let has = |key: &str| now.iter().any(|new| new.key == key);
        let keys = old.phrases.iter().map(|one| one.key.as_str()).chain(written.keys().copied());
        match keys.into_iter().find(|key| !has(key)) {
            Some(key) => Err(format!("the message `{key}` would be gone")),
            None => Ok(()),
        }
    }
}
