//! What is said of keys, and what follows for verdicts and for strangers who say it.
#![allow(missing_docs, clippy::unwrap_used)]

mod journal_support;

use hudna::journal::entry::hex;
use hudna::journal::{CasebookError, KeySaid, MergeOptions};
use hudna::model::*;
use journal_support::{World, forge, import};

fn verdict(world: &World, claim: &Id) -> Standing {
    world.open("a.db", "key-a").claim(claim).unwrap().verdict
}

#[test]
fn verdicts_of_one_person_replace_each_other() {
    let world = World::new();
    let (mut a, mut b) = (world.open("a.db", "key-a"), world.open("a.db", "key-b"));
    let document = import(&mut a, 1);
    let claim = a.document_claims(&document).unwrap()[0].id.clone();
    let key = |name: &str| world.keyring(name).load_or_make().unwrap().public();
    a.give_verdict(&claim, "true", "at first sight", false).unwrap();
    b.give_verdict(&claim, "false", "at second sight", false).unwrap();
    assert_eq!(verdict(&world, &claim), Standing::Disputed);
    a.say_of_key(&KeySaid::new(Says::Mine, key("key-b"))).unwrap();
    assert_eq!(verdict(&world, &claim), Standing::Disputed, "the other key has not said so");
    b.say_of_key(&KeySaid::new(Says::Mine, key("key-a"))).unwrap();
    assert_eq!(verdict(&world, &claim), Standing::Rated("false".into()));
    world.sound("a.db");
    // Blind, one sees one's own verdicts, with whichever key they were given.
    a.give_verdict(&claim, "satire", "blind", true).unwrap();
    assert_eq!(verdict(&world, &claim), Standing::Rated("satire".into()));
    a.undo().unwrap();
    // It was never theirs: each stands for itself again, here and in a rebuild.
    let unlinked = vec![Id::of_checker(&key("key-a")), Id::of_checker(&key("key-b"))];
    let why = "it is not mine".to_owned();
    a.say_of_key(&KeySaid { why, unlinked, ..KeySaid::new(Says::Revoked, key("key-b")) }).unwrap();
    assert_eq!(verdict(&world, &claim), Standing::Disputed);
    assert!(a.rebuild(&mut |_, _| true).unwrap().different.is_empty());
    assert!(a.undo().unwrap().is_some_and(|undone| undone.action.kind == "verdict"), "no word about a key");
    world.sound("a.db");
}

#[test]
fn a_link_that_a_merge_brings_is_the_same_as_one_said_here() {
    let world = World::new();
    let mut a = world.open("a.db", "key-a");
    let document = import(&mut a, 1);
    let claim = a.document_claims(&document).unwrap()[0].id.clone();
    a.give_verdict(&claim, "true", "at first sight", false).unwrap();
    world.copy("a.db", "b.db");
    let mut b = world.open("b.db", "key-b");
    b.give_verdict(&claim, "false", "at second sight", false).unwrap();
    world.merge("a.db", &["b.db"]);
    assert_eq!(verdict(&world, &claim), Standing::Disputed);
    let key = |name: &str| world.keyring(name).load_or_make().unwrap().public();
    a.say_of_key(&KeySaid::new(Says::Mine, key("key-b"))).unwrap();
    b.say_of_key(&KeySaid::new(Says::Mine, key("key-a"))).unwrap();
    let merged = world.merge("a.db", &["b.db"]);
    assert_eq!((merged.key_words, verdict(&world, &claim)), (1, Standing::Rated("false".into())));
    world.sound("a.db");
}

#[test]
fn a_key_that_changes_under_a_running_program_begins_a_sitting() {
    let world = World::new();
    let mut book = world.open("a.db", "key-a");
    import(&mut book, 1);
    let other = world.keyring("key-b").load_or_make().unwrap();
    world.keyring("key-a").put(&other, "replaced").unwrap();
    import(&mut book, 2);
    let verified = world.sound("a.db");
    assert_eq!((verified.checkers.len(), verified.sittings), (2, 3));
}

#[test]
fn a_replacement_is_said_once_by_both() {
    let world = World::new();
    let mut book = world.open("a.db", "key-a");
    import(&mut book, 1);
    let (old, new) = (world.keyring("key-a"), world.keyring("key-a").next());
    let (old, new) = (old.load_or_make().unwrap(), new.load_or_make().unwrap());
    for _ in 0..2 {
        book.replace_key(&old, &new, "new laptop").unwrap();
    }
    assert!(matches!(book.replace_key(&old, &old, ""), Err(CasebookError::Invalid(_))));
    let keys = book.keys().unwrap();
    let of = |id: Id| keys.iter().find(|key| key.checker == id).unwrap();
    let (from, to) = (of(old.checker()), of(new.checker()));
    assert_eq!((from.ends.len(), from.ends[0].confirmed, &from.same), (1, true, &vec![new.checker()]));
    assert!(to.ends.is_empty());
    assert_eq!(world.sound("a.db").sittings, 4);
}

/// Whatever a stranger signs of others' keys, and however it is made, nothing follows for them.
#[test]
fn a_strangers_words_about_keys_change_nothing() {
    let world = World::new();
    let claim = world.full("a.db");
    world.open("a.db", "key-a").share(&world.path("evil.db")).unwrap();
    let before = world.open("a.db", "key-a").keys().unwrap();
    let checker = before[0].checker.clone();
    let key = hex(&world.keyring("key-a").load_or_make().unwrap().public());
    let word = |says: &str, rest: &str| format!(r#"{{"key":{{"says":"{says}","key":"{key}"{rest}}}}}"#);
    let many: Vec<String> = (0..500).map(|n| format!("\"k{n:040x}\"")).collect();
    let parts = [
        word("revoked", r#","since":-9223372036854775808"#),
        word("revoked", r#","since":9223372036854775807,"why":"\u202e""#),
        word("mine", ""),
        word("successor", &format!(r#","keeps":[{}]"#, many.join(","))),
        word("telepathy", ""),
        word("lost", "").replace(&key, "zz"),
        word("lost", "").replace(&key, &"00".repeat(32)),
        r#"{"key":7}"#.to_owned(),
    ];
    let parts: Vec<(&str, String)> = parts.into_iter().map(|body| (checker.as_str(), body)).collect();
    let own =
        [("k", word("mine", "")), ("casebook", word("lost", "")), (claim.as_str(), word("revoked", ""))];
    forge(&world, "evil.db", "key-x", 5, &[&parts, &own]);
    let mut book = world.open("a.db", "key-a");
    world.try_merge(&mut book, &["evil.db"], &MergeOptions::default()).unwrap();
    let after = book.keys().unwrap();
    let of = |id: &Id| after.iter().find(|key| key.checker == *id).unwrap().clone();
    for mut key in before {
        // That a stranger claims it is told, and does nothing.
        if key.checker == checker {
            key.offers = vec![world.keyring("key-x").load_or_make().unwrap().checker()];
        }
        assert_eq!(of(&key.checker), key);
    }
    assert!(!book.log(Some(checker.as_str()), 100).unwrap().is_empty());
    book.comment(&claim, "work goes on").unwrap();
    world.sound("a.db");
}
