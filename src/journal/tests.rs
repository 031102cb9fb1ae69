//! The casebook from end to end, without terminal or command line.

use super::entry::{self, Header};
use super::{Casebook, CasebookError, Keyring, What, verifies};
use crate::model::*;
use rusqlite::Connection;
use std::path::Path;

const TEXT: &str = "أعلن المتحدث باسم جيش تل الصفا أن قواته لن تدخل المدينة.\nوقال ساكن إن القصف لم يتوقف.\n";

fn casebook(folder: &Path, key: &str) -> Casebook {
    Casebook::open_or_create(&folder.join("case.db"), Keyring::at(folder.join(key))).unwrap()
}

fn article() -> Received {
    Received {
        bytes: TEXT.as_bytes().to_vec(),
        text: TEXT.to_owned(),
        title: "بيان".into(),
        url: "https://safa.example/a?id=1".into(),
        language: "ar".into(),
        media_type: "text/plain".into(),
        encoding: "UTF-8".into(),
        ..Received::default()
    }
}

fn found(from: usize, to: usize) -> Extracted {
    let text: String = TEXT.chars().skip(from).take(to - from).collect();
    Extracted {
        start: from,
        end: to,
        text,
        speaker: "المتحدث باسم جيش تل الصفا".into(),
        role: String::new(),
        cue: "أعلن".into(),
        cue_span: (0, 4),
        via: vec![],
        quote: Quote::Indirect,
        polarity: Polarity::Commit,
        kind: Kind::TroopMovement,
        nested: false,
        confidence: 0.9,
        worth: 60,
        reasons: vec![crate::model::Reason::Number],
        language: "ar".into(),
    }
}

/// A casebook with one document and one claim.
fn begun(folder: &Path) -> (Casebook, Id) {
    let mut book = casebook(folder, "key-a");
    book.import(&article(), &[found(34, 56)], "1:test").unwrap();
    let claim = book.claims_after(&Query::default(), None, 10).unwrap()[0].id.clone();
    (book, claim)
}

fn assert_rebuilds_equal(book: &mut Casebook) {
    let rebuilt = book.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(rebuilt.different, Vec::<String>::new());
    assert!(book.quick_check().unwrap().is_empty());
}

#[test]
fn an_import_can_be_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, claim) = begun(folder.path());
    let file = book.claim_file(&claim).unwrap();
    assert_eq!(file.claim.status, Status::New);
    assert_eq!(file.claim.text, "قواته لن تدخل المدينة.");
    let passage = file.passage.unwrap();
    assert_eq!(format!("{}{}{}", passage.before, passage.claim, passage.after), TEXT.trim_end());
    let document = file.document.unwrap();
    assert_eq!(document.length, TEXT.chars().count() as u64);
    assert_eq!(book.document_bytes(&document.id).unwrap(), TEXT.as_bytes());
    assert_rebuilds_equal(&mut book);
}

#[test]
fn the_same_text_makes_no_duplicate_and_another_is_a_new_version() {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, claim) = begun(folder.path());
    let again = book.import(&article(), &[found(34, 56)], "1:test").unwrap();
    assert!(!again.new);
    assert_eq!(book.documents().unwrap().len(), 1);
    let mut changed = article();
    changed.text.push_str("تحديث");
    changed.url = "http://www.safa.example/a/?id=1&utm_source=x".into();
    let newer = book.import(&changed, &[], "1:test").unwrap();
    assert_eq!(newer.previous, Some(again.document.clone()));
    let first = book.document(&again.document).unwrap();
    assert_eq!(first.newer, Some(newer.document));
    assert_eq!(book.claim(&claim).unwrap().document, Some(again.document));
    assert_rebuilds_equal(&mut book);
}

