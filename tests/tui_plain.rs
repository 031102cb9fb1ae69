//! The workbench for screen readers, on a pseudo-terminal: exact screens, the cursor, and what is sent.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tui_support;

use tui_support::{Place, Pty};

const CTRL_S: &str = "\x13";
const RIGHT: &str = "\x1b[C";
const DOWN: &str = "\x1b[B";

fn three_claims() -> Place {
    Place::with_claims(&[
        ("It rained on the plain.", "Sami Omran", "other"),
        ("القوات بقيت في مواقعها", "سامي العمران", "troop_movement"),
        ("The road is open.", "Lina Haddad", "humanitarian"),
    ])
}

fn plain(place: &Place) -> Pty {
    place.workbench_with(&["--plain"], &[])
}

/// Nothing that a screen reader stumbles over was ever sent.
#[track_caller]
fn nothing_is_drawn(pty: &Pty) {
    let sent = String::from_utf8(pty.bytes()).unwrap();
    let drawn = sent.chars().find(|c| {
        matches!(*c, '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25ff}' | '\u{2800}'..='\u{28ff}' | '≠' | '✓' | '✗' | '‹')
    });
    assert_eq!(drawn, None, "{}", pty.screen());
    assert!(
        !sent.chars().any(|c| matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')),
        "joined forms"
    );
}

#[test]
fn the_list_is_lines_and_only_the_signs_change_as_the_cursor_goes_down() {
    let place = three_claims();
    let mut pty = plain(&place);
    pty.reads("> ").sees("hudna, a.hudna, 3 claims");
    let rows = pty.rows();
    assert_eq!(rows[..2], ["hudna, a.hudna, 3 claims", "Claims"]);
    let wanted = [
        ", new, humanitarian, Lina Haddad: The road is open.",
        ", new, troop movement, سامي العمران: القوات بقيت في مواقعها",
        ", new, other, Sami Omran: It rained on the plain.",
    ];
    let mut listed = rows[2..5].to_vec();
    assert!(
        listed[0].starts_with("> ") && listed[1].starts_with("  ") && listed[2].starts_with("  "),
        "{rows:#?}"
    );
    for row in &mut listed {
        *row = row.trim_start_matches(|c: char| !c.is_alphabetic()).to_owned();
    }
    listed.sort();
    let mut all = wanted.map(|words| words.trim_start_matches(", ").to_owned());
    all.sort();
    assert_eq!(listed, all);
    assert_eq!(rows.len(), 24);
    assert_eq!(rows[23], "? help, q quit, Tab file or list, / filter, i order, Enter document, o documents");
    assert_eq!(pty.cursor_at(), (2, 0));
    let before = pty.bytes().len();
    pty.send("j")
        .until("the next row", |pty| pty.cursor_at() == (3, 0) && pty.cursor_row().starts_with("> "));
    let sent = String::from_utf8(pty.bytes()[before..].to_vec()).unwrap();
    assert!(
        !sent.contains("Haddad") && !sent.contains("claims") && sent.len() < 200,
        "{}",
        sent.escape_debug()
    );
    nothing_is_drawn(&pty);
    pty.send("q");
    assert_eq!(pty.ended(), 0);
    assert!(pty.wrote(b"\x1b[8l").is_none() && pty.wrote(b"\x1b[?1049l").is_some());
}

#[test]
fn the_file_takes_the_lists_place_and_is_read_row_by_row() {
    let place = Place::with_claims(&[("The road is open.", "Lina Haddad", "humanitarian")]);
    let mut pty = plain(&place);
    pty.reads("> ").send("\t").sees("claim c").sees("Verdicts (0)");
    pty.reads("claim: The road is open.");
    let rows = pty.rows();
    assert!(rows[1].starts_with("claim c") && rows[1].ends_with(", 1 of 1 claims"), "{rows:#?}");
    assert_eq!(rows[2..6], ["claim: The road is open.", "", "", "speaker: Lina Haddad"], "{rows:#?}");
    assert!(
        rows.contains(&"kind, polarity, quote: humanitarian, assert, none".to_owned())
            || rows[6].starts_with("kind, polarity, quote: humanitarian, "),
        "{rows:#?}"
    );
    pty.send("jjj").reads("speaker: Lina Haddad").send("k").until("a row up", |pty| pty.cursor_at().0 == 4);
    pty.send("G").until("the last row", |pty| pty.cursor_row().contains("The road is open."));
    pty.send("\t").reads("> ");
    nothing_is_drawn(&pty);
}

#[test]
fn a_case_by_ear_from_filter_to_report() {
    let place = Place::with_samples();
    let mut pty = plain(&place);
    pty.reads("> ").send("/").reads("> Filter: ").send("no civilian").reads("> Filter: no civilian");
    pty.until("one left", |pty| pty.rows()[0].contains("1 claims")).send("\r").reads("> ");
    pty.send("t").reads("> evidence: link").send("\t").reads("> value:").send("https://example.org/register");
    pty.reads("> value: https://example.org/register").send("\t\t").reads("> stance: (choose)");
    pty.send(RIGHT)
        .send(RIGHT)
        .reads("> stance: refutes")
        .send(CTRL_S)
        .sees("Evidence attached.")
        .reads("> ");
    pty.send("r")
        .sees("Verdict")
        .reads("> ")
        .send("1")
        .until("a choice", |pty| pty.cursor_row().contains("False"));
    pty.send("\t")
        .reads("> why: ")
        .send("The register counts nine.")
        .reads("> why: The register counts nine.");
    pty.send(CTRL_S).sees("Verdict given.").sees("checked, False").reads("> ");
    let report = place.path("report.html");
    pty.send("x").sees("Export a report").send("\t\t\x01").send(report.to_str().unwrap()).send(CTRL_S);
    pty.sees("Report written");
    assert!(std::fs::read_to_string(report).unwrap().contains("The register counts nine."));
    nothing_is_drawn(&pty);
    pty.send("q");
    assert_eq!(pty.ended(), 0);
}

#[test]
fn a_document_is_read_and_a_claim_marked_in_it() {
    let place = Place::with_samples();
    let mut pty = plain(&place);
    pty.reads("> ")
        .send("/")
        .send("نقل أي سلاح ثقيل\r")
        .until("one left", |pty| pty.rows()[0].contains("1 claims"));
    pty.reads("> ").send("\r").sees("claim 8 of 15, new, violation, ضرغام البارزلي: نقل أي سلاح ثقيل");
    pty.until("the cursor at the claim", |pty| pty.cursor_row().contains("نقل أي سلاح"));
    let row = pty.cursor_at().0;
    pty.send("j").until("the next row", |pty| pty.cursor_at() == (row + 1, 0));
    pty.send("v").sees("Go to the first word").send("vww").sees("characters marked; a or Enter when done. ");
    pty.send("a").sees("Add").reads("> ");
    nothing_is_drawn(&pty);
    pty.send("\x1b");
}

#[test]
fn help_palette_and_lists_have_the_cursor_on_what_is_meant() {
    let place = three_claims();
    let mut pty = plain(&place);
    pty.reads("> ")
        .send("?")
        .sees("Keys")
        .reads("Moving")
        .send(DOWN)
        .reads("  j Down")
        .send("\x1b")
        .reads("> ");
    pty.send(":").sees("Commands").send("verd").reads("> Type to narrow: verd");
    pty.send(DOWN)
        .until("a command", |pty| pty.cursor_row().starts_with("> ") && !pty.cursor_row().contains("narrow"));
    nothing_is_drawn(&pty);
    pty.send("\x1b").until("the list again", |pty| pty.rows()[1] == "Claims").reads("> ").send("q");
    assert_eq!(pty.ended(), 0);
}

#[test]
fn a_conflict_is_told_and_resolved() {
    let place = Place::with_claims(&[("The road is open.", "Lina Haddad", "humanitarian")]);
    let done = |arguments: &[&str]| {
        let done = place.hudna(arguments);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    let claims = done(&["claims", "--json"]);
    let claim: serde_json::Value = serde_json::from_str(claims.lines().next().unwrap()).unwrap();
    let claim = claim["id"].as_str().unwrap();
    done(&["share", "theirs.db"]);
    done(&["claim", "edit", claim, "--speaker", "Lina Hadad", "--db", "theirs.db"]);
    done(&["claim", "edit", claim, "--speaker", "لينا حداد"]);
    let mut pty = plain(&place);
    pty.reads("> ").send("M").sees("Merge another copy").reads("> file: ").send("theirs.db");
    pty.reads("> file: theirs.db")
        .send(CTRL_S)
        .sees("What the merge would bring")
        .sees("Lina Hadad")
        .send("y");
    pty.sees("Merged")
        .send("K")
        .sees("what stands against each other: 1")
        .reads("> speaker, 2 sides, chosen Side 1: ");
    pty.sees("Side 2: ").send(RIGHT).reads("> speaker, 2 sides, chosen Side 2: ").send("\r").sees("Resolved");
    nothing_is_drawn(&pty);
    pty.send("\x1b").until("the list again", |pty| pty.rows()[1] == "Claims").reads("> ").send("q");
    assert_eq!(pty.ended(), 0);
}

#[test]
fn it_is_chosen_by_environment_and_settings_too() {
    let place = three_claims();
    let mut pty = place.workbench(&[("HUDNA_PLAIN", "true")]);
    pty.sees("hudna, a.hudna, 3 claims").send("q").ended();
    assert!(place.hudna(&["settings", "plain", "true"]).status.success());
    let mut pty = place.workbench(&[]);
    pty.sees("hudna, a.hudna, 3 claims").send("q").ended();
    let mut pty = place.workbench(&[("HUDNA_PLAIN", "false")]);
    pty.sees("hudna · a.hudna").send("q").ended();
}
