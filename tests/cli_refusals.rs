//! What is refused, in which words, and that nothing was touched.

mod cli_harness;

use cli_harness::{Desk, QUIET, contents};

#[test]
fn nothing_but_writing_verbs_makes_a_casebook() {
    let mut desk = Desk::new();
    for arguments in [
        &["claims"][..],
        &["documents"],
        &["show", "c1"],
        &["scale"],
        &["log"],
        &["undo"],
        &["redo"],
        &["verify"],
        &["merge", "other.db"],
        &["conflicts"],
        &["resolve", "c1", "speaker", "--take", "1"],
        &["rebuild"],
        &["report"],
        &["share", "copy.db"],
        &["whoami"],
        &["publisher"],
        &["comment", "c1", "x"],
        &["verdict", "c1", "true", "--why", "x"],
        &["claim", "restore", "c1"],
        &["evidence", "withdraw", "e1", "--why", "x"],
        &["claim", "add", "d1", "--start", "1", "--end", "2"],
    ] {
        let ran = desk.refused(1, arguments);
        assert!(
            ran.stderr.contains("there is no casebook at") && ran.stderr.contains("hint: "),
            "{}",
            ran.stderr
        );
    }
    assert_eq!(std::fs::read_dir(desk.home()).unwrap().count(), 0);
    desk.transcript();
    desk.refused(1, &["claims"]);
    desk.refused(1, &[]);
    insta::assert_snapshot!("no_casebook", desk.transcript());
}

#[test]
fn other_files_are_left_alone() {
    let mut desk = Desk::new();
    let article = desk.file("rain.txt", QUIET.as_bytes());
    let empty = desk.file("empty.db", b"");
    desk.file("foreign.db", &foreign());
    for db in ["rain.txt", "foreign.db", "."] {
        let before = contents(&desk.path(""));
        for arguments in [&["claims", "--db", db][..], &["import", "rain.txt", "--db", db]] {
            let ran = desk.refused(1, arguments);
            assert!(ran.stderr.contains("hint: "), "{}", ran.stderr);
        }
        assert!(contents(&desk.path("")) == before, "{db} was touched");
    }
    assert_eq!(std::fs::read_to_string(article).unwrap(), QUIET);
    assert_eq!(std::fs::read(empty).unwrap(), b"");
}

/// A database of SQLite that is no casebook: its header and an empty first page.
fn foreign() -> Vec<u8> {
    let mut page = vec![0; 4096];
    page[..16].copy_from_slice(b"SQLite format 3\0");
    page[16..24].copy_from_slice(&[16, 0, 1, 1, 0, 64, 32, 32]);
    page[28..32].copy_from_slice(&1u32.to_be_bytes());
    page[44..48].copy_from_slice(&4u32.to_be_bytes());
    page[56..60].copy_from_slice(&1u32.to_be_bytes());
    page[100] = 13;
    page[105..107].copy_from_slice(&4096u16.to_be_bytes());
    page
}

#[test]
fn a_newer_casebook_is_refused_and_untouched() {
    let (mut desk, _) = Desk::with_document();
    let path = desk.home().join("casebook.db");
    let mut bytes = std::fs::read(&path).unwrap();
    // `user_version` stands at byte 60 of the header.
    bytes[60..64].copy_from_slice(&9999u32.to_be_bytes());
    std::fs::write(&path, &bytes).unwrap();
    desk.refused(1, &["claims"]);
    desk.refused(1, &["comment", "c1", "x"]);
    desk.refused(1, &["import", "rain.txt"]);
    insta::assert_snapshot!("newer", desk.transcript());
    assert!(std::fs::read(&path).unwrap() == bytes);
}

#[test]
fn ids_that_name_nothing_or_too_much() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["claim", "add", "--text", "another", "--speaker", "S"]);
    desk.done(&["claim", "add", "--text", "and another", "--speaker", "S"]);
    desk.transcript();
    desk.refused(1, &["show", "c"]);
    desk.refused(1, &["show", "cffffffffff"]);
    desk.refused(1, &["show", "d0000000000"]);
    desk.refused(1, &["comment", "", "x"]);
    desk.refused(1, &["comment", "c%", "x"]);
    desk.refused(1, &["verdict", "withdraw", &claim, "--why", "x"]);
    desk.refused(2, &["show", "z123"]);
    let transcript = desk.transcript();
    assert!(transcript.contains("begins more than one id"), "{transcript}");
}