#[test]
fn verdicts_of_two_checkers_dispute_and_all_stay() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, claim) = begun(folder.path());
    first.give_verdict(&claim, "5", "seen", false).unwrap();
    first.give_verdict(&claim, "٢", "seen better", false).unwrap();
    assert_eq!(first.claim(&claim).unwrap().verdict, Standing::Rated("mostly_false".into()));
    let mut second = casebook(folder.path(), "key-b");
    second.give_verdict(&claim, "صحيح", "I was there", false).unwrap();
    assert_eq!(first.claim(&claim).unwrap().verdict, Standing::Disputed);
    let verdicts = first.claim_file(&claim).unwrap().verdicts;
    assert_eq!(verdicts.iter().map(|v| v.standing).collect::<Vec<_>>(), [false, true, true]);
    assert!(matches!(first.withdraw_verdict(&verdicts[2].id, "no"), Err(CasebookError::Invalid(_))));
    second.withdraw_verdict(&verdicts[2].id, "mistaken").unwrap();
    assert_eq!(first.claim(&claim).unwrap().verdict, Standing::Rated("mostly_false".into()));
    assert!(first.give_verdict(&claim, "wrong", "x", false).is_err());
    assert!(first.give_verdict(&claim, "false", "  ", false).is_err());
    assert_rebuilds_equal(&mut first);
}

#[test]
fn everything_done_can_be_undone_and_done_again() {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, claim) = begun(folder.path());
    book.edit_claim(&claim, &ClaimEdit { speaker: Some("سامي".into()), ..Default::default() }).unwrap();
    book.give_verdict(&claim, "true", "one", false).unwrap();
    book.give_verdict(&claim, "false", "two", false).unwrap();
    let undone = book.undo().unwrap().unwrap();
    assert_eq!((undone.reverted, undone.kept.len()), (1, 0));
    assert_eq!(book.claim(&claim).unwrap().verdict, Standing::Rated("true".into()));
    book.undo().unwrap().unwrap();
    book.undo().unwrap().unwrap();
    assert_eq!(book.claim(&claim).unwrap().speaker, "المتحدث باسم جيش تل الصفا");
    let redone = book.redo().unwrap().unwrap();
    assert_eq!(redone.action, What { kind: "claim_edit".into(), subject: claim.to_string(), more: 0 });
    assert_eq!(book.claim(&claim).unwrap().speaker, "سامي");
    book.redo().unwrap().unwrap();
    book.redo().unwrap().unwrap();
    assert_eq!(book.claim(&claim).unwrap().verdict, Standing::Rated("false".into()));
    assert!(book.redo().unwrap().is_none());
    for _ in 0..4 {
        book.undo().unwrap().unwrap();
    }
    assert_eq!(book.count(&Query::default()).unwrap(), 0);
    assert!(book.undo().unwrap().is_none());
    assert!(book.import(&article(), &[], "1:test").unwrap().restored);
    assert_eq!(book.count(&Query::default()).unwrap(), 1);
    assert_rebuilds_equal(&mut book);
}

#[test]
fn two_edits_of_one_field_are_taken_back_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, claim) = begun(folder.path());
    let first = book.claim(&claim).unwrap().speaker;
    let speakers = ["أ", "ب", "ج"];
    for speaker in speakers {
        book.edit_claim(&claim, &ClaimEdit { speaker: Some(speaker.into()), ..Default::default() }).unwrap();
    }
    for _ in 0..2 {
        for expected in ["ب", "أ", first.as_str()] {
            let undone = book.undo().unwrap().unwrap();
            assert_eq!((undone.reverted, undone.kept.len()), (1, 0), "{expected}");
            assert_eq!(book.claim(&claim).unwrap().speaker, expected);
        }
        for expected in speakers {
            assert_eq!(book.redo().unwrap().unwrap().reverted, 1, "{expected}");
            assert_eq!(book.claim(&claim).unwrap().speaker, expected);
        }
    }
    assert_rebuilds_equal(&mut book);
}

#[test]
fn undo_leaves_what_another_checker_wrote_since() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, claim) = begun(folder.path());
    first.edit_claim(&claim, &ClaimEdit { speaker: Some("أ".into()), ..Default::default() }).unwrap();
    let mut second = casebook(folder.path(), "key-b");
    second.edit_claim(&claim, &ClaimEdit { speaker: Some("ب".into()), ..Default::default() }).unwrap();
    let undone = first.undo().unwrap().unwrap();
    assert_eq!((undone.reverted, undone.kept.len()), (0, 1));
    assert_eq!(first.claim(&claim).unwrap().speaker, "ب");
}

