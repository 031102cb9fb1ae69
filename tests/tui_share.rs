//! Handing copies over, trust in keys and looking again in a document, on a pseudo-terminal.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tui_support;

use sha2::{Digest, Sha256};
use tui_support::Place;

const CTRL_S: &str = "\x13";

#[test]
fn a_copy_of_the_filters_claims_is_written_after_a_look_and_merges_back() {
    let place = Place::with_samples();
    let mut pty = place.workbench(&[]);
    pty.sees("1 of ").send("/").sees("Filter:").send("kind:casualty\r").sees("kind:casualty");
    pty.send("S").sees("Write a copy to hand over").sees("the filter's claims (kind:casualty)");
    pty.send("\tpart.db").sees("part.db").send(CTRL_S).sees("What the copy holds and tells");
    pty.sees("not encrypted").sees("Write it?");
    assert!(!place.path("part.db").exists());
    pty.send("y").sees("to be told to the receiver over another channel");
    let bytes = std::fs::read(place.path("part.db")).unwrap();
    let sha256: String = Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
    pty.sees(&sha256).send("\r").send("q");
    assert_eq!(pty.ended(), 0);
    pty.is_given_back();
    let verified = place.hudna(&["verify", "part.db"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
    let merged = place.hudna(&["merge", "part.db", "--yes"]);
    assert!(String::from_utf8_lossy(&merged.stdout).contains("nothing"), "{merged:?}");
}

#[test]
fn a_key_is_trusted_by_its_fingerprint_as_on_the_command_line() {
    let place = Place::with_claims(&[("The truce holds.", "the envoy", "other")]);
    assert!(place.hudna(&["share", "theirs.db"]).status.success());
    let named = ["whoami", "--name", "Nadim Harb", "--db", "theirs.db"];
    assert!(place.hudna_as("theirs", &named).status.success());
    assert!(place.hudna(&["merge", "theirs.db", "--yes"]).status.success());
    let listed = || {
        let lines = String::from_utf8(place.hudna(&["trust", "--json"]).stdout).unwrap();
        let keys = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        keys.into_iter().find(|key| key["name"] == "Nadim Harb").unwrap()
    };
    let fingerprint = listed()["fingerprint"].as_str().unwrap().to_owned();
    let mut pty = place.workbench(&[]);
    // ٍ is S on an Arabic keyboard, ؛ is P.
    pty.sees("1 of ").send("؛").sees("Whose keys wrote here").sees(&fingerprint);
    pty.send("nadim").until("one alone", |pty| pty.screen().matches("SHA256:").count() == 1);
    pty.send("\r")
        .sees("Is it their key?")
        .sees(&fingerprint)
        .send("1")
        .send(CTRL_S)
        .sees("trusted: Nadim Harb");
    assert_eq!(listed()["trust"], "trusted");
    pty.send("P").sees("Whose keys").send("nadim\r").sees("Is it their key?").send("2").send(CTRL_S);
    pty.sees("distrusted: Nadim Harb");
    assert_eq!(listed()["trust"], "distrusted");
    pty.send("P").sees("Whose keys").send("nadim\r").sees("Is it their key?").send("3").send(CTRL_S);
    pty.sees("taken back: Nadim Harb");
    assert_eq!(listed()["trust"], "met");
    pty.send("q");
    assert_eq!(pty.ended(), 0);
}

#[test]
fn a_document_is_looked_at_again_with_words_that_were_added_meanwhile() {
    let place = Place::with_samples();
    let mut pty = place.workbench(&[]);
    pty.sees("1 of ").send("E").sees("extracted by this very version already");
    let lexicon = place.path("home/config/hudna/lexicon");
    std::fs::create_dir_all(&lexicon).unwrap();
    std::fs::write(lexicon.join("mine.toml"), "broken").unwrap();
    pty.send("E").sees("mine.toml");
    let words = "language = \"en\"\ncues = [{ verb = \"trumpet\", takes = \"that speech\" }]\n";
    std::fs::write(lexicon.join("mine.toml"), words).unwrap();
    pty.send("E").sees("Looked again: 0 new, 0 gone");
    pty.send("E").sees("extracted by this very version already").send("u").sees("Taken back");
    pty.send("q");
    assert_eq!(pty.ended(), 0);
}
