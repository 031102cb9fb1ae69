//! The help: made of the table of commands, narrowed by typing.

use super::Outcome;
use crate::say;
use crate::text::fold;
use crate::tui::command;
use crate::tui::editor::Editor;
use crate::tui::editor::keys::{self, Press};
use std::cell::Cell;

/// The help.
#[derive(Debug)]
pub struct Help {
    /// What narrows it.
    pub editor: Editor,
    /// Rows scrolled away.
    pub scroll: Cell<usize>,
    /// Rows shown at once.
    pub room: Cell<usize>,
    /// Whether the scroll is a row that is read, and not the first that is shown.
    pub linear: Cell<bool>,
}

/// A row of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The heading of a group.
    Heading(String),
    /// Keys and what they do.
    Keys(String, String),
}

impl Help {
    /// The whole help.
    pub fn new() -> Help {
        Help { editor: Editor::line(""), scroll: Cell::new(0), room: Cell::new(10), linear: Cell::new(false) }
    }

    /// The rows that fit what was typed.
    pub fn lines(&self) -> Vec<Line> {
        let wanted = self.editor.text().to_lowercase();
        let folded = fold(&wanted);
        let fits = |keys: &str, words: &str| {
            wanted.is_empty() || keys.contains(&wanted) || fold(words).contains(&folded)
        };
        let mut lines = Vec::new();
        let mut group = String::new();
        for command in command::all() {
            let keys = command.keys_shown();
            let told: Vec<String> =
                command.told().into_iter().map(|(title, doc)| format!("{doc} ({title})")).collect();
            if fits(&keys, &told.join(" ")) {
                if group != (command.group)() {
                    group = (command.group)();
                    lines.push(Line::Heading(group.clone()));
                }
                lines.push(Line::Keys(keys, format!("{} ({})", (command.doc)(), (command.title)())));
            }
        }
        let fields = keys::help().into_iter().filter(|(keys, words)| fits(keys, words));
        let fields: Vec<Line> = fields.map(|(keys, words)| Line::Keys(keys.to_owned(), words)).collect();
        if !fields.is_empty() {
            lines.push(Line::Heading(say!("tui-help-fields")));
            lines.extend(fields);
        }
        lines
    }

    /// Does what a key means here.
    pub fn press(&mut self, press: &mut Press) -> Outcome {
        let room = self.room.get();
        // Some take two rows.
        let last = self.lines().len().saturating_sub(if self.linear.get() { 1 } else { room / 2 });
        let to = |scroll: usize| self.scroll.set(scroll.min(last));
        match press.name() {
            "esc" | "f1" | "enter" => return Outcome::Close,
            "up" => to(self.scroll.get().saturating_sub(1)),
            "down" => to(self.scroll.get() + 1),
            "pgup" => to(self.scroll.get().saturating_sub(room)),
            "pgdn" => to(self.scroll.get() + room),
            "q" | "?" if self.editor.text().is_empty() => return Outcome::Close,
            _ => {
                keys::press(&mut self.editor, press);
                self.scroll.set(0);
            }
        }
        Outcome::Keep
    }
}

impl Default for Help {
    fn default() -> Help {
        Help::new()
    }
}
