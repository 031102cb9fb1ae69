//! Blind verdicts in the workbench, on a pseudo-terminal.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tui_support;

use tui_support::Place;

const CTRL_S: &str = "\x13";
const WHY: &str = "The register names nine dead.";

/// A claim, and a colleague's verdict on it that was merged.
fn judged() -> (Place, String) {
    let place = Place::with_claims(&[("No civilians were killed at Tell Safa.", "the envoy", "casualty")]);
    let done = |arguments: &[&str], home: &str| {
        let done = place.hudna_as(home, arguments);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    let claims = done(&["claims", "--json"], "home");
    let first: serde_json::Value = serde_json::from_str(claims.lines().next().unwrap()).unwrap();
    let claim = first["id"].as_str().unwrap().to_owned();
    done(&["share", "theirs.db"], "home");
    done(&["verdict", &claim, "false", "--why", WHY, "--db", "theirs.db"], "theirs");
    done(&["merge", "theirs.db", "--yes"], "home");
    (place, claim)
}

fn blind(place: &Place, claim: &str) -> Vec<(String, bool)> {
    let shown = place.hudna(&["show", claim, "--json"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    let verdicts = shown["verdicts"].as_array().unwrap().iter();
    verdicts.map(|v| (v["rating"].as_str().unwrap().to_owned(), v["blind"] == true)).collect()
}

#[test]
fn a_second_checker_judges_without_seeing_the_first() {
    let (place, claim) = judged();
    let mut pty = place.workbench_with(&["--blind"], &[]);
    pty.sees("1 of 1 claims")
        .sees("verdicts hidden")
        .send("\tG")
        .sees("(hidden until you give your verdict)");
    assert!(!pty.screen().contains("nine dead") && !pty.screen().contains("False"), "{}", pty.screen());
    pty.send("r").sees("others' are hidden until it is given").send("4\tMy own reasons.");
    pty.sees("My own reasons.").send(CTRL_S).sees("Verdict given blind");
    pty.sees("Verdicts (2)").send("G").sees("nine dead").send("q");
    assert_eq!(pty.ended(), 0);
    assert_eq!(blind(&place, &claim), [("false".to_owned(), false), ("mostly_true".to_owned(), true)]);
}

#[test]
fn in_arabic_and_with_an_arabic_keyboard() {
    let (place, claim) = judged();
    let mut pty = place.workbench(&[("HUDNA_LANG", "ar")]);
    // ﻻ is b, ق is r.
    pty.until("the list", |pty| pty.screen().contains("1")).send("\u{FEFB}");
    // مخفية in the cells: visual order, joined forms.
    pty.sees("\u{FE94}\u{FEF4}\u{FED4}\u{FEA8}\u{FEE3}")
        .send("ق")
        .sees("\u{FEC0}")
        .send("٤\tأسبابي.")
        .send(CTRL_S);
    pty.until("the verdict", |_| blind(&place, &claim).len() == 2);
    // The colleague's was on the screen before it was hidden.
    assert!(!blind(&place, &claim)[1].1);
    pty.send("ض");
    assert_eq!(pty.ended(), 0);
}

#[test]
fn it_opens_the_workbench_and_is_refused_elsewhere() {
    let place = Place::empty();
    let refused = place.hudna(&["--blind", "claims"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("opens the workbench"));
}
