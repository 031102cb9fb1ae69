//! What stands against each other, side by side, and merging, which brings it.

use super::{Command, in_claims};
use crate::tui::app::{App, Tone, View};
use crate::tui::conflicts::{Against, Conflicts};
use crate::tui::desk::{Order, Read, Write};
use crate::tui::form::make;
use crate::tui::layer::Layer;

const GROUP: &str = "Working apart";

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "merge",
        doc: "take over what another copy of the case holds: shown first, then asked for",
        keys: &["M"],
        group: GROUP,
        hint: "",
        when: in_claims,
        run: |app| {
            if app.merging.is_some() {
                return app.say(Tone::Notice, "A merge is under way.");
            }
            app.layers.push(Layer::Form(Box::new(make::merge("", ""))));
        },
    },
    Command {
        name: "conflicts",
        doc: "see what checkers wrote unlike each other, side by side, and choose",
        keys: &["K"],
        group: GROUP,
        hint: "",
        when: in_claims,
        run: open,
    },
    Command {
        name: "next-conflict",
        doc: "in the conflicts: to the next one",
        keys: &["j", "down", "n"],
        group: GROUP,
        hint: "",
        when: in_conflicts,
        run: |app| app.conflicts.step(1),
    },
    Command {
        name: "previous-conflict",
        doc: "in the conflicts: to the one before",
        keys: &["k", "up", "p"],
        group: GROUP,
        hint: "",
        when: in_conflicts,
        run: |app| app.conflicts.step(-1),
    },
    Command {
        name: "next-side",
        doc: "in the conflicts: to the next side",
        keys: &["right", "tab", "l"],
        group: GROUP,
        hint: "side",
        when: in_conflicts,
        run: |app| app.conflicts.step_side(1),
    },
    Command {
        name: "previous-side",
        doc: "in the conflicts: to the side before",
        keys: &["left", "S-tab", "h"],
        group: GROUP,
        hint: "",
        when: in_conflicts,
        run: |app| app.conflicts.step_side(-1),
    },
    Command {
        name: "scroll-sides",
        doc: "in the conflicts: the sides a screenful down",
        keys: &["pgdn", "space"],
        group: GROUP,
        hint: "",
        when: in_conflicts,
        run: |app| app.conflicts.scroll(8),
    },
    Command {
        name: "scroll-sides-back",
        doc: "in the conflicts: the sides a screenful up",
        keys: &["pgup"],
        group: GROUP,
        hint: "",
        when: in_conflicts,
        run: |app| app.conflicts.scroll(-8),
    },
    Command {
        name: "take-side",
        doc: "in the conflicts: take the side chosen; of a dispute, go to the claim",
        keys: &["enter"],
        group: GROUP,
        hint: "take it",
        when: in_conflicts,
        run: take,
    },
    Command {
        name: "own-value",
        doc: "in the conflicts: write a value of your own in place of all",
        keys: &["e"],
        group: GROUP,
        hint: "own value",
        when: |app| in_conflicts(app) && matches!(app.conflicts.current(), Some(Against::Conflict(..))),
        run: own,
    },
    Command {
        name: "show-claim",
        doc: "in the conflicts: to the claim",
        keys: &["d"],
        group: GROUP,
        hint: "claim",
        when: in_conflicts,
        run: show,
    },
    Command {
        name: "leave-conflicts",
        doc: "from the conflicts back to the claims",
        keys: &["esc", "K"],
        group: GROUP,
        hint: "back",
        when: in_conflicts,
        run: |app| app.view = View::Claims,
    },
];

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
            app.say(
                Tone::Notice,
                "Verdicts are their checkers' own: r gives yours anew, w withdraws it; nobody ends it for another.",
            );
        }
        None => {}
    }
}

fn own(app: &mut App) {
    let Some(Against::Conflict(seen, about)) = app.conflicts.current() else { return };
    let value = seen.sides.get(app.conflicts.side).map(|side| side.value.clone()).unwrap_or_default();
    match seen.field.as_str() {
        "span" => app
            .say(Tone::Notice, "A place is not typed: take a side, or mark another in the document (d, s)."),
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
        None => app.say(Tone::Notice, "This is not a field of a claim."),
    }
}
