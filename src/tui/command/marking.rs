//! Marking a span in a document.

use super::{Command, in_document, is_marking};
use crate::model::{Claim, ClaimEdit};
use crate::tui::app::{App, Tone};
use crate::tui::desk::Write;
use crate::tui::document::Purpose;
use crate::tui::editor::Move;
use crate::tui::form::make;
use crate::tui::layer::Layer;

const GROUP: &str = "Marking in a document";

macro_rules! moving {
    ($name:literal, $doc:literal, $keys:expr, $move:expr) => {
        Command {
            name: $name,
            doc: $doc,
            keys: $keys,
            group: GROUP,
            hint: "",
            when: is_marking,
            run: |app| go(app, $move),
        }
    };
}

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "mark",
        doc: "show a caret to mark a span with",
        keys: &["v"],
        group: GROUP,
        hint: "mark",
        when: in_document,
        run: |app| {
            if let Some(document) = app.open_document() {
                document.begin_mark();
            }
        },
    },
    Command {
        name: "mark-from",
        doc: "marking: the span begins at the caret",
        keys: &["v", "space"],
        group: GROUP,
        hint: "begin here",
        when: is_marking,
        run: |app| {
            if let Some(document) = app.open_document() {
                document.set_anchor();
            }
        },
    },
    Command {
        name: "mark-done",
        doc: "marking: make a claim of the marked words, or set the claim's span to them",
        keys: &["a", "enter"],
        group: GROUP,
        hint: "done",
        when: is_marking,
        run: done,
    },
    Command {
        name: "mark-drop",
        doc: "marking: leave it",
        keys: &["esc", "q"],
        group: GROUP,
        hint: "leave",
        when: is_marking,
        run: |app| {
            if let Some(document) = app.open_document() {
                document.drop_mark();
            }
        },
    },
    Command {
        name: "mark-swap",
        doc: "marking: go to the other end of the span",
        keys: &["o"],
        group: GROUP,
        hint: "other end",
        when: is_marking,
        run: |app| {
            if let Some(document) = app.open_document() {
                document.swap_ends();
            }
        },
    },
    moving!(
        "mark-left",
        "marking: one letter to the left on the screen",
        &["left", "h", "S-left"],
        Move::Left
    ),
    moving!(
        "mark-right",
        "marking: one letter to the right on the screen",
        &["right", "l", "S-right"],
        Move::Right
    ),
    moving!("mark-up", "marking: a row up", &["up", "k", "S-up"], Move::Up),
    moving!("mark-down", "marking: a row down", &["down", "j", "S-down"], Move::Down),
    moving!("mark-word", "marking: to the next word of the text", &["w", "tab"], Move::NextWord),
    moving!("mark-back", "marking: to the word before", &["b", "S-tab"], Move::PreviousWord),
    moving!(
        "mark-word-left",
        "marking: to the start of the next word on the left",
        &["ctrl-left", "alt-left"],
        Move::WordLeft
    ),
    moving!(
        "mark-word-right",
        "marking: to the start of the next word on the right",
        &["ctrl-right", "alt-right"],
        Move::WordRight
    ),
    moving!("mark-start", "marking: to the start of the row", &["home"], Move::Start),
    moving!("mark-end", "marking: to the end of the row", &["end"], Move::End),
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
        return app.say(
            Tone::Notice,
            "Nothing is marked: go to the first word, press v, go to the end of the last.",
        );
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
            app.say(Tone::Notice, "The span is as it was.");
        }
        Some(seen) => {
            let edit = ClaimEdit { span: Some(points), ..ClaimEdit::default() };
            app.write(Write::Edit { seen: Box::new(seen), edit: Box::new(edit) });
        }
        None => app.say(Tone::Error, "This claim is gone."),
    }
}
