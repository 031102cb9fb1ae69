//! What a person at a terminal sees of the verbs that print.

#![allow(clippy::unwrap_used)] // in helpers as in tests

mod cli_harness;

use cli_harness::Desk;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZero;

const COLUMNS: u16 = 80;

/// Runs a verb on a terminal that orders nothing by itself; gives all that was sent to it, and the screen.
fn on_terminal(desk: &Desk, arguments: &[&str]) -> (String, Vec<String>) {
    on_terminal_typing(desk, arguments, "")
}

/// The same with this typed ahead at the keyboard.
fn on_terminal_typing(desk: &Desk, arguments: &[&str], typed: &str) -> (String, Vec<String>) {
    on_terminal_of(desk, arguments, typed, &[])
}

/// The same where the environment has these as well.
fn on_terminal_of(
    desk: &Desk,
    arguments: &[&str],
    typed: &str,
    environment: &[(&str, &str)],
) -> (String, Vec<String>) {
    let size = PtySize { rows: 40, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
    let pty = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hudna"));
    command.args(arguments);
    command.cwd(desk.path(""));
    command.env_clear();
    command.env("HUDNA_HOME", desk.home());
    command.env("TERM", "xterm");
    environment.iter().for_each(|(name, value)| command.env(name, value));
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut keyboard = pty.master.take_writer().unwrap();
    keyboard.write_all(typed.as_bytes()).unwrap();
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut sent = Vec::new();
    // Reading ends with an error on Linux when the last writer is gone.
    let mut piece = [0; 4096];
    while let Ok(n @ 1..) = reader.read(&mut piece) {
        sent.extend_from_slice(&piece[..n]);
    }
    assert!(child.wait().unwrap().success());
    let size = |n: u16| NonZero::new(n).unwrap();
    let mut screen = vt100::Parser::new(size(40), size(COLUMNS), 0);
    screen.process(&sent);
    let rows = screen.screen().rows(0, COLUMNS).map(|row| row.trim_end().to_owned());
    (String::from_utf8(sent).unwrap(), rows.filter(|row| !row.is_empty()).collect())
}

fn claim(desk: &mut Desk, text: &str, speaker: &str, kind: &str) {
    desk.done(&["claim", "add", "--text", text, "--speaker", speaker, "--kind", kind]);
}

#[test]
fn columns_hold_with_arabic_in_them() {
    let mut desk = Desk::new();
    let long = "القوات بقيت في مواقعها ولم تتقدم نحو البلدة ولا نحو الطريق المؤدي إليها من الشرق";
    claim(&mut desk, long, "سامي العمران", "troop_movement");
    claim(&mut desk, "The road is open.", "Lina Haddad", "humanitarian");
    claim(&mut desk, "لا", "حلا", "other");
    let (_, rows) = on_terminal(&desk, &["claims"]);
    assert_eq!(rows.len(), 4, "one row a claim: {rows:#?}");
    let with = |rows: &[String], word: &str| rows.iter().find(|row| row.contains(word)).unwrap().clone();
    let titles = cells_before(&rows[0], "KIND");
    for kind in ["troop_movement", "humanitarian", "other"] {
        assert_eq!(cells_before(&with(&rows, kind), kind), titles, "{rows:#?}");
    }
    let cut = with(&rows, "troop_movement");
    assert!(cut.contains('…') && !cut.contains("القوات"), "cut, and in joined forms: {cut}");
    let (_, logical) = on_terminal(&desk, &["claims", "--bidi", "off"]);
    assert!(with(&logical, "troop_movement").contains("القوات"), "{logical:#?}");
}

/// Cells left of a word. Letters of one cell are one character in a row of the screen, marks aside.
fn cells_before(row: &str, word: &str) -> usize {
    row.split_once(word).unwrap().0.chars().count()
}

#[test]
fn a_terminal_that_orders_rows_is_told_around_each_not_to() {
    let mut desk = Desk::new();
    claim(&mut desk, "القوات بقيت في مواقعها", "سامي", "troop_movement");
    let (sent, rows) = on_terminal_of(&desk, &["claims"], "", &[("VTE_VERSION", "7006")]);
    let (plain, same) = on_terminal(&desk, &["claims"]);
    assert_eq!(rows, same);
    let row = plain.lines().find(|row| row.contains("troop_movement")).unwrap();
    assert!(sent.contains(&format!("\u{1b}[8l{row}\r\n\u{1b}[8h")), "{}", sent.escape_debug());
    assert_eq!(sent.matches("\u{1b}[8l").count(), 1, "rows of ASCII need nothing");
    let (sent, _) = on_terminal_of(&desk, &["claims"], "", &[("MLTERM", "3.9.0")]);
    let row = sent.lines().find(|row| row.contains("troop_movement")).unwrap();
    assert!(row.starts_with('\u{202d}') && row.ends_with('\u{202c}'), "{}", row.escape_debug());
}

const ARABIC: &[(&str, &str)] = &[("HUDNA_LANG", "ar")];

/// Letters as they were before they were joined, from left to right as they stand on the screen.
fn unjoined(row: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    // Of what is one cell on the screen the letters come in reading order.
    row.replace(['ﻻ', 'ﻼ'], "اﻟ").nfkc().collect()
}

fn reversed(words: &str) -> String {
    words.chars().rev().collect()
}

#[test]
fn an_arabic_table_begins_at_the_right_edge() {
    let mut desk = Desk::new();
    claim(
        &mut desk,
        "القوات بقيت في مواقعها ولم تتقدم نحو البلدة ولا نحو الطريق",
        "سامي العمران",
        "troop_movement",
    );
    claim(&mut desk, "The road is open.", "Lina Haddad", "humanitarian");
    let ids: Vec<String> = desk
        .done(&["claims", "--json"])
        .lines()
        .iter()
        .map(|c| c["id"].as_str().unwrap()[..13].to_owned())
        .collect();
    let (_, rows) = on_terminal_of(&desk, &["claims"], "", ARABIC);
    assert_eq!(rows.len(), 3, "{rows:#?}");
    let plain: Vec<String> = rows.iter().map(|row| unjoined(row)).collect();
    for title in ["الحالة", "النوع", "صاحب"] {
        assert!(plain[0].contains(&reversed(title)), "{title}: {plain:#?}");
    }
    for id in &ids {
        let row = rows.iter().find(|row| row.contains(id.as_str())).unwrap();
        assert!(row.ends_with(id.as_str()), "the first column is the rightmost: {rows:#?}");
        assert_eq!(row.chars().count(), usize::from(COLUMNS), "and ends at the edge: {rows:#?}");
        // A number keeps its column, whatever stands beside it.
        assert_eq!(cells_before(row, "100"), 62, "{rows:#?}");
        assert!(unjoined(row).contains(&reversed("جديد")));
    }
    let latin = rows.iter().find(|row| row.contains("Lina Haddad")).unwrap();
    let (claim, speaker) = (latin.find("The road is open.").unwrap(), latin.find("Lina Haddad").unwrap());
    assert!(claim < speaker, "the last column is the leftmost: {latin}");
    let (sent, _) =
        on_terminal_of(&desk, &["claims"], "", &[("HUDNA_LANG", "ar"), ("HUDNA_DIGITS", "arabic")]);
    assert!(sent.contains("١٠٠") && ids.iter().all(|id| sent.contains(id.as_str())), "{sent}");
}

#[test]
fn an_arabic_name_stands_right_of_its_value() {
    let mut desk = Desk::new();
    claim(&mut desk, "The road is open.", "Lina Haddad", "humanitarian");
    let id = desk.done(&["claims", "--json"]).json("id");
    let (_, rows) = on_terminal_of(&desk, &["show", &id], "", ARABIC);
    let row = rows.iter().find(|row| row.contains("Lina Haddad")).unwrap();
    assert!(unjoined(row).ends_with(&reversed("صاحبه")), "{row}");
    assert_eq!(row.chars().count(), usize::from(COLUMNS) - 2, "two blanks before the name: {row}");
    assert_eq!(cells_before(row, "Lina Haddad") + "Lina Haddad".len(), usize::from(COLUMNS) - 15, "{row}");
}

#[test]
fn an_answer_may_be_arabic() {
    let mut desk = Desk::new();
    claim(&mut desk, "It rained.", "Sami Omran", "other");
    desk.done(&["share", "other.db"]);
    desk.done(&["claim", "add", "--db", "other.db", "--text", "It was dry.", "--speaker", "Lina Haddad"]);
    let count = |desk: &mut Desk| desk.done(&["claims", "--count"]).stdout;
    let (sent, _) = on_terminal_of(&desk, &["merge", "other.db"], "لا\n", ARABIC);
    assert!(!sent.contains("[y/N]"), "{sent}");
    assert_eq!(count(&mut desk), "1\n");
    on_terminal_of(&desk, &["merge", "other.db"], "نعم\n", ARABIC);
    assert_eq!(count(&mut desk), "2\n");
}

#[test]
fn nothing_but_text_is_sent() {
    let mut desk = Desk::new();
    claim(&mut desk, "\u{1b}[2Jgone\u{202e}\u{7}", "\u{9b}31m", "other");
    for arguments in [&["claims"][..], &["log"], &["doctor", "--no-ask"], &["claims", "--json"]] {
        let (sent, _) = on_terminal(&desk, arguments);
        let bad = sent.chars().find(|c| (c.is_control() && !"\r\n".contains(*c)) || *c == '\u{202e}');
        assert_eq!(bad, None, "{arguments:?}: {}", sent.escape_debug());
    }
}

#[test]
fn progress_leaves_nothing_behind() {
    let desk = Desk::new();
    for n in 0..20 {
        desk.file(&format!("in/{n}.txt"), format!("It rained for {n} days.\n").as_bytes());
    }
    let (_, rows) = on_terminal(&desk, &["import", "in"]);
    assert_eq!(rows.len(), 21, "{rows:#?}");
    assert!(rows[0].contains("a new one begins in"), "{rows:#?}");
    assert!(rows[1..].iter().all(|row| row.contains("0 claims, new: in/")), "{rows:#?}");
}

#[test]
fn a_merge_asks_before_it_takes_over() {
    let mut desk = Desk::new();
    claim(&mut desk, "It rained.", "Sami Omran", "other");
    desk.done(&["share", "other.db"]);
    claim(&mut desk, "It snowed.", "Sami Omran", "other");
    desk.done(&["claim", "add", "--db", "other.db", "--text", "It was dry.", "--speaker", "Lina Haddad"]);
    let head = |desk: &mut Desk| desk.done(&["verify", "--json"]).json("head");
    let before = head(&mut desk);
    for no in ["\n", "n\n", "maybe\n", "\u{4}"] {
        let (sent, _) = on_terminal_typing(&desk, &["merge", "other.db"], no);
        assert!(sent.contains("would bring 1 entry") && sent.contains("nothing was changed"), "{sent}");
        assert_eq!(head(&mut desk), before);
    }
    let (sent, _) = on_terminal_typing(&desk, &["merge", "other.db"], "y\n");
    assert!(sent.contains("brought 1 entry"), "{sent}");
    assert_ne!(head(&mut desk), before);
    let (sent, _) = on_terminal(&desk, &["merge", "other.db"]);
    assert!(sent.contains("nothing new") && !sent.contains("[y/N]"), "{sent}");
}

#[test]
fn an_erasure_wants_the_whole_id_typed() {
    let mut desk = Desk::new();
    claim(&mut desk, "It rained.", "Sami Omran", "other");
    let id = desk.done(&["claims", "--json"]).json("id");
    let arguments = ["erase", &id[..10], "--why", "asked by the source"];
    for no in ["\n", "y\n", &format!("{}\n", &id[..13]), "\u{4}"] {
        let (sent, _) = on_terminal_typing(&desk, &arguments, no);
        assert!(sent.contains("Type the whole id") && sent.contains("nothing was changed"), "{sent}");
        assert_eq!(desk.done(&["claims", "--json"]).json("id"), id);
    }
    let (sent, _) = on_terminal_typing(&desk, &arguments, &format!("{id}\n"));
    assert!(sent.contains("not reached:"), "{sent}");
    assert_eq!(desk.done(&["claims", "--json"]).stdout, "");
}

#[test]
fn a_limited_copy_is_asked_for_before_it_is_written() {
    let mut desk = Desk::new();
    claim(&mut desk, "It rained.", "Sami Omran", "other");
    claim(&mut desk, "It snowed.", "Sami Omran", "other");
    let (sent, rows) = on_terminal_typing(&desk, &["share", "part.db", "rained"], "n\n");
    assert!(sent.contains("Write it? [y/N]") && sent.contains("nothing was written"), "{sent}");
    assert!(rows.iter().any(|row| row.contains("1 withheld")), "{rows:#?}");
    assert!(!desk.path("part.db").exists());
    let (sent, _) = on_terminal(&desk, &["share", "part.db", "rained", "--yes"]);
    assert!(!sent.contains("[y/N]") && desk.path("part.db").exists(), "{sent}");
    on_terminal_typing(&desk, &["share", "asked.db", "rained"], "y\n");
    assert!(desk.path("asked.db").exists());
    let (sent, _) = on_terminal(&desk, &["share", "whole.db"]);
    assert!(
        !sent.contains("[y/N]") && desk.path("whole.db").exists(),
        "a whole copy tells nothing more: {sent}"
    );
}

#[test]
fn the_doctor_asks_which_line_reads_right_and_keeps_it() {
    let desk = Desk::new();
    let file = desk.home().join("settings.toml");
    let (sent, _) = on_terminal_typing(&desk, &["doctor"], "\n");
    assert!(sent.contains("Which line reads right, 1 to 4?") && !file.exists(), "{sent}");
    let (sent, _) = on_terminal_typing(&desk, &["doctor"], "7\nmaybe\n٣\n");
    assert_eq!(sent.matches("Answer with the number").count(), 2, "{sent}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "bidi = \"words\"\n");
    let (sent, _) = on_terminal_typing(&desk, &["doctor"], "app\n");
    assert!(sent.contains("words (from the file)") && sent.contains("bidi is now app"), "{sent}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "bidi = \"app\"\n");
    let (sent, _) = on_terminal(&desk, &["doctor", "--no-ask"]);
    assert!(sent.contains("setting       bidi = app (from the file)") && !sent.contains("Which"), "{sent}");
}

#[test]
fn the_nearest_word_on_bidi_counts_for_printed_lines() {
    let mut desk = Desk::new();
    claim(&mut desk, "القوات بقيت", "سامي", "other");
    let joined = |arguments: &[&str], environment: &[(&str, &str)]| {
        let (_, rows) = on_terminal_of(&desk, arguments, "", environment);
        !rows.iter().any(|row| row.contains("القوات"))
    };
    assert!(joined(&["claims"], &[]), "guessed");
    std::fs::write(desk.home().join("settings.toml"), "bidi = \"off\"\n").unwrap();
    assert!(!joined(&["claims"], &[]), "the file");
    assert!(joined(&["claims"], &[("HUDNA_BIDI", "app")]), "the environment before the file");
    assert!(!joined(&["claims", "--bidi", "off"], &[("HUDNA_BIDI", "app")]), "an option before all");
}

#[test]
fn inside_a_multiplexer_the_doctor_says_what_to_do() {
    let desk = Desk::new();
    let inside = [("TMUX", "/tmp/t,1,0"), ("VTE_VERSION", "7006")];
    let (sent, _) = on_terminal_of(&desk, &["doctor", "--no-ask"], "", &inside);
    assert!(sent.contains("risky  bidi") && sent.contains("printf '\\e[8l'"), "{sent}");
}

#[test]
fn for_a_screen_reader_tables_are_lines_in_reading_order() {
    let mut desk = Desk::new();
    claim(&mut desk, "القوات بقيت", "سامي", "troop_movement");
    let told = |rows: &[String]| {
        let id = rows[0].strip_prefix("id: c").unwrap();
        assert_eq!(id.len(), 12, "{rows:#?}");
        assert!(rows[1].starts_with("worth: "), "{rows:#?}");
        assert_eq!(rows[2..], ["state: new", "speaker: سامي", "kind: troop_movement", "claim: القوات بقيت"]);
    };
    let (sent, rows) = on_terminal_of(&desk, &["claims", "--plain"], "", &[("VTE_VERSION", "7006")]);
    told(&rows);
    assert!(!sent.contains('\u{1b}'), "{}", sent.escape_debug());
    let piped = desk.done(&["claims", "--plain"]).stdout;
    told(&piped.lines().filter(|row| !row.is_empty()).map(str::to_owned).collect::<Vec<_>>());
    let (_, rows) = on_terminal(&desk, &["show", &rows[0][4..], "--plain"]);
    assert!(rows.iter().any(|row| row == "kind: troop movement"), "{rows:#?}");
    for n in 0..20 {
        desk.file(&format!("in/{n}.txt"), format!("It rained for {n} days.\n").as_bytes());
    }
    let (sent, _) = on_terminal(&desk, &["import", "in", "--plain"]);
    let bars = |c: char| c == '\u{1b}' || matches!(c, '\u{2500}'..='\u{28ff}');
    assert!(
        !sent.contains(bars) && sent.matches('\r').count() == sent.matches('\n').count(),
        "{}",
        sent.escape_debug()
    );
}
