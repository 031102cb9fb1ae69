//! Crafted, broken and cut files are refused in clear words, and nothing of them is run or changed.
#![allow(missing_docs, clippy::unwrap_used)]

use hudna::journal::{Casebook, Keyring};
use hudna::model::{NewClaim, NewEvidence, Stance};
use hudna::store::foreign::{Foreign, ForeignError};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

struct World {
    folder: tempfile::TempDir,
}

impl World {
    fn new() -> World {
        World { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A casebook with a claim, evidence in a file, and a verdict.
    fn casebook(&self, name: &str) -> PathBuf {
        let path = self.path(name);
        let mut book = Casebook::open_or_create(&path, Keyring::at(self.path("key"))).unwrap();
        let claim =
            NewClaim { text: "The truce holds".into(), speaker: "Envoy".into(), ..Default::default() };
        let claim = book.add_claim(&claim).unwrap();
        let file = self.path("register.csv");
        std::fs::write(&file, "a,b\n1,2\n".repeat(1000)).unwrap();
        let evidence = NewEvidence {
            url: String::new(),
            quotation: String::new(),
            file: Some(file),
            stance: Stance::Refutes,
            grade: None,
            note: String::new(),
        };
        book.add_evidence(&claim, &evidence).unwrap();
        book.give_verdict(&claim, "false", "seen", false).unwrap();
        path
    }

    /// Reads all of a file as a merge does, and sees that the file and its folder stay as they are.
    fn read(&self, path: &Path) -> Result<usize, ForeignError> {
        let private = self.path("private");
        std::fs::create_dir_all(&private).unwrap();
        let before = path.is_file().then(|| std::fs::read(path).unwrap());
        let names = names(self.folder.path());
        let read = read(path, &private);
        assert_eq!(names, self::names(self.folder.path()), "something was left beside it");
        assert_eq!(std::fs::read_dir(&private).unwrap().count(), 0, "the private copy is gone");
        assert!(before == path.is_file().then(|| std::fs::read(path).unwrap()), "the original was written");
        if let Err(refused) = &read {
            assert!(refused.to_string().len() > 10 && refused.hint().len() > 10, "{refused}");
        }
        read
    }

    /// A casebook in which something was done to the schema behind our back.
    fn crafted(&self, sql: &str) -> PathBuf {
        let path = self.casebook("crafted.db");
        let conn = Connection::open(&path).unwrap();
        conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).unwrap();
        conn.execute_batch(sql).unwrap();
        path
    }
}

fn names(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    names
}

#[derive(Debug)]
struct Told(rusqlite::Error);

impl From<rusqlite::Error> for Told {
    fn from(e: rusqlite::Error) -> Told {
        Told(e)
    }
}

fn read(path: &Path, private: &Path) -> Result<usize, ForeignError> {
    let foreign = Foreign::open(path, private, &Arc::new(AtomicBool::new(false)))?;
    let faults = foreign.beside()?.quick_check()?;
    if let Some(fault) = faults.first() {
        return Err(ForeignError::Damaged { path: path.to_owned(), what: fault.clone().into() });
    }
    let mut entries = 0;
    let count = |_| {
        entries += 1;
        Ok::<(), Told>(())
    };
    foreign.each_entry(i64::MIN, count).map_err(|e| foreign.told(e.0))?;
    foreign.sittings().map_err(|e| foreign.told(e))?;
    Ok(entries)
}

#[test]
fn a_casebook_is_read_whole_from_a_folder_with_any_name() {
    let world = World::new();
    let path = world.casebook("case.db");
    assert_eq!(world.read(&path).unwrap(), 4);
    let odd = world.path("50% of? #هدنة");
    std::fs::create_dir(&odd).unwrap();
    assert_eq!(read(&path, &odd).unwrap(), 4);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let foreign = Foreign::open(&path, &odd, &Arc::new(AtomicBool::new(false))).unwrap();
        let private = names(&odd).remove(0);
        assert_eq!(private.metadata().unwrap().permissions().mode() & 0o777, 0o700);
        let copy = names(&private).remove(0);
        assert_eq!(copy.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        drop(foreign);
    }
}

#[test]
fn a_casebook_of_format_1_is_read() {
    let world = World::new();
    let packed = format!("{}/tests/fixtures/casebook-format-1.db.zst", env!("CARGO_MANIFEST_DIR"));
    let path = world.path("old.db");
    std::fs::write(&path, zstd::decode_all(std::fs::File::open(packed).unwrap()).unwrap()).unwrap();
    assert!(world.read(&path).unwrap() > 3);
}

#[test]
fn what_is_no_casebook_is_refused() {
    let world = World::new();
    assert!(matches!(world.read(&world.path("none")), Err(ForeignError::Missing(_))));
    assert!(matches!(world.read(world.folder.path()), Err(ForeignError::NotAFile(_))));
    for (name, bytes) in [("empty", &b""[..]), ("text", b"hello"), ("zeros", &[0; 9000])] {
        std::fs::write(world.path(name), bytes).unwrap();
        assert!(matches!(world.read(&world.path(name)), Err(ForeignError::NotACasebook(_))), "{name}");
    }
    Connection::open(world.path("other.db")).unwrap().execute_batch("CREATE TABLE entry (x)").unwrap();
    assert!(matches!(world.read(&world.path("other.db")), Err(ForeignError::NotACasebook(_))));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let world = World::new();
    let pipe = world.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert!(matches!(world.read(&pipe), Err(ForeignError::NotAFile(_))));
}

#[test]
fn the_head_is_looked_at_before_sqlite_sees_the_file() {
    let world = World::new();
    let path = world.casebook("case.db");
    let good = std::fs::read(&path).unwrap();
    let with = |at: usize, bytes: &[u8]| {
        let mut changed = good.clone();
        changed[at..at + bytes.len()].copy_from_slice(bytes);
        std::fs::write(world.path("changed.db"), changed).unwrap();
        world.read(&world.path("changed.db")).unwrap_err()
    };
    assert!(matches!(with(60, &9999u32.to_be_bytes()), ForeignError::Newer { found: 9999, .. }));
    assert!(matches!(with(60, &[0; 4]), ForeignError::NotACasebook(_)));
    assert!(matches!(with(68, b"else"), ForeignError::NotACasebook(_)));
    assert!(matches!(with(0, b"sqlite"), ForeignError::NotACasebook(_)));
    assert!(matches!(with(18, &[2, 2]), ForeignError::WriteAhead(_)));
    assert!(matches!(with(18, &[7, 7]), ForeignError::Damaged { .. }));
    assert!(matches!(with(16, &[0x12, 0x34]), ForeignError::Damaged { .. }));
    assert!(matches!(with(56, &2u32.to_be_bytes()), ForeignError::Damaged { .. }));
}

#[test]
fn a_file_with_its_last_work_beside_it_is_refused() {
    let world = World::new();
    let path = world.casebook("case.db");
    for ending in ["-wal", "-journal"] {
        let beside = world.path(&format!("case.db{ending}"));
        std::fs::write(&beside, "").unwrap();
        assert_eq!(world.read(&path).unwrap(), 4, "an empty one holds nothing");
        std::fs::write(&beside, "something").unwrap();
        let refused = world.read(&path).unwrap_err();
        assert!(matches!(&refused, ForeignError::Unfinished { .. }), "{refused}");
        assert!(refused.hint().contains("hudna share"));
        std::fs::remove_file(&beside).unwrap();
    }
    // SQLite makes the first byte something else before it touches the file itself.
    std::fs::write(world.path("case.db-journal"), [&[0; 12][..], b"begun"].concat()).unwrap();
    assert_eq!(world.read(&path).unwrap(), 4);
}

#[test]
fn a_cut_file_is_refused_wherever_it_was_cut() {
    let world = World::new();
    let path = world.casebook("case.db");
    let good = std::fs::read(&path).unwrap();
    for length in (0..good.len()).step_by(997) {
        std::fs::write(world.path("cut.db"), &good[..length]).unwrap();
        let refused = world.read(&world.path("cut.db")).unwrap_err();
        let fits = matches!(refused, ForeignError::NotACasebook(_) | ForeignError::Damaged { .. });
        assert!(fits, "{length}: {refused}");
    }
}

/// What a stranger can put in place of our tables; all of it is found before a row is read.
#[test]
fn tables_that_are_not_ours_to_the_letter_are_refused() {
    let ours = include_str!("../schema.sql");
    let begin = ours.find("CREATE TABLE entry").unwrap();
    let entry = &ours[begin..begin + ours[begin..].find("STRICT;").unwrap() + 7];
    let again = |sql: &str| format!("PRAGMA foreign_keys = OFF; ALTER TABLE entry RENAME TO old; {sql}");
    let columns = "num, sitting, seq, at, kind, action, header, hash, signature";
    let table = [
        ("a view", again(&format!("CREATE VIEW entry AS SELECT {columns} FROM old"))),
        (
            "an endless view",
            again(
                "CREATE VIEW entry AS WITH RECURSIVE n(num) AS (SELECT 1 UNION ALL SELECT num + 1 FROM n) SELECT num, 1 AS sitting FROM n",
            ),
        ),
        ("a trigger", "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM sitting; END".to_owned()),
        (
            "a trigger on another table",
            "CREATE TRIGGER t AFTER INSERT ON claim BEGIN DELETE FROM claim; END".to_owned(),
        ),
        (
            "a generated column",
            "ALTER TABLE entry ADD COLUMN bomb TEXT GENERATED ALWAYS AS (hex(zeroblob(400000000))) VIRTUAL"
                .to_owned(),
        ),
        ("an extra column", "ALTER TABLE part ADD COLUMN more TEXT".to_owned()),
        (
            "another text",
            again(&format!(
                "{}; INSERT INTO entry SELECT * FROM old; DROP TABLE old",
                entry.trim_end_matches(';').replace("kind      TEXT", "kind  TEXT")
            )),
        ),
        ("a column without its check", again(&entry.replace("CHECK (seq > 0)", ""))),
        ("a missing table", "DROP TABLE chunk".to_owned()),
        ("a missing index", "DROP INDEX part_subject".to_owned()),
        ("an index that computes", "CREATE INDEX x ON entry (hex(header))".to_owned()),
        (
            "a virtual table",
            "DROP TABLE chunk; CREATE VIRTUAL TABLE chunk USING fts5 (blob, n, data)".to_owned(),
        ),
    ];
    for (what, sql) in table {
        let world = World::new();
        let path = world.crafted(&sql);
        let refused = world.read(&path).expect_err(what);
        assert!(matches!(refused, ForeignError::Schema { .. }), "{what}: {refused}");
    }
}

#[test]
fn tables_of_somebody_s_own_are_left_alone() {
    let world = World::new();
    let sql = "CREATE TABLE mine (x PRIMARY KEY); CREATE VIEW seen AS SELECT * FROM mine; ANALYZE;";
    assert_eq!(world.read(&world.crafted(sql)).unwrap(), 4);
}

/// A schema whose text lies about what the file holds.
#[test]
fn rows_of_other_types_and_sizes_are_refused() {
    let whole = "PRAGMA writable_schema = ON; PRAGMA ignore_check_constraints = ON;";
    let loose = "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'entry';";
    let strict =
        "UPDATE sqlite_schema SET sql = (SELECT sql FROM kept) WHERE name = 'entry'; DROP TABLE kept;";
    let kept = "CREATE TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = 'entry';";
    for (what, change) in [
        ("a text for a number", "UPDATE entry SET seq = 'one' WHERE num = 2"),
        ("a number for a text", "UPDATE entry SET header = x'ff00ff' WHERE num = 2"),
        ("bytes that are no UTF-8", "UPDATE entry SET kind = CAST(x'ff' AS TEXT) WHERE num = 2"),
        ("a short hash", "UPDATE entry SET hash = x'00' WHERE num = 2"),
        ("a body of 20 MB", "UPDATE entry SET header = hex(zeroblob(10000000)) WHERE num = 2"),
        ("a part without its entry", "DELETE FROM entry WHERE num = 2"),
        ("a part before all entries", "DELETE FROM entry WHERE num = 1"),
        ("a part after all entries", "DELETE FROM entry WHERE num = 4"),
    ] {
        let world = World::new();
        let path = world.casebook("crafted.db");
        // The schema is read anew by each connection.
        let changes =
            [format!("{kept}{whole}{loose}"), format!("{whole}{change}"), format!("{whole}{strict}")];
        for sql in changes {
            let conn = Connection::open(&path).unwrap();
            conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).unwrap();
            conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
            conn.execute_batch(&sql).unwrap();
        }
        let refused = world.read(&path).expect_err(what);
        assert!(matches!(refused, ForeignError::Damaged { .. }), "{what}: {refused}");
    }
}

/// Bytes turned at random: a clear error, or rows that `journal` will judge; never a panic or a hang.
#[test]
fn random_bytes_turned_over_are_refused_or_read() {
    let world = World::new();
    let path = world.casebook("case.db");
    let good = std::fs::read(&path).unwrap();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    };
    let mut refused = 0;
    for _ in 0..150 {
        let mut changed = good.clone();
        for _ in 0..next() % 400 + 1 {
            let at = next() % changed.len();
            changed[at] ^= (next() % 255 + 1) as u8;
        }
        std::fs::write(world.path("changed.db"), changed).unwrap();
        refused += usize::from(world.read(&world.path("changed.db")).is_err());
    }
    assert!(refused > 100, "only {refused} of 150");
}
