//! What the journal costs, as ratios to bare SQLite with the same durability, with the work growing.
//!
//! `cargo bench --bench casebook` prints a table; `HUDNA_BENCH_CLAIMS=100000` sets the largest size.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

use hudna::journal::{self, Casebook, Keyring, MergeOptions, entry, verifies};
use hudna::model::{Extracted, Kind, Polarity, Query, Quote, Received};
use rusqlite::{Connection, params};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

/// Claims of one article, as many as the corpus has on average.
const CLAIMS: usize = 20;
const SENTENCE: &str =
    "وقال المتحدث باسم مجلس وادي النهرين إن القوات لن تدخل بلدة تل الصفا قبل انتهاء الهدنة. ";

fn main() {
    let largest = std::env::var("HUDNA_BENCH_CLAIMS").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000);
    println!(
        "{:>9} {:>14} {:>14} {:>7}  (claims a second; one transaction an article of {CLAIMS})",
        "claims", "import", "bare rows", "ratio"
    );
    let mut claims = 1_000;
    while claims <= largest {
        let folder = tempfile::tempdir().unwrap();
        let ours = time(|| import(folder.path(), claims));
        let bare = time(|| bare_rows(folder.path(), claims));
        let rate = |d: Duration| claims as f64 / d.as_secs_f64();
        println!(
            "{claims:>9} {:>14.0} {:>14.0} {:>7.2}",
            rate(ours),
            rate(bare),
            ours.as_secs_f64() / bare.as_secs_f64()
        );
        one_verdict(folder.path());
        rebuild(folder.path());
        verify(folder.path());
        merge(folder.path());
        claims *= 10;
    }
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn open(folder: &Path) -> Casebook {
    Casebook::open_or_create(&folder.join("case.db"), Keyring::at(folder.join("key"))).unwrap()
}

fn article(n: usize) -> (Received, Vec<Extracted>) {
    let text = format!("بيان {n}\n{}", SENTENCE.repeat(CLAIMS));
    let (head, length) = (text.chars().count() - SENTENCE.chars().count() * CLAIMS, SENTENCE.chars().count());
    let claims = (0..CLAIMS).map(|i| {
        let start = head + i * length + 41;
        let text: String = text.chars().skip(start).take(45).collect();
        Extracted {
            start,
            end: start + 45,
            text,
            speaker: "المتحدث باسم مجلس وادي النهرين".into(),
            role: String::new(),
            cue: "قال".into(),
            cue_span: (start - 41, start - 38),
            via: vec![],
            quote: Quote::Indirect,
            polarity: Polarity::Commit,
            kind: Kind::TroopMovement,
            nested: false,
            confidence: 0.8,
            worth: 50,
            reasons: vec![],
            language: "ar".into(),
        }
    });
    let claims = claims.collect();
    (
        Received {
            bytes: text.clone().into_bytes(),
            text,
            title: format!("بيان {n}"),
            ..Received::default()
        },
        claims,
    )
}

fn import(folder: &Path, claims: usize) {
    let mut book = open(folder);
    for n in 0..claims / CLAIMS {
        let (received, found) = article(n);
        book.import(&received, &found, "bench").unwrap();
    }
}

/// The rows of the tables that an import fills, with their indexes and search words, and nothing else.
fn bare_rows(folder: &Path, claims: usize) {
    let mut conn = bare(&folder.join("bare.db"));
    for n in 0..claims / CLAIMS {
        let (received, found) = article(n);
        let tx = conn.transaction().unwrap();
        tx.prepare_cached("INSERT INTO document (title, text) VALUES (?, ?)")
            .unwrap()
            .execute(params![received.title, zstd::bulk::compress(received.text.as_bytes(), 3).unwrap()])
            .unwrap();
        let document = tx.last_insert_rowid();
        for claim in found {
            let sql = "INSERT INTO claim (id, document, start, end, text, speaker, cue, quote, polarity, kind, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'new')";
            let id = format!("c{document:020}{:020}", claim.start);
            let values = params![
                id,
                document,
                claim.start as i64,
                claim.end as i64,
                claim.text,
                claim.speaker,
                claim.cue,
                claim.quote.code(),
                claim.polarity.code(),
                claim.kind.code()
            ];
            tx.prepare_cached(sql).unwrap().execute(values).unwrap();
            let num = tx.last_insert_rowid();
            tx.prepare_cached("INSERT INTO search (rowid, words, speaker, forms) VALUES (?, ?, ?, ?)")
                .unwrap()
                .execute(params![num, claim.text, claim.speaker, claim.text])
                .unwrap();
        }
        tx.commit().unwrap();
    }
}

