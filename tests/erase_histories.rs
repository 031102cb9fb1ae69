//! Documents in which claims are looked for again and again, erasures and merges, in any order: no word that is erased
//! can be read in a casebook any more, whichever extraction said it, and nothing brings it back.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod journal_support;

use hudna::journal::{Casebook, CasebookError, MergeOptions};
use hudna::model::*;
use journal_support::traces::traces_in;
use journal_support::{World, done_or_refused, same};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

/// Words in a document, and the code points of each with the blank after it. Each word stands in one place only.
const WORDS: usize = 12;
const STEP: usize = 8;
const DOCUMENTS: usize = 3;

fn words(n: usize) -> Vec<String> {
    (0..WORDS).map(|at| format!("q{n}w{at:02}zq")).collect()
}

fn text(n: usize) -> String {
    words(n).iter().map(|word| format!("{word} ")).collect()
}

fn id(n: usize) -> Id {
    Id::of_document(&Sha256::digest(text(n).as_bytes()).into())
}

/// Versions of extractors, and the words that each finds as claims: some the same, some sharing words.
const VERSIONS: [(&str, &[(usize, usize)]); 4] = [
    ("1:aa", &[(0, 3), (4, 7), (8, 11)]),
    ("2:bb", &[(0, 3), (5, 9)]),
    ("2:cc", &[(2, 5), (8, 11)]),
    ("with:finder:00", &[(4, 7), (9, 12)]),
];

fn points((from, to): (usize, usize)) -> (usize, usize) {
    (from * STEP, to * STEP - 1)
}

/// What a version finds in this text.
fn finding(text: &str, version: usize) -> Vec<Extracted> {
    let claim = |place: &(usize, usize)| {
        let (start, end) = points(*place);
        let (_, claims) = journal_support::article(0);
        Extracted {
            start,
            end,
            text: text.chars().skip(start).take(end - start).collect(),
            speaker: format!("s{version}"),
            cue_span: (start, start + 2),
            ..claims[0].clone()
        }
    };
    VERSIONS[version].1.iter().map(claim).collect()
}

fn import(book: &mut Casebook, n: usize, version: usize) -> Result<Id, CasebookError> {
    let text = text(n);
    let received = Received {
        bytes: format!("<p>{text}</p>").into_bytes(),
        title: format!("t{n}"),
        text,
        ..Received::default()
    };
    Ok(book.import(&received, &finding(&received.text, version), VERSIONS[version].0)?.document)
}

fn claims_of(book: &Casebook, document: &Id) -> Vec<(Id, usize, usize)> {
    let found = book.document_claims(document).unwrap();
    found.into_iter().map(|c| (c.id, c.start.unwrap() / STEP, c.end.unwrap().div_ceil(STEP))).collect()
}

fn at(book: &Casebook, document: &Id, place: (usize, usize)) -> Option<Id> {
    claims_of(book, document).into_iter().find(|(_, from, to)| (*from, *to) == place).map(|(id, ..)| id)
}

/// Looks for claims again in the text as it is kept.
fn again(book: &mut Casebook, document: &Id, version: usize) -> Result<(), CasebookError> {
    let text = book.document_text(document)?;
    book.renew(document, &finding(&text, version), VERSIONS[version].0, true)?;
    Ok(())
}

