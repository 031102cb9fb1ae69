//! Looking closer: filter, document view, copying.

use super::{Command, Words, has_claim, in_claims, in_detail, in_document, in_list, is_marking};
use crate::model::Order;
use crate::say;
use crate::tui::app::{App, Effect, Focus, Tone, View};
use crate::tui::document::DocumentView;
use crate::tui::editor::Editor;
use crate::tui::form::make;
use crate::tui::layer::Layer;

const GROUP: Words = || say!("tui-group-reading");

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "filter",
        title: || say!("tui-name-filter"),
        doc: || say!("tui-do-filter"),
        keys: &["/"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-filter")),
        when: in_claims,
        run: |app| {
            app.focus = Focus::List;
            app.filter.typing = true;
        },
    },
    Command {
        name: "order",
        title: || say!("tui-name-order"),
        doc: || say!("tui-do-order"),
        keys: &["i"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-order")),
        when: in_list,
        run: order,
    },
    Command {
        name: "find",
        title: || say!("tui-name-find"),
        doc: || say!("tui-do-find"),
        keys: &["/"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-find")),
        when: in_document,
        run: find,
    },
    Command {
        name: "document",
        title: || say!("tui-name-document"),
        doc: || say!("tui-do-document"),
        keys: &["enter", "d"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-document")),
        when: |app| in_claims(app) && has_claim(app),
        run: |app| {
            open(app);
        },
    },
    Command {
        name: "claim-file",
        title: || say!("tui-name-claim-file"),
        doc: || say!("tui-do-claim-file"),
        keys: &["enter", "d"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-claim-file")),
        when: in_document,
        run: |app| {
            app.close_document();
            app.focus = Focus::Detail;
        },
    },
    Command {
        name: "copy",
        title: || say!("tui-name-copy"),
        doc: || say!("tui-do-copy"),
        keys: &["y"],
        group: GROUP,
        hint: None,
        when: has_claim,
        run: copy,
    },
    Command {
        name: "back",
        title: || say!("tui-name-back"),
        doc: || say!("tui-do-back"),
        keys: &["esc"],
        group: GROUP,
        hint: None,
        when: |app| !is_marking(app) && app.view != View::Conflicts,
        run: back,
    },
];

/// Opens the claim's document; false, with a word, if it has none.
pub(super) fn open(app: &mut App) -> bool {
    let Some(claim) = app.claim() else { return false };
    let (id, document) = (claim.id.clone(), claim.document.clone());
    let Some(document) = document else {
        app.say(Tone::Notice, say!("tui-document-none"));
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
    let now = if by_document { say!("tui-order-worth") } else { say!("tui-order-document") };
    app.say(Tone::Notice, now);
}

fn find(app: &mut App) {
    let sought = app.document.as_ref().map(|d| d.sought.clone()).unwrap_or_default();
    app.layers.push(Layer::Form(Box::new(make::find(&sought))));
}

fn copy(app: &mut App) {
    if let Some(text) = app.claim().map(|c| c.text.clone()) {
        app.say(Tone::Good, say!("tui-copied"));
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
