//! Undo and redo across restarts and merges, and what the log tells of all that was done.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod journal_support;

use hudna::journal::entry::{Body, Write};
use hudna::journal::{Casebook, CasebookError, Kept};
use hudna::model::*;
use journal_support::{World, forge_with, import};
use proptest::prelude::*;

fn edit(speaker: &str, role: Option<&str>) -> ClaimEdit {
    ClaimEdit { speaker: Some(speaker.into()), role: role.map(Into::into), ..Default::default() }
}

/// A case at two desks, with a claim.
fn begun() -> (World, Id) {
    let world = World::new();
    let mut first = world.open("a.db", "key-a");
    let document = import(&mut first, 1);
    let claim = first.document_claims(&document).unwrap()[0].id.clone();
    drop(first);
    world.copy("a.db", "b.db");
    (world, claim)
}

#[test]
fn after_a_merge_undo_takes_back_what_nobody_wrote_over_and_names_the_rest() {
    let (world, claim) = begun();
    world.open("a.db", "key-a").edit_claim(&claim, &edit("envoy", Some("mediator"))).unwrap();
    // The other one has seen it and corrects one of the two fields; meanwhile the first works on.
    world.merge("b.db", &["a.db"]);
    world.open("b.db", "key-b").edit_claim(&claim, &edit("the envoy", None)).unwrap();
    world.merge("a.db", &["b.db"]);

    let mut first = world.open("a.db", "key-a");
    let undone = first.undo().unwrap().unwrap();
    assert_eq!(
        (undone.reverted, undone.kept.as_slice()),
        (1, &[Kept { field: Field::Speaker, subject: claim.to_string() }][..])
    );
    let now = first.claim(&claim).unwrap();
    assert_eq!((now.speaker.as_str(), now.role.as_str()), ("the envoy", ""));
    drop(first);
    let mut first = world.open("a.db", "key-a");
    assert_eq!(first.redo().unwrap().unwrap().reverted, 1, "what was taken back is done again");
    let now = first.claim(&claim).unwrap();
    assert_eq!((now.speaker.as_str(), now.role.as_str()), ("the envoy", "mediator"));
    drop(first);
    world.sound("a.db");
}

#[test]
fn a_concurrent_write_that_a_merge_brings_is_a_head_too_and_stays() {
    let (world, claim) = begun();
    world.open("b.db", "key-b").edit_claim(&claim, &edit("theirs", None)).unwrap();
    world.open("a.db", "key-a").edit_claim(&claim, &edit("ours", None)).unwrap();
    world.merge("a.db", &["b.db"]);
    let mut first = world.open("a.db", "key-a");
    let undone = first.undo().unwrap().unwrap();
    assert_eq!((undone.reverted, undone.kept.len()), (0, 1), "it would end the conflict unasked");
    assert_eq!(first.conflicts().unwrap()[0].sides.len(), 2);
    // Resolving it is an action of its own, and can be taken back.
    first.resolve_conflict(claim.as_str(), Field::Speaker, 1).unwrap();
    assert!(first.conflicts().unwrap().is_empty());
    let log = first.log(Some(claim.as_str()), 1).unwrap();
    assert_eq!((log[0].what.as_str(), log[0].field.as_str()), ("resolve", "speaker"));
    assert_ne!(log[0].old, log[0].new);
    let resolved = first.claim(&claim).unwrap().speaker;
    assert_eq!(first.undo().unwrap().unwrap().reverted, 1);
    let again = first.conflicts().unwrap();
    assert_eq!((again.len(), again[0].sides.len()), (1, 2), "what stood against each other does again");
    assert_eq!(first.claim(&claim).unwrap().speaker, again[0].sides[1].value, "and the same is shown");
    assert_eq!(first.redo().unwrap().unwrap().reverted, 1);
    assert!(first.conflicts().unwrap().is_empty());
    assert_eq!(first.claim(&claim).unwrap().speaker, resolved);
    first.undo().unwrap().unwrap();
    first.resolve_conflict(claim.as_str(), Field::Speaker, 2).unwrap();
    assert!(first.conflicts().unwrap().is_empty(), "it can be resolved otherwise");
    drop(first);
    world.sound("a.db");
    assert!(world.merge("a.db", &["b.db"]).is_empty());
}

#[test]
fn a_stranger_who_names_ones_action_theirs_is_not_undone_with_it() {
    let (world, claim) = begun();
    let mut first = world.open("a.db", "key-a");
    first.edit_claim(&claim, &edit("envoy", None)).unwrap();
    let action = first.log(Some(claim.as_str()), 1).unwrap()[0].action.clone();
    drop(first);
    let (basis, restores) = Default::default();
    let write = Body::Set(Write { field: Field::Role, value: "minister".into(), basis, restores });
    let body = serde_json::to_string(&write).unwrap();
    let at = chrono::Utc::now().timestamp_millis() << 16;
    forge_with(&world, "b.db", "key-b", at, &[&[(claim.as_str(), body)]], |_, header| {
        header.action = action.clone()
    });
    world.open("b.db", "key-b").rebuild(&mut |_, _| true).unwrap();
    world.merge("a.db", &["b.db"]);
    let mut first = world.open("a.db", "key-a");
    assert_eq!(first.claim(&claim).unwrap().role, "minister");
    assert_eq!(first.undo().unwrap().unwrap().reverted, 1);
    assert_eq!(first.claim(&claim).unwrap().role, "minister", "theirs is theirs");
}

