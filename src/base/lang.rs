//! A language tag, and a text that exists in several languages.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// A well-formed BCP 47 language tag in its usual spelling: `vi`, `en`, `zh-Hans`, `pt-BR`.
///
/// Cheap to clone. Ordered by its text; the order of a site's languages is the configuration's.
/// Source: RFC 5646, section 2.1 (language, script, region and variants; no extensions).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Arc<str>);

/// Which way a language's text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right: Vietnamese, English.
    Ltr,
    /// Right to left: Arabic, Hebrew.
    Rtl,
}

impl Lang {
    /// Reads a tag and gives it its usual spelling (`EN-us` becomes `en-US`).
    ///
    /// Returns `None` if the text is not a well-formed tag.
    ///
    /// ```
    /// use songngu::base::Lang;
    /// assert_eq!(Lang::new("ZH-hans").unwrap().as_str(), "zh-Hans");
    /// assert!(Lang::new("tiếng").is_none());
    /// assert!(Lang::new("v").is_none());
    /// ```
    pub fn new(tag: &str) -> Option<Lang> {
        let mut out = String::with_capacity(tag.len());
        for (i, part) in tag.split('-').enumerate() {
            if part.is_empty() || part.len() > 8 || !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
                return None;
            }
            if i == 0 {
                if !(2..=3).contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_alphabetic()) {
                    return None;
                }
                out.push_str(&part.to_ascii_lowercase());
                continue;
            }
            out.push('-');
            let letters = part.bytes().all(|b| b.is_ascii_alphabetic());
            match part.len() {
                4 if letters => {
                    out.push_str(&part[..1].to_ascii_uppercase());
                    out.push_str(&part[1..].to_ascii_lowercase());
                }
                2 if letters => out.push_str(&part.to_ascii_uppercase()),
                1 | 2 => return None,
                _ => out.push_str(&part.to_ascii_lowercase()),
            }
        }
        Some(Lang(out.into()))
    }

    /// The tag: `vi`, `zh-Hans`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language subtag: `zh` of `zh-Hans`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The tag with an underscore, as Open Graph writes it: `zh_Hans`, `vi_VN`.
    ///
    /// Vietnamese and English get their usual country, for consumers that know only such pairs.
    pub fn open_graph(&self) -> String {
        match self.as_str() {
            "vi" => "vi_VN".to_owned(),
            "en" => "en_US".to_owned(),
            tag => tag.replace('-', "_"),
        }
    }

    /// The direction in which this language is written.
    pub fn direction(&self) -> Direction {
        let script = self.0.split('-').skip(1).find(|part| part.len() == 4);
        let rtl = match script {
            Some(script) => ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"].contains(&script),
            None => ["ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "syr"].contains(&self.primary()),
        };
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lang({})", self.0)
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A value shown to readers, in each language it was written in, or once for all languages.
///
/// May be empty. In YAML: `{vi: công ty, en: companies}`, or a plain text that serves every language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocalText {
    /// The text for languages that have none of their own.
    pub any: Option<String>,
    /// The text of each language.
    pub by_lang: BTreeMap<Lang, String>,
}

impl LocalText {
    /// The text for a reader of `lang`: its own, else the one for all languages.
    pub fn get(&self, lang: &Lang) -> Option<&str> {
        self.by_lang.get(lang).or(self.any.as_ref()).map(String::as_str)
    }

    /// The text for a reader of `lang`, else that of the first of `languages` that has one,
    /// with the language it is in (`None`: the text has no language of its own).
    pub fn get_or<'a>(&'a self, lang: &Lang, languages: &'a [Lang]) -> Option<(&'a str, Option<&'a Lang>)> {
        if let Some(own) = self.get(lang) {
            return Some((own, None));
        }
        languages.iter().find_map(|other| self.by_lang.get(other).map(|text| (text.as_str(), Some(other))))
    }

    /// Whether there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.any.is_none() && self.by_lang.is_empty()
    }
}
