//! TMX 1.4b (LISA/GALA, 2005): texts that agree, for the memories of other programs.
//!
//! Enters: a batch, or a tree. Leaves: a file's text, or what came back. Never here: a pair of which one side has moved:
//! a memory would offer it as a translation.

use roxmltree::Node;

use super::numbers::Numbers;
use super::xml::{
    DECLARATION, Elements, ReadElement, Reading, attribute, children, content, entry, kind, line, tokens,
};
use super::{Batch, Entry, Format, Note, Part, Received, ReceivedEntry, Text, Token, VERSION, address, from_address};
use crate::base::{Lang, SourcePath};
use crate::diag::Diagnostic;
use crate::text::xml;

const ELEMENTS: Elements = Elements {
    atom: |number, code| format!("<ph x=\"{number}\"{}>{}</ph>", attribute("type", kind(code)), xml(code)),
    open: |number, open, _| {
        let kind = attribute("type", kind(open));
        format!("<bpt i=\"{number}\" x=\"{number}\"{kind}>{}</bpt>", xml(open))
    },
    close: |number, close| format!("<ept i=\"{number}\">{}</ept>", xml(close)),
};

/// The file's text.
pub(super) fn text(batch: &Batch) -> String {
    let Batch { site, from, to: _, parts } = batch;
    let mut out = String::from(DECLARATION);
    line(&mut out, 0, "<tmx version=\"1.4\">");
    let tool = format!("creationtool=\"songngu\" creationtoolversion=\"{VERSION}\" o-tmf=\"songngu\"");
    let from = attribute("srclang", from.as_str());
    line(&mut out, 1, &format!("<header {tool} segtype=\"block\" adminlang=\"en\"{from} datatype=\"plaintext\">"));
    line(&mut out, 2, &format!("<prop type=\"x-songngu-site\">{}</prop>", xml(site)));
    line(&mut out, 2, &format!("<prop type=\"x-songngu-target\">{}</prop>", xml(batch.to.as_str())));
    line(&mut out, 1, "</header>");
    line(&mut out, 1, "<body>");
    for part in parts {
        for entry in part.entries.iter().filter(|entry| !entry.state.is_fuzzy()) {
            unit(&mut out, batch, part, entry);
        }
    }
    line(&mut out, 1, "</body>");
    line(&mut out, 0, "</tmx>");
    out
}

fn unit(out: &mut String, batch: &Batch, part: &Part, entry: &Entry) {
    let Entry { source, target, source_hash, target_hash, .. } = entry;
    let Some(target) = target else { return };
    let numbers = Numbers::new(source, Some(target));
    line(out, 2, &format!("<tu{}>", attribute("tuid", &address(part, entry))));
    for Note { kind, text } in &entry.notes {
        line(out, 3, &format!("<note>{}: {}</note>", kind.name(), xml(text)));
    }
    let hashes = [("source-hash", Some(source_hash)), ("target-hash", target_hash.as_ref())];
    for (name, hash) in hashes.iter().filter_map(|(name, hash)| hash.map(|hash| (name, hash))) {
        line(out, 3, &format!("<prop type=\"x-songngu-{name}\">{}</prop>", hash.as_str()));
    }
    let variant = |lang: &Lang, text: &Text, given: &[u32]| {
        let lang = attribute("xml:lang", lang.as_str());
        format!("<tuv{lang}><seg>{}</seg></tuv>", content(text, given, &numbers, &ELEMENTS))
    };
    line(out, 3, &variant(&batch.from, source, &numbers.source));
    line(out, 3, &variant(&batch.to, target, &numbers.target));
    line(out, 2, "</tu>");
}

/// Reads a file.
///
/// # Errors
///
/// What is not as this program writes it, at its place.
pub(super) fn read(path: &SourcePath, root: Node<'_, '_>) -> Result<Received, Vec<Diagnostic>> {
    let reading = Reading { path, format: Format::Tmx.name() };
    let head = head(&reading, root).map_err(|problem| vec![*problem])?;
    let mut wrong = Vec::new();
    let mut entries = Vec::new();
    for node in root.descendants().filter(|node| node.tag_name().name() == "tu") {
        match one(&reading, &head.to, node) {
            Ok(entry) => entries.push(entry),
            Err(problem) => wrong.push(*problem),
        }
    }
    if wrong.is_empty() { Ok(Received { entries, ..head }) } else { Err(wrong) }
}

fn head(reading: &Reading<'_>, root: Node<'_, '_>) -> Result<Received, Box<Diagnostic>> {
    let header = children(root, "header").next().ok_or_else(|| reading.wrong(root, "it has no `<header>`"))?;
    if header.attribute("creationtool") != Some("songngu") {
        let message = "the memory was not written by songngu, so nothing tells where its texts belong";
        return Err(reading.wrong(header, message));
    }
    super::read::version(header.attribute("creationtoolversion")).map_err(|message| reading.wrong(header, message))?;
    let missing = || reading.wrong(header, "the file does not tell which site and language it is for");
    let to = prop(header, "target").and_then(|tag| Lang::new(&tag)).ok_or_else(missing)?;
    Ok(Received {
        format: Format::Tmx,
        site: prop(header, "site").ok_or_else(missing)?,
        from: reading.lang(header, "srclang")?,
        to,
        entries: Vec::new(),
    })
}

fn prop(node: Node<'_, '_>, name: &str) -> Option<String> {
    let wanted = format!("x-songngu-{name}");
    let found = children(node, "prop").find(|prop| prop.attribute("type") == Some(wanted.as_str()));
    found.and_then(|prop| prop.text()).map(str::to_owned)
}

fn one(reading: &Reading<'_>, to: &Lang, node: Node<'_, '_>) -> Result<ReceivedEntry, Box<Diagnostic>> {
    let id = reading.need(node, "tuid")?;
    let place = from_address(id).ok_or_else(|| reading.wrong(node, format!("`{id}` is not the address of a text")))?;
    let hashes = reading.hashes(node, &|name| prop(node, name))?;
    let lang = |node: &Node<'_, '_>| {
        let tag = node.attribute(("http://www.w3.org/XML/1998/namespace", "lang")).or_else(|| node.attribute("lang"));
        tag.and_then(Lang::new)
    };
    let variant = children(node, "tuv").find(|variant| lang(variant).as_ref() == Some(to));
    let mut found = Vec::new();
    for segment in variant.into_iter().flat_map(|variant| children(variant, "seg")) {
        found.extend(tokens(reading.path, segment, &|node| element(reading, node))?);
    }
    Ok(entry(node, place, hashes, found, false))
}

/// Markup within a text.
fn element(reading: &Reading<'_>, node: Node<'_, '_>) -> ReadElement {
    let number = |name: &str| reading.need(node, name).map(str::to_owned);
    match node.tag_name().name() {
        "ph" => Ok(Some(vec![Token::Atom(number("x")?)])),
        "bpt" => Ok(Some(vec![Token::Open(number("i")?)])),
        "ept" => Ok(Some(vec![Token::Close(number("i")?)])),
        "hi" => Ok(None),
        other => Err(reading.wrong(node, format!("`<{other}>` does not stand in this text"))),
    }
}
