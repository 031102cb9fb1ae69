//! Bringing casebooks together: what is taken, what is refused, and that nothing is lost.
#![allow(missing_docs, clippy::unwrap_used)]

mod journal_support;

use hudna::journal::{CasebookError, MergeOptions};
use hudna::model::*;
use journal_support::{World, import, two_desks};
use std::path::PathBuf;

fn speaker(name: &str) -> ClaimEdit {
    ClaimEdit { speaker: Some(name.into()), ..Default::default() }
}

fn backups(world: &World) -> Vec<PathBuf> {
    let found = std::fs::read_dir(world.folder.path()).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> = found.filter(|p| p.to_string_lossy().contains(".before-merge-")).collect();
    found.sort();
    found
}

#[test]
fn what_another_did_is_taken_over_and_said() {
    let (world, claim) = two_desks();
    let mut second = world.open("b.db", "key-b");
    second.set_me(Some("Nadim"), None).unwrap();
    let other = import(&mut second, 2);
    second.give_verdict(&claim, "false", "the register says so", false).unwrap();
    second.comment(&claim, "hm").unwrap();
    let file = Some(world.attachment(&b"1,2\n".repeat(200_000)));
    let (url, quotation, note) = Default::default();
    let evidence = NewEvidence { url, quotation, file, stance: Stance::Refutes, grade: None, note };
    let evidence = second.add_evidence(&claim, &evidence).unwrap();
    drop(second);

    let mut first = world.open("a.db", "key-a");
    let incoming = world.incoming(&first, &["b.db"], &MergeOptions::default()).unwrap();
    let before = std::fs::read(world.path("a.db")).unwrap();
    let preview = first.preview_merge(&incoming, &mut |_, _, _| ()).unwrap();
    assert!(std::fs::read(world.path("a.db")).unwrap() == before, "a preview keeps nothing");
    assert_eq!((preview.sittings, preview.longer, preview.entries), (1, 0, 5));
    assert_eq!((preview.documents, preview.claims, preview.evidence), (1, 2, 1));
    assert_eq!((preview.verdicts, preview.comments, preview.ahead), (1, 1, 0));
    assert_eq!(
        (preview.by.len(), preview.by[0].checker_name.as_str(), preview.by[0].entries),
        (1, "Nadim", 5)
    );
    assert!(preview.backup.is_none() && backups(&world).is_empty());

    let merged = first.merge(&incoming, &mut |_, _, _| ()).unwrap();
    assert_eq!(backups(&world), merged.backup.iter().cloned().collect::<Vec<_>>());
    assert_eq!(hudna::journal::Merged { backup: None, ..merged }, preview, "the preview was right");
    assert_eq!(first.claim(&claim).unwrap().verdict, Standing::Rated("false".into()));
    assert_eq!(first.document_claims(&other).unwrap().len(), 2);
    let mut bytes = Vec::new();
    first.write_attachment(&evidence, &mut bytes).unwrap();
    assert!(bytes == b"1,2\n".repeat(200_000));
    drop(incoming);
    assert!(first.undo().unwrap().unwrap().action.kind == "import", "undo reaches one's own work alone");
    assert!(first.undo().unwrap().is_none());
    world.sound("a.db");
    assert_eq!(std::fs::read_dir(world.folder.path()).unwrap().count(), 7, "no private copy is left");
}

#[test]
fn undo_does_not_reach_what_one_did_in_another_copy() {
    let (world, claim) = two_desks();
    world.copy("a.db", "a2.db");
    let mut elsewhere = world.open("a2.db", "key-a");
    elsewhere.comment(&claim, "in the other copy").unwrap();
    let mut here = world.open("a.db", "key-a");
    here.edit_claim(&claim, &speaker("Sami")).unwrap();
    world.merge("a.db", &["a2.db"]);
    elsewhere.comment(&claim, "and on").unwrap();
    world.merge("a.db", &["a2.db"]);
    assert!(here.undo().unwrap().unwrap().action.kind == "claim_edit");
    assert!(here.undo().unwrap().unwrap().action.kind == "import");
    assert!(here.undo().unwrap().is_none());
    let comments = here.claim_file(&claim).unwrap().comments;
    assert!(comments.len() == 2 && comments.iter().all(|c| c.withdrawn.is_empty()));
}

