//! Reads Rust source just far enough to judge it: which paths it names, how long its functions are.
//!
//! Not a parser: it knows comments, literals, names, braces and `use` trees. Source: The Rust Reference,
//! chapters "Tokens", "Use declarations" and "Paths".

/// A name, a `::`, or a single other character, with its line from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    pub line: usize,
}

/// A path as it stands in the source, with its `use` tree spread out, `self` and `super` resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// From the crate's root (without `crate`), or beginning with another crate's name.
    pub parts: Vec<String>,
    /// Whether it leads from the crate's root.
    pub own: bool,
    pub line: usize,
}

/// A function with a body, its lines from 1, both inclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    pub first: usize,
    pub last: usize,
}

/// The tokens of a source, without comments, literals and lifetimes.
pub fn tokens(source: &str) -> Vec<Token> {
    let characters: Vec<char> = source.chars().collect();
    let (mut tokens, mut at, mut line) = (Vec::new(), 0, 1);
    while at < characters.len() {
        let rest = &characters[at..];
        let length = skipped(rest);
        let (length, text) = match length {
            0 => token(rest),
            length => (length, None),
        };
        if let Some(text) = text {
            tokens.push(Token { text, line });
        }
        line += rest[..length].iter().filter(|c| **c == '\n').count();
        at += length;
    }
    tokens
}

/// The token at the start of `rest`, and its length in characters.
fn token(rest: &[char]) -> (usize, Option<String>) {
    let name = rest.iter().take_while(|c| c.is_alphanumeric() || **c == '_').count();
    match rest {
        _ if name > 0 => (name, Some(rest[..name].iter().collect())),
        [':', ':', ..] => (2, Some("::".to_owned())),
        [c, ..] if c.is_whitespace() => (1, None),
        [c, ..] => (1, Some(c.to_string())),
        [] => (1, None),
    }
}

/// How many characters at the start of `rest` are a comment, a literal or a lifetime; 0 if it is none of them.
fn skipped(rest: &[char]) -> usize {
    let find = |from: usize, end: &[char]| {
        (from..rest.len()).find(|at| rest[*at..].starts_with(end)).map_or(rest.len(), |at| at + end.len())
    };
    match rest {
        ['/', '/', ..] => rest.iter().position(|c| *c == '\n').unwrap_or(rest.len()),
        ['/', '*', ..] => block_comment(rest),
        ['"', ..] => quoted(rest, 1, '"'),
        ['b' | 'c', '"', ..] => quoted(rest, 2, '"'),
        ['b', '\'', ..] => quoted(rest, 2, '\''),
        ['r', '"' | '#', ..] | ['b' | 'c', 'r', '"' | '#', ..] => {
            let start = rest.iter().position(|c| *c == 'r').unwrap_or(0) + 1;
            let hashes = rest[start..].iter().take_while(|c| **c == '#').count();
            if rest.get(start + hashes) != Some(&'"') {
                return 0; // A raw name such as `r#type`.
            }
            let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            find(start + hashes + 1, &end)
        }
        ['\'', '\\', ..] => quoted(rest, 1, '\''),
        ['\'', _, '\'', ..] => 3,
        ['\'', ..] => 1 + rest[1..].iter().take_while(|c| c.is_alphanumeric() || **c == '_').count(),
        // A name that only begins like a literal is one token.
        _ => 0,
    }
}

