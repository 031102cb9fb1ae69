//! Dialogs: fields to fill in, each a line, a text or a choice, and what they are for.

mod field;
pub mod make;
mod submit;

pub use field::{Choice, Field, Input};
pub use submit::submit;

use super::desk::{Failure, KeyOf};
use super::layer::{Confirm, Layer, Outcome, Pick};
use crate::model::{Claim, Conflict, Id};
use crate::say;
use crate::tui::app::sentence;
use crate::tui::editor::keys::{self, Press};

/// What a form is for.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    /// Change the claim that was seen.
    Edit(Box<Claim>),
    /// Add a claim, at a span of a document or without one.
    Add(Option<(Id, usize, usize)>),
    /// Dismiss a claim.
    Dismiss(Id),
    /// Attach evidence to a claim.
    Evidence(Id),
    /// Withdraw evidence.
    WithdrawEvidence(Id),
    /// Withdraw a verdict.
    WithdrawVerdict(Id),
    /// Rate a claim.
    Verdict(Id),
    /// Comment on a claim.
    Comment(Id),
    /// Write a report.
    Export,
    /// The checker's name.
    Name,
    /// Another casebook to merge.
    Merge,
    /// Say whether one trusts a key.
    Trust(Box<KeyOf>),
    /// A copy to hand over.
    Share,
    /// A value in place of those that stand against each other.
    Resolve(Box<Conflict>),
    /// Words to find in the document.
    Find,
    /// Erase something for good.
    Erase(Id),
    /// Confirm or refuse an erasure that a merge brought.
    Erasure(Id),
}

/// A form that is being filled in.
#[derive(Debug)]
pub struct Form {
    /// What it is, in words.
    pub title: String,
    /// The words that it is about, such as the claim's.
    pub about: String,
    /// Further lines about it, which are shown whole.
    pub more: Vec<String>,
    /// What it is for.
    pub purpose: Purpose,
    /// Its fields.
    pub fields: Vec<Field>,
    /// The field that has the keys.
    pub at: usize,
    /// Whether its content is being written.
    pub waiting: bool,
    /// What is wrong or to be heeded.
    pub notice: Option<String>,
    /// Whether saving again does it although the notice speaks against it.
    pub insist: bool,
}

impl Form {
    /// A form.
    pub fn new(title: &str, purpose: Purpose, fields: Vec<Field>) -> Form {
        let title = title.to_owned();
        let (about, more) = (String::new(), Vec::new());
        Form { title, about, more, purpose, fields, at: 0, waiting: false, notice: None, insist: false }
    }

    /// The same form about some words.
    pub fn about(mut self, words: &str) -> Form {
        self.about = words.to_owned();
        self
    }

    /// The value of a field: its text, or the code of its choice.
    pub fn value(&self, name: &str) -> String {
        self.fields.iter().find(|f| f.name == name).map(Field::value).unwrap_or_default()
    }

    /// The value of a field without blanks around it, if it was changed.
    pub fn changed(&self, name: &str) -> Option<String> {
        let field = self.fields.iter().find(|f| f.name == name)?;
        field.is_changed().then(|| field.value().trim().to_owned())
    }

    /// Whether anything was filled in.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(Field::is_changed)
    }

    /// The field that has the keys.
    pub fn field_mut(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.at)
    }

    /// Goes to a field and says what is wrong with it.
    pub fn complain(&mut self, field: &str, words: impl Into<String>) {
        self.at = self.fields.iter().position(|f| f.name == field).unwrap_or(self.at);
        self.notice = Some(words.into());
        self.waiting = false;
    }

    /// What was asked for was not done: the form stays as it is.
    pub fn refused(&mut self, failure: &Failure) {
        self.waiting = false;
        self.notice = Some(format!("{} {}", sentence(&failure.message), failure.hint));
        if let (Purpose::Edit(seen), Some(now)) = (&mut self.purpose, &failure.stale) {
            seen.clone_from(now);
        }
    }

    /// Somebody else may have changed the claim meanwhile: say so. Saving checks it again.
    pub fn note_change(&mut self, now: &Claim) {
        if let Purpose::Edit(seen) = &self.purpose
            && seen.id == now.id
            && **seen != *now
            && !self.waiting
        {
            self.notice = Some(say!("tui-form-changed"));
        }
    }

    /// Does what a key means in the form.
    pub fn press(&mut self, press: &mut Press) -> Outcome {
        if self.waiting {
            return Outcome::Keep;
        }
        match press.name() {
            "esc" if self.is_changed() => return Outcome::Over(Box::new(Layer::Confirm(Confirm::discard()))),
            "esc" => return Outcome::Close,
            "ctrl-s" => return Outcome::Submit,
            "tab" if self.complete() => {}
            "tab" => self.step(1),
            "S-tab" => self.step(-1),
            "ctrl-e" => return self.edit_outside(),
            _ => return self.field_key(press),
        }
        Outcome::Keep
    }

    /// Completes the path of a file, as shells do; false where nothing can be added.
    fn complete(&mut self) -> bool {
        if self.purpose != Purpose::Merge {
            return false;
        }
        match self.field_mut() {
            Some(Field { name: "file", input: Input::Text(editor), .. }) => {
                let longer = submit::completed(editor.text());
                let is_longer = longer.len() > editor.text().len();
                if is_longer {
                    editor.set(&longer);
                }
                is_longer
            }
            _ => false,
        }
    }

    fn edit_outside(&self) -> Outcome {
        match self.fields.get(self.at).map(|f| &f.input) {
            Some(Input::Text(editor)) => Outcome::EditOutside(editor.text().to_owned()),
            _ => Outcome::Keep,
        }
    }

    fn field_key(&mut self, press: &mut Press) -> Outcome {
        let last = self.at + 1 == self.fields.len();
        let Some(field) = self.fields.get_mut(self.at) else { return Outcome::Close };
        let taken = match &mut field.input {
            Input::Text(editor) => keys::press(editor, press),
            Input::Choice(choice) => choice.press(press),
        };
        if taken {
            self.notice = None;
            return Outcome::Keep;
        }
        let choice = matches!(field.input, Input::Choice(_));
        match press.name() {
            "enter" if last => return Outcome::Submit,
            "enter" | "down" => self.step(1),
            "up" => self.step(-1),
            "space" if choice => return self.offer(),
            _ => {}
        }
        Outcome::Keep
    }

    /// The values of the choice that has the keys, as a list to choose from.
    fn offer(&self) -> Outcome {
        match self.fields.get(self.at) {
            Some(Field { name, input: Input::Choice(choice), .. }) => {
                Outcome::Over(Box::new(Layer::Pick(Pick::of_field(name, choice))))
            }
            _ => Outcome::Keep,
        }
    }

    fn step(&mut self, by: isize) {
        let count = self.fields.len().max(1) as isize;
        self.at = (self.at as isize + by).rem_euclid(count) as usize;
    }

    /// Puts pasted text into the field that has the keys.
    pub fn paste(&mut self, text: &str) {
        if let Some(Field { input: Input::Text(editor), .. }) = self.field_mut() {
            editor.paste(text);
        }
    }
}
