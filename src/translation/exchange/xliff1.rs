//! XLIFF 1.2 (OASIS Standard, 2008, strict schema).
//!
//! Enters: a batch, or a tree. Leaves: a file's text, or what came back. Never here: markup that a translator could
//! change: it stands as `<x>` and `<g>` with numbers.

use roxmltree::Node;

use super::numbers::Numbers;
use super::xml::{
    DECLARATION, Elements, ReadElement, Reading, attribute, children, content, entry, kind, line, tokens,
};
use super::{Batch, Entry, Format, Note, Received, State, Token, VERSION};
use crate::base::SourcePath;
use crate::diag::Diagnostic;
use crate::text::xml;

const ELEMENTS: Elements = Elements {
    atom: |number, code| {
        format!("<x id=\"{number}\"{}{}/>", ctype(code, &["lb", "image"]), attribute("equiv-text", code))
    },
    open: |number, open, _| {
        format!("<g id=\"{number}\"{}{}>", ctype(open, &["bold", "italic", "link"]), attribute("equiv-text", open))
    },
    close: |_, _| "</g>".to_owned(),
};

/// The type of markup; those that the format itself does not name begin with `x-`.
fn ctype(code: &str, own: &[&str]) -> String {
    let kind = kind(code);
    attribute("ctype", &if own.contains(&kind) { kind.to_owned() } else { format!("x-{kind}") })
}

/// What the texts of a file are written in.
fn datatype(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("ftl") => "x-fluent",
        Some("yaml") => "x-yaml",
        _ => "x-markdown",
    }
}

