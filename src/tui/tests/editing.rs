//! Text fields.

use crate::bidi::{Mode, Row, row_of};
use crate::settings::Arrows;
use crate::tui::editor::keys::{self, Press};
use crate::tui::editor::{Clip, Editor, Move};
use crate::tui::keymap::Key;
use proptest::prelude::*;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

fn typed(text: &str) -> Editor {
    let mut editor = Editor::lines("");
    text.chars().for_each(|c| if c == '\n' { editor.new_line() } else { editor.type_char(c) });
    editor
}

/// A text with the caret at its start.
fn at_start(text: &str) -> Editor {
    let mut editor = typed(text);
    editor.go(Move::First, false, Mode::App);
    editor
}

/// The places that a move repeated leads to, the first one included.
fn path(editor: &mut Editor, by: Move) -> Vec<usize> {
    let mut places = vec![editor.caret()];
    while editor.go(by, false, Mode::App) {
        places.push(editor.caret());
        assert!(places.len() < 500, "{places:?}");
    }
    places
}

/// A key press by its name, in a field.
fn press(editor: &mut Editor, name: &str, arrows: Arrows, clip: &mut Clip) -> bool {
    let mut modifiers = KeyModifiers::NONE;
    let mut rest = name;
    for (prefix, modifier) in
        [("ctrl-", KeyModifiers::CONTROL), ("alt-", KeyModifiers::ALT), ("S-", KeyModifiers::SHIFT)]
    {
        if let Some(tail) = rest.strip_prefix(prefix) {
            modifiers |= modifier;
            rest = tail;
        }
    }
    let code = super::event(rest).code;
    let event = KeyEvent::new(code, modifiers);
    let key = Key::of(&event).unwrap();
    assert!(matches!(code, KeyCode::Char(_)) || key.name() == name);
    keys::press(editor, &mut Press { event: &event, key: &key, mode: Mode::App, arrows, clip })
}

#[test]
fn arrows_move_on_the_screen() {
    let mut editor = typed("سلام abc");
    // The caret is behind the text, at the left; every step to the right comes nearer to its start.
    let right = path(&mut editor, Move::Right);
    assert_eq!(right.last(), Some(&0));
    let mut left = path(&mut editor, Move::Left);
    left.reverse();
    assert_eq!(right, left);
    assert_eq!(right.len(), 9);
}

#[test]
fn arrows_lead_through_rows_that_are_cut_and_run_either_way() {
    // "abcdef" is cut after three letters, and the Arabic paragraph lies between two Latin ones.
    let mut editor = at_start("abcdef\nهدن\nxy");
    editor.drawn_in(4, 9);
    let right = path(&mut editor, Move::Right);
    assert_eq!(right, [0, 1, 2, 3, 4, 5, 6, 13, 11, 9, 7, 14, 15, 16]);
}

#[test]
fn logical_arrows_follow_the_text() {
    let clip = &mut Clip::default();
    // In a paragraph that runs right to left the left arrow leads on, also through its Latin part.
    let mut editor = at_start("هدنة ab");
    let mut places = vec![0];
    while press(&mut editor, "left", Arrows::Logical, clip) && places.last() != Some(&editor.caret()) {
        places.push(editor.caret());
    }
    assert_eq!(places, [0, 2, 4, 6, 8, 9, 10, 11]);
    press(&mut editor, "right", Arrows::Logical, clip);
    assert_eq!(editor.caret(), 10);
    press(&mut editor, "ctrl-right", Arrows::Logical, clip);
    press(&mut editor, "ctrl-right", Arrows::Logical, clip);
    assert_eq!(editor.caret(), 0);
    press(&mut editor, "alt-left", Arrows::Logical, clip);
    assert_eq!(editor.caret(), 9);
    // In the other one the right arrow does.
    let mut editor = at_start("ab هد");
    for place in [1, 2, 3, 5, 7] {
        press(&mut editor, "right", Arrows::Logical, clip);
        assert_eq!(editor.caret(), place);
    }
}

#[test]
fn words_are_passed_on_the_screen_and_in_the_text() {
    // On the screen from right to left: هدنة, Monitor, Waha, في.
    let text = "هدنة Waha Monitor في";
    let mut editor = at_start(text);
    let word = |at: &usize| text[*at..].split(' ').next().unwrap().to_owned();
    let seen: Vec<String> = path(&mut editor, Move::WordLeft).iter().map(word).collect();
    assert_eq!(seen, ["هدنة", "Monitor", "Waha", "في", ""]);
    let seen: Vec<String> = path(&mut editor, Move::WordRight).iter().map(word).collect();
    assert_eq!(seen, ["", "في", "Waha", "Monitor", "هدنة"]);
    let seen: Vec<String> = path(&mut editor, Move::NextWord).iter().map(word).collect();
    assert_eq!(seen, ["هدنة", "Waha", "Monitor", "في", ""]);
    let seen: Vec<String> = path(&mut editor, Move::PreviousWord).iter().map(word).collect();
    assert_eq!(seen, ["", "في", "Monitor", "Waha", "هدنة"]);
}

