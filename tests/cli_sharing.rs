//! Proving casebooks and bringing them together.

mod cli_harness;

use cli_harness::Desk;

#[test]
fn a_casebook_is_verified_and_a_tampered_one_is_not() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["verdict", &claim, "true", "--why", "The gauge says so."]);
    desk.done(&["share", "copy.db"]);
    desk.transcript();
    desk.done(&["verify"]);
    let shown = desk.done(&["verify", "copy.db", "--json"]);
    assert_eq!(shown.lines()[0]["faults"], serde_json::json!([]));
    assert_eq!(shown.lines()[0]["sittings"], 4);
    desk.transcript();
    desk.done(&["verify", "copy.db"]);
    let conn = rusqlite::Connection::open(desk.path("copy.db")).unwrap();
    conn.execute("UPDATE part SET body = replace(body, 'says so', 'says no')", []).unwrap();
    drop(conn);
    desk.refused(1, &["verify", "copy.db"]);
    desk.file("copy.db-wal", b"the last work");
    desk.refused(1, &["verify", "copy.db"]);
    desk.file("notes.txt", b"not a casebook");
    desk.refused(1, &["verify", "notes.txt"]);
    desk.refused(1, &["verify", "missing.db"]);
    insta::assert_snapshot!("verify", desk.transcript());
}
