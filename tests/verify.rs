//! Tampering is found: byte by byte, and by hands that know the format.
#![allow(missing_docs, clippy::unwrap_used)]

mod journal_support;

use hudna::journal::entry::{self, Body, commitment, entry_hash};
use hudna::journal::{Casebook, CasebookError, Keyring};
use journal_support::{World, dump};
use rusqlite::{Connection, params};
use std::path::Path;

#[test]
fn a_sound_casebook_passes_with_its_counts_and_head() {
    let world = World::new();
    world.full("case.db");
    let before = std::fs::read(world.path("case.db")).unwrap();
    let verified = world.sound("case.db");
    assert_eq!((verified.sittings, verified.entries, verified.signatures), (3, 12, 12));
    // The text and the bytes of the article are the same blob, which two parts point at.
    assert_eq!((verified.blobs, verified.withheld, verified.erased, verified.ahead), (2, 0, 0, 0));
    let book = world.open("case.db", "key-a");
    assert_eq!((verified.head, verified.casebook), (book.head().unwrap(), book.id().unwrap()));
    assert!(std::fs::read(world.path("case.db")).unwrap() == before, "the file was written");
    assert_eq!(std::fs::read_dir(world.path("private")).unwrap().count(), 0);
}

#[test]
fn a_shared_copy_and_an_older_file_pass() {
    let world = World::new();
    world.full("case.db");
    let book = world.open("case.db", "key-a");
    book.share(&world.path("copy.db")).unwrap();
    assert_eq!(world.sound("copy.db").head, book.head().unwrap());
    let packed = format!("{}/tests/fixtures/casebook-format-1.db.zst", env!("CARGO_MANIFEST_DIR"));
    let old = zstd::decode_all(std::fs::File::open(packed).unwrap()).unwrap();
    std::fs::write(world.path("old.db"), old).unwrap();
    let verified = world.verify("old.db").unwrap();
    assert_eq!((verified.faults.len(), verified.format, verified.tables_compared), (0, 1, false));
    drop(Casebook::open(&world.path("old.db"), Keyring::at(world.path("key-a"))).unwrap());
    world.sound("old.db");
}

/// Does something to a copy of a full casebook behind its back, and gives what verify says first.
fn tampered(what: &str, change: impl FnOnce(&World, &Connection)) -> String {
    let world = World::new();
    world.full("case.db");
    let conn = world.raw("case.db");
    change(&world, &conn);
    drop(conn);
    let verified = world.verify("case.db").unwrap();
    assert!(verified.fault_count > 0, "{what} was not found");
    verified.faults.iter().map(|fault| format!("{fault}\n")).collect()
}

