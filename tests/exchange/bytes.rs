//! What comes back as it went leaves every byte of every source.

use crate::site::Site;
use crate::{FORMATS, explainer, export, nasty, sources};

fn stays(site: &Site, from: &str, to: &str) {
    let before = sources(site);
    for format in FORMATS {
        let sent = export(site, from, to, format);
        let run = site.run(&["translations", "import", &sent]);
        assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{format:?} {from} {to}");
        assert!(run.stdout.starts_with("nothing to write; "), "{format:?}: {}", run.stdout);
        assert!(sources(site) == before, "{format:?} {from} {to}: a source has changed");
    }
}

#[test]
fn the_explainer_stays_as_it_is() {
    let site = explainer();
    stays(&site, "vi", "en");
}

#[test]
fn an_odd_site_stays_as_it_is() {
    let site = nasty();
    stays(&site, "vi", "en");
    stays(&site, "en", "vi");
}

/// The odd site with files as other systems and editors write them.
pub fn foreign() -> Site {
    let site = nasty();
    for path in ["content/index.vi.md", "content/index.en.md", "locales/en/site.ftl", "content/glossary/llm.vi.md"] {
        let text = std::fs::read_to_string(site.root().join(path)).expect("it can be read");
        // As macOS and Windows write it: marks apart from their letters, line ends of two characters, a byte order mark.
        let apart = text.replace('ô', "o\u{302}").replace('ạ', "a\u{323}").replace('\n', "\r\n");
        site.write(path, format!("\u{feff}{}", apart.trim_end()));
    }
    site
}

#[test]
fn files_of_other_systems_stay_as_they_are() {
    let site = foreign();
    stays(&site, "vi", "en");
    stays(&site, "en", "vi");
}
