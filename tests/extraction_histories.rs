//! Extractions added to documents: what is listed, what is undone, and merges in any order.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod journal_support;

use hudna::journal::{Casebook, CasebookError, ExtractionStanding, MergeOptions};
use hudna::model::*;
use journal_support::{World, article};
use proptest::prelude::*;

/// Versions of extractors: one that is old, two of the same rules with other words, and another program.
const VERSIONS: [&str; 4] = ["1:aa", "2:bb", "2:cc", "with:finder:00"];

/// What a version finds in an article: other claims each, and another speaker for those that several find.
fn finding(n: usize, version: usize) -> (Received, Vec<Extracted>) {
    let (received, mut claims) = article(n);
    for claim in &mut claims {
        claim.speaker = format!("s{version}");
    }
    match version {
        0 => claims.truncate(1),
        1 => drop(claims.remove(0)),
        3 => claims.clear(),
        _ => {}
    }
    (received, claims)
}

fn import(book: &mut Casebook, n: usize, version: usize) -> Id {
    let (received, claims) = finding(n, version);
    book.import(&received, &claims, VERSIONS[version]).unwrap().document
}

fn speakers(book: &Casebook, document: &Id) -> Vec<String> {
    let listed = book.claims_after(&Query::parse("order:document").unwrap(), None, 100).unwrap();
    let of_document = book.document_claims(document).unwrap();
    assert_eq!(listed.len(), of_document.len(), "both lists show the same");
    of_document.into_iter().map(|claim| claim.speaker).collect()
}

#[test]
fn claims_that_are_not_found_any_more_are_folded_away_and_come_back() {
    let world = World::new();
    let mut book = world.open("a.db", "key-a");
    let document = import(&mut book, 1, 0);
    let first = book.document_claims(&document).unwrap()[0].id.clone();
    let (_, claims) = finding(1, 1);

    let would = book.renew(&document, &claims, VERSIONS[1], false).unwrap();
    assert_eq!((would.new.len(), would.gone.as_slice(), would.same), (1, &[first.clone()][..], 0));
    assert_eq!(speakers(&book, &document), ["s0"], "nothing was written");
    assert_eq!(book.renew(&document, &claims, VERSIONS[1], true).unwrap(), would);
    assert_eq!(speakers(&book, &document), ["s1"]);
    assert_eq!(book.extraction(&document).unwrap(), VERSIONS[1]);
    assert_eq!(book.documents().unwrap()[0].claims, 1);
    assert_eq!(book.claim(&first).unwrap().speaker, "s0", "it is not deleted");
    assert_eq!(book.extraction_standing(&document, VERSIONS[1]).unwrap(), ExtractionStanding::Same);
    let newer = ExtractionStanding::Newer(VERSIONS[1].into());
    assert_eq!(book.extraction_standing(&document, VERSIONS[0]).unwrap(), newer);
    assert_eq!(book.extraction_standing(&document, VERSIONS[2]).unwrap(), ExtractionStanding::Open);

    book.undo().unwrap().unwrap();
    assert_eq!(
        (speakers(&book, &document), book.extraction(&document).unwrap()),
        (vec!["s0".into()], VERSIONS[0].into())
    );
    book.redo().unwrap().unwrap();
    assert_eq!(speakers(&book, &document), ["s1"]);

    // Whoever touches a claim that is folded away has it listed, as it was found.
    book.comment(&first, "it was there").unwrap();
    assert_eq!(speakers(&book, &document), ["s0", "s1"]);
    book.undo().unwrap().unwrap();
    assert_eq!(speakers(&book, &document), ["s1"]);
    drop(book);
    world.sound("a.db");
    assert!(world.open("a.db", "key-a").rebuild(&mut |_, _| true).unwrap().different.is_empty());
}

#[test]
fn a_claim_is_as_the_current_extraction_found_it_and_keeps_what_was_written() {
    let world = World::new();
    let mut book = world.open("a.db", "key-a");
    let document = import(&mut book, 1, 0);
    let first = book.document_claims(&document).unwrap()[0].id.clone();
    let edit = |speaker: &str| ClaimEdit { speaker: Some(speaker.into()), ..Default::default() };
    let renewed = book.renew(&document, &finding(1, 2).1, VERSIONS[2], true).unwrap();
    assert_eq!((renewed.new.len(), renewed.changed.as_slice()), (1, &[first.clone()][..]));
    assert_eq!(book.claim(&first).unwrap().speaker, "s2");
    book.edit_claim(&first, &edit("envoy")).unwrap();
    let log = book.log(Some(first.as_str()), 1).unwrap();
    assert_eq!((log[0].old.as_str(), log[0].new.as_str()), ("s2", "envoy"));
    book.undo().unwrap().unwrap();
    assert_eq!(
        book.claim(&first).unwrap().speaker,
        "s2",
        "what it was found with, not what it was found with at first"
    );
    book.edit_claim(&first, &edit("envoy")).unwrap();

    // Another program finds nothing: what somebody has worked on stays.
    let renewed = book.renew(&document, &[], VERSIONS[3], true).unwrap();
    assert_eq!((renewed.gone.len(), renewed.same, renewed.touched), (1, 1, 1));
    assert_eq!(book.claim(&first).unwrap().speaker, "envoy");
    let old = |n: usize| book.log(Some(first.as_str()), 10).unwrap()[n].old.clone();
    assert_eq!(old(0), "s2", "the log tells what stood there then");
    drop(book);
    world.sound("a.db");
}

