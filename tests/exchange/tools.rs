//! What other programs make of exchanged files: gettext, the schemas of OASIS, the translate toolkit. A test whose
//! program is not here says so on stderr.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::site::Site;
use crate::{FORMATS, explainer, export, nasty, sources};

fn skipped(why: &str) {
    _ = writeln!(std::io::stderr(), "skipped: {why}");
}

/// Runs a program; `None` if there is none of that name.
fn run(program: &str, arguments: &[&str], folder: &Path) -> Option<Output> {
    Command::new(program).args(arguments).current_dir(folder).output().ok()
}

fn passes(output: &Output, what: &str) {
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{what}: {said}");
}

#[test]
fn gettext_finds_nothing_wrong() {
    for site in [explainer(), nasty()] {
        for (from, to) in [("vi", "en"), ("en", "vi")] {
            let sent = export(&site, from, to, ("po", "po"));
            let Some(output) = run("msgfmt", &["--check", "-o", "/dev/null", &sent], &site.root()) else {
                return skipped("there is no msgfmt here (package gettext)");
            };
            passes(&output, "msgfmt --check");
            assert_eq!(String::from_utf8_lossy(&output.stderr), "", "msgfmt has nothing to remark");
        }
    }
}

/// The folder with the schemas of OASIS: `xliff-core-1.2-strict.xsd`, `xliff_core_2.0.xsd`, `metadata.xsd` (of 2.1) and
/// `xml.xsd`. They are not part of this repository.
fn schemas() -> Option<PathBuf> {
    std::env::var_os("XLIFF_SCHEMAS").map(PathBuf::from).filter(|folder| folder.is_dir())
}

#[test]
fn xliff_is_valid_by_the_schemas_of_oasis() {
    let Some(schemas) = schemas() else {
        return skipped("`XLIFF_SCHEMAS` names no folder with the schemas of OASIS");
    };
    for site in [explainer(), nasty()] {
        for (format, schema) in [("xliff1", "1.2.xsd"), ("xliff", "2.1.xsd")] {
            let sent = export(&site, "vi", "en", (format, "xlf"));
            site.write(schema, wrapper(&schemas, format));
            let arguments = ["--nonet", "--noout", "--schema", schema, &sent];
            let Some(output) = run("xmllint", &arguments, &site.root()) else {
                return skipped("there is no xmllint here (package libxml2-utils)");
            };
            passes(&output, format);
        }
    }
}

/// A schema that takes in those of a version, with `xml.xsd` from the same folder first, so that nothing is fetched.
fn wrapper(schemas: &Path, format: &str) -> String {
    let own: &[(&str, &str)] = match format {
        "xliff1" => &[("urn:oasis:names:tc:xliff:document:1.2", "xliff-core-1.2-strict.xsd")],
        _ => &[
            ("urn:oasis:names:tc:xliff:document:2.0", "xliff_core_2.0.xsd"),
            ("urn:oasis:names:tc:xliff:metadata:2.0", "metadata.xsd"),
        ],
    };
    let xml = ("http://www.w3.org/XML/1998/namespace", "xml.xsd");
    let import = |(name, file): &(&str, &str)| {
        format!("<xs:import namespace=\"{name}\" schemaLocation=\"{}\"/>\n", schemas.join(file).display())
    };
    let imports: String = std::iter::once(&xml).chain(own).map(import).collect();
    format!("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n{imports}</xs:schema>\n")
}

/// Reads a file with the translate toolkit, counts its texts, and writes it again.
const TOOLKIT: &str = "
import sys
from translate.storage import csvl10n, po, tmx, xliff, xliff2
store = {'po': po.pofile, 'xliff': xliff2.Xliff2File, 'xliff1': xliff.xlifffile, 'tmx': tmx.tmxfile, 'csv': csvl10n.csvfile}
with open(sys.argv[2], 'rb') as sent:
    read = store[sys.argv[1]].parsestring(sent.read())
units = [unit for unit in read.units if not unit.isheader()]
for unit in units:
    assert unit.source, unit
with open(sys.argv[3], 'wb') as back:
    back.write(bytes(read))
print(len(units))
";

#[test]
fn the_translate_toolkit_reads_and_writes_each_format() {
    let site = Site::empty();
    let python = std::env::var("TOOLKIT_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let is_there = run(&python, &["-c", "import translate.storage.xliff2, lxml"], &site.root());
    if !is_there.is_some_and(|output| output.status.success()) {
        return skipped(
            "there is no translate toolkit here (Python package translate-toolkit); `TOOLKIT_PYTHON` may name its Python",
        );
    }
    for site in [explainer(), nasty()] {
        let before = sources(&site);
        for (format, ending) in FORMATS {
            let sent = export(&site, "vi", "en", (format, ending));
            let back = format!("back.{format}.{ending}");
            let output = run(&python, &["-c", TOOLKIT, format, &sent, &back], &site.root()).expect("it ran before");
            passes(&output, format);
            let said = String::from_utf8_lossy(&output.stdout);
            let units: usize = said.trim().parse().unwrap_or_else(|_| panic!("{format}: {said}"));
            assert!(units > 30, "{format}: {units} texts");
            let run = site.run(&["translations", "import", &back]);
            assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{format}");
            assert!(run.stdout.starts_with("nothing to write; "), "{format}: {}", run.stdout);
            assert!(sources(&site) == before, "{format}: a source has changed");
        }
    }
}