/// The words that the erasures done in a casebook say are gone.
fn gone(world: &World, name: &str) -> Vec<String> {
    let conn = world.raw(name);
    let mut rows = conn
        .prepare("SELECT p.body FROM erasure r JOIN part p ON p.entry = r.entry AND p.n = 0 WHERE r.state IN ('done', 'swept')")
        .unwrap();
    let bodies: Vec<String> = rows.query_map([], |r| r.get(0)).unwrap().map(|body| body.unwrap()).collect();
    let mut gone = Vec::new();
    for body in bodies {
        let body: serde_json::Value = serde_json::from_str(&body).unwrap();
        let said = &body["erase"];
        let holds =
            |list: &str, id: &Id| said[list].as_array().is_some_and(|l| l.contains(&id.as_str().into()));
        for n in (0..DOCUMENTS).filter(|n| holds("subjects", &id(*n))) {
            gone.extend(words(n));
        }
        for blanked in said["blanks"].as_array().into_iter().flatten() {
            let Some(n) = (0..DOCUMENTS).find(|n| blanked["document"] == id(*n).as_str()) else { continue };
            for span in blanked["spans"].as_array().unwrap() {
                let (start, end) = (span[0].as_u64().unwrap() as usize, span[1].as_u64().unwrap() as usize);
                let inside = |at: &usize| start <= at * STEP && (at + 1) * STEP - 1 <= end;
                gone.extend((0..WORDS).filter(inside).map(|at| words(n)[at].clone()));
            }
        }
    }
    gone.sort();
    gone.dedup();
    gone
}

/// A casebook proves, and none of the words that are erased in it can be read in it.
fn clean(world: &World, name: &str) -> Vec<String> {
    let gone = gone(world, name);
    let sought: Vec<&str> = gone.iter().map(String::as_str).collect();
    assert_eq!(traces_in(&world.path(name), &sought), [], "{name}");
    world.sound(name);
    gone
}

/// A casebook with one document that version 0 found claims in, and a copy of it.
fn two() -> (World, Id) {
    let world = World::new();
    let document = import(&mut world.open("a.db", "key-a"), 1, 0).unwrap();
    world.copy("a.db", "b.db");
    (world, document)
}

/// Another extraction, made apart before the erasure was known, says the same words in other claims.
#[test]
fn no_other_extraction_brings_erased_words_back() {
    let (world, document) = two();
    let mut theirs = world.open("b.db", "key-b");
    again(&mut theirs, &document, 1).unwrap();
    let shares = at(&theirs, &document, (5, 9)).unwrap();
    theirs.comment(&shares, "on what shares words").unwrap();
    again(&mut theirs, &document, 2).unwrap();
    let mut mine = world.open("a.db", "key-a");
    let claim = at(&mine, &document, (4, 7)).unwrap();
    mine.erase(&claim, false, "asked").unwrap();
    assert_eq!(clean(&world, "a.db").len(), 3);
    let merged = world.merge("a.db", &["b.db"]);
    assert_eq!(merged.filled, 0);
    clean(&world, "a.db");
    assert!(matches!(mine.claim(&shares), Err(CasebookError::Erased { .. })));
    // Here the current extraction found two claims; that which shares words with what is gone went.
    assert_eq!(claims_of(&mine, &document).iter().map(|c| c.1).collect::<Vec<_>>(), [8]);

    // The other copy has them until somebody says so there; then it is the same.
    world.merge("b.db", &["a.db"]);
    assert_eq!(claims_of(&theirs, &document).len(), 3);
    assert_eq!(theirs.erasures().unwrap()[0].claims, 3, "what it would take here is counted");
    theirs.confirm_erasure(&claim).unwrap();
    assert_eq!(clean(&world, "b.db").len(), 3);
    assert!(matches!(theirs.claim(&shares), Err(CasebookError::Erased { .. })));
    world.merge("a.db", &["b.db"]);
    let tables = |name: &str| world.public_of(name, |table| !["part", "blob"].contains(&table));
    assert_eq!(tables("a.db"), tables("b.db"));
}