#[test]
fn every_kind_of_tampering_is_found_and_named() {
    let verdict = "(SELECT entry FROM part WHERE body LIKE '%the register says so%')";
    let sql = |sql: String| move |_: &World, conn: &Connection| conn.execute_batch(&sql).unwrap();
    let table: Vec<(&str, String, &str)> = vec![
        (
            "a changed verdict",
            format!("UPDATE part SET body = replace(body, 'false', 'true') WHERE entry = {verdict}"),
            "not those committed to",
        ),
        (
            "a changed table",
            "UPDATE verdict SET rating = 'true'; UPDATE claim SET verdict = 'true'".into(),
            "the table verdict is not what",
        ),
        (
            "a dropped entry in the middle",
            "DELETE FROM part WHERE entry = 4; DELETE FROM entry WHERE num = 4".into(),
            "the entries from 3 on are missing",
        ),
        (
            "a dropped last entry",
            "DELETE FROM part WHERE entry = 12; DELETE FROM frontier; DELETE FROM entry WHERE num = 12;
             UPDATE clock SET at = (SELECT max(at) FROM entry); INSERT INTO frontier VALUES (11)"
                .into(),
            "it should have 8 entries and has 7",
        ),
        (
            "a dropped sitting that somebody saw",
            "DELETE FROM part WHERE entry IN (SELECT num FROM entry WHERE sitting = 3);
             DELETE FROM frontier; DELETE FROM entry WHERE sitting = 3; DELETE FROM sitting WHERE num = 3;
             DELETE FROM chunk WHERE blob = 2; DELETE FROM blob WHERE num = 2;
             INSERT INTO frontier VALUES (12)"
                .into(),
            "that is not here: it was cut off",
        ),
        (
            "entries in another order",
            "UPDATE entry SET seq = 99 WHERE num = 4; UPDATE entry SET seq = 3 WHERE num = 5;
             UPDATE entry SET seq = 4 WHERE num = 4"
                .into(),
            "not in their place",
        ),
        (
            "a part given to another entry",
            "UPDATE part SET entry = 1000 + entry WHERE entry IN (9, 10);
             UPDATE part SET entry = 10 WHERE entry = 1009; UPDATE part SET entry = 9 WHERE entry = 1010"
                .into(),
            "its hash is not that of its header and parts",
        ),
        ("a taken signature", "UPDATE entry SET signature = NULL WHERE num = 6".into(), "is not signed"),
        (
            "a signature of another entry",
            "UPDATE entry SET signature = (SELECT signature FROM entry WHERE num = 5) WHERE num = 6".into(),
            "not made with its sitting's key",
        ),
        ("another time", "UPDATE entry SET at = at + 1 WHERE num = 6".into(), "columns are not those"),
        ("another kind", "UPDATE entry SET kind = 'comment' WHERE num = 6".into(), "columns are not those"),
        (
            "another key",
            "UPDATE sitting SET key = (SELECT key FROM sitting WHERE num = 3) WHERE num = 2".into(),
            "its checker is not the one",
        ),
        (
            "another checker",
            "UPDATE sitting SET checker = (SELECT checker FROM sitting WHERE num = 3) WHERE num = 2".into(),
            "its checker is not the one",
        ),
        (
            "a changed blob",
            "UPDATE chunk SET data = (SELECT data FROM chunk WHERE blob = 2)".into(),
            "part 1:",
        ),
        ("a missing chunk", "DELETE FROM chunk WHERE blob = 2".into(), "it has 0 bytes and should have 320"),
        ("a wrong size", "UPDATE blob SET size = 5 WHERE num = 2".into(), "should have 5"),
        (
            "a blob that nobody brought",
            "INSERT INTO blob (sha256, size) VALUES (zeroblob(32), 0)".into(),
            "no entry speaks of the blob 000000000000",
        ),
        (
            "a part called withheld that has its words",
            format!("UPDATE part SET state = 'withheld' WHERE entry = {verdict}"),
            "is not as a part that is withheld must be",
        ),
        (
            "an erased part that keeps its salt",
            format!("UPDATE part SET state = 'erased', body = NULL WHERE entry = {verdict}"),
            "is not as a part that is erased must be",
        ),
        ("a clock put back", "UPDATE clock SET at = 5".into(), "the clock kept in the file"),
        (
            "a clock under another key",
            "PRAGMA ignore_check_constraints = ON; UPDATE clock SET one = 17".into(),
            "the clock kept in the file",
        ),
        ("no clock", "DELETE FROM clock".into(), "the clock kept in the file"),
        ("a list of loose ends emptied", "DELETE FROM frontier".into(), "that none names lacks one"),
        (
            "a list of loose ends with others",
            "INSERT INTO frontier VALUES (2)".into(),
            "holds one that is not the last",
        ),
        ("a lost head", "DELETE FROM head".into(), "the table head is not what"),
        (
            "a view that shows something else",
            "DROP VIEW verdicts; CREATE VIEW verdicts AS SELECT 'true' AS rating".into(),
            "the view verdicts is not made as ours is",
        ),
    ];
    for (what, change, expected) in table {
        let said = tampered(what, sql(change));
        assert!(said.contains(expected), "{what}: {said}");
    }
}

#[test]
fn a_withheld_part_is_no_fault_but_its_absence_from_the_tables_is() {
    let world = World::new();
    world.full("case.db");
    let conn = world.raw("case.db");
    conn.execute_batch(
        "UPDATE part SET state = 'withheld', body = NULL, salt = NULL WHERE body LIKE '%\"comment\"%hm%'",
    )
    .unwrap();
    drop(conn);
    let said = world.verify("case.db").unwrap().faults;
    assert!(
        said.iter().all(|fault| fault.what.english().contains("the table comment is not what")),
        "{said:?}"
    );
    world.open("case.db", "key-a").rebuild(&mut |_, _| true).unwrap();
    assert_eq!(world.sound("case.db").withheld, 1);
}

/// Somebody who knows the format changes a verdict and recomputes what they can without the key.
#[test]
fn a_verdict_changed_with_care_is_found_without_the_key() {
    let forge = |commit: bool, hash: bool, sign: bool| {
        tampered("a forged verdict", |world, conn| {
            let row =
                "SELECT p.entry, p.n, p.salt, p.body, e.header FROM part p JOIN entry e ON e.num = p.entry
                WHERE p.body LIKE '%the register says so%'";
            let read = |r: &rusqlite::Row| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?));
            let (num, n, salt, body, header): (i64, i64, [u8; 16], String, String) =
                conn.query_row(row, [], read).unwrap();
            let body = body.replace("\"false\"", "\"true\"");
            assert!(matches!(serde_json::from_str(&body), Ok(Body::Verdict(v)) if v.rating == "true"));
            conn.execute("UPDATE part SET body = ? WHERE entry = ? AND n = ?", params![body, num, n])
                .unwrap();
            if commit {
                let made = commitment(&salt, body.as_bytes());
                let sql = "UPDATE part SET commitment = ? WHERE entry = ? AND n = ?";
                conn.execute(sql, params![made, num, n]).unwrap();
            }
            let hash = rehash(conn, num, &header).filter(|_| hash);
            if let Some(hash) = hash {
                conn.execute("UPDATE entry SET hash = ? WHERE num = ?", params![hash, num]).unwrap();
                if sign {
                    // With a key of their own, since they do not have the checker's.
                    let signature = world.keyring("key-c").load_or_make().unwrap().sign(&hash);
                    conn.execute("UPDATE entry SET signature = ? WHERE num = ?", params![signature, num])
                        .unwrap();
                }
            }
        })
    };
    assert!(forge(false, false, false).contains("not those committed to"));
    assert!(forge(true, false, false).contains("its hash is not that of its header and parts"));
    assert!(forge(true, true, false).contains("not made with its sitting's key"));
    assert!(forge(true, true, true).contains("not made with its sitting's key"));
}