/// Else nothing that one did before could ever be taken back again.
#[test]
fn undo_passes_over_what_cannot_be_taken_back_if_it_is_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, claim) = begun(folder.path());
    let speaker = |name: &str| ClaimEdit { speaker: Some(name.into()), ..Default::default() };
    let comment = first.comment(&claim, "before").unwrap();
    for name in ["أ", "ت"] {
        first.edit_claim(&claim, &speaker(name)).unwrap();
        casebook(folder.path(), "key-b").edit_claim(&claim, &speaker("ب")).unwrap();
    }
    for _ in 0..2 {
        assert_eq!(first.undo().unwrap().unwrap().reverted, 0);
    }
    let undone = first.undo_over().unwrap().unwrap();
    assert_eq!((undone.reverted, undone.kept.len()), (1, 2));
    assert_eq!(undone.action.kind, "comment");
    let withdrawn = |book: &Casebook| {
        let comments = book.claim_file(&claim).unwrap().comments;
        comments.iter().find(|c| c.id == comment).is_some_and(|c| !c.withdrawn.is_empty())
    };
    assert!(withdrawn(&first) && first.claim(&claim).unwrap().speaker == "ب");
    assert_eq!(first.redo().unwrap().unwrap().reverted, 1);
    assert!(!withdrawn(&first));
    // Where nothing at all can be taken back, what was left is named.
    let import = first.undo_over().unwrap().unwrap();
    assert_eq!(import.reverted, 1);
    while first.undo_over().unwrap().is_some_and(|undone| undone.reverted > 0) {}
    assert_eq!(first.undo_over().unwrap().unwrap().kept.len(), 2);
    assert_rebuilds_equal(&mut first);
}

#[test]
fn a_group_is_one_action() {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, claim) = begun(folder.path());
    book.grouped(|book| {
        book.comment(&claim, "one").unwrap();
        book.comment(&claim, "two").unwrap();
    });
    assert_eq!(book.undo().unwrap().unwrap().reverted, 2);
    let comments = book.claim_file(&claim).unwrap().comments;
    assert!(comments.iter().all(|c| c.withdrawn == "undone"));
}

#[test]
fn files_are_kept_by_hash_and_given_back() {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, claim) = begun(folder.path());
    let path = folder.path().join("سجل.csv");
    let bytes: Vec<u8> = (0..700_000u32).flat_map(|n| n.to_le_bytes()).collect();
    std::fs::write(&path, &bytes).unwrap();
    let new = NewEvidence {
        url: String::new(),
        quotation: String::new(),
        file: Some(path.clone()),
        stance: Stance::Refutes,
        grade: Some("B2".parse().unwrap()),
        note: "n".into(),
    };
    let first = book.add_evidence(&claim, &new).unwrap();
    let second = book.add_evidence(&claim, &new).unwrap();
    std::fs::remove_file(&path).unwrap();
    let mut back = Vec::new();
    book.write_attachment(&second, &mut back).unwrap();
    assert!(back == bytes);
    assert_eq!(book.evidence(&first).unwrap().file.unwrap().name, "سجل.csv");
    assert_eq!(book.claim(&claim).unwrap().status, Status::InProgress);
    assert!(matches!(book.add_evidence(&claim, &new), Err(CasebookError::File { .. })));
    let folder_as_file = NewEvidence { file: Some(folder.path().to_owned()), ..new };
    assert!(matches!(book.add_evidence(&claim, &folder_as_file), Err(CasebookError::Invalid(_))));
    assert_rebuilds_equal(&mut book);
}