#[test]
fn an_article_imported_apart_by_two_versions_is_listed_by_the_newer_one() {
    let world = World::new();
    drop(world.open("a.db", "key-a"));
    world.copy("a.db", "b.db");
    let document = import(&mut world.open("a.db", "key-a"), 1, 1);
    import(&mut world.open("b.db", "key-b"), 1, 0);
    for (one, other) in [("a.db", "b.db"), ("b.db", "a.db")] {
        let merged = format!("{one}-merged.db");
        world.copy(one, &merged);
        world.merge(&merged, &[other]);
        let book = world.open(&merged, "key-a");
        assert_eq!(
            (speakers(&book, &document), book.extraction(&document).unwrap()),
            (vec!["s1".into()], VERSIONS[1].into())
        );
        drop(book);
        world.sound(&merged);
    }
    assert_eq!(world.public("a.db-merged.db"), world.public("b.db-merged.db"));
}

/// Three checkers.
const DESKS: [(&str, &str); 3] = [("a.db", "key-a"), ("b.db", "key-b"), ("c.db", "key-c")];

/// A deed at a desk: which desk, what is done, and two numbers to choose by.
type Deed = (usize, u8, usize, usize);

fn cases() -> u32 {
    if std::env::var_os("HUDNA_LONG").is_some() { 300 } else { 10 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn extractions_merge_in_any_order(
        deeds in prop::collection::vec((0..DESKS.len(), 0..12u8, 0..4usize, 0..VERSIONS.len()), 8..28),
        orders in prop::collection::vec(Just([0usize, 1, 2]).prop_shuffle(), 2),
    ) {
        let world = World::new();
        drop(world.open("a.db", "key-a"));
        world.copy("a.db", "b.db");
        world.copy("a.db", "c.db");
        for deed in &deeds {
            act(&world, *deed);
        }
        let mut results = Vec::new();
        for (n, order) in orders.iter().enumerate() {
            results.extend(world.merged_in_two_ways([0, 1, 2].map(|at| DESKS[order[at]].0), n));
        }
        let expected = world.public(&results[0]);
        for name in &results {
            prop_assert_eq!(&world.public(name), &expected, "{}", name);
            world.sound(name);
        }
    }
}

/// Does one thing at one desk; what cannot be done there is not.
fn act(world: &World, (desk, what, x, y): Deed) {
    let (name, key) = DESKS[desk];
    let mut book = world.open(name, key);
    match deed(world, &mut book, (what, x, y)) {
        Ok(()) | Err(CasebookError::Invalid(_) | CasebookError::NotFound { .. }) => {}
        Err(error) => panic!("{what} at {name}: {error}"),
    }
}

fn deed(world: &World, book: &mut Casebook, (what, x, y): (u8, usize, usize)) -> Result<(), CasebookError> {
    let documents = book.documents()?;
    let Some(document) = documents.get(x % documents.len().max(1)).map(|d| d.id.clone()) else {
        import(book, x, y);
        return Ok(());
    };
    let claims = book.document_claims(&document)?;
    let claim = claims.get(x % claims.len().max(1)).map(|claim| claim.id.clone());
    match (what, claim) {
        (0 | 1, _) => drop(import(book, x, y)),
        (2..=5, _) => {
            let text = book.document_text(&document)?;
            let n = text.chars().find_map(|c| c.to_digit(10)).unwrap() as usize;
            book.renew(&document, &finding(n, y).1, VERSIONS[y], true)?;
        }
        (6, Some(claim)) => drop(book.comment(&claim, "hm")?),
        (7, Some(claim)) => {
            let edit = ClaimEdit { speaker: Some(format!("e{y}")), ..Default::default() };
            book.edit_claim(&claim, &edit)?;
        }
        (8, Some(claim)) => drop(book.give_verdict(&claim, ["true", "false"][y % 2], "because", false)?),
        (9, _) => drop(book.undo()?),
        (10, _) => drop(book.redo()?),
        (11, _) => {
            let other = DESKS[y % DESKS.len()].0;
            world.try_merge(book, &[other], &MergeOptions::default())?;
        }
        _ => {}
    }
    Ok(())
}
