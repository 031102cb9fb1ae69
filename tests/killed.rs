//! A killed program loses nothing that it said was done, and leaves nothing half done.
//!
//! Each test kills a program by SIGKILL at random moments of its work, half of them in the middle of a write, and looks
//! at the casebook after each. `HUDNA_LONG=1` kills seven times as often; `HUDNA_SEED` repeats the choices of a run.
//! What the system had not yet handed to the disk is not lost this way: a power cut is not tested here.
#![cfg(unix)]
#![allow(missing_docs, clippy::unwrap_used)]

mod cli_harness;
mod fault_support;
mod journal_support;

use cli_harness::Desk;
use fault_support::{Aim, Chance, debris};
use hudna::journal::{Casebook, Keyring, Verified, backup};
use hudna::model::*;
use hudna::store::{self, FORMAT, FileHead};
use journal_support::{World, forge, import};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Kills of each test.
const STREAM: usize = 100;
const SINGLE: usize = 60;
const IMPORT: usize = 50;
const MERGE: usize = 45;
const LARGE_MERGE: usize = 5;
const UPGRADE: usize = 45;

fn kills(short: usize) -> usize {
    if std::env::var_os("HUDNA_LONG").is_some() { 7 * short } else { short }
}

#[test]
fn they_are_as_many_as_are_promised() {
    let all = STREAM + SINGLE + IMPORT + MERGE + LARGE_MERGE + UPGRADE;
    assert!(all >= 300 && 7 * all >= 2000, "{all}");
}

/// What a casebook must hold: whatever was said to be done.
#[derive(Default)]
struct Ledger {
    entries: u64,
    verdicts: Vec<(Id, String)>,
    comments: Vec<(Id, String)>,
    evidence: Vec<(Id, String)>,
    /// The last edit of each claim.
    edits: Vec<(Id, u64)>,
}

impl Ledger {
    /// Takes down what a program said.
    fn note(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        let [_, what, id, value] = words[..] else { unreachable!("{line}") };
        let (id, value): (Id, String) = (id.parse().unwrap(), value.to_owned());
        self.entries += 1;
        match what {
            "verdict" => self.verdicts.push((id, value)),
            "comment" => self.comments.push((id, value)),
            "evidence" => self.evidence.push((id, value)),
            "edit" => {
                self.edits.retain(|(claim, _)| *claim != id);
                self.edits.push((id, value.parse().unwrap()));
            }
            _ => unreachable!("{line}"),
        }
    }

    /// Looks whether all of it is in a casebook, and at most one thing more, which was being done.
    fn check(&mut self, book: &Casebook, verified: &Verified) {
        let more = verified.entries.checked_sub(self.entries).unwrap();
        assert!(more <= 1, "{more} entries of which nothing was said");
        self.entries = verified.entries;
        for (id, why) in &self.verdicts {
            assert_eq!(book.verdict(id).unwrap().why, *why);
        }
        for (id, sha256) in &self.evidence {
            assert_eq!(book.evidence(id).unwrap().file.unwrap().sha256, *sha256);
            book.write_attachment(id, &mut std::io::sink()).unwrap();
        }
        for (claim, n) in &mut self.edits {
            let now = book.claim(claim).unwrap();
            let written: u64 = now.speaker.strip_prefix('s').unwrap().parse().unwrap();
            assert!(written == *n || (written > *n && more == 1), "{claim}: {written}, not {n}");
            let whole = [format!("r{written}"), format!("t{written}"), format!("s{written}")];
            assert_eq!([now.role, now.translation, now.speaker], whole, "all of an edit or nothing");
            *n = written;
        }
        let claims = book.claims_after(&Query::default(), None, 1000).unwrap();
        let comments: Vec<Comment> =
            claims.iter().flat_map(|claim| book.claim_file(&claim.id).unwrap().comments).collect();
        for (id, text) in &self.comments {
            assert!(comments.iter().any(|c| c.id == *id && c.text == *text), "{id}");
        }
    }
}

/// Entries of a casebook that is as it was signed, once whoever opens it next has taken back what was not finished.
fn sound(world: &World, name: &str) -> (Casebook, Verified) {
    let book = Casebook::open(&world.path(name), world.keyring("key-a")).unwrap();
    let verified = world.sound(name);
    (book, verified)
}

/// A casebook with some claims, and what is in it.
fn begun(world: &World, name: &str) -> Ledger {
    let mut book = world.open(name, "key-a");
    (1..=4).for_each(|n| drop(import(&mut book, n)));
    Ledger { entries: world.sound(name).entries, ..Ledger::default() }
}