#[test]
fn claims_are_found_by_words_and_fields() {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, claim) = begun(folder.path());
    let typed = NewClaim { text: "The truce holds".into(), speaker: "Envoy".into(), ..Default::default() };
    let typed = book.add_claim(&typed).unwrap();
    let found = |book: &Casebook, query: &str, expected: &Id| {
        let query = Query::parse(query).unwrap();
        let found: Vec<Id> = book.claims_after(&query, None, 9).unwrap().into_iter().map(|c| c.id).collect();
        assert_eq!(found, std::slice::from_ref(expected), "{query:?}");
    };
    found(&book, "truce", &typed);
    found(&book, "مدينة", &claim);
    found(&book, "speaker:envoy", &typed);
    found(&book, "kind:troop_movement status:new", &claim);
    found(&book, "lang:en verdict:none", &typed);
    assert_eq!(book.count(&Query::parse("NEAR( \" OR *").unwrap()).unwrap(), 0);
    book.dismiss_claim(&typed, "an opinion").unwrap();
    found(&book, "status:dismissed", &typed);
    book.restore_claim(&typed).unwrap();
    assert_eq!(book.claims_before(&Query::default(), None, 1).unwrap().len(), 1);
    assert_eq!(
        book.rank(&Query::default(), &claim).unwrap() + book.rank(&Query::default(), &typed).unwrap(),
        1
    );
    assert_rebuilds_equal(&mut book);
}

#[test]
fn every_entry_is_chained_hashed_and_sealed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, claim) = begun(folder.path());
    let mut second = casebook(folder.path(), "key-b");
    second.comment(&claim, "hm").unwrap();
    book.comment(&claim, "well").unwrap();
    let conn = Connection::open(folder.path().join("case.db")).unwrap();
    let sql = "SELECT e.num, e.header, e.hash, e.signature, t.key FROM entry e JOIN sitting t ON t.num = e.sitting ORDER BY e.num";
    let mut statement = conn.prepare(sql).unwrap();
    let read = |r: &rusqlite::Row| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?));
    type Row = (i64, String, [u8; 32], [u8; 64], [u8; 32]);
    let entries: Vec<Row> = statement.query_map([], read).unwrap().map(|e| e.unwrap()).collect();
    assert_eq!(entries.len(), 4);
    let mut last_of = std::collections::HashMap::new();
    for (num, header, hash, signature, key) in &entries {
        let mut parts = conn
            .prepare("SELECT s.id, p.commitment, p.salt, p.body FROM part p JOIN subject s ON s.num = p.subject WHERE entry = ? ORDER BY n")
            .unwrap();
        let read = |r: &rusqlite::Row| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?));
        type PartRow = (String, [u8; 32], [u8; 16], Option<String>);
        let parts: Vec<PartRow> = parts.query_map([num], read).unwrap().map(|p| p.unwrap()).collect();
        for (_, commitment, salt, body) in &parts {
            if let Some(body) = body {
                assert_eq!(entry::commitment(salt, body.as_bytes()), *commitment);
            }
        }
        assert_eq!(entry::entry_hash(header, parts.iter().map(|p| (p.0.as_str(), &p.1))), *hash);
        assert!(verifies(key, hash, signature));
        let header: Header = serde_json::from_str(header).unwrap();
        assert_eq!(
            header.prev,
            last_of.insert(*key, entry::hex(hash)).filter(|_| header.seq > 1).unwrap_or_default()
        );
    }
    // The last entry names the other checker's, so that a missing one would be noticed.
    assert!(entries[3].1.contains(&entry::hex(&entries[2].2)));
}

#[test]
fn what_is_no_casebook_is_refused_and_left_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let ring = || Keyring::at(folder.path().join("key"));
    assert!(matches!(Casebook::open(&path, ring()), Err(CasebookError::Missing(_))));
    for bytes in [&b""[..], b"hello", &[0; 5000]] {
        std::fs::write(&path, bytes).unwrap();
        assert!(matches!(Casebook::open_or_create(&path, ring()), Err(CasebookError::NotACasebook(_))));
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
    std::fs::remove_file(&path).unwrap();
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    assert!(matches!(Casebook::open(&path, ring()), Err(CasebookError::NotACasebook(_))));
    drop(begun(folder.path()));
    let ours = folder.path().join("case.db");
    Connection::open(&ours).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let before = std::fs::read(&ours).unwrap();
    assert!(matches!(Casebook::open(&ours, ring()), Err(CasebookError::Newer { found: 99, .. })));
    assert_eq!(std::fs::read(&ours).unwrap(), before);
}

