//! What stands against each other, side by side, and merging, which brings it.

use super::{Command, Words, in_claims};
use crate::say;
use crate::tui::app::{App, Tone, View};
use crate::tui::conflicts::{Against, Conflicts};
use crate::tui::desk::{Order, Read, Write};
use crate::tui::form::{Form, make};
use crate::tui::layer::Layer;

const GROUP: Words = || say!("tui-group-working-apart");

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "merge",
        title: || say!("tui-name-merge"),
        doc: || say!("tui-do-merge"),
        keys: &["M"],
        group: GROUP,
        hint: None,
        when: in_claims,
        run: |app| alone(app, |_| make::merge("", "")),
    },
    Command {
        name: "share",
        title: || say!("tui-name-share"),
        doc: || say!("tui-do-share"),
        keys: &["S"],
        group: GROUP,
        hint: None,
        when: in_claims,
        run: |app| alone(app, |app| make::share(app, "", !app.list.query().is_empty())),
    },
    Command {
        name: "conflicts",
        title: || say!("tui-name-conflicts"),
        doc: || say!("tui-do-conflicts"),
        keys: &["K"],
        group: GROUP,
        hint: None,
        when: in_claims,
        run: open,
    },
    Command {
        name: "next-conflict",
        title: || say!("tui-name-next-conflict"),
        doc: || say!("tui-do-next-conflict"),
        keys: &["j", "down", "n"],
        group: GROUP,
        hint: None,
        when: in_conflicts,
        run: |app| app.conflicts.step(1),
    },
    Command {
        name: "previous-conflict",
        title: || say!("tui-name-previous-conflict"),
        doc: || say!("tui-do-previous-conflict"),
        keys: &["k", "up", "p"],
        group: GROUP,
        hint: None,
        when: in_conflicts,
        run: |app| app.conflicts.step(-1),
    },
    Command {
        name: "next-side",
        title: || say!("tui-name-next-side"),
        doc: || say!("tui-do-next-side"),
        keys: &["right", "tab", "l"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-next-side")),
        when: in_conflicts,
        run: |app| app.conflicts.step_side(1),
    },
    Command {
        name: "previous-side",
        title: || say!("tui-name-previous-side"),
        doc: || say!("tui-do-previous-side"),
        keys: &["left", "S-tab", "h"],
        group: GROUP,
        hint: None,
        when: in_conflicts,
        run: |app| app.conflicts.step_side(-1),
    },
    Command {
        name: "scroll-sides",
        title: || say!("tui-name-scroll-sides"),
        doc: || say!("tui-do-scroll-sides"),
        keys: &["pgdn", "space"],
        group: GROUP,
        hint: None,
        when: in_conflicts,
        run: |app| app.conflicts.scroll(8),
    },
    Command {
        name: "scroll-sides-back",
        title: || say!("tui-name-scroll-sides-back"),
        doc: || say!("tui-do-scroll-sides-back"),
        keys: &["pgup"],
        group: GROUP,
        hint: None,
        when: in_conflicts,
        run: |app| app.conflicts.scroll(-8),
    },
    Command {
        name: "take-side",
        title: || say!("tui-name-take-side"),
        doc: || say!("tui-do-take-side"),
        keys: &["enter"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-take-side")),
        when: in_conflicts,
        run: take,
    },
    Command {
        name: "own-value",
        title: || say!("tui-name-own-value"),
        doc: || say!("tui-do-own-value"),
        keys: &["e"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-own-value")),
        when: |app| in_conflicts(app) && matches!(app.conflicts.current(), Some(Against::Conflict(..))),
        run: own,
    },
    Command {
        name: "show-claim",
        title: || say!("tui-name-show-claim"),
        doc: || say!("tui-do-show-claim"),
        keys: &["d"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-show-claim")),
        when: in_conflicts,
        run: show,
    },
    Command {
        name: "leave-conflicts",
        title: || say!("tui-name-leave-conflicts"),
        doc: || say!("tui-do-leave-conflicts"),
        keys: &["esc", "K"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-leave-conflicts")),
        when: in_conflicts,
        run: |app| app.view = View::Claims,
    },
];

/// Opens the form for work that goes on beside the screen, of which there is one at a time.
fn alone(app: &mut App, form: impl FnOnce(&App) -> Form) {
    if app.job.is_some() {
        return app.say(Tone::Notice, say!("tui-merge-under-way"));
    }
    let form = form(app);
    app.layers.push(Layer::Form(Box::new(form)));
}

fn in_conflicts(app: &App) -> bool {
    app.view == View::Conflicts
}

/// Opens the view; what it shows is read anew.
pub fn open(app: &mut App) {
    app.view = View::Conflicts;
    app.conflicts = Conflicts::default();
    app.order(Order::Read(Read::Conflicts));
}

fn take(app: &mut App) {
    match app.conflicts.current() {
        Some(Against::Conflict(seen, _)) => {
            let write = Write::Resolve { seen: Box::new(seen.clone()), n: app.conflicts.side + 1 };
            app.write(write);
        }
        Some(Against::Dispute(_)) => {
            show(app);
            app.say(Tone::Notice, say!("tui-conflicts-own-verdicts"));
        }
        None => {}
    }
}

fn own(app: &mut App) {
    let Some(Against::Conflict(seen, about)) = app.conflicts.current() else { return };
    let value = seen.sides.get(app.conflicts.side).map(|side| side.value.clone()).unwrap_or_default();
    match seen.field.as_str() {
        "span" => app.say(Tone::Notice, say!("tui-conflicts-place")),
        _ => {
            let form = make::own_value(seen, &value).about(about);
            app.layers.push(Layer::Form(Box::new(form)));
        }
    }
}

fn show(app: &mut App) {
    let claim = match app.conflicts.current() {
        Some(Against::Conflict(conflict, _))
            if conflict.subject.starts_with('c') && conflict.subject != "casebook" =>
        {
            conflict.subject.parse().ok()
        }
        Some(Against::Dispute(dispute)) => Some(dispute.claim.clone()),
        _ => None,
    };
    match claim {
        Some(id) => {
            app.view = View::Claims;
            app.show(&id);
        }
        None => app.say(Tone::Notice, say!("tui-conflicts-no-claim")),
    }
}
