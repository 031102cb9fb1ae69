//! What the journal costs, as ratios to bare SQLite and bare arithmetic, with the work growing.
//!
//! `cargo bench --bench casebook` prints a table for 1,000 and 10,000 claims or entries; each ratio stands beside its
//! limit, once by the clock on the wall and once by the time that cores worked, kernel included: where other programs
//! run too, the second is the one to trust, save where a disk is waited for.
//!
//! ```text
//! HUDNA_BENCH_MAX=1000000 HUDNA_BENCH_DIR=/dev/shm/hudna cargo bench --bench casebook -- imports
//! HUDNA_BENCH_MAX=1000000 HUDNA_BENCH_DIR=/dev/shm/hudna cargo bench --bench casebook -- actions verify merge
//! ```
//!
//! takes sizes up to a million (`HUDNA_BENCH_MIN` sets the first), in a folder that has room for six times the largest casebook (1.3 GB and 2 GB at a
//! million) and is kept: casebooks found there are taken as they are. Of a million actions each commits, which takes
//! as long as the disk does; a folder in memory makes them in minutes, and the ratios by cores are the same. Words after
//! `--` choose shapes (imports, actions) and parts (append, import, rebuild, verify, merge, memory, daily); `import`
//! makes the casebooks anew. The line of `append` waits for the disk and must be taken on one:
//!
//! ```text
//! HUDNA_BENCH_DIR=/var/tmp/hudna cargo bench --bench casebook -- append
//! ```
//!
//! What `verify` is compared with is the arithmetic alone on two threads, each signature by itself, then, without a limit,
//! with many signatures checked together as `verify` does. It leaves out all that it does beside hashing: reading, SQLite's integrity check, and
//! the comparison of all tables with the journal.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

mod bare;
mod measure;
mod shapes;

use hudna::journal::{self, Casebook, Keyring, MergeOptions};
use hudna::model::Query;
use measure::{Cost, alone, in_turns, line, median, peak, told};
use rusqlite::Connection;
use shapes::{CLAIMS, open};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// A casebook of some shape and size in a folder, and the same before its last fifth came.
struct Subject {
    shape: &'static str,
    size: usize,
    folder: PathBuf,
    chosen: Vec<String>,
}

/// What is measured of a casebook.
type Part = fn(&Subject);

fn main() {
    if let Ok(doing) = std::env::var("HUDNA_BENCH_CHILD") {
        return child(&doing);
    }
    let chosen: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let largest = std::env::var("HUDNA_BENCH_MAX").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000);
    let temporary = tempfile::tempdir().unwrap();
    let folder = std::env::var_os("HUDNA_BENCH_DIR").map_or(temporary.path().to_owned(), PathBuf::from);
    measure::heading();
    for shape in ["imports", "actions"] {
        let is_shape = |word: &String| word == "imports" || word == "actions";
        if chosen.iter().any(is_shape) && !chosen.iter().any(|word| word == shape) {
            continue;
        }
        let parts: Vec<String> = chosen.iter().filter(|word| !is_shape(word)).cloned().collect();
        let mut size = std::env::var("HUDNA_BENCH_MIN").ok().and_then(|n| n.parse().ok()).unwrap_or(1_000);
        while size <= largest {
            let folder = folder.join(format!("{shape}-{size}"));
            std::fs::create_dir_all(&folder).unwrap();
            Subject { shape, size, folder, chosen: parts.clone() }.run();
            size *= 10;
        }
    }
}

