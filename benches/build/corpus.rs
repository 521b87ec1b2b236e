//! A synthetic bilingual corpus: the same pages for songngu and for Hugo.
//!
//! Enters: a seed, a number of pairs and of terms. Leaves: a folder of sources. The text depends on the seed and the number of
//! pairs alone, so that both generators get the same words; only the names of files and the links follow the layout.
//!
//! A pair is a page in Vietnamese and its twin in English: front matter, eight sections of prose (about a thousand words), a
//! list, a table, two footnotes, three links to other pages and a handful of glossary terms.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// For whom the corpus is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    Songngu,
    Hugo,
}

/// What is written.
pub struct Corpus {
    pub pairs: usize,
    pub terms: usize,
    pub seed: u64,
}

const SECTIONS: usize = 50;

const WORDS: [(&str, &str); 2] = [
    (
        "vi",
        "sức mạnh tính toán mô hình ngôn ngữ lớn dữ liệu thành phố doanh nghiệp nghiên cứu kế hoạch đối tác chương trình công \
         nghệ phát triển ứng dụng đầu tư ngành công nghiệp chính sách trung tâm kinh tế số bán dẫn chip huấn luyện tham số thị \
         trường người dùng dịch vụ nền tảng mở hệ sinh thái rủi ro quản lý đổi mới sáng tạo khoa học quốc gia trong năm nay \
         được công bố theo lời mời nhằm mục tiêu thúc đẩy việc triển khai",
    ),
    (
        "en",
        "the city plans to fund public compute for firms that train large models while partners share data and applications \
         under an open programme which lists dozens of companies and asks them to deploy commercial uses each year because \
         chips are scarce and research needs steady power risk rules and people who can build test measure explain",
    ),
];

const TERMS: [[&str; 6]; 2] = [
    ["chiplet", "LLM", "sức mạnh tính toán", "GPU", "AI tạo sinh", "bán dẫn"],
    ["chiplet", "LLM", "compute", "GPU", "generative AI", "semiconductor"],
];

const TAGS: [&str; 8] = ["compute", "models", "policy", "chips", "funding", "research", "talent", "data"];

/// SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, 2014): small, and good enough for prose that nobody reads.
struct Random(u64);

impl Random {
    fn of(corpus: &Corpus, page: usize, lang: usize) -> Random {
        let mut random = Random(corpus.seed ^ (corpus.pairs as u64) << 40 ^ (page as u64) << 8 ^ lang as u64);
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

struct Writer<'a> {
    random: Random,
    words: &'a [Vec<&'a str>; 2],
    lang: usize,
}

impl Writer<'_> {
    fn word(&mut self) -> &str {
        let words = &self.words[self.lang];
        words[self.random.below(words.len())]
    }

    fn sentence(&mut self, markup: bool) -> String {
        let length = 9 + self.random.below(11);
        let mut words: Vec<String> = (0..length).map(|_| self.word().to_owned()).collect();
        let at = self.random.below(length);
        if self.random.once_in(16) {
            words[at] = TERMS[self.lang][self.random.below(6)].to_owned();
        }
        let marks = [(10, "**"), (16, "*"), (25, "`")];
        for (times, mark) in marks {
            if self.random.once_in(times) && markup {
                let at = self.random.below(length);
                words[at] = format!("{mark}{}{mark}", words[at]);
            }
        }
        let text = words.join(" ");
        let mut letters = text.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        format!("{first}{}", letters.as_str())
    }

    fn paragraph(&mut self) -> String {
        let sentences: Vec<String> = (0..3 + self.random.below(2)).map(|_| self.sentence(true) + ".").collect();
        sentences.join(" ")
    }

    fn body(&mut self, layout: Layout, pairs: usize) -> String {
        let lang = WORDS[self.lang].0;
        let mut out = String::new();
        let mut line = |text: String| {
            out.push_str(&text);
            out.push_str("\n\n");
        };
        for section in 0..8 {
            let title: String = self.sentence(false).chars().take(60).collect();
            line(format!("## {} {}", title.trim(), section + 1));
            line(self.paragraph());
            line(self.paragraph());
            match section {
                1 => {
                    let items: Vec<String> = (0..5).map(|_| format!("- {}.", self.sentence(true))).collect();
                    line(items.join("\n"));
                }
                3 => {
                    let mut table = "| A | B | C |\n|---|---:|---|".to_owned();
                    for _ in 0..5 {
                        let number = 1 + self.random.below(9999);
                        let first = self.word().to_owned();
                        write!(table, "\n| {first} | {number} | {} |", self.word()).expect("a text takes text");
                    }
                    line(table);
                }
                2 | 4 | 6 => {
                    let page = self.random.below(pairs);
                    let end = if layout == Layout::Hugo { format!(".{lang}.md") } else { String::new() };
                    let path = format!("/pages/s{}/p{page}{end}", page % SECTIONS);
                    line(format!("{} [{} {page}]({path}).", self.sentence(true), self.word().to_owned()));
                }
                _ => line(format!("{}.[^n{section}]", self.sentence(true))),
            }
        }
        for note in [0, 5, 7] {
            line(format!("[^n{note}]: {}.", self.sentence(true)));
        }
        out
    }
}