/// Writes without end, and says on standard output what is done as soon as it is.
fn write_on(folder: &Path, seed: u64) {
    let mut book = Casebook::open(&folder.join("case.db"), Keyring::at(folder.join("key-a"))).unwrap();
    let claims = book.claims_after(&Query::default(), None, 100).unwrap();
    let mut chance = Chance::seeded(seed);
    let mut out = std::io::stdout();
    out.write_all(b"\n").unwrap();
    for n in seed.. {
        let claim = &claims[chance.below(claims.len() as u64) as usize].id;
        let (what, id, value) = match chance.below(8) {
            0..=2 => {
                let [speaker, role, translation] = ["s", "r", "t"].map(|word| Some(format!("{word}{n}")));
                let edit = ClaimEdit { speaker, role, translation, ..ClaimEdit::default() };
                assert_eq!(book.edit_claim(claim, &edit).unwrap(), 3);
                ("edit", claim.clone(), n.to_string())
            }
            3..=5 => {
                let rating = ["true", "false", "misleading"][chance.below(3) as usize];
                let id = book.give_verdict(claim, rating, &n.to_string(), chance.below(3) == 0).unwrap();
                ("verdict", id, n.to_string())
            }
            6 => ("comment", book.comment(claim, &n.to_string()).unwrap(), n.to_string()),
            _ => {
                let size = 1 + chance.below(300_000) as usize;
                let bytes = chance.bytes(size);
                let file = folder.join("attachment");
                std::fs::write(&file, &bytes).unwrap();
                let (url, quotation, note) = Default::default();
                let evidence = NewEvidence {
                    url,
                    quotation,
                    file: Some(file),
                    stance: Stance::Context,
                    grade: None,
                    note,
                };
                let sha256 = hudna::journal::entry::hex(&<[u8; 32]>::from(Sha256::digest(&bytes)));
                ("evidence", book.add_evidence(claim, &evidence).unwrap(), sha256)
            }
        };
        out.write_all(format!("done {what} {id} {value}\n").as_bytes()).unwrap();
    }
}

/// What the other tests start as a program of its own.
#[test]
#[ignore = "a program that other tests kill"]
fn writer() {
    let (Ok(folder), Ok(seed)) = (std::env::var("HUDNA_TEST_FOLDER"), std::env::var("HUDNA_TEST_SEED"))
    else {
        return;
    };
    write_on(Path::new(&folder), seed.parse().unwrap());
}

#[test]
fn edits_verdicts_comments_and_evidence_in_a_stream() {
    let mut aim = Aim::new("stream", kills(STREAM), Duration::from_millis(300), 16);
    let (mut world, mut ledger, mut shots, mut seed) = (World::new(), Ledger::default(), 0, 1);
    while aim.goes_on() {
        // Anew from time to time, so that looking at all of it takes no longer and longer.
        if shots % 10 == 0 {
            world = World::new();
            ledger = begun(&world, "case.db");
        }
        shots += 1;
        // Numbers of edits grow from program to program.
        seed += 1_000_000;
        let mut program = Command::new(std::env::current_exe().unwrap());
        program.args(["writer", "--exact", "--ignored", "--nocapture", "--test-threads=1"]);
        program.env("HUDNA_TEST_FOLDER", world.folder.path()).env("HUDNA_TEST_SEED", seed.to_string());
        let outcome = aim.shoot(&mut program, &world.path("case.db"));
        let whole = outcome.stdout.rfind('\n').map_or(0, |end| end + 1);
        let said = outcome.stdout[..whole].lines();
        said.filter(|line| line.starts_with("done ")).for_each(|line| ledger.note(line));
        let (book, verified) = sound(&world, "case.db");
        ledger.check(&book, &verified);
    }
    aim.end();
}

#[test]
fn an_edit_or_a_verdict_from_the_command_line() {
    let mut aim = Aim::new("single", kills(SINGLE), Duration::from_millis(100), 1);
    let (mut desk, claim) = Desk::with_claim();
    let path = desk.home().join("casebook.db");
    let mut entries = verified(&mut desk);
    for n in 0.. {
        if !aim.goes_on() {
            break;
        }
        let (word, role) = (format!("s{n}"), format!("r{n}"));
        let verdict = aim.chance.below(2) == 0;
        let arguments = match verdict {
            true => vec!["verdict", &claim, "true", "--why", &word],
            false => vec!["claim", "edit", &claim, "--speaker", &word, "--role", &role],
        };
        let outcome = aim.shoot(&mut desk.command(&arguments), &path);
        let shown = desk.done(&["show", &claim, "--json"]).lines().remove(0);
        let now = verified(&mut desk);
        assert!(now == entries + 1 || (now == entries && !outcome.done()), "{entries}, {now}: {outcome:?}");
        let is_there = match verdict {
            true => shown["verdicts"].as_array().unwrap().iter().any(|v| v["why"] == word.as_str()),
            false => {
                assert_eq!(
                    shown["claim"]["speaker"] == word.as_str(),
                    shown["claim"]["role"] == role.as_str()
                );
                shown["claim"]["speaker"] == word.as_str()
            }
        };
        assert_eq!(is_there, now > entries);
        assert_eq!(debris(&desk.home()), [""; 0]);
        entries = now;
    }
    aim.end();
}

