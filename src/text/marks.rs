//! How a text ends, and which quotation marks it uses.
//!
//! Enters: a text. Leaves: a class of ending, the places of quotation marks. Never: which mark is right for a
//! language (see [`super::quotes`]), code or markup.

/// How a text ends, the same in every script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// A letter, a digit, a bracket: no mark.
    Open,
    /// `.`, `。`, `।`.
    Stop,
    /// `?`, `？`, `؟`.
    Question,
    /// `!`, `！`.
    Exclamation,
    /// `:`, `：`.
    Colon,
    /// `;`, `；`, `؛`.
    Semicolon,
    /// `,`, `，`, `、`, `،`.
    Comma,
    /// `…`, `...`.
    Ellipsis,
}

impl Ending {
    /// What to call it in a message.
    pub fn name(self) -> &'static str {
        match self {
            Ending::Open => "without a mark",
            Ending::Stop => "with a full stop",
            Ending::Question => "with a question mark",
            Ending::Exclamation => "with an exclamation mark",
            Ending::Colon => "with a colon",
            Ending::Semicolon => "with a semicolon",
            Ending::Comma => "with a comma",
            Ending::Ellipsis => "with an ellipsis",
        }
    }
}

/// How a text ends, quotation marks, brackets and signs such as emoji at its end aside.
pub fn ending(text: &str) -> Ending {
    let closing = |letter: char| {
        letter.is_whitespace() || "\"'”’»›“‘)]）】」』*_\u{fffc}\u{fe0f}\u{200d}".contains(letter) || is_picture(letter)
    };
    let text = text.trim_end_matches(closing);
    if text.ends_with("...") || text.ends_with('…') {
        return Ending::Ellipsis;
    }
    match text.chars().next_back() {
        Some('.' | '。' | '．' | '।' | '۔' | '။' | '។') => Ending::Stop,
        Some('?' | '？' | '؟') => Ending::Question,
        Some('!' | '！') => Ending::Exclamation,
        Some(':' | '：') => Ending::Colon,
        Some(';' | '；' | '؛') => Ending::Semicolon,
        Some(',' | '，' | '、' | '،') => Ending::Comma,
        _ => Ending::Open,
    }
}

/// Emoji and other pictures. Source: Unicode blocks 2600–27BF, 2B00–2BFF, 1F000–1FAFF.
pub fn is_picture(letter: char) -> bool {
    matches!(letter, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// The quotation marks that open or close a quotation of the first level, with their byte offsets; apostrophes are not among them.
pub fn double_quotes(text: &str) -> Vec<(usize, char)> {
    text.char_indices()
        .filter(|(_, letter)| matches!(letter, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_the_same_in_every_script() {
        let cases = [
            ("Xong.", Ending::Stop),
            ("Xong.”", Ending::Stop),
            ("(xong)", Ending::Open),
            ("Xong (thật).", Ending::Stop),
            ("Xong. 🎉", Ending::Stop),
            ("完成。", Ending::Stop),
            ("Sao?", Ending::Question),
            ("Sao？", Ending::Question),
            ("Đi!", Ending::Exclamation),
            ("gồm:", Ending::Colon),
            ("rồi...", Ending::Ellipsis),
            ("rồi…", Ending::Ellipsis),
            ("a;", Ending::Semicolon),
            ("", Ending::Open),
            ("…", Ending::Ellipsis),
            (")", Ending::Open),
        ];
        for (text, expected) in cases {
            assert_eq!(ending(text), expected, "{text}");
        }
    }

    #[test]
    fn quotation_marks_are_found() {
        let found: String = double_quotes("“a” \"b\" «c» don’t 'd'").into_iter().map(|(_, mark)| mark).collect();
        assert_eq!(found, "“”\"\"«»");
    }
}