#[test]
fn a_shared_copy_is_whole_and_searchable() {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, claim) = begun(folder.path());
    book.comment(&claim, "hm").unwrap();
    let copy = folder.path().join("copy.db");
    let shared = book.share(&copy).unwrap();
    assert_eq!(shared.size, std::fs::metadata(&copy).unwrap().len());
    assert!(book.share(&copy).is_err());
    assert!(book.share(&folder.path().join("no/folder.db")).is_err());
    assert!(!folder.path().join("no").exists());
    let mut other = Casebook::open(&copy, Keyring::at(folder.path().join("key-a"))).unwrap();
    assert_eq!(other.head().unwrap(), book.head().unwrap());
    assert_eq!(other.count(&Query::parse("مدينة").unwrap()).unwrap(), 1);
    assert!(other.undo().unwrap().is_none(), "what was done elsewhere is not this copy's to undo");
    assert_rebuilds_equal(&mut other);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for path in [&copy, &folder.path().join("case.db")] {
            assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}

#[test]
fn a_damaged_projection_is_mended_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, claim) = begun(folder.path());
    let conn = Connection::open(folder.path().join("case.db")).unwrap();
    conn.execute("UPDATE claim SET speaker = 'somebody else'", []).unwrap();
    let rebuilt = book.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(rebuilt.different, ["claim"]);
    assert_eq!(book.claim(&claim).unwrap().speaker, "المتحدث باسم جيش تل الصفا");
    assert!(matches!(book.rebuild(&mut |_, _| false), Err(CasebookError::Stopped)));
    assert_rebuilds_equal(&mut book);
}

#[test]
fn a_restored_copy_does_not_fork_the_chain() {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, claim) = begun(folder.path());
    let path = folder.path().join("case.db");
    let old = std::fs::read(&path).unwrap();
    book.comment(&claim, "one").unwrap();
    std::fs::write(&path, old).unwrap();
    book.comment(&claim, "two").unwrap();
    let sittings: i64 =
        Connection::open(&path).unwrap().query_row("SELECT count(*) FROM sitting", [], |r| r.get(0)).unwrap();
    assert_eq!(sittings, 3);
}

#[test]
fn pages_go_on_where_the_last_one_ended_in_either_order() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = casebook(folder.path(), "key-a");
    // Alike and unlike worths, in two documents.
    for (n, worths) in [[60, 10, 60, 90], [10, 60, 0, 100]].iter().enumerate() {
        let spans = worths.iter().enumerate();
        let claims: Vec<Extracted> =
            spans.map(|(i, &worth)| Extracted { worth, ..found(i * 5, i * 5 + 4) }).collect();
        let received = Received { text: format!("{n}{TEXT}"), ..article() };
        book.import(&received, &claims, "1:test").unwrap();
    }
    for term in ["", "order:worth", "order:document", "order:document kind:troop_movement"] {
        let query = Query::parse(term).unwrap();
        let all = book.claims_after(&query, None, 100).unwrap();
        assert_eq!(all.len(), 8);
        for (at, claim) in all.iter().enumerate() {
            assert_eq!(book.rank(&query, &claim.id).unwrap(), at as u64, "{term}");
            let next = book.claims_after(&query, Some(&claim.id), 2).unwrap();
            assert_eq!(next, all[at + 1..].iter().take(2).cloned().collect::<Vec<_>>(), "{term}");
            let before = book.claims_before(&query, Some(&claim.id), 2).unwrap();
            assert_eq!(before, all[at.saturating_sub(2)..at], "{term}");
        }
        if !term.starts_with("order:document") {
            assert!(all.is_sorted_by_key(|claim| 100 - claim.worth), "{term}");
        }
    }
}
