//! Files made to do harm: rightly signed by a stranger, or broken at random. A merge refuses them or keeps their words
//! without believing them; nothing panics, nothing of others is changed, and the casebook can be read afterwards.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod journal_support;

use hudna::journal::entry::{Header, Opening};
use hudna::journal::{CasebookError, MergeOptions};
use hudna::model::*;
use journal_support::{World, forge, forge_with};
use proptest::prelude::*;

/// A casebook with work in it, as `a.db`, and a copy in a stranger's hands.
fn victim() -> (World, Id) {
    let world = World::new();
    let claim = world.full("a.db");
    world.open("a.db", "key-a").share(&world.path("evil.db")).unwrap();
    (world, claim)
}

/// Reads everything as lists, details and reports do.
fn read_all(world: &World, name: &str) -> Vec<ClaimFile> {
    let book = world.open(name, "key-a");
    book.documents().unwrap();
    book.log(None, usize::MAX).unwrap();
    book.checkers().unwrap();
    book.scale().unwrap();
    book.conflicts().unwrap();
    book.disputes().unwrap();
    let claims = book.claims_after(&Query::default(), None, usize::MAX).unwrap();
    claims.iter().filter_map(|claim| book.claim_file(&claim.id).ok()).collect()
}

#[test]
fn a_stranger_cannot_speak_for_another() {
    let (world, claim) = victim();
    let before = world.open("a.db", "key-a").claim_file(&claim).unwrap();
    let publisher = world.open("a.db", "key-a").publisher().unwrap();
    let set = |field: &str, value: &str| format!(r#"{{"set":{{"field":"{field}","value":{value}}}}}"#);
    let document = before.document.as_ref().unwrap();
    let other_text = serde_json::json!({ "document": { "title": "T", "outlet": "", "author": "", "url": "", "published": "",
        "language": "", "media_type": "", "encoding": "", "sha256": "", "text_sha256": "00".repeat(32), "size": 0,
        "length": 0, "extraction": "" } })
    .to_string();
    let other_place = format!(
        r#"{{"claim":{{"document":"{}","span":{{"start":1,"end":2,"text":"never said"}},"cue_span":[0,1],"quote":"direct","polarity":"assert","kind":"other"}}}}"#,
        document.id
    );
    let (verdict, comment) = (&before.verdicts[0], &before.comments[0]);
    let parts = [
        // Earlier than all there is, so that these come first in the order of folding.
        (document.id.as_str(), other_text),
        (claim.as_str(), other_place),
        (verdict.id.as_str(), set("withdrawn", "\"I lied\"")),
        (comment.id.as_str(), set("withdrawn", "\"I lied\"")),
        (verdict.checker.as_str(), set("name", "\"Liar\"")),
        ("casebook", r#"{"casebook":{"id":"another"}}"#.into()),
    ];
    let parts: Vec<(&str, String)> = parts.into_iter().collect();
    forge(&world, "evil.db", "key-x", 5, &[&parts]);
    let merged = world.merge("a.db", &["evil.db"]);
    assert_eq!((merged.entries, merged.conflicts.len(), merged.disputes.len()), (1, 0, 0));
    let after = world.open("a.db", "key-a").claim_file(&claim).unwrap();
    assert_eq!(after.claim, before.claim);
    assert_eq!((&after.verdicts, &after.comments), (&before.verdicts, &before.comments));
    assert_eq!(after.document, before.document);
    let book = world.open("a.db", "key-a");
    assert_eq!(book.publisher().unwrap(), publisher);
    assert!(!book.checkers().unwrap().iter().any(|checker| checker.name == "Liar"));
    world.sound("a.db");
}

#[test]
fn strange_values_are_kept_and_harm_nobody() {
    let (world, claim) = victim();
    let set = |field: &str, value: &str| format!(r#"{{"set":{{"field":"{field}","value":{value}}}}}"#);
    let evidence = world.open("a.db", "key-a").claim_file(&claim).unwrap().evidence[0].id.clone();
    let fresh = |kind| world.fresh(kind, "key-x").to_string();
    let (c1, c2, c3, e1, v1, v2, m1) = (
        fresh(IdKind::Claim),
        fresh(IdKind::Claim),
        fresh(IdKind::Claim),
        fresh(IdKind::Evidence),
        fresh(IdKind::Verdict),
        fresh(IdKind::Verdict),
        fresh(IdKind::Comment),
    );
    let document = world.open("a.db", "key-a").claim(&claim).unwrap().document.unwrap();
    let claim_body =
        |rest: &str| format!(r#"{{"claim":{{"quote":"direct","polarity":"assert","kind":"other"{rest}}}}}"#);
    let huge = u64::MAX;
    let parts = [
        (c1.as_str(), claim_body(&format!(r#","document":"{document}","span":{{"start":{huge},"end":1,"text":"x"}}"#))),
        (c2.as_str(), claim_body(&format!(r#","document":"{document}","span":{{"start":0,"end":{huge},"text":"x"}}"#))),
        (c3.as_str(), claim_body(r#","worth":255,"reasons":["nonsense"],"confidence":1e300"#)),
        (claim.as_str(), set("span", r#"{"start":-5,"text":7}"#)),
        (claim.as_str(), set("via", "17")),
        (claim.as_str(), set("kind", "\"war\"")),
        (claim.as_str(), set("status", "{\"a\":[]}")),
        (claim.as_str(), set("speaker", "null")),
        (claim.as_str(), set("language", "\"\\u202e\\u0000\\u001b[2J\"")),
        (evidence.as_str(), set("grade", "\"Z99\"")),
        (evidence.as_str(), set("stance", "[[[]]]")),
        (e1.as_str(), format!(r#"{{"evidence":{{"claim":"{claim}","kind":"file","stance":"refutes","grade":"!!","file":{{"name":"../../x","size":18446744073709551615,"sha256":"zz"}}}}}}"#)),
        (v1.as_str(), format!(r#"{{"verdict":{{"claim":"{claim}","rating":"disputed","why":""}}}}"#)),
        (v2.as_str(), format!(r#"{{"verdict":{{"claim":"{c1}","rating":"","why":"","basis":["{v1}"]}}}}"#)),
        (m1.as_str(), format!(r#"{{"comment":{{"claim":"{}","text":""}}}}"#, fresh(IdKind::Claim))),
        ("casebook", r#"{"scale":{"code":"mine","ratings":[{"code":"a","ar":"","en":"","value":1},{"code":"a","ar":"","en":"","value":1}]}}"#.into()),
        ("t0123", r#"{"telepathy":{"deep":[[[[{"x":1}]]]]}}"#.into()),
        (c2.as_str(), "[".repeat(50_000) + &"]".repeat(50_000)),
        ("k", set("name", "\"x\"")),
    ];
    let parts: Vec<(&str, String)> = parts.into_iter().collect();
    forge(&world, "evil.db", "key-x", i64::MAX - 9, &[&parts, &[(c1.as_str(), set("withdrawn", "true"))]]);
    let merged = world.merge("a.db", &["evil.db"]);
    assert_eq!((merged.entries, merged.ahead), (2, 2));
    read_all(&world, "a.db");
    world.open("a.db", "key-a").comment(&claim, "work goes on").unwrap();
    world.sound("a.db");
    assert!(world.merge("a.db", &["evil.db"]).is_empty());
}

/// What hashes and signatures cannot rule out, and must be refused all the same.
#[test]
fn entries_that_are_signed_and_no_entries_are_refused() {
    let (world, claim) = victim();
    let long = "x".repeat(70);
    for (what, subject, body) in [
        ("no JSON", claim.as_str(), "no JSON".to_owned()),
        ("nine megabytes", claim.as_str(), format!("\"{}\"", "x".repeat(9 << 20))),
        ("a name without end", long.as_str(), "{}".into()),
        ("a name that is none", "c\u{202e}1", "{}".into()),
        ("no name", "", "{}".into()),
    ] {
        world.copy("evil.db", "try.db");
        forge(&world, "try.db", "key-x", 5, &[&[(subject, body)]]);
        let mut book = world.open("a.db", "key-a");
        let refused = world.try_merge(&mut book, &["try.db"], &MergeOptions::default());
        assert!(matches!(refused, Err(CasebookError::Unsound { .. })), "{what}");
    }
    world.sound("a.db");
}

/// A checker's own key can sign anything; what does not hang together is refused all the same.
#[test]
fn headers_that_are_signed_and_lie_are_refused() {
    let (world, claim) = victim();
    let comment = || {
        let body = format!(r#"{{"comment":{{"claim":"{claim}","text":"x"}}}}"#);
        vec![(world.fresh(IdKind::Comment, "key-x").to_string(), body)]
    };
    let entries: Vec<Vec<(String, String)>> = (0..3).map(|_| comment()).collect();
    let entries: Vec<Vec<(&str, String)>> =
        entries.iter().map(|parts| parts.iter().map(|(s, b)| (s.as_str(), b.clone())).collect()).collect();
    let entries: Vec<&[(&str, String)]> = entries.iter().map(Vec::as_slice).collect();
    type Change = fn(usize, &mut Header);
    let table: &[(&str, Change)] = &[
        ("another entry before", |n, h| {
            if n == 1 {
                h.prev = "0".repeat(64)
            }
        }),
        ("no entry before", |n, h| {
            if n == 1 {
                h.prev = String::new()
            }
        }),
        ("an entry before the first", |n, h| {
            if n == 0 {
                h.prev = "0".repeat(64)
            }
        }),
        ("a number left out", |n, h| {
            if n == 2 {
                h.seq = 4
            }
        }),
        ("a clock that goes back", |n, h| {
            if n == 1 {
                h.at = 3
            }
        }),
        ("a clock before all time", |_, h| h.at -= 100),
        ("no opening", |_, h| h.opens = None),
        ("two openings", |n, h| {
            if n == 1 {
                h.opens = opening()
            }
        }),
        ("another key", |n, h| {
            if n == 0 {
                h.opens = opening()
            }
        }),
        ("a name that is no hash", |n, h| {
            if n == 0 {
                h.frontier = vec!["zz".into()]
            }
        }),
        ("a kind without end", |n, h| {
            if n == 0 {
                h.kind = "k".repeat(65)
            }
        }),
        ("a casebook without a name", |_, h| {
            if let Some(opens) = &mut h.opens {
                opens.casebook.clear()
            }
        }),
    ];
    let before = world.public("a.db");
    for (what, change) in table {
        world.copy("evil.db", "try.db");
        forge_with(&world, "try.db", "key-x", 5, &entries, change);
        let mut book = world.open("a.db", "key-a");
        let refused = world.try_merge(&mut book, &["try.db"], &MergeOptions::default());
        let Err(refused @ CasebookError::Unsound { .. }) = refused else { panic!("{what}: {refused:?}") };
        assert!(!refused.to_string().contains("its columns"), "{what}: {refused}");
        assert!(world.verify("try.db").unwrap().fault_count > 0, "{what}");
    }
    assert_eq!(world.public("a.db"), before);
    forge(&world, "evil.db", "key-x", 5, &entries);
    assert_eq!(world.merge("a.db", &["evil.db"]).comments, 3, "without a lie they are taken");
}

fn opening() -> Option<Opening> {
    Some(Opening { nonce: "0".repeat(32), key: "0".repeat(64), casebook: "x".into() })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: journal_support::cases(120, 4000), max_shrink_iters: 40, ..ProptestConfig::default() })]

    /// Pieces of the file are overwritten, moved and cut; a merge refuses it or leaves a sound casebook.
    #[test]
    fn broken_files_are_refused_or_sound(
        breaks in prop::collection::vec((0..4u8, any::<u32>(), any::<u32>(), any::<u8>()), 1..8)
    ) {
        thread_local!(static VICTIM: (World, Vec<u8>, Vec<u8>, Vec<String>) = broken_victim());
        VICTIM.with(|(world, mine, theirs, before)| {
            let mut bytes = theirs.clone();
            for (how, at, to, with) in breaks {
                break_piece(&mut bytes, how, at as usize, to as usize, with);
            }
            std::fs::write(world.path("a.db"), mine).unwrap();
            std::fs::write(world.path("broken.db"), &bytes).unwrap();
            let mut book = world.open("a.db", "key-a");
            match world.try_merge(&mut book, &["broken.db"], &MergeOptions::default()) {
                Ok(_) => drop(world.sound("a.db")),
                Err(error) => {
                    assert!(!error.hint().is_empty(), "{error}");
                    drop(book);
                    assert_eq!(&world.public("a.db"), before, "{error}");
                }
            }
        });
    }
}

/// A casebook, and a copy of it with work that it does not have.
fn broken_victim() -> (World, Vec<u8>, Vec<u8>, Vec<String>) {
    let (world, claim) = victim();
    let mut other = world.open("evil.db", "key-x");
    journal_support::import(&mut other, 7);
    other.give_verdict(&claim, "satire", "no", false).unwrap();
    other.comment(&claim, "hm").unwrap();
    drop(other);
    let bytes = |name: &str| std::fs::read(world.path(name)).unwrap();
    let (mine, theirs, before) = (bytes("a.db"), bytes("evil.db"), world.public("a.db"));
    (world, mine, theirs, before)
}

fn break_piece(bytes: &mut [u8], how: u8, at: usize, to: usize, with: u8) {
    let length = bytes.len();
    // The head of the file is looked at first, and seldom let through when it is broken.
    let (at, to) = (100 + at % (length - 100), to % length);
    match how {
        0 => bytes[at] ^= with.max(1),
        1 => {
            let piece = bytes[at..(at + 16 + usize::from(with)).min(length)].to_vec();
            let to = 100 + to % (length - 100 - piece.len());
            bytes[to..to + piece.len()].copy_from_slice(&piece);
        }
        2 => {
            let (a, b) = (at / 8192, to / 8192);
            if a != b && a > 0 && b > 0 {
                let page = bytes[a * 8192..(a + 1) * 8192].to_vec();
                bytes[b * 8192..(b + 1) * 8192].copy_from_slice(&page);
            }
        }
        _ => {
            let end = (at + usize::from(with)).min(length);
            bytes[at..end].fill(with);
        }
    }
}
