//! Histories written apart and merged in any order and grouping give the same casebook.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod journal_support;

use hudna::journal::{Casebook, CasebookError, KeySaid, MergeOptions};
use hudna::model::*;
use journal_support::{World, cases, done_or_refused, import, same};
use proptest::prelude::*;

/// Three checkers, one of them with two copies of the file.
const DESKS: [(&str, &str); 4] =
    [("a.db", "key-a"), ("b.db", "key-b"), ("c.db", "key-c"), ("a2.db", "key-a")];

/// A deed at a desk: which desk, what is done, and two numbers to choose by.
type Deed = (usize, u8, usize, usize);

/// What is done without erasing anything, and with that.
const PLAIN: u8 = 22;
const WITH_ERASURES: u8 = 26;

fn deeds(kinds: u8) -> impl Strategy<Value = Vec<Deed>> {
    prop::collection::vec((0..DESKS.len(), 0..kinds, 0..8usize, 0..6usize), 12..40)
}

fn orders() -> impl Strategy<Value = Vec<[usize; 4]>> {
    prop::collection::vec(Just([0usize, 1, 2, 3]).prop_shuffle(), 2)
}

/// Brings the desks together in every way; gives the names of what came of it.
fn together(world: &World, orders: &[[usize; 4]]) -> Vec<String> {
    let mut results = Vec::new();
    for (n, order) in orders.iter().enumerate() {
        let names: Vec<&str> = order.iter().map(|at| DESKS[*at].0).collect();
        // One after the other.
        let chain = format!("chain{n}.db");
        world.copy(names[0], &chain);
        for name in &names[1..] {
            world.merge(&chain, &[name]);
        }
        results.push(chain);
        // In two groups, which then meet.
        let (left, right) = (format!("left{n}.db"), format!("right{n}.db"));
        world.copy(names[1], &left);
        world.copy(names[3], &right);
        world.merge(&left, &[names[0]]);
        world.merge(&right, &[names[2], &left]);
        results.push(right);
        // All at once, and each of them twice.
        let all = format!("all{n}.db");
        world.copy(names[2], &all);
        world.merge(&all, &[names[3], names[0], names[3], names[1], names[0]]);
        results.push(all);
    }
    results
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(12, 300), max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_order_and_grouping_gives_the_same_casebook(deeds in deeds(PLAIN), orders in orders()) {
        let world = begun();
        for deed in &deeds {
            act(&world, *deed);
        }
        let results = together(&world, &orders);
        let expected = world.public(&results[0]);
        let keys = |name: &str| world.open(name, "key-a").keys().unwrap();
        let expected_keys = keys(&results[0]);
        for name in &results {
            prop_assert_eq!(&world.public(name), &expected, "{}", name);
            prop_assert_eq!(&keys(name), &expected_keys, "{}", name);
            world.sound(name);
            for (desk, _) in DESKS {
                prop_assert!(world.merge(name, &[desk]).is_empty(), "{} again into {}", desk, name);
            }
            let before = std::fs::read(world.path(name)).unwrap();
            world.merge(name, &["a.db", "b.db"]);
            prop_assert!(before == std::fs::read(world.path(name)).unwrap(), "merging again wrote to {}", name);
        }
    }

    /// Where the same erasures are confirmed, the same is left, and nothing that merges later brings any of it back.
    #[test]
    fn what_is_erased_is_erased_in_any_order(deeds in deeds(WITH_ERASURES), orders in orders()) {
        let world = begun();
        for deed in &deeds {
            act(&world, *deed);
        }
        let results = together(&world, &orders);
        for name in &results {
            let mut book = world.open(name, "key-a");
            for erasure in book.erasures().unwrap() {
                match book.confirm_erasure(&erasure.what) {
                    Ok(_) | Err(CasebookError::Invalid(_)) => {}
                    Err(error) => panic!("{error}"),
                }
            }
        }
        let journal = ["sitting ", "entry ", "part ", "blob "];
        let tables = |name: &str| {
            let mut lines = world.public(name);
            lines.retain(|line| !journal.iter().any(|table| line.starts_with(table)));
            lines
        };
        let expected = tables(&results[0]);
        for name in &results {
            prop_assert_eq!(&tables(name), &expected, "{}", name);
            world.sound(name);
        }
        // Older copies bring nothing back; the confirmations go round.
        let others: Vec<&str> = results.iter().map(String::as_str).chain(DESKS.map(|(desk, _)| desk)).collect();
        for name in &results {
            world.merge(name, &others);
            prop_assert_eq!(&tables(name), &expected, "{} in the end", name);
            world.sound(name);
        }
        let expected = world.public(&results[0]);
        for name in &results {
            same(&world.public(name), &expected, name)?;
            let before = std::fs::read(world.path(name)).unwrap();
            world.merge(name, &others);
            prop_assert!(before == std::fs::read(world.path(name)).unwrap(), "merging again wrote to {}", name);
        }
    }
}

/// A case that all four desks have a copy of.
fn begun() -> World {
    let world = World::new();
    let mut first = world.open("a.db", "key-a");
    import(&mut first, 1);
    drop(first);
    for (name, _) in &DESKS[1..] {
        world.copy("a.db", name);
    }
    world
}