/// The length of a literal whose text begins at `from` and ends with `end`, where a backslash escapes.
fn quoted(rest: &[char], from: usize, end: char) -> usize {
    let mut at = from;
    while at < rest.len() && rest[at] != end {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// Block comments nest.
fn block_comment(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        match rest[at..] {
            ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
            ['*', '/', ..] if depth == 1 => return at + 2,
            ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    rest.len()
}

/// The tokens without what stands under `#[cfg(test)]`.
pub fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let marker = ["#", "[", "cfg", "(", "test", ")", "]"];
    let (mut kept, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let is_marked = tokens[at..].iter().map(|token| token.text.as_str()).take(marker.len()).eq(marker);
        if is_marked {
            at = end_of_item(tokens, at + marker.len());
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// The index after the item that begins at `at`: after its `;`, or its closing brace.
fn end_of_item(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0;
    for (index, token) in tokens.iter().enumerate().skip(at) {
        match token.text.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" if depth == 1 => return index + 1,
            "}" | ")" | "]" => depth -= 1,
            ";" if depth == 0 => return index + 1,
            _ => {}
        }
    }
    tokens.len()
}

/// Every path of at least two parts, and every path of a `use`, in a file that is the module `module` of the crate.
pub fn paths(tokens: &[Token], module: &[&str]) -> Vec<Named> {
    let mut found = Vec::new();
    // The modules that are open here, each with the depth of braces at which it ends.
    let mut modules: Vec<(String, usize)> = module.iter().map(|name| ((*name).to_owned(), 0)).collect();
    let (mut depth, mut at) = (0, 0);
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    while at < tokens.len() {
        match text(at) {
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                modules.retain(|(_, end)| *end <= depth);
            }
            "mod" if text(at + 2) == "{" => {
                modules.push((text(at + 1).to_owned(), depth + 1));
                at += 1;
            }
            name if is_name(name) => {
                let is_used = at > 0 && matches!(text(at - 1), "use" | "crate");
                let mut tree = Vec::new();
                let end = path(tokens, at, &mut Vec::new(), &mut tree);
                let open: Vec<&str> = modules.iter().map(|(name, _)| name.as_str()).collect();
                let long = tree.into_iter().filter(|(parts, _)| is_used || parts.len() > 1);
                found.extend(long.map(|(parts, line)| resolve(parts, line, &open)));
                at = end.max(at + 1);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Reads the path or `use` tree at `at` below `above`; the index after it.
fn path(tokens: &[Token], mut at: usize, above: &mut Vec<String>, out: &mut Vec<(Vec<String>, usize)>) -> usize {
    let height = above.len();
    let line = tokens[at].line;
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    loop {
        match text(at) {
            "{" => {
                at += 1;
                while !matches!(text(at), "}" | "") {
                    at = if is_name(text(at)) || text(at) == "{" { path(tokens, at, above, out) } else { at + 1 };
                }
                at += 1;
                break;
            }
            name if is_name(name) => {
                above.push(name.to_owned());
                at += 1;
                let goes_on = text(at) == "::" && (is_name(text(at + 1)) || text(at + 1) == "{");
                if !goes_on {
                    out.push((above.clone(), line));
                    break;
                }
                at += 1;
            }
            _ => break,
        }
    }
    if text(at) == "as" {
        at += 2;
    }
    above.truncate(height);
    at
}

/// Resolves `crate`, `self` and `super` at the start of a path.
fn resolve(parts: Vec<String>, line: usize, module: &[&str]) -> Named {
    let first = parts.first().map_or("", String::as_str);
    if !matches!(first, "crate" | "self" | "super") {
        return Named { parts, own: false, line };
    }
    let mut base: Vec<String> = match first {
        "crate" => Vec::new(),
        _ => module.iter().map(|name| (*name).to_owned()).collect(),
    };
    for part in parts {
        match part.as_str() {
            "crate" | "self" => {}
            "super" => _ = base.pop(),
            _ => base.push(part),
        }
    }
    Named { parts: base, own: true, line }
}

/// Every function that has a body, also within others.
pub fn functions(tokens: &[Token]) -> Vec<Function> {
    let mut functions = Vec::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        if pair[0].text != "fn" || !is_name(&pair[1].text) {
            continue;
        }
        let end = end_of_item(tokens, at);
        if tokens[end - 1].text == "}" {
            let (first, last) = (pair[0].line, tokens[end - 1].line);
            functions.push(Function { name: pair[1].text.clone(), first, last });
        }
    }
    functions
}
