//! The matcher on texts full of traps; what is found was counted by hand.

use std::collections::BTreeMap;

use super::*;
use crate::base::{PagePath, SourcePath};
use crate::glossary::{Term, TermEdition};
use crate::parse::front::ForeignPolicy;

/// A termbase from lines such as `llm LLM: mô hình ngôn ngữ lớn, mô hình ngôn ngữ | large language model`. A form that
/// begins with `!` should not be used; `explicit`, `mark`, `link` or `ignore` may stand before the colon.
fn termbase(text: &str) -> Termbase {
    let mut terms = BTreeMap::new();
    for line in text.lines() {
        let (head, texts) = line.split_once(": ").expect("a head and forms");
        let mut head: Vec<&str> = head.split(' ').collect();
        let mut take = |word: &str| head.iter().position(|other| *other == word).map(|at| head.remove(at)).is_some();
        let link = if take("explicit") { LinkPolicy::Explicit } else { LinkPolicy::Auto };
        let policies =
            [("mark", ForeignPolicy::Mark), ("link", ForeignPolicy::Link), ("ignore", ForeignPolicy::Ignore)];
        let foreign = policies.into_iter().find_map(|(word, policy)| take(word).then_some(policy));
        let mut editions = BTreeMap::new();
        for (tag, forms) in ["vi", "en"].into_iter().zip(texts.split(" | ")) {
            let forms: Vec<&str> = forms.split(", ").collect();
            let (avoid, forms): (Vec<&str>, Vec<&str>) = forms.into_iter().partition(|form| form.starts_with('!'));
            let Some((term, forms)) = forms.split_first().filter(|(term, _)| !term.is_empty()) else { continue };
            let edition = TermEdition {
                term: (*term).to_owned(),
                forms: forms.iter().map(|form| (*form).to_owned()).collect(),
                avoid: avoid.iter().map(|form| form[1..].to_owned()).collect(),
                short: None,
            };
            editions.insert(Lang::new(tag).expect("a tag"), edition);
        }
        let id = head[0].to_owned();
        let term = Term {
            page: PagePath::new(format!("glossary/{id}")),
            acronym: head.get(1).map(|acronym| (*acronym).to_owned()),
            acronym_span: None,
            related: Vec::new(),
            related_in: SourcePath::new(""),
            link,
            foreign,
            editions,
        };
        terms.insert(id, term);
    }
    Termbase { terms }
}

const TERMS: &str = "ai AI: trí tuệ nhân tạo | artificial intelligence
compute: sức mạnh tính toán, hòa tính | compute, computing power
llm LLM: mô hình ngôn ngữ lớn, !mẫu ngôn ngữ lớn | large language model
ma: má | cheek
model: mô hình | model
net: .NET, C++ | .NET
peace: hoà bình, thuý, kỹ, quý | peace
pre: mô hình huấn luyện trước | pre-trained model";

fn check_in(terms: &str, lang: &str, text: &str, expected: &str) {
    let matcher = Matcher::new(&termbase(terms), &Lang::new(lang).expect("a tag"));
    let shown = |found: &Match<'_>| {
        let lang = found.lang.map(|lang| format!("({lang})")).unwrap_or_default();
        let sign = if found.avoided { "!" } else { "" };
        let links = if found.links { "" } else { "?" };
        format!("{sign}{}{links}{lang}={}", found.id, &text[found.range.clone()])
    };
    let found: Vec<String> = matcher.find(text).iter().map(shown).collect();
    assert_eq!(found.join("; "), expected, "{text:?}");
}

fn check(lang: &str, text: &str, expected: &str) {
    check_in(TERMS, lang, text, expected);
}

#[test]
fn an_acronym_matches_by_exact_case_and_whole_words_only() {
    check("vi", "Vành đai 3 và AI; Ai cũng biết, ai? VÀNH ĐAI", "ai=AI");
    check("vi", "xAI, AI2, AI_x, AI-, (AI), “AI”, AI/ML", "ai=AI; ai=AI; ai=AI; ai=AI");
    check("vi", "chip.AI hay open.AI.vn, nhưng AI.", "ai=AI");
    check("vi", "A\u{302}I AI\u{301} A\u{327}I", "");
    check("en", "AIs and an LLM, the LLMs; AI's, LLM’s, LLMs’", "ai=AIs; llm=LLM; llm=LLMs; ai=AI; llm=LLM; llm=LLMs");
    check("vi", "các LLMs", "llm=LLMs");
}

#[test]
fn the_longest_form_wins_whatever_white_space_is_between() {
    check("vi", "một mô\u{a0}hình\nngôn ngữ  lớn và mô hình khác", "llm=mô\u{a0}hình\nngôn ngữ  lớn; model=mô hình");
    check("vi", "mô hình huấn luyện", "model=mô hình");
    check("vi", "mô hình mô hình ngôn ngữ lớn lớn", "model=mô hình; llm=mô hình ngôn ngữ lớn");
    check("vi", "mô, hình; mô-hình; môhình; mô hìnhx", "");
    check(
        "en",
        "pre-trained models, pre\u{2011}trained model, computing power",
        "pre=pre-trained models; pre=pre\u{2011}trained model; compute=computing power",
    );
}

