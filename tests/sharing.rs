//! Copies with parts withheld: what they hold, what they do not, and how they come together again.

#![allow(clippy::unwrap_used, clippy::panic)] // in helpers as in tests

mod journal_support;

use hudna::journal::{CasebookError, Draft, Recipient, ShareOptions};
use hudna::model::*;
use journal_support::{World, article, forge, import};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Drafts a copy of a casebook.
fn draft(world: &World, name: &str, query: Option<&str>, redact: &[Id]) -> Draft {
    let options =
        ShareOptions { query: query.map(|text| Query::parse(text).unwrap()), redact: redact.to_vec() };
    let stop = Arc::new(AtomicBool::new(false));
    world.open(name, "key-a").draft_share(&options, world.folder.path(), &stop, &mut |_, _| ()).unwrap()
}

/// Writes a copy of a casebook.
fn share(world: &World, name: &str, to: &str, query: Option<&str>, redact: &[Id]) {
    draft(world, name, query, redact).hand_over(&world.path(to), &[], &mut |_, _| ()).unwrap();
}

/// Whether a file holds this text, as it lies there or in what is packed in it.
fn holds(world: &World, name: &str, text: &str) -> bool {
    let within = |bytes: &[u8]| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    let conn = Connection::open(world.path(name)).unwrap();
    let mut chunks = conn.prepare("SELECT data FROM chunk").unwrap();
    let mut chunks = chunks.query_map([], |r| r.get::<_, Vec<u8>>(0)).unwrap();
    within(&std::fs::read(world.path(name)).unwrap())
        || chunks.any(|data| within(&zstd::bulk::decompress(&data.unwrap(), 1 << 20).unwrap()))
}

/// Two articles, each with work on its first claim by two checkers; every text says whose and about which it is.
fn two_articles(world: &World, name: &str) -> [Id; 2] {
    let mut first = world.open(name, "key-a");
    first.set_me(Some("Salma Hadid"), Some("salma@mizan.example")).unwrap();
    let documents = [import(&mut first, 1), import(&mut first, 4)];
    let claims = documents.map(|d| first.document_claims(&d).unwrap()[0].id.clone());
    for (n, claim) in ["ONE", "TWO"].iter().zip(&claims) {
        let role = Some(format!("role {n}"));
        first.edit_claim(claim, &ClaimEdit { role, ..Default::default() }).unwrap();
        let evidence = NewEvidence {
            url: String::new(),
            quotation: String::new(),
            file: Some(world.attachment(format!("file {n} ").repeat(50).as_bytes())),
            stance: Stance::Refutes,
            grade: None,
            note: format!("note {n}"),
        };
        first.add_evidence(claim, &evidence).unwrap();
        first.give_verdict(claim, "true", &format!("why {n}"), false).unwrap();
        first.comment(claim, &format!("comment {n} by Salma")).unwrap();
    }
    let mut second = world.open(name, "key-b");
    second.set_me(Some("Nadim"), Some("nadim@mizan.example")).unwrap();
    second.comment(&claims[1], "comment TWO by the second").unwrap();
    claims
}

fn checker(world: &World, key: &str) -> Id {
    world.keyring(key).load().unwrap().unwrap().checker()
}

