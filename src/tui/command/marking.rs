//! Marking a span in a document.

use super::{Command, Words, in_document, is_marking};
use crate::model::{Claim, ClaimEdit};
use crate::say;
use crate::tui::app::{App, Tone};
use crate::tui::desk::Write;
use crate::tui::document::Purpose;
use crate::tui::editor::Move;
use crate::tui::form::make;
use crate::tui::layer::Layer;

const GROUP: Words = || say!("tui-group-marking-in-a-document");

macro_rules! moving {
    ($name:literal, $title:expr, $doc:expr, $keys:expr, $move:expr) => {
        Command {
            name: $name,
            title: $title,
            doc: $doc,
            keys: $keys,
            group: GROUP,
            hint: None,
            when: is_marking,
            run: |app| go(app, $move),
        }
    };
}

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "mark",
        title: || say!("tui-name-mark"),
        doc: || say!("tui-do-mark"),
        keys: &["v"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-mark")),
        when: in_document,
        run: |app| {
            if let Some(document) = app.open_document() {
                document.begin_mark();
            }
        },
    },
    Command {
        name: "mark-from",
        title: || say!("tui-name-mark-from"),
        doc: || say!("tui-do-mark-from"),
        keys: &["v", "space"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-mark-from")),
        when: is_marking,
        run: |app| {
            if let Some(document) = app.open_document() {
                document.set_anchor();
            }
        },
    },
    Command {
        name: "mark-done",
        title: || say!("tui-name-mark-done"),
        doc: || say!("tui-do-mark-done"),
        keys: &["a", "enter"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-mark-done")),
        when: is_marking,
        run: done,
    },
    Command {
        name: "mark-drop",
        title: || say!("tui-name-mark-drop"),
        doc: || say!("tui-do-mark-drop"),
        keys: &["esc", "q"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-mark-drop")),
        when: is_marking,
        run: |app| {
            if let Some(document) = app.open_document() {
                document.drop_mark();
            }
        },
    },
    Command {
        name: "mark-swap",
        title: || say!("tui-name-mark-swap"),
        doc: || say!("tui-do-mark-swap"),
        keys: &["o"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-mark-swap")),
        when: is_marking,
        run: |app| {
            if let Some(document) = app.open_document() {
                document.swap_ends();
            }
        },
    },
    moving!(
        "mark-left",
        || say!("tui-name-mark-left"),
        || say!("tui-do-mark-left"),
        &["left", "h", "S-left"],
        Move::Left
    ),
    moving!(
        "mark-right",
        || say!("tui-name-mark-right"),
        || say!("tui-do-mark-right"),
        &["right", "l", "S-right"],
        Move::Right
    ),
    moving!(
        "mark-up",
        || say!("tui-name-mark-up"),
        || say!("tui-do-mark-up"),
        &["up", "k", "S-up"],
        Move::Up
    ),
    moving!(
        "mark-down",
        || say!("tui-name-mark-down"),
        || say!("tui-do-mark-down"),
        &["down", "j", "S-down"],
        Move::Down
    ),
    moving!(
        "mark-word",
        || say!("tui-name-mark-word"),
        || say!("tui-do-mark-word"),
        &["w", "tab"],
        Move::NextWord
    ),
    moving!(
        "mark-back",
        || say!("tui-name-mark-back"),
        || say!("tui-do-mark-back"),
        &["b", "S-tab"],
        Move::PreviousWord
    ),
    moving!(
        "mark-word-left",
        || say!("tui-name-mark-word-left"),
        || say!("tui-do-mark-word-left"),
        &["ctrl-left", "alt-left"],
        Move::WordLeft
    ),
    moving!(
        "mark-word-right",
        || say!("tui-name-mark-word-right"),
        || say!("tui-do-mark-word-right"),
        &["ctrl-right", "alt-right"],
        Move::WordRight
    ),
    moving!(
        "mark-start",
        || say!("tui-name-mark-start"),
        || say!("tui-do-mark-start"),
        &["home"],
        Move::Start
    ),
    moving!("mark-end", || say!("tui-name-mark-end"), || say!("tui-do-mark-end"), &["end"], Move::End),
];

fn go(app: &mut App, by: Move) {
    let arrows = app.arrows;
    if let Some(document) = app.open_document() {
        document.move_caret(by, arrows);
    }
}

fn done(app: &mut App) {
    let Some(document) = app.open_document() else { return };
    let (Some(mark), Some(points)) = (document.mark.clone(), document.marked_points()) else {
        return app.say(Tone::Notice, say!("tui-mark-nothing"));
    };
    let words =
        document.text().and_then(|t| t.text().get(mark.bytes())).unwrap_or_default().trim().to_owned();
    let id = document.id().clone();
    match mark.purpose {
        Purpose::Add => {
            let form = make::add(Some((id, points.0, points.1)), &words);
            app.layers.push(Layer::Form(Box::new(form)));
        }
        Purpose::Span(claim) => {
            let seen = document.claims().iter().find(|c| c.id == claim).cloned();
            set_span(app, seen, points);
        }
    }
}

fn set_span(app: &mut App, seen: Option<Claim>, points: (usize, usize)) {
    match seen {
        Some(seen) if (seen.start, seen.end) == (Some(points.0), Some(points.1)) => {
            app.say(Tone::Notice, say!("tui-span-same"));
        }
        Some(seen) => {
            let edit = ClaimEdit { span: Some(points), ..ClaimEdit::default() };
            app.write(Write::Edit { seen: Box::new(seen), edit: Box::new(edit) });
        }
        None => app.say(Tone::Error, say!("tui-claim-gone")),
    }
}