impl Subject {
    fn run(&self) {
        self.make();
        let parts: [(&str, Part); 6] = [
            ("append", Subject::append),
            ("rebuild", Subject::rebuild),
            ("verify", Subject::verify),
            ("merge", Subject::merge),
            ("memory", Subject::memory),
            ("daily", Subject::daily),
        ];
        for (name, part) in parts {
            if self.chosen.is_empty() || self.chosen.iter().any(|word| word == name) {
                part(self);
            }
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn line(&self, what: &str, ours: Cost, bare: Cost, limit: f64) {
        line(self.shape, self.size, what, ours, bare, limit);
    }

    fn alone(&self, what: &str, ours: Cost, limit: &str) {
        alone(self.shape, self.size, what, ours, limit);
    }

    /// Makes `whole.db` beside the same rows inserted by bare SQLite, a slice of each in turns, and `before.db`, a
    /// copy taken at four fifths.
    fn make(&self) {
        let wanted = self.chosen.iter().any(|word| word == "import");
        if self.path("whole.db").exists() && !wanted {
            return;
        }
        for name in ["whole.db", "bare.db", "before.db"] {
            let _ = std::fs::remove_file(self.path(name));
        }
        let mut book = open(&self.folder, "whole.db");
        let (work, slice) = match self.shape {
            "imports" => (self.size / CLAIMS, 50),
            _ => (self.size, 200),
        };
        let mut rows = bare::Projected::of(&self.path("whole.db"), 0);
        let mut bare = bare::tables(&self.path("bare.db"));
        bare::insert(&bare, &rows.next(rows.last_subject()));
        let (mut ours, mut theirs) = (Cost::default(), Cost::default());
        let mut done = 0;
        while done < work {
            if done == work / 5 * 4 {
                std::fs::copy(self.path("whole.db"), self.path("before.db")).unwrap();
            }
            let to = (done + slice).min(work).min(if done < work / 5 * 4 { work / 5 * 4 } else { work });
            ours.add(match self.shape {
                "imports" => {
                    let articles: Vec<_> = (done..to).map(shapes::article).collect();
                    Cost::of(|| shapes::import(&mut book, &articles))
                }
                _ => Cost::of(|| shapes::act(&mut book, done..to)),
            });
            // As many transactions as ours had.
            let parts = if self.shape == "imports" { 1 } else { (to - done) as i64 };
            let (from, new) = (rows.last(), rows.last_subject() - rows.last());
            let pages: Vec<_> =
                (1..=parts).map(|n| rows.next(from + new * n / parts - rows.last())).collect();
            theirs.add(Cost::of(|| {
                for page in &pages {
                    let tx = bare.transaction().unwrap();
                    bare::insert(&tx, page);
                    tx.commit().unwrap();
                }
            }));
            done = to;
        }
        match self.shape {
            "imports" => self.line("bulk, against the rows alone", ours, theirs, 2.0),
            // Corrections and verdicts change rows that are there: what is inserted is half of the work.
            _ => self.line("bulk, against new rows alone", ours, theirs, f64::INFINITY),
        }
        let size = std::fs::metadata(book.path()).unwrap().len();
        told(self.shape, self.size, "file", &format!("{} bytes, {} each", size, size / self.size as u64));
        std::fs::write(self.path("cost"), format!("{} {}", ours.wall.as_nanos(), ours.cpu.as_nanos()))
            .unwrap();
    }

    /// What the bulk cost when it was made.
    fn bulk(&self) -> Cost {
        let kept = std::fs::read_to_string(self.path("cost")).unwrap();
        let mut nanos = kept.split(' ').map(|n| std::time::Duration::from_nanos(n.parse().unwrap()));
        Cost { wall: nanos.next().unwrap(), cpu: nanos.next().unwrap() }
    }

    fn append(&self) {
        self.copy("whole.db", "append.db");
        let mut book = open(&self.folder, "append.db");
        let claims = book.claims_after(&Query::default(), None, 201).unwrap();
        let mut claims = claims.iter().cycle();
        self.copy("whole.db", "commit.db");
        let conn = Connection::open(self.path("commit.db")).unwrap();
        conn.execute_batch(
            "PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; CREATE TABLE row (words TEXT);",
        )
        .unwrap();
        let (ours, bare) = in_turns(
            201,
            || drop(book.give_verdict(&claims.next().unwrap().id, "false", "reasons enough", false).unwrap()),
            || assert_eq!(conn.execute("INSERT INTO row VALUES ('reasons enough')", []).unwrap(), 1),
        );
        self.line("one verdict, against one commit", median(ours), median(bare), 2.0);
        self.remove(&["append.db", "commit.db"]);
    }

    fn rebuild(&self) {
        self.copy("whole.db", "rebuild.db");
        let mut book = open(&self.folder, "rebuild.db");
        let ours = Cost::of(|| assert!(book.rebuild(&mut |_, _| true).unwrap().different.is_empty()));
        self.line("rebuild, against the bulk", ours, self.bulk(), 2.0);
        self.remove(&["rebuild.db"]);
    }

    fn verify(&self) {
        let [alone, together] = bare::hashing_and_signatures(&self.path("whole.db"));
        let ours = Cost::of(|| verify(&self.path("whole.db")));
        self.line("verify, against hashes, signatures", ours, alone, 1.3);
        self.line("verify, signatures there together", ours, together, f64::INFINITY);
    }

    fn merge(&self) {
        let options = MergeOptions::default();
        let stop = Arc::new(AtomicBool::new(false));
        self.copy("before.db", "into.db");
        let files = [self.path("whole.db")];
        let mut book = open(&self.folder, "into.db");
        let mut merge = |entries: bool| {
            let cost = Cost::of(|| {
                let incoming = book.incoming(&files, &options, &stop, &mut |_, _, _| ()).unwrap();
                let merged = book.merge(&incoming, &mut |_, _, _| ()).unwrap();
                assert_eq!(merged.entries > 0, entries);
            });
            (cost, entries)
        };
        let ours = merge(true).0;
        let again = merge(false).0;
        self.copy("before.db", "raw.db");
        let last = bare::Projected::of(&self.path("before.db"), 0).last_subject();
        let mut bare = Cost::of(|| bare::attach_copy(&self.path("raw.db"), &self.path("whole.db")));
        bare.add(self.bare_fold(last));
        self.line("merge of the last fifth", ours, bare, 2.0);
        self.alone("the same merge again", again, "1 s");
        self.remove(&["into.db", "raw.db"]);
    }

    /// The rows of the subjects after one, inserted in one transaction into the tables of what was there before.
    fn bare_fold(&self, after: i64) -> Cost {
        self.copy("before.db", "raw-fold.db");
        let mut rows = bare::Projected::of(&self.path("whole.db"), after);
        let conn = Connection::open(self.path("raw-fold.db")).unwrap();
        conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536; BEGIN IMMEDIATE").unwrap();
        let (mut cost, end) = (Cost::default(), rows.last_subject());
        while rows.last() < end {
            // The subjects themselves are copied with the journal.
            let page: Vec<_> = rows.next(5000).into_iter().filter(|(table, _)| *table != "subject").collect();
            cost.add(Cost::of(|| bare::insert(&conn, &page)));
        }
        cost.add(Cost::of(|| conn.execute_batch("COMMIT").unwrap()));
        drop(conn);
        self.remove(&["raw-fold.db"]);
        cost
    }

    fn memory(&self) {
        let verify = peak("verify", &[&self.path("whole.db")]);
        self.copy("before.db", "into.db");
        let merge = peak("merge", &[&self.path("into.db"), &self.path("whole.db")]);
        self.remove(&["into.db"]);
        told(self.shape, self.size, "most memory", &format!("verify {verify} KiB, merge {merge} KiB"));
    }

    /// What a person waits for: opening, the first page, the log, undo.
    fn daily(&self) {
        self.copy("whole.db", "daily.db");
        let path = self.path("daily.db");
        let keyring = || Keyring::at(self.path("key"));
        let opening = Cost::of(|| drop(Casebook::open(&path, keyring()).unwrap()));
        let mut book = Casebook::open(&path, keyring()).unwrap();
        let page = Cost::of(|| assert_eq!(book.claims_after(&Query::default(), None, 50).unwrap().len(), 50));
        let log = Cost::of(|| assert_eq!(book.log(None, 50).unwrap().len(), 50));
        let undo = Cost::of(|| assert!(book.undo().unwrap().is_some()));
        let undos = Cost::of(|| (0..49).for_each(|_| drop(book.undo().unwrap())));
        self.alone("opening", opening, "-");
        self.alone("first page of 50 claims", page, "-");
        self.alone("last 50 lines of the log", log, "-");
        self.alone("undo", undo, "-");
        self.alone("49 undos more", undos, "-");
        drop(book);
        self.remove(&["daily.db"]);
    }

    fn copy(&self, from: &str, to: &str) {
        std::fs::copy(self.path(from), self.path(to)).unwrap();
    }

    fn remove(&self, names: &[&str]) {
        for name in names {
            std::fs::remove_file(self.path(name)).unwrap();
        }
        // Copies that merges keep.
        for entry in std::fs::read_dir(&self.folder).unwrap().flatten() {
            if entry.file_name().to_string_lossy().contains(".before-merge-") {
                std::fs::remove_file(entry.path()).unwrap();
            }
        }
    }
}

fn verify(path: &Path) {
    let stop = Arc::new(AtomicBool::new(false));
    let verified = journal::verify(path, path.parent().unwrap(), &stop, &mut |_, _| ()).unwrap();
    assert_eq!((verified.fault_count, verified.tables_compared), (0, true), "{:?}", verified.faults.first());
}

/// One thing, done by this process alone, and the memory that it took.
fn child(doing: &str) {
    let paths: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    match doing {
        "verify" => verify(&paths[0]),
        _ => {
            let stop = Arc::new(AtomicBool::new(false));
            let keyring = Keyring::at(paths[0].parent().unwrap().join("key"));
            let mut book = Casebook::open(&paths[0], keyring).unwrap();
            let incoming =
                book.incoming(&paths[1..], &MergeOptions::default(), &stop, &mut |_, _, _| ()).unwrap();
            assert!(book.merge(&incoming, &mut |_, _, _| ()).unwrap().entries > 0);
        }
    }
    measure::say_peak();
}
