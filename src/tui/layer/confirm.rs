//! Questions that are answered with yes or no.

use super::{Layer, Outcome};
use crate::journal::Replaced;
use crate::say;
use crate::tui::app::{App, Effect};
use crate::tui::desk::Write;
use crate::tui::keymap::Key;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Give up what was typed into the form beneath.
    Discard,
    /// End the program although something was typed or is running.
    Quit,
    /// Take up the file that lies in the casebook's place now.
    TakeUp,
}

/// A question.
#[derive(Debug)]
pub struct Confirm {
    /// What is asked.
    pub question: Question,
    /// The words.
    pub words: String,
}

impl Confirm {
    /// Whether to give up what was typed.
    pub fn discard() -> Confirm {
        Confirm { question: Question::Discard, words: say!("tui-confirm-discard") }
    }

    /// Whether to quit although.
    pub fn quit(although: &str) -> Confirm {
        Confirm { question: Question::Quit, words: say!("tui-confirm-quit", although = although) }
    }

    /// Whether to take up the file that lies in the casebook's place now.
    pub fn take_up(replaced: Replaced) -> Confirm {
        let words = match replaced {
            Replaced::Gone => say!("tui-confirm-put-back"),
            Replaced::Other => say!("tui-confirm-take-up"),
        };
        Confirm { question: Question::TakeUp, words }
    }

    /// Does what a key means here.
    pub fn press(&self, key: &Key) -> Outcome {
        match key.name() {
            "y" | "Y" | "enter" => Outcome::Yes(self.question),
            "n" | "N" | "esc" | "q" => Outcome::Close,
            _ => Outcome::Keep,
        }
    }
}

/// The answer was yes.
pub fn yes(app: &mut App, question: Question) {
    match question {
        Question::Discard => {
            if let Some(Layer::Form(_)) = app.layers.last() {
                app.layers.pop();
            }
        }
        Question::Quit => app.effects.push(Effect::Quit),
        Question::TakeUp => app.write(Write::TakeUp),
    }
}
