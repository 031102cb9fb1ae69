//! What a past state is held to: the tables as they were after each action.

use crate::journal::{Casebook, CasebookError, Keyring};
use crate::model::*;
use crate::store;
use proptest::prelude::*;
use std::path::Path;

fn desk(folder: &Path, key: &str) -> Casebook {
    Casebook::open_or_create(&folder.join("case.db"), Keyring::at(folder.join(key))).unwrap()
}

fn article(n: usize) -> (Received, Vec<Extracted>) {
    let text = format!("Bulletin {n}. The envoy said the truce holds.\n");
    let start = text.find("the truce").unwrap();
    let cue = text.find("said").unwrap();
    let claim = Extracted {
        start,
        end: start + 15,
        text: "the truce holds".into(),
        speaker: "envoy".into(),
        role: String::new(),
        cue: "said".into(),
        cue_span: (cue, cue + 4),
        via: vec![],
        quote: Quote::Indirect,
        polarity: Polarity::Assert,
        kind: Kind::Commitment,
        nested: false,
        confidence: 0.5,
        worth: 40,
        reasons: vec![],
        language: "en".into(),
    };
    let received =
        Received { bytes: text.clone().into_bytes(), text, language: "en".into(), ..Received::default() };
    (received, vec![claim])
}

/// Does one thing; what cannot be done is not.
fn act(book: &mut Casebook, what: u8, x: usize) {
    let claims = book.claims_after(&Query::default(), None, 50).unwrap();
    let claim = claims.get(x % claims.len().max(1)).map(|claim| claim.id.clone());
    let text = Some(format!("s{x}"));
    let _ = match (what, claim) {
        (0 | 1, _) | (_, None) => {
            let (received, claims) = article(x);
            book.import(&received, &claims, "1:test").map(drop)
        }
        (2, Some(c)) => book.edit_claim(&c, &ClaimEdit { speaker: text, ..Default::default() }).map(drop),
        (3, Some(c)) => book.give_verdict(&c, ["true", "false"][x % 2], "because", x == 3).map(drop),
        (4, Some(c)) => book.comment(&c, "hm").map(drop),
        (5, Some(c)) => book.dismiss_claim(&c, "opinion").or_else(|_| book.restore_claim(&c)),
        (6, Some(c)) => {
            let document = book.claim(&c).unwrap().document.unwrap();
            book.withdraw_document(&document, "a copy")
        }
        (7, _) => book.set_me(text.as_deref(), None).map(drop),
        (8, _) => book.redo().map(drop),
        (9, Some(c)) => book.claim_file(&c).map(|file| {
            file.verdicts.first().map(|verdict| book.withdraw_verdict(&verdict.id, "mistaken"));
        }),
        _ => book.undo().map(drop),
    };
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_past_is_as_it_was_after_each_action(
        deeds in prop::collection::vec((0..2usize, 0..12u8, 0..6usize), 4..20),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut desks = [desk(folder.path(), "key-a"), desk(folder.path(), "key-b")];
        let mut states = Vec::new();
        for (who, what, x) in deeds {
            act(&mut desks[who], what, x);
            let book = &desks[who];
            states.push((store::journal::clock(&book.conn).unwrap(), store::digests(&book.conn).unwrap()));
        }
        for (clock, tables) in &states {
            let past = desks[0].up_to(*clock, true, folder.path(), &mut |_, _| true).unwrap();
            prop_assert_eq!(&store::digests(&past.conn).unwrap(), tables);
        }
    }
}

#[test]
fn the_past_is_searched_and_read_and_never_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = desk(folder.path(), "key-a");
    let (received, claims) = article(1);
    let document = book.import(&received, &claims, "1:test").unwrap().document;
    let claim = book.document_claims(&document).unwrap()[0].id.clone();
    let (clock, head) = (store::journal::clock(&book.conn).unwrap(), book.head().unwrap());
    let edit = ClaimEdit { speaker: Some("mediator".into()), ..Default::default() };
    book.edit_claim(&claim, &edit).unwrap();
    let (later, claims) = article(2);
    let later = book.import(&later, &claims, "1:test").unwrap().document;

    let before = std::fs::read(book.path()).unwrap();
    let mut past = book.up_to(clock, true, folder.path(), &mut |_, _| true).unwrap();
    let found = |past: &Casebook, words: &str| past.count(&Query::parse(words).unwrap()).unwrap();
    assert_eq!((found(&past, "envoy"), found(&past, "mediator"), found(&past, "")), (1, 0, 1));
    assert_eq!(past.document_text(&document).unwrap().as_ref(), received.text);
    assert_eq!(past.claim_file(&claim).unwrap().history.len(), 1);
    assert_eq!(past.head().unwrap(), head, "the head is that of then");
    assert!(matches!(past.document(&later), Err(CasebookError::NotFound { .. })));
    assert_eq!(past.past().map(|state| (state.entries, state.all)), Some((2, 4)));
    assert!(matches!(past.comment(&claim, "hm"), Err(CasebookError::Past)));
    assert!(matches!(past.undo(), Err(CasebookError::Past)));
    assert!(matches!(past.rebuild(&mut |_, _| true), Err(CasebookError::Past)));
    assert!(matches!(past.share(&folder.path().join("x.db")), Err(CasebookError::Past)));
    drop(past);
    assert!(before == std::fs::read(book.path()).unwrap());
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 2, "the casebook and the key's folder");

    let began = book.up_to(0, false, folder.path(), &mut |_, _| true);
    assert!(matches!(began, Err(CasebookError::NotBegun(_))));
    let stopped = book.up_to(clock, false, folder.path(), &mut |_, _| false);
    assert!(matches!(stopped, Err(CasebookError::Stopped)));
}

#[test]
fn what_was_erased_since_is_not_there_and_the_rest_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = desk(folder.path(), "key-a");
    let (received, claims) = article(1);
    let document = book.import(&received, &claims, "1:test").unwrap().document;
    let claim = book.document_claims(&document).unwrap()[0].id.clone();
    let anchor = Some((document.clone(), 0, 8));
    let other = book.add_claim(&NewClaim { anchor, ..Default::default() }).unwrap();
    let clock = store::journal::clock(&book.conn).unwrap();
    book.erase(&claim, true, "asked by the source").unwrap();
    let past = book.up_to(clock, true, folder.path(), &mut |_, _| true).unwrap();
    assert!(past.claim(&claim).is_err());
    let passage = past.claim_file(&other).unwrap().passage.unwrap();
    assert_eq!(passage.claim, "Bulletin");
    assert!(!passage.after.contains("truce") && passage.after.contains("envoy"), "{}", passage.after);
}

#[test]
fn others_write_while_the_past_is_folded() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = desk(folder.path(), "key-a");
    let (received, claims) = article(1);
    book.import(&received, &claims, "1:test").unwrap();
    let clock = store::journal::clock(&book.conn).unwrap();
    let tables = store::digests(&book.conn).unwrap();
    let mut second = desk(folder.path(), "key-b");
    let mut written = 0;
    let past = book.up_to(clock, true, folder.path(), &mut |_, _| {
        written += 1;
        second.set_me(Some(&format!("name {written}")), None).is_ok()
    });
    assert!(written > 1);
    assert_eq!(store::digests(&past.unwrap().conn).unwrap(), tables);
}