/// Writes a corpus into a folder, in place of what is there.
pub fn write(corpus: &Corpus, layout: Layout, folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("the last corpus can be removed");
    }
    let words = WORDS.map(|(_, words)| words.split_whitespace().collect::<Vec<&str>>());
    let writer = |page: usize, lang: usize| Writer { random: Random::of(corpus, page, lang), words: &words, lang };
    let put = |path: String, text: &str| {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("a folder can be made");
        fs::write(file, text).expect("a file can be written");
    };
    for page in 0..corpus.pairs {
        for (number, (lang, _)) in WORDS.iter().enumerate() {
            let mut writer = writer(page, number);
            let (title, description) = (writer.sentence(false), writer.sentence(false));
            let date = format!("2023-{:02}-{:02}", page % 12 + 1, page % 28 + 1);
            let tags = format!("{}, {}", TAGS[page % 8], TAGS[(page % 8 + 1 + page / 8 % 7) % 8]);
            let front = format!(
                "---\ntitle: \"{title}\"\ndate: {date}\ndescription: \"{description}\"\ntags: [{tags}]\n---\n\n"
            );
            let text = front + &writer.body(layout, corpus.pairs);
            put(format!("content/pages/s{}/p{page}.{lang}.md", page % SECTIONS), &text);
        }
    }
    let index = if layout == Layout::Hugo { "_index" } else { "index" };
    for section in 0..SECTIONS.min(corpus.pairs) {
        for (lang, _) in WORDS {
            put(format!("content/pages/s{section}/{index}.{lang}.md"), &format!("---\ntitle: \"S{section}\"\n---\n"));
        }
    }
    if layout == Layout::Hugo {
        return;
    }
    put(
        "site.yaml".to_owned(),
        "title: {vi: Ngữ liệu, en: Corpus}\nbase_url: https://example.org/\nlanguages: [vi, en]\n",
    );
    for (lang, title) in [("vi", "Trang chủ"), ("en", "Home")] {
        put(format!("content/index.{lang}.md"), &format!("---\ntitle: \"{title}\"\n---\n"));
    }
    for term in 0..corpus.terms {
        for (number, (lang, _)) in WORDS.iter().enumerate() {
            let mut writer = writer(corpus.pairs + term, number);
            let made = if number == 0 { format!("thuật ngữ {term}") } else { format!("term number {term}") };
            let name = TERMS[number].get(term).map_or(made, |name| (*name).to_owned());
            let text = format!(
                "---\nterm: \"{name}\"\nshort: \"{}.\"\n---\n\n{}\n",
                writer.sentence(false),
                writer.paragraph()
            );
            put(format!("content/glossary/t{term}.{lang}.md"), &text);
        }
    }
}
