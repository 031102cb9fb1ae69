//! What bare SQLite and bare arithmetic take for the same.

use super::measure::Cost;
use hudna::journal::{Signed, all_verify, entry, verifies};
use hudna::text::{alternates, fold, words};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use sha2::{Digest, Sha256};
use std::path::Path;

type Row = Vec<Value>;

/// A table that a claim's arrival fills.
const FILLED: [&str; 8] =
    ["subject", "document", "claim", "evidence", "verdict", "comment", "head", "search"];

/// An empty file with our tables, indexes and settings, and nothing of ours that writes to it.
pub fn tables(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch(
        "PRAGMA page_size = 8192; PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;
         PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF;",
    )
    .unwrap();
    conn.set_prepared_statement_cache_capacity(64);
    conn.execute_batch(include_str!("../../schema.sql")).unwrap();
    conn
}

/// Rows as they stand in a casebook, those of each subject together, ready to be inserted.
pub struct Projected {
    conn: Connection,
    last: i64,
}

impl Projected {
    pub fn of(casebook: &Path, after: i64) -> Projected {
        Projected { conn: Connection::open(casebook).unwrap(), last: after }
    }

    /// The rows of the next subjects, table by table. The words of the index are made here, before the clock runs.
    pub fn next(&mut self, subjects: i64) -> Vec<(&'static str, Vec<Row>)> {
        let (from, to) = (self.last, self.last + subjects);
        self.last = to;
        let mut found = Vec::new();
        for table in FILLED.iter().filter(|table| **table != "search") {
            let column = if *table == "head" { "subject" } else { "num" };
            let sql = format!(
                "SELECT * FROM {table} WHERE {column} > {from} AND {column} <= {to} ORDER BY {column}"
            );
            found.push((*table, rows(&self.conn, &sql)));
        }
        let sql = format!(
            "SELECT c.num, c.text || char(10) || c.role || char(10) || c.translation || char(10) || coalesce(d.title, ''),
             c.speaker FROM claim c LEFT JOIN document d ON d.num = c.document WHERE c.num > {from} AND c.num <= {to}"
        );
        found.push(("search", rows(&self.conn, &sql).into_iter().map(searched).collect()));
        found
    }

    /// The last subject given.
    pub fn last(&self) -> i64 {
        self.last
    }

    pub fn last_subject(&self) -> i64 {
        self.conn.query_row("SELECT max(num) FROM subject", [], |r| r.get(0)).unwrap()
    }
}

fn searched(row: Row) -> Row {
    let text = |n: usize| match &row[n] {
        Value::Text(text) => fold(text),
        _ => String::new(),
    };
    let (text, speaker) = (text(1), text(2));
    let others = |word| alternates(word).into_iter().skip(1);
    let mut forms: Vec<_> = words(&text).chain(words(&speaker)).flat_map(others).collect();
    forms.sort_unstable();
    forms.dedup();
    let forms = forms.join(" ");
    vec![row[0].clone(), Value::Text(text), Value::Text(speaker), Value::Text(forms)]
}

fn rows(conn: &Connection, sql: &str) -> Vec<Row> {
    let mut statement = conn.prepare_cached(sql).unwrap();
    let columns = statement.column_count();
    let found = statement.query_map([], |r| (0..columns).map(|n| r.get(n)).collect());
    found.unwrap().map(|row| row.unwrap()).collect()
}

