//! Programs that write to one casebook at the same time wait for each other, and nothing of either is lost.

#![allow(clippy::unwrap_used)] // in helpers as in tests

mod cli_harness;

use cli_harness::{Desk, Ran};
use std::path::{Path, PathBuf};

/// Where the casebook lies, and how many articles each program imports, one entry each: 5,000 in memory, where
/// syncing costs nothing, or on the disk itself with `HUDNA_LONG`.
fn place() -> (PathBuf, usize) {
    let memory = Path::new("/dev/shm");
    match std::env::var_os("HUDNA_LONG") {
        Some(_) => (std::env::temp_dir(), 5000),
        None if tempfile::tempdir_in(memory).is_ok() => (memory.to_owned(), 5000),
        None => (std::env::temp_dir(), 120),
    }
}

#[test]
fn two_programs_that_write_at_once_lose_nothing() {
    let (folder, articles) = place();
    let mut desk = Desk::within(&folder);
    desk.file("rain.txt", cli_harness::QUIET.as_bytes());
    desk.done(&["import", "rain.txt"]);
    for writer in ["one", "two"] {
        for n in 0..articles {
            desk.file(&format!("{writer}/{n}.txt"), format!("Rain {n} at {writer}.\n").as_bytes());
        }
    }
    let children = ["one", "two"].map(|writer| desk.start(&["import", writer]));
    for child in children {
        let ran = Ran::of(child.wait_with_output().unwrap());
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        assert_eq!(ran.stdout.lines().count(), articles);
    }
    assert_eq!(desk.done(&["documents", "--json"]).stdout.lines().count(), 2 * articles + 1);
    let verified = desk.done(&["verify", "--json"]).lines().remove(0);
    assert_eq!(verified["entries"], 2 * articles as u64 + 2);
    assert_eq!(verified["sittings"], 4);
}
