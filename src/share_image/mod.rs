//! The picture that a page is shared with: the page's title, the site's name, the language's own name.
//!
//! Enters: three lines of text. Leaves: the bytes of a PNG, the same for the same texts. Never here: which pages have
//! one, files, fonts of this machine.
//!
//! The one typeface is a part of Noto Serif Bold (SIL Open Font License 1.1, see `OFL.txt`): Latin letters with all
//! marks of Vietnamese, Greek and Cyrillic. Texts in NFC need nothing but its glyphs one after the other. What it has
//! no glyph for cannot be drawn ([`can_draw`]), and writing that joins or reorders letters is none of its business.

use ab_glyph::{Font as _, FontRef, Glyph, ScaleFont as _, point};

/// The width of a picture in pixels: what Open Graph's readers expect.
pub const WIDTH: usize = 1200;
/// The height of a picture in pixels.
pub const HEIGHT: usize = 630;

static FONT: &[u8] = include_bytes!("NotoSerif-Bold-subset.ttf");

const MARGIN: f32 = 80.0;
/// The sizes that a title may have, in pixels from the highest mark to the deepest foot; the first in which it fits is taken.
const SIZES: [f32; 5] = [104.0, 92.0, 80.0, 68.0, 56.0];
/// From line to line, by the size: the size has room for stacked marks already.
const LINE: f32 = 1.06;
/// The room for the title: from the first line's top to the last line's foot.
const TITLE: std::ops::Range<f32> = 150.0..515.0;

const PAPER: [u8; 3] = [0xfc, 0xfc, 0xf9];
const INK: [u8; 3] = [0x1b, 0x23, 0x24];
const JADE: [u8; 3] = [0x0a, 0x63, 0x55];
/// Steps from paper to ink, and from paper to jade: sixteen colours in all, four bits a pixel.
const STEPS: u8 = 8;

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card<'a> {
    /// The page's title.
    pub title: &'a str,
    /// The site's name.
    pub site: &'a str,
    /// The language's own name; left out where it cannot be drawn.
    pub language: &'a str,
}

/// Whether the typeface has every letter of a text.
pub fn can_draw(text: &str) -> bool {
    let Some(font) = font() else { return false };
    text.chars().all(|letter| letter.is_whitespace() || font.glyph_id(letter).0 != 0)
}

/// The picture as a PNG, [`WIDTH`] by [`HEIGHT`] pixels. What does not fit below four lines is left out with an ellipsis.
pub fn png(card: Card<'_>) -> Vec<u8> {
    let Card { title, site, language } = card;
    let mut canvas = Canvas { pixels: vec![0; WIDTH * HEIGHT] };
    if let Some(font) = font() {
        let width = WIDTH as f32 - 2.0 * MARGIN;
        let (size, lines) = broken(&font, title, width);
        let height = lines.len() as f32 * size * LINE;
        let top = TITLE.start + (TITLE.end - TITLE.start - height).max(0.0) / 2.0;
        for (at, line) in lines.iter().enumerate() {
            canvas.line(&font, line, size, (MARGIN, top + at as f32 * size * LINE + size * 0.8), STEPS - 1);
        }
        canvas.line(&font, &cut(&font, site, 36.0, width), 36.0, (MARGIN, 96.0), STEPS);
        if can_draw(language) {
            canvas.line(&font, language, 32.0, (MARGIN, 582.0), STEPS);
        }
    }
    // The theme's sign: the double rule, for two languages and one text.
    for top in [120, 127, 530, 537] {
        canvas.rule(top, 3);
    }
    encoded(&canvas.pixels)
}

fn font() -> Option<FontRef<'static>> {
    FontRef::try_from_slice(FONT).ok()
}

/// One byte a pixel, each a colour of the palette: 0 is paper, then the steps to ink, then those to jade.
struct Canvas {
    pixels: Vec<u8>,
}