#[test]
fn values_that_cannot_be_taken() {
    let (mut desk, claim) = Desk::with_claim();
    let before = desk.done(&["log", "--json"]).stdout;
    desk.transcript();
    desk.refused(1, &["verdict", &claim, "true", "--why", " "]);
    desk.refused(1, &["verdict", &claim, "nonsense", "--why", "because"]);
    desk.refused(1, &["verdict", &claim, "9", "--why", "because"]);
    desk.refused(1, &["comment", &claim, ""]);
    desk.refused(1, &["claim", "dismiss", &claim, "--why", ""]);
    desk.refused(1, &["claim", "edit", &claim, "--status", "checked"]);
    desk.refused(1, &["claim", "edit", &claim, "--start", "60", "--end", "20"]);
    desk.refused(1, &["claim", "edit", &claim, "--end", "99999"]);
    desk.refused(1, &["claim", "edit", &claim, "--text", "other words"]);
    desk.refused(1, &["evidence", "add", &claim, "--file", "missing.pdf", "--stance", "context"]);
    desk.refused(1, &["claim", "add", "--text", "", "--speaker", "S"]);
    insta::assert_snapshot!("values", desk.transcript());
    assert_eq!(desk.done(&["log", "--json"]).stdout, before, "nothing was written");
}

#[test]
fn hostile_text_reaches_no_terminal() {
    let mut desk = Desk::new();
    let hostile = "\u{1b}[31mred\u{202e}desrever\u{9b}2J\u{7}\u{200b}\u{feff}";
    desk.file("rain.txt", QUIET.as_bytes());
    desk.done(&["import", "rain.txt", "--title", hostile, "--outlet", hostile]);
    let claim =
        desk.done(&["claim", "add", "--text", hostile, "--speaker", hostile]).stdout.trim().to_owned();
    desk.done(&["comment", &claim, hostile]);
    desk.done(&["whoami", "--name", hostile]);
    let file = desk.path("\u{1b}[2J\u{202e}.txt").to_string_lossy().into_owned();
    let mut printed = Vec::new();
    for arguments in [
        &["documents"][..],
        &["claims"],
        &["show", &claim],
        &["log"],
        &["whoami"],
        &["documents", "--json"],
        &["claims", "--json"],
        &["log", "--json"],
        &["show", &claim, "--json"],
        &["import", &file],
        &["claims", &format!("kind:{hostile}")],
        &["show", hostile],
        &["share", &file],
    ] {
        let ran = desk.run(arguments);
        printed.push(ran.stdout + &ran.stderr);
    }
    for text in &printed {
        let bad = |c: &char| (c.is_control() && *c != '\n') || "\u{202e}\u{200b}\u{feff}".contains(*c);
        assert_eq!(text.chars().find(bad), None, "{}", text.escape_debug());
    }
    assert!(printed[1].contains("⟨RLO⟩"), "shown as a token: {}", printed[1]);
    assert!(printed[6].contains("\\u202e") && printed[6].contains("\\u001b"), "escaped: {}", printed[6]);
    let parsed: serde_json::Value = serde_json::from_str(&printed[6]).unwrap();
    assert_eq!(parsed["speaker"], hostile, "and kept as it is");
}

#[test]
fn a_refused_argument_brings_no_control_character_to_the_terminal() {
    let mut desk = Desk::new();
    let hostile = "a\u{1b}[31m\u{9b}31m\u{202e}b\u{2066}c\rd\u{7}";
    for arguments in [
        &[hostile][..],
        &["claim", hostile],
        &["report", "--format", hostile],
        &["completions", hostile],
        &["claim", "add", "d1", "--start", hostile, "--end", "1"],
        &["evidence", "add", "c1", "--quote", "q", "--stance", hostile],
        &["claim", "edit", "c1", "--kind", hostile],
    ] {
        let ran = desk.refused(2, arguments);
        let said = format!("{}{}", ran.stdout, ran.stderr);
        let unsafe_char = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202e}' | '\u{2066}');
        assert!(!said.contains(unsafe_char), "{arguments:?}: {said:?}");
        assert!(said.contains('b'), "{said:?}");
    }
}
