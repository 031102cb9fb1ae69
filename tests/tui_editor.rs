//! Text fields on a pseudo-terminal: where the cursor stands, what is pasted, and the person's own editor.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tui_support;

use rustix::process::Signal;
use tui_support::{Place, Pty};

const CTRL_E: &str = "\x05";
const CTRL_S: &str = "\x13";
const HOME: &str = "\x1b[H";
const END: &str = "\x1b[F";
const LEFT: &str = "\x1b[D";
const RIGHT: &str = "\x1b[C";

/// Waits until the cursor is there.
#[track_caller]
fn stands(pty: &mut Pty, row: u16, column: u16) {
    pty.until(&format!("the cursor at {row}, {column}"), |pty| pty.cursor() == Some((row, column)));
}

/// The comment of the first claim, being written.
fn comment(place: &Place, extra: &[(&str, &str)]) -> Pty {
    let mut pty = place.workbench(extra);
    pty.sees("1 of ").send("c").sees("for the other checkers");
    pty
}

#[test]
fn the_cursor_is_at_the_caret_also_where_rows_run_right_to_left_and_are_scrolled() {
    let place = Place::with_samples();
    // The field of the filter: from column 8 to the edge.
    let mut pty = place.workbench(&[]);
    pty.sees("1 of ").send("/").sees("Filter:");
    stands(&mut pty, 1, 8);
    pty.send("abc");
    stands(&mut pty, 1, 11);
    pty.send(LEFT);
    stands(&mut pty, 1, 10);
    pty.send(&"d".repeat(90));
    stands(&mut pty, 1, 79);
    pty.send(HOME);
    stands(&mut pty, 1, 8);
    // Behind Arabic it stands on a blank cell of its own, left of the last letter.
    pty.send("\x01").send("هدنة");
    stands(&mut pty, 1, 75);
    let cells = pty.cells(1);
    assert!(cells.starts_with("0: F i l t e r : _") && cells.ends_with("_ FE94 FEE7 FEAA FEEB"), "{cells}");
    pty.send(RIGHT);
    stands(&mut pty, 1, 76);
    pty.send(HOME);
    stands(&mut pty, 1, 79);
    pty.send(END).send(&" هدنة".repeat(20));
    stands(&mut pty, 1, 8);
    pty.send(HOME);
    stands(&mut pty, 1, 79);
    // Lam-alef is one cell for two places of the caret.
    pty.send("\x01").send("سلام").send(HOME);
    stands(&mut pty, 1, 79);
    for column in [78, 78, 77, 76] {
        pty.send(LEFT);
        stands(&mut pty, 1, column);
    }
    pty.send("\x1b").until("no filter", |pty| !pty.screen().contains("Filter:")).send("q");
    assert_eq!(pty.ended(), 0);
}

#[test]
fn arrows_mean_what_the_setting_says() {
    let place = Place::with_samples();
    // On the screen, from column 72: the caret's blank, ab, a blank, four Arabic letters.
    for (arrows, fifth) in [("", 74), ("visual", 74), ("logical", 73)] {
        let mut pty = place.workbench(&[("HUDNA_ARROWS", arrows)]);
        pty.sees("1 of ").send("/").sees("Filter:").send("هدنة ab");
        stands(&mut pty, 1, 72);
        pty.send(HOME);
        stands(&mut pty, 1, 79);
        pty.send(&LEFT.repeat(5));
        stands(&mut pty, 1, fifth);
        pty.send("\x1b").until("no filter", |pty| !pty.screen().contains("Filter:")).send("q");
        assert_eq!(pty.ended(), 0);
    }
}

#[test]
fn the_cursor_in_a_text_of_many_lines() {
    let place = Place::with_samples();
    let mut pty = comment(&place, &[]);
    let (top, _) = pty.cursor().unwrap();
    // The field goes from column 15 to 78.
    pty.send("هدنة");
    stands(&mut pty, top, 74);
    pty.send("\rabc");
    stands(&mut pty, top + 1, 18);
    pty.send("\x1b[A");
    stands(&mut pty, top, 74);
    // A row full of Arabic leaves a column for the caret.
    pty.send("\x01").send(&"ب".repeat(63));
    stands(&mut pty, top, 15);
    pty.send("ب");
    stands(&mut pty, top + 1, 77);
    pty.send("\x01\x7f\x1b")
        .until("no form", |pty| !pty.screen().contains("for the other checkers"))
        .send("q");
    assert_eq!(pty.ended(), 0);
}

