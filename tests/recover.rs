//! Damaged casebooks are salvaged: whatever breaks, what is saved was there, the new casebook proves, and what is lost is told.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod journal_support;

use hudna::journal::{self, CasebookError, Recovered};
use hudna::model::*;
use journal_support::{PAGE, World, break_piece, cases, import};
use proptest::prelude::*;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

impl World {
    fn recover(&self, from: &str, to: &str) -> Result<Recovered, CasebookError> {
        let stop = Arc::new(AtomicBool::new(false));
        journal::recover(&self.path(from), &self.path(to), &self.keyring("key-r"), &stop, &mut |_, _| ())
    }

    /// Damages the casebook, salvages it, and sees that nothing is in the new one that was not in the old.
    fn salvage(&self, what: &str, bytes: &[u8], whole: &Whole) -> Option<Recovered> {
        std::fs::write(self.path("broken.db"), bytes).unwrap();
        for left in ["new.db", "new.db.lost.jsonl"] {
            let _ = std::fs::remove_file(self.path(left));
        }
        let recovered = match self.recover("broken.db", "new.db") {
            Ok(recovered) => recovered,
            Err(CasebookError::NothingSaved { .. }) => return None,
            Err(error) => panic!("{what}: {error}"),
        };
        assert!(std::fs::read(self.path("broken.db")).unwrap() == bytes, "{what}: written to");
        let verified = self.verify("new.db").unwrap();
        assert_eq!(verified.faults, [], "{what}");
        assert!(verified.tables_compared);
        for line in journal_rows(self, "new.db", recovered.marked) {
            assert!(whole.rows.contains(&line), "{what}: not of the old one: {line}");
        }
        let (entries, all) = (recovered.entries, whole.entries);
        // A broken row can tell of more than there was, never of less.
        assert!(entries == all || (entries < all && recovered.lost_entries > 0), "{what}: {recovered:?}");
        let left: Vec<_> =
            std::fs::read_dir(self.folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert!(!left.iter().any(|name| name.to_string_lossy().starts_with(".hudna")), "{what}: {left:?}");
        Some(recovered)
    }
}

/// Rows of the journal by public ids; a part that is withheld counts as the part that it was. Without the entry that a
/// salvage adds.
fn journal_rows(world: &World, name: &str, marked: bool) -> Vec<String> {
    let conn = world.raw(name);
    let mark = if marked { "kind <> 'recover'" } else { "num > 0" };
    let sql = [
        format!(
            "SELECT hex(t.id) || ' ' || hex(t.key) || ' ' || e.seq || ' ' || e.at || ' ' || e.kind || ' ' || e.action || ' '
             || e.header || ' ' || hex(e.hash) || ' ' || coalesce(hex(e.signature), '')
             FROM entry e JOIN sitting t ON t.num = e.sitting WHERE e.{mark}"
        ),
        format!(
            "SELECT hex(e.hash) || ' ' || p.n || ' ' || s.id || ' ' || hex(p.commitment) FROM part p
             JOIN entry e ON e.num = p.entry JOIN subject s ON s.num = p.subject WHERE e.{mark}"
        ),
        format!(
            "SELECT hex(e.hash) || ' ' || p.n || ' ' || hex(p.salt) || ' ' || coalesce(p.body, hex(b.sha256)) FROM part p
             JOIN entry e ON e.num = p.entry LEFT JOIN blob b ON b.num = p.blob WHERE p.state = 'present' AND e.{mark}"
        ),
        "SELECT hex(b.sha256) || ' ' || b.size || ' ' || hex(c.data) FROM blob b LEFT JOIN chunk c ON c.blob = b.num".to_owned(),
    ];
    let mut rows = Vec::new();
    for sql in sql {
        let mut statement = conn.prepare(&sql).unwrap();
        rows.extend(statement.query_map([], |r| r.get::<_, String>(0)).unwrap().map(|row| row.unwrap()));
    }
    rows
}

/// A casebook of many pages, whole, and what lies on each of them.
struct Whole {
    bytes: Vec<u8>,
    entries: u64,
    rows: HashSet<String>,
    public: Vec<String>,
    /// The table or index that each page belongs to.
    owner: HashMap<usize, String>,
}

/// Documents, verdicts and files by two checkers in many sittings, with rows that go on over many pages.
fn whole(world: &World) -> Whole {
    let claim = world.full("whole.db");
    for n in 2..8 {
        let mut book = world.open("whole.db", if n % 2 == 0 { "key-a" } else { "key-b" });
        import(&mut book, n);
        book.comment(&claim, &format!("note {n}: {}", "one thing and another; ".repeat(n * 90))).unwrap();
    }
    let mut book = world.open("whole.db", "key-a");
    let mut noise = 7u32;
    let file: Vec<u8> = std::iter::repeat_with(|| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (noise >> 24) as u8
    })
    .take(300_000)
    .collect();
    let evidence = NewEvidence {
        url: String::new(),
        quotation: String::new(),
        file: Some(world.attachment(&file)),
        stance: Stance::Refutes,
        grade: None,
        note: String::new(),
    };
    book.add_evidence(&claim, &evidence).unwrap();
    book.give_verdict(&claim, "satire", "no", false).unwrap();
    // A claim of a document is erased, with its words in the text and what hangs on it; and one that stands alone.
    let document = book.documents().unwrap()[0].id.clone();
    let found = book.document_claims(&document).unwrap()[0].id.clone();
    book.comment(&found, "erased with it").unwrap();
    book.erase(&found, true, "asked for").unwrap();
    let typed = NewClaim { text: "I saw it".into(), speaker: "Source".into(), ..Default::default() };
    let typed = book.add_claim(&typed).unwrap();
    book.erase(&typed, true, "asked for").unwrap();
    drop(book);
    world.sound("whole.db");
    let conn = world.raw("whole.db");
    let mut pages = conn.prepare("SELECT pageno, name FROM dbstat").ok();
    let owner = pages.as_mut().map(|pages| {
        let read = pages.query_map([], |r| Ok((r.get::<_, i64>(0)? as usize, r.get(1)?))).unwrap();
        read.map(|row| row.unwrap()).collect()
    });
    Whole {
        bytes: std::fs::read(world.path("whole.db")).unwrap(),
        entries: conn.query_row("SELECT count(*) FROM entry", [], |r| r.get::<_, i64>(0)).unwrap() as u64,
        rows: journal_rows(world, "whole.db", false).into_iter().collect(),
        public: world.public("whole.db"),
        owner: owner.unwrap_or_default(),
    }
}

