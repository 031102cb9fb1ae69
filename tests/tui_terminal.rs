//! The workbench on a pseudo-terminal: whole walks, and every way out gives the terminal back.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tui_support;

use portable_pty::CommandBuilder;
use rustix::process::Signal;
use tui_support::{Place, Pty};

const CTRL_S: &str = "\x13";
const RIGHT: &str = "\x1b[C";

#[test]
fn a_case_from_import_to_report() {
    let place = Place::with_samples();
    let mut pty = place.workbench(&[]);
    pty.sees("1 of ").send("/").sees("Filter:").send("no civilian").sees("1 of 1 claims").send("\r");
    pty.send("t").sees("Attach evidence").send("\t").send("https://example.org/register\t\t");
    pty.send(RIGHT).send(RIGHT).sees("refutes").send(CTRL_S).sees("Evidence attached.");
    pty.send("r").sees("Mostly false").send("1\t").send("The register counts nine.").send(CTRL_S);
    pty.sees("Verdict given.").sees("✗ False");
    let report = place.path("report.html");
    pty.send("x").sees("Export a report").send("\t\t\x01").send(report.to_str().unwrap()).send(CTRL_S);
    pty.sees("Report written");
    assert!(std::fs::read_to_string(report).unwrap().contains("The register counts nine."));
    pty.send("q");
    assert_eq!(pty.ended(), 0);
    pty.is_given_back();
    // The order counts: in VTE, explicit mode has no effect on rows of a screen that is there already.
    let first = |bytes: &[u8]| pty.bytes().windows(bytes.len()).position(|w| w == bytes).unwrap();
    assert!(first(b"\x1b[8l") < first(b"\x1b[?1049h"));
}

#[test]
fn another_process_writes_and_it_is_seen() {
    let place = Place::with_samples();
    let mut pty = place.workbench(&[]);
    pty.sees("1 of ").sees("─ claim c");
    let screen = pty.screen();
    let id = screen.split("─ claim ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    let done = place.hudna(&["verdict", &id, "half_true", "--why", "a second look"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    pty.sees("~ Half true");
    pty.send("q");
    pty.ended();
}

#[test]
fn ended_by_a_signal() {
    let place = Place::with_samples();
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let mut pty = place.workbench(&[]);
        pty.sees("1 of ");
        pty.signal(signal);
        assert_ne!(pty.ended(), 0);
        pty.is_given_back();
    }
}

/// In these terminals other sequences are needed, and none must stay behind.
#[test]
fn each_terminal_is_told_and_given_back_in_its_own_words() {
    let place = Place::with_samples();
    for (variable, mode, told, back) in [
        ("MLTERM", "app", "\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07"),
        ("MLTERM", "terminal", "\x1b]5379;bidi_mode=left\x07", "\x1b]5379;bidi_mode=normal\x07"),
        ("KONSOLE_VERSION", "terminal", "\x1b[8h\x1b[1 k", "\x1b[8h\x1b[0 k"),
    ] {
        let mut pty = place.workbench_with(&["--bidi", mode], &[(variable, "1")]);
        pty.sees("1 of ").send("q");
        assert_eq!(pty.ended(), 0);
        pty.until("the end of it", |pty| {
            pty.wrote(b"\x1b[?1049l").is_some() && pty.wrote(back.as_bytes()).is_some()
        });
        let at = |bytes: &str| pty.wrote(bytes.as_bytes()).unwrap();
        assert!(at(told) < at("\x1b[?1049h") && at("\x1b[?1049l") < at(back), "{variable} {mode}");
    }
}

#[test]
fn rows_that_begin_with_arabic_have_a_letter_before_them_where_direction_comes_from_the_first() {
    let place = Place::with_samples();
    for (variable, lead) in [("TERM_PROGRAM", true), ("KONSOLE_VERSION", false)] {
        let mut pty = place.workbench_with(&["--bidi", "terminal"], &[(variable, "Apple_Terminal")]);
        pty.sees("1 of ")
            .send("/")
            .sees("Filter:")
            .send("«نقل أي سلاح ثقيل»\r")
            .sees("1 of 1 claims")
            .sees("speaker: ");
        pty.until("the passage, with a lead or without", |pty| pty.screen().contains('\u{2800}') == lead);
        pty.send("q").ended();
    }
}