/// The file's text.
pub(super) fn text(batch: &Batch) -> String {
    let Batch { site, from, to, parts } = batch;
    let mut out = String::from(DECLARATION);
    line(&mut out, 0, "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">");
    for part in parts {
        let own = format!(
            "{}{}{}{}{}{}",
            attribute("original", part.source.as_str()),
            attribute("source-language", from.as_str()),
            attribute("target-language", to.as_str()),
            attribute("datatype", datatype(part.source.as_str())),
            attribute("product-name", site),
            attribute("product-version", &VERSION.to_string()),
        );
        line(&mut out, 1, &format!("<file{own} tool-id=\"songngu\">"));
        line(&mut out, 2, "<header>");
        line(&mut out, 3, "<tool tool-id=\"songngu\" tool-name=\"songngu\"/>");
        line(&mut out, 2, "</header>");
        line(&mut out, 2, "<body>");
        for entry in &part.entries {
            unit(&mut out, batch, entry);
        }
        line(&mut out, 2, "</body>");
        line(&mut out, 1, "</file>");
    }
    line(&mut out, 0, "</xliff>");
    out
}

fn unit(out: &mut String, batch: &Batch, entry: &Entry) {
    let Entry { id, line: _, source, target, source_hash, target_hash, state, notes: _ } = entry;
    let numbers = Numbers::new(source, target.as_ref());
    let approved = if *state == State::Agreed { " approved=\"yes\"" } else { "" };
    line(out, 3, &format!("<trans-unit{}{approved} xml:space=\"preserve\">", attribute("id", id)));
    line(out, 4, &format!("<source>{}</source>", content(source, &numbers.source, &numbers, &ELEMENTS)));
    if let Some(target) = target {
        let state = match state {
            State::New => "new",
            State::Translated => "translated",
            State::Agreed => "final",
            State::Behind { .. } | State::Conflict { .. } => "needs-translation",
        };
        let target = content(target, &numbers.target, &numbers, &ELEMENTS);
        line(out, 4, &format!("<target state=\"{state}\">{target}</target>"));
    }
    line(out, 4, "<context-group purpose=\"information\">");
    let hashes = [("source-hash", Some(source_hash)), ("target-hash", target_hash.as_ref())];
    for (name, hash) in hashes.iter().filter_map(|(name, hash)| hash.map(|hash| (name, hash))) {
        line(out, 5, &format!("<context context-type=\"x-{name}\">{}</context>", hash.as_str()));
    }
    line(out, 5, &format!("<context context-type=\"linenumber\">{}</context>", entry.line));
    line(out, 4, "</context-group>");
    for Note { kind, text } in &entry.notes {
        line(out, 4, &format!("<note from=\"songngu\">{}: {}</note>", kind.name(), xml(text)));
    }
    if let Some(before) = state.before() {
        line(out, 4, "<alt-trans alttranstype=\"previous-version\">");
        line(out, 5, &format!("<source>{}</source>", xml(before)));
        let written = target.as_ref().map(|target| target.written()).unwrap_or_default();
        line(out, 5, &format!("<target{}>{}</target>", attribute("xml:lang", batch.to.as_str()), xml(&written)));
        line(out, 4, "</alt-trans>");
    }
    line(out, 3, "</trans-unit>");
}

/// Reads a file.
///
/// # Errors
///
/// What is not as this program writes it, at its place.
pub(super) fn read(path: &SourcePath, root: Node<'_, '_>) -> Result<Received, Vec<Diagnostic>> {
    let reading = Reading { path, format: Format::Xliff1.name() };
    let mut received: Option<Received> = None;
    let mut wrong = Vec::new();
    for file in children(root, "file") {
        match head(&reading, file) {
            Ok(head) => {
                let all = received.get_or_insert_with(|| Received { entries: Vec::new(), ..head.clone() });
                if (&all.site, &all.from, &all.to) != (&head.site, &head.from, &head.to) {
                    wrong.push(*reading.wrong(file, "the files in it are for different sites or languages"));
                }
                for node in file.descendants().filter(|node| node.tag_name().name() == "trans-unit") {
                    match one(&reading, file, node) {
                        Ok(entry) => all.entries.push(entry),
                        Err(problem) => wrong.push(*problem),
                    }
                }
            }
            Err(problem) => wrong.push(*problem),
        }
    }
    match received {
        Some(received) if wrong.is_empty() => Ok(received),
        None if wrong.is_empty() => Err(vec![*reading.wrong(root, "there is no `<file>` in it")]),
        _ => Err(wrong),
    }
}

fn head(reading: &Reading<'_>, file: Node<'_, '_>) -> Result<Received, Box<Diagnostic>> {
    super::read::version(file.attribute("product-version")).map_err(|message| reading.wrong(file, message))?;
    Ok(Received {
        format: Format::Xliff1,
        site: reading.need(file, "product-name")?.to_owned(),
        from: reading.lang(file, "source-language")?,
        to: reading.lang(file, "target-language")?,
        entries: Vec::new(),
    })
}

fn one(reading: &Reading<'_>, file: Node<'_, '_>, node: Node<'_, '_>) -> Result<super::ReceivedEntry, Box<Diagnostic>> {
    let original = SourcePath::new(reading.need(file, "original")?);
    let id = reading.need(node, "id")?.to_owned();
    let context = |name: &str| {
        let wanted = format!("x-{name}");
        let found = node.descendants().find(|node| node.attribute("context-type") == Some(wanted.as_str()));
        found.and_then(|node| node.text()).map(str::to_owned)
    };
    let hashes = reading.hashes(node, &context)?;
    let target = children(node, "target").next();
    let found = target
        .map(|target| tokens(reading.path, target, &|node| element(reading, node)))
        .transpose()?
        .unwrap_or_default();
    let state = target.and_then(|target| target.attribute("state")).unwrap_or_default();
    let fuzzy = state.starts_with("needs-") || state == "new";
    Ok(entry(node, (original, id), hashes, found, fuzzy))
}

/// Markup within a text.
fn element(reading: &Reading<'_>, node: Node<'_, '_>) -> ReadElement {
    let id = || reading.need(node, "id").map(str::to_owned);
    match node.tag_name().name() {
        "x" => Ok(Some(vec![Token::Atom(id()?)])),
        "g" => {
            let mut found = vec![Token::Open(id()?)];
            found.extend(tokens(reading.path, node, &|node| element(reading, node))?);
            found.push(Token::Close(id()?));
            Ok(Some(found))
        }
        "mrk" => Ok(None),
        other => Err(reading.wrong(node, format!("`<{other}>` does not stand in this text"))),
    }
}