/// Indexes of the journal, the projection, the search index and the schema: nothing in them is not elsewhere too.
fn is_spare(owner: &str) -> bool {
    !matches!(owner, "entry" | "part" | "chunk")
}

#[test]
fn a_sound_casebook_comes_through_whole() {
    let world = World::new();
    let whole = whole(&world);
    let recovered = world.salvage("nothing", &whole.bytes, &whole).unwrap();
    assert!(recovered.is_complete() && !recovered.marked && recovered.readable.is_none(), "{recovered:?}");
    assert_eq!(world.public("new.db"), whole.public);
    assert!(
        matches!(world.recover("whole.db", "new.db"), Err(CasebookError::Invalid(_))),
        "never over a file"
    );
}

/// `HUDNA_LONG` zeroes every page in turn, else every third.
#[test]
fn pages_zeroed_one_by_one() {
    let world = World::new();
    let whole = whole(&world);
    assert!(whole.owner.len() > 60, "{} pages", whole.owner.len());
    let (mut shares, mut spares) = (Vec::new(), 0);
    let step = if std::env::var_os("HUDNA_LONG").is_some() { 1 } else { 3 };
    for page in (1..=whole.bytes.len() / PAGE).step_by(step) {
        let mut bytes = whole.bytes.clone();
        bytes[(page - 1) * PAGE..page * PAGE].fill(0);
        let owner = whole.owner.get(&page).map(String::as_str).unwrap_or("free");
        let recovered = world.salvage(&format!("page {page} ({owner})"), &bytes, &whole).unwrap();
        if is_spare(owner) {
            assert!(recovered.is_complete(), "page {page} ({owner}): {recovered:?}");
            assert_eq!(world.public("new.db"), whole.public, "page {page} ({owner})");
            spares += 1;
        }
        shares.push(recovered.entries as f64 / whole.entries as f64);
    }
    let mean = shares.iter().sum::<f64>() / shares.len() as f64;
    println!(
        "{} pages zeroed one by one, {spares} spare; entries saved {:.3} of all in the mean",
        shares.len(),
        mean
    );
    assert!(spares > 10 && mean > 0.9, "{spares} {mean}");
}

