//! Programs that write to one casebook at the same time wait for each other, and nothing of either is lost.

#![allow(clippy::unwrap_used)] // in helpers as in tests

mod cli_harness;

use cli_harness::{Desk, Ran};

/// Articles that each program imports, one entry each: 5,000 with `HUDNA_LONG`.
fn articles() -> usize {
    if std::env::var_os("HUDNA_LONG").is_some() { 5000 } else { 120 }
}

#[test]
fn two_programs_that_write_at_once_lose_nothing() {
    let mut desk = Desk::with_document().0;
    for writer in ["one", "two"] {
        for n in 0..articles() {
            desk.file(&format!("{writer}/{n}.txt"), format!("Rain {n} at {writer}.\n").as_bytes());
        }
    }
    let children = ["one", "two"].map(|writer| desk.start(&["import", writer]));
    for child in children {
        let ran = Ran::of(child.wait_with_output().unwrap());
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        assert_eq!(ran.stdout.lines().count(), articles());
    }
    assert_eq!(desk.done(&["documents", "--json"]).stdout.lines().count(), 2 * articles() + 1);
    let verified = desk.done(&["verify", "--json"]).lines().remove(0);
    assert_eq!(verified["entries"], 2 * articles() as u64 + 2);
    assert_eq!(verified["sittings"], 4);
}
