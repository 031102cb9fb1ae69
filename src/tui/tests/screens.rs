//! Screens: what is in the cells.

use super::{Bench, import_text, rows};
use crate::bidi::Mode;

#[test]
fn arabic_is_shaped_and_lies_at_the_right_edge() {
    let mut bench = Bench::new((80, 24), |book| {
        import_text(book, "وقف إطلاق النار", &[(0, 15)]);
    });
    bench.draw();
    let screen = rows(bench.terminal.backend().buffer());
    // Visual order, presentation forms, lam-alef in one cell: 14 cells, the last column free.
    let hex = |row: &str| row.chars().map(|c| format!("{:04X}", c as u32)).collect::<Vec<_>>().join(" ");
    let wanted = "FEAD FE8E FEE8 FEDF FE8D 0020 FED5 FEFC FEC3 FE87 0020 FED2 FED7 FEED 0020";
    assert!(hex(&screen[1]).ends_with(wanted), "{}", hex(&screen[1]));
}

#[test]
fn nothing_unsafe_reaches_a_cell() {
    let text = "He said \u{1b}[31mred\u{7} \u{202e}txt.exe\u{2066} a\u{200b}b \u{9b}2J end";
    let count = text.chars().count();
    for mode in [Mode::App, Mode::Terminal, Mode::Words, Mode::Off] {
        let mut bench = Bench::new((80, 24), |book| {
            import_text(book, text, &[(0, count)]);
        });
        bench.app.mode = mode;
        for keys in ["e", "esc enter", "v v w w a", "esc esc esc"] {
            bench.keys(keys);
            let buffer = bench.terminal.backend().buffer();
            for cell in &buffer.content {
                let bad =
                    cell.symbol().chars().find(|c| c.is_control() || "\u{202e}\u{2066}\u{200b}".contains(*c));
                assert!(bad.is_none(), "{bad:?} in {mode:?} after {keys}");
            }
        }
        bench.sees("RLO");
    }
}

#[test]
fn every_screen_is_drawn_at_every_size() {
    let steps = [
        "",
        "?",
        "esc :",
        "esc e",
        "esc t",
        "esc r",
        "esc x",
        "esc w",
        "esc o",
        "esc enter",
        "v v w w",
        "a",
        "esc esc esc /",
    ];
    let mut bench = Bench::with_samples((200, 50));
    for step in steps {
        bench.keys(step);
        for size in
            [(200, 50), (120, 36), (100, 30), (80, 24), (60, 16), (59, 16), (60, 15), (20, 5), (3, 2), (1, 1)]
        {
            bench.terminal.backend_mut().resize(size.0, size.1);
            for mode in [Mode::App, Mode::Terminal, Mode::Words, Mode::Off] {
                bench.app.mode = mode;
                bench.draw();
            }
            bench.app.mode = Mode::App;
        }
    }
    bench.terminal.backend_mut().resize(50, 10);
    bench.draw();
    bench.sees("hudna needs 60×16.");
}

#[test]
fn an_empty_casebook_says_what_to_do_in_both_languages() {
    let bench = Bench::new((80, 24), |_| {});
    bench.sees("hudna import ARTICLE.txt");
    // لا ادعاءات, in visual order: its first cell is the last of the row.
    assert!(bench.screen().contains('\u{FEFB}'), "{}", bench.screen());
}

#[test]
fn the_cursor_is_on_the_selected_row() {
    let mut bench = Bench::with_samples((80, 24));
    bench.keys("j j");
    bench.terminal.backend_mut().assert_cursor_position((0, 3));
    bench.keys("/").write("ab");
    bench.terminal.backend_mut().assert_cursor_position((10, 1));
}

#[test]
fn help_and_palette_are_made_of_the_commands() {
    let mut bench = Bench::with_samples((120, 40));
    bench.keys("?").write("verdict");
    bench.sees("give a verdict");
    bench.lacks("paint the screen");
    bench.keys("esc :").write("undo");
    bench.sees("take back your last action");
    bench.keys("esc :").write("evid").keys("enter");
    bench.sees("Attach evidence");
}

#[test]
fn colours_are_not_needed() {
    let mut bench = Bench::with_samples((120, 40));
    bench.app.theme = crate::tui::theme::Theme::new(true);
    bench.keys("r 1 tab").write("why").keys("ctrl-s enter");
    let plain = ratatui::style::Color::Reset;
    assert!(bench.terminal.backend().buffer().content.iter().filter(|c| c.fg != plain).count() == 0);
}