#[test]
fn the_nearest_word_on_bidi_counts() {
    let place = Place::with_samples();
    std::fs::create_dir_all(place.path("home/config/hudna")).unwrap();
    std::fs::write(place.path("home/config/hudna/settings.toml"), "bidi = \"terminal\"\n").unwrap();
    for (options, variable, told) in [
        (&[][..], "", &b"\x1b[8h\x1b[1 k"[..]),
        (&[], "app", b"\x1b[8l\x1b[1 k"),
        (&["--bidi", "terminal"], "app", b"\x1b[8h\x1b[1 k"),
    ] {
        let mut pty = place.workbench_with(options, &[("HUDNA_BIDI", variable), ("TERM", "xterm-kitty")]);
        pty.sees("1 of ").send("q").ended();
        assert!(pty.wrote(told).is_some(), "{options:?} {variable:?}");
    }
}

#[test]
fn inside_a_multiplexer_the_workbench_says_what_to_do() {
    let place = Place::with_samples();
    let mut pty = place.workbench(&[("TMUX", "/tmp/t,1,0"), ("VTE_VERSION", "7006")]);
    pty.sees("detach, run printf").send("j").until("the hint going", |pty| !pty.screen().contains("detach"));
    pty.send("q").ended();
}

#[test]
fn stopped_and_continued() {
    let place = Place::with_samples();
    let mut pty = place.workbench(&[]);
    pty.sees("1 of ").send("\x1a");
    pty.until("a stopped process", |pty| pty.state() == 'T');
    pty.is_given_back();
    pty.signal(Signal::CONT);
    pty.until("the other screen", |pty| pty.in_other_screen()).sees("1 of ").send("q");
    assert_eq!(pty.ended(), 0);
    pty.is_given_back();
}

#[test]
fn a_text_is_written_in_another_editor_and_no_file_stays() {
    let place = Place::with_samples();
    let editor = place.path("editor.sh");
    std::fs::write(
        &editor,
        "stat -c %a \"$1\" \"$(dirname \"$1\")\" > rights\nprintf 'from outside' >> \"$1\"\n",
    )
    .unwrap();
    let command = format!("sh {}", editor.display());
    let mut pty = place.workbench(&[("EDITOR", &command), ("VISUAL", "")]);
    pty.sees("1 of ").send("c").sees("for the other checkers").send("typed, then ").sees("typed, then");
    pty.send("\x05").sees("typed, then from outside").send(CTRL_S).sees("Comment kept.");
    assert_eq!(std::fs::read_to_string(place.path("rights")).unwrap(), "600\n700\n");
    assert_eq!(std::fs::read_dir(place.path("tmp")).unwrap().count(), 0);
    pty.send("q");
    assert_eq!(pty.ended(), 0);
}

#[test]
fn the_terminal_is_given_to_the_other_editor_and_taken_back() {
    let place = Place::with_samples();
    let editor = place.path("editor.sh");
    std::fs::write(&editor, "printf 'in the editor\\n' > /dev/tty\n").unwrap();
    let command = format!("sh {}", editor.display());
    let mut pty = place.workbench(&[("EDITOR", &command), ("VISUAL", "")]);
    pty.sees("1 of ").send("c").sees("for the other checkers").send("\x05");
    pty.until("the editor", |pty| pty.wrote(b"in the editor").is_some());
    pty.until("the other screen again", |pty| pty.wrote(b"\x1b[?1049h") > pty.wrote(b"in the editor"));
    let (sent, there) = (pty.bytes(), pty.wrote(b"in the editor").unwrap());
    let before =
        |bytes: &[u8]| sent[..there].windows(bytes.len()).rposition(|window| window == bytes).unwrap();
    let after = |bytes: &[u8]| there + sent[there..].windows(bytes.len()).position(|w| w == bytes).unwrap();
    for sequence in [&b"\x1b[?1049l"[..], b"\x1b[?2004l", b"\x1b[8h", b"\x1b[0 k"] {
        assert!(before(sequence) > before(b"\x1b[?1049h"), "{sequence:?} before the editor has the terminal");
    }
    assert!(after(b"\x1b[8l") < after(b"\x1b[?1049h"), "and again before the other screen");
    pty.sees("for the other checkers")
        .send("\x1b")
        .until("the list alone", |pty| !pty.screen().contains("Ctrl-S"));
    pty.send("q");
    assert_eq!(pty.ended(), 0);
    pty.is_given_back();
}

