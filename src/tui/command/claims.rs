//! Correcting what extraction found, and adding what it did not.

use super::check::with_claim;
use super::{Command, Words, has_claim, in_claims, is_marking};
use crate::model::Status;
use crate::say;
use crate::tui::app::{App, Tone};
use crate::tui::desk::Write;
use crate::tui::form::make;
use crate::tui::layer::Layer;

const GROUP: Words = || say!("tui-group-claims");

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "edit",
        title: || say!("tui-name-edit"),
        doc: || say!("tui-do-edit"),
        keys: &["e"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-edit")),
        when: has_claim,
        run: |app| with_claim(app, make::edit),
    },
    Command {
        name: "span",
        title: || say!("tui-name-span"),
        doc: || say!("tui-do-span"),
        keys: &["s"],
        group: GROUP,
        hint: None,
        when: has_claim,
        run: span,
    },
    Command {
        name: "dismiss",
        title: || say!("tui-name-dismiss"),
        doc: || say!("tui-do-dismiss"),
        keys: &["z"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-dismiss")),
        when: has_claim,
        run: dismiss,
    },
    Command {
        name: "add",
        title: || say!("tui-name-add"),
        doc: || say!("tui-do-add"),
        keys: &["a"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-add")),
        when: in_claims,
        run: |app| app.layers.push(Layer::Form(Box::new(make::add(None, "")))),
    },
    Command {
        name: "translate",
        title: || say!("tui-name-translate"),
        doc: || say!("tui-do-translate"),
        keys: &["T"],
        group: GROUP,
        hint: None,
        when: has_claim,
        run: |app| with_claim(app, make::translation),
    },
    Command {
        name: "undo",
        title: || say!("tui-name-undo"),
        doc: || say!("tui-do-undo"),
        keys: &["u"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-undo")),
        when: |app| !is_marking(app),
        run: |app| app.write(if app.undo_stuck { Write::UndoOver } else { Write::Undo }),
    },
    Command {
        name: "redo",
        title: || say!("tui-name-redo"),
        doc: || say!("tui-do-redo"),
        keys: &["U", "ctrl-r"],
        group: GROUP,
        hint: None,
        when: |app| !is_marking(app),
        run: |app| app.write(Write::Redo),
    },
];

fn span(app: &mut App) {
    let reading = app.open_document().is_some();
    if !reading && !super::reading::open(app) {
        return;
    }
    if app.claim().is_some_and(|c| c.document.is_none()) {
        return app.say(Tone::Notice, say!("tui-span-none"));
    }
    if let Some(document) = app.open_document() {
        document.begin_span();
    }
}

fn dismiss(app: &mut App) {
    match app.claim() {
        Some(claim) if claim.status == Status::Dismissed => {
            let write = Write::Restore(claim.id.clone());
            app.write(write);
        }
        Some(_) => with_claim(app, make::dismiss),
        None => {}
    }
}
