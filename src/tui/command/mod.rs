//! The one table of commands: keys, palette, help and hint bar are made from it.

mod check;
mod claims;
pub mod conflicts;
pub mod documents;
pub mod erasing;
mod export;
mod marking;
mod moving;
mod program;
mod reading;

pub use program::quit;

use super::app::{App, Focus, View};
use super::keymap::Key;

/// Something that the person at the keyboard can have done.
#[derive(Debug)]
pub struct Command {
    /// Its name, for the palette.
    pub name: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// The keys that it is on.
    pub keys: &'static [&'static str],
    /// Under which heading the help shows it.
    pub group: &'static str,
    /// A word for the hint bar; empty to leave it out.
    pub hint: &'static str,
    /// Whether it applies now.
    pub when: fn(&App) -> bool,
    /// What it does to the state.
    pub run: fn(&mut App),
}

/// All commands, in the order of the help and of the hint bar. Of two on the same key the first that
/// applies is meant.
const TABLES: &[&[Command]] = &[
    moving::TABLE,
    reading::TABLE,
    documents::TABLE,
    check::TABLE,
    claims::TABLE,
    erasing::TABLE,
    export::TABLE,
    marking::TABLE,
    conflicts::TABLE,
    program::TABLE,
];

/// All commands.
pub fn all() -> impl Iterator<Item = &'static Command> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// The command that a key means now.
pub fn find(app: &App, key: &Key) -> Option<&'static Command> {
    all().find(|c| c.keys.contains(&key.name()) && (c.when)(app))
}

/// The command of this name.
pub fn named(name: &str) -> Option<&'static Command> {
    all().find(|c| c.name == name)
}

impl Command {
    /// Its keys as people write them.
    pub fn keys_shown(&self) -> String {
        self.keys.iter().map(|k| key_shown(k)).collect::<Vec<_>>().join(" ")
    }
}

/// A key as people write it.
pub fn key_shown(key: &str) -> String {
    match key {
        "up" => "↑".into(),
        "down" => "↓".into(),
        "left" => "←".into(),
        "right" => "→".into(),
        "pgup" => "PgUp".into(),
        "pgdn" => "PgDn".into(),
        "enter" => "Enter".into(),
        "esc" => "Esc".into(),
        "tab" => "Tab".into(),
        "space" => "Space".into(),
        "home" => "Home".into(),
        "end" => "End".into(),
        "f1" => "F1".into(),
        key => match (key.strip_prefix("ctrl-"), key.strip_prefix("S-")) {
            (Some(rest), _) => format!("Ctrl-{}", capital(&key_shown(rest))),
            (_, Some(rest)) => format!("Shift-{}", key_shown(rest)),
            _ => key.to_owned(),
        },
    }
}

fn capital(key: &str) -> String {
    if key.chars().count() == 1 { key.to_uppercase() } else { key.to_owned() }
}

fn always(_: &App) -> bool {
    true
}

/// The list or the claim's file has the keys.
fn in_claims(app: &App) -> bool {
    app.view == View::Claims
}

fn in_list(app: &App) -> bool {
    app.view == View::Claims && app.focus == Focus::List
}

fn in_detail(app: &App) -> bool {
    app.view == View::Claims && app.focus == Focus::Detail
}

/// A document is read, and nothing is marked in it.
fn in_document(app: &App) -> bool {
    app.view == View::Document && !is_marking(app)
}

fn is_marking(app: &App) -> bool {
    app.view == View::Document && app.document.as_ref().is_some_and(|d| d.mark.is_some())
}

/// There is a claim that commands are about.
fn has_claim(app: &App) -> bool {
    app.claim().is_some() && !is_marking(app) && app.view != View::Conflicts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_everything_is_said() {
        let mut names = std::collections::HashSet::new();
        for command in all() {
            assert!(names.insert(command.name), "{}", command.name);
            assert!(!command.doc.is_empty() && !command.group.is_empty());
        }
    }

    #[test]
    fn each_letter_command_has_its_arabic_key() {
        use crate::tui::keymap::latin;
        let arabic: String = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ؟إأـ،÷×؛‘’آ\u{64E}\u{64B}\u{64F}\u{64C}\u{650}\u{64D}\u{652}\u{FEFB}\u{FEF7}\u{FEF5}\u{FEF9}".into();
        let reached: Vec<String> = arabic.chars().map(|c| latin(c).to_string()).collect();
        for key in all().flat_map(|c| c.keys) {
            // A colon is a colon in every layout, on another key.
            if key.chars().count() == 1 && !key.chars().all(|c| c.is_ascii_digit()) && *key != ":" {
                assert!(reached.iter().any(|r| r == key), "{key} cannot be typed in the Arabic layout");
            }
        }
    }
}
