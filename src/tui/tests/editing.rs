//! Text fields.

use crate::bidi::Mode;
use crate::tui::editor::{Editor, Move};

fn typed(text: &str) -> Editor {
    let mut editor = Editor::lines("");
    text.chars().for_each(|c| if c == '\n' { editor.new_line() } else { editor.type_char(c) });
    editor
}

#[test]
fn arrows_move_on_the_screen() {
    let mut editor = typed("سلام abc");
    assert_eq!(editor.caret(), editor.text().len());
    // The caret is behind the text, at the left; every step to the right comes nearer to its start.
    let mut places = vec![editor.caret()];
    while editor.go(Move::Right, false, Mode::App) {
        places.push(editor.caret());
        assert!(places.len() < 50);
    }
    assert_eq!(editor.caret(), 0);
    let mut back = vec![editor.caret()];
    while editor.go(Move::Left, false, Mode::App) {
        back.push(editor.caret());
        assert!(back.len() < 50);
    }
    back.reverse();
    assert_eq!(places, back);
}

#[test]
fn a_letter_goes_with_its_marks_and_a_word_with_its_blanks() {
    let mut editor = typed("شدَّة نص");
    editor.delete(Move::PreviousWord);
    assert_eq!(editor.text(), "شدَّة ");
    editor.delete(Move::Left);
    editor.delete(Move::Left);
    assert_eq!(editor.text(), "شدَّ");
    editor.delete(Move::Left);
    assert_eq!(editor.text(), "ش");
    editor.undo();
    assert_eq!(editor.text(), "شدَّ");
    editor.redo();
    assert_eq!(editor.text(), "ش");
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
    let mut line = Editor::line("x");
    line.paste("a\nb\n");
    assert_eq!(line.text(), "xa b");
    line.new_line();
    assert_eq!(line.text(), "xa b");
}

#[test]
fn lines_are_moved_between() {
    let mut editor = typed("first\nsecond\nثالث");
    assert!(editor.go(Move::Up, false, Mode::App));
    assert!(editor.go(Move::Up, false, Mode::App));
    assert!(!editor.go(Move::Up, false, Mode::App));
    assert!(editor.caret() < 6);
    editor.go(Move::End, false, Mode::App);
    assert_eq!(editor.caret(), 5);
    editor.delete(Move::Right);
    assert_eq!(editor.text(), "firstsecond\nثالث");
}

proptest::proptest! {
    #[test]
    fn nothing_typed_or_moved_breaks_it(text in "[a-z ا-يً-ْ\u{200d}\u{202e}0-9\n(/]{0,40}", moves in proptest::collection::vec(0..12u8, 0..60)) {
        let mut editor = typed(&text);
        editor.drawn_in(7);
        for step in moves {
            match step {
                0 => { editor.go(Move::Left, false, Mode::App); }
                1 => { editor.go(Move::Right, false, Mode::App); }
                2 => { editor.go(Move::Up, true, Mode::App); }
                3 => { editor.go(Move::Down, false, Mode::App); }
                4 => { editor.go(Move::NextWord, true, Mode::App); }
                5 => { editor.go(Move::PreviousWord, false, Mode::App); }
                6 => editor.delete(Move::Left),
                7 => editor.delete(Move::Right),
                8 => editor.delete(Move::PreviousWord),
                9 => editor.undo(),
                10 => editor.type_char('ل'),
                _ => editor.type_char('ا'),
            }
            assert!(editor.text().is_char_boundary(editor.caret()));
        }
    }
}
