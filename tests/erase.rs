//! What is erased is gone from every file, and what is left still proves.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod journal_support;

use hudna::journal::{Casebook, CasebookError, MergeOptions};
use hudna::model::*;
use journal_support::traces::traces;
use journal_support::{World, article, dump, import};

/// Words that stand nowhere else, in both scripts; folded for search they are as here.
const MARKS: [&str; 2] = ["zqxverona", "ظضغثخذ"];

/// An article whose first claim has the words in it, and nothing else has.
fn marked() -> (Received, Vec<Extracted>) {
    let (mut received, mut claims) = article(3);
    let claim = claims[0].clone();
    let words = format!("إن {} شاهد {} هناك", MARKS[1], MARKS[0]);
    let text: Vec<char> = received.text.chars().collect();
    let before: String = text[..claim.start].iter().collect();
    let after: String = text[claim.end..].iter().collect();
    let grown = words.chars().count() as isize - (claim.end - claim.start) as isize;
    received.text = format!("{before}{words}{after}");
    received.bytes = format!("<p>{}</p>", received.text).into_bytes();
    claims[0].end = claim.start + words.chars().count();
    claims[0].text = words;
    let moved = |n: usize| n.checked_add_signed(grown).unwrap();
    claims[1].start = moved(claims[1].start);
    claims[1].end = moved(claims[1].end);
    claims[1].cue_span = (moved(claims[1].cue_span.0), moved(claims[1].cue_span.1));
    (received, claims)
}

fn mark(n: usize) -> String {
    format!("{} {n} {}", MARKS[0], MARKS[1])
}

/// Everything that can hang on a claim, with the words in it, written over and over.
fn work_on(world: &World, book: &mut Casebook, claim: &Id) -> Id {
    for n in 0..40 {
        let edit = ClaimEdit {
            translation: Some(mark(n)),
            role: Some(mark(n + 1)),
            speaker: Some(mark(n + 2)),
            ..Default::default()
        };
        book.edit_claim(claim, &edit).unwrap();
        book.comment(claim, &mark(n)).unwrap();
        book.give_verdict(claim, "true", &mark(n), false).unwrap();
    }
    let register: Vec<u8> = (0..30_000).flat_map(|n| format!("{n},{}\n", mark(n)).into_bytes()).collect();
    let new = NewEvidence {
        url: format!("https://{}.example", MARKS[0]),
        quotation: String::new(),
        file: Some(world.attachment(&register)),
        stance: Stance::Supports,
        grade: None,
        note: mark(1),
    };
    let evidence = book.add_evidence(claim, &new).unwrap();
    book.edit_evidence(&evidence, &EvidenceEdit { note: Some(mark(2)), ..Default::default() }).unwrap();
    std::fs::remove_file(world.path("register.csv")).unwrap();
    evidence
}

struct Case {
    world: World,
    document: Id,
    claim: Id,
    other: Id,
    evidence: Id,
}

/// A casebook with the words all over it, and the copy of it that a merge left.
fn case() -> Case {
    let world = World::new();
    let mut book = world.open("case.db", "key-a");
    import(&mut book, 1);
    let (received, claims) = marked();
    let document = book.import(&received, &claims, "1:test").unwrap().document;
    let found = book.document_claims(&document).unwrap();
    let (claim, other) = (found[0].id.clone(), found[1].id.clone());
    let evidence = work_on(&world, &mut book, &claim);
    drop(book);
    world.copy("case.db", "old.db");
    import(&mut world.open("old.db", "key-b"), 5);
    world.merge("case.db", &["old.db"]);
    let case = Case { world, document, claim, other, evidence };
    assert!(traces(case.world.folder.path(), &MARKS).len() > 8, "the test finds what is there");
    case
}

impl Case {
    /// The old copy goes out of the folder; gives where it is.
    fn put_away(&self) -> tempfile::TempDir {
        let away = tempfile::tempdir().unwrap();
        std::fs::rename(self.world.path("old.db"), away.path().join("old.db")).unwrap();
        away
    }

    fn back(&self, away: &tempfile::TempDir) {
        std::fs::copy(away.path().join("old.db"), self.world.path("old.db")).unwrap();
    }

    fn clean(&self) {
        assert_eq!(traces(self.world.folder.path(), &MARKS), []);
        self.world.sound("case.db");
        let rebuilt = self.world.open("case.db", "key-a").rebuild(&mut |_, _| true).unwrap();
        assert_eq!(rebuilt.different, [] as [String; 0]);
        assert_eq!(traces(self.world.folder.path(), &MARKS), []);
    }
}