#[test]
fn the_head_the_schema_or_the_end_is_gone() {
    let world = World::new();
    let whole = whole(&world);
    let mut bytes = whole.bytes.clone();
    bytes[..100].fill(0xA5);
    assert!(world.salvage("head", &bytes, &whole).unwrap().is_complete());
    bytes[..PAGE].fill(0xA5);
    assert!(world.salvage("schema", &bytes, &whole).unwrap().is_complete());
    assert_eq!(world.public("new.db"), whole.public);
    let pages = whole.bytes.len() / PAGE;
    let mut told = 0;
    for keep in (0..pages).step_by(5) {
        let recovered =
            world.salvage(&format!("cut to {keep} pages"), &whole.bytes[..keep * PAGE + 77], &whole);
        told += recovered.is_some_and(|r| r.missing_pages > 0 && r.entries > 0) as usize;
    }
    assert!(told >= 5, "{told}");
    for bytes in [&b""[..], b"SQLite format 3\0", &[0; 5 * PAGE]] {
        assert!(world.salvage("nothing there", bytes, &whole).is_none());
        assert!(!world.path("new.db").exists());
    }
}

#[test]
fn what_is_lost_comes_back_by_a_merge() {
    let world = World::new();
    let whole = whole(&world);
    for table in ["entry", "part", "chunk"] {
        let page =
            whole.owner.iter().filter(|(_, owner)| *owner == table).map(|(page, _)| *page).max().unwrap();
        let mut bytes = whole.bytes.clone();
        bytes[(page - 1) * PAGE..page * PAGE].fill(0);
        let recovered = world.salvage(table, &bytes, &whole).unwrap();
        assert!(!recovered.is_complete() && recovered.marked, "{table}: {recovered:?}");
        let merged = world.merge("new.db", &["whole.db"]);
        assert!(merged.entries + merged.filled > 0, "{table}: {merged:?}");
        world.sound("new.db");
        let public: HashSet<String> = world.public("new.db").into_iter().collect();
        // Head, clock and the like of the marking entry aside, all is there again.
        // An erasure that a merge brings waits for a person, and its parts until then for their words.
        let erased = format!("{:?}", rusqlite::types::ValueRef::Text(b"erased"));
        let lacks = |row: &&String| !public.contains(*row) && !row.contains(&erased);
        let lacks: Vec<&String> = whole.public.iter().filter(lacks).collect();
        assert!(lacks.is_empty(), "{table}: {lacks:?}");
        let before = world.public("new.db");
        assert!(world.merge("whole.db", &["new.db"]).entries == 1, "the entry that says what was missing");
        let after: HashSet<String> = world.public("whole.db").into_iter().collect();
        let withheld = format!("{:?}", rusqlite::types::ValueRef::Text(b"withheld"));
        let lacks = before.iter().filter(|row| !after.contains(*row) && !row.contains(&withheld));
        assert_eq!(lacks.collect::<Vec<_>>(), Vec::<&String>::new(), "{table}");
        std::fs::write(world.path("whole.db"), &whole.bytes).unwrap();
    }
}

