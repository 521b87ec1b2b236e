//! The explainer is agreed on in whole: nobody has changed one language without a person's word on the other.
#![allow(clippy::disallowed_methods, reason = "this test runs the program on the repository's own site")]

use std::process::Command;

use serde_json::Value;

#[test]
fn both_languages_of_the_explainer_agree() {
    let output = Command::new(env!("CARGO_BIN_EXE_songngu"))
        .args(["translations", "status", "--json", "--root", env!("CARGO_MANIFEST_DIR")])
        .output()
        .expect("the program runs");
    let status: Value = serde_json::from_slice(&output.stdout).expect("one JSON object is printed");
    assert_eq!(status["diagnostics"], Value::Array(Vec::new()), "the files of agreements are in order");
    let editions = status["editions"].as_array().expect("a list").iter();
    let open = editions.filter(|edition| edition["blocks"]["agreed"] != edition["blocks"]["total"]);
    let open: Vec<String> =
        open.map(|edition| format!("{} {} {}", edition["page"], edition["lang"], edition["blocks"])).collect();
    assert!(
        open.is_empty(),
        "`songngu translations diff PAGE` shows what moved; `agree` records it:\n{}",
        open.join("\n")
    );
    let strings = status["strings"].as_array().expect("a list").iter();
    let open = strings.filter(|file| file["agreed"] != file["messages"]);
    let open: Vec<String> = open.map(Value::to_string).collect();
    assert!(open.is_empty(), "messages that nobody has agreed on:\n{}", open.join("\n"));
    let data = status["data"].as_array().expect("a list");
    let open: Vec<String> = data.iter().filter(|file| file["agreed"] != file["texts"]).map(Value::to_string).collect();
    assert!(open.is_empty(), "texts of data that nobody has agreed on:\n{}", open.join("\n"));
    assert!(data.len() > 20, "the data of the explainer is among it");
    assert!(status["languages"][0]["blocks"]["total"].as_u64().is_some_and(|total| total > 250), "it is the explainer");
}
