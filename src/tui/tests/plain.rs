//! Screens for screen readers: at every size, in both languages, without a glyph that means something.

use super::{Bench, rows};
use crate::bidi::Mode;
use crate::locale::{Lang, Locale, within};
use crate::tui::theme::Theme;

const STEPS: [&str; 18] = [
    "",
    "j",
    "tab",
    "j j G",
    "tab ?",
    "esc :",
    "esc e",
    "esc t",
    "tab tab",
    "esc esc r",
    "1",
    "esc y x",
    "esc o",
    "esc enter",
    "j j n",
    "v v w w",
    "a",
    "esc esc esc /",
];

fn walk(check: impl Fn(&Bench)) {
    let mut bench = Bench::with_samples((80, 24));
    bench.app.theme = Theme::of_words();
    bench.app.mode = Mode::Off;
    for step in STEPS {
        bench.keys(step);
        for size in [(200, 50), (80, 24), (60, 16), (40, 10), (20, 8), (20, 7), (5, 3), (1, 1), (80, 24)] {
            bench.terminal.backend_mut().resize(size.0, size.1);
            bench.draw();
        }
        check(&bench);
    }
}

fn no_glyphs(bench: &Bench) {
    for row in rows(bench.terminal.backend().buffer()) {
        let drawn = row.chars().find(|c| {
            let arrows_and_boxes = matches!(*c, '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25ff}');
            arrows_and_boxes || "≠✓✗‹›█░".contains(*c)
        });
        assert_eq!(drawn, None, "{row}");
    }
}

#[test]
fn every_screen_is_words_at_every_size() {
    walk(no_glyphs);
}

#[test]
fn in_arabic_too() {
    within(Locale { lang: Lang::Arabic, ..Locale::default() }, || walk(no_glyphs));
}

#[test]
fn pages_turn_as_a_whole() {
    let mut bench = Bench::with_samples((80, 24));
    bench.app.theme = Theme::of_words();
    bench.app.mode = Mode::Off;
    bench.draw();
    let first = |bench: &Bench| rows(bench.terminal.backend().buffer())[2][2..].to_owned();
    let top = first(&bench);
    for _ in 0..17 {
        bench.keys("j");
        assert_eq!(first(&bench), top);
    }
    bench.keys("j");
    let next = first(&bench);
    assert_ne!(next, top);
    bench.keys("j");
    assert_eq!(first(&bench), next);
    bench.keys("k k");
    assert_eq!(first(&bench), top, "back by a whole page");
}
