//! Merging and resolving in the workbench, on a pseudo-terminal.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tui_support;

use tui_support::Place;

const CTRL_S: &str = "\x13";
const RIGHT: &str = "\x1b[C";

/// A colleague's copy in which the first claim has another speaker; here it has one in Arabic.
fn apart(place: &Place) -> String {
    let done = |arguments: &[&str]| {
        let done = place.hudna(arguments);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    let claims = done(&["claims", "--json"]);
    let first: serde_json::Value = serde_json::from_str(claims.lines().next().unwrap()).unwrap();
    let claim = first["id"].as_str().unwrap().to_owned();
    done(&["share", "theirs.db"]);
    done(&["claim", "edit", &claim, "--speaker", "Samir Omran", "--db", "theirs.db"]);
    done(&["comment", &claim, "Ask the station.", "--db", "theirs.db"]);
    done(&["claim", "edit", &claim, "--speaker", "سامي العمران"]);
    claim
}

fn speaker(place: &Place, claim: &str) -> String {
    let shown = place.hudna(&["show", claim, "--json"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    shown["claim"]["speaker"].as_str().unwrap().to_owned()
}

#[test]
fn a_copy_is_merged_and_its_conflict_resolved() {
    let place = Place::with_samples();
    let claim = apart(&place);
    let mut pty = place.workbench(&[]);
    pty.sees("1 of ").send("M").sees("Merge another copy").send("the\t").sees("theirs.db").send(CTRL_S);
    pty.sees("What the merge would bring").sees("conflicts: 1").sees("Samir Omran").send("y");
    pty.sees("Merged").sees("K shows what stands").send("K");
    pty.sees("what stands against each other: 1").sees("Samir Omran");
    // سامي in the cells: visual order, joined forms.
    pty.sees("\u{FEF2}\u{FEE3}\u{FE8E}\u{FEB3}").send("\r").sees("Resolved");
    assert_eq!(speaker(&place, &claim), "Samir Omran");
    pty.send("u")
        .sees("what stands against each other: 1")
        .send(RIGHT)
        .sees("▸ 2")
        .send("\r")
        .sees("Nothing does.");
    assert_eq!(speaker(&place, &claim), "سامي العمران");
    pty.send("\x1b").sees("─ claim c").send("q");
    assert_eq!(pty.ended(), 0);
    pty.is_given_back();
}

#[test]
fn quitting_while_a_merge_waits_leaves_no_private_copy() {
    let place = Place::with_samples();
    apart(&place);
    let before = std::fs::read(place.path("a.hudna")).unwrap();
    let mut pty = place.workbench(&[]);
    // The keys of the Arabic layout: M is ’.
    pty.sees("1 of ").send("’").sees("Merge another copy").send("theirs.db").send(CTRL_S);
    pty.sees("What the merge would bring").send("\x03");
    pty.until("the end, asked for or not", |pty| {
        if pty.screen().contains("Quit all the same?") {
            pty.send("y");
        }
        pty.state() == 'Z' || pty.child.try_wait().unwrap().is_some()
    });
    pty.ended();
    assert!(before == std::fs::read(place.path("a.hudna")).unwrap());
    let left = std::fs::read_dir(place.folder.path()).unwrap().flatten();
    let left: Vec<_> =
        left.map(|entry| entry.file_name()).filter(|n| n.to_string_lossy().starts_with(".hudna")).collect();
    assert!(left.is_empty(), "{left:?}");
}
