//! An older casebook is opened by a verb.

#![allow(clippy::unwrap_used)] // in helpers as in tests

mod cli_harness;

use cli_harness::{Desk, contents};

/// A desk whose casebook is of the first format.
fn old_desk() -> Desk {
    let desk = Desk::new();
    let packed = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/casebook-format-1.db.zst");
    let bytes = zstd::decode_all(std::fs::File::open(packed).unwrap()).unwrap();
    std::fs::write(desk.home().join("casebook.db"), bytes).unwrap();
    desk
}

#[test]
fn it_is_said_where_the_casebook_is_kept_as_it_was() {
    let mut desk = old_desk();
    let first = desk.done(&["claims", "verdict:misleading"]);
    assert!(
        first
            .stderr
            .starts_with("the casebook was brought to this version's format; as it was, it is kept: ")
    );
    assert_eq!(desk.done(&["claims", "verdict:misleading"]).stderr, "");
    assert_eq!(contents(&desk.home()).len(), 2, "the casebook and the copy from before");
    insta::assert_snapshot!("upgrade", desk.transcript());
}