#[test]
fn what_nobody_sees_parts_no_words() {
    check("vi", "mô hì\u{ad}nh ngôn\u{2060} ngữ \u{200b}lớn.", "llm=mô hì\u{ad}nh ngôn\u{2060} ngữ \u{200b}lớn");
    check("vi", "mô\u{200b}hình, \u{feff}AI\u{200d}, Vành đ\u{ad}ai", "model=mô\u{200b}hình; ai=AI");
    check("vi", "A\u{200d}I và mô\u{2060}hình", "ai=A\u{200d}I");
}

#[test]
fn a_capital_is_accepted_where_a_sentence_begins() {
    check(
        "vi",
        "Sức mạnh tính toán. Mô hình! “Mô hình” nhưng không phải Mô Hình, Mô hình",
        "compute=Sức mạnh tính toán; model=Mô hình; model=Mô hình",
    );
    check(
        "vi",
        "Ông nói: “Mô hình này.” Mô hình kia (Mô hình nọ). – Mô hình",
        "model=Mô hình; model=Mô hình; model=Mô hình",
    );
    check("vi", "Bộ Mô hình, 3.5 Mô hình", "");
    check("vi", "MÔ HÌNH. mÔ hình", "");
}

#[test]
fn a_capital_is_made_small_as_its_language_does() {
    let lower = |tag, word| lower_first(word, &Lang::new(tag).expect("a tag"));
    let cases = [
        ("tr", "Işık", Some("ışık")),
        ("tr", "İz", Some("iz")),
        ("nl", "IJs", Some("ijs")),
        ("vi", "Đám", Some("đám")),
    ];
    for (tag, word, expected) in cases {
        assert_eq!(lower(tag, word).as_deref(), expected);
    }
    assert_eq!(lower("vi", "đám"), None);
    assert_eq!(lower("hi", "हिन्दी"), None);
}

#[test]
fn tones_tell_words_apart_and_their_placement_does_not() {
    check("vi", "ma mà má mạ MÁ", "ma=má");
    check(
        "vi",
        "hoà tính và hòa tính, hòa bình, thúy, THÚY",
        "compute=hoà tính; compute=hòa tính; peace=hòa bình; peace=thúy",
    );
    check("vi", "kĩ kỹ quí qúy quý", "peace=kỹ; peace=quý");
}

#[test]
fn both_unicode_forms_are_one() {
    check(
        "vi",
        "tri\u{301} tue\u{323}\u{302} nha\u{302}n ta\u{323}o, ho\u{300}a bi\u{300}nh",
        "ai=tri\u{301} tue\u{323}\u{302} nha\u{302}n ta\u{323}o; peace=ho\u{300}a bi\u{300}nh",
    );
    check_in("x: tri\u{301} khôn | x", "vi", "trí khôn", "x=trí khôn");
}

#[test]
fn forms_with_signs_are_found() {
    check("vi", "trên .NET, C++ và C", "net=.NET; net=C++");
    check_in("x: … | …\ny: - | -", "vi", "… - …", "");
}

#[test]
fn forms_to_avoid_are_told_apart() {
    check("vi", "mẫu ngôn ngữ lớn, mô hình ngôn ngữ lớn", "!llm=mẫu ngôn ngữ lớn; llm=mô hình ngôn ngữ lớn");
}

#[test]
fn forms_of_other_languages_come_after_the_own() {
    let terms = "battery: pin | battery\nchiplet mark: mảnh chip | chiplet\nllm: mô hình ngôn ngữ lớn | large language model\npin: chân | pin\nprint ignore: máy in | inkjet printer\nto link: lớn | big";
    check_in(
        terms,
        "vi",
        "Một large language model, các chiplets, cái pin, inkjet printer, big",
        "llm=large language model; chiplet(en)=chiplets; battery=pin; to=big",
    );
    check_in(
        terms,
        "en",
        "A mảnh chip, a pin, mô hình ngôn ngữ lớn",
        "chiplet(vi)=mảnh chip; pin=pin; llm=mô hình ngôn ngữ lớn",
    );
}

#[test]
fn a_form_that_two_entries_claim_is_no_link_but_for_the_one_that_wants_it() {
    check_in("a: lõi | core\nb: lõi | kernel", "vi", "lõi", "a?=lõi");
    check_in("a explicit: lõi | core\nb: lõi | kernel", "vi", "lõi", "b=lõi");
    check_in("a explicit: mô hình lớn | x\nb: mô hình | y", "vi", "mô hình lớn, mô hình", "a?=mô hình lớn; b=mô hình");
    check_in("a: x | batches\nb: y | batch", "en", "batches", "a=batches");
}

#[test]
fn other_scripts_have_their_own_words() {
    check_in(
        "a: 人工智能 | x\nb: モデル | y\nc: ตา | z",
        "vi",
        "用人工智能AI的, モデル, 大モデルズ, ตาย, ตา",
        "a=人工智能; b=モデル; c=ตา",
    );
    check_in("a: हिन्दी | x", "vi", "हिन्दी, हिन्दीकरण", "a=हिन्दी");
}

#[test]
fn no_text_breaks_the_matcher() {
    for text in [
        "",
        " ",
        "\u{301}",
        "mô",
        "mô hình ngôn ngữ",
        "…\u{fffc}AI",
        "e\u{301}AI",
        "🙂AI🙂",
        "\u{ad}",
        "\u{ad}mô\u{200b}",
    ] {
        let matcher = Matcher::new(&termbase(TERMS), &Lang::new("vi").expect("a tag"));
        for found in matcher.find(text) {
            assert!(text.get(found.range).is_some());
        }
    }
    assert!(Matcher::new(&Termbase::default(), &Lang::new("vi").expect("a tag")).find("AI").is_empty());
}
