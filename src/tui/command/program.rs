//! The program itself: help, palette, name, quitting.

use super::{Command, always};
use crate::tui::app::{App, Effect};
use crate::tui::form::make;
use crate::tui::layer::{Confirm, Help, Layer, Palette};

const GROUP: &str = "Program";

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "help",
        doc: "this help; type to narrow it",
        keys: &["?", "f1"],
        group: GROUP,
        hint: "help",
        when: always,
        run: |app| app.layers.push(Layer::Help(Help::new())),
    },
    Command {
        name: "palette",
        doc: "find a command by its name",
        keys: &[":"],
        group: GROUP,
        hint: "commands",
        when: always,
        run: |app| {
            let palette = Palette::new(app);
            app.layers.push(Layer::Palette(palette));
        },
    },
    Command {
        name: "name",
        doc: "set the name that your verdicts and comments carry",
        keys: &["N"],
        group: GROUP,
        hint: "",
        when: always,
        run: |app| {
            let (name, contact) = app.me.as_ref().map_or(("", ""), |me| (&me.name, &me.contact));
            app.layers.push(Layer::Form(Box::new(make::name(name, contact))));
        },
    },
    Command {
        name: "redraw",
        doc: "paint the screen anew",
        keys: &["ctrl-l"],
        group: GROUP,
        hint: "",
        when: always,
        run: |app| app.effects.push(Effect::Repaint),
    },
    Command {
        name: "suspend",
        doc: "back to the shell; `fg` returns",
        keys: &["ctrl-z"],
        group: GROUP,
        hint: "",
        when: always,
        run: |app| app.effects.push(Effect::Suspend),
    },
    Command {
        name: "quit",
        doc: "quit; everything is kept already",
        keys: &["q", "ctrl-c"],
        group: GROUP,
        hint: "quit",
        when: always,
        run: quit,
    },
];

/// Quits, asking first where something would be lost.
pub fn quit(app: &mut App) {
    let typed = app.layers.iter().any(|l| matches!(l, Layer::Form(form) if form.is_changed()));
    let although = match () {
        () if typed => "What was typed here is not saved.",
        () if app.writing.is_some() => "Something is still being written.",
        () if app.merging.is_some() => "A merge is under way; nothing of it is kept before it is done.",
        () if app.exporting.is_some() => "A report is still being written.",
        () => return app.effects.push(Effect::Quit),
    };
    let asked = matches!(app.layers.last(), Some(Layer::Confirm(c)) if c.question == crate::tui::layer::Question::Quit);
    if !asked {
        app.layers.push(Layer::Confirm(Confirm::quit(although)));
    }
}
