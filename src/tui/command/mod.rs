//! The one table of commands: keys, palette, help and hint bar are made from it.

mod check;
mod claims;
pub mod conflicts;
pub mod documents;
pub mod erasing;
mod export;
pub mod keys;
mod marking;
mod moving;
mod program;
mod reading;

pub use program::quit;

use super::app::{App, Focus, View};
use super::keymap::{self, Key};
use crate::locale::{self, Lang, Locale};

/// Words in the language of the interface.
pub type Words = fn() -> String;

/// Something that the person at the keyboard can have done.
#[derive(Debug)]
pub struct Command {
    /// Its name, the same in every language.
    pub name: &'static str,
    /// Its name in the language of the interface.
    pub title: Words,
    /// What it does.
    pub doc: Words,
    /// The keys that it is on, as in an interface that runs left to right: see [`Command::keys`].
    pub keys: &'static [&'static str],
    /// Under which heading the help shows it.
    pub group: Words,
    /// A word for the hint bar; none to leave it out.
    pub hint: Option<Words>,
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
    keys::TABLE,
    program::TABLE,
];

/// Commands that go to what lies beside.
const SIDEWAYS: &[&str] = &["next-side", "previous-side"];

/// All commands.
pub fn all() -> impl Iterator<Item = &'static Command> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// The command that a key means now.
pub fn find(app: &App, key: &Key) -> Option<&'static Command> {
    all().find(|c| c.keys().any(|name| name == key.name()) && (c.when)(app))
}

/// The command of this name.
pub fn named(name: &str) -> Option<&'static Command> {
    all().find(|c| c.name == name)
}

impl Command {
    /// The keys that it is on. Those that point to something beside what is chosen point the other way where the
    /// interface runs right to left.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        let turned = SIDEWAYS.contains(&self.name) && crate::locale::lang().rtl();
        self.keys.iter().map(move |key| if turned { keymap::turned(key) } else { key })
    }

    /// Its keys as people write them.
    pub fn keys_shown(&self) -> String {
        self.keys().map(key_shown).collect::<Vec<_>>().join(" ")
    }

    /// Its name and what it does in every language, for finding it.
    pub fn told(&self) -> Vec<(String, String)> {
        let here = locale::current();
        let told = |lang| locale::within(Locale { lang, ..here }, || ((self.title)(), (self.doc)()));
        Lang::ALL.into_iter().map(told).collect()
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
        key => match key.split_once('-').filter(|(_, rest)| !rest.is_empty()) {
            Some(("ctrl", rest)) => format!("Ctrl-{}", capital(&key_shown(rest))),
            Some(("alt", rest)) => format!("Alt-{}", capital(&key_shown(rest))),
            Some(("S", rest)) => format!("Shift-{}", key_shown(rest)),
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
            assert_eq!((command.title)(), command.name, "the English name is the name");
            for (title, doc) in command.told() {
                assert!(!title.is_empty() && !doc.is_empty() && !title.starts_with("tui-"));
            }
        }
    }
}
