//! Choosing a document to list the claims of.

use super::{Command, Words, has_claim, in_claims, in_document};
use crate::locale;
use crate::model::{Document, Id};
use crate::say;
use crate::tui::app::{App, Tone};
use crate::tui::desk::{Order, Read, Write};
use crate::tui::editor::Editor;
use crate::tui::layer::{Layer, Pick, PickFor};

const GROUP: Words = || say!("tui-group-reading");

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "documents",
        title: || say!("tui-name-documents"),
        doc: || say!("tui-do-documents"),
        keys: &["o"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-documents")),
        when: in_claims,
        run: |app| app.order(Order::Read(Read::Documents)),
    },
    Command {
        name: "again",
        title: || say!("tui-name-again"),
        doc: || say!("tui-do-again"),
        keys: &["E"],
        group: GROUP,
        hint: None,
        when: |app| in_document(app) || (in_claims(app) && has_claim(app)),
        run: again,
    },
];

/// Looks for claims again in the document that is read, or in that of the claim.
fn again(app: &mut App) {
    let open = app.open_document().map(|document| document.id().clone());
    match open.or_else(|| app.claim().and_then(|claim| claim.document.clone())) {
        Some(document) => {
            let over = app.needless.as_ref() == Some(&document);
            app.write(Write::Again { document, extractors: app.extractors.clone(), over });
        }
        None => app.say(Tone::Notice, say!("tui-document-none")),
    }
}

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