#[test]
fn a_limited_copy_holds_what_its_claims_need_and_nothing_else() {
    let world = World::new();
    let claims = two_articles(&world, "a.db");
    let document = world.open("a.db", "key-a").claim(&claims[0]).unwrap().document.unwrap();
    let draft = draft(&world, "a.db", Some(&format!("doc:{document}")), &[]);
    let tells = draft.tells.clone();
    draft.hand_over(&world.path("part.db"), &[], &mut |_, _| ()).unwrap();
    let (whole, part) = (world.sound("a.db"), world.sound("part.db"));
    assert_eq!((part.head, part.entries), (whole.head, whole.entries));
    assert_eq!(part.parts + part.withheld, whole.parts);
    assert_eq!((tells.present, tells.withheld, tells.entries), (part.parts, part.withheld, part.entries));
    assert_eq!(tells.checkers.len(), 2);
    let of = |what: &str| tells.ids.iter().find(|ids| ids.what == what).map(|ids| (ids.ids, ids.here));
    assert_eq!((of("document"), of("claim"), of("comment")), (Some((2, 1)), Some((4, 2)), Some((3, 1))));
    let texts = ["role", "file", "note", "why", "comment"];
    for text in texts {
        assert!(holds(&world, "part.db", &format!("{text} ONE")), "{text}");
        assert!(holds(&world, "a.db", &format!("{text} TWO")), "{text}: the whole must hold it");
        assert!(!holds(&world, "part.db", &format!("{text} TWO")), "{text}");
    }
    assert!(holds(&world, "part.db", "Salma Hadid") && holds(&world, "part.db", "بيان 1"));
    for text in ["بيان 4", "Nadim", "nadim@mizan.example", "safa.example/2"] {
        assert!(holds(&world, "a.db", text) && !holds(&world, "part.db", text), "{text}");
    }
    let book = world.open("part.db", "key-c");
    assert_eq!((book.documents().unwrap().len(), book.count(&Query::default()).unwrap()), (1, 2));
    assert!(book.claim(&claims[1]).is_err());
    assert_eq!(book.scale().unwrap(), world.open("a.db", "key-a").scale().unwrap());
}

#[test]
fn it_brings_back_what_was_done_on_it_and_is_filled_by_the_whole() {
    let world = World::new();
    let claims = two_articles(&world, "a.db");
    share(&world, "a.db", "part.db", Some("ONE"), &[]);
    let mut holder = world.open("part.db", "key-c");
    assert_eq!(holder.count(&Query::default()).unwrap(), 1);
    holder.set_me(Some("Lina"), None).unwrap();
    holder.give_verdict(&claims[0], "false", "I was there", false).unwrap();
    // What is withheld here can come in anew.
    import(&mut holder, 4);
    drop(holder);
    world.open("a.db", "key-a").comment(&claims[1], "meanwhile").unwrap();
    world.copy("a.db", "whole.db");
    let merged = world.merge("a.db", &["part.db"]);
    assert_eq!((merged.verdicts, merged.by.len(), merged.filled), (1, 1, 0));
    world.sound("a.db");
    let filled = world.merge("part.db", &["whole.db"]);
    assert!(filled.filled > 0 && filled.entries == 1, "{filled:?}");
    assert_eq!(world.sound("part.db").withheld, 0);
    assert_eq!(world.public("part.db"), world.public("a.db"));
}

#[test]
fn two_limited_copies_of_one_casebook_add_up() {
    let world = World::new();
    two_articles(&world, "a.db");
    share(&world, "a.db", "one.db", Some("ONE"), &[]);
    share(&world, "a.db", "two.db", Some("TWO"), &[]);
    world.merge("one.db", &["two.db"]);
    let both = world.open("one.db", "key-c");
    assert_eq!((both.documents().unwrap().len(), both.count(&Query::default()).unwrap()), (2, 2));
    drop(both);
    assert!(world.sound("one.db").withheld > 0, "the claims that neither asked for");
    // A limited copy can be shared again, whole and in part.
    share(&world, "one.db", "again.db", None, &[]);
    share(&world, "one.db", "less.db", Some("TWO"), &[]);
    assert_eq!(world.sound("again.db").withheld, world.sound("one.db").withheld);
    assert!(world.sound("less.db").withheld > world.sound("one.db").withheld);
}

