//! What a stranger can write with a key of their own, rightly hashed and signed: nothing that is shown of others' work
//! becomes theirs by it, and nothing of it goes.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod journal_support;

use hudna::journal::{CasebookError, MergeOptions, ShareOptions};
use hudna::model::*;
use journal_support::{World, article, forge, forge_with, import, same};

/// Salma's casebook `a.db` with a claim of each sort and all that can hang on one, and a copy of it in a stranger's
/// hands, `evil.db`.
struct Victim {
    world: World,
    found: Id,
    typed: Id,
    evidence: Id,
    verdict: Id,
    comment: Id,
    private: Id,
    document: Id,
}

fn victim() -> Victim {
    let world = World::new();
    let mut book = world.open("a.db", "key-a");
    book.set_me(Some("Salma"), None).unwrap();
    let document = import(&mut book, 1);
    let (received, claims) = article(2);
    let private = book.import_private(&received, &claims, "1:test").unwrap().document;
    book.renew(&document, &article(1).1, "2:test", true).unwrap();
    let found = book.document_claims(&document).unwrap()[0].id.clone();
    let typed = NewClaim { text: "It holds".into(), speaker: "Envoy".into(), ..Default::default() };
    let typed = book.add_claim(&typed).unwrap();
    let evidence = NewEvidence {
        url: "https://register.example".into(),
        quotation: String::new(),
        file: None,
        stance: Stance::Refutes,
        grade: None,
        note: "the register".into(),
    };
    let evidence = book.add_evidence(&found, &evidence).unwrap();
    let verdict = book.give_verdict(&found, "false", "the register says so", false).unwrap();
    let comment = book.comment(&found, "ask again").unwrap();
    book.share(&world.path("evil.db")).unwrap();
    drop(book);
    Victim { world, found, typed, evidence, verdict, comment, private, document }
}

/// All that is shown, apart from who was met when.
fn shown(world: &World, name: &str) -> Vec<String> {
    let shown = [
        "document ",
        "claim ",
        "extraction ",
        "evidence ",
        "verdict ",
        "comment ",
        "casebook ",
        "rating ",
        "words",
    ];
    let mut lines = world.public(name);
    lines.retain(|line| shown.iter().any(|table| line.starts_with(table)));
    lines
}

