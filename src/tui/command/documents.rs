//! Choosing a document to list the claims of.

use super::{Command, in_claims};
use crate::locale;
use crate::model::{Document, Id};
use crate::say;
use crate::tui::app::{App, Tone};
use crate::tui::desk::{Order, Read};
use crate::tui::editor::Editor;
use crate::tui::layer::{Layer, Pick, PickFor};

pub(super) const TABLE: &[Command] = &[Command {
    name: "documents",
    title: || say!("tui-name-documents"),
    doc: || say!("tui-do-documents"),
    keys: &["o"],
    group: || say!("tui-group-reading"),
    hint: Some(|| say!("tui-hint-documents")),
    when: in_claims,
    run: |app| app.order(Order::Read(Read::Documents)),
}];

/// Offers the documents that were read.
pub fn offer(app: &mut App, documents: Vec<Document>) {
    if documents.is_empty() {
        return app.say(Tone::Notice, say!("tui-documents-none"));
    }
    if !app.layers.is_empty() {
        return;
    }
    let told = |d: &Document| {
        let title = if d.title.is_empty() { d.id.brief().to_owned() } else { d.title.clone() };
        let mut words = format!("{title} — {}", say!("tui-documents-claims", n = d.claims));
        for part in [&d.outlet, &locale::date(&d.published)] {
            if !part.is_empty() {
                words.push_str(" · ");
                words.push_str(part);
            }
        }
        if !d.withdrawn.is_empty() {
            words.push_str(&format!(" · {}", say!("tui-documents-withdrawn")));
        }
        words
    };
    let mut options = vec![say!("tui-documents-all")];
    options.extend(documents.iter().map(told));
    let ids = documents.into_iter().map(|d| d.id).collect();
    app.layers.push(Layer::Pick(Pick::new(say!("tui-documents-title"), options, PickFor::Documents(ids))));
}

/// Lists the claims of a document only, or of all.
pub fn choose(app: &mut App, id: Option<&Id>) {
    let query = id.map(|id| format!("doc:{}", id.brief())).unwrap_or_default();
    app.filter.editor = Editor::line(&query);
    app.apply_filter();
}
