//! XLIFF 2.1 (OASIS Standard, 2018), with its metadata module.
//!
//! Enters: a batch, or a tree. Leaves: a file's text, or what came back. Never here: markup that a translator could
//! change: it stands as `<ph>` and `<pc>` with numbers.

use roxmltree::Node;

use super::numbers::{Code, Numbers};
use super::xml::{DECLARATION, Elements, ReadElement, Reading, attribute, children, content, entry, line, tokens};
use super::{Batch, Entry, Format, Received, ReceivedEntry, State, Token, VERSION};
use crate::base::{SourcePath, Span};
use crate::diag::Diagnostic;
use crate::text::xml;

const ELEMENTS: Elements = Elements {
    atom: |number, code| {
        let shown = if code == "\n" { "↵" } else { code };
        format!(
            "<ph id=\"{number}\" canDelete=\"no\"{}{}/>",
            attribute("dataRef", &format!("d{number}")),
            attribute("disp", shown)
        )
    },
    open: |number, open, close| {
        let data = format!("dataRefStart=\"d{number}\" dataRefEnd=\"e{number}\"");
        format!("<pc id=\"{number}\" {data}{}{}>", attribute("dispStart", open), attribute("dispEnd", close))
    },
    close: |_, _| "</pc>".to_owned(),
};

/// The file's text.
pub(super) fn text(batch: &Batch) -> String {
    let Batch { site, from, to, parts } = batch;
    let mut out = String::from(DECLARATION);
    let languages = format!("{}{}", attribute("srcLang", from.as_str()), attribute("trgLang", to.as_str()));
    let names = "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\"";
    line(&mut out, 0, &format!("<xliff {names} version=\"2.1\"{languages}>"));
    for (at, part) in parts.iter().enumerate() {
        let original = attribute("original", part.source.as_str());
        line(&mut out, 1, &format!("<file id=\"f{}\"{original}>", at + 1));
        meta(&mut out, 2, &[("version", &VERSION.to_string()), ("site", site)]);
        for (number, entry) in part.entries.iter().enumerate() {
            unit(&mut out, entry, number + 1);
        }
        line(&mut out, 1, "</file>");
    }
    line(&mut out, 0, "</xliff>");
    out
}

fn meta(out: &mut String, depth: usize, values: &[(&str, &str)]) {
    line(out, depth, "<mda:metadata>");
    line(out, depth + 1, "<mda:metaGroup category=\"songngu\">");
    for (name, value) in values {
        line(out, depth + 2, &format!("<mda:meta type=\"{name}\">{}</mda:meta>", xml(value)));
    }
    line(out, depth + 1, "</mda:metaGroup>");
    line(out, depth, "</mda:metadata>");
}

fn unit(out: &mut String, entry: &Entry, number: usize) {
    let Entry { id, line: at, source, target, source_hash, target_hash, state, notes: _ } = entry;
    let numbers = Numbers::new(source, target.as_ref());
    line(out, 2, &format!("<unit id=\"u{number}\"{} xml:space=\"preserve\">", attribute("name", id)));
    let at = at.to_string();
    let mut values = vec![("source-hash", source_hash.as_str()), ("line", &at)];
    values.extend(target_hash.as_ref().map(|hash| ("target-hash", hash.as_str())));
    meta(out, 3, &values);
    let before = state.before().map(|before| ("previous-source", before));
    let told: Vec<(&str, &str)> =
        entry.notes.iter().map(|note| (note.kind.name(), note.text.as_str())).chain(before).collect();
    if !told.is_empty() {
        line(out, 3, "<notes>");
        for (category, text) in told {
            line(out, 4, &format!("<note category=\"{category}\">{}</note>", xml(text)));
        }
        line(out, 3, "</notes>");
    }
    if !numbers.codes.is_empty() {
        line(out, 3, "<originalData>");
        for (number, code) in &numbers.codes {
            let (start, end) = match code {
                Code::Atom(text) => (text, None),
                Code::Pair(open, close) => (open, Some(close)),
            };
            line(out, 4, &format!("<data id=\"d{number}\" xml:space=\"preserve\">{}</data>", xml(start)));
            if let Some(end) = end {
                line(out, 4, &format!("<data id=\"e{number}\" xml:space=\"preserve\">{}</data>", xml(end)));
            }
        }
        line(out, 3, "</originalData>");
    }
    let state = match state {
        State::New => "",
        State::Translated => " state=\"translated\"",
        State::Agreed => " state=\"final\"",
        State::Behind { .. } => " state=\"initial\" subState=\"songngu:behind\"",
        State::Conflict { .. } => " state=\"initial\" subState=\"songngu:conflict\"",
    };
    line(out, 3, &format!("<segment{state}>"));
    line(out, 4, &format!("<source>{}</source>", content(source, &numbers.source, &numbers, &ELEMENTS)));
    if let Some(target) = target {
        line(out, 4, &format!("<target>{}</target>", content(target, &numbers.target, &numbers, &ELEMENTS)));
    }
    line(out, 3, "</segment>");
    line(out, 2, "</unit>");
}