#[test]
fn a_letter_goes_with_its_marks_and_a_word_with_its_blanks() {
    let mut editor = typed("شدَّة نص");
    editor.delete(Move::PreviousWord);
    assert_eq!(editor.text(), "شدَّة ");
    for left in ["شدَّة", "شدَّ", "ش"] {
        editor.delete(Move::Previous);
        assert_eq!(editor.text(), left);
    }
    editor.undo();
    assert_eq!(editor.text(), "شدَّ");
    editor.redo();
    assert_eq!(editor.text(), "ش");
    // Lam-alef is one cell, and still two letters.
    let mut editor = typed("سلا");
    editor.delete(Move::Previous);
    assert_eq!(editor.text(), "سل");
    let mut editor = at_start("لا");
    editor.delete(Move::Next);
    assert_eq!(editor.text(), "ا");
    // What is shown apart is deleted apart, although Unicode counts it into the cluster before.
    let mut editor = typed("a\u{200d}");
    editor.delete(Move::Previous);
    assert_eq!(editor.text(), "a");
    let mut editor = typed("e\u{301}🇸🇩");
    editor.delete(Move::Previous);
    editor.delete(Move::Previous);
    assert_eq!(editor.text(), "");
}

#[test]
fn selecting_typing_pasting_undoing() {
    let mut editor = typed("one two");
    editor.go(Move::PreviousWord, true, Mode::App);
    assert_eq!(editor.selection(), 4..7);
    editor.type_char('x');
    assert_eq!(editor.text(), "one x");
    editor.undo();
    assert_eq!(editor.text(), "one two");
    editor.select_all();
    editor.paste("a\r\nb\rc");
    assert_eq!(editor.text(), "a\nb\nc");
    for (pasted, line) in [
        ("a\nb\n", "xa b"),
        ("a \r\n\r\n  b", "xa b"),
        ("\ra", "xa"),
        ("a\tb", "xa\tb"),
        ("\u{202e}a\u{1b}[2J\0\u{2028}b", "x\u{202e}a\u{1b}[2J\0\u{2028}b"),
    ] {
        let mut editor = Editor::line("x");
        editor.paste(pasted);
        assert_eq!(editor.text(), line);
        editor.new_line();
        assert_eq!(editor.text(), line);
        editor.undo();
        assert_eq!(editor.text(), "x");
    }
    assert_eq!(Editor::line("\na\r\nb").text(), "a b");
}

#[test]
fn nothing_pasted_is_invisible() {
    let mut editor = Editor::line("");
    editor.paste("\u{202e}a\u{1b}[2J\0\u{200b}\u{e000}");
    let row = &editor.rows(Mode::App)[0];
    let shown: String = row.cells.iter().map(|cell| cell.symbol.as_str()).collect();
    assert_eq!(shown, "⟨RLO⟩a⟨ESC⟩[2J⟨NUL⟩⟨ZWSP⟩⟨U+E000⟩ ");
}

#[test]
fn what_is_cut_or_copied_is_pasted() {
    let clip = &mut Clip::default();
    let arrows = Arrows::Visual;
    let mut editor = typed("هدنة ثانية");
    assert!(press(&mut editor, "ctrl-c", arrows, clip));
    assert_eq!(clip.fresh(), None, "nothing is selected");
    for _ in 0..5 {
        press(&mut editor, "S-right", arrows, clip);
    }
    assert_eq!(editor.selected(), "ثانية");
    press(&mut editor, "ctrl-c", arrows, clip);
    assert_eq!(clip.fresh().as_deref(), Some("ثانية"));
    assert_eq!(clip.fresh(), None, "the terminal is told once");
    press(&mut editor, "ctrl-x", arrows, clip);
    assert_eq!((editor.text(), clip.fresh().as_deref()), ("هدنة ", Some("ثانية")));
    press(&mut editor, "ctrl-home", arrows, clip);
    press(&mut editor, "ctrl-v", arrows, clip);
    assert_eq!(editor.text(), "ثانيةهدنة ");
    press(&mut editor, "alt-z", arrows, clip);
    press(&mut editor, "alt-z", arrows, clip);
    assert_eq!(editor.text(), "هدنة ثانية");
    press(&mut editor, "alt-y", arrows, clip);
    assert_eq!(editor.text(), "هدنة ");
}

#[test]
fn an_arrow_leaves_a_selection_at_the_end_that_it_points_to() {
    for (text, left, right) in [("one two", 4, 7), ("هدنة ثانية", 19, 9)] {
        for (by, at) in [(Move::Left, left), (Move::Right, right)] {
            let mut editor = typed(text);
            editor.go(Move::PreviousWord, true, Mode::App);
            assert!(editor.go(by, false, Mode::App));
            assert_eq!(editor.caret(), at, "{text}");
            assert!(editor.selection().is_empty());
        }
    }
}

