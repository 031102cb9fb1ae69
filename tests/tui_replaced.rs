//! The workbench on a pseudo-terminal while another program puts another file in the casebook's place.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tui_support;

use tui_support::{Place, Pty};

const CTRL_S: &str = "\x13";

/// A workbench, and beside it a copy of its casebook in which somebody else has worked.
fn with_another() -> (Place, Pty, String) {
    let place = Place::with_samples();
    let mut pty = place.workbench(&[]);
    pty.sees("1 of ").sees("─ claim c");
    let screen = pty.screen();
    let id = screen.split("─ claim ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    std::fs::copy(place.path("a.hudna"), place.path("b.hudna")).unwrap();
    let there = place.path("b.hudna").to_str().unwrap().to_owned();
    let done = place.hudna(&["verdict", &id, "half_true", "--why", "a second look", "--db", &there]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    (place, pty, id)
}

fn comments(place: &Place, id: &str) -> String {
    let shown = place.hudna(&["show", id, "--json"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    shown["comments"].to_string()
}

#[test]
fn it_is_noticed_and_the_new_file_is_taken_up() {
    let (place, mut pty, id) = with_another();
    std::fs::rename(place.path("b.hudna"), place.path("a.hudna")).unwrap();
    // All of the question, however few the columns.
    pty.sees("Another program put another file")
        .sees("it lacks?")
        .send("y")
        .sees("it lacked nothing")
        .sees("~ Half true");
    pty.send("c").sees("for the other checkers").send("in the new one").send(CTRL_S).sees("Comment kept.");
    pty.send("q");
    assert_eq!(pty.ended(), 0);
    assert!(comments(&place, &id).contains("in the new one"));
    assert!(place.hudna(&["verify"]).status.success());
}

#[test]
fn what_is_being_typed_meanwhile_is_not_lost() {
    let (place, mut pty, id) = with_another();
    pty.send("c").sees("for the other checkers").send("typed meanwhile").sees("typed meanwhile");
    std::fs::rename(place.path("b.hudna"), place.path("a.hudna")).unwrap();
    pty.send(CTRL_S).sees("Another program put another file").send("y").sees("it lacked 1 entry");
    pty.sees("~ Half true").send("q");
    assert_eq!(pty.ended(), 0);
    assert!(comments(&place, &id).contains("typed meanwhile"));
    assert!(place.hudna(&["verify"]).status.success());
}

#[test]
fn a_removed_file_is_put_back_and_a_no_is_heeded() {
    let (place, mut pty, id) = with_another();
    std::fs::remove_file(place.path("a.hudna")).unwrap();
    pty.sees("removed the casebook's file").send("n").send("c").sees("for the other checkers");
    pty.send("safe").sees("safe").send(CTRL_S).sees("removed the casebook's file").send("y");
    pty.sees("put back in its place").send("q");
    assert_eq!(pty.ended(), 0);
    assert!(comments(&place, &id).contains("safe"));
    assert!(place.hudna(&["verify"]).status.success());
}
