//! The program itself: help, palette, name, quitting.

use super::{Command, Words, always};
use crate::say;
use crate::tui::app::{App, Effect};
use crate::tui::form::make;
use crate::tui::layer::{Confirm, Help, Layer, Palette};

const GROUP: Words = || say!("tui-group-program");

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "help",
        title: || say!("tui-name-help"),
        doc: || say!("tui-do-help"),
        keys: &["?", "f1"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-help")),
        when: always,
        run: |app| app.layers.push(Layer::Help(Help::new())),
    },
    Command {
        name: "palette",
        title: || say!("tui-name-palette"),
        doc: || say!("tui-do-palette"),
        keys: &[":"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-palette")),
        when: always,
        run: |app| {
            let palette = Palette::new(app);
            app.layers.push(Layer::Palette(palette));
        },
    },
    Command {
        name: "name",
        title: || say!("tui-name-name"),
        doc: || say!("tui-do-name"),
        keys: &["N"],
        group: GROUP,
        hint: None,
        when: always,
        run: |app| {
            let (name, contact) = app.me.as_ref().map_or(("", ""), |me| (&me.name, &me.contact));
            app.layers.push(Layer::Form(Box::new(make::name(name, contact))));
        },
    },
    Command {
        name: "redraw",
        title: || say!("tui-name-redraw"),
        doc: || say!("tui-do-redraw"),
        keys: &["ctrl-l"],
        group: GROUP,
        hint: None,
        when: always,
        run: |app| app.effects.push(Effect::Repaint),
    },
    Command {
        name: "suspend",
        title: || say!("tui-name-suspend"),
        doc: || say!("tui-do-suspend"),
        keys: &["ctrl-z"],
        group: GROUP,
        hint: None,
        when: always,
        run: |app| app.effects.push(Effect::Suspend),
    },
    Command {
        name: "quit",
        title: || say!("tui-name-quit"),
        doc: || say!("tui-do-quit"),
        keys: &["q", "ctrl-c"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-quit")),
        when: always,
        run: quit,
    },
];

/// Quits, asking first where something would be lost.
pub fn quit(app: &mut App) {
    let typed = app.layers.iter().any(|l| matches!(l, Layer::Form(form) if form.is_changed()));
    let although = match () {
        () if typed => say!("tui-quit-typed"),
        () if app.writing.is_some() => say!("tui-quit-writing"),
        () if app.job.is_some() => say!("tui-quit-merging"),
        () if app.exporting.is_some() => say!("tui-quit-exporting"),
        () => return app.effects.push(Effect::Quit),
    };
    let asked = matches!(app.layers.last(), Some(Layer::Confirm(c)) if c.question == crate::tui::layer::Question::Quit);
    if !asked {
        app.layers.push(Layer::Confirm(Confirm::quit(&although)));
    }
}