/// Looking again where words are blanked finds nothing that has them, nor what they stood in; neither does a program
/// that had read the text before.
#[test]
fn looking_again_in_a_blanked_text_brings_nothing_back() {
    let (world, document) = two();
    let mut book = world.open("a.db", "key-a");
    let mut slow = world.open("a.db", "key-a");
    slow.document_text(&document).unwrap();
    let claim = at(&book, &document, (4, 7)).unwrap();
    book.erase(&claim, false, "asked").unwrap();
    for version in [1, 2, 3, 0] {
        let renewed = slow.renew(&document, &finding(&text(1), version), VERSIONS[version].0, true).unwrap();
        assert!(!renewed.new.contains(&claim));
        again(&mut book, &document, version).unwrap();
        clean(&world, "a.db");
        book.undo().unwrap();
        book.undo().unwrap();
        book.redo().unwrap();
        clean(&world, "a.db");
    }
    assert_eq!(at(&book, &document, (5, 9)), None);
    let (start, end) = points((5, 9));
    let claims = claims_of(&slow, &document);
    let anchor = Some((document.clone(), start, end));
    let refused = slow.add_claim(&NewClaim { anchor, speaker: "s".into(), ..Default::default() });
    assert!(matches!(refused, Err(CasebookError::Invalid(_))), "{refused:?}");
    let edit = ClaimEdit { span: Some((start, end)), ..Default::default() };
    let refused = slow.edit_claim(&claims[0].0, &edit);
    assert!(matches!(refused, Err(CasebookError::Invalid(_))), "{refused:?}");
    clean(&world, "a.db");
    assert_eq!(claims_of(&slow, &document), claims);
}

/// A claim that somebody put where words are blanked, not knowing of that, stands again where it stood.
#[test]
fn a_claim_that_was_moved_onto_erased_words_goes_back() {
    let (world, document) = two();
    let mut theirs = world.open("b.db", "key-b");
    let other = at(&theirs, &document, (8, 11)).unwrap();
    theirs.edit_claim(&other, &ClaimEdit { span: Some(points((6, 11))), ..Default::default() }).unwrap();
    theirs.comment(&other, "on the other").unwrap();
    let mut mine = world.open("a.db", "key-a");
    let claim = at(&mine, &document, (4, 7)).unwrap();
    mine.erase(&claim, false, "asked").unwrap();
    world.merge("a.db", &["b.db"]);
    world.merge("b.db", &["a.db"]);
    theirs.confirm_erasure(&claim).unwrap();
    world.merge("a.db", &["b.db"]);
    for (name, book) in [("a.db", &mut mine), ("b.db", &mut theirs)] {
        clean(&world, name);
        assert_eq!(at(book, &document, (8, 11)).as_ref(), Some(&other));
        assert_eq!(book.claim_file(&other).unwrap().comments.len(), 1);
        assert_eq!(book.rebuild(&mut |_, _| true).unwrap().different, [] as [String; 0]);
    }
    assert_eq!(world.public("a.db"), world.public("b.db"));
}

/// Where a merge leaves the import out, claims of the document that others found have none to hang on; they go all the same.
#[test]
fn claims_whose_document_was_left_out_go_too() {
    let world = World::new();
    drop(world.open("a.db", "key-a"));
    world.copy("a.db", "b.db");
    let document = import(&mut world.open("b.db", "key-b"), 1, 0).unwrap();
    world.copy("b.db", "c.db");
    world.copy("b.db", "d.db");
    again(&mut world.open("c.db", "key-c"), &document, 1).unwrap();
    let mut eraser = world.open("d.db", "key-d");
    let claim = at(&eraser, &document, (4, 7)).unwrap();
    eraser.erase(&claim, false, "asked").unwrap();
    world.copy("d.db", "e.db");
    eraser.erase(&document, false, "asked").unwrap();
    let sitting = "SELECT lower(hex(id)) FROM sitting ORDER BY num DESC LIMIT 1";
    let sitting: String = world.raw("b.db").query_row(sitting, [], |r| r.get(0)).unwrap();
    let without = MergeOptions { without: vec![sitting], ..MergeOptions::default() };
    for (erased, what, words) in [("e.db", &claim, 5..7), ("d.db", &document, 0..9)] {
        world.copy("a.db", "mine.db");
        let mut mine = world.open("mine.db", "key-a");
        world.try_merge(&mut mine, &["c.db"], &without).unwrap();
        world.try_merge(&mut mine, &[erased], &without).unwrap();
        assert!(mine.documents().unwrap().is_empty());
        let words: Vec<String> = words.map(|at| self::words(1)[at].clone()).collect();
        let sought: Vec<&str> = words.iter().map(String::as_str).collect();
        let there = |name: &str| !traces_in(&world.path(name), &sought).is_empty();
        assert!(there("mine.db"));
        if erased == "d.db" {
            mine.confirm_erasure(&claim).unwrap();
        }
        mine.confirm_erasure(what).unwrap();
        assert!(!there("mine.db"), "{what}");
        world.merge("mine.db", &["b.db", "c.db"]);
        assert!(!there("mine.db"), "{what}");
        world.sound("mine.db");
    }
}

