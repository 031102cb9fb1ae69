//! Moving about.

use super::{Command, Words, in_claims, in_detail, in_document, in_list};
use crate::say;
use crate::tui::app::{App, Focus};
use crate::tui::desk::Order;

const GROUP: Words = || say!("tui-group-moving");

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "down",
        title: || say!("tui-name-down"),
        doc: || say!("tui-do-down"),
        keys: &["j", "down"],
        group: GROUP,
        hint: None,
        when: |app| in_claims(app) || in_document(app),
        run: |app| by_rows(app, 1),
    },
    Command {
        name: "up",
        title: || say!("tui-name-up"),
        doc: || say!("tui-do-up"),
        keys: &["k", "up"],
        group: GROUP,
        hint: None,
        when: |app| in_claims(app) || in_document(app),
        run: |app| by_rows(app, -1),
    },
    Command {
        name: "page-down",
        title: || say!("tui-name-page-down"),
        doc: || say!("tui-do-page-down"),
        keys: &["pgdn", "ctrl-f", "space"],
        group: GROUP,
        hint: None,
        when: |app| in_claims(app) || in_document(app),
        run: |app| by_pages(app, 1),
    },
    Command {
        name: "page-up",
        title: || say!("tui-name-page-up"),
        doc: || say!("tui-do-page-up"),
        keys: &["pgup", "ctrl-b"],
        group: GROUP,
        hint: None,
        when: |app| in_claims(app) || in_document(app),
        run: |app| by_pages(app, -1),
    },
    Command {
        name: "first",
        title: || say!("tui-name-first"),
        doc: || say!("tui-do-first"),
        keys: &["g", "home"],
        group: GROUP,
        hint: None,
        when: |app| in_claims(app) || in_document(app),
        run: first,
    },
    Command {
        name: "last",
        title: || say!("tui-name-last"),
        doc: || say!("tui-do-last"),
        keys: &["G", "end"],
        group: GROUP,
        hint: None,
        when: |app| in_claims(app) || in_document(app),
        run: last,
    },
    Command {
        name: "next-claim",
        title: || say!("tui-name-next-claim"),
        doc: || say!("tui-do-next-claim"),
        keys: &["n", "tab"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-next-claim")),
        when: in_document,
        run: |app| step_claim(app, 1),
    },
    Command {
        name: "previous-claim",
        title: || say!("tui-name-previous-claim"),
        doc: || say!("tui-do-previous-claim"),
        keys: &["p", "S-tab"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-previous-claim")),
        when: in_document,
        run: |app| step_claim(app, -1),
    },
    Command {
        name: "other-pane",
        title: || say!("tui-name-other-pane"),
        doc: || say!("tui-do-other-pane"),
        keys: &["tab", "S-tab", "left", "right"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-other-pane")),
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