#[test]
fn what_is_pasted_is_kept_and_seen() {
    let place = Place::with_samples();
    let mut pty = comment(&place, &[]);
    pty.send("\x1b[200~first\r\nsec\u{202e}ond\u{7}\u{200b}!\x1b[201~").sees("sec⟨RLO⟩ond⟨BEL⟩⟨ZWSP⟩!");
    pty.send(CTRL_S).sees("Comment kept.");
    // One line has no room for line breaks: each becomes a blank, and none saves the form.
    pty.send("/").sees("Filter:").send("\x1b[200~no\r\n  civilian\r\n\x1b[201~").sees("Filter: no civilian");
    pty.sees("1 of 1 claims")
        .send("\x1b")
        .until("no filter", |pty| !pty.screen().contains("Filter:"))
        .send("q");
    assert_eq!(pty.ended(), 0);
    let log = place.hudna(&["log", "--json"]);
    assert!(log.status.success());
    let claims = place.hudna(&["claims", "--json"]);
    let text = String::from_utf8(claims.stdout).unwrap();
    let id =
        text.lines().next().unwrap().split("\"id\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let shown = String::from_utf8(place.hudna(&["show", &id, "--json"]).stdout).unwrap();
    assert!(shown.contains("first\\nsec\\u202eond\\u0007\\u200b!"), "{shown}");
}

#[test]
fn an_editor_that_fails_changes_nothing_and_leaves_nothing() {
    let place = Place::with_samples();
    let script = place.path("editor.sh");
    std::fs::write(&script, "printf more >> \"$2\"; echo \"$2\" > last; eval \"$1\"\n").unwrap();
    for (how, told) in [
        ("exit 3", "exit status: 3"),
        ("kill -9 $$", "signal: 9"),
        ("printf \"\\\\377\" > \"$2\"", "not UTF-8"),
        ("rm \"$2\"", "No such file"),
    ] {
        let editor = format!("sh {} '{how}'", script.display());
        let mut pty = comment(&place, &[("EDITOR", &editor), ("VISUAL", "")]);
        pty.send("typed").sees("typed").send(CTRL_E).sees(told);
        assert!(pty.in_other_screen());
        let file = std::fs::read_to_string(place.path("last")).unwrap();
        assert!(!std::path::Path::new(file.trim()).exists());
        assert_eq!(std::fs::read_dir(place.path("tmp")).unwrap().count(), 0, "{how}");
        // The text is as it was, and the form goes on.
        assert!(!pty.screen().contains("typedmore"), "{}", pty.screen());
        pty.send("!").sees("typed!").send(CTRL_S).sees("Comment kept.").send("q");
        assert_eq!(pty.ended(), 0);
        pty.is_given_back();
    }
    let mut pty = comment(&place, &[("EDITOR", "no-such-editor-anywhere"), ("VISUAL", "")]);
    pty.send("typed")
        .sees("typed")
        .send(CTRL_E)
        .sees("exit status: 127")
        .send("\x1b")
        .sees("y yes")
        .send("y");
    pty.send("q");
    assert_eq!(pty.ended(), 0);
}

#[test]
fn an_editor_that_is_killed_leaves_the_terminal_as_it_was() {
    let place = Place::with_samples();
    let script = place.path("editor.sh");
    std::fs::write(&script, "stty raw -echo; printf '\\033[?1049h\\033[?1000h'; kill -9 $$\n").unwrap();
    let editor = format!("sh {}", script.display());
    let mut pty =
        place.shell("stty -a > before; \"$0\"; stty -a > after", &[("EDITOR", &editor), ("VISUAL", "")]);
    pty.sees("1 of ").send("c").sees("for the other checkers").send(CTRL_E).sees("signal: 9");
    pty.send("\x1b").until("no form", |pty| !pty.screen().contains("─ Comment ─")).send("q");
    assert_eq!(pty.ended(), 0);
    pty.is_given_back();
    assert!(pty.wrote(b"\x1b[?1000l").unwrap() > pty.wrote(b"\x1b[?1000h").unwrap());
    let modes = |name| std::fs::read_to_string(place.path(name)).unwrap();
    assert_eq!(modes("before"), modes("after"));
}

#[test]
fn a_program_that_is_to_end_takes_its_editor_along_and_one_that_is_killed_is_cleared_up_after() {
    let place = Place::with_samples();
    let script = place.path("editor.sh");
    // Waits for its terminal, which says nothing.
    std::fs::write(&script, "echo $$ > pid; echo \"$1\" > last; cat > /dev/null\n").unwrap();
    let editor = format!("sh {}", script.display());
    let last = || std::fs::read_to_string(place.path("last")).unwrap_or_default().trim().to_owned();
    let begin = || {
        let _ = std::fs::remove_file(place.path("last"));
        let mut pty = comment(&place, &[("EDITOR", &editor), ("VISUAL", "")]);
        pty.send("secret").sees("secret").send(CTRL_E);
        pty.until("the editor", |_| !last().is_empty());
        assert_eq!(std::fs::read_to_string(last()).unwrap(), "secret");
        pty
    };
    let mut pty = begin();
    pty.signal(Signal::TERM);
    assert_ne!(pty.ended(), 0);
    assert_eq!(std::fs::read_dir(place.path("tmp")).unwrap().count(), 0);
    let editor_id = std::fs::read_to_string(place.path("pid")).unwrap();
    assert!(!std::path::Path::new(&format!("/proc/{}", editor_id.trim())).exists());

    let mut pty = begin();
    pty.signal(Signal::KILL);
    pty.ended();
    assert!(std::path::Path::new(&last()).exists());
    let mut next = place.workbench(&[]);
    next.sees("1 of ");
    assert_eq!(std::fs::read_dir(place.path("tmp")).unwrap().count(), 0);
    next.send("q");
    assert_eq!(next.ended(), 0);
}