#[test]
fn an_erased_claim_is_nowhere_and_no_old_copy_brings_it_back() {
    let case = case();
    let away = case.put_away();
    let mut book = case.world.open("case.db", "key-a");
    let before = book.document_text(&case.document).unwrap();
    let head = book.head().unwrap();
    let erased = book.erase(&case.claim, false, "asked by the source").unwrap();
    assert_eq!((erased.plan.subjects.len(), erased.plan.blanked.len()), (82, 1));
    assert_eq!((erased.reach.removed.len(), erased.reach.left.len(), &erased.reach.unswept), (1, 0, &None));
    assert_ne!(book.head().unwrap(), head);
    case.clean();

    // The text is as long as it was, the other claim stands where it stood, and the bytes are gone.
    let after = book.document_text(&case.document).unwrap();
    assert_eq!(after.chars().count(), before.chars().count());
    let other = book.claim_file(&case.other).unwrap();
    assert_eq!(other.passage.unwrap().claim, other.claim.text);
    assert!(book.document_bytes(&case.document).is_err());
    assert_eq!(book.document(&case.document).unwrap().blanked, erased.plan.blanked[0].1);
    // What was erased says so, and the log says who and why.
    assert!(matches!(book.claim(&case.claim), Err(CasebookError::Erased { .. })));
    assert!(matches!(book.evidence(&case.evidence), Err(CasebookError::Erased { .. })));
    assert!(matches!(book.erase(&case.claim, false, "again"), Err(CasebookError::Erased { .. })));
    let log = book.log(Some(case.claim.as_str()), 100).unwrap();
    assert_eq!((log[0].what.as_str(), log[0].new.as_str()), ("erase", "asked by the source"));
    assert!(log[1..].iter().all(|change| change.new == "(erased)"));
    assert_eq!(book.erasures().unwrap().len(), 1);
    // It cannot be undone: what is taken back is what came before it and is still there.
    let undone = book.undo().unwrap().unwrap();
    assert!(undone.erasure && undone.action.kind == "import", "{undone:?}");
    drop(book);

    case.back(&away);
    std::fs::remove_dir_all(away.path()).unwrap();
    let more = {
        // The old copy goes on: new words on the claim, new things that hang on it, and on these.
        let mut old = case.world.open("old.db", "key-b");
        work_on(&case.world, &mut old, &case.claim);
        let verdict = old.claim_file(&case.claim).unwrap().verdicts.last().unwrap().id.clone();
        old.withdraw_verdict(&verdict, &mark(9)).unwrap();
        old.comment(&case.other, "of the other").unwrap()
    };
    let copies = tempfile::tempdir().unwrap();
    let old = copies.path().join("old.db");
    std::fs::rename(case.world.path("old.db"), &old).unwrap();
    let mut book = case.world.open("case.db", "key-a");
    for _ in 0..2 {
        let stop = Default::default();
        let incoming = book
            .incoming(std::slice::from_ref(&old), &MergeOptions::default(), &stop, &mut |_, _, _| ())
            .unwrap();
        let merged = book.merge(&incoming, &mut |_, _, _| ()).unwrap();
        assert_eq!(merged.filled, 0);
        drop(incoming);
        case.clean();
    }
    let comments = book.claim_file(&case.other).unwrap().comments;
    assert_eq!(comments[0].id, more, "the rest came");
    assert!(matches!(book.claim(&case.claim), Err(CasebookError::Erased { .. })));
}

#[test]
fn an_erased_document_takes_all_that_hangs_on_it() {
    let case = case();
    drop(case.put_away());
    let mut book = case.world.open("case.db", "key-a");
    let erased = book.erase(&case.document, false, "asked").unwrap();
    assert_eq!(erased.plan.count(IdKind::Claim), 2);
    case.clean();
    assert!(matches!(book.document(&case.document), Err(CasebookError::Erased { .. })));
    assert!(matches!(book.claim(&case.other), Err(CasebookError::Erased { .. })));
    // The same article is not taken in again unseen.
    let (received, claims) = marked();
    assert!(matches!(book.import(&received, &claims, "1:test"), Err(CasebookError::Erased { .. })));
    let again = book.import_private(&received, &claims, "1:test").unwrap();
    assert_eq!(book.document_text(&again.document).unwrap().as_ref(), received.text);
}

