//! Saving what can be saved of a damaged casebook.

#![allow(clippy::unwrap_used)] // in helpers as in tests

mod cli_harness;

use cli_harness::Desk;

#[test]
fn a_damaged_casebook_is_saved_and_says_what_is_lost() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["comment", &claim, "Ask the station."]);
    desk.done(&["verdict", &claim, "true", "--why", "The gauge says so."]);
    desk.done(&["share", "copy.db"]);
    let whole = std::fs::read(desk.path("copy.db")).unwrap();
    let at = |words: &str| whole.windows(words.len()).position(|w| w == words.as_bytes()).unwrap();
    let mut spare = whole.clone();
    spare[..8192].fill(0);
    desk.file("spare.db", &spare);
    let mut words = whole.clone();
    words[at("Ask the station.")] = b'a';
    desk.file("words.db", &words);
    let mut entry = whole.clone();
    entry[at("\"kind\":\"verdict\"") + 8] = b'x';
    desk.file("entry.db", &entry);
    desk.file("nothing.db", &[7; 20_000]);
    desk.transcript();
    desk.refused(1, &["verify", "spare.db"]);
    desk.done(&["recover", "spare.db", "-o", "saved.db"]);
    desk.done(&["verify", "saved.db"]);
    desk.refused(1, &["recover", "spare.db", "-o", "saved.db"]);
    desk.refused(1, &["recover", "words.db", "-o", "saved2.db"]);
    desk.done(&["show", &claim, "--db", "saved2.db"]);
    desk.refused(1, &["recover", "entry.db", "-o", "saved3.db"]);
    desk.done(&["log", "--db", "saved3.db"]);
    desk.done(&["verify", "saved3.db"]);
    desk.done(&["merge", "copy.db", "--db", "saved3.db"]);
    desk.refused(1, &["recover", "nothing.db", "-o", "saved4.db"]);
    desk.refused(1, &["recover", "missing.db", "-o", "saved4.db"]);
    insta::assert_snapshot!("recover", desk.transcript());
    let lost = std::fs::read_to_string(desk.path("saved3.db.lost.jsonl")).unwrap();
    let lost: serde_json::Value = serde_json::from_str(lost.trim()).unwrap();
    assert_eq!(lost["parts"][0]["body"]["verdict"]["why"], "The gauge says so.");
    assert_eq!(
        (&lost["proves_itself"], &lost["parts"][0]["fits_its_commitment"]),
        (&false.into(), &true.into())
    );
    let whole = desk.refused(1, &["recover", "words.db", "-o", "saved5.db", "--json"]);
    assert_eq!(whole.lines()[0]["withheld"].as_array().unwrap().len(), 1);
    let altered = std::fs::read_to_string(desk.path("saved5.db.lost.jsonl")).unwrap();
    assert!(altered.contains("ask the station."), "{altered}");
}

#[test]
fn words_that_a_run_before_left_bar_no_other() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["comment", &claim, "Ask the station."]);
    desk.done(&["share", "copy.db"]);
    let whole = std::fs::read(desk.path("copy.db")).unwrap();
    let with = |words: &str, by: &[u8]| {
        let mut bytes = whole.clone();
        // Wherever it lies: an index may hold it too.
        for at in 0..bytes.len() - words.len() {
            if bytes[at..].starts_with(words.as_bytes()) {
                bytes[at..at + by.len()].copy_from_slice(by);
            }
        }
        bytes
    };
    // No sitting has its beginning: nothing can be saved, and much can be read.
    desk.file("beginning.db", &with("\"opens\"", b"\"opans\""));
    desk.file("comment.db", &with("Ask the station.", b"ask"));
    desk.transcript();
    desk.refused(1, &["recover", "beginning.db", "-o", "new.db"]);
    let first = std::fs::read(desk.path("new.db.lost.jsonl")).unwrap();
    desk.refused(1, &["recover", "beginning.db", "-o", "new.db"]);
    assert!(!desk.path("new.db.2.lost.jsonl").exists(), "the same words are not written twice");
    desk.refused(1, &["recover", "comment.db", "-o", "new.db"]);
    desk.done(&["verify", "--db", "new.db"]);
    desk.refused(1, &["recover", "comment.db", "-o", "new.db"]);
    insta::assert_snapshot!("recover_again", desk.transcript());
    assert!(std::fs::read(desk.path("new.db.lost.jsonl")).unwrap() == first, "nothing is written over");
    let second = std::fs::read_to_string(desk.path("new.db.2.lost.jsonl")).unwrap();
    assert!(second.contains("ask the station."), "{second}");
}
