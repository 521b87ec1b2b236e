//! A strict reader of the HTML that songngu writes: text in, elements out, or what is wrong with it.
//!
//! Stricter than a browser: every element that is not void is closed where it should be, attributes are
//! unique and quoted, `&` and `<` are escaped, ids are unique, and elements stand only where the HTML standard
//! lets them (as far as a wrong place would make a browser build another tree).

use std::collections::{BTreeMap, BTreeSet};

/// An element; its place is its number in [`Page::elements`].
#[derive(Debug, Clone)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// `None` for the root alone, which is no real element.
    pub parent: Option<usize>,
    pub children: Vec<Child>,
}

#[derive(Debug, Clone)]
pub enum Child {
    Element(usize),
    Text(String),
}

/// A page or a piece of one.
#[derive(Debug, Clone)]
pub struct Page {
    pub elements: Vec<Element>,
}

const VOID: [&str; 9] = ["meta", "link", "br", "hr", "img", "input", "wbr", "source", "col"];

/// Elements that end an open `<p>` in a browser.
const NOT_IN_PARAGRAPH: [&str; 27] = [
    "p",
    "div",
    "ul",
    "ol",
    "dl",
    "table",
    "figure",
    "section",
    "pre",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "footer",
    "main",
    "nav",
    "aside",
    "article",
    "details",
    "address",
    "form",
    "hr",
    "li",
];

/// Reads a page.
///
/// # Errors
/// The first thing that is not as it should be, with the text around it.
pub fn parse(html: &str) -> Result<Page, String> {
    let page = parse_any(html)?;
    let values = page.elements.iter().flat_map(|element| &element.attributes);
    match values.into_iter().find(|(_, value)| value.contains('<') && !value.contains('>')) {
        Some((key, value)) => Err(format!("`{key}` looks like a tag that was cut: {value}")),
        None => Ok(page),
    }
}

/// Reads a page whose attributes may hold any text, even one that looks like a mistake.
///
/// # Errors
/// The first thing that is not as it should be, with the text around it.
pub fn parse_any(html: &str) -> Result<Page, String> {
    let root = Element { name: "#root".to_owned(), attributes: BTreeMap::new(), parent: None, children: Vec::new() };
    let mut page = Page { elements: vec![root] };
    let mut open = vec![0_usize];
    let mut at = 0;
    let around = |at: usize| {
        let start = html[..at].char_indices().rev().nth(60).map_or(0, |(at, _)| at);
        html[start..].chars().take(140).collect::<String>()
    };
    while at < html.len() {
        let rest = &html[at..];
        let here = at;
        let wrong = |what: &str| format!("{what}: …{}…", around(here));
        if rest.starts_with("<!DOCTYPE html>") && at == 0 {
            at += "<!DOCTYPE html>".len();
        } else if let Some(comment) = rest.strip_prefix("<!--") {
            at += 4 + comment.find("-->").ok_or_else(|| wrong("a comment never ends"))? + 3;
        } else if let Some(closing) = rest.strip_prefix("</") {
            let end = closing.find('>').ok_or_else(|| wrong("a tag never ends"))?;
            let current = open.pop().filter(|current| *current != 0).ok_or_else(|| wrong("nothing is open"))?;
            if page.elements[current].name != closing[..end] {
                return Err(wrong(&format!("`{}` is open", page.elements[current].name)));
            }
            at += 2 + end + 1;
        } else if let Some(tag) = rest.strip_prefix('<') {
            let (name, attributes, length) = start_tag(tag).map_err(|what| wrong(&what))?;
            let parent = *open.last().expect("the root stays open");
            page.may_stand(&name, parent).map_err(|what| wrong(&what))?;
            let number = page.elements.len();
            page.elements[parent].children.push(Child::Element(number));
            at += 1 + length;
            // `<path … />` is closed at once where it is SVG; in HTML the slash would mean nothing.
            let is_closed = html[..at].ends_with("/>");
            if is_closed && !page.chain(parent).any(|element| page.elements[element].name == "svg") {
                return Err(wrong(&format!("`{name}` closes itself outside of a picture")));
            }
            let is_void = is_closed || VOID.contains(&name.as_str());
            if matches!(name.as_str(), "script" | "style") {
                let end = html[at..].find(&format!("</{name}>")).ok_or_else(|| wrong("it never ends"))?;
                let text = Child::Text(html[at..at + end].to_owned());
                at += end + name.len() + 3;
                page.elements.push(Element { name, attributes, parent: Some(parent), children: vec![text] });
                continue;
            }
            page.elements.push(Element { name, attributes, parent: Some(parent), children: Vec::new() });
            if !is_void {
                open.push(number);
            }
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            let text = decode(&rest[..end]).map_err(|what| wrong(&what))?;
            let parent = *open.last().expect("the root stays open");
            if !text.trim().is_empty() {
                let name = &page.elements[parent].name;
                if matches!(name.as_str(), "ul" | "ol" | "dl" | "table" | "thead" | "tbody" | "tr" | "head" | "html") {
                    return Err(wrong(&format!("text directly in `{name}`")));
                }
            }
            page.elements[parent].children.push(Child::Text(text));
            at += end;
        }
    }
    match open.len() {
        1 => page.unique_ids().map(|()| page),
        _ => Err(format!("`{}` is never closed", page.elements[open[open.len() - 1]].name)),
    }
}