impl Canvas {
    /// Draws one line with its foot at `y`. `colour` is the last step: that of ink or that of jade.
    fn line(&mut self, font: &FontRef<'_>, text: &str, size: f32, (x, y): (f32, f32), colour: u8) {
        let scaled = font.as_scaled(size);
        let mut at = x;
        for letter in text.chars() {
            let glyph: Glyph = scaled.scaled_glyph(letter);
            let advance = scaled.h_advance(glyph.id);
            let glyph = Glyph { position: point(at, y), ..glyph };
            at += advance;
            let Some(outline) = font.outline_glyph(glyph) else { continue };
            let bounds = outline.px_bounds();
            outline.draw(|column, row, covered| {
                let (column, row) = (bounds.min.x as i64 + i64::from(column), bounds.min.y as i64 + i64::from(row));
                let inside = (0..WIDTH as i64).contains(&column) && (0..HEIGHT as i64).contains(&row);
                // From 0 to 7; whole numbers from here on, so that every machine makes the same bytes.
                let step = (covered.clamp(0.0, 1.0) * f32::from(STEPS - 1)).round() as u8;
                if inside && step > 0 {
                    let pixel = &mut self.pixels[row as usize * WIDTH + column as usize];
                    *pixel = (*pixel).max(if colour < STEPS { step } else { step + STEPS });
                }
            });
        }
    }

    fn rule(&mut self, top: usize, height: usize) {
        for row in top..top + height {
            let start = row * WIDTH + MARGIN as usize;
            self.pixels[start..start + WIDTH - 2 * MARGIN as usize].fill(2 * STEPS - 1);
        }
    }
}

/// The title in lines, in the greatest size in which it fits.
fn broken(font: &FontRef<'_>, title: &str, width: f32) -> (f32, Vec<String>) {
    let words: Vec<&str> = title.split_whitespace().collect();
    for size in SIZES {
        let fits = |line: &str| measure(font, line, size) <= width;
        let mut lines: Vec<String> = Vec::new();
        for word in &words {
            match lines.last_mut() {
                Some(line) if fits(&format!("{line} {word}")) => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push((*word).to_owned()),
            }
        }
        let is_last = size == SIZES[SIZES.len() - 1];
        let room = ((TITLE.end - TITLE.start) / (size * LINE)) as usize;
        if lines.len() <= room.min(4) && lines.iter().all(|line| fits(line)) {
            return (size, lines);
        }
        if is_last {
            let more = lines.len() > room;
            lines.truncate(room);
            if let Some(line) = lines.last_mut().filter(|_| more) {
                line.push('…');
            }
            return (size, lines.iter().map(|line| cut(font, line, size, width)).collect());
        }
    }
    (SIZES[0], Vec::new())
}

/// A line that is too long, with an ellipsis where it is cut.
fn cut(font: &FontRef<'_>, line: &str, size: f32, width: f32) -> String {
    if measure(font, line, size) <= width {
        return line.to_owned();
    }
    let mut kept: String = line.trim_end_matches('…').to_owned();
    while !kept.is_empty() && measure(font, &format!("{kept}…"), size) > width {
        kept.pop();
    }
    format!("{}…", kept.trim_end())
}

fn measure(font: &FontRef<'_>, text: &str, size: f32) -> f32 {
    let scaled = font.as_scaled(size);
    text.chars().map(|letter| scaled.h_advance(font.glyph_id(letter))).sum()
}

/// Sixteen colours, two pixels a byte. Source: PNG, third edition (W3C).
fn encoded(pixels: &[u8]) -> Vec<u8> {
    let packed: Vec<u8> = pixels.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    let mut bytes = Vec::with_capacity(16 * 1024);
    let mut encoder = png::Encoder::new(&mut bytes, WIDTH as u32, HEIGHT as u32);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_palette(palette());
    encoder.set_compression(png::Compression::Fast);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().expect("writing to memory cannot fail, and the sizes are not zero");
    writer.write_image_data(&packed).expect("there are as many pixels as were announced");
    writer.finish().expect("writing to memory cannot fail");
    bytes
}

