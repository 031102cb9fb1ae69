//! Correcting what extraction found, and adding what it did not.

use super::check::with_claim;
use super::{Command, has_claim, in_claims, is_marking};
use crate::model::Status;
use crate::tui::app::{App, Tone};
use crate::tui::desk::Write;
use crate::tui::form::make;
use crate::tui::layer::Layer;

const GROUP: &str = "Claims";

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "edit",
        doc: "edit the claim: speaker, role, cue, kind, polarity, quote, date, translation, status",
        keys: &["e"],
        group: GROUP,
        hint: "edit",
        when: has_claim,
        run: |app| with_claim(app, make::edit),
    },
    Command {
        name: "span",
        doc: "set the claim's span anew, by marking it in the document",
        keys: &["s"],
        group: GROUP,
        hint: "",
        when: has_claim,
        run: span,
    },
    Command {
        name: "dismiss",
        doc: "set the claim aside as not checkable (asks why), or restore it",
        keys: &["z"],
        group: GROUP,
        hint: "set aside",
        when: has_claim,
        run: dismiss,
    },
    Command {
        name: "add",
        doc: "add a claim that was heard or copied, without an article",
        keys: &["a"],
        group: GROUP,
        hint: "add",
        when: in_claims,
        run: |app| app.layers.push(Layer::Form(Box::new(make::add(None, "")))),
    },
    Command {
        name: "translate",
        doc: "write or change the claim's translation",
        keys: &["T"],
        group: GROUP,
        hint: "",
        when: has_claim,
        run: |app| with_claim(app, make::translation),
    },
    Command {
        name: "undo",
        doc: "take back your last action",
        keys: &["u"],
        group: GROUP,
        hint: "undo",
        when: |app| !is_marking(app),
        run: |app| app.write(Write::Undo),
    },
    Command {
        name: "redo",
        doc: "do again what was taken back",
        keys: &["U", "ctrl-r"],
        group: GROUP,
        hint: "",
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
        return app.say(Tone::Notice, "This claim was typed in: it has no span.");
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