fn start_tag(tag: &str) -> Result<(String, BTreeMap<String, String>, usize), String> {
    let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if name.is_empty() || name.chars().any(|c| c.is_ascii_uppercase()) {
        return Err("`<` that begins no tag".to_owned());
    }
    let mut at = name.len();
    let mut attributes = BTreeMap::new();
    loop {
        let rest = &tag[at..];
        let space = rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        at += space;
        if rest.starts_with('>') {
            return Ok((name, attributes, at + 1));
        }
        if rest.starts_with("/>") {
            return Ok((name, attributes, at + 2));
        }
        let length = rest.find(['=', ' ', '>', '/', '\n', '"', '<']).ok_or("a tag never ends")?;
        if length == 0 || space == 0 {
            return Err(format!("an attribute of `{name}` cannot be read"));
        }
        let key = &rest[..length];
        at += length;
        let value = match rest[length..].strip_prefix("=\"") {
            Some(value) => {
                let end = value.find('"').ok_or("an attribute never ends")?;
                at += 2 + end + 1;
                decode(&value[..end])?
            }
            None if rest[length..].starts_with('=') => return Err(format!("`{key}` is not in double quotes")),
            None => String::new(),
        };
        if attributes.insert(key.to_owned(), value).is_some() {
            return Err(format!("`{key}` is given twice"));
        }
    }
}

/// Decodes the references that escaping makes.
fn decode(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let reference = rest[at + 1..].split_once(';').map(|(name, _)| name).unwrap_or_default();
        let decoded = match reference {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            _ => {
                let number = reference.strip_prefix("#x").map(|hex| u32::from_str_radix(hex, 16));
                let number = number.or_else(|| reference.strip_prefix('#').map(str::parse));
                number.and_then(Result::ok).and_then(char::from_u32)
            }
        };
        out.push(decoded.ok_or_else(|| format!("`&` that is not escaped: {}", &rest[at..]))?);
        rest = &rest[at + reference.len() + 2..];
    }
    out.push_str(rest);
    Ok(out)
}

impl Page {
    /// Whether an element may stand in another.
    fn may_stand(&self, name: &str, parent: usize) -> Result<(), String> {
        let chain: Vec<&str> = self.chain(parent).map(|element| self.elements[element].name.as_str()).collect();
        let within = |outer: &str| chain.contains(&outer);
        let inside = chain.first().copied().unwrap_or_default();
        let wrong = |why: &str| Err(format!("`{name}` {why}"));
        if within("p") && NOT_IN_PARAGRAPH.contains(&name) {
            return wrong("ends the paragraph that it stands in");
        }
        if matches!(name, "a" | "button" | "label") && (within("a") || within("button")) {
            return wrong("stands in a link or a button");
        }
        let only = |allowed: &[&str]| allowed.contains(&name);
        let good = match inside {
            "ul" | "ol" => only(&["li"]),
            "dl" => only(&["div", "dt", "dd"]),
            "table" => only(&["caption", "thead", "tbody", "colgroup"]),
            "thead" | "tbody" => only(&["tr"]),
            "tr" => only(&["th", "td"]),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "span" | "strong" | "em" | "code" | "summary" | "sup"
            | "cite" => !NOT_IN_PARAGRAPH.contains(&name),
            _ => true,
        };
        if !good {
            return wrong(&format!("stands in `{inside}`"));
        }
        let parents: &[&str] = match name {
            "li" => &["ul", "ol"],
            "dt" | "dd" => &["dl", "div"],
            "tr" => &["thead", "tbody"],
            "th" | "td" => &["tr"],
            "thead" | "tbody" => &["table"],
            "summary" => &["details"],
            "figcaption" => &["figure"],
            _ => return Ok(()),
        };
        if parents.contains(&inside) { Ok(()) } else { wrong(&format!("stands in `{inside}`")) }
    }

