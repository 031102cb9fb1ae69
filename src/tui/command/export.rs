//! Reports written to files.

use super::{Command, has_claim, in_claims, in_document};
use crate::tui::app::{App, Tone};
use crate::tui::desk::Order;
use crate::tui::form::make;
use crate::tui::layer::Layer;

const GROUP: &str = "Reports";

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "export",
        doc: "write a report (HTML, Markdown, CSV, JSON) on the claims listed, or on this one",
        keys: &["x"],
        group: GROUP,
        hint: "export",
        when: |app| in_claims(app) || in_document(app),
        run: export,
    },
    Command {
        name: "stop-export",
        doc: "stop the report that is being written",
        keys: &["X", "ctrl-x"],
        group: GROUP,
        hint: "stop",
        when: |app| app.exporting.is_some(),
        run: |app| app.order(Order::StopExport),
    },
];

fn export(app: &mut App) {
    if app.exporting.is_some() {
        return app.say(Tone::Notice, "A report is being written; X stops it.");
    }
    let shown = match (app.list.total(), app.list.query().is_empty()) {
        (Some(n), true) => format!("all {n} claims"),
        (Some(n), false) => format!("the {n} claims of the filter"),
        (None, true) => "all claims".to_owned(),
        (None, false) => "the claims of the filter".to_owned(),
    };
    let one = has_claim(app);
    app.layers.push(Layer::Form(Box::new(make::export(&shown, one, "hudna-report"))));
}