/// Does one thing at one desk; what cannot be done there is not.
fn act(world: &World, (desk, what, x, y): Deed) {
    let (name, key) = DESKS[desk];
    if what == 15 {
        world
            .raw(name)
            .execute("UPDATE clock SET at = at + ?", [((y as i64 - 1).max(0) * 86_400_000) << 16])
            .unwrap();
    }
    let mut book = world.open(name, key);
    if what == 15 {
        let text = "said where the clock may be ahead".into();
        book.add_claim(&NewClaim { text, speaker: format!("s{x}"), ..Default::default() }).unwrap();
        return;
    }
    done_or_refused(deed(world, &mut book, (what, x, y)), what, name);
}

fn deed(world: &World, book: &mut Casebook, (what, x, y): (u8, usize, usize)) -> Result<(), CasebookError> {
    let claims = book.claims_after(&Query::default(), None, 50)?;
    let claim = claims.get(x % claims.len().max(1)).map(|claim| claim.id.clone());
    let claim = claim.ok_or_else(|| CasebookError::Invalid("no claim".into()))?;
    let file = book.claim_file(&claim)?;
    let document = book.documents()?.first().map(|document| document.id.clone());
    let text = Some(format!("s{y}"));
    match what {
        // What is erased here may be imported again, which is refused.
        0 | 1 => {
            let (received, claims) = journal_support::article(x % 4);
            ok(book.import(&received, &claims, "1:test")?);
        }
        2 | 3 => ok(book.edit_claim(&claim, &ClaimEdit { speaker: text, ..Default::default() })?),
        4 => ok(book
            .edit_claim(&claim, &ClaimEdit { role: text, kind: Some(Kind::Other), ..Default::default() })?),
        5 | 6 => ok(book.give_verdict(&claim, ["true", "false", "satire"][y % 3], "because", y == 5)?),
        7 => {
            if let Some(verdict) = file.verdicts.first() {
                book.withdraw_verdict(&verdict.id, "mistaken")?;
            }
        }
        8 => ok(book.comment(&claim, &format!("comment {y}"))?),
        9 => {
            let file = (y == 0).then(|| world.attachment(&[b'x'; 300]));
            let url = format!("https://e.example/{y}");
            let (quotation, note) = Default::default();
            let new = NewEvidence { url, quotation, file, stance: Stance::Context, grade: None, note };
            ok(book.add_evidence(&claim, &new)?);
        }
        10 => {
            if let Some(evidence) = file.evidence.first() {
                match y {
                    0 => book.withdraw_evidence(&evidence.id, "gone")?,
                    _ => drop(
                        book.edit_evidence(&evidence.id, &EvidenceEdit { note: text, ..Default::default() })?,
                    ),
                }
            }
        }
        11 if file.claim.dismissed.is_empty() => book.dismiss_claim(&claim, &format!("reason {y}"))?,
        11 => book.restore_claim(&claim)?,
        12 | 13 => ok(book.undo()?),
        14 => ok(book.redo()?),
        16 => {
            book.set_me(Some(&format!("name {y}")), None)?;
            book.set_publisher(Some(&format!("publisher {y}")), None)?;
        }
        17 => {
            if let Some(document) = document {
                match y {
                    0 => book.withdraw_document(&document, "false")?,
                    _ => drop(
                        book.edit_document(&document, &DocumentEdit { title: text, ..Default::default() })?,
                    ),
                }
            }
        }
        18 => {
            let other = DESKS[y % DESKS.len()].0;
            world.try_merge(book, &[other], &MergeOptions::default())?;
        }
        20 | 21 => {
            let (there, other) = DESKS[x % DESKS.len()];
            let key = world.keyring(other).load_or_make()?.public();
            let says = if what == 20 { Says::Mine } else { Says::ALL[y % Says::ALL.len()] };
            book.say_of_key(&KeySaid { why: "because".into(), ..KeySaid::new(says, key) })?;
            // Links are what the rest hangs on, and it takes two to make one.
            if what == 20 {
                let mine = book.keyring().load_or_make()?.public();
                world.open(there, other).say_of_key(&KeySaid::new(Says::Mine, mine))?;
            }
        }
        22 => {
            let me = book.me()?.map(|me| me.id);
            let evidence = file.evidence.first().map(|evidence| evidence.id.clone());
            let what = match y {
                0 => document,
                1 => me,
                2 | 3 => evidence,
                _ => Some(claim),
            };
            if let Some(what) = what {
                book.erase(&what, y == 5, "asked by the source")?;
            }
        }
        23 | 24 => {
            let waiting = book.erasures()?.into_iter().find(|erasure| erasure.state == "waiting");
            match waiting {
                Some(erasure) if y == 0 => book.refuse_erasure(&erasure.what, "it is public")?,
                Some(erasure) => ok(book.confirm_erasure(&erasure.what)?),
                None => {}
            }
        }
        25 => {
            let (received, claims) = journal_support::article(8 + x);
            ok(book.import_private(&received, &claims, "1:test")?);
        }
        _ => {
            if let Some(conflict) = book.conflicts()?.first() {
                book.resolve_conflict(&conflict.subject, conflict.field.parse().unwrap(), 1)?;
            }
        }
    }
    Ok(())
}

/// What a deed gives is not looked at.
fn ok<T>(_: T) {}
