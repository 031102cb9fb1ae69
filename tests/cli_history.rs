//! Going back in time, and what is kept of it.

#![allow(clippy::unwrap_used)] // in helpers as in tests

mod cli_harness;

use cli_harness::{Desk, contents};

#[test]
fn a_past_state_is_listed_shown_and_reported() {
    let (mut desk, claim) = Desk::with_claim();
    let then = desk.done(&["log", "--limit", "1", "--json"]).json("at");
    desk.done(&["verdict", &claim, "false", "--why", "It was dry."]);
    desk.done(&["claim", "edit", &claim, "--speaker", "Samir Omran"]);
    desk.done(&["claim", "add", "--text", "The bridge is open", "--speaker", "Nadim Harb"]);
    let before = contents(&desk.home());
    desk.transcript();
    desk.done(&["claims"]);
    desk.done(&["claims", "--as-of", &then]);
    desk.done(&["claims", "Nadim", "--as-of", &then]);
    desk.done(&["claims", "--count", "--as-of", &then]);
    desk.done(&["claims", "Sami", "--json", "--as-of", &then]);
    desk.done(&["show", &claim, "--as-of", &then]);
    desk.done(&["documents", "--as-of", "0s"]);
    desk.done(&["log", "--as-of", &then]);
    desk.done(&["conflicts", "--as-of", &then]);
    desk.refused(2, &["report", "--as-of", &then, "--format", "claimreview"]);
    desk.refused(1, &["claims", "--as-of", "2020-01-01"]);
    desk.refused(2, &["claims", "--as-of", "9999-01-01"]);
    desk.refused(2, &["claims", "--as-of", "before the flood"]);
    desk.refused(2, &["comment", &claim, "hm", "--as-of", &then]);
    insta::assert_snapshot!("as_of", desk.transcript());

    let report = desk.done(&["report", "--format", "json", "--as-of", &then]);
    let report: serde_json::Value = serde_json::from_str(&report.stdout).unwrap();
    assert_eq!(report["claims"].as_array().unwrap().len(), 1);
    assert_eq!(report["claims"][0]["claim"]["speaker"], "Sami Omran");
    assert!(report["claims"][0]["verdicts"].as_array().unwrap().is_empty());
    assert_eq!(report["as_of"], then);
    assert!(contents(&desk.home()) == before, "nothing was written");
    assert_eq!(std::fs::read_dir(desk.home()).unwrap().count(), before.len(), "and nothing left beside it");
}
