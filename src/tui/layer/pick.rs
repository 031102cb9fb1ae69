//! A list to choose from, narrowed by typing.

use super::{Layer, Outcome};
use crate::model::Id;
use crate::say;
use crate::tui::app::App;
use crate::tui::command;
use crate::tui::desk::KeyOf;
use crate::tui::editor::Editor;
use crate::tui::editor::keys::{self, Press};
use crate::tui::form::{Choice, Input, Purpose, make};
use crate::tui::words::label;

/// What is chosen.
#[derive(Debug, Clone)]
pub enum PickFor {
    /// The value of a field of the form beneath.
    Field(&'static str),
    /// A document to list the claims of; the first option is all.
    Documents(Vec<Id>),
    /// Something to erase, with the words shown.
    Erase(Vec<(Id, String)>),
    /// An erasure to decide on, with the words shown.
    Erasure(Vec<(Id, String)>),
    /// A key to say something of.
    Keys(Vec<KeyOf>),
    /// Evidence or a verdict to withdraw, with the words shown.
    Withdraw(Vec<(Purpose, String)>),
}

/// A list to choose from.
#[derive(Debug)]
pub struct Pick {
    /// What is chosen, in words.
    pub title: String,
    /// What narrows the list.
    pub editor: Editor,
    /// The options left, by their place.
    pub left: Vec<usize>,
    /// Which of those left the cursor is on.
    pub at: usize,
    options: Vec<String>,
    purpose: PickFor,
}

impl Pick {
    /// A list.
    pub fn new(title: String, options: Vec<String>, purpose: PickFor) -> Pick {
        let left = (0..options.len()).collect();
        Pick { title, editor: Editor::line(""), left, at: 0, options, purpose }
    }

    /// The values of a field.
    pub fn of_field(name: &'static str, choice: &Choice) -> Pick {
        let options = choice.options.iter().map(|o| o.1.clone()).collect();
        Pick { at: choice.at.unwrap_or(0), ..Pick::new(label(name), options, PickFor::Field(name)) }
    }

    /// The words of the options left.
    pub fn shown(&self) -> impl Iterator<Item = &str> {
        self.left.iter().filter_map(|at| self.options.get(*at)).map(String::as_str)
    }

    /// Does what a key means here.
    pub fn press(&mut self, press: &mut Press) -> Outcome {
        let last = self.left.len().saturating_sub(1);
        match press.name() {
            "esc" => return Outcome::Close,
            "up" | "S-tab" => self.at = self.at.saturating_sub(1),
            "down" | "tab" => self.at = (self.at + 1).min(last),
            "pgup" => self.at = self.at.saturating_sub(10),
            "pgdn" => self.at = (self.at + 10).min(last),
            "enter" => {
                return match self.left.get(self.at) {
                    Some(at) => Outcome::Chosen(self.purpose.clone(), *at),
                    None => Outcome::Keep,
                };
            }
            _ => {
                let before = self.editor.text().to_owned();
                keys::press(&mut self.editor, press);
                if self.editor.text() != before {
                    self.narrow();
                }
            }
        }
        Outcome::Keep
    }

    /// Puts pasted text into the narrowing line.
    pub fn paste(&mut self, text: &str) {
        self.editor.paste(text);
        self.narrow();
    }

    fn narrow(&mut self) {
        let wanted = crate::text::fold(self.editor.text());
        let fits = |at: &usize| {
            let words = self.options.get(*at).map(|o| crate::text::fold(o)).unwrap_or_default();
            wanted.split_whitespace().all(|w| words.contains(w))
        };
        self.left = (0..self.options.len()).filter(fits).collect();
        self.at = 0;
    }
}

/// An option was chosen.
pub fn chosen(app: &mut App, purpose: PickFor, at: usize) {
    match purpose {
        PickFor::Field(name) => {
            if let Some(Layer::Form(form)) = app.layers.last_mut()
                && let Some(field) = form.fields.iter_mut().find(|f| f.name == name)
                && let Input::Choice(choice) = &mut field.input
            {
                choice.at = Some(at);
            }
        }
        PickFor::Documents(ids) => {
            let id = at.checked_sub(1).and_then(|at| ids.get(at));
            command::documents::choose(app, id);
        }
        PickFor::Erase(targets) => {
            if let Some((what, words)) = targets.into_iter().nth(at) {
                app.layers.push(Layer::Form(Box::new(make::erase(&what, &words))));
            }
        }
        PickFor::Erasure(targets) => {
            if let Some((what, words)) = targets.into_iter().nth(at) {
                app.layers.push(Layer::Form(Box::new(make::erasure(&what, &words))));
            }
        }
        PickFor::Keys(keys) => {
            if let Some(of) = keys.get(at) {
                app.layers.push(Layer::Form(Box::new(make::trust(of))));
            }
        }
        PickFor::Withdraw(targets) => {
            if let Some((purpose, words)) = targets.into_iter().nth(at) {
                let title = match purpose {
                    Purpose::WithdrawVerdict(_) => say!("tui-withdraw-verdict-title"),
                    _ => say!("tui-withdraw-evidence-title"),
                };
                app.layers.push(Layer::Form(Box::new(make::withdraw(&title, purpose, &words))));
            }
        }
    }
}