fn rehash(conn: &Connection, num: i64, header: &str) -> Option<entry::Hash> {
    let sql = "SELECT s.id, p.commitment FROM part p JOIN subject s ON s.num = p.subject WHERE p.entry = ? ORDER BY p.n";
    let mut parts = conn.prepare(sql).unwrap();
    let parts: Vec<(String, entry::Hash)> =
        parts.query_map([num], |r| Ok((r.get(0)?, r.get(1)?))).unwrap().map(|p| p.unwrap()).collect();
    Some(entry_hash(header, parts.iter().map(|(s, c)| (s.as_str(), c))))
}

/// What became of one flipped byte.
#[derive(Debug, Default)]
struct Flips {
    refused: usize,
    found: usize,
    /// Nothing that the file says has changed: free space, and counters of SQLite's own.
    same: usize,
    /// Only the search index says something else; it is made anew from the tables.
    search: usize,
}

/// `HUDNA_LONG` flips every byte that holds something, else 2,400 all through the file.
#[test]
fn a_flipped_byte_is_found_or_changes_nothing() {
    let world = World::new();
    let claim = world.full("whole.db");
    let mut whole = world.open("whole.db", "key-a");
    let document = whole.claim(&claim).unwrap().document.unwrap();
    let other = whole.document_claims(&document).unwrap().into_iter().find(|c| c.id != claim).unwrap();
    whole.erase(&other.id, false, "asked by the source").unwrap();
    drop(whole);
    world.open("whole.db", "key-a").share(&world.path("case.db")).unwrap();
    world.sound("case.db");
    let good = std::fs::read(world.path("case.db")).unwrap();
    let (mut held, mut empty) = (Vec::new(), Vec::new());
    good.iter().enumerate().for_each(|(at, b)| if *b == 0 { empty.push(at) } else { held.push(at) });
    let dense = if std::env::var_os("HUDNA_LONG").is_some() { 1 } else { (held.len() / 2100).max(1) };
    let mut places: Vec<usize> = held.into_iter().step_by(dense).collect();
    let rest = 2400usize.saturating_sub(places.len()).max(300);
    places.extend(empty.iter().step_by(empty.len() / rest));
    assert!(places.len() >= 2400, "{}", places.len());
    let (mine, other) = places.split_at(places.len() / 2);
    let flips = std::thread::scope(|scope| {
        let other = scope.spawn(|| flip_all(&good, other));
        let mine = flip_all(&good, mine);
        [mine, other.join().unwrap()]
    });
    let sum = |of: fn(&Flips) -> usize| flips.iter().map(of).sum::<usize>();
    let counted = [sum(|f| f.refused), sum(|f| f.found), sum(|f| f.same), sum(|f| f.search)];
    println!(
        "of {} bytes {} flips: refused, found, nothing changed, search index alone: {counted:?}",
        good.len(),
        places.len()
    );
    assert_eq!(counted.iter().sum::<usize>(), places.len());
    assert!(counted[0] > 0 && counted[1] > places.len() / 3, "{counted:?}");
}

fn flip_all(good: &[u8], places: &[usize]) -> Flips {
    let world = World::new();
    let path = world.path("flipped.db");
    std::fs::write(&path, good).unwrap();
    let tables = |name: &str| !name.to_lowercase().starts_with("search");
    let before = dump(&path, tables).unwrap();
    let with_search = dump(&path, |_| true).unwrap();
    let mut flips = Flips::default();
    let mut bytes = good.to_vec();
    for &at in places {
        bytes[at] ^= 1 << (at % 8);
        std::fs::write(&path, &bytes).unwrap();
        bytes[at] = good[at];
        match world.verify("flipped.db") {
            Err(CasebookError::Foreign(_)) => flips.refused += 1,
            Err(error) => unreachable!("byte {at}: {error}"),
            Ok(verified) if verified.fault_count > 0 => flips.found += 1,
            Ok(_) => {
                let after = dump(&path, tables).unwrap();
                let other = after.iter().zip(&before).find(|(after, before)| after != before);
                assert!(after == before, "byte {at} was turned and not found: {other:?}");
                if is_same(&path, |_| true, &with_search) { flips.same += 1 } else { flips.search += 1 }
            }
        }
    }
    flips
}

fn is_same(path: &Path, tables: impl Fn(&str) -> bool, before: &[String]) -> bool {
    dump(path, tables).is_ok_and(|after| after == before)
}
