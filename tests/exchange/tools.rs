//! What other programs make of exchanged files: gettext, the schemas of OASIS, the translate toolkit, which is installed
//! below `target/` in a pinned version. A test whose program is not here and cannot be had says so on stderr.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::{FORMATS, explainer, export, nasty, read, sources};

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
/// `xml.xsd`. OASIS publishes them with the standards; they are not part of this repository.
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

/// The translate toolkit and what it needs, as the tests install it.
const PINNED: [&str; 3] = ["translate-toolkit==3.20.4", "lxml==6.1.3", "unicode-segmentation-rs==1.0.0"];

/// A Python with the translate toolkit: `$TOOLKIT_PYTHON`, or one below `target/`, installed once.
///
/// # Errors
/// Why there is none, in words.
fn toolkit() -> Result<PathBuf, String> {
    if let Some(python) = std::env::var_os("TOOLKIT_PYTHON") {
        return Ok(PathBuf::from(python));
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("translate-toolkit-3.20.4");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let is_there = run(&python.to_string_lossy(), &["-c", "import translate.storage.xliff2, lxml"], Path::new("."));
    if is_there.is_some_and(|output| output.status.success()) {
        return Ok(python);
    }
    let must = |program: &str, arguments: &[&str]| match run(program, arguments, Path::new(".")) {
        Some(output) if output.status.success() => Ok(()),
        Some(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            Err(format!("`{program}` failed: {}", said.lines().last().unwrap_or_default()))
        }
        None => Err(format!("there is no `{program}` here")),
    };
    must("python3", &["-m", "venv", "--clear", &folder.to_string_lossy()])?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--timeout", "20"];
    must(&python.to_string_lossy(), &[&pip[..], &PINNED].concat())?;
    Ok(python)
}

#[test]
fn the_translate_toolkit_reads_and_writes_each_format() {
    let python = match toolkit() {
        Ok(python) => python.to_string_lossy().into_owned(),
        Err(why) => {
            return skipped(&format!(
                "there is no translate toolkit: {why}; `TOOLKIT_PYTHON` may name a Python with it"
            ));
        }
    };
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
            // In CSV, the toolkit takes backslashes away: that is seen, and nothing is written.
            if format == "csv" && read(&site, &sent).contains('\\') {
                assert_eq!(run.status, Some(1), "{}", run.stdout);
                assert!(
                    run.stderr.contains("the source of `heading/p6` is not the one that was exported"),
                    "{}",
                    run.stderr
                );
            } else {
                assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{format}");
                assert!(run.stdout.starts_with("nothing to write; "), "{format}: {}", run.stdout);
            }
            assert!(sources(&site) == before, "{format}: a source has changed");
        }
    }
}