#[test]
fn evidence_goes_with_its_file_unless_other_evidence_has_the_same() {
    let world = World::new();
    let mut book = world.open("case.db", "key-a");
    let document = import(&mut book, 1);
    let claim = book.document_claims(&document).unwrap()[0].id.clone();
    let mut attach = |note: &str| {
        let file = world.attachment(format!("{}\n", MARKS[0]).repeat(200).as_bytes());
        let (quotation, url) = Default::default();
        let note = note.to_owned();
        let new =
            NewEvidence { url, quotation, file: Some(file), stance: Stance::Context, grade: None, note };
        book.add_evidence(&claim, &new).unwrap()
    };
    let (first, second) = (attach(MARKS[1]), attach("the same file"));
    std::fs::remove_file(world.path("register.csv")).unwrap();
    let erased = book.erase(&first, false, "asked").unwrap();
    assert_eq!(erased.plan.mentions, [second.to_string()]);
    assert_eq!(traces(world.folder.path(), &MARKS[1..]), []);
    let mut kept = Vec::new();
    book.write_attachment(&second, &mut kept).unwrap();
    assert_eq!(kept.len(), 2000);
    world.sound("case.db");
    book.erase(&second, false, "asked").unwrap();
    assert_eq!(traces(world.folder.path(), &MARKS), []);
    world.sound("case.db");
    assert_eq!(book.claim_file(&claim).unwrap().evidence, []);
}

#[test]
fn of_a_checker_name_and_contact_go_for_good() {
    let world = World::new();
    let mut book = world.open("case.db", "key-a");
    let claim = {
        let document = import(&mut book, 1);
        book.document_claims(&document).unwrap()[0].id.clone()
    };
    for n in 0..5 {
        book.set_me(Some(&mark(n)), Some(&mark(n + 1))).unwrap();
    }
    book.give_verdict(&claim, "true", "because", false).unwrap();
    world.copy("case.db", "old.db");
    world.open("old.db", "key-a").set_me(Some(&mark(7)), Some("")).unwrap();
    let me = book.me().unwrap().unwrap().id;
    let away = tempfile::tempdir().unwrap();
    let old = away.path().join("old.db");
    std::fs::rename(world.path("old.db"), &old).unwrap();
    book.erase(&me, false, "asked").unwrap();
    assert_eq!(traces(world.folder.path(), &MARKS), []);
    world.sound("case.db");
    let stop = Default::default();
    let incoming = book.incoming(&[old], &MergeOptions::default(), &stop, &mut |_, _, _| ()).unwrap();
    book.merge(&incoming, &mut |_, _, _| ()).unwrap();
    drop(incoming);
    assert_eq!(traces(world.folder.path(), &MARKS), []);
    world.sound("case.db");
    let verdict = &book.claim_file(&claim).unwrap().verdicts[0];
    assert_eq!((verdict.checker.clone(), verdict.checker_name.as_str()), (me.clone(), me.as_str()));
    assert!(book.set_me(Some("N"), None).is_err());
}

/// Claims of a document that has one sentence in the first claim and two in the second.
#[test]
fn claims_that_share_words_go_together_or_not_at_all() {
    let world = World::new();
    let mut book = world.open("case.db", "key-a");
    let document = import(&mut book, 1);
    let found = book.document_claims(&document).unwrap();
    let (start, end) = (found[0].start.unwrap(), found[1].end.unwrap());
    let anchor = Some((document.clone(), start + 4, end));
    let both = book.add_claim(&NewClaim { anchor, ..Default::default() }).unwrap();
    // Corrected since, so that it shares words no more; its old place would tell them all the same.
    book.edit_claim(&both, &ClaimEdit { span: Some((end - 4, end)), ..Default::default() }).unwrap();
    let before = std::fs::read(world.path("case.db")).unwrap();
    match book.erase(&found[0].id, false, "asked") {
        Err(CasebookError::Overlaps { claims, .. }) => assert_eq!(claims, [both.to_string()]),
        other => panic!("{other:?}"),
    }
    assert!(std::fs::read(world.path("case.db")).unwrap() == before);
    let erased = book.erase(&found[0].id, true, "asked").unwrap();
    assert_eq!(erased.plan.overlapping.len(), 2, "and what shares words with that");
    assert_eq!(book.document_claims(&document).unwrap(), []);
    world.sound("case.db");
}

