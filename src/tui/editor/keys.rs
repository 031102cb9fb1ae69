//! The keys of text fields.

use super::{Editor, Move};
use crate::bidi::Mode;
use crate::tui::keymap::Key;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What the keys of text fields do, for the help.
pub const HELP: &[(&str, &str)] = &[
    ("← → ↑ ↓", "move on the screen; with Shift: select"),
    ("Ctrl-← Ctrl-→", "to the previous, next word of the text"),
    ("Home End", "to the start, end of the line"),
    ("Ctrl-A", "select everything"),
    ("Backspace Delete", "delete a letter with its marks, or the selection"),
    ("Ctrl-W Ctrl-U Ctrl-K", "delete the word before, to the start, to the end of the line"),
    ("Alt-Z Alt-Y", "undo, redo in the field"),
    ("Ctrl-E", "write the field in your own editor ($VISUAL, $EDITOR)"),
    ("Tab Shift-Tab", "next, previous field"),
    ("Ctrl-S", "save"),
    ("Esc", "leave without saving (asks first if something was typed)"),
];

/// Does what a key means in a text field; false if it means nothing there.
pub fn press(editor: &mut Editor, event: &KeyEvent, key: &Key, mode: Mode) -> bool {
    if let (KeyCode::Char(c), true) = (event.code, types(event.modifiers)) {
        editor.type_char(c);
        return true;
    }
    match key.name() {
        "enter" | "alt-enter" if editor.has_lines() => editor.new_line(),
        "backspace" => editor.delete(Move::Left),
        "delete" => editor.delete(Move::Right),
        "ctrl-w" | "ctrl-backspace" | "alt-backspace" | "ctrl-h" => editor.delete(Move::PreviousWord),
        "ctrl-delete" | "alt-d" => editor.delete(Move::NextWord),
        "ctrl-u" => editor.delete(Move::Start),
        "ctrl-k" => editor.delete(Move::End),
        "ctrl-a" => editor.select_all(),
        "alt-z" | "ctrl-_" | "ctrl-/" | "ctrl-7" => editor.undo(),
        "alt-y" | "ctrl-y" => editor.redo(),
        name => return moves(editor, name, mode),
    }
    true
}

/// Whether a character with these modifiers is typed (AltGr comes as both on some systems).
fn types(modifiers: KeyModifiers) -> bool {
    let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
    modifiers.contains(both) || !modifiers.intersects(both)
}

fn moves(editor: &mut Editor, name: &str, mode: Mode) -> bool {
    let select = name.contains("S-");
    let by = match name.replace("S-", "").as_str() {
        "left" => Move::Left,
        "right" => Move::Right,
        "up" if editor.has_lines() => Move::Up,
        "down" if editor.has_lines() => Move::Down,
        "home" => Move::Start,
        "end" => Move::End,
        "ctrl-left" | "alt-left" | "alt-b" => Move::PreviousWord,
        "ctrl-right" | "alt-right" | "alt-f" => Move::NextWord,
        _ => return false,
    };
    let moved = editor.go(by, select, mode);
    // At the edge of the text the arrows up and down lead to the next field.
    moved || select || !matches!(by, Move::Up | Move::Down)
}
