//! No room is left, at every page of every action: SQLite is told that the file may grow no further.

use super::*;
use crate::model::*;
use crate::store;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

type Action = fn(&mut Casebook, &Path, &Id) -> Result<()>;

const ACTIONS: &[(&str, Action)] = &[
    ("import", |book, _, _| import(book, 40_000).map(drop)),
    ("edit", |book, _, claim| {
        let long = Some("s".repeat(20_000));
        book.edit_claim(claim, &ClaimEdit { speaker: long, ..ClaimEdit::default() }).map(drop)
    }),
    ("verdict", |book, _, claim| book.give_verdict(claim, "false", &"not so ".repeat(3000), false).map(drop)),
    ("comment", |book, _, claim| book.comment(claim, &"hm ".repeat(9000)).map(drop)),
    ("evidence", |book, folder, claim| {
        let file = folder.join("attachment");
        std::fs::write(
            &file,
            (0..60_000u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect::<Vec<u8>>(),
        )
        .map_err(|source| CasebookError::File { path: file.clone(), source })?;
        let (url, quotation, note) = Default::default();
        let evidence =
            NewEvidence { url, quotation, file: Some(file), stance: Stance::Context, grade: None, note };
        book.add_evidence(claim, &evidence).map(drop)
    }),
    ("rebuild", |book, _, _| book.rebuild(&mut |_, _| true).map(drop)),
    ("merge", |book, folder, _| {
        let incoming = book.incoming(
            &[folder.join("other.db")],
            &MergeOptions::default(),
            &Arc::new(AtomicBool::new(false)),
            &mut |_, _, _| (),
        )?;
        book.merge(&incoming, &mut |_, _, _| ()).map(drop)
    }),
];

/// An article of so many words with one claim.
fn import(book: &mut Casebook, words: usize) -> Result<Imported> {
    let text = format!(
        "The envoy said that the truce holds.\n{}",
        (0..words as u32).map(|n| format!("{:x} ", n.wrapping_mul(2_654_435_761))).collect::<String>()
    );
    let claim = Extracted {
        start: 20,
        end: 35,
        text: text.chars().skip(20).take(15).collect(),
        speaker: "the envoy".into(),
        role: String::new(),
        cue: "said".into(),
        cue_span: (10, 14),
        via: vec![],
        quote: Quote::Indirect,
        polarity: Polarity::Assert,
        kind: Kind::Other,
        nested: false,
        confidence: 0.9,
        worth: 60,
        reasons: vec![],
        language: "en".into(),
    };
    let received =
        Received { bytes: text.clone().into_bytes(), text, title: "Truce".into(), ..Received::default() };
    book.import(&received, &[claim], "1:test")
}

/// A folder with a casebook, another copy of it that went on, and the claim in both.
fn desk(folder: &Path) -> Id {
    let mut book = Casebook::open_or_create(&folder.join("case.db"), Keyring::at(folder)).unwrap();
    let document = import(&mut book, 10).unwrap().document;
    let claim = book.document_claims(&document).unwrap()[0].id.clone();
    book.share(&folder.join("other.db")).unwrap();
    let mut other = Casebook::open(&folder.join("other.db"), Keyring::at(folder.join("other"))).unwrap();
    import(&mut other, 40_000).unwrap();
    other.give_verdict(&claim, "false", "not so", false).unwrap();
    claim
}

/// All that can be told of a casebook: its journal, its tables, what SQLite says of it.
fn state(book: &Casebook) -> (String, Vec<(&'static str, [u8; 32])>, u64) {
    assert_eq!(book.quick_check().unwrap(), [""; 0]);
    let found = book.count(&Query { words: vec!["truce".into()], ..Query::default() }).unwrap();
    (book.head().unwrap(), store::digests(&book.conn).unwrap(), found)
}

#[test]
fn what_has_no_room_is_not_done_and_all_else_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let claim = desk(folder.path());
    let files = |folder: &Path| -> Vec<PathBuf> {
        let mut found: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        found.retain(|path| !path.ends_with("attachment"));
        found.sort();
        found
    };
    for (name, action) in ACTIONS {
        let path = folder.path().join("try.db");
        std::fs::copy(folder.path().join("case.db"), &path).unwrap();
        let mut book = Casebook::open(&path, Keyring::at(folder.path())).unwrap();
        let (before, lying) = (state(&book), files(folder.path()));
        let pages: i64 = book.conn.pragma_query_value(None, "page_count", |r| r.get(0)).unwrap();
        let mut refused = 0;
        for room in 0.. {
            book.conn.pragma_update(None, "max_page_count", pages + room).unwrap();
            match action(&mut book, folder.path(), &claim) {
                Ok(()) => break,
                Err(CasebookError::Full) => refused += 1,
                Err(other) => panic!("{name} with {room} pages: {other:?}"),
            }
            assert!(state(&book) == before, "{name} with {room} pages");
            assert_eq!(files(folder.path()), lying, "{name} with {room} pages");
        }
        println!("{name}: refused {refused} times");
        assert!(refused > 0 || *name == "rebuild", "{name}");
        let after = state(&book);
        assert_eq!(after.0 == before.0, *name == "rebuild", "{name}");
        drop(book);
        backup::beside(&path).iter().for_each(|backup| std::fs::remove_file(backup).unwrap());
        let private = tempfile::tempdir().unwrap();
        let verified = verify(&path, private.path(), &Default::default(), &mut |_, _| ()).unwrap();
        assert_eq!(verified.faults, [], "{name}");
    }
}