/// How many entries there are, by `hudna verify`.
fn verified(desk: &mut Desk) -> u64 {
    desk.done(&["verify", "--json"]).lines()[0]["entries"].as_u64().unwrap()
}

/// Documents with the claims in each, in the order in which they were imported; none where there is no casebook.
fn documents(home: &Path) -> Vec<(Id, Vec<Id>)> {
    let path = home.join("casebook.db");
    if !path.exists() {
        return Vec::new();
    }
    let book = Casebook::open(&path, Keyring::at(home)).unwrap();
    let mut found = book.documents().unwrap();
    // Newest first; several of one transaction may share their millisecond.
    found.reverse();
    let claims = |id: &Id| book.document_claims(id).unwrap().into_iter().map(|claim| claim.id).collect();
    let found = found.iter().map(|document| (document.id.clone(), claims(&document.id))).collect();
    assert_eq!(book.quick_check().unwrap(), [""; 0]);
    found
}

#[test]
fn an_import_of_many_articles() {
    let fill = |desk: &Desk| {
        for n in 0..8 {
            let more = "It rained. ".repeat(40 * n);
            let text = format!(
                "Day {n}\n\nThe envoy said that the truce holds on day {n}. {more}\nThe mayor denied that.\n"
            );
            desk.file(&format!("articles/{n}.txt"), text.as_bytes());
        }
    };
    let mut desk = Desk::new();
    fill(&desk);
    let begun = std::time::Instant::now();
    desk.done(&["import", "articles"]);
    let mut aim = Aim::new("import", kills(IMPORT), begun.elapsed(), 8);
    let all = documents(&desk.home());
    assert!(all.len() == 8 && all.iter().all(|(_, claims)| !claims.is_empty()));
    while aim.goes_on() {
        let mut desk = Desk::new();
        fill(&desk);
        let path = desk.home().join("casebook.db");
        let mut there = 0;
        loop {
            let outcome = aim.shoot(&mut desk.command(&["import", "articles"]), &path);
            let now = documents(&desk.home());
            assert!(now.len() >= there && now[..] == all[..now.len()], "{there}, {now:?}");
            there = now.len();
            if path.exists() {
                desk.done(&["verify"]);
            }
            if outcome.done() || !aim.goes_on() {
                break;
            }
        }
        desk.done(&["import", "articles"]);
        assert_eq!(documents(&desk.home()), all);
        desk.done(&["verify"]);
        assert_eq!(debris(&desk.home()), [""; 0]);
    }
    aim.end();
}

/// Two casebooks of one case in a world: `a.db`, and `b.db` with so many bytes of evidence more.
fn two_desks(world: &World, bytes: usize) {
    let mut first = world.open("a.db", "key-a");
    let document = import(&mut first, 1);
    let claim = first.document_claims(&document).unwrap()[0].id.clone();
    first.share(&world.path("b.db")).unwrap();
    first.give_verdict(&claim, "true", "seen", false).unwrap();
    let mut second = world.open("b.db", "key-b");
    second.set_me(Some("Nadim"), None).unwrap();
    for n in 2..20 {
        let document = import(&mut second, n);
        let claim = second.document_claims(&document).unwrap()[1].id.clone();
        second.give_verdict(&claim, "false", "not so", false).unwrap();
    }
    second.give_verdict(&claim, "false", "not so", false).unwrap();
    let file = Some(world.attachment(&Chance::seeded(7).bytes(bytes)));
    let (url, quotation, note) = Default::default();
    let evidence = NewEvidence { url, quotation, file, stance: Stance::Refutes, grade: None, note };
    second.add_evidence(&claim, &evidence).unwrap();
}

/// A home with a casebook of this world in it.
fn home(world: &World, name: &str) -> Desk {
    let desk = Desk::new();
    std::fs::copy(world.path(name), desk.home().join("casebook.db")).unwrap();
    desk
}