    fn unique_ids(&self) -> Result<(), String> {
        let mut seen = BTreeSet::new();
        for id in self.elements.iter().filter_map(|element| element.attributes.get("id")) {
            if id.is_empty() || id.contains(char::is_whitespace) {
                return Err(format!("`{id}` is no id"));
            }
            if !seen.insert(id) {
                return Err(format!("the id `{id}` is given twice"));
            }
        }
        Ok(())
    }

    /// The element itself and those around it, the innermost first; the root is left out.
    pub fn chain(&self, element: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(element), |at| self.elements[*at].parent).filter(|at| *at != 0)
    }

    /// The elements of a name, in the order of the page.
    pub fn all(&self, name: &str) -> Vec<usize> {
        (1..self.elements.len()).filter(|at| self.elements[*at].name == name).collect()
    }

    /// The elements that carry a class.
    pub fn with_class(&self, class: &str) -> Vec<usize> {
        let has = |at: &usize| self.attribute(*at, "class").split(' ').any(|name| name == class);
        (1..self.elements.len()).filter(has).collect()
    }

    /// The only element of a name.
    pub fn only(&self, name: &str) -> usize {
        match self.all(name).as_slice() {
            [one] => *one,
            found => panic!("{} elements `{name}` instead of one", found.len()),
        }
    }

    /// An attribute's value; empty if it is missing.
    pub fn attribute(&self, element: usize, name: &str) -> &str {
        self.elements[element].attributes.get(name).map_or("", String::as_str)
    }

    pub fn has_attribute(&self, element: usize, name: &str) -> bool {
        self.elements[element].attributes.contains_key(name)
    }

    /// Whether an element lies within another (or is it).
    pub fn is_within(&self, element: usize, outer: usize) -> bool {
        self.chain(element).any(|at| at == outer)
    }

    /// The language that an element is marked with, by itself or by what it stands in.
    pub fn lang(&self, element: usize) -> &str {
        self.chain(element).map(|at| self.attribute(at, "lang")).find(|lang| !lang.is_empty()).unwrap_or("")
    }

    /// Whether some element has the id.
    pub fn has_id(&self, id: &str) -> bool {
        self.elements.iter().any(|element| element.attributes.get("id").is_some_and(|own| own == id))
    }

    /// The element with an id.
    pub fn by_id(&self, id: &str) -> Option<usize> {
        (1..self.elements.len()).find(|at| self.attribute(*at, "id") == id)
    }

    /// All text within an element, white space folded.
    pub fn text(&self, element: usize) -> String {
        let mut out = String::new();
        self.collect_text(element, &mut out);
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn collect_text(&self, element: usize, out: &mut String) {
        for child in &self.elements[element].children {
            match child {
                Child::Text(text) => out.push_str(text),
                Child::Element(inner) => {
                    let name = self.elements[*inner].name.as_str();
                    if matches!(name, "script" | "style") {
                        continue;
                    }
                    // Blocks do not run into each other.
                    let is_block = NOT_IN_PARAGRAPH.contains(&name)
                        || matches!(name, "br" | "td" | "th" | "tr" | "dt" | "dd" | "summary" | "figcaption");
                    if is_block {
                        out.push(' ');
                    }
                    self.collect_text(*inner, out);
                    if is_block {
                        out.push(' ');
                    }
                }
            }
        }
    }
}
