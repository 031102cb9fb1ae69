//! Reports written to files.

use super::{Command, Words, has_claim, in_claims, in_document};
use crate::say;
use crate::tui::app::{App, Tone};
use crate::tui::desk::Order;
use crate::tui::form::make;
use crate::tui::layer::Layer;

const GROUP: Words = || say!("tui-group-reports");

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "export",
        title: || say!("tui-name-export"),
        doc: || say!("tui-do-export"),
        keys: &["x"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-export")),
        when: |app| in_claims(app) || in_document(app),
        run: export,
    },
    Command {
        name: "stop-export",
        title: || say!("tui-name-stop-export"),
        doc: || say!("tui-do-stop-export"),
        keys: &["X", "ctrl-x"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-stop-export")),
        when: |app| app.exporting.is_some(),
        run: |app| {
            app.order(Order::StopExport);
            app.say(Tone::Notice, say!("tui-export-stopping"));
        },
    },
];

fn export(app: &mut App) {
    if app.exporting.is_some() {
        return app.say(Tone::Notice, say!("tui-export-under-way"));
    }
    let shown = match (app.list.total(), app.list.query().is_empty()) {
        (Some(n), true) => say!("tui-export-all-counted", n = n),
        (Some(n), false) => say!("tui-export-filter-counted", n = n),
        (None, true) => say!("tui-export-all"),
        (None, false) => say!("tui-export-filter"),
    };
    let one = has_claim(app);
    app.layers.push(Layer::Form(Box::new(make::export(&shown, one, "hudna-report"))));
}
