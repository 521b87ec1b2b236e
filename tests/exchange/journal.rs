//! A power cut during an import: either the old files or the new ones.

use std::fs;

use crate::site::Site;
use crate::sources;

#[test]
fn a_change_that_was_decided_is_carried_on_with() {
    let site = Site::unbuilt();
    let folder = site.root().join(".songngu-changes");
    fs::create_dir(&folder).expect("a folder can be made");
    // The first file has its name already, the second has not.
    site.write("content/index.vi.md", "---\ntitle: Mới\n---\n");
    site.write(".songngu-changes/1", "---\ntitle: New\n---\n");
    site.write(".songngu-changes/list", "songngu changes 1\ncontent/index.vi.md\ncontent/index.en.md\n");
    let run = site.run(&["check"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert_eq!(
        fs::read_to_string(site.root().join("content/index.en.md")).expect("it is there"),
        "---\ntitle: New\n---\n"
    );
    assert!(!folder.exists() && site.left_behind().is_empty(), "nothing is left");
}

#[test]
fn a_change_that_was_not_decided_is_forgotten() {
    let site = Site::unbuilt();
    let before = sources(&site);
    site.write(".songngu-changes/0", "---\ntitle: New\n---\n");
    site.write(".songngu-changes/list.new", "songngu changes 1\ncontent/index.vi.md\n");
    assert_eq!(site.run(&["check"]).status, Some(0));
    let sent = crate::export(&site, "vi", "en", ("po", "po"));
    let text = crate::read(&site, &sent).replacen("\"Home\"", "\"Start\"", 1);
    site.write("back.po", text);
    assert_eq!(site.run(&["translations", "import", "back.po"]).status, Some(0));
    let mut after = sources(&site);
    assert_eq!(after.remove("content/index.en.md").map(|bytes| bytes.starts_with(b"---\ntitle: Start\n")), Some(true));
    assert!(after.iter().all(|(path, bytes)| before.get(path) == Some(bytes)), "the rest is as it was");
    assert!(site.left_behind().is_empty(), "nothing is left");
}

#[test]
fn a_list_does_not_lead_out_of_the_site() {
    let site = Site::unbuilt();
    site.write(".songngu-changes/0", "stolen");
    site.write(".songngu-changes/list", "songngu changes 1\n../away\n");
    let run = site.run(&["check"]);
    assert_eq!(run.status, Some(2), "{}", run.stderr);
    assert!(!site.root().join("../away").exists());
}

/// Kills a command at many moments; whoever reads the site afterwards finds the old files or the new ones. `site` makes
/// the site that it runs on.
fn killed(site: &dyn Fn() -> Site, arguments: &[&str]) {
    let old = sources(&site());
    let whole = site();
    let started = std::time::Instant::now();
    let run = whole.run(arguments);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
    let new = sources(&whole);
    assert!(old != new, "it changes something");
    let took = started.elapsed();
    let (mut olds, mut news) = (0, 0);
    for part in 0..10u32 {
        let site = site();
        let mut child = site.command().args(arguments).stdout(std::process::Stdio::null()).spawn().expect("it starts");
        // The moment is what is tried here; waiting for an event would always kill at the same one.
        let until = std::time::Instant::now() + took * (part + 3) / 13;
        while std::time::Instant::now() < until && child.try_wait().expect("it can be asked").is_none() {
            std::thread::yield_now();
        }
        _ = child.kill();
        _ = child.wait();
        assert!(
            site.run(&["translations", "export", "--from", "vi", "--to", "en", "--format", "csv"]).status == Some(0)
        );
        let mut now = sources(&site);
        now.retain(|path, _| !path.starts_with(".songngu-changes"));
        match (now == old, now == new) {
            (true, _) => olds += 1,
            (_, true) => news += 1,
            _ => panic!("a killed command leaves a mixture: {arguments:?}"),
        }
    }
    println!("{olds} times the old files, {news} times the new ones");
}

#[test]
fn a_killed_import_leaves_the_old_files_or_the_new_ones() {
    let site = crate::explainer();
    let sent = crate::export(&site, "vi", "en", ("po", "po"));
    let text = crate::read(&site, &sent);
    let mut back = String::new();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("msgctxt").is_none()
            && line.starts_with("msgstr \"")
            && line.ends_with("\"\n")
            && line.len() > 12
        {
            true => back.push_str(&format!("{} x\"\n", line.trim_end_matches("\"\n"))),
            false => back.push_str(line),
        }
    }
    let site = || {
        let site = crate::explainer();
        site.write("back.po", &back);
        site
    };
    killed(&site, &["translations", "import", "back.po"]);
}

#[test]
fn a_killed_agreement_leaves_the_old_files_or_the_new_ones() {
    let site = || {
        let site = crate::explainer();
        fs::remove_dir_all(site.root().join("locales/agreed")).expect("it is there");
        site
    };
    killed(&site, &["translations", "agree", "--all-clean"]);
}