#[test]
fn a_redacted_checker_is_named_nowhere_but_in_the_words_of_others() {
    let world = World::new();
    let claims = two_articles(&world, "a.db");
    let salma = checker(&world, "key-a");
    let mut second = world.open("a.db", "key-b");
    second.comment(&claims[0], "ask SALMA again").unwrap();
    second.give_verdict(&claims[1], "false", "as I told Hadid", false).unwrap();
    drop(second);
    // Names from before are hers too.
    world.open("a.db", "key-a").set_me(Some("Umm Yusuf"), None).unwrap();
    let draft = draft(&world, "a.db", None, std::slice::from_ref(&salma));
    let still: Vec<(&str, &str)> = draft.still.iter().map(|s| (s.at.as_str(), s.what.as_str())).collect();
    let mut wanted = [(claims[0].as_str(), "comment"), (claims[1].as_str(), "verdict")];
    wanted.sort_unstable();
    assert_eq!(still, wanted);
    draft.hand_over(&world.path("red.db"), &[], &mut |_, _| ()).unwrap();
    world.sound("red.db");
    for text in ["Salma Hadid", "salma@mizan.example", "Umm Yusuf", "comment ONE", "comment TWO by Salma"] {
        assert!(holds(&world, "a.db", text) && !holds(&world, "red.db", text), "{text}");
    }
    for text in ["why ONE", "why TWO", "Nadim", "comment TWO by the second", "file TWO", "ask SALMA"] {
        assert!(holds(&world, "red.db", text), "{text}");
    }
    let red = world.open("red.db", "key-c");
    let names: Vec<String> = red.checkers().unwrap().into_iter().map(|c| c.name).collect();
    assert_eq!(names, ["", "Nadim"]);
    let file = red.claim_file(&claims[0]).unwrap();
    assert_eq!((file.verdicts.len(), file.evidence.len(), file.comments.len()), (1, 1, 1));
    assert_eq!(file.verdicts[0].checker, salma);
    drop(red);
    world.merge("red.db", &["a.db"]);
    assert_eq!(world.public("red.db"), world.public("a.db"));
}

/// What a withheld entry alone names must not go along either.
#[test]
fn ids_that_stand_in_withheld_words_alone_are_not_told() {
    let world = World::new();
    two_articles(&world, "a.db");
    let (unknown, evidence) = (Id::fresh(IdKind::Claim, &[7; 32]), Id::fresh(IdKind::Evidence, &[7; 32]));
    let body = format!(
        r#"{{"evidence":{{"claim":"{unknown}","kind":"link","url":"https://x.example","stance":"refutes"}}}}"#
    );
    forge(&world, "a.db", "key-d", 1 << 40, &[&[(evidence.as_str(), body)]]);
    world.open("a.db", "key-a").rebuild(&mut |_, _| true).unwrap();
    share(&world, "a.db", "part.db", Some("ONE"), &[]);
    assert!(holds(&world, "a.db", unknown.as_str()) && !holds(&world, "part.db", unknown.as_str()));
    assert!(holds(&world, "part.db", evidence.as_str()), "what an entry is about is told");
}

/// What is said of a key stands in every copy, or a lost one would be believed.
#[test]
fn words_about_keys_go_along_whoever_is_withheld() {
    let world = World::new();
    two_articles(&world, "a.db");
    let nadim = checker(&world, "key-b");
    let word = || r#"{"key":{"word":"of a newer version"}}"#.to_owned();
    forge(&world, "a.db", "key-b", 1 << 50, &[&[(nadim.as_str(), word())]]);
    for (query, redact) in [(Some("ONE"), vec![]), (None, vec![nadim.clone()])] {
        let _ = std::fs::remove_file(world.path("part.db"));
        share(&world, "a.db", "part.db", query, &redact);
        assert!(holds(&world, "part.db", "of a newer version") && !holds(&world, "part.db", "Nadim"));
    }
}

fn is_file(entry: &std::fs::DirEntry) -> bool {
    entry.file_type().unwrap().is_file()
}

/// The files that this program writes in a folder, be it that they have a name in a private folder or none yet.
fn under_way(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for within in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|path| path.is_dir()) {
        found.extend(std::fs::read_dir(within).unwrap().map(|e| e.unwrap().path()));
    }
    for open in std::fs::read_dir("/proc/self/fd").into_iter().flatten().map(|e| e.unwrap().path()) {
        if std::fs::read_link(&open)
            .is_ok_and(|path| path.parent() == Some(folder) && path.extension().is_none())
        {
            found.push(open);
        }
    }
    found
}