/// What one copy never saw and another erased is told alike in both, though it is nowhere any more: names, texts, and
/// texts in which words were blanked.
#[test]
fn what_is_gone_in_both_is_told_alike() {
    let (world, _) = two();
    let mut mine = world.open("a.db", "key-a");
    mine.set_me(Some("Salma"), Some("salma@mizan.example")).unwrap();
    let (first, second) = (import(&mut mine, 0, 0).unwrap(), import(&mut mine, 2, 0).unwrap());
    let me = mine.me().unwrap().unwrap().id;
    let claims = [&first, &second].map(|document| at(&mine, document, (4, 7)).unwrap());
    let mut theirs = world.open("b.db", "key-b");
    for what in [&claims[0], &claims[1], &second, &me] {
        mine.erase(what, false, "asked").unwrap();
        world.merge("b.db", &["a.db"]);
        assert_ne!(world.public("a.db"), world.public("b.db"), "it waits there");
        theirs.confirm_erasure(what).unwrap();
        world.merge("a.db", &["b.db"]);
        same(&world.public("a.db"), &world.public("b.db"), what.as_str()).unwrap();
        world.sound("b.db");
    }
}

/// Three checkers.
const DESKS: [(&str, &str); 3] = [("a.db", "key-a"), ("b.db", "key-b"), ("c.db", "key-c")];

/// A deed at a desk: which desk, what is done, and three numbers to choose by.
type Deed = (usize, u8, usize, usize, usize);

