//! Languages by their own names.
//!
//! Enters: a language tag. Leaves: what its speakers call it. Never: names in another language.

use crate::base::Lang;

/// A language's name in the language itself, as a menu shows it (with a capital where the script has
/// them): `Tiếng Việt`, `English`, `العربية`; the tag if the table does not hold it.
///
/// A tag with a script or region that the table does not hold gets the name of its language with the
/// rest of the tag: `English (GB)`. Source: CLDR, `localeDisplayNames`, sentence-initial.
pub fn language_name(lang: &Lang) -> String {
    if let Some(name) = own_name(lang.as_str()) {
        return name.to_owned();
    }
    match (own_name(lang.primary()), lang.as_str().split_once('-')) {
        (Some(name), Some((_, rest))) => format!("{name} ({rest})"),
        _ => lang.as_str().to_owned(),
    }
}

/// A flat table, by tag.
fn own_name(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "ar" => "العربية",
        "be" => "Беларуская",
        "bg" => "Български",
        "bn" => "বাংলা",
        "bo" => "བོད་སྐད་",
        "ca" => "Català",
        "cs" => "Čeština",
        "cy" => "Cymraeg",
        "da" => "Dansk",
        "de" => "Deutsch",
        "el" => "Ελληνικά",
        "en" => "English",
        "eo" => "Esperanto",
        "es" => "Español",
        "et" => "Eesti",
        "eu" => "Euskara",
        "fa" => "فارسی",
        "fi" => "Suomi",
        "fil" => "Filipino",
        "fr" => "Français",
        "ga" => "Gaeilge",
        "he" => "עברית",
        "hi" => "हिन्दी",
        "hr" => "Hrvatski",
        "hu" => "Magyar",
        "hy" => "Հայերեն",
        "id" => "Bahasa Indonesia",
        "is" => "Íslenska",
        "it" => "Italiano",
        "ja" => "日本語",
        "ka" => "ქართული",
        "km" => "ខ្មែរ",
        "ko" => "한국어",
        "lo" => "ລາວ",
        "lt" => "Lietuvių",
        "lv" => "Latviešu",
        "mn" => "Монгол",
        "ms" => "Bahasa Melayu",
        "my" => "မြန်မာ",
        "nb" | "no" => "Norsk bokmål",
        "ne" => "नेपाली",
        "nl" => "Nederlands",
        "nn" => "Norsk nynorsk",
        "pl" => "Polski",
        "pt" => "Português",
        "pt-BR" => "Português (Brasil)",
        "pt-PT" => "Português europeu",
        "ro" => "Română",
        "ru" => "Русский",
        "sk" => "Slovenčina",
        "sl" => "Slovenščina",
        "sr" => "Српски",
        "sv" => "Svenska",
        "sw" => "Kiswahili",
        "ta" => "தமிழ்",
        "th" => "ไทย",
        "tr" => "Türkçe",
        "uk" => "Українська",
        "ur" => "اردو",
        "vi" => "Tiếng Việt",
        "zh" => "中文",
        "zh-Hans" | "zh-CN" => "简体中文",
        "zh-Hant" | "zh-TW" => "繁體中文",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_name_themselves() {
        let cases = [
            ("vi", "Tiếng Việt"),
            ("en", "English"),
            ("fr", "Français"),
            ("ar", "العربية"),
            ("zh-Hant", "繁體中文"),
            ("en-GB", "English (GB)"),
            ("qaa", "qaa"),
            ("qaa-Latn", "qaa-Latn"),
        ];
        for (tag, name) in cases {
            assert_eq!(language_name(&Lang::new(tag).expect("a tag")), name);
        }
    }
}