#[test]
fn a_bulk_action_is_one_whatever_it_holds_and_after_a_restart() {
    let (world, claim) = begun();
    let mut first = world.open("a.db", "key-a");
    first.grouped(|book| {
        import(book, 2);
        import(book, 3);
        book.edit_claim(&claim, &edit("envoy", Some("mediator"))).unwrap();
        book.comment(&claim, "hm").unwrap();
    });
    drop(first);
    let mut first = world.open("a.db", "key-a");
    assert_eq!(first.undo().unwrap().unwrap().reverted, 5);
    let there = first.documents().unwrap().iter().filter(|d| d.withdrawn.is_empty()).count();
    assert_eq!((there, first.claim(&claim).unwrap().role), (1, String::new()));
    drop(first);
    let mut first = world.open("a.db", "key-a");
    assert_eq!(first.redo().unwrap().unwrap().reverted, 5);
    let there = first.documents().unwrap().iter().filter(|d| d.withdrawn.is_empty()).count();
    assert_eq!((there, first.claim(&claim).unwrap().role.as_str()), (3, "mediator"));
    let one = first.log(None, 2).unwrap();
    assert_eq!((one[0].what.as_str(), &one[0].action), ("redo", &one[1].action), "the log shows it as one");
}

/// Every kind of entry stands in the log: by whom, of what, the value before and the one after.
#[test]
fn the_log_tells_who_did_what_with_the_values_before_and_after() {
    let world = World::new();
    let claim = world.full("a.db");
    let mut book = world.open("a.db", "key-b");
    let file = book.claim_file(&claim).unwrap();
    let evidence = file.evidence[0].id.clone();
    book.edit_evidence(&evidence, &EvidenceEdit { note: Some("page 3".into()), ..Default::default() })
        .unwrap();
    book.withdraw_evidence(&evidence, "a forgery").unwrap();
    book.dismiss_claim(&claim, "opinion").unwrap();
    book.restore_claim(&claim).unwrap();
    let document = file.document.unwrap().id;
    book.edit_document(&document, &DocumentEdit { outlet: Some("Mizan".into()), ..Default::default() })
        .unwrap();
    book.renew(&document, &[], "2:test", true).unwrap();
    book.undo().unwrap().unwrap();
    book.withdraw_document(&document, "a copy").unwrap();
    let told: Vec<String> = book
        .log(None, usize::MAX)
        .unwrap()
        .into_iter()
        .rev()
        .map(|c| {
            let kind = c.subject.get(..1).unwrap_or_default();
            let who = if c.checker_name == "Salma" { "Salma" } else { "other" };
            let new = c.new.replace(c.subject.as_str(), "SUBJECT").replace(document.as_str(), "DOCUMENT");
            format!("{who} {} {kind} {}: {} -> {new}", c.what, c.field, c.old)
        })
        .filter(|line| !line.contains("create"))
        .collect();
    insta::assert_snapshot!(told.join("\n"));
    let of_claim = book.log(Some(claim.as_str()), usize::MAX).unwrap();
    assert!(of_claim.iter().any(|c| c.what == "evidence_edit" && c.old == "n" && c.new == "page 3"));
    assert!(of_claim.iter().all(|c| !c.subject.starts_with('d')));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 60, ..ProptestConfig::default() })]

    /// So many steps back and as many forth lead to the same casebook, with the program started anew at each.
    #[test]
    fn as_many_steps_forth_as_back_lead_to_the_same_place(
        deeds in prop::collection::vec((0..8u8, 0..4usize), 3..14),
        steps in 1..8usize,
    ) {
        let (world, _) = begun();
        for (what, x) in deeds {
            match deed(&mut world.open("a.db", "key-a"), what, x) {
                Ok(()) | Err(CasebookError::Invalid(_) | CasebookError::NotFound { .. }) => {}
                Err(error) => panic!("{error}"),
            }
        }
        let before = state(&world);
        let mut back = 0;
        for _ in 0..steps {
            let undone = world.open("a.db", "key-a").undo().unwrap();
            prop_assert!(undone.as_ref().is_none_or(|undone| undone.kept.is_empty()));
            back += usize::from(undone.is_some());
        }
        for _ in 0..back {
            prop_assert!(world.open("a.db", "key-a").redo().unwrap().is_some());
        }
        prop_assert_eq!(state(&world), before);
        world.sound("a.db");
    }
}

/// What a casebook says, without its history.
fn state(world: &World) -> Vec<String> {
    let book = world.open("a.db", "key-a");
    let claims = book.claims_after(&Query::default(), None, 100).unwrap();
    let files = claims.iter().map(|claim| {
        let file = book.claim_file(&claim.id).unwrap();
        format!("{:?}", ClaimFile { history: Vec::new(), ..file })
    });
    files.chain([format!("{:?} {:?}", book.documents().unwrap(), book.publisher().unwrap())]).collect()
}

fn deed(book: &mut Casebook, what: u8, x: usize) -> Result<(), CasebookError> {
    let claims = book.claims_after(&Query::default(), None, 50)?;
    let claim = claims.get(x % claims.len().max(1)).map(|claim| claim.id.clone());
    let claim = claim.ok_or_else(|| CasebookError::Invalid("no claim".into()))?;
    match what {
        0 => drop(import(book, x)),
        1 | 2 => drop(book.edit_claim(&claim, &edit(&format!("s{x}"), Some("r")))?),
        3 => drop(book.give_verdict(&claim, ["true", "false"][x % 2], "because", x == 3)?),
        4 => drop(book.comment(&claim, "hm")?),
        5 if book.claim(&claim)?.dismissed.is_empty() => book.dismiss_claim(&claim, "opinion")?,
        5 => book.restore_claim(&claim)?,
        6 => book.set_publisher(Some(&format!("publisher {x}")), None)?,
        _ => {
            if let Some(verdict) = book.claim_file(&claim)?.verdicts.first() {
                book.withdraw_verdict(&verdict.id, "mistaken")?;
            }
        }
    }
    Ok(())
}
