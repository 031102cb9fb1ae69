//! A file that is named as one's own casebook and is none of ours, or broken, or packed to burst: a clear error, and
//! nothing of it is run or changed.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod journal_support;

use hudna::journal::{Casebook, CasebookError, MergeOptions};
use hudna::model::*;
use journal_support::{World, cases};
use proptest::prelude::*;
use rusqlite::params;

/// Everything that can be asked of an open casebook, and a write.
fn use_all(book: &mut Casebook) -> Result<(), CasebookError> {
    let claims = book.claims_after(&Query::default(), None, usize::MAX)?;
    book.documents()?;
    book.log(None, usize::MAX)?;
    book.conflicts()?;
    book.disputes()?;
    book.quick_check()?;
    for claim in &claims {
        book.claim_file(&claim.id)?;
    }
    if let Some(claim) = claims.first() {
        book.comment(&claim.id, "mine")?;
        book.undo()?;
    }
    book.claims_after(&Query::parse("الهدنة").unwrap(), None, 10)?;
    book.head()?;
    book.rebuild(&mut |_, _| true)?;
    Ok(())
}

#[test]
fn what_a_stranger_put_into_the_schema_is_not_run() {
    let world = World::new();
    world.full("case.db");
    let bytes = std::fs::read(world.path("case.db")).unwrap();
    let table = [
        ("CREATE TRIGGER t AFTER INSERT ON part BEGIN DELETE FROM part; END", "trigger t"),
        ("CREATE TRIGGER t INSTEAD OF INSERT ON claims BEGIN DELETE FROM part; END", "trigger t"),
        ("CREATE INDEX i ON claim (hex(zeroblob(num)))", "index i"),
        ("DROP INDEX entry_action", "entry_action"),
        ("ALTER TABLE claim ADD COLUMN x TEXT", "claim"),
        ("ALTER TABLE chunk ADD COLUMN x TEXT AS (hex(zeroblob(400000000)))", "chunk"),
        ("ALTER TABLE entry RENAME TO other; CREATE VIEW entry AS SELECT * FROM other", "entry"),
        ("DROP TABLE search; CREATE TABLE search (words, speaker, forms)", "search"),
        ("DROP TABLE comment", "comment"),
        (
            "DROP TABLE verdict; CREATE TABLE verdict (num INTEGER PRIMARY KEY, CHECK (length(zeroblob(num)) > 0))",
            "verdict",
        ),
    ];
    for (sql, word) in table {
        std::fs::write(world.path("case.db"), &bytes).unwrap();
        world.raw("case.db").execute_batch(sql).unwrap();
        let before = std::fs::read(world.path("case.db")).unwrap();
        let refused = Casebook::open(&world.path("case.db"), world.keyring("key-a")).err().unwrap();
        let CasebookError::Strange { what, .. } = &refused else { panic!("{sql}: {refused}") };
        assert!(what.english().contains(word), "{sql}: {what}");
        assert!(refused.hint().contains("hudna recover"), "{sql}");
        assert!(std::fs::read(world.path("case.db")).unwrap() == before, "{sql}: changed");
    }
    // What is not stored in, and nothing that we read, may be anybody's.
    std::fs::write(world.path("case.db"), &bytes).unwrap();
    let own = "CREATE VIEW mine AS SELECT count(*) FROM claim; CREATE TABLE notes (x); ANALYZE";
    world.raw("case.db").execute_batch(own).unwrap();
    use_all(&mut world.open("case.db", "key-a")).unwrap();
}