#[test]
fn stopped_by_another_program() {
    let place = Place::with_samples();
    let mut pty = place.workbench(&[]);
    pty.sees("1 of ");
    pty.signal(Signal::TSTP);
    pty.until("a stopped process", |pty| pty.state() == 'T');
    pty.is_given_back();
    pty.signal(Signal::CONT);
    pty.until("the other screen", |pty| pty.in_other_screen()).sees("1 of ");
    let told = pty.wrote(b"\x1b[8l").unwrap();
    assert!(told > pty.wrote(b"\x1b[8h").unwrap() && told < pty.wrote(b"\x1b[?1049h").unwrap());
    pty.send("q");
    assert_eq!(pty.ended(), 0);
    pty.is_given_back();
}

/// Takes the terminal and fails; only when asked by the test below.
#[test]
fn fails_with_the_terminal_taken() {
    if std::env::var_os("HUDNA_TEST_FAILURE").is_some() {
        let failing = || -> Result<(), std::io::Error> {
            let _guard = hudna::tui::guard::Guard::take(hudna::bidi::Mode::App, hudna::bidi::Host::Mlterm)?;
            Err(std::io::Error::other("the disk is gone"))
        };
        failing().unwrap_err();
    }
}

#[test]
fn an_error_gives_the_terminal_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "fails_with_the_terminal_taken", "--nocapture"]);
    command.env("HUDNA_TEST_FAILURE", "1");
    let mut pty = Pty::start(command, folder.path());
    assert_eq!(pty.ended(), 0);
    pty.until("the terminal told again", |pty| pty.wrote(b"\x1b]5379;use_ctl=true\x07").is_some());
    let left = pty.wrote(b"\x1b[?1049l").unwrap();
    assert!(pty.wrote(b"\x1b[?1049h").unwrap() < left);
    assert!(left < pty.wrote(b"\x1b]5379;use_ctl=true\x07").unwrap());
    assert!(!pty.in_other_screen());
}

#[test]
fn pasted_text_is_text_and_no_commands() {
    let place = Place::with_samples();
    let mut pty = place.workbench(&[]);
    pty.sees("1 of ").send("\x1b[200~q?zzz\x1b[201~").send("c").sees("for the other checkers");
    pty.send("\x1b[200~first\rsecond\x1b[201~")
        .sees("first")
        .sees("second")
        .send(CTRL_S)
        .sees("Comment kept.");
    pty.send("q");
    assert_eq!(pty.ended(), 0);
}

/// Takes the terminal and panics, with words that must not be shown; only when asked by the test below.
#[test]
fn panics_with_the_terminal_taken() {
    if std::env::var_os("HUDNA_TEST_PANIC").is_some() {
        let _guard =
            hudna::tui::guard::Guard::take(hudna::bidi::Mode::App, hudna::bidi::Host::Cells).unwrap();
        panic!("secret words of a casebook");
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_tells_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "panics_with_the_terminal_taken", "--nocapture"]);
    command.env("HUDNA_TEST_PANIC", "1");
    let mut pty = Pty::start(command, folder.path());
    assert_ne!(pty.ended(), 0);
    pty.is_given_back();
    pty.sees("stopped by a mistake in the program");
    assert!(pty.wrote(b"secret").is_none());
}

#[test]
fn a_terminal_that_goes_away_ends_the_program() {
    let place = Place::with_samples();
    let mut pty = place.workbench(&[]);
    pty.sees("1 of ");
    pty.hang_up();
    pty.ended();
}
