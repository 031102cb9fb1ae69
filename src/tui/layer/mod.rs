//! What lies over the panes: forms, lists to choose from, the palette, the help, questions.

mod confirm;
pub mod help;
pub mod merge;
mod palette;
mod pick;
pub mod share;

pub use confirm::{Confirm, Question};
pub use help::Help;
pub use merge::{Merging, Stage, Word};
pub use palette::Palette;
pub use pick::{Pick, PickFor};
pub use share::{Handing, Sharing};

use super::app::{App, Effect};
use super::command::Command;
use super::editor::Editor;
use super::editor::keys::Press;
use super::form::{self, Form, Input};
use super::keymap::Key;
use ratatui::crossterm::event::KeyEvent;
use std::cell::Cell;

/// Something over the panes that has the keys.
#[derive(Debug)]
pub enum Layer {
    /// A dialog.
    Form(Box<Form>),
    /// A list to choose from.
    Pick(Pick),
    /// Commands by name.
    Palette(Palette),
    /// The help.
    Help(Help),
    /// A question.
    Confirm(Confirm),
    /// A merge under way.
    Merge(Merging),
    /// A copy that is handed over.
    Share(Box<Sharing>),
}

/// What becomes of a layer after a key.
#[derive(Debug)]
pub enum Outcome {
    /// It stays.
    Keep,
    /// It goes.
    Close,
    /// It stays, with another over it.
    Over(Box<Layer>),
    /// The form is filled in.
    Submit,
    /// Its text is to be written in the person's own editor.
    EditOutside(String),
    /// It goes and a command runs.
    Run(&'static Command),
    /// It goes and one of its options was chosen.
    Chosen(PickFor, usize),
    /// Something was decided of the merge.
    Merge(Word),
    /// Something was decided of the copy to hand over.
    Share(Word),
    /// It goes and the question was answered with yes.
    Yes(Question),
}

impl Layer {
    /// Whether letters are typed here, so that none is a command.
    pub fn types(&self) -> bool {
        self.editor().is_some()
    }

    /// What is typed into, if anything is.
    pub fn editor(&self) -> Option<&Editor> {
        match self {
            Layer::Form(form) => match &form.fields.get(form.at)?.input {
                Input::Text(editor) => Some(editor),
                Input::Choice(_) => None,
            },
            Layer::Pick(pick) => Some(&pick.editor),
            Layer::Palette(palette) => Some(&palette.editor),
            Layer::Help(help) => Some(&help.editor),
            Layer::Confirm(_) | Layer::Merge(_) | Layer::Share(_) => None,
        }
    }
}

/// Scrolls lines, if the key does.
fn scrolled(lines: &Cell<usize>, key: &Key) -> bool {
    let by = match key.name() {
        "j" | "down" => 1,
        "k" | "up" => -1,
        "pgdn" | "space" => 10,
        "pgup" => -10,
        _ => return false,
    };
    lines.set(lines.get().saturating_add_signed(by));
    true
}

/// Gives a key to the topmost layer.
pub fn press(app: &mut App, event: &KeyEvent, key: &Key) {
    let Some(mut layer) = app.layers.pop() else { return };
    let (mode, arrows) = (app.mode, app.arrows);
    let mut press = Press { event, key, mode, arrows, clip: &mut app.clip };
    let outcome = match &mut layer {
        Layer::Form(form) => form.press(&mut press),
        Layer::Pick(pick) => pick.press(&mut press),
        Layer::Palette(palette) => palette.press(&mut press),
        Layer::Help(help) => help.press(&mut press),
        Layer::Confirm(confirm) => confirm.press(key),
        Layer::Merge(merging) => merging.press(key),
        Layer::Share(sharing) => sharing.press(key),
    };
    follow(app, layer, outcome);
}

fn follow(app: &mut App, mut layer: Layer, outcome: Outcome) {
    match outcome {
        Outcome::Keep => app.layers.push(layer),
        Outcome::Close => {}
        Outcome::Over(other) => app.layers.extend([layer, *other]),
        Outcome::Submit => {
            let done = match &mut layer {
                Layer::Form(form) => form::submit(app, form),
                _ => true,
            };
            if !done {
                app.layers.push(layer);
            }
        }
        Outcome::EditOutside(text) => {
            app.layers.push(layer);
            app.effects.push(Effect::EditOutside(text));
        }
        Outcome::Run(command) => {
            app.message = None;
            (command.run)(app);
        }
        Outcome::Chosen(purpose, at) => pick::chosen(app, purpose, at),
        Outcome::Merge(word) => {
            if let Layer::Merge(merging) = layer {
                merge::decided(app, merging, word);
            }
        }
        Outcome::Share(word) => {
            if let Layer::Share(sharing) = layer {
                share::decided(app, *sharing, word);
            }
        }
        Outcome::Yes(question) => confirm::yes(app, question),
    }
}

/// Gives pasted text to the topmost layer.
pub fn paste(app: &mut App, text: &str) {
    match app.layers.last_mut() {
        Some(Layer::Form(form)) => form.paste(text),
        Some(Layer::Pick(pick)) => pick.paste(text),
        Some(Layer::Palette(palette)) => palette.editor.paste(text),
        Some(Layer::Help(help)) => help.editor.paste(text),
        Some(Layer::Confirm(_) | Layer::Merge(_) | Layer::Share(_)) | None => {}
    }
}
