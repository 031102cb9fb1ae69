//! Casebooks for tests of the journal: made by the real thing, changed behind its back.

// Each test program uses a part of it, and helpers of tests may unwrap as tests do.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use hudna::journal::{self, Casebook, CasebookError, Keyring, Verified};
use hudna::model::*;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// The sentence that is found as a claim in each article.
const SENTENCE: &str = "قال المتحدث إن القوات لن تدخل البلدة قبل انتهاء الهدنة.";

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

    /// This checker's casebook in this file, made where there is none.
    pub fn open(&self, name: &str, checker: &str) -> Casebook {
        Casebook::open_or_create(&self.path(name), self.keyring(checker)).unwrap()
    }

    /// A copy of a casebook's file, as a file manager makes it.
    pub fn copy(&self, from: &str, to: &str) {
        std::fs::copy(self.path(from), self.path(to)).unwrap();
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
                line.push_str(&format!(" {:?}", row.get_ref(column)?));
            }
            dump.push(line);
        }
    }
    let mut schema =
        conn.prepare("SELECT type || name || tbl_name || coalesce(sql, '') FROM sqlite_schema")?;
    let schema: Vec<String> = schema.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
    dump.extend(schema.into_iter().filter(|line| !line.contains("search_")));
    Ok(dump)
}