fn palette() -> Vec<u8> {
    let between = |target: [u8; 3], step: u8| {
        let mixed = |at: usize| {
            let (paper, full) = (u32::from(PAPER[at]), u32::from(target[at]));
            let (step, last) = (u32::from(step), u32::from(STEPS - 1));
            ((paper * (last - step) + full * step) / last) as u8
        };
        [mixed(0), mixed(1), mixed(2)]
    };
    let ink = (0..STEPS).flat_map(|step| between(INK, step));
    ink.chain((0..STEPS).flat_map(|step| between(JADE, step))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: Card<'_> = Card { title: "Nghệ thuật", site: "Bắc Kinh và AI", language: "Tiếng Việt" };

    /// One byte a pixel.
    fn decoded(bytes: &[u8]) -> Vec<u8> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("it is a PNG");
        assert_eq!((reader.info().width, reader.info().height), (1200, 630));
        let mut packed = vec![0; reader.output_buffer_size().expect("it is small")];
        reader.next_frame(&mut packed).expect("it has a frame");
        packed.into_iter().flat_map(|pair| [pair >> 4, pair & 15]).collect()
    }

    fn inked(pixels: &[u8], rows: std::ops::Range<usize>) -> usize {
        pixels[rows.start * WIDTH..rows.end * WIDTH].iter().filter(|pixel| **pixel != 0).count()
    }

    #[test]
    fn the_same_texts_give_the_same_bytes_and_small_ones() {
        assert_eq!(png(CARD), png(CARD));
        assert_ne!(png(CARD), png(Card { title: "Nghê thuật", ..CARD }));
        let long = "chữ ".repeat(60);
        for title in ["A", &long] {
            let size = png(Card { title, ..CARD }).len();
            assert!(size < 100_000, "{title}: {size} bytes");
        }
    }

    #[test]
    fn marks_upon_marks_are_drawn_and_stay_inside() {
        let plain = decoded(&png(Card { title: "ENO", ..CARD }));
        let marked = decoded(&png(Card { title: "ỄNỘ", ..CARD }));
        assert!(inked(&marked, 150..520) > inked(&plain, 150..520), "the marks add ink");
        for line in [1, 2, 3, 4] {
            let title = "ỄỘ ".repeat(line * 9);
            let pixels = decoded(&png(Card { title: &title, ..CARD }));
            assert_eq!(inked(&pixels, 131..148), 0, "{line}: nothing touches the upper rule");
            assert_eq!(inked(&pixels, 520..529), 0, "{line}: nothing touches the lower rule");
        }
    }

    #[test]
    fn every_letter_of_vietnamese_can_be_drawn() {
        let vowels = "AEIOUYaeiouyÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĨĩŨũƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳ\
                      ẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹđĐ";
        assert_eq!(vowels.chars().count(), 12 * 6 * 2 + 2);
        for letter in vowels.chars() {
            assert!(can_draw(&letter.to_string()), "{letter}");
        }
        assert!(can_draw("“Điện toán” – 1,048 · Ёлка…"));
        assert!(!can_draw("人工智能") && !can_draw("مرحبا") && !can_draw("หน้า"));
    }

    #[test]
    fn what_does_not_fit_is_cut() {
        let Some(font) = font() else { panic!("the typeface is a typeface") };
        let (_, lines) = broken(&font, &"chữ ".repeat(200), 1040.0);
        assert!(lines.len() <= 6 && lines.last().is_some_and(|line| line.ends_with('…')), "{lines:?}");
        let (_, lines) = broken(&font, &"chữ".repeat(200), 1040.0);
        assert!(lines.iter().all(|line| measure(&font, line, 56.0) <= 1040.0), "{lines:?}");
    }
}