proptest! {
    #![proptest_config(ProptestConfig { cases: journal_support::cases(14, 300), max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_is_erased_stays_away_whatever_is_looked_for_and_merged(
        deeds in prop::collection::vec((0..DESKS.len(), 0..18u8, 0..DOCUMENTS, 0..VERSIONS.len(), 0..6usize), 10..36),
        orders in prop::collection::vec(Just([0usize, 1, 2]).prop_shuffle(), 2),
    ) {
        let world = World::new();
        let mut first = world.open("a.db", "key-a");
        import(&mut first, 0, 0).unwrap();
        import(&mut first, 1, 1).unwrap();
        drop(first);
        world.copy("a.db", "b.db");
        world.copy("a.db", "c.db");
        for deed in &deeds {
            act(&world, *deed);
        }
        let mut results: Vec<String> = DESKS.iter().map(|(name, _)| (*name).to_owned()).collect();
        for name in &results {
            clean(&world, name);
        }
        for (n, order) in orders.iter().enumerate() {
            results.extend(world.merged_in_two_ways([0, 1, 2].map(|at| DESKS[order[at]].0), n));
        }
        for name in &results[3..] {
            clean(&world, name);
            let mut book = world.open(name, "key-a");
            for erasure in book.erasures().unwrap() {
                match book.confirm_erasure(&erasure.what) {
                    Ok(_) | Err(CasebookError::Invalid(_)) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            clean(&world, name);
        }
        let all: Vec<&str> = results.iter().map(String::as_str).collect();
        let journal = ["sitting", "entry", "part", "blob"];
        let tables = |name: &str| world.public_of(name, |table| !journal.contains(&table));
        let expected = tables(&results[3]);
        for name in &results[3..] {
            same(&tables(name), &expected, name)?;
        }
        // Everything goes round once more, the copies that know nothing of the erasures too.
        for name in &results[3..] {
            world.merge(name, &all);
            clean(&world, name);
            same(&tables(name), &expected, name)?;
            let mut book = world.open(name, "key-a");
            prop_assert_eq!(book.rebuild(&mut |_, _| true).unwrap().different, [] as [String; 0]);
        }
        // What is put together out of its pages, as of a damaged file, has none of it either.
        let (from, stop) = (&results[3], std::sync::Arc::default());
        hudna::journal::recover(&world.path(from), &world.path("new.db"), &world.keyring("key-r"), &stop, &mut |_, _| ()).unwrap();
        let erased_there: Vec<String> = clean(&world, "new.db");
        prop_assert_eq!(erased_there, gone(&world, from));
        world.merge("new.db", &all);
        clean(&world, "new.db");
        for name in &results[3..] {
            let mut book = world.open(name, "key-a");
            // And whoever looks again in what is left brings nothing back.
            for document in book.documents().unwrap() {
                for version in 0..VERSIONS.len() {
                    again(&mut book, &document.id, version).unwrap();
                }
            }
            clean(&world, name);
        }
    }
}

/// Does one thing at one desk; what cannot be done there is not.
fn act(world: &World, (desk, what, x, y, z): Deed) {
    let (name, key) = DESKS[desk];
    let mut book = world.open(name, key);
    done_or_refused(deed(world, &mut book, (what, x, y, z)), what, name);
}

fn deed(
    world: &World,
    book: &mut Casebook,
    (what, x, y, z): (u8, usize, usize, usize),
) -> Result<(), CasebookError> {
    let document = id(x);
    let claims = book.document_claims(&document)?;
    let claim = claims.get((y + z) % claims.len().max(1)).map(|claim| claim.id.clone());
    let some = || claim.clone().ok_or_else(|| CasebookError::Invalid("no claim".into()));
    let place = points((z, z + 1 + y));
    match what {
        0 => import(book, x, y).map(drop)?,
        1..=3 => again(book, &document, y)?,
        // As if the text had been read before somebody erased words of it.
        4 => drop(book.renew(&document, &finding(&text(x), y), VERSIONS[y].0, true)?),
        5 => drop(book.comment(&some()?, "hm")?),
        6 => drop(book.give_verdict(&some()?, ["true", "false"][y % 2], "because", false)?),
        7 => {
            let (quotation, note) = (String::new(), "n".to_owned());
            let file = (z == 0).then(|| world.attachment(&[b'x'; 300]));
            let url = format!("https://e.example/{y}");
            let new = NewEvidence { url, quotation, file, stance: Stance::Context, grade: None, note };
            drop(book.add_evidence(&some()?, &new)?);
        }
        8 => {
            let edit = ClaimEdit { span: Some(place), speaker: Some(format!("e{z}")), ..Default::default() };
            book.edit_claim(&some()?, &edit).map(drop)?;
        }
        9 => {
            let anchor = Some((document, place.0, place.1));
            let claim = NewClaim { anchor, speaker: format!("h{z}"), ..Default::default() };
            drop(book.add_claim(&claim)?);
        }
        10 => book.undo().map(drop)?,
        11 => book.redo().map(drop)?,
        12 | 13 => drop(book.erase(&some()?, z % 3 > 0, "asked")?),
        14 => {
            let evidence = book.claim_file(&some()?)?.evidence.first().map(|evidence| evidence.id.clone());
            let me = book.me()?.map(|me| me.id);
            let what = match z {
                0 => Some(document),
                1 => me,
                2 => {
                    book.set_me(Some(&format!("name {y}")), None)?;
                    None
                }
                _ => evidence,
            };
            if let Some(what) = what {
                drop(book.erase(&what, false, "asked")?);
            }
        }
        15 => {
            let waiting = book.erasures()?.into_iter().find(|erasure| erasure.state == "waiting");
            match waiting {
                Some(erasure) if z == 0 => book.refuse_erasure(&erasure.what, "it is public")?,
                Some(erasure) => book.confirm_erasure(&erasure.what).map(drop)?,
                None => {}
            }
        }
        _ => {
            let other = DESKS[(y + z) % DESKS.len()].0;
            world.try_merge(book, &[other], &MergeOptions::default())?;
        }
    }
    Ok(())
}
