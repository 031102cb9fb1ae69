//! The keys of text fields.

use super::{Clip, Editor, Move, meant};
use crate::bidi::Mode;
use crate::say;
use crate::settings::Arrows;
use crate::tui::keymap::Key;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What the keys of text fields do, for the help.
pub fn help() -> Vec<(&'static str, String)> {
    vec![
        ("← → ↑ ↓", say!("tui-field-arrows")),
        ("Ctrl-← Ctrl-→", say!("tui-field-words")),
        ("Alt-B Alt-F", say!("tui-field-words-text")),
        ("Home End", say!("tui-field-line")),
        ("PgUp PgDn", say!("tui-field-page")),
        ("Ctrl-A", say!("tui-field-all")),
        ("Ctrl-X Ctrl-C Ctrl-V", say!("tui-field-clip")),
        ("Backspace Delete", say!("tui-field-delete")),
        ("Ctrl-W Alt-D", say!("tui-field-delete-word")),
        ("Ctrl-U Ctrl-K", say!("tui-field-delete-line")),
        ("Alt-Z Alt-Y", say!("tui-field-undo")),
        ("Ctrl-E", say!("tui-field-outside")),
        ("Tab Shift-Tab", say!("tui-field-field")),
        ("Ctrl-S", say!("tui-field-save")),
        ("Esc", say!("tui-field-leave")),
    ]
}

/// A key press with what it takes to edit by it.
pub struct Press<'a> {
    /// As it came.
    pub event: &'a KeyEvent,
    /// Its name.
    pub key: &'a Key,
    /// How text is laid out.
    pub mode: Mode,
    /// What arrows mean.
    pub arrows: Arrows,
    /// What was cut or copied.
    pub clip: &'a mut Clip,
}

impl Press<'_> {
    /// The name of the key.
    pub fn name(&self) -> &str {
        self.key.name()
    }

    /// The character that it types, if it types one.
    pub fn typed(&self) -> Option<char> {
        match self.event.code {
            KeyCode::Char(c) if types(self.event.modifiers) => Some(c),
            _ => None,
        }
    }
}

/// Does what a key means in a text field; false if it means nothing there.
pub fn press(editor: &mut Editor, press: &mut Press) -> bool {
    if let Some(c) = press.typed() {
        editor.type_char(c);
        return true;
    }
    match press.name() {
        "enter" | "alt-enter" if editor.has_lines() => editor.new_line(),
        "ctrl-a" => editor.select_all(),
        "alt-z" | "ctrl-_" | "ctrl-/" | "ctrl-7" => editor.undo(),
        "alt-y" | "ctrl-y" => editor.redo(),
        "ctrl-x" | "S-delete" => editor.cut(press.clip),
        "ctrl-c" | "alt-w" | "ctrl-insert" => press.clip.copy(editor.selected()),
        "ctrl-v" | "S-insert" => editor.paste(press.clip.text()),
        name => match deletes(name) {
            Some(over) => editor.delete(over),
            None => return moves(editor, press),
        },
    }
    true
}

/// Whether a character with these modifiers is typed (AltGr comes as both on some systems).
fn types(modifiers: KeyModifiers) -> bool {
    let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
    modifiers.contains(both) || !modifiers.intersects(both)
}

fn deletes(name: &str) -> Option<Move> {
    Some(match name {
        "backspace" | "S-backspace" => Move::Previous,
        "delete" => Move::Next,
        "ctrl-w" | "ctrl-backspace" | "alt-backspace" | "ctrl-h" => Move::PreviousWord,
        "ctrl-delete" | "alt-delete" | "alt-d" => Move::NextWord,
        "ctrl-u" => Move::Start,
        "ctrl-k" => Move::End,
        _ => return None,
    })
}

fn moves(editor: &mut Editor, press: &Press) -> bool {
    let select = press.name().contains("S-");
    let by = match press.name().replace("S-", "").as_str() {
        "left" => Move::Left,
        "right" => Move::Right,
        "up" if editor.has_lines() => Move::Up,
        "down" if editor.has_lines() => Move::Down,
        "pgup" if editor.has_lines() => Move::PageUp,
        "pgdn" if editor.has_lines() => Move::PageDown,
        "home" => Move::Start,
        "end" => Move::End,
        "ctrl-home" => Move::First,
        "ctrl-end" => Move::Last,
        "ctrl-left" | "alt-left" => Move::WordLeft,
        "ctrl-right" | "alt-right" => Move::WordRight,
        "alt-b" => Move::PreviousWord,
        "alt-f" => Move::NextWord,
        _ => return false,
    };
    let by = match press.arrows {
        Arrows::Visual => by,
        Arrows::Logical => meant(press.arrows, by, editor.runs_rtl(press.mode)),
    };
    let moved = editor.go(by, select, press.mode);
    // At the edge of the text the arrows up and down lead to the next field.
    moved || select || !matches!(by, Move::Up | Move::Down)
}