/// A colleague's erasure waits, does nothing before it is confirmed, and can be refused.
#[test]
fn an_erasure_that_comes_waits_for_a_person() {
    let world = World::new();
    let mut mine = world.open("a.db", "key-a");
    let document = import(&mut mine, 1);
    let claims = mine.document_claims(&document).unwrap();
    drop(mine);
    world.copy("a.db", "b.db");
    let mut theirs = world.open("b.db", "key-b");
    theirs.erase(&claims[0].id, false, "asked by the source").unwrap();
    let mut mine = world.open("a.db", "key-a");
    let text = mine.document_text(&document).unwrap();
    let merged = world.try_merge(&mut mine, &["b.db"], &MergeOptions::default()).unwrap();
    assert_eq!(merged.erasures, 1);
    assert_eq!((mine.waiting_erasures().unwrap(), mine.erasures().unwrap()[0].state), (1, "waiting"));
    assert_eq!(mine.claim(&claims[0].id).unwrap(), claims[0]);
    assert_eq!(mine.document_text(&document).unwrap(), text);
    world.sound("a.db");
    mine.refuse_erasure(&claims[0].id, "it is public").unwrap();
    assert_eq!((mine.waiting_erasures().unwrap(), mine.erasures().unwrap()[0].state), (0, "refused"));
    assert!(matches!(mine.refuse_erasure(&claims[0].id, "again"), Err(CasebookError::Invalid(_))));
    world.sound("a.db");
    assert_eq!(mine.claim(&claims[0].id).unwrap(), claims[0]);
    mine.confirm_erasure(&claims[0].id).unwrap();
    assert!(matches!(mine.claim(&claims[0].id), Err(CasebookError::Erased { .. })));
    assert_eq!(mine.erasures().unwrap()[0].state, "done");
    assert_eq!(theirs.document_text(&document).unwrap(), mine.document_text(&document).unwrap());
    world.sound("a.db");
    assert_eq!(world.merge("a.db", &["b.db"]).filled, 0);
    assert!(matches!(mine.confirm_erasure(&claims[0].id), Err(CasebookError::Invalid(_))));
}

/// Two erase different words of one text apart: neither's kept text may bring the other's words back.
#[test]
fn words_of_one_text_erased_apart_are_both_gone() {
    let world = World::new();
    let mut first = world.open("a.db", "key-a");
    let (received, mut claims) = marked();
    let second = claims[1].clone();
    claims[1].text = received.text.chars().skip(second.start).take(second.end - second.start).collect();
    let document = first.import(&received, &claims, "1:test").unwrap().document;
    let found = first.document_claims(&document).unwrap();
    drop(first);
    world.copy("a.db", "b.db");
    world.open("a.db", "key-a").erase(&found[0].id, false, "asked").unwrap();
    world.open("b.db", "key-b").erase(&found[1].id, false, "asked").unwrap();
    world.merge("a.db", &["b.db"]);
    world.merge("b.db", &["a.db"]);
    let words = [MARKS[0], MARKS[1]];
    let in_a = |words: &[&str]| {
        traces(world.folder.path(), words).into_iter().any(|(name, _)| name.starts_with("a.db"))
    };
    assert!(!in_a(&words), "what was erased here did not come back with the other's text");
    world.open("a.db", "key-a").confirm_erasure(&found[1].id).unwrap();
    world.open("b.db", "key-b").confirm_erasure(&found[0].id).unwrap();
    world.merge("a.db", &["b.db"]);
    world.merge("b.db", &["a.db"]);
    let text = world.open("a.db", "key-a").document_text(&document).unwrap();
    assert_eq!(text, world.open("b.db", "key-b").document_text(&document).unwrap());
    assert!(!text.contains("لن تدخل") && text.contains("قال المتحدث"));
    for name in ["a.db", "b.db"] {
        world.sound(name);
    }
    let tables = |name: &str| ["claim", "document", "evidence", "verdict"].contains(&name);
    assert_eq!(
        dump(&world.path("a.db"), tables).unwrap().len(),
        dump(&world.path("b.db"), tables).unwrap().len()
    );
    assert_eq!(traces(world.folder.path(), &words), []);
}

