//! The shapes of a drawing and what it says, put together: `drawing-invalid`, `label-missing`, `label-unused`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::site::Drawn;
use crate::base::SourcePath;
use crate::config::yaml::quoted;
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::parse::drawing::{Drawing, labels};
use crate::parse::front::DrawingText;

/// Drawings by id. One of which a part is missing is reported and left out.
pub fn join(
    drawings: Vec<Arc<Drawing>>,
    texts: Vec<Arc<DrawingText>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Drawn> {
    let mut texts: BTreeMap<String, Arc<DrawingText>> = texts.into_iter().map(|text| (id(&text.path), text)).collect();
    let mut drawn = BTreeMap::new();
    for drawing in drawings {
        let id = id(&drawing.path);
        let Some(text) = texts.remove(&id) else {
            let message = format!("the drawing `{id}` has neither a title nor labels");
            let hint = format!("write them into `content/drawings/{id}.yaml`");
            diagnostics.push(Diagnostic::new(Code::DrawingInvalid, message).in_file(&drawing.path).hint(hint));
            continue;
        };
        compare(&drawing, &text, diagnostics);
        drawn.insert(id, Drawn { drawing, text });
    }
    for (id, text) in texts {
        let message = format!("there is no drawing `content/drawings/{id}.svg`");
        let hint = "the labels of a drawing stand beside it, under the same name";
        diagnostics.push(Diagnostic::new(Code::FileStray, message).in_file(&text.path).hint(hint));
    }
    drawn
}

/// The drawing's name: `chiplets` of `content/drawings/chiplets.svg`.
fn id(path: &SourcePath) -> String {
    let name = path.file_name();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

fn compare(drawing: &Drawing, text: &DrawingText, diagnostics: &mut Vec<Diagnostic>) {
    let wanted = labels(drawing);
    let known: Vec<&str> = text.labels.keys().map(String::as_str).collect();
    for (label, span) in &wanted {
        if !text.labels.contains_key(*label) {
            let hint = did_you_mean(label, known.iter().copied())
                .unwrap_or_else(|| format!("write it under `labels:` in `{}`", text.path));
            let diagnostic = Diagnostic::new(Code::LabelMissing, format!("there is no label `{label}`"));
            diagnostics.push(diagnostic.at(&drawing.path, *span).hint(hint));
        }
    }
    for (label, placed) in &text.labels {
        if !wanted.contains_key(label.as_str()) {
            let shown: Vec<&str> = wanted.keys().copied().collect();
            let diagnostic =
                Diagnostic::new(Code::LabelUnused, format!("the drawing does not show the label `{label}`"));
            let hint = format!("remove it; the drawing shows {}", quoted(&shown));
            diagnostics.push(diagnostic.at(&text.path, placed.span).hint(hint));
        }
    }
}