/// Reads a file.
///
/// # Errors
///
/// What is not as this program writes it, at its place.
pub(super) fn read(path: &SourcePath, root: Node<'_, '_>) -> Result<Received, Vec<Diagnostic>> {
    let reading = Reading { path, format: Format::Xliff2.name() };
    let (mut entries, mut wrong) = (Vec::new(), Vec::new());
    let mut sites = Vec::new();
    for file in children(root, "file") {
        let version = super::read::version(value(file, "version").as_deref());
        if let Err(message) = version {
            wrong.push(*reading.wrong(file, message));
            continue;
        }
        match value(file, "site") {
            Some(site) => sites.push(site),
            None => wrong.push(*reading.wrong(file, "the file does not tell which site it is for")),
        }
        for node in file.descendants().filter(|node| node.tag_name().name() == "unit") {
            match one(&reading, file, node) {
                Ok(entry) => entries.push(entry),
                Err(problem) => wrong.push(*problem),
            }
        }
    }
    sites.dedup();
    if sites.len() > 1 {
        wrong.push(*reading.wrong(root, "the files in it are for different sites"));
    }
    let languages = reading.lang(root, "srcLang").and_then(|from| Ok((from, reading.lang(root, "trgLang")?)));
    match (languages, sites.pop()) {
        (Ok((from, to)), Some(site)) if wrong.is_empty() => {
            Ok(Received { format: Format::Xliff2, site, from, to, entries })
        }
        (Err(problem), _) => Err([vec![*problem], wrong].concat()),
        (Ok(_), _) if wrong.is_empty() => Err(vec![*reading.wrong(root, "there is no `<file>` in it")]),
        (Ok(_), _) => Err(wrong),
    }
}

/// A value of songngu's own metadata of an element.
fn value(node: Node<'_, '_>, name: &str) -> Option<String> {
    let group = children(node, "metadata").flat_map(|metadata| children(metadata, "metaGroup"));
    let mut own = group.filter(|group| group.attribute("category") == Some("songngu"));
    let mut values = own.next().into_iter().flat_map(|group| children(group, "meta"));
    values.find(|meta| meta.attribute("type") == Some(name)).and_then(|meta| meta.text()).map(str::to_owned)
}

fn one(reading: &Reading<'_>, file: Node<'_, '_>, node: Node<'_, '_>) -> Result<ReceivedEntry, Box<Diagnostic>> {
    let original = SourcePath::new(reading.need(file, "original")?);
    let name = reading.need(node, "name")?.to_owned();
    let hashes = reading.hashes(node, &|name| value(node, name))?;
    let mut found = Vec::new();
    let mut fuzzy = false;
    // A tool may have divided the unit.
    for part in node.children().filter(|part| matches!(part.tag_name().name(), "segment" | "ignorable")) {
        for target in children(part, "target") {
            found.extend(tokens(reading.path, target, &|node| element(reading, node))?);
        }
        // The state says that the translation is done, whether or not the tool has taken our word away.
        let is_initial = part.attribute("state").unwrap_or("initial") == "initial";
        fuzzy |= is_initial && part.attribute("subState").is_some_and(|state| state.starts_with("songngu:"));
    }
    let mut entry = entry(node, (original, name), hashes, found, fuzzy);
    if let Some(target) = node.descendants().find(|node| node.tag_name().name() == "target") {
        entry.span = Span::new(target.range());
    }
    Ok(entry)
}

/// Markup within a text.
fn element(reading: &Reading<'_>, node: Node<'_, '_>) -> ReadElement {
    let id = || reading.need(node, "id").map(str::to_owned);
    match node.tag_name().name() {
        "ph" => Ok(Some(vec![Token::Atom(id()?)])),
        "sc" => Ok(Some(vec![Token::Open(id()?)])),
        "ec" => Ok(Some(vec![Token::Close(reading.need(node, "startRef").map(str::to_owned).or_else(|_| id())?)])),
        "pc" => {
            let mut found = vec![Token::Open(id()?)];
            found.extend(tokens(reading.path, node, &|node| element(reading, node))?);
            found.push(Token::Close(id()?));
            Ok(Some(found))
        }
        "mrk" => Ok(None),
        "cp" | "sm" | "em" => Ok(Some(Vec::new())),
        other => Err(reading.wrong(node, format!("`<{other}>` does not stand in this text"))),
    }
}