#[test]
fn nothing_plain_lies_where_an_encrypted_copy_goes_and_nothing_at_all_where_it_is_stopped() {
    let world = World::new();
    two_articles(&world, "a.db");
    let target = world.path("stick");
    std::fs::create_dir(&target).unwrap();
    let key = Recipient::of_key(&world.keyring("key-b").load().unwrap().unwrap().public()).unwrap();
    let mut seen = 0;
    let mut look = |_, _| {
        assert_eq!(std::fs::read_dir(&target).unwrap().filter(|e| is_file(e.as_ref().unwrap())).count(), 0);
        for found in under_way(&target) {
            let bytes = std::fs::read(found).unwrap();
            assert!(!bytes.starts_with(b"SQLite") && !bytes.windows(4).any(|w| w == b"TWO "));
            seen += 1;
        }
    };
    draft(&world, "a.db", None, &[]).hand_over(&target.join("a.age"), &[&key], &mut look).unwrap();
    assert!(seen > 0, "it was looked at while it was written");
    assert!(std::fs::read(target.join("a.age")).unwrap().starts_with(b"age-encryption.org/v1\n"));
    let stop = Arc::new(AtomicBool::new(false));
    let book = world.open("a.db", "key-a");
    let folders = || std::fs::read_dir(world.folder.path()).unwrap().count();
    let before = folders();
    for query in [None, Some("ONE")] {
        stop.store(false, Ordering::Relaxed);
        let options = ShareOptions { query: query.map(|q| Query::parse(q).unwrap()), redact: vec![] };
        let made = book.draft_share(&options, world.folder.path(), &stop, &mut |_, _| ()).unwrap();
        let mut halt = |_, _| stop.store(true, Ordering::Relaxed);
        let halted = made.hand_over(&target.join("b.age"), &[&key], &mut halt);
        assert!(halted.is_ok() || matches!(halted, Err(CasebookError::Stopped)));
        let halted = book.draft_share(&options, world.folder.path(), &stop, &mut |_, _| ());
        assert!(matches!(halted, Err(CasebookError::Stopped)));
        let _ = std::fs::remove_file(target.join("b.age"));
        assert_eq!(folders(), before, "no private folder is left");
        assert_eq!(std::fs::read_dir(&target).unwrap().count(), 1, "nor anything beside the copy");
    }
}

/// Whatever is asked for, the tables are those of the parts that went along.
#[test]
fn every_query_gives_a_sound_copy() {
    let world = World::new();
    world.full("a.db");
    let (received, _) = article(9);
    let mut book = world.open("a.db", "key-b");
    book.import(&received, &[], "1:test").unwrap();
    // Claims looked for again, of which one is found no more.
    let document = book.documents().unwrap().into_iter().find(|d| d.claims > 0).unwrap().id;
    book.renew(&document, &article(1).1[..1], "2:test", true).unwrap();
    drop(book);
    for (n, query) in ["verdict:disputed", "holds", "speaker:المتحدث", "status:new", "kind:other", "الهدنة"]
        .iter()
        .enumerate()
    {
        for (m, redact) in
            [vec![], vec![checker(&world, "key-a")], vec![checker(&world, "key-b")]].into_iter().enumerate()
        {
            let name = format!("{n}-{m}.db");
            share(&world, "a.db", &name, Some(query), &redact);
            world.sound(&name);
            let claims = |name: &str, query: &Query| world.open(name, "key-a").count(query).unwrap();
            let query = Query::parse(query).unwrap();
            assert_eq!(claims(&name, &Query::default()), claims("a.db", &query), "{name}");
        }
    }
}

/// What is erased stays so in every copy, and what a copy lacks can still be held against it later.
#[test]
fn erasures_go_along() {
    let world = World::new();
    let claims = two_articles(&world, "a.db");
    world.copy("a.db", "old.db");
    let mut book = world.open("a.db", "key-a");
    let evidence = book.claim_file(&claims[1]).unwrap().evidence[0].id.clone();
    book.erase(&evidence, false, "asked by the source").unwrap();
    let comment = book.claim_file(&claims[0]).unwrap().comments[0].id.clone();
    book.erase(&comment, false, "asked by the source").unwrap();
    drop(book);
    for (name, query, redact) in
        [("part.db", Some("ONE"), vec![]), ("red.db", None, vec![checker(&world, "key-a")])]
    {
        share(&world, "a.db", name, query, &redact);
        assert!(world.sound(name).erased > 0);
        for text in ["note TWO", "file TWO", "comment ONE"] {
            assert!(!holds(&world, name, text), "{name} {text}");
        }
        let merged = world.merge(name, &["old.db"]);
        assert!(merged.filled > 0, "{merged:?}");
        world.sound(name);
        for text in ["note TWO", "comment ONE"] {
            assert!(!holds(&world, name, text), "{name} {text} came back");
        }
        assert!(holds(&world, name, "comment TWO by Salma"));
    }
}
