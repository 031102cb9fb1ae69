//! Casebooks of every earlier format open as if they had been made today.
#![allow(missing_docs, clippy::unwrap_used)]

use hudna::journal::{Casebook, Keyring};
use hudna::model::{Order, Query, Standing};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// A fixture of this format, unpacked into a folder.
fn fixture(folder: &Path, format: u32) -> PathBuf {
    let packed = format!("{}/tests/fixtures/casebook-format-{format}.db.zst", env!("CARGO_MANIFEST_DIR"));
    let path = folder.join("casebook.db");
    std::fs::write(&path, zstd::decode_all(std::fs::File::open(packed).unwrap()).unwrap()).unwrap();
    path
}

fn schema(path: &Path) -> Vec<(String, String)> {
    let conn = Connection::open(path).unwrap();
    let sql = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
    let mut statement = conn.prepare(sql).unwrap();
    let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
    rows.map(|row| row.unwrap()).collect()
}

#[test]
fn a_casebook_of_format_1_has_the_tables_of_today() {
    let folder = tempfile::tempdir().unwrap();
    let path = fixture(folder.path(), 1);
    let mut old = Casebook::open(&path, Keyring::at(folder.path())).unwrap();

    let claims = old.claims_after(&Query::default(), None, 100).unwrap();
    assert_eq!(claims.len(), 29);
    assert_eq!(claims.first().map(|c| c.worth), Some(100), "what a person added comes first");
    assert!(claims.iter().skip(1).all(|c| c.worth == 50), "the earlier version did not say");
    let judged: Vec<_> =
        claims.iter().filter(|c| c.verdict == Standing::Rated("misleading".into())).collect();
    assert_eq!(judged.len(), 1);
    assert_eq!(judged[0].speaker, "Nadim Harb");
    assert_eq!(old.claim_file(&judged[0].id).unwrap().evidence.len(), 1);

    let by_document = Query { order: Some(Order::Document), ..Query::default() };
    let listed = old.claims_after(&by_document, None, 100).unwrap();
    assert!(listed[0].document.is_none() && listed[1].start < listed[2].start);

    assert!(old.rebuild(&mut |_, _| true).unwrap().different.is_empty());
    drop(old);
    let fresh = folder.path().join("fresh.db");
    drop(Casebook::open_or_create(&fresh, Keyring::at(folder.path())).unwrap());
    assert_eq!(schema(&path), schema(&fresh));
}

#[test]
fn a_casebook_of_format_2_has_the_tables_of_today_and_can_be_erased_from() {
    let folder = tempfile::tempdir().unwrap();
    let path = fixture(folder.path(), 2);
    let stop = Default::default();
    let verified = hudna::journal::verify(&path, folder.path(), &stop, &mut |_, _| ()).unwrap();
    assert_eq!((verified.format, verified.fault_count), (2, 0), "{:?}", verified.faults);
    let mut old = Casebook::open(&path, Keyring::at(folder.path())).unwrap();
    let claims = old.claims_after(&Query::default(), None, 100).unwrap();
    assert_eq!((claims.len(), old.documents().unwrap().len()), (92, 6));
    for document in old.documents().unwrap() {
        assert!(old.extraction(&document.id).unwrap().starts_with("2:"));
    }
    let judged = claims.iter().find(|c| c.verdict == Standing::Rated("misleading".into())).unwrap();
    let document = judged.document.clone().unwrap();
    let text = old.document_text(&document).unwrap();
    assert!(text.contains(&judged.text) && !old.document_bytes(&document).unwrap().is_empty());
    assert!(old.rebuild(&mut |_, _| true).unwrap().different.is_empty());
    old.erase(&judged.id, true, "asked by the source").unwrap();
    assert!(!old.document_text(&document).unwrap().contains(&judged.text));
    assert!(old.rebuild(&mut |_, _| true).unwrap().different.is_empty());
    drop(old);
    let fresh = folder.path().join("fresh.db");
    drop(Casebook::open_or_create(&fresh, Keyring::at(folder.path())).unwrap());
    assert_eq!(schema(&path), schema(&fresh));
}

#[test]
fn an_upgrade_that_cannot_be_finished_leaves_the_file_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = fixture(folder.path(), 1);
    // An entry that cannot be folded stops the upgrade in its middle.
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("DROP TABLE head; CREATE TABLE head (none INTEGER) STRICT;").unwrap();
    drop(conn);
    let before = std::fs::read(&path).unwrap();
    assert!(Casebook::open(&path, Keyring::at(folder.path())).is_err());
    assert!(std::fs::read(&path).unwrap() == before);
}
