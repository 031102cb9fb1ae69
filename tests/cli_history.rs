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

/// A command that finds these claims.
#[cfg(unix)]
fn finds(desk: &Desk, name: &str, lines: &[&str]) -> String {
    let echo: Vec<String> = lines.iter().map(|line| format!("echo '{line}'")).collect();
    desk.file(name, format!("cat >/dev/null\n{}\necho '[]' >/dev/null\n", echo.join("\n")).as_bytes());
    format!("/bin/sh {name}")
}

#[cfg(unix)]
#[test]
fn documents_are_extracted_again() {
    let mut desk = Desk::new();
    let article = "Shells on Karmud\n\nBrigadier Dirgham Barzali said that the road was open. He denied that anybody was killed.\n";
    desk.file("article.txt", article.as_bytes());
    let road = r#"{"start":49,"end":71,"speaker":"Barzali","kind":"territorial"}"#;
    let killed = r#"{"start":83,"end":106,"speaker":"He","kind":"casualty"}"#;
    let first = finds(&desk, "first.sh", &[road, killed]);
    let second = finds(&desk, "second.sh", &[&road.replace("Barzali", "Dirgham Barzali")]);
    desk.done(&["import", "--with", &first, "article.txt"]);
    let document = desk.done(&["documents", "--json"]).json("id");
    let before = contents(&desk.home());
    desk.transcript();
    desk.done(&["extract", "--again", &document, "--with", &second, "--dry-run"]);
    assert!(contents(&desk.home()) == before, "a dry run changes nothing");
    desk.done(&["extract", "--again", &document[..10], "--with", &second]);
    desk.done(&["claims"]);
    desk.done(&["extract", "--again", "--all", "--with", &second]);
    desk.done(&["extract", "--again", "doc:d", "--with", &second, "--json"]);
    desk.done(&["undo"]);
    desk.done(&["claims"]);
    desk.done(&["redo"]);
    desk.done(&["show", &document]);
    desk.done(&["log", &document]);
    desk.refused(1, &["extract", "--again", "lang:fr"]);
    desk.refused(1, &["extract", "--again", "d000"]);
    desk.refused(2, &["extract", "--again"]);
    desk.refused(2, &["extract", "--all"]);
    insta::assert_snapshot!("again", desk.transcript());

    // The program's own rules come last, and so count.
    let again = desk.done(&["extract", "--again", "barzali", "--json"]);
    assert_eq!(again.json("state"), "done");
    let shown = desk.done(&["show", &document, "--json"]);
    assert_eq!(shown.json("extraction"), again.json("extraction"));
    desk.done(&["verify"]);
}