fn bare(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch(
        "PRAGMA page_size = 8192; PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;
         PRAGMA cache_size = -65536;
         CREATE TABLE document (num INTEGER PRIMARY KEY, title TEXT, text BLOB);
         CREATE TABLE claim (num INTEGER PRIMARY KEY, id TEXT UNIQUE, document INTEGER, start INTEGER, end INTEGER, text TEXT,
             speaker TEXT, cue TEXT, quote TEXT, polarity TEXT, kind TEXT, status TEXT);
         CREATE INDEX a ON claim (document, start); CREATE INDEX b ON claim (status, document, start);
         CREATE INDEX c ON claim (kind, document, start);
         CREATE VIRTUAL TABLE search USING fts5 (words, speaker, forms, content = '', contentless_delete = 1, detail = column);",
    )
    .unwrap();
    conn
}

/// Median time of one verdict and of one bare commit.
fn one_verdict(folder: &Path) {
    let mut book = open(folder);
    let claim = book.claims_after(&Query::default(), None, 1).unwrap().remove(0).id;
    let ours = median(|| {
        book.give_verdict(&claim, "false", "reasons enough", false).unwrap();
    });
    let conn = bare(&folder.join("commit.db"));
    let bare = median(|| {
        conn.execute("INSERT INTO document (title) VALUES ('reasons enough')", []).unwrap();
    });
    println!(
        "          one verdict {ours:?}, a bare commit {bare:?}, ratio {:.2}",
        ours.as_secs_f64() / bare.as_secs_f64()
    );
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..101).map(|_| time(&mut work)).collect();
    times.sort();
    times[50]
}

fn rebuild(folder: &Path) {
    let mut book = open(folder);
    let took = time(|| {
        assert!(book.rebuild(&mut |_, _| true).unwrap().different.is_empty());
    });
    let size = std::fs::metadata(book.path()).unwrap().len();
    println!("          rebuild {took:?}, file {} KiB", size / 1024);
}

/// All of verify, and the bare sum of hashing and signature checking on one core.
fn verify(folder: &Path) {
    let path = folder.join("case.db");
    let stop = Arc::new(AtomicBool::new(false));
    let ours = time(|| {
        let verified = journal::verify(&path, folder, &stop, &mut |_, _| ()).unwrap();
        assert_eq!(verified.fault_count, 0);
    });
    let conn = Connection::open(&path).unwrap();
    let all = |sql: &str| -> Vec<Vec<u8>> {
        let mut rows = conn.prepare(sql).unwrap();
        let rows = rows.query_map([], |r| Ok(r.get_ref(0)?.as_bytes_or_null()?.unwrap_or_default().to_vec()));
        rows.unwrap().map(|row| row.unwrap()).collect()
    };
    let bodies = all("SELECT body FROM part WHERE body IS NOT NULL");
    let hashes = all("SELECT hash FROM entry WHERE signature IS NOT NULL");
    let signatures = all("SELECT signature FROM entry WHERE signature IS NOT NULL");
    let keys =
        all("SELECT t.key FROM entry e JOIN sitting t ON t.num = e.sitting WHERE signature IS NOT NULL");
    let bare = time(|| {
        for body in &bodies {
            std::hint::black_box(entry::commitment(&[0; 16], body));
        }
        for ((hash, signature), key) in hashes.iter().zip(&signatures).zip(&keys) {
            let [hash, key] = [hash, key].map(|bytes| bytes.as_slice().try_into().unwrap());
            assert!(verifies(&key, &hash, signature.as_slice().try_into().unwrap()));
        }
    });
    println!(
        "          verify {ours:?}, bare hashing and signatures {bare:?}, ratio {:.2}",
        ours.as_secs_f64() / bare.as_secs_f64()
    );
}

/// All of it into a casebook that has nothing yet, and the same once more.
fn merge(folder: &Path) {
    let files = [folder.join("case.db")];
    let mut book =
        Casebook::open_or_create(&folder.join("empty.db"), Keyring::at(folder.join("key"))).unwrap();
    let options = MergeOptions { other_case: true, ..Default::default() };
    let stop = Arc::new(AtomicBool::new(false));
    let mut merge = || {
        time(|| {
            let incoming = book.incoming(&files, &options, &stop, &mut |_, _| ()).unwrap();
            book.merge(&incoming, &mut |_, _| ()).unwrap();
        })
    };
    let (first, again) = (merge(), merge());
    println!("          merge {first:?}, again {again:?}");
}
