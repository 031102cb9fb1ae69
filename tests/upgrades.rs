//! Casebooks of every earlier format open as if they had been made today.
//!
//! `tests/fixtures/casebook-format-N….db.zst` are casebooks that the last hudna of format N wrote, and the `….txt` beside
//! each is what that version showed of it. They are never changed. docs/architecture.md says how the fixture of the
//! present format is made.
#![allow(missing_docs, clippy::unwrap_used)]

mod journal_support;

use hudna::journal::{Casebook, CasebookError, MergeOptions, backup};
use hudna::model::*;
use hudna::store::FORMAT;
use journal_support::{World, import};
use rusqlite::Connection;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// A fixture, unpacked under this name.
fn unpack(world: &World, fixture: &str, name: &str) {
    let packed = fixtures().join(fixture.to_owned() + ".db.zst");
    let bytes = zstd::decode_all(std::fs::File::open(packed).unwrap()).unwrap();
    std::fs::write(world.path(name), bytes).unwrap();
}

/// All fixtures with their formats: one or more of each earlier format, and of the present one once it was made.
fn all() -> Vec<(u32, String)> {
    let names = std::fs::read_dir(fixtures()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    let fixture = |name: String| {
        let name = name.strip_suffix(".db.zst")?.to_owned();
        let format = name.strip_prefix("casebook-format-")?.split('-').next()?.parse().unwrap();
        Some((format, name))
    };
    let mut all: Vec<(u32, String)> = names.filter_map(fixture).collect();
    all.sort();
    assert!((1..FORMAT).all(|format| all.iter().any(|(of, _)| *of == format)), "{all:?}");
    all
}

fn schema(path: &Path) -> Vec<(String, String)> {
    let conn = Connection::open(path).unwrap();
    let sql = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
    let mut statement = conn.prepare(sql).unwrap();
    let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
    rows.map(|row| row.unwrap()).collect()
}

fn is_journal(table: &str) -> bool {
    ["sitting", "entry", "part", "blob"].contains(&table)
}

/// What the program shows of a casebook, without what hangs on the version.
fn shown(book: &Casebook) -> String {
    let mut shown = String::new();
    let publisher = book.publisher().unwrap();
    writeln!(shown, "casebook {} publisher {} {}", book.id().unwrap(), publisher.name, publisher.url)
        .unwrap();
    for checker in book.checkers().unwrap() {
        writeln!(shown, "checker {} {} {}", checker.id, checker.name, checker.contact).unwrap();
    }
    for d in book.documents().unwrap() {
        let length = book.document_text(&d.id).unwrap().chars().count();
        let line = format!("document {} “{}” {} {} {length}", d.id, d.title, d.url, d.language);
        writeln!(shown, "{line} withdrawn “{}”", d.withdrawn).unwrap();
    }
    for c in book.claims_after(&Query::default(), None, 1000).unwrap() {
        let claimed = format!("{} “{}” of “{}”, {}", c.id, c.text, c.speaker, c.role);
        let state = format!("{:?} {:?} dismissed “{}”", c.status, c.verdict, c.dismissed);
        writeln!(shown, "claim {claimed}: {} {} {state}", c.polarity.code(), c.worth).unwrap();
        let file = book.claim_file(&c.id).unwrap();
        for e in file.evidence {
            let what = format!("{} {} “{}” {:?}", e.id, e.stance.code(), e.url, e.file.map(|f| f.sha256));
            writeln!(shown, "  evidence {what} withdrawn “{}”", e.withdrawn).unwrap();
        }
        for v in file.verdicts {
            let given = format!("{} {} “{}” by {}", v.id, v.rating, v.why, v.checker_name);
            let state = format!("blind {} standing {} withdrawn “{}”", v.blind, v.standing, v.withdrawn);
            writeln!(shown, "  verdict {given}, {state}").unwrap();
        }
        for m in file.comments {
            writeln!(shown, "  comment {} “{}” withdrawn “{}”", m.id, m.text, m.withdrawn).unwrap();
        }
    }
    for c in book.conflicts().unwrap() {
        let sides: Vec<String> =
            c.sides.iter().map(|s| format!("{} ({})", s.value, s.checker_name)).collect();
        writeln!(shown, "conflict {} {}: {}", c.subject, c.field, sides.join(" against ")).unwrap();
    }
    shown
}

#[test]
fn every_earlier_casebook_gets_the_tables_of_today_and_loses_nothing() {
    for (format, fixture) in all() {
        let world = World::new();
        unpack(&world, &fixture, "old.db");
        let packed = std::fs::read(world.path("old.db")).unwrap();
        let journal = world.public_of("old.db", is_journal);
        assert!(journal.len() > 20, "{fixture}");
        assert_eq!(
            world.verify("old.db").unwrap().faults,
            [],
            "{fixture}: before it is brought to the present format"
        );

        let mut book = world.open("old.db", "key-c");
        let backup = book.upgraded().map(Path::to_owned);
        assert_eq!(backup.is_some(), format != FORMAT);
        let told = fixtures().join(fixture.clone() + ".txt");
        assert_eq!(shown(&book), std::fs::read_to_string(told).unwrap(), "{fixture}");
        assert!(world.public_of("old.db", is_journal) == journal, "{fixture}: the journal is as it was");
        assert_eq!(book.rebuild(&mut |_, _| true).unwrap().different, [""; 0], "{fixture}");
        assert!(Casebook::open(&world.path("old.db"), world.keyring("key-c")).unwrap().upgraded().is_none());
        drop(book);
        world.sound("old.db");

        // A fresh file that never was of another format, and the entries folded into it one by one.
        let mut fresh = world.open("fresh.db", "key-c");
        assert_eq!(schema(&world.path("old.db")), schema(&world.path("fresh.db")), "{fixture}");
        let other_case = MergeOptions { other_case: true, ..Default::default() };
        world.try_merge(&mut fresh, &["old.db"], &other_case).unwrap();
        let tables =
            |table: &str| !["casebook", "rating", "checker", "head"].contains(&table) && !is_journal(table);
        assert_eq!(world.public_of("old.db", tables), world.public_of("fresh.db", tables), "{fixture}");

        if let Some(backup) = backup {
            assert_eq!(backup::beside(&world.path("old.db")), std::slice::from_ref(&backup));
            assert_eq!(std::fs::read(&backup).unwrap().len(), packed.len());
            let name = backup.file_name().unwrap().to_str().unwrap();
            assert_eq!(world.verify(name).unwrap().format, format);
            assert!(world.public_of(name, is_journal) == journal, "{fixture}: the backup holds all");
        }
    }
}

#[test]
fn what_format_1_did_not_say_has_its_place() {
    let world = World::new();
    unpack(&world, "casebook-format-1", "old.db");
    let old = world.open("old.db", "key-c");
    let claims = old.claims_after(&Query::default(), None, 100).unwrap();
    assert_eq!(claims.len(), 29);
    assert_eq!(claims.first().map(|c| c.worth), Some(100), "what a person added comes first");
    assert!(claims.iter().skip(1).all(|c| c.worth == 50), "the earlier version did not say");
    let judged: Vec<_> =
        claims.iter().filter(|c| c.verdict == Standing::Rated("misleading".into())).collect();
    assert_eq!((judged.len(), judged[0].speaker.as_str()), (1, "Nadim Harb"));
    assert_eq!(old.claim_file(&judged[0].id).unwrap().evidence.len(), 1);
    let by_document = Query { order: Some(Order::Document), ..Query::default() };
    let listed = old.claims_after(&by_document, None, 100).unwrap();
    assert!(listed[0].document.is_none() && listed[1].start < listed[2].start);
}

#[test]
fn what_came_in_by_format_2_can_be_erased() {
    let world = World::new();
    unpack(&world, "casebook-format-2", "old.db");
    let mut old = world.open("old.db", "key-c");
    let claims = old.claims_after(&Query::default(), None, 100).unwrap();
    assert_eq!((claims.len(), old.documents().unwrap().len()), (92, 6));
    for document in old.documents().unwrap() {
        assert!(old.extraction(&document.id).unwrap().starts_with("2:"));
    }
    let judged = claims.iter().find(|c| c.verdict == Standing::Rated("misleading".into())).unwrap();
    let document = judged.document.clone().unwrap();
    let text = old.document_text(&document).unwrap();
    assert!(text.contains(&judged.text) && !old.document_bytes(&document).unwrap().is_empty());
    let backup = old.upgraded().unwrap().to_owned();
    old.erase(&judged.id, true, "asked by the source").unwrap();
    assert!(!old.document_text(&document).unwrap().contains(&judged.text));
    assert!(!backup.exists(), "the copy from before the upgrade held it");
    drop(old);
    world.sound("old.db");
}

#[test]
fn an_upgrade_that_cannot_be_finished_leaves_the_file_as_it_was() {
    let world = World::new();
    unpack(&world, "casebook-format-1", "old.db");
    // An entry that cannot be folded stops the upgrade in its middle.
    world.raw("old.db").execute_batch("DROP TABLE head; CREATE TABLE head (none INTEGER) STRICT;").unwrap();
    let before = std::fs::read(world.path("old.db")).unwrap();
    let refused = Casebook::open(&world.path("old.db"), world.keyring("key-c")).err().unwrap();
    assert!(matches!(refused, CasebookError::Upgrade { from: 1, to: FORMAT, .. }), "{refused}");
    assert!(!refused.hint().is_empty());
    assert!(std::fs::read(world.path("old.db")).unwrap() == before);
    assert_eq!(std::fs::read_dir(world.folder.path()).unwrap().count(), 1, "nor is anything left beside it");
}

#[test]
fn two_programs_may_find_an_old_file_at_once() {
    let world = World::new();
    unpack(&world, "casebook-format-1", "old.db");
    let opened: Vec<Option<PathBuf>> = std::thread::scope(|scope| {
        let open = || scope.spawn(|| world.open("old.db", "key-c").upgraded().map(Path::to_owned));
        let both = [open(), open()];
        both.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let kept: Vec<&PathBuf> = opened.iter().flatten().collect();
    assert_eq!(kept.len(), 1, "only one of them did it");
    assert_eq!(backup::beside(&world.path("old.db")), [kept[0].clone()]);
    world.sound("old.db");
}

/// A small history at two desks with most that a journal can hold.
fn history(world: &World) {
    let edit = |speaker: &str, role: Option<&str>| ClaimEdit {
        speaker: Some(speaker.into()),
        role: role.map(Into::into),
        ..Default::default()
    };
    let mut salma = world.open("a.db", "key-a");
    salma.set_me(Some("Salma"), Some("salma@mizan.example")).unwrap();
    salma.set_publisher(Some("Mizan"), Some("https://mizan.example")).unwrap();
    let documents: Vec<Id> = (1..=4).map(|n| import(&mut salma, n)).collect();
    let claims: Vec<Id> =
        documents.iter().flat_map(|d| salma.document_claims(d).unwrap()).map(|claim| claim.id).collect();
    salma.share(&world.path("b.db")).unwrap();

    let mut nadim = world.open("b.db", "key-b");
    nadim.set_me(Some("نديم"), None).unwrap();
    nadim.edit_claim(&claims[0], &edit("Samir Omran", None)).unwrap();
    nadim.give_verdict(&claims[0], "false", "The register says so.", false).unwrap();
    nadim.give_verdict(&claims[1], "true", "Seen.", true).unwrap();
    nadim.comment(&claims[0], "ask the station").unwrap();
    nadim.comment(&claims[0], "a word that is withheld").unwrap();
    let evidence = NewEvidence {
        url: "https://safa.example/register".into(),
        quotation: String::new(),
        file: Some(world.attachment(&b"day,shots\n1,0\n".repeat(30_000))),
        stance: Stance::Refutes,
        grade: Some("B2".parse().unwrap()),
        note: "the register".into(),
    };
    nadim.add_evidence(&claims[0], &evidence).unwrap();
    let quoted =
        NewEvidence { quotation: "It held.".into(), file: None, stance: Stance::Supports, ..evidence };
    let quoted = nadim.add_evidence(&claims[2], &quoted).unwrap();
    nadim.withdraw_evidence(&quoted, "misread").unwrap();

    salma.edit_claim(&claims[0], &edit("سامي العمران", Some("spokesman"))).unwrap();
    salma.give_verdict(&claims[0], "true", "So they say.", false).unwrap();
    let replaced = salma.give_verdict(&claims[3], "false", "At first.", false).unwrap();
    salma.give_verdict(&claims[3], "misleading", "Then.", false).unwrap();
    let taken_back = salma.give_verdict(&claims[4], "true", "Hm.", false).unwrap();
    salma.withdraw_verdict(&taken_back, "too early").unwrap();
    assert_ne!(replaced, taken_back);
    salma.dismiss_claim(&claims[5], "an opinion").unwrap();
    salma.withdraw_document(&documents[3], "a hoax").unwrap();
    let typed = NewClaim { text: "It holds".into(), speaker: "Envoy".into(), ..Default::default() };
    salma.add_claim(&typed).unwrap();
    salma.comment(&claims[2], "taken back").unwrap();
    salma.undo().unwrap().unwrap();
    salma.give_verdict(&claims[2], "true", "Once more.", false).unwrap();
    salma.undo().unwrap().unwrap();
    salma.redo().unwrap().unwrap();
    world.try_merge(&mut salma, &["b.db"], &MergeOptions::default()).unwrap();
    salma.give_verdict(&claims[1], "true", "Seen too.", false).unwrap();
}

/// Writes the fixture of the present format; docs/architecture.md says when.
#[test]
#[ignore = "writes into tests/fixtures"]
fn write_the_fixture_of_the_present_format() {
    let world = World::new();
    history(&world);
    let withheld = "UPDATE part SET state = 'withheld', salt = NULL, body = NULL WHERE body LIKE '%a word that is withheld%'";
    assert_eq!(world.raw("a.db").execute(withheld, []).unwrap(), 1);
    let mut book = world.open("a.db", "key-a");
    book.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(world.sound("a.db").withheld, 1);
    let told = shown(&book);
    drop(book);
    let to = |ending: &str| fixtures().join(format!("casebook-format-{FORMAT}.{ending}"));
    assert!(!to("db.zst").exists(), "a fixture is never changed");
    let bytes = std::fs::read(world.path("a.db")).unwrap();
    std::fs::write(to("db.zst"), zstd::encode_all(&bytes[..], 19).unwrap()).unwrap();
    std::fs::write(to("txt"), told).unwrap();
}
