use super::*;
use crate::journal::entry::{Body, Write, hex};
use crate::journal::folded::makes;
use crate::model::{Extracted, Field, Kind, Polarity, Query, Quote, Received};
use crate::model::{Id, IdKind};

const KEY: [u8; 32] = [1; 32];

fn part(entry: i64, write: Write) -> SubjectPart {
    let body = serde_json::to_string(&Body::Set(write)).unwrap();
    SubjectPart { entry, n: 0, body, at: entry, hash: [entry as u8; 32], checker: 1, key: KEY }
}

fn folded(parts: &[SubjectPart]) -> Folded {
    let id = Id::fresh(IdKind::Claim, &KEY).to_string();
    Folded::of(&Touched { num: 9, id, fresh: false }, parts.to_vec())
}

fn speaker(value: &str, basis: &[i64]) -> Write {
    let basis = basis.iter().map(|e| format!("{}:0", hex(&[*e as u8; 32]))).collect();
    Write { field: Field::Speaker, value: value.into(), basis, restores: None }
}

#[test]
fn a_write_that_names_another_replaces_it() {
    let folded = folded(&[part(1, speaker("A", &[])), part(2, speaker("B", &[1]))]);
    assert_eq!(folded.text("speaker"), "B");
    assert!(folded.conflicts.is_empty());
    assert_eq!(folded.heads, [("speaker".to_owned(), 2, 0)]);
}

#[test]
fn unlike_concurrent_writes_are_a_conflict_and_equal_ones_are_not() {
    let unlike = folded(&[part(1, speaker("A", &[])), part(2, speaker("B", &[]))]);
    assert_eq!((unlike.text("speaker").as_str(), unlike.conflicts.len()), ("B", 1));
    let equal = folded(&[part(1, speaker("A", &[])), part(2, speaker("A", &[]))]);
    assert!(equal.conflicts.is_empty());
    let resolved =
        folded(&[part(1, speaker("A", &[])), part(2, speaker("B", &[])), part(3, speaker("A", &[1, 2]))]);
    assert_eq!((resolved.text("speaker").as_str(), resolved.conflicts.len()), ("A", 0));
}

#[test]
fn bodies_of_newer_versions_are_left_alone() {
    let mut strange = part(1, speaker("A", &[]));
    strange.body = r#"{"telepathy":{"x":1}}"#.into();
    let folded = folded(&[strange, part(2, speaker("B", &[]))]);
    assert_eq!(folded.text("speaker"), "B");
}
#[test]
fn nothing_is_made_by_what_cannot_be_it() {
    let (document, other) = (Id::of_document(&[1; 32]), Id::of_document(&[2; 32]));
    let claim = Id::of_claim(&document, (3, 9), (0, 2));
    let found = |end: usize| {
        let body = format!(
            r#"{{"claim":{{"document":"{document}","span":{{"start":3,"end":{end},"text":"x"}},"cue_span":[0,2],
            "quote":"direct","polarity":"assert","kind":"other"}}}}"#
        );
        serde_json::from_str::<Body>(&body).unwrap()
    };
    assert!(makes(&found(9), claim.as_str(), &KEY));
    assert!(!makes(&found(8), claim.as_str(), &KEY) && !makes(&found(9), document.as_str(), &KEY));
    let comment = Body::Comment { claim: claim.clone(), text: "x".into() };
    let own = Id::fresh(IdKind::Comment, &KEY);
    assert!(makes(&comment, own.as_str(), &KEY) && !makes(&comment, own.as_str(), &[2; 32]));
    assert!(!makes(&comment, claim.as_str(), &KEY) && !makes(&comment, CASEBOOK, &KEY));
    assert!(!makes(&Body::Casebook { id: "x".into() }, other.as_str(), &KEY));
}

#[test]
fn nobody_writes_for_another() {
    let comment = Body::Comment { claim: Id::fresh(IdKind::Claim, &KEY), text: "x".into() };
    let withdraw = |entry: i64, checker: i64| {
        let write = Write { field: Field::Withdrawn, value: "no".into(), basis: vec![], restores: None };
        SubjectPart { checker, ..part(entry, write) }
    };
    let id = Id::fresh(IdKind::Comment, &KEY).to_string();
    let mut origin = part(1, speaker("A", &[]));
    origin.body = serde_json::to_string(&comment).unwrap();
    let of =
        |parts: &[SubjectPart]| Folded::of(&Touched { num: 9, id: id.clone(), fresh: false }, parts.to_vec());
    assert_eq!(of(&[origin.clone(), withdraw(2, 2)]).withdrawn(), "");
    assert_eq!(of(&[origin, withdraw(2, 1)]).withdrawn(), "no");
    let checker = Touched { num: 9, id: Id::of_checker(&[1; 32]).to_string(), fresh: false };
    let name = |by: i64| {
        let write = Write { field: Field::Name, value: "N".into(), basis: vec![], restores: None };
        Folded::of(&checker, [SubjectPart { checker: by, ..part(1, write) }]).text("name")
    };
    assert_eq!((name(1), name(9)), (String::new(), "N".into()));
}

/// What is folded as it is written must be what is folded when it is read back; some of the numbers need all of their
/// digits, and there are more claims than are indexed by one thread.
#[test]
fn what_is_written_is_folded_as_what_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = crate::journal::Keyring::at(folder.path().join("key"));
    let mut book = crate::journal::Casebook::open_or_create(&folder.path().join("case.db"), keyring).unwrap();
    let received =
        Received { text: "على الجسر هدوء".into(), bytes: b"x".to_vec(), ..Received::default() };
    let confidence = |n: usize| ((n as f64) * 0.618_033_988_749_894_9).fract();
    let found = |n: usize| Extracted {
        start: 0,
        end: n + 1,
        text: format!("عبرت القافلة رقم {n} الجسر"),
        speaker: format!("الناطق {n}"),
        role: String::new(),
        cue: "قال".into(),
        cue_span: (0, 2),
        via: vec!["وكالة السد".into()],
        quote: Quote::Indirect,
        polarity: Polarity::Assert,
        kind: Kind::Other,
        nested: false,
        confidence: confidence(n),
        worth: 50,
        reasons: vec![],
        language: "ar".into(),
    };
    book.import(&received, &(0..300).map(found).collect::<Vec<_>>(), "1:test").unwrap();
    assert_eq!(book.rebuild(&mut |_, _| true).unwrap().different, Vec::<String>::new());
    for n in [0, 63, 64, 299] {
        let query = Query { words: vec!["القافلة".into(), n.to_string()], ..Query::default() };
        let claims = book.claims_after(&query, None, 10).unwrap();
        assert_eq!(claims.iter().map(|c| c.confidence).collect::<Vec<_>>(), [Some(confidence(n))], "{n}");
    }
}