/// Several erase the same claim apart, one of them when it had other words besides: whoever confirms all of that at
/// once has the text with all of it blanked, and nothing else of it is gone.
#[test]
fn erasures_of_one_claim_are_confirmed_together() {
    let world = World::new();
    let mut first = world.open("a.db", "key-a");
    let document = import(&mut first, 1);
    let claim = first.document_claims(&document).unwrap().remove(0);
    let text = first.document_text(&document).unwrap();
    drop(first);
    for name in ["b.db", "c.db", "d.db"] {
        world.copy("a.db", name);
    }
    let (start, end) = (claim.start.unwrap(), claim.end.unwrap());
    let mut other = world.open("b.db", "key-b");
    let more = ClaimEdit { span: Some((start - 3, end)), ..Default::default() };
    other.edit_claim(&claim.id, &more).unwrap();
    other.erase(&claim.id, false, "asked").unwrap();
    drop(other);
    for (name, key) in [("a.db", "key-a"), ("c.db", "key-c")] {
        world.open(name, key).erase(&claim.id, false, "asked").unwrap();
    }
    world.merge("d.db", &["a.db", "b.db", "c.db"]);
    world.merge("a.db", &["b.db", "c.db"]);
    let blanked = |from: usize, to: usize| -> String {
        let blank = |(at, c)| if (from..to).contains(&at) && c != '\n' { '█' } else { c };
        text.chars().enumerate().map(blank).collect()
    };
    for (name, key) in [("a.db", "key-a"), ("d.db", "key-d")] {
        let mut book = world.open(name, key);
        book.confirm_erasure(&claim.id).unwrap();
        assert!(book.erasures().unwrap().iter().all(|erasure| erasure.state == "done"), "{name}");
        assert_eq!(book.document_text(&document).unwrap().as_ref(), blanked(start - 3, end), "{name}");
        world.sound(name);
    }
    assert_eq!(world.public_of("a.db", |t| t == "document"), world.public_of("d.db", |t| t == "document"));
}

#[test]
fn tampering_with_what_is_erased_is_found() {
    let world = World::new();
    let mut book = world.open("good.db", "key-a");
    let document = import(&mut book, 1);
    let found = book.document_claims(&document).unwrap();
    let (claim, other) = (found[0].id.clone(), found[1].id.clone());
    book.comment(&claim, "on the one").unwrap();
    book.comment(&other, "on the other").unwrap();
    book.give_verdict(&other, "true", "on the other", false).unwrap();
    book.erase(&claim, false, "asked").unwrap();
    drop(book);
    world.sound("good.db");
    let gone = "state = 'erased', salt = NULL, body = NULL, blob = NULL";
    let table = [
        (
            format!("UPDATE part SET {gone} WHERE body LIKE '%on the other%'; DELETE FROM comment; DELETE FROM verdict"),
            "no erasure was done that covers it",
        ),
        (
            format!(
                "UPDATE part SET {gone} WHERE body LIKE '%on the other%'; DELETE FROM comment; DELETE FROM verdict;
                 UPDATE erasure SET state = 'waiting'"
            ),
            "what no erasure does",
        ),
        ("DELETE FROM erasure".to_owned(), "is an erasure or is kept as one, and is not both"),
        ("INSERT INTO erasure VALUES (1, 'waiting')".to_owned(), "is an erasure or is kept as one, and is not both"),
        ("UPDATE erasure SET state = 'refused'".to_owned(), "what no erasure does"),
        ("DELETE FROM erased WHERE subject = (SELECT max(subject) FROM erased)".to_owned(), "is not in the list"),
        ("UPDATE erased SET whole = 1 - whole".to_owned(), "what no erasure does"),
        (
            format!("INSERT INTO erased SELECT num, 1 FROM subject WHERE id = '{other}'"),
            "what no erasure does",
        ),
    ];
    for (change, expected) in table {
        world.copy("good.db", "case.db");
        world.raw("case.db").execute_batch(&change).unwrap();
        let faults = world.verify("case.db").unwrap().faults;
        assert!(faults.iter().any(|fault| fault.what.english().contains(expected)), "{change}: {faults:?}");
    }
}

/// A program that is killed between taking out and clearing clears when the casebook is next opened.
#[test]
fn clearing_is_made_up_for() {
    let case = case();
    let away = case.put_away();
    let mut book = case.world.open("case.db", "key-a");
    book.erase(&case.claim, false, "asked").unwrap();
    drop(book);
    // As it was in between: a free page with old bytes, an index that was not merged.
    let conn = case.world.raw("case.db");
    conn.execute_batch(&format!(
        "PRAGMA secure_delete = OFF; CREATE TABLE stray (words TEXT); INSERT INTO stray VALUES ('{}');
         DROP TABLE stray; INSERT INTO search (rowid, words, speaker, forms) VALUES (9999, '{}', '', '');
         DELETE FROM search WHERE rowid = 9999; UPDATE erasure SET state = 'done'",
        mark(1).repeat(400),
        mark(1)
    ))
    .unwrap();
    drop(conn);
    let backup = case.world.path("case.db.before-merge-20260101T000000000Z");
    std::fs::copy(away.path().join("old.db"), &backup).unwrap();
    assert!(traces(case.world.folder.path(), &MARKS).iter().any(|(name, _)| name == "case.db"));
    drop(case.world.open("case.db", "key-a"));
    assert!(!backup.exists());
    case.clean();
}