fn claim_body(rest: &str) -> String {
    format!(r#"{{"claim":{{"quote":"direct","polarity":"assert","kind":"other"{rest}}}}}"#)
}

/// Entries that make what Salma made, with other content and an earlier clock than all there is.
fn stolen(v: &Victim) -> Vec<(String, String)> {
    let Victim { found, typed, evidence, verdict, comment, private, document, .. } = v;
    let book = v.world.open("a.db", "key-a");
    let extraction = book.log(Some(document.as_str()), 99).unwrap();
    let extraction =
        extraction.iter().find(|change| change.subject.starts_with('x')).unwrap().subject.clone();
    let words = r#","span":{"text":"never said"},"speaker":"nobody""#;
    let private_body = serde_json::json!({ "document": { "title": "T", "outlet": "", "author": "", "url": "", "published": "",
        "language": "", "media_type": "", "encoding": "", "sha256": "", "text_sha256": "", "size": 0, "length": 0,
        "extraction": "" } });
    let parts = [
        (found, claim_body(words)),
        (typed, claim_body(words)),
        (
            evidence,
            format!(
                r#"{{"evidence":{{"claim":"{found}","kind":"link","url":"https://fake.example","stance":"supports"}}}}"#
            ),
        ),
        (verdict, format!(r#"{{"verdict":{{"claim":"{found}","rating":"true","why":"fake"}}}}"#)),
        (comment, format!(r#"{{"comment":{{"claim":"{found}","text":"fake"}}}}"#)),
        (private, private_body.to_string()),
    ];
    let mut parts: Vec<(String, String)> =
        parts.into_iter().map(|(id, body)| (id.to_string(), body)).collect();
    parts.push((extraction, format!(r#"{{"extraction":{{"document":"{private}","extraction":"3:fake"}}}}"#)));
    parts
}

fn parts(of: &[(String, String)]) -> Vec<(&str, String)> {
    of.iter().map(|(id, body)| (id.as_str(), body.clone())).collect()
}

#[test]
fn what_another_made_is_made_by_nobody_else() {
    let v = victim();
    let before = shown(&v.world, "a.db");
    forge(&v.world, "evil.db", "key-x", 5, &[&parts(&stolen(&v))]);
    let merged = v.world.merge("a.db", &["evil.db"]);
    assert_eq!((merged.entries, merged.untrue, merged.evidence, merged.extractions), (1, 6, 0, 0));
    same(&shown(&v.world, "a.db"), &before, "a.db").unwrap();
    let mut book = v.world.open("a.db", "key-a");
    let file = book.claim_file(&v.found).unwrap();
    assert_eq!(file.evidence[0].url, "https://register.example");
    assert_eq!(
        (file.verdicts[0].checker_name.as_str(), file.verdicts[0].rating.as_str()),
        ("Salma", "false")
    );
    assert_eq!(book.rebuild(&mut |_, _| true).unwrap().different, Vec::<String>::new());
    v.world.sound("a.db");
    // What is the writer's own is theirs to make.
    let (evidence, body) = (v.world.fresh(IdKind::Evidence, "key-x"), &stolen(&v)[2].1);
    forge(&v.world, "evil.db", "key-x", 50, &[&[(evidence.as_str(), body.clone())]]);
    v.world.merge("a.db", &["evil.db"]);
    assert_eq!(book.evidence(&evidence).unwrap().url, "https://fake.example");
}

/// Nor where what is theirs is not here: withheld, or not come yet.
#[test]
fn what_another_made_is_not_made_in_their_absence_either() {
    let v = victim();
    v.world.copy("evil.db", "whole.db");
    let query = Query { words: vec!["nothing-has-this".into()], ..Query::default() };
    let options = ShareOptions { query: Some(query), redact: vec![] };
    let stop = std::sync::Arc::default();
    let book = v.world.open("a.db", "key-a");
    let draft = book.draft_share(&options, v.world.folder.path(), &stop, &mut |_, _| ()).unwrap();
    draft.hand_over(&v.world.path("limited.db"), &[], &mut |_, _| ()).unwrap();
    v.world.copy("limited.db", "forged.db");
    forge(&v.world, "forged.db", "key-x", 5, &[&parts(&stolen(&v))]);
    v.world.merge("limited.db", &["forged.db"]);
    let book = v.world.open("limited.db", "key-b");
    assert!(book.evidence(&v.evidence).is_err() && book.verdict(&v.verdict).is_err());
    assert!(book.claim(&v.typed).is_err() && book.document(&v.private).is_err());
    drop(book);
    v.world.sound("limited.db");
    // When it comes, it is there as it was.
    let expected = shown(&v.world, "a.db");
    v.world.merge("limited.db", &["whole.db"]);
    v.world.merge("a.db", &["limited.db"]);
    for name in ["limited.db", "a.db"] {
        same(&shown(&v.world, name), &expected, name).unwrap();
    }
    v.world.sound("limited.db");
    v.world.sound("a.db");
}

/// A casebook of an earlier version has ids that do not name their writer: what is written for them goes on.
#[test]
fn ids_of_earlier_versions_are_still_made() {
    let v = victim();
    let id = format!("e{}", "0198c0ffee0070008000000000000001");
    forge(&v.world, "evil.db", "key-b", 9, &[&[(id.as_str(), stolen(&v)[2].1.clone())]]);
    v.world.merge("a.db", &["evil.db"]);
    let book = v.world.open("a.db", "key-a");
    assert_eq!(book.evidence(&id.parse().unwrap()).unwrap().url, "https://fake.example");
}

/// A stranger's word that the casebook is another one, or that ratings mean something else, whatever its date.
#[test]
fn the_casebook_and_its_scale_are_as_they_were_begun() {
    let v = victim();
    let book = v.world.open("a.db", "key-a");
    let (id, scale) = (book.id().unwrap(), book.scale().unwrap());
    let turned = r#"{"scale":{"code":"standard","ratings":[{"code":"true","ar":"خطأ","en":"False","value":1},
        {"code":"false","ar":"صحيح","en":"True","value":5}]}}"#;
    for at in [5, i64::MAX - 9] {
        let begun = |id: &str| ("casebook", format!(r#"{{ "casebook":{{"id":"{id}"}}}}"#));
        let entry = [begun("another"), begun(&id), ("casebook", turned.into())];
        forge(&v.world, "evil.db", "key-x", at, &[&entry]);
    }
    v.world.merge("a.db", &["evil.db"]);
    assert_eq!((book.id().unwrap(), book.scale().unwrap()), (id, scale));
    v.world.sound("a.db");
}

/// Undo is of what was written here, and a stranger's entry that names one's action is not it: it would send what
/// tells in words what was undone round in a ring.
#[test]
fn a_stranger_s_entry_in_the_name_of_an_action_bars_no_undo() {
    let v = victim();
    let mut book = v.world.open("a.db", "key-a");
    let action = |book: &hudna::journal::Casebook| book.log(None, 1).unwrap()[0].action.clone();
    let mut actions = vec![action(&book)];
    book.undo().unwrap().unwrap();
    actions.push(action(&book));
    for (n, action) in actions.iter().enumerate() {
        forge_with(
            &v.world,
            "evil.db",
            "key-x",
            5 + 10 * n as i64,
            &[&[("t1", "{}".into())]],
            |_, header| {
                (header.action, header.undoes, header.kind) = (action.clone(), action.clone(), "undo".into());
            },
        );
    }
    v.world.merge("a.db", &["evil.db"]);
    let undone = book.redo().unwrap().unwrap();
    assert!(
        (undone.action.kind.as_str(), &undone.action.subject) == ("comment", &v.comment.to_string())
            && undone.reverted == 1,
        "{undone:?}"
    );
    let undone = book.undo().unwrap().unwrap();
    assert!(
        (undone.action.kind.as_str(), &undone.action.subject) == ("comment", &v.comment.to_string())
            && undone.reverted == 1,
        "{undone:?}"
    );
    v.world.sound("a.db");
}

/// Erased words are no handle for taking other claims away: what is said to make one, and cannot, says not where it stands.
#[test]
fn no_stranger_s_word_puts_a_claim_where_words_are_erased() {
    let v = victim();
    let mut book = v.world.open("a.db", "key-a");
    let other = book.document_claims(&v.document).unwrap()[1].clone();
    book.erase(&other.id, true, "asked").unwrap();
    let before = shown(&v.world, "a.db");
    let (document, start, end) = (&v.document, other.start.unwrap(), other.end.unwrap());
    let body = claim_body(&format!(
        r#","document":"{document}","span":{{"start":{start},"end":{end},"text":"x"}},"speaker":"s""#
    ));
    let parts: Vec<(&str, String)> = [&v.found, &v.typed].map(|id| (id.as_str(), body.clone())).to_vec();
    forge(&v.world, "evil.db", "key-x", 5, &[&parts]);
    v.world.merge("a.db", &["evil.db"]);
    same(&shown(&v.world, "a.db"), &before, "a.db").unwrap();
    v.world.sound("a.db");
}

/// Places of any length that lie over each other can be counted.
#[test]
fn an_erasure_of_more_than_there_can_be_waits_like_any_other() {
    let v = victim();
    let spans = format!("[[0,{0}],[0,{0}]]", usize::MAX);
    let erase = format!(
        r#"{{"erase":{{"why":"w","subjects":[],"blanks":[{{"document":"{0}","spans":{spans}}},{{"document":"{1}","spans":{spans}}}]}}}}"#,
        v.document, v.private
    );
    forge_with(&v.world, "evil.db", "key-x", 5, &[&[(v.document.as_str(), erase)]], |_, h| {
        h.kind = "erase".into()
    });
    assert_eq!(v.world.merge("a.db", &["evil.db"]).erasures, 1);
    let mut book = v.world.open("a.db", "key-a");
    assert_eq!(book.erasures().unwrap()[0].blanked, u64::MAX);
    book.refuse_erasure(&v.document, "no").unwrap();
    v.world.sound("a.db");
}

/// Claims lie in one extraction's entry; one that says of several which, says it of the first.
#[test]
fn an_entry_holds_the_claims_of_one_extraction() {
    let v = victim();
    let body = |version: &str| {
        format!(r#"{{"extraction":{{"document":"{}","extraction":"{version}"}}}}"#, v.private)
    };
    let ids = [0; 3].map(|_| v.world.fresh(IdKind::Extraction, "key-x"));
    let bodies = ["with:a:1", "with:b:2", "with:c:3"].map(body);
    for order in [[0, 1, 2], [2, 1, 0]] {
        let parts: Vec<(&str, String)> = order.map(|n| (ids[n].as_str(), bodies[n].clone())).to_vec();
        forge(&v.world, "evil.db", "key-x", 5 + order[0] as i64, &[&parts]);
    }
    v.world.merge("a.db", &["evil.db"]);
    v.world.sound("a.db");
    // Of one of them something new is said.
    forge(&v.world, "evil.db", "key-x", 50, &[&[(ids[0].as_str(), bodies[0].clone())]]);
    v.world.merge("a.db", &["evil.db"]);
    v.world.sound("a.db");
}

/// An extraction that lists nothing, by rules of any number and with any date, takes claims out of the lists: the merge
/// tells of it, and whoever looks again has theirs in its place, for good and in any order.
#[test]
fn no_extraction_comes_before_all_others_for_ever() {
    let v = victim();
    let mut book = v.world.open("a.db", "key-a");
    let listed = |book: &hudna::journal::Casebook| book.claims_after(&Query::default(), None, 99).unwrap();
    let before = listed(&book);
    v.world.copy("evil.db", "c.db");
    let hide = |at: i64, name: &str| {
        let id = v.world.fresh(IdKind::Extraction, "key-x");
        let body = format!(r#"{{"extraction":{{"document":"{}","extraction":"{name}"}}}}"#, v.document);
        forge(&v.world, "evil.db", "key-x", at, &[&[(id.as_str(), body)]]);
    };
    // The same version as the current one, that nobody can have, and another program's at the end of time.
    hide(4, "2:test");
    hide(5, "4294967295:zz");
    hide(i64::MAX - 9, "with:zz:1");
    let merged = v.world.merge("a.db", &["evil.db"]);
    assert_eq!(merged.extractions, 3);
    assert!(listed(&book).len() < before.len());
    book.renew_over(&v.document, &article(1).1, "2:test", true).unwrap();
    assert_eq!(listed(&book), before);
    assert_eq!(book.rebuild(&mut |_, _| true).unwrap().different, Vec::<String>::new());
    v.world.sound("a.db");
    // Whether it comes one by one or all at once.
    book.share(&v.world.path("b.db")).unwrap();
    v.world.merge("c.db", &["b.db"]);
    same(&shown(&v.world, "c.db"), &shown(&v.world, "a.db"), "c.db").unwrap();
    // What is taken back replaces nothing.
    book.undo().unwrap().unwrap();
    assert!(listed(&book).len() < before.len());
    v.world.sound("a.db");
}

/// A stranger who says to have seen an entry that never was would have `verify` miss it for ever: it is refused, left out by
/// name, or taken knowingly.
#[test]
fn what_names_entries_that_are_nowhere_is_refused_unless_a_person_says_so() {
    let v = victim();
    let forge_naming = |at: i64, hash: String| {
        let comment = v.world.fresh(IdKind::Comment, "key-x");
        let body = format!(r#"{{"comment":{{"claim":"{}","text":"hm"}}}}"#, v.found);
        forge_with(&v.world, "evil.db", "key-x", at, &[&[(comment.as_str(), body)]], |_, h| {
            h.frontier = vec![hash.clone()];
        });
    };
    forge_naming(5, "ab".repeat(32));
    let mut book = v.world.open("a.db", "key-a");
    let refused = v.world.try_merge(&mut book, &["evil.db"], &MergeOptions::default()).unwrap_err();
    let CasebookError::Lacking { sitting, seq: 1, hash, .. } = &refused else { panic!("{refused:?}") };
    assert!(*hash == "ab".repeat(32) && refused.to_string().contains(&sitting[..12]), "{refused}");
    assert!(refused.hint().contains("--incomplete"));
    let without = MergeOptions { without: vec![sitting[..12].into()], ..Default::default() };
    assert!(v.world.try_merge(&mut book, &["evil.db"], &without).unwrap().is_empty());
    v.world.sound("a.db");
    // What is here, or comes along, is not missing.
    let last = book.last_entries().unwrap()[0].clone();
    forge_naming(9, last);
    assert_eq!(v.world.try_merge(&mut book, &["evil.db"], &without).unwrap().comments, 1);
    v.world.sound("a.db");
    let anyway = MergeOptions { incomplete: true, ..Default::default() };
    assert_eq!(v.world.try_merge(&mut book, &["evil.db"], &anyway).unwrap().comments, 1);
    assert_eq!(v.world.verify("a.db").unwrap().fault_count, 1);
    // Once it is here, it bars nothing that comes later.
    v.world.open("a.db", "key-b").share(&v.world.path("b.db")).unwrap();
    v.world.open("b.db", "key-b").comment(&v.found, "and on").unwrap();
    assert_eq!(v.world.try_merge(&mut book, &["b.db"], &MergeOptions::default()).unwrap().comments, 1);
}

/// A document's id is that of its text, and the first import says what it is called: another one that tells it unlike,
/// whatever its date, stands against it for a person to see, and cannot blank what it does not tell.
#[test]
fn imports_that_tell_a_document_unlike_stand_against_each_other() {
    let v = victim();
    let sha256 = v.world.open("a.db", "key-a").document(&v.document).unwrap().text_sha256;
    let told = |title: &str, url: &str| {
        serde_json::json!({ "document": { "title": title, "outlet": "", "author": "", "url": url, "published": "",
            "language": "", "media_type": "", "encoding": "", "sha256": "", "text_sha256": sha256, "size": 0,
            "length": 0, "extraction": "1:test" } })
        .to_string()
    };
    forge(&v.world, "evil.db", "key-x", 5, &[&[(v.document.as_str(), told("A hoax", ""))]]);
    let merged = v.world.merge("a.db", &["evil.db"]);
    let conflict = &merged.conflicts[..];
    let [Conflict { field, sides, .. }] = conflict else { panic!("{conflict:?}") };
    let sides: Vec<(&str, bool)> = sides.iter().map(|side| (side.value.as_str(), side.shown)).collect();
    assert_eq!((field.as_str(), &sides[..]), ("title", &[("A hoax", true), ("بيان 1", false)][..]));
    let mut book = v.world.open("a.db", "key-a");
    let document = book.document(&v.document).unwrap();
    assert_eq!((document.title.as_str(), document.url.as_str()), ("A hoax", "https://safa.example/0"));
    v.world.sound("a.db");
    book.resolve_conflict(v.document.as_str(), Field::Title, 2).unwrap();
    assert_eq!(
        (book.document(&v.document).unwrap().title.as_str(), book.conflicts().unwrap().len()),
        ("بيان 1", 0)
    );
    // Once a person wrote it, no import says anything against it.
    forge(&v.world, "evil.db", "key-x", 7, &[&[(v.document.as_str(), told("Another", ""))]]);
    assert_eq!(v.world.merge("a.db", &["evil.db"]).conflicts, []);
    assert_eq!(book.document(&v.document).unwrap().title, "بيان 1");
    assert_eq!(book.rebuild(&mut |_, _| true).unwrap().different, Vec::<String>::new());
    v.world.sound("a.db");
}

/// An extraction in the name of the version that everybody uses, and with words that it never found, stands against the others.
#[test]
fn findings_by_one_version_that_are_unlike_stand_against_each_other() {
    let v = victim();
    let before = v.world.open("a.db", "key-a").claim(&v.found).unwrap();
    let found: String = v
        .world
        .raw("a.db")
        .query_row(
            "SELECT p.body FROM part p JOIN subject s ON s.num = p.subject WHERE s.id = ? AND p.body LIKE '{\"claim%' LIMIT 1",
            [v.found.as_str()],
            |r| r.get(0),
        )
        .unwrap();
    let extraction = v.world.fresh(IdKind::Extraction, "key-x");
    let body = format!(r#"{{"extraction":{{"document":"{}","extraction":"2:test"}}}}"#, v.document);
    let lie = found.replace("\"speaker\":\"المتحدث\"", "\"speaker\":\"nobody\"").replace("0.9", "0.8");
    assert_ne!(lie, found);
    forge(&v.world, "evil.db", "key-x", 5, &[&[(extraction.as_str(), body), (v.found.as_str(), lie)]]);
    let merged = v.world.merge("a.db", &["evil.db"]);
    let conflict = &merged.conflicts[..];
    let [Conflict { field, sides, .. }] = conflict else { panic!("{conflict:?}") };
    let sides: Vec<(&str, bool)> = sides.iter().map(|side| (side.value.as_str(), side.shown)).collect();
    assert_eq!((field.as_str(), &sides[..]), ("speaker", &[("nobody", true), ("المتحدث", false)][..]));
    let mut book = v.world.open("a.db", "key-a");
    assert_eq!(book.claim(&v.found).unwrap().conflicts, ["speaker"]);
    v.world.sound("a.db");
    // Whoever looks again in place of all others ends it, and so does whoever resolves it.
    book.share(&v.world.path("b.db")).unwrap();
    let mut other = v.world.open("b.db", "key-b");
    other.renew_over(&v.document, &article(1).1, "2:test", true).unwrap();
    assert_eq!(
        (other.claim(&v.found).unwrap().speaker, other.conflicts().unwrap().len()),
        (before.speaker.clone(), 0)
    );
    v.world.sound("b.db");
    book.resolve_conflict(v.found.as_str(), Field::Speaker, 2).unwrap();
    assert_eq!(
        (book.claim(&v.found).unwrap().speaker, book.conflicts().unwrap().len()),
        (before.speaker.clone(), 0)
    );
    // What takes the resolution back brings the conflict back.
    book.undo().unwrap().unwrap();
    assert_eq!(book.conflicts().unwrap().len(), 1);
    book.resolve_conflict(v.found.as_str(), Field::Speaker, 2).unwrap();
    assert_eq!((book.claim(&v.found).unwrap().speaker, book.conflicts().unwrap().len()), (before.speaker, 0));
    v.world.merge("b.db", &["a.db"]);
    v.world.sound("b.db");
    v.world.sound("a.db");
}