fn merges(mut aim: Aim, bytes: usize) {
    let world = World::new();
    two_desks(&world, bytes);
    world.copy("a.db", "merged.db");
    world.merge("merged.db", &["b.db"]);
    let (before, after) = (world.sound("a.db").head, world.sound("merged.db").head);
    let tables = |path: &Path| {
        std::fs::copy(path, world.path("seen.db")).unwrap();
        world.public("seen.db")
    };
    let (tables_before, tables_after) = (world.public("a.db"), world.public("merged.db"));
    while aim.goes_on() {
        let desk = home(&world, "a.db");
        std::fs::copy(world.path("b.db"), desk.path("b.db")).unwrap();
        let path = desk.home().join("casebook.db");
        loop {
            let outcome = aim.shoot(&mut desk.command(&["merge", "b.db", "--yes"]), &path);
            let book = Casebook::open(&path, Keyring::at(desk.home())).unwrap();
            let head = book.head().unwrap();
            drop(book);
            proved(&path);
            let merged = head == after;
            assert!(merged || (head == before && !outcome.done()), "{outcome:?}");
            assert!(tables(&path) == if merged { &tables_after[..] } else { &tables_before[..] });
            for copy in backup::beside(&path) {
                assert_eq!(proved(&copy).head, before, "a backup is whole, or there is none");
            }
            if merged || !aim.goes_on() {
                break;
            }
        }
        let mut desk = desk;
        desk.done(&["merge", "b.db", "--yes"]);
        assert_eq!(proved(&path).head, after);
        assert_eq!(debris(&desk.home()), [""; 0]);
    }
    aim.end();
}

/// The proof of a casebook that is as it was signed.
fn proved(path: &Path) -> Verified {
    let private = tempfile::tempdir().unwrap();
    let verified = hudna::journal::verify(path, private.path(), &Default::default(), &mut |_, _| ()).unwrap();
    assert_eq!(verified.faults, [], "{}", path.display());
    verified
}

#[test]
fn a_merge() {
    merges(Aim::new("merge", kills(MERGE), Duration::from_millis(400), 1), 2_000_000);
}

/// So large that pages are written long before the commit.
#[test]
fn a_merge_of_more_than_memory_holds() {
    merges(Aim::new("large merge", kills(LARGE_MERGE), Duration::from_millis(4000), 1), 100_000_000);
}

/// A casebook of an earlier format, with a larger journal than the fixture has.
fn old_casebook(world: &World, format: u32, name: &str) {
    let packed = format!("{}/tests/fixtures/casebook-format-{format}.db.zst", env!("CARGO_MANIFEST_DIR"));
    let bytes = zstd::decode_all(std::fs::File::open(packed).unwrap()).unwrap();
    std::fs::write(world.path(name), bytes).unwrap();
    let body = |n| {
        let (id, text) = (format!("c{n:032x}"), format!("It held on day {n}"));
        let made = r#""speaker":"Envoy","quote":"indirect","polarity":"assert","kind":"other""#;
        (id, format!(r#"{{"claim":{{"span":{{"text":"{text}"}},{made}}}}}"#))
    };
    let claims: Vec<(String, String)> = (0..200).map(body).collect();
    let parts: Vec<(&str, String)> = claims.iter().map(|(id, body)| (id.as_str(), body.clone())).collect();
    forge(world, name, "key-f", 5, &[&parts]);
    world.raw(name).execute("INSERT INTO frontier SELECT max(num) FROM entry", []).unwrap();
}

#[test]
fn an_upgrade() {
    let mut aim = Aim::new("upgrade", kills(UPGRADE), Duration::from_millis(400), 1);
    let world = World::new();
    let is_journal = |table: &str| ["sitting", "entry", "part", "blob"].contains(&table);
    let seen = |path: &Path| {
        std::fs::copy(path, world.path("seen.db")).unwrap();
        world.public_of("seen.db", is_journal)
    };
    for format in (1..FORMAT).cycle() {
        if !aim.goes_on() {
            break;
        }
        old_casebook(&world, format, "old.db");
        let (desk, journal) = (home(&world, "old.db"), world.public_of("old.db", is_journal));
        let path = desk.home().join("casebook.db");
        loop {
            let outcome = aim.shoot(&mut desk.command(&["claims", "It", "held"]), &path);
            // Whoever opens it next takes back what was not finished, here without taking the upgrade up again.
            let conn = store::open(&path).unwrap();
            assert_eq!(store::quick_check(&conn).unwrap(), [""; 0]);
            drop(conn);
            let bytes = std::fs::read(&path).unwrap();
            let FileHead::Casebook(now) = store::head_of(&bytes[..100]) else { unreachable!() };
            assert!(now == FORMAT || (now == format && !outcome.done()), "{now}: {outcome:?}");
            assert!(seen(&path) == journal);
            assert_eq!(proved(&path).tables_compared, now == FORMAT);
            for copy in backup::beside(&path) {
                assert_eq!(proved(&copy).format, format);
                assert!(seen(&copy) == journal, "a backup is whole, or there is none");
            }
            if now == FORMAT || !aim.goes_on() {
                break;
            }
        }
        let mut desk = desk;
        assert!(desk.done(&["claims", "It", "held", "--json"]).stdout.lines().count() >= 200);
        assert!(proved(&path).tables_compared);
        assert!(!backup::beside(&path).is_empty());
        assert_eq!(debris(&desk.home()), [""; 0]);
    }
    aim.end();
}
