//! Looking closer: filter, document view, copying.

use super::{Command, has_claim, in_claims, in_detail, in_document, in_list, is_marking};
use crate::model::Order;
use crate::tui::app::{App, Effect, Focus, Tone, View};
use crate::tui::document::DocumentView;
use crate::tui::editor::Editor;
use crate::tui::form::make;
use crate::tui::layer::Layer;

const GROUP: &str = "Reading";

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "filter",
        doc: "list only the claims with some words, or kind: speaker: status: verdict: polarity: doc: lang: order:",
        keys: &["/"],
        group: GROUP,
        hint: "filter",
        when: in_claims,
        run: |app| {
            app.focus = Focus::List;
            app.filter.typing = true;
        },
    },
    Command {
        name: "order",
        doc: "list what is most worth a check first, or the claims as they stand in their documents",
        keys: &["i"],
        group: GROUP,
        hint: "order",
        when: in_list,
        run: order,
    },
    Command {
        name: "find",
        doc: "in a document: find words",
        keys: &["/"],
        group: GROUP,
        hint: "find",
        when: in_document,
        run: find,
    },
    Command {
        name: "document",
        doc: "read the claim's document, all its claims marked",
        keys: &["enter", "d"],
        group: GROUP,
        hint: "document",
        when: |app| in_claims(app) && has_claim(app),
        run: |app| {
            open(app);
        },
    },
    Command {
        name: "claim-file",
        doc: "in a document: to the claim's file, with its evidence and verdicts",
        keys: &["enter", "d"],
        group: GROUP,
        hint: "claim file",
        when: in_document,
        run: |app| {
            app.close_document();
            app.focus = Focus::Detail;
        },
    },
    Command {
        name: "copy",
        doc: "copy the claim's words to the clipboard (OSC 52)",
        keys: &["y"],
        group: GROUP,
        hint: "",
        when: has_claim,
        run: copy,
    },
    Command {
        name: "back",
        doc: "back: close the document, leave the file, take the filter off",
        keys: &["esc"],
        group: GROUP,
        hint: "",
        when: |app| !is_marking(app) && app.view != View::Conflicts,
        run: back,
    },
];

/// Opens the claim's document; false, with a word, if it has none.
pub(super) fn open(app: &mut App) -> bool {
    let Some(claim) = app.claim() else { return false };
    let (id, document) = (claim.id.clone(), claim.document.clone());
    let Some(document) = document else {
        app.say(Tone::Notice, "This claim was typed in: it has no document.");
        return false;
    };
    app.document = Some(DocumentView::new(document, Some(id), app.mode, app.theme));
    app.view = View::Document;
    true
}

/// The order stands in the filter, where it is seen and can be changed.
fn order(app: &mut App) {
    const TERM: &str = "order:document";
    let text = app.filter.editor.text();
    let rest: Vec<&str> = text.split_whitespace().filter(|term| !term.starts_with("order:")).collect();
    let mut words = rest.join(" ");
    let by_document = app.list.query().order == Some(Order::Document);
    if !by_document {
        words = format!("{words} {TERM}").trim_start().to_owned();
    }
    app.filter.editor = Editor::line(&words);
    app.apply_filter();
    let now = if by_document {
        "What is most worth a check comes first."
    } else {
        "As they stand in their documents."
    };
    app.say(Tone::Notice, now);
}

fn find(app: &mut App) {
    let sought = app.document.as_ref().map(|d| d.sought.clone()).unwrap_or_default();
    app.layers.push(Layer::Form(Box::new(make::find(&sought))));
}

fn copy(app: &mut App) {
    if let Some(text) = app.claim().map(|c| c.text.clone()) {
        app.say(Tone::Good, "Copied, if this terminal allows it.");
        app.effects.push(Effect::Copy(text));
    }
}

fn back(app: &mut App) {
    if app.view == View::Document {
        app.close_document();
    } else if in_detail(app) {
        app.focus = Focus::List;
    } else if !app.filter.editor.text().is_empty() {
        app.filter.editor = Editor::line("");
        app.apply_filter();
    }
}
