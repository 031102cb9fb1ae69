//! The workbench in Arabic on a pseudo-terminal: chosen by the environment, mirrored, and used with an Arabic keyboard.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tui_support;

use hudna::bidi::{self, Base};
use tui_support::{Place, Pty};

const CTRL_S: &str = "\x13";
const LEFT: &str = "\x1b[D";

/// Words as they are seen.
fn seen(words: &str) -> String {
    bidi::line(words, 200, Base::Rtl).cells.iter().map(|cell| cell.symbol.as_str()).collect()
}

/// The column that words end in, counted from the right of 80.
fn from_right(pty: &Pty, words: &str) -> usize {
    let screen = pty.screen();
    let row = screen.lines().find(|row| row.contains(&seen(words))).unwrap();
    let end = row.find(&seen(words)).unwrap() + seen(words).len();
    80 - row.get(..end).unwrap().chars().filter(|c| !('\u{64b}'..='\u{65f}').contains(c)).count()
}

#[test]
fn a_claim_is_checked_in_arabic() {
    let place = Place::with_samples();
    let mut pty = place.workbench(&[("HUDNA_LANG", "ar"), ("HUDNA_DIGITS", "arabic")]);
    pty.sees(&seen("الادعاء ١ من")).sees(&seen("مساعدة"));
    assert!(pty.screen().lines().next().unwrap().trim_end().ends_with("hudna"));
    // What begins lines lies at the right.
    assert_eq!(from_right(&pty, "مساعدة"), 2);
    pty.send("ظ").sees(&seen("المرشح:")).send("هدنة\r");
    pty.send("ق").sees(&seen("غير صحيح في معظمه")).send("٢\t").send("السجل يقول غير ذلك").send(CTRL_S);
    pty.sees(&seen("صدر الحكم."));
    // The arrow to the left goes on to the next value.
    pty.send("t").sees(&seen("إرفاق دليل")).send(LEFT).sees(&seen("ملف")).send("\x1b");
    pty.sees(&seen("أتترك ما كتبته هنا؟")).send("y");
    pty.send(":").sees(&seen("الأوامر")).send("تراجع\r").sees(&seen("تم التراجع"));
    pty.send("ض");
    assert_eq!(pty.ended(), 0);
    pty.is_given_back();
}

#[test]
fn the_systems_language_is_enough_and_an_option_counts_more() {
    let place = Place::with_samples();
    let mut pty = place.workbench(&[("LC_ALL", "ar_EG.UTF-8")]);
    pty.sees(&seen("الادعاء 1 من")).send("q");
    assert_eq!(pty.ended(), 0);
    let mut pty = place.workbench(&[("LC_ALL", "ar_EG.UTF-8"), ("HUDNA_LANG", "en")]);
    pty.sees("1 of ").send("q");
    assert_eq!(pty.ended(), 0);
}
