//! A field of a form.

use crate::locale;
use crate::tui::editor::Editor;
use crate::tui::editor::keys::Press;
use crate::tui::keymap::turned;

/// A field: its name, what to put there, and what is there.
#[derive(Debug)]
pub struct Field {
    /// Its name, by which it has its label: `words` tells it.
    pub name: &'static str,
    /// What to put there.
    pub help: String,
    /// What is there.
    pub input: Input,
    first: String,
}

/// What can be put into a field.
#[derive(Debug)]
pub enum Input {
    /// Text of one line or many.
    Text(Editor),
    /// One of some values.
    Choice(Choice),
}

/// Values to choose from.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Each value: its code, its words, the digit that chooses it.
    pub options: Vec<(String, String, Option<u8>)>,
    /// Which is chosen; none if the person has yet to choose.
    pub at: Option<usize>,
    /// Whether all are shown one beneath the other.
    pub listed: bool,
}

impl Field {
    /// A line of text.
    pub fn line(name: &'static str, help: String, text: &str) -> Field {
        Field { name, help, input: Input::Text(Editor::line(text)), first: Editor::line(text).text().into() }
    }

    /// Lines of text.
    pub fn lines(name: &'static str, help: String, text: &str) -> Field {
        Field { name, help, input: Input::Text(Editor::lines(text)), first: text.into() }
    }

    /// A choice between codes with their words; `chosen` is a code.
    pub fn choice(
        name: &'static str,
        help: String,
        options: impl IntoIterator<Item = (String, String)>,
        chosen: &str,
    ) -> Field {
        let numbered = |(n, (code, words)): (usize, (String, String))| {
            (code, words, u8::try_from(n + 1).ok().filter(|n| *n < 10))
        };
        let options: Vec<_> = options.into_iter().enumerate().map(numbered).collect();
        let at = options.iter().position(|o| o.0 == chosen);
        let input = Input::Choice(Choice { options, at, listed: false });
        Field { name, help, input, first: chosen.to_owned() }
    }

    /// Its text, or the code of what is chosen.
    pub fn value(&self) -> String {
        match &self.input {
            Input::Text(editor) => editor.text().to_owned(),
            Input::Choice(choice) => choice.code().to_owned(),
        }
    }

    /// Whether it is not as it was at first.
    pub fn is_changed(&self) -> bool {
        self.value() != self.first
    }
}

impl Choice {
    /// The code of what is chosen; empty if nothing is.
    pub fn code(&self) -> &str {
        self.at.and_then(|at| self.options.get(at)).map_or("", |o| &o.0)
    }

    /// The words of what is chosen.
    pub fn words(&self) -> &str {
        self.at.and_then(|at| self.options.get(at)).map_or("", |o| &o.1)
    }

    fn step(&mut self, by: isize) {
        let count = self.options.len().max(1) as isize;
        let at = match (self.at, by > 0) {
            (Some(at), _) => (at as isize + by).rem_euclid(count),
            (None, true) => 0,
            (None, false) => count - 1,
        };
        self.at = Some(at as usize);
    }

    /// Does what a key means here; false if it means nothing.
    pub fn press(&mut self, press: &Press) -> bool {
        if let Some(digit) = press.key.digit() {
            let found = self.options.iter().position(|o| o.2 == Some(digit));
            self.at = found.or(self.at);
            return found.is_some();
        }
        // The sign of the way on points to where lines run.
        let name = if locale::lang().rtl() { turned(press.name()) } else { press.name() };
        match name {
            "left" => self.step(-1),
            "right" => self.step(1),
            "up" if self.listed && self.at.is_none_or(|at| at > 0) => self.step(-1),
            "down" if self.listed && self.at.is_none_or(|at| at + 1 < self.options.len()) => self.step(1),
            _ => return self.jump(press.name(), press.typed()),
        }
        true
    }

    /// To the next value whose words begin with this letter: the one typed, or the one that the key stands for.
    fn jump(&mut self, name: &str, typed: Option<char>) -> bool {
        let mut chars = name.chars();
        let (Some(c), None) = (chars.next(), chars.next()) else { return false };
        let letters: Vec<char> = typed.into_iter().chain([c.to_ascii_lowercase()]).collect();
        let from = self.at.map_or(0, |at| at + 1);
        let count = self.options.len();
        let begins = |at: &usize| {
            self.options.get(*at).is_some_and(|o| o.1.to_lowercase().starts_with(letters.as_slice()))
        };
        let found = (from..from + count).map(|at| at % count.max(1)).find(begins);
        self.at = found.or(self.at);
        found.is_some()
    }
}