#[test]
fn the_copy_from_before_is_whole_and_the_last_three_are_kept() {
    let (world, claim) = two_desks();
    let head = world.open("a.db", "key-a").head().unwrap();
    for n in 0..5 {
        world.open("b.db", "key-b").comment(&claim, &format!("{n}")).unwrap();
        let backup = world.merge("a.db", &["b.db"]).backup.unwrap();
        let name = backup.file_name().unwrap().to_str().unwrap().to_owned();
        let kept = world.sound(&name);
        if n == 0 {
            assert_eq!(kept.head, head);
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(backup.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
    assert_eq!(backups(&world).len(), 3);
    std::fs::write(world.path("a.db.before-merge-mine"), "kept").unwrap();
    assert!(world.merge("a.db", &["b.db"]).is_empty());
    assert_eq!(backups(&world).len(), 4, "nothing new, no copy; and what is not ours stays");
}

#[test]
fn unlike_words_stand_side_by_side_until_somebody_resolves_them() {
    let (world, claim) = two_desks();
    let mut first = world.open("a.db", "key-a");
    first.edit_claim(&claim, &speaker("Sami")).unwrap();
    first.give_verdict(&claim, "true", "seen", false).unwrap();
    let mut second = world.open("b.db", "key-b");
    second.edit_claim(&claim, &speaker("Samir")).unwrap();
    second.edit_claim(&claim, &ClaimEdit { role: Some("mayor".into()), ..Default::default() }).unwrap();
    second.give_verdict(&claim, "false", "not so", false).unwrap();
    let merged = world.merge("a.db", &["b.db"]);
    assert_eq!(merged.conflicts.len(), 1);
    let sides: Vec<&str> = merged.conflicts[0].sides.iter().map(|side| side.value.as_str()).collect();
    assert_eq!((merged.conflicts[0].field.as_str(), sides), ("speaker", vec!["Sami", "Samir"]));
    assert_eq!((merged.disputes.len(), &merged.disputes[0].claim), (1, &claim));
    assert_eq!(merged.disputes[0].verdicts.len(), 2);
    assert_eq!(first.claim(&claim).unwrap().conflicts, ["speaker"]);
    assert_eq!(first.claim(&claim).unwrap().role, "mayor", "what nobody else wrote is no conflict");

    assert!(matches!(first.resolve_conflict(claim.as_str(), Field::Role, 1), Err(CasebookError::Invalid(_))));
    assert!(matches!(
        first.resolve_conflict(claim.as_str(), Field::Speaker, 3),
        Err(CasebookError::Invalid(_))
    ));
    assert!(matches!(
        first.resolve_conflict(claim.as_str(), Field::Speaker, 0),
        Err(CasebookError::Invalid(_))
    ));
    first.resolve_conflict(claim.as_str(), Field::Speaker, 1).unwrap();
    let now = first.claim(&claim).unwrap();
    assert_eq!((now.speaker.as_str(), now.conflicts.len()), ("Sami", 0));
    first.undo().unwrap().unwrap();
    assert_eq!(first.claim(&claim).unwrap().speaker, "Samir", "what was shown before");
    world.merge("b.db", &["a.db"]);
    assert_eq!(world.public("a.db"), world.public("b.db"));
    world.sound("b.db");
}

#[test]
fn the_same_article_imported_apart_is_one_document() {
    let (world, _) = two_desks();
    let documents: Vec<Id> = [("a.db", "key-a"), ("b.db", "key-b")]
        .map(|(file, key)| import(&mut world.open(file, key), 3))
        .into();
    assert_eq!(documents[0], documents[1]);
    let merged = world.merge("a.db", &["b.db"]);
    assert_eq!((merged.documents, merged.claims, merged.entries), (0, 0, 1));
    let book = world.open("a.db", "key-a");
    assert_eq!(book.document_claims(&documents[0]).unwrap().len(), 2);
    // Whichever came first is the one by whom it was imported, wherever it is merged.
    world.merge("b.db", &["a.db"]);
    assert_eq!(world.public("a.db"), world.public("b.db"));
}

#[test]
fn one_bad_sitting_refuses_all_and_can_be_left_out() {
    let (world, claim) = two_desks();
    world.open("b.db", "key-b").comment(&claim, "good").unwrap();
    world.open("b.db", "key-c").give_verdict(&claim, "true", "bad", false).unwrap();
    let bad: Vec<u8> = {
        let conn = world.raw("b.db");
        conn.execute("UPDATE part SET body = replace(body, '\"bad\"', '\"good\"')", []).unwrap();
        conn.query_row("SELECT id FROM sitting ORDER BY num DESC LIMIT 1", [], |r| r.get(0)).unwrap()
    };
    let bad = hudna::journal::entry::hex(&bad);
    let mut first = world.open("a.db", "key-a");
    let before = std::fs::read(world.path("a.db")).unwrap();
    let refused = world.try_merge(&mut first, &["b.db"], &MergeOptions::default()).unwrap_err();
    assert!(matches!(&refused, CasebookError::Unsound { count: 1, .. }), "{refused}");
    assert!(refused.to_string().contains(&bad[..12]), "{refused}");
    assert!(std::fs::read(world.path("a.db")).unwrap() == before && backups(&world).is_empty());
    let without = |prefix: &str| MergeOptions { without: vec![prefix.into()], ..Default::default() };
    assert!(matches!(
        world.try_merge(&mut first, &["b.db"], &without("nothing")),
        Err(CasebookError::Invalid(_))
    ));
    let merged = world.try_merge(&mut first, &["b.db"], &without(&bad[..8].to_uppercase())).unwrap();
    assert_eq!((merged.entries, merged.verdicts, merged.left_out), (1, 0, vec![bad]));
    world.sound("a.db");
}

#[test]
fn a_sitting_that_went_on_in_two_ways_is_refused() {
    let (world, claim) = two_desks();
    let mut second = world.open("b.db", "key-b");
    second.comment(&claim, "one").unwrap();
    world.merge("a.db", &["b.db"]);
    second.comment(&claim, "two").unwrap();
    drop(second);
    let mut first = world.open("a.db", "key-a");
    // Another entry in the same place: here a hash is enough, since it is looked at before all else.
    let conn = world.raw("b.db");
    conn.execute("UPDATE entry SET hash = zeroblob(32) WHERE num = (SELECT max(num) - 1 FROM entry)", [])
        .unwrap();
    drop(conn);
    let refused = world.try_merge(&mut first, &["b.db"], &MergeOptions::default()).unwrap_err();
    assert!(matches!(&refused, CasebookError::Forked { seq: 1, .. }), "{refused}");
}

#[test]
fn a_sitting_that_went_on_is_taken_from_where_it_was() {
    let (world, claim) = two_desks();
    let mut second = world.open("b.db", "key-b");
    second.comment(&claim, "one").unwrap();
    world.merge("a.db", &["b.db"]);
    second.comment(&claim, "two").unwrap();
    second.comment(&claim, "three").unwrap();
    let merged = world.merge("a.db", &["b.db"]);
    assert_eq!((merged.sittings, merged.longer, merged.entries, merged.comments), (0, 1, 2, 2));
    world.sound("a.db");
    assert_eq!(world.public("a.db"), world.public("b.db"));
}

#[test]
fn another_case_comes_in_only_on_request() {
    let world = World::new();
    // Begun earlier and written to later, so that its words would be chosen by their clock.
    let mut other = world.open("other.db", "key-b");
    let mut first = world.open("a.db", "key-a");
    first.set_publisher(Some("Mizan"), None).unwrap();
    other.set_publisher(Some("Somebody else"), None).unwrap();
    import(&mut other, 5);
    drop(other);
    let id = first.id().unwrap();
    let refused = world.try_merge(&mut first, &["other.db"], &MergeOptions::default()).unwrap_err();
    assert!(matches!(refused, CasebookError::OtherCase { .. }), "{refused}");
    let options = MergeOptions { other_case: true, ..Default::default() };
    let merged = world.try_merge(&mut first, &["other.db"], &options).unwrap();
    assert_eq!(merged.documents, 1);
    assert_eq!((first.id().unwrap(), first.publisher().unwrap().name), (id.clone(), "Mizan".into()));
    first.set_publisher(None, Some("https://mizan.example")).unwrap();
    let verified = world.sound("a.db");
    assert_eq!((verified.casebook, verified.from_other_cases), (id, 2));
    // What came in once may come again, and goes on to others with the rest.
    let mut again = world.open("other.db", "key-b");
    again.import(&journal_support::article(6).0, &[], "1:test").unwrap();
    assert_eq!(world.merge("a.db", &["other.db"]).documents, 1);
}

#[test]
fn a_casebook_of_format_1_is_taken_over_as_it_is() {
    let world = World::new();
    let packed = format!("{}/tests/fixtures/casebook-format-1.db.zst", env!("CARGO_MANIFEST_DIR"));
    let old = zstd::decode_all(std::fs::File::open(packed).unwrap()).unwrap();
    std::fs::write(world.path("old.db"), &old).unwrap();
    let options = MergeOptions { other_case: true, ..Default::default() };
    let mut book = world.open("a.db", "key-a");
    let merged = world.try_merge(&mut book, &["old.db"], &options).unwrap();
    assert_eq!((merged.claims, merged.verdicts, merged.evidence), (29, 1, 1));
    assert!(std::fs::read(world.path("old.db")).unwrap() == old, "it was not upgraded");
    assert!(book.claims_after(&Query::default(), None, 100).unwrap().len() >= 28);
    world.sound("a.db");
}

#[test]
fn entries_from_the_future_are_kept_and_do_not_move_the_clock() {
    let (world, claim) = two_desks();
    let ahead = |hours: i64| (chrono::Utc::now().timestamp_millis() + hours * 3_600_000) << 16;
    world.raw("b.db").execute("UPDATE clock SET at = ?", [ahead(72)]).unwrap();
    world.open("b.db", "key-b").comment(&claim, "from the future").unwrap();
    let merged = world.merge("a.db", &["b.db"]);
    assert_eq!((merged.entries, merged.ahead), (1, 1));
    let at =
        |name: &str| -> i64 { world.raw(name).query_row("SELECT at FROM clock", [], |r| r.get(0)).unwrap() };
    assert!(at("a.db") < ahead(0) && at("b.db") > ahead(71));
    assert_eq!(world.sound("a.db").ahead, 1);
    // Within a day it is believed, so that what is written next comes after what was seen.
    world.raw("b.db").execute("UPDATE clock SET at = ?", [ahead(20)]).unwrap();
    world.open("b.db", "key-b").comment(&claim, "from the evening").unwrap();
    world.merge("a.db", &["b.db"]);
    assert!(at("a.db") > ahead(19));
    let mut first = world.open("a.db", "key-a");
    first.comment(&claim, "an answer").unwrap();
    let comments = first.claim_file(&claim).unwrap().comments;
    assert_eq!(
        comments.iter().map(|c| c.text.as_str()).collect::<Vec<_>>()[..2],
        ["from the evening", "an answer"]
    );
    world.sound("a.db");
}

#[test]
fn what_was_withheld_is_filled_if_it_is_what_was_committed_to() {
    let (world, claim) = two_desks();
    let mut second = world.open("b.db", "key-b");
    second.comment(&claim, "a name").unwrap();
    second.add_evidence(&claim, &file_evidence(&world)).unwrap();
    drop(second);
    world.copy("b.db", "limited.db");
    let conn = world.raw("limited.db");
    conn.execute_batch(
        "UPDATE part SET state = 'withheld', salt = NULL, body = NULL, blob = NULL
             WHERE body LIKE '%a name%' OR (blob IS NOT NULL AND entry = (SELECT max(num) FROM entry));
         DELETE FROM comment;
         DELETE FROM chunk WHERE blob = (SELECT max(num) FROM blob);
         DELETE FROM blob WHERE num = (SELECT max(num) FROM blob);",
    )
    .unwrap();
    drop(conn);
    assert_eq!(world.sound("limited.db").withheld, 2);
    assert_eq!(world.merge("a.db", &["limited.db"]).comments, 0);
    assert_eq!(world.sound("a.db").withheld, 2);
    assert!(world.merge("a.db", &["limited.db"]).is_empty());
    let merged = world.merge("a.db", &["b.db"]);
    assert_eq!((merged.entries, merged.filled), (0, 2));
    assert_eq!(world.sound("a.db").withheld, 0);
    assert_eq!(world.public("a.db"), world.public("b.db"));
    // The other way round nothing is lost, and a lie is not taken.
    assert!(world.merge("b.db", &["limited.db"]).is_empty());
    let conn = world.raw("b.db");
    conn.execute("UPDATE part SET body = replace(body, 'a name', 'a lie!')", []).unwrap();
    drop(conn);
    assert_eq!(world.merge("limited.db", &["b.db"]).filled, 1);
}

fn file_evidence(world: &World) -> NewEvidence {
    let file = Some(world.attachment(b"secret"));
    let (url, quotation, note) = Default::default();
    NewEvidence { url, quotation, file, stance: Stance::Context, grade: None, note }
}

/// A part that somebody calls erased, whether or not an erasure says so, is only not here: nobody here erased it.
#[test]
fn what_is_called_erased_elsewhere_can_still_be_filled() {
    let (world, claim) = two_desks();
    world.open("b.db", "key-b").comment(&claim, "a name").unwrap();
    world.copy("b.db", "erased.db");
    let erase = "UPDATE part SET state = 'erased', salt = NULL, body = NULL WHERE body LIKE '%a name%';
         DELETE FROM comment;";
    world.raw("erased.db").execute_batch(erase).unwrap();
    let faults = world.verify("erased.db").unwrap().faults;
    assert!(faults[0].what.english().contains("no erasure was done that covers it"), "{faults:?}");
    world.merge("a.db", &["erased.db"]);
    let verified = world.sound("a.db");
    assert_eq!((verified.erased, verified.withheld), (0, 1));
    assert_eq!(world.merge("a.db", &["b.db"]).filled, 1);
    assert!(world.merge("b.db", &["erased.db"]).is_empty());
    assert_eq!(world.public("a.db"), world.public("b.db"));
}

#[test]
fn claims_find_their_document_when_it_comes_later() {
    let (world, _) = two_desks();
    // The document comes with one sitting, what is said of it with another.
    let document = import(&mut world.open("b.db", "key-b"), 4);
    let mut third = world.open("b.db", "key-c");
    let anchor = Some((document.clone(), 0, 4));
    let added = third.add_claim(&NewClaim { anchor, speaker: "S".into(), ..Default::default() }).unwrap();
    third
        .comment(&third.document_claims(&document).unwrap()[1].id.clone(), "of a claim not yet here")
        .unwrap();
    third.edit_document(&document, &DocumentEdit { title: Some("T".into()), ..Default::default() }).unwrap();
    drop(third);
    let newer = import(&mut world.open("b.db", "key-d"), 5);
    let sitting: Vec<u8> = world
        .raw("b.db")
        .query_row("SELECT id FROM sitting ORDER BY num DESC LIMIT 1 OFFSET 2", [], |r| r.get(0))
        .unwrap();
    let without = vec![hudna::journal::entry::hex(&sitting)];
    let options = MergeOptions { without, ..Default::default() };
    world.try_merge(&mut world.open("a.db", "key-a"), &["b.db"], &options).unwrap();
    let first = world.open("a.db", "key-a");
    assert_eq!(first.claim(&added).unwrap().document, None);
    assert!(first.document(&document).is_err());
    let verified = world.verify("a.db").unwrap();
    assert!(
        verified.faults.iter().all(|f| f.what.english().contains("left out of a merge")),
        "{:?}",
        verified.faults
    );
    assert!(verified.fault_count > 0, "an entry that others saw is missed");
    world.merge("a.db", &["b.db"]);
    assert_eq!(first.claim(&added).unwrap().document, Some(document.clone()));
    assert_eq!(first.document(&newer).unwrap().previous, Some(document));
    world.sound("a.db");
    assert_eq!(world.public("a.db"), world.public("b.db"));
}

#[test]
fn a_sitting_that_was_left_out_comes_later_and_is_no_loose_end() {
    let world = World::new();
    drop(world.open("a.db", "key-a"));
    world.copy("a.db", "b.db");
    // One writes, another goes on in the same copy and names what the first wrote.
    let mut first = world.open("b.db", "key-b");
    import(&mut first, 1);
    drop(first);
    let left: String = {
        let named = world.raw("b.db");
        named.query_row("SELECT lower(hex(id)) FROM sitting ORDER BY num DESC", [], |r| r.get(0)).unwrap()
    };
    import(&mut world.open("b.db", "key-c"), 2);
    let mut here = world.open("a.db", "key-a");
    let options = MergeOptions { without: vec![left], ..Default::default() };
    world.try_merge(&mut here, &["b.db"], &options).unwrap();
    drop(here);
    assert!(!world.verify("a.db").unwrap().faults.is_empty(), "what was left out is missed");
    world.merge("a.db", &["b.db"]);
    let verified = world.sound("a.db");
    assert_eq!(verified.last.len(), 1);
    assert_eq!(world.open("a.db", "key-a").last_entries().unwrap(), verified.last);
    // A later report and whoever writes next name the last alone.
    import(&mut world.open("a.db", "key-a"), 3);
    world.sound("a.db");
}