#[test]
fn the_first_entry_is_lost_and_work_goes_on() {
    let world = World::new();
    let whole = whole(&world);
    let mut bytes = whole.bytes.clone();
    // A header that says something else: no hash bears it out.
    let header = bytes.windows(15).position(|w| w == b"\"kind\":\"create\"").unwrap();
    bytes[header + 8] = b'k';
    let id = world.open("whole.db", "key-a").id().unwrap();
    let recovered = world.salvage("first entry", &bytes, &whole).unwrap();
    assert!(recovered.marked && recovered.readable.is_some() && recovered.casebook == id, "{recovered:?}");
    let mut book = world.open("new.db", "key-a");
    assert_eq!(book.id().unwrap(), id);
    let claim = book.claims_after(&Query::default(), None, 1).unwrap()[0].id.clone();
    book.comment(&claim, "goes on").unwrap();
    drop(book);
    world.sound("new.db");
    assert_eq!(world.merge("new.db", &["whole.db"]).conflicts, []);
    world.sound("new.db");
}

/// Written by a program that was killed in the middle of a write: the pages as they were lie in the journal.
#[test]
fn a_journal_or_log_beside_the_file_is_read_too() {
    let world = World::new();
    let whole = whole(&world);
    for mode in ["DELETE", "WAL"] {
        std::fs::write(world.path("open.db"), &whole.bytes).unwrap();
        let conn = world.raw("open.db");
        conn.pragma_update(None, "journal_mode", mode).unwrap();
        conn.pragma_update(None, "cache_size", 1).unwrap();
        conn.pragma_update(None, "wal_autocheckpoint", 0).unwrap();
        // What is given up overwrites pages in the one, and is written behind them in the other.
        let gone = "PRAGMA secure_delete = ON; BEGIN; DELETE FROM part; DELETE FROM entry; DELETE FROM chunk";
        let ending = if mode == "WAL" { "-wal" } else { "-journal" };
        conn.execute_batch(if mode == "WAL" { "VACUUM" } else { gone }).unwrap();
        let mut bytes = std::fs::read(world.path("open.db")).unwrap();
        if mode == "WAL" {
            bytes[PAGE..].fill(0);
        }
        std::fs::write(world.path("broken.db"), &bytes).unwrap();
        std::fs::copy(world.path(&format!("open.db{ending}")), world.path(&format!("broken.db{ending}")))
            .unwrap();
        let recovered = world.salvage(mode, &bytes, &whole).unwrap_or_else(|| panic!("{mode}"));
        assert!(recovered.is_complete(), "{mode}: {recovered:?}");
        drop(conn);
        for ending in ["-journal", "-wal", "-shm"] {
            let _ = std::fs::remove_file(world.path(&format!("broken.db{ending}")));
            let _ = std::fs::remove_file(world.path(&format!("open.db{ending}")));
        }
    }
}

/// What is noted of an erasure and no entry bears out is not taken from a torn row: nobody refused it.
#[test]
fn a_decision_that_nobody_wrote_is_not_saved() {
    let world = World::new();
    let whole = whole(&world);
    std::fs::write(world.path("torn.db"), &whole.bytes).unwrap();
    assert!(world.raw("torn.db").execute("UPDATE erasure SET state = 'refused'", []).unwrap() > 0);
    let bytes = std::fs::read(world.path("torn.db")).unwrap();
    world.salvage("refused", &bytes, &whole).unwrap();
    // Nor is it known what was decided here where the words of the erasure are lost.
    let mut bytes = whole.bytes.clone();
    for at in 0..bytes.len() - 9 {
        if &bytes[at..at + 9] == b"{\"erase\":" {
            bytes[at + 2] = b'f';
        }
    }
    world.salvage("no words", &bytes, &whole).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(60, 2000), max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// Pieces overwritten, moved and cut, anywhere: never a panic, and never anything that was not there.
    #[test]
    fn whatever_breaks(
        breaks in prop::collection::vec((0..6u8, any::<u32>(), any::<u32>(), any::<u8>()), 1..8)
    ) {
        thread_local!(static WHOLE: (World, Whole) = { let world = World::new(); let whole = whole(&world); (world, whole) });
        WHOLE.with(|(world, whole)| {
            let mut bytes = whole.bytes.clone();
            for (how, at, to, with) in &breaks {
                break_piece(&mut bytes, *how, *at as usize, *to as usize, *with);
            }
            world.salvage(&format!("{breaks:?}"), &bytes, whole);
        });
    }
}
