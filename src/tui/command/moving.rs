//! Moving about.

use super::{Command, in_claims, in_detail, in_document, in_list};
use crate::tui::app::{App, Focus};
use crate::tui::desk::Order;

const GROUP: &str = "Moving";

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "down",
        doc: "to the next claim; in a claim's file or a document: scroll down",
        keys: &["j", "down"],
        group: GROUP,
        hint: "",
        when: |app| in_claims(app) || in_document(app),
        run: |app| by_rows(app, 1),
    },
    Command {
        name: "up",
        doc: "to the claim before; in a claim's file or a document: scroll up",
        keys: &["k", "up"],
        group: GROUP,
        hint: "",
        when: |app| in_claims(app) || in_document(app),
        run: |app| by_rows(app, -1),
    },
    Command {
        name: "page-down",
        doc: "a screenful down",
        keys: &["pgdn", "ctrl-f", "space"],
        group: GROUP,
        hint: "",
        when: |app| in_claims(app) || in_document(app),
        run: |app| by_pages(app, 1),
    },
    Command {
        name: "page-up",
        doc: "a screenful up",
        keys: &["pgup", "ctrl-b"],
        group: GROUP,
        hint: "",
        when: |app| in_claims(app) || in_document(app),
        run: |app| by_pages(app, -1),
    },
    Command {
        name: "first",
        doc: "to the first claim, or the start of the text",
        keys: &["g", "home"],
        group: GROUP,
        hint: "",
        when: |app| in_claims(app) || in_document(app),
        run: first,
    },
    Command {
        name: "last",
        doc: "to the last claim, or the end of the text",
        keys: &["G", "end"],
        group: GROUP,
        hint: "",
        when: |app| in_claims(app) || in_document(app),
        run: last,
    },
    Command {
        name: "next-claim",
        doc: "in a document: to the next claim",
        keys: &["n", "tab"],
        group: GROUP,
        hint: "next claim",
        when: in_document,
        run: |app| step_claim(app, 1),
    },
    Command {
        name: "previous-claim",
        doc: "in a document: to the claim before",
        keys: &["p", "S-tab"],
        group: GROUP,
        hint: "previous",
        when: in_document,
        run: |app| step_claim(app, -1),
    },
    Command {
        name: "other-pane",
        doc: "between the list and the claim's file",
        keys: &["tab", "S-tab", "left", "right"],
        group: GROUP,
        hint: "file or list",
        when: |app| in_claims(app) && app.list.selected().is_some(),
        run: |app| app.focus = if in_list(app) { Focus::Detail } else { Focus::List },
    },
];

fn by_rows(app: &mut App, by: isize) {
    if in_list(app) {
        app.list.step(by);
    } else if in_detail(app) {
        scroll_detail(app, by);
    } else if let Some(document) = app.open_document() {
        document.scroll(by);
    }
}

fn by_pages(app: &mut App, by: isize) {
    if in_list(app) {
        app.list.step(by * app.list.screenful());
    } else if in_detail(app) {
        let room = app.detail.room.get() as isize;
        scroll_detail(app, by * (room - 1).max(1));
    } else if let Some(document) = app.open_document() {
        document.scroll_pages(by);
    }
}

fn scroll_detail(app: &App, by: isize) {
    app.detail.scroll.set(app.detail.scroll.get().saturating_add_signed(by));
}

fn order(app: &mut App, order: Option<Order>) {
    if let Some(order) = order {
        app.order(order);
    }
}

fn first(app: &mut App) {
    if in_list(app) {
        let wanted = app.list.first();
        order(app, wanted);
    } else if in_detail(app) {
        app.detail.scroll.set(0);
    } else if let Some(document) = app.open_document() {
        document.scroll_to_start();
    }
}

fn last(app: &mut App) {
    if in_list(app) {
        let wanted = app.list.last();
        order(app, wanted);
    } else if in_detail(app) {
        // The next drawing knows how many rows there are, and stops there.
        app.detail.scroll.set(usize::MAX / 2);
    } else if let Some(document) = app.open_document() {
        document.scroll_to_end();
    }
}

fn step_claim(app: &mut App, by: isize) {
    if let Some(document) = app.open_document() {
        document.step_claim(by);
    }
}
