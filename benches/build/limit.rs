//! What no generator can undercut: walk, read, Markdown to HTML, write as many bytes in as many files, on two threads.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Seconds, for the sources and the built site of a folder.
pub fn seconds(root: &Path) -> f64 {
    let built = root.join("public");
    // What is written, known beforehand.
    let files: Vec<(PathBuf, Vec<u8>)> = super::run::files(&built)
        .into_iter()
        .map(|file| (PathBuf::from(&file), fs::read(built.join(&file)).expect("a built file can be read")))
        .collect();
    let target = root.join("limit");
    if target.exists() {
        fs::remove_dir_all(&target).expect("the last one can be removed");
    }
    let started = Instant::now();
    let sources: Vec<PathBuf> = walk(&root.join("content"));
    std::thread::scope(|scope| {
        let half = |at: usize| (at * sources.len().div_ceil(2), at * files.len().div_ceil(2));
        for thread in 0..2 {
            let ((source, file), (last_source, last_file)) = (half(thread), half(thread + 1));
            let sources = &sources[source..last_source.min(sources.len())];
            let files = &files[file..last_file.min(files.len())];
            let target = &target;
            scope.spawn(move || {
                let mut html = String::new();
                for source in sources {
                    let text = fs::read_to_string(source).expect("a source can be read");
                    html.clear();
                    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new_ext(&text, OPTIONS));
                    std::hint::black_box(&html);
                }
                for (file, bytes) in files {
                    let path = target.join(file);
                    fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
                    fs::write(path, bytes).expect("a file can be written");
                }
            });
        }
    });
    let seconds = started.elapsed().as_secs_f64();
    fs::remove_dir_all(&target).expect("what was written can be removed");
    seconds
}

const OPTIONS: pulldown_cmark::Options = pulldown_cmark::Options::ENABLE_TABLES
    .union(pulldown_cmark::Options::ENABLE_FOOTNOTES)
    .union(pulldown_cmark::Options::ENABLE_YAML_STYLE_METADATA_BLOCKS);

fn walk(folder: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect()
}