/// SQLite takes a log that lies beside a file for the file's own, whatever the file's mode.
#[test]
fn a_strange_log_beside_a_casebook_is_not_written_into_it() {
    let world = World::new();
    world.full("case.db");
    let bytes = std::fs::read(world.path("case.db")).unwrap();
    let mut open = world.open("case.db", "key-a");
    let claim = open.claims_after(&Query::default(), None, 1).unwrap().remove(0).id;
    let log = {
        std::fs::write(world.path("theirs.db"), &bytes).unwrap();
        let conn = world.raw("theirs.db");
        conn.pragma_update(None, "journal_mode", "WAL").unwrap();
        conn.execute("UPDATE verdict SET rating = 'true'", []).unwrap();
        std::fs::read(world.path("theirs.db-wal")).unwrap()
    };
    std::fs::write(world.path("case.db-wal"), &log).unwrap();
    let refused = Casebook::open(&world.path("case.db"), world.keyring("key-a")).err().unwrap();
    assert!(matches!(refused, CasebookError::Logged { .. }), "{refused}");
    assert!(refused.hint().contains("Move that file elsewhere"));
    // One that comes while the casebook is open is seen before anything is written.
    let refused = open.comment(&claim, "mine").unwrap_err();
    assert!(matches!(refused, CasebookError::Logged { .. }), "{refused}");
    drop(open);
    assert!(std::fs::read(world.path("case.db")).unwrap() == bytes, "the casebook stays as it is");
    assert!(std::fs::read(world.path("case.db-wal")).unwrap() == log, "and so does what lies beside it");
    // A file in that mode has its own log, which is the last work.
    let conn = world.raw("theirs.db");
    conn.pragma_update(None, "journal_mode", "WAL").unwrap();
    conn.execute("CREATE TABLE notes (x)", []).unwrap();
    world.copy("theirs.db", "left.db");
    world.copy("theirs.db-wal", "left.db-wal");
    world.open("left.db", "key-a");
    assert!(!world.path("left.db-wal").exists());
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_casebook_and_is_not_waited_for() {
    let world = World::new();
    let path = world.path("pipe.db");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    let refused = Casebook::open(&path, world.keyring("key-a")).err().unwrap();
    assert!(refused.to_string().contains("is not a file"), "{refused}");
}

#[test]
fn an_older_file_with_something_else_in_it_stays_as_it_is() {
    let world = World::new();
    let fixture = include_bytes!("fixtures/casebook-format-1.db.zst");
    std::fs::write(world.path("old.db"), zstd::decode_all(&fixture[..]).unwrap()).unwrap();
    world.raw("old.db").execute_batch("ALTER TABLE verdict ADD COLUMN x TEXT").unwrap();
    let before = std::fs::read(world.path("old.db")).unwrap();
    let refused = Casebook::open(&world.path("old.db"), world.keyring("key-a")).err().unwrap();
    assert!(refused.to_string().contains("the table verdict is not made as ours is"), "{refused}");
    assert!(std::fs::read(world.path("old.db")).unwrap() == before);
}

/// Chunks that unpack to far more than a chunk, and blobs that are said to be far larger than they are.
#[test]
fn what_is_packed_to_burst_is_refused_at_once() {
    let world = World::new();
    world.full("case.db");
    world.open("case.db", "key-a").share(&world.path("theirs.db")).unwrap();
    let theirs = std::fs::read(world.path("theirs.db")).unwrap();
    let mut mine = Casebook::open_or_create(&world.path("mine.db"), world.keyring("key-m")).unwrap();
    let before = world.public("mine.db");
    let bomb = zstd::bulk::compress(&vec![0; 1 << 30], 19).unwrap();
    assert!(bomb.len() < 100_000);
    let full = zstd::bulk::compress(&vec![0; 256 << 10], 3).unwrap();
    type Change<'a> = &'a dyn Fn(&rusqlite::Connection);
    let table: [(&str, Change); 5] = [
        ("cannot be unpacked", &|conn| {
            conn.execute("UPDATE chunk SET data = ?", [&bomb]).unwrap();
        }),
        ("is said to have 10737418240 bytes", &|conn| {
            conn.execute("UPDATE blob SET size = 10 << 30", []).unwrap();
        }),
        ("should have 4294967296", &|conn| {
            conn.execute("UPDATE blob SET size = 4 << 30", []).unwrap();
        }),
        ("it has more bytes", &|conn| {
            let sql = "WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < 20000)
                INSERT OR REPLACE INTO chunk (blob, n, data) SELECT blob.num, n.n, ? FROM blob, n WHERE blob.num = 1";
            conn.execute(sql, params![full]).unwrap();
        }),
        ("unpack to far more", &|conn| {
            let sql = "INSERT INTO part (entry, n, subject, state, commitment, salt, blob)
                WITH RECURSIVE n (n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM n WHERE n < 200)
                SELECT 1, n, 1, 'present', zeroblob(32), zeroblob(16), 1 FROM n";
            conn.execute("UPDATE blob SET size = 4 << 30", []).unwrap();
            conn.execute(sql, []).unwrap();
        }),
    ];
    for (word, change) in table {
        std::fs::write(world.path("theirs.db"), &theirs).unwrap();
        change(&world.raw("theirs.db"));
        let options = MergeOptions { other_case: true, ..MergeOptions::default() };
        let refused = world.try_merge(&mut mine, &["theirs.db"], &options).unwrap_err();
        let CasebookError::Unsound { faults, .. } = &refused else { panic!("{word}: {refused}") };
        assert!(faults.iter().any(|fault| fault.what.english().contains(word)), "{word}: {faults:?}");
        assert_eq!(world.public("mine.db"), before);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(60, 2000), max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default()
    })]

    /// One's own casebook with pieces overwritten, moved and cut: all that can be asked of it gives an answer or an error
    /// in words, and no panic.
    #[test]
    fn a_broken_casebook_of_ones_own_is_an_error_and_no_panic(
        breaks in prop::collection::vec((0..5u8, any::<u32>(), any::<u32>(), any::<u8>()), 1..6)
    ) {
        thread_local!(static WHOLE: (World, Vec<u8>) = {
            let world = World::new();
            world.full("case.db");
            let bytes = std::fs::read(world.path("case.db")).unwrap();
            (world, bytes)
        });
        WHOLE.with(|(world, whole)| {
            let mut bytes = whole.clone();
            for (how, at, to, with) in breaks {
                journal_support::break_piece(&mut bytes, how, at as usize, to as usize, with);
            }
            let _ = std::fs::remove_file(world.path("case.db-journal"));
            std::fs::write(world.path("case.db"), &bytes).unwrap();
            let used = Casebook::open(&world.path("case.db"), world.keyring("key-a")).and_then(|mut book| use_all(&mut book));
            if let Err(error) = used {
                assert!(!error.to_string().is_empty() && !error.hint().is_empty(), "{error}");
            }
        });
    }
}