/// Inserts them; the caller holds the transaction.
pub fn insert(conn: &Connection, tables: &[(&'static str, Vec<Row>)]) {
    for (table, rows) in tables {
        let Some(first) = rows.first() else { continue };
        let marks = vec!["?"; first.len()].join(", ");
        let into = if *table == "search" { "search (rowid, words, speaker, forms)" } else { table };
        let mut statement = conn.prepare_cached(&format!("INSERT INTO {into} VALUES ({marks})")).unwrap();
        for row in rows {
            statement.execute(params_from_iter(row)).unwrap();
        }
    }
}

/// Copies into `into` what the casebook `from` has and it has not, as SQLite does it with ATTACH; nothing is checked.
pub fn attach_copy(into: &Path, from: &Path) {
    let conn = Connection::open(into).unwrap();
    conn.execute_batch(
        "PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
         PRAGMA foreign_keys = OFF;",
    )
    .unwrap();
    conn.execute("ATTACH ?1 AS other", [from.to_string_lossy()]).unwrap();
    let columns = "(num, sitting, seq, at, kind, action, header, hash, signature)";
    conn.execute_batch(&format!(
        "BEGIN IMMEDIATE;
         INSERT OR IGNORE INTO main.subject SELECT * FROM other.subject;
         INSERT OR IGNORE INTO main.blob SELECT * FROM other.blob;
         INSERT OR IGNORE INTO main.chunk SELECT * FROM other.chunk;
         INSERT OR IGNORE INTO main.entry {columns} SELECT num, sitting, seq, at, kind, action, header, hash, signature FROM other.entry;
         INSERT OR IGNORE INTO main.part SELECT * FROM other.part;
         COMMIT;"
    ))
    .unwrap();
}

/// Hashes and signatures of a journal, those and nothing else, on two threads: first with each signature checked alone,
/// then with those of a page checked together. Time for reading rows is not counted.
pub fn hashing_and_signatures(casebook: &Path) -> [Cost; 2] {
    let conn = Connection::open(casebook).unwrap();
    let mut costs = [Cost::default(); 2];
    let mut last = 0;
    loop {
        let page = Page::read(&conn, last);
        let Some(end) = page.entries.last() else { return costs };
        last = end.num;
        for (cost, together) in costs.iter_mut().zip([false, true]) {
            cost.add(Cost::of(|| {
                std::thread::scope(|scope| {
                    for half in 0..2 {
                        let page = &page;
                        scope.spawn(move || page.check(half, together));
                    }
                });
            }));
        }
    }
}

struct Entry {
    num: i64,
    header: String,
    hash: [u8; 32],
    signature: Option<[u8; 64]>,
    key: [u8; 32],
    parts: Vec<Part>,
}

/// Subject, commitment, salt and content.
type Part = (String, [u8; 32], [u8; 16], Vec<u8>);

impl Entry {
    fn signed(&self) -> Option<Signed<'_>> {
        Some(Signed { key: &self.key, hash: &self.hash, signature: self.signature.as_ref()? })
    }
}

/// Some entries with all that is hashed of them, in memory.
struct Page {
    entries: Vec<Entry>,
    blobs: Vec<([u8; 32], Vec<u8>)>,
}

impl Page {
    fn read(conn: &Connection, after: i64) -> Page {
        let mut statement = conn
            .prepare_cached(
                "SELECT e.num, e.header, e.hash, e.signature, t.key FROM entry e JOIN sitting t ON t.num = e.sitting
                 WHERE e.num > ?1 ORDER BY e.num LIMIT 2000",
            )
            .unwrap();
        let found = statement.query_map([after], |r| {
            let (num, header, hash, signature, key) = (r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?);
            Ok(Entry { num, header, hash, signature, key, parts: Vec::new() })
        });
        let mut entries: Vec<Entry> = found.unwrap().map(|entry| entry.unwrap()).collect();
        let mut blobs = Vec::new();
        let mut parts = conn
            .prepare_cached(
                "SELECT s.id, p.commitment, p.salt, p.body, p.blob FROM part p JOIN subject s ON s.num = p.subject
                 WHERE p.entry = ?1 AND p.state = 'present' ORDER BY p.n",
            )
            .unwrap();
        for entry in &mut entries {
            let mut found = parts.query([entry.num]).unwrap();
            while let Some(r) = found.next().unwrap() {
                let body: Option<String> = r.get(3).unwrap();
                let content = match r.get::<_, Option<i64>>(4).unwrap() {
                    Some(num) => content(conn, num, &mut blobs),
                    None => body.unwrap_or_default().into_bytes(),
                };
                entry.parts.push((r.get(0).unwrap(), r.get(1).unwrap(), r.get(2).unwrap(), content));
            }
        }
        Page { entries, blobs }
    }

    fn check(&self, half: usize, together: bool) {
        let mine = || self.entries.iter().skip(half).step_by(2);
        let signed: Vec<_> = mine().filter_map(Entry::signed).collect();
        let hold = |s: &Signed| verifies(s.key, s.hash, s.signature);
        assert!(if together { all_verify(&signed) } else { signed.iter().all(hold) });
        for entry in mine() {
            for (_, commitment, salt, content) in &entry.parts {
                assert_eq!(entry::commitment(salt, content), *commitment);
            }
            let parts = entry.parts.iter().map(|(subject, commitment, ..)| (subject.as_str(), commitment));
            assert_eq!(entry::entry_hash(&entry.header, parts), entry.hash);
        }
        for (sha256, bytes) in self.blobs.iter().skip(half).step_by(2) {
            assert_eq!(Sha256::digest(bytes).as_slice(), sha256);
        }
    }
}

fn content(conn: &Connection, num: i64, blobs: &mut Vec<([u8; 32], Vec<u8>)>) -> Vec<u8> {
    let mut bytes = Vec::new();
    hudna::store::journal::read_blob(conn, num, &mut |piece| {
        bytes.extend_from_slice(piece);
        Ok(())
    })
    .unwrap();
    let sha256 = conn.query_row("SELECT sha256 FROM blob WHERE num = ?1", [num], |r| r.get(0)).unwrap();
    blobs.push((sha256, bytes.clone()));
    bytes
}