#[test]
fn rows_are_moved_between_and_the_column_is_kept() {
    let mut editor = typed("first\nx\nsecond");
    editor.drawn_in(20, 2);
    editor.go(Move::Up, false, Mode::App);
    assert_eq!(editor.caret(), 7);
    assert!(editor.go(Move::Up, false, Mode::App));
    // Beyond the short row the caret is where it began.
    assert_eq!(editor.caret(), 5);
    assert!(!editor.go(Move::Up, false, Mode::App));
    editor.go(Move::PageDown, false, Mode::App);
    assert_eq!(editor.caret(), 14);
    // From a paragraph that lies at the right edge to one at the left: what is beneath is beneath.
    let mut editor = typed("0123456789012345678\nهدنة");
    editor.drawn_in(20, 2);
    editor.go(Move::Start, false, Mode::App);
    editor.go(Move::Right, false, Mode::App);
    editor.go(Move::Up, false, Mode::App);
    assert_eq!(editor.caret(), 19);
    editor.go(Move::Left, false, Mode::App);
    editor.go(Move::Down, false, Mode::App);
    assert_eq!(editor.caret(), 22);
    let mut editor = typed("first\nsecond\nثالث");
    editor.go(Move::Up, false, Mode::App);
    editor.go(Move::Up, false, Mode::App);
    editor.go(Move::End, false, Mode::App);
    assert_eq!(editor.caret(), 5);
    editor.delete(Move::Next);
    assert_eq!(editor.text(), "firstsecond\nثالث");
}

#[test]
fn a_caret_in_a_row_that_is_cut_goes_down_into_the_next_only() {
    let mut editor = at_start("abcdefghi");
    editor.drawn_in(4, 9);
    editor.go(Move::Right, false, Mode::App);
    editor.go(Move::Right, false, Mode::App);
    let down = path(&mut editor, Move::Down);
    assert_eq!(down, [2, 5, 8]);
}

/// The places of all rows as they lie, the rows in the order in which arrows lead through them.
fn places(rows: &[Row]) -> Vec<usize> {
    rows.iter().flat_map(|row| row.places()).collect()
}

proptest! {
    /// Each place is come by once, and the way back is the same.
    #[test]
    fn arrows_reach_every_place(text in "[a-c ا-ج\u{64e}لا1(\n\u{202e}]{0,30}", width in 2u16..12) {
        let mut editor = at_start(&text);
        editor.drawn_in(width, 5);
        let rows = editor.rows(Mode::App);
        let rtl = rows[0].rtl;
        let (on, back) = if rtl { (Move::Left, Move::Right) } else { (Move::Right, Move::Left) };
        // The walk begins at the edge that the first row is entered at.
        path(&mut editor, back);
        let there = path(&mut editor, on);
        let mut again = path(&mut editor, back);
        again.reverse();
        prop_assert_eq!(&there, &again);
        let mut all: Vec<usize> = rows.iter().flat_map(|row| {
            let mut places = row.places();
            if rtl { places.reverse() }
            places
        }).collect();
        all.dedup();
        prop_assert_eq!(&there, &all);
        let mut sorted = places(&rows);
        sorted.sort_unstable();
        sorted.dedup();
        prop_assert_eq!(sorted.len(), all.len());
        for place in there {
            let row = &rows[row_of(&rows, place)];
            prop_assert_eq!(row.hit(row.caret(place).unwrap()) <= place, true);
        }
    }

    #[test]
    fn everything_is_taken_back_and_done_again(moves in proptest::collection::vec(0..14u8, 0..80)) {
        let mut editor = Editor::lines("هدنة in the وادي\nثانية");
        let first = editor.text().to_owned();
        for step in moves {
            act(&mut editor, step);
        }
        let last = editor.text().to_owned();
        for _ in 0..100 { editor.undo() }
        prop_assert_eq!(editor.text(), first);
        for _ in 0..100 { editor.redo() }
        prop_assert_eq!(editor.text(), last);
    }

    #[test]
    fn nothing_typed_or_moved_breaks_it(text in "[a-z ا-يً-ْ\u{200d}\u{202e}0-9\n(/]{0,40}", moves in proptest::collection::vec(0..22u8, 0..60)) {
        let mut editor = typed(&text);
        editor.drawn_in(7, 3);
        for step in moves {
            act(&mut editor, step);
            assert!(editor.text().is_char_boundary(editor.caret()));
            assert!(editor.text().is_char_boundary(editor.selection().start));
        }
    }
}

fn act(editor: &mut Editor, step: u8) {
    let moves = [
        Move::Left,
        Move::Right,
        Move::Up,
        Move::Down,
        Move::WordLeft,
        Move::WordRight,
        Move::NextWord,
        Move::PreviousWord,
        Move::PageUp,
        Move::Start,
    ];
    match step {
        0..10 => drop(editor.go(moves[usize::from(step)], step % 3 == 1, Mode::App)),
        10 => editor.delete(Move::Previous),
        11 => editor.type_char('ل'),
        12 => editor.type_char('ا'),
        13 => editor.paste("ab\r\nج"),
        14 => editor.delete(Move::Next),
        15 => editor.delete(Move::PreviousWord),
        16 => editor.undo(),
        17 => editor.redo(),
        18 => editor.select_all(),
        19 => editor.cut(&mut Clip::default()),
        20 => editor.set("هد"),
        _ => editor.new_line(),
    }
}
