//! Casebooks for tests of the journal: made by the real thing, changed behind its back.

// Each test program uses a part of it, and helpers of tests may unwrap as tests do.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

pub mod traces;

use hudna::journal::entry::{Header, Opening, commitment, entry_hash, hex};
use hudna::journal::{self, Casebook, CasebookError, Incoming, Keyring, MergeOptions, Merged, Verified};
use hudna::model::*;
use proptest::prelude::*;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// The sentence that is found as a claim in each article.
const SENTENCE: &str = "قال المتحدث إن القوات لن تدخل البلدة قبل انتهاء الهدنة.";

/// What was done, or could not be done there; any other error is a fault.
pub fn done_or_refused(done: Result<(), CasebookError>, what: u8, name: &str) {
    match done {
        Ok(())
        | Err(
            CasebookError::Invalid(_)
            | CasebookError::NotFound { .. }
            | CasebookError::Erased { .. }
            | CasebookError::Overlaps { .. },
        ) => {}
        Err(error) => panic!("{what} at {name}: {error}"),
    }
}

/// A folder with casebooks and keys.
pub struct World {
    pub folder: tempfile::TempDir,
}

impl World {
    pub fn new() -> World {
        World { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn keyring(&self, checker: &str) -> Keyring {
        Keyring::at(self.path(checker))
    }

    /// A new id for what this checker makes.
    pub fn fresh(&self, kind: IdKind, checker: &str) -> Id {
        Id::fresh(kind, &self.keyring(checker).load_or_make().unwrap().public())
    }

    /// This checker's casebook in this file, made where there is none.
    pub fn open(&self, name: &str, checker: &str) -> Casebook {
        Casebook::open_or_create(&self.path(name), self.keyring(checker)).unwrap()
    }

    /// A copy of a casebook's file, as a file manager makes it.
    pub fn copy(&self, from: &str, to: &str) {
        std::fs::copy(self.path(from), self.path(to)).unwrap();
    }

    /// Three copies merged in two ways, one after the other and the last first; the names of both.
    pub fn merged_in_two_ways(&self, names: [&str; 3], n: usize) -> [String; 2] {
        let (chain, right) = (format!("chain{n}.db"), format!("right{n}.db"));
        self.copy(names[0], &chain);
        self.merge(&chain, &[names[1]]);
        self.merge(&chain, &[names[2]]);
        self.copy(names[2], &right);
        self.merge(&right, &[names[1], names[0], names[2]]);
        [chain, right]
    }

    /// A file to attach.
    pub fn attachment(&self, bytes: &[u8]) -> PathBuf {
        let path = self.path("register.csv");
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub fn verify(&self, name: &str) -> Result<Verified, CasebookError> {
        let private = self.path("private");
        std::fs::create_dir_all(&private).unwrap();
        journal::verify(&self.path(name), &private, &Arc::new(AtomicBool::new(false)), &mut |_, _| ())
    }

    /// Sees that a casebook is as it was signed.
    pub fn sound(&self, name: &str) -> Verified {
        let verified = self.verify(name).unwrap();
        assert_eq!(verified.faults, [], "{name}");
        assert!(verified.tables_compared);
        verified
    }

    /// The casebook's database, to change it behind its back.
    pub fn raw(&self, name: &str) -> Connection {
        let conn = Connection::open(self.path(name)).unwrap();
        conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        conn
    }

    /// A casebook with all that the journal can hold, by two checkers.
    pub fn full(&self, name: &str) -> Id {
        let mut first = self.open(name, "key-a");
        first.set_me(Some("Salma"), Some("salma@mizan.example")).unwrap();
        first.set_publisher(Some("Mizan"), None).unwrap();
        let imported = import(&mut first, 1);
        let claim = first.document_claims(&imported).unwrap()[0].id.clone();
        first
            .edit_claim(&claim, &ClaimEdit { role: Some("spokesman".into()), ..Default::default() })
            .unwrap();
        let typed = NewClaim { text: "It holds".into(), speaker: "Envoy".into(), ..Default::default() };
        first.add_claim(&typed).unwrap();
        first.give_verdict(&claim, "true", "so they say", false).unwrap();
        let mut second = self.open(name, "key-b");
        let evidence = NewEvidence {
            url: "https://a.example".into(),
            quotation: String::new(),
            file: Some(self.attachment(&b"a,b\n1,2\n".repeat(40))),
            stance: Stance::Refutes,
            grade: Some("B2".parse().unwrap()),
            note: "n".into(),
        };
        second.add_evidence(&claim, &evidence).unwrap();
        second.comment(&claim, "hm").unwrap();
        second.give_verdict(&claim, "false", "the register says so", false).unwrap();
        first.comment(&claim, "well").unwrap();
        first.undo().unwrap();
        claim
    }
}

/// An article of its own for each number, with two claims.
pub fn article(n: usize) -> (Received, Vec<Extracted>) {
    let text = format!("بيان {n}\n{SENTENCE}\n{SENTENCE}\n");
    let length = SENTENCE.chars().count();
    let head = text.chars().count() - 2 * (length + 1);
    let claims = [head, head + length + 1].into_iter().map(|at| Extracted {
        start: at + 11,
        end: at + length,
        text: text.chars().skip(at + 11).take(length - 11).collect(),
        speaker: "المتحدث".into(),
        role: String::new(),
        cue: "قال".into(),
        cue_span: (at, at + 3),
        via: vec![],
        quote: Quote::Indirect,
        polarity: Polarity::Commit,
        kind: Kind::TroopMovement,
        nested: false,
        confidence: 0.9,
        worth: 60,
        reasons: vec![Reason::Number],
        language: "ar".into(),
    });
    let claims = claims.collect();
    let received = Received {
        bytes: text.clone().into_bytes(),
        text,
        title: format!("بيان {n}"),
        url: format!("https://safa.example/{}", n / 2),
        language: "ar".into(),
        media_type: "text/plain".into(),
        encoding: "UTF-8".into(),
        ..Received::default()
    };
    (received, claims)
}

/// One case at two desks: `a.db` of key-a and `b.db` of key-b, with a claim that both have.
pub fn two_desks() -> (World, Id) {
    let world = World::new();
    let mut first = world.open("a.db", "key-a");
    let document = import(&mut first, 1);
    let claim = first.document_claims(&document).unwrap()[0].id.clone();
    first.share(&world.path("b.db")).unwrap();
    (world, claim)
}

/// Imports the article of this number.
pub fn import(book: &mut Casebook, n: usize) -> Id {
    let (received, claims) = article(n);
    book.import(&received, &claims, "1:test").unwrap().document
}

/// Every row of every table but those of the search index, or why they cannot be read.
pub fn dump(path: &Path, tables: impl Fn(&str) -> bool) -> Result<Vec<String>, rusqlite::Error> {
    let conn = Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut names = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let names: Vec<String> = names.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
    let mut dump = Vec::new();
    for name in names.iter().filter(|name| tables(name)) {
        let mut rows = conn.prepare(&format!("SELECT * FROM \"{name}\" NOT INDEXED"))?;
        let columns = rows.column_count();
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            let mut line = name.clone();
            for column in 0..columns {
                match row.get_ref(column)? {
                    // What is packed, since some bits of the packing mean nothing.
                    ValueRef::Blob(data) if name == "chunk" => {
                        line.push_str(&format!(" {:?}", zstd::bulk::decompress(data, 1 << 20)));
                    }
                    value => line.push_str(&format!(" {value:?}")),
                }
            }
            dump.push(line);
        }
    }
    let mut schema =
        conn.prepare("SELECT type || name || tbl_name || coalesce(sql, '') FROM sqlite_schema")?;
    let schema: Vec<String> = schema.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
    dump.extend(schema.into_iter().filter(|line| !line.to_lowercase().contains("search_")));
    Ok(dump)
}

impl World {
    /// Proves files and says what they would bring, or why they are refused.
    pub fn incoming(
        &self,
        book: &Casebook,
        files: &[&str],
        options: &MergeOptions,
    ) -> Result<Incoming, CasebookError> {
        let files: Vec<PathBuf> = files.iter().map(|name| self.path(name)).collect();
        book.incoming(&files, options, &Arc::new(AtomicBool::new(false)), &mut |_, _, _| ())
    }

    /// Merges files into a casebook.
    pub fn try_merge(
        &self,
        book: &mut Casebook,
        files: &[&str],
        options: &MergeOptions,
    ) -> Result<Merged, CasebookError> {
        let incoming = self.incoming(book, files, options)?;
        book.merge(&incoming, &mut |_, _, _| ())
    }

    /// Merges files into the casebook of this name.
    pub fn merge(&self, name: &str, files: &[&str]) -> Merged {
        self.try_merge(&mut self.open(name, "key-a"), files, &MergeOptions::default()).unwrap()
    }

    /// All that a casebook holds, by public ids: two that hold the same give the same.
    pub fn public(&self, name: &str) -> Vec<String> {
        self.public_of(name, |_| true)
    }

    /// The same of some tables.
    pub fn public_of(&self, name: &str, tables: impl Fn(&str) -> bool) -> Vec<String> {
        let conn = Connection::open(self.path(name)).unwrap();
        let wanted = PUBLIC.iter().filter(|(table, _)| tables(table));
        wanted.flat_map(|(table, sql)| public_rows(&conn, table, sql)).collect()
    }
}

/// Sees that two lists of rows are the same, and says in what they are not.
pub fn same(one: &[String], other: &[String], name: &str) -> Result<(), TestCaseError> {
    let only = |of: &[String], not: &[String]| -> Vec<String> {
        of.iter().filter(|line| !not.contains(line)).cloned().collect()
    };
    prop_assert_eq!((only(one, other), only(other, one)), (vec![], vec![]), "{}", name);
    Ok(())
}

fn public_rows(conn: &Connection, table: &str, sql: &str) -> Vec<String> {
    let mut rows = conn.prepare(sql).unwrap();
    let columns = rows.column_count();
    let line = |row: &rusqlite::Row| {
        let cells = (0..columns).map(|column| format!(" {:?}", row.get_ref(column).unwrap()));
        Ok(format!("{table}{}", cells.collect::<String>()))
    };
    let mut rows: Vec<String> = rows.query_map([], line).unwrap().map(|line| line.unwrap()).collect();
    rows.sort();
    rows
}

/// Every column of every table but local numbers, in whose place stand public ids.
const PUBLIC: &[(&str, &str)] = &[
    ("casebook", "SELECT id, publisher_name, publisher_url, scale FROM casebook"),
    ("rating", "SELECT * FROM rating"),
    ("checker", "SELECT s.id, k.name, k.contact, k.key, k.first_seen, p.id FROM checker k JOIN subject s USING (num) JOIN subject p ON p.num = k.person"),
    (
        "document",
        "SELECT s.id, d.title, d.outlet, d.author, d.url, d.address, d.published, d.language, d.media_type, d.encoding,
             d.sha256, d.text_sha256, d.size, d.length, d.imported_at, k.id, p.id, d.withdrawn
         FROM document d JOIN subject s USING (num) JOIN subject k ON k.num = d.imported_by
         LEFT JOIN subject p ON p.num = d.previous",
    ),
    (
        "claim",
        "SELECT s.id, d.id, c.start, c.\"end\", c.text, c.speaker, c.role, c.cue, c.via, c.quote, c.polarity, c.kind, c.nested,
             c.confidence, c.said_at, c.translation, c.language, c.url, c.set_status, c.status, c.verdict, c.dismissed,
             c.withdrawn, c.edited, c.conflicts, c.hidden, c.position, c.worth, c.reasons, c.rank, c.found
         FROM claim c JOIN subject s USING (num) LEFT JOIN subject d ON d.num = c.document",
    ),
    (
        "extraction",
        "SELECT d.id, e.hash, s.id, x.name, x.undone, x.current FROM extraction x JOIN subject d ON d.num = x.document
         JOIN entry e ON e.num = x.entry JOIN subject s ON s.num = x.num",
    ),
    (
        "evidence",
        "SELECT s.id, c.id, e.kind, e.url, e.quotation, e.file_name, e.file_size, e.sha256, e.stance, e.grade, e.note, e.at,
             k.id, e.withdrawn
         FROM evidence e JOIN subject s USING (num) JOIN subject c ON c.num = e.claim JOIN subject k ON k.num = e.checker",
    ),
    (
        "verdict",
        "SELECT s.id, c.id, v.rating, v.why, v.at, k.id, v.blind, v.basis, v.standing, v.undone, v.withdrawn
         FROM verdict v JOIN subject s USING (num) JOIN subject c ON c.num = v.claim JOIN subject k ON k.num = v.checker",
    ),
    (
        "comment",
        "SELECT s.id, c.id, m.text, m.at, k.id, m.withdrawn
         FROM comment m JOIN subject s USING (num) JOIN subject c ON c.num = m.claim JOIN subject k ON k.num = m.checker",
    ),
    (
        "head",
        "SELECT s.id, h.field, e.hash, h.n FROM head h JOIN subject s ON s.num = h.subject JOIN entry e ON e.num = h.entry",
    ),
    ("sitting", "SELECT t.id, k.id, t.key, t.last_seq FROM sitting t JOIN subject k ON k.num = t.checker"),
    (
        "entry",
        "SELECT t.id, e.seq, e.at, e.kind, e.action, e.header, e.hash, e.signature
         FROM entry e JOIN sitting t ON t.num = e.sitting",
    ),
    (
        "part",
        "SELECT e.hash, p.n, s.id, p.state, p.commitment, p.salt, p.body, b.sha256
         FROM part p JOIN entry e ON e.num = p.entry JOIN subject s ON s.num = p.subject LEFT JOIN blob b ON b.num = p.blob",
    ),
    ("blob", "SELECT b.sha256, b.size, c.n, c.data FROM blob b LEFT JOIN chunk c ON c.blob = b.num"),
    ("words", "SELECT s.id FROM subject s WHERE s.num IN (SELECT rowid FROM search WHERE search MATCH 'الهدنه')"),
    ("speakers", "SELECT s.id FROM subject s WHERE s.num IN (SELECT rowid FROM search WHERE search MATCH 'speaker : s1*')"),
];

/// Writes a sitting into a casebook behind its back: rightly hashed, chained and signed, whatever its parts say.
/// Each entry is one list of parts, of a subject and a body each.
pub fn forge(world: &World, name: &str, checker: &str, at: i64, entries: &[&[(&str, String)]]) {
    forge_with(world, name, checker, at, entries, |_, _| ());
}

/// The same with something else in the header of an entry; its columns say what its header says.
pub fn forge_with(
    world: &World,
    name: &str,
    checker: &str,
    at: i64,
    entries: &[&[(&str, String)]],
    change: impl Fn(usize, &mut Header),
) {
    let conn = world.raw(name);
    let signer = world.keyring(checker).load_or_make().unwrap();
    let subject = |id: &str| -> i64 {
        conn.execute("INSERT OR IGNORE INTO subject (id) VALUES (?)", [id]).unwrap();
        conn.query_row("SELECT num FROM subject WHERE id = ?", [id], |r| r.get(0)).unwrap()
    };
    let first: String = conn.query_row("SELECT header FROM entry WHERE num = 1", [], |r| r.get(0)).unwrap();
    let casebook = serde_json::from_str::<Header>(&first).unwrap().opens.unwrap().casebook;
    let (mut sitting, mut prev) = (0, String::new());
    for (n, parts) in entries.iter().enumerate() {
        let opens = (n == 0).then(|| Opening {
            nonce: format!("{at:032x}"),
            key: hex(&signer.public()),
            casebook: casebook.clone(),
        });
        let (seq, at) = (n as u64 + 1, at + n as i64);
        let (kind, action) = ("forged".to_owned(), format!("{at:032x}"));
        let (frontier, undoes) = Default::default();
        let mut header =
            Header { format: 1, kind, seq, at, action, prev: prev.clone(), frontier, undoes, opens };
        change(n, &mut header);
        let text = serde_json::to_string(&header).unwrap();
        let salt = [7u8; 16];
        let commitments: Vec<_> = parts.iter().map(|(_, body)| commitment(&salt, body.as_bytes())).collect();
        let hash = entry_hash(&text, parts.iter().map(|(s, _)| *s).zip(&commitments));
        if n == 0 {
            let sql = "INSERT INTO sitting (id, checker, key, last_seq, here) VALUES (?, ?, ?, ?, 0)";
            let checker = subject(signer.checker().as_str());
            conn.execute(sql, params![hash, checker, signer.public(), entries.len() as i64]).unwrap();
            sitting = conn.last_insert_rowid();
        }
        let sql = "INSERT INTO entry (sitting, seq, at, kind, action, header, hash, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        let values = params![
            sitting,
            header.seq as i64,
            header.at,
            header.kind,
            header.action,
            text,
            hash,
            signer.sign(&hash)
        ];
        conn.execute(sql, values).unwrap();
        let entry = conn.last_insert_rowid();
        for (n, ((id, body), commitment)) in parts.iter().zip(&commitments).enumerate() {
            let sql = "INSERT INTO part (entry, n, subject, state, commitment, salt, body) VALUES (?, ?, ?, 'present', ?, ?, ?)";
            conn.execute(sql, params![entry, n as i64, subject(id), commitment, salt, body]).unwrap();
        }
        prev = hex(&hash);
    }
}

/// How many random cases are tried: as many as `HUDNA_CASES` says, else more with `HUDNA_LONG`.
pub fn cases(usual: u32, long: u32) -> u32 {
    let told = std::env::var("HUDNA_CASES").ok().and_then(|cases| cases.parse().ok());
    told.unwrap_or(if std::env::var_os("HUDNA_LONG").is_some() { long } else { usual })
}

/// Pages of a casebook.
pub const PAGE: usize = 8192;

/// Breaks a file in one of six ways: a byte, a piece copied, a page copied, cut, a page of noise, a stretch of one byte.
pub fn break_piece(bytes: &mut Vec<u8>, how: u8, at: usize, to: usize, with: u8) {
    let length = bytes.len().max(1);
    if bytes.is_empty() {
        return;
    }
    let (at, to) = (at % length, to % length);
    match how {
        0 => bytes[at] ^= with.max(1),
        1 => {
            let piece = bytes[at..(at + 16 + usize::from(with)).min(length)].to_vec();
            let to = to.min(length - piece.len());
            bytes[to..to + piece.len()].copy_from_slice(&piece);
        }
        2 => {
            let (a, b) = (at / PAGE * PAGE, to / PAGE * PAGE);
            if a + PAGE <= length && b + PAGE <= length {
                bytes.copy_within(a..a + PAGE, b);
            }
        }
        3 => bytes.truncate((at | (length / 2)).min(length)),
        4 => {
            let mut noise = to as u32 | 1;
            for byte in &mut bytes[at / PAGE * PAGE..(at / PAGE * PAGE + PAGE).min(length)] {
                noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *byte = (noise >> 24) as u8;
            }
        }
        _ => {
            let end = (at + usize::from(with) * 64).min(length);
            bytes[at..end].fill(with);
        }
    }
}
