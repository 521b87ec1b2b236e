//! Input of a size that nobody wants: a clear word, no crash, and nothing lost.
#![allow(clippy::disallowed_methods, reason = "these tests make sites and look at what was built")]

mod support;

use std::fs;
use std::process::Output;

use support::built::files;
use support::disk::SmallDisk;
use support::sites;

const SITE: &str = "== site.yaml
title: Site
base_url: https://example.org/
languages: [en]
== content/index.en.md
---
title: Home
---

Hello.
";

fn complaints(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_text_of_fifty_megabytes_is_not_read() {
    let site = sites::folder(SITE);
    let text = "A line of a text that somebody has pasted, again and again.\n".repeat(50 * 1024 * 1024 / 60);
    sites::put(site.path(), "content/large.en.md", text.as_bytes());
    let output = sites::run(site.path(), &["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(complaints(&output).starts_with("error[file-too-large]: the file is larger than 8 MiB"), "{output:?}");
    // A text within the limit is read and built, however dull it is.
    let text = format!("---\ntitle: Large\n---\n\n{}", &text[..4 * 1024 * 1024]);
    sites::put(site.path(), "content/large.en.md", text.as_bytes());
    sites::run_quietly(site.path(), &["build"]);
}

#[test]
fn ten_thousand_levels_are_too_deep() {
    let deep = [
        "> ".repeat(10_000) + "deep",
        (0..10_000).map(|level| format!("{}- x\n", "  ".repeat(level))).take(2_000).collect(),
        format!("{}x{}", "[".repeat(10_000), "](y)".repeat(10_000)),
        format!("{}x{}", "*a **b ".repeat(5_000), "** *".repeat(5_000)),
        format!("{}x", "{{ <callout> }}\n".repeat(10_000)),
    ];
    for text in deep {
        let site = sites::folder(SITE);
        sites::put(site.path(), "content/deep.en.md", format!("---\ntitle: Deep\n---\n\n{text}\n").as_bytes());
        let output = sites::run(site.path(), &["build"]);
        // It is an error or a page, and never a signal.
        assert!(matches!(output.status.code(), Some(0 | 1)), "{:?} of {}", output.status, &text[..20]);
    }
}

#[test]
fn a_hundred_thousand_files_in_one_folder_are_built() {
    let site = sites::folder(SITE);
    for number in 0..100_000 {
        fs::write(site.path().join(format!("content/{number}.txt")), b"").expect("a file can be written");
    }
    let printed = sites::run_quietly(site.path(), &["build"]);
    assert!(printed.starts_with("built 1 page in en"), "{printed}");
    let built = fs::read_dir(site.path().join("public")).expect("the built folder can be read").count();
    assert!(built > 100_000, "{built}");
    fs::remove_file(site.path().join("content/7.txt")).expect("a file can be removed");
    let printed = sites::run_quietly(site.path(), &["build"]);
    assert!(printed.contains(" 1 deleted"), "{printed}");
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let site = sites::folder(SITE);
    let Some(disk) = SmallDisk::at(&site.path().join("disk")) else {
        return eprintln!("SKIPPED: no small disk can be mounted here");
    };
    let public = disk.0.join("public");
    let build = || sites::run(site.path(), &["build", "-o", "disk/public"]);
    assert!(build().status.success(), "a small site fits");
    let before = files(&public);
    let text = format!("---\ntitle: Large\n---\n\n{}", "Words and words.\n\n".repeat(30_000));
    sites::put(site.path(), "content/large.en.md", text.as_bytes());
    let output = build();
    assert_eq!(output.status.code(), Some(2));
    let told = complaints(&output);
    assert!(told.starts_with("error: cannot write ") && told.contains("no space left on device"), "{told}");
    assert!(files(&public) == before, "the old site stays as it was");
    let names: Vec<String> = fs::read_dir(&disk.0)
        .expect("the disk can be read")
        .map(|entry| entry.expect("an entry can be read").file_name().to_string_lossy().into_owned())
        .filter(|name| name != "public" && !name.ends_with("lock"))
        .collect();
    assert_eq!(names, Vec::<String>::new(), "nothing is left beside it");
    fs::remove_file(site.path().join("content/large.en.md")).expect("a file can be removed");
    assert!(build().status.success(), "the next build goes well again");
}

#[test]
fn a_template_that_never_ends_is_given_up() {
    let site = sites::folder(SITE);
    sites::run_quietly(site.path(), &["build"]);
    let before = files(&site.path().join("public"));
    let loops = "{% for a in range(end=100000) %}{% for b in range(end=100000) %}{% endfor %}{% endfor %}";
    sites::put(site.path(), "templates/slow.html", loops.as_bytes());
    sites::put(site.path(), "content/slow.en.md", b"---\ntitle: Slow\ntemplate: slow\n---\n\nHello.\n");
    let output = sites::run(site.path(), &["build"]);
    assert_eq!(output.status.code(), Some(1));
    let told = complaints(&output);
    assert!(told.starts_with("error[template-failed]: `en/slow/index.html` was not rendered within 30 s"), "{told}");
    assert!(told.ends_with("nothing was written\n"), "{told}");
    assert!(files(&site.path().join("public")) == before, "the old site stays as it was");
    sites::put(site.path(), "templates/slow.html", b"<p>{{ page.title }}</p>");
    sites::run_quietly(site.path(), &["build"]);
    assert!(site.path().join("public/en/slow/index.html").exists());
    let left = fs::read_dir(site.path()).expect("it can be read").flatten().map(|entry| entry.file_name());
    let left: Vec<String> =
        left.map(|name| name.to_string_lossy().into_owned()).filter(|name| name.starts_with('.')).collect();
    assert!(left.iter().all(|name| name.ends_with("lock")), "nothing is left of the build that was given up: {left:?}");
}
